using Extractor.Pdf.Content;
using Extractor.Pdf.Files;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf;

/// <summary>
/// A PDF file opened for reading (ISO 32000-2). Damaged structure is repaired where a reader can; one instance is
/// used by one thread at a time.
/// </summary>
public sealed class PdfDocument
{
    private readonly List<PageTreeNode> pages;
    private DocumentInformation? information;
    private DocumentResources? resources;

    private PdfDocument(PdfFile file, List<PageTreeNode> pages)
    {
        File = file;
        this.pages = pages;
    }

    /// <summary>How many pages the page tree holds.</summary>
    public int PageCount => pages.Count;

    /// <summary>/Info: producer, creator, title; what cannot be read of it is null and told in <see cref="Faults"/>.</summary>
    public DocumentInformation Information => information ??= ReadInformation();

    /// <summary>What of the file's structure had to be mended or is lost, one sentence each; empty when all was in order.</summary>
    public IReadOnlyList<string> Faults => File.Faults;

    /// <summary>The objects.</summary>
    internal PdfFile File { get; }

    /// <summary>What is kept from page to page: fonts, resources, states of layers.</summary>
    internal DocumentResources Resources => resources ??= new DocumentResources(Catalog, File.Limits);

    /// <summary>The document catalog (7.7.2); empty when there is none.</summary>
    internal PdfDictionary Catalog => File.Trailer.GetDictionary("Root") ?? PdfDictionary.Empty;

    /// <summary>Opens a file that is wholly in memory. The bytes must stay unchanged while the document is used.</summary>
    /// <param name="passwords">Tried after the empty one, if the file is encrypted.</param>
    /// <exception cref="PdfFormatException">No PDF, or damaged beyond repair.</exception>
    /// <exception cref="PdfEncryptedException">Protected with another password than the empty one and those given.</exception>
    /// <exception cref="PdfLimitException">A limit of <paramref name="limits"/> was reached.</exception>
    public static PdfDocument Open(ReadOnlyMemory<byte> bytes, PdfLimits? limits = null, IReadOnlyList<string>? passwords = null)
    {
        var file = PdfFile.Open(bytes, limits ?? PdfLimits.Default, passwords ?? []);
        var pages = PageTree.Read(file);
        return pages.Count > 0
            ? new PdfDocument(file, pages)
            : throw new PdfFormatException("The file has a PDF header, but no page can be found in it.");
    }

    /// <param name="number">From 1 to <see cref="PageCount"/>.</param>
    /// <exception cref="PdfFormatException">The page's dictionary cannot be read.</exception>
    public PdfPage GetPage(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, PageCount);
        var node = pages[number - 1];
        return node.Dictionary is { } dictionary
            ? new PdfPage(number, new PageDictionary(dictionary, node, File.Limits), Resources)
            : throw new PdfFormatException($"The object of page {number} is missing from the file.");
    }

    private DocumentInformation ReadInformation()
    {
        try
        {
            var information = File.Trailer.GetDictionary("Info");
            return new DocumentInformation(Text("Title"), Text("Author"), Text("Creator"), Text("Producer"));

            string? Text(string key) => information?.GetString(key)?.ToText() is { Length: > 0 } text ? text : null;
        }
        catch (PdfException error)
        {
            File.Faults.Add("The document information cannot be read: " + error.Message);
            return new DocumentInformation(null, null, null, null);
        }
    }
}

/// <summary>The document information dictionary (14.3.3); null where an entry is missing.</summary>
public sealed record DocumentInformation(string? Title, string? Author, string? Creator, string? Producer);
