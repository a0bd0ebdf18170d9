using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Checks;

/// <summary>The sums within one block of a table: down its rows and across its columns.</summary>
internal sealed class BlockChecks(BlockLines block, CheckBook book)
{
    public void Run()
    {
        if (!block.Sides.IsEmpty)
        {
            CheckSides();
        }

        for (var column = 0; column < block.Amounts.Length; column++)
        {
            CheckChildren(column);
            CheckLeaves(column);
        }

        var sums = new ColumnSums(block.Amounts, block.Context.Component).Find();
        var hasChanges = block.Amounts.Any(static amount => amount.Period == Period.Change);
        for (var row = 0; row < block.Rows.Length; row++)
        {
            foreach (var sum in sums)
            {
                CheckColumns(row, sum);
            }

            if (hasChanges)
            {
                CheckChange(row);
            }
        }
    }

    /// <summary>The sum of parallel lists: the rows of their highest level.</summary>
    private void CheckSides()
    {
        for (var column = 0; column < block.Amounts.Length; column++)
        {
            List<(LineDraft, int)> parts = [];
            foreach (var side in block.Sides)
            {
                for (var row = 0; row < side.Rows.Length; row++)
                {
                    if (side.Rows[row].Kind == RowKind.Detail && side.ParentWithAmount(row, column) < 0 &&
                        side.Lines[row, column] is { } line)
                    {
                        parts.Add((line, 1));
                    }
                }
            }

            if (parts.Count > 0 && block.Lines[0, column] is { } whole)
            {
                book.Sum(CheckRule.ChildrenSumToParent, whole, parts);
            }
        }
    }

    private void CheckChildren(int column)
    {
        var parts = new List<(LineDraft Line, int Sign)>?[block.Rows.Length];
        for (var row = 0; row < block.Rows.Length; row++)
        {
            if (block.Lines[row, column] is { } line && block.ParentWithAmount(row, column) is >= 0 and var parent)
            {
                (parts[parent] ??= []).Add((line, 1));
            }
        }

        for (var parent = 0; parent < parts.Length; parent++)
        {
            if (parts[parent] is { } children && block.Lines[parent, column] is { } whole)
            {
                book.Sum(CheckRule.ChildrenSumToParent, whole, children, !block.ShowsSomeParts(parent, column) &&
                    !MayHoldSumLines(whole, children) && !ShowsTwice(whole, children));
            }
        }

        CheckSubtotals(column);
    }

    /// <summary>
    /// A list of projects or purchases that makes more than its sum holds sum lines among its items that nothing tells apart;
    /// in tables of governments they are usual.
    /// </summary>
    private bool MayHoldSumLines(LineDraft whole, List<(LineDraft Line, int Sign)> parts) =>
        block.Context.Kind.HasUnmarkedSums ||
        (block.Context.Kind.IsList && parts.Sum(static part => part.Line.Yuan) > whole.Yuan);

    /// <summary>
    /// 经济分类支出合计 and its classes behind 基本支出 and 项目支出: one row is all of the sum, and the others make it once more. The list holds
    /// a second one, which is our reading's fault and nobody's contradiction.
    /// </summary>
    private static bool ShowsTwice(LineDraft whole, List<(LineDraft Line, int Sign)> parts) =>
        whole.Yuan != 0 && parts.Count > 2 && parts.Exists(part => part.Line.Yuan == whole.Yuan) &&
        parts.Sum(static part => part.Line.Yuan) % whole.Yuan == 0;

    /// <summary>小计, 人员经费合计: the rows of the highest level since the one before.</summary>
    private void CheckSubtotals(int column)
    {
        // Sums that stand above what they sum say nothing of the rows before them.
        List<(LineDraft, int)> parts = [];
        var first = block.Rows.FirstOrDefault(static row => row.Kind is RowKind.Detail or RowKind.Subtotal);
        for (var row = 0; row < block.Rows.Length && first?.Kind == RowKind.Detail; row++)
        {
            if (block.Rows[row].Kind == RowKind.Subtotal)
            {
                if (block.Lines[row, column] is { } whole && parts.Count > 0)
                {
                    book.Sum(CheckRule.ChildrenSumToParent, whole, parts, !block.Context.Kind.HasUnmarkedSums);
                }

                parts = [];
            }
            else if (block.Rows[row].Kind == RowKind.Detail &&
                (block.Tree.Parents[row] < 0 || row != block.TotalRow && block.Tree.Parents[row] == block.TotalRow) &&
                block.Lines[row, column] is { } line)
            {
                parts.Add((line, 1));
            }
        }
    }

    private void CheckLeaves(int column)
    {
        var total = block.TotalRow;
        if (total < 0 || block.Lines[total, column] is not { } whole || whole.Line.IsLeaf || !block.IsPrimary)
        {
            return;
        }

        List<(LineDraft, int)> leaves = [];
        var deeper = false;
        for (var row = 0; row < block.Rows.Length; row++)
        {
            if (block.Lines[row, column] is { Line.IsLeaf: true } line)
            {
                leaves.Add((line, 1));
                deeper |= block.Tree.Parents[row] != total;
            }
        }

        if (deeper && leaves.Count > 0)
        {
            book.Sum(CheckRule.LeavesSumToTotal, whole, leaves, !MayHoldSumLines(whole, leaves));
        }
    }

    private void CheckChange(int row)
    {
        for (var column = 0; column < block.Amounts.Length; column++)
        {
            var amount = block.Amounts[column];
            if (amount.Period != Period.Change || block.Lines[row, column] is not { } change)
            {
                continue;
            }

            if (OfPeriod(Period.Current) is { } current && OfPeriod(Period.Prior) is { } prior)
            {
                book.Sum(CheckRule.ChangeIsCurrentMinusPrior, change, [(current, 1), (prior, -1)]);
            }

            LineDraft? OfPeriod(Period period)
            {
                var same = Enumerable.Range(0, block.Amounts.Length).Where(other =>
                    block.Amounts[other].Period == period && block.Amounts[other].Component == amount.Component &&
                    block.Amounts[other].Fund == amount.Fund && block.Amounts[other].ItemKey == amount.ItemKey &&
                    block.Amounts[other].Meaning.UnitName == amount.Meaning.UnitName &&
                        block.Lines[row, other] is not null).ToList();
                return same.Count == 1 ? block.Lines[row, same[0]] : null;
            }
        }
    }

    private void CheckColumns(int row, ColumnSum sum)
    {
        if (block.Lines[row, sum.Whole] is not { } whole)
        {
            return;
        }

        var parts = Printed(row, sum.Main);
        if (parts.Count == 0 || parts.Sum(static part => part.Line.Yuan) != whole.Yuan)
        {
            parts = Printed(row, sum.Parts);
        }

        if (parts.Count > 0)
        {
            book.Sum(sum.Rule, whole, parts, !block.HasUnreadColumns &&
                !(sum.MayFallShort && parts.Sum(static part => part.Line.Yuan) < whole.Yuan));
        }
    }

    private List<(LineDraft Line, int Sign)> Printed(int row, ImmutableArray<int> columns)
    {
        var printed = new List<(LineDraft, int)>(columns.Length);
        foreach (var column in columns)
        {
            if (block.Lines[row, column] is { } line)
            {
                printed.Add((line, 1));
            }
        }

        return printed;
    }
}
