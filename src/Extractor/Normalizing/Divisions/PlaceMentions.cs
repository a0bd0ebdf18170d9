using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Divisions;

/// <summary>How often a text names each division in full. It tells which 鼓楼区 is meant, and where 市教育局 sits.</summary>
public sealed class PlaceMentions
{
    private readonly Dictionary<string, int> countByName = new(StringComparer.Ordinal);

    private PlaceMentions()
    {
    }

    /// <summary>Counts the names in <paramref name="lines"/>, up to <paramref name="limit"/> characters.</summary>
    public static PlaceMentions In(IEnumerable<string> lines, DivisionCatalogue divisions, int limit)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(divisions);
        var mentions = new PlaceMentions();
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
                    mentions.countByName[found[0].Name] = mentions.Of(found[0].Name) + 1;
                    start += found[0].Name.Length - 1;
                }
            }
        }

        return mentions;
    }

    /// <summary>How often <paramref name="name"/> stands in the text.</summary>
    public int Of(string name) => countByName.GetValueOrDefault(name);

    /// <summary>The names, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> MostFrequent =>
        countByName.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal);
}
