using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Checks;

/// <summary>The sums within one block of a table: down its rows and across its columns.</summary>
internal sealed class BlockChecks(BlockLines block, CheckBook book)
{
    public void Run()
    {
        for (var column = 0; column < block.Amounts.Length; column++)
        {
            CheckChildren(column);
            CheckLeaves(column);
        }

        for (var row = 0; row < block.Rows.Length; row++)
        {
            CheckComponents(row);
            CheckFunds(row);
            CheckChange(row);
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
                book.Sum(CheckRule.ChildrenSumToParent, whole, children, !block.ShowsSomeParts(parent, column) && !MayHoldSumLines(whole, children));
            }
        }

        CheckSubtotals(column);
    }

    /// <summary>
    /// A list of projects or purchases that makes more than its sum holds sum lines among its items that nothing tells apart.
    /// </summary>
    private bool MayHoldSumLines(LineDraft whole, List<(LineDraft Line, int Sign)> parts) =>
        block.Context.Key is TableKey.ProjectExpenditure or TableKey.GovernmentProcurement or TableKey.PurchasedServices &&
        parts.Sum(static part => part.Line.Yuan) > whole.Yuan;

    /// <summary>小计, 人员经费合计: the rows of the highest level since the one before.</summary>
    private void CheckSubtotals(int column)
    {
        List<(LineDraft, int)> parts = [];
        for (var row = 0; row < block.Rows.Length; row++)
        {
            if (block.Rows[row].Kind == RowKind.Subtotal)
            {
                if (block.Lines[row, column] is { } whole && parts.Count > 0)
                {
                    book.Sum(CheckRule.ChildrenSumToParent, whole, parts);
                }

                parts = [];
            }
            else if (block.Rows[row].Kind == RowKind.Detail && (block.Tree.Parents[row] < 0 || row != block.TotalRow && block.Tree.Parents[row] == block.TotalRow) &&
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

    /// <summary>合计 = 基本支出 + 项目支出 + …; 基本支出 = 人员经费 + 公用经费.</summary>
    private void CheckComponents(int row)
    {
        foreach (var columns in Enumerable.Range(0, block.Amounts.Length)
            .Where(column => block.Amounts[column].Direction == Direction.Expenditure)
            .GroupBy(column => (block.Amounts[column].Fund, block.Amounts[column].Period, block.Amounts[column].Phase)))
        {
            var basic = Find(columns, Component.Basic);
            int[] staff = [.. Parts(columns, Component.Personnel), .. Parts(columns, Component.Public)];
            if (basic is { } whole)
            {
                CheckRow(CheckRule.ComponentsSumToTotal, row, whole, staff, 2);
            }

            if (Find(columns, Component.Total) is { } total)
            {
                int[] parts =
                [
                    .. basic is { } one ? [one] : staff,
                    .. Parts(columns, Component.Project),
                    .. Parts(columns, Component.Operating),
                    .. Parts(columns, Component.ToSubordinates),
                    .. Parts(columns, Component.ToSuperiors),
                    .. columns.Where(column => block.Amounts[column] is { Component: Component.Total, ItemKey: "carried_out" }),
                ];
                CheckTotalOfComponents(row, total, parts);
            }
        }
    }

    /// <summary>
    /// Some publishers show 事业单位经营支出 as a part of 基本支出 and 项目支出 and not beside them: then these two alone make the total.
    /// </summary>
    private void CheckTotalOfComponents(int row, int total, int[] parts)
    {
        int[] main = [.. parts.Where(column => block.Amounts[column].Component is Component.Basic or Component.Project or Component.Personnel or Component.Public)];
        if (main.Length >= 2 && main.Length < parts.Length && block.Lines[row, total] is { } whole &&
            main.Sum(column => block.Lines[row, column]?.Yuan ?? 0) == whole.Yuan)
        {
            parts = main;
        }

        CheckRow(CheckRule.ComponentsSumToTotal, row, total, parts, 2);
    }

    /// <summary>合计 = 财政拨款 + 财政专户 + 单位资金 + 上年结转; 财政拨款 = 一般公共预算 + 政府性基金 + 国有资本经营.</summary>
    private void CheckFunds(int row)
    {
        foreach (var columns in Enumerable.Range(0, block.Amounts.Length)
            .Where(column => block.Amounts[column].Component == block.Context.Component)
            .GroupBy(column => (block.Amounts[column].Direction, block.Amounts[column].Period, block.Amounts[column].Phase)))
        {
            int[] kinds = [.. Of(Fund.GeneralPublic, null), .. Of(Fund.GovernmentFund, null), .. Of(Fund.StateCapital, null)];
            int[] appropriation = Of(Fund.FiscalAppropriation, null);
            if (appropriation is [var whole])
            {
                CheckRow(CheckRule.FundsSumToTotal, row, whole, kinds, 1);
            }

            int[] ownMoney = Of(Fund.UnitFunds, null) is { Length: > 0 } neutral ? neutral
                : [.. columns.Where(column => block.Amounts[column] is { Fund: Fund.UnitFunds, ItemKey: not (null or "carried_in" or "use_of_surplus" or "unit_account_balance") })];
            int[] special = Of(Fund.SpecialAccount, null) is { Length: > 0 } summedSpecial ? summedSpecial
                : [.. columns.Where(column => block.Amounts[column] is { Fund: Fund.SpecialAccount, ItemKey: not (null or "carried_in") })];
            int[] year = [.. appropriation.Length > 0 ? appropriation : kinds, .. special, .. ownMoney];
            int[] current = Of(Fund.All, "current_year_total");
            int[] carried = Of(Fund.All, "carried_in") is { Length: > 0 } summed ? summed : [.. columns.Where(column => block.Amounts[column].ItemKey == "carried_in")];
            if (Of(Fund.All, "carried_in") is [var carriedTotal])
            {
                int[] carriedKinds = [.. columns.Where(column => block.Amounts[column] is { ItemKey: "carried_in", Fund: not Fund.All })];
                CheckRow(CheckRule.FundsSumToTotal, row, carriedTotal, carriedKinds, 1);
            }

            int[] beside = [.. carried, .. columns.Where(column => block.Amounts[column].ItemKey is "use_of_surplus" or "unit_account_balance")];
            if (current is [var yearTotal])
            {
                CheckRow(CheckRule.FundsSumToTotal, row, yearTotal, year, 2);
            }

            if (Of(Fund.All, null) is [var total])
            {
                CheckRow(CheckRule.FundsSumToTotal, row, total, [.. current.Length == 1 ? current : year, .. beside], 2);
            }

            int[] Of(Fund fund, string? item) => [.. columns.Where(column => block.Amounts[column].Fund == fund && block.Amounts[column].ItemKey == item)];
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
                    block.Amounts[other].Fund == amount.Fund && block.Amounts[other].ItemKey == amount.ItemKey && block.Lines[row, other] is not null).ToList();
                return same.Count == 1 ? block.Lines[row, same[0]] : null;
            }
        }
    }

    /// <summary>Runs the sum over one row where the table has at least <paramref name="least"/> part columns and prints one of them.</summary>
    private void CheckRow(string rule, int row, int whole, int[] partColumns, int least)
    {
        if (partColumns.Length < least || block.Lines[row, whole] is not { } total)
        {
            return;
        }

        var parts = partColumns.Select(column => block.Lines[row, column]).OfType<LineDraft>().Select(static line => (line, 1)).ToList();
        if (parts.Count > 0)
        {
            book.Sum(rule, total, parts, !block.HasUnreadColumns);
        }
    }

    private int? Find(IEnumerable<int> columns, Component component)
    {
        foreach (var column in columns)
        {
            if (block.Amounts[column].Component == component && block.Amounts[column].ItemKey is null)
            {
                return column;
            }
        }

        return null;
    }

    private int[] Parts(IEnumerable<int> columns, Component component) =>
        Find(columns, component) is { } whole ? [whole] : [.. columns.Where(column => block.Amounts[column].Component == component && block.Amounts[column].ItemKey is not null)];
}
