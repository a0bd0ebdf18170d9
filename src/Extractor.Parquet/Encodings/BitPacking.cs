using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Extractor.Parquet.Encodings;

/// <summary>Unsigned integers of 0 to 64 bits, packed from the lowest bit of the first byte on.</summary>
internal static class BitPacking
{
    /// <summary>Bits that the largest of the values needs.</summary>
    public static int WidthOf(ulong maximum) => 64 - System.Numerics.BitOperations.LeadingZeroCount(maximum);

    /// <summary>Packs a multiple of eight values, so that the result ends on a byte.</summary>
    public static void Pack(ReadOnlySpan<int> values, int width, PageBuffer output)
    {
        if (width == 0)
        {
            return;
        }

        var size = values.Length / 8 * width;
        var target = output.Reserve(size + 8);
        ulong pending = 0;
        var pendingBits = 0;
        var position = 0;
        foreach (var value in values)
        {
            pending |= (ulong)(uint)value << pendingBits;
            pendingBits += width;
            if (pendingBits >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(target[position..], (uint)pending);
                position += 4;
                pending >>= 32;
                pendingBits -= 32;
            }
        }

        for (; pendingBits > 0; pendingBits -= 8)
        {
            target[position++] = (byte)pending;
            pending >>= 8;
        }

        output.Advance(size);
    }

    /// <inheritdoc cref="Pack(ReadOnlySpan{int}, int, PageBuffer)"/>
    public static void Pack(ReadOnlySpan<ulong> values, int width, PageBuffer output)
    {
        if (width == 0)
        {
            return;
        }

        if (width == 64)
        {
            output.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        var size = values.Length / 8 * width;
        var target = output.Reserve(size + 8);
        ulong pending = 0;
        var pendingBits = 0;
        var position = 0;
        foreach (var value in values)
        {
            pending |= value << pendingBits;
            if (pendingBits + width >= 64)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(target[position..], pending);
                position += 8;
                var written = 64 - pendingBits;
                pending = written == width ? 0 : value >> written;
                pendingBits = width - written;
            }
            else
            {
                pendingBits += width;
            }
        }

        for (; pendingBits > 0; pendingBits -= 8)
        {
            target[position++] = (byte)pending;
            pending >>= 8;
        }

        output.Advance(size);
    }

    /// <summary>The value that starts at <paramref name="bitOffset"/>.</summary>
    public static ulong Unpack(ReadOnlySpan<byte> packed, long bitOffset, int width)
    {
        var first = (int)(bitOffset >> 3);
        if (width <= 56 && packed.Length - first >= sizeof(ulong))
        {
            return (BinaryPrimitives.ReadUInt64LittleEndian(packed[first..]) >> (int)(bitOffset & 7)) & ((1UL << width) - 1);
        }

        ulong value = 0;
        for (var taken = 0; taken < width;)
        {
            var bit = (int)((bitOffset + taken) & 7);
            var count = Math.Min(8 - bit, width - taken);
            var part = (ulong)(packed[(int)((bitOffset + taken) >> 3)] >> bit) & ((1UL << count) - 1);
            value |= part << taken;
            taken += count;
        }

        return value;
    }
}
