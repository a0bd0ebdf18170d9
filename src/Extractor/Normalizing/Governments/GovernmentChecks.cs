using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// The sums of one block of a government's table. A sum that is missed speaks against the page only where its structure is known to
/// be right: the same parts make the row in another column, or printed codes nest them and nearly all sums of the column are met.
/// </summary>
internal sealed class GovernmentChecks(BlockLines block, CheckBook book)
{
    private const string DebtLimit = "debt_limit";

    private readonly List<int>[] children = ChildrenOf(block, isAside: false);
    private readonly List<int>[] anew = ChildrenOf(block, isAside: true);
    private readonly MoneyBetweenLevels betweenLevels = new(block);

    public void Run()
    {
        var across = new GovernmentColumnSums(block).Find();
        var confirmedAcross = across.SelectMany(sum => Enumerable.Range(0, block.Rows.Length).Where(row => sum.IsMetIn(row))
            .SelectMany(sum.LinesOf)).ToHashSet();
        var confirmedDown = new HashSet<LineDraft>();
        for (var column = 0; column < block.Amounts.Length; column++)
        {
            var sums = SumsOf(column, children);
            var isReliable = IsReliable(sums);
            var confirmed = Confirmed(sums);
            var partial = SumsOf(column, children, isPartial: true);
            var against = sums.Where(sum => !sum.IsMet && IsAgainstThePage(sum, column, isReliable)).ToList();
            foreach (var sum in sums)
            {
                // 普通教育 is 1,000 more than its parts, and 教育支出 1,000 less than 普通教育 and its other parts make it.
                var culprits = sums.Concat(partial).Where(other => IsBetween(other, sum, against)).Select(static other => other.Whole)
                    .ToImmutableArray();
                var isCulprit = against.Exists(above => IsBetween(sum, above, against));
                book.Sum(CheckRule.ChildrenSumToParent, sum.Whole, sum.Parts, sum.IsMet || isCulprit || against.Contains(sum),
                    culprits.Length == 1 ? culprits : isCulprit ? [sum.Whole] : Accused(sum, confirmed, confirmedAcross));
            }

            foreach (var sum in SumsOf(column, anew))
            {
                book.Sum(CheckRule.ChildrenSumToParent, sum.Whole, sum.Parts, isComplete: false);
            }

            confirmedDown.UnionWith(confirmed.AsWhole);
            confirmedDown.UnionWith(confirmed.AsPart);
        }

        foreach (var sum in across)
        {
            for (var row = 0; row < block.Rows.Length; row++)
            {
                sum.Run(row, book, confirmedDown, betweenLevels);
            }
        }

        for (var row = 0; row < block.Rows.Length; row++)
        {
            CheckLevels(row);
            CheckChange(row);
        }
    }

    private sealed record RowSum(int Row, LineDraft Whole, ImmutableArray<(LineDraft Line, int Sign)> Parts, bool IsMet, int Blanks);

    /// <summary>A missed sum whose whole is a part of the one above, which is missed by the same amount the other way round.</summary>
    private static bool IsBetween(RowSum sum, RowSum above, List<RowSum> against) => !sum.IsMet && sum.Blanks == 0 &&
        sum.Parts.Length > 1 && against.Contains(above) && above.Parts.Any(part => part.Line == sum.Whole) &&
        DifferenceOf(sum) == -DifferenceOf(above);

    private static decimal DifferenceOf(RowSum sum) => sum.Whole.Yuan - sum.Parts.Sum(static part => part.Line.Yuan);

    /// <param name="isAside">The rows that divide a sum anew instead of those that make it.</param>
    private static List<int>[] ChildrenOf(BlockLines block, bool isAside)
    {
        var children = Enumerable.Range(0, block.Rows.Length).Select(static _ => new List<int>()).ToArray();
        for (var row = 0; row < block.Rows.Length; row++)
        {
            if (block.Tree.Parents[row] is >= 0 and var parent && block.Aside.Contains(row) == isAside)
            {
                children[parent].Add(row);
            }
        }

        return children;
    }

    /// <param name="isPartial">Of the rows whose parts are shown only in part, or do not make them, instead of the others.</param>
    private List<RowSum> SumsOf(int column, List<int>[] divided, bool isPartial = false)
    {
        var sums = new List<RowSum>();
        for (var row = 0; row < block.Rows.Length; row++)
        {
            if (block.Lines[row, column] is not { } whole || block.Partial.Contains(row) != isPartial)
            {
                continue;
            }

            var parts = divided[row].Select(child => block.Lines[child, column]).OfType<LineDraft>()
                .Select(static line => (line, 1)).ToImmutableArray();
            if (parts.Length > 0)
            {
                var sum = parts.Sum(static part => part.line.Yuan);
                var tolerance = whole.HalfPlaceYuan + parts.Sum(static part => part.line.HalfPlaceYuan);
                sums.Add(new RowSum(row, whole, parts, Math.Abs(sum - whole.Yuan) <= tolerance, divided[row].Count - parts.Length));
            }
        }

        return sums;
    }

    /// <summary>Nearly all sums of several parts are met: the rows nest as we read them.</summary>
    private static bool IsReliable(List<RowSum> sums)
    {
        var several = sums.Where(static sum => sum.Parts.Length > 1 && sum.Whole.Yuan != 0).ToList();
        var met = several.Count(static sum => sum.IsMet);
        return met * 100 >= GovernmentTolerances.LeastMetShare * several.Count;
    }

    private bool IsAgainstThePage(RowSum sum, int column, bool isReliable)
    {
        // A region need not hand its whole limit on.
        var isKeptBack = sum.Whole.Line.ItemKey?.EndsWith(DebtLimit, StringComparison.Ordinal) == true &&
            sum.Whole.Yuan > sum.Parts.Sum(static part => part.Line.Yuan);
        if (isKeptBack || sum.Blanks > 0 || sum.Parts.Length < 2)
        {
            return false;
        }

        // A row that the list leaves out, or that we lost, is missed in most columns; a figure that is wrong, in one.
        var (met, missed) = Elsewhere(sum.Row, column);
        return missed < met || (missed == 0 && isReliable && HasCode(sum.Row) && children[sum.Row].TrueForAll(HasCode));
    }

    /// <summary>In how many other columns several parts make the row, and in how many they do not.</summary>
    private (int Met, int Missed) Elsewhere(int row, int column)
    {
        int met = 0, missed = 0;
        for (var other = 0; other < block.Amounts.Length; other++)
        {
            if (other == column || block.Lines[row, other] is not { Yuan: not 0 } whole)
            {
                continue;
            }

            var parts = children[row].Select(child => block.Lines[child, other]).OfType<LineDraft>().ToList();
            if (parts.Count == 0)
            {
                continue;
            }

            if (Math.Abs(parts.Sum(static part => part.Yuan) - whole.Yuan) >
                whole.HalfPlaceYuan + parts.Sum(static part => part.HalfPlaceYuan))
            {
                missed++;
            }
            else
            {
                met += parts.Count(static part => part.Yuan != 0) > 1 ? 1 : 0;
            }
        }

        return (met, missed);
    }

    private bool HasCode(int row) => block.Rows[row].Evidence is CodeEvidence.Printed or CodeEvidence.SplitColumns;

    /// <summary>Figures that a sum of their own bears out: as its whole, or as one of its parts.</summary>
    private static (HashSet<LineDraft> AsWhole, HashSet<LineDraft> AsPart) Confirmed(List<RowSum> sums)
    {
        var met = sums.Where(static sum => sum.IsMet && sum.Parts.Length > 1).ToList();
        return (met.Select(static sum => sum.Whole).ToHashSet(), met.SelectMany(static sum => sum.Parts.Select(static part =>
            part.Line)).ToHashSet());
    }

    /// <summary>
    /// The smallest set that explains a missed sum: not the whole where the sum above it holds with it, nor parts whose own parts
    /// make them.
    /// </summary>
    private static ImmutableArray<LineDraft> Accused(RowSum sum, (HashSet<LineDraft> AsWhole, HashSet<LineDraft> AsPart) confirmed,
        HashSet<LineDraft> across)
    {
        var parts = sum.Parts.Select(static part => part.Line)
            .Where(line => !confirmed.AsWhole.Contains(line) && !across.Contains(line)).ToImmutableArray();
        return (confirmed.AsPart.Contains(sum.Whole) || across.Contains(sum.Whole)) && parts.Length > 0 ? parts : parts.Insert(0,
            sum.Whole);
    }

    /// <summary>全市 = 本级 + 下级, where one row prints all three.</summary>
    private void CheckLevels(int row)
    {
        for (var whole = 0; whole < block.Amounts.Length; whole++)
        {
            if (block.Amounts[whole] is not { Scope.Level: GovernmentLevel.Whole } amount || block.Lines[row, whole] is not { } all)
            {
                continue;
            }

            var own = Beside(amount, GovernmentLevel.Own, row);
            var lower = Beside(amount, GovernmentLevel.Lower, row);
            if (own is not null && lower is not null)
            {
                book.Sum(CheckRule.LevelsSumToWhole, all, [(own, 1), (lower, 1)], isComplete: !betweenLevels.IsIn(row));
            }
        }
    }

    private LineDraft? Beside(AmountColumn amount, GovernmentLevel level, int row)
    {
        var found = Enumerable.Range(0, block.Amounts.Length).Where(other =>
            block.Amounts[other].Scope == amount.Scope! with { Level = level } &&
            block.Amounts[other] with { Meaning = amount.Meaning, Scope = amount.Scope } == amount).ToList();
        return found is [var only] ? block.Lines[row, only] : null;
    }

    /// <summary>增减额 = 本年 − 上年, where the row prints one of each.</summary>
    private void CheckChange(int row)
    {
        var changes = Of(Period.Change);
        var current = Of(Period.Current);
        var prior = Of(Period.Prior);
        if (changes is [var change] && current is [var now] && prior is [var then])
        {
            book.Sum(CheckRule.ChangeIsCurrentMinusPrior, change, [(now, 1), (then, -1)], isComplete: false);
        }

        List<LineDraft> Of(Period period) => [.. Enumerable.Range(0, block.Amounts.Length)
            .Where(column => block.Amounts[column].Period == period).Select(column => block.Lines[row, column]).OfType<LineDraft>()];
    }
}
