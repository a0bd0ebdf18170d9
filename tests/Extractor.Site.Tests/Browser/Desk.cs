using System.Net;
using Extractor.Site.Serving;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>A site that is served and open in a browser; nothing may be logged as an error, no request may leave it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly SiteServer server;
    private readonly IBrowserContext context;
    private readonly TemporaryFolder reviews;
    private readonly List<string> faults = [];

    private Desk(SiteServer server, IBrowserContext context, TemporaryFolder reviews, IPage page)
    {
        this.server = server;
        this.context = context;
        this.reviews = reviews;
        Page = page;
    }

    public IPage Page { get; }

    public string Reviews => reviews["reviews.csv"];

    /// <summary>Opens the site at an address after <c>#</c>; skips the test where there is no site or no browser.</summary>
    public static async Task<Desk> OpenAsync(PublishedSite site, Chromium chromium, string hash, int width = 1366)
    {
        site.SkipUnlessThere();
        Assert.SkipUnless(chromium.ReasonMissing is null, chromium.ReasonMissing ?? string.Empty);
        var reviews = new TemporaryFolder();
        var server = await SiteServer.StartAsync(new ServeOptions(site.Site, reviews.Path, IPAddress.Loopback, 0), TimeProvider.System,
            CancellationToken.None);
        var context = await chromium.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize =
            new ViewportSize { Width = width, Height = 850 }
        });
        // Generous: the machine may be busy with other tests.
        context.SetDefaultTimeout(60_000);
        var desk = new Desk(server, context, reviews, await context.NewPageAsync());
        desk.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                desk.faults.Add($"console: {message.Text} ({message.Location})");
            }
        };
        desk.Page.PageError += (_, error) => desk.faults.Add($"error: {error}");
        desk.Page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme is not ("data" or "blob") && url.Authority != server.Address.Authority)
            {
                desk.faults.Add($"request to {request.Url}");
            }
        };
        await desk.GoAsync(hash);
        return desk;
    }

    public async Task GoAsync(string hash)
    {
        await Page.GotoAsync(server.Address + hash);
        await Page.WaitForSelectorAsync("main > *");
    }

    /// <summary>The one mark of a kind, in points of its page: page, left, top, right, bottom.</summary>
    public async Task<double[][]> MarksAsync(string kind, string documentId, string site)
    {
        var sizes = SiteFiles.Json(site, $"documents/{documentId[..2]}/{documentId}/document.json").GetProperty("pages");

        // All at once: the page may be drawn anew between two questions.
        var marks = await Page.Locator($".sheet .mark.{kind}").EvaluateAllAsync<double[][]>("marks => marks.map(mark => { const m = " +
            "mark.getBoundingClientRect(), sheet = mark.parentElement, s = sheet.getBoundingClientRect(); " +
            "return [Number(sheet.dataset.page), s.width, m.left - s.left, m.top - s.top, m.right - s.left, m.bottom - s.top] })");
        return [.. marks.Select(mark => (double[])[mark[0],
            .. mark[2..].Select(edge => edge / (mark[1] / sizes[(int)mark[0] - 1][0].GetDouble()))])];
    }

    /// <exception cref="Xunit.Sdk.XunitException">Something was logged as an error, or a request left the site.</exception>
    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await server.DisposeAsync();
        reviews.Dispose();
        Assert.Empty(faults);
    }
}
