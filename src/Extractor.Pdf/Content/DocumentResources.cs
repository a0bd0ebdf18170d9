using System.Runtime.CompilerServices;
using Extractor.Pdf.Filters;
using Extractor.Pdf.Fonts;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>What the reader of contents keeps from page to page of one document.</summary>
internal sealed class DocumentResources
{
    /// <summary>Most bytes of forms that are kept decoded.</summary>
    private const int MaximumKeptBytes = 16 * 1024 * 1024;

    private readonly ConditionalWeakTable<PdfDictionary, PdfFont> fonts = [];
    private readonly ConditionalWeakTable<PdfDictionary, ResourceSet> sets = [];

    /// <summary>Forms that were drawn before; the content of those that were drawn twice is kept.</summary>
    private readonly HashSet<PdfStream> drawnForms = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PdfStream, byte[]> forms = new(ReferenceEqualityComparer.Instance);
    private int keptBytes;

    /// <summary>
    /// Of the empty dictionary, which all documents share and which never goes: the table would keep this document with it.
    /// </summary>
    private ResourceSet? nothing;
    private PdfFont? unknownFont;
    private PdfFont? latinFont;

    public DocumentResources(PdfDictionary catalog, PdfLimits limits)
    {
        Layers = new OptionalContent(catalog);
        Limits = limits;
    }

    public PdfLimits Limits { get; }

    /// <summary>Optional content.</summary>
    public OptionalContent Layers { get; }

    /// <summary>For text whose font is missing: readers show it in a font of their own, as Latin if it can be that.</summary>
    public PdfFont SubstituteFor(ReadOnlySpan<byte> text) => text.ContainsAnyExceptInRange((byte)' ', (byte)'~')
        ? unknownFont ??= FontReader.Read(new PdfDictionary(["Subtype"], [new PdfName("Type3")]))
        : latinFont ??= FontReader.Read(new PdfDictionary(["Subtype", "BaseFont"], [new PdfName("Type1"), new PdfName("Helvetica")]));

    public ContentScratch Scratch { get; } = new();

    /// <summary>The font of a dictionary: the file keeps one dictionary an object number, so that fonts are read once.</summary>
    public PdfFont Font(PdfDictionary dictionary) => fonts.GetValue(dictionary, static d => FontReader.Read(d));

    /// <summary>
    /// The decoded content of a form. One that is drawn again and again, as a letterhead on each page, is decoded and charged to the
    /// limits twice at most. To be disposed by whoever asks.
    /// </summary>
    public DecodedBytes Form(PdfStream stream)
    {
        if (forms.TryGetValue(stream, out var known))
        {
            return new DecodedBytes(known);
        }

        var decoded = stream.DecodePooled();
        if (!drawnForms.Add(stream) && decoded.Span.Length <= MaximumKeptBytes)
        {
            keptBytes += decoded.Span.Length;
            if (keptBytes > MaximumKeptBytes)
            {
                forms.Clear();
                keptBytes = decoded.Span.Length;
            }

            forms.Add(stream, decoded.Span.ToArray());
        }

        return decoded;
    }

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
