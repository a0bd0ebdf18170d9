using System.Diagnostics;
using Extractor.Model.Layout;
using Extractor.Tables.Ruled;

namespace Extractor.Tests.Extracting.Tables;

public sealed class RuledTableFinderTests
{
    private static readonly double[] ThreeColumns = [50, 200, 300, 400];

    [Fact]
    public void Find_FullGrid_GivesEveryCell() => Assert.Equal(
        "项目|本年|上年\n合计|1.00|2.00",
        new PageSketch().Table(ThreeColumns, 100, ["项目", "本年", "上年"], ["合计", "1.00", "2.00"]).Print());

    [Fact]
    public void Find_MergedInBothDirections_GivesSpans()
    {
        var page = new PageSketch()
            .Horizontal(100, 50, 400).Horizontal(120, 200, 400).Horizontal(140, 50, 400).Horizontal(160, 50, 400)
            .Vertical(50, 100, 160).Vertical(200, 100, 160).Vertical(300, 120, 160).Vertical(400, 100, 160)
            .Text(60, 110, "项目").Text(260, 105, "支出").Text(210, 125, "基本").Text(310, 125, "项目")
            .Text(60, 145, "合计").Text(210, 145, "1.00").Text(310, 145, "2.00");

        Assert.Equal("[2x1]项目|[1x2]支出\n基本|项目\n合计|1.00|2.00", page.Print());
    }

    [Fact]
    public void Find_OpenLeftAndRight_EndsWhereTheLinesEnd()
    {
        var page = new PageSketch()
            .Horizontal(100, 50, 400).Horizontal(120, 50, 400).Horizontal(140, 50, 400)
            .Vertical(200, 100, 140).Vertical(300, 100, 140)
            .Text(60, 105, "项目").Text(210, 105, "本年").Text(310, 105, "上年")
            .Text(60, 125, "合计").Text(210, 125, "1.00").Text(310, 125, "2.00");

        Assert.Equal("项目|本年|上年\n合计|1.00|2.00", page.Print());
    }

    [Fact]
    public void Find_DoubleLines_MakeNoThinRows()
    {
        var page = new PageSketch().Table(ThreeColumns, 100, ["项目", "本年", "上年"], ["合计", "1.00", "2.00"])
            .Horizontal(122.5, 50, 400).Vertical(202, 100, 140);

        Assert.Equal("项目|本年|上年\n合计|1.00|2.00", page.Print());
    }

    [Fact]
    public void Find_UnderlineInCell_IsNoRow()
    {
        var page = new PageSketch().Table(ThreeColumns, 100, ["项目", "本年", "上年"], ["合计", "1.00", "2.00"]).Horizontal(133, 60, 120);

        Assert.Equal("项目|本年|上年\n合计|1.00|2.00", page.Print());
    }

    [Fact]
    public void Find_LinesWithGaps_StillTellCellsApart()
    {
        var page = new PageSketch()
            .Horizontal(100, 50, 400).Horizontal(120, 50, 400).Horizontal(140, 50, 400)
            .Vertical(50, 102, 118).Vertical(50, 122, 138).Vertical(200, 102, 118).Vertical(200, 122, 138).Vertical(400, 102, 138)
            .Text(60, 105, "项目").Text(210, 105, "本年").Text(60, 125, "合计").Text(210, 125, "1.00");

        Assert.Equal("项目|本年\n合计|1.00", page.Print());
    }

    [Fact]
    public void Find_TwoTablesOnAPage_GivesTwoGrids()
    {
        var page = new PageSketch().Table(ThreeColumns, 100, ["甲", "乙", "丙"], ["1", "2", "3"])
            .Table(ThreeColumns, 300, ["丁", "戊", "己"], ["4", "5", "6"]);

        Assert.Equal(2, page.Find().Grids.Count);
    }

    [Fact]
    public void Find_ColumnsThatRunThroughThePage_BelongToTheGrid()
    {
        // The merged cells at the left began on the page before and end on the next: they have no lines above and below.
        var page = new PageSketch()
            .Vertical(50, 100, 140).Vertical(120, 100, 140)
            .Grid([200, 300, 400], [100, 120, 140])
            .Text(60, 115, "项目").Text(130, 115, "目标").Text(210, 105, "产出").Text(310, 105, "1").Text(210, 125, "效益").Text(310, 125, "2");

        Assert.Equal("[2x1]项目|[2x1]目标|产出|1\n效益|2", page.Print());
    }

    [Fact]
    public void Find_FrameAroundText_IsNoTableAndKeepsItsText()
    {
        var document = Tables.Document(new PageSketch().Grid([50, 400], [100, 300]).Text(60, 150, "说明文字"));

        Assert.Empty(document.Tables);
        Assert.Equal("说明文字", Assert.Single(document.Pages[0].Lines).Text);
    }

    [Theory]
    [InlineData("1009.61", 0)]
    [InlineData("甲项目", 1)]
    public void Find_BandsBehindAChart_AreNoTable(string text, int tables)
    {
        var page = new PageSketch().Grid([50, 400], [100, 120, 140, 160, 180, 200]).Text(60, 105, "100000").Text(60, 185, text);

        Assert.Equal(tables, page.Find().Grids.Count);
        Assert.Equal(tables == 0 ? 2 : 0, page.Find().Lines.Count);
    }

    [Fact]
    public void Find_ChartInAFrame_ItsFiguresStayLinesOfThePage()
    {
        // 西安市工业和信息化局 2022, page 11: the words over the bars were on no line and in no cell.
        var page = new PageSketch().Grid([50, 400], [100, 300]).Grid([80, 380], [140, 160, 180, 200, 220, 240])
            .Text(180, 115, "支出功能分类明细").Text(60, 145, "100000").Text(100, 226, "1009.61").Text(150, 226, "31.66");

        var find = page.Find();
        foreach (var grid in find.Grids.ToList())
        {
            find.Dissolve(grid);
        }

        var text = string.Join(' ', find.Lines.Select(static line => line.Text));
        Assert.All(["支出功能分类明细", "100000", "1009.61", "31.66"], word => Assert.Equal(1, text.Split(word).Length - 1));
    }

    [Fact]
    public void Find_FiguresWithoutAnyName_AreThoseOfAChart()
    {
        var page = new PageSketch();
        for (var row = 0; row < 4; row++)
        {
            page.TextTo(130, 100 + (row * 20), "1.00").TextTo(280, 100 + (row * 20), "2.00").TextTo(390, 100 + (row * 20), "3.00");
        }

        Assert.Empty(page.Find().Grids);
        Assert.Equal(4, page.Find().Lines.Count);
    }

    [Fact]
    public void Find_TwentyThousandRulings_TakesNoTime()
    {
        var page = new PageSketch { Width = 2000, Height = 2000 };
        for (var row = 0; row < 100; row++)
        {
            for (var column = 0; column < 50; column++)
            {
                var (left, top) = (10 + (column * 30), 10 + (row * 15));
                page.Horizontal(top, left, left + 30).Horizontal(top + 15, left, left + 30).Vertical(left, top, top + 15)
                    .Vertical(left + 30, top, top + 15);
            }
        }

        var layout = page.ToLayout();
        var watch = Stopwatch.StartNew();
        var grid = Assert.Single(RuledTableFinder.Find(layout)!);

        Assert.Equal((100, 50), (grid.RowCount, grid.ColumnCount));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
    }

    [Fact]
    public void Find_DrawingOfCrossingLines_IsGivenUpWithAFinding()
    {
        var page = new PageSketch { Width = 20000, Height = 20000 };
        for (var index = 0; index < 4000; index++)
        {
            page.Horizontal(10 + (index * 4.5), 0, 20000).Vertical(10 + (index * 4.5), 0, 20000);
        }

        var watch = Stopwatch.StartNew();
        var find = page.Find();

        Assert.Empty(find.Grids);
        Assert.Equal("too_many_rulings", Assert.Single(find.Findings).Rule);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 5000);
    }

    [Fact]
    public void Find_PageOfDots_HasNoTable()
    {
        var page = new PageSketch();
        for (var index = 0; index < 5000; index++)
        {
            page.Horizontal(10 + (index % 70 * 10), 10 + (index / 70 * 8), 11 + (index / 70 * 8));
        }

        Assert.Empty(page.Find().Grids);
    }

    [Fact]
    public void Find_CellBoxes_CoverTheGridWithoutOverlap()
    {
        var grid = new PageSketch().Table(ThreeColumns, 100, ["甲", "乙", "丙"], ["1", "2", "3"]).Find().Grids.Single();

        Assert.Equal(new Box(50, 100, 400, 140), grid.Box);
        Assert.Equal(350 * 40, grid.Cells.Sum(cell => cell.Box.Width * cell.Box.Height), 3);
    }
}
