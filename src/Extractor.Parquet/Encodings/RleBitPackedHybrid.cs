namespace Extractor.Parquet.Encodings;

/// <summary>
/// The RLE / bit-packing hybrid of levels and dictionary indexes: stretches of one value as a run, all else
/// bit-packed in groups of eight.
/// </summary>
internal static class RleBitPackedHybrid
{
    /// <summary>From this length on a run is shorter than its bit-packed groups, whatever the width.</summary>
    private const int MinimumRun = 8;

    /// <summary>Levels of a flat column: 1 for a value, 0 for a null.</summary>
    public static void EncodeLevels(ReadOnlySpan<byte> levels, PageBuffer output)
    {
        Span<int> group = stackalloc int[8];
        var packedFrom = 0;
        var position = 0;
        while (position < levels.Length)
        {
            var run = RunLength(levels[position..]);
            if (run < MinimumRun)
            {
                position += Math.Min(8, levels.Length - position);
                continue;
            }

            PackLevels(levels[packedFrom..position], group, output);
            WriteRun(run, levels[position], 1, output);
            position += run;
            packedFrom = position;
        }

        PackLevels(levels[packedFrom..], group, output);
    }

    /// <summary>Indexes of <paramref name="width"/> bits, without the byte that tells the width.</summary>
    public static void Encode(ReadOnlySpan<int> values, int width, PageBuffer output)
    {
        var packedFrom = 0;
        var position = 0;
        while (position < values.Length)
        {
            var run = RunLength(values[position..]);
            if (run < MinimumRun)
            {
                position += Math.Min(8, values.Length - position);
                continue;
            }

            PackValues(values[packedFrom..position], width, output);
            WriteRun(run, values[position], width, output);
            position += run;
            packedFrom = position;
        }

        PackValues(values[packedFrom..], width, output);
    }

    /// <summary>Fills <paramref name="values"/>; the input may hold more (the padding of the last group).</summary>
    public static void Decode(ReadOnlySpan<byte> input, int width, Span<int> values)
    {
        var source = new EncodedBytes(input);
        var filled = 0;
        while (filled < values.Length)
        {
            var header = source.ReadUnsignedVarInt();
            if ((header & 1) == 0)
            {
                var run = (int)Math.Min(header >> 1, (ulong)(values.Length - filled));
                values.Slice(filled, run).Fill((int)source.ReadLittleEndian((width + 7) / 8));
                filled += run;
                continue;
            }

            var groups = checked((int)(header >> 1));
            var packed = source.ReadBytes(checked(groups * width));
            var count = Math.Min(groups * 8, values.Length - filled);
            for (var index = 0; index < count; index++)
            {
                values[filled + index] = (int)BitPacking.Unpack(packed, (long)index * width, width);
            }

            filled += count;
        }
    }

    private static int RunLength<T>(ReadOnlySpan<T> values)
        where T : IEquatable<T>
    {
        var end = values.IndexOfAnyExcept(values[0]);
        return end < 0 ? values.Length : end;
    }

    private static void WriteRun(int run, int value, int width, PageBuffer output)
    {
        output.WriteUnsignedVarInt((ulong)run << 1);
        for (var written = 0; written < width; written += 8)
        {
            output.WriteByte((byte)(value >> written));
        }
    }

    private static void PackLevels(ReadOnlySpan<byte> levels, Span<int> group, PageBuffer output)
    {
        if (levels.IsEmpty)
        {
            return;
        }

        var groups = (levels.Length + 7) / 8;
        output.WriteUnsignedVarInt(((ulong)groups << 1) | 1);
        for (var start = 0; start < levels.Length; start += 8)
        {
            var part = levels[start..Math.Min(start + 8, levels.Length)];
            group.Clear();
            for (var index = 0; index < part.Length; index++)
            {
                group[index] = part[index];
            }

            BitPacking.Pack(group, 1, output);
        }
    }

    private static void PackValues(ReadOnlySpan<int> values, int width, PageBuffer output)
    {
        if (values.IsEmpty)
        {
            return;
        }

        var groups = (values.Length + 7) / 8;
        output.WriteUnsignedVarInt(((ulong)groups << 1) | 1);
        var whole = values.Length / 8 * 8;
        BitPacking.Pack(values[..whole], width, output);
        if (whole < values.Length)
        {
            Span<int> last = stackalloc int[8];
            last.Clear();
            values[whole..].CopyTo(last);
            BitPacking.Pack(last, width, output);
        }
    }
}
