using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Keys and length of inline images (8.9.7).</summary>
internal static class InlineImage
{
    public static string FullKey(string key) => key switch
    {
        "BPC" => "BitsPerComponent",
        "CS" => "ColorSpace",
        "D" => "Decode",
        "DP" => "DecodeParms",
        "F" => "Filter",
        "H" => "Height",
        "IM" => "ImageMask",
        "I" => "Interpolate",
        "W" => "Width",
        "L" => "Length",
        _ => key,
    };

    /// <summary>Bytes of the image's data.</summary>
    /// <param name="next">Where the content goes on, after EI.</param>
    public static int FindLength(ReadOnlySpan<byte> data, PdfDictionary image, out int next)
    {
        var known = image.Contains("Filter") ? image.GetInteger("Length", -1) : PlainLength(image);
        if (known >= 0 && known < data.Length && EndAt(data, (int)known, out next))
        {
            return (int)known;
        }

        for (var at = 0; at < data.Length; at++)
        {
            var found = data[at..].IndexOf("EI"u8);
            if (found < 0)
            {
                break;
            }

            at += found;
            if ((at == 0 || IsSpace(data[at - 1])) && (at + 2 >= data.Length || IsSpace(data[at + 2])) &&
                LooksLikeContent(data[(at + 2)..]))
            {
                next = at + 2;
                return Math.Max(at - 1, 0);
            }
        }

        next = data.Length;
        return data.Length;
    }

    private static long PlainLength(PdfDictionary image)
    {
        long width = image.GetInteger("Width");
        long height = image.GetInteger("Height");
        var isMask = image.GetBoolean("ImageMask");
        var bits = isMask ? 1 : image.GetInteger("BitsPerComponent", 8);
        var space = image.Get("ColorSpace");
        var kind = space is PdfArray array ? array.GetName(0) : (space as PdfName)?.Value;
        var components = isMask ? 1 : kind switch
        {
            "RGB" or "DeviceRGB" or "CalRGB" => 3,
            "CMYK" or "DeviceCMYK" => 4,
            "ICCBased" => (space as PdfArray)?.GetStream(1)?.Dictionary.GetInteger("N", 3) ?? 3,
            _ => 1,
        };
        return width is > 0 and < 100_000 && height is > 0 and < 100_000 ? ((width * bits * components) + 7) / 8 * height : -1;
    }

    private static bool EndAt(ReadOnlySpan<byte> data, int length, out int next)
    {
        var at = length;
        while (at < data.Length && at < length + 3 && IsSpace(data[at]))
        {
            at++;
        }

        next = at + 2;
        return data[at..].StartsWith("EI"u8) && (next >= data.Length || IsSpace(data[next]));
    }

    /// <summary>After EI stands content: text, not the bytes of an image.</summary>
    private static bool LooksLikeContent(ReadOnlySpan<byte> after)
    {
        foreach (var b in after[..Math.Min(after.Length, 12)])
        {
            if (b is >= 0x7F or (< 0x20 and not (0 or 9 or 10 or 12 or 13)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;
}
