using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Lines;

/// <summary>What could not be read or understood in one table, and was left out.</summary>
internal sealed class TableFindings(TableContext context, TableGrid grid, FindingLog findings)
{
    /// <summary>True where there is such a column. The unknown headings of a form are one cause, in each table that prints it.</summary>
    public bool ReportUnmapped(ImmutableArray<ColumnMeaning> columns)
    {
        var unmapped = new List<(string Heading, ColumnMeaning Column, TableCell First)>();
        foreach (var column in columns.Where(static column => column.Role == ColumnRole.Unmapped))
        {
            if (FirstFigure(column) is { } first)
            {
                unmapped.Add((column.Path.Length == 0 ? $"#{column.Column + 1}" : column.Path, column, first));
            }
        }

        var cause = string.Join('\n', unmapped.Select(static found => HeadingText.Of(found.Heading).Bare));
        foreach (var (heading, column, first) in unmapped)
        {
            findings.Add(Finding(
                FindingRule.UnmappedHeading, Severity.Warning, first,
                $"{Place()}第 {column.Column + 1} 列的表头“{heading}”含义未知，这一列的金额只按原样保存在单元格数据中，未计入任何汇总。需要时请对照原页取用。",
                $"{PlaceEn()}: the meaning of the heading '{heading}' of column {column.Column + 1} is not known; its amounts are kept " +
                $"as printed cells and are in no sum. Take them from the page where you need them.",
                null, heading, cause));
        }

        return unmapped.Count > 0;
    }

    /// <summary>True where the column prints figures.</summary>
    public bool ReportAmbiguous(ColumnMeaning column, ColumnMeaning same)
    {
        var figure = FirstFigure(column);
        if (figure is { } first)
        {
            findings.Add(Finding(
                FindingRule.AmbiguousHeading, Severity.Warning, first,
                $"{Place()}第 {column.Column + 1} 列“{column.Path}”与第 {same.Column + 1} 列“{same.Path}”分辨不出区别，只取前一列，后一列按原样保存在单元格数据中。请对照原页。",
                $"{PlaceEn()}: column {column.Column + 1} '{column.Path}' cannot be told from column {same.Column + 1} '{same.Path}'; " +
                $"only the first is taken, the other is kept as printed cells. Compare the page.",
                same.Path, column.Path, $"{HeadingText.Of(same.Path).Bare} {HeadingText.Of(column.Path).Bare}"));
        }

        return figure is not null;
    }

    /// <summary>True where the cell prints an amount; what is neither an amount nor blank is told.</summary>
    public bool ReadAmount(TableCell cell, ColumnMeaning column, out PrintedAmount amount)
    {
        var reading = PrintedAmount.Read(cell.Text, out amount);
        if (reading == AmountReading.Unreadable)
        {
            ReportUnreadable(cell, column);
        }

        return reading == AmountReading.Amount;
    }

    private void ReportUnreadable(TableCell cell, ColumnMeaning column) => findings.Add(Finding(
        FindingRule.UnreadableAmount, Severity.Warning, cell,
        $"{Place()}第 {cell.Row + 1} 行“{column.Path}”列的“{cell.Text}”不是可读的金额，未取值。请对照原页。",
        $"{PlaceEn()}: '{cell.Text}' in row {cell.Row + 1}, column '{column.Path}', is no readable amount and was not taken. Compare the " +
        $"page.",
        "an amount", cell.Text, Table));

    public void ReportNameless(TableCell cell, ColumnMeaning column) => findings.Add(Finding(
        FindingRule.RowWithoutName, Severity.Warning, cell,
        $"{Place()}第 {cell.Row + 1} 行“{column.Path}”列有金额“{cell.Text}”，但该行没有名称和编码，未取值。请对照原页。",
        $"{PlaceEn()}: row {cell.Row + 1} has the amount '{cell.Text}' under '{column.Path}' but neither name nor code; it was not " +
        $"taken. Compare the page.",
        "a name or a code", cell.Text, Table));

    private TableCell? FirstFigure(ColumnMeaning column) => grid.BodyRows.Select(row => grid.Cell(row, column.Column))
        .FirstOrDefault(static cell => cell is not null && IsFigure(cell.Text));

    private static bool IsFigure(string text) =>
        PrintedAmount.Read(text, out var amount) == AmountReading.Amount &&
            (amount.Decimals > 0 || text.Contains(',', StringComparison.Ordinal));

    /// <summary>The table as a cause.</summary>
    private string Table => FindingPlaces.CauseOf(context.Table);

    private Finding Finding(string rule, Severity severity, TableCell cell, string zh, string en, string? expected, string? actual,
        string cause) =>
        new Finding(rule, severity, zh, en, cell.Parts[0].PageNumber, cell.Parts[0].Box.Rounded(), expected, actual)
        {
            Cause = cause,
        }.At(FindingPlaces.Of(cell, context.Table, expected, actual));

    private string Place() => $"表“{context.Table.TitleAsPrinted ?? context.Table.NumberAsPrinted ?? "无标题"}”（第 {context.Table.PageFirst} 页）";

    private string PlaceEn() => string.Create(CultureInfo.InvariantCulture,
        $"Table '{context.Table.TitleAsPrinted ?? context.Table.NumberAsPrinted ?? "untitled"}' (page {context.Table.PageFirst})");
}
