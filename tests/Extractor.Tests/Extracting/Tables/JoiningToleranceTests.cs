using Extractor.Extracting.Tables.Joining;
using Extractor.Model.Tables;
using Extractor.Tables;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Both sides of every tolerance of <see cref="JoiningTolerances"/>.</summary>
public sealed class JoiningToleranceTests
{
    private static readonly double[] Columns = [50, 150, 250, 350];

    [Theory]
    [InlineData(104.9, 1)]
    [InlineData(105.1, 2.0 / 3)]
    public void SameLine_LinesOfTwoPages_AgreeUpToIt(double line, double agreement) =>
        Assert.Equal(agreement, ColumnAlignment.Agreement(Lines(0, 100, 200), Lines(0, line, 200)), 6);

    [Theory]
    [InlineData(115.9, true)]
    [InlineData(116.1, false)]
    public void SameChannel_ChannelsOfTwoPages_AgreeUpToIt(double channel, bool expected) =>
        Assert.Equal(expected, ColumnAlignment.HaveSameChannels(Lines(0, 100, 400), Lines(0, channel, 400)));

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void ShareOfChannels_ThreeChannels_AgreeInTwo(int agreeing, bool expected) => Assert.Equal(
        expected, ColumnAlignment.HaveSameChannels(Lines(0, 100, 200, 300, 400), Lines(0, 100, agreeing > 1 ? 200 : 230, 330, 400)));

    [Fact]
    public void ShareOfChannels_FiveChannels_DoNotAgreeInThree() => Assert.False(ColumnAlignment.HaveSameChannels(
        Lines(0, 100, 200, 300, 400, 500, 600), Lines(0, 100, 200, 300, 430, 530, 600)));

    [Theory]
    [InlineData(385, true)]
    [InlineData(383, false)]
    public void SameWidth_WidthsOfTwoPages_AreOneUpToIt(double width, bool expected) =>
        Assert.Equal(expected, ColumnAlignment.HaveSameWidth(Lines(0, 400), Lines(0, width)));

    [Theory]
    [InlineData(150, 1)]
    [InlineData(120, 2)]
    public void AgreeingLines_GridOfTheSameWidth_GoesOnWithHalfOfItsLines(double line, int tables) => Assert.Equal(
        tables,
        Tables.Document(
            Page(1).Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
            Page(2).Table([50, line, 180, 220, 300, 350], 40, ["乙", "3.00", "4.00", "5.00", "6.00"])).Tables.Length);

    [Fact]
    public void AgreeingLines_ThreeOfSeven_AreTooFew() => Assert.Equal(2, Tables.Document(
        Page(1).Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
        Page(2).Table([50, 150, 180, 210, 300, 320, 350], 40, ["乙", "3.00", "4.00", "5.00", "6.00", "7.00"])).Tables.Length);

    [Theory]
    [InlineData(11, 1)]
    [InlineData(9, 2)]
    public void AgreeingLinesOfOtherWidth_NarrowerGridWithoutFigures_GoesOnWithNearlyAllLines(int columns, int tables)
    {
        double[] lines = [.. Enumerable.Range(0, columns + 1).Select(static line => 20 + (line * 40.0))];
        string[] header = [.. Enumerable.Range(0, columns).Select(static column => $"目{(char)('甲' + column)}")];
        string[] names = [.. Enumerable.Repeat("名", columns)];
        double[] narrower = [.. lines[..^1], lines[^1] - 25];

        Assert.Equal(tables, Tables.Document(Page(1).Table(lines, 100, header, names), Page(2).Table(narrower, 40, names)).Tables.Length);
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(6, 4)]
    public void SameCells_HeaderOfTheNextPage_RepeatsWithMostOfItsCells(int same, int rows)
    {
        double[] lines = [.. Enumerable.Range(0, 11).Select(static line => 20 + (line * 40.0))];
        string[] header = [.. Enumerable.Range(0, 10).Select(static column => $"目{(char)('甲' + column)}")];
        string[] next = [.. header.Select((text, column) => column < same ? text : "栏" + text)];
        string[] figures = ["名", .. Enumerable.Repeat("1.00", 9)];

        Assert.Equal(rows, Tables.Single(Page(1).Table(lines, 100, header, figures), Page(2).Table(lines, 40, next, figures)).RowCount);
    }

    [Theory]
    [InlineData(1.9, 1)]
    [InlineData(2.1, 2)]
    public void SameHeight_RightPartOfATable_HasItsRowsAtTheSameHeight(double lower, int tables) => Assert.Equal(
        tables,
        Tables.Document(
            Page(1).Text(150, 60, "收入总表").Table(Columns, 100, ["项目", "本年", "上年"], ["合计", "1.00", "2.00"]),
            Page(2).TextTo(350, 85, "单位：万元").Table([50, 200, 350], 100 + lower, ["事业收入", "其他收入"], ["5.00", "6.00"])).Tables.Length);

    [Theory]
    [InlineData(81.9, 15.9, "基本养老保险", 2)]
    [InlineData(82.1, 15.9, "基本养老保险", 3)]
    [InlineData(81.9, 16.1, "基本养老保险", 3)]
    [InlineData(71.9, 15.9, "基本养老保", 3)]
    public void FullLine_RowAtTheEdge_GoesOnWhereItsTextFillsTheCell(double width, double room, string label, int rows)
    {
        double[] columns = [50, 50 + width, 250, 350];
        var first = Page(1).Grid(columns, [100, 120, 135 + room]).Text(53, 105, "项目").Text(160, 105, "本年").Text(260, 105, "上年")
            .Text(53, 125, label).Text(160, 125, "1.00").Text(260, 125, "2.00");

        Assert.Equal(rows, Tables.Single(first, Page(2).Table(columns, 40, ["缴费支出", "", ""])).RowCount);
    }

    [Theory]
    [InlineData(12, 4)]
    [InlineData(13, 3)]
    public void LongestName_TwoTextsInOpenCells_AreTwoThingsUpToIt(int length, int rows)
    {
        // The first column is not closed at the edge, the others are.
        var name = new string('甲', length);
        var first = Page(1).Grid([50, 250, 350, 450], [100, 120]).Vertical(50, 120, 140).Grid([250, 350, 450], [120, 140])
            .Text(60, 105, "项目").Text(260, 105, "指标").Text(360, 105, "值").Text(60, 125, name).Text(260, 125, "产出").Text(360, 125, "≥一");
        var second = Page(2).Vertical(50, 40, 80).Horizontal(80, 50, 450).Grid([250, 350, 450], [40, 60, 80])
            .Text(60, 55, name.Replace('甲', '乙')).Text(260, 45, "成本").Text(360, 45, "≤二").Text(260, 65, "效益").Text(360, 65, "≥三");

        var table = Tables.Single(first, second);

        Assert.Equal(rows == 3, table.Cells.Any(cell => cell.Parts.Length > 1));
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(2, 4)]
    public void FewestNamedRows_TextWithoutAName_GoesOnWhereSoManyRowsHaveOne(int named, int rows)
    {
        string[][] all = [["项目", "预算数", "目标"], .. Enumerable.Repeat(new[] { "企业服务", "1.00", "1.审计。" }, named)];

        Assert.Equal(
            named >= 3 ? rows : named + 2,
            Tables.Single(Page(1).Table(Columns, 100, all), Page(2).Table(Columns, 40, ["", "", "2.拉动消费。"])).RowCount);
    }

    private static PageGrid Lines(params double[] columns) => new(1, TableMethod.Ruled, columns, [0, 20], []);

    private static PageSketch Page(int number) => new() { Number = number };
}
