using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>Columns of words that name the kind of expenditure of each row: 人员经费, 公用经费 and 项目支出 beside one subject.</summary>
internal static class RowComponents
{
    /// <summary>Words; a column that holds one alone tells no rows apart.</summary>
    private const int FewestWords = 2;

    /// <summary>The first column whose every word is one of these gets the role <see cref="ColumnRole.Component"/>.</summary>
    public static ImmutableArray<ColumnMeaning> Place(ImmutableArray<ColumnMeaning> columns, TableGrid grid, HeadingMaps maps)
    {
        var place = columns.FirstOrDefault(column => column.Role is ColumnRole.Unmapped or ColumnRole.Ignored &&
            HasNamesBeside(columns, column.Column) && NamesAllRows(column.Column));
        return place is null ? columns : columns.SetItem(place.Column, place with { Role = ColumnRole.Component });

        bool NamesAllRows(int column)
        {
            var named = grid.BodyRows.Select(row => grid.TextOver(row, column)).Where(static text => text.Length > 0)
                .Where(text => maps.Rows.FindWhole(HeadingText.Of(text).Words)?.Kind is not RowKind.Total)
                .Select(text => ComponentIn(text, maps)).ToList();
            return !named.Contains(null) && named.Distinct().Count() >= FewestWords;
        }
    }

    /// <summary>
    /// Another column of its side names the rows: 人员经费, 公用经费 and 项目支出 as the only names of the right side are its rows themselves.
    /// </summary>
    private static bool HasNamesBeside(ImmutableArray<ColumnMeaning> columns, int column)
    {
        var first = columns.Take(column).LastOrDefault(static other => other.Role == ColumnRole.Amount)?.Column ?? -1;
        return columns.Skip(first + 1).TakeWhile(static other => other.Role != ColumnRole.Amount).Any(other => other.Column != column &&
            other.Role is ColumnRole.Name or ColumnRole.Code or ColumnRole.CodeItem or ColumnRole.UnitName);
    }

    /// <summary>The 项 that 基本支出 and 项目支出 in rows of their own below it are parts of; -1 for any other row.</summary>
    public static int ItemOf(BlockLines block, int row) => block.Tree.Parents[row] is >= 0 and var above &&
        block.Rows[row] is { Subject: null, Kind: RowKind.Detail or RowKind.Subtotal } own &&
        RowDimensions.ComponentOf(own.ItemKey) is not null &&
        block.Rows[above] is { Classification: Classification.Functional, Code.Length: 7 } ? above : -1;

    /// <summary>Null for a blank, a sum and words that name none.</summary>
    public static Component? ComponentIn(string printed, HeadingMaps maps) =>
        printed.Length == 0 ? null : RowDimensions.ComponentOf(maps.Rows.FindWhole(Numbering.Of(printed).Rest)?.ItemKey);
}
