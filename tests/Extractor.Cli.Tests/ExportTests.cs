using System.IO.Compression;

namespace Extractor.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Export_OwnCorpus_WorkbookAndCsv()
    {
        await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);
        const string Department = "深圳市龙岗区投资推广和企业服务中心";

        var xlsx = await CommandRun.OfAsync("export", "--data", folder["out"], "--department", Department, "--out", folder["a.xlsx"]);
        var csv = await CommandRun.OfAsync("export", "--data", folder["out"], "--department", Department, "--year", "2022", "--format",
            "csv", "--bom", "--out", folder["csv"]);

        Assert.Equal((0, string.Empty), (xlsx.ExitCode, xlsx.Error));
        Assert.Equal((0, string.Empty), (csv.ExitCode, csv.Error));
        using var archive = ZipFile.OpenRead(folder["a.xlsx"]);
        Assert.Equal(7, archive.Entries.Count(static entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
        var lines = await File.ReadAllLinesAsync(folder["csv/general_public_expenditure.csv"]);
        Assert.InRange(lines.Length, 10, 1000);
        Assert.All(lines.Skip(1), static line =>
            Assert.StartsWith(Department + ",2022,department_budget,", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_UnknownDepartment_ExitCodeTwo()
    {
        await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);

        var run = await CommandRun.OfAsync("export", "--data", folder["out"], "--department", "投资推广", "--out", folder["a.xlsx"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("深圳市龙岗区投资推广和企业服务中心", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["a.xlsx"]));
    }

    [Fact]
    public async Task Export_NoPublication_ExitCodeThree()
    {
        var run = await CommandRun.OfAsync("export", "--data", folder["nowhere"], "--department", "x", "--out", folder["a.xlsx"]);

        Assert.Equal(3, run.ExitCode);
    }
}
