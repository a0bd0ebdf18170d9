using System.Collections.Immutable;

namespace Extractor.Publications.Differences;

/// <summary>
/// The lines of two readings or editions of a document against each other. Lines are known by what they mean, not by their
/// place. Where several mean the same, equal amounts belong together first, then what is left in the order of the rows.
/// </summary>
internal static class LineMatching
{
    /// <returns>In the order of the later side's rows; what was removed stands after them.</returns>
    public static ImmutableArray<LineDifference> Differences(IReadOnlyList<ComparedLine> before, IReadOnlyList<ComparedLine> after)
    {
        var earlier = new Dictionary<ComparedLineKey, List<ComparedLine>>();
        foreach (var line in before)
        {
            if (!earlier.TryGetValue(line.Key, out var group))
            {
                earlier[line.Key] = group = [];
            }

            group.Add(line);
        }

        var differing = after.Where(line => !TakeEqual(earlier, line)).ToList();
        var differences = ImmutableArray.CreateBuilder<LineDifference>(differing.Count);
        foreach (var line in differing)
        {
            differences.Add(new LineDifference(TakeFirst(earlier, line.Key), line));
        }

        var removed = earlier.Values.SelectMany(static left => left).ToHashSet();
        differences.AddRange(before.Where(removed.Contains).Select(static line => new LineDifference(line, null)));
        return differences.DrainToImmutable();
    }

    private static bool TakeEqual(Dictionary<ComparedLineKey, List<ComparedLine>> earlier, ComparedLine line)
    {
        if (!earlier.TryGetValue(line.Key, out var group))
        {
            return false;
        }

        var index = group.FindIndex(candidate => candidate.AmountYuan == line.AmountYuan);
        if (index >= 0)
        {
            group.RemoveAt(index);
        }

        return index >= 0;
    }

    private static ComparedLine? TakeFirst(Dictionary<ComparedLineKey, List<ComparedLine>> earlier, ComparedLineKey key)
    {
        if (!earlier.TryGetValue(key, out var group) || group is not [var first, ..])
        {
            return null;
        }

        group.RemoveAt(0);
        return first;
    }
}
