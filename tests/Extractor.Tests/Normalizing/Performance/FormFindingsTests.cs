using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Performance;

namespace Extractor.Tests.Normalizing.Performance;

/// <summary>Blanks, gaps and other names in forms and lists of projects.</summary>
public sealed class FormFindingsTests
{
    [Theory]
    [InlineData("深圳市财政局", true)]
    [InlineData("深圳市坪山区工业和信息化局", false)]
    [InlineData("106_深圳市坪山区工业和信息化局（本级）", false)]
    [InlineData("坪山区工信局", false)]
    [InlineData("不适用", false)]
    public void Run_DepartmentInCharge_IsReportedWhereItIsAnother(string printed, bool isReported)
    {
        var findings = Run($"项目名称 | 甲 | 主管部门 | {printed}\n年度资金总额 | 10 | < | <\n二级指标 | 三级指标 | 指标值 | <\n数量指标 | 次数 | 1次 | <");

        Assert.Equal(isReported ? [FormFindings.DepartmentRule] : [], findings);
    }

    [Theory]
    [InlineData("数量指标 | 次数 | \n质量指标 | 合格率 | 90%", true)]
    [InlineData("数量指标 | 次数 | 1次\n质量指标 | 合格率 | 90%", false)]
    [InlineData("数量指标 | 次数 | \n质量指标 | 合格率 | ", false)]
    public void Run_IndicatorWithoutTarget_IsReportedWhereOthersHaveOne(string rows, bool isReported) =>
        Assert.Equal(isReported ? [FormFindings.TargetRule] : [], Run("项目名称 | 甲 | <\n二级指标 | 三级指标 | 指标值\n" + rows));

    [Theory]
    [InlineData("1.甲事。2.乙事。3.丙事。4.2026年丁事。6.戊事。7.己事。", "5")]
    [InlineData("1.甲事。2.乙事。3.丙事。4.丁事，5.戊事。6.己事。", null)]
    [InlineData("1.甲事。2.乙事。4.丁事。5.戊事。", null)]
    [InlineData("1.甲事。2.乙事。3.丙事。4.丁事。1.戊事。", null)]
    public void Run_NumberedGoals_TheLeftOutNumberIsReported(string goal, string? missing)
    {
        var table = PerformanceForms.Read($"项目名称 | 金额 | 绩效目标\n甲项目 | 10 | {goal}");

        Assert.Equal(missing is null ? [] : [missing], ProjectFindings.Run(table.Projects).Select(static finding => finding.Expected));
    }

    [Fact]
    public void Read_GoalCutByThePageEdge_GoesOnInTheRowBelow()
    {
        var table = PerformanceForms.Read(TextTable.Parse("项目名称 | 金额 | 绩效目标\n甲项目 | 10 | 降低风\n | | 险，公正对待。\n乙项目 | 20 | 目标", null)
            .CutBefore(2));

        Assert.Equal(["降低风险，公正对待。", "目标"], table.Projects.Select(static mention => mention.Project.Goal));
    }

    [Fact]
    public void Run_OneAmountUnderTwoNames_IsReportedWhereOnlyTheWordForMoneyDiffers()
    {
        var shorter = PerformanceForms.Read("任务名称 | 主要内容 | 预算金额\n产业发展扶持 | 扶持 | 10\n其他管理事务 | 管理 | 5", ProjectSource.OverallPerformance);
        var longer = PerformanceForms.Read("项目名称 | 金额 | 绩效目标\n产业发展扶持专项资金 | 10 | 目标\n其他管理事务经费 | 6 | 目标");

        var finding = Assert.Single(ProjectFindings.Run([.. shorter.Projects, .. longer.Projects]));
        Assert.Equal((ProjectFindings.NameRule, "产业发展扶持专项资金", "产业发展扶持"), (finding.Rule, finding.Expected, finding.Actual));
    }

    [Theory]
    [InlineData("1 2 3 4 5 9 10", "6")]
    [InlineData("1 2 3 4 5 6 7", null)]
    [InlineData("1 2 3 1 2 3", null)]
    [InlineData("1 3 5 7 9", null)]
    public void Of_RunningNumbers_AGapIsReportedOnce(string numbers, string? expected)
    {
        var table = TextTable.Parse("序号|名称\n---\n" + string.Join('\n', numbers.Split(' ').Select(static number => number + "|事项")), "表");

        Assert.Equal(expected is null ? [] : [expected], RowNumberFindings.Of([table]).Select(static finding => finding.Expected));
    }

    private static IEnumerable<string> Run(string form)
    {
        var identity = new DocumentIdentity(
            DocumentKind.DepartmentBudget, DocumentScope.Department, 2026, null, "深圳市坪山区工业和信息化局", null, null, IdentityEvidence.Cover,
                IdentityEvidence.Cover, IdentityOutcome.Unknown);
        return new FormFindings(PerformanceForms.Read(form), identity, ReferenceData.Load().Performance).Run().Select(static finding =>
            finding.Rule);
    }
}
