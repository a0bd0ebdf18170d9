using Extractor.Pdf.Files;
using Extractor.Pdf.Filters;

namespace Extractor.Pdf.Objects;

/// <summary>A stream (7.3.8): a dictionary and bytes, which are looked for and decoded only when asked for.</summary>
internal sealed class PdfStream : PdfObject
{
    private readonly PdfFile? file;
    private readonly int dataStart;
    private readonly int number;
    private readonly int generation;
    private ReadOnlyMemory<byte>? rawBytes;

    /// <summary>A stream that is no object of a file: an inline image, whose keys may be abbreviated (8.9.7).</summary>
    public PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> rawBytes, PdfFile? file = null)
    {
        Dictionary = dictionary;
        this.rawBytes = rawBytes;
        this.file = file;
        IsInline = true;
    }

    internal PdfStream(PdfDictionary dictionary, PdfFile file, int dataStart, int number, int generation)
    {
        Dictionary = dictionary;
        this.file = file;
        this.dataStart = dataStart;
        this.number = number;
        this.generation = generation;
    }

    public PdfDictionary Dictionary { get; }

    /// <summary>Not of the file but made from the operands of BI.</summary>
    public bool IsInline { get; }

    /// <summary>
    /// The bytes between <c>stream</c> and <c>endstream</c> as they stand in the file: encoded, and enciphered if the file is.
    /// </summary>
    public ReadOnlyMemory<byte> RawBytes => rawBytes ??= file!.FindStreamBytes(this, dataStart);

    internal int Number => number;

    internal int Generation => generation;

    /// <summary>
    /// The bytes with all filters undone, up to the first filter of images (<c>DCTDecode</c>, <c>JPXDecode</c>,
    /// <c>CCITTFaxDecode</c>, <c>JBIG2Decode</c>). Damaged data give what could be decoded.
    /// </summary>
    /// <exception cref="PdfLimitException">More than <see cref="PdfLimits.MaximumStreamBytes"/>.</exception>
    public ReadOnlyMemory<byte> Decode() => DecodeUpToImageFilter(out _, out _);

    /// <summary>As <see cref="Decode"/>, and tells which filter of images is left to undo, with its parameters.</summary>
    public ReadOnlyMemory<byte> DecodeUpToImageFilter(out string? imageFilter, out PdfDictionary? parameters)
    {
        var chain = FilterChain.Of(this);
        imageFilter = chain.ImageFilter;
        parameters = chain.ImageParameters;
        return chain.Decode(DecipheredBytes(chain), file);
    }

    /// <summary>As <see cref="Decode"/>, in a buffer that is given back when the result is disposed.</summary>
    public DecodedBytes DecodePooled()
    {
        var chain = FilterChain.Of(this);
        return chain.DecodePooled(DecipheredBytes(chain), file);
    }

    public override string ToString() => $"{Dictionary} stream";

    private ReadOnlyMemory<byte> DecipheredBytes(FilterChain chain) =>
        file is null || IsInline ? RawBytes : file.Decipher(this, RawBytes, chain.CryptFilter);
}
