namespace Extractor.Pdf;

/// <summary>
/// A PDF file opened for reading (ISO 32000-2). Damaged structure is repaired where a reader can; one instance is
/// used by one thread at a time.
/// </summary>
public sealed class PdfDocument
{
    private PdfDocument()
    {
    }

    /// <summary>How many pages the page tree holds.</summary>
    public int PageCount => throw new NotImplementedException();

    /// <summary>/Info: producer, creator, title.</summary>
    public DocumentInformation Information => throw new NotImplementedException();

    /// <summary>Opens a file that is wholly in memory. The bytes must stay unchanged while the document is used.</summary>
    /// <exception cref="PdfFormatException">No PDF, or damaged beyond repair.</exception>
    /// <exception cref="PdfEncryptedException">Protected with a password other than the empty one.</exception>
    /// <exception cref="PdfLimitException">A limit of <paramref name="limits"/> was reached.</exception>
    public static PdfDocument Open(ReadOnlyMemory<byte> bytes, PdfLimits? limits = null) =>
        throw new NotImplementedException();

    /// <param name="number">From 1 to <see cref="PageCount"/>.</param>
    /// <exception cref="PdfFormatException">The page's dictionary cannot be read.</exception>
    public PdfPage GetPage(int number) => throw new NotImplementedException();
}

/// <summary>The document information dictionary (14.3.3); null where an entry is missing.</summary>
public sealed record DocumentInformation(string? Title, string? Author, string? Creator, string? Producer);
