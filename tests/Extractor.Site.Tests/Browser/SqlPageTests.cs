using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Publications.Documents;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>Questions in SQL, asked in Chromium over the published files.</summary>
public sealed class SqlPageTests(DemoSite demo, Chromium chromium)
{
    [Fact]
    public async Task Ask_SumOverFacts_IsThatOfThePublication()
    {
        await using var desk = await AskAsync("SELECT fiscal_year, sum(total_yuan) AS total_yuan FROM fact_expenditure " +
            "GROUP BY ALL ORDER BY 1");

        var rows = await desk.Page.Locator(".sql tbody tr").AllInnerTextsAsync();

        Assert.Equal(
            new PublicationReader(demo.Data).Documents().SelectMany(static document => document.Facts.Expenditure.Select(fact =>
                    (Year: document.Header.FiscalYear, fact.TotalYuan)))
                .GroupBy(static fact => fact.Year).OrderBy(static year => year.Key)
                .Select(static year => (year.Key, Yuan: year.Sum(static fact => fact.TotalYuan))),
            rows.Select(static row => row.Split('\t')).Select(static row => ((int?)int.Parse(row[0], CultureInfo.InvariantCulture),
                Yuan: decimal.Parse(row[1], NumberStyles.Number, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Ask_AnswerWithLine_LeadsToItsPlaceOnThePage()
    {
        await using var desk = await AskAsync("SELECT document_id, total_yuan, line_ids FROM fact_expenditure " +
            "WHERE subject_code = '2011308' AND " +
            "fiscal_year = 2022");

        await desk.Page.Locator(".sql tbody td").Nth(2).Locator("a").ClickAsync();

        await Assertions.Expect(desk.Page.Locator(".sheet[data-page=\"20\"] .mark.chosen")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator("td.chosen, td[aria-selected=true]").First).ToContainTextAsync("8,403");
    }

    [Fact]
    public async Task Ask_EveryQuestionOfTheCookbook_HasAnAnswer()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/sql");
        var questions = await desk.Page.Locator("#question option").CountAsync() - 1;
        Assert.True(questions >= 20);
        for (var question = 0; question < questions; question++)
        {
            await desk.Page.SelectOptionAsync("#question", question.ToString(CultureInfo.InvariantCulture));
            await RunAsync(desk);

            await Assertions.Expect(desk.Page.Locator(".sql [role=status]")).ToHaveTextAsync(new Regex(@"\d+ 行"));
        }
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv('https://example.org/a.csv')")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SELECT * FROM no_such_table")]
    public async Task Ask_WhatMayNotOrCannotBe_SaysSoAndReachesNothing(string sql)
    {
        await using var desk = await AskAsync(sql);

        await Assertions.Expect(desk.Page.Locator(".sql [role=status]")).ToContainTextAsync("没有答案");
        await Assertions.Expect(desk.Page.Locator(".sql table")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Ask_ReloadedAddress_AnswersTheSame()
    {
        await using var desk = await AskAsync("SELECT count(*) AS documents FROM documents");
        var answer = await desk.Page.Locator(".sql table").InnerTextAsync();

        await desk.Page.ReloadAsync();

        await Assertions.Expect(desk.Page.Locator(".sql table")).ToHaveTextAsync(new Regex("5"), new() { Timeout = 60_000 });
        Assert.Equal(answer, await desk.Page.Locator(".sql table").InnerTextAsync());
    }

    private async Task<Desk> AskAsync(string sql)
    {
        var desk = await Desk.OpenAsync(demo, chromium, "#/sql");
        await desk.Page.FillAsync("#sql", sql);
        await RunAsync(desk);
        return desk;
    }

    private static async Task RunAsync(Desk desk)
    {
        await desk.Page.ClickAsync("#run");
        await Assertions.Expect(desk.Page.Locator("#run")).ToBeEnabledAsync(new LocatorAssertionsToBeEnabledOptions { Timeout = 60_000 });
    }
}
