using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Runs.Published;

namespace Extractor.Runs.Evaluation;

/// <summary>Reads back some documents of a publication.</summary>
public static class PublishedReader
{
    /// <exception cref="OutputException">The folder holds no publication.</exception>
    public static IReadOnlyDictionary<DocumentId, PublishedDocument> Read(string folder, IReadOnlyCollection<DocumentId> documents)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(documents);
        var wanted = documents.Select(static id => id.Value).ToHashSet(StringComparer.Ordinal);
        var found = Dataset(folder, "documents", wanted, static _ => true);
        var tables = Dataset(folder, "tables", wanted, static row => new PublishedTable(
            row.Text("table_id")!, row.Text("table_key")!, row.Text("number_as_printed"), row.Text("title_as_printed"),
                row.Text("unit_as_printed"), row.Number("page_first"), row.Number("page_last")));
        var cells = Dataset(folder, "cells", wanted, static row => new PublishedCell(
            row.Text("table_id")!, row.Number("row"), row.Number("column"), row.Number("row_span"), row.Number("column_span"),
                row.Flag("is_header"), row.Text("header_path"), row.Text("text"), row.Number("page_number")));
        var lines = Dataset(folder, "budget_lines", wanted, static row => new PublishedLine(
            row.Text("table_id")!,
            row.Text("table_key")!,
            row.Number("row"),
            row.Number("column"),
            row.Text("unit_name"),
            row.Text("phase") ?? string.Empty,
            row.Text("direction") ?? string.Empty,
            row.Text("period") ?? string.Empty,
            row.Text("classification") ?? string.Empty,
            row.Text("subject_code"),
            row.Text("subject_name_as_printed"),
            row.Text("item_key"),
            row.Text("component") ?? string.Empty,
            row.Text("fund") ?? string.Empty,
            row.Text("row_role") ?? string.Empty,
            row.Money("amount_yuan"),
            row.Text("value_as_printed"),
            row.Number("page_number")));
        var sections = Dataset(folder, "sections", wanted, static row => new PublishedSection(
            row.Text("heading_as_printed") ?? string.Empty, row.Number("depth"), row.Number("page_first"), row.Text("section_key") ??
                string.Empty));
        var statements = Dataset(folder, "stated_figures", wanted, static row => new PublishedStatement(
            row.Text("figure_key") ?? string.Empty, row.Money("amount_yuan"), row.Measure("quantity"), row.Measure("percent"),
                row.Text("sentence"), row.Number("page_number")));
        var projects = Dataset(folder, "projects", wanted, static row => new PublishedProject(
            row.Text("project_name") ?? string.Empty, row.Text("source") ?? string.Empty, row.Money("amount_yuan"),
                row.Money("prior_change_yuan"), row.Measure("prior_change_percent"), row.Number("page_number")));
        var indicators = Dataset(folder, "performance_indicators", wanted, static row => new PublishedIndicator(
            row.Text("project_name"), row.Text("level_1"), row.Text("level_2"), row.Text("level_3"), row.Text("target_value"),
                row.Number("page_number"), row.Text("actual_value")));

        return found.Select(static document => document.Key).ToImmutableSortedDictionary(
            static id => new DocumentId(id),
            id => new PublishedDocument(
                new DocumentId(id),
                [.. tables[id]],
                [.. cells[id]],
                [.. lines[id]],
                [.. sections[id]],
                [.. statements[id]],
                [.. projects[id]],
                [.. indicators[id]]));
    }

    private static ILookup<string, T> Dataset<T>(string folder, string dataset, HashSet<string> wanted, Func<PublishedRow, T> read) =>
        PublishedDatasets.Rows(folder, dataset, "document_id", wanted)
            .ToLookup(static row => row.Text("document_id")!, read, StringComparer.Ordinal);
}
