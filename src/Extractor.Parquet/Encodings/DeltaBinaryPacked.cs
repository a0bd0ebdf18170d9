using System.Numerics;

namespace Extractor.Parquet.Encodings;

/// <summary>
/// DELTA_BINARY_PACKED: the first value, then blocks of 128 differences. A block holds its smallest difference and,
/// for each of four miniblocks, what the differences exceed it by, bit-packed as narrow as the miniblock allows.
/// </summary>
internal static class DeltaBinaryPacked
{
    private const int BlockSize = 128;
    private const int MiniblockCount = 4;
    private const int MiniblockSize = BlockSize / MiniblockCount;

    public static void Encode<T>(ReadOnlySpan<T> values, PageBuffer output)
        where T : unmanaged, IBinaryInteger<T>
    {
        output.WriteUnsignedVarInt(BlockSize);
        output.WriteUnsignedVarInt(MiniblockCount);
        output.WriteUnsignedVarInt((ulong)values.Length);
        output.WriteZigZagVarInt(values.IsEmpty ? 0 : long.CreateTruncating(values[0]));
        Span<ulong> block = stackalloc ulong[BlockSize];
        for (var start = 1; start < values.Length; start += BlockSize)
        {
            EncodeBlock(values, start, block, output);
        }
    }

    /// <summary>Fills <paramref name="values"/>, of which the input must hold exactly as many; returns the bytes read.</summary>
    public static int Decode<T>(ReadOnlySpan<byte> input, Span<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        var source = new EncodedBytes(input);
        var blockSize = checked((int)source.ReadUnsignedVarInt());
        var miniblockCount = checked((int)source.ReadUnsignedVarInt());
        var total = source.ReadUnsignedVarInt();
        var value = T.CreateTruncating(source.ReadZigZagVarInt());
        if (total != (ulong)values.Length || miniblockCount < 1 || blockSize % (miniblockCount * 32) != 0)
        {
            throw new ParquetException($"A delta-encoded page holds {total} values in blocks of {blockSize} where {values.Length} values " +
                $"are expected: the file is damaged.");
        }

        if (values.IsEmpty)
        {
            return source.Position;
        }

        values[0] = value;
        var filled = 1;
        while (filled < values.Length)
        {
            var smallest = T.CreateTruncating(source.ReadZigZagVarInt());
            var widths = source.ReadBytes(miniblockCount);
            for (var miniblock = 0; miniblock < miniblockCount && filled < values.Length; miniblock++)
            {
                var width = widths[miniblock];
                if (width > 64)
                {
                    throw new ParquetException($"A delta-encoded page has a bit width of {width}: the file is damaged.");
                }

                var size = blockSize / miniblockCount;
                var packed = source.ReadBytes(size / 8 * width);
                for (var index = 0; index < size && filled < values.Length; index++)
                {
                    var excess = T.CreateTruncating(BitPacking.Unpack(packed, (long)index * width, width));
                    value = unchecked(value + smallest + excess);
                    values[filled++] = value;
                }
            }
        }

        return source.Position;
    }

    private static void EncodeBlock<T>(ReadOnlySpan<T> values, int start, Span<ulong> block, PageBuffer output)
        where T : unmanaged, IBinaryInteger<T>
    {
        // Differences wrap around in the width of the type, as the decoder's sums do.
        var count = Math.Min(BlockSize, values.Length - start);
        var smallest = long.MaxValue;
        for (var index = 0; index < count; index++)
        {
            var delta = long.CreateTruncating(unchecked(values[start + index] - values[start + index - 1]));
            block[index] = unchecked((ulong)delta);
            smallest = Math.Min(smallest, delta);
        }

        output.WriteZigZagVarInt(smallest);
        Span<byte> widths = stackalloc byte[MiniblockCount];
        for (var miniblock = 0; miniblock < MiniblockCount; miniblock++)
        {
            ulong all = 0;
            for (var index = miniblock * MiniblockSize; index < Math.Min(count, (miniblock + 1) * MiniblockSize); index++)
            {
                block[index] = unchecked(block[index] - (ulong)smallest);
                all |= block[index];
            }

            widths[miniblock] = (byte)BitPacking.WidthOf(all);
        }

        block[count..].Clear();
        output.Write(widths);
        for (var miniblock = 0; miniblock * MiniblockSize < count; miniblock++)
        {
            BitPacking.Pack(block.Slice(miniblock * MiniblockSize, MiniblockSize), widths[miniblock], output);
        }
    }
}
