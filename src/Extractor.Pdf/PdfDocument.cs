using System.Globalization;
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
    private IReadOnlyList<OutlineItem>? outline;
    private IReadOnlyList<PdfAttachment>? attachments;
    private string[]? labels;

    private PdfDocument(PdfFile file, List<PageTreeNode> pages)
    {
        File = file;
        this.pages = pages;
    }

    /// <summary>How many pages the page tree holds.</summary>
    public int PageCount => pages.Count;

    /// <summary>/Info: producer, creator, title; what cannot be read of it is null and told in <see cref="Faults"/>.</summary>
    public DocumentInformation Information => information ??= ReadInformation();

    /// <summary>The outline ("bookmarks"), parents before their children; empty when there is none.</summary>
    /// <exception cref="PdfLimitException">A limit of the document was reached.</exception>
    public IReadOnlyList<OutlineItem> Outline => outline ??= OutlineReader.Read(Catalog, pages);

    /// <summary>Embedded files by the names that the catalog gives them; empty when there are none.</summary>
    /// <exception cref="PdfLimitException">A limit of the document was reached.</exception>
    public IReadOnlyList<PdfAttachment> Attachments => attachments ??= ReadAttachments();

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

    /// <summary>Opens a file from a stream, which is read to its end and may be closed then.</summary>
    /// <inheritdoc cref="Open(ReadOnlyMemory{byte}, PdfLimits?, IReadOnlyList{string}?)"/>
    public static PdfDocument Open(Stream stream, PdfLimits? limits = null, IReadOnlyList<string>? passwords = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Open(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), limits, passwords);
    }

    internal string LabelOf(int number)
    {
        labels ??= ReadLabels();
        return labels.Length == 0 ? number.ToString(CultureInfo.InvariantCulture) : labels[number - 1];
    }

    /// <param name="number">From 1 to <see cref="PageCount"/>.</param>
    /// <exception cref="PdfFormatException">The page's dictionary cannot be read.</exception>
    public PdfPage GetPage(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, PageCount);
        var node = pages[number - 1];
        return node.Dictionary is { } dictionary
            ? new PdfPage(this, number, new PageDictionary(dictionary, node, File.Limits))
            : throw new PdfFormatException($"The object of page {number} is missing from the file.");
    }

    private string[] ReadLabels()
    {
        try
        {
            return PageLabels.Read(Catalog, PageCount) ?? [];
        }
        catch (PdfException error)
        {
            File.Faults.Add("The labels of the pages cannot be read: " + error.Message);
            return [];
        }
    }

    private List<PdfAttachment> ReadAttachments()
    {
        var found = new List<PdfAttachment>();
        foreach (var (key, value) in NameTree.Read(Catalog.GetDictionary("Names")?.GetDictionary("EmbeddedFiles"), "Names"))
        {
            if (value is PdfDictionary specification && specification.GetDictionary("EF") is { } files
                && (files.GetStream("UF") ?? files.GetStream("F")) is { } stream)
            {
                var name = specification.GetString("UF") ?? specification.GetString("F") ?? key as PdfString;
                found.Add(new PdfAttachment(name?.ToText() ?? string.Empty, stream));
            }
        }

        return found;
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
            return new DocumentInformation(null, null, null, null) { Fault = error.Message };
        }
    }
}

/// <summary>The document information dictionary (14.3.3); null where an entry is missing.</summary>
public sealed record DocumentInformation(string? Title, string? Author, string? Creator, string? Producer)
{
    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Fault { get; init; }
}
