using System.Collections.Immutable;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// 合计 | 本年预算 / 小计 … | 上年结转 / 小计: of two columns that no heading tells apart the second is the year's own money where it makes
/// the first with what was carried over, in every row.
/// </summary>
internal static class YearColumns
{
    public const string CurrentYear = "current_year_total";

    public const string CarriedIn = "carried_in";

    /// <summary>So many rows have to carry money over: one may come out by chance.</summary>
    private const int FewestRows = 2;

    public static bool IsOwnOfYear(TableGrid grid, ColumnMeaning whole, ColumnMeaning own, ImmutableArray<ColumnMeaning> amounts) =>
        amounts.FirstOrDefault(other => other.ItemKey == CarriedIn && other.DiffersInItemAlone(whole)) is { } carried &&
        MakesTheWhole(grid, whole.Column, own.Column, carried.Column);

    private static bool MakesTheWhole(TableGrid grid, int whole, int own, int carried)
    {
        var rows = 0;
        foreach (var row in grid.BodyRows)
        {
            var rest = grid.Amount(row, carried)?.Value ?? 0;
            if ((grid.Amount(row, own)?.Value ?? 0) + rest != (grid.Amount(row, whole)?.Value ?? 0))
            {
                return false;
            }

            rows += rest == 0 ? 0 : 1;
        }

        return rows >= FewestRows;
    }
}
