using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>“三公”经费 in the forms of Chongqing, Shenzhen, Guangzhou, Suzhou, Shanghai, Xi'an, Changsha and of final accounts.</summary>
public sealed class ThreePublicTableTests
{
    [Fact]
    public void Normalize_ItemsAsColumnsTwoYears_BothPeriods()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            2025年预算数|<|<|<|<|<|2026年预算数|<|<|<|<|<
            合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费
            ^|^|小计|公务用车购置费|公务用车运行费|^|^|^|小计|公务用车购置费|公务用车运行费|^
            ---
            396.97|184.49|202.48||202.48|10.00|394.49|184.49|200.00||200.00|10.00
            """,
            "2026年财政拨款“三公”经费支出情况表"));

        Assert.Equal(TableKey.ThreePublic, document.Tables[0].Key);
        Assert.Equal(
            ["total 3969700", "overseas 1844900", "vehicle_total 2024800", "vehicle_operation 2024800", "reception 100000"],
            Items(document, Period.Prior));
        Assert.Equal(
            ["total 3944900", "overseas 1844900", "vehicle_total 2000000", "vehicle_operation 2000000", "reception 100000"],
            Items(document, Period.Current));
        Assert.All(document.Lines, static line => Assert.Equal((Proof.Proven, Fund.FiscalAppropriation), (line.Proof, line.Fund)));
        Assert.All(document.Lines.Where(static line => line.ItemKey == "total"), static line =>
            Assert.Equal("合计", line.SubjectNameAsPrinted));
        Assert.Equal(3_944_900m, document.Lines.Where(static line => line is { IsLeaf: true, Period: Period.Current }).Sum(static line =>
            line.AmountYuan));
    }

    [Fact]
    public void Normalize_RateOfTheItem_IsNoAmount()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            单位名称|因公出国（境）费|公务接待费|“三公”经费合计|“三公”经费增减率（%）
            ---
            某某市外事办公室|1.00|2.00|3.00|-5.07
            """,
            "“三公”经费预算表"));

        Assert.Equal(["1.00", "2.00", "3.00"], document.Lines.Select(static line => line.ValueAsPrinted));
    }

    [Fact]
    public void Normalize_YearsAsRowsFundsUnderItems_PeriodByRowFundByColumn()
    {
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            预算单位|年度|总计|<|因公出国(境)费|<|公务接待费|<|公务用车购置及运行维护费|<|<|<|<|<
            ^|^|^|^|^|^|^|^|小计|<|公务用车购置费|<|公务用车运行维护费|<
            ^|^|一般公共预算|政府性基金预算|一般公共预算|政府性基金预算|一般公共预算|政府性基金预算|一般公共预算|政府性基金预算|一般公共预算|政府性基金预算|一般公共预算|政府性基金预算
            ---
            深圳市龙岗区工业和信息化局（本级）|2023年|35.00|0.00|0.00|0.00|1.00|0.00|34.00|0.00|18.00|0.00|16.00|0.00
            ^|2024年|17.00|0.00|0.00|0.00|1.00|0.00|16.00|0.00|0.00|0.00|16.00|0.00
            ^|增减变化金额|-18.00|0.00|0.00|0.00|0.00|0.00|-18.00|0.00|-18.00|0.00|0.00|0.00
            """,
            "财政拨款“三公”经费支出表"));

        Assert.Equal(36, document.Lines.Length);
        Assert.Equal(
            ["total 350000", "overseas 0", "reception 10000", "vehicle_total 340000", "vehicle_purchase 180000",
                "vehicle_operation 160000"],
            Items(document, Period.Prior, Fund.GeneralPublic));
        Assert.Equal(-180_000m, document.Lines.Single(static line =>
            line is { ItemKey: "vehicle_purchase", Period: Period.Change, Fund: Fund.GeneralPublic }).AmountYuan);
        Assert.Contains(document.Checks, static check => check.Rule == "change_is_current_minus_prior");
        Assert.All(document.Lines, static line => Assert.Equal((Proof.Proven, "深圳市龙岗区工业和信息化局（本级）"), (line.Proof, line.UnitName)));
        Assert.Equal(["总计", "因公出国(境)费", "公务接待费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费"],
            document.Lines.Select(static line => line.SubjectNameAsPrinted).Distinct());
    }

    [Fact]
    public void Normalize_BudgetAndAccountsBelowEachItem_NameIsTheItem()
    {
        // 上海市普陀区规划和自然资源局 2024, page 17.
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            财政拨款“三公”经费|<|<|<|<|<|<|<
            合计|<|因公出国（境）费|<|公务用车购置及运行维护费|<|公务接待费|<
            ^|<|^|<|小计|<|^|<
            预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数
            ---
            2.85|0.39|0.00|0.00|0.00|0.00|2.85|0.39
            """,
            "财政拨款“三公”经费支出决算表"));

        Assert.Equal(
            [("total", "财政拨款“三公”经费"), ("overseas", "因公出国（境）费"), ("vehicle_total", "公务用车购置及运行维护费"), ("reception", "公务接待费")],
            document.Lines.Where(static line => line.Phase == Phase.FinalAccounts)
                .Select(static line => (line.ItemKey!, line.SubjectNameAsPrinted!)));
    }

    [Fact]
    public void Normalize_LostMinusSign_ContradictsTheChange()
    {
        var document = TextTable.Normalize(2022, DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            年度|总计|因公出国(境)费|公务接待费|公务用车购置及运行维护费
            ---
            2021年|21|0|5|16
            2022年|17|0|1|16
            增减变化金额|4|0|-4|0
            """,
            "一般公共预算“三公”经费支出表"));

        var finding = Assert.Single(document.Findings, static finding => finding.Rule == "change_is_current_minus_prior");
        Assert.Equal(("40000.00", "-40000.00"), (finding.Expected, finding.Actual));
        Assert.Equal(Proof.Contradicted, document.Lines.Single(static line => line is { ItemKey: "total", Period: Period.Change }).Proof);
    }

    [Fact]
    public void Normalize_ItemsAsRowsFundsAsColumns_AdministrativeExpensesAreNoPart()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            项目|合计|一般公共预算|政府性基金预算|国有资本经营预算
            ---
            行政经费|988.45|535.87|0.00|452.58
            “三公”经费|74.83|42.79|0.00|32.04
              其中：（一）因公出国（境）支出|28.62|28.62|0.00|0.00
              （二）公务用车购置及运行维护支出|34.29|2.25|0.00|32.04
              1.公务用车购置费|0.00|0.00|0.00|0.00
              2.公务用车运行维护费|34.29|2.25|0.00|32.04
              （三）公务接待费支出|11.92|11.92|0.00|0.00
            """,
            "财政拨款安排的行政经费及“三公”经费预算表"));

        Assert.Equal(
            ["administrative_expenses 9884500", "total 748300", "overseas 286200", "vehicle_total 342900", "vehicle_purchase 0",
                "vehicle_operation 342900", "reception 119200"],
            Items(document, Period.Current, Fund.FiscalAppropriation));
        Assert.Equal(427_900m, document.Lines.Where(static line => line is { IsLeaf: true, Fund: Fund.GeneralPublic }).Sum(static line =>
            line.AmountYuan));
        Assert.All(document.Lines.Where(static line => line.ItemKey != "administrative_expenses"), static line =>
            Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_MeetingsAndTrainingInTheSum_ThreePublicTotalIsTheInnerOne()
    {
        var document = TextTable.Normalize(2020, DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            单位编码|单位名称|2020年|<|<|<|<|<|<|<|<
            ^|^|合计|一般公共预算拨款安排的“三公”经费预算|<|<|<|<|<|会议费|培训费
            ^|^|^|小计|因公出国（境）费|公务接待费|公务用车购置及运行维护费|<|<|^|^
            ^|^|^|^|^|^|小计|公务用车购置|公务用车运行维护费|^|^
            ---
            |合计|178.34|29.30|0.00|3.30|26.00|0.00|26.00|37.55|111.49
            242|西安市人力资源和社会保障局|178.34|29.30|0.00|3.30|26.00|0.00|26.00|37.55|111.49
            """,
            "2020年部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表"));

        Assert.Equal(
            ["three_public_meetings_training 1783400", "total 293000", "overseas 0", "reception 33000", "vehicle_total 260000",
                "vehicle_purchase 0", "vehicle_operation 260000", "meetings 375500", "training 1114900"],
            document.Lines.Where(static line => line.UnitName is null).Select(static line => $"{line.ItemKey} {line.AmountYuan:0}"));
        Assert.Equal(293_000m, document.Lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_OperatingExpensesBesideShortHeadings_ItemsByTheInnerHeading()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            “三公”经费预算数|<|<|<|<|<|机关运行经费预算数
            合计|因公出国(境)费|公务接待费|公务用车购置及运行费|<|<|^
            ^|^|^|小计|购置费|运行费|^
            ---
            27.00|20.00|7.00||||902.68
            """,
            "2026年单位“三公”经费和机关运行经费预算表", "单位:万元"));

        Assert.Equal(
            ["total 270000", "overseas 200000", "reception 70000", "operating_expenses 9026800"],
            Items(document, Period.Current, Fund.All));
    }

    [Fact]
    public void Normalize_FinalAccountsBudgetAndSettled_PhasesApart()
    {
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            2024年度预算数|<|<|<|<|<|2024年度决算数|<|<|<|<|<
            合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费
            ^|^|小计|公务用车购置费|公务用车运行费|^|^|^|小计|公务用车购置费|公务用车运行费|^
            1|2|3|4|5|6|7|8|9|10|11|12
            ---
            8.64|0.00|7.64|0.00|7.64|1.00|5.00|0.00|4.50|0.00|4.50|0.50
            """,
            "财政拨款“三公”经费支出决算表"));

        Assert.Equal(86_400m, document.Lines.Single(static line => line is { ItemKey: "total", Phase: Phase.Budget }).AmountYuan);
        Assert.Equal(50_000m, document.Lines.Single(static line => line is { ItemKey: "total", Phase: Phase.FinalAccounts }).AmountYuan);
        Assert.All(document.Lines, static line => Assert.Equal((Proof.Proven, Period.Current), (line.Proof, line.Period)));
    }

    [Fact]
    public void Normalize_UnitsListed_SumOverThemIsNoLeaf()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            部门名称|三公经费预（决）算数（财政拨款）|<|<|<|<|<
            ^|小计|公务接待费|公务用车购置及运行费|其中：公务用车运行费|其中：公务用车购置|因公出国（境）费
            ---
            合计|3.50|0.50|3.00|3.00||
            长沙市教育局|3.50|0.50|3.00|3.00||
            """,
            "2026年一般公共预算“三公”经费支出情况表"));

        Assert.Equal(35_000m, document.Lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.Equal([null, "长沙市教育局"], document.Lines.Select(static line => line.UnitName).Distinct());
    }

    private static ImmutableArray<BudgetLine> OfUnits(string rows)
    {
        var table = TextTable.Parse(
            $"""
            单位编码|单位名称|合计|公务接待费|公务用车运行维护费
            ---
            {rows.Trim()}
            """,
            "一般公共预算“三公”经费支出表");
        return TextTable.Normalize(2025, DocumentKind.DepartmentBudget, table).Lines;
    }

    /// <summary>Item and role, and the row and item that it is a part of.</summary>
    private static string Place(BudgetLine line, ImmutableArray<BudgetLine> lines)
    {
        var parent = lines.SingleOrDefault(other => other.LineId == line.ParentLineId);
        var above = parent is null ? null : $"{parent.UnitName ?? "合计"} {parent.ItemKey}";
        return $"{line.ItemKey} {line.RowRole.ToString().ToLowerInvariant()} {above}";
    }

    private static IEnumerable<string> Items(NormalizedDocument document, Period period, Fund? fund = null) =>
        document.Lines.Where(line => line.Period == period && (fund is null || line.Fund == fund)).Select(static line =>
            $"{line.ItemKey} {line.AmountYuan:0}");

    /// <summary>The national form of final accounts (机构运行信息表) counts journeys, cars and guests below the money.</summary>
    [Fact]
    public void Normalize_DepartmentAboveItsUnits_EachFigureIsPartOfTheNextAbove()
    {
        var lines = OfUnits(
            """
            |合计|18.00|3.00|15.00
            063|某市建设局|12.00|2.00|10.00
            063001|某市建设局本级|5.00|1.00|4.00
            063002|某市质量站|7.00|1.00|6.00
            064|某市人防办|6.00|1.00|5.00
            """);

        Assert.Equal(
            ["total total ", "unit_total subtotal 合计 total", "unit_total subtotal 某市建设局 unit_total",
                "unit_total subtotal 某市建设局 unit_total", "unit_total subtotal 合计 total"],
            lines.Where(static line => line.ItemKey is "total" or "unit_total").Select(line => Place(line, lines)));
        Assert.Equal(
            ["reception subtotal ", "reception subtotal ", "reception detail 某市建设局本级 unit_total",
                "reception detail 某市质量站 unit_total", "reception detail 某市人防办 unit_total"],
            lines.Where(static line => line.ItemKey == "reception").Select(line => Place(line, lines)));
        Assert.Equal(180_000m, lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.All(lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.All(lines.Where(static line => line.ParentLineId is not null).GroupBy(static line => line.ParentLineId), parts =>
            Assert.Equal(lines.Single(line => line.LineId == parts.Key).AmountYuan, parts.Sum(static part => part.AmountYuan)));
    }

    /// <summary>杭州市公安局 2026 leaves out one of ten units: the columns in which it has money are not proven, the others are.</summary>
    [Fact]
    public void Normalize_UnitLeftOut_ProofReachesTheColumnsThatTheOthersMake()
    {
        var lines = OfUnits("|合计|18.00|3.00|15.00\n063|某市建设局|7.00|2.00|5.00\n064|某市人防办|6.00|1.00|5.00");

        Assert.All(lines, static line => Assert.Equal(
            line.ItemKey == "reception" ? (Proof.Proven, null) : (Proof.Unproven, LineDoubt.LeafSumDiffers), (line.Proof, line.Doubt)));
    }

    [Theory]
    [InlineData("|合计|12.00|2.00|10.00", 120_000)]
    [InlineData("|合计|17.00|3.00|14.00", 170_000)]
    [InlineData("", 120_000)]
    public void Normalize_CodeBeginsAnother_WhatTheWholePrintsTellsWhetherItIsAbove(string whole, decimal leaves)
    {
        var lines = OfUnits($"{whole}\n063|某市建设局|12.00|2.00|10.00\n063001|某市质量站|5.00|1.00|4.00");

        Assert.Equal(leaves == 170_000 ? 170_000 : 50_000, lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
    }

    [Fact]
    public void Normalize_UnitsMakeMoreThanTheirDepartment_StandBesideIt()
    {
        var lines = OfUnits("063|某市建设局|5.00|1.00|4.00\n063001|某市质量站|12.00|2.00|10.00");

        Assert.Equal(170_000m, lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.All(lines.Where(static line => line.ItemKey == "unit_total"), static line =>
            Assert.Equal((RowRole.Total, null), (line.RowRole, line.ParentLineId)));
    }

    [Theory]
    [InlineData("某市建设局|5.00|1.00|4.00", "某市质量站|5.00|1.00|4.00", 50_000)]
    [InlineData("某市建设局|5.00|1.00|4.00", "某市质量站|5.00|2.00|3.00", 100_000)]
    [InlineData("某市建设局|0.00|0.00|0.00", "某市质量站|0.00|0.00|0.00", 0)]
    public void Normalize_TwoUnitsOfOneAmount_TheFirstIsTheSumWhereAllColumnsAgree(string first, string second, decimal leaves)
    {
        var lines = OfUnits($"|{first}\n|{second}");

        Assert.Equal(leaves, lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.Equal(leaves == 50_000 ? 2 : 4, lines.Count(static line => line.IsLeaf));
    }

    [Fact]
    public void Normalize_CountsBelowTheMoney_AreNoAmounts()
    {
        var document = TextTable.Normalize(2024, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            项目|行次|预算数|决算数
            ---
            一、“三公”经费支出|1|12.00|10.00
            （一）支出合计|2|12.00|10.00
            1．因公出国（境）费|3|1.00|
            2．公务用车购置及运行维护费|4|8.00|8.00
            （1）公务用车购置费|5||
            （2）公务用车运行维护费|6|8.00|8.00
            3．公务接待费|7|3.00|2.00
            （1）国内接待费|8|—|2.00
            （二）相关统计数|9|—|—
            1．因公出国（境）团组数（个）|10|—|2
            2．公务用车保有量（辆）|11|—|5
            3．国内公务接待批次（个）|12|—|30
            二、国有资产占用情况|13|—|—
            （一）车辆数合计（辆）|14|—|5
            1．机要通信用车|15|—|5
            """,
            "“三公”经费支出决算表"));

        Assert.DoesNotContain(document.Lines, static line => line.ValueAsPrinted is "5" or "30" || line.ValueAsPrinted == "2");
        Assert.Equal(100_000m, document.Lines.Where(static line => line is { IsLeaf: true, Phase: Phase.FinalAccounts }).Sum(static line =>
            line.AmountYuan));
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }

    [Fact]
    public void Normalize_CountedColumns_AreNoAmounts() => Assert.Equal(
        [100_000m, 80_000m, 20_000m],
        TextTable.Normalize(TextTable.Parse(
            """
            合计|公务用车运行费|公务用车保有量（辆）|公务接待费|公务接待人次
            ---
            10.00|8.00|5|2.00|120
            """,
            "“三公”经费表")).Lines.Select(static line => line.AmountYuan));

    [Fact]
    public void Normalize_BudgetAndAccountsAsRows_PhaseByRow()
    {
        var document = TextTable.Normalize(2023, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            年度|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费
            ^|^|^|小计|公务用车购置费|公务用车运行费|^
            ---
            2022年决算数|13.00|1.00|9.00||9.00|3.00
            2023年年初预算数|38.00|1.00|30.00|20.00|10.00|7.00
            2023年决算数|28.00||25.00|18.00|7.00|3.00
            """,
            "财政拨款“三公”经费支出决算表"));

        Assert.Equal(
            [(Period.Prior, Phase.FinalAccounts, 130_000m), (Period.Current, Phase.Budget, 380_000m),
                (Period.Current, Phase.FinalAccounts, 280_000m)],
            document.Lines.Where(static line => line.ItemKey == "total").Select(static line => (line.Period, line.Phase, line.AmountYuan)));
    }

    /// <summary>Jiangsu prints the counts below the amounts, in the columns of the amounts.</summary>
    [Fact]
    public void Normalize_CountsBelowColumnsOfMoney_AreNoAmounts()
    {
        var document = TextTable.Normalize(2023, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            “三公”经费|<|<|<|<|<|会议费|培训费
            合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|^|^
            ^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^
            ---
            28.00||25.00|18.00|7.00|3.00|1.20|2.30
            相关统计数：|<|<|<|<|<|<|<
            项目|<|统计数|<|项目|<|统计数|<
            国内公务接待批次（个）|<|52|<|公务用车保有量（辆）|<|3|<
            召开会议次数（个）|<|4|<|参加会议人次（人）|<|120|<
            """,
            "“三公”经费、会议费和培训费支出决算表"));

        Assert.Equal(
            ["total 280000", "vehicle_total 250000", "vehicle_purchase 180000", "vehicle_operation 70000", "reception 30000",
                "meetings 12000", "training 23000"],
            Items(document, Period.Current));
    }

    /// <summary>机构运行信息表 of the national form: 三公 on the left, 机关运行经费, cars and purchases on the right.</summary>
    [Fact]
    public void Normalize_TwoListsSideBySide_AmountsOfTheirOwnList()
    {
        var document = TextTable.Normalize(2023, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            项目|行次|年初预算数|全年预算数|决算统计数|项目|行次|统计数
            ---
            一、“三公”经费支出|1|—|—|—|二、机关运行经费|12|118.00
            （一）支出合计|2|12.00|12.50|10.00|（一）行政单位|13|118.00
            1．因公出国（境）费|3|1.00|1.50||三、国有资产占用情况|14|—
            2．公务用车购置及运行维护费|4|8.00|8.00|8.00|（一）车辆数合计（辆）|15|3
            3．公务接待费|5|3.00|3.00|2.00|1．机要通信用车|16|3
            （二）相关统计数|6|—|—|—|（二）单价100万元（含）以上设备（不含车辆）|17|2
            1．公务用车保有量（辆）|7|—|—|3|四、政府采购支出合计|18|120.00
            """,
            "机构运行信息表"));

        Assert.Equal(
            ["total Budget 120000", "total Adjusted 125000", "total FinalAccounts 100000", "overseas Budget 10000",
                "overseas Adjusted 15000", "vehicle_total Budget 80000", "vehicle_total Adjusted 80000",
                "vehicle_total FinalAccounts 80000",
                "reception Budget 30000", "reception Adjusted 30000", "reception FinalAccounts 20000",
                "operating_expenses FinalAccounts 1180000"],
            document.Lines.OrderBy(static line => line.Column > 4).Select(static line =>
                $"{line.ItemKey} {line.Phase} {line.AmountYuan:0}"));
        Assert.Equal(100_000m, document.Lines.Where(static line => line is { IsLeaf: true, Phase: Phase.FinalAccounts }).Sum(static line =>
            line.AmountYuan));
    }

    /// <summary>The same list without numbers in front: what the car is for is no amount spent on cars.</summary>
    [Fact]
    public void Normalize_KindsOfCars_AreNoAmounts() => Assert.Equal(
        ["公务接待费", "公务用车购置费"],
        TextTable.Normalize(TextTable.Parse(
            """
            项目|金额
            ---
            公务接待费|2.00
            公务用车购置费|8.00
            主要负责人用车|1
            应急保障用车|2
            其他用车|3
            """,
            "“三公”经费表")).Lines.Select(static line => line.SubjectNameAsPrinted));
}
