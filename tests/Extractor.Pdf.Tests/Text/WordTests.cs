using System.Globalization;
using System.Text;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Text;

public sealed class WordTests
{
    /// <summary>Text in a font of GB codes: ideographs one em wide, ASCII half an em.</summary>
    private const string SimSun =
        "/Font << /F0 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UTF16-H /DescendantFonts [" +
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> " +
        "/DW 1000 /W [1 95 500 814 939 500] >>] >> >>";

    private static string Hex(string text) => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Shows texts at places of a 10 point font.</summary>
    private static ReadPage Show(params (double X, double Y, string Text)[] parts) => ReadPage.Of(
        "BT /F0 10 Tf " + string.Concat(parts.Select(p => string.Create(
            CultureInfo.InvariantCulture, $"1 0 0 1 {p.X} {p.Y} Tm {Hex(p.Text)} Tj "))) + "ET",
        SimSun, "/MediaBox [0 0 600 800]");

    private static string Words(ReadPage page) => string.Join('|', page.WordTexts);

    [Theory]
    [InlineData("2024年", "2024年")]
    [InlineData("2024 年", "2024 年")] // a space between figures and ideograph is no end
    [InlineData("共 12 个", "共 12 个")]
    [InlineData("1,234.56", "1,234.56")]
    [InlineData("-1,234.56", "-1,234.56")]
    [InlineData("12.5%", "12.5%")]
    [InlineData("123 456", "123|456")]
    [InlineData("Hello World", "Hello|World")]
    [InlineData("预算　总表", "预算|总表")]
    [InlineData("预  算", "预|算")]
    [InlineData("目录......3", "目录|......|3")]
    [InlineData("总表…………12", "总表|…………|12")]
    [InlineData("一、概况", "一、概况")]
    public void Read_TextOfOneString_IsCutAsAReaderSeesIt(string text, string words) =>
        Assert.Equal(words, Words(Show((20, 700, text))));

    [Theory]
    [InlineData(0, "1234")]
    [InlineData(1, "1234")]
    [InlineData(3, "12|34")]
    [InlineData(6, "12|34")]
    public void Read_GapOfFigures_EndsTheNumber(double gap, string words) =>
        Assert.Equal(words, Words(Show((20, 700, "12"), (30 + gap, 700, "34"))));

    [Theory]
    [InlineData(0, "预算")]
    [InlineData(4, "预算")] // justified
    [InlineData(8, "预|算")]
    public void Read_GapOfIdeographs_EndsTheWordWhenWide(double gap, string words) =>
        Assert.Equal(words, Words(Show((20, 700, "预"), (30 + gap, 700, "算"))));

    [Theory]
    [InlineData("1", "4", 0, "1", "4")] // spaces over the whole line, no room for any of them
    [InlineData("1", "4", 2, "1", "4")]
    [InlineData("1", "4", 3, "1", "|4")]
    [InlineData("年", "初", 2, "年", "初")]
    public void Read_SpacesLaidOverALine_PartOnlyWhatHasRoom(string one, string two, double gap, string first, string second)
    {
        var width = char.IsAsciiDigit(one[0]) ? 5 : 10;
        var page = Show((20, 700, one), (20 + width + gap, 700, two), (19, 700, "        "));
        Assert.Equal(first + second, Words(page));
    }

    [Theory]
    [InlineData("the \\223European Union\\224 and \\226 so", "the|“European|Union”|and|–|so")]
    [InlineData("it\\222s \\227 here", "it’s|—|here")]
    public void Read_QuotationMarksOfLatinText_ArePartedBySpaces(string text, string words) =>
        Assert.Equal(words, Words(ReadPage.Of($"BT /F0 10 Tf 5 50 Td ({text}) Tj ET", pageEntries: "/MediaBox [0 0 400 100]")));

    [Fact]
    public void Read_FiguresSetGlyphByGlyphUnderSpaces_AreOneNumber()
    {
        // As a printer driver sets them: every glyph at its own place, advances of a whole em, spaces over all of it.
        var figures = "14,770.62".Select((c, i) => (20 + (i * 5.1), 700d, c.ToString()));
        var page = Show([(10, 700, "数"), .. figures, (66, 700, "万元"), (12, 700, "              ")]);
        Assert.Equal("数14,770.62万元", Words(page));
    }

    [Fact]
    public void Read_SpaceDrawnBetweenGlyphsThatTouch_Stays() =>
        Assert.Equal("年 初", Words(Show((20, 700, "年"), (28, 700, " "), (30, 700, "初"))));

    [Theory]
    [InlineData("\u05D2\u05D1\u05D0", "\u05D0\u05D1\u05D2")] // drawn from left to right, as most producers do
    [InlineData("\u05D1\u05D0 1,250 \u05D3\u05D2", "\u05D2\u05D3|1,250|\u05D0\u05D1")]
    [InlineData("\u05D1 12 34 \u05D0", "\u05D0|12|34|\u05D1")]
    [InlineData("one two \u05D1\u05D0", "one|two|\u05D0\u05D1")]
    public void Read_RightToLeft_IsInLogicalOrder(string drawn, string words)
    {
        var builder = new PdfBuilder();
        var map = builder.AddStream(string.Empty, "1 beginbfrange <0000> <FFFF> <0000> endbfrange");
        builder.AddPage(
            $"BT /F0 10 Tf 20 50 Td {Hex(drawn)} Tj ET",
            $"/Font << /F0 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode {map} 0 R " +
            "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 >>] >> >>");
        Assert.Equal(words, Words(ReadPage.Of(builder.Build())));
    }

    [Fact]
    public void Read_RulingBetweenNumbers_PartsThem()
    {
        var page = ReadPage.Of(
            $"BT /F0 10 Tf 20 50 Td {Hex("12")} Tj 10.6 0 Td {Hex("34")} Tj ET 0.5 w 30.3 40 m 30.3 70 l S", SimSun);
        Assert.Equal("12|34", Words(page));
        Assert.Equal(["12 34"], page.Lines);
    }

    [Fact]
    public void Read_GlyphsDrawnInAnyOrder_StandInOrder()
    {
        var page = Show((60, 700, "三"), (20, 700, "一"), (40, 680, "五"), (40, 700, "二"), (20, 680, "四"));
        Assert.Equal(["一 二 三", "四 五"], page.Lines);
    }

    [Fact]
    public void Read_PartsOfAWordInAnyOrder_AreOneWord() =>
        Assert.Equal("1234", Words(Show((30, 700, "34"), (20, 700, "12"))));

    [Fact]
    public void Read_RaisedFigure_BelongsToItsWord()
    {
        var page = ReadPage.Of($"BT /F0 10 Tf 20 50 Td {Hex("100m")} Tj /F0 6 Tf 4 Ts {Hex("2")} Tj 0 Ts /F0 10 Tf {Hex("以上")} Tj ET",
            SimSun);
        Assert.Equal(["100m2以上"], page.WordTexts);
        Assert.Single(page.Lines);
    }

    [Fact]
    public void Read_CellOfTwoLinesBesideOne_KeepsThreeLines()
    {
        var page = Show((20, 706, "上级"), (20, 694, "补助"), (100, 700, "合计"));
        Assert.Equal(["上级", "合计", "补助"], page.Lines);
    }

    [Fact]
    public void Read_Columns_AreReadOneAfterTheOther()
    {
        var left = Enumerable.Range(0, 10).Select(i => (40.0, 700.0 - (i * 14), "左边这一栏的文字一直排到栏的右边为止" + "甲乙丙丁戊己庚辛壬癸"[i]));
        var right = Enumerable.Range(0, 10).Select(i => (320.0, 700.0 - (i * 14), "右边这一栏的文字一直排到栏的右边为止" + "甲乙丙丁戊己庚辛壬癸"[i]));
        (double, double, string)[] title = [(40, 740, "横贯两栏的标题是这样的长长的一行文字没有空隙一直到右边为止才算结束的")];
        var page = Show([.. title, .. left.Zip(right).SelectMany(p => new[] { p.First, p.Second })]);
        Assert.Equal(21, page.Lines.Length);
        Assert.StartsWith("横贯", page.Lines[0], StringComparison.Ordinal);
        Assert.All(page.Lines[1..11], l => Assert.StartsWith("左边", l, StringComparison.Ordinal));
        Assert.All(page.Lines[11..], l => Assert.StartsWith("右边", l, StringComparison.Ordinal));
        Assert.EndsWith("癸", page.Lines[20], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TableWithoutLines_IsReadAlongTheRows()
    {
        var rows = Enumerable.Range(0, 10).SelectMany(i => new[]
        {
            (40.0, 700.0 - (i * 14), "一般公共服务支出" + i.ToString(CultureInfo.InvariantCulture)), (320.0, 700.0 - (i * 14), "1,234.56"),
        });
        Assert.All(Show([.. rows]).Lines, l => Assert.EndsWith("1,234.56", l, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WordsAndLines_CoverTheirGlyphs()
    {
        var page = Show((20, 700, "预算 2024"), (20, 680, "决算"));
        Assert.Equal((0, 7), (page.Words[0].FirstGlyph, page.Words[0].GlyphCount));
        ReadPage.AssertBox(page.Words[0].Box, 20, 91.2, 65, 101.2);
        Assert.Equal(10, page.Words[0].FontSize, 0.01);
    }

    [Fact]
    public void Read_TurnedText_IsReadInItsDirection()
    {
        var page = ReadPage.Of(
            $"BT /F0 10 Tf 0 1 -1 0 50 20 Tm {Hex("自下而上")} Tj 0 1 -1 0 70 20 Tm {Hex("第二行")} Tj ET", SimSun, "/MediaBox [0 0 200 200]");
        Assert.Equal(["自下而上", "第二行"], page.Lines);
        Assert.All(page.Glyphs, g => Assert.Equal(90, g.RotationDegrees));
    }
}
