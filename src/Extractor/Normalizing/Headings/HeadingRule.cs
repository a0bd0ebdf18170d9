using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>
/// How a line of a heading map recognises a printed heading: <c>is</c> compares the whole heading, <c>has</c> wants all its
/// words somewhere in it and none of the words of <c>without</c>.
/// </summary>
public sealed record HeadingPattern(bool IsWhole, ImmutableArray<string> Words, ImmutableArray<string> Without)
{
    public bool Matches(string folded)
    {
        if (IsWhole)
        {
            return string.Equals(folded, Words[0], StringComparison.Ordinal);
        }

        foreach (var word in Words)
        {
            if (!folded.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        foreach (var word in Without)
        {
            if (folded.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The rules of one map in their order: whole headings first, then the first line whose words are found.</summary>
public sealed class HeadingRules<TMeaning>
    where TMeaning : class
{
    private readonly FrozenDictionary<string, TMeaning> whole;
    private readonly ImmutableArray<(HeadingPattern Pattern, TMeaning Meaning)> parts;
    private readonly Remembered<TMeaning> byParts;

    public HeadingRules(IEnumerable<(HeadingPattern Pattern, TMeaning Meaning)> rules)
    {
        var all = rules.ToImmutableArray();
        whole = all.Where(static rule => rule.Pattern.IsWhole).ToFrozenDictionary(static rule => rule.Pattern.Words[0], static rule =>
            rule.Meaning, StringComparer.Ordinal);
        parts = [.. all.Where(static rule => !rule.Pattern.IsWhole)];
        byParts = new Remembered<TMeaning>(FindParts);
    }

    /// <summary>What a line of the map says of exactly this heading; null where none does.</summary>
    public TMeaning? FindWhole(string folded) => whole.GetValueOrDefault(folded);

    /// <summary>What <paramref name="folded"/> means; null where no line of the map knows it.</summary>
    public TMeaning? Find(string folded)
    {
        if (folded.Length == 0)
        {
            return null;
        }

        return whole.TryGetValue(folded, out var meaning) ? meaning : byParts.Find(folded);
    }

    private TMeaning? FindParts(string folded)
    {
        foreach (var (pattern, meaning) in parts)
        {
            if (pattern.Matches(folded))
            {
                return meaning;
            }
        }

        return null;
    }
}
