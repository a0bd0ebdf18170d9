using System.Text.RegularExpressions;
using Extractor.Publications.Documents;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>Rankings and the first screen's questions in Chromium.</summary>
public sealed class RankingPageTests(DemoSite demo, Chromium chromium)
{
    [Fact]
    public async Task Ranking_ByExpenditure_IsThatOfTheFacts()
    {
        var expected = new PublicationReader(demo.Data).Documents().SelectMany(static document => document.Facts.Years)
            .Where(static year => year is { FiscalYear: 2024, Phase: "budget", ExpenditureYuan: not null })
            .GroupBy(static year => year.Scope)
            .MaxBy(static group => group.Count())!;
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/ranking?account=2024-budget-{expected.Key}&by=expenditure");
        await desk.Page.ClickAsync("[data-unit=yuan]");

        var amounts = await desk.Page.Locator(".ranking tbody tr td:nth-child(3) a").AllInnerTextsAsync();

        Assert.Equal(
            expected.Select(static year => year.ExpenditureYuan!.Value).OrderDescending(),
            amounts.Select(static amount => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
        await desk.Page.Locator(".ranking tbody tr td:nth-child(3) a").First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet .mark.chosen");
    }

    /// <summary>With those that only the text of a document states, which lead to the sentence.</summary>
    [Fact]
    public async Task Ranking_ByThreePublicExpenses_IsThatOfTheFactsAndOfTheirTexts()
    {
        demo.SkipUnlessThere();
        var expected = new PublicationReader(demo.Data).Documents().SelectMany(static document => document.Facts.Years)
            .Where(static year => year is { FiscalYear: 2024, Phase: "budget", Scope: "department", ThreePublicYuan: not null })
            .OrderByDescending(static year => year.ThreePublicYuan).ToList();
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/ranking?account=2024-budget-department&by=three_public");
        await desk.Page.ClickAsync("[data-unit=yuan]");
        var cells = desk.Page.Locator(".ranking tbody tr td:nth-child(3)");

        var amounts = await cells.Locator("a").AllInnerTextsAsync();
        var texts = await cells.AllInnerTextsAsync();

        Assert.Equal(expected.Select(static year => year.ThreePublicYuan!.Value),
            amounts.Select(static amount => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(expected.Select(static year => year.ThreePublicFigureKey is not null),
            texts.Select(static text => text.Contains("据文字说明", StringComparison.Ordinal)));
        var stated = cells.Filter(new() { HasText = "据文字说明" }).First;
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.ClickAsync("#csv"));
        var rows = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Contains(rows, static row => row.Contains(",190000,", StringComparison.Ordinal) &&
            row.Contains("/page/9", StringComparison.Ordinal));
        await stated.Locator("a").ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet[data-page=\"9\"] .mark.chosen");
    }

    [Fact]
    public async Task Ranking_Address_HoldsWhatWasChosen()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/ranking");
        await desk.Page.SelectOptionAsync("#by", "project_share");
        await desk.Page.WaitForSelectorAsync("#end");
        await desk.Page.SelectOptionAsync("#end", "smallest");
        await desk.Page.WaitForURLAsync(new Regex("by=project_share&end=smallest"));
        await Assertions.Expect(desk.Page.Locator("#end")).ToHaveValueAsync("smallest");
        var text = await desk.Page.Locator("main table").InnerTextAsync();

        await desk.Page.ReloadAsync();

        Assert.Equal(text, await desk.Page.Locator("main table").InnerTextAsync());
    }

    [Fact]
    public async Task Overview_SearchOfDepartmentAndYear_LeadsToTheYear()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, string.Empty);

        await desk.Page.FillAsync("#ask", "投资推广 2022");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.Locator(".hits-of-departments a").First.ClickAsync();

        await desk.Page.WaitForURLAsync(new Regex(@"#/department/.+\?year=2022"));
        await Assertions.Expect(desk.Page.Locator("h1")).ToContainTextAsync("投资推广");
    }

    [Fact]
    public async Task Ranking_OfSubjects_IsThatOfTheFacts()
    {
        demo.SkipUnlessThere();
        var expected = new PublicationReader(demo.Data).Documents()
            .SelectMany(static document => document.Facts.Expenditure.Select(fact => (document.Header, Fact: fact)))
            .Where(static row => row.Header is { FiscalYear: 2024, Kind: "department_budget" } && row.Fact.SubjectCode is { Length: 7 })
            .GroupBy(static row => row.Header.Scope ?? "unknown").MaxBy(static group => group.Count())!;
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/ranking?account=2024-budget-{expected.Key}&by=subjects");
        await desk.Page.ClickAsync("[data-unit=yuan]");

        var amounts = await desk.Page.Locator(".ranking tbody tr td:nth-child(3)").AllInnerTextsAsync();

        Assert.Equal(
            expected.GroupBy(static row => row.Fact.SubjectCode).Select(static group => group.Sum(static row => row.Fact.TotalYuan))
                .OrderDescending(),
            amounts.Select(static amount => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Overview_OverTheWire_IsUnderAHundredKilobytes()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, string.Empty);
        await using var stranger = await chromium.Browser!.NewContextAsync();
        var page = await stranger.NewPageAsync();
        var answers = new List<IResponse>();
        page.Response += (_, answer) => answers.Add(answer);
        await page.GotoAsync(desk.Page.Url, new() { WaitUntil = WaitUntilState.NetworkIdle, Timeout = 60_000 });
        await page.WaitForSelectorAsync("main table");

        var bytes = 0;
        foreach (var request in answers.Select(static answer => answer.Request))
        {
            bytes += (await request.SizesAsync()).ResponseBodySize;
        }

        Assert.InRange(bytes, 10_000, 100_000);
    }
}
