using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class DiffTests : IDisposable
{
    private const string Budget = "longgang-investment-2022-budget.pdf";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Diff_SamePublication_NothingChanged()
    {
        await RunAsync("a", Budget);

        var run = await CommandRun.OfAsync("diff", folder["a"], folder["a"]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("nothing changed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_DocumentAdded_TextJsonAndCsvAgree()
    {
        await RunAsync("a");
        await RunAsync("b", Budget);

        var text = await CommandRun.OfAsync("diff", folder["a"], folder["b"]);
        var json = await CommandRun.OfAsync("diff", folder["a"], folder["b"], "--json");
        var csv = await CommandRun.OfAsync("diff", folder["a"], folder["b"], "--csv");

        Assert.All([text, json, csv], static run => Assert.Equal((1, string.Empty), (run.ExitCode, run.Error)));
        using var parsed = JsonDocument.Parse(json.Output);
        var document = Assert.Single(parsed.RootElement.GetProperty("documents").EnumerateArray());
        Assert.Equal(("added", JsonValueKind.Null), (document.GetProperty("change").GetString(), document.GetProperty("before").ValueKind));
        var lines = document.GetProperty("lines").GetArrayLength();
        Assert.InRange(lines, 10, int.MaxValue);
        Assert.Equal(lines, parsed.RootElement.GetProperty("totals").GetProperty("lines").GetProperty("added").GetInt32());
        Assert.Equal(lines + 1, csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), static row =>
            Assert.StartsWith("added,", row, StringComparison.Ordinal));
        Assert.Contains("1 added", text.Output, StringComparison.Ordinal);
        Assert.Contains($"in/{Budget}", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_NoPublication_ExitCodeThree()
    {
        var run = await CommandRun.OfAsync("diff", folder["a"], folder["b"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("_manifest.json", run.Error, StringComparison.Ordinal);
    }

    private async Task RunAsync(string name, params string[] files)
    {
        Directory.CreateDirectory(folder["in"]);
        foreach (var file in files)
        {
            File.Copy(Path.Combine(OwnCorpus.Root, "corpus", file), folder[$"in/{file}"], overwrite: true);
        }

        var run = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder[name], "--store", folder["store"]);
        Assert.Equal(0, run.ExitCode);
    }
}
