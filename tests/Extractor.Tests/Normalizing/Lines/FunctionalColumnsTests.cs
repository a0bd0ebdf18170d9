using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Tables by function: what each column of amounts is, and which sums count it.</summary>
public sealed class FunctionalColumnsTests
{
    [Fact]
    public void Normalize_ProcurementBesideTheExpenditure_IsALineThatNoSumCountsAgain()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|支出总计|基本支出|项目支出|2026年政府采购项目|<|<
            ^|^|^|^|^|小计|其中：面向中小企业政府采购项目|其中：面向小型、微型企业政府采购项目
            ---
            2150502|一般行政管理事务|100.00|0.00|100.00|17.20|17.20|3.00
            2150517|产业发展|200.00|0.00|200.00|75.00|0.00|0.00
            |合计|300.00|0.00|300.00|92.20|17.20|3.00
            """,
            "支出总表"));

        var totals = document.Lines.Where(static line => line is { Component: Component.Total, Fund: Fund.All }).ToList();
        Assert.Equal(3_000_000m, totals.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.Equal(
            ["procurement 17.20", "procurement_small_medium 17.20", "procurement_small_micro 3.00"],
            totals.Where(static line => line.Row == 2 && line.ItemKey is not null).Select(static line =>
                $"{line.ItemKey} {line.ValueAsPrinted}"));
        Assert.All(totals, static line => Assert.NotEqual(Proof.Contradicted, line.Proof));
    }

    /// <summary>Shenzhen and Beijing show 经营支出 within 基本支出 and 项目支出, Hangzhou beside them: the sums of the rows tell.</summary>
    [Theory]
    [InlineData("300.00", "100.00", "90.00", "of_which_operating")]
    [InlineData("300.01", "100.00", "90.00", "of_which_operating")]
    [InlineData("300.02", "100.00", "90.00", null)]
    [InlineData("390.00", "190.00", "90.00", null)]
    [InlineData("390.00", "100.00", "90.00", null)]
    [InlineData("300.00", "100.00", "0.00", null)]
    public void Normalize_OperatingColumn_IsWithinTheOthersWhereTheyMakeTheSumAlone(
        string total, string first, string operating, string? qualifier)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            科目编码|科目名称|支出总计|基本支出|项目支出|事业单位经营支出|上缴上级支出
            ---
            |合计|{total}|40.00|260.00|{operating}|0.00
            2111450|事业运行|{first}|0.00|100.00|{operating}|0.00
            2210201|住房公积金|200.00|40.00|160.00|0.00|0.00
            """,
            "支出总表"));

        var lines = document.Lines.Where(static line => line.Component == Component.Operating).ToList();
        Assert.All(lines, line => Assert.Equal(qualifier, line.Qualifier));
        Assert.Equal(qualifier is null ? 2 : 0, lines.Count(static line => line.IsLeaf));
        Assert.All(document.Lines.Where(static line => line.Component != Component.Operating), static line => Assert.Null(line.Qualifier));
    }

    [Fact]
    public void Normalize_PriorYearColumn_IsPriorAndNotInTheSums()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            功能分类科目|<|2025年预算数|2026年预算数|<|<|<|<
            科目编码|科目名称|^|总计|基本支出|<|<|项目支出
            ^|^|^|^|小计|人员经费|公用经费|^
            ---
            |合计|12,679.50|15,146.48|6,420.41|4,609.73|1,810.68|8,726.07
            201|一般公共服务支出|12,679.50|15,146.48|6,420.41|4,609.73|1,810.68|8,726.07
            20103|政府办公厅（室）及相关机构事务|12,679.50|15,146.48|6,420.41|4,609.73|1,810.68|8,726.07
            2010301|行政运行|6,077.49|6,342.71|6,342.71|4,542.97|1,799.74|
            2010399|其他政府办公厅（室）及相关机构事务支出|6,602.01|8,803.77|77.70|66.76|10.94|8,726.07
            """,
            "2026年一般公共预算支出情况表"));

        Assert.Equal(126_795_000m, document.Lines.Single(static line =>
            line is { Period: Period.Prior, RowRole: RowRole.Total }).AmountYuan);
        Assert.Equal(5, document.Lines.Count(static line => line.Period == Period.Prior));
        Assert.DoesNotContain(document.Lines, static line => line is { SubjectCode: "2010301", Component: Component.Project });
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_UnknownAmountHeading_WithholdsTheColumnAndReportsIt()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|合计|基本支出|统筹调剂
            ---
            201|一般公共服务支出|100.00|60.00|40.00
            """,
            "支出总表"));

        var finding = Assert.Single(document.Findings, static finding => finding.Rule == "unmapped_heading");
        Assert.Contains("统筹调剂", finding.MessageEn, StringComparison.Ordinal);
        Assert.Equal([2, 3], document.Lines.Select(static line => line.Column));
    }

    [Fact]
    public void Normalize_FundWithItsIncomeBeside_EveryYuanIsOnOneSideOnce()
    {
        var document = TextTable.Normalize(2025, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余
            科目编码|科目名称|^|^|小计|基本支出|项目支出|^
            ---
            |合计|5.00|20.00|22.00|2.00|20.00|3.00
            212|城乡社区支出|5.00|20.00|22.00|2.00|20.00|3.00
            21208|国有土地使用权出让收入安排的支出|5.00|20.00|22.00|2.00|20.00|3.00
            2120801|征地和拆迁补偿支出|5.00|20.00|22.00|2.00|20.00|3.00
            """,
            "政府性基金预算财政拨款收入支出决算表"));

        var leaves = document.Lines.Where(static line => line.IsLeaf).ToList();
        Assert.Equal(250_000m, leaves.Where(static line => line.Direction == Direction.Revenue).Sum(static line => line.AmountYuan));
        Assert.Equal(220_000m, leaves.Where(static line => line is { Direction: Direction.Expenditure, Component: Component.Total })
            .Sum(static line => line.AmountYuan));
        Assert.Null(Assert.Single(leaves, static line => line is { Direction: Direction.Expenditure, Component: Component.Total }).ItemKey);
        Assert.All(document.Lines.Where(static line => line.Component is Component.Basic or Component.Project), static line =>
            Assert.Equal(Proof.Proven, line.Proof));
        Assert.Equal(4, document.Checks.Count(static check =>
            check.Rule == "components_sum_to_total" && check.Outcome == CheckOutcome.Holds));
    }

    [Fact]
    public void Normalize_EducationFeesShownAsPartOfBusinessIncome_AreNotCountedBesideIt()
    {
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            项目|<|本年收入合计|财政拨款收入|事业收入|<|其他收入
            科目编码|科目名称|^|^|小计|其中：教育收费|^
            ---
            合计|<|100.00|90.00|8.00|3.00|2.00
            2050204|高中教育|100.00|90.00|8.00|3.00|2.00
            """,
            "收入决算表"));

        var fees = Assert.Single(document.Lines, static line => line is { ItemKey: "education_fees", SubjectCode: "2050204" });
        Assert.Equal((false, Fund.UnitFunds), (fees.IsLeaf, fees.Fund));
        Assert.Equal(2, document.Checks.Count(static check => check.Rule == "funds_sum_to_total" && check.Outcome == CheckOutcome.Holds));
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }

    [Fact]
    public void Normalize_ChangeAgainstLastYearsExecution_IsOfThisBudget()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|2025年执行数|2026年预算数|2026年预算数比2025年执行数|<
            ^|^|^|^|增减额|增减%
            ---
            2010301|行政运行|90.00|100.00|10.00|11.11
            """,
            "一般公共预算支出表"));

        Assert.Equal(
            [(Period.Prior, Phase.Execution, 900_000m), (Period.Current, Phase.Budget, 1_000_000m),
                (Period.Change, Phase.Budget, 100_000m)],
            document.Lines.Select(static line => (line.Period, line.Phase, line.AmountYuan)));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_AppropriationOfTheYearBesideWhatWasCarriedOver_SumsAreOfTheirOwnYear()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|科目名称|总计|当年财政拨款安排|<|<|上年结转安排|<
            ^|^|^|合计|一般公共预算拨款|政府性基金安排|合计|一般公共预算拨款
            ---
            2010601|行政运行|110.00|100.00|90.00|10.00|10.00|10.00
            """,
            "财政拨款支出预算表"));

        Assert.Equal([null, "current_year_total", null, null, "carried_in", "carried_in"], document.Lines.Select(static line =>
            line.ItemKey));
        Assert.Equal([Proof.Proven, Proof.Proven, Proof.Unproven, Proof.Unproven, Proof.Proven], document.Lines.Take(5)
            .Select(static line => line.Proof));
        Assert.Empty(document.Findings);
    }

    /// <summary>Yunnan's final accounts: what came in and what is left stand beside the expenditure, each in its parts.</summary>
    [Fact]
    public void Normalize_CarriedAndIncomeBesideExpenditure_DirectionAndPartByColumn()
    {
        var document = TextTable.Normalize(2022, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            项目|<|年初结转和结余|<|<|本年收入|<|<|本年支出|<|<|<|<|年末结转和结余|<|<
            科目编码|科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|<|<|项目支出|合计|基本支出结转|项目支出结转和结余
            ^|^|^|^|^|^|^|^|^|小计|人员经费|公用经费|^|^|^|^
            ---
            合计|<|1.00||1.00|9.00|5.00|4.00|8.00|5.00|4.00|1.00|3.00|2.00||2.00
            201|一般公共服务支出|1.00||1.00|9.00|5.00|4.00|8.00|5.00|4.00|1.00|3.00|2.00||2.00
            """,
            "一般公共预算财政拨款收入支出决算表"));

        Assert.Equal(TableKey.GeneralPublicExpenditure, document.Tables[0].Key);
        Assert.Equal(
            ["Revenue Total carried_in 10000", "Revenue Project carried_in 10000", "Revenue Total total 90000", "Revenue Basic total 50000",
                "Revenue Project total 40000",
             "Expenditure Total total 80000", "Expenditure Basic total 50000", "Expenditure Personnel total 40000",
                 "Expenditure Public total 10000", "Expenditure Project total 30000",
             "Expenditure Total carried_out 20000", "Expenditure Project carried_out 20000"],
            document.Lines.Where(static line => line.SubjectCode is null).Select(static line =>
                $"{line.Direction} {line.Component} {line.ItemKey} {line.AmountYuan:0}"));
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }

    /// <summary>Sichuan (支出决算明细表): a heading over several columns is the meaning of none whose own heading is unknown.</summary>
    [Fact]
    public void Normalize_PartsBelowAKnownHeading_AreNotTheWhole()
    {
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            科目编码|科目名称|合计|工资福利支出|<|商品和服务支出|<
            ^|^|^|基本工资|津贴补贴|小计|办公费
            ---
            201|一般公共服务支出|9.00|3.00|2.00|4.00|1.00
            """,
            "一般公共预算财政拨款支出决算明细表"));

        Assert.Equal(TableKey.GeneralPublicEconomic, document.Tables[0].Key);
        Assert.Equal(["9.00", "4.00"], document.Lines.Select(static line => line.ValueAsPrinted));
    }

    /// <summary>Of two columns that no heading tells apart the second is the year's own where the sums of every row say so.</summary>
    [Theory]
    [InlineData("3.00", "1.00", true)]
    [InlineData("4.00", "", false)]
    [InlineData("3.50", "1.00", false)]
    public void Normalize_TwoSumsBesideWhatWasCarriedOver_SecondIsOfTheYear(string own, string carried, bool isRead)
    {
        var document = TextTable.Normalize(2025, DocumentKind.DepartmentBudget, TextTable.Parse(
            $"""
            科目编码|科目名称|合计|本年预算|<|上年结转
            ^|^|^|小计|基本支出|^
            ---
            201|一般公共服务支出|6.00|5.00|5.00|1.00
            205|教育支出|4.00|{own}|2.00|{carried}
            """,
            "一般公共预算支出预算表"));

        Assert.Equal(isRead ? ["5.00", own] : [], document.Lines.Where(static line => line.ItemKey == "current_year_total")
            .Select(static line => line.ValueAsPrinted));
    }

    /// <summary>Parts that no map knows stand beside what was carried over: together they make the sum.</summary>
    [Fact]
    public void Normalize_UnknownPartsBesideWhatWasCarriedOver_ArePartsOfTheSum()
    {
        var document = TextTable.Normalize(2025, DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            科目编码|科目名称|合计|本级安排|上级补助|上年结转
            ---
            201|一般公共服务支出|6.00|3.00|2.00|1.00
            205|教育支出|4.00|1.00|2.00|1.00
            """,
            "部门支出总表"));

        Assert.Equal(["本级安排", "上级补助", "本级安排", "上级补助"],
            document.Lines.Select(static line => line.ColumnItem).OfType<string>());
        Assert.Equal(["6.00", "4.00"], document.Lines.Where(static line => line.IsLeaf).Select(static line => line.ValueAsPrinted));
    }
}
