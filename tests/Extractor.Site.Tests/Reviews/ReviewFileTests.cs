using Extractor.Site.Reviews;

namespace Extractor.Site.Tests.Reviews;

public sealed class ReviewFileTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private string File => folder["reviews.csv"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("agreed with the finance bureau")]
    [InlineData("a, \"quoted\" word\nand a second line")]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("原文如此，见第 3 页")]
    [InlineData("")]
    public void Read_NoteThatWasAdded_IsTheSame(string note)
    {
        ReviewFile.Add(File, new ReviewDecision("f1", "d1", "our_error", "first", "someone", Time));
        ReviewFile.Add(File, new ReviewDecision("f1", "d1", "source_error", note, "王，某", Time.AddHours(1)));

        var decisions = ReviewFile.Read(File);

        Assert.Equal(2, decisions.Count);
        Assert.Equal(new ReviewDecision("f1", "d1", "source_error", note, "王，某", Time.AddHours(1)), ReviewFile.Latest(decisions)["f1"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    public void Add_NoteLikeAFormula_StaysTextInASpreadsheet(string note)
    {
        ReviewFile.Add(File, new ReviewDecision("f1", "d1", "our_error", note, note, Time));

        var row = System.IO.File.ReadAllLines(File)[1];

        Assert.Equal($"f1,d1,our_error,\"'{note}\",\"'{note}\",2026-01-02T03:04:05Z", row);
    }

    [Fact]
    public void Add_Decision_LeavesNothingBesideTheFile()
    {
        ReviewFile.Add(File, new ReviewDecision("f1", "d1", "our_error", string.Empty, "someone", Time));

        Assert.Equal(["reviews.csv"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("finding_id,document_id,decision,note,reviewer,decided_at\nf1,d1,perhaps,,me,2026-01-02T03:04:05Z\n",
        "line 2: decision 'perhaps'")]
    [InlineData("finding_id,document_id,decision,note,reviewer,decided_at\nf1,d1,our_error,,me,yesterday\n",
        "line 2: decided_at 'yesterday'")]
    [InlineData("finding_id,document_id,decision,note,reviewer,decided_at\nf1,d1\n", "line 2")]
    [InlineData("a,b\n", "line 1: the first row")]
    public void Read_RowOfSomebodyElse_FaultNamesTheLine(string content, string expected)
    {
        System.IO.File.WriteAllText(File, content);

        var fault = Assert.Throws<SiteException>(() => ReviewFile.Read(File));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_IsNoDecision() => Assert.Empty(ReviewFile.Read(File));
}
