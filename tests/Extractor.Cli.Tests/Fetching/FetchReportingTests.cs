using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Extractor.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>What a harvest tells the world around it: webhook, logs, OpenTelemetry, the lock.</summary>
public sealed class FetchReportingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fetch_Alarms_ReportIsPostedToTheWebhook()
    {
        await using var city = await SmallCity.StartAsync();
        var posted = new ConcurrentQueue<(string? Type, string Body)>();
        city.Site.On("/hook", async context => posted.Enqueue((context.Request.ContentType, await BodyOf(context))));

        var run = await FetchAsync(city, "--webhook", city.Site["hook"].AbsoluteUri);

        Assert.Equal(1, run.ExitCode);
        var (type, body) = Assert.Single(posted);
        Assert.Equal("application/json; charset=utf-8", type);
        Assert.Equal(await File.ReadAllTextAsync(folder["archive/report.json"], TestContext.Current.CancellationToken), body);
        using var report = JsonDocument.Parse(body);
        var publisher = report.RootElement.GetProperty("publishers")[0];
        Assert.Equal(1, report.RootElement.GetProperty("exit_code").GetInt32());
        Assert.Equal(("440300", GeneratedCity.DocumentCount),
            (publisher.GetProperty("publisher").GetString(), publisher.GetProperty("found").GetInt32()));
        Assert.Equal("new", publisher.GetProperty("fetches")[0].GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("hook")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("nowhere")]
    public async Task Fetch_WebhookFails_HarvestIsTheSameAndItIsTold(string webhook)
    {
        await using var city = await SmallCity.StartAsync();
        city.Site.On("/hook", static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });

        var run = await FetchAsync(city, "--webhook", webhook == "hook" ? city.Site["hook"].AbsoluteUri : webhook);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("warning: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{GeneratedCity.Addresses} new", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["archive/440300/manifest.csv"]));
    }

    [Fact]
    public async Task Fetch_NoTerminal_EveryLineOfTheLogIsAnObject()
    {
        await using var city = await SmallCity.StartAsync();

        var run = await FetchAsync(city);

        var events = run.Error.Split('\n').Where(static line => line.StartsWith('{')).Select(static line =>
            JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            [("address_asked", GeneratedCity.Addresses), ("publisher_finished", 1), ("publisher_started", 1)],
            events.GroupBy(static line => line.GetProperty("event").GetString()!).Select(static group => (group.Key, group.Count()))
                .OrderBy(static group => group.Key, StringComparer.Ordinal));
        Assert.All(events.Where(static line => line.TryGetProperty("url", out _)), line =>
            Assert.Equal(city.Site.Address.Authority, line.GetProperty("host").GetString()));
    }

    [Fact]
    public async Task Fetch_CollectorNamed_SpansAndMetricsArrive()
    {
        await using var city = await SmallCity.StartAsync();
        await using var collector = await LoopbackSite.StartAsync();
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        foreach (var signal in (string[])["/v1/traces", "/v1/metrics"])
        {
            collector.On(signal, async context =>
            {
                var body = await BodyOf(context);
                received.AddOrUpdate(signal, body, (_, before) => before + body);
            });
        }

        using var process = FetchProcess.Start(city.Define(folder), folder["archive"], new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.AbsoluteUri,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "nightly",
        });
        var (exitCode, error) = await FetchProcess.EndOfAsync(process);

        Assert.True(exitCode == 1, error);
        // Protocol buffers hold text as it is.
        Assert.All(
            ["nightly", "harvest publisher", "fetch", "extractor.outcome", "GET", city.Site["ys/index.html"].AbsoluteUri],
            text => Assert.Contains(text, received["/v1/traces"], StringComparison.Ordinal));
        Assert.All(
            ["extractor.fetch.addresses", "extractor.fetch.bytes", "extractor.fetch.duration", "extractor.harvest.documents",
                "extractor.harvest.alarms", "http.client.request.duration"],
            text => Assert.Contains(text, received["/v1/metrics"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fetch_NoCollectorNamed_NobodyIsTold()
    {
        await using var city = await SmallCity.StartAsync();
        await using var collector = await LoopbackSite.StartAsync();

        using var process = FetchProcess.Start(city.Define(folder), folder["archive"], new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = null,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });
        await FetchProcess.EndOfAsync(process);

        Assert.Empty(collector.Asked);
    }

    [Fact]
    public async Task Fetch_CollectorDown_HarvestIsTheSame()
    {
        await using var city = await SmallCity.StartAsync();

        using var process = FetchProcess.Start(city.Define(folder), folder["archive"], new Dictionary<string,
            string?>
        { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1/" });
        var (exitCode, error) = await FetchProcess.EndOfAsync(process);

        Assert.Equal(1, exitCode);
        Assert.Contains($"{GeneratedCity.Addresses} new", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_AnotherProcessIsAtWork_SecondEndsAtOnceAndFirstGoesOn()
    {
        await using var city = await SmallCity.StartAsync();
        var reached = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        city.Site.On("/robots.txt", async context =>
        {
            reached.TrySetResult();
            await goOn.Task;
            context.Response.StatusCode = 404;
        });
        var definition = city.Define(folder);
        using var first = FetchProcess.Start(definition, folder["archive"]);
        var ending = FetchProcess.EndOfAsync(first);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        using var second = FetchProcess.Start(definition, folder["archive"]);
        var (code, error) = await FetchProcess.EndOfAsync(second);
        goOn.SetResult();
        var (firstCode, firstError) = await ending;

        Assert.Equal(3, code);
        Assert.Contains("another harvest is writing to", error, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt"], city.Site.Asked.Take(1));
        Assert.True(firstCode == 1, firstError);
        Assert.Equal(GeneratedCity.Addresses + 1, city.Site.Asked.Count);
    }

    [Fact]
    public async Task Fetch_HeadersInGbkAndPackedBodies_WarcIsReadByOthers()
    {
        WarcReader.SkipUnlessInstalled();
        await using var city = await SmallCity.StartAsync();
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("%PDF-1.4\n%%EOF\n"u8);
        }

        await using var raw = new RawHost(_ =>
        [
            .. Encoding.ASCII.GetBytes(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nContent-Disposition: attachment; filename="),
            .. gbk.GetBytes("部门预算.pdf"), .. Encoding.ASCII.GetBytes($"\r\nConnection: close\r\n\r\n{packed.Length:X}\r\n"),
                .. packed.ToArray(), .. Encoding.ASCII.GetBytes("\r\n0\r\n\r\n"),
        ]);
        city.Site.Page("/ys/202602/t20260210_0.html", $"<a href=\"{raw.Address}download?id=7\">附件.pdf</a>");

        await FetchAsync(city);

        var records = await WarcReader.ReadAsync(folder["archive/440300"]);
        Assert.Equal(("response", 200, 15L), records.Where(record => record.Url == raw.Address + "download?id=7").Select(static record =>
            (record.Type, record.Status ?? 0, record.Length)).First());
        Assert.Contains("附件.pdf", await File.ReadAllTextAsync(folder["archive/440300/manifest.csv"], TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfFetch_NamesEveryOption()
    {
        var run = await CommandRun.OfAsync("fetch", "--help");

        Assert.All(
            ["--archive", "--contact", "--only", "--since", "--max-requests", "--dry-run", "--check", "--max-minutes", "--report",
                "--webhook", "OTEL_EXPORTER_OTLP_ENDPOINT"],
            option => Assert.Contains(option, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fetch_OnlySinceAndMaxRequests_AreHeeded()
    {
        await using var city = await SmallCity.StartAsync();
        var definition = city.Define(folder);
        folder.Write("110000.yaml", (await File.ReadAllTextAsync(definition, TestContext.Current.CancellationToken))
            .Replace("440300", "110000", StringComparison.Ordinal));

        var since = await CommandRun.OfAsync(
            "fetch", folder.Path, "--archive", folder["since"], "--contact", "mailto:test@example.cn", "--only", "440300", "--since",
                "2026-01-01");
        var asked = city.Site.Asked.Count;
        var few = await CommandRun.OfAsync(
            "fetch", definition, "--archive", folder["few"], "--contact", "mailto:test@example.cn", "--max-requests", "5");

        Assert.Equal(0, since.ExitCode);
        Assert.Equal(["440300"], Directory.GetDirectories(folder["since"]).Select(Path.GetFileName));
        Assert.Equal(1 + 3 + (2 * GeneratedCity.Departments.Length), asked);
        Assert.Equal(1, few.ExitCode);
        Assert.Contains("as many as --max-requests allows", few.Error, StringComparison.Ordinal);
        Assert.Equal(5, city.Site.Asked.Count - asked);
    }

    private Task<CommandRun> FetchAsync(SmallCity city, params string[] further) =>
        CommandRun.OfAsync(["fetch", city.Define(folder), "--archive", folder["archive"], "--contact", "mailto:test@example.cn",
            .. further]);

    private static async Task<string> BodyOf(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
