using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf;

/// <summary>What the samples of an image mean (8.6): with it, <c>raw</c> bytes can be turned into pixels.</summary>
/// <param name="Family">
/// As PDF names it, abbreviations of inline images written out: DeviceGray, DeviceRGB, DeviceCMYK, CalGray, CalRGB, Lab, ICCBased,
/// Indexed, Separation, DeviceN.
/// </param>
/// <param name="Components">Samples of a pixel; 0 where the file does not tell.</param>
/// <param name="Base">Of Indexed, the space of the palette; of Separation and DeviceN, the alternate space; otherwise null.</param>
/// <param name="Palette">
/// Of Indexed, the colours one after the other, a byte a component of <paramref name="Base"/>; otherwise empty.
/// </param>
public sealed record ImageColorSpace(string Family, int Components, ImageColorSpace? Base, ReadOnlyMemory<byte> Palette)
{
    /// <summary>Spaces stand within spaces: Indexed over ICCBased, and no deeper in any real file.</summary>
    private const int MaximumDepth = 4;

    internal static ImageColorSpace? Of(PdfObject? space, int depth = 0)
    {
        var array = space as PdfArray;
        if (depth > MaximumDepth || (array?.GetName(0) ?? (space as PdfName)?.Value) is not { } name)
        {
            return null;
        }

        var parameter = array?[1];
        return name switch
        {
            "G" or "DeviceGray" => new("DeviceGray", 1, null, default),
            "CalGray" => new(name, 1, null, default),
            "RGB" or "DeviceRGB" => new("DeviceRGB", 3, null, default),
            "CalRGB" or "Lab" => new(name, 3, null, default),
            "CMYK" or "DeviceCMYK" => new("DeviceCMYK", 4, null, default),
            "ICCBased" => new(name, Math.Clamp((parameter as PdfStream)?.Dictionary.GetInteger("N") ?? 0, 0, 4), null, default),
            "I" or "Indexed" => new("Indexed", 1, Of(parameter, depth + 1), PaletteOf(array?[3])),
            "Separation" => new(name, 1, Of(array?[2], depth + 1), default),
            "DeviceN" => new(name, (parameter as PdfArray)?.Count ?? 0, Of(array?[2], depth + 1), default),
            _ => null,
        };
    }

    private static ReadOnlyMemory<byte> PaletteOf(PdfObject? lookup)
    {
        try
        {
            return lookup switch
            {
                PdfString text => text.Bytes,
                PdfStream stream => stream.Decode(),
                _ => default,
            };
        }
        catch (PdfException)
        {
            return default;
        }
    }
}
