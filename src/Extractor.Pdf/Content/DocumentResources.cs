using System.Runtime.CompilerServices;
using Extractor.Pdf.Fonts;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>What the reader of contents keeps from page to page of one document.</summary>
internal sealed class DocumentResources
{
    private readonly ConditionalWeakTable<PdfDictionary, PdfFont> fonts = [];
    private readonly ConditionalWeakTable<PdfDictionary, ResourceSet> sets = [];

    /// <summary>
    /// Of the empty dictionary, which all documents share and which never goes: the table would keep this document with it.
    /// </summary>
    private ResourceSet? nothing;

    public DocumentResources(PdfDictionary catalog, PdfLimits limits)
    {
        Layers = new OptionalContent(catalog);
        Limits = limits;
    }

    public PdfLimits Limits { get; }

    /// <summary>Optional content.</summary>
    public OptionalContent Layers { get; }

    public ContentScratch Scratch { get; } = new();

    /// <summary>The font of a dictionary: the file keeps one dictionary an object number, so that fonts are read once.</summary>
    public PdfFont Font(PdfDictionary dictionary) => fonts.GetValue(dictionary, static d => FontReader.Read(d));

    public ResourceSet Set(PdfDictionary dictionary) => ReferenceEquals(dictionary, PdfDictionary.Empty)
        ? nothing ??= new ResourceSet(dictionary, this)
        : sets.GetValue(dictionary, d => new ResourceSet(d, this));
}

/// <summary>Buffers that serve one page after the other.</summary>
internal sealed class ContentScratch
{
    private byte[] text = new byte[1024];

    public OperandList Operands { get; } = new();

    public PathBuilder Path { get; } = new();

    public GraphicsState[] States { get; set; } = new GraphicsState[32];

    public Span<byte> Text(int length)
    {
        if (text.Length < length)
        {
            text = new byte[Math.Max(length, text.Length * 2)];
        }

        return text;
    }
}
