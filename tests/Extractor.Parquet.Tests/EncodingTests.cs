using System.Text;
using Extractor.Parquet.BloomFilters;
using Extractor.Parquet.Compression;
using Extractor.Parquet.Encodings;
using FsCheck;
using FsCheck.Fluent;

namespace Extractor.Parquet.Tests;

/// <summary>What is encoded is decoded: for all values.</summary>
public sealed class EncodingTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(400);

    [Fact]
    public void RleBitPackedHybrid_AnyIndexes_RoundTrip() => Check.One(Thorough, Prop.ForAll<int[]>(static values =>
    {
        int[] runs = [.. values.SelectMany(static value => Enumerable.Repeat(value & 0xFFFF, value & 15))];
        var width = BitPacking.WidthOf((ulong)runs.Append(0).Max());
        var buffer = new PageBuffer(1);
        RleBitPackedHybrid.Encode(runs, width, buffer);
        var decoded = new int[runs.Length];
        RleBitPackedHybrid.Decode(buffer.Written, width, decoded);
        return runs.AsSpan().SequenceEqual(decoded);
    }));

    [Fact]
    public void RleBitPackedHybrid_AnyLevels_RoundTrip() => Check.One(Thorough, Prop.ForAll<int[]>(static values =>
    {
        byte[] levels = [.. values.SelectMany(static value => Enumerable.Repeat((byte)(value & 1), (value >> 1) & 31))];
        var buffer = new PageBuffer(1);
        RleBitPackedHybrid.EncodeLevels(levels, buffer);
        var decoded = new int[levels.Length];
        RleBitPackedHybrid.Decode(buffer.Written, 1, decoded);
        return levels.Select(static level => (int)level).SequenceEqual(decoded);
    }));

    [Fact]
    public void DeltaBinaryPacked_AnyIntegers_RoundTrip() => Check.One(Thorough, Prop.ForAll<long[], int>(static (values, kind) =>
    {
        long[] scaled = [.. values.Select(value =>
            (kind & 3) switch { 0 => value, 1 => value & 0xFF, 2 => value % 2 == 0 ? long.MinValue : long.MaxValue, _ => value << 40 })];
        var buffer = new PageBuffer(1);
        DeltaBinaryPacked.Encode<long>(scaled, buffer);
        var decoded = new long[scaled.Length];
        return DeltaBinaryPacked.Decode<long>(buffer.Written, decoded) == buffer.Length && scaled.AsSpan().SequenceEqual(decoded);
    }));

    [Fact]
    public void DeltaBinaryPacked_AnyInt32s_RoundTrip() => Check.One(Thorough, Prop.ForAll<int[]>(static values =>
    {
        int[] extreme = [.. values, int.MinValue, int.MaxValue, .. values];
        var buffer = new PageBuffer(1);
        DeltaBinaryPacked.Encode<int>(extreme, buffer);
        var decoded = new int[extreme.Length];
        return DeltaBinaryPacked.Decode<int>(buffer.Written, decoded) == buffer.Length && extreme.AsSpan().SequenceEqual(decoded);
    }));

    [Fact]
    public void Snappy_AnyBytes_RoundTrip() => Check.One(Thorough, Prop.ForAll<byte[], int>(static (values, repeats) =>
    {
        byte[] input = [.. Enumerable.Repeat(values, 1 + (repeats & 7)).SelectMany(static part => part), .. values.Reverse()];
        var encoder = new SnappyEncoder();
        var buffer = new PageBuffer(1);
        encoder.Compress(input, buffer);
        var decoded = new byte[input.Length];
        SnappyDecoder.Decompress(buffer.Written, decoded);
        return input.AsSpan().SequenceEqual(decoded);
    }));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(1_000_000)]
    public void Snappy_LongInputs_RoundTripAndShrinkWhereTheyRepeat(int length)
    {
        var random = new Random(length);
        var noise = new byte[length];
        random.NextBytes(noise);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, length / 8).Select(_ => $"{random.Next(100)},支出;")));
        foreach (var (input, limit) in new[] { (noise, noise.Length + (noise.Length / 60) + 10), (text, (text.Length / 2) + 10) })
        {
            var buffer = new PageBuffer();
            new SnappyEncoder().Compress(input, buffer);
            var decoded = new byte[input.Length];
            SnappyDecoder.Decompress(buffer.Written, decoded);
            Assert.True(input.AsSpan().SequenceEqual(decoded));
            Assert.InRange(buffer.Length, 1, limit);
        }
    }

    /// <summary>Values that the makers of the hash publish.</summary>
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    public void XxHash64_KnownText_KnownHash(string text, ulong expected) =>
        Assert.Equal(expected, XxHash64.Hash(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void XxHash64_EightBytes_SameAsTheNumber() =>
        Assert.Equal(XxHash64.Hash(BitConverter.GetBytes(0x0123456789ABCDEFUL)), XxHash64.Hash(0x0123456789ABCDEFUL));

    [Fact]
    public void SplitBlockBloomFilter_ManyValues_NoFalseNegativeAndFewFalsePositives()
    {
        var filter = new SplitBlockBloomFilter(10_000, 0.01);
        for (var value = 0UL; value < 10_000; value++)
        {
            filter.Add(XxHash64.Hash(value));
        }

        Assert.All(Enumerable.Range(0, 10_000), value => Assert.True(filter.MightContain(XxHash64.Hash((ulong)value))));
        Assert.InRange(Enumerable.Range(10_000, 10_000).Count(value => filter.MightContain(XxHash64.Hash((ulong)value))), 0, 200);
    }

    [Fact]
    public void TextBounds_AnyText_AreUtf8AndHoldTheText() => Check.One(Thorough, Prop.ForAll<string?, byte>(static (text, repeats) =>
    {
        var value = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, repeats)));
        var (minimum, isMinimumExact) = TextBounds.OfMinimum(value);
        var (maximum, isMaximumExact) = TextBounds.OfMaximum(value);
        return System.Text.Unicode.Utf8.IsValid(minimum) && System.Text.Unicode.Utf8.IsValid(maximum)
            && minimum.AsSpan().SequenceCompareTo(value) <= 0 && maximum.AsSpan().SequenceCompareTo(value) >= 0
            && isMinimumExact == minimum.AsSpan().SequenceEqual(value) && isMaximumExact == maximum.AsSpan().SequenceEqual(value);
    }));

    [Fact]
    public void TextBounds_LastCodePoint_IsNotRaised()
    {
        var value = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\U0010FFFF", 30)));
        Assert.Equal((value.Length, true), (TextBounds.OfMaximum(value).Bound.Length, TextBounds.OfMaximum(value).IsExact));
        var mixed = Encoding.UTF8.GetBytes("퟿" + string.Concat(Enumerable.Repeat("\U0010FFFF", 30)));
        Assert.Equal("\uE000", Encoding.UTF8.GetString(TextBounds.OfMaximum(mixed).Bound));
    }
}
