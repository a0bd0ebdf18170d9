using System.IO.Compression;
using System.Text;
using Extractor.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>What a harvest makes of the many kinds of answers: listings, attachments, pages that are none.</summary>
public sealed class HarvestedAnswerTests : HarvestedCity
{
    [Fact]
    public async Task RunAsync_OtherFilesThanPdf_KeptAndTold()
    {
        Site.Page("/ys/202502/t20250210_3.html",
            """<a href="b.xls">预算表.xls</a><a href="c.rar">附件.rar</a><a href="d.docx">说明.docx</a><a href="e.ofd">预算.ofd</a>""");
        Site.File("/ys/202502/b.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        Site.File("/ys/202502/c.rar", "Rar!\u001A\u0007"u8.ToArray());
        Site.File("/ys/202502/d.docx", Zip(("[Content_Types].xml", []), ("word/document.xml", [])));
        Site.File("/ys/202502/e.ofd", Zip(("OFD.xml", [])));

        var harvest = await HarvestAsync();

        Assert.Equal(
            ["b.xls new kept, not read: an office document", "c.rar new kept, not opened: a RAR archive",
                "d.docx new kept, not read: an office document", "e.ofd new kept, not read: an OFD document"],
            harvest.Fetches.Where(static fetch => fetch.Url.Contains("/202502/", StringComparison.Ordinal) &&
                !fetch.Url.EndsWith("html", StringComparison.Ordinal))
                .OrderBy(static fetch => fetch.Url, StringComparer.Ordinal)
                .Select(static fetch =>
                    $"{fetch.Url[(fetch.Url.LastIndexOf('/') + 1)..]} {Model.SchemaName.Of(fetch.Outcome)} {fetch.Reason}"));
        Assert.Equal(4, Manifest().Count(static line => line.Contains("/202502/t20250210_3.html", StringComparison.Ordinal)));
        Assert.Equal("unchanged=11", string.Join(' ', (await HarvestAsync()).Outcomes.Select(static outcome =>
            $"{outcome.Key}={outcome.Value}")));
    }

    [Fact]
    public async Task RunAsync_ArticleWithoutAttachment_CoverageNamesIt()
    {
        Site.Page("/ys/202602/t20260211_2.html", "<p>预算表见正文。</p><table><tr><td>1</td></tr></table>");

        var row = (await HarvestAsync()).Coverage.Single(static row => row is { DepartmentName: "教育局", FiscalYear: 2026 });

        Assert.EndsWith("t20260211_2.html: an article without an attachment", row.ReasonMissing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_JsonListing_ItemsAndFurtherPages()
    {
        Site.Page("/api/list?page=1", """{"code":200,"data":{"pages":2,"list":[{"title":"某市财政局2026年部门预算","link":{"url":"/ys/202602/t20260210_1.html"}},{"title":"通知"}]}}""");
        Site.Page("/api/list?page=2",
            """{"code":200,"data":{"pages":2,"list":[{"title":"某市教育局2026年部门预算","link":{"url":"/ys/202602/P02.zip"}}]}}""");

        var harvest = await HarvestAsync(publisher => publisher with
        {
            Listings = [publisher.Listings[0] with
            {
                Address = Site["api/list?page=1"],
                Recipe = publisher.Listings[0].Recipe with
                {
                    Json = new JsonPaths(null, "data.list", "link.url", "title", "data.pages", null, "page"),
                },
            }],
        });

        Assert.Equal(3, harvest.Found);
        Assert.Equal(["/robots.txt", "/api/list?page=1", "/ys/202602/t20260210_1.html", "/ys/202602/P01.pdf", "/api/list?page=2",
            "/ys/202602/P02.zip"], Site.Asked);
    }

    [Fact]
    public async Task RunAsync_PartsThatTheScriptAsksFor_HtmlInsideJson()
    {
        Site.Page("/ys/index.html", """<script src="a.js" url="/api/build/unit" queryData="{'webId':'19','tagId':'列表'}"></script>""");
        Site.Page("/api/build/unit?webId=19&tagId=%E5%88%97%E8%A1%A8",
            """{"data":{"html":"<ul><li><a href=\"/ys/202602/t20260210_1.html\">某市财政局2026年部门预算<\/a><\/li><\/ul>"}}""");

        var harvest = await HarvestAsync(publisher => publisher with
        {
            Listings = [publisher.Listings[0] with { Recipe =
                publisher.Listings[0].Recipe with { Json = new JsonPaths("data.html", null, null, null, null, null, null) } }],
        });

        Assert.Equal(1, harvest.Found);
    }

    [Fact]
    public async Task RunAsync_EveryAnswer_IsInTheWarcFile()
    {
        Site.Page("/robots.txt", "User-agent: *\nDisallow: /ys/202602/P02.zip");
        Site.Forget("/files/预算.pdf");
        Site.Page("/ys/202602/P01.pdf", "<title>用户登录</title><input type=password>");

        await HarvestAsync();

        using var unpacking = new GZipStream(File.OpenRead(Assert.Single(Directory.GetFiles(Archive("warc")))), CompressionMode.Decompress);
        using var text = new StreamReader(unpacking, Encoding.Latin1);
        var lines = (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal(
            Site.Asked.Select(path => Site[path].AbsoluteUri),
            lines.Zip(lines.Skip(3)).Where(static pair => pair.First == "WARC-Type: response").Select(static pair =>
                pair.Second["WARC-Target-URI: ".Length..]));
        Assert.Contains("HTTP/1.1 404 Not Found", lines);
        Assert.DoesNotContain(Site["ys/202602/P02.zip"].AbsoluteUri, string.Concat(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.4 half", "the PDF has no end mark, it may be cut")]
    [InlineData("%PDF-1.4 whole\n%%EOF\n", null)]
    public async Task RunAsync_PdfWithoutItsEnd_TakenAndTold(string content, string? reason)
    {
        Site.File("/ys/202602/P01.pdf", Encoding.ASCII.GetBytes(content));

        var fetch = (await HarvestAsync()).Fetches.Single(static fetch => fetch.Url.EndsWith("P01.pdf", StringComparison.Ordinal));

        Assert.Equal((Model.Evidence.FetchOutcome.New, reason), (fetch.Outcome, fetch.Reason));
    }

    [Fact]
    public async Task RunAsync_SentOnToALoginPage_BlockedAndWhatWasGotStays()
    {
        await HarvestAsync();
        Site.Page("/login", "<html><title>统一身份认证 登录</title><input type=password></html>");
        Site.On("/ys/202602/t20260210_1.html", static context =>
        {
            context.Response.Redirect("/login");
            return Task.CompletedTask;
        });

        var harvest = await HarvestAsync();
        Site.Forget("/login");
        var again = await HarvestAsync();

        Assert.Equal((1, 4), (harvest.Outcomes["blocked"], harvest.Found));
        Assert.Contains("/ys/202602/P01.pdf", Site.Asked);
        Assert.Equal(4, again.Found);
    }

    [Theory]
    [InlineData("<title>404</title>", "not_found")]
    [InlineData("<html><title>某市人民政府</title><div class=error><h1>页面不存在</h1><p>您访问的页面不存在或已被删除，请检查地址，或返回首页继续浏览其他内容。</p></div></html>",
        "not_found")]
    [InlineData("<html><script>document.cookie='x=1'</script></html>", "blocked")]
    [InlineData("<html><title>用户登录</title><input type=password></html>", "blocked")]
    [InlineData("<html><title>通知</title><p>部门预算</p></html>", "wrong_media_type")]
    [InlineData("plain", "wrong_media_type")]
    public async Task RunAsync_NoPdfUnderItsName_ToldApart(string body, string outcome)
    {
        Site.Page("/ys/202602/P01.pdf", body);

        Assert.Equal(1, (await HarvestAsync()).Outcomes.GetValueOrDefault(outcome));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(521)]
    public async Task RunAsync_ListingBehindAChallenge_BlockedAndAlarm(int status)
    {
        Site.On("/ys/index.html", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var harvest = await HarvestAsync();

        Assert.Equal(1, harvest.Outcomes["blocked"]);
        Assert.Contains(harvest.Alarms, static alarm => alarm.Contains("blocked", StringComparison.Ordinal));
    }
}
