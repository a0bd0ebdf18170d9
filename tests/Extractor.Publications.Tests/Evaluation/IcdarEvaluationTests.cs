using Extractor.Publications.Evaluation;

namespace Extractor.Publications.Tests.Evaluation;

public sealed class IcdarEvaluationTests
{
    [Fact]
    public void RelationsOf_BlankCells_AreSkipped()
    {
        // a . b
        // c . .
        var relations = IcdarEvaluation.RelationsOf(
            [new IcdarTable(1, [Cell(0, 0, "a"), Cell(0, 1, ""), Cell(0, 2, "b"), Cell(1, 0, "c")])]);

        Assert.Equal(
            new HashSet<AdjacencyRelation> { new(1, "A", "B", true), new(1, "A", "C", false) },
            relations.Keys.ToHashSet());
    }

    [Fact]
    public void RelationsOf_SpanningCell_IsRelatedOnceToEachNeighbour()
    {
        var relations = IcdarEvaluation.RelationsOf(
            [new IcdarTable(1, [new IcdarCell(0, 0, 0, 1, "top"), Cell(1, 0, "left"), Cell(1, 1, "right")])]);

        Assert.Equal(3, relations.Count);
        Assert.Equal(1, relations[new AdjacencyRelation(1, "TOP", "LEFT", false)]);
        Assert.Equal(1, relations[new AdjacencyRelation(1, "TOP", "RIGHT", false)]);
    }

    [Fact]
    public void Read_RowsCountedFromMinusOne_BeginAtNought()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "us-000-str.xml");
        File.WriteAllText(path, """
            <document><table><region page="2"><cell start-row="-1" start-col="0" end-col="1"><content>top</content></cell>
            <cell start-row="0" end-row="1" start-col="0"><content>left</content></cell></region></table></document>
            """);

        var table = Assert.Single(IcdarTruth.Read(path));

        Assert.Equal([new IcdarCell(0, 0, 0, 1, "top"), new IcdarCell(1, 2, 0, 0, "left")], table.Cells);
        Assert.Equal(1, IcdarEvaluation.RelationsOf([table])[new AdjacencyRelation(2, "TOP", "LEFT", false)]);
    }

    [Fact]
    public void Evaluate_TheCompetitionsDocuments_IsAboveTheTarget()
    {
        var folder = Path.Combine(RepositoryRoot(), "..", "shared", "icdar2013-eu");
        Assert.SkipUnless(Directory.Exists(folder), "the ICDAR 2013 documents are not beside this repository");
        var scores = IcdarEvaluation.Evaluate(folder, TestContext.Current.CancellationToken);
        var all = scores.Aggregate(Score.None, (sum, score) => sum.Plus(score.Relations));

        Assert.Equal(27, scores.Count);
        Assert.InRange(IcdarEvaluation.F1(all), 0.97, 1);
    }

    private static IcdarCell Cell(int row, int column, string text) => new(row, row, column, column, text);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
