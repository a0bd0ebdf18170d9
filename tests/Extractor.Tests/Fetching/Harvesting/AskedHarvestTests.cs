using System.Text;
using Microsoft.AspNetCore.Http;

namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>Lists and files that a page's script asks for in two steps: answers by POST to their end, files by a key.</summary>
public sealed class AskedHarvestTests : MadeCity
{
    private const int Pages = 3;

    private readonly List<string> sent = [];

    [Theory]
    [InlineData("axios.post('/api/list',{channel:'5',pageNum:1,pageSize:1})", "{\"channel\":\"5\",\"pageNum\":#,\"pageSize\":1}",
        "application/json")]
    [InlineData("$.post('/api/list',{channel:'5',pageNum:1,pageSize:1},show)", "channel=5&pageNum=#&pageSize=1",
        "application/x-www-form-urlencoded")]
    public async Task RunAsync_AnswersByPost_AllPagesEveryNight(string script, string form, string type)
    {
        Documents();
        var types = new HashSet<string?>();
        Site.Page("/list.html", $"<title>部门预算公开</title><div id=app></div><script>{script}</script>");
        Site.On("/api/list", async context =>
        {
            var asked = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
            sent.Add(asked);
            types.Add(context.Request.ContentType);
            var page = asked[asked.IndexOf("pageNum", StringComparison.Ordinal)..].First(char.IsDigit) - '1';
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(
                $$"""{"total":{{Pages}},"rows":[{"title":"{{NameOf(page)}}2026年部门预算","url":"/a{{page}}.html"}]}"""), context.RequestAborted);
        });

        var first = await HarvestAsync("plain_list", Site["list.html"]);
        var second = await HarvestAsync("plain_list", Site["list.html"]);

        Assert.Equal((Pages, Pages), (first.Found, second.Found));
        Assert.Empty(first.Alarms.Concat(second.Alarms));
        Assert.Equal([type], types);
        var pages = Enumerable.Range(1, Pages).Select(page => form.Replace("#", $"{page}", StringComparison.Ordinal)).ToList();
        Assert.Equal(pages.Concat(pages), sent);
    }

    [Fact]
    public async Task RunAsync_FilesThatNeedAKey_AskedForItAndKnownWithoutIt()
    {
        var night = 0;
        Site.Page("/list.html", $"<title>部门预算</title><a href='/a.html'>{NameOf(0)}2026年部门预算</a>");
        Site.Page("/a.html", $"<title>{NameOf(0)}2026年部门预算</title><a id=f0>1.pdf</a><a id=f1>2.pdf</a>" +
            "<script>Cms.attachment('','7','2','f')</script>");
        Site.On("/attachment_url.jspx?cid=7&n=2", async context =>
        {
            night++;
            await context.Response.WriteAsync($"[\"&t={night}&k=a\",\"&t={night}&k=b\"]", context.RequestAborted);
        });
        for (var asked = 1; asked <= 2; asked++)
        {
            Site.File($"/attachment.jspx?cid=7&i=0&t={asked}&k=a", Pdf(0));
            Site.File($"/attachment.jspx?cid=7&i=1&t={asked}&k=b", Pdf(1));
        }

        var first = await HarvestAsync("plain_list", Site["list.html"]);
        var second = await HarvestAsync("plain_list", Site["list.html"]);

        Assert.Equal((2, 2, 2), (first.Found, second.Found, night));
        Assert.Empty(first.Alarms.Concat(second.Alarms));
        Assert.Equal(["new", "new", "unchanged", "unchanged"], first.Fetches.Concat(second.Fetches)
            .Where(static fetch => fetch.Url.Contains("attachment.jspx", StringComparison.Ordinal))
            .Select(static fetch => Model.SchemaName.Of(fetch.Outcome)));
    }

    [Fact]
    public async Task RunAsync_KeyThatIsNotGiven_FileIsAnAlarm()
    {
        Site.Page("/list.html", $"<title>部门预算</title><a href='/a.html'>{NameOf(0)}2026年部门预算</a>");
        Site.Page("/a.html", $"<title>{NameOf(0)}2026年部门预算</title><a id=f0>1.pdf</a><script>Cms.attachment('','7','1','f')</script>");
        Site.Page("/attachment_url.jspx?cid=7&n=1", "[]");

        var harvest = await HarvestAsync("plain_list", Site["list.html"]);

        Assert.Equal(0, harvest.Found);
        Assert.Contains(harvest.Alarms, static alarm => alarm.Contains("attachment.jspx", StringComparison.Ordinal));
    }

    private void Documents()
    {
        for (var page = 0; page < Pages; page++)
        {
            Site.Page($"/a{page}.html", $"<title>{NameOf(page)}2026年部门预算</title><a href=\"/{page}.pdf\">{NameOf(page)}2026年部门预算.pdf</a>");
            Site.File($"/{page}.pdf", Pdf(page));
        }
    }
}
