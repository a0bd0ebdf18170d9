using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Extractor.Parquet.Compression;

/// <summary>
/// The raw Snappy format: the length of the input, then literals and copies of what came before. The input is
/// compressed in blocks of 64 KiB, so that every copy's distance fits into two bytes.
/// </summary>
internal sealed class SnappyEncoder
{
    private const int BlockSize = 1 << 16;
    private const int LeastHashBits = 8;
    private const int MostHashBits = 14;

    /// <summary>Bytes at the end of a block in which no copy starts, so that the search may read ahead.</summary>
    private const int Margin = 15;

    private readonly ushort[] positions = new ushort[1 << MostHashBits];

    public void Compress(ReadOnlySpan<byte> input, PageBuffer output)
    {
        output.WriteUnsignedVarInt((ulong)input.Length);
        for (; input.Length > BlockSize; input = input[BlockSize..])
        {
            CompressBlock(input[..BlockSize], output);
        }

        CompressBlock(input, output);
    }

    private void CompressBlock(ReadOnlySpan<byte> block, PageBuffer output)
    {
        // A literal costs at most five bytes beside itself, and stands only where copies are shorter than what they replace.
        var target = output.Reserve(block.Length + (block.Length / 6) + 32);
        output.Advance(CompressBlock(block, target));
    }

    private int CompressBlock(ReadOnlySpan<byte> block, Span<byte> target)
    {
        var written = 0;
        var literalFrom = 0;
        if (block.Length > Margin)
        {
            // A small page needs a small table: clearing a large one would cost more than compressing the page.
            var bits = Math.Clamp(BitOperations.Log2((uint)block.Length) + 1, LeastHashBits, MostHashBits);
            var shift = 32 - bits;
            positions.AsSpan(0, 1 << bits).Clear();
            ref var start = ref MemoryMarshal.GetReference(block);
            ref var slots = ref MemoryMarshal.GetArrayDataReference(positions);
            var limit = block.Length - Margin;
            var position = 1;
            var misses = 32;
            while (position < limit)
            {
                var next = Load32(ref start, position);
                ref var slot = ref Unsafe.Add(ref slots, Hash(next, shift));
                var candidate = (int)slot;
                slot = (ushort)position;
                if (candidate >= position || Load32(ref start, candidate) != next)
                {
                    // The longer nothing matches, the larger the steps: what cannot be compressed is passed quickly.
                    position += misses++ >> 5;
                    continue;
                }

                written += WriteLiteral(block[literalFrom..position], target[written..]);
                var length = 4 + MatchLength(block, candidate + 4, position + 4);
                written += WriteCopy(position - candidate, length, target[written..]);
                position += length;
                literalFrom = position;
                misses = 32;
                if (position < limit)
                {
                    positions[Hash(Load32(ref start, position - 1), shift)] = (ushort)(position - 1);
                }
            }
        }

        return written + WriteLiteral(block[literalFrom..], target[written..]);
    }

    /// <summary>Every position is below the block's length less the margin: it is not looked at again with each byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Load32(ref byte start, int position) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, position));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(uint value, int shift) => (int)(unchecked(value * 0x1E35A7BDu) >> shift);

    private static int MatchLength(ReadOnlySpan<byte> block, int candidate, int position)
    {
        var start = position;
        while (position + 8 <= block.Length)
        {
            var difference = BinaryPrimitives.ReadUInt64LittleEndian(block[candidate..])
                ^ BinaryPrimitives.ReadUInt64LittleEndian(block[position..]);
            if (difference != 0)
            {
                return position - start + (BitOperations.TrailingZeroCount(difference) >> 3);
            }

            candidate += 8;
            position += 8;
        }

        while (position < block.Length && block[candidate] == block[position])
        {
            candidate++;
            position++;
        }

        return position - start;
    }

    private static int WriteLiteral(ReadOnlySpan<byte> literal, Span<byte> target)
    {
        if (literal.IsEmpty)
        {
            return 0;
        }

        var last = literal.Length - 1;
        int header;
        if (last < 60)
        {
            target[0] = (byte)(last << 2);
            header = 1;
        }
        else if (last < 256)
        {
            target[0] = 60 << 2;
            target[1] = (byte)last;
            header = 2;
        }
        else
        {
            target[0] = 61 << 2;
            BinaryPrimitives.WriteUInt16LittleEndian(target[1..], (ushort)last);
            header = 3;
        }

        literal.CopyTo(target[header..]);
        return header + literal.Length;
    }

    private static int WriteCopy(int distance, int length, Span<byte> target)
    {
        var written = 0;

        // A copy holds at most 64 bytes; 60 are taken while more than 67 are left, so that the last has at least four.
        while (length >= 68)
        {
            written += WriteLongCopy(distance, 64, target[written..]);
            length -= 64;
        }

        if (length > 64)
        {
            written += WriteLongCopy(distance, 60, target[written..]);
            length -= 60;
        }

        if (length >= 12 || distance >= 2048)
        {
            return written + WriteLongCopy(distance, length, target[written..]);
        }

        target[written] = (byte)(1 | ((length - 4) << 2) | ((distance >> 8) << 5));
        target[written + 1] = (byte)distance;
        return written + 2;
    }

    private static int WriteLongCopy(int distance, int length, Span<byte> target)
    {
        target[0] = (byte)(2 | ((length - 1) << 2));
        BinaryPrimitives.WriteUInt16LittleEndian(target[1..], (ushort)distance);
        return 3;
    }
}

/// <inheritdoc cref="SnappyEncoder"/>
internal static class SnappyDecoder
{
    /// <param name="output">Of the length that the input states.</param>
    public static void Decompress(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var source = new Encodings.EncodedBytes(input);
        if (source.ReadUnsignedVarInt() != (ulong)output.Length)
        {
            throw new ParquetException("A compressed page is not of the length that its header states: the file is damaged.");
        }

        var written = 0;
        while (source.Position < input.Length)
        {
            var tag = source.ReadByte();
            if ((tag & 3) == 0)
            {
                var length = tag >> 2;
                if (length >= 60)
                {
                    length = checked((int)source.ReadLittleEndian(length - 59));
                }

                var literal = source.ReadBytes(length + 1);
                Ensure(literal.Length <= output.Length - written);
                literal.CopyTo(output[written..]);
                written += literal.Length;
                continue;
            }

            var (distance, count) = (tag & 3) switch
            {
                1 => (((tag >> 5) << 8) | source.ReadByte(), ((tag >> 2) & 7) + 4),
                2 => ((int)source.ReadLittleEndian(2), (tag >> 2) + 1),
                _ => (checked((int)source.ReadLittleEndian(4)), (tag >> 2) + 1),
            };
            Ensure(distance >= 1 && distance <= written && count <= output.Length - written);
            CopyWithin(output, written, distance, count);
            written += count;
        }

        Ensure(written == output.Length);
    }

    /// <summary>A copy may overlap what it writes: then it repeats itself.</summary>
    private static void CopyWithin(Span<byte> output, int position, int distance, int count)
    {
        if (distance >= count)
        {
            output.Slice(position - distance, count).CopyTo(output[position..]);
            return;
        }

        for (var index = 0; index < count; index++)
        {
            output[position + index] = output[position + index - distance];
        }
    }

    private static void Ensure(bool condition)
    {
        if (!condition)
        {
            throw new ParquetException("A Snappy page refers to bytes that are not there: the file is damaged.");
        }
    }
}
