using Extractor.Model.Budget;
using Extractor.Normalizing;
using Extractor.Normalizing.Performance;

namespace Extractor.Tests.Normalizing.Performance;

/// <summary>Ways of printing forms and lists that other publishers have.</summary>
public sealed class FormVariantTests
{
    [Theory]
    [InlineData("；")]
    [InlineData("，")]
    [InlineData(";")]
    public void Read_LevelsInOneCell_AreTakenApartAtEitherMark(string mark)
    {
        var table = PerformanceForms.Read(
            $"""
            项目名称 | 总计 | 绩效目标 | 绩效指标
            热线运营 | 12.00 | 平稳运行。 | 1、1-产出指标{mark}11-数量指标{mark}会议次数；实施周期指标值:≥20场；年度指标值:≥10场。2、2-效益指标{mark}22-社会效益{mark}更新服务；年度指标值:每月。
            """);

        Assert.Equal(["热线运营: 产出指标 / 数量指标 / 会议次数 = ≥10场", "热线运营: 效益指标 / 社会效益 / 更新服务 = 每月"], table.Indicators());
    }

    [Theory]
    [InlineData("GZIT2022-SM-W-C-051103", true)]
    [InlineData("12", false)]
    [InlineData("2022-051103", false)]
    [InlineData("A-1", false)]
    public void Read_NameWithoutIdeographs_IsAProjectOnlyWhereItIsACode(string name, bool isProject) =>
        Assert.Equal(isProject, PerformanceForms.Read($"项目名称 | 总计 | 绩效目标\n{name} | 12.00 | 平稳运行。").Projects().Any());

    [Fact]
    public void Read_BlankHeadingOverFirstLevels_IsTheFirstLevel()
    {
        const string Form = """
            年度绩效指标 |  | 二级指标 | 三级指标 | 指标值
            ^ | {0} | 数量指标 | 户数 | ≥700户
            """;

        Assert.Equal([": 产出指标 / 数量指标 / 户数 = ≥700户"],
            PerformanceForms.Read(Form.Replace("{0}", "产出指标", StringComparison.Ordinal), ProjectSource.OverallPerformance).Indicators());
        Assert.Equal([":  / 数量指标 / 户数 = ≥700户"],
            PerformanceForms.Read(Form.Replace("{0}", "某某类", StringComparison.Ordinal), ProjectSource.OverallPerformance).Indicators());
    }

    [Fact]
    public void Read_WholeUnderExecuted_IsExecuted()
    {
        var table = PerformanceForms.Read(
            """
            任务名称 | 主要内容 | 全年预算数（万元） | < | 全年执行数（万元） | < | 执行率
            ^ | ^ | 总额 | 财政拨款 | 总额 | 财政拨款 | ^
            学前教育 | 办学。 | 1292.55 | 1182.59 | 1263.33 | 1182.59 | 97.74%
            """,
            ProjectSource.SelfEvaluation);

        var task = Assert.Single(table.Projects).Project;
        Assert.Equal((12_925_500m, 12_633_300m, 97.74m), (task.AmountYuan, task.ExecutedYuan, task.ExecutionRate));
    }

    [Theory]
    [InlineData("93", false)]
    [InlineData("83", false)]
    [InlineData("95", true)]
    public void Run_ScoreOfExecutionWeighedApart_IsPartOfTheTotal(string total, bool isReported)
    {
        var table = TextTable.Parse(
            $"""
            项目名称 | 设备购置 | < | < | < | < | <
            项目资金（万元） |  | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分
            ^ | 年度资金总额 | 316.82 | 316.82 | 100.00% | — | 10.00
            绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 得分
            ^ | 产出指标 | 数量指标 | 设备 | 8项 | 60 | 55
            ^ | ^ | 质量指标 | 合格 | 达标 | 30 | 28
            总分 | < | < | < | < | 90 | {total}
            """,
            "项目绩效自评表");

        Assert.Equal(isReported, new ScoreFindings(table, ReferenceData.Load().Performance).Run().Any());
    }

    [Theory]
    [InlineData("301008_某市公安局台商投资区分局_科技兴警绩效目标表", "科技兴警")]
    [InlineData("301007_某市公安局_机场综合修缮改造项目绩效目标表", "机场综合修缮改造")]
    [InlineData("某市公安局_科技兴警绩效目标表", null)]
    [InlineData("2026年绩效目标表", null)]
    public void ProjectOf_TitleWithCodeAndUnit_IsWhatFollows(string title, string? name) => Assert.Equal(name, FormTitle.ProjectOf(title));

    [Fact]
    public void Read_IndicatorsWithWeightScoreAndReason_KeepThem()
    {
        var table = PerformanceForms.Read(
            """
            项目名称 | 设备购置 | < | < | < | < | <
            一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 得分 | 偏差原因分析及改进措施
            产出指标 | 数量指标 | 设备 | 8项 | 60 | 55 | 到货较晚
            ^ | 质量指标 | 合格率 | ≥98% | 30 | 30 |
            """,
            ProjectSource.SelfEvaluation);

        Assert.Equal([("60", "55", "到货较晚"), ("30", "30", null)],
            table.Indicators.Select(static row => (row.Weight, row.Score, row.DeviationReason)));
    }
}
