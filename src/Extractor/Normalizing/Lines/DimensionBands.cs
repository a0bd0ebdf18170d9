using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Rows of one cell over the whole width of a list that name the kind of expenditure of the rows below them (一、人员经费), up to the next of
/// them; the sum of all is of none.
/// </summary>
internal sealed class DimensionBands
{
    /// <summary>Bands; one alone may be a heading that says nothing of the rows below it.</summary>
    private const int FewestBands = 2;

    private readonly ImmutableArray<(int Row, Component? Component)> bands;

    public DimensionBands(TableGrid grid, HeadingMaps maps)
    {
        bands = [.. grid.BodyRows.Where(row => grid.Band(row) is not null)
            .Select(row => (Row: row, Component: RowComponents.ComponentIn(grid.Text(row, 0), maps)))
            .Where(static band => band.Component is not null)];
        bands = bands.Select(static band => band.Component).Distinct().Count() >= FewestBands ? bands : [];
    }

    /// <summary>What the last band down to a row names; null above the first.</summary>
    public Component? Over(int row) => bands.LastOrDefault(band => band.Row <= row).Component;
}
