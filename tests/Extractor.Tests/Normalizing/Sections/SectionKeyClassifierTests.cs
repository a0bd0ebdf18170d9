using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Sections;

namespace Extractor.Tests.Normalizing.Sections;

public sealed class SectionKeyClassifierTests
{
    [Fact]
    public void Classify_SubsectionWithoutOwnKey_TakesThatOfASingleSubjectParent()
    {
        var classifier = new SectionKeyClassifier(
            [new SectionHeadingRule("expenditure_detail", ["支出"]), new SectionHeadingRule("other_matters", ["其他", "说明"])]);

        var meanings = classifier.Classify(
        [
            Section(1, null, "第三部分 部门预算支出具体情况"),
            Section(2, 1, "一、深圳市信访局"),
            Section(3, null, "第八部分 其他需要 说明情况"),
            Section(4, 3, "三、其他"),
        ]);

        Assert.Equal(["expenditure_detail", "expenditure_detail", "other_matters", "other"],
            meanings.Select(static meaning => meaning.SectionKey));
    }

    [Fact]
    public void Classify_GoalThatSpeaksOfDuties_IsAGoal()
    {
        var classifier = new SectionKeyClassifier(
            [new SectionHeadingRule("annual_goals", ["工作任务"]), new SectionHeadingRule("duties", ["职责"])]);

        var meanings = classifier.Classify(
            [Section(1, null, "二、部门工作任务"), Section(2, 1, "（六）深化落实所有者职责"), Section(3, null, "三、部门职责")]);

        Assert.Equal(["annual_goals", "annual_goals", "duties"], meanings.Select(static meaning => meaning.SectionKey));
    }

    [Fact]
    public void Classify_SectionWithoutHeading_IsOther()
    {
        var classifier = new SectionKeyClassifier([new SectionHeadingRule("expenditure_detail", ["支出"])]);

        Assert.Equal("other", Assert.Single(classifier.Classify([Section(1, null, null)])).SectionKey);
    }

    [Theory]
    [InlineData("上海市审计局（单位）主要职能", "duties")]
    [InlineData("2026年单位预算编制说明", "budget_overview")]
    [InlineData("项目经费情况说明", "key_projects")]
    [InlineData("（一）项目概况", "key_projects")]
    [InlineData("一、单位基本情况", "overview")]
    [InlineData("一、基本情况", "other")]
    [InlineData("（二）培训费支出情况说明。", "other")]
    [InlineData("九、财政拨款“三公”经费及会议费、培训费支出决算情况说明", "three_public")]
    [InlineData("（三）落实市人大决议和财政重点工作情况", "other")]
    [InlineData("（二）政府性基金预算执行情况。", "budget_overview")]
    [InlineData("第五部分 政府债务收支决算报表及说明", "other")]
    [InlineData("（一）总体工作情况", "other")]
    public void Classify_HeadingsOfThePublishers_HaveTheirKeys(string heading, string expected)
    {
        var faults = new MapFaults();
        var files = MapFile.Embedded().ToDictionary(static file => file.Name, StringComparer.Ordinal);
        var classifier = new SectionKeyClassifier(SectionHeadingRule.Read(files, faults));

        Assert.Equal(expected, Assert.Single(classifier.Classify([Section(1, null, heading)])).SectionKey);
    }

    private static ExtractedSection Section(int ordinal, int? parent, string? heading) =>
        new(ordinal, parent is null ? 1 : 2, parent, heading, 1, 1, ImmutableArray<ExtractedParagraph>.Empty);
}
