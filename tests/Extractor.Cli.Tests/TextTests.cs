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

    /// <summary>A page that is one image has no text: that is said, not shown as an empty page.</summary>
    [Fact]
    public async Task Text_Scan_SaysSoAndExitCodeOne()
    {
        var run = await CommandRun.OfAsync("text", folder.Write("scan.pdf", """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>> endobj
            4 0 obj <</Length 27>> stream
            600 0 0 800 0 0 cm /I Do   
            endstream endobj
            5 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>> stream
            x
            endstream endobj
            trailer <</Root 1 0 R/Size 6>>
            %%EOF
            """));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no page has text that can be read: a scan", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_MissingFile_ExitCodeTwo() => Assert.Equal(2, (await CommandRun.OfAsync("text", folder["none.pdf"])).ExitCode);
}
