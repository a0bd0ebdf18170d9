using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Extractor.Site.Serving;

/// <summary><c>extractor serve</c>: a site over HTTP, and the one place where decisions of reviewers are saved.</summary>
public sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private SiteServer(WebApplication application) => this.application = application;

    /// <summary>Where it listens: <c>http://127.0.0.1:8080/</c>.</summary>
    public Uri Address =>
        new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <exception cref="SiteException">The folder holds no site, or the address cannot be listened on.</exception>
    public static async Task<SiteServer> StartAsync(ServeOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var site = Path.GetFullPath(options.Site);
        if (!File.Exists(Path.Combine(site, "data", "site.json")))
        {
            throw new SiteException(SiteFault.NoPublication,
                $"'{site}' holds no site; make one with 'extractor site --data DIR --out {options.Site}'.");
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = site, WebRootPath = site });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ReviewEndpoint.LongestBody;
            kestrel.Listen(options.Address, options.Port);
        });
        builder.Services.AddResponseCompression(static compression =>
            compression.MimeTypes = ["application/json", "text/javascript", "text/css", "text/html"]);
        var application = builder.Build();
        application.UseSecurityHeaders();
        if (options.Data is { } data)
        {
            new ReviewEndpoint(data, site, clock).Map(application);
        }

        application.UseResponseCompression();
        var files = new PhysicalFileProvider(site);
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = ContentTypes(),
            OnPrepareResponse = static response => response.Context.Response.Headers.CacheControl = "no-cache",
        });
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await application.DisposeAsync();
            throw new SiteException(SiteFault.NotWritten,
                $"{options.Address}:{options.Port} cannot be listened on: {exception.Message} Choose another --port.", exception);
        }

        return new SiteServer(application);
    }

    /// <summary>Until the process is told to stop.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Told to stop: the orderly end of a server.
        }
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    /// <summary>What lies in a site, and nothing else.</summary>
    private static FileExtensionContentTypeProvider ContentTypes() => new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".pdf"] = "application/pdf",
        [".svg"] = "image/svg+xml",
        [".wasm"] = "application/wasm",
        [".bcmap"] = "application/octet-stream",
        [".pfb"] = "application/octet-stream",
        [".ttf"] = "font/ttf",
        [".icc"] = "application/octet-stream",
        [".csv"] = "text/csv; charset=utf-8",
        [".sql"] = "application/sql; charset=utf-8",
        [".parquet"] = "application/vnd.apache.parquet",
    });
}
