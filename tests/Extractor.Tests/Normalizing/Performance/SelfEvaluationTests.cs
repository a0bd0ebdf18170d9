using Extractor.Model.Budget;
using Extractor.Model.Evidence;
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
            Wide + "\n1 | 本级 | 节能减排 | 98 | 97.59 | 97.59 | 0.9958163 | 完成任务 | 任务数 | 已完成 | 满意度>90 | 100%\n2 | 本级 | 课题 | 10 |  |  |  | 目标 | 份数 |  |  |",
            ProjectSource.SelfEvaluation);

        var first = table.Projects[0].Project;
        Assert.Equal((980_000m, 975_900m, 0.9958163m, "完成任务"), (first.AmountYuan, first.ExecutedYuan, first.ExecutionRate, first.Goal));
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
            Wide + "\n---\n1 | 本级 | 节能减排 | 98 | 97.59 | 97.59 | 0.9958163 | 完成任务 | 任务数 | 已完成 | 满意度>90 | 100%\n2 | 本级 | 课题 | 10 |  |  |  | 目标 | 份数 |  |  |\n | | 合计 | 108 | 97.59 | 97.59 | | | | | |",
            "项目支出绩效自评表"));

        Assert.Equal(
            [
                "节能减排 Budget All Detail 98 True", "节能减排 FinalAccounts All Detail 97.59 True", "节能减排 FinalAccounts GeneralPublic Detail 97.59 True",
                "课题 Budget All Detail 10 True",
                "合计 Budget All Total 108 False", "合计 FinalAccounts All Total 97.59 False", "合计 FinalAccounts GeneralPublic Total 97.59 False",
            ],
            document.Lines.Select(static line => $"{line.SubjectNameAsPrinted} {line.Phase} {line.Fund} {line.RowRole} {line.ValueAsPrinted} {line.IsLeaf}"));
        Assert.All(document.Lines, static line => Assert.Equal((Classification.Project, Direction.Expenditure, "万元"), (line.Classification, line.Direction, line.UnitAsPrinted)));
        Assert.Equal("本级", document.Lines[0].UnitName);
        Assert.Equal(980_000m, document.Lines[0].AmountYuan);
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
        Assert.Equal(("设备购置", 1_200_000m, 900_000m, 0.75m, "购置设备。"), (project.ProjectName, project.AmountYuan, project.ExecutedYuan, project.ExecutionRate, project.Goal));
        Assert.Equal(["设备购置: 产出指标 / 数量指标 / 设备数量 = 10台 (9台)"], table.Indicators());
    }

    [Theory]
    [InlineData("55.59", "53.28", "0.9581458", true)]
    [InlineData("55.59", "53.28", "0.9584458", false)]
    [InlineData("43", "42.3", "0.9837206", false)]
    [InlineData("100.00", "95.00", "95%", false)]
    [InlineData("100.00", "95.00", "90%", true)]
    [InlineData("100.00", "95.00", "95", false)]
    public void Run_RateBesideItsQuotient_IsReportedWhenRoundingDoesNotExplainIt(string budget, string executed, string rate, bool isReported)
    {
        var table = PerformanceForms.Read(
            $"项目名称 | 项目年度预算金额 | 实际支出金额 | 预算支出执行率 | 年初绩效目标\n甲 | {budget} | {executed} | {rate} | 目标\n乙 | 10.00 | 10.00 | 1 | 目标",
            ProjectSource.SelfEvaluation);

        var findings = PerformanceChecks.Run(table.Projects, [table], []);

        Assert.Equal(isReported, findings.Any(static finding => finding.Rule == PerformanceChecks.RateRule));
        Assert.All(findings, finding => Assert.Equal((Severity.Warning, rate), (finding.Severity, finding.Actual)));
    }
}
