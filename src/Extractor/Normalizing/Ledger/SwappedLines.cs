namespace Extractor.Normalizing.Ledger;

/// <summary>
/// What a sum across a row does not tell: which of its parts is of which fund or component. Two of them may change places unless another
/// sum, down their own columns or with another table, would miss one of them.
/// </summary>
/// <param name="held">The sums that hold.</param>
internal sealed class SwappedLines(IEnumerable<RunCheck> held)
{
    private readonly ILookup<LineDraft, RunCheck> sums = held.SelectMany(static check => check.Members.Distinct().Select(member =>
        (Member: member, Check: check))).ToLookup(static pair => pair.Member, static pair => pair.Check);

    /// <summary>Another part of a sum across the row could stand where the line stands, and no sum would be missed.</summary>
    public bool GoUnnoticed(LineDraft line) => sums[line].Where(static check => !check.SpansRows).SelectMany(static check => check.Members)
        .Any(other => AreKindsApart(line, other) && !IsNoticed(line, other));

    private static bool AreKindsApart(LineDraft line, LineDraft other) =>
        (line.Line.Fund != other.Line.Fund || line.Line.Component != other.Line.Component) && line.Line.Period == other.Line.Period;

    private bool IsNoticed(LineDraft line, LineDraft other)
    {
        var difference = Math.Abs(line.Yuan - other.Yuan);
        return difference == 0 || sums[line].Concat(sums[other]).Any(check => difference > check.Tolerance + Math.Abs(check.Difference) &&
            (check.Whole == line || check.Whole == other || !check.Members.Contains(line) || !check.Members.Contains(other)));
    }
}
