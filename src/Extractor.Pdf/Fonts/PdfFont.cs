using Extractor.Pdf.Unicode;

namespace Extractor.Pdf.Fonts;

/// <summary>What a character code of a font draws.</summary>
/// <param name="Text">One string a code, shared by all glyphs of it; U+FFFD where the Unicode value cannot be found.</param>
/// <param name="Advance">Horizontal displacement, in ems.</param>
/// <param name="VerticalAdvance">Displacement of vertical writing, in ems, downwards negative.</param>
/// <param name="OriginX">Position vector of vertical writing, in ems (9.7.4.3).</param>
/// <param name="OriginY">As <paramref name="OriginX"/>.</param>
internal readonly record struct FontGlyph(string Text, float Advance, float VerticalAdvance, float OriginX, float OriginY)
{
    public bool IsUnmapped => ReferenceEquals(Text, GlyphText.Unmapped);
}

/// <summary>A font as text is read from it: codes to Unicode and widths. Glyphs are looked up once and kept.</summary>
internal abstract class PdfFont
{
    /// <summary>Codes beyond this many of one font are looked up anew each time.</summary>
    private const int MaximumGlyphs = ushort.MaxValue;

    /// <summary>By the high and the low byte of a code: its place among the glyphs, 0 if it has not been looked up.</summary>
    private readonly ushort[]?[] places = new ushort[256][];
    private Dictionary<uint, ushort>? longCodes;
    private FontGlyph[] glyphs = new FontGlyph[64];

    /// <summary>Place 0 holds what is not kept.</summary>
    private int count = 1;

    /// <summary>/BaseFont; empty where the font has none.</summary>
    public string Name { get; protected init; } = string.Empty;

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

    /// <summary>What a code draws; valid until the next code is asked for.</summary>
    public ref readonly FontGlyph Glyph(uint code, int length)
    {
        // Codes of different lengths are different codes: <20> and <0020> of one CMap.
        if (code > 0xFFFF || (CodeLength == 0 && length != 2))
        {
            return ref LongGlyph(code, length);
        }

        var page = places[code >> 8] ??= new ushort[256];
        var place = page[code & 0xFF];
        if (place == 0)
        {
            place = Keep(Load(code, length));
            page[code & 0xFF] = place;
        }

        return ref glyphs[place];
    }

    protected abstract FontGlyph Load(uint code, int length);

    private ref readonly FontGlyph LongGlyph(uint code, int length)
    {
        longCodes ??= [];
        var key = length < 3 ? ((uint)length << 24) | code : code;
        if (!longCodes.TryGetValue(key, out var place))
        {
            place = Keep(Load(code, length));
            if (place != 0)
            {
                longCodes.Add(key, place);
            }
        }

        return ref glyphs[place];
    }

    private ushort Keep(in FontGlyph glyph)
    {
        if (count > MaximumGlyphs)
        {
            glyphs[0] = glyph;
            return 0;
        }

        if (count == glyphs.Length)
        {
            Array.Resize(ref glyphs, count * 2);
        }

        glyphs[count] = glyph;
        return (ushort)count++;
    }
}
