using System.Globalization;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>axe-core over every kind of page, at the width of a phone and of a desk, by day and after dark.</summary>
public sealed class AxeTests(SharedSite shared, Chromium chromium)
{
    private static readonly string Script = Path.Combine(Repository.Root,
        "tests/Extractor.Site.Tests/web/node_modules/axe-core/axe.min.js");

    [Theory]
    [InlineData("", "main table")]
    [InlineData("#/search?q=医疗", "main li a")]
    [InlineData("#/place", ".tiles")]
    [InlineData("#/place/130600", "#debts table")]
    [InlineData("#/ranking", ".ranking tbody tr")]
    [InlineData("#/comparison", "main h1")]
    [InlineData("#/sql", "#sql")]
    [InlineData("#/review", ".review")]
    [InlineData("#/review/documents", ".review table")]
    [InlineData("#/review/audit", "#sheet")]
    [InlineData("#/ranking?by=subjects", ".ranking tbody tr")]
    [InlineData("subject", "main table")]
    [InlineData("department", "#spending svg rect")]
    [InlineData("document", "td.line")]
    [InlineData("figure", ".detail .checks")]
    [InlineData("finding", ".findings .open")]
    public async Task Page_ByAxe_HasNoViolation(string page, string shown)
    {
        shared.SkipUnlessThere();
        Assert.SkipUnless(File.Exists(Script), "axe-core is not there: run 'npm ci' in tests/Extractor.Site.Tests/web.");
        var script = await File.ReadAllTextAsync(Script);
        var faults = new List<string>();
        foreach (var width in (int[])[1366, 390])
        {
            await using var desk = await Desk.OpenAsync(shared, chromium, AddressOf(page), width);
            foreach (var light in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = light });
                await desk.Page.WaitForSelectorAsync(shown);
                await desk.Page.EvaluateAsync(script);
                faults.AddRange((await desk.Page.EvaluateAsync<string[]>("""
                    async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))
                    """)).Select(fault => string.Create(CultureInfo.InvariantCulture, $"{width} {light}: {fault}")));
            }
        }

        Assert.Empty(faults.Distinct());
    }

    private string AddressOf(string page)
    {
        var document = SiteFiles.Documents(shared.Site).First(static document => document.GetProperty("findings").GetArrayLength() > 0 &&
            document.GetProperty("tables").GetArrayLength() > 0);
        var id = SiteFiles.Id(document);
        var figures = SiteFiles.Figures(shared.Site).First(static file => file.GetProperty("spending").GetArrayLength() > 3);
        return page switch
        {
            "document" => string.Create(CultureInfo.InvariantCulture,
                $"#/document/{id}/table/{document.GetProperty("tables")[0].GetProperty("ordinal").GetInt32()}"),
            "figure" => $"#/document/{SiteFiles.Id(figures)}/line/{figures.GetProperty("totals").EnumerateObject().First().Value
                .GetProperty("current")[3].GetString()}",
            "finding" => $"#/document/{id}/finding/{document.GetProperty("findings")[0].GetProperty("id").GetString()}",
            "department" => $"#/department/{figures.GetProperty("department").GetString()}?document={SiteFiles.Id(figures)}",
            "subject" => $"#/subject/functional/{figures.GetProperty("spending")[0][0].GetString()![..3]}",
            _ => page,
        };
    }
}
