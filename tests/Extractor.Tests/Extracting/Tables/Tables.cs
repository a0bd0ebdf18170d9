using Extractor.Extracting;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>From sketched pages to the tables of a document.</summary>
internal static class Tables
{
    public static FetchedFile File { get; } = new(
        DocumentId.Of("sketch"u8), "sketch.pdf", "sketch.pdf", "sketch.pdf", 1, null, null, null, DocumentRequest.Unknown);

    public static ExtractedDocument Document(params PageSketch[] pages) =>
        DocumentExtractor.Compose(File, "application/pdf", null, [.. pages.Select(page => page.Find())]);

    public static ExtractedTable Single(params PageSketch[] pages) => Assert.Single(Document(pages).Tables);

    /// <summary>A line a row, cells told apart by |; a cell that goes on over a page edge ends with +.</summary>
    public static string Print(ExtractedTable table) => string.Join('\n', table.Cells
        .GroupBy(cell => cell.Row)
        .Select(row => string.Join('|', row.Select(cell =>
            (cell.RowSpan > 1 || cell.ColumnSpan > 1 ? $"[{cell.RowSpan}x{cell.ColumnSpan}]" : string.Empty)
            + cell.Text + (cell.Parts.Length > 1 ? "+" : string.Empty)))));
}
