using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Publications.Differences;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;
using Extractor.Runs;
using Extractor.Tests.Publishing;

namespace Extractor.Publications.Tests.Differences;

public sealed class PublicationDiffTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("differences").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Differences_SamePublication_None()
    {
        Publish("a", SampleDocuments.Make("x.pdf"), SampleDocuments.Make("y.pdf", 2023));
        Publish("b", SampleDocuments.Make("y.pdf", 2023), SampleDocuments.Make("x.pdf"));
        Assert.Empty(Compare());
    }

    [Fact]
    public void Differences_AmountReadOtherwise_OneChangedLine()
    {
        var document = SampleDocuments.Make("x.pdf");
        Publish("a", document, SampleDocuments.Make("y.pdf"));
        Publish("b", WithAmount(document, 1, 5), SampleDocuments.Make("y.pdf"));
        var difference = Assert.Single(Compare());
        var line = Assert.Single(difference.Lines);
        Assert.Equal((ChangeKind.Changed, ChangeKind.Changed), (difference.Change, line.Change));
        Assert.Equal((document.Lines[1].AmountYuan, 5m, 5m - document.Lines[1].AmountYuan),
            (line.Before!.AmountYuan, line.After!.AmountYuan, line.DifferenceYuan));
        Assert.Equal("2011308", line.Key.SubjectCode);
    }

    [Fact]
    public void Differences_OtherBytesOfTheSameIssue_AreSupersededLineByLine()
    {
        Publish("a", SampleDocuments.Make("old.pdf", lineCount: 3), SampleDocuments.Make("y.pdf", 2023));
        Publish("b", SampleDocuments.Make("new.pdf", lineCount: 4), SampleDocuments.Make("y.pdf", 2023));
        var difference = Assert.Single(Compare());
        Assert.Equal(ChangeKind.Superseded, difference.Change);
        Assert.Equal(("corpus/old.pdf", "corpus/new.pdf"), (difference.Before!.ArchiveLocation, difference.After!.ArchiveLocation));
        Assert.Equal(ChangeKind.Added, Assert.Single(difference.Lines).Change);
    }

    [Fact]
    public void Differences_SeveralOfOneIssue_AreNotGuessed()
    {
        Publish("a", SampleDocuments.Make("old1.pdf"), SampleDocuments.Make("old2.pdf"));
        Publish("b", SampleDocuments.Make("new1.pdf"), SampleDocuments.Make("new2.pdf"));
        Assert.Equal([ChangeKind.Added, ChangeKind.Added, ChangeKind.Removed, ChangeKind.Removed], Compare().Select(static difference =>
            difference.Change).Order());
    }

    [Fact]
    public void Differences_SeveralOfOneIssueAtTheSameAddresses_AreSuperseded()
    {
        Publish("a", At("one", "old1.pdf"), At("two", "old2.pdf"));
        Publish("b", At("two", "new2.pdf"), At("one", "new1.pdf"));
        Assert.Equal(["one one", "two two"], Compare().Select(static difference =>
            $"{difference.Before?.ArchiveLocation} {difference.After?.ArchiveLocation}").Order());
    }

    [Fact]
    public void Differences_OldDocumentKeptBesideItsSuccessor_ComparesTheTwo()
    {
        var old = SampleDocuments.Make("old.pdf", 2023);
        Publish("a", old);
        var replacing = SampleDocuments.Make("new.pdf", 2024, lineCount: 2);
        PublishAll("b", [SampleDocuments.Entry(old),
            SampleDocuments.Entry(replacing) with { SupersedesDocumentId = old.Extracted.File.Id }]);
        var difference = Assert.Single(Compare());
        Assert.Equal(ChangeKind.Superseded, difference.Change);
        Assert.Equal((0, 1, 0), (difference.Count(ChangeKind.Added), difference.Count(ChangeKind.Removed),
            difference.Count(ChangeKind.Changed)));
    }

    /// <summary>Files of equal hashes are not opened: what they hold cannot be read here, and nothing is asked of it.</summary>
    [Fact]
    public void Differences_PartitionsOfEqualHashes_AreNotRead()
    {
        Publish("a", SampleDocuments.Make("kept.pdf", 2023), SampleDocuments.Make("old.pdf", 2024, lineCount: 3));
        Publish("b", SampleDocuments.Make("kept.pdf", 2023), SampleDocuments.Make("new.pdf", 2024, lineCount: 4));
        foreach (var file in Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories).Where(static file =>
            file.Contains("fiscal_year=2023", StringComparison.Ordinal)))
        {
            File.WriteAllBytes(file, new byte[new FileInfo(file).Length]);
        }

        Assert.Equal("corpus/new.pdf", Assert.Single(Compare()).Document.ArchiveLocation);
    }

    [Fact]
    public void Differences_DocumentsComeAndGo_WithAllTheirLines()
    {
        Publish("a", SampleDocuments.Make("gone.pdf", 2022, lineCount: 5), SampleDocuments.Make("kept.pdf", 2023));
        Publish("b", SampleDocuments.Make("kept.pdf", 2023), SampleDocuments.Make("come.pdf", 2024, lineCount: 7));
        var differences = Compare();
        Assert.Equal([(ChangeKind.Removed, 5), (ChangeKind.Added, 7)], differences.Select(static difference =>
            (difference.Change, difference.Lines.Length)));
        Assert.All(differences, static difference => Assert.All(difference.Lines, line => Assert.Equal(difference.Change, line.Change)));
    }

    [Fact]
    public void Differences_LinesOfOneMeaning_EqualAmountsBelongTogether()
    {
        var document = SampleDocuments.Make("x.pdf", lineCount: 5);
        Publish("a", document);
        Publish("b", document with { Lines = [document.Lines[0], .. document.Lines.Skip(2)], Checks = [] });
        var line = Assert.Single(Assert.Single(Compare()).Lines);
        Assert.Equal((ChangeKind.Removed, document.Lines[1].AmountYuan), (line.Change, line.Before!.AmountYuan));
    }

    [Fact]
    public void Differences_ManyDocuments_AreInOrderOfYearPlaceAndIssuer()
    {
        Publish("a");
        Publish("b", SampleDocuments.Make("1.pdf", 2024, "440305"), SampleDocuments.Make("2.pdf", 2023, "440305"),
            SampleDocuments.Make("3.pdf", 2024, "110000"), SampleDocuments.Make("4.pdf", null, null));
        Assert.Equal(["corpus/2.pdf", "corpus/3.pdf", "corpus/1.pdf", "corpus/4.pdf"], Compare().Select(static difference =>
            difference.Document.ArchiveLocation));
    }

    [Theory]
    [InlineData("none", "has no _manifest.json")]
    [InlineData("missing", "is missing")]
    [InlineData("longer", "bytes where")]
    [InlineData("newer", "of schema version 99")]
    [InlineData("damaged", "cannot be read")]
    public void Open_NotAsPublished_SaysWhatAndWhatToDo(string state, string told)
    {
        Publish("a", SampleDocuments.Make("x.pdf"));
        Publish("b", SampleDocuments.Make("x.pdf"));
        var lines = Directory.EnumerateFiles(Path.Combine(folder, "b", "budget_lines"), "*.parquet", SearchOption.AllDirectories).Single();
        var manifest = Path.Combine(folder, "b", "_manifest.json");
        switch (state)
        {
            case "none":
                File.Delete(manifest);
                break;
            case "missing":
                File.Delete(lines);
                break;
            case "longer":
                File.AppendAllText(lines, "x");
                break;
            case "newer":
                File.WriteAllText(manifest, File.ReadAllText(manifest)
                    .Replace($"\"schema_version\": {DatasetSchemas.Version}", "\"schema_version\": 99", StringComparison.Ordinal));
                break;
            default:
                File.WriteAllText(manifest, "{");
                break;
        }

        Assert.Contains(told, Assert.Throws<OutputException>(() =>
            PublicationDiff.Open(Path.Combine(folder, "a"), Path.Combine(folder, "b"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WhilePublicationsAreExchanged_AllLinesAreOfOneOfThem()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Folders are exchanged in one step on Linux and macOS.");
        Publish("a");
        Publish("b", Edition(1));
        using var ended = new CancellationTokenSource();
        var reader = Task.Run(
            () =>
            {
                var seen = new HashSet<int>();
                while (!ended.IsCancellationRequested)
                {
                    // Every edition has three documents of as many lines as its number.
                    var differences = Compare();
                    Assert.Equal(3, differences.Count);
                    seen.Add(Assert.Single(differences.Select(static difference => difference.Lines.Length).Distinct()));
                }

                return seen.Count;
            },
            TestContext.Current.CancellationToken);
        for (var edition = 2; edition <= 25; edition++)
        {
            Publish("b", Edition(edition));
        }

        await ended.CancelAsync();
        Assert.InRange(await reader, 1, 25);

        static NormalizedDocument[] Edition(int number) =>
            [.. Enumerable.Range(2022, 3).Select(year => SampleDocuments.Make($"{number}.{year}.pdf", year, lineCount: number))];
    }

    private static NormalizedDocument WithAmount(NormalizedDocument document, int line, decimal amount) =>
        document with { Lines = document.Lines.SetItem(line, document.Lines[line] with { AmountYuan = amount }) };

    private static NormalizedDocument At(string location, string name)
    {
        var document = SampleDocuments.Make(name);
        return document with { Extracted = document.Extracted with { File = document.Extracted.File with { ArchiveLocation = location } } };
    }

    private List<DocumentDifference> Compare()
    {
        using var diff = PublicationDiff.Open(Path.Combine(folder, "a"), Path.Combine(folder, "b"));
        return [.. diff.Differences()];
    }

    private void Publish(string name, params NormalizedDocument[] documents) =>
        PublishAll(name, [.. documents.Select(static document => SampleDocuments.Entry(document))]);

    private void PublishAll(string name, ImmutableArray<PublishableDocument> documents) => DatasetPublisher.Publish(
        SampleDocuments.Source(documents) with { AcceptsChanges = true }, Path.Combine(folder, name), 1,
            TestContext.Current.CancellationToken);
}
