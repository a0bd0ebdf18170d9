using System.Text.Json;
using System.Text.RegularExpressions;
using Extractor.Site.Reviews;
using Extractor.Site.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Extractor.Site.Tests.Browser;

public sealed class DeskTests(DemoSite demo, SharedSite shared, Chromium chromium)
{
    /// <summary>Half a pixel of a page that is shown smaller than it is.</summary>
    private const double Tolerance = 1.0;

    [Fact]
    public async Task Overview_Demo_CountsAndLeadsToDocuments()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, string.Empty);

        await Assertions.Expect(desk.Page.Locator(".figures dd").First).ToContainTextAsync("5");
        await desk.Page.Locator(".coverage .docs a").First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet[data-drawn]");
        Assert.Contains("#/document/", desk.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Document_FigureIsClicked_MarkIsTheBoxOfTheData(bool isShared)
    {
        PublishedSite site = isShared ? shared : demo;
        site.SkipUnlessThere();
        foreach (var document in SiteFiles.Documents(site.Site).Where(static document =>
            document.GetProperty("tables").EnumerateArray().Any(HasLines)).Take(2))
        {
            var id = SiteFiles.Id(document);
            var table = document.GetProperty("tables").EnumerateArray().First(HasLines);
            var ordinal = table.GetProperty("ordinal").GetInt32();
            var lines = SiteFiles.Tables(site.Site, id, table.GetProperty("file").GetInt32()).EnumerateArray().Single(file =>
                file.GetProperty("ordinal").GetInt32() == ordinal);
            await using var desk = await Desk.OpenAsync(site, chromium, $"#/document/{id}/table/{ordinal}");
            await desk.Page.WaitForSelectorAsync(".sheet[data-drawn]");
            foreach (var line in lines.GetProperty("lines").EnumerateArray().Take(3))
            {
                await desk.Page.ClickAsync($"[data-line='{line[0].GetString()}']");
                await desk.Page.WaitForURLAsync(new Regex(line[0].GetString()!));

                var expected = PartsOf(lines, line[1].GetInt32(), line[2].GetInt32());
                AssertBoxes(expected, await desk.MarksAsync("chosen", id, site.Site));
                await Assertions.Expect(desk.Page.Locator(".detail .amount strong")).ToHaveTextAsync(line[9].GetString()!);
            }
        }
    }

    [Fact]
    public async Task Document_PlaceOnThePageIsClicked_CellIsChosen()
    {
        demo.SkipUnlessThere();
        var document = SiteFiles.Documents(demo.Site).First(static document =>
            document.GetProperty("tables").EnumerateArray().Any(HasLines));
        var id = SiteFiles.Id(document);
        var table = document.GetProperty("tables").EnumerateArray().First(HasLines);
        var file = SiteFiles.Tables(demo.Site, id, table.GetProperty("file").GetInt32()).EnumerateArray().Single(candidate =>
            candidate.GetProperty("ordinal").GetInt32() == table.GetProperty("ordinal").GetInt32());
        var line = file.GetProperty("lines")[0];
        var part = PartsOf(file, line[1].GetInt32(), line[2].GetInt32())[0];
        await using var desk = await Desk.OpenAsync(demo, chromium, $"#/document/{id}/page/{(int)part[0]}");
        var sheet = desk.Page.Locator($".sheet[data-page='{(int)part[0]}'][data-drawn]");
        await sheet.WaitForAsync();
        var width = (await sheet.BoundingBoxAsync())!.Width;
        var scale = width / document.GetProperty("pages")[(int)part[0] - 1][0].GetDouble();

        await sheet.ClickAsync(new LocatorClickOptions
        {
            Position = new Position
            {
                X = (float)((part[1] + part[3]) / 2 * scale),
                Y = (float)((part[2] + part[4]) / 2 * scale)
            }
        });

        await Assertions.Expect(desk.Page.Locator($"[data-line='{line[0].GetString()}']")).ToHaveAttributeAsync("aria-selected", "true");
        AssertBoxes([part], (await desk.MarksAsync("chosen", id, demo.Site))[..1]);
    }

    [Fact]
    public async Task Document_CellOverAPageEdge_IsMarkedOnBothPages()
    {
        shared.SkipUnlessThere();
        var (id, table, cell) = (
            from document in SiteFiles.Documents(shared.Site)
            from header in document.GetProperty("tables").EnumerateArray()
            let file = SiteFiles.Tables(shared.Site, SiteFiles.Id(document), header.GetProperty("file").GetInt32()).EnumerateArray()
                .Single(entry => entry.GetProperty("ordinal").GetInt32() == header.GetProperty("ordinal").GetInt32())
            from candidate in file.GetProperty("cells").EnumerateArray()
            where candidate[7].GetArrayLength() > 5
            select (SiteFiles.Id(document), file, candidate)).First();

        await using var desk = await Desk.OpenAsync(shared, chromium,
            $"#/document/{id}/table/{table.GetProperty("ordinal")}/cell/{cell[0]}.{cell[1]}");
        await desk.Page.WaitForSelectorAsync(".mark.chosen");

        AssertBoxes(PartsOf(table, cell[0].GetInt32(), cell[1].GetInt32()), await desk.MarksAsync("chosen", id, shared.Site));
    }

    /// <summary>Prints how long it takes; the time itself is not judged, for the machine may be busy.</summary>
    [Fact]
    public async Task Document_LinkToAFigure_IsFollowedAndTimed()
    {
        shared.SkipUnlessThere();
        var document = SiteFiles.Documents(shared.Site).Last(static document =>
            document.GetProperty("tables").EnumerateArray().Any(HasLines));
        var table = document.GetProperty("tables").EnumerateArray().First(HasLines);
        var ordinal = table.GetProperty("ordinal").GetInt32();
        var line = SiteFiles.Tables(shared.Site, SiteFiles.Id(document), table.GetProperty("file").GetInt32()).EnumerateArray()
            .Single(file => file.GetProperty("ordinal").GetInt32() == ordinal).GetProperty("lines")[0];
        await using var desk = await Desk.OpenAsync(shared, chromium, string.Empty);
        var firstPage = await desk.Page.EvaluateAsync<double>("performance.now()");

        await desk.GoAsync("?again#" + $"/document/{SiteFiles.Id(document)}/table/{ordinal}/line/{line[0].GetString()}");
        await desk.Page.WaitForSelectorAsync(".mark.chosen");
        var marked = await desk.Page.EvaluateAsync<double>("performance.now()");
        await desk.Page.WaitForSelectorAsync(".sheet[data-drawn] .mark.chosen");
        var drawn = await desk.Page.EvaluateAsync<double>("performance.now()");

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"first page after {firstPage:F0} ms; from a link: figure marked after {marked:F0} ms, its page drawn after {drawn:F0} ms"));
        Assert.Single(await desk.MarksAsync("chosen", SiteFiles.Id(document), shared.Site));
    }

    [Fact]
    public async Task Document_Keyboard_GoesFromFigureToFigure()
    {
        demo.SkipUnlessThere();
        var document = SiteFiles.Documents(demo.Site).First(static document =>
            document.GetProperty("tables").EnumerateArray().Any(HasLines));
        var table = document.GetProperty("tables").EnumerateArray().First(HasLines);
        await using var desk = await Desk.OpenAsync(demo, chromium,
            $"#/document/{SiteFiles.Id(document)}/table/{table.GetProperty("ordinal")}");
        await desk.Page.WaitForSelectorAsync("td.line");

        for (var presses = 0; presses < 40 &&
            !await desk.Page.EvaluateAsync<bool>("document.activeElement?.matches('.grid [data-cell]')"); presses++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
        }

        for (var presses = 0; presses < 60 &&
            !await desk.Page.EvaluateAsync<bool>("document.activeElement?.matches('.grid td.line')"); presses++)
        {
            await desk.Page.Keyboard.PressAsync(presses % 2 == 0 ? "ArrowDown" : "ArrowRight");
        }

        var line = await desk.Page.EvaluateAsync<string>("document.activeElement.dataset.line");
        Assert.NotNull(line);
        await desk.Page.WaitForURLAsync(new Regex(line));
        await Assertions.Expect(desk.Page.Locator($"[data-line='{line}']")).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(desk.Page.Locator(".mark.chosen").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Document_Of328Pages_KeepsFewPagesAndRows()
    {
        shared.SkipUnlessThere();
        var document = SiteFiles.Documents(shared.Site).Single(static document => document.GetProperty("pages").GetArrayLength() == 328);
        await using var desk = await Desk.OpenAsync(shared, chromium, $"#/document/{SiteFiles.Id(document)}/page/300");

        await desk.Page.WaitForSelectorAsync(".sheet[data-page='300'][data-drawn]");

        Assert.InRange(await desk.Page.Locator(".sheet canvas").CountAsync(), 1, 12);
        await desk.Page.ClickAsync(".sheet[data-page='300']");
        await desk.Page.WaitForSelectorAsync(".grid .chosen");
        Assert.InRange(await desk.Page.Locator(".grid tr").CountAsync(), 10, 700);
        Assert.Equal(300, (await desk.MarksAsync("chosen", SiteFiles.Id(document), shared.Site))[0][0]);
    }

    [Fact]
    public async Task Document_Finding_ShowsItsPlacesSideBySide()
    {
        shared.SkipUnlessThere();
        var (id, finding) = (
            from document in SiteFiles.Documents(shared.Site)
            from candidate in document.GetProperty("findings").EnumerateArray()
            where candidate.TryGetProperty("check", out _)
            select (SiteFiles.Id(document), candidate.GetProperty("id").GetString())).First();

        await using var desk = await Desk.OpenAsync(shared, chromium, $"#/document/{id}/finding/{finding}");

        await desk.Page.Locator(".places .crop .mark").Nth(1).WaitForAsync();
        await Assertions.Expect(desk.Page.Locator(".findings .open .check.fails .difference")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Review_Decision_IsSavedAndShown()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/review");
        var item = desk.Page.Locator(".findings > .finding").First;
        await item.Locator("input[type=radio]").Nth(2).CheckAsync();
        await item.Locator("textarea").FillAsync("=两处不一致");
        await item.Locator("input[autocomplete=name]").FillAsync("王某");
        await item.Locator("button[type=submit]").ClickAsync();

        await Assertions.Expect(item.Locator(".decided")).ToContainTextAsync("=两处不一致");

        var saved = Assert.Single(ReviewFile.Read(desk.Reviews));
        Assert.Equal(("source_error", "=两处不一致", "王某"), (saved.Decision, saved.Note, saved.Reviewer));
        await desk.GoAsync($"#/document/{saved.DocumentId}/finding/{saved.FindingId}");
        await Assertions.Expect(desk.Page.Locator(".open .decided")).ToContainTextAsync("王某");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Review_Rules_HaveAWordInChinese(bool isShared)
    {
        await using var desk = await Desk.OpenAsync(isShared ? shared : demo, chromium, "#/review");
        await desk.Page.Locator(".findings > .finding").First.WaitForAsync();

        var rules = await desk.Page.Locator(".queue nav li span:first-child").AllTextContentsAsync();

        Assert.NotEmpty(rules);
        Assert.DoesNotContain(rules, static rule => rule.All(char.IsAscii));
    }

    [Fact]
    public async Task Document_TextThatIsMarkup_StaysText()
    {
        demo.SkipUnlessThere();
        const string Hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
        var id = SiteFiles.Id(SiteFiles.Documents(demo.Site)[0]);
        await using var desk = await Desk.OpenAsync(demo, chromium, string.Empty);
        await desk.Page.RouteAsync("**/document.json", async route =>
        {
            var answer = await route.FetchAsync();
            var json = System.Text.Json.Nodes.JsonNode.Parse(await answer.TextAsync())!;
            json["title"] = Hostile;
            json["department"] = Hostile;
            json["sourceUrl"] = "javascript:document.title='taken'";
            json["sections"]!.AsArray().Insert(0,
                System.Text.Json.Nodes.JsonNode.Parse(JsonSerializer.Serialize(new
                {
                    id = "x",
                    depth = 1,
                    key = "other",
                    heading = Hostile,
                    text = Hostile,
                    pageFirst = 1,
                    pageLast = 1
                })));
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = json.ToJsonString() });
        });

        await desk.GoAsync($"#/document/{id}/section/x");

        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync(Hostile);
        await Assertions.Expect(desk.Page.Locator(".sections .chosen p").First).ToHaveTextAsync(Hostile);
        Assert.Equal(0, await desk.Page.Locator("img, main script, a[href^=javascript]").CountAsync());
        Assert.NotEqual("taken", await desk.Page.TitleAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("#/review")]
    [InlineData("document")]
    public async Task Pages_OnAPhone_DoNotScrollSideways(string hash)
    {
        demo.SkipUnlessThere();
        var address = hash == "document" ? $"#/document/{SiteFiles.Id(SiteFiles.Documents(demo.Site)[0])}" : hash;
        await using var desk = await Desk.OpenAsync(demo, chromium, address, width: 390);

        Assert.Equal(390, await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Language_IsSwitched_PageSpeaksEnglish()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, string.Empty);
        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync("概览");

        await desk.Page.ClickAsync("button.language");

        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Overview");
        Assert.Equal("en", await desk.Page.EvaluateAsync<string>("document.documentElement.lang"));
    }

    private static bool HasLines(JsonElement table) =>
        table.GetProperty("proofs").EnumerateArray().Sum(static count => count.GetInt32()) > 3;

    /// <summary>Page, left, top, right and bottom of each part of a cell.</summary>
    private static double[][] PartsOf(JsonElement table, int row, int column)
    {
        var cell = table.GetProperty("cells").EnumerateArray().Single(cell => cell[0].GetInt32() == row && cell[1].GetInt32() == column);
        return [.. cell[7].EnumerateArray().Select(static edge => edge.GetDouble()).Chunk(5)];
    }

    private static void AssertBoxes(double[][] expected, double[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.Equal(one[0], other[0]);
            for (var edge = 1; edge <= 4; edge++)
            {
                Assert.InRange(other[edge], one[edge] - Tolerance, one[edge] + Tolerance);
            }
        }
    }
}
