using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Normalizing;
using Extractor.Normalizing.Prose;

namespace Extractor.Tests.Normalizing.Prose;

public sealed class StatementFindingsTests
{
    private static readonly Box Place = new(90, 100, 500, 116);

    [Theory]
    [InlineData("二是上级下达资金减少35,603万元；三是其他。", true)]
    [InlineData("二是上级下达资金减少43,665万元；三是其他。", false)]
    [InlineData("二是上级下达资金增加43,665万元；三是其他。", true)]
    [InlineData("二是中央资金减少35,603万元；三是其他。", false)]
    public void Run_ChangeOfAProjectToldTwice_IsReportedWhereItDiffers(string reason, bool isReported)
    {
        var findings = Run(reason, "1.上级下达资金61,106.00万元，为中央转移支付资金。较2023年年初预算减少43,665万元，下降41.7%，主要原因是调整。");

        Assert.Equal(isReported ? [StatementFindings.ChangeRule] : [], findings.Select(static finding => finding.Rule));
    }

    [Theory]
    [InlineData("1.党建50.00万元，用于党建。较2021年预算增加50.00万元，增长100%，主要原因是新设立单位。", StatementFindings.ZeroBaseRule)]
    [InlineData("1.党建50.00万元，用于党建。较2021年预算增加25.00万元，增长100%，主要原因是新增职能。", null)]
    [InlineData("1.党建50.00万元，用于党建。较2021年预算增加10.00万，增长25%，主要原因是新增职能。", StatementFindings.UnitRule)]
    [InlineData("1.党建50.00万元，服务企业3万，较2021年预算增加10.00万元，增长25%。", null)]
    public void Run_FiguresOfAProject_BadWritingIsReported(string item, string? rule) =>
        Assert.Equal(rule is null ? [] : [rule], Run("说明。", item).Select(static finding => finding.Rule));

    [Fact]
    public void Run_OperatingExpensesBeyondPublic_AreNotedBeyondRounding()
    {
        Assert.Empty(Run("说明。", "说明。", Stated("operating_expenses", 100_050m), Stated("public", 100_000m)));
        Assert.Equal([StatementFindings.OperatingRule],
            Run("说明。", "说明。", Stated("operating_expenses", 200_000m), Stated("public", 100_000m)).Select(static finding => finding.Rule));
    }

    [Theory]
    [InlineData("本单位无政府性基金预算支出、国有资本经营预算支出和上级专项转移支付支出预算。", "government_fund_expenditure state_capital_expenditure")]
    [InlineData("本部门没有使用政府性基金预算拨款安排的支出。", "government_fund_expenditure")]
    [InlineData("2026年度无国有资本经营预算财政拨款收入和支出。", "state_capital_expenditure")]
    [InlineData("本部门政府性基金预算支出 10 万元，无上年结转。", "")]
    [InlineData("本部门无公务用车，政府性基金预算支出 10 万元。", "")]
    public void Read_DenialOfMoney_IsAFigureOfZero(string text, string keys)
    {
        var denied = DeniedFigures.Read([Section(1, "三、其他", text)], [new SectionMeaning(1, "other_matters")]);

        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries), denied.Select(static reading => reading.Figure.FigureKey));
        Assert.All(denied, static reading => Assert.Equal(0m, reading.Figure.AmountYuan));
    }

    private static ImmutableArray<Finding> Run(string overview, string item, params StatedReading[] stated)
    {
        ImmutableArray<ExtractedSection> sections = [Section(1, "一、收支总体情况", overview), Section(2, "二、项目支出", item)];
        ImmutableArray<SectionMeaning> meanings = [new(1, "budget_overview"), new(2, "expenditure_detail")];
        var projects = new ProseProjectReader(ReferenceData.Load().Headings).Read(sections, meanings);
        return new StatementFindings(sections, meanings).Run([.. stated], [.. projects.SelectMany(static list => list.Projects)], []);
    }

    private static ExtractedSection Section(int ordinal, string heading, string text) =>
        new(ordinal, 1, null, heading, 3, 3, [new ExtractedParagraph(text, [new ParagraphLine(0, 3, Place)])]);

    private static StatedReading Stated(string key, decimal amount) =>
        new(new StatedFigure(1, key, amount, null, null, "一句话", 3, Place), 50m);
}
