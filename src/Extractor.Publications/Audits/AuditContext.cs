using System.Collections.Immutable;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Audits;

/// <summary>What stands around lines: document, table, headers, row, parent.</summary>
internal static class AuditContext
{
    /// <returns>The lines that the publication has, by document, page and place.</returns>
    public static ImmutableArray<AuditedLine> Of(string folder, IReadOnlySet<string> lineIds)
    {
        var lines = PublishedDatasets.Rows<BudgetLineRow>(folder, "line_id", lineIds).ToList();
        var documentIds = lines.Select(static line => line.DocumentId).ToHashSet(StringComparer.Ordinal);
        var tableIds = lines.Select(static line => line.TableId).ToHashSet(StringComparer.Ordinal);
        var parents = Rows<BudgetLineRow>("line_id", lines.Select(static line => line.ParentLineId).OfType<string>()
            .ToHashSet(StringComparer.Ordinal)).ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        var documents = Rows<DocumentRow>("document_id", documentIds).ToDictionary(static row => row.DocumentId, StringComparer.Ordinal);
        var tables = Rows<TableRow>("table_id", tableIds).ToDictionary(static row => row.TableId, StringComparer.Ordinal);
        var pages = Rows<PageRow>("document_id", documentIds).ToDictionary(static row => (row.DocumentId, row.PageNumber));
        var rows = lines.Select(static line => (line.TableId, line.RowIndex)).ToHashSet();
        var cells = Rows<CellRow>("table_id", tableIds).Where(cell => rows.Contains((cell.TableId, cell.RowIndex)) && cell.Part <= 1)
            .ToLookup(static cell => (cell.TableId, cell.RowIndex));
        return
        [
            .. from line in lines
               let own = cells[(line.TableId, line.RowIndex)].OrderBy(static cell => cell.ColumnIndex).ToList()
               orderby line.DocumentId, line.PageNumber, line.BoxTop, line.BoxLeft, line.LineId
               select new AuditedLine(
                   line,
                   documents[line.DocumentId],
                   tables.GetValueOrDefault(line.TableId),
                   pages.GetValueOrDefault((line.DocumentId, line.PageNumber)),
                   own.Find(cell => cell.ColumnIndex == line.ColumnIndex)?.HeaderPath,
                   [.. own.Where(cell => cell.ColumnIndex < line.ColumnIndex && cell.Text is not null).Select(static cell => cell.Text!)],
                   line.ParentLineId is { } parent ? parents.GetValueOrDefault(parent) : null),
        ];

        IEnumerable<TRow> Rows<TRow>(string column, IReadOnlySet<string> wanted)
            where TRow : IDatasetRow => PublishedDatasets.Rows<TRow>(folder, column, wanted);
    }
}
