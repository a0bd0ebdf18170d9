using System.Collections.Immutable;
using Extractor.Extracting;
using Extractor.Extracting.Sections;
using Extractor.Model.Documents;
using Extractor.Model.Layout;

namespace Extractor.Tests.Extracting.Sections;

public sealed class SectionReaderTests
{
    private const double Left = 90;
    private const double Right = 505;
    private const double Em = 16;

    [Fact]
    public void Read_NumberedHeadings_GiveNestedSections()
    {
        var reading = Read(
            Centred("第一部分 部门概况"),
            Indented("一、部门职责"),
            Full("　　贯彻执行国家有关工业和信息化的法律法规，负责统筹推进产业结构调"),
            Short("整。"),
            Indented("二、机构设置"),
            Indented("本部门下设办公室。"));

        Assert.Equal(
            ["1 第一部分 部门概况", "2 一、部门职责", "2 二、机构设置"],
            reading.Sections.Select(static section => $"{section.Depth} {section.HeadingAsPrinted}"));
        Assert.Equal([null, 1, 1], reading.Sections.Select(static section => section.ParentOrdinal));
        Assert.Equal(
            "贯彻执行国家有关工业和信息化的法律法规，负责统筹推进产业结构调整。",
            Assert.Single(reading.Sections[1].Paragraphs).Text);
    }

    [Fact]
    public void Read_NumberedSentences_StayParagraphs()
    {
        var reading = Read(
            Indented("一、部门职责"),
            Full("　　贯彻执行国家有关工业和信息化的法律法规，负责统筹推进产业结构调"),
            Short("整。"),
            Indented("（一）负责信访工作；"),
            Indented("（二）财政拨款收入：指从本级财政取得的资金"),
            Indented("1.办公费 12.50 万元。"));

        Assert.Single(reading.Sections);
        Assert.Equal(4, reading.Sections[0].Paragraphs.Length);
    }

    [Fact]
    public void Read_FigureThatFoundNoRoomOnTheLine_GoesOnWithTheSentence()
    {
        var reading = Read(
            Indented("一、收支预算情况"),
            Full("　　按照综合预算的原则，某县人民政府办公室所有收入和支出均纳入部门预算"),
            ("管理。某县人民政府办公室2025年财政拨款收支总预算", Left, Right - (3 * Em)),
            Short("3,034.43万元。"));

        Assert.EndsWith("收支总预算3,034.43万元。", Assert.Single(reading.Sections[0].Paragraphs).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PartNumberAndNameOnTwoCentredLines_AreOneHeading()
    {
        var reading = Read(Centred("第一部分"), Centred("单位概况"));

        Assert.Equal("第一部分 单位概况", Assert.Single(reading.Sections).HeadingAsPrinted);
    }

    [Fact]
    public void Read_ListOfUnits_IsNoOutline()
    {
        var reading = Read(
            Indented("二、预算单位构成"),
            Indented("（一）市教育局本级"),
            Indented("（二）市第一中学"),
            Indented("（三）市第二中学"),
            Indented("以上单位均为一级预算单位的下属单位。"));

        Assert.Equal("二、预算单位构成", Assert.Single(reading.Sections).HeadingAsPrinted);
    }

    [Fact]
    public void Read_TablesPart_GivesContextAndNoSections()
    {
        var pages = new[]
        {
            Page(1, [Centred("第二部分 2026年度部门预算表"), Indented("一、收支总表")], [new PageTable(1, new Box(90, 300, 500, 600), false, true)]),
            Page(2, [Centred("第三部分 名词解释"), Indented("财政拨款收入是指从财政取得的资金。")], []),
        };

        var reading = SectionReader.Read(pages, tableCount: 1);

        Assert.Equal("第三部分 名词解释", Assert.Single(reading.Sections).HeadingAsPrinted);
        Assert.Equal(["第二部分 2026年度部门预算表", "一、收支总表"], reading.TableContexts[0]);
    }

    [Fact]
    public void Read_ParagraphOverPageBreak_IsJoinedWithBothPlaces()
    {
        var first = Page(1, [Indented("一、部门职责"), Full("　　负责产业结构调整和产业转型升级，拟订具体政策措施并组织实施，推动")], []);
        var second = Page(2, [Short("高质量发展。")], []);

        var section = Assert.Single(SectionReader.Read([first, second], 0).Sections);

        var paragraph = Assert.Single(section.Paragraphs);
        Assert.EndsWith("推动高质量发展。", paragraph.Text, StringComparison.Ordinal);
        Assert.Equal([1, 2], paragraph.LineOffsets.Select(static line => line.PageNumber));
        Assert.Equal(paragraph.Text.IndexOf("高质量", StringComparison.Ordinal), paragraph.LineOffsets[1].Offset);
    }

    [Fact]
    public void Read_ContentsPage_IsRecognisedAndItsEntriesAreNoSections()
    {
        var contents = Page(1,
        [
            Centred("目    录"),
            Indented("第一部分 部门概况 .................... 1"),
            Indented("一、部门职责 .................... 2"),
            Indented("第二部分 名词解释 .................... 9"),
        ], []);

        var reading = SectionReader.Read([contents], 0);

        Assert.Equal(PageState.Contents, reading.PageOutcomes[0].State);
        Assert.Empty(reading.Sections);
    }

    [Theory]
    [InlineData(0, 0.0, PageState.Blank)]
    [InlineData(0, 0.3, PageState.NeedsOcr)]
    [InlineData(8, 0.95, PageState.NeedsOcr)]
    [InlineData(900, 0.95, PageState.Narrative)]
    public void Read_ImagesAndGlyphs_DecideTheState(int glyphs, double coverage, PageState expected)
    {
        var page = new PageText(1, 595, 842, 0, glyphs, glyphs, 0, coverage, [], [], [], null);

        Assert.Equal(expected, SectionReader.Read([page], 0).PageOutcomes[0].State);
    }

    [Fact]
    public void Read_GlyphsWithoutUnicode_NeedOcrAndSaySo()
    {
        var page = new PageText(1, 595, 842, 0, 300, 300, 200, 0, [], [], [], null);

        var outcome = SectionReader.Read([page], 0).PageOutcomes[0];

        Assert.Equal(PageState.NeedsOcr, outcome.State);
        Assert.Contains("200 of 300", outcome.Reason, StringComparison.Ordinal);
    }

    private static SectionReading Read(params (string Text, double Left, double Right)[] lines) =>
        SectionReader.Read([Page(1, lines, [])], 0);

    private static (string Text, double Left, double Right) Full(string text) => (text, Left, Right);

    private static (string Text, double Left, double Right) Short(string text) => (text, Left, Left + Em * text.Length);

    private static (string Text, double Left, double Right) Indented(string text) =>
        (text, Left + 2 * Em, Left + 2 * Em + Em * Math.Min(text.Length, 20));

    private static (string Text, double Left, double Right) Centred(string text) =>
        (text, 297.5 - text.Length * Em / 2, 297.5 + text.Length * Em / 2);

    private static PageText Page(int number, (string Text, double Left, double Right)[] lines, ImmutableArray<PageTable> tables)
    {
        var top = 80.0;
        var builder = ImmutableArray.CreateBuilder<PageLine>();
        foreach (var (text, left, right) in lines)
        {
            builder.Add(new PageLine(new ExtractedLine(text, new Box(left, top, right, top + Em), (float)Em, false), LineRole.Text, 0));
            top += 28;
        }

        var glyphs = lines.Sum(static line => line.Text.Length);
        return new PageText(number, 595, 842, 0, glyphs, glyphs, 0, 0, builder.ToImmutable(), tables, [], null);
    }
}
