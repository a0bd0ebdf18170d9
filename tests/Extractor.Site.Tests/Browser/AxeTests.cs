using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>axe-core over every kind of page, at the width of a phone and of a desk, by day and after dark.</summary>
public sealed class AxeTests(SharedSite shared, HarvestedSite harvested, Chromium chromium)
{
    private static readonly string Script = Path.Combine(Repository.Root,
        "tests/Extractor.Site.Tests/web/node_modules/axe-core/axe.min.js");

    [Theory]
    [InlineData("", "main table")]
    [InlineData("#/search?q=医疗", "main li a")]
    [InlineData("#/search?q=医疗&kind=department_budget&place=市", "main li a")]
    [InlineData("#/place", ".tiles")]
    [InlineData("#/place/130600", "#debts table")]
    [InlineData("place of departments", "#spending svg rect")]
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
        await CheckAsync(shared, AddressOf(page), shown);
    }

    [Theory]
    [InlineData("#/harvest", ".board .night")]
    [InlineData("#/harvest/440300", ".departments .badge")]
    public async Task Board_ByAxe_HasNoViolation(string address, string shown)
    {
        harvested.SkipUnlessThere();
        await CheckAsync(harvested, address, shown);
    }

    /// <summary>A sheet of <c>extractor audit</c> with a line of the site.</summary>
    [Fact]
    public async Task AuditSheet_OpenedByAxe_HasNoViolation()
    {
        shared.SkipUnlessThere();
        var id = SiteFiles.Id(SiteFiles.Figures(shared.Site)[0]);
        var sheet = "<script type=\"application/json\" id=\"lines\">{\"title\":\"抽查\",\"fields\":[[\"amount_yuan\",\"金额\"]]," +
            $"\"lines\":[{{\"line_id\":\"1\",\"document_id\":\"{id}\",\"archive_location\":\"a.pdf\",\"page_number\":1," +
            "\"row\":\"合计\",\"claims\":[\"1,234.00\"]}]}</script>";
        await CheckAsync(shared, "#/review/audit", "#sheet", async page =>
        {
            await page.SetInputFilesAsync("#sheet",
                new FilePayload { Name = "sheet.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(sheet) });
            await page.WaitForSelectorAsync(".audit tbody tr");
        });
    }

    private async Task CheckAsync(PublishedSite site, string address, string shown, Func<IPage, Task>? prepare = null)
    {
        Assert.SkipUnless(File.Exists(Script), "axe-core is not there: run 'npm ci' in tests/Extractor.Site.Tests/web.");
        var script = await File.ReadAllTextAsync(Script);
        var faults = new List<string>();
        foreach (var width in (int[])[1366, 390])
        {
            await using var desk = await Desk.OpenAsync(site, chromium, address, width);
            await desk.Page.WaitForSelectorAsync(shown);
            if (prepare is not null)
            {
                await prepare(desk.Page);
            }

            foreach (var light in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = light });
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
        var figures = SiteFiles.Figures(shared.Site).First(static file => file.GetProperty("functional").GetArrayLength() > 3);
        return page switch
        {
            "document" => string.Create(CultureInfo.InvariantCulture,
                $"#/document/{id}/table/{document.GetProperty("tables")[0].GetProperty("ordinal").GetInt32()}"),
            "figure" => $"#/document/{SiteFiles.Id(figures)}/line/{figures.GetProperty("totals").EnumerateObject().First().Value
                .GetProperty("current")[3].GetString()}",
            "finding" => $"#/document/{id}/finding/{document.GetProperty("findings")[0].GetProperty("id").GetString()}",
            "place of departments" => $"#/place/{figures.GetProperty("divisionCode").GetString()}",
            "department" => $"#/department/{figures.GetProperty("department").GetString()}?document={SiteFiles.Id(figures)}",
            "subject" => $"#/subject/functional/{figures.GetProperty("functional")[0][0].GetString()![..3]}",
            _ => page,
        };
    }
}
