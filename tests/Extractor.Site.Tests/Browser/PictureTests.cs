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

    /// <summary>Each source once, then their sum; what was carried in stands below it and is no part of it.</summary>
    [Fact]
    public async Task Revenue_BySource_AddsUpToThatOfTheYearAndLeadsToTheLine()
    {
        shared.SkipUnlessThere();
        var document = new PublicationReader(shared.Data).Documents()
            .Where(static document => document.Facts.Revenue.Any(static fact => fact.BeyondYearYuan > 0))
            .MinBy(static document => document.Header.DocumentId)!;
        var facts = document.Facts.Revenue;
        await using var desk = await OpenAsync(document.Header.DocumentId);
        await desk.Page.ClickAsync("[data-unit=yuan]");

        var sums = await desk.Page.Locator("#revenue tr.sum td").AllInnerTextsAsync();
        var links = await desk.Page.Locator("#revenue tbody td a").AllInnerTextsAsync();

        Assert.Equal([facts.Sum(static fact => fact.RevenueYuan ?? 0),
            facts.Sum(static fact => (fact.RevenueYuan ?? 0) + (fact.BeyondYearYuan ?? 0))], sums.Select(Amount));
        Assert.Equal(document.Facts.Years[0].RevenueYuan, Amount(sums[0]));
        Assert.Equal(facts.Select(static fact => fact.RevenueYuan ?? fact.BeyondYearYuan).Where(static yuan => yuan != 0).Order(),
            links.Select(text => (decimal?)Amount(text)).Order());
        await desk.Page.Locator("#revenue tbody td a").First.ClickAsync();
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

    private async Task<Desk> OpenAsync(string? document = null)
    {
        shared.SkipUnlessThere();
        var id = document ?? Document().Header.DocumentId;
        var key = SiteFiles.Json(shared.Site, $"documents/{id[..2]}/{id}/figures.json").GetProperty("department").GetString();
        return await Desk.OpenAsync(shared, chromium, $"#/department/{key}?document={id}");
    }

    private static decimal Amount(string text) => decimal.Parse(text.Split('\n')[0].Split('✓')[0].Trim(), CultureInfo.InvariantCulture);
}
