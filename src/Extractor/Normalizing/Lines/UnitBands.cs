using System.Collections.Frozen;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Rows of one cell over the whole width of a list that name the unit of the rows below them (单位：118001 某某县审计局), and the sums that
/// close them.
/// </summary>
internal sealed class UnitBands
{
    private readonly FrozenDictionary<int, NamedUnit> bands;
    private readonly int lastSum;

    /// <param name="labels">What the rows are called.</param>
    public UnitBands(TableGrid grid, RowLabels labels)
    {
        bands = grid.BodyRows.Select(row => (Row: row, Unit: UnitOver(grid, row))).Where(static band => band.Unit.Name is not null)
            .ToFrozenDictionary(static band => band.Row, static band => band.Unit);
        lastSum = bands.Count == 0 ? -1 : grid.BodyRows.LastOrDefault(row => TotalLabel.Is(labels.Of(row)), -1);
    }

    /// <summary>The unit that the row names for those below it; no name where it is no band.</summary>
    public NamedUnit At(int row) => bands.GetValueOrDefault(row);

    /// <summary>
    /// 单位合计 before the next band, then 部门合计: of the sums of a banded list the last is that of all; null where the row is none of them.
    /// </summary>
    public RowMeaning? SumAt(int row, string label) => bands.Count == 0 || !TotalLabel.Is(label) ? null
        : row == lastSum ? new RowMeaning(ItemKeys.Total, RowKind.Total) : new RowMeaning(ItemKeys.Subtotal, RowKind.Subtotal);

    private static NamedUnit UnitOver(TableGrid grid, int row)
    {
        if (grid.Band(row) is not { } cell || TotalLabel.Is(cell.Text))
        {
            return default;
        }

        var text = FoldedText.Of(cell.Text);
        var (code, name) = UnitNames.Split(text[(text.LastIndexOf(':') + 1)..]);
        return UnitNames.IsLike(name) ? new NamedUnit(name, code) : default;
    }
}
