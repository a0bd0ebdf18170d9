using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class TextTests : IDisposable
{
    private static readonly string Budget = Path.Combine(OwnCorpus.Root, "corpus", "longgang-investment-2022-budget.pdf");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Text_Pdf_PagesWithFormFeedBetween()
    {
        var run = await CommandRun.OfAsync("text", Budget);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(27, run.Output.Split('\f').Length);
        Assert.Contains("服务中心", run.Output.Split('\f')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WithBoxes_OneObjectAWord()
    {
        var run = await CommandRun.OfAsync("text", Budget, "--bbox");

        var words = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line =>
            JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(27, words.Max(static word => word.GetProperty("page").GetInt32()));
        Assert.All(words, static word => Assert.True(
            word.GetProperty("left").GetDouble() < word.GetProperty("right").GetDouble()
            && word.GetProperty("top").GetDouble() < word.GetProperty("bottom").GetDouble()
            && word.GetProperty("text").GetString()!.Length > 0));
    }

    [Fact]
    public async Task Text_WebPage_SaysWhatTheFileIs()
    {
        var run = await CommandRun.OfAsync("text", folder.Write("page.pdf", "<html><body>404</body></html>"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("HTML", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_MissingFile_ExitCodeTwo() => Assert.Equal(2, (await CommandRun.OfAsync("text", folder["none.pdf"])).ExitCode);
}
