namespace Extractor.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Verify_PublicationAndThenChanged_TellsEveryFile()
    {
        Directory.CreateDirectory(folder["in"]);
        await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"]);
        var whole = await CommandRun.OfAsync("verify", folder["out"]);
        var files = Directory.EnumerateFiles(folder["out/cells"], "*.parquet", SearchOption.AllDirectories).ToList();
        await File.AppendAllTextAsync(files[0], "x");
        File.Delete(folder["out/runs/part-0000.parquet"]);

        var changed = await CommandRun.OfAsync("verify", folder["out"]);

        Assert.Equal((0, string.Empty), (whole.ExitCode, whole.Error));
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("part-0000.parquet' has", changed.Output, StringComparison.Ordinal);
        Assert.Contains("'runs/part-0000.parquet' is missing", changed.Output, StringComparison.Ordinal);
        Assert.Contains("--accept-changes", changed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoPublication_ExitCodeThree()
    {
        var run = await CommandRun.OfAsync("verify", folder.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no folder that 'extractor run' has published to", run.Error, StringComparison.Ordinal);
    }
}
