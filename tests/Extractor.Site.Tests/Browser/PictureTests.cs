using System.Globalization;
using Extractor.Publications.Documents;

namespace Extractor.Site.Tests.Browser;

/// <summary>What a department spends on as areas, and the files that charts and tables are saved as.</summary>
public sealed class PictureTests(SharedSite shared, Chromium chromium)
{
    [Fact]
    public async Task Spending_FromClassToItem_AddsUpToTheFactsAndLeadsToTheLine()
    {
        await using var desk = await OpenAsync();
        var expected = Document().Facts.Expenditure.Where(static fact => fact.SubjectCode is not null).Sum(static fact => fact.TotalYuan);
        await desk.Page.ClickAsync("[data-unit=yuan]");

        Assert.Equal(expected, Amount(await desk.Page.Locator("#spending tfoot td").First.InnerTextAsync()));
        for (var steps = 0; steps < 3 && await desk.Page.Locator("#spending tbody button").CountAsync() > 0; steps++)
        {
            var part = Amount(await desk.Page.Locator("#spending tbody tr:has(button) td.number").First.InnerTextAsync());
            await desk.Page.Locator("#spending tbody button").First.ClickAsync();
            Assert.Equal(part, Amount(await desk.Page.Locator("#spending tfoot td").First.InnerTextAsync()));
        }

        await desk.Page.Locator("#spending svg g.leads").First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet .mark.chosen");
    }

    [Theory]
    [InlineData("SVG", "<svg")]
    [InlineData("PNG", "\u0089PNG")]
    [InlineData("CSV", "\u00EF\u00BB\u00BF")]
    public async Task Chart_Saved_IsAFileOfItsKind(string kind, string beginning)
    {
        await using var desk = await OpenAsync();
        await desk.Page.WaitForSelectorAsync("#spending svg rect");

        var download = await desk.Page.RunAndWaitForDownloadAsync(() =>
            desk.Page.Locator("#spending .chart").GetByText(kind, new() { Exact = true }).ClickAsync());

        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.StartsWith(beginning, System.Text.Encoding.Latin1.GetString(bytes, 0, 8), StringComparison.Ordinal);
        Assert.EndsWith("." + kind, download.SuggestedFilename, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Table_Saved_HasItsFiguresAndWhereTheyArePrinted()
    {
        await using var desk = await OpenAsync();
        await desk.Page.ClickAsync("[data-unit=yuan]");
        var first = await desk.Page.Locator("#spending tbody td.number").First.InnerTextAsync();

        var download = await desk.Page.RunAndWaitForDownloadAsync(() =>
            desk.Page.Locator("#spending .scroll .save-as button").ClickAsync());

        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains(Amount(first).ToString("0.##", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
    }

    private PublishedDocument Document() => new PublicationReader(shared.Data).Documents()
        .Where(static document => document.Facts.Years.Count == 1 && document.Facts.Expenditure.Count > 3)
        .MinBy(static document => document.Header.DocumentId)!;

    private async Task<Desk> OpenAsync()
    {
        shared.SkipUnlessThere();
        var id = Document().Header.DocumentId;
        var key = SiteFiles.Json(shared.Site, $"documents/{id[..2]}/{id}/figures.json").GetProperty("department").GetString();
        return await Desk.OpenAsync(shared, chromium, $"#/department/{key}?document={id}");
    }

    private static decimal Amount(string text) => decimal.Parse(text.Split('\n')[0].Split('✓')[0].Trim(), CultureInfo.InvariantCulture);
}
