using Extractor.Extracting;
using Extractor.Extracting.Reading;
using Extractor.Model.Layout;
using Extractor.Pdf;
using Extractor.Tables;

namespace Extractor.Runs.Inspection;

/// <summary>A page as it was read, or why it could not be.</summary>
/// <param name="NeedsOcr">Why the text of the page cannot be had from the file; null where it can.</param>
public sealed record PageReading(int Number, PageLayout? Layout, string? Failure, string? NeedsOcr);

/// <summary>A PDF that cannot be opened; the message says what the file is and what to do.</summary>
public sealed class UnreadableDocumentException : Exception
{
    public UnreadableDocumentException(string message)
        : base(message)
    {
    }
}

/// <summary>The pages of one file with all that stands on them, before any table is looked for.</summary>
public static class DocumentText
{
    /// <summary>Reads page after page, as they are asked for.</summary>
    /// <exception cref="UnreadableDocumentException">The file is no PDF, is broken, or needs a password.</exception>
    /// <param name="passwords">Tried after the empty one.</param>
    public static IEnumerable<PageReading> ReadPages(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> passwords)
    {
        var opened = OpenedFile.Open(bytes, passwords);
        return opened.Document is { } document ? ReadPages(document)
            : throw new UnreadableDocumentException(opened.Reason ?? opened.MediaType);
    }

    private static IEnumerable<PageReading> ReadPages(PdfDocument document)
    {
        for (var number = 1; number <= document.PageCount; number++)
        {
            yield return ReadPage(document, number);
        }
    }

    private static PageReading ReadPage(PdfDocument document, int number)
    {
        try
        {
            var layout = PageLayoutReader.Read(document.GetPage(number));
            return new PageReading(number, layout, null, TextLayerOfPage.Of(layout).WhyUnreadable);
        }
        catch (PdfException error)
        {
            return new PageReading(number, null, error.Message, null);
        }
    }
}
