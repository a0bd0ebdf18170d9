using Extractor.Pdf.CMaps;
using Extractor.Pdf.Objects;
using Extractor.Pdf.Unicode;

namespace Extractor.Pdf.Fonts;

/// <summary>A Type 1, TrueType or Type 3 font: codes of one byte (9.6).</summary>
internal sealed class SimpleFont : PdfFont
{
    private readonly ToUnicodeMap? toUnicode;
    private readonly FontDescriptor descriptor;
    private readonly string subtype;
    private readonly SimpleEncoding? baseEncoding;
    private readonly string?[]? differences;
    private readonly int firstCode;
    private readonly PdfArray? widths;
    private readonly short[]? standardWidths;
    private readonly double widthScale;
    private readonly Lazy<OpenTypeProgram?> openType;
    private readonly Lazy<CompactFontProgram?> compact;
    private readonly Lazy<string?[]?> type1Encoding;

    public SimpleFont(PdfDictionary font, ToUnicodeMap? toUnicode)
    {
        this.toUnicode = toUnicode;
        CodeLength = 1;
        subtype = font.GetName("Subtype") ?? string.Empty;
        descriptor = new FontDescriptor(font, font.GetDictionary("FontDescriptor"));
        Name = descriptor.Name;
        Ascent = descriptor.Ascent;
        Descent = descriptor.Descent;
        IsBold = descriptor.IsBold;
        firstCode = font.GetInteger("FirstChar");
        widths = font.GetArray("Widths");
        widthScale = 0.001;
        if (subtype == "Type3")
        {
            // Widths and boxes of a Type 3 font are in its own space (9.6.4).
            var matrix = font.GetArray("FontMatrix");
            widthScale = Math.Abs(matrix?.GetNumber(0, 0.001) ?? 0.001);
            var heightScale = Math.Abs(matrix?.GetNumber(3, 0.001) ?? 0.001);
            var box = font.GetArray("FontBBox");
            var top = (float)((box?.GetNumber(3) ?? 0) * heightScale);
            var bottom = (float)((box?.GetNumber(1) ?? 0) * heightScale);
            if (top - bottom is > 0.1f and < 4)
            {
                Ascent = top;
                Descent = bottom;
            }
        }

        baseEncoding = FindBaseEncoding(font, out differences);
        standardWidths = widths is null ? StandardFontWidths.Find(descriptor.Name) : null;
        openType = new(() => OpenTypeProgram.Parse(descriptor.Program));
        compact = new(() => CompactFontProgram.Parse(
            openType.Value is { CompactFont.Length: > 0 } wrapper ? wrapper.CompactFont : descriptor.Program));
        type1Encoding = new(() => Type1Program.ReadEncoding(descriptor.Program.Span));
    }

    protected override FontGlyph Load(uint code, int length)
    {
        var text = FindText((int)code);
        var width = FindWidth((int)code, text);
        return new FontGlyph(text ?? GlyphText.Unmapped, (float)width, -1, (float)width / 2, 0.88f);
    }

    /// <summary>In ems. Fonts that tell no widths at all have those of the standard fonts, else of their program.</summary>
    private double FindWidth(int code, string? text)
    {
        if (widths is not null)
        {
            return code >= firstCode && code - firstCode < widths.Count
                ? widths.GetNumber(code - firstCode) * widthScale
                : descriptor.MissingWidth * widthScale;
        }

        if (standardWidths is null && openType.Value is { } program && program.Advance(program.GlyphOfSimpleCode(code)) is { } advance)
        {
            return advance / 1000;
        }

        return StandardFontWidths.Width(standardWidths ?? StandardFontWidths.OfUnknownFont, text);
    }

    private string? FindText(int code)
    {
        var stated = toUnicode?.Find((uint)code);
        if (stated is not null && stated[0] is < '\uE000' or > '\uF8FF')
        {
            return stated;
        }

        if (differences?[code] is { } name)
        {
            // Names made of numbers (g139, G21) count the glyphs of a subset: they tell nothing, not even where they are the code.
            return GlyphNames.ToText(name) ?? stated ?? TextOfProgram(code);
        }

        // A Type 3 font without a name for the code draws nothing; what it sets by code 32 is a space.
        return baseEncoding?.Find(code) ?? TextOfProgram(code) ?? stated
            ?? (baseEncoding is null && (subtype != "Type3" || code == ' ')
                ? SimpleEncoding.Standard.Find(code) ?? SimpleEncoding.WindowsAnsi.Find(code)
                : null);
    }

    /// <summary>By the embedded font's own encoding, glyph names or Unicode map.</summary>
    private string? TextOfProgram(int code)
    {
        if (!descriptor.IsEmbedded || subtype == "Type3")
        {
            return null;
        }

        if (openType.Value is { CompactFont.Length: 0 } trueType)
        {
            var glyph = trueType.GlyphOfSimpleCode(code);
            return glyph == 0 ? null : trueType.TextOfGlyph(glyph);
        }

        if (compact.Value is { } program)
        {
            return program.NameOfCode(code) is { } name ? GlyphNames.ToText(name) : null;
        }

        return type1Encoding.Value?[code] is { } type1Name ? GlyphNames.ToText(type1Name) : null;
    }

    private SimpleEncoding? FindBaseEncoding(PdfDictionary font, out string?[]? differences)
    {
        differences = null;
        SimpleEncoding? named = null;
        switch (font.Get("Encoding"))
        {
            case PdfName name:
                named = SimpleEncoding.Find(name.Value);
                break;
            case PdfDictionary dictionary:
                named = SimpleEncoding.Find(dictionary.GetName("BaseEncoding"));
                differences = ReadDifferences(dictionary.GetArray("Differences"));
                break;
        }

        if (named is not null)
        {
            return named;
        }

        if (descriptor.Name.EndsWith("Symbol", StringComparison.Ordinal) && subtype == "Type1")
        {
            return SimpleEncoding.Symbol;
        }

        if (descriptor.Name.EndsWith("ZapfDingbats", StringComparison.Ordinal))
        {
            return SimpleEncoding.ZapfDingbats;
        }

        // An embedded font brings its own encoding.
        return descriptor.IsEmbedded || subtype == "Type3" ? null
            : descriptor.IsSymbolic && subtype == "TrueType" ? null
            : SimpleEncoding.Standard;
    }

    private static string?[]? ReadDifferences(PdfArray? array)
    {
        if (array is null)
        {
            return null;
        }

        var names = new string?[256];
        var code = 0;
        for (var i = 0; i < array.Count; i++)
        {
            switch (array[i])
            {
                case PdfName name:
                    if (code is >= 0 and < 256)
                    {
                        names[code] = name.Value;
                    }

                    code++;
                    break;
                case PdfInteger or PdfReal:
                    code = array.GetInteger(i);
                    break;
            }
        }

        return names;
    }
}
