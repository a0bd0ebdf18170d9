using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf;

/// <summary>A raster image where it is drawn.</summary>
public sealed class PdfImage
{
    private readonly PdfStream stream;

    internal PdfImage(PdfRectangle box, PdfStream stream)
    {
        Box = box;
        this.stream = stream;
        PixelWidth = stream.Dictionary.GetInteger("Width");
        PixelHeight = stream.Dictionary.GetInteger("Height");
        Format = FormatOf(stream.Dictionary);
    }

    /// <summary>Cut to what of it is visible.</summary>
    public PdfRectangle Box { get; }

    public int PixelWidth { get; }

    public int PixelHeight { get; }

    /// <summary>A stencil (8.9.6.2): samples of one bit, through which the colour in hand is painted.</summary>
    public bool IsMask => stream.Dictionary.GetBoolean("ImageMask");

    /// <summary>
    /// 1, 2, 4, 8 or 16; rows of <c>raw</c> samples begin at a byte. 0 where the file leaves it to the image itself (JPEG 2000).
    /// </summary>
    public int BitsPerComponent => IsMask ? 1 : stream.Dictionary.GetInteger("BitsPerComponent");

    /// <summary>What the samples mean; null for a stencil, and where the file leaves it to the image itself or names none.</summary>
    public ImageColorSpace? ColorSpace => IsMask ? null : ImageColorSpace.Of(stream.Dictionary.Get("ColorSpace"));

    /// <summary>jpeg, jpeg2000, ccitt, jbig2 or raw: how <see cref="EncodedBytes"/> are to be read.</summary>
    public string Format { get; }

    /// <summary>The bytes, up to the filter of images; decoded whenever they are asked for, empty if they cannot be.</summary>
    public ReadOnlyMemory<byte> EncodedBytes
    {
        get
        {
            try
            {
                return stream.Decode();
            }
            catch (PdfException)
            {
                return default;
            }
        }
    }

    private static string FormatOf(PdfDictionary dictionary)
    {
        var filter = dictionary.Get("Filter") ?? dictionary.Get("F");
        var name = filter is PdfArray { Count: > 0 } filters ? filters.GetName(filters.Count - 1) : (filter as PdfName)?.Value;
        return name switch
        {
            "DCTDecode" or "DCT" => "jpeg",
            "JPXDecode" => "jpeg2000",
            "CCITTFaxDecode" or "CCF" => "ccitt",
            "JBIG2Decode" => "jbig2",
            _ => "raw",
        };
    }
}
