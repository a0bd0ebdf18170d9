using System.Text;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Tables;
using Extractor.Tables.Text;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Both sides of every tolerance of <see cref="TextTolerances"/>; glyphs are 10 points high.</summary>
public sealed class TextToleranceTests
{
    private static readonly GridCell Cell = new(0, 0, 1, 1, new Box(0, 0, 100, 100));

    [Theory]
    [InlineData("a", "b", 1.9, "ab")]
    [InlineData("a", "b", 2.1, "a b")]
    [InlineData("计", "1", 3.9, "计1")]
    [InlineData("计", "1", 4.1, "计 1")]
    [InlineData("合", "计", 30, "合计")]
    public void WordGap_TwoGlyphs_AreSpacedBeyondIt(string first, string second, double gap, string expected)
    {
        var lines = Lines(new Glyph(first, new Box(0, 0, 10, 10), 10, false, true, false),
            new Glyph(second, new Box(10 + gap, 0, 20 + gap, 10), 10, false, true, false));

        Assert.Equal(expected, Assert.Single(lines).Text);
    }

    [Theory]
    [InlineData(4.9, 1)]
    [InlineData(5.1, 2)]
    public void LineOverlap_RunsSetLower_AreOneLineUpToHalfTheirHeight(double lower, int lines) => Assert.Equal(
        lines,
        Lines(new Glyph("甲", new Box(0, 0, 10, 10), 10, false, true, false),
            new Glyph("乙", new Box(20, lower, 30, 10 + lower), 10, false, true, false)).Count);

    [Theory]
    [InlineData(14.9, 1)]
    [InlineData(15.1, 2)]
    public void SegmentGap_PartsOfALine_AreSetApartBeyondIt(double gap, int segments) => Assert.Equal(
        segments, new PageSketch().Text(50, 100, "部门").Text(70 + gap, 100, "单位").Find().Lines.Single().Segments.Length);

    [Theory]
    [InlineData(1.4, "项目|本年\n1.00|2.00")]
    [InlineData(1.6, "项目|本年\n[1x2]1.00 2.00")]
    public void OverLine_NumberThatReachesOverALine_StandsBesideItUpToIt(double over, string expected) => Assert.Equal(
        expected,
        new PageSketch().Grid([50, 250], [100, 120, 140]).Vertical(150, 100, 120)
            .Text(60, 105, "项目").Text(160, 105, "本年").TextTo(150 + over, 125, "1.00").Text(200, 125, "2.00").Print());

    [Theory]
    [InlineData(108, 119.1, null, true)]
    [InlineData(108, 119.3, null, false)]
    [InlineData(108.4, 117, null, true)]
    [InlineData(108.6, 117, null, false)]
    [InlineData(100.1, 117, null, true)]
    [InlineData(99.9, 117, null, false)]
    [InlineData(107, 117, 126.4, true)]
    [InlineData(107, 117, 126.6, false)]
    [InlineData(107.6, 117, 126.4, false)]
    public void OnLine_RunAtTheLineBetweenRows_GoesWithTheTextAtALinesDistance(double above, double run, double? below, bool moves)
    {
        GridCell upper = new(0, 0, 1, 1, new Box(0, 96, 100, 116)), lower = new(1, 0, 1, 1, new Box(0, 116, 100, 146));
        var grid = new PageGrid(1, TableMethod.Ruled, [0, 100], [96, 116, 146], [upper, lower]);
        List<PlacedRun> runs = [At(upper, above, 0), At(lower, run, 1)];
        if (below is { } own)
        {
            runs.Add(At(lower, own, 2));
        }

        var placed = runs.ToArray();
        var glyphs = placed.Select(static part => new Glyph("甲", part.Box, 10, false, true, false)).ToArray();
        RowOverflow.Settle(grid, placed, glyphs);

        Assert.Same(moves ? upper : lower, placed[1].Cell);
    }

    [Theory]
    [InlineData(2.9, 10, true)]
    [InlineData(3.1, 10, false)]
    [InlineData(0, 10.28, true)]
    [InlineData(0, 10.32, false)]
    public void SameEdge_LineBelowTheGrid_GoesOnFromTheSameEdgeInTheSameSize(double right, float size, bool goesOn) => Assert.Equal(
        goesOn ? "项目|机关事业单位" : "项目|机关事业",
        new PageSketch().Grid([50, 120, 200], [100, 120]).Text(60, 106, "项目").Text(125, 106, "机关事业")
            .Text(125 + right, 116.5, "单位", size).Find().Grids.Single() is var grid ? PageSketch.Print(grid) : null);

    [Theory]
    [InlineData(14.9, "机关事业单位基本养老保险||1.00")]
    [InlineData(15.1, "|机关事业单位基本养老保险|1.00")]
    public void AtLeft_TextThatOverflows_BelongsWhereItBegins(double inset, string expected) => Assert.Equal(
        expected,
        new PageSketch().Grid([50, 120, 200, 300], [100, 120]).Text(50 + inset, 105, "机关事业单位基本养老保险").Text(250, 105, "1.00").Print());

    [Theory]
    [InlineData(9.9, "|123,456,789,012,345.00|1.00")]
    [InlineData(10.1, "123,456,789,012,345.00||1.00")]
    public void AtRight_NumberThatOverflows_BelongsWhereItEnds(double inset, string expected) => Assert.Equal(
        expected,
        new PageSketch().Grid([50, 150, 200, 300], [100, 120])
            .TextTo(200 - inset, 105, "123,456,789,012,345.00").Text(250, 105, "1.00").Print());

    [Theory]
    [InlineData(7.1, 4)]
    [InlineData(6.9, 2)]
    public void RowOverlap_StackedNumbers_AreRowsAsFarAsTheyStandApart(double leading, int rows)
    {
        var page = new PageSketch().Grid([50, 120, 200, 300], [100, 120, 180])
            .Text(53, 105, "项目").Text(123, 105, "本年").Text(203, 105, "上年");
        for (var row = 0; row < 3; row++)
        {
            var top = 130 + (row * leading);
            page.Text(53, top, "甲").Text(123, top, "1.00").Text(203, top, "2.00");
        }

        Assert.Equal(rows, page.Find().Grids.Single().RowCount);
    }

    [Theory]
    [InlineData(3, 6)]
    [InlineData(2, 2)]
    public void ShareOnRows_TextsBetweenStackedNumbers_AreRowsWhileMostStandBesideNumbers(int beside, int rows)
    {
        var page = new PageSketch().Grid([50, 120, 200, 300], [100, 120, 200])
            .Text(53, 105, "项目").Text(123, 105, "本年").Text(203, 105, "上年");
        for (var row = 0; row < 3; row++)
        {
            page.Text(123, 125 + (row * 24), "1.00").Text(203, 125 + (row * 24), "2.00");
            if (row < beside)
            {
                page.Text(53, 125 + (row * 24), "甲");
            }
        }

        page.Text(53, 137, "乙").Text(53, 161, "丙");

        Assert.Equal(rows, page.Find().Grids.Single().RowCount);
    }

    [Theory]
    [InlineData(2, "[1x2]项目本级\n债务限额|1.00\n一般债务|2.00")]
    [InlineData(3, "项目|本级|下级\n债务限额|1.00|1.00\n一般债务|2.00|2.00")]
    public void FewestHeadings_RowWithoutLinesBetweenColumns_IsDividedFromIt(int columns, string expected)
    {
        double[] lines = [.. new[] { 50.0, 150, 250, 350 }.Take(columns + 1)];
        var page = new PageSketch().Horizontal(100, 50, lines[^1]).Vertical(50, 100, 120).Vertical(lines[^1], 100, 120)
            .Grid(lines, [120, 140, 160]);
        string[][] rows = [["项目", "本级", "下级"], ["债务限额", "1.00", "1.00"], ["一般债务", "2.00", "2.00"]];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                page.Text(lines[column] + 10, 105 + (row * 20), rows[row][column]);
            }
        }

        Assert.Equal(expected, page.Print());
    }

    /// <summary>云南省 2024: below 其中 no line is drawn between the names and the letters of the formula.</summary>
    [Theory]
    [InlineData(1.4, 180, true)]
    [InlineData(1.6, 180, false)]
    [InlineData(1.4, 170, false)]
    [InlineData(1.4, 171, true)]
    public void SameHeight_LinesOfTwoCellsBesideRows_AreTheirNames(double lower, double right, bool areRows) => Assert.Equal(
        areRows ? "一般债务限额|B|1.00\n专项债务限额|C|2.00" : "[2x1]一般债务限额专项债务限额|[2x1]B C|1.00\n2.00",
        Spanned(lower, right).Print());

    [Fact]
    public void AreRowsOfOne_NameOfAllRowsBesideThem_KeepsTheLinesTogether() => Assert.Equal(
        "[2x1]重点水利工程|[2x1]甲甲乙乙|[2x1]B C|1.00\n2.00",
        new PageSketch().Horizontal(100, 10, 300).Horizontal(160, 10, 300).Horizontal(130, 240, 300)
            .Vertical(10, 100, 160).Vertical(90, 100, 160).Vertical(180, 100, 160).Vertical(240, 100, 160).Vertical(300, 100, 160)
            .Text(12, 125, "重点水利工程").Text(95, 110, "甲甲").Text(95, 140, "乙乙").Text(190, 110, "B").Text(190, 140, "C")
            .TextTo(290, 110, "1.00").TextTo(290, 140, "2.00").Print());

    private static PageSketch Spanned(double lower, double right) =>
        new PageSketch().Horizontal(100, 90, 300).Horizontal(160, 90, 300).Horizontal(130, right + 50, 300)
            .Vertical(90, 100, 160).Vertical(right, 100, 160).Vertical(right + 50, 100, 160).Vertical(300, 100, 160)
            .Text(90, 110 + lower, "一般债务限额").Text(90, 140 + lower, "专项债务限额").Text(right + 5, 110, "B").Text(right + 5, 140, "C")
            .TextTo(290, 110, "1.00").TextTo(290, 140, "2.00");

    /// <summary>
    /// 宁夏 2019: 债务付息支出 and three below it, of which the last alone has figures; the rows above follow each other by 20.
    /// </summary>
    [Theory]
    [InlineData(20, 7)]
    [InlineData(20.9, 7)]
    [InlineData(21.1, 4)]
    public void SamePitch_NamesOfWhichSomeHaveNoFigure_AreRowsWhereTheyKeepTheDistanceOfRows(double pitch, int rows)
    {
        var page = new PageSketch().Grid([50, 180, 280, 380], [100, 160, 260]);
        for (var row = 0; row < 3; row++)
        {
            page.Text(53, 103 + (row * 20), "粮油事务").TextTo(270, 103 + (row * 20), "8.00").TextTo(370, 103 + (row * 20), "9.00");
        }

        for (var row = 0; row < 4; row++)
        {
            page.Text(53, 165 + (row * pitch), "地方政府一般债务", 13);
        }

        Assert.Equal(rows, page.TextTo(270, 165, "1.00", 13).TextTo(370, 165, "3.00", 13)
            .TextTo(270, 165 + (3 * pitch), "1.00", 13).TextTo(370, 165 + (3 * pitch), "3.00", 13).Find().Grids.Single().RowCount);
    }

    /// <summary>横琴 2024: 合计 0 over 返还性支出 and others without a figure.</summary>
    [Theory]
    [InlineData(2, 170, 2)]
    [InlineData(3, 170, 4)]
    [InlineData(3, 124, 4)]
    [InlineData(3, 122, 2)]
    public void FewestNames_NamesBelowTheOnlyFigures_AreRowsFromItWhereNoneFillsItsLine(int names, double right, int rows)
    {
        var page = new PageSketch().Grid([50, right, 280, 380], [100, 120, 200])
            .Text(53, 105, "项目").Text(right + 5, 105, "预算").Text(290, 105, "决算")
            .TextTo(270, 125, "0").TextTo(370, 125, "0");
        for (var row = 0; row < names; row++)
        {
            page.Text(53, 125 + (row * 23), "返还性支出");
        }

        Assert.Equal(rows, page.Find().Grids.Single().RowCount);
    }

    [Theory]
    [InlineData(1.4, 3)]
    [InlineData(1.6, 1)]
    public void WrappedAround_LabelOfTwoLines_StandsAroundTheHeightOfItsNumbers(double lower, int rows)
    {
        var page = new PageSketch().Grid([50, 120, 200, 300], [100, 200]);
        for (var row = 0; row < 3; row++)
        {
            var top = 107 + (row * 30) + lower;
            page.Text(53, 100.5 + (row * 30), "其他企业职工").Text(53, 113.5 + (row * 30), "保险支出").Text(123, top, "1.00").Text(203, top, "2.00");
        }

        Assert.Equal(rows, page.Find().Grids.Single().RowCount);
    }

    /// <summary>重庆市 2021: a figure set letter by letter falls into several words of its line.</summary>
    [Theory]
    [InlineData(8.9, 3)]
    [InlineData(9.1, 1)]
    public void ColumnGap_PartsOfAStackedNumber_AreOneUpToIt(double gap, int rows)
    {
        var page = new PageSketch().Grid([50, 160, 260], [100, 190]);
        for (var row = 0; row < 3; row++)
        {
            page.Text(53, 106 + (row * 28), "年末债务余额").Text(163, 106 + (row * 28), "3,064.9");
        }

        page.Text(198 + gap, 106, "1");

        Assert.Equal(rows, page.Find().Grids.Single().RowCount);
    }

    /// <summary>重庆市 2021: of a column with names in parts few rows have a number.</summary>
    [Fact]
    public void LargestLeading_PartsOfOneLine_AreNoLinesOfAText()
    {
        var page = new PageSketch().Grid([50, 160, 230, 300], [100, 240]);
        for (var row = 0; row < 7; row++)
        {
            page.Text(53, 104 + (row * 19), "年末").Text(76, 104.5 + (row * 19), "2").Text(84, 104 + (row * 19), "年限额");
        }

        page.Text(163, 104, "1.00").Text(163, 161, "1.00").Text(163, 218, "1.00");

        Assert.Equal(7, page.Find().Grids.Single().RowCount);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    public void FewestColumnsAlike_NumbersBesideOneName_AreRowsInSoManyColumns(int columns, int rows)
    {
        double[] lines = [.. Enumerable.Range(0, columns + 2).Select(static line => 50 + (line * 60.0))];
        var page = new PageSketch().Grid(lines, [100, 150]).Text(53, 120, "新增债券");
        for (var column = 1; column <= columns; column++)
        {
            page.Text(lines[column] + 3, 108, "1.00").Text(lines[column] + 3, 132, "2.00");
        }

        Assert.Equal(rows, page.Find().Grids.Single().RowCount);
    }

    [Theory]
    [InlineData(17.1, 0, 7)]
    [InlineData(16.9, 0, 1)]
    [InlineData(17.1, 8, 1)]
    public void LargestLeading_NamesOfWhichFewHaveNumbers_AreRowsFartherApart(double leading, double lower, int rows)
    {
        var page = new PageSketch().Grid([50, 160, 230, 300], [100, 240]);
        for (var row = 0; row < 7; row++)
        {
            page.Text(53, 104 + (row * leading), "一般债务余额");
        }

        foreach (var row in new[] { 0, 3, 6 })
        {
            page.Text(163, 104 + (row * leading) + lower, "1.00").Text(233, 104 + (row * leading) + lower, "2.00");
        }

        Assert.Equal(rows, page.Find().Grids.Single().RowCount);
    }

    [Theory]
    [InlineData(59.9, 1)]
    [InlineData(60.1, 2)]
    public void BrokenNumberRoom_NumberOverTwoLines_IsOneInAColumnTooNarrowForIt(double width, int rows)
    {
        var right = 120 + width;
        var page = new PageSketch().Grid([50, 120, right, 300], [100, 130])
            .Text(53, 102, "甲").Text(53, 115, "乙").Text(122, 102, "280,526.3").Text(122, 115, "0")
            .Text(right + 20, 102, "1.00").Text(right + 20, 115, "2.00");

        Assert.Equal(rows, page.Find().Grids.Single().RowCount);
    }

    [Theory]
    [InlineData("6,197.73", "6,197.73")]
    [InlineData("6,19773", "6 , 1 9 7 7 3")]
    public void Build_FiguresSetApartInOneWord_AreOneNumber(string word, string text)
    {
        // 湖南省 2020: a digit every half an em, held for one word by the page.
        Glyph[] glyphs = [.. word.Select(static (letter, index) =>
            new Glyph(letter.ToString(), new Box(10 + (index * 12), 10, 15 + (index * 12), 20), 10, false, true, false))];
        var lines = new List<CellLine>();

        CellLines.Build(
            [new PlacedRun(Cell, 0, glyphs.Length, new Box(10, 10, 15 + (glyphs.Length * 12), 20))], glyphs, lines, new StringBuilder());

        Assert.Equal(text, Assert.Single(lines).Text);
    }

    private static PlacedRun At(GridCell cell, double centre, int glyph) => new(cell, glyph, 1, new Box(10, centre - 5, 20, centre + 5));

    private static List<CellLine> Lines(params Glyph[] glyphs)
    {
        var lines = new List<CellLine>();
        CellLines.Build(
            [.. glyphs.Select(static (glyph, index) => new PlacedRun(Cell, index, 1, glyph.Box))], glyphs, lines, new StringBuilder());
        return lines;
    }
}
