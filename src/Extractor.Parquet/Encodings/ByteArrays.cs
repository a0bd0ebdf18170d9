using System.Buffers.Binary;
using System.Text;

namespace Extractor.Parquet.Encodings;

/// <summary>A sequence of byte strings, each an entry of a store in which equal ones may stand once.</summary>
/// <param name="bytes">The bytes of all entries.</param>
/// <param name="ends">For each entry, where it ends; it starts where the one before it ends.</param>
/// <param name="entries">For each string of the sequence, its entry.</param>
internal readonly ref struct ByteArraySequence(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends, ReadOnlySpan<int> entries)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly ReadOnlySpan<int> ends = ends;
    private readonly ReadOnlySpan<int> entries = entries;

    public int Count => entries.Length;

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var entry = entries[index];
            return bytes[(entry == 0 ? 0 : ends[entry - 1])..ends[entry]];
        }
    }
}

/// <summary>The three encodings of byte strings that are no dictionary.</summary>
internal static class ByteArrays
{
    /// <summary>PLAIN: each with its length before it.</summary>
    public static void EncodePlain(ByteArraySequence values, PageBuffer output)
    {
        for (var index = 0; index < values.Count; index++)
        {
            var value = values[index];
            var target = output.Reserve(4 + value.Length);
            BinaryPrimitives.WriteInt32LittleEndian(target, value.Length);
            value.CopyTo(target[4..]);
            output.Advance(4 + value.Length);
        }
    }

    /// <summary>DELTA_LENGTH_BYTE_ARRAY: all lengths, then all bytes.</summary>
    public static void EncodeDeltaLength(ByteArraySequence values, PageBuffer output)
    {
        var lengths = new int[values.Count];
        for (var index = 0; index < lengths.Length; index++)
        {
            lengths[index] = values[index].Length;
        }

        DeltaBinaryPacked.Encode<int>(lengths, output);
        for (var index = 0; index < lengths.Length; index++)
        {
            output.Write(values[index]);
        }
    }

    /// <summary>DELTA_BYTE_ARRAY: how many bytes each shares with the one before it, then the rest of each.</summary>
    public static void EncodeDelta(ByteArraySequence values, PageBuffer output)
    {
        var prefixes = new int[values.Count];
        var suffixes = new int[values.Count];
        ReadOnlySpan<byte> before = [];
        for (var index = 0; index < prefixes.Length; index++)
        {
            var value = values[index];
            prefixes[index] = before.CommonPrefixLength(value);
            suffixes[index] = value.Length - prefixes[index];
            before = value;
        }

        DeltaBinaryPacked.Encode<int>(prefixes, output);
        DeltaBinaryPacked.Encode<int>(suffixes, output);
        for (var index = 0; index < prefixes.Length; index++)
        {
            output.Write(values[index][prefixes[index]..]);
        }
    }

    public static void DecodePlain(ReadOnlySpan<byte> input, Span<string> values)
    {
        var source = new EncodedBytes(input);
        foreach (ref var value in values)
        {
            value = Encoding.UTF8.GetString(source.ReadBytes(source.ReadInt32()));
        }
    }

    public static void DecodeDeltaLength(ReadOnlySpan<byte> input, Span<string> values)
    {
        var lengths = new int[values.Length];
        var source = new EncodedBytes(input[DeltaBinaryPacked.Decode<int>(input, lengths)..]);
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Encoding.UTF8.GetString(source.ReadBytes(lengths[index]));
        }
    }

    public static void DecodeDelta(ReadOnlySpan<byte> input, Span<string> values)
    {
        var prefixes = new int[values.Length];
        var suffixes = new int[values.Length];
        input = input[DeltaBinaryPacked.Decode<int>(input, prefixes)..];
        input = input[DeltaBinaryPacked.Decode<int>(input, suffixes)..];
        var source = new EncodedBytes(input);
        var value = new byte[64];
        var length = 0;
        for (var index = 0; index < values.Length; index++)
        {
            if (prefixes[index] < 0 || prefixes[index] > length)
            {
                throw new ParquetException("A string shares more bytes with the one before it than that one has: the file is damaged.");
            }

            var suffix = source.ReadBytes(suffixes[index]);
            length = prefixes[index] + suffix.Length;
            if (value.Length < length)
            {
                Array.Resize(ref value, Math.Max(length, value.Length * 2));
            }

            suffix.CopyTo(value.AsSpan(prefixes[index]));
            values[index] = Encoding.UTF8.GetString(value, 0, length);
        }
    }
}
