using System.Text.Json;
using Extractor.Model.Budget;
using Extractor.Parquet;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Storage;

namespace Extractor.Tests.Publishing;

/// <summary>What is published of which documents, and what is taken over.</summary>
public sealed class DatasetPublisherTests : PublishingTests
{
    [Fact]
    public void Publish_SameDocumentsInAnyOrder_SameBytes()
    {
        var documents = Enumerable.Range(0, 20).Select(index =>
            SampleDocuments.Make($"{index}.pdf", 2022 + (index % 3), index % 4 == 0 ? null : $"44030{index % 4}")).ToArray();
        Publish(SampleDocuments.Source(documents));
        var first = Hashes(Output);
        Publish(SampleDocuments.Source(documents.Reverse()), "other");
        Assert.Equal(first, Hashes(Path.Combine(Folder, "other")));
    }

    [Fact]
    public void Publish_Again_TakesUnchangedPartitionsOverWithoutLoading()
    {
        var kept = SampleDocuments.Make("kept.pdf", 2023);
        var changed = SampleDocuments.Make("changed.pdf", 2024);
        var retired = SampleDocuments.Make("retired.pdf", 2022);
        Publish(SampleDocuments.Source(kept, changed, retired));
        var loaded = 0;
        var publication = Publish(SampleDocuments.Source(
        [
            SampleDocuments.Entry(kept, () => throw new InvalidOperationException("must not be loaded")),
            SampleDocuments.Entry(changed, () => Counted(ref loaded, changed), "2"),
            SampleDocuments.Entry(SampleDocuments.Make("added.pdf", 2024)),
        ]));
        Assert.Equal(1, publication.ReusedPartitionCount);
        Assert.Equal(2, publication.PartitionCount);
        Assert.Equal(1, loaded);
        Assert.Equal(3, publication.RowCounts["documents"]);
        Assert.False(Directory.Exists(Path.Combine(Output, "documents", "fiscal_year=2022")));

        // What was taken over is what would have been written.
        var taken = Hashes(Output);
        Publish(SampleDocuments.Source([SampleDocuments.Entry(kept), SampleDocuments.Entry(changed, artifactKey: "2"),
            SampleDocuments.Entry(SampleDocuments.Make("added.pdf", 2024))]), "fresh");
        Assert.Equal(Hashes(Path.Combine(Folder, "fresh")), taken);
    }

    [Fact]
    public void Publish_Facts_OneFileWithARowGroupForEachPartitionInTheirOrder()
    {
        NormalizedDocument[] documents =
            [SampleDocuments.Make("b.pdf", 2023), SampleDocuments.Make("a.pdf", 2024), SampleDocuments.Make("c.pdf", 2022)];
        Publish(SampleDocuments.Source(documents));

        Assert.Equal(["part-0000.parquet"],
            Directory.EnumerateFileSystemEntries(Path.Combine(Output, "disclosures")).Select(Path.GetFileName));
        using var reader = ParquetFileReader.Open(Path.Combine(Output, "disclosures", "part-0000.parquet"));
        Assert.Equal(3, reader.RowGroupCount);
        Assert.Equal((int?[])[2022, 2023, 2024],
            Enumerable.Range(0, 3).Select(group => Assert.Single(reader.ReadInt32s(group, "fiscal_year"))));
        Assert.Equal(["fiscal_year=2022/province_code=44", "fiscal_year=2023/province_code=44",
            "fiscal_year=2024/province_code=44"],
            PublicationManifest.TryRead(Output)!.Datasets.Single(static dataset => dataset.Name == "disclosures").Files[0].RowGroups!);

        // Nothing changed: the files are the same files, not copies.
        var stamp = File.GetLastWriteTimeUtc(Path.Combine(Output, "disclosures", "part-0000.parquet"));
        Publish(SampleDocuments.Source(documents));
        Assert.Equal(stamp, File.GetLastWriteTimeUtc(Path.Combine(Output, "disclosures", "part-0000.parquet")));
    }

    /// <summary>A reader walks the folders of documents and the row groups of the facts side by side.</summary>
    [Fact]
    public void Publish_DocumentsWithoutPlaceOrYear_RowGroupsOfFactsInTheOrderOfTheFolders()
    {
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf", 2024, null), SampleDocuments.Make("b.pdf"),
            SampleDocuments.Make("c.pdf", null), SampleDocuments.Make("d.pdf", 2023, null), SampleDocuments.Make("e.pdf", 2024, "110000")));

        var root = Path.Combine(Output, "documents");
        string[] folders = [.. Directory.EnumerateFiles(root, "*.parquet", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, Path.GetDirectoryName(path)!)).Order(StringComparer.Ordinal)];
        var merged = PublicationManifest.TryRead(Output)!.Datasets.Where(static dataset => dataset.Files[0].RowGroups is not null).ToList();
        Assert.Contains(merged, dataset => dataset.Files[0].RowGroups!.Count > 3);
        Assert.All(merged, dataset => Assert.Equal(folders.Where(dataset.Files[0].RowGroups!.Contains), dataset.Files[0].RowGroups!));
    }

    [Fact]
    public void Write_MorePartitionsThanAFileTakes_DividesBetweenPartitions()
    {
        Publish(SampleDocuments.Source([.. Enumerable.Range(2022, 3).Select(static year => SampleDocuments.Make($"{year}.pdf", year))]));
        var published = PreviousPublication.Read(Output, out _)!;
        List<PartitionRowGroups> parts = [.. Enumerable.Range(2022, 3)
            .SelectMany(year => published.RowGroupsOf(new PartitionKey(year, "44"))).Where(static part => part.Dataset == "disclosures")];
        using var reader = ParquetFileReader.Open(parts[0].Path);
        var ofTwo = reader.ByteLengthOf(0) + reader.ByteLengthOf(1);

        Assert.Equal([2, 1], FilesOf(ofTwo, "two"));
        Assert.Equal([1, 1, 1], FilesOf(ofTwo - 1, "one"));

        IEnumerable<int> FilesOf(long mostBytes, string name) => MergedFiles.Write(
            DatasetSchemas.All.Single(static schema => schema.Name == "disclosures"), parts, Path.Combine(Folder, name), "1",
            static file => file, mostBytes).Select(static file => file.RowGroups.Length);
    }

    [Fact]
    public void Publish_DocumentCannotBeLoaded_OldPublicationStays()
    {
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        var before = Hashes(Output);
        var broken = SampleDocuments.Make("b.pdf");
        var exception = Assert.Throws<PublishingException>(() => Publish(SampleDocuments.Source(
            [SampleDocuments.Entry(SampleDocuments.Make("a.pdf")), SampleDocuments.Entry(broken, () =>
                throw new InvalidDataException("artifact is cut short"))])));
        Assert.Contains(broken.Extracted.File.Id.Value, exception.Message, StringComparison.Ordinal);
        Assert.Contains("artifact is cut short", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Hashes(Output));
        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Publish_LoadedDocumentIsOfAnotherYear_Throws()
    {
        var entry = SampleDocuments.Entry(SampleDocuments.Make("a.pdf", 2023)) with { FiscalYear = 2024 };
        Assert.Throws<PublishingException>(() => Publish(SampleDocuments.Source([entry])));
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public void Publish_SameDocumentTwice_Throws()
    {
        var document = SampleDocuments.Make("a.pdf");
        Assert.Contains("twice", Assert.Throws<PublishingException>(() => Publish(SampleDocuments.Source(document, document))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_ManyParts_SameBytesWithAnyNumberOfWorkers()
    {
        var documents = Enumerable.Range(0, 12).Select(static index =>
            SampleDocuments.Entry(SampleDocuments.Make($"{index}.pdf", 2020 + (index % 2)), pages: 6_000)).ToList();
        Publish(SampleDocuments.Source(documents), "one", 1);
        Publish(SampleDocuments.Source(documents), "five", 5);

        var published = Hashes(Path.Combine(Folder, "one"));
        Assert.Equal(published, Hashes(Path.Combine(Folder, "five")));
        Assert.Equal(
            [.. from year in (int[])[2020, 2021] from part in Enumerable.Range(0,
                3) select $"cells/fiscal_year={year}/province_code=44/part-000{part}.parquet"],
            published.Keys.Where(static path => path.StartsWith("cells/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Publish_DatasetWithoutRowsInAPart_NoFileAndNoEmptyFolder()
    {
        var nothing = SampleDocuments.Make("none.pdf", 2019);
        nothing = nothing with { Lines = [], Checks = [], Projects = [] };
        Publish(SampleDocuments.Source(nothing, SampleDocuments.Make("a.pdf")));

        Assert.False(Directory.Exists(Path.Combine(Output, "projects", "fiscal_year=2019")));
        Assert.True(File.Exists(Path.Combine(Output, "projects", "fiscal_year=2024", "province_code=44", "part-0000.parquet")));
        Assert.True(File.Exists(Path.Combine(Output, "pages", "fiscal_year=2019", "province_code=44", "part-0000.parquet")));
    }

    [Fact]
    public void Publish_Cancelled_OldPublicationStays()
    {
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        var before = Hashes(Output);
        using var cancelled = new CancellationTokenSource();
        var document = SampleDocuments.Make("b.pdf");
        Assert.Throws<OperationCanceledException>(() => DatasetPublisher.Publish(
            SampleDocuments.Source([SampleDocuments.Entry(document, () =>
            {
                cancelled.Cancel();
                return document;
            })]),
            Output,
            2,
            cancelled.Token));
        Assert.Equal(before, Hashes(Output));
    }

    [Fact]
    public void Publish_FolderHoldsANewerSchemaVersion_Refuses()
    {
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        var manifest = Path.Combine(Output, "_manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest)
            .Replace($"\"schema_version\": {DatasetSchemas.Version}", "\"schema_version\": 99", StringComparison.Ordinal));
        var before = Hashes(Output);
        Assert.Contains("99", Assert.Throws<PublishingException>(() =>
            Publish(SampleDocuments.Source(SampleDocuments.Make("b.pdf")))).Message, StringComparison.Ordinal);
        Assert.Equal(before, Hashes(Output));
    }

    [Fact]
    public void Publish_InconsistentDocument_IsWithheldAndOthersArePublished()
    {
        var document = SampleDocuments.Make("faulty.pdf");
        var faulty = document with { Lines = document.Lines.Add(document.Lines[0]) };
        var publication = Publish(SampleDocuments.Source(faulty, SampleDocuments.Make("good.pdf")));
        Assert.Equal(1, publication.WithheldDocumentCount);
        Assert.Equal(2, publication.RowCounts["documents"]);
        Assert.Equal(3, publication.RowCounts["budget_lines"]);
        Assert.Equal(2, publication.RowCounts["tables"]);
        Assert.Equal(9, publication.RowCounts["findings"]);
    }

    [Fact]
    public void Publish_NoDocuments_EveryDatasetHasAFile()
    {
        var publication = Publish(SampleDocuments.Source());
        Assert.Equal(DatasetSchemas.All.Length, publication.FileCount);
        Assert.All(
            publication.RowCounts.Where(static pair => pair.Key is not ("runs" or "fetches" or "coverage" or "harvests")),
            static pair => Assert.Equal(0, pair.Value));
    }

    [Fact]
    public void Publish_Manifest_TellsRowsAndHashesOfEveryFile()
    {
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf"), SampleDocuments.Make("b.pdf", 2023)));
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Output, "_manifest.json")));
        var files = manifest.RootElement.GetProperty("datasets").EnumerateArray()
            .SelectMany(static dataset => dataset.GetProperty("files").EnumerateArray())
            .ToDictionary(static file => file.GetProperty("path").GetString()!, static file => file.GetProperty("sha256").GetString());
        Assert.Equal(files.OrderBy(static pair => pair.Key, StringComparer.Ordinal), Hashes(Output).Where(static pair =>
            pair.Key.EndsWith(".parquet", StringComparison.Ordinal)).Select(static pair =>
            KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        Assert.Equal(2, manifest.RootElement.GetProperty("partitions").GetArrayLength());
    }

    private static NormalizedDocument Counted(ref int count, NormalizedDocument document)
    {
        count++;
        return document;
    }
}
