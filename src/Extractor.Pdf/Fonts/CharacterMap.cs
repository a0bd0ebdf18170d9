namespace Extractor.Pdf.Fonts;

/// <summary>One subtable of a cmap table (OpenType 1.9, cmap; formats 0, 4, 6, 10, 12 and 13).</summary>
internal readonly struct CharacterMap
{
    /// <summary>Codes that are looked at in one map; segments of a hostile font overlap each other without end.</summary>
    private const int MaximumCodes = 1_200_000;

    private readonly FontBytes bytes;

    public CharacterMap(FontBytes bytes, int platform, int encoding)
    {
        this.bytes = bytes;
        Platform = platform;
        Encoding = encoding;
        Format = bytes.UInt16(0);
    }

    /// <summary>0 Unicode, 1 Macintosh, 3 Windows.</summary>
    public int Platform { get; }

    public int Encoding { get; }

    public int Format { get; }

    public bool IsUnicode => Platform == 0 || (Platform == 3 && Encoding is 1 or 10);

    public bool IsSymbol => Platform == 3 && Encoding == 0;

    /// <summary>The glyph of a character code; 0 if there is none.</summary>
    public int Glyph(uint code)
    {
        switch (Format)
        {
            case 0:
                return code < 256 ? bytes.Byte(6 + (int)code) : 0;
            case 4:
                return code <= 0xFFFF ? GlyphOfSegments((int)code) : 0;
            case 6:
                {
                    var first = bytes.UInt16(6);
                    return code >= first && code < first + (uint)bytes.UInt16(8) ? bytes.UInt16(10 + (int)((code - first) * 2)) : 0;
                }

            case 10:
                {
                    var first = bytes.UInt32(12);
                    return code >= first && code - first < bytes.UInt32(16) ? bytes.UInt16(20 + (int)((code - first) * 2)) : 0;
                }

            case 12 or 13:
                return GlyphOfGroups(code);
            default:
                return 0;
        }
    }

    /// <summary>Calls back for every code that has a glyph, in ascending order.</summary>
    public void ForEach(Action<uint, int> found)
    {
        var left = MaximumCodes;
        switch (Format)
        {
            case 0:
                ForEachIn(0, 255, found);
                break;
            case 4:
                var segments = bytes.UInt16(6) / 2;
                for (var i = 0; i < segments; i++)
                {
                    uint start = bytes.UInt16(16 + (segments * 2) + (i * 2));
                    uint end = bytes.UInt16(14 + (i * 2));
                    for (var code = start; code <= end && code != 0xFFFF && left-- > 0; code++)
                    {
                        var glyph = GlyphOfSegment((int)code, i, segments);
                        if (glyph != 0)
                        {
                            found(code, glyph);
                        }
                    }
                }

                break;
            case 6:
                ForEachIn(bytes.UInt16(6), bytes.UInt16(6) + (uint)bytes.UInt16(8), found);
                break;
            case 10:
                ForEachIn(bytes.UInt32(12), Math.Min(bytes.UInt32(12) + bytes.UInt32(16), 0x10FFFF), found);
                break;
            case 12 or 13:
                var groups = Math.Min(bytes.UInt32(12), (uint)bytes.Length / 12);
                for (var i = 0; i < groups; i++)
                {
                    var first = bytes.UInt32(16 + (i * 12));
                    var last = Math.Min(bytes.UInt32(20 + (i * 12)), Math.Min(first + 0xFFFF, 0x10FFFF));
                    var glyph = bytes.UInt32(24 + (i * 12));
                    for (var code = first; code <= last && left-- > 0; code++)
                    {
                        found(code, (int)Math.Min(0xFFFF, Format == 12 ? glyph + (code - first) : glyph));
                    }
                }

                break;
        }
    }

    private void ForEachIn(uint first, uint last, Action<uint, int> found)
    {
        for (var code = first; code <= last && code - first <= 0xFFFF; code++)
        {
            var glyph = Glyph(code);
            if (glyph != 0)
            {
                found(code, glyph);
            }
        }
    }

    private int GlyphOfSegments(int code)
    {
        var segments = bytes.UInt16(6) / 2;
        int low = 0, high = segments - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bytes.UInt16(14 + (middle * 2)) < code)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < segments ? GlyphOfSegment(code, low, segments) : 0;
    }

    private int GlyphOfSegment(int code, int segment, int segments)
    {
        var start = bytes.UInt16(16 + (segments * 2) + (segment * 2));
        if (code < start || code > bytes.UInt16(14 + (segment * 2)))
        {
            return 0;
        }

        var delta = bytes.UInt16(16 + (segments * 4) + (segment * 2));
        var offsetAt = 16 + (segments * 6) + (segment * 2);
        var offset = bytes.UInt16(offsetAt);
        if (offset == 0)
        {
            return (code + delta) & 0xFFFF;
        }

        var glyph = bytes.UInt16(offsetAt + offset + ((code - start) * 2));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private int GlyphOfGroups(uint code)
    {
        int low = 0, high = (int)Math.Min(bytes.UInt32(12), (uint)bytes.Length / 12) - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var first = bytes.UInt32(16 + (middle * 12));
            if (code < first)
            {
                high = middle - 1;
            }
            else if (code > bytes.UInt32(20 + (middle * 12)))
            {
                low = middle + 1;
            }
            else
            {
                var glyph = bytes.UInt32(24 + (middle * 12));
                return (int)Math.Min(0xFFFF, Format == 12 ? glyph + (code - first) : glyph);
            }
        }

        return 0;
    }
}
