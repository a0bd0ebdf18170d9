using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf;

/// <summary>A file that is embedded in the document (7.11.4).</summary>
public sealed class PdfAttachment
{
    private readonly PdfStream stream;

    internal PdfAttachment(string name, PdfStream stream)
    {
        Name = name;
        this.stream = stream;
    }

    /// <summary>As the document names it: a file name, not to be trusted as a path.</summary>
    public string Name { get; }

    /// <summary>Decodes it.</summary>
    /// <exception cref="PdfException">It cannot be decoded, or is beyond the limits of the document.</exception>
    public ReadOnlyMemory<byte> Read() => stream.Decode();
}
