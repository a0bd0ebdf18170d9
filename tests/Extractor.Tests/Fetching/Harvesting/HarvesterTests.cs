using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model.Documents;
using Extractor.Tests.Runs;

namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>A small city on loopback: a listing of two pages, articles, attachments.</summary>
public sealed class HarvesterTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private LoopbackSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await LoopbackSite.StartAsync();
        site.Page("/ys/index.html", """
            <script>createPageHTML(2, 0, "index", "html")</script>
            <ul><li><a href="./202602/t20260210_1.html">某市财政局2026年部门预算</a></li>
            <li><a href="./202602/t20260211_2.html" title="某市教育局2026年部门预算">某市教育局2026年部门…</a></li><li><a href="/other.html">联系我们</a></li></ul>
            """);
        site.Page("/ys/index_1.html", """<a href="./202502/t20250210_3.html">某市财政局2025年部门预算</a>""");
        site.Page("/ys/202602/t20260210_1.html", """<p>详见附件。</p><a href="./P01.pdf">附件：某市财政局2026年部门预算.pdf</a><a href="/help.html">帮助</a>""");
        site.Page("/ys/202602/t20260211_2.html", """<script>var f='<a href="./P02.zip">附件.zip</a>';document.write(f)</script>""");
        site.Page("/ys/202502/t20250210_3.html", """<meta charset=utf-8><a href="/files/%E9%A2%84%E7%AE%97.pdf">预算.pdf</a>""");
        site.File("/ys/202602/P01.pdf", Pdf("one"), "\"1\"");
        site.File("/ys/202602/P02.zip", Zip(("某市教育局本级.pdf", Pdf("two")), ("某中学.pdf", Pdf("three"))));
        site.File("/files/预算.pdf", Pdf("four"));
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task RunAsync_FirstNight_EverythingFoundNamedAndCovered()
    {
        var harvest = await HarvestAsync();

        Assert.True(harvest.IsComplete);
        Assert.Equal(4, harvest.Found);
        Assert.Equal(["财政局 2026 True", "财政局 2025 True", "教育局 2026 True", "教育局 2026 True", "教育局 2025 False"],
            harvest.Coverage.Select(static row => $"{row.DepartmentName} {row.FiscalYear} {row.Sha256 is not null}"));
        Assert.Equal("1 of 5 expected documents are missing; see coverage", Assert.Single(harvest.Alarms));
        Assert.Equal(["某中学.pdf", "某市教育局本级.pdf", "附件：某市财政局2026年部门预算.pdf", "预算.pdf"],
            Directory.GetFiles(folder["440300/documents"], "*", SearchOption.AllDirectories).Select(static path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_SecondNight_UnchangedAndChangedAreTold()
    {
        await HarvestAsync();
        site.File("/files/预算.pdf", Pdf("four, corrected"));

        var harvest = await HarvestAsync();

        Assert.Equal("changed=1 unchanged=7", string.Join(' ', harvest.Outcomes.Select(static outcome => $"{outcome.Key}={outcome.Value}")));
        Assert.Equal(304, harvest.Fetches.Single(static fetch => fetch.Url.EndsWith("P01.pdf", StringComparison.Ordinal)).Status);
        Assert.Equal(5, Directory.GetFiles(folder["440300/documents"], "*", SearchOption.AllDirectories).Length);
        var row = (await File.ReadAllLinesAsync(folder["440300/manifest.csv"], TestContext.Current.CancellationToken)).Single(static line => line.Contains("/files/", StringComparison.Ordinal));
        Assert.Equal(64, row.Split(',')[^1].Length);
    }

    [Fact]
    public async Task RunAsync_NotDue_OnlyListingsAreAsked()
    {
        await HarvestAsync();
        site.ForgetAsked();

        var harvest = await HarvestAsync(publisher => publisher with { Politeness = publisher.Politeness with { RecheckAfter = TimeSpan.FromDays(7) } });

        Assert.Equal(["/robots.txt", "/ys/index.html", "/ys/index_1.html"], site.Asked);
        Assert.Equal(4, harvest.Found);
    }

    [Fact]
    public async Task RunAsync_FewerThanBefore_Alarm()
    {
        await HarvestAsync();
        site.Page("/ys/index.html", """
            <script>createPageHTML(2, 0, "index", "html")</script><a href="./202602/t20260210_1.html">某市财政局2026年部门预算</a>
            """);

        var harvest = await HarvestAsync();

        Assert.Contains("2 documents were found, 4 in the harvest before", harvest.Alarms);
    }

    [Fact]
    public async Task RunAsync_ListingEmptiedForMaintenance_AlarmEveryNightAndNothingIsLost()
    {
        await HarvestAsync();
        site.Page("/ys/index_1.html", "<p>系统维护</p>");

        var harvest = await HarvestAsync();
        var again = await HarvestAsync();

        Assert.Equal(4, again.Found);
        Assert.Contains(harvest.Alarms, static alarm => alarm.Contains("index_1.html: it leads to no document any more", StringComparison.Ordinal));
        Assert.Equal(harvest.Alarms, again.Alarms);
        Assert.Equal(0, again.PagesParsed);
    }

    [Fact]
    public async Task RunAsync_HostDownForANight_NothingIsLostAndTheNextNightIsWhole()
    {
        await HarvestAsync();
        var manifest = Manifest();
        site.On("/robots.txt", static context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        var down = await HarvestAsync();
        site.Forget("/robots.txt");
        var manifestOfTheNight = Manifest();

        var up = await HarvestAsync();

        Assert.Contains(down.Alarms, static alarm => alarm.StartsWith("a listing page could not be read", StringComparison.Ordinal));
        Assert.Contains(down.Alarms, static alarm => alarm.StartsWith("3 articles could not be read", StringComparison.Ordinal));
        Assert.Contains(down.Alarms, static alarm => alarm.StartsWith("3 known documents could not be asked for", StringComparison.Ordinal));
        Assert.Equal(manifest, manifestOfTheNight);
        Assert.Equal(4, up.Found);
        Assert.Equal("unchanged=8", string.Join(' ', up.Outcomes.Select(static outcome => $"{outcome.Key}={outcome.Value}")));
        Assert.DoesNotContain(up.Alarms, static alarm => alarm.Contains("could not", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_DocumentGone_AlarmOnceAndTheBytesStay()
    {
        await HarvestAsync();
        site.Forget("/files/预算.pdf");

        var harvest = await HarvestAsync();
        var again = await HarvestAsync();

        Assert.Contains(harvest.Alarms, static alarm => alarm.StartsWith("1 documents are gone", StringComparison.Ordinal));
        Assert.DoesNotContain(again.Alarms, static alarm => alarm.Contains("gone", StringComparison.Ordinal));
        Assert.Equal((4, 1), (again.Found, again.Outcomes["not_found"]));
    }

    [Fact]
    public async Task RunAsync_NothingNew_NoPageIsParsed()
    {
        Assert.Equal(5, (await HarvestAsync()).PagesParsed);

        Assert.Equal(0, (await HarvestAsync()).PagesParsed);
    }

    [Fact]
    public async Task RunAsync_OtherFilesThanPdf_KeptAndTold()
    {
        site.Page("/ys/202502/t20250210_3.html", """<a href="b.xls">预算表.xls</a><a href="c.rar">附件.rar</a><a href="d.docx">说明.docx</a><a href="e.ofd">预算.ofd</a>""");
        site.File("/ys/202502/b.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        site.File("/ys/202502/c.rar", "Rar!\u001A\u0007"u8.ToArray());
        site.File("/ys/202502/d.docx", Zip(("[Content_Types].xml", []), ("word/document.xml", [])));
        site.File("/ys/202502/e.ofd", Zip(("OFD.xml", [])));

        var harvest = await HarvestAsync();

        Assert.Equal(
            ["b.xls new kept, not read: an office document", "c.rar new kept, not opened: a RAR archive", "d.docx new kept, not read: an office document", "e.ofd new kept, not read: an OFD document"],
            harvest.Fetches.Where(static fetch => fetch.Url.Contains("/202502/", StringComparison.Ordinal) && !fetch.Url.EndsWith("html", StringComparison.Ordinal))
                .OrderBy(static fetch => fetch.Url, StringComparer.Ordinal)
                .Select(static fetch => $"{fetch.Url[(fetch.Url.LastIndexOf('/') + 1)..]} {Model.SchemaName.Of(fetch.Outcome)} {fetch.Reason}"));
        Assert.Equal(4, Manifest().Count(static line => line.Contains("/202502/t20250210_3.html", StringComparison.Ordinal)));
        Assert.Equal("unchanged=11", string.Join(' ', (await HarvestAsync()).Outcomes.Select(static outcome => $"{outcome.Key}={outcome.Value}")));
    }

    [Fact]
    public async Task RunAsync_ArticleWithoutAttachment_CoverageNamesIt()
    {
        site.Page("/ys/202602/t20260211_2.html", "<p>预算表见正文。</p><table><tr><td>1</td></tr></table>");

        var row = (await HarvestAsync()).Coverage.Single(static row => row is { DepartmentName: "教育局", FiscalYear: 2026 });

        Assert.EndsWith("t20260211_2.html: an article without an attachment", row.ReasonMissing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OutsideTheNightWindow_StoppedAndNobodyAsked()
    {
        var now = TimeOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

        var harvest = await HarvestAsync(publisher => publisher with { Politeness = publisher.Politeness with { Window = new NightWindow(now.AddHours(2), now.AddHours(3)) } });

        Assert.Contains("outside the night window", harvest.Stopped, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task RunAsync_MoreBytesThanTheDefinitionAllows_Stopped()
    {
        var harvest = await HarvestAsync(static publisher => publisher with { Politeness = publisher.Politeness with { MostBytes = 500 } });

        Assert.Contains("as many as the definition allows", harvest.Stopped, StringComparison.Ordinal);
        Assert.DoesNotContain("/ys/202502/t20250210_3.html", site.Asked);
    }

    [Fact]
    public async Task RunAsync_JsonListing_ItemsAndFurtherPages()
    {
        site.Page("/api/list?page=1", """{"code":200,"data":{"pages":2,"list":[{"title":"某市财政局2026年部门预算","link":{"url":"/ys/202602/t20260210_1.html"}},{"title":"通知"}]}}""");
        site.Page("/api/list?page=2", """{"code":200,"data":{"pages":2,"list":[{"title":"某市教育局2026年部门预算","link":{"url":"/ys/202602/P02.zip"}}]}}""");

        var harvest = await HarvestAsync(publisher => publisher with
        {
            Listings = [publisher.Listings[0] with
            {
                Address = site["api/list?page=1"],
                Recipe = publisher.Listings[0].Recipe with { Json = new JsonPaths(null, "data.list", "link.url", "title", "data.pages", "page") },
            }],
        });

        Assert.Equal(3, harvest.Found);
        Assert.Equal(["/robots.txt", "/api/list?page=1", "/ys/202602/t20260210_1.html", "/ys/202602/P01.pdf", "/api/list?page=2", "/ys/202602/P02.zip"], site.Asked);
    }

    [Fact]
    public async Task RunAsync_PartsThatTheScriptAsksFor_HtmlInsideJson()
    {
        site.Page("/ys/index.html", """<script src="a.js" url="/api/build/unit" queryData="{'webId':'19','tagId':'列表'}"></script>""");
        site.Page("/api/build/unit?webId=19&tagId=%E5%88%97%E8%A1%A8", """{"data":{"html":"<ul><li><a href=\"/ys/202602/t20260210_1.html\">某市财政局2026年部门预算<\/a><\/li><\/ul>"}}""");

        var harvest = await HarvestAsync(publisher => publisher with
        {
            Listings = [publisher.Listings[0] with { Recipe = publisher.Listings[0].Recipe with { Json = new JsonPaths("data.html", null, null, null, null, null) } }],
        });

        Assert.Equal(1, harvest.Found);
    }

    [Fact]
    public async Task RunAsync_FaultAtOnePublisher_TheOthersGoOn()
    {
        var sound = Publisher();
        var broken = sound with { Key = "440301", Listings = [sound.Listings[0] with { Recipe = sound.Listings[0].Recipe with { Entries = "a[" } }] };

        var harvests = await HarvestAsync([broken, sound], null, null);

        Assert.Equal((false, true), (harvests[0].IsComplete, harvests[1].IsComplete));
        Assert.Contains("DomException", harvests[0].Fault, StringComparison.Ordinal);
        Assert.Equal(4, harvests[1].Found);
    }

    [Fact]
    public async Task RunAsync_EveryAnswer_IsInTheWarcFile()
    {
        site.Page("/robots.txt", "User-agent: *\nDisallow: /ys/202602/P02.zip");
        site.Forget("/files/预算.pdf");
        site.Page("/ys/202602/P01.pdf", "<title>用户登录</title><input type=password>");

        await HarvestAsync();

        using var unpacking = new GZipStream(File.OpenRead(Assert.Single(Directory.GetFiles(folder["440300/warc"]))), CompressionMode.Decompress);
        using var text = new StreamReader(unpacking, Encoding.Latin1);
        var lines = (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal(
            site.Asked.Select(path => site[path].AbsoluteUri),
            lines.Zip(lines.Skip(3)).Where(static pair => pair.First == "WARC-Type: response").Select(static pair => pair.Second["WARC-Target-URI: ".Length..]));
        Assert.Contains("HTTP/1.1 404 Not Found", lines);
        Assert.DoesNotContain(site["ys/202602/P02.zip"].AbsoluteUri, string.Concat(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.4 half", "the PDF has no end mark, it may be cut")]
    [InlineData("%PDF-1.4 whole\n%%EOF\n", null)]
    public async Task RunAsync_PdfWithoutItsEnd_TakenAndTold(string content, string? reason)
    {
        site.File("/ys/202602/P01.pdf", Encoding.ASCII.GetBytes(content));

        var fetch = (await HarvestAsync()).Fetches.Single(static fetch => fetch.Url.EndsWith("P01.pdf", StringComparison.Ordinal));

        Assert.Equal((Model.Evidence.FetchOutcome.New, reason), (fetch.Outcome, fetch.Reason));
    }

    [Fact]
    public async Task RunAsync_SentOnToALoginPage_BlockedAndWhatWasGotStays()
    {
        await HarvestAsync();
        site.Page("/login", "<html><title>统一身份认证 登录</title><input type=password></html>");
        site.On("/ys/202602/t20260210_1.html", static context =>
        {
            context.Response.Redirect("/login");
            return Task.CompletedTask;
        });

        var harvest = await HarvestAsync();
        site.Forget("/login");
        var again = await HarvestAsync();

        Assert.Equal((1, 4), (harvest.Outcomes["blocked"], harvest.Found));
        Assert.Contains("/ys/202602/P01.pdf", site.Asked);
        Assert.Equal(4, again.Found);
    }

    [Theory]
    [InlineData("<title>404</title>", "not_found")]
    [InlineData("<html><title>某市人民政府</title><div class=error><h1>页面不存在</h1><p>您访问的页面不存在或已被删除，请检查地址，或返回首页继续浏览其他内容。</p></div></html>", "not_found")]
    [InlineData("<html><script>document.cookie='x=1'</script></html>", "blocked")]
    [InlineData("<html><title>用户登录</title><input type=password></html>", "blocked")]
    [InlineData("<html><title>通知</title><p>部门预算</p></html>", "wrong_media_type")]
    [InlineData("plain", "wrong_media_type")]
    public async Task RunAsync_NoPdfUnderItsName_ToldApart(string body, string outcome)
    {
        site.Page("/ys/202602/P01.pdf", body);

        Assert.Equal(1, (await HarvestAsync()).Outcomes.GetValueOrDefault(outcome));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(521)]
    public async Task RunAsync_ListingBehindAChallenge_BlockedAndAlarm(int status)
    {
        site.On("/ys/index.html", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var harvest = await HarvestAsync();

        Assert.Equal(1, harvest.Outcomes["blocked"]);
        Assert.Contains(harvest.Alarms, static alarm => alarm.Contains("blocked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_StoppedByTheLimit_NextGoesOnToTheSameEnd()
    {
        PublisherHarvest harvest;
        var runs = 0;
        do
        {
            harvest = await HarvestAsync(most: 3);
            runs++;
        }
        while (!harvest.IsComplete && runs < 20);

        Assert.InRange(runs, 2, 10);
        Assert.Equal(4, harvest.Found);
        Assert.Single(site.Asked, static path => path.EndsWith("P01.pdf", StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(folder["440300/warc"]));
    }

    [Fact]
    public async Task RunAsync_Since_OlderEntriesAreLeftAlone()
    {
        var harvest = await HarvestAsync(since: new DateOnly(2026, 1, 1));

        Assert.Equal(3, harvest.Found);
        Assert.DoesNotContain("/ys/202502/t20250210_3.html", site.Asked);
    }

    private List<string> Manifest() => [.. File.ReadLines(folder["440300/manifest.csv"])];

    private async Task<PublisherHarvest> HarvestAsync(Func<PublisherDefinition, PublisherDefinition>? change = null, int? most = null, DateOnly? since = null)
    {
        var publisher = Publisher();
        return (await HarvestAsync(ImmutableArray.Create(change?.Invoke(publisher) ?? publisher), most, since))[0];
    }

    private PublisherDefinition Publisher()
    {
        var recipe = new Recipe("test", "a", new LinkPattern("20\\d\\d年.*预算"), null, null, null, 0, "a", null, 20);
        return new PublisherDefinition(
            "440300", "某市", "440300", false, ["made by us"],
            [new Listing(site["ys/index.html"], recipe, null, null)],
            [],
            new ExpectedInventory(["财政局", "教育局"], [2026, 2025], [DocumentKind.DepartmentBudget], null),
            new Politeness(TimeSpan.Zero, null, TimeSpan.Zero, 1 << 20, 1 << 30, AllowPrivateAddresses: true));
    }

    private Task<ImmutableArray<PublisherHarvest>> HarvestAsync(ImmutableArray<PublisherDefinition> publishers, int? most, DateOnly? since)
    {
        var settings = new RequestSettings("mailto:test@example.cn", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), 1, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1));
        return Harvester.RunAsync(
            publishers,
            new HarvestOptions(folder.Path, since, most, settings, "test"),
            TimeProvider.System,
            new Progress<HarvestEvent>(),
            TestContext.Current.CancellationToken);
    }

    private static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.4 {text}");

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
