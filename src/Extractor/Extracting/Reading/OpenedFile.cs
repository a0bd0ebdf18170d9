using Extractor.Pdf;

namespace Extractor.Extracting.Reading;

/// <summary>A file that was opened, or the reason why it could not be.</summary>
/// <param name="Document">Null where <paramref name="Reason"/> is set.</param>
/// <param name="Reason">What the file is, and what to do; for <c>status_reason</c>.</param>
internal readonly record struct OpenedFile(string MediaType, PdfDocument? Document, string? Reason)
{
    /// <param name="passwords">Tried after the empty one.</param>
    public static OpenedFile Open(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> passwords)
    {
        var mediaType = Reading.MediaType.Sniff(bytes.Span);
        if (mediaType != Reading.MediaType.Pdf)
        {
            return new OpenedFile(mediaType, null, mediaType switch
            {
                Reading.MediaType.Empty => "The file is empty (0 bytes). Fetch it again.",
                Reading.MediaType.Html =>
                    "The file is a web page (HTML), no PDF, whatever its name says. Look for the real link on the page it was taken from.",
                _ => $"The file is {mediaType}, no PDF. Ask the publisher for the PDF or convert it.",
            });
        }

        try
        {
            var document = PdfDocument.Open(bytes, passwords: passwords);
            return document.PageCount > 0
                ? new OpenedFile(mediaType, document, null)
                : new OpenedFile(mediaType, null, "The PDF has no pages. Fetch it again or ask the publisher.");
        }
        catch (PdfEncryptedException exception)
        {
            return new OpenedFile(mediaType, null,
                $"The PDF is protected with a password: {exception.Message} Give it with --password-file, or ask the publisher for an " +
                $"open copy.");
        }
        catch (PdfException exception)
        {
            return new OpenedFile(mediaType, null,
                $"The PDF cannot be read: {exception.Message} Fetch it again; if it stays so, ask the publisher.");
        }
    }
}
