using System.Collections.Immutable;
using System.Text;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model.Documents;
using Extractor.Runs.Definitions;
using Extractor.Tests.Fetching.Publishers;
using Extractor.Tests.Runs;

namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>A city of departments on loopback that is harvested with a recipe of the repository.</summary>
public abstract class MadeCity : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private protected LoopbackSite Site { get; private set; } = null!;

    /// <summary>Of the archive.</summary>
    protected string Folder => folder.Path;

    public async ValueTask InitializeAsync() => Site = await LoopbackSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static string NameOf(int department) => $"某市第{(char)('甲' + department)}局";

    protected static byte[] Pdf(int department) => Encoding.UTF8.GetBytes($"%PDF-1.4 {department}\n%%EOF");

    private protected async Task<PublisherHarvest> HarvestAsync(string recipe, Uri listing)
    {
        var publisher = new PublisherDefinition(
            "440300", "某市", "440300", false, [],
            [new Listing(listing, PublisherReader.ReadRecipe(Path.Combine(PublisherReaderTests.Repository, "pipelines", "publishers",
                "recipes", recipe + ".yaml")), null, null)],
            [], new ExpectedInventory([], [2026], [DocumentKind.DepartmentBudget], null),
            new Politeness(TimeSpan.Zero, null, TimeSpan.Zero, 1 << 20, 1 << 30, AllowPrivateAddresses: true));
        var settings = new RequestSettings("mailto:test@example.cn", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), 1,
            TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1));
        var harvests = await Harvester.RunAsync(ImmutableArray.Create(publisher),
            new HarvestOptions(folder.Path, null, null, settings, "test"), TimeProvider.System, new Progress<HarvestEvent>(),
            TestContext.Current.CancellationToken);
        return harvests[0];
    }
}
