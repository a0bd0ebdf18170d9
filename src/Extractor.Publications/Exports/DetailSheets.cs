using System.Collections.Immutable;
using Extractor.Parquet;
using Extractor.Publications.Reading;
using Extractor.Publishing.Datasets;

namespace Extractor.Publications.Exports;

/// <summary>Rows of the datasets as they are, with department, year and file before them.</summary>
internal static class DetailSheets
{
    private static readonly ImmutableArray<ExportColumn> Issue =
    [
        new("department_name", "部门", ExportColumnKind.Text, 28),
        new("fiscal_year", "年度", ExportColumnKind.Integer, 8),
        new("kind", "文件种类", ExportColumnKind.Text, 20),
    ];

    private static readonly string[] Place = ["page_number", "box_left", "box_top", "box_right", "box_bottom"];

    /// <summary>What tells columns apart by their width: names and sentences are long, codes are not.</summary>
    private static readonly HashSet<string> Wide = ["title", "status_reason", "archive_location", "source_url", "subject_name",
        "subject_name_as_printed", "project_name", "purpose", "reason", "goal", "message_zh", "message_en"];

    private static readonly HashSet<string> Flags = ["is_leaf", "reconciles"];

    public static ExportSheet Documents(PublishedSnapshot snapshot, IReadOnlySet<string> ids)
    {
        string[] names =
        [
            "department_name", "division_code", "division_name", "fiscal_year", "kind", "scope", "title", "status", "status_reason",
                "identity",
            "page_count", "archive_location", "source_url", "landing_url", "document_id",
        ];
        var columns = Columns("documents", names);
        return new ExportSheet("documents", "文件", columns, snapshot.PartialRows("documents", "document_id", ids).Select(row =>
            Values(row, columns)));
    }

    public static ExportSheet Lines(PublishedSnapshot snapshot, ImmutableArray<ExportedDocument> documents, string tableKey, string nameZh)
    {
        string[] names =
        [
            "unit_name", "subject_code", "subject_level", "subject_name", "subject_name_as_printed", "item_key", "direction", "component",
                "fund", "period",
            "row_role", "is_leaf", "amount_yuan", "value_as_printed", "unit_as_printed", "proof", "code_evidence",
        ];
        return Of(snapshot, documents, "budget_lines", names, [.. Place, "line_id"], tableKey, nameZh, row =>
            row.Text("table_key") == tableKey);
    }

    /// <summary>Every yuan once: a sum over the column of a department is the printed total, or the row says what it lacks.</summary>
    public static ExportSheet Expenditure(PublishedSnapshot snapshot, ImmutableArray<ExportedDocument> documents)
    {
        string[] names =
        [
            "unit_name", "subject_code", "subject_level", "subject_name", "fund", "total_yuan", "basic_yuan", "project_yuan", "proof",
            "doubts", "reconciles", "missing_yuan",
        ];
        return Of(snapshot, documents, "fact_expenditure", names, ["line_ids"], "fact_expenditure", "支出", static _ => true);
    }

    public static ExportSheet Projects(PublishedSnapshot snapshot, ImmutableArray<ExportedDocument> documents)
    {
        string[] names =
        [
            "project_name", "source", "amount_yuan", "prior_change_yuan", "prior_change_percent", "executed_yuan", "execution_rate",
                "purpose", "reason", "goal",
        ];
        return Of(snapshot, documents, "projects", names, Place, "projects", "项目", static _ => true);
    }

    public static ExportSheet Findings(PublishedSnapshot snapshot, ImmutableArray<ExportedDocument> documents)
    {
        string[] names = ["severity", "rule", "message_zh", "message_en", "expected", "actual"];
        return Of(snapshot, documents, "findings", names, [.. Place, "finding_id"], "findings", "发现", static _ => true);
    }

    private static ExportSheet Of(
        PublishedSnapshot snapshot, ImmutableArray<ExportedDocument> documents, string dataset, string[] names, string[] place, string name,
            string nameZh, Func<ParquetRow, bool> isWanted)
    {
        var byId = documents.ToDictionary(static document => document.Id, StringComparer.Ordinal);
        var (before, after) = (Columns(dataset, names), Columns(dataset, [.. place, "document_id"]));
        ImmutableArray<ExportColumn> columns = [.. Issue, .. before, new ExportColumn("file", "文件", ExportColumnKind.Text, 40), .. after];
        var rows = snapshot.PartialRows(dataset, "document_id", byId.Keys.ToHashSet(StringComparer.Ordinal)).Where(isWanted).Select(row =>
        {
            var document = byId[row.Text("document_id")!];
            return (object?[])[document.Department, document.FiscalYear, document.Kind, .. Values(row, before), document.File,
                .. Values(row, after)];
        });
        return new ExportSheet(name, nameZh, columns, rows);
    }

    private static ImmutableArray<ExportColumn> Columns(string dataset, string[] names)
    {
        var schema = DatasetSchemas.All.Single(schema => schema.Name == dataset);
        return [.. names.Select(name => schema.Columns.Single(column => column.Name == name)).Select(static column => new ExportColumn(
            column.Name,
            Heading(column.DescriptionZh),
            column.Type switch
            {
                ParquetColumnType.Decimal => ExportColumnKind.Amount,
                ParquetColumnType.Double => ExportColumnKind.Measure,
                ParquetColumnType.Int32 => ExportColumnKind.Integer,
                _ => ExportColumnKind.Text,
            },
            Wide.Contains(column.Name) ? 36 : 14))];
    }

    /// <summary>The dictionary's words up to where they explain.</summary>
    private static string Heading(string description)
    {
        var end = description.IndexOfAny(['：', '，', '（', '；', '、']);
        return end > 0 ? description[..end] : description;
    }

    private static object?[] Values(ParquetRow row, ImmutableArray<ExportColumn> columns) => [.. columns.Select(column => column.Kind switch
    {
        ExportColumnKind.Amount => row.Money(column.Name),
        ExportColumnKind.Measure => row.Measure(column.Name),
        ExportColumnKind.Integer => (object?)row.Integer(column.Name),
        _ => Flags.Contains(column.Name) ? row.Flag(column.Name) switch { true => "true", false => "false", _ => null }
            : row.Text(column.Name),
    })];
}
