using Extractor.Extracting;
using Extractor.Extracting.Sections;
using Extractor.Model.Documents;
using Extractor.Model.Layout;

namespace Extractor.Tests.Extracting.Sections;

public sealed class ContentsListTests
{
    [Fact]
    public void Read_ListThatGoesOnOverThePage_IsContentsToItsEnd()
    {
        var reading = Read(
            ["目录", "一、部门概况", "（一）主要职能", "（二）机构设置情况", "二、名词解释"],
            ["三、部门预算表", "（一）收支预算总表"],
            ["一、部门概况", "（一）主要职能", "负责信访工作。"]);

        Assert.Equal([PageState.Contents, PageState.Contents, PageState.Narrative], States(reading));
        Assert.Equal(["一、部门概况", "（一）主要职能"], reading.Sections.Select(static section => section.HeadingAsPrinted));
    }

    [Fact]
    public void Read_ListThatEndsAboveTheText_IsContentsToItsLastEntry()
    {
        var reading = Read(
            ["目录", "第一部分 部门概况", "一、主要职责", "二、机构设置"],
            ["三、专业名词解释", "某某局部门综合预算公开报表", "第一部分 部门概况", "一、主要职责", "负责信访工作。"]);

        Assert.Equal(["三、专业名词解释", "某某局部门综合预算公开报表"], reading.ContentsLines[1].AsEnumerable());
        Assert.Equal(["第一部分 部门概况", "一、主要职责"], reading.Sections.Select(static section => section.HeadingAsPrinted));
        Assert.Equal(PageState.Narrative, reading.PageOutcomes[1].State);
    }

    [Fact]
    public void Read_PageOfTextAfterAList_IsNoContents()
    {
        var reading = Read(["目录", "一、部门职责", "二、机构设置", "三、名词解释"], ["四、负责信访工作；", "五、负责督查工作。"]);

        Assert.Equal([PageState.Contents, PageState.Narrative], States(reading));
    }

    [Theory]
    [InlineData(4, PageState.Narrative)]
    [InlineData(5, PageState.Contents)]
    public void Read_ListWithoutTitle_IsContentsWhereItsEntriesArePrintedAgain(int entries, PageState expected)
    {
        string[] list = ["第一部分 预算情况说明", "一、部门情况", "二、收入预算情况", "三、支出预算情况", "四、名词解释"];
        var first = list[..entries];

        Assert.Equal(expected, Read(first, ["一、部门情况", "略。", "二、收入预算情况", "略。", "三、支出预算情况", "略。"]).PageOutcomes[0].State);
        Assert.Equal(PageState.Narrative, Read(first, ["一、部门情况", "略。", "二、收入预算情况", "略。"]).PageOutcomes[0].State);
    }

    [Fact]
    public void Read_ListOfTables_IsContents()
    {
        var reading = Read(["报表目录", "报表 报表名称 是否空表", "表1 部门综合预算收支总表", "表2 部门综合预算收入总表", "表3 部门综合预算支出总表"]);

        Assert.Equal(PageState.Contents, reading.PageOutcomes[0].State);
        Assert.Empty(reading.Sections);
    }

    [Theory]
    [InlineData("2025年一般公共预算收支执行情况说明 ……………… (1)", true)]
    [InlineData("第一部分 部门概况 ........ 3", true)]
    [InlineData("2025年政府性基金预算支出决算表(2025)", false)]
    public void HasLeader_PageNumberBehindDots_IsAnEntry(string text, bool expected)
    {
        Assert.Equal(expected, ContentsLines.HasLeader(text));
        Assert.Equal(!expected, ContentsLines.EntryOf(text) == text);
    }

    [Fact]
    public void NamesEndOf_ShortTitle_EndsNoHeading()
    {
        var contents = ContentsList.Read([Page(1, ["目录", "一、单位主要职能", "二、其他三", "三、名词解释"])]);

        Assert.True(contents.NamesEndOf("上海市审计局（单位）主要职能"));
        Assert.False(contents.NamesEndOf("关于其他三"));
        Assert.False(contents.NamesEndOf("上海市审计局主要职能"));
    }

    private static IEnumerable<PageState> States(SectionReading reading) => reading.PageOutcomes.Select(static outcome => outcome.State);

    private static SectionReading Read(params string[][] pages) =>
        SectionReader.Read([.. pages.Select(static (lines, index) => Page(index + 1, lines))], 0);

    private static PageText Page(int number, string[] lines) => new(
        number, 595, 842, 0, 100, 100, 0, 0,
        [.. lines.Select(static (text, index) => new PageLine(
            new ExtractedLine(text, new Box(110, 80 + (28 * index), 110 + (16 * text.Length), 96 + (28 * index)), 16, false), LineRole.Text,
                0))],
        [], [], null);
}
