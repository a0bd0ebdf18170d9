using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsvHelper;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>Subjects, departments, comparison and search in Chromium.</summary>
public sealed class FigurePageTests(DemoSite demo, Chromium chromium)
{
    private const string Subject = "#/subject/functional/2080505?year=2024&phase=budget&scope=department";

    [Fact]
    public async Task Subject_BarIsClicked_LeadsToTheLineThatPrintedIt()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, Subject);
        var largest = SiteFiles.Json(demo.Site, "subjects/functional/2080505/2024-budget-department.json").GetProperty("largest")[0];
        var chart = desk.Page.GetByRole(AriaRole.Img, new() { Name = "部门" });
        var box = (await chart.BoundingBoxAsync())!;

        await chart.ClickAsync(new LocatorClickOptions { Position = new Position { X = box.Width / 2, Y = box.Height / 4 } });

        await desk.Page.WaitForURLAsync(
            new Regex($"#/document/{largest[0].GetString()}/table/{largest[6][2]}/line/{largest[6][3].GetString()}"));
        await Assertions.Expect(desk.Page.Locator(".sheet .mark.chosen").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Subject_PlaceIsChosen_ShowsItsRowsAndEvidence()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, Subject);

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "坪山区" }).ClickAsync();

        await Assertions.Expect(desk.Page.Locator("#rows")).ToContainTextAsync("坪山区");
        var row = desk.Page.Locator("#rows ~ .scroll tbody tr");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(row.Locator(".proof-mark")).ToHaveAttributeAsync("aria-label", new Regex("已证实|未证实|有矛盾"));
        await row.Locator("td.number a").First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet .mark.chosen");
    }

    [Fact]
    public async Task Subject_UnitIsSwitched_AmountsFollow()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/subject/functional/2011308?year=2022&phase=budget&scope=department");
        var amount = desk.Page.Locator("#rows ~ .scroll tbody td.number a").First;
        await Assertions.Expect(amount).ToHaveTextAsync("8,403.00");

        await desk.Page.ClickAsync("[data-unit=yuan]");

        await Assertions.Expect(amount).ToHaveTextAsync("84,030,000.00");
    }

    [Fact]
    public async Task Subject_NotAmongTheData_SaysSoWithoutFault()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/subject/functional/2299999");

        await Assertions.Expect(desk.Page.Locator(".warn")).ToBeVisibleAsync();
        Assert.True(await desk.Page.Locator(".subjects a").CountAsync() > 3);
    }

    [Fact]
    public async Task Department_FigureThatOnlyTheTextStates_LeadsToItsSentence()
    {
        var key = KeyOf("坪山区工业和信息化局");
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/department/{key}");

        var card = desk.Page.Locator(".cards .card", new() { HasText = "三公" });
        await Assertions.Expect(card).ToContainTextAsync("19 万元");
        await Assertions.Expect(card).ToContainTextAsync("据文字说明，第 9 页");
        await Assertions.Expect(card).ToContainTextAsync("比上年 −2.00 万元");
        await Assertions.Expect(desk.Page.Locator(".cards .card", new() { HasText = "本年支出合计" }).Locator("a").First)
            .ToHaveAttributeAsync("href", new Regex("/line/"));
        await Assertions.Expect(desk.Page.Locator("tr.sum", new() { HasText = "“三公”经费合计" }).Locator("td").First)
            .ToContainTextAsync("19.00据文字说明，第 9 页");
        await card.Locator("a").First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet[data-page=\"9\"] .mark.chosen");
    }

    /// <summary>The same figure that its card has; a year before is put beside it, which no document of the demo has.</summary>
    [Theory]
    [InlineData("#years tr:has(th:text-is('“三公”经费合计')) td", 1)]
    [InlineData("tr.own td", 5)]
    public async Task Department_OverTheYearsAndBesideOthers_ShowsWhatOnlyTheTextStates(string cells, int at)
    {
        var key = KeyOf("坪山区工业和信息化局");
        await using var desk = await Desk.OpenAsync(demo, chromium, string.Empty);
        await desk.Page.RouteAsync($"**/{key}.json", async route =>
        {
            var answer = await route.FetchAsync();
            var department = JsonNode.Parse(await answer.TextAsync())!;
            var before = department["documents"]![0]!.DeepClone();
            (before["id"], before["year"]) = (new string('0', 64), 2023);
            department["documents"]!.AsArray().Add(before);
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = department.ToJsonString() });
        });
        await desk.GoAsync($"#/department/{key}");

        var cell = desk.Page.Locator(cells).Nth(at);
        await Assertions.Expect(cell).ToHaveTextAsync("19.00据文字说明，第 9 页");
        await cell.Locator("a").ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet[data-page=\"9\"] .mark.chosen");
    }

    [Fact]
    public async Task Department_FigureThatIsNotPrinted_IsADashAndNotNought()
    {
        var key = KeyOf("坪山区工业和信息化局");
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/department/{key}");
        await ChangeFiguresAsync(desk, static figures => figures["stated"]!.AsObject().Clear());
        await desk.Page.ReloadAsync();

        var missing = desk.Page.Locator(".cards .card", new() { HasText = "都没有读到" }).First;
        await Assertions.Expect(missing).ToContainTextAsync("—");
        await Assertions.Expect(missing).Not.ToContainTextAsync("0");
    }

    [Fact]
    public async Task Department_OtherPlaces_AreMatchedByNameAndYear()
    {
        var key = KeyOf("坪山区工业和信息化局");
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/department/{key}");
        var section = desk.Page.Locator("section", new() { HasText = "与其他地方的同类部门相比" });

        await Assertions.Expect(section).ToContainTextAsync("“工业和信息化”");
        await Assertions.Expect(section.Locator("tr.own")).ToContainTextAsync("坪山区");
        await Assertions.Expect(section.Locator("tbody tr")).ToHaveCountAsync(2);
        await section.Locator("a.button").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".compared").First.Locator("thead a")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Comparison_DepartmentsAreAdded_AddressHoldsThem()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/comparison");
        foreach (var (query, name) in new[] { ("坪山", "深圳市坪山区工业和信息化局"), ("投资推广", "深圳市龙岗区投资推广和企业服务中心") })
        {
            await desk.Page.FillAsync("#add", query);
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
            await Assertions.Expect(desk.Page.Locator(".compared").First.Locator("thead a", new() { HasText = name })).ToBeVisibleAsync();
        }

        await desk.Page.SelectOptionAsync("#level", "item");
        await Assertions.Expect(desk.Page.Locator(".compared").Nth(1).Locator("tbody a", new() { HasText = "2011308" })).ToBeVisibleAsync();
        var text = await desk.Page.Locator("main").InnerTextAsync();
        await desk.Page.ReloadAsync();

        await Assertions.Expect(desk.Page.Locator(".compared").Nth(1)).ToBeVisibleAsync();
        Assert.Equal(text, await desk.Page.Locator("main").InnerTextAsync());
    }

    [Fact]
    public async Task Comparison_Csv_HoldsEveryLineWithItsOrigin()
    {
        var (desk, figures) = await OpenComparisonAsync();
        await using var opened = desk;
        await RenameSubjectAsync(desk, "=HYPERLINK(\"http://example.org\")");

        var bytes = await SaveAsync(desk, "#csv");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = ReadCsv(bytes);
        var lines = figures.GetProperty("functional").EnumerateArray().ToList();
        Assert.Equal(lines.Select(static line => line[4][3].GetString()), rows.Select(static row => row["line_id"]));
        Assert.Equal(lines.Sum(static line => line[4][0].GetDecimal()),
            rows.Sum(static row => decimal.Parse(row["amount_yuan"], CultureInfo.InvariantCulture)));
        Assert.Equal("'=HYPERLINK(\"http://example.org\")", rows[0]["subject_name"]);
        Assert.All(rows, row => Assert.Equal(figures.GetProperty("id").GetString(), row["document_id"]));
        Assert.All(rows, static row => Assert.Contains("#/document/", row["evidence"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comparison_Xlsx_HasCodesAsTextAndAmountsAsNumbers()
    {
        var (desk, figures) = await OpenComparisonAsync();
        await using var opened = desk;

        var bytes = await SaveAsync(desk, "#xlsx");

        using var archive = new ZipArchive(new MemoryStream(bytes));
        var sheet = await XDocument.LoadAsync(archive.Entries.Single(static entry =>
            entry.FullName.EndsWith("sheet2.xml", StringComparison.Ordinal)).Open(), LoadOptions.None,
            TestContext.Current.CancellationToken);
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var rows = sheet.Descendants(main + "row").Skip(1).Select(row =>
            row.Elements(main + "c").ToDictionary(static cell => Regex.Replace(cell.Attribute("r")!.Value, "[0-9]", string.Empty)))
            .ToList();
        var lines = figures.GetProperty("functional").EnumerateArray().ToList();
        Assert.Equal(lines.Count, rows.Count);
        Assert.All(rows, static row => Assert.NotNull(row["H"].Attribute("t")));
        Assert.All(rows, static row => Assert.Contains(row["M"].Attribute("t")?.Value, new[] { null, "n" }));
        Assert.Equal(
            lines.Select(static line => line[4][0].GetDecimal()),
            rows.Select(row => decimal.Parse(row["M"].Element(main + "v")!.Value, NumberStyles.Float, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2011308", ".hits-of-subjects", "2011308 招商引资")]
    [InlineData("招商引资", ".hits-of-subjects", "2011308 招商引资")]
    [InlineData("坪山 信息化", ".hits-of-departments", "深圳市坪山区工业和信息化局")]
    public async Task Search_Query_FindsAndOpens(string query, string list, string expected)
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search");

        await desk.Page.FillAsync("#query", query);
        var hit = desk.Page.Locator($"{list} .hits a").First;
        await Assertions.Expect(hit).ToHaveTextAsync(expected);
        await Assertions.Expect(hit.Locator("mark").First).ToBeVisibleAsync();
        await hit.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(desk.Page.Locator("h1")).ToContainTextAsync(expected);
    }

    [Fact]
    public async Task Search_ProjectsAndSections_LeadToTheirPages()
    {
        var document = SiteFiles.Documents(demo.Site).First(static document =>
            document.GetProperty("sections").EnumerateArray().Any(static section =>
            section.TryGetProperty("text", out var text) && text.GetString()!.Length > 40));
        var section = document.GetProperty("sections").EnumerateArray().First(static section =>
            section.TryGetProperty("text", out var text) && text.GetString()!.Length > 40);
        var words = Regex.Match(section.GetProperty("text").GetString()!, @"\p{Lo}{8,}").Value[..8];
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/search?q={Uri.EscapeDataString(words)}");

        await Assertions.Expect(desk.Page.Locator(".hits-of-sections .hits p mark").First).ToHaveTextAsync(words);
        await Assertions.Expect(desk.Page.Locator(".hits-of-sections .hits a").First)
            .ToHaveAttributeAsync("href", new Regex("#/document/[0-9a-f]{64}/section/"));
    }

    [Fact]
    public async Task Search_Project_OpensItsTableAndMarksItsPlace()
    {
        var figures = SiteFiles.Figures(demo.Site).First(static figures => figures.TryGetProperty("projects", out _));
        var project = figures.GetProperty("projects").GetProperty("largest").EnumerateArray().MaxBy(static project =>
            project[0].GetString()!.Length);
        var name = project[0].GetString()!;
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/search?q={Uri.EscapeDataString(name)}");

        await desk.Page.Locator($".hits-of-projects .hits a[href*='{SiteFiles.Id(figures)}/page/'][href*='?at=']").First.ClickAsync();

        await Assertions.Expect(desk.Page.Locator(".sheet .mark.chosen").First).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator(".grid [aria-selected=true]").First).ToContainTextAsync(new Regex(@"\d"));
    }

    [Fact]
    public async Task Document_CheckThatFails_IsNoEquation()
    {
        var (id, ordinal, check) = SiteFiles.Documents(demo.Site).SelectMany(document => document.GetProperty("tables")
            .EnumerateArray().Select(static table => table.GetProperty("file").GetInt32()).Distinct()
            .SelectMany(file => SiteFiles.Tables(demo.Site, SiteFiles.Id(document), file).EnumerateArray())
            .SelectMany(table => table.GetProperty("checks").EnumerateArray()
                .Where(static check => check[2].GetString() == "fails" && check[7].GetArrayLength() > 4)
                .Select(check => (SiteFiles.Id(document), table.GetProperty("ordinal").GetInt32(), check)))).First();
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/document/{id}/table/{ordinal}/check/{check[0].GetString()}");

        var sum = desk.Page.Locator($"[data-check='{check[0].GetString()}'] .sum");
        await Assertions.Expect(sum).ToContainTextAsync("≠");
        await Assertions.Expect(sum).ToContainTextAsync(new Regex(@"= -?[\d,]+\.\d\d$"));
    }

    [Theory]
    [InlineData("table/{0}/line/gone")]
    [InlineData("table/{0}/check/gone")]
    [InlineData("finding/gone")]
    public async Task Document_AddressOfAnEarlierPublication_SaysSo(string part)
    {
        var document = SiteFiles.Documents(demo.Site)[0];
        var table = document.GetProperty("tables")[0].GetProperty("ordinal").GetInt32();
        var address = $"#/document/{SiteFiles.Id(document)}/{string.Format(CultureInfo.InvariantCulture, part, table)}";
        await using var desk = await Desk.OpenAsync(demo, chromium, address);

        await Assertions.Expect(desk.Page.Locator(".notice")).ToContainTextAsync("已不存在");
    }

    [Fact]
    public async Task Search_OneLetterOrNothing_SaysWhatToDo()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search");

        await desk.Page.FillAsync("#query", "招");
        await Assertions.Expect(desk.Page.Locator("#hint")).ToContainTextAsync("两个字");
        await desk.Page.FillAsync("#query", "绝无此词");
        await Assertions.Expect(desk.Page.Locator("#hint")).ToContainTextAsync("没有找到");
    }

    [Theory]
    [InlineData(Subject)]
    [InlineData("#/department/DEPARTMENT")]
    [InlineData("#/comparison?d=DEPARTMENT:2024:budget:department")]
    [InlineData("#/search?q=招商")]
    [InlineData("#/ranking")]
    [InlineData("#/ranking?by=personnel_share")]
    public async Task Pages_OnAPhoneInEnglish_DoNotScrollSideways(string hash)
    {
        await using var desk = await Desk.OpenAsync(demo, chromium,
            hash.Replace("DEPARTMENT", KeyOf("坪山区工业和信息化局"), StringComparison.Ordinal), width: 390);
        await desk.Page.ClickAsync("header .language");
        await desk.Page.WaitForSelectorAsync("html[lang=en] main:not([aria-busy]) h1");

        Assert.True(await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private string KeyOf(string name)
    {
        demo.SkipUnlessThere();
        return Directory.GetFiles(Path.Combine(demo.Site, "data", "departments"), "*.json", SearchOption.AllDirectories)
            .Select(path => SiteFiles.Json(demo.Site, Path.GetRelativePath(Path.Combine(demo.Site, "data"), path)))
            .Single(department => department.GetProperty("name").GetString()!.EndsWith(name, StringComparison.Ordinal))
            .GetProperty("key").GetString()!;
    }

    /// <summary>One department, so that the file holds exactly the lines of its figures.</summary>
    private async Task<(Desk Desk, System.Text.Json.JsonElement Figures)> OpenComparisonAsync()
    {
        var key = KeyOf("坪山区工业和信息化局");
        var document = SiteFiles.Json(demo.Site, $"departments/{key[..2]}/{key}.json").GetProperty("documents")[0].GetProperty("id")
            .GetString()!;
        return (await Desk.OpenAsync(demo, chromium, $"#/comparison?d={key}:2024:budget:department"),
            SiteFiles.Json(demo.Site, $"documents/{document[..2]}/{document}/figures.json"));
    }

    /// <summary>Loads the page anew with another name for the first subject.</summary>
    private static async Task RenameSubjectAsync(Desk desk, string name)
    {
        await ChangeFiguresAsync(desk, figures => figures["functional"]![0]![1] = name);
        await desk.Page.ReloadAsync();
        await desk.Page.WaitForSelectorAsync("#csv");
    }

    private static Task ChangeFiguresAsync(Desk desk, Action<JsonNode> change) => desk.Page.RouteAsync("**/figures.json", async route =>
    {
        var answer = await route.FetchAsync();
        var figures = JsonNode.Parse(await answer.TextAsync())!;
        change(figures);
        await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = figures.ToJsonString() });
    });

    private static async Task<byte[]> SaveAsync(Desk desk, string button)
    {
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.ClickAsync(button));
        using var bytes = new MemoryStream();
        await using var stream = await download.CreateReadStreamAsync();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static List<Dictionary<string, string>> ReadCsv(byte[] bytes)
    {
        using var text = new StreamReader(new MemoryStream(bytes));
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        Assert.True(csv.Read());
        var header = csv.Current.ToArray();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(header.Zip(csv.Current.ToArray()).ToDictionary(static pair => pair.First, static pair =>
                pair.Second, StringComparer.Ordinal));
        }

        return rows;
    }
}
