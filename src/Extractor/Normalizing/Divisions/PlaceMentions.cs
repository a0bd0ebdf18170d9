using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Divisions;

/// <summary>How often a text names each division in full. It tells which 鼓楼区 is meant, and where 市教育局 sits.</summary>
public sealed class PlaceMentions
{
    private readonly Lazy<Dictionary<string, int>> countByName;

    /// <summary>The names in <paramref name="lines"/>, up to <paramref name="limit"/> characters; counted when first asked for.</summary>
    public PlaceMentions(IEnumerable<string> lines, DivisionCatalogue divisions, int limit) =>
        countByName = new Lazy<Dictionary<string, int>>(() => Count(lines, divisions, limit));

    /// <summary>The names, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> MostFrequent =>
        countByName.Value.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal);

    /// <summary>How often <paramref name="name"/> stands in the text.</summary>
    public int Of(string name) => countByName.Value.GetValueOrDefault(name);

    private static Dictionary<string, int> Count(IEnumerable<string> lines, DivisionCatalogue divisions, int limit)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = 0;
        foreach (var line in lines)
        {
            if ((read += line.Length) > limit)
            {
                break;
            }

            var folded = FoldedText.Of(line);
            for (var start = 0; start < folded.Length - 2; start++)
            {
                var found = divisions.NamedAt(folded, start);
                if (!found.IsEmpty && found[0].IsInForce && found[0].Name.Length >= 3)
                {
                    counts[found[0].Name] = counts.GetValueOrDefault(found[0].Name) + 1;
                    start += found[0].Name.Length - 1;
                }
            }
        }

        return counts;
    }
}
