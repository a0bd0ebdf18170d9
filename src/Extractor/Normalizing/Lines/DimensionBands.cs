using System.Collections.Frozen;
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

    private readonly FrozenDictionary<int, Component> bands;

    public DimensionBands(TableGrid grid, HeadingMaps maps)
    {
        var found = grid.BodyRows.Where(row => grid.Cell(row, 0) is { } cell && cell.ColumnSpan >= grid.Table.ColumnCount)
            .Select(row => (Row: row, Component: RowComponents.ComponentIn(grid.Text(row, 0), maps)))
            .Where(static band => band.Component is not null).ToDictionary(static band => band.Row, static band => band.Component!.Value);
        bands = found.Values.Distinct().Count() >= FewestBands ? found.ToFrozenDictionary() : FrozenDictionary<int, Component>.Empty;
    }

    /// <summary>What the last band down to a row names; null above the first.</summary>
    public Component? Over(int row)
    {
        var last = bands.Keys.Where(band => band <= row).DefaultIfEmpty(-1).Max();
        return last < 0 ? null : bands[last];
    }
}
