using Extractor.Model.Layout;
using Extractor.Tables.Aligned;
using Extractor.Tables.Text;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>What statistical offices print and budgets do not: the styles of corpus/statistics.</summary>
public sealed class StatisticsTableTests
{
    [Fact]
    public void Find_NamesCloserThanRows_AreOneWrappedName()
    {
        var page = Head(new PageSketch(), 100);
        Row(page, 120, "Mining", "10.00", "20.00").Text(60, 131, "and quarrying");
        Row(page, 152, "Retail", "30.00", "40.00");
        Row(page, 172, "Trade", "50.00", "60.00");

        Assert.Equal(
            "Area|Total|Other\nMining and quarrying|10.00|20.00\nRetail|30.00|40.00\nTrade|50.00|60.00", page.Print());
    }

    /// <summary>At the distance of rows a name without figures is a row.</summary>
    [Fact]
    public void Find_NamesAtTheDistanceOfRows_StayApart()
    {
        var page = Head(new PageSketch(), 100);
        Row(page, 120, "Mining", "10.00", "20.00").Text(60, 140, "Services");
        Row(page, 160, "Retail", "30.00", "40.00");
        Row(page, 180, "Trade", "50.00", "60.00");

        Assert.Equal("Area|Total|Other\nMining|10.00|20.00\nServices||\nRetail|30.00|40.00\nTrade|50.00|60.00", page.Print());
    }

    [Fact]
    public void Find_HeadingsCloserThanRows_AreOneHeader()
    {
        var page = new PageSketch().TextTo(230, 89, "All").TextTo(330, 89, "Paid");
        Head(page, 100);
        for (var row = 0; row < 4; row++)
        {
            Row(page, 120 + (row * 20), "Mining", "10.00", "20.00");
        }

        Assert.StartsWith("Area|All Total|Paid Other\nMining|10.00|20.00\n", page.Print(), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_TitleBetweenRuledRows_PartsTheTables()
    {
        var page = new PageSketch();
        foreach (var top in new[] { 100, 220 })
        {
            page.Horizontal(top - 4, 50, 400).Horizontal(top + 16, 50, 400).Horizontal(top + 96, 50, 400);
            Head(page, top);
            for (var row = 1; row <= 4; row++)
            {
                Row(page, top + (row * 20), "Mining", "10.00", "20.00");
            }
        }

        page.Text(60, 202, "Table 2. Payroll");

        Assert.Equal(2, page.Find().Grids.Count);
    }

    [Fact]
    public void Find_HeaderOverTheFirstLine_BelongsToTheTable()
    {
        var page = Head(new PageSketch().Horizontal(116, 50, 400), 100);
        for (var row = 1; row <= 4; row++)
        {
            Row(page, 100 + (row * 20), "Mining", "10.00", "20.00").Horizontal(116 + (row * 20), 50, 400);
        }

        Assert.StartsWith("Area|Total|Other\nMining|10.00|20.00\n", page.Print(), StringComparison.Ordinal);
    }

    /// <summary>A name of two lines, the figures at half its height.</summary>
    [Fact]
    public void Find_FiguresBetweenTheLinesOfTheirName_AreOneRow()
    {
        var page = Head(new PageSketch(), 100);
        for (var row = 0; row < 4; row++)
        {
            var top = 125 + (row * 30);
            page.Text(60, top, "Mining,").Text(60, top + 12, "quarries").TextTo(230, top + 6, "10.00").TextTo(330, top + 6, "20.00");
        }

        Assert.StartsWith("Area|Total|Other\nMining, quarries|10.00|20.00\nMining, quarries|", page.Print(), StringComparison.Ordinal);
    }

    /// <summary>Lines of one distance: a name above the figures and one below it have their own rows.</summary>
    [Fact]
    public void Find_FiguresMidwayBetweenNames_AreRowsOfTheirOwn()
    {
        var page = Head(new PageSketch(), 100);
        for (var row = 0; row < 4; row++)
        {
            var top = 125 + (row * 48);
            page.Text(60, top, "Mining").TextTo(230, top + 16, "10.00").TextTo(330, top + 16, "20.00").Text(60, top + 32, "Services");
        }

        Assert.DoesNotContain("Mining Services", page.Print(), StringComparison.Ordinal);
    }

    /// <summary>Chinese over Latin letters is one name, in the heading and in the rows, on whatever line the figures stand.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void Find_NamesOverTheirTranslations_AreOneName(int drop)
    {
        var page = new PageSketch();
        foreach (var (chinese, latin, x) in new[] { ("地区", "Region", 60), ("人口", "Population", 200), ("产量", "Output", 300) })
        {
            page.Text(x, 100, chinese).Text(x, 112, latin, 8);
        }

        for (var row = 0; row < 4; row++)
        {
            var top = 140 + (row * 30);
            page.Text(60, top, "上海").Text(60, top + 12, "Shanghai", 8).TextTo(230, top + drop, "10.00").TextTo(330, top + drop, "20.00");
        }

        Assert.StartsWith("地区Region|人口Population|产量Output\n上海Shanghai|10.00|20.00\n上海Shanghai|", page.Print(), StringComparison.Ordinal);
    }

    /// <summary>Rows of figures are never translations of each other.</summary>
    [Fact]
    public void Find_LatinNameWithFiguresBelowChineseNameWithFigures_AreTwoRows()
    {
        var page = Head(new PageSketch(), 100);
        for (var row = 0; row < 4; row++)
        {
            Row(page, 125 + (row * 26), "上海", "10.00", "20.00");
            Row(page, 138 + (row * 26), "GDP", "30.00", "40.00");
        }

        Assert.StartsWith("Area|Total|Other\n上海|10.00|20.00\nGDP|30.00|40.00\n", page.Print(), StringComparison.Ordinal);
    }

    /// <summary>A boxed header tells the columns, one line parts the names, none the rows; thousands are set with spaces.</summary>
    [Theory]
    [InlineData("809 738", "102 236")]
    [InlineData("–", "6,9")]
    [InlineData("1 234 567", "–")]
    public void Find_BoxedHeaderOverOpenBody_GivesItsColumnsToTheRows(string first, string second)
    {
        var page = new PageSketch().Grid([50, 200, 300, 400], [96, 116]).Horizontal(216, 50, 400).Vertical(50, 116, 216)
            .Vertical(200, 116, 216).Vertical(400, 116, 216).Text(60, 101, "Land").TextTo(290, 101, "2001").TextTo(390, 101, "2002");
        string[] names = ["Bayern", "Berlin", "Bremen", "Hessen"];
        for (var row = 0; row < names.Length; row++)
        {
            Spaced(Spaced(page.Text(60, 126 + (row * 22), names[row]), 290, 126 + (row * 22), row == 1 ? first : "454 864"),
                390, 126 + (row * 22), row == 1 ? second : "234 571");
        }

        Assert.Equal(
            $"Land|2001|2002\nBayern|454 864|234 571\nBerlin|{first}|{second}\nBremen|454 864|234 571\nHessen|454 864|234 571",
            page.Print());
    }

    /// <summary>Rows are ruled, their texts wrapped, and the header stands over the first line.</summary>
    [Theory]
    [InlineData(2, "What|How|Who|Budget\nRetail trade|by small shops|Ministry|10.00\nRetail trade|by small shops|Ministry|10.00")]
    [InlineData(1, "Retail|by small|Ministry|10.00\ntrade|shops||")]
    public void Find_RuledRowsOfWrappedText_AreOneRowEach(int rows, string expected)
    {
        var page = new PageSketch().Text(60, 100, "What").Text(150, 100, "How").Text(260, 100, "Who").TextTo(390, 100, "Budget")
            .Horizontal(116, 50, 400);
        for (var row = 0; row < rows; row++)
        {
            var top = 121 + (row * 34);
            page.Text(60, top, "Retail").Text(60, top + 12, "trade").Text(150, top, "by small").Text(150, top + 12, "shops")
                .Text(260, top, "Ministry").TextTo(390, top, "10.00").Horizontal(top + 29, 50, 400);
        }

        Assert.StartsWith(expected, page.Print(), StringComparison.Ordinal);
    }

    /// <summary>Running text between lines of one width is no row, also where one of its lines has a wide gap.</summary>
    [Fact]
    public void Find_TextBetweenLinesOfOneWidth_IsNoRow()
    {
        var page = new PageSketch();
        for (var band = 0; band < 3; band++)
        {
            var top = 116 + (band * 64);
            page.Horizontal(top, 50, 400).Text(60, top + 5, "small differences").Text(200, top + 5, "are read with care")
                .Text(60, top + 17, "while totals may not add because").Text(60, top + 29, "of rounding in 2020 and the")
                .Text(60, top + 41, "figures of later years");
        }

        Assert.Empty(page.Horizontal(308, 50, 400).Find().Grids);
    }

    /// <summary>As in accounts: the last line stands over the total.</summary>
    [Theory]
    [InlineData("$ 60.00", "$ (70.00)", 0, true)]
    [InlineData("60.00", "-", 0, true)]
    [InlineData("60.00", "", 0, false)]
    [InlineData("60.00", "see below", 0, false)]
    [InlineData("60.00", "70.00", 40, false)]
    [InlineData("60.00", "70.00", 0, true, 9)]
    [InlineData("60.00", "70.00", 0, false, 11)]
    public void Find_TotalBelowTheLastLine_BelongsToTheTable(string first, string second, int aside, bool belongs, int drop = 4)
    {
        var page = Head(new PageSketch().Horizontal(96, 50, 400).Horizontal(116, 50, 400).Horizontal(182, 50, 400), 100);
        Row(page, 122, "Mining", "10.00", "20.00");
        Row(page, 142, "Retail", "20.00", "(50.00)");
        Row(page, 162, "Trade", "30.00", "40.00");
        Spaced(Spaced(page.Text(60, 182 + drop, "All"), 230 + aside, 182 + drop, first), 330 + aside, 182 + drop, second);

        Assert.Equal(belongs, page.Find().Grids[0].Cells.Exists(static cell => cell.Text == "All"));
    }

    [Theory]
    [InlineData("1,234.50", true)]
    [InlineData("$1,234", true)]
    [InlineData("￥12.50", true)]
    [InlineData("(1,234)", true)]
    [InlineData("(0.5)", true)]
    [InlineData("12,5", true)]
    [InlineData("1234,50", true)]
    [InlineData("(1)", false)]
    [InlineData("(2024)", false)]
    [InlineData("1,2,3", false)]
    [InlineData("1.2,3", false)]
    [InlineData("1,2345", false)]
    [InlineData(",5", false)]
    [InlineData("50%,5", false)]
    [InlineData("$", false)]
    [InlineData("", false)]
    public void IsFigure_NumbersOfAnyCountry_AreToldFromLists(string text, bool isFigure) =>
        Assert.Equal(isFigure, Characters.IsFigure(text));

    [Theory]
    [InlineData(3, 0)]
    [InlineData(2, 1)]
    public void Find_BarsOverTheLinesOfAGrid_AreAChart(int bars, int tables)
    {
        var page = Frame();
        for (var bar = 0; bar < bars; bar++)
        {
            page.Fill(new Box(100, 104 + (bar * 20), 230 + (bar * 33), 114 + (bar * 20)), 0x556688);
        }

        Assert.Equal(tables, page.Find().Grids.Count);
    }

    /// <summary>Shading ends at a line, marks hold text, bars in cells stay there, and what is white is not seen.</summary>
    [Theory]
    [InlineData(100, 250, 300, 350, 0x556688)]
    [InlineData(100, 150, 160, 170, 0x556688)]
    [InlineData(100, 230, 263, 296, 0xFFFFFF)]
    [InlineData(100, 230, 230, 230, 0x556688)]
    [InlineData(60, 230, 263, 296, 0x556688)]
    public void Find_OtherAreasOverAGrid_LeaveItATable(double left, double first, double second, double third, int rgb)
    {
        var page = Frame();
        page.Fill(new Box(left, 104, first, 114), rgb).Fill(new Box(left, 124, second, 134), rgb).Fill(new Box(left, 144, third, 154), rgb);

        Assert.Single(page.Find().Grids);
    }

    /// <summary>Five columns; a name in each row, figures in the last column.</summary>
    private static PageSketch Frame()
    {
        var page = new PageSketch().Grid([50, 200, 250, 300, 350, 400], [100, 120, 140, 160, 180]);
        for (var row = 0; row < 4; row++)
        {
            page.Text(55, 105 + (row * 20), "Retail").TextTo(395, 105 + (row * 20), "10.00");
        }

        return page;
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(8, false)]
    public void Find_NamesOutsideTheFrame_AreItsFirstColumnIfLevel(int drop, bool isColumn)
    {
        var page = new PageSketch().Grid([150, 240, 340], [96, 116, 136, 156, 176]);
        string[] names = ["Alabama", "Alaska", "Arizona"];
        page.TextTo(230, 100, "2020").TextTo(330, 100, "2021");
        for (var row = 0; row < 3; row++)
        {
            page.Text(60, 120 + (row * 20) + drop, names[row])
                .TextTo(230, 120 + (row * 20), "10.00").TextTo(330, 120 + (row * 20), "20.00");
        }

        var grid = page.Find().Grids.Single();

        Assert.Equal(isColumn ? 3 : 2, grid.ColumnCount);
        Assert.Equal(isColumn ? "Alaska" : "10.00", grid.CellAt(2, 0)!.Text);
    }

    /// <summary>Two names are too few to tell a column from a label beside a table.</summary>
    [Fact]
    public void Find_TwoNamesOutsideTheFrame_StayOutside()
    {
        var page = new PageSketch().Grid([150, 240, 340], [96, 116, 136]);
        for (var row = 0; row < 2; row++)
        {
            page.Text(60, 100 + (row * 20), "Alaska").TextTo(230, 100 + (row * 20), "10.00").TextTo(330, 100 + (row * 20), "20.00");
        }

        Assert.Equal(2, page.Find().Grids.Single().ColumnCount);
    }

    [Fact]
    public void Deal_HeadingsOverOneLine_EachIsCentredOverItsColumns()
    {
        double[] lines = [0, 100, 150, 200, 250, 300, 350];

        Assert.Equal([(1, 2), (3, 5)], HeadingSpans.Deal([At(150), At(275)], lines, 1, 5));
        Assert.Equal([(1, 4), (5, 5)], HeadingSpans.Deal([At(200), At(325)], lines, 1, 5));
    }

    /// <summary>Half a column away from any middle, nothing is known.</summary>
    [Fact]
    public void Deal_HeadingOverNoMiddle_IsNotDealt()
    {
        double[] lines = [0, 100, 150, 200, 250, 300, 350];

        Assert.Null(HeadingSpans.Deal([At(110), At(190)], lines, 1, 5));
        Assert.Null(HeadingSpans.Deal([At(125), At(175)], lines, 1, 2));
    }

    /// <summary>Writes a text with its blanks, a third of an em each, to end at a place.</summary>
    private static PageSketch Spaced(PageSketch page, double right, double top, string text)
    {
        var words = text.Split(' ');
        return page.Text(right - words.Sum(static word => word.Length * 5) - ((words.Length - 1) * 10 / 3.0), top, text);
    }

    private static Box At(double middle) => new(middle - 5, 0, middle + 5, 10);

    private static PageSketch Head(PageSketch page, double top) =>
        page.Text(60, top, "Area").TextTo(230, top, "Total").TextTo(330, top, "Other");

    private static PageSketch Row(PageSketch page, double top, string name, string first, string second) =>
        page.Text(60, top, name).TextTo(230, top, first).TextTo(330, top, second);
}
