using Extractor.Extracting.Tables.Headers;
using Extractor.Model.Tables;

namespace Extractor.Tests.Extracting.Tables;

public sealed class AlignedTableFinderTests
{
    /// <summary>
    /// Below 决算数 a line is drawn, below 地区 none; neither the sides nor the end are (地方转移支付分市县决算表 over several pages).
    /// </summary>
    [Theory]
    [InlineData("地区")]
    [InlineData("")]
    public void Find_OneBoxedHeading_IsACellOfTheRows(string beside)
    {
        var page = new PageSketch().Horizontal(90, 100, 400).Horizontal(110, 300, 400).Vertical(300, 90, 300).Text(320, 95, "决算数")
            .Text(150, 95, beside);
        for (var row = 0; row < 7; row++)
        {
            page.Text(120, 115 + (15 * row), "某某县").TextTo(390, 115 + (15 * row), $"{9 - row}5173");
        }

        var tables = Tables.Document(page).Tables;

        Assert.Equal(beside.Length > 0 ? 8 : 7, Assert.Single(tables).RowCount);
        Assert.Equal(beside.Length > 0, tables[0].Cells.Any(static cell => cell.Text == "决算数"));
    }

    /// <summary>The same where the page ends the table with a line; a name beside none of the figures leaves the cell whole.</summary>
    [Theory]
    [InlineData(null, 4)]
    [InlineData(160.0, 2)]
    public void Find_RowLineThroughTheFiguresAlone_RulesTheNamesToo(double? more, int rows)
    {
        var page = new PageSketch().Horizontal(90, 100, 400).Horizontal(110, 300, 400).Horizontal(260, 100, 400).Vertical(300, 90, 260)
            .Text(150, 95, "地区").Text(320, 95, "决算数");
        for (var row = 0; row < 3; row++)
        {
            page.Text(120, 115 + (15 * row), "某某县").TextTo(390, 115 + (15 * row), $"{9 - row}5173");
        }

        if (more is { } top)
        {
            page.Text(120, top, "某某县");
        }

        Assert.Equal(rows, Tables.Single(page).RowCount);
    }

    [Fact]
    public void Find_HorizontalLinesOnly_GivesColumnsByAlignment()
    {
        var page = Rows(new PageSketch().Horizontal(95, 50, 400).Horizontal(118, 50, 400).Horizontal(195, 50, 400), 100);
        var grid = page.Find().Grids.Single();

        Assert.Equal(TableMethod.Aligned, grid.Method);
        Assert.Equal("项目|本年|上年\n工资福利支出|1,234.00|1.00\n办公费|20.00|30.00\n合计|1,254.00|31.00", PageSketch.Print(grid));
    }

    [Fact]
    public void Find_NoLines_GivesTheSame() => Assert.Equal(
        "项目|本年|上年\n工资福利支出|1,234.00|1.00\n办公费|20.00|30.00\n合计|1,254.00|31.00",
        Rows(new PageSketch(), 100).Print());

    [Fact]
    public void Find_FiguresOffTheLabelsBaseline_StandInTheirRow() => Assert.Equal(
        "项目|本年|上年\n工资福利支出|1,234.00|1.00\n办公费|20.00|30.00\n合计|1,254.00|31.00",
        Rows(new PageSketch(), 100, drop: 4).Print());

    [Fact]
    public void Find_RunningText_IsNoTable()
    {
        var page = new PageSketch();
        for (var line = 0; line < 20; line++)
        {
            page.Text(50, 100 + (line * 20), "2026年收入预算1,234.56万元，比上年增加12.3%，其中财政拨款");
        }

        Assert.Empty(page.Find().Grids);
    }

    [Fact]
    public void Find_ListOfContents_IsNoTable()
    {
        var page = new PageSketch();
        for (var line = 0; line < 12; line++)
        {
            page.Text(50, 100 + (line * 20), $"第{line + 1}部分部门概况").TextTo(500, 100 + (line * 20), $"{line + 3}");
        }

        Assert.Empty(page.Find().Grids);
    }

    [Fact]
    public void Find_HeadingsOverTwoColumnsEach_TheRowBelowThemIsHeaderToo()
    {
        var page = new PageSketch()
            .Text(110, 100, "收入").Text(310, 100, "支出")
            .Text(60, 120, "项目").TextTo(230, 120, "预算数").Text(270, 120, "项目").TextTo(430, 120, "预算数");
        for (var row = 0; row < 4; row++)
        {
            page.Text(60, 140 + (row * 20), "财政拨款收入").TextTo(230, 140 + (row * 20), "1,234.00").Text(270, 140 + (row * 20), "教育支出")
                .TextTo(430, 140 + (row * 20), "1,234.00");
        }

        var grid = page.Find().Grids.Single();

        Assert.Equal(2, HeaderFinder.CountRows(grid));
        Assert.EndsWith("预算数", HeaderPaths.Of(grid, 2)[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Find_HeadingOfAColumnWithoutFigures_HasItsOwnColumn()
    {
        var page = new PageSketch().Text(60, 100, "科目名称").TextTo(230, 100, "合计").TextTo(330, 100, "基本支出").TextTo(430, 100, "项目支出");
        for (var row = 0; row < 4; row++)
        {
            page.Text(60, 120 + (row * 20), "水利工程").TextTo(230, 120 + (row * 20), "1,234.00").TextTo(430, 120 + (row * 20), "1,234.00");
        }

        var grid = page.Find().Grids.Single();
        var paths = HeaderPaths.Of(grid, HeaderFinder.CountRows(grid));

        Assert.Equal(["科目名称", "合计", "基本支出", "项目支出"], paths);
    }

    private static PageSketch Rows(PageSketch page, double top, double drop = 0) => page
        .Text(60, top + 5, "项目").TextTo(280, top + 5, "本年").TextTo(390, top + 5, "上年")
        .Text(60, top + 25, "工资福利支出").TextTo(280, top + 25 + drop, "1,234.00").TextTo(390, top + 25 + drop, "1.00")
        .Text(60, top + 45, "办公费").TextTo(280, top + 45 + drop, "20.00").TextTo(390, top + 45 + drop, "30.00")
        .Text(60, top + 65, "合计").TextTo(280, top + 65 + drop, "1,254.00").TextTo(390, top + 65 + drop, "31.00");
}
