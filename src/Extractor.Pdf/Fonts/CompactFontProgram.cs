using System.Text;

namespace Extractor.Pdf.Fonts;

/// <summary>What of a compact font program (Adobe Technical Note 5176) tells about text: charset and encoding.</summary>
internal sealed class CompactFontProgram
{
    private const int OperatorCharset = 15;
    private const int OperatorEncoding = 16;
    private const int OperatorCharStrings = 17;
    private const int OperatorRegistry = 12 << 8 | 30;

    private readonly FontBytes file;
    private readonly (int Start, int Length)[] strings;
    private readonly int[] charset;

    /// <summary>By code: the glyph; null where the program uses a predefined encoding.</summary>
    private readonly int[]? glyphByCode;

    private CompactFontProgram(FontBytes file)
    {
        this.file = file;
        var position = (int)file.Byte(2);
        position = ReadIndex(position, out _);
        position = ReadIndex(position, out var topDictionaries);
        ReadIndex(position, out strings);
        var (start, length) = topDictionaries.Length > 0 ? topDictionaries[0] : (0, 0);
        var top = ReadDictionary(start, length);
        IsCidKeyed = top.ContainsKey(OperatorRegistry);
        if (IsCidKeyed && top[OperatorRegistry] is { Length: >= 2 } registry)
        {
            Ordering = StringOf((int)registry[1]);
        }

        ReadIndex((int)First(top, OperatorCharStrings), out var charStrings);
        GlyphCount = charStrings.Length;
        charset = ReadCharset((int)First(top, OperatorCharset));
        var encoding = (int)First(top, OperatorEncoding);
        UsesStandardEncoding = encoding == 0;
        glyphByCode = encoding > 1 ? ReadEncoding(encoding) : null;
    }

    public int GlyphCount { get; }

    /// <summary>The charset holds CIDs, not names.</summary>
    public bool IsCidKeyed { get; }

    /// <summary>The character collection of the CIDs, such as GB1.</summary>
    public string? Ordering { get; }

    public bool UsesStandardEncoding { get; }

    public static CompactFontProgram? Parse(ReadOnlyMemory<byte> program)
    {
        var file = new FontBytes(program);
        return file.Length > 4 && file.Byte(0) == 1 && file.Byte(2) >= 4 ? new CompactFontProgram(file) : null;
    }

    public string? NameOfGlyph(int glyph) =>
        !IsCidKeyed && (uint)glyph < (uint)charset.Length ? StringOf(charset[glyph]) : null;

    /// <summary>The name by the font's own encoding; null where that is a predefined one or has no such code.</summary>
    public string? NameOfCode(int code) =>
        glyphByCode is not null && (uint)code < 256 && glyphByCode[code] > 0 ? NameOfGlyph(glyphByCode[code]) : null;

    private string? StringOf(int identifier)
    {
        if (identifier < CompactFontStrings.Names.Count)
        {
            return identifier < 0 ? null : CompactFontStrings.Names[identifier];
        }

        var own = identifier - CompactFontStrings.Names.Count;
        return own < strings.Length ? Encoding.Latin1.GetString(file.Slice(strings[own].Start, strings[own].Length).Span) : null;
    }

    private int[] ReadCharset(int offset)
    {
        if (offset <= 2)
        {
            return IsCidKeyed ? [.. Enumerable.Range(0, GlyphCount)] : CompactFontStrings.PredefinedCharset(offset);
        }

        var result = new int[Math.Min(GlyphCount, ushort.MaxValue)];
        var format = file.Byte(offset);
        var at = offset + 1;
        var glyph = 1;
        while (glyph < result.Length && at < file.Length)
        {
            int first = file.UInt16(at);
            at += 2;
            var left = 0;
            if (format == 1)
            {
                left = file.Byte(at++);
            }
            else if (format == 2)
            {
                left = file.UInt16(at);
                at += 2;
            }

            for (var i = 0; i <= left && glyph < result.Length; i++)
            {
                result[glyph++] = first + i;
            }
        }

        return result;
    }

    private int[] ReadEncoding(int offset)
    {
        var codes = new int[256];
        var format = file.Byte(offset);
        var count = file.Byte(offset + 1);
        var at = offset + 2;
        var glyph = 1;
        for (var i = 0; i < count; i++)
        {
            if ((format & 0x7F) == 0)
            {
                codes[file.Byte(at++)] = glyph++;
                continue;
            }

            int first = file.Byte(at++);
            int left = file.Byte(at++);
            for (var code = first; code <= first + left && code < 256; code++)
            {
                codes[code] = glyph++;
            }
        }

        if ((format & 0x80) != 0)
        {
            for (var supplements = file.Byte(at++); supplements > 0; supplements--, at += 3)
            {
                var index = Array.IndexOf(charset, file.UInt16(at + 1));
                codes[file.Byte(at)] = Math.Max(index, 0);
            }
        }

        return codes;
    }

    /// <returns>The position after the index.</returns>
    private int ReadIndex(int position, out (int Start, int Length)[] entries)
    {
        int count = file.UInt16(position);
        if (count == 0 || position <= 0)
        {
            entries = [];
            return position + 2;
        }

        var size = file.Byte(position + 2);
        var data = position + 3 + ((count + 1) * size) - 1;
        if (size is 0 or > 4 || data > file.Length)
        {
            entries = [];
            return file.Length;
        }

        entries = new (int, int)[count];
        var previous = (long)Offset(0);
        for (var i = 0; i < count; i++)
        {
            var next = Offset(i + 1);
            var isSound = previous >= 1 && next >= previous && data + next <= file.Length;
            entries[i] = isSound ? ((int)(data + previous), (int)(next - previous)) : (0, 0);
            previous = next;
        }

        return (int)Math.Min(data + Math.Max(previous, 0), file.Length);

        long Offset(int index)
        {
            long value = 0;
            for (var i = 0; i < size; i++)
            {
                value = (value << 8) | file.Byte(position + 3 + (index * size) + i);
            }

            return value;
        }
    }

    private Dictionary<int, double[]> ReadDictionary(int start, int length)
    {
        var entries = new Dictionary<int, double[]>();
        var operands = new List<double>();
        var at = start;
        var end = start + length;
        while (at < end)
        {
            int b = file.Byte(at++);
            switch (b)
            {
                case <= 21:
                    var key = b == 12 ? (12 << 8) | file.Byte(at++) : b;
                    entries[key] = [.. operands];
                    operands.Clear();
                    break;
                case 28:
                    operands.Add(file.Int16(at));
                    at += 2;
                    break;
                case 29:
                    operands.Add((int)file.UInt32(at));
                    at += 4;
                    break;
                case 30:
                    // A real number; none of the entries wanted here is one.
                    while (at < end && (file.Byte(at) & 0x0F) != 0x0F && (file.Byte(at) >> 4) != 0x0F)
                    {
                        at++;
                    }

                    at++;
                    operands.Add(0);
                    break;
                case >= 32 and <= 246:
                    operands.Add(b - 139);
                    break;
                case >= 247 and <= 250:
                    operands.Add(((b - 247) * 256) + file.Byte(at++) + 108);
                    break;
                case >= 251 and <= 254:
                    operands.Add((-(b - 251) * 256) - file.Byte(at++) - 108);
                    break;
            }
        }

        return entries;
    }

    private static double First(Dictionary<int, double[]> dictionary, int key) =>
        dictionary.TryGetValue(key, out var values) && values.Length > 0 ? values[0] : 0;
}
