using System.Numerics;
using System.Runtime.InteropServices;
using Extractor.Parquet.Thrift;

namespace Extractor.Parquet.BloomFilters;

/// <summary>
/// The format's bloom filter: blocks of eight 32-bit words. The upper half of a hash picks the block, the lower half
/// one bit in each of its words.
/// </summary>
internal sealed class SplitBlockBloomFilter
{
    private const int WordsPerBlock = 8;
    private const int BytesPerBlock = 32;
    private const int MaximumBytes = 8 * 1024 * 1024;

    private static readonly uint[] Salts =
    [
        0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31,
    ];

    private readonly uint[] words;

    /// <param name="distinctCount">Of the values that will be added.</param>
    /// <param name="falsePositiveRate">Between 0 and 1, exclusive.</param>
    public SplitBlockBloomFilter(long distinctCount, double falsePositiveRate)
    {
        // Bits for n values at rate p, eight bits being set for each: -8n / ln(1 - p^(1/8)).
        var bits = -8.0 * Math.Max(1, distinctCount) / Math.Log(1 - Math.Pow(falsePositiveRate, 1.0 / 8));
        var bytes = Math.Clamp((long)Math.Ceiling(bits / 8), BytesPerBlock, MaximumBytes);
        words = new uint[BitOperations.RoundUpToPowerOf2((ulong)bytes) / sizeof(uint)];
    }

    public void Add(ulong hash)
    {
        var block = BlockOf(hash);
        for (var index = 0; index < WordsPerBlock; index++)
        {
            block[index] |= Bit(hash, index);
        }
    }

    public bool MightContain(ulong hash)
    {
        var block = BlockOf(hash);
        for (var index = 0; index < WordsPerBlock; index++)
        {
            if ((block[index] & Bit(hash, index)) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The header and the bits, as they stand in the file.</summary>
    public void Write(PageBuffer output)
    {
        var writer = new CompactProtocolWriter(output);
        writer.BeginStruct();
        writer.Int32(1, words.Length * sizeof(uint));
        foreach (var union in (ReadOnlySpan<short>)[2, 3, 4])
        {
            // Algorithm BLOCK, hash XXHASH, compression UNCOMPRESSED: each the first member of its union.
            writer.BeginStruct(union);
            writer.EmptyStruct(1);
            writer.EndStruct();
        }

        writer.EndStruct();
        output.Write(MemoryMarshal.AsBytes(words.AsSpan()));
    }

    private static uint Bit(ulong hash, int index) => 1u << (int)(unchecked((uint)hash * Salts[index]) >> 27);

    private Span<uint> BlockOf(ulong hash)
    {
        var blocks = (ulong)(words.Length / WordsPerBlock);
        var block = (int)(((hash >> 32) * blocks) >> 32);
        return words.AsSpan(block * WordsPerBlock, WordsPerBlock);
    }
}
