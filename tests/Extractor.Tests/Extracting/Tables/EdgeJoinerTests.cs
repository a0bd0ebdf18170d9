using Extractor.Tables.Ruled;

namespace Extractor.Tests.Extracting.Tables;

public sealed class EdgeJoinerTests
{
    [Fact]
    public void Join_TwoNearLines_AreOneAtTheirMiddle() =>
        Assert.Equal([new Edge(100.5, 10, 90)], Join(new Edge(100, 10, 90), new Edge(101, 10, 90)));

    [Fact]
    public void Join_PiecesWithSmallGaps_AreOneLine() =>
        Assert.Equal([new Edge(100, 10, 90)], Join(new Edge(100, 10, 40), new Edge(100, 42, 70), new Edge(100, 70, 90)));

    [Fact]
    public void Join_PiecesFarApart_StayTwo() =>
        Assert.Equal(2, Join(new Edge(100, 10, 40), new Edge(100, 60, 90)).Count);

    [Fact]
    public void Join_DenseLines_DoNotChainIntoOne()
    {
        var lines = Join([.. Enumerable.Range(0, 20).Select(index => new Edge(100 + index, 10, 90))]);

        Assert.InRange(lines.Count, 8, 12);
        Assert.All(lines, line => Assert.InRange(line.Position, 100, 119));
    }

    private static List<Edge> Join(params Edge[] edges) =>
        EdgeJoiner.Join(new EdgeSet([.. edges], [])).Horizontal;
}
