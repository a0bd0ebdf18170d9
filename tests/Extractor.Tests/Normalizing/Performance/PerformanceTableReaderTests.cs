using Extractor.Model.Budget;

namespace Extractor.Tests.Normalizing.Performance;

public sealed class PerformanceTableReaderTests
{
    [Fact]
    public void Read_FormOfAProject_GivesProjectAndNestedIndicators()
    {
        var table = PerformanceForms.Read("""
            项目名称 | 办公楼租金 | < | < | <
            主管部门 | 某市民政局 | < | 实施单位 | 某市民政局
            专项资金情况（万元） | 资金总额 | < | 133.78 | <
            ^ | 财政拨款 | < | 133.78 | <
            年度目标 | 保障办公需求。 | < | < | <
            绩效目标指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
            ^ | 产出指标 | 数量指标 | 租赁面积 | =2873.46平方米
            ^ | ^ | ^ | 租赁处数 | =2处
            ^ | ^ | 质量指标 | 合同执行准确率 | ≥100%
            ^ | 满意度指标 | 服务对象满意度指标 | 员工满意度 | ≥95%
            备注 |  | < | < | <
            """);

        Assert.Equal(["办公楼租金 1337800"], table.Projects());
        Assert.Equal("保障办公需求。", table.Projects[0].Project.Goal);
        Assert.Equal(
            [
                "办公楼租金: 产出指标 / 数量指标 / 租赁面积 = =2873.46平方米",
                "办公楼租金: 产出指标 / 数量指标 / 租赁处数 = =2处",
                "办公楼租金: 产出指标 / 质量指标 / 合同执行准确率 = ≥100%",
                "办公楼租金: 满意度指标 / 服务对象满意度指标 / 员工满意度 = ≥95%",
            ],
            table.Indicators());
    }

    [Fact]
    public void Normalize_TasksOfADepartment_TheirSumIsALineByFund()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | < | <
            ^ | ^ | ^ | 总额 | 其中：财政拨款 | 其中：其他资金
            ^ | 运行保障 | 保障运行 | 10.00 | 9.00 | 1.00
            ^ | 产业发展 | 扶持产业 | 20.00 | 20.00 | 0.00
            ^ | 金额合计 | < | 30.00 | 29.00 | 1.00
            """,
            "部门整体支出绩效目标表"));

        Assert.Equal(
            ["金额合计 All 300000.00 True", "金额合计 FiscalAppropriation 290000.00 True", "金额合计 UnitFunds 10000.00 True"],
            document.Lines.Select(static line =>
                FormattableString.Invariant($"{line.SubjectNameAsPrinted} {line.Fund} {line.AmountYuan:0.00} {line.IsLeaf}")));
        Assert.Equal(
            ["运行保障 100000.00 90000.00 10000.00", "产业发展 200000.00 200000.00 0.00"],
            document.Projects.Select(static project => FormattableString.Invariant(
                $"{project.ProjectName} {project.AmountYuan:0.00} {project.FiscalAppropriationYuan:0.00} {project.OtherFundsYuan:0.00}")));
    }

    [Fact]
    public void Normalize_TasksWithoutFunds_PartsAreUnknownAndNotNought()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | <
            ^ | ^ | ^ | 总额 | 其中：财政拨款
            ^ | 运行保障 | 保障运行 | 10.00 |
            """,
            "部门整体支出绩效目标表"));

        var project = Assert.Single(document.Projects);
        Assert.Null(project.FiscalAppropriationYuan);
        Assert.Null(project.OtherFundsYuan);
    }

    [Fact]
    public void Read_LinesDrawnBesideTheEdgeOfTheirCells_LevelsAreThoseOfTheNamesBeside()
    {
        var table = PerformanceForms.Read("""
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 次数 | 1次
            ^ |  | < | ^
            ^ | 时效指标 | 及时率 | 100%
            ^ |  | 成本控制率 | ≤100%
            成本指标 | < | ^ | ^
            效益指标 | 经济效益指标 |  | 有效提升
            ^ | 带动消费 | < | ^
            生态效益指标 | < | 废品回收 | 有效推进
             | 服务对象满意度指标 | 居民满意度 | ≥95%
            满意度指标 | ^ | 企业满意度 | ≥90%
            """);

        Assert.Equal(
            [
                ": 产出指标 / 数量指标 / 次数 = 1次", ": 产出指标 / 时效指标 / 及时率 = 100%", ": 产出指标 / 成本指标 / 成本控制率 = ≤100%",
                ": 效益指标 / 经济效益指标 / 带动消费 = 有效提升", ": 效益指标 / 生态效益指标 / 废品回收 = 有效推进",
                ": 满意度指标 / 服务对象满意度指标 / 居民满意度 = ≥95%", ": 满意度指标 / 服务对象满意度指标 / 企业满意度 = ≥90%",
            ],
            table.Indicators());
    }

    [Fact]
    public void Read_TwoFormsInOneTable_GiveTwoProjects()
    {
        var table = PerformanceForms.Read("""
            项目名称 | 甲 | < | <
            年度预算资金（万元） | 10 | < | <
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 次数 | 1次
            项目名称 | 乙 | < | <
            年度预算资金（万元） | 20.5 | < | <
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 质量指标 | 合格率 | 90%
            """);

        Assert.Equal(["甲 100000", "乙 205000"], table.Projects());
        Assert.Equal(["甲: 产出指标 / 数量指标 / 次数 = 1次", "乙: 产出指标 / 质量指标 / 合格率 = 90%"], table.Indicators());
    }

    [Fact]
    public void Read_SecondFormWithoutName_TakesNoNameFromTheFirst()
    {
        var table = PerformanceForms.Read("""
            项目名称 | 甲 | <
            年度资金总额 | 10 | <
            二级指标 | 三级指标 | 指标值
            数量指标 | 次数 | 1次
            年度资金总额 | 20 | <
            二级指标 | 三级指标 | 指标值
            数量指标 | 人数 | 5人
            """);

        Assert.Equal(["甲 100000"], table.Projects());
        Assert.Equal(["甲:  / 数量指标 / 次数 = 1次", ":  / 数量指标 / 人数 = 5人"], table.Indicators());
    }

    [Fact]
    public void Read_LevelPrintedAgainOnTheNextPage_IsOneName()
    {
        const string Text = """
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标产出指标 | 数量指标质量指标 | 次数 | 1次
            ^ | ^ | 合格率 | 90%
            """;

        var table = PerformanceForms.Read(TextTable.Parse(Text, null).CutBefore(2));

        Assert.Equal([": 产出指标 / 数量指标 / 次数 = 1次", ": 产出指标 / 质量指标 / 合格率 = 90%"], table.Indicators());
        Assert.Equal([1, 2], table.Indicators.Select(static row => row.PageNumber));
    }

    [Fact]
    public void Read_HeaderRepeatedInsideTheBlock_IsNoIndicator()
    {
        var table = PerformanceForms.Read("""
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 次数 | 1次
            一级指标 | 二级指标 | 三级指标 | 指标值
             |  | 人数 | 5人
            """);

        Assert.Equal([": 产出指标 / 数量指标 / 次数 = 1次", ": 产出指标 / 数量指标 / 人数 = 5人"], table.Indicators());
    }

    [Fact]
    public void Read_RowsLeftBlank_StayWithoutIndicator()
    {
        var table = PerformanceForms.Read("""
            一级指标 | 二级指标 | 指标内容 | 指标值
            产出指标 | 数量指标 | 指标1： |
            ^ | ^ | …… |
            ^ | 质量指标 |  |
            ^ | 时效指标 | 及时率 | 100%
            ^ | ^ |  |
            效益指标 | 经济效益指标 | - | -
            ^ | 社会效益指标 | 指标1：知晓率 |
            备注 | < | < | <
            """);

        Assert.Equal(
            [
                ": 产出指标 / 质量指标 /  = ", ": 产出指标 / 时效指标 / 及时率 = 100%", ": 效益指标 / 经济效益指标 / - = -", ": 效益指标 / 社会效益指标 / 指标1：知晓率 = ",
            ],
            table.Indicators());
    }

    [Fact]
    public void Read_FormThatNobodyFilledIn_GivesNothing()
    {
        var table = PerformanceForms.Read("""
            项目名称 |  | < | <
            一级指标 | 二级指标 | 指标内容 | 指标值
            产出指标 | 数量指标 |  |
            ^ | 质量指标 | 指标1： |
            """);

        Assert.Empty(table.Indicators);
        Assert.Empty(table.Projects);
    }

    [Fact]
    public void Read_ListWithIndicatorRows_PutsTargetTogetherAndDropsCodes()
    {
        var table = PerformanceForms.Read("""
            项目名称 | 项目总额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 本年绩效指标值 | 绩效度量单位
            11000022T000000444194-法律援助办案补贴 | 560.000000 | 确保工作。 | 产出指标 | 质量指标 | 符合办法 | 定性 | 符合 |
            ^ | ^ | ^ | 效益指标 | 社会效益指标 | 挽回损失 | ≥ | 3000 | 万元
            """);

        Assert.Equal(["法律援助办案补贴 5600000"], table.Projects());
        Assert.Equal(
            ["法律援助办案补贴: 产出指标 / 质量指标 / 符合办法 = 符合", "法律援助办案补贴: 效益指标 / 社会效益指标 / 挽回损失 = ≥3000万元"],
            table.Indicators());
    }

    [Fact]
    public void Read_ListOfUnitsAndProjects_LeavesUnitsAndTotalsOut()
    {
        var table = PerformanceForms.Read("""
            单位编码 | 单位（项目）名称 | 资金总额 | 绩效目标 | 绩效指标 | < | < | <
            ^ | ^ | ^ | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值
            合计 |  | 270.00 |  |  |  |  |
            201056 | 某市教育局 | 270.00 |  |  |  |  |
            201056 | 运转经费 | 270.00 | 正常运转 | 成本指标 | 经济成本指标 | 水费 | 120
            """);

        Assert.Equal(["运转经费 2700000"], table.Projects());
        Assert.Equal(["运转经费: 成本指标 / 经济成本指标 / 水费 = 120"], table.Indicators());
    }

    [Fact]
    public void Read_ProjectPrintedAgainOnTheNextPage_IsOneMention()
    {
        const string Text = """
            项目名称 | 资金总额 | 三级指标 | 指标值
            甲 | 10.00 | 次数 | 1次
            甲 | 10.00 | 人数 | 5人
            乙 | 10.00 | 份数 | 3份
            """;

        Assert.Equal(["甲 100000", "乙 100000"], PerformanceForms.Read(TextTable.Parse(Text, null).CutBefore(2)).Projects());
        Assert.Equal(["甲 100000", "甲 100000", "乙 100000"], PerformanceForms.Read(Text).Projects());
    }

    [Fact]
    public void Read_IndicatorsInOneCell_AreTakenApart()
    {
        var table = PerformanceForms.Read("""
            项目名称（资金使用单位） | 总计： | 绩效目标 | 绩效指标
            甲专项 | 10.00 | 目标 | 1.1－产出指标，11－数量指标，检查次数（次）；实施周期指标值：≥4次，年度指标值：≥2次；2、2－效益指标，22－社会效益，合规；实施周期指标值：合规得满分。年度指标值：是；
            """);

        Assert.Equal(["甲专项: 产出指标 / 数量指标 / 检查次数（次） = ≥2次", "甲专项: 效益指标 / 社会效益 / 合规 = 是"], table.Indicators());
    }

    [Fact]
    public void Read_TasksOfADepartment_AreProjectsAndIndicatorsHaveNone()
    {
        var table = PerformanceForms.Read(
            """
            部门（单位）名称 | < | 某市人社局 | < | <
            年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | <
            ^ | ^ | ^ | 总额 | 财政拨款
            ^ | 任务1 | 就业工作 | 17720.97 | 17370.97
            ^ | 基本支出 | 人员和公用 | 100.00 | 100.00
            ^ | …… |  |  |
            ^ | 金额合计 | < | 17820.97 | 17470.97
            年度总体目标 | 做好工作。 | < | < | <
            绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
            ^ | 产出指标 | 数量指标 | 就业人数 | 14万人
            """,
            ProjectSource.OverallPerformance);

        Assert.Equal(["就业工作 177209700", "基本支出 1000000"], table.Projects());
        Assert.Equal(178_209_700m, table.Total?.Yuan);
        Assert.Equal([": 产出指标 / 数量指标 / 就业人数 = 14万人"], table.Indicators());
    }

    [Fact]
    public void Read_ActivityRows_SplitLevelsPrintedInOneCell()
    {
        var table = PerformanceForms.Read(
            """
            活动 | 绩效指标 | 指标性质 | 指标值 | 度量单位
            法制建设 | 产出指标数量指标考试人数 | ≤ | 4500 | 人次
            """,
            ProjectSource.OverallPerformance);

        Assert.Equal([": 产出指标 / 数量指标 / 考试人数 = ≤4500人次"], table.Indicators());
    }

    [Fact]
    public void Read_TitleNamesTheProject_WhereTheFormDoesNot()
    {
        const string Text = """
            专项资金情况（万元） | 资金总额： | 866.40
            绩效指标 | 三级指标 | 目标值
            """;

        Assert.Equal(["指挥中心 8664000"], PerformanceForms.Read(Text, title: "指挥中心项目绩效目标表").Projects());
        Assert.Empty(PerformanceForms.Read(Text, title: "部门预算项目绩效目标表").Projects());
        Assert.Empty(PerformanceForms.Read(Text, title: "某市公安局项目绩效目标表").Projects());
    }

    [Fact]
    public void Read_AmountWithoutUnit_IsLeftOut()
    {
        var table = PerformanceForms.Read("项目名称 | 预算数 | 绩效目标\n甲 | 10.00 | 目标", unit: null);

        Assert.Null(Assert.Single(table.Projects).Project.AmountYuan);
    }

    [Fact]
    public void Read_AmountOfTheYear_GoesBeforeThatOfTheWholePeriod()
    {
        var table = PerformanceForms.Read("""
            项目名称 | 甲 | < | <
            资金金额（万元） | 实施期资金总额： | 30 | <
            ^ | 年度资金总额： | 10万元 | <
            """);

        Assert.Equal(["甲 100000"], table.Projects());
        Assert.False(table.Projects[0].IsWholePeriod);
    }

    [Fact]
    public void Read_FormWithoutHeadings_IsReadByItsLevels()
    {
        var table = PerformanceForms.Read("""
            专项（项目）名称 | < | 助学金 | <
            总体目标 | 完成审核。 | < | <
            绩效指标 | 产出指标 | 数量指标 | 申报人数 | 7375人
            ^ | ^ | 质量指标 | 到位率 | 100%
            """);

        Assert.Equal(["助学金: 产出指标 / 数量指标 / 申报人数 = 7375人", "助学金: 产出指标 / 质量指标 / 到位率 = 100%"], table.Indicators());
    }

    [Fact]
    public void Read_BlocksOfTwoPeriods_GiveTheYear()
    {
        var table = PerformanceForms.Read("""
            一级指标 | 实施期绩效指标 | < | < | 年度绩效指标 | < | <
            ^ | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 总里程 | 30公里 | 数量指标 | 当年里程 | 10公里
            """);

        Assert.Equal([": 产出指标 / 数量指标 / 当年里程 = 10公里"], table.Indicators());
    }

    [Fact]
    public void Read_TargetsOfSeveralYears_GiveTheTargetOfTheYear()
    {
        var table = PerformanceForms.Read("""
            一级指标 | 二级指标 | 指标名称 | 指标值 | < | <
            ^ | ^ | ^ | 前年 | 上年 | 预计当年实现
            产出指标 | 数量指标 | 次数 | 1次 | 2次 | 3次
            """);

        Assert.Equal([": 产出指标 / 数量指标 / 次数 = 3次"], table.Indicators());
    }

    [Fact]
    public void Read_KindsOfIndicatorsAsColumns_GiveARowEach()
    {
        var table = PerformanceForms.Read("""
            项目名称 | 预算数 | 产出指标 | < | 满意度指标
            ^ | ^ | 数量指标 | 时效指标 | ^
            甲 | 10.00 | 培训≥3次 | 年底前完成 | 满意度≥90%
            """);

        Assert.Equal(["甲 100000"], table.Projects());
        Assert.Equal(
            ["甲: 产出指标 / 数量指标 / 培训≥3次 = ", "甲: 产出指标 / 时效指标 / 年底前完成 = ", "甲: 满意度指标 /  / 满意度≥90% = "],
            table.Indicators());
    }
}
