using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Publications.Documents;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>Reading the pages as published: words to find and to copy, thumbnails, a figure large enough to read.</summary>
public sealed class ReadingTests(SharedSite shared, Chromium chromium)
{
    [Fact]
    public async Task Find_WordsOfAPage_MarksThemWhereTheyStand()
    {
        var (document, line) = Figure();
        await using var desk = await OpenAsync(document, line);

        await desk.Page.FillAsync(".find input", line.ValueAsPrinted);
        await desk.Page.PressAsync(".find input", "Enter");
        await Assertions.Expect(desk.Page.Locator(".find [role=status]")).ToHaveTextAsync(new Regex(@"^1 / \d+$"),
            new() { Timeout = 60_000 });

        var marks = await desk.Page.Locator(".sheet .mark.chosen, .sheet .mark.found").EvaluateAllAsync<int[]>(
            "marks => marks.map(mark => Number(mark.parentElement.dataset.page))");
        Assert.Contains(line.PageNumber, marks);
        var places = new List<double[]>([.. await desk.MarksAsync("chosen", document.Header.DocumentId, shared.Site),
            .. await desk.MarksAsync("found", document.Header.DocumentId, shared.Site)]);
        Assert.Contains(places, place => place[0] == line.PageNumber && (place[1] + place[3]) / 2 >= line.BoxLeft
            && (place[1] + place[3]) / 2 <= line.BoxRight && (place[2] + place[4]) / 2 >= line.BoxTop - 2
            && (place[2] + place[4]) / 2 <= line.BoxBottom + 2);
    }

    [Fact]
    public async Task Words_OfADrawnPage_CanBeChosen()
    {
        var (document, line) = Figure();
        await using var desk = await OpenAsync(document, line);

        var word = desk.Page.Locator($".sheet[data-page='{line.PageNumber}'] .text-of-page span",
            new() { HasText = line.ValueAsPrinted }).First;
        await word.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var chosen = await word.EvaluateAsync<string>("word => { getSelection().selectAllChildren(word); return String(getSelection()) }");

        Assert.Contains(line.ValueAsPrinted, chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thumbnail_Chosen_LeadsToItsPage()
    {
        var (document, line) = Figure();
        await using var desk = await OpenAsync(document, line);

        await desk.Page.ClickAsync(".tools button[aria-pressed]");
        await desk.Page.ClickAsync(".strip button[data-page='3']");

        await Assertions.Expect(desk.Page.Locator(".tools input[type=number]")).ToHaveValueAsync("3");
    }

    [Fact]
    public async Task Figure_OnAPageTooSmallToRead_IsMagnified()
    {
        var (document, line) = Figure();
        await using var desk = await OpenAsync(document, line);

        await desk.Page.WaitForSelectorAsync(".magnified .mark.chosen");

        var height = (await desk.Page.Locator(".magnified .mark.chosen").BoundingBoxAsync())!.Height;
        var onPage = (await desk.Page.Locator(".sheet .mark.chosen").First.BoundingBoxAsync())!.Height;
        Assert.True(height > onPage * 1.5, string.Create(CultureInfo.InvariantCulture, $"{height} against {onPage}"));
    }

    /// <summary>A printed total of a landscape page.</summary>
    private (PublishedDocument Document, Publications.Rows.BudgetLineRow Line) Figure()
    {
        shared.SkipUnlessThere();
        return new PublicationReader(shared.Data).Documents()
            .SelectMany(static document => document.Lines.Select(line => (document, line)))
            .First(static pair => pair.line.ValueAsPrinted.Length > 7
                && pair.document.Pages[pair.line.PageNumber - 1] is { Width: > 700 } page && page.Width > page.Height);
    }

    private Task<Desk> OpenAsync(PublishedDocument document, Publications.Rows.BudgetLineRow line) =>
        Desk.OpenAsync(shared, chromium, $"#/document/{document.Header.DocumentId}/line/{line.LineId}");
}
