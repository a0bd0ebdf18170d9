using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Normalizing;
using Extractor.Normalizing.Prose;

namespace Extractor.Tests.Normalizing.Prose;

public sealed class ProseProjectReaderTests
{
    [Fact]
    public void Read_NumberedItems_GiveAmountChangePurposeAndReason()
    {
        var list = Assert.Single(Read(
            "（五）项目支出 1,612.29 万元，具体包括：",
            "3.办公用房修缮与维护（通用项目）预算48.00万元，主要用于办公场所日常维护修缮等。较2023年预算减少1.00万元，下降2.0%，主要原因是压减开支。"));

        var project = Assert.Single(list.Projects).Project;
        Assert.Equal("办公用房修缮与维护（通用项目）", project.ProjectName);
        Assert.Equal(480_000m, project.AmountYuan);
        Assert.Equal(-10_000m, project.PriorChangeYuan);
        Assert.Equal(-2.0m, project.PriorChangePercent);
        Assert.Equal("办公场所日常维护修缮等", project.Purpose);
        Assert.Equal("压减开支", project.Reason);
        Assert.Equal(16_122_900m, list.Total?.Yuan);
        Assert.Equal(50m, list.Total?.HalfPlaceYuan);
    }

    [Fact]
    public void Read_SingleProjectWithoutNumber_IsTaken()
    {
        var list = Assert.Single(Read("（五）项目支出697.69万元，具体包括：", "工程管理697.69万元，主要用于开展设计管理等工程管理工作。"));

        Assert.Equal("工程管理", Assert.Single(list.Projects).Project.ProjectName);
    }

    [Fact]
    public void Read_ListOfEachUnit_GivesAListEach()
    {
        var lists = Read(
            "（四）项目支出10万元，具体包括：", "1.甲项目10万元，主要用于…。", "（五）其他支出3万元。", "1.会议费3万元。", "（六）项目支出20万元，具体包括：", "1.乙项目20万元。");

        Assert.Equal(["甲项目", "乙项目"], lists.SelectMany(static list => list.Projects).Select(static mention => mention.Project.ProjectName));
        Assert.Equal([100_000m, 200_000m], lists.Select(static list => list.Total!.Yuan!.Value));
    }

    [Fact]
    public void Read_ComponentsOfExpenditure_AreNoProjects() =>
        Assert.Empty(Read("（二）项目支出预算99735.06万元，占本年支出预算89.94%。其中：", "1.事业单位经营支出0万元。", "2.上缴上级支出0万元。"));

    [Fact]
    public void Read_NameThatEndsWithProjectExpenditure_IsAProject() => Assert.Equal(
        ["生态环境监测项目支出"],
        Assert.Single(Read("（五）项目支出10万元，具体包括：", "1.生态环境监测项目支出10万元，主要包括：监测。", "2.项目支出10万元。")).Projects.Select(static mention =>
            mention.Project.ProjectName));

    [Fact]
    public void Read_ComponentInBracketsOfAName_StaysAProject() =>
        Assert.Equal("物业管理（非公用经费部分）", Assert.Single(Read("（五）项目支出10万元，具体包括：",
            "1.物业管理（非公用经费部分）10万元，用于租赁。")).Projects[0].Project.ProjectName);

    private static IReadOnlyList<ProseProjectList> Read(params string[] paragraphs)
    {
        var section = new ExtractedSection(
            1, 2, null, "（四）支出", 1, 1,
            [.. paragraphs.Select(static text => new ExtractedParagraph(text, [new ParagraphLine(0, 1, new Box(90, 100, 500, 116))]))]);
        return new ProseProjectReader(ReferenceData.Load().Headings).Read([section], [new SectionMeaning(1, "expenditure_detail")]);
    }
}
