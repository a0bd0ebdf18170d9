using Extractor.Fetching;
using Extractor.Model.Documents;
using Extractor.Tests.Runs;

namespace Extractor.Tests.Fetching;

public sealed class FolderReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_NestedFolders_OrdinalOrderOfTheWholePath()
    {
        folder.Write("b/a.pdf", "1");
        folder.Write("b.pdf", "2");
        folder.Write("b-c.pdf", "3");
        folder.Write("局/z.pdf", "4");
        folder.Write("B.pdf", "5");

        var files = Read(Source());

        Assert.Equal(["in/B.pdf", "in/b-c.pdf", "in/b.pdf", "in/b/a.pdf", "in/局/z.pdf"], files.Select(static file => file.ArchiveLocation));
    }

    [Fact]
    public void Read_File_HashedWithItsNameAndLength()
    {
        folder.Write("sub/预算.pdf", "hello");

        var file = Assert.Single(Read(Source())).File;

        Assert.NotNull(file);
        Assert.Equal("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", file.Id.Value);
        Assert.Equal("预算.pdf", file.FileName);
        Assert.Equal("in/sub/预算.pdf", file.ArchiveLocation);
        Assert.Equal(folder["sub/预算.pdf"], file.Path);
        Assert.Equal(5, file.ByteLength);
        Assert.Null(file.RetrievedAt);
        Assert.Equal(DocumentRequest.Unknown, file.Request);
    }

    [Fact]
    public void Read_SameBytesTwice_FirstNameIsKept()
    {
        folder.Write("b.pdf", "same");
        folder.Write("a/z.pdf", "same");
        folder.Write("c.pdf", "other");

        var files = Read(Source());

        Assert.Equal([FolderFileState.Taken, FolderFileState.Duplicate, FolderFileState.Taken], files.Select(static file => file.State));
        Assert.Equal("in/a/z.pdf", files[0].ArchiveLocation);
        Assert.Contains("in/a/z.pdf", files[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SecondSourceWithSameBytes_IsADuplicate()
    {
        folder.Write("one/a.pdf", "same");
        folder.Write("two/b.pdf", "same");

        var files = Read(Source() with { Name = "one", Folder = folder["one"] }, Source() with { Name = "two", Folder = folder["two"] });

        Assert.Equal(["one/a.pdf Taken", "two/b.pdf Duplicate"], files.Select(static file => $"{file.ArchiveLocation} {file.State}"));
    }

    [Fact]
    public void Read_EmptyFile_IsTaken()
    {
        folder.Write("empty.pdf", string.Empty);

        Assert.Equal(FolderFileState.Taken, Assert.Single(Read(Source())).State);
    }

    [Fact]
    public void Read_FileThatCannotBeOpened_IsToldAndTheRestRead()
    {
        folder.Write("a.pdf", "1");
        File.CreateSymbolicLink(folder["b.pdf"], folder["nowhere.pdf"]);
        folder.Write("c.pdf", "2");

        var files = Read(Source());

        Assert.Equal([FolderFileState.Taken, FolderFileState.Unreadable, FolderFileState.Taken], files.Select(static file => file.State));
        Assert.Contains("cannot be read", files[1].Reason, StringComparison.Ordinal);
        Assert.Null(files[1].Id);
    }

    [Fact]
    public void Read_LinkToItsOwnFolder_IsEnteredOnce()
    {
        folder.Write("sub/a.pdf", "1");
        Directory.CreateSymbolicLink(folder["sub/again"], folder.Path);

        Assert.Equal(["in/sub/a.pdf"], Read(Source()).Select(static file => file.ArchiveLocation));
    }

    [Fact]
    public void Read_Patterns_TakeMatchingNamesOnly()
    {
        folder.Write("a.pdf", "1");
        folder.Write("b.PDF", "2");
        folder.Write("manifest.csv", "3");

        Assert.Equal(["in/a.pdf", "in/b.PDF"], Read(Source() with { FilePatterns = ["*.pdf"] }).Select(static file =>
            file.ArchiveLocation));
    }

    [Fact]
    public void Read_FoldersOfTheRun_AreLeftOut()
    {
        folder.Write("a.pdf", "1");
        folder.Write("out/documents/part.parquet", "2");

        Assert.Equal(["in/a.pdf"], Read(Source() with { LeftOut = [folder["out"]] }).Select(static file => file.ArchiveLocation));
    }

    [Fact]
    public void Read_Manifest_GivesTheRequestAndTellsWhatIsMissing()
    {
        folder.Write("a.pdf", "1");
        folder.Write("c.pdf", "2");
        var manifest = folder.Write("manifest.csv", """
            file,division,department,year,url
            a.pdf,440300,深圳市财政局,2024,https://example.test/a.pdf
            gone.pdf,110000,,,
            """);
        var faults = new List<DefinitionFault>();
        var columns = new ManifestColumns("file", "division", "department", "year", "url");
        var source = Source() with { FilePatterns = ["*.pdf"], Manifest = FolderManifest.Read(manifest, "manifest.csv", columns, faults) };

        var files = Read(source);

        Assert.Empty(faults);
        Assert.Equal(["in/a.pdf Taken", "in/c.pdf Taken", "in/gone.pdf Missing"],
            files.Select(static file => $"{file.ArchiveLocation} {file.State}"));
        Assert.Equal(new DocumentRequest("440300", "深圳市财政局", 2024), files[0].File?.Request);
        Assert.Equal("https://example.test/a.pdf", files[0].File?.SourceUrl);
        Assert.Equal(DocumentRequest.Unknown, files[1].File?.Request);
    }

    private FolderSource Source() => new("in", folder.Path, [], DocumentRequest.Unknown, null, []);

    private static IReadOnlyList<FolderFile> Read(params FolderSource[] sources) =>
        [.. FolderReader.Read(FolderReader.List(sources, CancellationToken.None), CancellationToken.None)];
}
