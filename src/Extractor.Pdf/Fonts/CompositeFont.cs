using Extractor.Pdf.CMaps;
using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;
using Extractor.Pdf.Unicode;

namespace Extractor.Pdf.Fonts;

/// <summary>A Type 0 font with its one CIDFont (9.7).</summary>
internal sealed class CompositeFont : PdfFont
{
    private readonly CMap encoding;
    private readonly ToUnicodeMap? toUnicode;
    private readonly CidWidths widths;
    private readonly CidWidths verticalWidths;
    private readonly float defaultWidth;
    private readonly float defaultOriginY;
    private readonly float defaultVerticalAdvance;
    private readonly ReadOnlyMemory<byte> glyphByCid;
    private readonly FontDescriptor descriptor;
    private readonly bool isTrueType;
    private readonly string ordering;
    private readonly Lazy<OpenTypeProgram?> openType;
    private readonly Lazy<CompactFontProgram?> compact;

    public CompositeFont(PdfDictionary font, PdfDictionary descendant, CMap encoding, ToUnicodeMap? toUnicode)
    {
        this.encoding = encoding;
        this.toUnicode = toUnicode;
        descriptor = new FontDescriptor(descendant, descendant.GetDictionary("FontDescriptor"));
        Name = font.GetName("BaseFont") ?? descriptor.Name;
        Ascent = descriptor.Ascent;
        Descent = descriptor.Descent;
        IsBold = descriptor.IsBold || new FontDescriptor(font, null).IsBold;
        IsVertical = encoding.IsVertical;
        CodeLength = encoding.IsIdentity ? 2 : 0;
        isTrueType = descendant.GetName("Subtype") == "CIDFontType2";
        ordering = descendant.GetDictionary("CIDSystemInfo")?.GetString("Ordering")?.ToText() ?? string.Empty;
        widths = new CidWidths(descendant.GetArray("W"), 1);
        verticalWidths = new CidWidths(IsVertical ? descendant.GetArray("W2") : null, 3);
        defaultWidth = (float)descendant.GetNumber("DW", 1000) / 1000;
        var verticalDefaults = descendant.GetArray("DW2");
        defaultOriginY = (float)(verticalDefaults?.GetNumber(0, 880) ?? 880) / 1000;
        defaultVerticalAdvance = (float)(verticalDefaults?.GetNumber(1, -1000) ?? -1000) / 1000;
        glyphByCid = descendant.GetStream("CIDToGIDMap") is { } map ? DecodeOrEmpty(map) : default;
        openType = new(() => OpenTypeProgram.Parse(descriptor.Program));
        compact = new(() => CompactFontProgram.Parse(
            openType.Value is { CompactFont.Length: > 0 } wrapper ? wrapper.CompactFont : descriptor.Program));
    }

    /// <summary>/ToUnicode is the name of an identity map: the producer says that its codes are UTF-16.</summary>
    public bool CodesAreUnicode { get; init; }

    public override int ReadCode(ReadOnlySpan<byte> text, out uint code) => encoding.ReadCode(text, out code);

    protected override FontGlyph Load(uint code, int length)
    {
        var cid = encoding.ToCid(code, length);
        var width = widths.Find(cid) is [var own, ..] ? own / 1000 : defaultWidth;
        var text = FindText(code, cid) ?? GlyphText.Unmapped;
        var vertical = verticalWidths.Find(cid);
        return vertical.Length == 3
            ? new FontGlyph(text, width, vertical[0] / 1000, vertical[1] / 1000, vertical[2] / 1000)
            : new FontGlyph(text, width, defaultVerticalAdvance, width / 2, defaultOriginY);
    }

    private static ReadOnlyMemory<byte> DecodeOrEmpty(PdfStream stream)
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

    /// <summary>ToUnicode, else what the embedded font says, else the character collection (9.10.2).</summary>
    private string? FindText(uint code, int cid)
    {
        var stated = toUnicode?.Find(code);
        if (stated is not null && !IsDoubtful(stated))
        {
            return stated;
        }

        // The glyph counts: code 2F0A (⼊) of UniGB-UCS2-H draws the glyph of 入. A code without a CID tells its text itself.
        return TextOfCollection(cid) ?? TextOfUnicodeCode(code) ?? TextOfProgram(cid) ?? stated
            ?? (CodesAreUnicode && code is >= ' ' and <= 0xFFFF ? GlyphText.OfScalar(code) : null);
    }

    private string? TextOfUnicodeCode(uint code)
    {
        if (!encoding.Name.StartsWith("Uni", StringComparison.Ordinal))
        {
            return null;
        }

        if (encoding.Name.Contains("UCS2", StringComparison.Ordinal) || encoding.Name.Contains("UTF16", StringComparison.Ordinal))
        {
            return code <= 0xFFFF
                ? GlyphText.OfScalar(code)
                : GlyphText.Of([(char)(code >> 16), (char)code]);
        }

        return encoding.Name.Contains("UTF32", StringComparison.Ordinal) ? GlyphText.OfScalar(code) : null;
    }

    private string? TextOfCollection(int cid)
    {
        var name = ordering is "" or "Identity" ? encoding.Ordering : ordering;
        if (name is null or "Identity" && compact.IsValueCreated && compact.Value?.Ordering is { } ofProgram)
        {
            name = ofProgram;
        }

        return name is null ? null : PredefinedCMaps.FindCollection(name)?.Find(cid);
    }

    private string? TextOfProgram(int cid)
    {
        if (!descriptor.IsEmbedded)
        {
            return null;
        }

        if (isTrueType || openType.Value is { CompactFont.Length: 0 })
        {
            return openType.Value?.TextOfGlyph(GlyphOfCid(cid));
        }

        var program = compact.Value;
        if (program is null)
        {
            return null;
        }

        if (program.IsCidKeyed)
        {
            return program.Ordering is { } collection ? PredefinedCMaps.FindCollection(collection)?.Find(cid) : null;
        }

        return openType.Value?.TextOfGlyph(cid)
            ?? (program.NameOfGlyph(cid) is { } name ? GlyphNames.ToText(name) : null);
    }

    private int GlyphOfCid(int cid)
    {
        var map = glyphByCid.Span;
        if (map.IsEmpty)
        {
            return cid;
        }

        return (cid * 2) + 1 < map.Length ? (map[cid * 2] << 8) | map[(cid * 2) + 1] : 0;
    }

    /// <summary>Characters of private use and controls: producers write them where they know no better.</summary>
    private static bool IsDoubtful(string text) =>
        text.Length == 1 && text[0] is (>= '\uE000' and <= '\uF8FF') or (< ' ' and not ('\t' or '\n' or '\r'));
}
