using Extractor.Model.Layout;
using Extractor.Tables.Aligned;

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
    public void Crossing_LinesThatCrossAChannel_AreFewOfTwentySeven(int crossing, int channels) => Assert.Equal(
        channels,
        ColumnChannels.Find([.. Enumerable.Range(0, 27).Select(index =>
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

    [Theory]
    [InlineData(29, 50, 1)]
    [InlineData(31, 50, 2)]
    [InlineData(0, 164, 1)]
    [InlineData(0, 166, 2)]
    public void SameLabelEdge_SingleTextsBetweenRows_AreLabelsThatBeginThereAndAreShort(double right, double width, int tables) =>
        Assert.Equal(tables, BareRegions.Find(RowsAround(3, right, width)).Count);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void MostSingles_TextsThatAreNoLabels_EndATableBeyondIt(int singles, int tables) =>
        Assert.Equal(tables, BareRegions.Find(RowsAround(singles, 60, 50)).Count);

    [Theory]
    [InlineData(9.9, 390, 1)]
    [InlineData(10.1, 390, 2)]
    [InlineData(9.9, 306, 1)]
    [InlineData(9.9, 303, 2)]
    public void SmallestGap_RowsBelowADrawnHeader_BelongToItNearAndOverItsWidth(double gap, double right, int tables)
    {
        var page = Rows(new PageSketch().Horizontal(95, 50, 400).Horizontal(138, 50, 400), 2, 20);
        for (var row = 0; row < 3; row++)
        {
            var top = 138 + gap + (row * 20);
            page.Text(60, top, "工资").TextTo(right - 60, top, "1.00").TextTo(right, top, "2.00");
        }

        Assert.Equal(tables, page.Find().Grids.Count);
    }

    [Theory]
    [InlineData(171, 1)]
    [InlineData(169, 2)]
    public void FullLabel_LabelAboveARow_GoesOnWhereItFillsItsColumn(double right, int rows) =>
        Assert.Equal(rows, RowsOf(Line(0, (60, right)), Line(12, (60, 100), (220, 250))));

    [Theory]
    [InlineData(7.4, 1)]
    [InlineData(7.6, 2)]
    public void UnevenRow_TextsSetLower_StandInTheRowThatTheyOverlap(double lower, int rows) =>
        Assert.Equal(rows, RowsOf(Line(0, (60, 100), (220, 250)), Line(lower, (60, 100), (220, 250))));

    [Theory]
    [InlineData(4.9, 1)]
    [InlineData(5.1, 2)]
    public void CloseLine_TextBelowACell_GoesOnNearIt(double gap, int rows) =>
        Assert.Equal(rows, RowsOf(Line(0, (60, 100), (220, 250)), Line(10 + gap, (220, 250))));

    [Theory]
    [InlineData(49, 4)]
    [InlineData(51, 2)]
    public void TwoLineBand_LabelOfTwoLinesBetweenLines_IsARowUpToIt(double height, int rows)
    {
        var page = Rows(new PageSketch().Horizontal(95, 50, 400).Horizontal(138, 50, 400), 2, 20)
            .Text(60, 145, "其中：一般公共预算拨款安排").Text(60, 158, "的支出");
        page.Horizontal(138 + height, 50, 400).Horizontal(138 + height + 20, 50, 400)
            .Text(60, 143 + height, "工资福利").TextTo(280, 143 + height, "1.00").TextTo(390, 143 + height, "2.00");

        Assert.Equal(rows, page.Find().Grids[0].RowCount);
    }

    private static int RowsOf(params VisualLine[] lines) =>
        AlignedRows.Of(new AlignedRegion(new Box(50, 0, 300, 100), [.. lines], [], []), [200]).Count;

    /// <summary>Three rows, single texts so far to the right of their labels and so wide, three rows.</summary>
    private static List<VisualLine> RowsAround(int singles, double right, double width)
    {
        var lines = new List<VisualLine>();
        for (var row = 0; row < 6 + singles; row++)
        {
            lines.Add(row >= 3 && row < 3 + singles
                ? Line(row * 20, (60 + right, 60 + right + width))
                : new VisualLine(
                    new Box(60, row * 20, 390, (row * 20) + 10), 10,
                    [Part(60, 110, row, false), Part(200, 240, row, true), Part(350, 390, row, true)]));
        }

        return lines;
    }

    private static TextSegment Part(double left, double right, int row, bool isFigure) =>
        new(new Box(left, row * 20, right, (row * 20) + 10), isFigure ? "1.00" : "甲", isFigure, []);

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
