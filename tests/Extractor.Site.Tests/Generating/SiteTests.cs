using System.Globalization;
using Extractor.Parquet;
using Extractor.Site.Reviews;

namespace Extractor.Site.Tests.Generating;

public sealed class SiteTests(DemoSite demo) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Site_SamePublicationTwice_SameBytes()
    {
        demo.SkipUnlessThere();

        var again = await CommandRun.OfAsync("site", "--data", demo.Data, "--out", folder["site"], "--documents", Repository.Root);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(SiteFiles.Hashes(demo.Site), SiteFiles.Hashes(folder["site"]));
        Assert.Equal(["site"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Site_Demo_HasEveryLineWithItsBox()
    {
        demo.SkipUnlessThere();
        var inSite = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in SiteFiles.Documents(demo.Site))
        {
            foreach (var header in document.GetProperty("tables").EnumerateArray())
            {
                var table = SiteFiles.Tables(demo.Site, SiteFiles.Id(document), header.GetProperty("file").GetInt32())
                    .EnumerateArray().Single(table => table.GetProperty("ordinal").GetInt32() == header.GetProperty("ordinal").GetInt32());
                var boxes = table.GetProperty("cells").EnumerateArray().ToDictionary(
                    static cell => (cell[0].GetInt32(), cell[1].GetInt32()), static cell =>
                        string.Join(' ', cell[7].EnumerateArray().Take(5).Select(static edge => edge.GetRawText())));
                foreach (var line in table.GetProperty("lines").EnumerateArray())
                {
                    inSite.Add(line[0].GetString()!,
                        $"{line[7].GetDecimal().ToString(CultureInfo.InvariantCulture)} {boxes[(line[1].GetInt32(), line[2].GetInt32())]}");
                }
            }
        }

        var published = Rows("budget_lines").ToDictionary(
            static row => row.Text("line_id")!,
            static row => string.Create(CultureInfo.InvariantCulture, $"{row.Money("amount_yuan")} {row.Integer("page_number")} " +
                $"{row.Measure("box_left")} {row.Measure("box_top")} {row.Measure("box_right")} {row.Measure("box_bottom")}"),
            StringComparer.Ordinal);
        Assert.NotEmpty(published);
        Assert.Equal(published, inSite);
    }

    [Fact]
    public void Site_Demo_CountsAreThoseOfThePublication()
    {
        demo.SkipUnlessThere();
        var site = SiteFiles.Json(demo.Site, "site.json");

        Assert.Equal(Rows("documents").Count(), site.GetProperty("documents").GetInt32());
        Assert.Equal(Rows("checks").Count(static row => row.Text("outcome") == "fails"), site.GetProperty("checks").GetProperty("fails")
            .GetInt32());
        Assert.Equal(
            [.. new[] { "proven", "contradicted", "unproven" }.Select(proof =>
                Rows("budget_lines").Count(row => row.Text("proof") == proof))],
            site.GetProperty("proofs").EnumerateArray().Select(static count => count.GetInt32()));
        Assert.Equal(
            Rows("findings").Select(static row => row.Text("finding_id")!).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(demo.Site, "data", "findings"))
                .SelectMany(path => SiteFiles.Json(demo.Site, Path.Combine("findings", Path.GetFileName(path))).EnumerateArray())
                .Select(static finding => finding.GetProperty("id").GetString()!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Site_FilesNotFound_TablesWithoutPages()
    {
        demo.SkipUnlessThere();

        var made = await CommandRun.OfAsync("site", "--data", demo.Data, "--out", folder["site"], "--documents", folder["nowhere"]);

        Assert.Equal(1, made.ExitCode);
        Assert.Contains("5 PDF files were not found", made.Error, StringComparison.Ordinal);
        Assert.Contains("--documents", made.Error, StringComparison.Ordinal);
        Assert.All(SiteFiles.Documents(folder["site"]), static document => Assert.False(document.GetProperty("hasFile").GetBoolean()));
    }

    [Fact]
    public async Task Site_FileWithOtherBytes_IsNotTaken()
    {
        demo.SkipUnlessThere();
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "corpus"), "*.pdf"))
        {
            var bytes = File.ReadAllBytes(path);
            bytes[^1] ^= 1;
            Directory.CreateDirectory(folder["corpus"]);
            File.WriteAllBytes(folder["corpus/" + Path.GetFileName(path)], bytes);
        }

        var made = await CommandRun.OfAsync("site", "--data", demo.Data, "--out", folder["site"], "--documents", folder.Path);

        Assert.Equal(1, made.ExitCode);
        Assert.Empty(Directory.GetFiles(folder["site"], "*.pdf", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Site_FolderOfOtherFiles_IsLeftAlone()
    {
        demo.SkipUnlessThere();
        Directory.CreateDirectory(folder["precious"]);
        File.WriteAllText(folder["precious/letter.txt"], "mine");

        var made = await CommandRun.OfAsync("site", "--data", demo.Data, "--out", folder["precious"]);

        Assert.Equal(3, made.ExitCode);
        Assert.Contains("Choose an empty folder", made.Error, StringComparison.Ordinal);
        Assert.Equal(["letter.txt"], Directory.GetFileSystemEntries(folder["precious"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Site_AnotherGeneratorAtWork_NothingIsChanged()
    {
        demo.SkipUnlessThere();
        await using var other = new FileStream(folder[".site.building.lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var made = await CommandRun.OfAsync("site", "--data", demo.Data, "--out", folder["site"]);

        Assert.Equal(3, made.ExitCode);
        Assert.Contains("another 'extractor site' is writing it", made.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["site"]));
    }

    [Fact]
    public async Task Site_FolderWithoutPublication_SaysWhatToName()
    {
        demo.SkipUnlessThere();

        var made = await CommandRun.OfAsync("site", "--data", folder.Path, "--out", folder["site"]);

        Assert.Equal(3, made.ExitCode);
        Assert.Contains("'extractor run' has published to", made.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["site"]));
    }

    [Fact]
    public async Task Site_DecisionOnAFindingThatIsGone_IsToldAndKept()
    {
        demo.SkipUnlessThere();
        var run = await CommandRun.OfAsync("run", Path.Combine(Repository.Root, "pipelines", "demo.yaml"), "--out", folder["data"],
            "--store", folder["store"]);
        Assert.Equal(0, run.ExitCode);
        ReviewFile.Add(ReviewFile.PathIn(folder["data"]),
            new ReviewDecision("0123-gone", "d", "our_error", string.Empty, "someone",
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));

        var made = await CommandRun.OfAsync("site", "--data", folder["data"], "--out", folder["site"], "--documents", Repository.Root);

        Assert.Equal(0, made.ExitCode);
        Assert.Contains("1 decisions of reviewers are on findings that this publication no longer has", made.Error,
            StringComparison.Ordinal);
        Assert.Equal("our_error", SiteFiles.Json(folder["site"], "reviews.json").GetProperty("0123-gone").GetProperty("decision")
            .GetString());
    }

    [Fact]
    public async Task Run_FolderWithReviews_KeepsThem()
    {
        var data = folder["data"];
        await CommandRun.OfAsync("run", Path.Combine(Repository.Root, "pipelines", "demo.yaml"), "--out", data, "--store", folder["store"]);
        const string Reviews = "finding_id,document_id,decision,note,reviewer,decided_at\n1,2,our_error,,someone,2026-01-02T03:04:05Z\n";
        File.WriteAllText(Path.Combine(data, "reviews.csv"), Reviews);

        var again = await CommandRun.OfAsync("run", Path.Combine(Repository.Root, "pipelines", "demo.yaml"), "--out", data, "--store",
            folder["store"]);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(Reviews, File.ReadAllText(Path.Combine(data, "reviews.csv")));
    }

    private IEnumerable<ParquetRow> Rows(string dataset)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(demo.Data, dataset), "*.parquet", SearchOption.AllDirectories))
        {
            using var file = ParquetFileReader.Open(path);
            for (var index = 0; index < file.RowGroupCount; index++)
            {
                var group = new ParquetRowGroup(file, index);
                for (var row = 0; row < group.RowCount; row++)
                {
                    yield return new ParquetRow(group, row);
                }
            }
        }
    }
}
