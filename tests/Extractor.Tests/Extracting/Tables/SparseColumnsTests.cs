using Extractor.Extracting.Tables.Headers;
using Extractor.Extracting.Tables.Joining;
using Extractor.Model.Tables;
using Extractor.Tables;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Tables without vertical lines in which columns are empty, nearly empty, or touch.</summary>
public sealed class SparseColumnsTests
{
    [Fact]
    public void Find_TwoFiguresOfOneRowAmongManyRows_HaveAColumnEach()
    {
        var page = Rows(20, (230, static _ => "1,234.00"),
            (330, static row => row == 3 ? "275.08" : ""), (430, static row => row == 3 ? "9.00" : ""));

        Assert.Equal("水利工程|1,234.00|275.08|9.00", PageSketch.Print(page.Find().Grids.Single()).Split('\n')[3]);
    }

    [Fact]
    public void Find_AmountsUnderEachOtherInNoRow_AreTwoColumns()
    {
        var page = Rows(20, (230, static _ => "1,234.00"),
            (330, static row => row == 3 ? "275.08" : ""), (430, static row => row == 5 ? "9.00" : ""));

        var rows = PageSketch.Print(page.Find().Grids.Single()).Split('\n');
        Assert.Equal("水利工程|1,234.00|275.08|", rows[3]);
        Assert.Equal("水利工程|1,234.00||9.00", rows[5]);
    }

    [Theory]
    [InlineData(309, "3")] // an em and less apart: set to another edge within one column
    [InlineData(310, "4")]
    public void Find_AmountsHardlyApart_AreOneColumn(double left, string columns)
    {
        var page = Rows(8, (230, static _ => "1,234.00"), (300, static row => row == 3 ? "275" : ""));
        page.Text(left, 160, "9.00");

        Assert.Equal(columns, $"{page.Find().Grids.Single().ColumnCount}");
    }

    [Fact]
    public void Find_DashesInTheMiddleOfAColumn_AreNoColumn()
    {
        var page = Rows(20, (230, static _ => "1,234.00"), (330, static row => row == 3 ? "1,275.08" : ""));
        page.Text(270, 200, "-");

        Assert.Equal(3, page.Find().Grids.Single().ColumnCount);
    }

    [Fact]
    public void Find_HeadingOverTwoColumnsInTheWhiteBetweenThem_IsNoColumn()
    {
        var page = new PageSketch().Text(285, 80, "支出").Text(60, 100, "科目名称").TextTo(230, 100, "合计").TextTo(430, 100, "项目支出");
        for (var row = 0; row < 4; row++)
        {
            page.Text(60, 120 + (row * 20), "水利工程").TextTo(230, 120 + (row * 20), "1,234.00").TextTo(430, 120 + (row * 20), "1,234.00");
        }

        Assert.Equal(3, page.Find().Grids.Single().ColumnCount);
    }

    [Fact]
    public void Find_HeadingsCentredOverFiguresSetToTheRight_AreNoColumns()
    {
        var page = new PageSketch().Text(60, 100, "科目名称").Text(180, 100, "合计").Text(300, 100, "本年").Text(420, 100, "上年");
        for (var row = 0; row < 4; row++)
        {
            var top = 120 + (row * 20);
            page.Text(60, top, "水利工程").TextTo(240, top, "1.00").TextTo(360, top, "1.00").TextTo(480, top, "0.00");
        }

        Assert.Equal(4, page.Find().Grids.Single().ColumnCount);
    }

    /// <summary>基本支出 stands where the white is widest; the line under it tells that it spans, and where its columns begin.</summary>
    [Fact]
    public void Find_HeadingOverALineInTheWhite_DoesNotMoveTheChannel()
    {
        var page = new PageSketch().Horizontal(70, 50, 460).Horizontal(95, 280, 460).Horizontal(120, 50, 460).Horizontal(220, 50, 460)
            .Text(345, 80, "基本支出")
            .Text(60, 100, "科目名称").TextTo(230, 100, "总计").Text(292, 100, "人员经费").Text(362, 100, "日常公用经费");
        for (var row = 0; row < 4; row++)
        {
            var top = 125 + (row * 22);
            page.Text(60, top, "水利工程").TextTo(230, top, "1,234.00").TextTo(345, top, "1,200.00").TextTo(450, top, "34.00");
        }

        var grid = page.Find().Grids.Single();
        var paths = HeaderPaths.Of(grid, HeaderFinder.CountRows(grid));

        Assert.Equal(["科目名称", "总计", "基本支出 / 人员经费", "基本支出 / 日常公用经费"], paths);
        Assert.Equal(280, grid.ColumnLines[2]);
    }

    [Fact]
    public void Find_HeadingBehindAllFigures_HasAnEmptyColumn()
    {
        var page = new PageSketch().Text(60, 100, "科目名称").TextTo(230, 100, "合计").TextTo(330, 100, "基本支出").TextTo(430, 100, "单位资金");
        for (var row = 0; row < 4; row++)
        {
            page.Text(60, 120 + (row * 20), "水利工程").TextTo(230, 120 + (row * 20), "1,234.00").TextTo(330, 120 + (row * 20), "1,234.00");
        }

        var grid = page.Find().Grids.Single();

        Assert.Equal(["科目名称", "合计", "基本支出", "单位资金"], HeaderPaths.Of(grid, HeaderFinder.CountRows(grid)));
    }

    /// <summary>科目名称 stands at half the height of two rows, across the line that is drawn beside it.</summary>
    [Fact]
    public void Find_HeadingBesideALineUnderAnother_IsInTheLowerRow()
    {
        var page = new PageSketch().Horizontal(70, 50, 460).Horizontal(92, 245, 460).Horizontal(115, 50, 460).Horizontal(220, 50, 460)
            .Text(335, 78, "基本支出").Text(60, 86, "科目名称").TextTo(230, 86, "总计").TextTo(345, 100, "人员经费").TextTo(450, 100, "公用经费");
        for (var row = 0; row < 4; row++)
        {
            var top = 120 + (row * 22);
            page.Text(60, top, "水利工程").TextTo(230, top, "1,234.00").TextTo(345, top, "1,200.00").TextTo(450, top, "34.00");
        }

        var grid = page.Find().Grids.Single();

        Assert.Equal(
            ["科目名称", "总计", "基本支出 / 人员经费", "基本支出 / 公用经费"], HeaderPaths.Of(grid, HeaderFinder.CountRows(grid)));
    }

    [Fact]
    public void Find_AmountsThatStandCloseToCodesInBrackets_AreCutFromThem()
    {
        var page = new PageSketch();
        string[] amounts = ["11224.41", "999.39", "12223.80"], names = ["[205]教育支出", "[221]住房保障支出", "支出总计"];
        for (var row = 0; row < 3; row++)
        {
            var top = 100 + (row * 20);
            page.Text(60, top, "财政拨款").TextTo(240, top, amounts[row]).Text(248, top, names[row]).TextTo(430, top, "9.00");
        }

        Assert.StartsWith("财政拨款|11224.41|[205]教育支出|9.00", page.Print(), StringComparison.Ordinal);
    }

    [Fact]
    public void CountRows_NamesBelowASpanBesideBlanks_AreHeader()
    {
        var grid = new PageGrid(1, TableMethod.Aligned, [0, 50, 100, 150, 200], [0, 20, 40, 60], [
            Cell(0, 0, "科目"), Cell(0, 1, "合计"), Cell(0, 2, "本年预算", 2),
            Cell(1, 0, ""), Cell(1, 1, ""), Cell(1, 2, "小计"), Cell(1, 3, "一般公共预算"),
            Cell(2, 0, "教育"), Cell(2, 1, "1.00"), Cell(2, 2, "2.00"), Cell(2, 3, "3.00")]);

        Assert.Equal(2, HeaderFinder.CountRows(grid));
    }

    [Fact]
    public void CountRows_OneHeadingOverSeveralOfARowThatNamesAll_IsTwo()
    {
        var grid = new PageGrid(1, TableMethod.Aligned, [0, 50, 100, 150, 200], [0, 20, 40, 60], [
            Cell(0, 0, ""), Cell(0, 1, "公务用车购置及运行费", 2), Cell(0, 3, ""),
            Cell(1, 0, "单位名称"), Cell(1, 1, "购置费"), Cell(1, 2, "运行费"), Cell(1, 3, "接待费"),
            Cell(2, 0, "水务局"), Cell(2, 1, "1.00"), Cell(2, 2, "2.00"), Cell(2, 3, "3.00")]);

        Assert.Equal(2, HeaderFinder.CountRows(grid));
    }

    [Fact]
    public void Find_AmountsThatTouchTheNamesBehindThem_AreCutWhereLengthsDiffer() => Assert.Equal(
        "一、财政拨款收入|11224.41|一、教育支出|1043.99\n二、其他收入|999.39|二、住房保障支出|557.12\n收入总计|12223.80|支出总计|1601.11",
        Touching(["11224.41", "999.39", "12223.80"]).Print());

    [Fact]
    public void Find_NumbersOfOneLengthBeforeText_AreNotCut() =>
        Assert.False(HoldsCell(Touching(["111.41", "999.39", "122.80"]), "999.39"));

    [Fact]
    public void Find_NumbersCloseBehindText_AreNotCut() => Assert.False(HoldsCell(
        Touching(["11224.41", "999.39", "12223.80"]).Text(186, 100, "共").Text(196, 120, "共").Text(186, 140, "共"), "999.39"));

    [Theory]
    [InlineData(1, true)]
    [InlineData(1.1, false)]
    public void Find_AmountsThatEndApart_TouchWithinAPoint(double apart, bool isCut)
    {
        var page = new PageSketch();
        string[] amounts = ["11224.41", "999.39"];
        for (var row = 0; row < 4; row++)
        {
            var top = 100 + (row * 20);
            page.Text(60, top, "收入").TextTo(430, top, "9.00");
            _ = row < 2
                ? page.TouchingText(238 + (row * apart), 243, top, amounts[row], "教育支出")
                : page.TextTo(238, top, "3.00").Text(260, top, "教育支出");
        }

        Assert.Equal(isCut, HoldsCell(page, "999.39"));
    }

    [Fact]
    public void Align_ColumnEmptyOnOnePage_AmountsStandUnderTheirOwn()
    {
        var first = Grid([0, 100, 200, 300, 400], (1, 190), (2, 290), (3, 390));
        var second = Grid([0, 100, 250, 400], (1, 190), (2, 390));

        Assert.Equal([[0, 1, 2, 3, 4], [0, 1, 3, 4]], ColumnAlignment.Align([first, second]));
    }

    [Fact]
    public void Align_AsManyColumnsAndAnotherOneEmpty_AmountsStandUnderTheirOwn()
    {
        var first = Grid([0, 100, 200, 300, 400], (1, 190), (2, 290), (3, 390));
        var second = Grid([0, 50, 100, 205, 400], (2, 190), (3, 390));

        Assert.Equal([[0, 2, 3, 4, 5], [0, 1, 2, 4, 5]], ColumnAlignment.Align([first, second]));
    }

    private static bool HoldsCell(PageSketch page, string text) =>
        page.Find().Grids.Exists(grid => grid.Cells.Exists(cell => cell.Text == text));

    private static PageSketch Touching(string[] amounts)
    {
        var page = new PageSketch();
        string[] names = ["一、财政拨款收入", "二、其他收入", "收入总计"], others = ["一、教育支出", "二、住房保障支出", "支出总计"];
        string[] spent = ["1043.99", "557.12", "1601.11"];
        for (var row = 0; row < 3; row++)
        {
            var top = 100 + (row * 20);
            page.Text(60, top, names[row]).TouchingText(240, 243, top, amounts[row], others[row]).TextTo(430, top, spent[row]);
        }

        return page;
    }

    private static PageSketch Rows(int count, params (double Right, Func<int, string> Text)[] columns)
    {
        var page = new PageSketch();
        for (var row = 0; row < count; row++)
        {
            page.Text(60, 100 + (row * 20), "水利工程");
            foreach (var (right, text) in columns)
            {
                page.TextTo(right, 100 + (row * 20), text(row));
            }
        }

        return page;
    }

    private static PageGrid Grid(double[] lines, params (int Column, double Right)[] amounts)
    {
        var cells = new List<GridCell>();
        for (var column = 0; column + 1 < lines.Length; column++)
        {
            var cell = Cell(0, column, "");
            foreach (var (_, right) in amounts.Where(amount => amount.Column == column))
            {
                cell.Lines.Add(new CellLine("1.00", new Model.Layout.Box(right - 20, 5, right, 15), 10, false, 0));
                cell.Text = "1.00";
            }

            cells.Add(cell);
        }

        return new PageGrid(1, TableMethod.Aligned, lines, [0, 20], cells);
    }

    private static GridCell Cell(int row, int column, string text, int span = 1) =>
        new(row, column, 1, span, new Model.Layout.Box(column * 50, row * 20, (column + span) * 50, (row + 1) * 20)) { Text = text };
}
