using System.Globalization;
using Extractor.Fetching;

namespace Extractor.Tests.Fetching;

public sealed class ShardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    public void Takes_AnyName_OneShardOfAllTakesIt(int count)
    {
        var shards = Enumerable.Range(1, count).Select(number =>
            Of($"{number.ToString(CultureInfo.InvariantCulture)}/{count.ToString(CultureInfo.InvariantCulture)}")).ToList();
        var names = Enumerable.Range(0, 2_000).Select(static index => $"corpus/文件{index}.pdf").ToList();

        Assert.All(names, name => Assert.Single(shards, shard => shard.Takes(name)));
        Assert.All(shards, shard => Assert.InRange(names.Count(shard.Takes), 2_000 / count / 2, 2_000 / count * 2));
    }

    [Fact]
    public void Takes_KnownName_StaysInItsShardForEver() =>
        Assert.True(Of("2/7").Takes("www.szlh.gov.cn") && Of("7/16").Takes("www.szlh.gov.cn"));

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("-1/4")]
    [InlineData("1/4/4")]
    [InlineData("1 /4")]
    [InlineData("1/1000000")]
    public void TryParse_NoShare_IsRefused(string text) => Assert.False(Shard.TryParse(text, out _));

    [Fact]
    public void TryParse_Share_PrintsAsItWasGiven() => Assert.Equal("3/16", Of("3/16").ToString());

    private static Shard Of(string text) => Shard.TryParse(text, out var shard) ? shard : throw new ArgumentException(text);
}
