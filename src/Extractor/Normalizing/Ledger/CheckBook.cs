using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Checks;

namespace Extractor.Normalizing.Ledger;

/// <summary>One sum that was computed. The first member is the figure that was expected.</summary>
/// <param name="actual">What the other members make.</param>
internal sealed class RunCheck(string checkId, string rule, ImmutableArray<LineDraft> members, decimal actual, decimal tolerance)
{
    public string CheckId { get; } = checkId;

    public string Rule { get; } = rule;

    public ImmutableArray<LineDraft> Members { get; } = members;

    /// <summary>In yuan, like <see cref="Tolerance"/>.</summary>
    public decimal Actual { get; } = actual;

    public decimal Tolerance { get; } = tolerance;

    public LineDraft Whole => Members[0];

    /// <summary>The members that are contradicted where it fails: the smallest set that explains it.</summary>
    public ImmutableArray<LineDraft> Accused { get; init; } = members;

    public decimal Difference => Actual - Whole.Yuan;

    /// <summary>The figure that was expected is the most that the other may be: that it holds proves neither.</summary>
    public bool IsBound { get; init; }

    public bool IsMet => (IsBound ? Difference : Math.Abs(Difference)) <= Tolerance;

    /// <summary>It adds up rows: it would fail if one of them stood elsewhere. A sum across one row would not.</summary>
    public bool SpansRows { get; } = members.Length == 1 || members.Any(member => member.Row != members[0].Row);

    /// <summary>It adds up the list below its whole, in one table.</summary>
    public bool IsList => Rule is CheckRule.ChildrenSumToParent or CheckRule.LeavesSumToTotal && !SpansTables;

    /// <summary>It compares a table with another one, or with the narrative.</summary>
    public bool SpansTables { get; } =
        members.Length == 1 || members.Any(member => member.Line.TableOrdinal != members[0].Line.TableOrdinal);
}

/// <summary>
/// Runs and keeps the sums of one document. A sum holds when its difference is no more than the rounding of the printed
/// figures allows: half a unit of the last printed place for each of them.
/// </summary>
internal sealed class CheckBook(DocumentId documentId)
{
    private readonly List<(RunCheck Check, CheckOutcome Outcome, string? Reason)> run = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>The sums that are missed although nothing is known to be left out of them.</summary>
    public IEnumerable<RunCheck> Failing => FailingFrom(0);

    /// <summary>Sums that were run until now.</summary>
    public int Count => run.Count;

    /// <summary>The same of those that were run after the first <paramref name="count"/>.</summary>
    public IEnumerable<RunCheck> FailingFrom(int count) =>
        run.Skip(count).Where(static entry => entry.Outcome == CheckOutcome.Fails).Select(static entry => entry.Check);

    public ImmutableArray<Check> Checks => [.. run.Select(static entry => new Check(
        entry.Check.CheckId, entry.Check.Rule, entry.Check.Whole.Yuan, entry.Check.Actual, entry.Check.Tolerance, entry.Outcome,
        [.. entry.Check.Members.Select(static member => member.Line.LineId)], entry.Reason))];

    /// <summary>Checks that <paramref name="parts"/> add up to <paramref name="whole"/>; a part of a negative sign is taken away.</summary>
    /// <param name="isComplete">False where the table shows amounts that could not be read as parts: then a difference proves
    /// nothing.</param>
    /// <param name="accused">Whom a difference speaks against; all members where it is not given.</param>
    public void Sum(string rule, LineDraft whole, IReadOnlyList<(LineDraft Line, int Sign)> parts, bool isComplete = true,
        ImmutableArray<LineDraft> accused = default)
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

        Add(rule, ImmutableCollectionsMarshal.AsImmutableArray(members), actual, tolerance, isComplete, accused);
    }

    /// <summary>Checks that two figures that speak of the same money are the same.</summary>
    /// <param name="isComplete">False where they may be of different money: then a difference proves nothing.</param>
    public void Agree(string rule, LineDraft expected, LineDraft actual, bool isComplete = true) =>
        Add(rule, [expected, actual], actual.Yuan, expected.HalfPlaceYuan + actual.HalfPlaceYuan, isComplete);

    /// <summary>Checks that a figure is not above its limit. One that is speaks against what was done, not against the figures.</summary>
    public void AtMost(string rule, LineDraft limit, LineDraft actual) => Keep(
        new RunCheck(StableId.Of(documentId.Value, "check", rule, limit.Line.LineId, actual.Line.LineId), rule,
            [limit, actual], actual.Yuan,
            limit.HalfPlaceYuan + actual.HalfPlaceYuan)
        { IsBound = true, Accused = [] },
        isComplete: true);

    /// <summary>Checks that a figure that is stated elsewhere (in the narrative) is that of a line.</summary>
    /// <param name="key">What the statement says: a line may be stated in several ways.</param>
    /// <param name="halfPlace">What rounding can have taken from the stated figure, in yuan.</param>
    /// <returns>True where they agree.</returns>
    public bool State(string rule, string key, LineDraft line, decimal stated, decimal halfPlace)
    {
        var id = StableId.Of(documentId.Value, "check", rule, key, line.Line.LineId);
        var check = new RunCheck(id, rule, [line], stated, halfPlace + line.HalfPlaceYuan);
        Keep(check, isComplete: true);
        return check.IsMet;
    }

    /// <summary>Takes sums out of judgement that were run over lists known to be incomplete.</summary>
    public void SetNotApplicable(IReadOnlySet<RunCheck> checks)
    {
        for (var index = 0; index < run.Count; index++)
        {
            if (checks.Contains(run[index].Check))
            {
                run[index] = (run[index].Check, CheckOutcome.NotApplicable, run[index].Reason);
            }
        }
    }

    /// <summary>Takes a sum out of judgement that the document itself explains.</summary>
    /// <param name="sentence">As printed.</param>
    public void Explain(RunCheck check, string sentence)
    {
        var index = run.FindIndex(entry => entry.Check == check);
        run[index] = (check, CheckOutcome.NotApplicable, sentence);
    }

    /// <summary>
    /// Writes on every line that is in a sum what the sums say of it. One that holds proves an amount; it proves that the amount
    /// stands in its place only where it, or one of another column, adds up rows, and is more than the rounding that the sum allows. A
    /// row of zeros moves no sum wherever it stands. A part of its row whose fund another part could bear is not told either. Where the
    /// lines below a sum do not make it and no other list of their column holds, none of them is proven.
    /// </summary>
    public void Prove()
    {
        var placed = new HashSet<(int Table, int Side, int Row)>();
        var missed = new HashSet<(int Table, int Side, int Row)>();
        var withMoney = new HashSet<(int Table, int Side, int Row)>();
        var compared = new HashSet<int>();
        var fallShort = new HashSet<LineDraft>();
        var summedUp = new HashSet<LineDraft>();
        var made = new HashSet<LineDraft>();
        var missedLists = new List<RunCheck>();
        var contradicted = Failing.SelectMany(static check => check.Members).ToHashSet();
        foreach (var (check, outcome, _) in run)
        {
            withMoney.UnionWith(check.Members.Where(static member => member.Yuan != 0).Select(static member => member.Place));
        }

        foreach (var (check, outcome, _) in run)
        {
            if (check.IsBound)
            {
                continue;
            }

            if (check is { IsList: true, SpansRows: true } && outcome == CheckOutcome.Holds)
            {
                summedUp.UnionWith(check.Members);
            }
            else if (outcome == CheckOutcome.NotApplicable && check.IsList && !check.Members.Any(contradicted.Contains))
            {
                if (check.Whole.Line.RowRole == RowRole.Total)
                {
                    fallShort.Add(check.Whole);
                }

                if (check.Rule == CheckRule.LeavesSumToTotal)
                {
                    missedLists.Add(check);
                }
            }

            if (check.SpansRows && outcome == CheckOutcome.Holds)
            {
                made.Add(check.Whole);
            }

            if (check.SpansRows)
            {
                (outcome == CheckOutcome.Holds ? placed : missed).UnionWith(check.Members
                    .Where(member => outcome != CheckOutcome.Holds || Math.Abs(member.Yuan) > check.Tolerance ||
                        !withMoney.Contains(member.Place))
                    .Select(static member => member.Place));
            }

            if (outcome == CheckOutcome.Holds && check.SpansTables)
            {
                compared.UnionWith(check.Members.Select(static member => member.Line.TableOrdinal));
            }
        }

        fallShort.UnionWith(missedLists.SelectMany(static check => check.Members).Where(member => !summedUp.Contains(member)));
        var swapped = new SwappedLines([.. run.Where(static entry => entry.Outcome == CheckOutcome.Holds && !entry.Check.IsBound)
            .Select(static entry => entry.Check)]);
        foreach (var (check, outcome, _) in run.Where(static entry => !entry.Check.IsBound || entry.Outcome == CheckOutcome.Fails))
        {
            foreach (var member in outcome == CheckOutcome.Fails ? check.Accused : check.Members)
            {
                if (outcome == CheckOutcome.Fails)
                {
                    member.Proof = Proof.Contradicted;
                }
                else if (outcome == CheckOutcome.Holds && member.Proof == Proof.Unproven)
                {
                    member.Line = member.Line with { Doubt = DoubtOf(member) };
                    member.Proof = member.Line.Doubt is null ? Proof.Proven : Proof.Unproven;
                }
            }
        }

        foreach (var line in fallShort.Where(static line => line is { Proof: Proof.Unproven, Line.Doubt: null }))
        {
            line.Line = line.Line with { Doubt = LineDoubt.LeafSumDiffers };
        }

        LineDoubt? DoubtOf(LineDraft line) =>
            line.Line.Doubt
            ?? (line.IsUnruled ? LineDoubt.ColumnsUnruled
            : line.IsStructureUnread ? LineDoubt.StructureUnread
            : line.IsPrintedSum && !made.Contains(line) ? LineDoubt.PlaceUnproven
            : fallShort.Contains(line) ? LineDoubt.LeafSumDiffers
            : line.HasPlace && !placed.Contains(line.Place)
                ? missed.Contains(line.Place) ? LineDoubt.LeafSumDiffers : LineDoubt.PlaceUnproven
            : swapped.GoUnnoticed(line) ? LineDoubt.PlaceUnproven
            : compared.Contains(line.Line.TableOrdinal) ? null
            : line.TableDoubt);
    }

    private void Add(string rule, ImmutableArray<LineDraft> members, decimal actual, decimal tolerance, bool isComplete,
        ImmutableArray<LineDraft> accused = default)
    {
        var named = new string[members.Length + 3];
        (named[0], named[1], named[2]) = (documentId.Value, "check", rule);
        for (var index = 0; index < members.Length; index++)
        {
            named[index + 3] = members[index].Line.LineId;
        }

        Keep(new RunCheck(StableId.Of(named), rule, members, actual, tolerance) { Accused = accused.IsDefault ? members : accused },
            isComplete);
    }

    /// <summary>One sum that is promised in two ways is run once.</summary>
    private void Keep(RunCheck check, bool isComplete)
    {
        if (ids.Add(check.CheckId))
        {
            var mayAccuse = isComplete && !check.Members.Any(static member => member.IsUnruled);
            run.Add((check, check.IsMet ? CheckOutcome.Holds : mayAccuse ? CheckOutcome.Fails : CheckOutcome.NotApplicable, null));
        }
    }
}
