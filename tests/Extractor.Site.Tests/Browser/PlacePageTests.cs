using System.Globalization;
using System.Text.Json;
using Extractor.Publications.Documents;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>The pages of places in Chromium, against the facts of governments in the Parquet.</summary>
public sealed class PlacePageTests(SharedSite shared, DemoSite demo, Chromium chromium)
{
    private const string Baoding = "130600";

    [Fact]
    public async Task Place_OfAGovernment_ShowsTheFactsWithTheirEvidence()
    {
        shared.SkipUnlessThere();
        var expected = new PublicationReader(shared.Data).GovernmentYears()
            .Where(static year => year is { DivisionCode: Baoding, GovernmentLevel: "whole", GeneralPublicExpenditureYuan: not null })
            .Select(static year => year.GeneralPublicExpenditureYuan!.Value).Order().ToList();
        await using var desk = await Desk.OpenAsync(shared, chromium, $"#/place/{Baoding}");
        await desk.Page.ClickAsync("[data-unit=yuan]");
        await desk.Page.SelectOptionAsync("#level", "whole");
        var name = desk.Page.GetByText("一般公共预算支出", new() { Exact = true });
        var row = desk.Page.Locator("#governments tbody tr").Filter(new() { Has = name });

        var shown = await row.Locator("td a").AllInnerTextsAsync();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, shown.Select(Amount).Order());
        await row.Locator("td a").First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet .mark.chosen");
    }

    [Fact]
    public async Task Place_Debt_IsThatOfTheFacts()
    {
        shared.SkipUnlessThere();
        var expected = new PublicationReader(shared.Data).GovernmentDebts().Where(static debt => debt.PlaceCode == Baoding)
            .Select(static debt => debt.AmountYuan).Order().ToList();
        await using var desk = await Desk.OpenAsync(shared, chromium, $"#/place/{Baoding}");
        await desk.Page.ClickAsync("[data-unit=yuan]");

        var shown = await desk.Page.Locator("#debts tbody td.number a").AllInnerTextsAsync();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, shown.Select(Amount).Order());
    }

    [Fact]
    public async Task FirstScreen_Governments_HaveTheLatestOfTheFactsAndLeadToTheirPlaces()
    {
        shared.SkipUnlessThere();
        var latest = new PublicationReader(shared.Data).GovernmentYears()
            .Where(static year => year is { DivisionCode: Baoding, GovernmentLevel: "whole", GeneralPublicExpenditureYuan: not null })
            .MaxBy(static year => (year.AmountYear, year.Phase == "execution"))!;
        Assert.Equal("execution", latest.Phase);
        await using var desk = await Desk.OpenAsync(shared, chromium, "#/");

        var row = desk.Page.Locator("#governments tbody tr").Filter(new() { HasText = "保定市" });
        var shown = (await row.Locator("td").First.InnerTextAsync()).Split(' ');

        Assert.Equal(Math.Round(latest.GeneralPublicExpenditureYuan!.Value / 100_000_000, 1), Amount(shown[0]));
        Assert.Equal(["亿元", latest.AmountYear.ToString(CultureInfo.InvariantCulture), "年预算执行", "·", "全域"], shown[1..]);
        await row.Locator("a").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("h1")).ToContainTextAsync("保定市");
    }

    [Fact]
    public async Task Places_WithoutAChoice_AreShownByWhatIsKnownOfMost()
    {
        shared.SkipUnlessThere();
        using var places = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(shared.Site, "data", "places.json"),
            TestContext.Current.CancellationToken));
        var known = ((string[])["departments", "spending", "debt"]).ToDictionary(static measure => measure, measure =>
            places.RootElement.EnumerateArray().Count(place => place.TryGetProperty(measure, out var value) &&
                (value.ValueKind == JsonValueKind.Array || value.GetInt32() > 0)));
        await using var desk = await Desk.OpenAsync(shared, chromium, "#/place");

        Assert.Equal(known.Values.Max(), known[await desk.Page.InputValueAsync("#by")]);
    }

    [Fact]
    public async Task Places_FromTheGrid_LeadToAProvinceAndAPlace()
    {
        await using var desk = await Desk.OpenAsync(shared, chromium, "#/place?by=departments");

        await desk.Page.Locator(".of-provinces a", new() { HasText = "河北" }).ClickAsync();
        await desk.Page.Locator(".tiles a", new() { HasText = "保定" }).ClickAsync();

        await Assertions.Expect(desk.Page.Locator("h1")).ToContainTextAsync("保定市");
    }

    /// <summary>What departments spend in a year, by place, as tiles and as a table, against the facts; the address holds it.</summary>
    [Fact]
    public async Task Places_ByExpenditureOfDepartments_AreTheSumsOfTheFacts()
    {
        demo.SkipUnlessThere();
        var years = new PublicationReader(demo.Data).Documents()
            .Where(static document => !document.Facts.IsRepeated && document.Header is { Scope: "department", Kind: "department_budget" })
            .SelectMany(static document => document.Facts.Years).Where(static year => year.DivisionCode is not null).ToList();
        var most = years.CountBy(static year => year.FiscalYear!.Value).MaxBy(static count => count.Value).Key;
        var expected = years.Where(year => year.FiscalYear == most && year.ExpenditureYuan is not null)
            .GroupBy(static year => year.DivisionCode!).ToDictionary(static group => group.Key, static group =>
                group.Sum(static year => year.ExpenditureYuan!.Value));
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/place");
        await desk.Page.SelectOptionAsync("#by", "expenditure");
        await desk.Page.SelectOptionAsync("#of", string.Create(CultureInfo.InvariantCulture, $"{most}-budget-department"));
        await desk.Page.WaitForURLAsync($"**by=expenditure&account={most}-budget-department");
        await desk.Page.ReloadAsync();
        await desk.Page.ClickAsync("[data-unit=yuan]");

        var rows = await desk.Page.Locator("#places tbody tr").EvaluateAllAsync<string[][]>(
            "rows => rows.map(row => [row.querySelector('.code').textContent, row.cells[2].textContent])");
        var tiles = await desk.Page.Locator(".of-provinces a[class*=depth-]:not(.depth-0)").CountAsync();

        Assert.NotEmpty(expected);
        Assert.Equal(expected.OrderBy(static place => place.Key, StringComparer.Ordinal), rows
            .Where(static row => char.IsAsciiDigit(row[1][0])).ToDictionary(static row => row[0], static row => Amount(row[1]))
            .OrderBy(static place => place.Key, StringComparer.Ordinal));
        Assert.Equal(expected.Keys.Select(static code => code[..2]).Distinct().Count(), tiles);
    }

    [Fact]
    public async Task Place_Departments_AddUpToTheFacts()
    {
        demo.SkipUnlessThere();
        var years = new PublicationReader(demo.Data).Documents().SelectMany(static document => document.Facts.Years)
            .Where(static year => year is { DivisionCode: not null, ExpenditureYuan: not null }).ToList();
        var place = years.GroupBy(static year => year.DivisionCode!).MaxBy(static group => group.Count())!;
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/place/{place.Key}");
        await desk.Page.ClickAsync("[data-unit=yuan]");
        foreach (var account in await desk.Page.Locator("#account option").AllAsync())
        {
            await desk.Page.SelectOptionAsync("#account", (await account.GetAttributeAsync("value"))!);
            var name = await account.InnerTextAsync();

            var shown = await desk.Page.Locator("#departments tbody td:nth-child(2) a").AllInnerTextsAsync();

            Assert.All(shown.Select(Amount), amount => Assert.Contains(place, year => year.ExpenditureYuan == amount
                && name.Contains(year.FiscalYear!.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        }
    }

    /// <summary>What the departments of a place spend by subject is what the facts of their documents add up to.</summary>
    [Fact]
    public async Task Place_SpendingBySubject_IsTheSumOfTheFacts()
    {
        demo.SkipUnlessThere();
        var place = SiteFiles.Figures(demo.Site).Where(static file => file.GetProperty("functional").GetArrayLength() > 0)
            .GroupBy(static file => file.GetProperty("divisionCode").GetString()!).MaxBy(static group => group.Count())!;
        var facts = new PublicationReader(demo.Data).Documents().Where(document => document.Header.DivisionCode == place.Key)
            .SelectMany(static document => document.Facts.Expenditure).Where(static fact => fact.SubjectCode is not null).ToList();
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/place/{place.Key}");
        await desk.Page.ClickAsync("[data-unit=yuan]");
        var shown = new List<decimal>();
        foreach (var account in await desk.Page.Locator("#spent option").AllAsync())
        {
            await desk.Page.SelectOptionAsync("#spent", (await account.GetAttributeAsync("value"))!);
            shown.Add(Amount(await desk.Page.Locator("#spending tfoot td").First.InnerTextAsync()));
        }

        Assert.Equal(facts.Sum(static fact => fact.TotalYuan), shown.Sum());

        var spending = SiteFiles.Json(demo.Site, $"places/{place.Key[..2]}/{place.Key}.json").GetProperty("spending");
        Assert.All(spending.EnumerateArray(), account => Assert.InRange(account.GetProperty("departments").EnumerateObject()
            .Max(static count => count.Value.GetInt32()), 1, place.Count()));

        // A class leads to its groups, which add up to it.
        var first = desk.Page.Locator("#spending tbody tr").First;
        var whole = Amount(await first.Locator("td").First.InnerTextAsync());
        await first.Locator("button").ClickAsync();
        Assert.Equal(whole, Amount(await desk.Page.Locator("#spending tfoot td").First.InnerTextAsync()));
    }

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
