using System.Text;

namespace Extractor.Site.Search;

/// <summary>Text as it is searched: pairs of neighbouring letters (二元), alike here and in <c>web/src/pages/search/text.ts</c>.</summary>
internal static class SearchText
{
    private const int FirstOfThreeDigits = 0xE000;
    private const int FullWidth = '\uFF01' - '!';

    /// <summary>Marks that stand within a word, “三公”经费, and part nothing.</summary>
    private const string Quotes = "“”‘’\"'「」『』";

    /// <summary>Full-width forms (全角) and case folded, quotes left out; anything else but letters and digits becomes one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var printed in text)
        {
            var unit = char.ToLowerInvariant(printed is >= '\uFF01' and <= '\uFF5E' ? (char)(printed - FullWidth) : printed);
            if (char.IsLetterOrDigit(unit))
            {
                folded.Append(unit);
            }
            else if (folded.Length > 0 && folded[^1] != ' ' && !Quotes.Contains(unit, StringComparison.Ordinal))
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }

    /// <summary>
    /// Adds every pair in the text; a pair never spans two words. Pairs of digits are too common to tell codes and years apart:
    /// four digits in a row also make one, three of them folded into one letter for private use.
    /// </summary>
    public static void CollectPairs(string text, HashSet<uint> pairs)
    {
        var folded = Fold(text);
        for (var at = 0; at + 1 < folded.Length; at++)
        {
            if (folded[at] != ' ' && folded[at + 1] != ' ')
            {
                pairs.Add(Pair(folded[at], folded[at + 1]));
            }

            if (at + 3 < folded.Length && !folded.AsSpan(at, 4).ContainsAnyExceptInRange('0', '9'))
            {
                var three = ((folded[at] - '0') * 100) + ((folded[at + 1] - '0') * 10) + (folded[at + 2] - '0');
                pairs.Add(Pair((char)(FirstOfThreeDigits + three), folded[at + 3]));
            }
        }
    }

    private static uint Pair(char first, char second) => ((uint)first << 16) | second;
}
