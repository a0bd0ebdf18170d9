using System.Buffers.Binary;

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

    public static void DecodePlain(ReadOnlySpan<byte> input, int count, TextColumn target)
    {
        var source = new EncodedBytes(input);
        for (var index = 0; index < count; index++)
        {
            target.Add(source.ReadBytes(source.ReadInt32()));
        }
    }

    public static void DecodeDeltaLength(ReadOnlySpan<byte> input, int count, TextColumn target)
    {
        var lengths = new int[count];
        var source = new EncodedBytes(input[DeltaBinaryPacked.Decode<int>(input, lengths)..]);
        foreach (var length in lengths)
        {
            target.Add(source.ReadBytes(length));
        }
    }

    public static void DecodeDelta(ReadOnlySpan<byte> input, int count, TextColumn target)
    {
        var prefixes = new int[count];
        var suffixes = new int[count];
        input = input[DeltaBinaryPacked.Decode<int>(input, prefixes)..];
        input = input[DeltaBinaryPacked.Decode<int>(input, suffixes)..];
        var source = new EncodedBytes(input);
        for (var index = 0; index < count; index++)
        {
            // The first of a page follows none.
            target.Add(index == 0 && prefixes[0] != 0 ? -1 : prefixes[index], source.ReadBytes(suffixes[index]));
        }
    }
}
