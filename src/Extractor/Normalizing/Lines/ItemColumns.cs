using System.Collections.Immutable;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// 合计 | 办公费 | 水电费 | 其他费用: columns of items that no map knows are the parts of the one amount column before them where they make
/// it in every row, with what was carried over beside them (合计 | 本级安排 | 上级补助 | 上年结转).
/// </summary>
internal static class ItemColumns
{
    /// <summary>What a part is called where its heading has no key of its own.</summary>
    private const string Part = "of_which";

    /// <summary>Fewer would be the same money twice.</summary>
    private const int FewestParts = 2;

    /// <summary>So many rows have to be divided: one may come out by chance.</summary>
    private const int FewestRows = 2;

    public static ImmutableArray<ColumnMeaning> Place(ImmutableArray<ColumnMeaning> columns, TableGrid grid)
    {
        var amounts = columns.Where(static column => column.Role == ColumnRole.Amount).ToList();
        var placed = columns;
        foreach (var whole in amounts)
        {
            placed = PlaceBelow(whole, placed, grid);
        }

        if (placed != columns || amounts.Count == 0 || amounts[0] is not { ItemKey: null } first ||
            !amounts.Skip(1).All(other => other.ItemKey == YearColumns.CarriedIn && other.DiffersInItemAlone(first)))
        {
            return placed;
        }

        int[] parts = [.. Unknown(columns, first).Select(static column => column.Column)];
        int[] all = [.. parts, .. amounts.Skip(1).Select(static other => other.Column)];
        return parts.Length < FewestParts || !MakeTheWhole(grid, first.Column, all) ? columns : With(columns, parts, first);
    }

    /// <summary>工资福利支出 / 小计 | 基本工资 | 津贴补贴: what stands below one heading with its sum.</summary>
    private static ImmutableArray<ColumnMeaning> PlaceBelow(ColumnMeaning whole, ImmutableArray<ColumnMeaning> columns, TableGrid grid)
    {
        int[] parts = [.. Unknown(columns, whole).Where(column => column.HeadingsOver == whole.HeadingsOver)
            .Select(static column => column.Column)];
        return whole.HeadingsOver.Length == 0 || parts.Length == 0 || !MakeTheWhole(grid, whole.Column, parts) ? columns
            : With(columns, parts, whole);
    }

    private static IEnumerable<ColumnMeaning> Unknown(ImmutableArray<ColumnMeaning> columns, ColumnMeaning whole) =>
        columns.Where(column => column.Column > whole.Column && column is { Role: ColumnRole.Unmapped, Path.Length: > 0 });

    private static ImmutableArray<ColumnMeaning> With(ImmutableArray<ColumnMeaning> columns, int[] parts, ColumnMeaning whole) =>
        [.. columns.Select(column => parts.Contains(column.Column) ? PartOf(whole, column) : column)];

    private static ColumnMeaning PartOf(ColumnMeaning whole, ColumnMeaning column) => whole with
    {
        Column = column.Column,
        Path = column.Path,
        ItemKey = Part,
        Narrowing = Part,
        IsOfWhich = true,
        Item = column.Path.Split(HeaderReader.PathSeparator)[^1],
        PartOf = whole.Column,
    };

    /// <summary>In every row that prints amounts, and some rows print several parts.</summary>
    public static bool MakeTheWhole(TableGrid grid, int whole, int[] parts)
    {
        var divided = 0;
        foreach (var row in grid.BodyRows)
        {
            var (sum, places, money) = (0m, 0, 0);
            foreach (var part in parts)
            {
                var value = AmountOf(row, part, ref places);
                sum += value;
                money += value != 0 ? 1 : 0;
            }

            if (Math.Abs(sum - AmountOf(row, whole, ref places)) > PrintedPrecision.HalfPlace(places) * (money + 1))
            {
                return false;
            }

            divided += money >= Math.Min(FewestParts, parts.Length) ? 1 : 0;
        }

        return divided >= FewestRows;

        decimal AmountOf(int row, int column, ref int places)
        {
            var amount = grid.Amount(row, column);
            places = Math.Max(places, amount?.Decimals ?? 0);
            return amount?.Value ?? 0;
        }
    }
}
