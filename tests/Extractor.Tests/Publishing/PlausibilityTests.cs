using System.Collections.Immutable;
using System.Security.Cryptography;
using Extractor.Model.Budget;
using Extractor.Publishing;

namespace Extractor.Tests.Publishing;

/// <summary>What is published beside what was: what is stopped, what passes, and what stays.</summary>
public sealed class PlausibilityTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plausibility").FullName;

    private string Output => Path.Combine(folder, "data");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Publish_MostDocumentsGone_StopsAndTheOldStays()
    {
        Publish(Documents(8));
        var before = Hashes();
        var exception = Assert.Throws<ImplausiblePublicationException>(() => Publish(Documents(3)));
        Assert.Contains("documents: 5 of 8 are gone", Assert.Single(exception.Reasons), StringComparison.Ordinal);
        Assert.Contains("--accept-changes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Hashes());
        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Publish_MostDocumentsGoneAndAccepted_Publishes()
    {
        Publish(Documents(8));
        Assert.Equal(3, Publish(Documents(3), accepts: true).RowCounts["documents"]);
    }

    [Theory]
    [InlineData(8, 4)]
    [InlineData(30, 25)]
    [InlineData(100, 90)]
    public void Publish_FewDocumentsGone_AreRetired(int before, int after)
    {
        Publish(Documents(before));
        Assert.Equal(after, Publish(Documents(after)).RowCounts["documents"]);
    }

    [Theory]
    [InlineData(30, 24)]
    [InlineData(100, 89)]
    public void Publish_MoreDocumentsGone_Stops(int before, int after)
    {
        Publish(Documents(before));
        Assert.Throws<ImplausiblePublicationException>(() => Publish(Documents(after)));
    }

    [Fact]
    public void Publish_DocumentsSuperseded_AreNotLost()
    {
        var old = SampleDocuments.Make("old.pdf");
        Publish([old]);
        var replacing = SampleDocuments.Entry(SampleDocuments.Make("new.pdf")) with { SupersedesDocumentId = old.Extracted.File.Id };
        Assert.Equal(1, Publish(SampleDocuments.Source([replacing])).RowCounts["documents"]);
    }

    [Fact]
    public void Publish_OtherBytesAtEveryPlace_AreNotLost()
    {
        Publish(Documents(8));
        var changed = Enumerable.Range(0, 8).Select(static index =>
        {
            var document = SampleDocuments.Make($"other {index}.pdf");
            return document with
            {
                Extracted =
                document.Extracted with { File = document.Extracted.File with { ArchiveLocation = $"corpus/{index}.pdf" } }
            };
        });
        Assert.Equal(8, Publish(changed).RowCounts["documents"]);
    }

    [Fact]
    public void Publish_SameDocumentsWithFewerRows_Stops()
    {
        Publish(Versions("1", 400, 400));
        var exception = Assert.Throws<ImplausiblePublicationException>(() => Publish(Versions("2", 400, 150)));
        Assert.Equal(["budget_lines/fiscal_year=2024/province_code=44: 550 rows where there were 800, of the same documents"],
            exception.Reasons);
        Assert.Equal(700, Publish(Versions("2", 400, 300)).RowCounts["budget_lines"]);
    }

    [Fact]
    public void Publish_RowsOfAPartitionGone_StopsHoweverManyOthersHave()
    {
        var large = SampleDocuments.Entry(SampleDocuments.Make("large.pdf", 2023, lineCount: 3000));
        Publish(SampleDocuments.Source([large, SampleDocuments.Entry(SampleDocuments.Make("a.pdf", lineCount: 40))]));
        var shrunk = SampleDocuments.Entry(SampleDocuments.Make("a.pdf", lineCount: 10), artifactKey: "2");
        Assert.Contains("fiscal_year=2024",
            Assert.Single(Assert.Throws<ImplausiblePublicationException>(() => Publish(SampleDocuments.Source([large, shrunk]))).Reasons),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_ManyMoreLinesContradicted_Stops()
    {
        Publish(SampleDocuments.Source([SampleDocuments.Entry(WithProof(Proof.Proven, 0))]));
        var worse = SampleDocuments.Source([SampleDocuments.Entry(WithProof(Proof.Proven, 30), artifactKey: "2")]);
        Assert.Contains("30 of 100 lines are contradicted where 0 were",
            Assert.Single(Assert.Throws<ImplausiblePublicationException>(() => Publish(worse)).Reasons), StringComparison.Ordinal);
        Assert.Equal(100,
            Publish(SampleDocuments.Source(
            [SampleDocuments.Entry(WithProof(Proof.Proven, 20), artifactKey: "2")])).RowCounts["budget_lines"]);
    }

    [Theory]
    [InlineData("changed", "holds other bytes than were published")]
    [InlineData("longer", "bytes where")]
    [InlineData("missing", "is missing")]
    [InlineData("added", "is not in _manifest.json")]
    [InlineData("manifest", "cannot be read")]
    public void Publish_PublicationWasChangedByHand_StopsUntilAccepted(string change, string told)
    {
        var documents = Documents(2);
        Publish(documents);
        var whole = Hashes();
        var cells = Directory.EnumerateFiles(Path.Combine(Output, "cells"), "*.parquet", SearchOption.AllDirectories).Single();
        switch (change)
        {
            case "changed":
                var bytes = File.ReadAllBytes(cells);
                bytes[100] ^= 1;
                File.WriteAllBytes(cells, bytes);
                break;
            case "longer":
                File.AppendAllText(cells, "x");
                break;
            case "missing":
                File.Delete(cells);
                break;
            case "added":
                File.Copy(cells, cells.Replace("part-", "mine-", StringComparison.Ordinal));
                break;
            default:
                File.WriteAllText(Path.Combine(Output, "_manifest.json"), "{ \"schema_version\": 2,");
                break;
        }

        var changed = Hashes();
        Assert.Contains(told, Assert.Throws<ImplausiblePublicationException>(() => Publish(documents)).Message, StringComparison.Ordinal);
        Assert.Equal(changed, Hashes());
        Assert.Equal(0, Publish(documents, accepts: true).ReusedPartitionCount);
        Assert.Equal(whole, Hashes());
    }

    [Fact]
    public void Publish_CoverageNamesADocumentThatIsNotThere_Stops()
    {
        var source = SampleDocuments.Source(SampleDocuments.Make("a.pdf"));
        var found = source.Coverage.Select(static row =>
            row with { Found = true, DocumentId = SampleDocuments.Make("b.pdf").Extracted.File.Id });
        Assert.Contains("coverage names document", Assert.Throws<PublishingException>(() =>
            Publish(source with { Coverage = found })).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    private static NormalizedDocument[] Documents(int count) =>
        [.. Enumerable.Range(0, count).Select(static index => SampleDocuments.Make($"{index}.pdf"))];

    private static PublicationSource Versions(string artifactKey, params int[] lineCounts) => SampleDocuments.Source(
        [.. lineCounts.Select((lines, index) =>
            SampleDocuments.Entry(SampleDocuments.Make($"{index}.pdf", lineCount: lines), artifactKey: artifactKey))]);

    private static NormalizedDocument WithProof(Proof proof, int contradicted)
    {
        var document = SampleDocuments.Make("a.pdf", lineCount: 100);
        return document with
        {
            Lines =
            [.. document.Lines.Select((line, index) => line with { Proof = index < contradicted ? Proof.Contradicted : proof })]
        };
    }

    private ImmutableSortedDictionary<string, string> Hashes() =>
        Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories).ToImmutableSortedDictionary(
        path => Path.GetRelativePath(Output, path), static path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
            StringComparer.Ordinal);

    private Publication Publish(IEnumerable<NormalizedDocument> documents, bool accepts = false) =>
        Publish(SampleDocuments.Source(documents) with { AcceptsChanges = accepts });

    private Publication Publish(PublicationSource source) =>
        DatasetPublisher.Publish(source, Output, 2, TestContext.Current.CancellationToken);
}
