using System.Globalization;
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
    public async Task Places_FromTheGrid_LeadToAProvinceAndAPlace()
    {
        await using var desk = await Desk.OpenAsync(shared, chromium, "#/place?by=departments");

        await desk.Page.Locator(".of-provinces a", new() { HasText = "河北" }).ClickAsync();
        await desk.Page.Locator(".tiles a", new() { HasText = "保定" }).ClickAsync();

        await Assertions.Expect(desk.Page.Locator("h1")).ToContainTextAsync("保定市");
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

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
