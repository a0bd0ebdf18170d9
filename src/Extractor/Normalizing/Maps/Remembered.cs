using System.Collections.Concurrent;

namespace Extractor.Normalizing.Maps;

/// <summary>
/// What was found for a text, kept for when it comes again: publishers print the same headings and labels thousands of times.
/// Bounded in number and length, so that no document fills the memory; the rest is looked for each time.
/// </summary>
/// <param name="find">Gives the same answer for the same text, always; null where there is none.</param>
internal sealed class Remembered<TFound>(Func<string, TFound?> find)
    where TFound : class
{
    private const int MostTexts = 50_000;

    /// <summary>Characters.</summary>
    private const int LongestText = 60;

    private readonly ConcurrentDictionary<string, TFound?> known = new(StringComparer.Ordinal);

    /// <summary>Beside <see cref="known"/>, which takes all its locks to count itself.</summary>
    private int count;

    public TFound? Find(string text)
    {
        if (known.TryGetValue(text, out var found))
        {
            return found;
        }

        found = find(text);
        if (text.Length <= LongestText && count < MostTexts && known.TryAdd(text, found))
        {
            Interlocked.Increment(ref count);
        }

        return found;
    }
}
