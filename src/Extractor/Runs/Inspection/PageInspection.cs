using Extractor.Extracting;
using Extractor.Extracting.Drawing;
using Extractor.Extracting.Reading;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Pdf;
using Extractor.Tables;

namespace Extractor.Runs.Inspection;

/// <summary>A page drawn with what was read on it.</summary>
/// <param name="State">What the page is: table, narrative, needs_ocr, …</param>
/// <param name="Tables">One line for each table on the page: its key, title, unit and header paths.</param>
public sealed record InspectedPage(int Number, int PageCount, string State, string? StateReason, IReadOnlyList<string> Tables, string Svg);

/// <summary>Looks at one page as the stages see it: how a wrong cell is explained.</summary>
public static class PageInspection
{
    /// <exception cref="UnreadableDocumentException">The file is no PDF, is broken, needs a password, or the page cannot be
    /// read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The document has no such page.</exception>
    public static InspectedPage Inspect(string path, ReadOnlyMemory<byte> bytes, int pageNumber, CancellationToken cancellationToken)
    {
        var opened = OpenedFile.Open(bytes, []);
        var pdf = opened.Document ?? throw new UnreadableDocumentException(opened.Reason ?? opened.MediaType);
        if (pageNumber < 1 || pageNumber > pdf.PageCount)
        {
            throw new ArgumentOutOfRangeException(nameof(pageNumber), pageNumber, $"The document has pages 1 to {pdf.PageCount}.");
        }

        var name = Path.GetFileName(path);
        var file = new FetchedFile(DocumentId.Of(bytes.Span), path, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
        var extracted = DocumentExtractor.Extract(file, bytes, cancellationToken);
        var normalized = new DocumentNormalizer(ReferenceData.Load()).Normalize(extracted);
        var page = extracted.Pages.FirstOrDefault(other => other.Number == pageNumber);
        try
        {
            return new InspectedPage(
                pageNumber,
                pdf.PageCount,
                page is null ? "failed" : SchemaName.Of(page.State),
                page?.StateReason,
                [.. Describe(normalized, pageNumber)],
                PageDrawing.ToSvg(PageLayoutReader.Read(pdf.GetPage(pageNumber)), extracted.Tables,
                    [.. extracted.Tables.Select(table => KeyOf(normalized, table.Ordinal))]));
        }
        catch (PdfException error)
        {
            throw new UnreadableDocumentException($"page {pageNumber}: {error.Message}");
        }
    }

    private static IEnumerable<string> Describe(NormalizedDocument document, int pageNumber) =>
        from table in document.Extracted.Tables
        where table.PageFirst <= pageNumber && pageNumber <= table.PageLast
        select $"{KeyOf(document, table.Ordinal)} {table.NumberAsPrinted} {table.TitleAsPrinted}, pages " +
            $"{table.PageFirst}-{table.PageLast}, "
            + $"{table.RowCount} rows ({table.HeaderRowCount} header), {table.ColumnCount} columns, unit " +
                $"{table.UnitAsPrinted ?? "none"}, columns: {string.Join("; ", table.ColumnHeaderPaths)}";

    private static string KeyOf(NormalizedDocument document, int ordinal) =>
        document.Tables.Where(meaning => meaning.TableOrdinal == ordinal).Select(static meaning => SchemaName.Of(meaning.Key))
            .FirstOrDefault("other");
}
