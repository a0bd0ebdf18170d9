namespace Extractor.Cli;

/// <summary>What a mistyped name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>A letter in so many may be wrong, left out or swapped with its neighbour.</summary>
    private const int LettersPerFault = 3;

    /// <summary>Fewer letters begin too many names.</summary>
    private const int LeastPrefix = 2;

    /// <returns>The name with the fewest faults; null where none is near.</returns>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var allowed = Math.Max(1, typed.TrimStart('-').Length / LettersPerFault);
        return names
            .Select(name => (Name: name, Faults: Faults(typed, name)))
            .Where(candidate => candidate.Faults <= allowed || IsBegun(typed, candidate.Name) || IsBegun(candidate.Name, typed))
            .OrderBy(static candidate => candidate.Faults)
            .ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();
    }

    private static bool IsBegun(string shorter, string longer) =>
        shorter.TrimStart('-').Length >= LeastPrefix && longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters added, left out, exchanged, and neighbours swapped (optimal string alignment).</summary>
    private static int Faults(string typed, string name)
    {
        var (before, last, row) = (new int[name.Length + 1], new int[name.Length + 1], new int[name.Length + 1]);
        for (var column = 0; column <= name.Length; column++)
        {
            last[column] = column;
        }

        for (var index = 1; index <= typed.Length; index++)
        {
            row[0] = index;
            for (var column = 1; column <= name.Length; column++)
            {
                var cost = IsSame(typed[index - 1], name[column - 1]) ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1], last[column]) + 1, last[column - 1] + cost);
                if (index > 1 && column > 1 && IsSame(typed[index - 1], name[column - 2]) && IsSame(typed[index - 2], name[column - 1]))
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[name.Length];
    }

    private static bool IsSame(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
