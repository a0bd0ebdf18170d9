using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Extractor.Fetching.Requests;
using Extractor.Tests.Runs;
using Microsoft.AspNetCore.Http;

namespace Extractor.Tests.Fetching.Requests;

/// <summary>Hosts that break off, forget us, lie, or send us where we must not go.</summary>
public sealed class BadHostTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static RequestSettings Settings { get; } =
        new("mailto:test@example.cn", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), 1, TimeSpan.FromMilliseconds(10),
            TimeSpan.FromSeconds(30));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n%PDF-1.4 half")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n%PDF-\r\n40\r\n1.4 half")]
    public async Task FetchAsync_ConnectionEndsTooSoon_FailedAndWhatCameIsEvidence(string answer)
    {
        await using var host = new RawHost(_ => RawHost.Bytes(answer));

        var got = await FetchAsync(new Uri(host.Address, "a.pdf"));

        Assert.NotNull(got.Fault);
        Assert.Null(got.BodyPath);
        Assert.Equal(2, got.Attempts);
        Assert.Equal(2, host.Asked.Count);
        var cut = got.Exchanges.Where(static exchange => exchange.Truncated == "disconnect").ToList();
        Assert.Equal(2, cut.Count);
        Assert.All(cut, static exchange => Assert.StartsWith("%PDF-", File.ReadAllText(exchange.BodyPath!), StringComparison.Ordinal));
    }

    [Fact]
    public async Task FetchAsync_MoreThanDeclared_DeclaredPartIsTheAnswer()
    {
        await using var host = new RawHost(static _ =>
            RawHost.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n%PDF-1.4HTTP/1.1 200 OK\r\n\r\nsmuggled"));

        var got = await FetchAsync(new Uri(host.Address, "a.pdf"));

        Assert.Null(got.Fault);
        Assert.Equal("%PDF-1.4", await File.ReadAllTextAsync(got.BodyPath!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FetchAsync_EndedByTheConnectionOnly_TakenAsItCame()
    {
        await using var host = new RawHost(static _ => RawHost.Bytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n%PDF-1.4 x"));

        Assert.Equal("%PDF-1.4 x", await File.ReadAllTextAsync((await FetchAsync(new Uri(host.Address, "a.pdf"))).BodyPath!,
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FetchAsync_HostFallsSilent_GivenUpAfterTheIdleTime()
    {
        await using var host = new RawHost(static _ => []);

        var got = await FetchAsync(new Uri(host.Address, "a.pdf"), Settings with { IdleTimeout = TimeSpan.FromSeconds(0.3) });

        Assert.Equal("nothing or next to nothing came for 0.3 s", got.Fault);
    }

    [Theory]
    [InlineData(10, null, "nothing or next to nothing came for 0.4 s")]
    [InlineData(1024, 6 * 1024, null)]
    public async Task FetchAsync_HostSendsALittleAtATime_GivenUpWhereItIsNextToNothing(int atOnce, int? length, string? fault)
    {
        await using var site = await LoopbackSite.StartAsync();
        site.On("/a.pdf", async context =>
        {
            for (var sent = 0; sent < (length ?? int.MaxValue); sent += atOnce)
            {
                await context.Response.Body.WriteAsync(new byte[atOnce], context.RequestAborted);
                await Task.Delay(100, context.RequestAborted);
            }
        });

        var got = await FetchAsync(site["a.pdf"], Settings with { IdleTimeout = TimeSpan.FromSeconds(0.4) });

        Assert.Equal((fault, length), (got.Fault, got.BodyPath is { } path ? (int)new FileInfo(path).Length : null));
    }

    [Fact]
    public async Task FetchAsync_NoHttpAtAll_Told()
    {
        await using var host = new RawHost(static _ => RawHost.Bytes("220 mail.example.cn ESMTP\r\n"));

        Assert.NotNull((await FetchAsync(new Uri(host.Address, "a.pdf"))).Fault);
    }

    [Fact]
    public async Task FetchAsync_RetryAfterAsADate_WaitsUntilThen()
    {
        var clock = new StandingClock(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var count = 0;
        await using var host = new RawHost(_ => count++ == 0
            ? RawHost.Bytes($"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nConnection: close\r\nRetry-After: " +
                $"{clock.GetUtcNow().AddSeconds(20).ToString("R", CultureInfo.InvariantCulture)}\r\n\r\n")
            : RawHost.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\n%PDF-1.4"));

        using var fetcher = new PageFetcher(Settings, clock);
        var got = await fetcher.FetchAsync(Request(new Uri(host.Address, "a.pdf")), TestContext.Current.CancellationToken);

        Assert.Equal((200, 2), (got.Status, got.Attempts));
        Assert.Contains(TimeSpan.FromSeconds(20), clock.Waits);
    }

    [Fact]
    public async Task FetchAsync_HostFailsAgainAndAgain_LeftInPeace()
    {
        await using var host = new RawHost(static _ =>
            RawHost.Bytes("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        var clock = new StandingClock(DateTimeOffset.UnixEpoch.AddYears(56));
        using var fetcher = new PageFetcher(Settings, clock);
        var answers = new List<PageAnswer>();
        for (var index = 0; index < 20; index++)
        {
            answers.Add(await fetcher.FetchAsync(Request(new Uri(host.Address, $"{index}.pdf")), TestContext.Current.CancellationToken));
        }

        Assert.Contains("left in peace", answers[^1].Fault, StringComparison.Ordinal);
        Assert.InRange(host.Asked.Count, 8, 12);
    }

    /// <summary>Every request is dropped on its way: each connection is waited for as long as one is.</summary>
    [Fact]
    public async Task FetchAsync_HostDropsEverything_MinutesOfTheNightAndNoMore()
    {
        var start = DateTimeOffset.UnixEpoch.AddYears(56);
        var clock = new StandingClock(start);
        using var fetcher = new PageFetcher(Settings with { Retries = 3 }, clock, (_, _, _) => Dropped(clock));

        var answers = await AskAsync(fetcher, new Uri("http://www.dropping.example/"), 200, TimeSpan.FromSeconds(3));

        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(6));
        Assert.All(answers, static answer => Assert.NotNull(answer.Fault));
        Assert.Empty(answers.SelectMany(static answer => answer.Exchanges));
    }

    /// <summary>Every other request is dropped, and each is answered when it is asked again: not dead, and not worth the night.</summary>
    [Fact]
    public async Task FetchAsync_HostDropsEveryOtherRequest_LeftAloneAndWhatCameIsKept()
    {
        var clock = new StandingClock(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var host = new RawHost(static _ =>
            RawHost.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\n%PDF-1.4"));
        var connections = 0;
        using var fetcher = new PageFetcher(Settings, clock, (_, _, cancellationToken) =>
            connections++ % 2 == 0 ? Dropped(clock) : ToAsync(host.Address, cancellationToken));

        var answers = await AskAsync(fetcher, new Uri("http://www.dropping.example/"), 100);

        // Forty drops of half a minute: one before robots.txt, the others before a file each; the last is not asked for again.
        Assert.Equal(38, answers.Count(static answer => answer.Fault is null));
        Assert.All(answers.Skip(38), static answer => Assert.Contains("left alone", answer.Fault, StringComparison.Ordinal));
    }

    /// <summary>The robots.txt is answered at once, each file after so many seconds.</summary>
    [Theory]
    [InlineData(29, 200)]
    [InlineData(30, 40)]
    [InlineData(60, 20)]
    public async Task FetchAsync_AnswersThatBeginLate_LeftAloneWhenTooMuchTimeIsLost(int silence, int got)
    {
        var clock = new StandingClock(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var site = await LoopbackSite.StartAsync();
        site.Page("/robots.txt", string.Empty);
        for (var index = 0; index < 200; index++)
        {
            site.On($"/{index}.pdf", async context =>
            {
                clock.Advance(TimeSpan.FromSeconds(silence));
                await context.Response.WriteAsync("%PDF-1.4", context.RequestAborted);
            });
        }

        using var fetcher = new PageFetcher(Settings, clock);
        var answers = await AskAsync(fetcher, site.Address, 200);

        Assert.Equal(got, answers.Count(static answer => answer.Fault is null));
        Assert.All(answers.Skip(got), static answer => Assert.Contains("left alone", answer.Fault, StringComparison.Ordinal));
    }

    /// <summary>What a large file needs after its answer has begun is no time lost.</summary>
    [Theory]
    [InlineData(60, 60, false)]
    [InlineData(60, 59, true)]
    [InlineData(29, 0, false)]
    public void IsTooSlow_OfTimeThatIsAsked_MoreThanHalfIsLost(int silence, int sending, bool isTooSlow)
    {
        var host = new HostState(Settings, TimeProvider.System);
        for (var index = 0; index < 100; index++)
        {
            host.Spent(TimeSpan.FromSeconds(silence + sending), TimeSpan.FromSeconds(silence));
        }

        Assert.Equal(isTooSlow, host.IsTooSlow(Settings.MostLost));
    }

    /// <summary>Each answer begins later than the one before it, and the pace leaves the host in peace for as long again.</summary>
    [Fact]
    public async Task FetchAsync_HostAnswersSlowerAndSlower_LessThanAnHourOfTheNight()
    {
        var start = DateTimeOffset.UnixEpoch.AddYears(56);
        var clock = new StandingClock(start);
        var count = 0;
        await using var host = new RawHost(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(Math.Min(2 * count++, 50)));
            return RawHost.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\n%PDF-1.4");
        });
        using var fetcher = new PageFetcher(Settings, clock);

        var answers = await AskAsync(fetcher, host.Address, 500, TimeSpan.FromSeconds(3));

        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(60));
        Assert.Contains("left alone", answers[^1].Fault, StringComparison.Ordinal);
        Assert.InRange(answers.Count(static answer => answer.Fault is null), 30, 60);
    }

    [Fact]
    public async Task FetchAsync_SentOnToAPrivateAddress_Refused()
    {
        await using var inside = new RawHost(static _ =>
            RawHost.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret"));
        await using var outside = new RawHost(_ =>
            RawHost.Bytes($"HTTP/1.1 302 Found\r\nLocation: {inside.Address}admin\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var fetcher = new PageFetcher(Settings, TimeProvider.System, (end, allowPrivate, cancellationToken) =>
            end.Host == "www.public.example" ? ToAsync(outside.Address, cancellationToken)
                : AddressGuard.ConnectAsync(end, allowPrivate, cancellationToken));

        var got = await fetcher.FetchAsync(Request(new Uri("http://www.public.example/a.pdf")) with { AllowPrivate = false },
            TestContext.Current.CancellationToken);

        Assert.Contains("private or loopback", got.Fault, StringComparison.Ordinal);
        Assert.Single(outside.Asked);
        Assert.Empty(inside.Asked);
    }

    [Fact]
    public async Task ConnectAsync_NameThatResolvesOtherwiseTheSecondTime_OneLookUpDecides()
    {
        await using var inside = new RawHost(static _ => []);
        var lookUps = 0;
        Task<IPAddress[]> Resolve(string name, CancellationToken cancellationToken) =>
            Task.FromResult<IPAddress[]>([++lookUps == 1 ? IPAddress.Parse("10.0.0.1") : IPAddress.Loopback]);

        await Assert.ThrowsAsync<AddressRefusedException>(async () =>
            await AddressGuard.ConnectAsync(new DnsEndPoint("rebinding.example", inside.Address.Port), false, Resolve,
                TestContext.Current.CancellationToken));
        Assert.Equal(1, lookUps);

        // What was looked at is what is connected to: no second look-up that could give another address.
        using var stream = await AddressGuard.ConnectAsync(new DnsEndPoint("rebinding.example", inside.Address.Port), true, Resolve,
            TestContext.Current.CancellationToken);
        Assert.Equal(2, lookUps);
    }

    [Fact]
    public async Task FetchAsync_CertificateThatNobodyVouchesFor_NotTrusted()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var requests = 0;
        var serving = Task.Run(
            async () =>
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                    using var secure = new SslStream(client.GetStream());
                    try
                    {
                        await secure.AuthenticateAsServerAsync(certificate);
                        requests += await secure.ReadAsync(new byte[1], TestContext.Current.CancellationToken);
                    }
                    catch (Exception error) when (error is IOException or AuthenticationException)
                    {
                        // The other side has gone away.
                    }
                }
            },
            TestContext.Current.CancellationToken);

        var got = await FetchAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/a.pdf"));
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Assert.Contains("SSL", got.Fault, StringComparison.Ordinal);
        Assert.Equal(0, requests);
    }

    [Fact]
    public async Task FetchAsync_Observed_NoHeaderTellsTheHost()
    {
        var heads = new List<string>();
        await using var host = new RawHost(head =>
        {
            heads.Add(head);
            return RawHost.Bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
        });
        using var span = new System.Diagnostics.Activity("test").Start();

        var got = await FetchAsync(new Uri(host.Address, "a.pdf"));

        Assert.DoesNotContain("traceparent", Assert.Single(heads), StringComparison.OrdinalIgnoreCase);
        static IEnumerable<string> Headers(string head) =>
            head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        Assert.Equal(Headers(heads[0]), Headers(Encoding.Latin1.GetString(got.Exchanges[^1].RequestHead)));
    }

    private PageRequest Request(Uri address) => new(address, null, null, TimeSpan.Zero, 1 << 20, AllowPrivate: true, folder.Path);

    private async Task<PageAnswer> FetchAsync(Uri address, RequestSettings? settings = null)
    {
        using var fetcher = new PageFetcher(settings ?? Settings, TimeProvider.System);
        return await fetcher.FetchAsync(Request(address), TestContext.Current.CancellationToken);
    }

    private async Task<List<PageAnswer>> AskAsync(PageFetcher fetcher, Uri host, int count, TimeSpan delay = default)
    {
        var answers = new List<PageAnswer>();
        for (var index = 0; index < count; index++)
        {
            answers.Add(await fetcher.FetchAsync(Request(new Uri(host, $"{index}.pdf")) with { Delay = delay },
                TestContext.Current.CancellationToken));
        }

        return answers;
    }

    private static ValueTask<Stream> Dropped(StandingClock clock)
    {
        clock.Advance(TimeSpan.FromSeconds(30));
        throw new IOException("the connection was not made in time");
    }

    private static async ValueTask<Stream> ToAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
