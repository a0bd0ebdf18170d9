using Extractor.Model.Budget;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Normalizing.Performance;

/// <summary>The money of forms of one project, of lists of projects and of whole departments, as their pages print it.</summary>
public sealed class FormMoneyTests
{
    [Fact]
    public void Read_LabelsOfFunds_AreThePartsOfTheAmount()
    {
        // 福州市医疗保障局 2026, page 27.
        var project = Read(
            """
            项目名称 | 医疗服务与保障能力提升补助资金 | < | <
            主管部门 | 福州市医疗保障局 | 实施单位 | 福州市医疗保障局
            专项资金情况（万元） | 资金总额 | 745.00 | <
            ^ | 财政拨款 | 700.00 | <
            ^ | 其他资金 | 45.00 | <
            """);

        Assert.Equal((7_450_000m, 7_000_000m, 450_000m, null, null),
            (project.AmountYuan, project.FiscalAppropriationYuan, project.OtherFundsYuan, project.CarriedInYuan, project.WholePeriodYuan));
    }

    [Fact]
    public void Read_WholePeriodAlone_IsTheAmountAndSaysSo()
    {
        // 西安市人力资源和社会保障局 2020, page 50.
        var project = Read(
            """
            专项（项目）名称 | < | 网络建设维护 | <
            资金金额（万元） | 实施期资金总额： | 1000.00 | <
            ^ | 其中：财政拨款 | 900.00 | <
            ^ | 其他资金 |  | <
            """);

        Assert.Equal((10_000_000m, 10_000_000m, 9_000_000m, null, true),
            (project.AmountYuan, project.WholePeriodYuan, project.FiscalAppropriationYuan, project.OtherFundsYuan, project.IsWholePeriod));
    }

    [Fact]
    public void Read_AllYearsBesideTheYear_PartsAreThoseOfTheYear()
    {
        // 上海市普陀区人民政府万里街道办事处 2023, page 31.
        var project = Read(
            """
            项目名称 | 新建万里街道社区公共服务中心 | < | < | <
            项目资金（元） | 项目资金总额 | 9,100,000.00 | 年度资金申请总额 | 4,100,000.00
            ^ | 其中：财政资金 | 9,000,000.00 | 其中：当年财政拨款 | 4,000,000.00
            ^ | ^ | ^ | 上年结转资金 | 60,000.00
            ^ | 其他资金 | 100,000.00 | 其他资金 | 40,000.00
            """,
            unit: null);

        Assert.Equal((4_100_000m, 9_100_000m, false), (project.AmountYuan, project.WholePeriodYuan, project.IsWholePeriod));
        Assert.Equal((4_000_000m, 60_000m, 40_000m),
            (project.FiscalAppropriationYuan, project.CarriedInYuan, project.OtherFundsYuan));
    }

    [Theory]
    [InlineData("0.000000", "62400.000000", 624_000_000)]
    [InlineData("100.000000", "62300.000000", null)]
    public void Read_TreasuryByLevels_IsKnownWhereOneLevelPays(string central, string city, int? yuan)
    {
        // 北京市民政局 2026, page 62: the sum of two levels is not printed.
        var project = Read(
            $"""
            转移支付名称 | 社会福利彩票公益金专项转移支付 | 市级主管部门 | 北京市民政局
            资金情况（万元） | 年度金额： | 62400.000000 | <
            ^ | 其中：中央财政资金 | {central} | <
            ^ | 市级财政资金 | {city} | <
            ^ | 其他资金 | 0.000000 | <
            """);

        Assert.Equal(((decimal?)yuan, 0m), (project.FiscalAppropriationYuan, project.OtherFundsYuan));
    }

    [Fact]
    public void Normalize_FundsThatAProjectHasNoPlaceFor_AreLinesThatNarrowIt()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            项目名称 | 社区公共服务中心 | < | < | <
            项目资金（元） | 项目资金总额 | 9,100.00 | 年度资金申请总额 | 4,100.00
            ^ | 其中：财政资金 | 9,000.00 | 中央财政资金 | 1,500.00
            ^ | 其他资金 | 100.00 | 市级财政资金 | 2,500.00
            ^ | 某某收入 | 7.00 | 政府性基金 | 100.00
            总体目标 | 建成。 | < | < | <
            """,
            "项目支出绩效目标表"));

        Assert.Equal(
            [
                "FiscalAppropriation whole_period 9,000.00", "FiscalAppropriation of_which 1,500.00", "UnitFunds whole_period 100.00",
                "FiscalAppropriation of_which 2,500.00", "GovernmentFund of_which 100.00",
            ],
            document.Lines.Select(static line => $"{line.Fund} {line.Qualifier} {line.ValueAsPrinted}"));
        Assert.All(document.Lines, static line => Assert.Equal(("社区公共服务中心", false), (line.SubjectNameAsPrinted, line.IsLeaf)));
        Assert.Equal((4_100m, 9_100m, null), (document.Projects[0].AmountYuan, document.Projects[0].WholePeriodYuan,
            document.Projects[0].FiscalAppropriationYuan));
    }

    private const string OneNameOverRows = """
        项目名称 | 项目总额 | 财政资金 | 其他资金 | 绩效目标 | 三级指标 | 本年绩效指标值
        11000025T000003343249-印刷服务项目 | 16.700000 | 16.700000 |  | 保障印刷。 | 册数 | 9
        ^ | ^ | ^ | ^ | ^ | 合格率 | 95
        ^ | 128.560000 |  | 128.560000 | 保障试卷。 | 套数 | 20
        ^ | {0} | {0} |  | 保障考试。 | 场次 | 3
        """;

    [Fact]
    public void Read_OneNameOverSeveralAmounts_EachIsAMention()
    {
        // 北京市人力资源和社会保障局 2026, page 36.
        var table = PerformanceForms.Read(OneNameOverRows.Replace("{0}", "10.890000", StringComparison.Ordinal));

        Assert.Equal(["印刷服务项目 167000", "印刷服务项目 1285600", "印刷服务项目 108900"], table.Projects());
        Assert.Equal(["保障印刷。", "保障试卷。", "保障考试。"], table.Projects.Select(static mention => mention.Project.Goal));
        Assert.Equal(4, table.Indicators.Length);
    }

    [Fact]
    public void Read_AmountPrintedAgainOnTheNextPage_IsOneMentionPrintedTwice()
    {
        var cut = TextTable.Parse(
            """
            项目名称 | 资金总额 | 绩效目标 | 三级指标 | 指标值
            通讯租赁费 | 212.51 | 保障通讯。 | 终端 | 3000
            通讯租赁费 | 212.51 | 保障通讯。 | 合格率 | 95
            """,
            null,
            "万元").CutBefore(2);

        var mention = Assert.Single(PerformanceForms.Read(cut).Projects);
        Assert.Equal(("通讯租赁费", 2), (mention.Project.ProjectName, mention.Project.TimesPrinted));
    }

    [Fact]
    public void Normalize_MoneyOfADepartment_IsLinesByFundAndComponentItsSumsProven()
    {
        // 中共北京市委宣传部 2026, page 66.
        var document = TextTable.Normalize(TextTable.Parse(
            """
            部门名称 | 北京市某某局 | < | < | < | < | < | <
            总体资金情况（万元） | 预算支出总额 | 财政拨款 | < | < | 其他资金 | < | <
            ^ | ^ | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | 项目支出
            ^ | 132,946.634356 | 130,846.584356 | 25,249.789114 | 105,596.795242 | 2,100.050000 | 0.050000 | 2,100.000000
            整体绩效目标 | 宣传。 | < | < | < | < | < | <
            """,
            "部门整体支出绩效目标表"));

        Assert.Equal(
            [
                "All Total 132,946.634356", "FiscalAppropriation Total 130,846.584356", "FiscalAppropriation Basic 25,249.789114",
                "FiscalAppropriation Project 105,596.795242", "UnitFunds Total 2,100.050000", "UnitFunds Basic 0.050000",
                "UnitFunds Project 2,100.000000",
            ],
            document.Lines.Select(static line => $"{line.Fund} {line.Component} {line.ValueAsPrinted}"));
        Assert.All(document.Lines, static line => Assert.Equal(
            (line.Component == Component.Total ? Proof.Proven : Proof.Unproven, true, "total"), (line.Proof, line.IsLeaf, line.ItemKey)));
        Assert.Equal(["预算支出总额", "财政拨款", "基本支出", "项目支出", "其他资金", "基本支出", "项目支出"],
            document.Lines.Select(static line => line.SubjectNameAsPrinted));
    }

    [Theory]
    [InlineData("50.00", 0)]
    [InlineData("100.00", 0)]
    [InlineData("100.02", 1)]
    public void Normalize_PartsOfADepartment_MayFallShortOfItsMoneyAndNotMakeMore(string projects, int failing)
    {
        // 北京市司法局 2026, page 47: 107.00 = 7.00 + 50.00 and operating expenses, for which the form has no column.
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            部门名称 | 北京市某某局 | < | <
            总体资金情况（万元） | 其他资金 | < | <
            ^ | 合计 | 基本支出 | 项目支出
            ^ | 107.00 | 7.00 | {projects}
            """,
            "部门整体支出绩效目标表"));

        Assert.Equal(failing, document.Checks.Count(static check => check.Outcome == CheckOutcome.Fails));
    }

    [Fact]
    public void Normalize_MoneyOfADepartmentByLabels_IsLines()
    {
        // 泉州市公安局 2026, page 52.
        var document = TextTable.Normalize(TextTable.Parse(
            """
            部门名称 | 泉州市某某局 | 部门预算编码 | 301
            年度预算安排（万元） | 资金总额 | 81562.56 | <
            ^ | 项目支出 | 29514.82 | <
            ^ | 基本支出 | 52047.74 | <
            ^ | 其他资金 | 0.00 | <
            总体目标 | 平安。 | < | <
            """,
            "部门整体支出绩效目标表"));

        Assert.Equal(["All Total 81562.56", "All Project 29514.82", "All Basic 52047.74", "UnitFunds Total 0.00"],
            document.Lines.Select(static line => $"{line.Fund} {line.Component} {line.ValueAsPrinted}"));
        Assert.Equal(["资金总额", "项目支出", "基本支出", "其他资金"], document.Lines.Select(static line => line.SubjectNameAsPrinted));
        Assert.Equal(3, document.Lines.Count(static line => line.Proof == Proof.Proven));
    }

    [Fact]
    public void Normalize_UnitBelowTheHeadings_ItsRowOnTheNextPageIsARepetition()
    {
        // 长沙市公安局 2025, pages 51 and 52.
        var document = TextTable.Normalize(TextTable.Parse(
            """
            单位编码 | 单位名称 | 年度预算申请 | < | < | < | 整体绩效目标 | 三级指标 | 指标值
            ^ | ^ | 资金总额 | 按收入性质分 | 按支出性质分 | < | ^ | ^ | ^
            ^ | ^ | ^ | 一般公共预算 | 基本支出 | 项目支出 | ^ | ^ | ^
            ---
            106001 | 长沙市公安局 | 68,632.12 | 68,632.12 | 28,398.17 | 40,233.95 | 平安。 | 控制数 | 28398.17
            106001 | 长沙市公安局 | 68,632.12 | 68,632.12 | 28,398.17 | 40,233.95 | 平安。 | 合格率 | 100
            """,
            "部门整体支出绩效目标表"));

        Assert.Equal(8, document.Lines.Length);
        Assert.Equal([(null, true), ("repeated", false)], document.Lines.Select(static line => (line.Qualifier, line.IsLeaf)).Distinct());
        Assert.All(document.Lines, static line => Assert.Equal(("长沙市公安局", "106001"), (line.UnitName, line.UnitCodeAsPrinted)));
        Assert.Equal([Component.Total, Component.Total, Component.Basic, Component.Project],
            document.Lines.Take(4).Select(static line => line.Component));
        Assert.Equal(Proof.Proven, document.Lines[0].Proof);
    }

    [Fact]
    public void Normalize_SumsOfAListOfProjects_AreLines()
    {
        // 广州市生态环境局 2026, page 1.
        var document = TextTable.Normalize(TextTable.Parse(
            """
            项目名称（资金使用单位） | 总计 | 财政拨款 | 其他资金 | 绩效目标
            ---
            合计 | 37.00 | 35.00 | 2.00 |
            广州市某某局 | 37.00 | 35.00 | 2.00 |
            园区环保监督检查员经费 | 37.00 | 35.00 | 2.00 | 平稳运行。
            """,
            "项目支出绩效目标表"));

        Assert.Equal(["total Total All 37.00", "total Total FiscalAppropriation 35.00", "total Total UnitFunds 2.00",
            "unit_total Subtotal All 37.00", "unit_total Subtotal FiscalAppropriation 35.00", "unit_total Subtotal UnitFunds 2.00"],
            document.Lines.Select(static line => $"{line.ItemKey} {line.RowRole} {line.Fund} {line.ValueAsPrinted}"));
        Assert.All(document.Lines, static line => Assert.False(line.IsLeaf));
        Assert.Equal("园区环保监督检查员经费", Assert.Single(document.Projects).ProjectName);
    }

    private static Project Read(string form, string? unit = "万元") =>
        Assert.Single(PerformanceForms.Read(form, unit: unit).Projects).Project;
}
