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
    /// <summary>True where there is such a column.</summary>
    public bool ReportUnmapped(ImmutableArray<ColumnMeaning> columns)
    {
        var found = false;
        foreach (var column in columns.Where(static column => column.Role == ColumnRole.Unmapped))
        {
            if (grid.BodyRows.Select(row => grid.Cell(row, column.Column)).FirstOrDefault(static cell =>
                cell is not null && IsFigure(cell.Text)) is not { } first)
            {
                continue;
            }

            found = true;
            var heading = column.Path.Length == 0 ? $"#{column.Column + 1}" : column.Path;
            findings.Add(Finding(
                "unmapped_heading", Severity.Warning, first,
                $"{Place()}第 {column.Column + 1} 列的表头“{heading}”没有对应的含义，这一列的金额只保留在 cells 里。请在 pipelines/headings/columns.csv 中补上。",
                $"{PlaceEn()}: no map knows the heading '{heading}' of column {column.Column + 1}; its amounts stay in cells only. Add " +
                $"it to pipelines/headings/columns.csv.",
                null, first.Text));
        }

        return found;
    }

    public void ReportAmbiguous(ColumnMeaning column, ColumnMeaning same)
    {
        if (grid.BodyRows.Select(row => grid.Cell(row, column.Column)).FirstOrDefault(static cell =>
            cell is not null && IsFigure(cell.Text)) is { } first)
        {
            findings.Add(Finding(
                "ambiguous_heading", Severity.Warning, first,
                $"{Place()}第 {column.Column + 1} 列“{column.Path}”与第 {same.Column + 1} 列“{same.Path}”含义相同，只取前一列。请在 " +
                $"pipelines/headings/columns.csv 中加以区分。",
                $"{PlaceEn()}: column {column.Column + 1} '{column.Path}' has the meaning of column {same.Column + 1} '{same.Path}'; " +
                $"only the first is taken. Tell them apart in pipelines/headings/columns.csv.",
                same.Path, column.Path));
        }
    }

    public void ReportUnreadable(TableCell cell, ColumnMeaning column) => findings.Add(Finding(
        "unreadable_amount", Severity.Warning, cell,
        $"{Place()}第 {cell.Row + 1} 行“{column.Path}”列的“{cell.Text}”不是可读的金额，未取值。请对照原页。",
        $"{PlaceEn()}: '{cell.Text}' in row {cell.Row + 1}, column '{column.Path}', is no readable amount and was not taken. Compare the " +
        $"page.",
        "an amount", cell.Text));

    public void ReportNameless(TableCell cell, ColumnMeaning column) => findings.Add(Finding(
        "row_without_name", Severity.Warning, cell,
        $"{Place()}第 {cell.Row + 1} 行“{column.Path}”列有金额“{cell.Text}”，但该行没有名称和编码，未取值。请对照原页。",
        $"{PlaceEn()}: row {cell.Row + 1} has the amount '{cell.Text}' under '{column.Path}' but neither name nor code; it was not " +
        $"taken. Compare the page.",
        "a name or a code", cell.Text));

    private static bool IsFigure(string text) =>
        PrintedAmount.Read(text, out var amount) == AmountReading.Amount &&
            (amount.Decimals > 0 || text.Contains(',', StringComparison.Ordinal));

    private static Finding Finding(string rule, Severity severity, TableCell cell, string zh, string en, string? expected,
        string? actual) =>
        new(rule, severity, zh, en, cell.Parts[0].PageNumber, cell.Parts[0].Box.Rounded(), expected, actual);

    private string Place() => $"表“{context.Table.TitleAsPrinted ?? context.Table.NumberAsPrinted ?? "无标题"}”（第 {context.Table.PageFirst} 页）";

    private string PlaceEn() => string.Create(CultureInfo.InvariantCulture,
        $"Table '{context.Table.TitleAsPrinted ?? context.Table.NumberAsPrinted ?? "untitled"}' (page {context.Table.PageFirst})");
}
