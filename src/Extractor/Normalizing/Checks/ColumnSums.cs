using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Checks;

/// <summary>A sum that holds in every row of a block: one column is the sum of others.</summary>
/// <param name="Main">Parts that may make the sum alone; empty where all are needed.</param>
/// <param name="Least">So many part columns the table must have for the sum to say anything.</param>
/// <param name="MayFallShort">The table need not list all parts: only parts that make more than the whole contradict it.</param>
internal sealed record ColumnSum(string Rule, int Whole, ImmutableArray<int> Parts, ImmutableArray<int> Main, int Least,
    bool MayFallShort = false);

/// <summary>Finds the sums that the columns of a block promise by what they mean: components, funds.</summary>
internal sealed class ColumnSums(ImmutableArray<AmountColumn> amounts, Component tableComponent)
{
    public ImmutableArray<ColumnSum> Find()
    {
        var sums = ImmutableArray.CreateBuilder<ColumnSum>();
        foreach (var columns in Enumerable.Range(0, amounts.Length)
            .Where(column => amounts[column].Direction == Direction.Expenditure)
            .GroupBy(column => (amounts[column].Fund, amounts[column].Period, amounts[column].Phase, amounts[column].Meaning.UnitName)))
        {
            AddComponents([.. columns], sums);
        }

        foreach (var columns in Enumerable.Range(0, amounts.Length)
            .Where(column => amounts[column].Component == tableComponent)
            .GroupBy(column => (amounts[column].Direction, amounts[column].Period, amounts[column].Phase,
                amounts[column].Meaning.UnitName, KindOfPurchase(column))))
        {
            AddFunds([.. columns], sums);
        }

        AddItems(sums);
        AddPurchases(sums);
        AddUnits(sums);
        AddYears(sums);

        return [.. sums.Where(static sum => sum.Parts.Length >= sum.Least)];
    }

    /// <summary>合计 = 基本支出 + 项目支出 + …; 基本支出 = 人员经费 + 公用经费.</summary>
    private void AddComponents(int[] columns, ImmutableArray<ColumnSum>.Builder sums)
    {
        var basic = Whole(columns, Component.Basic);
        int[] staff =
        [
            .. Parts(columns, Component.Personnel), .. Parts(columns, Component.Public),
            .. columns.Where(column => amounts[column] is { Component: Component.Basic, Meaning.IsEconomicClass: true }),
        ];
        if (basic is { } whole)
        {
            sums.Add(new ColumnSum(CheckRule.ComponentsSumToTotal, whole, [.. staff], [], 2));
        }

        AddParts(Component.Total, static amount => amount.Meaning.IsEconomicClass);
        AddParts(Component.Project, static amount => amount.Meaning.IsEconomicClass);
        AddParts(Component.Project, static amount => amount.ItemKey is "other_operation" or "specific_targets");
        if (Whole(columns, Component.Total) is { } total)
        {
            int[] own = [.. columns.Where(column => amounts[column] is { Component: Component.Total, ItemKey: "own_level" })];
            int[] main = [.. basic is { } one ? [one] : staff, .. Parts(columns, Component.Project)];
            if (own is [var level])
            {
                sums.Add(new ColumnSum(CheckRule.ComponentsSumToTotal, level, [.. main], [], 2));
                main = own;
            }

            int[] beside =
            [
                .. Parts(columns, Component.Operating),
                .. Parts(columns, Component.ToSubordinates),
                .. Parts(columns, Component.ToSuperiors),
                .. columns.Where(column => amounts[column] is
                {
                    Component: Component.Total, ItemKey: "carried_out" or "transfers_to_lower"
                }),
            ];

            // Some publishers show 事业单位经营支出 as a part of 基本支出 and 项目支出 and not beside them: these alone make the total.
            sums.Add(new ColumnSum(CheckRule.ComponentsSumToTotal, total, [.. main, .. beside], main.Length >= 2 && beside.Length > 0
                ? [.. main] : [], 2));
        }

        void AddParts(Component component, Func<AmountColumn, bool> isPart)
        {
            if (Whole(columns, component) is { } divided)
            {
                int[] parts = [.. columns.Where(column => amounts[column].Component == component && !IsOfWhich(column) &&
                    isPart(amounts[column]))];
                sums.Add(new ColumnSum(CheckRule.ComponentsSumToTotal, divided, [.. parts], [], 2, MayFallShort: true));
            }
        }
    }

    /// <summary>一般公共预算 / 小计 = 本年预算 + 上年结转, and the same of project expenditure; of all the money it is asked with the funds.</summary>
    private void AddYears(ImmutableArray<ColumnSum>.Builder sums) => AddEach(sums, CheckRule.FundsSumToTotal, (whole, part) =>
        amounts[whole].ItemKey is null && (amounts[whole].Component != tableComponent ||
            amounts[whole].Fund is not (Fund.All or Fund.FiscalAppropriation)) && IsWithin(part, whole));

    /// <summary>本年预算 or 上年结转 in the group of columns whose sum is <paramref name="whole"/>.</summary>
    private bool IsWithin(int part, int whole) =>
        amounts[part].ItemKey is ItemKeys.CurrentYearTotal or "carried_in" && amounts[whole].ItemKey is null &&
        amounts[part].IsSameBucket(amounts[whole]) && amounts[part].Meaning.Path is var path &&
        path.LastIndexOf(HeaderReader.PathSeparator, StringComparison.Ordinal) is > 0 and var end &&
        amounts[whole].Meaning.Path.StartsWith(path[..(end + HeaderReader.PathSeparator.Length)], StringComparison.Ordinal);

    /// <summary>合计 = 办公费 + 水电费 + …, 工资福利支出 / 小计 = 基本工资 + 津贴补贴 + ….</summary>
    private void AddItems(ImmutableArray<ColumnSum>.Builder sums) => AddEach(sums, CheckRule.ComponentsSumToTotal, (whole, part) =>
        amounts[part].Meaning.PartOf == amounts[whole].Column, mayFallShort: true);

    /// <summary>采购预算总计 = 货物 + 工程 + 服务, of all funds and of each.</summary>
    private void AddPurchases(ImmutableArray<ColumnSum>.Builder sums) => AddEach(sums, CheckRule.ColumnsSumToColumn, (whole, part) =>
        KindOfPurchase(part) is not null && amounts[whole].ItemKey is null && amounts[part].IsSameBucket(amounts[whole]),
        mayFallShort: true);

    /// <summary>货物, 工程 or 服务 where the column is of one of them.</summary>
    private string? KindOfPurchase(int column) =>
        amounts[column].ItemKey is { } item && RowLabels.PurchaseKinds.Contains(item) ? item : null;

    /// <summary>合计 = 机关 + 中心 + …: units beside one another.</summary>
    private void AddUnits(ImmutableArray<ColumnSum>.Builder sums) => AddEach(sums, CheckRule.ColumnsSumToColumn, (whole, part) =>
        UnitColumns.IsOfSameMeaning(amounts[whole].Meaning, amounts[part].Meaning));

    /// <summary>For every column the sum of the columns that are parts of it; a column without parts has a sum of none.</summary>
    private void AddEach(ImmutableArray<ColumnSum>.Builder sums, string rule, Func<int, int, bool> isPart, bool mayFallShort = false)
    {
        for (var whole = 0; whole < amounts.Length; whole++)
        {
            sums.Add(new ColumnSum(rule, whole, [.. Enumerable.Range(0, amounts.Length).Where(part => isPart(whole, part))], [], 2,
                MayFallShort: mayFallShort));
        }
    }

    /// <summary>合计 = 财政拨款 + 财政专户 + 单位资金 + 上年结转; 财政拨款 = 一般公共预算 + 政府性基金 + 国有资本经营.</summary>
    private void AddFunds(int[] columns, ImmutableArray<ColumnSum>.Builder sums)
    {
        Add(Of(Fund.GeneralPublic, null), OwnYear(Fund.GeneralPublic, parts: true), 2);
        int[] kinds = [.. Of(Fund.GeneralPublic, null), .. Of(Fund.GovernmentFund, null), .. Of(Fund.StateCapital, null)];
        var appropriation = Of(Fund.FiscalAppropriation, null);
        AddAppropriation();
        int[] year = [.. appropriation.Length > 0 ? appropriation : kinds, .. OwnYear(Fund.SpecialAccount), .. OwnYear(Fund.UnitFunds)];
        var current = Of(Fund.All, ItemKeys.CurrentYearTotal);
        Add(Of(Fund.SpecialAccount, null), OwnYear(Fund.SpecialAccount, parts: true), 2);
        Add(Of(Fund.UnitFunds, null), OwnYear(Fund.UnitFunds, parts: true), 2);
        Add(current, year, 2);
        int[] carried = [.. Of(Fund.All, "carried_in").Where(column => !IsOfWhich(column))];
        int[] carriedKinds = [.. columns.Where(column => amounts[column] is { ItemKey: "carried_in", Fund: not Fund.All } &&
            !columns.Any(whole => IsWithin(column, whole)))];
        Add(carried, carriedKinds, 1);
        int[] beside =
        [
            .. carried.Length > 0 ? carried : carriedKinds,
            .. columns.Where(column => amounts[column].ItemKey is "use_of_surplus" or "unit_account_balance"),
        ];
        Add(Of(Fund.All, null), [.. current.Length == 1 ? current : year, .. beside], 2);

        // A table of 财政拨款 alone may divide its sum into 当年, what was told early and 上年结转 before it tells the kinds.
        void AddAppropriation()
        {
            var ofYear = Of(Fund.FiscalAppropriation, ItemKeys.CurrentYearTotal);
            var told = kinds.All(IsOfWhich) ? Array.Empty<int>() : kinds;
            if (ofYear.Length == 1)
            {
                Add(ofYear, told, 1);
                Add(appropriation, [.. ofYear, .. Of(Fund.FiscalAppropriation, "advance_transfers"),
                    .. Of(Fund.FiscalAppropriation, "carried_in")], 2);
            }
            else
            {
                // 上年结转 / 财政拨款结转 may stand beside the year's money and not within it.
                Add(appropriation, [.. told, .. told.Length == 0 ? [] : Of(Fund.FiscalAppropriation, "carried_in")], 1, told);
            }
        }

        void Add(int[] whole, int[] parts, int least, params ReadOnlySpan<int> main)
        {
            if (whole is [var column])
            {
                sums.Add(new ColumnSum(CheckRule.FundsSumToTotal, column, [.. parts], [.. main], least));
            }
        }

        int[] Of(Fund fund, string? item) => [.. columns.Where(column => amounts[column].Fund == fund && ItemWithin(column) == item)];

        // 货物类 / 小计 | 一般公共预算: the columns of one kind are told apart by their funds alone.
        string? ItemWithin(int column) => KindOfPurchase(column) is null ? amounts[column].ItemKey : null;

        // 单位资金 in one column, or 事业收入, 上级补助收入, … in columns of their own.
        int[] OwnYear(Fund fund, bool parts = false) => !parts && Of(fund, null) is { Length: > 0 } whole ? whole
            : [.. columns.Where(column => amounts[column].Fund == fund && !IsOfWhich(column) &&
                ItemWithin(column) is not (null or ItemKeys.CurrentYearTotal or "carried_in" or "use_of_surplus"
                or "unit_account_balance"))];
    }

    /// <summary>其中：教育收费 shows a part; 其中：一般公共预算 beside the other kinds is one of them.</summary>
    private bool IsOfWhich(int column) => amounts[column].Meaning.IsOfWhich;

    private int? Whole(int[] columns, Component component)
    {
        foreach (var column in columns)
        {
            if (amounts[column].Component == component && amounts[column].ItemKey is null)
            {
                return column;
            }
        }

        return null;
    }

    private int[] Parts(int[] columns, Component component) =>
        Whole(columns, component) is { } whole ? [whole]
            : [.. columns.Where(column => amounts[column].Component == component && amounts[column].ItemKey is not null)];
}
