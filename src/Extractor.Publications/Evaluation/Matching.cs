using System.Collections.Immutable;

namespace Extractor.Publications.Evaluation;

/// <summary>Pairs of what was expected and what was published, each used once: a multiset comparison.</summary>
/// <param name="Pairs">By index of the expected item, ascending.</param>
internal sealed record Matching(IReadOnlyList<(int Expected, int Published)> Pairs, IReadOnlySet<int> Matched, IReadOnlySet<int> Used)
{
    /// <summary>
    /// The best pairs first: by falling score, then in the order of the document. Only items with the same bucket are compared.
    /// </summary>
    /// <param name="score">0 for no match.</param>
    public static Matching Of<TExpected, TPublished>(
        IReadOnlyList<TExpected> expected,
        IReadOnlyList<TPublished> published,
        Func<TExpected, string> bucketOfExpected,
        Func<TPublished, string?> bucketOfPublished,
        Func<TExpected, TPublished, int> score)
    {
        var buckets = Enumerable.Range(0, published.Count)
            .Select(index => (Index: index, Bucket: bucketOfPublished(published[index])))
            .Where(static item => item.Bucket is not null)
            .ToLookup(static item => item.Bucket!, static item => item.Index, StringComparer.Ordinal);
        var candidates =
            from expectedIndex in Enumerable.Range(0, expected.Count)
            from publishedIndex in buckets[bucketOfExpected(expected[expectedIndex])]
            let points = score(expected[expectedIndex], published[publishedIndex])
            where points > 0
            orderby points descending, expectedIndex, publishedIndex
            select (expectedIndex, publishedIndex);

        var pairs = new List<(int Expected, int Published)>();
        var matched = new HashSet<int>();
        var used = new HashSet<int>();
        foreach (var (expectedIndex, publishedIndex) in candidates)
        {
            if (!matched.Contains(expectedIndex) && !used.Contains(publishedIndex))
            {
                matched.Add(expectedIndex);
                used.Add(publishedIndex);
                pairs.Add((expectedIndex, publishedIndex));
            }
        }

        pairs.Sort();
        return new Matching(pairs, matched, used);
    }

    /// <summary>Published items that no expected one was paired with.</summary>
    /// <param name="published">How many there are.</param>
    public IEnumerable<int> Unused(int published) => Enumerable.Range(0, published).Where(index => !Used.Contains(index));

    /// <param name="expected">How many there are.</param>
    /// <param name="missed">What is said of an expected item that has no pair.</param>
    /// <param name="extra">What was published beyond the pairs.</param>
    public Score ToScore(int expected, Func<int, Difference> missed, IEnumerable<Difference> extra)
    {
        ImmutableArray<Difference> beyond = [.. extra];
        return new Score(
            expected,
            Pairs.Count,
            Pairs.Count + beyond.Length,
            Pairs.Count,
            [.. Enumerable.Range(0, expected).Where(index => !Matched.Contains(index)).Select(missed)],
            beyond,
            Score.None.Details);
    }
}
