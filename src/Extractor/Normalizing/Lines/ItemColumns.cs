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
        if (amounts.Count == 0 || amounts[0] is not { ItemKey: null } whole ||
            !amounts.Skip(1).All(other => other.ItemKey == YearColumns.CarriedIn && other.DiffersInItemAlone(whole)))
        {
            return columns;
        }

        int[] parts =
        [
            .. columns.Where(column => column.Column > whole.Column && column is { Role: ColumnRole.Unmapped, Path.Length: > 0 })
                .Select(static column => column.Column),
        ];
        int[] all = [.. parts, .. amounts.Skip(1).Select(static other => other.Column)];
        return parts.Length < FewestParts || !MakeTheWhole(grid, whole.Column, all) ? columns
            : [.. columns.Select(column => parts.Contains(column.Column) ? PartOf(whole, column) : column)];
    }

    private static ColumnMeaning PartOf(ColumnMeaning whole, ColumnMeaning column) => whole with
    {
        Column = column.Column,
        Path = column.Path,
        ItemKey = Part,
        Narrowing = Part,
        IsOfWhich = true,
        Item = column.Path.Split(HeaderReader.PathSeparator)[^1],
    };

    /// <summary>In every row that prints amounts, and some rows print several parts.</summary>
    private static bool MakeTheWhole(TableGrid grid, int whole, int[] parts)
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

            divided += money >= FewestParts ? 1 : 0;
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
