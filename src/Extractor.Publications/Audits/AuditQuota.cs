using System.Collections.Immutable;

namespace Extractor.Publications.Audits;

/// <summary>Shares of a sample by largest remainders; nobody who has lines goes without, as far as the sample goes.</summary>
internal static class AuditQuota
{
    /// <param name="sizes">Lines of each, none of them 0.</param>
    /// <returns>For each, at most its size; together <paramref name="count"/>, or all lines where there are fewer.</returns>
    public static ImmutableArray<int> Of(ImmutableArray<int> sizes, int count)
    {
        var all = sizes.Sum(static size => (long)size);
        var wanted = (int)Math.Min(count, all);
        var quotas = sizes.Select(size => (int)Math.Min(size, Math.Max(1, wanted * (long)size / Math.Max(1, all)))).ToArray();
        var byRemainder = Enumerable.Range(0, sizes.Length)
            .OrderByDescending(index => wanted * (long)sizes[index] % Math.Max(1, all)).ThenBy(static index => index).ToArray();
        for (var given = quotas.Sum(); given < wanted;)
        {
            foreach (var index in byRemainder)
            {
                if (given < wanted && quotas[index] < sizes[index])
                {
                    quotas[index]++;
                    given++;
                }
            }
        }

        // Where ones were given beyond the sample, they are taken from the largest quotas, the smallest kinds first.
        for (var given = quotas.Sum(); given > wanted; given--)
        {
            var largest = quotas.Max();
            quotas[Enumerable.Range(0, quotas.Length).Where(index => quotas[index] == largest).MinBy(index => sizes[index])]--;
        }

        return [.. quotas];
    }
}
