using System.Globalization;
using Extractor.Publications.Documents;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>The search as people write: pinyin, English, amounts with and without unit, the beginning of a hash.</summary>
public sealed class AskedTests(DemoSite demo, SharedSite shared, Chromium chromium)
{
    [Theory]
    [InlineData("touzituiguang", "投资推广")]
    [InlineData("tztg", "投资推广")]
    [InlineData("industry and information", "工业和信息化")]
    public async Task Search_InOtherLetters_FindsTheDepartment(string query, string name)
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search?q=" + Uri.EscapeDataString(query));

        await Assertions.Expect(desk.Page.Locator(".hits-of-departments a").First).ToContainTextAsync(name);
    }

    [Theory]
    [InlineData("8,403 万元")]
    [InlineData("8403")]
    [InlineData("84,030,000")]
    [InlineData("84030000元")]
    public async Task Search_AnAmount_LeadsToItsBox(string query)
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search?q=" + Uri.EscapeDataString(query));

        await desk.Page.Locator(".hits-of-amounts a").First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet .mark.chosen");

        await Assertions.Expect(desk.Page.Locator(".detail .amount")).ToContainTextAsync("8,403");
    }

    [Fact]
    public async Task Search_AnAmount_FindsEveryDocumentThatCountsIt()
    {
        demo.SkipUnlessThere();
        var expected = new PublicationReader(demo.Data).Documents().Count(static document => document.Lines.Any(static line =>
            line is { AmountYuan: 84_030_000, Period: "current" } && (line.IsLeaf || line.RowRole == "total")));
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search?q=84030000");
        await desk.Page.WaitForSelectorAsync(".hits-of-amounts");

        Assert.Equal(expected, await desk.Page.Locator(".hits-of-amounts li").CountAsync());
    }

    /// <summary>A department of the demo that prints no table of the three public expenses: its sentence is the place.</summary>
    [Fact]
    public async Task Search_AnAmountThatASentenceAloneStates_LeadsToTheSentence()
    {
        demo.SkipUnlessThere();
        var document = new PublicationReader(demo.Data).Documents().Single(static document =>
            document.Facts.Years is [{ ThreePublicYuan: 190_000m, ThreePublicFigureKey: not null }]);
        var page = document.StatedFigures.First(static figure =>
            figure is { FigureKey: "three_public_total", Period: "current" }).PageNumber;
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search?q=" + Uri.EscapeDataString("19 万元"));

        await desk.Page.Locator($".hits-of-amounts a[href*='{document.Header.DocumentId}']").First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet .mark");

        Assert.Contains($"/page/{page}?at=", desk.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>As the page of the department shows it: rounded to 万元 in its table, to 亿元 on its card.</summary>
    [Theory]
    [InlineData("zh", ".cards .card small", "69,317.31 万元", 0.01)]
    [InlineData("zh", ".cards .card .big", "6.932 亿元", 10)]
    [InlineData("en", ".cards .card small", "69,317.31 × 10,000 yuan", 0.01)]
    public async Task Search_AnAmountAsAPageShowsIt_FindsTheFigureOfTheParquet(string language, string place, string shown, double unit)
    {
        shared.SkipUnlessThere();
        var document = new PublicationReader(shared.Data).Documents()
            .Single(static document => document.Facts.Years is [{ ExpenditureYuan: 693_173_052.02m }]);
        var wan = (decimal)unit;
        var expected = new PublicationReader(shared.Data).Documents().SelectMany(each => each.Lines.Where(line => line.Period == "current"
                && (line.IsLeaf || line.RowRole == "total")
                && Math.Round(line.AmountYuan / 10_000 / wan, MidpointRounding.AwayFromZero) == Math.Round(69_317.305202m / wan))
            .DistinctBy(static line => line.AmountYuan).Select(line => line.AmountYuan)).Order().ToList();
        var id = document.Header.DocumentId;
        var key = SiteFiles.Json(shared.Site, $"documents/{id[..2]}/{id}/figures.json").GetProperty("department").GetString();
        await using var desk = await Desk.OpenAsync(shared, chromium, $"#/department/{key}?document={id}");
        await desk.Page.EvaluateAsync($"localStorage.setItem('extractor.language', '{language}')");
        await desk.Page.ReloadAsync();
        var copied = await desk.Page.Locator(place, new() { HasText = shown }).First.InnerTextAsync();
        Assert.Equal(shown, copied);

        await desk.GoAsync("#/search");
        await desk.Page.FillAsync("#query", copied);
        await desk.Page.WaitForSelectorAsync(".hits-of-amounts li");
        await desk.Page.EvaluateAsync("localStorage.setItem('extractor.unit', 'yuan')");
        await desk.Page.ReloadAsync();
        await desk.Page.WaitForSelectorAsync(".hits-of-amounts li");
        var found = await desk.Page.Locator(".hits-of-amounts a").AllInnerTextsAsync();

        Assert.Contains(693_173_052.02m, expected);
        Assert.Equal(expected, found.Select(static text => decimal.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture)).Order());
        await desk.Page.Locator(".hits-of-amounts a", new() { HasText = "693,173,052.02" }).First.ClickAsync();
        await desk.Page.WaitForSelectorAsync(".sheet .mark.chosen");
    }

    /// <summary>Four departments bear the name; the one with the year has neither the shortest name nor most documents.</summary>
    [Fact]
    public async Task Search_DepartmentAndYear_ThoseOfTheYearComeFirst()
    {
        demo.SkipUnlessThere();
        var years = new PublicationReader(demo.Data).Documents().SelectMany(static document => document.Facts.Years).ToList();
        var ofYear = years.Where(static year => year.FiscalYear == 2022).Select(static year => year.DepartmentName!).ToList();
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search?q=" + Uri.EscapeDataString("深圳市 2022"));
        await desk.Page.WaitForSelectorAsync(".hits-of-departments li");

        var hits = await desk.Page.Locator(".hits-of-departments li").AllInnerTextsAsync();
        var links = await desk.Page.Locator(".hits-of-departments a").EvaluateAllAsync<string[]>("links => links.map(link => link.hash)");

        Assert.Equal(years.Count, hits.Count);
        Assert.Single(ofYear);
        Assert.StartsWith(ofYear[0], hits[0], StringComparison.Ordinal);
        Assert.EndsWith("?year=2022", links[0], StringComparison.Ordinal);
        Assert.All(hits.Skip(1), static hit => Assert.Contains("没有 2022 年的数字", hit, StringComparison.Ordinal));
        Assert.All(links.Skip(1), static link => Assert.DoesNotContain("2022", link, StringComparison.Ordinal));
    }

    /// <summary>Filters alone are a question, too: every document of a year and a kind, and no other.</summary>
    [Fact]
    public async Task Search_ByYearAndKind_ListsTheDocumentsOfTheParquet()
    {
        demo.SkipUnlessThere();
        var expected = new PublicationReader(demo.Data).Documents().Select(static document => document.Header)
            .Where(static header => header is { FiscalYear: 2024, Kind: "department_budget" }).Select(static header => header.DocumentId)
            .Order(StringComparer.Ordinal).ToList();
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search");

        await desk.Page.FillAsync("#filter-year", "2024");
        await desk.Page.SelectOptionAsync("#filter-kind", "department_budget");
        await desk.Page.WaitForSelectorAsync(".hits-of-documents li a");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, (await desk.Page.Locator(".hits-of-documents li a").EvaluateAllAsync<string[]>(
            "links => links.map(link => link.hash.split('/')[2])")).Order(StringComparer.Ordinal));
        Assert.Equal(0, await desk.Page.Locator(".hits-of-departments, .hits-of-subjects").CountAsync());
        Assert.Contains("year=2024&kind=department_budget", desk.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#/search?q=招商引资&year=2022", true)]
    [InlineData("#/search?q=招商引资&place=龙岗", true)]
    [InlineData("#/search?q=招商引资&year=2019", false)]
    [InlineData("#/search?q=招商引资&place=北京", false)]
    [InlineData("#/search?q=招商引资&status=quarantined", false)]
    [InlineData("#/search?q=84030000&year=2022", true)]
    [InlineData("#/search?q=84030000&year=2019", false)]
    public async Task Search_WithFilters_OnlyWhatIsAskedFor(string address, bool isFound)
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, address);
        await desk.Page.WaitForSelectorAsync(".results[data-query]", new() { State = WaitForSelectorState.Attached });

        Assert.Equal(isFound, await desk.Page.Locator(".hits-of-projects li, .hits-of-amounts li").CountAsync() > 0);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public async Task Search_TheBeginningOfAHash_FindsTheDocument(int letters)
    {
        demo.SkipUnlessThere();
        var id = SiteFiles.Id(SiteFiles.Documents(demo.Site)[0]);
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/search?q=" + id[..letters]);

        await desk.Page.Locator(".hits-of-documents a").First.ClickAsync();

        await desk.Page.WaitForURLAsync(url => url.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Review_ByKeyboardAlone_SavesADecisionAndGoesOn()
    {
        await using var desk = await Desk.OpenAsync(demo, chromium, "#/review");
        await desk.Page.WaitForSelectorAsync(".finding .decision-form form");
        await desk.Page.EvaluateAsync("localStorage.setItem('extractor.reviewer', 'Li')");
        await desk.Page.ReloadAsync();
        await desk.Page.WaitForSelectorAsync(".finding .decision-form form");

        foreach (var key in (string[])["j", "2", "Enter"])
        {
            await desk.Page.Keyboard.PressAsync(key);
        }

        await desk.Page.WaitForSelectorAsync(".finding .badge.our_error");
        Assert.Contains(",our_error,", await File.ReadAllTextAsync(desk.Reviews), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_OneDecisionForAll_IsSavedForEach()
    {
        shared.SkipUnlessThere();
        var document = SiteFiles.Documents(shared.Site).MaxBy(static document => document.GetProperty("findings").GetArrayLength());
        var count = document.GetProperty("findings").GetArrayLength();
        await using var desk = await Desk.OpenAsync(shared, chromium, $"#/review/documents/{SiteFiles.Id(document)}");

        await desk.Page.ClickAsync(".for-all summary");
        await desk.Page.Locator(".for-all input[type=radio]").First.CheckAsync();
        await desk.Page.FillAsync(".for-all input[maxlength='100']", "Li");
        await desk.Page.ClickAsync(".for-all button");
        await Assertions.Expect(desk.Page.Locator(".finding .badge.accepted_as_printed")).ToHaveCountAsync(count);

        Assert.Equal(count, (await File.ReadAllLinesAsync(desk.Reviews)).Count(static line => line.Contains("accepted_as_printed",
            StringComparison.Ordinal)));
    }

    [Fact]
    public void Review_Findings_ComeByTheYuanAtStake()
    {
        demo.SkipUnlessThere();
        var expected = new PublicationReader(demo.Data).Documents().SelectMany(static document => document.Checks)
            .Where(static check => check.Outcome == "fails").Sum(static check => Math.Abs(check.DifferenceYuan));

        var yuan = SiteFiles.Json(demo.Site, "review/largest.json").EnumerateArray()
            .Select(static finding => finding.GetProperty("yuan").GetDecimal()).ToList();

        Assert.Equal(yuan.OrderDescending(), yuan);
        Assert.Equal(expected.ToString(CultureInfo.InvariantCulture), yuan.Sum().ToString(CultureInfo.InvariantCulture));
    }
}
