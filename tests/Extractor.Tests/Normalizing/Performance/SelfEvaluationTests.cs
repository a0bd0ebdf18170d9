using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Normalizing;
using Extractor.Normalizing.Performance;

namespace Extractor.Tests.Normalizing.Performance;

public sealed class SelfEvaluationTests
{
    private const string Wide = """
        序号 | 单位名称 | 项目名称 | 项目年度预算金额 | 实际支出金额 | < | 预算支出执行率 | 年初绩效目标 | 产出目标 | < | 满意度指标 | <
        ^ | ^ | ^ | ^ | 合计 | 其中：财政拨款 | ^ | ^ | 数量指标 | < | 服务对象满意度指标 | <
        ^ | ^ | ^ | ^ | ^ | 一般公共预算 | ^ | ^ | 年度指标内容 | 完成情况 | 年度指标内容 | 完成情况
        """;

    [Fact]
    public void Read_WideTable_GivesMoneyRateAndIndicatorPairs()
    {
        var table = PerformanceForms.Read(
            Wide + "\n1 | 本级 | 节能减排 | 98 | 97.59 | 97.59 | 0.9958163 | 完成任务 | 任务数 | 已完成 | 满意度>90 | 100%\n2 | 本级 | 课题 | 10 |  |  |  | 目标 " +
                "| 份数 |  |  |",
            ProjectSource.SelfEvaluation);

        var first = table.Projects[0].Project;
        Assert.Equal((980_000m, 975_900m, 99.58163m, "完成任务"), (first.AmountYuan, first.ExecutedYuan, first.ExecutionRate, first.Goal));
        Assert.Null(table.Projects[1].Project.ExecutedYuan);
        Assert.Null(table.Projects[1].Project.ExecutionRate);
        Assert.Equal(
            ["节能减排: 产出目标 / 数量指标 / 任务数 =  (已完成)", "节能减排: 满意度指标 / 服务对象满意度指标 / 满意度>90 =  (100%)", "课题: 产出目标 / 数量指标 / 份数 = "],
            table.Indicators());
    }

    [Fact]
    public void Normalize_SelfEvaluation_EveryPrintedAmountIsALine()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            Wide + "\n---\n1 | 本级 | 节能减排 | 98 | 97.59 | 97.59 | 0.9958163 | 完成任务 | 任务数 | 已完成 | 满意度>90 | 100%\n2 | 本级 | 课题 | 10 |  |  |  " +
                "| 目标 | 份数 |  |  |\n | | 合计 | 108 | 97.59 | 97.59 | | | | | |",
            "项目支出绩效自评表"));

        Assert.Equal(
            [
                "节能减排 Budget All Detail 98 True", "节能减排 FinalAccounts All Detail 97.59 True",
                    "节能减排 FinalAccounts GeneralPublic Detail 97.59 True",
                "课题 Budget All Detail 10 True",
                "合计 Budget All Total 108 False", "合计 FinalAccounts All Total 97.59 False",
                    "合计 FinalAccounts GeneralPublic Total 97.59 False",
            ],
            document.Lines.Select(static line =>
                $"{line.SubjectNameAsPrinted} {line.Phase} {line.Fund} {line.RowRole} {line.ValueAsPrinted} {line.IsLeaf}"));
        Assert.All(document.Lines, static line =>
            Assert.Equal((Classification.Project, Direction.Expenditure, "万元"), (line.Classification, line.Direction, line.UnitAsPrinted)));
        Assert.Equal("本级", document.Lines[0].UnitName);
        Assert.Equal(980_000m, document.Lines[0].AmountYuan);
    }

    private const string Form = """
        项目名称 | 设备购置 | < | < | < | <
        项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 执行率
        ^ | 年度资金总额 | 100.00 | 120.00 | 90.00 | 75.00%
        ^ | 其中：当年财政拨款 | 100.00 | 110 | 80.00 |
        ^ | 上年结转资金 |  | 10.00 | 10.00 |
        ^ | 其他资金 | 0.00 | 0.00 | {0} |
        """;

    [Fact]
    public void Normalize_FormOfOneProject_ItsMoneyIsLinesProvenByItsFunds()
    {
        var document = TextTable.Normalize(TextTable.Parse(Form.Replace("{0}", "0.00", StringComparison.Ordinal), "项目支出绩效自评表"));

        Assert.Equal(
            [
                "Budget All  100.00 True Proven", "Adjusted All  120.00 True Proven", "FinalAccounts All  90.00 True Proven",
                "Budget FiscalAppropriation  100.00 True Proven", "Adjusted FiscalAppropriation  110 True Proven",
                "FinalAccounts FiscalAppropriation  80.00 True Proven",
                "Adjusted All carried_in 10.00 False Proven", "FinalAccounts All carried_in 10.00 False Proven",
                "Budget UnitFunds  0.00 True Proven", "Adjusted UnitFunds  0.00 True Proven", "FinalAccounts UnitFunds  0.00 True Proven",
            ],
            document.Lines.Select(static line =>
                $"{line.Phase} {line.Fund} {line.ItemKey} {line.ValueAsPrinted} {line.IsLeaf} {line.Proof}"));
        Assert.All(document.Lines, static line =>
            Assert.Equal(("设备购置", RowRole.Detail, Classification.Project), (line.SubjectNameAsPrinted, line.RowRole, line.Classification)));
        Assert.Equal(1_200_000m, document.Lines[1].AmountYuan);
        var wholes = document.Lines.Take(3).ToDictionary(static line => line.Phase, static line => line.LineId);
        Assert.All(document.Lines.Take(3), static line => Assert.Null(line.ParentLineId));
        Assert.All(document.Lines.Skip(3), line => Assert.Equal(
            (wholes[line.Phase], line.ItemKey is null ? null : "of_which_carried_in"), (line.ParentLineId, line.Qualifier)));
        Assert.All(document.Checks, static check => Assert.Equal(("funds_sum_to_total", CheckOutcome.Holds), (check.Rule, check.Outcome)));
    }

    [Fact]
    public void Normalize_FundsThatDoNotMakeTheWhole_AreContradictedAndReported()
    {
        var document = TextTable.Normalize(TextTable.Parse(Form.Replace("{0}", "5.00", StringComparison.Ordinal), "项目支出绩效自评表"));

        Assert.All(document.Lines, static line =>
            Assert.Equal(line.Phase == Phase.FinalAccounts ? Proof.Contradicted : Proof.Proven, line.Proof));
        Assert.Equal(("900000.00", "950000.00"), document.Findings.Where(static finding => finding.Rule == "funds_sum_to_total")
            .Select(static finding => (finding.Expected, finding.Actual)).Single());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("1400", 1)]
    public void Normalize_FundLeftOutOfOneOfTwoBudgets_AccusesNobody(string other, int failing)
    {
        // 西安市卫生健康委员会 2022, page 94.
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            项目名称 | 超高端摄影设备 | < | < | <
            项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数
            ^ | 年度资金总额 | 2500 | 2500 | 2498.8
            ^ | 其中：当年财政拨款 | 1072 | 1072 | 1072
            ^ | 其他资金 | 1428 | {other} | 1426.8
            """,
            "项目支出绩效自评表"));

        Assert.Equal(failing, document.Checks.Count(static check => check.Outcome == CheckOutcome.Fails));
        Assert.Equal(2, document.Checks.Count(static check => check.Outcome == CheckOutcome.Holds));
    }

    [Theory]
    [InlineData("某某局部门整体支出绩效自评表", Phase.Adjusted, ProjectSource.OverallPerformance)]
    [InlineData("某某局项目支出绩效自评表", Phase.Adjusted, ProjectSource.SelfEvaluation)]
    [InlineData("某某局部门整体支出绩效目标表", Phase.Budget, ProjectSource.OverallPerformance)]
    public void Normalize_BudgetOfTheWholeYear_IsAdjustedWhereTheYearIsOver(string title, Phase budget, ProjectSource tasks)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            任务名称 | 主要内容 | 全年预算数（万元） | < | < | 全年执行数（万元） | < | <
            ^ | ^ | 总额 | 财政拨款 | 其他资金 | 总额 | 财政拨款 | 其他资金
            学前教育 | 办学 | 1292.55 | 1182.59 | 109.96 | 1263.33 | 1182.59 | 80.74
            金额合计 | < | 1292.55 | 1182.59 | 109.96 | 1263.33 | 1182.59 | 80.74
            """,
            title));

        Assert.NotEmpty(document.Lines);
        Assert.Equal([budget, Phase.FinalAccounts], document.Lines.Select(static line => line.Phase).Distinct().Order());
        Assert.Equal(tasks, Assert.Single(document.Projects).Source);
    }

    [Fact]
    public void Normalize_PartsThatNeedNotBeAll_ProveNothingWhenTheyMissTheWhole()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            项目名称 | 设备购置 | < | <
            项目资金（万元） |  | 全年预算数 | 全年执行数
            ^ | 年度资金总额 | 120.00 | 90.00
            ^ | 其中：财政资金 | 100.00 | 90.00
            """,
            "项目支出绩效自评表"));

        Assert.Equal([Proof.Unproven, Proof.Proven, Proof.Unproven, Proof.Proven], document.Lines.Select(static line => line.Proof));
        Assert.Equal([CheckOutcome.NotApplicable, CheckOutcome.Holds], document.Checks.Select(static check => check.Outcome));
    }

    [Fact]
    public void Normalize_ListWhoseProjectsMissTheTotal_IsContradictedInThatColumnAlone()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            "序号 | 项目名称 | 年初预算 | 调整后预算 | 执行数 | 执行率\n1 | 污染防治 | 420.00 | 450.00 | 441.00 | 98.00%\n2 | 监测 | 380.00 | 390.60 | 352.17 | " +
            "90.16%\n合计 | < | 800.00 | 840.60 | 783.17 | 94.36%",
            "项目支出绩效自评汇总表"));

        Assert.All(document.Lines, static line =>
            Assert.Equal(line.Phase == Phase.FinalAccounts ? Proof.Contradicted : Proof.Proven, line.Proof));
        Assert.Equal("leaves_sum_to_total", Assert.Single(document.Findings, static finding => finding.Severity == Severity.Warning).Rule);
    }

    [Fact]
    public void Normalize_ListWithSumsOfKindsAboveTheirProjects_IsNotContradicted()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            "序号 | 项目名称 | 全年预算数 | 执行数\n1 | 环境专项 | 840.60 | 793.17\n2 | 污染防治 | 450.00 | 441.00\n3 | 监测 | 390.60 | 352.17\n合计 | < | 840.60 " +
            "| 793.17",
            "项目支出绩效自评汇总表"));

        Assert.All(document.Lines, static line => Assert.Equal(Proof.Unproven, line.Proof));
        Assert.All(document.Checks, static check => Assert.Equal(CheckOutcome.NotApplicable, check.Outcome));
    }

    [Fact]
    public void Read_FormOfOneProject_GivesMoneyOfTheYearAndActualValues()
    {
        var table = PerformanceForms.Read(
            """
            项目名称 | 设备购置 | < | < | < | <
            项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 执行率
            ^ | 年度资金总额 | 100.00 | 120.00 | 90.00 | 75.00%
            ^ | 其中：当年财政拨款 | 100.00 | 120.00 | 90.00 |
            年度总体目标 | 预期目标 | < | < | 实际完成情况 | <
            ^ | 购置设备。 | < | < | 已购置。 | <
            绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
            ^ | 产出指标 | 数量指标 | 设备数量 | 10台 | 9台
            """,
            ProjectSource.SelfEvaluation);

        var project = Assert.Single(table.Projects).Project;
        Assert.Equal(("设备购置", 1_200_000m, 900_000m, 75m, "购置设备。"),
            (project.ProjectName, project.AmountYuan, project.ExecutedYuan, project.ExecutionRate, project.Goal));
        Assert.Equal(["设备购置: 产出指标 / 数量指标 / 设备数量 = 10台 (9台)"], table.Indicators());
    }

    [Fact]
    public void Read_SichuanForm_TakesTheAdjustedBudgetAndNoHeadingAsGoal()
    {
        var table = PerformanceForms.Read(
            """
            项目名称 | 51052124R000010298822-饮水安全补助 | < | < | < | < | < | < | < | <
            项目基本情况 | 1.项目年度目标完成情况 | 项目年度目标 | < | < | < | 年度目标完成情况 | < | < | <
            ^ | ^ | 保障供水。 | < | < | < | 供水正常。 | < | < | <
            预算执行情况（10分） | 年度预算数（万元） | < | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因
            ^ | 总额 | < | 100.00 | 96.00 | 92.16 | 96.00% | 10 | 9.6 | 说明。
            ^ | 其中：财政资金 | < | 100.00 | 96.00 | 92.16 | 96.00% | / | / | ^
            绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分
            ^ | 产出指标 | 数量指标 | 工程处数 | ≥ | 35 | 处 | 36 | 90 | 90
            项目负责人：王一 | < | < | < | < | 财务负责人：李二 | < | < | < | <
            """,
            ProjectSource.SelfEvaluation);

        var project = Assert.Single(table.Projects).Project;
        Assert.Equal(("饮水安全补助", 960_000m, 921_600m, 96m, "保障供水。"),
            (project.ProjectName, project.AmountYuan, project.ExecutedYuan, project.ExecutionRate, project.Goal));
        Assert.Equal(["饮水安全补助: 产出指标 / 数量指标 / 工程处数 = ≥35处 (36)"], table.Indicators());
    }

    [Fact]
    public void Read_KindsOfMoneyHeadedAsItems_AreNoProjects()
    {
        var table = PerformanceForms.Read(
            """
            项目名称 | 管护补助 | < | < | < | <
            项目资金（元） | 项目 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率
            ^ | 年度资金总额 | 2345600.00 | 2400000.00 | 2364000.00 | 98.50%
            ^ | 其中：当年财政拨款 | 2345600.00 | 2400000.00 | 2364000.00 | —
            绩效指标 | < | < | 指标性质 | 指标值 | 度量单位
            一级指标 | 二级指标 | 三级指标 | ^ | ^ | ^
            效益指标 | 生态效益指标 | 森林覆盖率 | = | 持续提高 | 是
            """,
            ProjectSource.SelfEvaluation, unit: "元");

        Assert.Equal(["管护补助 2400000"], table.Projects());
        Assert.Equal(["管护补助: 效益指标 / 生态效益指标 / 森林覆盖率 = =持续提高"], table.Indicators());
    }

    [Fact]
    public void Read_HubeiForm_LinesBelowTheIndicatorsAreNone()
    {
        var table = PerformanceForms.Read(
            """
            项目名称 | 健身设施 | < | < | < | <
            预算执行情况（万元）（20分） |  | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分
            ^ | 年度财政资金总额 | 486.00 | 437.40 | 90% | 18
            一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
            产出指标（40分） | 数量指标（40分） | 健身路径 | 30条 | 31条 | 40
            总分 | 96 | < | < | < | <
            偏差大或目标未完成原因分析 | 统计口径调整。 | < | < | < | <
            改进措施及结果应用方案 | 继续推进。 | < | < | < | <
            """,
            ProjectSource.SelfEvaluation);

        var project = Assert.Single(table.Projects).Project;
        Assert.Equal((4_860_000m, 4_374_000m, 90m), (project.AmountYuan, project.ExecutedYuan, project.ExecutionRate));
        Assert.Equal(["健身设施: 产出指标（40分） / 数量指标（40分） / 健身路径 = 30条 (31条)"], table.Indicators());
    }

    [Fact]
    public void Read_GoalsUnderHeadingsOfTheirOwn_GivesTheGoalAndNoHeading()
    {
        var table = PerformanceForms.Read(
            """
            项目名称 | 惠民演出 | < | <
            预算资金 | 年初预算数 | 全年（调整）预算数 | 全年执行数
            年度总金额 | 150.00 | 142.00 | 138.45
            当年绩效目标 | 年初绩效目标 | 全年（调整）绩效目标 | 全年目标实际完成情况
            ^ | 开展演出。 |  | 已开展。
            """,
            ProjectSource.SelfEvaluation);

        var project = Assert.Single(table.Projects).Project;
        Assert.Equal((1_420_000m, 1_384_500m, "开展演出。"), (project.AmountYuan, project.ExecutedYuan, project.Goal));
    }

    [Fact]
    public void Read_FiguresUnderHeadingsThatAreNotKnown_GiveNoAmount()
    {
        var table = PerformanceForms.Read(
            """
            项目名称 | 停车系统 | < | <
            项目总资金 |  | 甲数 | 乙数
            ^ | 资金总额 | 88.00 | 86.40
            年度目标 | 运行稳定。 | < | <
            """,
            ProjectSource.SelfEvaluation);

        Assert.Null(Assert.Single(table.Projects).Project.AmountYuan);
    }

    [Fact]
    public void Read_SummaryList_TakesTheAdjustedBudgetAndItsTotalOverTwoColumns()
    {
        var table = PerformanceForms.Read(
            "序号 | 项目名称 | 年初预算 | 调整后预算 | 执行数 | 执行率 | 自评得分\n1 | 污染防治 | 420.00 | 450.00 | 441.00 | 98.00% | 98.5\n2 | 监测 | 380.00 | 390.60 " +
            "| 352.17 | 90.16% | 93\n合计 | < | 800.00 | 840.60 | 793.17 | 94.36% | ",
            ProjectSource.SelfEvaluation);

        Assert.Equal(["污染防治 4500000", "监测 3906000"], table.Projects());
        Assert.Equal(8_406_000m, table.Total?.Yuan);
        Assert.Empty(PerformanceChecks.Run(table.Projects, [table], []));
    }

    [Fact]
    public void Run_RateOnAColumnThatIsNotKnown_IsNotReported()
    {
        var table = PerformanceForms.Read(
            "项目名称 | 年初预算数 | 某数 | 执行数 | 执行率\n甲 | 100.00 | 50.00 | 50.00 | 100%", ProjectSource.SelfEvaluation);

        Assert.Empty(PerformanceChecks.Run(table.Projects, [table], []));
        Assert.Equal(100m, table.Projects[0].Project.ExecutionRate);
    }

    [Fact]
    public void Read_BlocksUnderGoalsOfTwoPeriods_GivesTheYear()
    {
        var table = PerformanceForms.Read(
            """
            项目名称 | 智慧校园 | < | < | < | < | < | <
            总体目标 | 中期目标（2025年—2027年） | < | < | < | 年度目标 | < | <
            ^ | 建成。 | < | < | < | 完成一期。 | < | <
            绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
            ^ | 产出指标 | 数量指标 | 建设教室 | 60间 | 数量指标 | 一期教室 | 20间
            """);

        Assert.Equal(["智慧校园: 产出指标 / 数量指标 / 一期教室 = 20间"], table.Indicators());
    }

    [Fact]
    public void Read_SecondRowOfHeadings_IsNoIndicator()
    {
        var table = PerformanceForms.Read(
            """
            一级指标 | < | 二级指标 | < | 三级指标 | < | 自评得分
            名称 | 权重 | 名称 | 权重 | 名称 | 权重 | ^
            产出 | 40 | 数量 | 40 | 整治企业数 | 40 | 38
            """,
            ProjectSource.SelfEvaluation);

        Assert.Equal([": 产出 / 数量 / 整治企业数 = "], table.Indicators());
    }

    [Theory]
    [InlineData("10", "95.53", false)]
    [InlineData("10", "95.5", false)]
    [InlineData("10", "97.53", true)]
    [InlineData("20", "97.53", false)]
    public void Run_ScoresBesideTheirTotal_AreReportedWhereTheWeightsAreAllRead(string lastWeight, string total, bool isReported)
    {
        var table = PerformanceForms.Read(
            $"""
            项目名称 | 设备购置 | < | < | < | <
            项目资金（万元） |  | 全年预算数 | 全年执行数 | 分值 | 得分
            ^ | 年度资金总额 | 100.00 | 95.30 | 10 | 9.53
            ^ | 其中：当年财政拨款 | 100.00 | 95.30 | 10 | 9.53
            一级指标 | 二级指标 | 三级指标 | 年度指标值 | 分值 | 得分
            产出指标 | 数量指标 | 设备 | 1台 | 80 | 78
            满意度指标 | 满意度 | 用户 | 90% | {lastWeight} | 8
            总分 | < | < | < | 100 | {total}
            """,
            ProjectSource.SelfEvaluation);

        Assert.Equal(isReported, new ScoreFindings(table.Table, ReferenceData.Load().Performance).Run().Any());
    }

    [Theory]
    [InlineData("55.59", "53.28", "0.9581458", true)]
    [InlineData("55.59", "53.28", "0.9584458", false)]
    [InlineData("43", "42.3", "0.9837206", false)]
    [InlineData("100.00", "95.00", "95%", false)]
    [InlineData("100.00", "95.00", "90%", true)]
    [InlineData("100.00", "95.00", "95", false)]
    public void Run_RateBesideItsQuotient_IsReportedWhenRoundingDoesNotExplainIt(string budget, string executed, string rate,
        bool isReported)
    {
        var table = PerformanceForms.Read(
            $"项目名称 | 项目年度预算金额 | 实际支出金额 | 预算支出执行率 | 年初绩效目标\n甲 | {budget} | {executed} | {rate} | 目标\n乙 | 10.00 | 10.00 | 1 | 目标",
            ProjectSource.SelfEvaluation);

        var findings = PerformanceChecks.Run(table.Projects, [table], []);

        Assert.Equal(isReported, findings.Any(static finding => finding.Rule == PerformanceChecks.RateRule));
        Assert.All(findings, finding => Assert.Equal((Severity.Warning, rate), (finding.Severity, finding.Actual)));
    }
}
