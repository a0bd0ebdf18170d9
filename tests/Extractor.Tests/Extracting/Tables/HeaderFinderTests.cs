using Extractor.Extracting.Tables.Headers;

namespace Extractor.Tests.Extracting.Tables;

public sealed class HeaderFinderTests
{
    private static readonly double[] Columns = [50, 150, 250, 350];

    [Fact]
    public void CountRows_OneHeaderOverAmounts_IsOne() => Assert.Equal(1, Count(
        ["项目", "本年", "上年"], ["合计", "1.00", "2.00"]));

    [Fact]
    public void CountRows_RowOfColumnNumbers_BelongsToTheHeader() => Assert.Equal(2, Count(
        ["项目", "本年", "上年"], ["栏次", "1", "2"], ["合计", "1.00", "2.00"]));

    /// <summary>The national form of final accounts: the parts of the code are named in the row of column numbers.</summary>
    [Fact]
    public void CountRows_PartsOfTheCodeBesideColumnNumbers_BelongToTheHeader() => Assert.Equal(2, Count(
        ["科目编码", "科目名称", "本年"], ["类", "栏次", "1"], ["201", "一般公共服务支出", "2.00"]));

    [Fact]
    public void CountRows_ColumnNumbersRunIntoABlankTotal_BelongToTheHeader() => Assert.Equal(2, Count(
        ["项目", "本年", "上年"], ["栏次合计", "1", "2"], ["201", "", ""]));

    [Fact]
    public void CountRows_LabelsWithoutFigures_AreNoHeader() => Assert.Equal(1, Count(
        ["项目", "本年", "上年"], ["一、外交支出", "", ""], ["二、国防支出", "", ""]));

    [Fact]
    public void CountRows_SpanDividedBelow_IsTwo()
    {
        var page = new PageSketch()
            .Horizontal(100, 50, 350).Horizontal(120, 150, 350).Horizontal(140, 50, 350).Horizontal(160, 50, 350).Horizontal(180, 50, 350)
            .Vertical(50, 100, 180).Vertical(150, 100, 180).Vertical(250, 120, 180).Vertical(350, 100, 180)
            .Text(60, 115, "项目").Text(200, 105, "支出").Text(160, 125, "基本").Text(260, 125, "项目")
            .Text(60, 145, "一、外交支出").Text(60, 165, "二、国防支出");
        var grid = page.Find().Grids.Single();

        Assert.Equal(2, HeaderFinder.CountRows(grid));
        Assert.Equal(["项目", "支出 / 基本", "支出 / 项目"], HeaderPaths.Of(grid, 2).AsEnumerable());
    }

    [Fact]
    public void CountRows_CodeColumnsMergedWithTheTotal_EndAboveTheAmounts()
    {
        // 类 reaches over the header row and the row of the total, which has no code.
        var page = new PageSketch()
            .Horizontal(100, 50, 450).Horizontal(120, 150, 450).Horizontal(140, 50, 450).Horizontal(160, 50, 450)
            .Vertical(50, 100, 160).Vertical(150, 100, 160).Vertical(250, 100, 160).Vertical(350, 100, 160).Vertical(450, 100, 160)
            .Text(60, 115, "类").Text(160, 105, "科目名称").Text(260, 105, "本年").Text(360, 105, "上年")
            .Text(160, 125, "合计").Text(260, 125, "1.00").Text(360, 125, "2.00")
            .Text(60, 145, "201").Text(160, 145, "一般公共服务").Text(260, 145, "1.00").Text(360, 145, "2.00");

        Assert.Equal(1, HeaderFinder.CountRows(page.Find().Grids.Single()));
    }

    [Fact]
    public void CountRows_FormOfEntries_HasNoHeader() => Assert.Equal(0, HeaderFinder.CountRows(
        new PageSketch()
            .Grid([50, 150, 350], [100, 120, 140]).Grid([50, 150, 250, 350], [140, 160])
            .Text(60, 105, "项目名称").Text(160, 105, "办公楼租金").Text(60, 125, "主管部门").Text(160, 125, "民政局")
            .Text(60, 145, "资金总额").Text(160, 145, "133.78").Find().Grids.Single()));

    [Fact]
    public void CountRows_TitleInsideTheGrid_IsCountedButNamesNoColumn()
    {
        var grid = new PageSketch()
            .Grid([50, 350], [100, 120]).Grid(Columns, [120, 140, 160])
            .Text(100, 105, "支出预算总表").Text(60, 125, "项目").Text(160, 125, "本年").Text(260, 125, "上年")
            .Text(60, 145, "合计").Text(160, 145, "1.00").Text(260, 145, "2.00").Find().Grids.Single();

        Assert.Equal(2, HeaderFinder.CountRows(grid));
        Assert.Equal(["项目", "本年", "上年"], HeaderPaths.Of(grid, 2).AsEnumerable());
    }

    [Theory]
    [InlineData("2026", false)]
    [InlineData("2010301", true)]
    [InlineData("0.00", true)]
    [InlineData("201", true)]
    [InlineData("预算数", false)]
    public void IsFigure_YearsAndNames_AreNone(string text, bool expected) => Assert.Equal(expected, HeaderFinder.IsFigure(text));

    private static int Count(params string[][] rows) =>
        HeaderFinder.CountRows(new PageSketch().Table(Columns, 100, rows).Find().Grids.Single());
}
