using System.Text;
using Extractor.Pdf.Unicode;

namespace Extractor.Pdf.Fonts;

/// <summary>What of a TrueType or OpenType font program (FontFile2, FontFile3 OpenType) tells about text.</summary>
internal sealed class OpenTypeProgram
{
    private readonly FontBytes file;
    private readonly Dictionary<string, (uint Offset, uint Length)> tables;
    private readonly List<CharacterMap> maps = [];
    private readonly Lazy<Dictionary<int, uint>> scalarByGlyph;
    private readonly Lazy<string?[]> glyphNames;

    private OpenTypeProgram(FontBytes file, Dictionary<string, (uint Offset, uint Length)> tables)
    {
        this.file = file;
        this.tables = tables;
        var cmap = Table("cmap");
        for (var i = 0; i < Math.Min((int)cmap.UInt16(2), 64); i++)
        {
            var at = 4 + (i * 8);
            maps.Add(new CharacterMap(cmap.Slice(cmap.UInt32(at + 4)), cmap.UInt16(at), cmap.UInt16(at + 2)));
        }

        scalarByGlyph = new(InvertUnicodeMap);
        glyphNames = new(ReadGlyphNames);
        var head = Table("head");
        UnitsPerEm = head.UInt16(18) is var units and >= 16 and <= 16384 ? units : 1000;
    }

    public int UnitsPerEm { get; }

    /// <summary>The CFF table of an OpenType font with PostScript outlines.</summary>
    public ReadOnlyMemory<byte> CompactFont => Table("CFF ").Memory;

    public static OpenTypeProgram? Parse(ReadOnlyMemory<byte> program)
    {
        var file = new FontBytes(program);
        var start = 0;
        if (file.UInt32(0) == 0x74746366)
        {
            // A collection (ttcf): its first font.
            start = (int)Math.Min(file.UInt32(12), int.MaxValue);
        }

        if (file.UInt32(start) is not (0x00010000 or 0x4F54544F or 0x74727565 or 0x00020000))
        {
            return null;
        }

        var tables = new Dictionary<string, (uint, uint)>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min((int)file.UInt16(start + 4), 64); i++)
        {
            var at = start + 12 + (i * 16);
            if (at + 16 > file.Length)
            {
                break;
            }

            tables.TryAdd(Encoding.Latin1.GetString(file.Span.Slice(at, 4)), (file.UInt32(at + 8), file.UInt32(at + 12)));
        }

        return new OpenTypeProgram(file, tables);
    }

    /// <summary>The text of a glyph by the font's own Unicode map, else by its name; null if neither tells it.</summary>
    public string? TextOfGlyph(int glyph)
    {
        if (scalarByGlyph.Value.TryGetValue(glyph, out var scalar))
        {
            return GlyphText.OfScalar(scalar);
        }

        return GlyphName(glyph) is { } name ? GlyphNames.ToText(name) : null;
    }

    /// <summary>
    /// The glyph of a code of a simple TrueType font (9.6.5.4): by the Windows symbol map, whose codes may lie at
    /// F000, F100 or F200, else by the Macintosh map, else by the code itself in any map.
    /// </summary>
    public int GlyphOfSimpleCode(int code)
    {
        foreach (var map in maps)
        {
            if (map.IsSymbol)
            {
                foreach (var area in (ReadOnlySpan<uint>)[0xF000, 0, 0xF100, 0xF200])
                {
                    var glyph = map.Glyph(area + (uint)code);
                    if (glyph != 0)
                    {
                        return glyph;
                    }
                }
            }
        }

        foreach (var map in maps)
        {
            if (map.Platform == 1 && map.Glyph((uint)code) is var glyph and not 0)
            {
                return glyph;
            }
        }

        return 0;
    }

    public string? GlyphName(int glyph)
    {
        var names = glyphNames.Value;
        return (uint)glyph < (uint)names.Length ? names[glyph] : null;
    }

    /// <summary>Advance of a glyph in thousandths of the em; null if the font has no widths.</summary>
    public float? Advance(int glyph)
    {
        var count = Table("hhea").UInt16(34);
        var widths = Table("hmtx");
        if (count == 0 || widths.Length < 4)
        {
            return null;
        }

        return widths.UInt16(Math.Min(glyph, count - 1) * 4) * 1000f / UnitsPerEm;
    }

    private FontBytes Table(string tag) =>
        tables.TryGetValue(tag, out var place) ? file.Slice(place.Offset, place.Length) : default;

    private Dictionary<int, uint> InvertUnicodeMap()
    {
        var inverse = new Dictionary<int, uint>();
        foreach (var map in maps.Where(m => m.IsUnicode).OrderByDescending(m => m.Format))
        {
            map.ForEach((code, glyph) =>
            {
                if (!inverse.TryGetValue(glyph, out var known) || Rank(code) < Rank(known))
                {
                    inverse[glyph] = code;
                }
            });
        }

        return inverse;
    }

    /// <summary>Of several characters with one glyph, the ordinary one is meant: not a radical, compatibility or private one.</summary>
    private static int Rank(uint code) => code switch
    {
        0x00A0 or 0x00AD => 2,
        >= 0x2E80 and <= 0x2FDF => 2,
        >= 0xF900 and <= 0xFAFF => 2,
        >= 0xE000 and <= 0xF8FF => 3,
        >= 0x2F800 and <= 0x2FA1F => 2,
        < 0x20 => 3,
        _ => 1,
    };

    private string?[] ReadGlyphNames()
    {
        var post = Table("post");
        if (post.UInt32(0) == 0x00010000)
        {
            return [.. MacintoshGlyphOrder.Names];
        }

        if (post.UInt32(0) != 0x00020000)
        {
            return [];
        }

        var count = post.UInt16(32);
        var at = 34 + (count * 2);
        var own = new List<string>();
        while (at < post.Length && own.Count < ushort.MaxValue)
        {
            var length = post.Byte(at);
            own.Add(Encoding.Latin1.GetString(post.Slice(at + 1, length).Span));
            at += 1 + length;
        }

        var names = new string?[count];
        for (var glyph = 0; glyph < count; glyph++)
        {
            int index = post.UInt16(34 + (glyph * 2));
            if (index < MacintoshGlyphOrder.Names.Count)
            {
                names[glyph] = MacintoshGlyphOrder.Names[index];
            }
            else if (index - MacintoshGlyphOrder.Names.Count < own.Count)
            {
                names[glyph] = own[index - MacintoshGlyphOrder.Names.Count];
            }
        }

        return names;
    }
}
