using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Fetching.Harvesting;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Extractor.Site.Tests.Browser.HarvestedSite))]

namespace Extractor.Site.Tests.Browser;

/// <summary>Three nights of one publisher: one with an alarm, one stopped; a department misses its budget, another's is not due.</summary>
public sealed class HarvestedSite : PublishedSite
{
    private static readonly DateTimeOffset Last = new(2026, 5, 30, 14, 0, 0, TimeSpan.Zero);

    private protected override (string Documents, string[] Run)? Prepare()
    {
        var root = Path.Combine(Folder, "archive", "440300");
        Directory.CreateDirectory(root);
        File.WriteAllText(Path.Combine(root, "manifest.csv"),
            "file,division_code,department_name,fiscal_year,source_url,landing_url,retrieved_at,supersedes\n");
        var harvest = new PublisherHarvest("440300", "某市", "440300", Last, Last.AddMinutes(9), true, null, null, 9, 0, null, 0, 0,
            ImmutableSortedDictionary<string, int>.Empty, [],
            [
                new("http://www.example.gov.cn/api/list", null, null, FetchOutcome.NotTaken, 0, null, null, null, null, Last, 0,
                    "list_not_read", null, "http://www.example.gov.cn/ys/", "/api/list", true),
            ],
            [
                new("440300", "教育局", 2025, DocumentKind.DepartmentBudget, false, null, "kept and not read", DisclosedAs.PageImages),
                new("440300", "教育局", 2026, DocumentKind.DepartmentBudget, false, null, "no link", DueOn: new DateOnly(2026, 5, 10)),
                new("440300", "教育局", 2025, DocumentKind.DepartmentFinalAccounts, true, null, "no link", DueOn: new DateOnly(2026, 11, 9)),
            ],
            [], [], 1);
        File.WriteAllBytes(Path.Combine(root, "harvest.json"), JsonSerializer.SerializeToUtf8Bytes(harvest));
        HarvestNights.Add(root, HarvestNights.Of(harvest with { StartedAt = Last.AddDays(-2), Found = 3 }));
        HarvestNights.Add(root, HarvestNights.Of(harvest with { StartedAt = Last.AddDays(-1), Alarms = ["a listing could not be read"] }));
        HarvestNights.Add(root, HarvestNights.Of(harvest with { IsComplete = false, Stopped = "60 requests were made" }));
        var definition = Path.Combine(Folder, "run.yaml");
        File.WriteAllText(definition, $"sources:\n  - archive: {root}\n  - folder: {Path.Combine(Repository.Root, "corpus")}\n" +
            "    files: [\"longgang-investment-2022-budget.pdf\"]\n");
        return (Path.Combine(Repository.Root, "corpus"), ["run", definition]);
    }
}

public sealed class HarvestPageTests(HarvestedSite harvested, DemoSite demo, Chromium chromium)
{
    [Fact]
    public async Task Board_ThreeNights_LastGoodOneAndWhatIsMissing()
    {
        await using var desk = await Desk.OpenAsync(harvested, chromium, "#/harvest");

        await Assertions.Expect(desk.Page.Locator(".board tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Page.Locator(".board .day")).ToHaveTextAsync("2026-05-28");
        await Assertions.Expect(desk.Page.Locator(".board .badge.warning")).ToHaveTextAsync("1");
        Assert.Equal(["night stopped", "night alarm", "night good"], await desk.Page.Locator(".board td.night").EvaluateAllAsync<string[]>(
            "cells => cells.map(cell => cell.className)"));
    }

    [Fact]
    public async Task Departments_OfAPublisher_DisclosedOtherwiseMissingAndNotDue()
    {
        await using var desk = await Desk.OpenAsync(harvested, chromium, "#/harvest");
        await desk.Page.Locator(".board tbody a").ClickAsync();

        await Assertions.Expect(desk.Page.Locator(".departments .badge.error")).ToHaveTextAsync("缺失，应于 2026-05-10 前公开");
        await Assertions.Expect(desk.Page.Locator(".departments .badge.warning")).ToHaveTextAsync("页面图片");
        await Assertions.Expect(desk.Page.Locator(".departments")).ToContainTextAsync("应于 2026-11-09 前公开");
    }

    [Fact]
    public async Task Board_OfAPublisher_NamesWhatWasNotFollowed()
    {
        await using var desk = await Desk.OpenAsync(harvested, chromium, "#/harvest");
        await desk.Page.Locator(".board tbody a").ClickAsync();

        await Assertions.Expect(desk.Page.Locator(".unexplained li")).ToHaveTextAsync(
            "列表未读 /api/list http://www.example.gov.cn/api/list");
    }

    [Fact]
    public async Task Board_NothingWasHarvested_Said()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/harvest");

        await Assertions.Expect(desk.Page.Locator("main .trouble")).ToContainTextAsync("并非采集而来");
    }
}
