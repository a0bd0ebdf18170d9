using Extractor.Tests.Fetching;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>The generated city on one Kestrel server, with documents of a few bytes.</summary>
internal sealed class SmallCity : IAsyncDisposable
{
    private readonly GeneratedCity city;

    private SmallCity(LoopbackSite site)
    {
        Site = site;
        void Publish(string path, byte[] content) => site.File("/" + path, content);
        city = new GeneratedCity(Publish, Publish, site.Address, site.Address, static (_, _) => "%PDF-1.4\n%%EOF"u8.ToArray());
        city.PublishAll();
    }

    public LoopbackSite Site { get; }

    public static async Task<SmallCity> StartAsync() => new(await LoopbackSite.StartAsync());

    public string Define(TemporaryFolder folder) => city.Define(folder);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
