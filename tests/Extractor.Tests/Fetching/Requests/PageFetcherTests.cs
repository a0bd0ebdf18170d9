using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Extractor.Fetching.Requests;
using Extractor.Tests.Runs;
using Microsoft.AspNetCore.Http;

namespace Extractor.Tests.Fetching.Requests;

public sealed class PageFetcherTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private LoopbackSite site = null!;

    public async ValueTask InitializeAsync() => site = await LoopbackSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task FetchAsync_File_WholeWithItsEvidence()
    {
        site.File("/a.pdf", "%PDF-1.4 x"u8.ToArray(), "\"1\"");

        var answer = await FetchAsync("a.pdf");

        Assert.Null(answer.Fault);
        Assert.Equal("%PDF-1.4 x", await File.ReadAllTextAsync(answer.BodyPath!, TestContext.Current.CancellationToken));
        Assert.Equal(["/robots.txt", "/a.pdf"], answer.Exchanges.Select(static exchange => exchange.Address.AbsolutePath));
        var exchange = answer.Exchanges[1];
        Assert.Contains("User-Agent: ExtractorHarvest/1.0 (+mailto:test@example.cn)", Encoding.Latin1.GetString(exchange.RequestHead),
            StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", Encoding.Latin1.GetString(exchange.ResponseHead), StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/a.pdf"], site.Asked);
    }

    [Fact]
    public async Task FetchAsync_LoopbackNotAllowed_RefusedWithoutARequest()
    {
        var answer = await FetchAsync("a.pdf", allowPrivate: false);

        Assert.Contains("private or loopback", answer.Fault, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task FetchAsync_RobotsRefuse_NotAsked()
    {
        site.Page("/robots.txt", "User-agent: *\nDisallow: /a");

        Assert.True((await FetchAsync("a.pdf")).RefusedByRobots);
        Assert.Equal(["/robots.txt"], site.Asked);
    }

    [Fact]
    public async Task FetchAsync_RobotsFail_NothingElseIsAsked()
    {
        site.On("/robots.txt", static context => Status(context, 500));

        Assert.Contains("robots.txt cannot be had", (await FetchAsync("a.pdf")).Fault, StringComparison.Ordinal);
        Assert.DoesNotContain("/a.pdf", site.Asked);
    }

    [Fact]
    public async Task FetchAsync_TooManyRequests_WaitsAsLongAsAsked()
    {
        var times = new List<long>();
        site.On("/a.pdf", async context =>
        {
            times.Add(Stopwatch.GetTimestamp());
            if (times.Count == 1)
            {
                context.Response.Headers.RetryAfter = "1";
                context.Response.StatusCode = 429;
                return;
            }

            await context.Response.WriteAsync("%PDF-1.4");
        });

        var answer = await FetchAsync("a.pdf");

        Assert.Equal(200, answer.Status);
        Assert.Equal(2, answer.Attempts);
        Assert.True(Stopwatch.GetElapsedTime(times[0], times[1]) >= TimeSpan.FromSeconds(0.99));
    }

    [Fact]
    public async Task FetchAsync_CookieSetWhileSentOn_IsSentBackToThatHostAndForgotten()
    {
        site.On("/a.html", static async context =>
        {
            if (context.Request.Headers.Cookie == "sid=7; path=x")
            {
                await context.Response.WriteAsync("<html>there</html>");
                return;
            }

            context.Response.Headers.Append("Set-Cookie", "sid=7; HttpOnly");
            context.Response.Headers.Append("Set-Cookie", "path=x; Path=/");
            context.Response.Redirect("/a.html");
        });

        var first = await FetchAsync("a.html");
        var second = await FetchAsync("a.html");

        Assert.Equal((200, 2), (first.Status, first.Attempts));
        Assert.Equal(2, second.Attempts);
    }

    /// <summary>A host that is dead costs minutes: after the time without an answer nothing is asked of it any more.</summary>
    [Fact]
    public async Task FetchAsync_HostAnswersNothingForTooLong_IsLeftAlone()
    {
        var asked = 0;
        site.On("/dead.html", context =>
        {
            asked++;
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

        var first = await FetchAsync("dead.html", Settings with { MostFailing = TimeSpan.Zero });

        Assert.Contains("left alone until the next harvest", first.Fault, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task FetchAsync_RetryAfterBeyondTheLimit_GivenUpAtOnce()
    {
        site.On("/a.pdf", static context =>
        {
            context.Response.Headers.RetryAfter = "86400";
            return Status(context, 503);
        });

        var answer = await FetchAsync("a.pdf");

        Assert.Equal((503, 1), (answer.Status, answer.Attempts));
    }

    [Fact]
    public async Task FetchAsync_RedirectLoop_Bounded()
    {
        site.On("/a.pdf", static context => Redirect(context, "/b.pdf"));
        site.On("/b.pdf", static context => Redirect(context, "/a.pdf"));

        Assert.Contains("sent on more than", (await FetchAsync("a.pdf")).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.cn/x")]
    public async Task FetchAsync_RedirectToAnotherScheme_Refused(string target)
    {
        site.On("/a.pdf", context => Redirect(context, target));

        Assert.Contains("only http and https", (await FetchAsync("a.pdf")).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_TenGigabytesDeclared_RefusedBeforeTheBody()
    {
        site.On("/a.pdf", async context =>
        {
            context.Response.ContentLength = 10L << 30;
            await context.Response.Body.WriteAsync("%PDF-1.4"u8.ToArray());
        });

        var answer = await FetchAsync("a.pdf");

        Assert.Contains("10737418240 bytes are declared", answer.Fault, StringComparison.Ordinal);
        Assert.Equal(("length", null), (answer.Exchanges[^1].Truncated, answer.Exchanges[^1].BodyPath));
    }

    [Fact]
    public async Task FetchAsync_EndlessBody_CutAtTheLimit()
    {
        site.On("/a.pdf", static async context =>
        {
            var block = new byte[1 << 16];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        });

        Assert.Contains("goes on after", (await FetchAsync("a.pdf")).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_GzipBomb_CutAtTheLimit()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[64 << 20]);
        }

        site.On("/a.pdf", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray());
        });

        var answer = await FetchAsync("a.pdf");

        Assert.Contains("unpacks to more than", answer.Fault, StringComparison.Ordinal);
        Assert.True(Directory.GetFiles(folder.Path).Sum(static path => new FileInfo(path).Length) < 3 << 20);
    }

    [Fact]
    public async Task FetchAsync_SlowHost_TimedOut()
    {
        site.On("/a.pdf", static async context =>
        {
            await context.Response.Body.WriteAsync("%PDF"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var answer = await FetchAsync("a.pdf", Settings with { AttemptTimeout = TimeSpan.FromSeconds(0.5), Retries = 1 });

        Assert.Contains("no whole answer within", answer.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_HostDown_Told()
    {
        await site.DisposeAsync();

        var answer = await FetchAsync("a.pdf");

        Assert.Null(answer.Status);
        Assert.Contains("robots.txt cannot be had", answer.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_ManyAtOnce_OneRequestAtATime()
    {
        var open = 0;
        var most = 0;
        for (var index = 0; index < 6; index++)
        {
            site.On($"/{index}", async context =>
            {
                most = Math.Max(most, Interlocked.Increment(ref open));
                await Task.Delay(30);
                Interlocked.Decrement(ref open);
                await context.Response.WriteAsync("x");
            });
        }

        using var fetcher = new PageFetcher(Settings, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(index =>
            fetcher.FetchAsync(Request($"{index}"), TestContext.Current.CancellationToken)));

        Assert.Equal(1, most);
    }

    private static RequestSettings Settings { get; } =
        new("mailto:test@example.cn", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), 2, TimeSpan.FromMilliseconds(10),
            TimeSpan.FromSeconds(30));

    private PageRequest Request(string path, bool allowPrivate = true) =>
        new(site[path], null, null, TimeSpan.Zero, 1 << 20, allowPrivate, folder.Path);

    private async Task<PageAnswer> FetchAsync(string path, RequestSettings? settings = null, bool allowPrivate = true)
    {
        using var fetcher = new PageFetcher(settings ?? Settings, TimeProvider.System);
        return await fetcher.FetchAsync(Request(path, allowPrivate), TestContext.Current.CancellationToken);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext context, string target)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = target;
        return Task.CompletedTask;
    }
}
