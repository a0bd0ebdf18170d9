using System.Buffers.Binary;
using System.Text;

namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Makes font programs without outlines: enough of them to tell characters.</summary>
internal static class FontPrograms
{
    /// <param name="characters">Code and glyph, in ascending order of codes.</param>
    /// <param name="format">Of the cmap subtable: 0, 4, 6 or 12.</param>
    /// <param name="glyphNames">For a post table of format 2; none if null.</param>
    public static byte[] TrueType(
        IReadOnlyList<(int Code, int Glyph)> characters, int format = 4, int platform = 3, int encoding = 1, string[]? glyphNames = null)
    {
        var tables = new List<(string Tag, byte[] Bytes)>
        {
            ("cmap", CharacterMaps(Subtable(characters, format), platform, encoding)),
            ("head", [.. new byte[18], .. Word(1000), .. new byte[34]]),
        };
        if (glyphNames is not null)
        {
            tables.Add(("post", GlyphNameTable(glyphNames)));
        }

        var file = new List<byte>();
        file.AddRange([0, 1, 0, 0, .. Word(tables.Count), 0, 0, 0, 0, 0, 0]);
        var offset = 12 + (tables.Count * 16);
        foreach (var (tag, bytes) in tables)
        {
            file.AddRange([.. Encoding.Latin1.GetBytes(tag), 0, 0, 0, 0, .. Long(offset), .. Long(bytes.Length)]);
            offset += bytes.Length;
        }

        foreach (var (_, bytes) in tables)
        {
            file.AddRange(bytes);
        }

        return [.. file];
    }

    /// <summary>A compact font whose glyphs 1, 2, … have these names, and codes by its own encoding if given.</summary>
    public static byte[] CompactWithNames(string[] names, byte[]? codes = null)
    {
        var strings = Index([.. names.Select(Encoding.Latin1.GetBytes)]);
        List<byte> charset = [0];
        for (var i = 0; i < names.Length; i++)
        {
            charset.AddRange(Word(391 + i));
        }

        byte[] encoding = codes is null ? [] : [0, (byte)codes.Length, .. codes];
        return Compact(strings, [.. charset], encoding, names.Length + 1, []);
    }

    /// <summary>A CID-keyed compact font whose glyphs 1, 2, … have these CIDs.</summary>
    public static byte[] CompactWithCids(string ordering, int[] cids)
    {
        var strings = Index(["Adobe"u8.ToArray(), Encoding.Latin1.GetBytes(ordering)]);
        List<byte> charset = [0];
        foreach (var cid in cids)
        {
            charset.AddRange(Word(cid));
        }

        // Registry, ordering, supplement ROS.
        return Compact(strings, [.. charset], [], cids.Length + 1, [.. Number(391), .. Number(392), .. Number(0), 12, 30]);
    }

    public static byte[] Type1(IEnumerable<(int Code, string Name)> encoding) => Encoding.Latin1.GetBytes(
        "%!PS-AdobeFont-1.0: Test\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"
        + string.Concat(encoding.Select(e => $"dup {e.Code} /{e.Name} put\n"))
        + "readonly def\ncurrentfile eexec\n");

    private static byte[] Compact(byte[] strings, byte[] charset, byte[] encoding, int glyphCount, byte[] topStart)
    {
        var charStrings = Index([.. Enumerable.Repeat(new byte[] { 14 }, glyphCount)]);
        byte[] header = [1, 0, 4, 1];
        var names = Index(["Test"u8.ToArray()]);

        // All numbers of the top dictionary have five bytes, so that its length is known before its values.
        var topLength = topStart.Length + 12 + (encoding.Length > 0 ? 6 : 0);
        var start = header.Length + names.Length + 2 + 1 + 2 + topLength + strings.Length + 2;
        List<byte> top = [.. topStart, .. Number(start), 15, .. Number(start + charset.Length + encoding.Length), 17];
        if (encoding.Length > 0)
        {
            top.AddRange([.. Number(start + charset.Length), 16]);
        }

        return [.. header, .. names, .. Index([[.. top]]), .. strings, 0, 0, .. charset, .. encoding, .. charStrings];
    }

    private static byte[] Index(byte[][] items)
    {
        var offsetSize = items.Sum(i => i.Length) < 255 ? 1 : 2;
        List<byte> bytes = [.. Word(items.Length), (byte)offsetSize];
        var offset = 1;
        foreach (var length in items.Select(i => i.Length).Prepend(0))
        {
            offset += length;
            bytes.AddRange(offsetSize == 1 ? [(byte)offset] : Word(offset));
        }

        return [.. bytes, .. items.SelectMany(i => i)];
    }

    private static byte[] Number(int value) => [29, .. Long(value)];

    private static byte[] CharacterMaps(byte[] subtable, int platform, int encoding) =>
        [0, 0, 0, 1, .. Word(platform), .. Word(encoding), .. Long(12), .. subtable];

    private static byte[] Subtable(IReadOnlyList<(int Code, int Glyph)> characters, int format)
    {
        switch (format)
        {
            case 0:
                var glyphs = new byte[256];
                foreach (var (code, glyph) in characters)
                {
                    glyphs[code] = (byte)glyph;
                }

                return [0, 0, .. Word(262), 0, 0, .. glyphs];
            case 6:
                var first = characters[0].Code;
                var last = characters[^1].Code;
                var trimmed = Enumerable.Range(first, last - first + 1).Select(c => characters.FirstOrDefault(p => p.Code == c).Glyph);
                return [0, 6, 0, 0, 0, 0, .. Word(first), .. Word(last - first + 1), .. trimmed.SelectMany(g => Word(g))];
            case 12:
                return
                [
                    0, 12, 0, 0, .. Long(16 + (12 * characters.Count)), 0, 0, 0, 0, .. Long(characters.Count),
                    .. characters.SelectMany(c => (byte[])[.. Long(c.Code), .. Long(c.Code), .. Long(c.Glyph)]),
                ];
            default:
                // One segment a character, and the one that ends them.
                (int Code, int Glyph)[] all = [.. characters, (0xFFFF, 0)];
                return
                [
                    0, 4, .. Word(16 + (8 * all.Length)), 0, 0, .. Word(all.Length * 2), 0, 0, 0, 0, 0, 0,
                    .. all.SelectMany(c => Word(c.Code)), 0, 0, .. all.SelectMany(c => Word(c.Code)),
                    .. all.SelectMany(c => Word(c.Glyph - c.Code)), .. new byte[2 * all.Length],
                ];
        }
    }

    private static byte[] GlyphNameTable(string[] names) =>
    [
        0, 2, 0, 0, .. new byte[28], .. Word(names.Length), .. names.SelectMany((_, i) => Word(258 + i)),
        .. names.SelectMany(n => (byte[])[(byte)n.Length, .. Encoding.Latin1.GetBytes(n)]),
    ];

    private static byte[] Word(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
