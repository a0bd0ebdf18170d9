using System.Buffers.Binary;
using System.Text;

namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>The smallest font files that a reader takes for fonts.</summary>
internal static class FontFiles
{
    /// <summary>A TrueType font of glyphs without outlines, 500 units wide of 1000.</summary>
    /// <param name="characters">Of glyph 1, 2 and so on, in ascending order.</param>
    public static byte[] TrueType(string characters)
    {
        var glyphs = characters.Length + 1;
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = CharacterMap(characters),
            ["glyf"] = new byte[4],
            ["head"] = Words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, -200, 500, 800, 0, 8, 2, 0, 0),
            ["hhea"] = Words(1, 0, 800, -200, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, glyphs),
            ["hmtx"] = Words([.. Enumerable.Repeat(new[] { 500, 0 }, glyphs).SelectMany(metric => metric)]),
            ["loca"] = new byte[(glyphs + 1) * 2],
            ["maxp"] = Words(0, 0x5000, glyphs),
            ["post"] = Words(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        };
        var directory = new List<byte>(Words(1, 0, tables.Count, 128, 3, 0));
        var offset = 12 + (16 * tables.Count);
        var body = new List<byte>();
        foreach ((var tag, var table) in tables)
        {
            directory.AddRange(Encoding.ASCII.GetBytes(tag));
            directory.AddRange(LongWords(0, offset + body.Count, table.Length));
            body.AddRange(table);
            body.AddRange(new byte[(4 - (table.Length & 3)) & 3]);
        }

        return [.. directory, .. body];
    }

    /// <summary>A compact font (CFF) with the glyphs .notdef, A and B.</summary>
    public static byte[] Compact()
    {
        byte[] header = [1, 0, 4, 1];
        var names = Index("Small"u8.ToArray());
        var strings = Index();
        var subroutines = Index();
        var charStrings = Index([139, 14], [139, 14], [139, 14]);
        byte[] charset = [0, 0, 34, 0, 35];
        byte[] privateDictionary = [139, 20];
        var topLength = 5 + 5 + 1 + 5 + 1 + 5 + 1 + 1;
        var dataStart = header.Length + names.Length + 5 + topLength + strings.Length + subroutines.Length;
        byte[] top =
        [
            .. Number(dataStart), 15,
            .. Number(dataStart + charset.Length), 17,
            .. Number(privateDictionary.Length), .. Number(dataStart + charset.Length + charStrings.Length), 18,
        ];
        var topIndex = Index([.. top, .. new byte[topLength - top.Length]]);
        return [.. header, .. names, .. topIndex, .. strings, .. subroutines, .. charset, .. charStrings, .. privateDictionary];
    }

    /// <summary>The clear part of a Type 1 font with an encoding of its own.</summary>
    public static byte[] Type1() => PdfBuilder.Latin1(
        "%!PS-AdobeFont-1.0: Small\n/FontName /Small def\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding 256 array\n"
        + "0 1 255 {1 index exch /.notdef put} for\ndup 65 /A put\ndup 66 /uni9884 put\nreadonly def\ncurrentfile eexec\n"
        + string.Concat(Enumerable.Repeat("\u00D9\u0012\u0007x", 60)) + "\n" + string.Concat(Enumerable.Repeat("0", 512)) +
            "\ncleartomark\n");

    private static byte[] CharacterMap(string characters)
    {
        // Format 4: a segment for each character and the last one, as the format wants.
        var segments = characters.Length + 1;
        int[] codes = [.. characters, 0xFFFF];
        int[] deltas = [.. characters.Select((character, index) => index + 1 - character), 1];
        var table = Words(
        [
            4, 16 + (8 * segments), 0, segments * 2, 0, 0, 0,
            .. codes, 0, .. codes, .. deltas, .. new int[segments],
        ]);
        return [.. Words(0, 1, 3, 1), .. LongWords(12), .. table];
    }

    private static byte[] Words(params int[] values)
    {
        var bytes = new byte[values.Length * 2];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(index * 2), unchecked((ushort)values[index]));
        }

        return bytes;
    }

    private static byte[] LongWords(params int[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(index * 4), values[index]);
        }

        return bytes;
    }

    private static byte[] Number(int value) => [29, .. LongWords(value)];

    private static byte[] Index(params byte[][] items)
    {
        if (items.Length == 0)
        {
            return [0, 0];
        }

        var offsets = new List<byte> { 1 };
        foreach (var item in items)
        {
            offsets.Add((byte)(offsets[^1] + item.Length));
        }

        return [(byte)(items.Length >> 8), (byte)items.Length, 1, .. offsets, .. items.SelectMany(item => item)];
    }
}
