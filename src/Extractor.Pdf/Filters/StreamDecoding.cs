using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Filters;

/// <summary>The bytes of streams with their filters undone.</summary>
internal static class StreamDecoding
{
    /// <summary>
    /// The bytes with all filters undone, up to the first filter of images (<c>DCTDecode</c>, <c>JPXDecode</c>,
    /// <c>CCITTFaxDecode</c>, <c>JBIG2Decode</c>). Damaged data give what could be decoded.
    /// </summary>
    /// <exception cref="PdfLimitException">More than <see cref="PdfLimits.MaximumStreamBytes"/>.</exception>
    public static ReadOnlyMemory<byte> Decode(this PdfStream stream) => stream.DecodeUpToImageFilter(out _, out _);

    /// <summary>As <see cref="Decode"/>, and tells which filter of images is left to undo, with its parameters.</summary>
    public static ReadOnlyMemory<byte> DecodeUpToImageFilter(
        this PdfStream stream, out string? imageFilter, out PdfDictionary? parameters)
    {
        var chain = FilterChain.Of(stream);
        imageFilter = chain.ImageFilter;
        parameters = chain.ImageParameters;
        return chain.Decode(stream.DecipheredBytes(chain.CryptFilter), stream.Source);
    }

    /// <summary>As <see cref="Decode"/>, in a buffer that is given back when the result is disposed.</summary>
    public static DecodedBytes DecodePooled(this PdfStream stream)
    {
        var chain = FilterChain.Of(stream);
        return chain.DecodePooled(stream.DecipheredBytes(chain.CryptFilter), stream.Source);
    }
}
