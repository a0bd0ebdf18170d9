using System.Buffers.Binary;
using System.Numerics;

namespace Extractor.Parquet.BloomFilters;

/// <summary>The 64-bit xxHash with seed 0, which the format prescribes for bloom filters.</summary>
internal static class XxHash64
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    public static ulong Hash(ReadOnlySpan<byte> input)
    {
        unchecked
        {
            var length = (ulong)input.Length;
            ulong hash;
            if (input.Length >= 32)
            {
                hash = HashStripes(ref input);
            }
            else
            {
                hash = Prime5;
            }

            hash += length;
            for (; input.Length >= 8; input = input[8..])
            {
                hash ^= Round(0, BinaryPrimitives.ReadUInt64LittleEndian(input));
                hash = (BitOperations.RotateLeft(hash, 27) * Prime1) + Prime4;
            }

            if (input.Length >= 4)
            {
                hash ^= BinaryPrimitives.ReadUInt32LittleEndian(input) * Prime1;
                hash = (BitOperations.RotateLeft(hash, 23) * Prime2) + Prime3;
                input = input[4..];
            }

            foreach (var value in input)
            {
                hash ^= value * Prime5;
                hash = BitOperations.RotateLeft(hash, 11) * Prime1;
            }

            return Avalanche(hash);
        }
    }

    /// <summary>The hash of the eight bytes of <paramref name="value"/>, as of a fixed-width value.</summary>
    public static ulong Hash(ulong value)
    {
        unchecked
        {
            var hash = (Prime5 + 8) ^ Round(0, value);
            return Avalanche((BitOperations.RotateLeft(hash, 27) * Prime1) + Prime4);
        }
    }

    private static ulong HashStripes(ref ReadOnlySpan<byte> input)
    {
        unchecked
        {
            var lane1 = Prime1 + Prime2;
            var lane2 = Prime2;
            var lane3 = 0UL;
            var lane4 = 0UL - Prime1;
            for (; input.Length >= 32; input = input[32..])
            {
                lane1 = Round(lane1, BinaryPrimitives.ReadUInt64LittleEndian(input));
                lane2 = Round(lane2, BinaryPrimitives.ReadUInt64LittleEndian(input[8..]));
                lane3 = Round(lane3, BinaryPrimitives.ReadUInt64LittleEndian(input[16..]));
                lane4 = Round(lane4, BinaryPrimitives.ReadUInt64LittleEndian(input[24..]));
            }

            var hash = BitOperations.RotateLeft(lane1, 1) + BitOperations.RotateLeft(lane2, 7)
                + BitOperations.RotateLeft(lane3, 12) + BitOperations.RotateLeft(lane4, 18);
            hash = Merge(hash, lane1);
            hash = Merge(hash, lane2);
            hash = Merge(hash, lane3);
            return Merge(hash, lane4);
        }
    }

    private static ulong Round(ulong lane, ulong input) =>
        unchecked(BitOperations.RotateLeft(lane + (input * Prime2), 31) * Prime1);

    private static ulong Merge(ulong hash, ulong lane) => unchecked(((hash ^ Round(0, lane)) * Prime1) + Prime4);

    private static ulong Avalanche(ulong hash)
    {
        unchecked
        {
            hash ^= hash >> 33;
            hash *= Prime2;
            hash ^= hash >> 29;
            hash *= Prime3;
            return hash ^ (hash >> 32);
        }
    }
}
