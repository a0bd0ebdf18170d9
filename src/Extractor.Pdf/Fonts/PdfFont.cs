using System.Runtime.InteropServices;

namespace Extractor.Pdf.Fonts;

/// <summary>What a character code of a font draws.</summary>
/// <param name="Text">One string a code, shared by all glyphs of it; U+FFFD where the Unicode value cannot be found.</param>
/// <param name="Advance">Horizontal displacement, in ems.</param>
/// <param name="VerticalAdvance">Displacement of vertical writing, in ems, downwards negative.</param>
/// <param name="OriginX">Position vector of vertical writing, in ems (9.7.4.3).</param>
/// <param name="OriginY">As <paramref name="OriginX"/>.</param>
internal readonly record struct FontGlyph(string Text, float Advance, float VerticalAdvance, float OriginX, float OriginY)
{
    public bool IsUnmapped => ReferenceEquals(Text, Extractor.Pdf.Text.GlyphText.Unmapped);
}

/// <summary>A font as text is read from it: codes to Unicode and widths. Glyphs are looked up once and kept.</summary>
internal abstract class PdfFont
{
    private readonly FontGlyph[]?[] pages = new FontGlyph[256][];
    private Dictionary<uint, FontGlyph>? longCodes;

    /// <summary>Ascent of the font, in ems.</summary>
    public float Ascent { get; protected init; } = 0.88f;

    /// <summary>Descent of the font, in ems, negative.</summary>
    public float Descent { get; protected init; } = -0.12f;

    public bool IsBold { get; protected init; }

    public bool IsVertical { get; protected init; }

    /// <summary>Bytes of every code; 0 if codes have different lengths.</summary>
    public int CodeLength { get; protected init; }

    /// <summary>Codes that are read by <see cref="CodeLength"/> 0.</summary>
    public virtual int ReadCode(ReadOnlySpan<byte> text, out uint code)
    {
        code = text[0];
        return 1;
    }

    public ref readonly FontGlyph Glyph(uint code, int length)
    {
        if (code > 0xFFFF)
        {
            return ref LongGlyph(code, length);
        }

        var page = pages[code >> 8] ??= new FontGlyph[256];
        ref var glyph = ref page[code & 0xFF];
        if (glyph.Text is null)
        {
            glyph = Load(code, length);
        }

        return ref glyph;
    }

    protected abstract FontGlyph Load(uint code, int length);

    private ref FontGlyph LongGlyph(uint code, int length)
    {
        longCodes ??= [];
        if (longCodes.Count > 0x10000)
        {
            longCodes.Clear();
        }

        ref var glyph = ref CollectionsMarshal.GetValueRefOrAddDefault(longCodes, code, out var exists);
        if (!exists)
        {
            glyph = Load(code, length);
        }

        return ref glyph;
    }
}
