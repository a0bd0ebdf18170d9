using Extractor.Parquet;

namespace Extractor.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Explain_PublishedLine_PlaceCodeAndChecks()
    {
        await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);
        var lineId = LineOf("2011308", "general_public_expenditure");

        var run = await CommandRun.OfAsync("explain", lineId, "--data", folder["out"]);

        Assert.Equal(0, run.ExitCode);
        Assert.All(["2011308 招商引资", ".pdf, page", "general_public_expenditure", "万元", "proof", "children_sum_to_parent"], text =>
            Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_UnknownLine_ExitCodeTwo()
    {
        Directory.CreateDirectory(folder["in"]);
        await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"]);

        var run = await CommandRun.OfAsync("explain", "nothing", "--data", folder["out"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing", run.Error, StringComparison.Ordinal);
    }

    private string LineOf(string code, string tableKey) => Directory
        .EnumerateFiles(folder["out/budget_lines"], "*.parquet", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .SelectMany(path => LinesOf(path, code, tableKey))
        .First();

    private static List<string> LinesOf(string path, string code, string tableKey)
    {
        using var file = ParquetFileReader.Open(path);
        return [.. from rowGroup in Enumerable.Range(0, file.RowGroupCount)
                   let ids = file.ReadStrings(rowGroup, "line_id")
                   let codes = file.ReadStrings(rowGroup, "subject_code")
                   let keys = file.ReadStrings(rowGroup, "table_key")
                   from row in Enumerable.Range(0, ids.Length)
                   where codes[row] == code && keys[row] == tableKey
                   select ids[row]];
    }
}
