using System.Collections.Immutable;
using Extractor.Fetching;
using Extractor.Fetching.Publishers;
using Extractor.Model.Documents;

namespace Extractor.Tests.Fetching.Publishers;

public sealed class PublisherShareTests
{
    [Fact]
    public void Of_AllShares_EveryPublisherOnceAndEveryHostInOneShare()
    {
        // b shares a host with a, c with b: the three stay together; so do d and e.
        ImmutableArray<PublisherDefinition> publishers =
        [
            Publisher("a", "one.example"),
            Publisher("b", "one.example", "two.example"),
            Publisher("c", "two.example", "three.example"),
            Publisher("d", "four.example"),
            Publisher("e", "four.example"),
            Publisher("nowhere"),
            .. Enumerable.Range(0, 30).Select(static index => Publisher($"p{index}", $"host{index}.example")),
        ];

        var shares = Enumerable.Range(1, 7).Select(number => PublisherShare.Of(publishers, Of($"{number}/7"))).ToList();

        Assert.Equal(publishers.Select(static publisher => publisher.Key).Order(StringComparer.Ordinal),
            shares.SelectMany(static share => share).Select(static publisher => publisher.Key).Order(StringComparer.Ordinal));
        Assert.Contains(shares, static share => share.Count(static publisher => publisher.Key is "a" or "b" or "c") == 3);
        Assert.Contains(shares, static share => share.Count(static publisher => publisher.Key is "d" or "e") == 2);
        Assert.True(shares.Count(static share => share.Length > 0) > 4);
    }

    private static PublisherDefinition Publisher(string key, params string[] hosts) => new(
        key, key, "440300", false, [], [],
        [.. hosts.Select(static host => new ListedAddress(new Uri($"http://{host}/a.pdf"), DocumentRequest.Unknown, null))],
        ExpectedInventory.Nothing, Politeness.Default);

    private static Shard Of(string text) => Shard.TryParse(text, out var shard) ? shard : throw new ArgumentException(text);
}
