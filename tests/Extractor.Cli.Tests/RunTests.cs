using System.Diagnostics;
using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_OwnCorpus_SummaryOnStderrAndOneObjectOnStdout()
    {
        var run = await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"], "--json");

        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.Equal(run.ExitCode, root.GetProperty("exit_code").GetInt32());
        Assert.Equal(5, root.GetProperty("documents").GetInt32());
        var statuses = root.GetProperty("documents_by_status").EnumerateObject().ToDictionary(static status => status.Name, static status =>
            status.Value.GetInt32(), StringComparer.Ordinal);
        Assert.Equal(5, statuses.Values.Sum());
        Assert.Equal(5, statuses.GetValueOrDefault("complete") + statuses.GetValueOrDefault("partial"));
        Assert.Equal(statuses.GetValueOrDefault("partial"), root.GetProperty("not_complete").GetArrayLength());
        Assert.Equal(146, root.GetProperty("pages").GetInt32());
        Assert.Equal(146, root.GetProperty("pages_by_state").EnumerateObject().Sum(static state => state.Value.GetInt32()));
        Assert.Equal(root.GetProperty("rows").GetProperty("budget_lines").GetInt64(), root.GetProperty("lines").GetInt64());
        Assert.Equal(root.GetProperty("rows").GetProperty("tables").GetInt64(), root.GetProperty("tables_by_key").EnumerateObject()
            .Sum(static key => key.Value.GetInt64()));
        Assert.Equal(statuses.ContainsKey("partial") ? 1 : 0, run.ExitCode);
        Assert.All(["documents", "tables", "lines", "checks", "findings", "pages a second", "exit code"], text =>
            Assert.Contains(text, run.Error, StringComparison.Ordinal));
        Assert.True(Directory.Exists(folder["out/budget_lines"]));
    }

    [Fact]
    public async Task Run_SecondTime_NothingIsStale()
    {
        await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);

        var again = await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"], "--json");

        using var json = JsonDocument.Parse(again.Output);
        Assert.Equal(5, json.RootElement.GetProperty("documents_unchanged").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("pages_read").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("pages_per_second").ValueKind);
    }

    [Fact]
    public async Task Run_FolderOfBadFiles_EachIsToldAndNoneStopsTheRun()
    {
        folder.Write("in/empty.pdf", string.Empty);
        folder.Write("in/page.pdf", "<!DOCTYPE html><html><body>404</body></html>");
        folder.Write("in/noise.pdf", "%PDF-1.7\nnothing of a PDF follows");
        folder.Write("in/deep/er/words.txt", "just words");
        File.CreateSymbolicLink(folder["in/lost.pdf"], folder["nowhere.pdf"]);
        File.Copy(Path.Combine(OwnCorpus.Root, "corpus", "longgang-investment-2022-budget.pdf"), folder["in/good.pdf"]);
        File.Copy(Path.Combine(OwnCorpus.Root, "corpus", "longgang-investment-2022-budget.pdf"), folder["in/same.pdf"]);

        var run = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"], "--json");

        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        var reasons = json.RootElement.GetProperty("not_complete").EnumerateArray()
            .Where(static file => file.GetProperty("file").GetString() != "in/good.pdf")
            .Concat(json.RootElement.GetProperty("not_taken").EnumerateArray())
            .ToDictionary(static file => file.GetProperty("file").GetString()!, static file =>
                file.GetProperty("reason").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["in/deep/er/words.txt", "in/empty.pdf", "in/lost.pdf", "in/noise.pdf", "in/page.pdf", "in/same.pdf"],
            reasons.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("empty", reasons["in/empty.pdf"], StringComparison.Ordinal);
        Assert.Contains("HTML", reasons["in/page.pdf"], StringComparison.Ordinal);
        Assert.Contains("cannot be read", reasons["in/lost.pdf"], StringComparison.Ordinal);
        Assert.Contains("in/good.pdf", reasons["in/same.pdf"], StringComparison.Ordinal);
        Assert.All(reasons, file => Assert.Contains(file.Key, run.Error, StringComparison.Ordinal));
        Assert.Equal(4, json.RootElement.GetProperty("documents_by_status").GetProperty("quarantined").GetInt32());
    }

    /// <summary>A file alone: its neighbours are not looked at, and the end says what to open.</summary>
    [Fact]
    public async Task Run_OneFile_TakesItAloneAndSaysWhatToOpenNext()
    {
        folder.Copy(Path.Combine(OwnCorpus.Root, "corpus"), "in files", "longgang-*.pdf");
        folder.Write("in files/deep/longgang-investment-2022-budget.pdf", "not this one");

        var run = await CommandRun.OfAsync("run", folder["in files/longgang-investment-2022-budget.pdf"], "--out", folder["out"], "--json");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("documents").GetInt32());
        Assert.Equal("longgang-investment-2022-budget", json.RootElement.GetProperty("name").GetString());
        Assert.Contains($"datasets go to {folder["out"]}", run.Error, StringComparison.Ordinal);
        Assert.Contains($"extractor site --data {folder["out"]} --documents '{folder["in files"]}'", run.Error, StringComparison.Ordinal);
        Assert.Contains("duckdb -init views.sql", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Where nobody says where the data go, they go into the working directory under the name of what was read.</summary>
    [Fact]
    public async Task Run_WithoutOptions_PublishesIntoTheWorkingDirectory()
    {
        folder.Write("in/page.pdf", "<!DOCTYPE html><html><body>404</body></html>");
        var started = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Extractor.Cli.dll"), "run", "in"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
        };
        using var process = Process.Start(started)!;
        var told = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.True(File.Exists(folder["extracted/in/_manifest.json"]), told);
        Assert.Contains("extractor ledger extracted/in", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PasswordOnThePdf_IsQuarantinedWithThatReason()
    {
        await ProtectAsync();

        var run = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("in/locked.pdf", run.Error, StringComparison.Ordinal);
        Assert.Contains("password", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Blank lines are no passwords; one of the lines opens the file.</summary>
    [Theory]
    [InlineData("other\n\nuser\n", 0)]
    [InlineData("other\n", 1)]
    public async Task Text_PasswordFile_OpensWhatOneOfItsLinesOpens(string passwords, int exitCode)
    {
        await ProtectAsync();

        var run = await CommandRun.OfAsync(
            "text", folder["in/locked.pdf"], "--password-file", folder.Write("passwords.txt", passwords));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 0, run.Output.Contains("服务中心", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_PasswordFileThatIsNotThere_IsAWrongArgument()
    {
        Directory.CreateDirectory(folder["in"]);

        var run = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"], "--password-file", folder["none.txt"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("none.txt", run.Error, StringComparison.Ordinal);
    }

    private async Task ProtectAsync()
    {
        Assert.SkipUnless(await HasQpdfAsync(), "qpdf is not installed");
        Directory.CreateDirectory(folder["in"]);
        using var qpdf = Process.Start("qpdf",
            ["--encrypt", "user", "owner", "256", "--", Path.Combine(OwnCorpus.Root, "corpus", "longgang-investment-2022-budget.pdf"),
            folder["in/locked.pdf"]]);
        await qpdf.WaitForExitAsync();
    }

    [Fact]
    public async Task Run_EmptyFolder_EmptyDatasets()
    {
        Directory.CreateDirectory(folder["in"]);

        var run = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"], "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, JsonDocument.Parse(run.Output).RootElement.GetProperty("documents").GetInt32());
    }

    [Fact]
    public async Task Evaluate_OwnCorpus_EveryFigureIsRight()
    {
        await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);

        var run = await CommandRun.OfAsync("evaluate", "--gold", Path.Combine(OwnCorpus.Root, "corpus", "expectations"), "--data",
            folder["out"], "--json", "--all");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(5, json.RootElement.GetProperty("documents").GetArrayLength());
        foreach (var (part, least) in new[] { ("tables", 44), ("lines", 2317), ("sections", 71), ("stated_figures", 113), ("projects", 189),
            ("indicators", 409) })
        {
            var score = json.RootElement.GetProperty("all").GetProperty(part);
            Assert.True(score.GetProperty("missed_count").GetInt32() + score.GetProperty("extra_count").GetInt32() == 0,
                $"{part}: {score}");
            Assert.True(score.GetProperty("right").GetInt32() >= least, $"{part}: {score}");
            Assert.All(
                ["unit", "code", "code_by_name", "code_by_name_not_wrong", "yuan", "change", "actual_value"],
                detail => Assert.True(!score.TryGetProperty(detail, out var tally) || tally.GetProperty("judged")
                    .GetInt32() == tally.GetProperty("right").GetInt32(), $"{part} {detail}: {score}"));
        }
    }

    [Fact]
    public async Task Subjects_OwnCorpus_ListsWhatTheCatalogueDoesNotExplain()
    {
        await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);

        Assert.Equal("classification,code,name_as_printed,documents,verdict\n",
            (await CommandRun.OfAsync("subjects", "--data", folder["out"])).Output);
        Assert.Equal(
            "classification,code,name_as_printed,documents,verdict\ndepartment_economic,31001,房屋建筑物构建,1,misprinted\n",
            (await CommandRun.OfAsync("subjects", "--data", folder["out"], "--all")).Output);
    }

    private static async Task<bool> HasQpdfAsync()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("qpdf", "--version") { RedirectStandardOutput = true });
            await process!.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
