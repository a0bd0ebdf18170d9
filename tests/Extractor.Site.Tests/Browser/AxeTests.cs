using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>
/// Every kind of page at the width of a phone and of a desk, in both languages, by day and after dark: nothing that axe-core finds, nothing
/// that is wider than the screen, nothing logged as an error. With a folder in <c>DESK_PICTURES</c>, each is also drawn there.
/// </summary>
public sealed class AxeTests(SharedSite shared, HarvestedSite harvested, Chromium chromium)
{
    /// <summary>Height of a picture: long pages are cut.</summary>
    private const int MostOfAPicture = 1800;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("DESK_PICTURES");

    private static readonly string Script = Path.Combine(Repository.Root,
        "tests/Extractor.Site.Tests/web/node_modules/axe-core/axe.min.js");

    [Theory]
    [InlineData("", "main table")]
    [InlineData("#/nowhere", "main .trouble")]
    [InlineData("#/search", "#query")]
    [InlineData("#/search?q=医疗", "main li a")]
    [InlineData("#/search?q=医疗&kind=department_budget&place=市", "main li a")]
    [InlineData("#/place", ".tiles")]
    [InlineData("#/place?by=expenditure", "#places tbody tr")]
    [InlineData("#/place/130000", "#places tbody tr")]
    [InlineData("#/place/130600", "#debts table")]
    [InlineData("place of departments", "#spending svg rect")]
    [InlineData("#/ranking", ".ranking tbody tr")]
    [InlineData("#/ranking?by=contradicted", ".ranking h1")]
    [InlineData("#/comparison", "main h1")]
    [InlineData("comparison", ".compared tbody tr")]
    [InlineData("#/sql", "#sql")]
    [InlineData("#/sql?q=SELECT document_id, department_name FROM documents", ".sql .scroll table tbody tr")]
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

    /// <summary>Pages that need no script, in the language of their documents.</summary>
    [Theory]
    [InlineData("read/index.html")]
    [InlineData("document")]
    public async Task PlainPage_ByAxe_HasNoViolation(string page)
    {
        shared.SkipUnlessThere();
        var id = SiteFiles.Id(SiteFiles.Figures(shared.Site)[0]);
        await CheckAsync(shared, page == "document" ? $"read/document/{id[..2]}/{id}.html" : page, "main table, main a", languages: ["zh"]);
    }

    private static async Task<string> LookAsync(IPage page, bool isFirst)
    {
        // By day all rules; after dark only what depends on colours.
        var faults = await page.EvaluateAsync<string[]>("""
            async isFirst => {
              const found = await axe.run(document, { resultTypes: ['violations'], ...(!isFirst && { runOnly: ['color-contrast', 'link-in-text-block'] }) })
              const faults = found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))
              const wide = document.documentElement.scrollWidth - innerWidth
              if (wide > 0) {
                const widest = [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll')).at(-1)
                faults.push(`wider than the screen by ${wide}: ${widest?.outerHTML.slice(0, 120)}`)
              }
              return faults
            }
            """, isFirst);
        return string.Join('\n', faults);
    }

    private async Task CheckAsync(PublishedSite site, string address, string shown, Func<IPage, Task>? prepare = null,
        string[]? languages = null)
    {
        Assert.SkipUnless(File.Exists(Script), "axe-core is not there: run 'npm ci' in tests/Extractor.Site.Tests/web.");
        var script = await File.ReadAllTextAsync(Script);
        var faults = new List<string>();
        foreach (var width in (int[])[1366, 390])
        {
            await using var desk = await Desk.OpenAsync(site, chromium, address, width);
            foreach (var language in languages ?? ["zh", "en"])
            {
                if (language == "en")
                {
                    await desk.Page.ClickAsync("button.language");
                    await desk.Page.WaitForSelectorAsync("html[lang=en] main:not([aria-busy])");
                }

                await desk.Page.WaitForSelectorAsync(shown);
                if (prepare is not null)
                {
                    await prepare(desk.Page);
                }

                await desk.Page.EvaluateAsync(script);
                foreach (var light in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                {
                    await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = light });
                    var name = string.Create(CultureInfo.InvariantCulture, $"{width} {language} {light}");
                    if (await LookAsync(desk.Page, light == ColorScheme.Light) is { Length: > 0 } found)
                    {
                        faults.Add($"{name}: {found}");
                    }

                    if (Pictures is not null)
                    {
                        await DrawAsync(desk.Page, width, $"{address} {name}{(prepare is null ? string.Empty : " opened")}");
                    }
                }
            }
        }

        Assert.Empty(faults);
    }

    private static async Task DrawAsync(IPage page, int width, string name)
    {
        var height = await page.EvaluateAsync<float>("document.documentElement.scrollHeight");
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Pictures!, string.Concat(name.TrimStart('#', '/').Split(Path.GetInvalidFileNameChars())) + ".png"),
            FullPage = true,
            Clip = new Clip { X = 0, Y = 0, Width = width, Height = Math.Min(height, MostOfAPicture) },
        });
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
            "comparison" => "#/comparison?" + string.Join('&', SiteFiles.Figures(shared.Site)
                .Where(static file => file.GetProperty("functional").GetArrayLength() > 3).Take(2).Select(static file =>
                    string.Create(CultureInfo.InvariantCulture, $"d={file.GetProperty("department").GetString()}:{file.GetProperty("year")
                        .GetInt32()}:{file.GetProperty("phase").GetString()}:{file.GetProperty("scope").GetString()}"))),
            "subject" => $"#/subject/functional/{figures.GetProperty("functional")[0][0].GetString()![..3]}",
            _ => page,
        };
    }
}
