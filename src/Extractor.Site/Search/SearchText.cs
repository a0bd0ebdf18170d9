using System.Text;

namespace Extractor.Site.Search;

/// <summary>Text as it is searched: pairs of neighbouring letters (二元), alike here and in <c>web/src/pages/search/text.ts</c>.</summary>
internal static class SearchText
{
    /// <summary>Compatibility forms and case folded; anything but letters and digits becomes one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(unit))
            {
                folded.Append(unit);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }

    /// <summary>Every pair in the texts once; a pair never spans two words.</summary>
    public static void CollectPairs(string text, HashSet<uint> pairs)
    {
        var folded = Fold(text);
        for (var at = 0; at + 1 < folded.Length; at++)
        {
            if (folded[at] != ' ' && folded[at + 1] != ' ')
            {
                pairs.Add(((uint)folded[at] << 16) | folded[at + 1]);
            }
        }
    }
}
