using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Extractor.Fetching.Requests;

/// <summary>A host has answered nothing for too long.</summary>
internal sealed class HostGivenUpException(string message) : Exception(message);

/// <summary>
/// Asks addresses, politely: one request at a time to a host, robots.txt first, and no faster for any reason.
/// Nothing that a host does is thrown; it is told in the answer.
/// </summary>
public sealed class PageFetcher : IDisposable
{
    private const string PublicOnly = "public";
    private const string PrivateToo = "private";
    private const long MostBytesOfRobots = 500 << 10;

    private readonly ServiceProvider services;
    private readonly RequestSettings settings;
    private readonly TimeProvider clock;
    private readonly ExchangeReader reader;
    private readonly ConcurrentDictionary<string, HostState> hosts = new(StringComparer.Ordinal);

    public PageFetcher(RequestSettings settings, TimeProvider clock)
        : this(settings, clock, AddressGuard.ConnectAsync)
    {
    }

    internal PageFetcher(RequestSettings settings, TimeProvider clock, Connect connect)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        this.clock = clock;
        reader = new ExchangeReader(settings, clock);
        var collection = new ServiceCollection();
        foreach (var (name, allowPrivate) in (ReadOnlySpan<(string, bool)>)[(PublicOnly, false), (PrivateToo, true)])
        {
            collection.AddHttpClient(name)
                .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(() => HandlerOf(allowPrivate, connect))
                .RemoveAllLoggers();
        }

        services = collection.BuildServiceProvider();
    }

    /// <summary>Requests that went out, robots.txt, redirects and retries included.</summary>
    public int RequestCount => reader.Count;

    public void Dispose() => services.Dispose();

    public async Task<PageAnswer> FetchAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var exchanges = new List<Exchange>();
        var address = request.Address;
        var attempts = 0;
        // Some hosts set a cookie while they send us on to the same address, and again until they get it back.
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var hop = 0; hop <= settings.MostRedirects; hop++)
        {
            if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            {
                return Faulty(address, null, attempts, exchanges, $"sent on to '{address.Scheme}:'; only http and https are asked");
            }

            var host = hosts.GetOrAdd(address.Authority, _ => new HostState(settings, clock));
            await host.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            Reading? reading;
            try
            {
                var (robots, fault) = await RobotsAsync(host, address, request, exchanges, cancellationToken).ConfigureAwait(false);
                if (robots is null)
                {
                    return Faulty(address, null, attempts, exchanges, fault!);
                }

                if (!robots.Allows(address))
                {
                    return new PageAnswer(address, null, attempts, exchanges, null, null, null, null, null,
                        "robots.txt of the host asks not to", RefusedByRobots: true);
                }

                var least = robots.Delay is { } asked && asked > request.Delay ? asked : request.Delay;
                (reading, fault, var tried) = await AskAsync(host, request with
                {
                    Address = address,
                    Cookies = cookies.GetValueOrDefault(address.Authority),
                }, least, exchanges, cancellationToken)
                    .ConfigureAwait(false);
                attempts += tried;
                if (reading is null)
                {
                    return Faulty(address, null, attempts, exchanges, fault!);
                }
            }
            finally
            {
                host.Gate.Release();
            }

            if (reading.Location is { } next && reading.Status is 301 or 302 or 303 or 307 or 308)
            {
                if (!Uri.TryCreate(address, reading.Location, out var following))
                {
                    return Faulty(address, reading.Status, attempts, exchanges, $"sent on to '{next}', which is no address");
                }

                if (request.Form is not null && reading.Status is 307 or 308)
                {
                    return Faulty(address, reading.Status, attempts, exchanges, "a form is sent on; it is sent to its own address only");
                }

                // After the other answers browsers go on without the form.
                request = request with { Form = null };
                if (!string.IsNullOrEmpty(reading.Cookies))
                {
                    cookies[address.Authority] = cookies.TryGetValue(address.Authority, out var before)
                        ? $"{before}; {reading.Cookies}" : reading.Cookies;
                }

                address = following;
                continue;
            }

            return new PageAnswer(
                address, reading.Status, attempts, exchanges, reading.BodyPath, reading.Charset, reading.ETag, reading.LastModified,
                    reading.FileName, reading.Fault);
        }

        return Faulty(address, null, attempts, exchanges, $"sent on more than {settings.MostRedirects} times");
    }

    private static PageAnswer Faulty(Uri address, int? status, int attempts, IReadOnlyList<Exchange> exchanges, string fault) =>
        new(address, status, attempts, exchanges, null, null, null, null, null, fault);

    /// <summary>
    /// RFC 9309: no robots.txt (4xx) allows all; a host that cannot give it (5xx, no answer) is not asked for anything else.
    /// </summary>
    private async Task<(RobotsRules? Rules, string? Fault)> RobotsAsync(
        HostState host, Uri address, PageRequest request, List<Exchange> exchanges, CancellationToken cancellationToken)
    {
        if (host.Robots is { } known)
        {
            return (known, null);
        }

        if (host.RobotsFault is { } before)
        {
            return (null, before);
        }

        var robots = new Uri(address, "/robots.txt");
        for (var hop = 0; hop <= settings.MostRedirects; hop++)
        {
            var (reading, fault, _) = await AskAsync(
                host, request with { Address = robots, ETag = null, LastModified = null, MostBytes = MostBytesOfRobots, Form = null },
                    request.Delay, exchanges, cancellationToken).ConfigureAwait(false);
            if (reading is null || reading.Status >= 500 || reading.Fault is not null)
            {
                host.RobotsFault = $"robots.txt cannot be had ({fault ?? reading!.Fault ?? $"status {reading!.Status}"}), so nothing " +
                    $"else is asked of the host";
                return (null, host.RobotsFault);
            }

            if (reading.Status is >= 300 and < 400 && reading.Location is { } next && Uri.TryCreate(robots, next, out var following) &&
                following.Authority == robots.Authority)
            {
                robots = following;
                continue;
            }

            host.Robots = reading is { Status: 200, BodyPath: { } path }
                ? RobotsRules.Read(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), RequestSettings.Product)
                : RobotsRules.None;
            return (host.Robots, null);
        }

        return (host.Robots = RobotsRules.None, null);
    }

    private async Task<(Reading? Reading, string? Fault, int Attempts)> AskAsync(
        HostState host, PageRequest request, TimeSpan least, List<Exchange> exchanges, CancellationToken cancellationToken)
    {
        var attempts = 0;
        try
        {
            var reading = await host.Pipeline.ExecuteAsync(
                async attempt =>
                {
                    if (host.IsGivenUp(clock.GetUtcNow(), settings.MostFailing))
                    {
                        throw new HostGivenUpException($"the host has answered nothing for {settings.MostFailing.TotalMinutes:0.#} " +
                            $"minutes and is left alone until the next harvest");
                    }

                    if (host.IsTooSlow(settings.MostLost))
                    {
                        throw new HostGivenUpException($"more than {settings.MostLost.TotalMinutes:0.#} minutes were spent waiting for " +
                            $"answers to begin, and the host is left alone until the next harvest");
                    }

                    await host.Pace.WaitAsync(attempt).ConfigureAwait(false);
                    attempts++;
                    var started = clock.GetTimestamp();
                    var startedAt = clock.GetUtcNow();
                    try
                    {
                        var client = services.GetRequiredService<IHttpClientFactory>()
                            .CreateClient(request.AllowPrivate ? PrivateToo : PublicOnly);
                        using var timeout = new CancellationTokenSource(settings.AttemptTimeout, clock);
                        using var both = CancellationTokenSource.CreateLinkedTokenSource(attempt, timeout.Token);
                        Reading read;
                        try
                        {
                            read = await reader.ReadAsync(client, request, exchanges, both.Token).ConfigureAwait(false);
                        }
                        catch (OperationCanceledException stopped) when (!attempt.IsCancellationRequested)
                        {
                            var reason = timeout.IsCancellationRequested
                                ? $"no whole answer within {settings.AttemptTimeout.TotalSeconds:0.#} s"
                                : $"nothing or next to nothing came for {settings.IdleTimeout.TotalSeconds:0.#} s";
                            throw new TimeoutRejectedException(reason, stopped);
                        }

                        host.Spent(clock.GetElapsedTime(started), read.Silence);
                        if (HostState.IsPassing(read.Status))
                        {
                            // One that asks for patience is alive.
                            if (read.Status >= 500)
                            {
                                host.Failed(startedAt);
                            }

                            host.Pace.Failed(least);
                        }
                        else
                        {
                            host.Answered();
                            host.Pace.Answered(least, clock.GetElapsedTime(started));
                        }

                        return read;
                    }
                    catch (Exception error) when (error is not OperationCanceledException)
                    {
                        var took = clock.GetElapsedTime(started);
                        host.Spent(took, took);
                        host.Failed(startedAt);
                        host.Pace.Failed(least);
                        throw;
                    }
                },
                cancellationToken).ConfigureAwait(false);
            return (reading, null, attempts);
        }
        catch (HostGivenUpException error)
        {
            return (null, error.Message, attempts);
        }
        catch (BrokenCircuitException)
        {
            return (null, "the host has failed too often and is left in peace for now", attempts);
        }
        catch (TimeoutRejectedException error)
        {
            return (null, error.Message, attempts);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (null, error.InnerException is AddressRefusedException refused ? refused.Message : Told(error), attempts);
        }
    }

    private static string Told(Exception error) => error.InnerException is { } inner ? $"{error.Message} ({inner.Message})" : error.Message;

    private static SocketsHttpHandler HandlerOf(bool allowPrivate, Connect connect) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        MaxConnectionsPerServer = 1,
        // Spans of the requests, where somebody listens, and no header of ours that would tell the host of it.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        MaxResponseHeadersLength = 64,
        ConnectCallback = async (context, cancellationToken) =>
            await connect(context.DnsEndPoint, allowPrivate, cancellationToken).ConfigureAwait(false),
    };
}
