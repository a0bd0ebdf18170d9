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

        Assert.Equal([null, "第三部分 名词解释"], reading.Sections.Select(static section => section.HeadingAsPrinted));
        Assert.Equal(["第二部分 2026年度部门预算表", "一、收支总表"], reading.Sections[0].Paragraphs.Select(static paragraph => paragraph.Text));
        Assert.Equal(["第二部分 2026年度部门预算表", "一、收支总表"], reading.TableContexts[0].AsEnumerable());
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

    [Fact]
    public void Read_TextBeforeTheFirstHeading_IsASectionWithoutHeading()
    {
        var reading = Read(Indented("某某局是市政府工作部门。"), Indented("一、部门职责"), Indented("负责信访工作。"));

        Assert.Equal([null, "一、部门职责"], reading.Sections.Select(static section => section.HeadingAsPrinted));
        Assert.Equal("某某局是市政府工作部门。", Assert.Single(reading.Sections[0].Paragraphs).Text);
    }

    [Fact]
    public void Read_HeadingOverTwoLines_HasNoBlankWhereTheLineEnds()
    {
        var reading = Read(
            ("二、某某市工业和信息化局2026年部门预算安排情况说", Left + (2 * Em), Right),
            ("明", Left, Left + Em),
            Indented("负责信访工作。"));

        Assert.Equal("二、某某市工业和信息化局2026年部门预算安排情况说明", Assert.Single(reading.Sections).HeadingAsPrinted);
    }

    [Fact]
    public void Read_HeadingOfAnotherSizeBelowItsNumber_IsOneHeading()
    {
        var page = Page(1, [Centred("第三部分"), Centred("名词解释")], []);
        var larger = page.Lines[1] with { Line = page.Lines[1].Line with { FontSize = 30 } };

        var reading = SectionReader.Read([page with { Lines = [page.Lines[0], larger] }], 0);

        Assert.Equal("第三部分 名词解释", Assert.Single(reading.Sections).HeadingAsPrinted);
    }

    [Fact]
    public void Read_UnnumberedTitleOfTheContents_IsAHeadingThoughTheIssuerStandsBefore()
    {
        var contents = Page(1, [Centred("目录"), Indented("一、单位主要职能"), Indented("二、名词解释"), Indented("三、单位预算表")], []);
        var duties = Page(2, [Centred("上海市审计局（单位）主要职能"), Indented("上海市审计局是主管全市审计工作的部门。")], []);
        var glossary = Page(3, [Centred("名词解释"), Indented("基本支出：为保障机构运转的支出。")], []);

        var reading = SectionReader.Read([contents, duties, glossary], 0);
        var before = SectionReader.Read([duties with { Number = 1 }, contents with { Number = 2 }], 0);

        Assert.Equal([null], before.Sections.Select(static section => section.HeadingAsPrinted));
        Assert.Equal(["上海市审计局（单位）主要职能", "名词解释"], reading.Sections.Select(static section => section.HeadingAsPrinted));
    }

    [Fact]
    public void Read_UnnumberedTitleOfNoContents_IsAHeadingOnlyWhereItIsSetLargerOnTopOfItsPage()
    {
        var text = Page(1, [Full("某某局是主管全市审计工作的市政府组成部门，负责审计工作。")], []);
        var plain = Page(2, [Centred("机构设置"), Full("某某局设二十个内设机构，包括办公室、法规处、财政审计处、人事处。")], []);
        var larger = plain with { Lines = [Sized(plain.Lines[0], 20), plain.Lines[1]] };

        Assert.Equal([null, "机构设置"], SectionReader.Read([text, larger], 0).Sections.Select(static section => section.HeadingAsPrinted));
        Assert.Equal([null], SectionReader.Read([text, plain], 0).Sections.Select(static section => section.HeadingAsPrinted));
        Assert.Equal([null], SectionReader.Read([larger with { Number = 1 }], 0).Sections.Select(static section =>
            section.HeadingAsPrinted));
    }

    [Theory]
    [InlineData(19, "2024年度信访系统维护费项目绩效评价报告")]
    [InlineData(21, "2024年度信访系统维护费项目绩效评价报告")]
    public void Read_TitleOverTwoLinesBelowAnAnnexLabel_IsOneHeadingWhereTheLinesStandTogether(double distance, string expected)
    {
        var text = Page(1, [Full("某某局是主管全市审计工作的市政府组成部门，负责"), Short("审计工作。")], []);
        var page = Page(2, [Short("附件"), Centred("2024年度信访系统维护费项目"), Centred("绩效评价报告"), Indented("一、项目情况")], []);
        var title = Sized(page.Lines[1], 20);
        var second = Sized(page.Lines[2], 20);
        var top = title.Line.Box.Bottom + distance;
        second = second with { Line = second.Line with { Box = second.Line.Box with { Top = top, Bottom = top + Em } } };
        page = page with { Lines = [page.Lines[0], title, second, page.Lines[3]] };

        var reading = SectionReader.Read([text, page], 0);

        Assert.Equal(distance < 20, reading.Sections.Any(section => section.HeadingAsPrinted == expected));
    }

    [Fact]
    public void Read_HeadingsInOneParagraphWithTheirText_ArePartedWhereMostNameAMatter()
    {
        var reading = Read(
            Indented("五、其他重要事项的情况说明"),
            Indented("（一）机关运行经费。2026年运行经费137.15万元。"),
            Indented("（二）政府采购情况。采购预算总额947万元。"),
            Indented("（三）绩效目标设置情况。均实行绩效目标管理。"));

        Assert.Equal(["五、其他重要事项的情况说明", "（一）机关运行经费。", "（二）政府采购情况。", "（三）绩效目标设置情况。"],
            reading.Sections.Select(static section => section.HeadingAsPrinted));
        var paragraph = Assert.Single(reading.Sections[2].Paragraphs);
        Assert.Equal("采购预算总额947万元。", paragraph.Text);
        Assert.Equal(0, Assert.Single(paragraph.LineOffsets).Offset);
    }

    [Fact]
    public void Read_HeadingPartedFromAParagraphOfTwoLines_LeavesEachCharacterItsLine()
    {
        var reading = Read(
            Indented("（一）机关运行情况。无。"),
            ("（二）政府采购情况。2026年所属各预算单位政府采购预算总", Left + (2 * Em), Right),
            Short("额947万元。"));

        var paragraph = Assert.Single(reading.Sections[1].Paragraphs);
        Assert.Equal("2026年所属各预算单位政府采购预算总额947万元。", paragraph.Text);
        Assert.Equal([0, paragraph.Text.IndexOf("额947", StringComparison.Ordinal)], paragraph.LineOffsets.Select(static line =>
            line.Offset));
    }

    [Fact]
    public void Read_NumberedSentencesThatBeginWithASentence_AreNotParted()
    {
        var reading = Read(
            Indented("一、部门职责"),
            Indented("（一）加强党的建设。落实基层党建责任制。"),
            Indented("（二）统筹社区发展。落实社区建设规划。"),
            Indented("（三）掌握社情民意情况。定期报告。"));

        Assert.Equal("一、部门职责", Assert.Single(reading.Sections).HeadingAsPrinted);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Read_PartNamedForItsAnnex_IsTextWhereTwoParagraphsStandBeforeAnyTable(int paragraphs, bool isText)
    {
        (string, double, double)[] paragraph =
        [
            ("自全国信访信息系统上线以来，已逐步实现信访事项的线上受理、转办、督办", Left + (2 * Em), Right),
            Full("及反馈，成为群众表达诉求、反映问题的主渠道，其正常运转离不开经费的保障。"),
        ];
        var prose = Enumerable.Repeat(paragraph, paragraphs).SelectMany(static lines => lines);
        var page = Page(1, [Centred("第五部分 附件"), .. prose], [new PageTable(1, new Box(90, 400, 500, 600), false, true)]);

        var reading = SectionReader.Read([page], 1);

        Assert.Equal(isText ? "第五部分 附件" : null, Assert.Single(reading.Sections).HeadingAsPrinted);
    }

    [Theory]
    [InlineData("八、超长期特别国债安排的支出3144176", false)]
    [InlineData("八、支出总计与上年相比的情况2024", true)]
    public void Read_NumberedLineThatEndsWithAnAmount_IsNoHeading(string text, bool isHeading)
    {
        var reading = Read(Indented(text), Indented("负责信访工作。"));

        Assert.Equal(isHeading ? text : null, Assert.Single(reading.Sections).HeadingAsPrinted);
    }

    private static PageLine Sized(PageLine line, float size) => line with { Line = line.Line with { FontSize = size } };

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
