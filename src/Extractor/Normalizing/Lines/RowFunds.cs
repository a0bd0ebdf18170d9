using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>Columns of words that name the money of each row (资金性质, 资金来源): 一般公共预算拨款, 财政专户管理资金, 单位资金.</summary>
internal static class RowFunds
{
    /// <summary>A column whose words name no funds is none of these: left out, or unread where it prints amounts.</summary>
    public static ImmutableArray<ColumnMeaning> Place(ImmutableArray<ColumnMeaning> columns, TableGrid grid, HeadingMaps maps) =>
        columns.Any(static column => column.Role == ColumnRole.Fund)
            ? [.. columns.Select(column => column.Role != ColumnRole.Fund ? column
                : column with { Role = NamesItsRows(column, columns) ? ColumnRole.Name : RoleOf(column.Column, grid, maps) })]
            : columns;

    /// <summary>Null for a blank, a sum and words that name no fund.</summary>
    public static Fund? FundIn(string printed, HeadingMaps maps) =>
        printed.Length > 0 && HeadingWords.Find(maps, HeadingText.Of(printed)) is { Role: ColumnRole.Amount, Fund: { } fund } ? fund : null;

    /// <summary>资金来源 | 金额 of a table with two sides: nothing else names the rows of these amounts.</summary>
    private static bool NamesItsRows(ColumnMeaning column, ImmutableArray<ColumnMeaning> columns)
    {
        var before = columns.Take(column.Column).Reverse().TakeWhile(static other => other.Role != ColumnRole.Amount);
        return column.Column + 1 < columns.Length && columns[column.Column + 1].Role == ColumnRole.Amount &&
            !before.Any(static other => other.IsCode || other.Role is ColumnRole.Name or ColumnRole.UnitName or ColumnRole.UnitCode);
    }

    private static ColumnRole RoleOf(int column, TableGrid grid, HeadingMaps maps)
    {
        var texts = grid.BodyRows.Select(row => grid.Text(row, column)).Where(static text => text.Length > 0).ToList();
        return texts.Exists(static text => PrintedAmount.Read(text, out _) == AmountReading.Amount) ? ColumnRole.Unmapped
            : texts.Exists(text => FundIn(text, maps) is not null) ? ColumnRole.Fund
            : ColumnRole.Ignored;
    }
}
