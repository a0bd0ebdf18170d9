using System.Text;
using Extractor.Extracting;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Extracting.Reading;

/// <summary>/Info that cannot be read costs a note, not the document.</summary>
public sealed class InformationTests
{
    /// <summary>The producer is an entry of arrays nested far deeper than any reader follows.</summary>
    [Fact]
    public void Extract_InformationBeyondTheLimits_IsNotedOnce()
    {
        var deep = new string('[', 5000) + new string(']', 5000);

        var finding = Assert.Single(FindingsOf($"<< /Producer {deep} >>"), IsNote);

        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Null(finding.PageNumber);
    }

    [Fact]
    public void Extract_InformationThatCanBeRead_IsNotNoted() =>
        Assert.DoesNotContain(FindingsOf("<< /Producer (Press) >>"), IsNote);

    private static bool IsNote(Finding finding) => finding.Rule == "information_unreadable";

    private static IReadOnlyList<Finding> FindingsOf(string information) => DocumentExtractor.Extract(
        Tables.Tables.File,
        Encoding.Latin1.GetBytes($"""
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>> endobj
            4 0 obj {information} endobj
            trailer <</Root 1 0 R/Info 4 0 R>>
            """),
        TestContext.Current.CancellationToken).Findings;
}
