using System.Collections.Concurrent;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Performance;

/// <summary>What texts of forms mean by the rules of a place, the first texts remembered: forms print the same ones again and again.</summary>
internal sealed class RememberedRoles(HeadingRules<PerformanceMeaning> rules)
{
    private const int MostRemembered = 50_000;

    /// <summary>Characters; a longer text is no heading and no label.</summary>
    private const int Longest = 30;

    private readonly ConcurrentDictionary<string, PerformanceRole?> known = new(StringComparer.Ordinal);

    /// <summary>Beside <see cref="known"/>, which takes all its locks to count itself.</summary>
    private int remembered;

    /// <summary>Null where no rule knows the text.</summary>
    public PerformanceRole? Find(string printed)
    {
        if (printed.Length is 0 or > Longest)
        {
            return null;
        }

        if (!known.TryGetValue(printed, out var role))
        {
            var heading = HeadingText.Of(printed);
            role = (rules.Find(heading.Words) ?? rules.Find(heading.Bare))?.Role;
            if (remembered < MostRemembered && known.TryAdd(printed, role))
            {
                Interlocked.Increment(ref remembered);
            }
        }

        return role;
    }
}
