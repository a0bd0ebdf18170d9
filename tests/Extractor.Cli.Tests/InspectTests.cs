using System.Xml.Linq;

namespace Extractor.Cli.Tests;

public sealed class InspectTests : IDisposable
{
    private static readonly string Budget = Path.Combine(OwnCorpus.Root, "corpus", "longgang-investment-2022-budget.pdf");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Inspect_PageWithATable_DrawsItWithItsKey()
    {
        var page = await PageOfAsync("收支总表");

        var run = await CommandRun.OfAsync("inspect", Budget, "--page", $"{page}", "--out", folder["page.svg"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("revenue_expenditure_summary", run.Output, StringComparison.Ordinal);
        var svg = XDocument.Load(folder["page.svg"]);
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.Contains("revenue_expenditure_summary", svg.Root.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("28")]
    public async Task Inspect_PageThatIsNotThere_ExitCodeTwo(string page)
    {
        var run = await CommandRun.OfAsync("inspect", Budget, "--page", page, "--out", folder["page.svg"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"no page {page}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_PlaceThatCannotBeWritten_ExitCodeThree()
    {
        var run = await CommandRun.OfAsync("inspect", Budget, "--page", "1", "--out", folder["none/page.svg"]);

        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task Inspect_WebPage_SaysWhatTheFileIs()
    {
        var run = await CommandRun.OfAsync("inspect", folder.Write("page.pdf", "<html></html>"), "--page", "1", "--out",
            folder["page.svg"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("HTML", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvaluateIcdar_FolderWithoutTruth_ExitCodeTwo() =>
        Assert.Equal(2, (await CommandRun.OfAsync("evaluate-icdar", folder.Path)).ExitCode);

    /// <summary>The first page behind the contents that prints the title on a line of its own.</summary>
    private static async Task<int> PageOfAsync(string title)
    {
        var pages = (await CommandRun.OfAsync("text", Budget)).Output.Split('\f');
        return 1 + Array.FindIndex(pages, 5, text => text.Split('\n').Any(line => line.Trim() == title));
    }
}
