using System.Security.Cryptography;
using System.Text.Json;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>
/// A generated city of 12 departments × 3 years on two hosts of nginx, harvested by processes that are killed again and again.
/// </summary>
public sealed class NginxTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private NginxHost site = null!;
    private NginxHost files = null!;

    public async ValueTask InitializeAsync()
    {
        NginxHost.SkipUnlessInstalled();
        WarcReader.SkipUnlessInstalled();
        site = await NginxHost.StartAsync(folder["site"]);
        files = await NginxHost.StartAsync(folder["files"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (files is not null)
        {
            await files.DisposeAsync();
            await site.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task Fetch_TwoNightsKilledInBetween_ThroughToParquetAndCoverage()
    {
        var corpus = Directory.GetFiles(Path.Combine(OwnCorpus.Root, "corpus"), "*.pdf").Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).ToArray();
        var city = City((department, year) => corpus[(department + year) % corpus.Length]);
        city.PublishAll();
        var definition = city.Define(folder);
        folder.Write("run.yaml", "sources:\n  - archive: archive/440300\n");
        var moments = new Random(20261120);

        var night1 = await FetchProcess.KilledAsync(definition, folder["archive/440300"], moments, mostAddresses: 25, mostKills: 6);
        Write($"night 1, killed {night1.Kills} times\n{SummaryOf(night1.Error)}");
        Assert.Equal(GeneratedCity.Addresses, OutcomesOf("archive").GetProperty("new").GetInt32());
        Assert.Collection(AlarmsOf("archive"),
            static alarm => Assert.StartsWith("1 articles disclose nothing that is known as a disclosure", alarm, StringComparison.Ordinal),
            static alarm => Assert.Equal("1 of 36 expected documents are missing; see coverage", alarm));
        var run1 = await RunAsync();
        Assert.Equal((GeneratedCity.DocumentCount, 36), (Count(run1, "documents"), Rows(run1, "coverage")));

        // Beside the addresses that were asked, the links that were not followed.
        Assert.True(Rows(run1, "fetches") >= GeneratedCity.Addresses);
        Assert.True(Rows(run1, "budget_lines") > 10_000);
        var evidence = await WarcReader.ReadAsync(folder["archive/440300"]);
        Assert.Equal(GeneratedCity.Addresses, evidence.Where(IsPageOrDocument).DistinctBy(static record => record.Url).Count());
        var store = Store("archive");

        await Task.Delay(1100, TestContext.Current.CancellationToken); // The times of nginx are whole seconds.
        city.Publish(0, 2026, edition: 2);
        city.Publish(2, 2025, edition: 2);
        site.Withdraw(GeneratedCity.PlaceOf(1, 2024));
        await files.DownAsync();
        var night2 = await FetchProcess.KilledAsync(definition, folder["archive/440300"], moments, mostAddresses: 25, mostKills: 3);
        Write($"night 2, killed {night2.Kills} times\n{SummaryOf(night2.Error)}");
        var failed = GeneratedCity.DocumentsOnOtherHost - 1;
        var outcomes = OutcomesOf("archive");
        Assert.Equal(
            (2, 1, failed, GeneratedCity.Addresses - 3 - failed),
            (outcomes.GetProperty("changed").GetInt32(), outcomes.GetProperty("not_found").GetInt32(), outcomes.GetProperty("failed")
                .GetInt32(), outcomes.GetProperty("unchanged").GetInt32()));
        Assert.Contains(AlarmsOf("archive"), alarm =>
            alarm.StartsWith($"{failed} known documents could not be asked for", StringComparison.Ordinal));
        Assert.Contains(AlarmsOf("archive"), static alarm => alarm.StartsWith("1 documents are gone", StringComparison.Ordinal));
        Assert.Subset(Store("archive").ToHashSet(StringComparer.Ordinal), store.ToHashSet(StringComparer.Ordinal));
        var run2 = await RunAsync();
        Assert.Equal((GeneratedCity.DocumentCount, GeneratedCity.DocumentCount - 2, 36),
            (Count(run2, "documents"), Count(run2, "documents_unchanged"), Rows(run2, "coverage")));
        evidence = await WarcReader.ReadAsync(folder["archive/440300"]);
        Assert.Equal(GeneratedCity.Addresses - 3 - failed, evidence.Where(static record => record.Type == "revisit")
            .DistinctBy(static record => record.Url).Count());
        Assert.Contains(evidence, static record =>
            record.Status == 404 && record.Url!.EndsWith("P2024021001.pdf", StringComparison.Ordinal));

        await files.UpAsync();
        var night3 = await CommandRun.OfAsync("fetch", definition, "--archive", folder["archive"], "--contact", "mailto:test@example.cn");
        Write($"night 3\n{SummaryOf(night3.Error)}");
        Assert.Equal("1 of 36 expected documents are missing; see coverage", AlarmsOf("archive")[^1]);
        Write(CoverageTable());
    }

    [Fact]
    public async Task Fetch_KilledManyTimes_EndsWithTheSameStoreAndNothingTorn()
    {
        var city = City(static (_, _) => "%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF"u8.ToArray());
        city.PublishAll();
        var definition = city.Define(folder);
        var (whole, error) = await FetchProcess.EndOfAsync(FetchProcess.Start(definition, folder["whole"]));
        Assert.True(whole == 1, error);

        var moments = new Random(20261120);
        var kills = 0;
        for (var night = 1; night <= 3; night++)
        {
            var killed = await FetchProcess.KilledAsync(definition, folder["killed/440300"], moments, mostAddresses: 6, mostKills: 12);
            kills += killed.Kills;
            Assert.Equal(Store("whole"), Store("killed"));
            Assert.Equal(Manifest("whole"), Manifest("killed"));
            Assert.Equal(["archives", "documents", "harvest.json", "incoming", "known.jsonl", "lock",
                "manifest.csv", "nights.jsonl", "pages", "warc"],
                Entries("killed/440300"));
            Assert.Equal(night, Entries("killed/440300/warc").Count);
            Assert.Empty(Entries("killed/440300/incoming"));
            Assert.Equal(GeneratedCity.Addresses, OutcomesOf("killed").EnumerateObject().Sum(static outcome => outcome.Value.GetInt32()));
        }

        Write($"{kills} kills");
        Assert.True(kills >= 12, $"{kills} kills");
        var evidence = (await WarcReader.ReadAsync(folder["killed/440300"])).Where(IsPageOrDocument).ToList();
        Assert.Equal(GeneratedCity.Addresses, evidence.Count);
        Assert.Equal(GeneratedCity.Addresses, evidence.DistinctBy(static record => record.Url).Count());
    }

    private GeneratedCity City(Func<int, int, byte[]> document) => new(site.Publish, files.Publish, site.Address, files.Address, document);

    private static bool IsPageOrDocument(WarcRecord record) =>
        record.Type == "response" && !record.Url!.EndsWith("/robots.txt", StringComparison.Ordinal) && record.Status == 200;

    private async Task<JsonElement> RunAsync()
    {
        var run = await CommandRun.OfAsync("run", folder["run.yaml"], "--out", folder["out"], "--json");
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static int Count(JsonElement run, string name) => run.GetProperty(name).GetInt32();

    private static int Rows(JsonElement run, string dataset) => run.GetProperty("rows").GetProperty(dataset).GetInt32();

    private JsonElement Harvest(string archive) =>
        JsonDocument.Parse(File.ReadAllBytes(folder[$"{archive}/440300/harvest.json"])).RootElement;

    private JsonElement OutcomesOf(string archive) => Harvest(archive).GetProperty("Outcomes");

    private List<string> AlarmsOf(string archive) =>
        [.. Harvest(archive).GetProperty("Alarms").EnumerateArray().Select(static alarm => alarm.GetString()!)];

    /// <summary>Departments by years: the found, and why the others are missing.</summary>
    private string CoverageTable()
    {
        var rows = Harvest("archive").GetProperty("Coverage").EnumerateArray()
            .Select(static row => (Department: row.GetProperty("DepartmentName").GetString()!, Year: row.GetProperty("FiscalYear")
                .GetInt32(), Missing: row.GetProperty("ReasonMissing").GetString()))
            .ToList();
        return "department  2024  2025  2026\n" + string.Join('\n', rows.GroupBy(static row => row.Department).Select(static department =>
        {
            var years = department.OrderBy(static row => row.Year);
            var found = years.Select(static row => row.Missing is null ? "found" : $"MISSING ({row.Missing})");
            return $"{department.Key}  {string.Join("  ", found)}";
        }));
    }

    private static string SummaryOf(string error) => string.Join('\n', error.Split('\n').Where(static line => !line.StartsWith('{')));

    private static void Write(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);

    private List<string> Entries(string path) =>
        [.. Directory.EnumerateFileSystemEntries(folder[path]).Select(static entry => Path.GetFileName(entry))
        .Order(StringComparer.Ordinal)];

    /// <summary>Every kept file with the hash of its bytes, which is also that of its name.</summary>
    private List<string> Store(string archive)
    {
        string[] kinds = ["documents", "pages", "archives"];
        var kept = kinds.SelectMany(kind => Directory.EnumerateFiles(folder[$"{archive}/440300/{kind}"], "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).ToList();
        Assert.All(kept, static path =>
            Assert.Equal(Path.GetFileName(Path.GetDirectoryName(path)),
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))));
        return [.. kept.Select(path => Path.GetRelativePath(folder[archive], path))];
    }

    /// <summary>Without the times.</summary>
    private List<string> Manifest(string archive) =>
        [.. File.ReadLines(folder[$"{archive}/440300/manifest.csv"]).Select(static line =>
            string.Join(',', line.Split(',').Where((_, index) => index != 6)))];
}
