using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Extractor.Tests.Fetching;

/// <summary>A real server on loopback; every path is answered as the test says, every other with 404.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> asked = new();

    private LoopbackSite(WebApplication server) => this.server = server;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Paths in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public static async Task<LoopbackSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new LoopbackSite(builder.Build());
        site.server.Run(async context =>
        {
            var path = context.Request.Path.Value + context.Request.QueryString.Value;
            site.asked.Enqueue(path);
            if (site.answers.TryGetValue(path, out var answer))
            {
                await answer(context);
            }
            else
            {
                context.Response.StatusCode = 404;
            }
        });
        await site.server.StartAsync();
        var address = site.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        site.Address = new Uri(address + "/");
        return site;
    }

    public Uri this[string path] => new(Address, path);

    public void On(string path, RequestDelegate answer) => answers[path] = answer;

    public void Page(string path, string html) => On(path, async context =>
    {
        context.Response.ContentType = "text/html";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), context.RequestAborted);
    });

    /// <summary>A file with an ETag, which is honoured.</summary>
    public void File(string path, byte[] content, string? etag = null) => On(path, async context =>
    {
        context.Response.Headers.ETag = etag;
        if (etag is not null && context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    });

    public void Forget(string path) => answers.TryRemove(path, out _);

    public void ForgetAsked() => asked.Clear();

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
