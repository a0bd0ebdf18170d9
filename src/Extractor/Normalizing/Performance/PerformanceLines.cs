using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Performance;

/// <summary>
/// The budget lines of performance tables: what a project was given and what it spent, in a self-evaluation (自评表), and
/// the sums of lists of tasks and projects, of all (金额合计) and of a unit. The tasks and projects themselves are in <c>projects</c>
/// alone.
/// </summary>
internal sealed class PerformanceLines
{
    private readonly LineFactory lines;
    private readonly FormGrid grid;
    private readonly TableKey key;
    private readonly AmountUnit? unit;
    private readonly HeadingMaps headings;
    private readonly CheckBook book;
    private readonly ImmutableArray<LineDraft>.Builder found = ImmutableArray.CreateBuilder<LineDraft>();

    private PerformanceLines(DocumentId document, ExtractedTable table, TableKey key, AmountUnit? unit, HeadingMaps headings,
        CheckBook book)
    {
        lines = new LineFactory(document, table, key);
        this.key = key;
        this.unit = unit;
        this.headings = headings;
        this.book = book;
        grid = new FormGrid(table);
    }

    /// <param name="unit">Of the table's amounts where their headings print none; null where none is known.</param>
    /// <param name="book">Takes the sums of the table.</param>
    public static ImmutableArray<LineDraft> Of(DocumentId document, PerformanceTable read, TableKey key, AmountUnit? unit,
        HeadingMaps headings, CheckBook book)
    {
        var lines = new PerformanceLines(document, read.Table, key, unit, headings, book);
        foreach (var row in read.Rows)
        {
            if (key == TableKey.ProjectSelfEvaluation || row.IsTotal || row.IsUnit)
            {
                lines.AddColumns(row);
            }
        }

        foreach (var part in read.Parts)
        {
            lines.AddPart(part);
        }

        if (key == TableKey.ProjectSelfEvaluation)
        {
            lines.CheckList(read.Rows);
            lines.AddForms(read.Money);
        }

        return key == TableKey.OverallPerformance
            ? [.. lines.found, .. DepartmentMoney.Of(document, read.Table, unit, headings, book)]
            : lines.found.ToImmutable();
    }

    private void AddColumns(ListedRow row)
    {
        var list = row.Header;
        var budgetUnit = !row.IsTotal && list.First(PerformanceRole.UnitName) is { } units &&
            grid.At(row.Row, units.Column) is { Text.Length: > 0 } cell ? cell.Text : null;
        var early = list.First(PerformanceRole.AmountEarly);
        var budget = list.First(PerformanceRole.Amount) ?? early;
        var spent = list.First(PerformanceRole.Executed);
        var (item, role) = row.IsTotal ? (ItemKeys.Total, RowRole.Total)
            : row.IsUnit ? (ItemKeys.UnitTotal, RowRole.Subtotal) : (null, RowRole.Detail);
        var line = new RowOfMoney(row.Row, row.Name, budgetUnit, item, role, item is null || key == TableKey.OverallPerformance);
        foreach (var column in list.Columns)
        {
            if (column == early || column == budget || column == spent)
            {
                Add(line, column, Fund.All, column.Unit ?? unit, early is not null);
            }
            else if (column.IsPart && FundOf(column.Heading) is { } fund)
            {
                Add(line, column, fund, column.Unit ?? unit);
            }
        }
    }

    /// <summary>Projects make the only total of their list, in every column of it.</summary>
    private void CheckList(ImmutableArray<ListedRow> rows)
    {
        PrintedPrecision.Settle(found);
        if (rows.Count(static row => row.IsTotal) != 1)
        {
            return;
        }

        foreach (var whole in found.Where(static draft => draft.Line.RowRole == RowRole.Total).ToList())
        {
            var column = whole.Line.Column;
            var parts = found.Where(draft => draft.Line.Column == column && draft.Line.RowRole == RowRole.Detail).Select(static draft =>
                (draft, 1)).ToList();
            if (parts.Count > 0)
            {
                var isComplete = rows.All(row => row.IsTotal || grid.At(row.Row, column) is { } cell && cell.Row == row.Row &&
                    (cell.Text.Length == 0 || found.Any(draft => draft.Line.Row == row.Row && draft.Line.Column == column)));
                book.Sum(CheckRule.LeavesSumToTotal, whole, parts, isComplete &&
                    !HoldsParents([.. parts.Select(static part => part.draft.Yuan)], whole.Yuan));
            }
        }
    }

    /// <summary>
    /// A list may print the sum of a unit or of a kind of projects above these: a row that is what rows below it make, or that is all the
    /// excess.
    /// </summary>
    private static bool HoldsParents(ImmutableArray<decimal> amounts, decimal total)
    {
        var excess = amounts.Sum() - total;
        for (var row = 0; row < amounts.Length && excess > 0; row++)
        {
            var below = 0m;
            for (var next = row + 1; next < amounts.Length && below < amounts[row]; next++)
            {
                below += amounts[next];
                if (below == amounts[row])
                {
                    return true;
                }
            }

            if (amounts[row] == excess)
            {
                return true;
            }
        }

        return false;
    }

    private void AddForms(ImmutableArray<MoneyRow> money)
    {
        for (var first = 0; first < money.Length; first++)
        {
            if (!money[first].IsWhole)
            {
                continue;
            }

            var end = first + 1;
            while (end < money.Length && !money[end].IsWhole && money[end].ProjectName == money[first].ProjectName)
            {
                end++;
            }

            AddForm(money[first], money[(first + 1)..end]);
        }
    }

    /// <summary>The whole of a project's money, and the funds that it comes from.</summary>
    private void AddForm(MoneyRow whole, ImmutableArray<MoneyRow> parts)
    {
        var begin = found.Count;
        AddBoth(whole, Fund.All, null);
        var totals = found.Skip(begin).ToList();
        var (isKnown, isExhaustive) = (true, false);
        foreach (var part in parts)
        {
            var fund = part.IsCarriedIn ? Fund.All : part.IsFiscal ? Fund.FiscalAppropriation : FundOf(part.Label);
            if (fund is null)
            {
                isKnown = false;
                continue;
            }

            AddBoth(part, fund.Value, part.IsCarriedIn ? "carried_in" : null);
            isKnown &= fund is Fund.All or Fund.FiscalAppropriation or Fund.SpecialAccount or Fund.UnitFunds;
            isExhaustive |= fund == Fund.UnitFunds;
        }

        PrintedPrecision.Settle([.. found.Skip(begin)]);
        foreach (var total in totals)
        {
            var phase = total.Line.Phase;
            var funds = found.Skip(begin).Where(draft => draft != total && draft.Line.Phase == phase).Select(static draft => (draft, 1))
                .ToList();
            foreach (var (draft, _) in funds)
            {
                draft.Line = draft.Line with { ParentLineId = total.Line.LineId };
            }

            if (funds.Count > 0)
            {
                book.Sum(CheckRule.FundsSumToTotal, total, funds, isKnown && isExhaustive && !parts.Any(part => LacksBudget(part, phase)));
            }
        }
    }

    /// <summary>
    /// 其他资金 | 1428 | blank: what one of the two budgets prints of a fund and the other leaves out is not known to be nothing.
    /// </summary>
    private static bool LacksBudget(MoneyRow part, Phase phase) => part.HasTwoBudgets && phase switch
    {
        Phase.Adjusted => part.Budget is null or { Role: PerformanceRole.AmountEarly },
        Phase.Budget => part is { Early: null, Budget.Role: PerformanceRole.Amount },
        _ => false,
    };

    private void AddBoth(MoneyRow money, Fund fund, string? itemKey)
    {
        var line = new RowOfMoney(money.Row, money.ProjectName, null, itemKey, RowRole.Detail, itemKey is null)
        {
            Qualifier = itemKey is null ? null : "of_which_" + itemKey,
        };
        foreach (var column in (ReadOnlySpan<FormColumn?>)[money.Early, money.Budget, money.Executed])
        {
            if (column is not null)
            {
                Add(line, column, fund, column.Unit ?? money.Unit, money.HasTwoBudgets);
            }
        }
    }

    /// <param name="hasTwoBudgets">年初预算数 stands beside 全年预算数, which is the adjusted budget then.</param>
    private void Add(RowOfMoney row, FormColumn column, Fund fund, AmountUnit? known, bool hasTwoBudgets = false)
    {
        if (grid.At(row.Row, column.Column) is not { } cell || cell.Row != row.Row || known is not { } printedUnit ||
            PrintedAmount.Read(cell.Text, out var amount) != AmountReading.Amount)
        {
            return;
        }

        found.Add(lines.Draft(cell, amount, printedUnit, new LineMeaning
        {
            Classification = Classification.Project,
            Phase = column.IsSpent ? Phase.FinalAccounts
                : (key == TableKey.ProjectSelfEvaluation && column.IsAdjusted) || (hasTwoBudgets && column.Role == PerformanceRole.Amount)
                    ? Phase.Adjusted : Phase.Budget,
            Fund = fund,
            UnitName = row.UnitName,
            Name = row.Name,
            ItemKey = row.ItemKey,
            Qualifier = row.Qualifier,
            Role = row.Role,
            IsLeaf = row.IsLeaf,
        }));
    }

    private void AddPart(FormPart part)
    {
        var fund = part.Role switch
        {
            PerformanceRole.PartFiscal or PerformanceRole.PartLevel => (Fund?)Fund.FiscalAppropriation,
            PerformanceRole.PartCarriedIn => Fund.All,
            PerformanceRole.PartOther => Fund.UnitFunds,
            _ => FundOf(part.Label.Text),
        };
        if (fund is null || part.Unit is not { } printedUnit || grid.RightOf(part.Label) is not { } cell ||
            PrintedAmount.Read(cell.Text, out var amount) != AmountReading.Amount)
        {
            return;
        }

        found.Add(lines.Draft(cell, amount, printedUnit, new LineMeaning
        {
            Classification = Classification.Project,
            Phase = Phase.Budget,
            Fund = fund.Value,
            Name = part.ProjectName,
            ItemKey = part.Role == PerformanceRole.PartCarriedIn ? "carried_in" : null,
            Qualifier = part.IsOfWholePeriod ? "whole_period" : "of_which",
        }));
    }

    private Fund? FundOf(string printed)
    {
        var heading = HeadingText.Of(printed);
        return (headings.Columns.Find(heading.Bare) ?? headings.Columns.Find(heading.Words))?.Fund;
    }

    /// <summary>What all lines of one row have in common.</summary>
    private readonly record struct RowOfMoney(int Row, string Name, string? UnitName, string? ItemKey, RowRole Role, bool IsLeaf)
    {
        /// <summary>What narrows it to a part of the project's money.</summary>
        public string? Qualifier { get; init; }
    }
}
