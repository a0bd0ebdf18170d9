using Extractor.Pdf.CMaps;
using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Fonts;

/// <summary>Makes a font of its dictionary (9.5).</summary>
internal static class FontReader
{
    private const int MaximumParents = 8;

    public static PdfFont Read(PdfDictionary font)
    {
        var toUnicode = ReadToUnicode(font);
        if (font.GetName("Subtype") == "Type0" || font.GetArray("DescendantFonts") is not null)
        {
            var descendant = font.GetArray("DescendantFonts")?.GetDictionary(0) ?? font.GetDictionary("DescendantFonts") ??
                PdfDictionary.Empty;
            return new CompositeFont(font, descendant, ReadEncoding(font.Get("Encoding"), 0), toUnicode)
            {
                CodesAreUnicode = font.GetName("ToUnicode") is "Identity-H" or "Identity-V",
            };
        }

        return new SimpleFont(font, toUnicode);
    }

    private static CMap ReadEncoding(PdfObject? encoding, int depth)
    {
        switch (encoding)
        {
            case PdfName name:
                // An unknown name that ends in V is a vertical map all the same.
                return PredefinedCMaps.Find(name.Value)
                    ?? (name.Value.EndsWith("-V", StringComparison.Ordinal) ? CMap.IdentityVertical : CMap.IdentityHorizontal);
            case PdfStream stream when depth < MaximumParents:
                try
                {
                    using var bytes = stream.DecodePooled();
                    var parent = stream.Dictionary.Get("UseCMap") is { } used ? ReadEncoding(used, depth + 1) : null;
                    return CMapParser.Parse(bytes.Span, PredefinedCMaps.Find, parent);
                }
                catch (PdfException)
                {
                    return CMap.IdentityHorizontal;
                }

            default:
                return CMap.IdentityHorizontal;
        }
    }

    private static ToUnicodeMap? ReadToUnicode(PdfDictionary font)
    {
        if (font.GetStream("ToUnicode") is not { } stream)
        {
            return null;
        }

        try
        {
            using var bytes = stream.DecodePooled();
            var map = ToUnicodeMap.Parse(bytes.Span);
            return map.IsEmpty || map.IsUniform ? null : map;
        }
        catch (PdfException)
        {
            return null;
        }
    }
}
