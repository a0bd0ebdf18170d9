using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model.Documents;
using Extractor.Tests.Runs;

namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>A small city on loopback: a listing of two pages, articles, attachments.</summary>
public abstract class HarvestedCity : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private protected LoopbackSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await LoopbackSite.StartAsync();
        Site.Page("/ys/index.html", """
            <script>createPageHTML(2, 0, "index", "html")</script>
            <ul><li><a href="./202602/t20260210_1.html">某市财政局2026年部门预算</a></li>
            <li><a href="./202602/t20260211_2.html" title="某市教育局2026年部门预算">某市教育局2026年部门…</a></li><li><a href="/other.html">联系我们</a></li></ul>
            """);
        Site.Page("/ys/index_1.html", """<a href="./202502/t20250210_3.html">某市财政局2025年部门预算</a>""");
        Site.Page("/ys/202602/t20260210_1.html",
            """<p>详见附件。</p><a href="./P01.pdf">附件：某市财政局2026年部门预算.pdf</a><a href="/help.html">帮助</a>""");
        Site.Page("/ys/202602/t20260211_2.html", """<script>var f='<a href="./P02.zip">附件.zip</a>';document.write(f)</script>""");
        Site.Page("/ys/202502/t20250210_3.html", """<meta charset=utf-8><a href="/files/%E9%A2%84%E7%AE%97.pdf">预算.pdf</a>""");
        Site.File("/ys/202602/P01.pdf", Pdf("one"), "\"1\"");
        Site.File("/ys/202602/P02.zip", Zip(("某市教育局本级.pdf", Pdf("two")), ("某中学.pdf", Pdf("three"))));
        Site.File("/files/预算.pdf", Pdf("four"));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected ImmutableArray<Acknowledgement> Acknowledged { get; set; } = [];

    /// <summary>Of the night; null for no limit.</summary>
    private protected TimeSpan? MostTime { get; set; }

    /// <summary>A path in the archive of the publisher.</summary>
    protected string Archive(string relative) => folder["440300/" + relative];

    protected List<string> Manifest() => [.. File.ReadLines(Archive("manifest.csv"))];

    protected async Task<PublisherHarvest> HarvestAsync(Func<PublisherDefinition, PublisherDefinition>? change = null, int? most = null,
        DateOnly? since = null)
    {
        var publisher = Publisher();
        return (await HarvestAsync(ImmutableArray.Create(change?.Invoke(publisher) ?? publisher), most, since))[0];
    }

    protected PublisherDefinition Publisher()
    {
        var recipe = new Recipe("test", "a", new LinkPattern("20\\d\\d年.*预算"), null, null, null, 0, "a", null, 20);
        return new PublisherDefinition(
            "440300", "某市", "440300", false, ["made by us"],
            [new Listing(Site["ys/index.html"], recipe, null, null)],
            [],
            new ExpectedInventory(["财政局", "教育局"], [2026, 2025], [DocumentKind.DepartmentBudget], null),
            new Politeness(TimeSpan.Zero, null, TimeSpan.Zero, 1 << 20, 1 << 30, AllowPrivateAddresses: true));
    }

    protected Task<ImmutableArray<PublisherHarvest>> HarvestAsync(ImmutableArray<PublisherDefinition> publishers, int? most,
        DateOnly? since)
    {
        var settings = new RequestSettings("mailto:test@example.cn", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), 1,
            TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1));
        return Harvester.RunAsync(
            publishers,
            new HarvestOptions(folder.Path, since, most, settings, "test", MostTime, Acknowledged: Acknowledged),
            TimeProvider.System,
            new Progress<HarvestEvent>(),
            TestContext.Current.CancellationToken);
    }

    protected static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.4 {text}\n%%EOF");

    protected static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
