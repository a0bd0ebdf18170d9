namespace Extractor.Pdf.CMaps;

/// <summary>Maps the bytes of a shown string to character codes and those to CIDs (9.7.5).</summary>
internal sealed class CMap
{
    private readonly CodeRange[] codeSpaces;
    private readonly CodeRange[][] rangesByLength;
    private readonly CMap? parent;
    private readonly bool isIdentity;

    /// <summary>Length of the code that starts with a byte, where the byte alone decides; else 0.</summary>
    private readonly byte[] lengthByFirstByte = new byte[256];

    public CMap(
        string name,
        bool isVertical,
        string? ordering,
        IReadOnlyList<CodeRange> codeSpaces,
        IReadOnlyList<CodeRange> ranges,
        CMap? parent)
        : this(name, isVertical, ordering, codeSpaces, ranges, parent, isIdentity: false)
    {
    }

    private CMap(
        string name,
        bool isVertical,
        string? ordering,
        IReadOnlyList<CodeRange> codeSpaces,
        IReadOnlyList<CodeRange> ranges,
        CMap? parent,
        bool isIdentity)
    {
        Name = name;
        IsVertical = isVertical;
        Ordering = ordering ?? parent?.Ordering;
        this.parent = parent;
        this.isIdentity = isIdentity;
        this.codeSpaces = [.. codeSpaces, .. parent?.codeSpaces ?? []];
        if (this.codeSpaces.Length == 0)
        {
            this.codeSpaces = [new CodeRange(2, 0, 0xFFFF)];
        }

        rangesByLength = new CodeRange[5][];
        for (var length = 1; length <= 4; length++)
        {
            rangesByLength[length] = Flatten(ranges, length);
        }

        FindLengths();
    }

    /// <summary>Two-byte codes that are CIDs themselves (9.7.5.2).</summary>
    public static CMap IdentityHorizontal { get; } =
        new("Identity-H", false, null, [new CodeRange(2, 0, 0xFFFF)], [], null, isIdentity: true);

    public static CMap IdentityVertical { get; } =
        new("Identity-V", true, null, [new CodeRange(2, 0, 0xFFFF)], [], null, isIdentity: true);

    public string Name { get; }

    /// <summary>WMode 1: written downwards.</summary>
    public bool IsVertical { get; }

    /// <summary>The character collection of the CIDs, such as GB1; null where it is not told.</summary>
    public string? Ordering { get; }

    public bool IsIdentity => isIdentity;

    /// <summary>The rules of this map alone, without those of the map it is built on.</summary>
    public IEnumerable<CodeRange> OwnRanges => rangesByLength.Skip(1).SelectMany(r => r);

    public IReadOnlyList<CodeRange> CodeSpaces => codeSpaces;

    /// <summary>Takes the next code off a shown string.</summary>
    /// <returns>How many bytes the code has, at least 1.</returns>
    public int ReadCode(ReadOnlySpan<byte> text, out uint code)
    {
        var length = lengthByFirstByte[text[0]];
        if (length == 0)
        {
            return ReadAmbiguousCode(text, out code);
        }

        code = text[0];
        if (length > text.Length)
        {
            return text.Length;
        }

        for (var i = 1; i < length; i++)
        {
            code = (code << 8) | text[i];
        }

        return length;
    }

    /// <summary>The CID of a code; 0 (notdef) where none is defined.</summary>
    public int ToCid(uint code, int length)
    {
        if (isIdentity)
        {
            return (int)code;
        }

        var ranges = rangesByLength[length];
        int low = 0, high = ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            ref readonly var range = ref ranges[middle];
            if (code < range.Low)
            {
                high = middle - 1;
            }
            else if (code > range.High)
            {
                low = middle + 1;
            }
            else
            {
                return range.Cid + (int)(code - range.Low);
            }
        }

        return parent?.ToCid(code, length) ?? 0;
    }

    private int ReadAmbiguousCode(ReadOnlySpan<byte> text, out uint code)
    {
        code = 0;
        for (var length = 1; length <= 4 && length <= text.Length; length++)
        {
            code = (code << 8) | text[length - 1];
            foreach (var space in codeSpaces)
            {
                if (space.Length == length && space.ContainsBytes(code))
                {
                    return length;
                }
            }
        }

        // No code space holds these bytes: as many are skipped as the space with the best beginning asks for (9.7.6.3).
        var skip = int.MaxValue;
        foreach (var space in codeSpaces)
        {
            var shift = (space.Length - 1) * 8;
            if (text[0] >= ((space.Low >> shift) & 0xFF) && text[0] <= ((space.High >> shift) & 0xFF))
            {
                skip = Math.Min(skip, space.Length);
            }
        }

        if (skip == int.MaxValue)
        {
            skip = codeSpaces.Min(s => s.Length);
        }

        skip = Math.Min(skip, text.Length);
        code = 0;
        foreach (var b in text[..skip])
        {
            code = (code << 8) | b;
        }

        return skip;
    }

    private void FindLengths()
    {
        for (var first = 0; first < 256; first++)
        {
            var length = 0;
            foreach (var space in codeSpaces)
            {
                var shift = (space.Length - 1) * 8;
                if (first >= ((space.Low >> shift) & 0xFF) && first <= ((space.High >> shift) & 0xFF))
                {
                    length = length == 0 || length == space.Length ? space.Length : -1;
                }
            }

            lengthByFirstByte[first] = (byte)Math.Max(length, 0);
        }
    }

    /// <summary>Sorts the rules for binary search; where two overlap, the one given last holds.</summary>
    private static CodeRange[] Flatten(IReadOnlyList<CodeRange> ranges, int length)
    {
        var own = ranges.Where(r => r.Length == length).ToArray();
        var isSorted = true;
        for (var i = 1; i < own.Length && isSorted; i++)
        {
            isSorted = own[i].Low > own[i - 1].High;
        }

        if (isSorted)
        {
            return own;
        }

        return RangeOverlap.Resolve(own, static r => (r.Low, r.High), static (r, low, high) =>
            r with { Low = low, High = high, Cid = r.Cid + (int)(low - r.Low) });
    }
}
