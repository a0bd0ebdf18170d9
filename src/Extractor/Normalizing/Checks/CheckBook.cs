using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Checks;

/// <summary>One sum that was computed. The first member is the figure that was expected.</summary>
/// <param name="Actual">What the other members make, in yuan.</param>
internal sealed record RunCheck(string CheckId, string Rule, ImmutableArray<LineDraft> Members, decimal Actual, decimal Tolerance)
{
    public LineDraft Whole => Members[0];

    public decimal Difference => Actual - Whole.Yuan;

    public bool IsMet => Math.Abs(Difference) <= Tolerance;
}

/// <summary>
/// Runs and keeps the sums of one document. A sum holds when its difference is no more than the rounding of the printed
/// figures allows: half a unit of the last printed place for each of them.
/// </summary>
internal sealed class CheckBook(DocumentId documentId)
{
    private readonly List<(RunCheck Check, CheckOutcome Outcome)> run = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>The sums that are missed although nothing is known to be left out of them.</summary>
    public IEnumerable<RunCheck> Failing =>
        run.Where(static entry => entry.Outcome == CheckOutcome.Fails).Select(static entry => entry.Check);

    public ImmutableArray<Check> Checks => [.. run.Select(static entry => new Check(
        entry.Check.CheckId, entry.Check.Rule, entry.Check.Whole.Yuan, entry.Check.Actual, entry.Check.Tolerance, entry.Outcome,
        [.. entry.Check.Members.Select(static member => member.Line.LineId)]))];

    /// <summary>Checks that <paramref name="parts"/> add up to <paramref name="whole"/>; a part of a negative sign is taken away.</summary>
    /// <param name="isComplete">False where the table shows amounts that could not be read as parts: then a difference proves
    /// nothing.</param>
    public void Sum(string rule, LineDraft whole, IReadOnlyList<(LineDraft Line, int Sign)> parts, bool isComplete = true)
    {
        var actual = 0m;
        var tolerance = whole.HalfPlaceYuan;
        var members = new LineDraft[parts.Count + 1];
        members[0] = whole;
        for (var index = 0; index < parts.Count; index++)
        {
            var (line, sign) = parts[index];
            actual += sign * line.Yuan;
            tolerance += line.HalfPlaceYuan;
            members[index + 1] = line;
        }

        Add(rule, ImmutableCollectionsMarshal.AsImmutableArray(members), actual, tolerance, isComplete);
    }

    /// <summary>Checks that two figures that speak of the same money are the same.</summary>
    public void Agree(string rule, LineDraft expected, LineDraft actual) =>
        Add(rule, [expected, actual], actual.Yuan, expected.HalfPlaceYuan + actual.HalfPlaceYuan, isComplete: true);

    /// <summary>Takes sums out of judgement that were run over lists known to be incomplete.</summary>
    public void SetNotApplicable(IReadOnlySet<RunCheck> checks)
    {
        for (var index = 0; index < run.Count; index++)
        {
            if (checks.Contains(run[index].Check))
            {
                run[index] = (run[index].Check, CheckOutcome.NotApplicable);
            }
        }
    }

    /// <summary>Writes on every line that is in a sum what the sums say of it.</summary>
    public void Prove()
    {
        foreach (var (check, outcome) in run)
        {
            foreach (var member in check.Members)
            {
                if (outcome == CheckOutcome.Fails)
                {
                    member.Proof = Proof.Contradicted;
                }
                else if (outcome == CheckOutcome.Holds && member.Proof == Proof.Unproven)
                {
                    member.Proof = Proof.Proven;
                }
            }
        }
    }

    private void Add(string rule, ImmutableArray<LineDraft> members, decimal actual, decimal tolerance, bool isComplete)
    {
        var named = new string[members.Length + 3];
        (named[0], named[1], named[2]) = (documentId.Value, "check", rule);
        for (var index = 0; index < members.Length; index++)
        {
            named[index + 3] = members[index].Line.LineId;
        }

        var id = StableId.Of(named);
        if (ids.Add(id))
        {
            var check = new RunCheck(id, rule, members, actual, tolerance);
            run.Add((check, check.IsMet ? CheckOutcome.Holds : isComplete ? CheckOutcome.Fails : CheckOutcome.NotApplicable));
        }
    }
}
