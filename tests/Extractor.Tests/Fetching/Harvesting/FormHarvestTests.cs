using System.IO.Compression;
using System.Text;

namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>A listing whose further pages only a form gets: every page once, with the state of the page before, and archived.</summary>
public sealed class FormHarvestTests : MadeCity
{
    private const int Pages = 3;

    private readonly List<string> sent = [];

    [Fact]
    public async Task RunAsync_PagesByPost_EveryDocumentAndEveryNight()
    {
        var listing = City();

        var first = await HarvestAsync("plain_list", listing);
        var second = await HarvestAsync("plain_list", listing);

        Assert.Equal((Pages, Pages), (first.Found, second.Found));
        Assert.Empty(first.Alarms.Concat(second.Alarms));
        // Each page has the state of the page before it.
        Assert.Equal(["state=s0&page=2", "state=s1&page=3", "state=s0&page=2", "state=s1&page=3"],
            sent.Select(static form => form.Replace("__", string.Empty, StringComparison.Ordinal)));
        Assert.Equal(["unchanged", "unchanged"], second.Fetches.Where(static fetch =>
            fetch.Url.Contains("#POST:page=", StringComparison.Ordinal)).Select(static fetch => Model.SchemaName.Of(fetch.Outcome)));
        Assert.Equal(["POST /list.do HTTP/1.1", "POST /list.do HTTP/1.1"], Requests().Where(static head =>
            head.StartsWith("POST ", StringComparison.Ordinal)).Select(static head => head.Split("\r\n")[0]));
        Assert.Contains(Requests(), static head =>
            head.Contains("Content-Type: application/x-www-form-urlencoded", StringComparison.Ordinal)
            && head.EndsWith("__state=s1&page=3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_FormThatIsSentOn_NotSentToAnotherAddress()
    {
        var listing = City();
        Site.On("/list.do", static context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/other.do";
            return Task.CompletedTask;
        });

        var harvest = await HarvestAsync("plain_list", listing);

        Assert.Equal(1, harvest.Found);
        Assert.Contains(harvest.Alarms, static alarm => alarm.Contains("a form is sent on", StringComparison.Ordinal));
        Assert.DoesNotContain("/other.do", Site.Asked);
    }

    private Uri City()
    {
        for (var page = 0; page < Pages; page++)
        {
            Site.Page($"/a{page}.html", $"<title>{NameOf(page)}2026年部门预算</title><a href=\"/{page}.pdf\">附件" +
                $"：{NameOf(page)}2026年部门预算.pdf</a>");
            Site.File($"/{page}.pdf", Pdf(page));
        }

        Site.Page("/list.html", Html(0));
        Site.On("/list.do", async context =>
        {
            var form = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
            sent.Add(form);
            context.Response.ContentType = "text/html";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Html(form[^1] - '1')), context.RequestAborted);
        });
        return Site["list.html"];
    }

    private static string Html(int page) => $"<title>部门预算</title><ul><li><a href=\"/a{page}.html\">{NameOf(page)}2026年部门预算" +
        $"</a></li></ul>" +
        $"<form name=f method=post action=/list.do><input type=hidden name=__state value=s{page}><input type=hidden name=page" +
        $" value={page + 1}>" +
        $"</form>共{Pages}条 " + (page + 1 < Pages ? $"<a href=\"javascript:go({page + 2})\">下一页</a>" : string.Empty) +
        "<script>function go(n){f.page.value=n;f.submit()}</script>";

    /// <summary>The requests of the first night, as the archive has them.</summary>
    private IEnumerable<string> Requests()
    {
        using var file = File.OpenRead(Directory.GetFiles(Folder, "*.warc.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .First());
        using var plain = new GZipStream(file, CompressionMode.Decompress);
        var text = new StreamReader(plain, Encoding.Latin1).ReadToEnd();
        return text.Split("WARC/1.1\r\n").Where(static record => record.StartsWith("WARC-Type: request", StringComparison.Ordinal))
            .Select(static record => record[(record.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..^4]);
    }
}
