using Extractor.Extracting.Tables.Aligned;
using Extractor.Model.Layout;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Both sides of the tolerances of <see cref="AlignedTolerances"/>; text is 10 points high.</summary>
public sealed class AlignedToleranceTests
{
    [Theory]
    [InlineData(8.9, 1)]
    [InlineData(9.1, 2)]
    public void ColumnGap_PartsOfALine_AreApartBeyondIt(double gap, int segments) =>
        Assert.Equal(segments, Single(gap).Segments.Count);

    [Theory]
    [InlineData(4.4, 0)]
    [InlineData(4.6, 1)]
    public void WideSpace_WordsOfAPart_MayBeDividedBeyondIt(double gap, int gaps) =>
        Assert.Equal(gaps, Single(gap).Segments[0].Gaps.Count);

    [Theory]
    [InlineData(1.6, 1)]
    [InlineData(1.4, 0)]
    public void NarrowestChannel_WhiteBetweenColumns_DividesThemFromIt(double white, int channels) => Assert.Equal(
        channels, ColumnChannels.Find([Line(0, (0, 50), (50 + white, 100)), Line(20, (0, 50), (50 + white, 100))]).Count);

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void Crossing_LinesThatCrossAChannel_AreFewOfTwentyFive(int crossing, int channels) => Assert.Equal(
        channels,
        ColumnChannels.Find([.. Enumerable.Range(0, 25).Select(index =>
            index < crossing ? Line(index * 20, (0, 100)) : Line(index * 20, (0, 40), (60, 100)))]).Count);

    [Theory]
    [InlineData(3, 3, 1)]
    [InlineData(3, 2, 0)]
    [InlineData(2, 2, 0)]
    public void FewestLines_PageWithoutLines_HasATableFromThreeRowsAndSixFigures(int rows, int figureRows, int tables)
    {
        var page = new PageSketch();
        for (var row = 0; row < rows; row++)
        {
            page.Text(60, 100 + (row * 20), "工资福利").TextTo(280, 100 + (row * 20), "1.00");
            page.TextTo(390, 100 + (row * 20), row < figureRows ? "2.00" : "无");
        }

        Assert.Equal(tables, page.Find().Grids.Count);
    }

    [Theory]
    [InlineData(25.9, 1)]
    [InlineData(26.1, 0)]
    public void LargestGap_RowsWithoutLines_AreATableUpToIt(double gap, int tables) =>
        Assert.Equal(tables, Rows(new PageSketch(), 3, 10 + gap).Find().Grids.Count);

    [Theory]
    [InlineData(121, 1)]
    [InlineData(119, 0)]
    public void LongRuling_LinesOverTwoRows_BoundATableFromAFifthOfThePage(double length, int tables) => Assert.Equal(
        tables,
        Rows(new PageSketch().Horizontal(95, 55, 55 + length).Horizontal(145, 55, 55 + length), 2, 20, right: 50 + length)
            .Find().Grids.Count);

    [Theory]
    [InlineData(7.9, 1)]
    [InlineData(8.1, 0)]
    public void SameEnd_LinesOfOneTable_BeginTogetherUpToIt(double left, int tables) => Assert.Equal(
        tables, Rows(new PageSketch().Horizontal(95, 50, 400).Horizontal(145, 50 - left, 400), 2, 20).Find().Grids.Count);

    [Theory]
    [InlineData(29, 1)]
    [InlineData(31, 2)]
    public void EmptyRow_BandWithoutText_IsARowUpToIt(double height, int tables)
    {
        var page = Rows(new PageSketch().Horizontal(95, 50, 400).Horizontal(138, 50, 400), 2, 20);
        var below = 138 + height;
        page.Horizontal(below, 50, 400).Horizontal(below + 43, 50, 400);
        for (var row = 0; row < 2; row++)
        {
            page.Text(60, below + 5 + (row * 20), "工资福利").TextTo(280, below + 5 + (row * 20), "1.00")
                .TextTo(390, below + 5 + (row * 20), "2.00");
        }

        Assert.Equal(tables, page.Find().Grids.Count);
    }

    [Theory]
    [InlineData(39, 4)]
    [InlineData(41, 2)]
    public void OneLineBand_LabelWithoutFiguresBetweenLines_IsARowUpToIt(double height, int rows)
    {
        var page = Rows(new PageSketch().Horizontal(95, 50, 400).Horizontal(138, 50, 400), 2, 20).Text(60, 145, "其中");
        page.Horizontal(138 + height, 50, 400).Horizontal(138 + height + 20, 50, 400)
            .Text(60, 143 + height, "工资福利").TextTo(280, 143 + height, "1.00").TextTo(390, 143 + height, "2.00");

        Assert.Equal(rows, page.Find().Grids[0].RowCount);
    }

    private static PageSketch Rows(PageSketch page, int rows, double leading, double right = 390)
    {
        for (var row = 0; row < rows; row++)
        {
            page.Text(60, 100 + (row * leading), "工资").TextTo(right - 50, 100 + (row * leading), "1.00")
                .TextTo(right, 100 + (row * leading), "2.00");
        }

        return page;
    }

    private static VisualLine Single(double gap)
    {
        var page = new PageSketch().Text(50, 100, "项目").Text(70 + gap, 100, "金额").ToLayout();
        return Assert.Single(VisualLines.Of(page, new bool[page.Words.Length], new Box(0, 0, 600, 800)));
    }

    private static VisualLine Line(double top, params (double Left, double Right)[] parts) => new(
        new Box(parts[0].Left, top, parts[^1].Right, top + 10), 10,
        [.. parts.Select(part => new TextSegment(new Box(part.Left, top, part.Right, top + 10), "甲", false, []))]);
}
