using System.IO.Compression;
using System.Text;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Requests;
using Extractor.Model.Documents;
using Extractor.Tests.Runs;

namespace Extractor.Tests.Fetching.Archive;

public sealed class ArchiveTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 2, 3, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Append_ResponseThenSameBytes_SecondIsARevisit()
    {
        var exchange = new Exchange(
            new Uri("http://example.cn/a.pdf"), At, "GET /a.pdf HTTP/1.1\r\n\r\n"u8.ToArray(), "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), 200,
                folder.Write("body", "hello"));
        using (var warc = WarcFile.Open(folder["a.warc.gz"], 0))
        {
            warc.AppendInfo("a.warc.gz", At, "agent", "1");
            var (digest, isWhole) = warc.Append(exchange, null);
            Assert.True(isWhole);
            Assert.Equal("sha256:FTZE3OS7WCRQ4JXIHMVMLOPCTYNRMHS4D6TUEXTTAQZWFE4LTASA====", digest);
            Assert.False(warc.Append(exchange with { At = At.AddDays(1) }, new EarlierAnswer(At, digest)).IsWhole);
            Assert.False(warc.Append(exchange with { At = At.AddDays(2), Status = 304 }, new EarlierAnswer(At, "sha256:X")).IsWhole);
        }

        var text = Unpacked("a.warc.gz");
        Assert.Equal(
            ["warcinfo", "response", "request", "revisit", "request", "revisit", "request"],
            text.Split("\r\n").Where(static line => line.StartsWith("WARC-Type: ", StringComparison.Ordinal)).Select(static line =>
                line[11..]));
        Assert.Single(text.Split("\r\n"), static line => line == "hello");
        Assert.Contains("WARC-Refers-To-Date: 2026-03-02T01:02:03.0000000Z", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TornTail_CutBackToWhatIsWhole()
    {
        using (var warc = WarcFile.Open(folder["a.warc.gz"], 0))
        {
            warc.AppendInfo("a.warc.gz", At, "agent", "1");
        }

        var whole = File.ReadAllBytes(folder["a.warc.gz"]);
        File.WriteAllBytes(folder["a.warc.gz"], [.. whole, .. whole[..40]]);

        WarcFile.Open(folder["a.warc.gz"], whole.Length).Dispose();

        Assert.Equal(whole, File.ReadAllBytes(folder["a.warc.gz"]));
    }

    [Fact]
    public void Keep_SameBytesTwice_OneFileUnderItsFirstName()
    {
        var store = new ContentStore(folder.Path);
        File.WriteAllText(Path.Combine(store.Scratch, "1"), "x");
        File.WriteAllText(Path.Combine(store.Scratch, "2"), "x");

        var first = store.Keep(Path.Combine(store.Scratch, "1"), "documents", "abcd", "甲.pdf");
        var second = store.Keep(Path.Combine(store.Scratch, "2"), "documents", "abcd", "乙.pdf");

        Assert.Equal("documents/ab/abcd/甲.pdf", first);
        Assert.Equal(first, second);
        Assert.Single(Directory.GetFiles(folder["documents"], "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("a/b\\c:d?.pdf", "a_b_c_d_.pdf")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(" 预算 .pdf", "预算 .pdf")]
    public void SafeName_Names_NoPathAndNoSurprise(string name, string expected) => Assert.Equal(expected, ContentStore.SafeName(name));

    [Fact]
    public void SafeName_VeryLongName_EndingIsKept()
    {
        var name = ContentStore.SafeName(new string('预', 500) + ".pdf");

        Assert.EndsWith("预.pdf", name, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(name) <= 164);
    }

    [Fact]
    public void Open_JournalTornInALine_WholeLinesStay()
    {
        var path = folder["journal.jsonl"];
        var start = new JournalStart(At, "x.warc.gz");
        using (var journal = HarvestJournal.Open(path, start))
        {
            journal.Add(VisitOf("http://example.cn/1"), toDisk: false);
            journal.Add(VisitOf("http://example.cn/2"), toDisk: false);
        }

        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^5]);

        using var again = HarvestJournal.Open(path, start with { WarcName = "y.warc.gz" });

        Assert.True(again.IsResumed);
        Assert.Equal("x.warc.gz", again.Start.WarcName);
        Assert.Equal("http://example.cn/1", Assert.Single(again.Done).Key);
    }

    [Fact]
    public void Open_InUseByAnother_RefusedAndFreeAfterwards()
    {
        var first = PublisherArchive.Open(folder.Path, "agent", "1", TimeProvider.System);

        Assert.Throws<ArchiveInUseException>(() => PublisherArchive.Open(folder.Path, "agent", "1", TimeProvider.System));
        first.Dispose();
        PublisherArchive.Open(folder.Path, "agent", "1", TimeProvider.System).Dispose();
    }

    [Fact]
    public void Complete_NamesWithCommasAndQuotes_ManifestIsPlainCsv()
    {
        using var archive = PublisherArchive.Open(folder.Path, "agent", "1", TimeProvider.System);
        var visit = VisitOf("http://example.cn/1.zip") with
        {
            Hint = new DocumentHint("http://example.cn/", "预算", "440300", "某市\"一\"局", 2026, DocumentKind.DepartmentBudget),
            Documents = [new KeptDocument("甲, 乙.pdf", "ab", "documents/ab/ab/甲, 乙.pdf", "甲, 乙.pdf", 1)],
            Superseded = ["cd"],
        };

        archive.Complete("harvest", [visit,
            VisitOf("http://example.cn/2.pdf") with { AnsweredAt = null,
            Documents = [new KeptDocument(null, "ef", "documents/ef/ef/丙.pdf", "丙.pdf", 1)] }], static (visit, _) => visit.Hint);

        Assert.Equal(
            """
            file,division_code,department_name,fiscal_year,source_url,landing_url,retrieved_at,supersedes
            "ab/ab/甲, 乙.pdf",440300,"某市""一""局",2026,http://example.cn/1.zip#%E7%94%B2%2C%20%E4%B9%99.pdf,http://example.cn/,2026-03-02T01:02:03.000Z,cd
            ef/ef/丙.pdf,,,,http://example.cn/2.pdf,,,

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(PublisherArchive.ManifestOf(folder.Path)));
        Assert.NotEqual(0xEF, File.ReadAllBytes(PublisherArchive.ManifestOf(folder.Path))[0]);
    }

    private static Visit VisitOf(string url) =>
        new(url, null, 200, Model.Evidence.FetchOutcome.New, 1, 1, "ab", null, null, null, At, At, 1, null, null, [], [], null, null, null,
            0);

    private string Unpacked(string name)
    {
        using var unpacking = new GZipStream(File.OpenRead(folder[name]), CompressionMode.Decompress);
        using var text = new StreamReader(unpacking);
        return text.ReadToEnd();
    }
}
