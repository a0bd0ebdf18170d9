using System.Diagnostics;
using System.Net;
using Extractor.Publications.Documents;
using Extractor.Site.Assets;
using Extractor.Site.Departments;
using Extractor.Site.Figures;
using Extractor.Site.Generating;
using Extractor.Site.Overview;
using Extractor.Site.Places;
using Extractor.Site.Plain;
using Extractor.Site.Rankings;
using Extractor.Site.Search;
using Extractor.Site.Serving;
using Extractor.Site.Subjects;
using Microsoft.Playwright;

namespace Extractor.Benchmarks.Site;

/// <summary>
/// The pages that look over all documents, at any number of them: how long their files take to make and how large they are,
/// what the browser fetches for the first page, a subject and a query, and how long a query takes there.
/// </summary>
internal static class SiteBenchmark
{
    private static readonly string[] Queries = ["2011308", "招商引资", "财政局", "信息化 运维", "项目", "城乡社区环境卫生", "天安门广场升旗"];

    public static int Run(BenchmarkOptions options)
    {
        var count = options.Number("--documents") ?? 100_000;
        var scratch = options.Text("--scratch") ?? Path.Combine(Path.GetTempPath(), "extractor-site-benchmark");
        var data = options.Text("--data") ??
            throw new ArgumentException("--data PUBLICATION is needed: a folder that 'extractor run' has published to.");
        var site = Path.Combine(scratch, "site");
        if (Directory.Exists(scratch))
        {
            Directory.Delete(scratch, recursive: true);
        }

        try
        {
            Generate(data, site, count);
            Measure(site);
            BrowseAsync(site).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void Generate(string publication, string site, int count)
    {
        BrowserAssets.WriteTo(site);
        var published = new PublicationReader(publication);
        var documents = new SyntheticDocuments(published);
        var data = Path.Combine(site, "data");
        var spill = Path.Combine(site, ".spill");
        var accounts = new Accounts();
        using var departments = new DepartmentIndex(data, spill, accounts);
        using var subjects = new SubjectIndex(data, spill, accounts);
        using var places = new PlaceIndex(data, spill, accounts, published, subjects.Names);
        using var search = new SearchPart(data, spill, departments, subjects.Names);
        ISitePart[] parts =
        [
            new CoveragePart(data, published, []),
            new FiguresPart(data, accounts, departments, subjects, new RankingIndex(data, accounts), places),
            search,
            new PlainPages(site, departments),
            new FeedPart(site, published, null),
        ];
        var start = Stopwatch.GetTimestamp();
        foreach (var document in documents.Make(count))
        {
            foreach (var part in parts)
            {
                part.Add(document);
            }
        }

        var read = Stopwatch.GetElapsedTime(start);
        foreach (var part in parts)
        {
            part.Complete();
        }

        Directory.Delete(spill, recursive: true);
        Say($"{count:N0} documents made of {documents.Templates}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s " +
            $"({read.TotalSeconds:F0} s streaming), most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
    }

    private static void Measure(string site)
    {
        var data = Path.Combine(site, "data");
        foreach (var (name, pattern) in new[]
        {
            ("documents", "figures.json"), ("departments", "*"), ("kinds", "*"), ("subjects", "*"), ("coverage", "*"),
            ("search/departments", "*"), ("search/subjects", "*"), ("search/documents", "*"), ("search/projects", "*"),
            ("search/sections", "*"), ("search/amounts", "*"), ("places", "*"), ("../read", "*"),
        })
        {
            var files = new DirectoryInfo(Path.Combine(data, name)).EnumerateFiles(pattern, SearchOption.AllDirectories);
            var (number, bytes, largest) = files.Aggregate((Number: 0, Bytes: 0L, Largest: 0L), static (sum, file) =>
                (sum.Number + 1, sum.Bytes + file.Length, Math.Max(sum.Largest, file.Length)));
            Say($"{name,-20} {number,9:N0} files {bytes / 1e6,10:N1} MB, largest {largest / 1e3,8:N1} kB");
        }

        Say($"search/index.json: {File.ReadAllText(Path.Combine(data, "search", "index.json"))}");
    }

    private static async Task BrowseAsync(string site)
    {
        await using var server = await SiteServer.StartAsync(new ServeOptions(site, null, IPAddress.Loopback, 0), TimeProvider.System,
            CancellationToken.None);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"]
        });
        foreach (var (name, hash) in new[] { ("first page", string.Empty), ("subject page", "#/subject/functional/2080505"),
            ("search page", "#/search") })
        {
            var (page, traffic) = await OpenAsync(browser);
            var start = Stopwatch.GetTimestamp();
            await page.GotoAsync(server.Address + hash);
            await page.WaitForSelectorAsync("main:not([aria-busy]) h1");
            Say($"{name,-14} {Stopwatch.GetElapsedTime(start).TotalMilliseconds,6:F0} ms, {traffic.Requests,3} requests, " +
                $"{traffic.Bytes / 1e3,7:F1} kB over the wire");
            await page.CloseAsync();
        }

        foreach (var query in Queries)
        {
            var (page, traffic) = await OpenAsync(browser);
            await page.GotoAsync(server.Address + "#/search");
            await page.WaitForSelectorAsync("#query");
            traffic.Clear();
            await page.FillAsync("#query", query);
            var milliseconds = await page.EvaluateAsync<double>("""
                query => new Promise(done => {
                  const start = performance.now(), results = document.querySelector('.results')
                  document.querySelector('form').requestSubmit()
                  const look = () => results.dataset.query === query ? done(performance.now() - start) : setTimeout(look, 1)
                  look()
                })
                """, query);
            Say($"query {query,-12} {milliseconds,6:F0} ms, {traffic.Requests,3} requests, {traffic.Bytes / 1e3,7:F1} kB: " +
                $"{await page.InnerTextAsync("#hint")}");
            await page.CloseAsync();
        }
    }

    private static async Task<(IPage Page, Traffic Traffic)> OpenAsync(IBrowser browser)
    {
        var context = await browser.NewContextAsync();
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        var traffic = new Traffic();
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, message) =>
            traffic.Add(message!.Value.GetProperty("encodedDataLength").GetDouble());
        return (page, traffic);
    }

    private static void Say(string text) => Console.WriteLine(text);

    /// <summary>What the browser has fetched, as it was sent, compressed.</summary>
    private sealed class Traffic
    {
        public int Requests { get; private set; }

        public double Bytes { get; private set; }

        public void Add(double bytes)
        {
            Requests++;
            Bytes += bytes;
        }

        public void Clear() => (Requests, Bytes) = (0, 0);
    }
}
