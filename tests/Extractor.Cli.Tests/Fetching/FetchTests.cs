using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace Extractor.Cli.Tests.Fetching;

public sealed class FetchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fetch_TwoNightsThroughToParquet_CountsCoverageAndSupersededDocument()
    {
        await using var city = await GeneratedCity.StartAsync(Document());
        var definition = city.Define(folder);
        var first = await FetchAsync(definition);
        Assert.True(first.ExitCode == 0, first.Error);
        File.WriteAllText(folder["run.yaml"], "sources:\n  - archive: archive/440300\n");
        var run = await CommandRun.OfAsync("run", folder["run.yaml"], "--out", folder["out"], "--json");
        Assert.Equal(GeneratedCity.DocumentCount, JsonDocument.Parse(run.Output).RootElement.GetProperty("documents").GetInt32());

        city.Publish(0, 2026, "2");
        city.Site.Forget("/ys/202402/P3.pdf");
        var second = await FetchAsync(definition);
        var again = await CommandRun.OfAsync("run", folder["run.yaml"], "--out", folder["out"], "--json");

        Assert.Equal(0, second.ExitCode);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(folder["archive/report.json"], TestContext.Current.CancellationToken));
        var outcomes = report.RootElement.GetProperty("publishers")[0].GetProperty("outcomes");
        Assert.Equal((1, 1), (outcomes.GetProperty("changed").GetInt32(), outcomes.GetProperty("not_found").GetInt32()));
        var summary = JsonDocument.Parse(again.Output).RootElement;
        Assert.Equal(GeneratedCity.DocumentCount, summary.GetProperty("documents").GetInt32());
        Assert.Equal(GeneratedCity.DocumentCount - 1, summary.GetProperty("documents_unchanged").GetInt32());
        Assert.Equal(GeneratedCity.DocumentCount, summary.GetProperty("rows").GetProperty("coverage").GetInt32());
        Assert.Equal(3 + (2 * GeneratedCity.DocumentCount), summary.GetProperty("rows").GetProperty("fetches").GetInt32());
    }

    [Fact]
    public async Task Fetch_KilledManyTimes_EndsWithTheSameStoreAndNothingTorn()
    {
        await using var city = await GeneratedCity.StartAsync(Document());
        var definition = city.Define(folder);
        Assert.Equal(0, (await FetchAsync(definition, "whole")).ExitCode);

        var moments = new Random(20261120);
        var kills = 0;
        var exitCode = -1;
        for (var start = 0; exitCode != 0 && start < 20; start++)
        {
            using var process = Start(definition, "killed");
            var drained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            // Not before the first request: starting takes most of a short life.
            await WaitForAsync(() => process.HasExited || Directory.Exists(folder["killed/440300/warc"]), TimeSpan.FromSeconds(60));
            if (!process.WaitForExit(start < 8 ? moments.Next(5, 250) : 60_000))
            {
                process.Kill(entireProcessTree: true);
                kills++;
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await drained;
            exitCode = process.ExitCode;
        }

        Assert.Equal(0, exitCode);
        Assert.True(kills >= 3, $"{kills} kills");
        Assert.Equal(Store("whole"), Store("killed"));
        Assert.Equal(Manifest("whole"), Manifest("killed"));
        Assert.False(File.Exists(folder["killed/440300/journal.jsonl"]));
        var responses = WarcRecords("killed").Where(static record => record.Type == "response").Select(static record => record.Url).ToList();
        Assert.Equal(responses.Count, responses.Distinct().Count());
        Assert.Equal(3 + (2 * GeneratedCity.DocumentCount), responses.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills");
    }

    [Fact]
    public async Task Fetch_DryRun_NobodyIsAsked()
    {
        await using var city = await GeneratedCity.StartAsync(Document());

        var run = await CommandRun.OfAsync("fetch", city.Define(folder), "--archive", folder["archive"], "--contact", "a@example.cn", "--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(city.Site.Asked);
        Assert.False(Directory.Exists(folder["archive"]));
        Assert.Contains("1 listings", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NothingFound_AlarmInExitCodeSummaryAndReport()
    {
        await using var city = await GeneratedCity.StartAsync(Document());
        city.Site.Page("/ys/index.html", "<title>维护</title><p>网站维护中，请稍后访问。给您带来不便，敬请谅解，谢谢您的支持与配合！</p>");

        var run = await FetchAsync(city.Define(folder));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ALARM 440300", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was found", await File.ReadAllTextAsync(folder["archive/report.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--contact", "nobody")]
    [InlineData("--contact", "a@b.cn", "--since", "yesterday")]
    [InlineData("--contact", "a@b.cn", "--only", "999999")]
    public async Task Fetch_WrongArguments_ToldAndNothingDone(params string[] arguments)
    {
        await using var city = await GeneratedCity.StartAsync(Document());

        var run = await CommandRun.OfAsync(["fetch", city.Define(folder), "--archive", folder["archive"], .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(city.Site.Asked);
    }

    private Task<CommandRun> FetchAsync(string definition, string archive = "archive") =>
        CommandRun.OfAsync("fetch", definition, "--archive", folder[archive], "--contact", "mailto:test@example.cn");

    /// <summary>The program as it is built, not its copy beside the tests: that one takes some libraries from the web framework.</summary>
    private static string Program => typeof(ExtractorCommand).Assembly.Location.Replace(
        Path.Combine("tests", "Extractor.Cli.Tests"), Path.Combine("src", "Extractor.Cli"), StringComparison.Ordinal);

    private Process Start(string definition, string archive)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "fetch", definition, "--archive", folder[archive], "--contact", "mailto:test@example.cn"])
        {
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static async Task WaitForAsync(Func<bool> condition, TimeSpan most)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition() && Stopwatch.GetElapsedTime(started) < most)
        {
            await Task.Delay(5);
        }
    }

    private List<string> Store(string archive) => [.. Directory.EnumerateFiles(folder[$"{archive}/440300/documents"], "*", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(folder[$"{archive}/440300/pages"], "*", SearchOption.AllDirectories))
        .Select(path => $"{Path.GetRelativePath(folder[archive], path)} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}")
        .Order(StringComparer.Ordinal)];

    /// <summary>Without the times.</summary>
    private List<string> Manifest(string archive) =>
        [.. File.ReadLines(folder[$"{archive}/440300/manifest.csv"]).Select(static line => string.Join(',', line.Split(',').Where((_, index) => index != 6)))];

    private List<(string Type, string Url)> WarcRecords(string archive)
    {
        var records = new List<(string, string)>();
        foreach (var path in Directory.GetFiles(folder[$"{archive}/440300/warc"]))
        {
            using var unpacking = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var text = new StreamReader(unpacking, System.Text.Encoding.Latin1);
            var type = string.Empty;
            while (text.ReadLine() is { } line)
            {
                type = line.StartsWith("WARC-Type: ", StringComparison.Ordinal) ? line[11..] : type;
                if (line.StartsWith("WARC-Target-URI: ", StringComparison.Ordinal))
                {
                    records.Add((type, line[17..]));
                }
            }
        }

        return records;
    }

    /// <summary>A page without anything on it.</summary>
    private static byte[] Document() => System.Text.Encoding.ASCII.GetBytes("""
        %PDF-1.4
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R] /Count 1 >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
        endobj
        trailer
        << /Root 1 0 R /Size 4 >>
        %%EOF
        """);
}
