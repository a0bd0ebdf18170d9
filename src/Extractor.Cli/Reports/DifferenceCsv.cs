using System.Globalization;
using CsvHelper;
using Extractor.Model;
using Extractor.Publications.Differences;

namespace Extractor.Cli.Reports;

/// <summary>Differences for machines: one row a line that differs; a document without such lines has one row of its own.</summary>
internal static class DifferenceCsv
{
    private static readonly string[] Columns =
    [
        "document_change", "fiscal_year", "division_code", "department_name", "kind", "document_id_before", "document_id_after",
        "line_change", "table_key", "classification", "subject_code", "item_key", "label", "unit_name", "phase", "direction", "component",
            "fund", "period",
        "amount_before_yuan", "amount_after_yuan", "difference_yuan", "page_before", "page_after", "line_id_before", "line_id_after",
    ];

    public static void Write(TextWriter output, IEnumerable<DocumentDifference> differences)
    {
        using var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(Columns);
        foreach (var difference in differences)
        {
            foreach (var line in difference.Lines.DefaultIfEmpty())
            {
                csv.WriteRecord(Row(difference, line));
            }
        }
    }

    private static string?[] Row(DocumentDifference difference, LineDifference? line)
    {
        var document = difference.Document;
        var key = line?.Key;
        return
        [
            SchemaName.Of(difference.Change), Text(document.FiscalYear), document.DivisionCode, document.DepartmentName, document.Kind,
            difference.Before?.DocumentId, difference.After?.DocumentId,
            line is null ? null : SchemaName.Of(line.Change), key?.TableKey, key?.Classification, key?.SubjectCode, key?.ItemKey,
                line?.Name, key?.UnitName,
            key?.Phase, key?.Direction, key?.Component, key?.Fund, key?.Period,
            Text(line?.Before?.AmountYuan), Text(line?.After?.AmountYuan), Text(line?.DifferenceYuan),
            Text(line?.Before?.Page), Text(line?.After?.Page), line?.Before?.LineId, line?.After?.LineId,
        ];
    }

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
