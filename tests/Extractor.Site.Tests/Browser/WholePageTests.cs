using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>What goes with a page: its years, its place on paper, its address for others, and what to do where it cannot run.</summary>
public sealed class WholePageTests(DemoSite demo, SharedSite shared, Chromium chromium)
{
    [Fact]
    public async Task Years_OfADepartment_ShowWhatItsDocumentPrintsOfTheYearBefore()
    {
        shared.SkipUnlessThere();
        var figures = SiteFiles.Figures(shared.Site).First(static file => Prior(file) is not null);
        var expected = Prior(figures)!.Value;
        await using var desk = await Desk.OpenAsync(shared, chromium,
            $"#/department/{figures.GetProperty("department").GetString()}?document={SiteFiles.Id(figures)}");
        await desk.Page.ClickAsync("[data-unit=yuan]");

        var shown = await desk.Page.Locator("#years tbody td.number a").AllInnerTextsAsync();

        Assert.Contains(expected, shown.Select(static text => decimal.Parse(text, CultureInfo.InvariantCulture)));
    }

    /// <summary>No department among the documents has two years: one is told to have the document of another, too.</summary>
    [Fact]
    public async Task SubjectsOverTheYears_OfADepartment_AreThoseOfEachDocument()
    {
        demo.SkipUnlessThere();
        var files = SiteFiles.Figures(demo.Site).Where(static file => file.GetProperty("functional").GetArrayLength() > 0
                && file.GetProperty("phase").GetString() == "budget" && file.GetProperty("scope").GetString() == "department")
            .DistinctBy(static file => file.GetProperty("year").GetInt32()).OrderBy(static file => file.GetProperty("year").GetInt32())
            .ToList();
        Assert.True(files.Count > 1);
        var key = files[0].GetProperty("department").GetString()!;
        var department = JsonNode.Parse(File.ReadAllText(PathOf(key)))!;
        foreach (var other in files[1..])
        {
            var own = JsonNode.Parse(File.ReadAllText(PathOf(other.GetProperty("department").GetString()!)))!["documents"]!.AsArray()
                .First(document => document!["id"]!.GetValue<string>() == SiteFiles.Id(other))!;
            department["documents"]!.AsArray().Add(own.DeepClone());
        }

        await using var desk = await Desk.OpenAsync(demo, chromium, "#/place");
        await desk.Page.RouteAsync("**/data/departments/**", route => route.FulfillAsync(new() { Json = department }));
        await desk.Page.RouteAsync("**/data/kinds/**", static route => route.FulfillAsync(new() { Body = "[]" }));
        await desk.GoAsync($"#/department/{key}");
        await desk.Page.ClickAsync("[data-unit=yuan]");
        await desk.Page.ClickAsync("#subject-years button");
        await desk.Page.WaitForSelectorAsync("#subject-years tfoot td");

        var shown = await desk.Page.Locator("#subject-years tfoot td").AllInnerTextsAsync();

        Assert.Equal(files.Select(static file => file.GetProperty("functional").EnumerateArray().Sum(static row => row[4][0].GetDecimal())),
            shown.Select(static text => decimal.Parse(text, CultureInfo.InvariantCulture)));

        string PathOf(string department) => Path.Combine(demo.Site, "data", "departments", department[..2], $"{department}.json");
    }

    [Fact]
    public async Task Table_OnPaper_IsWholeWithAddressAndDate()
    {
        shared.SkipUnlessThere();
        var (id, table) = SiteFiles.Documents(shared.Site).SelectMany(static document => document.GetProperty("tables").EnumerateArray()
            .Select(table => (SiteFiles.Id(document), table))).MaxBy(static pair => pair.table.GetProperty("rows").GetInt32());
        await using var desk = await Desk.OpenAsync(shared, chromium, string.Create(CultureInfo.InvariantCulture,
            $"#/document/{id}/table/{table.GetProperty("ordinal").GetInt32()}"));
        await desk.Page.WaitForSelectorAsync("table.grid td");

        await desk.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        Assert.Equal(table.GetProperty("rows").GetInt32(), await desk.Page.Locator("table.grid tr[aria-rowindex]").CountAsync());
        await Assertions.Expect(desk.Page.Locator(".on-paper")).ToContainTextAsync(new Regex($"{id}.* · 20\\d\\d-\\d\\d-\\d\\d"));
    }

    [Fact]
    public async Task Address_ToShare_BringsLanguageAndUnit()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/ranking?by=general_public&lang=en&unit=yuan");

        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Rankings");
        await Assertions.Expect(desk.Page.Locator("[data-unit=yuan]")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Coverage_ByYear_ListsTheDocumentsOfTheYear()
    {
        demo.SkipUnlessThere();
        var expected = SiteFiles.Documents(demo.Site).Count(static document =>
            document.TryGetProperty("year", out var year) && year.GetInt32() == 2024);
        await using var desk = await Desk.OpenAsync(demo, chromium, string.Empty);
        await desk.Page.WaitForSelectorAsync(".coverage .docs a");

        await desk.Page.GetByLabel("只看 年度").SelectOptionAsync("2024");

        await Assertions.Expect(desk.Page.Locator(".coverage .docs a[href^='#/document/']:not(.soft)")).ToHaveCountAsync(expected);
    }

    [Fact]
    public async Task Site_WithoutScripts_LeadsToThePlainPages()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, string.Empty);
        await using var context = await chromium.Browser!.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(desk.Page.Url);

        await page.Locator("noscript a").First.ClickAsync();
        await page.Locator("main li a").First.ClickAsync();
        await page.Locator("main li a").First.ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(new Regex("局|署"));
    }

    [Fact]
    public async Task Site_OpenedFromDisk_SaysWhatToDo()
    {
        demo.SkipUnlessThere();
        Assert.SkipUnless(chromium.ReasonMissing is null, chromium.ReasonMissing ?? string.Empty);
        await using var context = await chromium.Browser!.NewContextAsync();
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(Path.Combine(demo.Site, "index.html")).AbsoluteUri);

        await Assertions.Expect(page.Locator(".from-disk")).ToBeVisibleAsync();
        await page.Locator(".from-disk a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    /// <summary>元; what a document prints of the year before, of what the years are compared by.</summary>
    private static decimal? Prior(System.Text.Json.JsonElement figures) =>
        new[] { "expenditure", "revenue", "general_public", "three_public" }
        .Select(name => figures.GetProperty("totals").TryGetProperty(name, out var total) && total.TryGetProperty("prior", out var prior)
            ? prior[0].GetDecimal() : (decimal?)null).FirstOrDefault(static prior => prior is not null);
}
