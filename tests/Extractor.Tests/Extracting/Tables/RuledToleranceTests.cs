using Extractor.Tables.Ruled;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>Both sides of every tolerance of <see cref="RuledTolerances"/>.</summary>
public sealed class RuledToleranceTests
{
    [Theory]
    [InlineData(1.4, 1)]
    [InlineData(1.6, 2)]
    public void SnapDistance_ParallelLines_AreOneUpToIt(double apart, int lines) =>
        Assert.Equal(lines, Join(new Edge(100, 10, 90), new Edge(100 + apart, 10, 90)).Count);

    [Theory]
    [InlineData(2.9, 1)]
    [InlineData(3.1, 2)]
    public void JoinDistance_PiecesOfALine_AreOneUpToIt(double gap, int lines) =>
        Assert.Equal(lines, Join(new Edge(100, 10, 50), new Edge(100, 50 + gap, 90)).Count);

    [Theory]
    [InlineData(2.9, 1)]
    [InlineData(3.1, 0)]
    public void CrossingDistance_LineThatEndsBeforeAnother_CrossesUpToIt(double gap, int skeletons) => Assert.Equal(
        skeletons, CrossingFinder.Find(new EdgeSet([new Edge(100, 0, 100)], [new Edge(50, 100 + gap, 200)]))!.Count);

    [Theory]
    [InlineData(3.9, 1)]
    [InlineData(4.1, 2)]
    public void SmallestCell_NearLines_AreADoubleLineBelowIt(double apart, int lines) => Assert.Equal(
        lines, GridLines.Of([new Edge(100, 0, 50), new Edge(100 + apart, 0, 50)], []).Positions.Length);

    [Theory]
    [InlineData(2.4, 0)]
    [InlineData(2.6, 1)]
    public void ShortestEdge_Ruling_IsALineFromIt(double length, int lines) => Assert.Equal(
        lines, EdgeFinder.FromRulings(new PageSketch().Horizontal(100, 50, 50 + length).ToLayout()).Horizontal.Count);

    [Theory]
    [InlineData(12.2, "项目|本年\n合计|1.00")]
    [InlineData(11.8, "项目|本年\n[1x2]合计 1.00")]
    public void WallCoverage_LineDrawnInPart_DividesFromIt(double drawn, string expected) => Assert.Equal(
        expected,
        new PageSketch().Grid([50, 200], [100, 120, 140]).Vertical(100, 100, 120).Vertical(100, 120, 120 + drawn)
            .Text(60, 105, "项目").Text(110, 105, "本年").Text(60, 125, "合计").Text(110, 125, "1.00").Print());

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void OpenBorder_TwoLinesThatEndTogether_BoundAColumnAsAThirdOfAll(int lines, bool isOpen)
    {
        List<Edge> crossing = [.. Enumerable.Range(0, lines).Select(index => new Edge(index * 20, index < 2 ? 50 : 100, 200))];

        Assert.Equal(isOpen, GridLines.Of([new Edge(100, 0, 200), new Edge(200, 0, 200)], crossing).FirstIsImplied);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void FewestUnderOne_LinesThatEndAtOneLine_AreColumnsWithTheOutermostOpen(int lines, bool isOpen)
    {
        List<Edge> bounding = [.. Enumerable.Range(0, lines).Select(index => new Edge(100 + (index * 50), 0, 200))];

        Assert.Equal(isOpen, GridLines.Of(bounding, [new Edge(200, 50, 300)]).FirstIsImplied);
    }

    private static List<Edge> Join(params Edge[] edges) => EdgeJoiner.Join(new EdgeSet([.. edges], [])).Horizontal;
}
