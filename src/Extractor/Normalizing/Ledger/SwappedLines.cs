namespace Extractor.Normalizing.Ledger;

/// <summary>
/// What a sum across a row does not tell: which of its parts is of which fund or component. Two of them may change places unless another
/// sum, down their own columns or with another table, would miss one of them.
/// </summary>
internal sealed class SwappedLines
{
    /// <summary>The sums that hold of each line that is in one across its row.</summary>
    private readonly Dictionary<LineDraft, List<RunCheck>> sums = [];

    /// <param name="held">The sums that hold.</param>
    public SwappedLines(IReadOnlyList<RunCheck> held)
    {
        foreach (var check in held)
        {
            if (!check.SpansRows)
            {
                foreach (var member in check.Members)
                {
                    sums.TryAdd(member, []);
                }
            }
        }

        foreach (var check in held)
        {
            foreach (var member in check.Members)
            {
                if (sums.TryGetValue(member, out var ofMember) && (ofMember.Count == 0 || ofMember[^1] != check))
                {
                    ofMember.Add(check);
                }
            }
        }
    }

    /// <summary>Another part of a sum across the row could stand where the line stands, and no sum would be missed.</summary>
    public bool GoUnnoticed(LineDraft line)
    {
        if (!sums.TryGetValue(line, out var ofLine))
        {
            return false;
        }

        foreach (var check in ofLine)
        {
            if (!check.SpansRows)
            {
                foreach (var other in check.Members)
                {
                    if (AreKindsApart(line, other) && !IsNoticed(line, ofLine, other, sums[other]))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool AreKindsApart(LineDraft line, LineDraft other) =>
        (line.Line.Fund != other.Line.Fund || line.Line.Component != other.Line.Component) && line.Line.Period == other.Line.Period;

    private static bool IsNoticed(LineDraft line, List<RunCheck> ofLine, LineDraft other, List<RunCheck> ofOther)
    {
        var difference = Math.Abs(line.Yuan - other.Yuan);
        return difference == 0 || IsMissed(ofLine, ofOther) || IsMissed(ofOther, ofLine);

        bool IsMissed(List<RunCheck> sums, List<RunCheck> sumsOfOther)
        {
            foreach (var check in sums)
            {
                if (difference > check.Tolerance + Math.Abs(check.Difference)
                    && (check.Whole == line || check.Whole == other || !sumsOfOther.Contains(check)))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
