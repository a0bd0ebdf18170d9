using System.Collections.Immutable;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// 合计 | 本年预算 / 小计 … | 上年结转 / 小计: of two columns that no heading tells apart the second is the year's own money where it makes
/// the first with what was carried over, in every row.
/// </summary>
internal static class YearColumns
{
    public const string CarriedIn = "carried_in";

    public static bool IsOwnOfYear(TableGrid grid, ColumnMeaning whole, ColumnMeaning own, ImmutableArray<ColumnMeaning> amounts) =>
        amounts.FirstOrDefault(other => other.ItemKey == CarriedIn && other.DiffersInItemAlone(whole)) is { } carried &&
        ItemColumns.MakeTheWhole(grid, whole.Column, [own.Column, carried.Column]);
}
