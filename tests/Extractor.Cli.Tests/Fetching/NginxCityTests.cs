using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Requests;
using Extractor.Model;
using Extractor.Model.Evidence;
using Extractor.Runs.Definitions;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>Ten publishers of two hundred pages behind ten hosts of nginx, over nights with faults.</summary>
public sealed class NginxCityTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly List<NginxHost> hosts = [];

    public ValueTask InitializeAsync()
    {
        NginxHost.SkipUnlessInstalled();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task RunAsync_TenStyles_EveryDocumentOfEveryDepartment()
    {
        for (var style = 0; style < TenPublishers.Styles.Length; style++)
        {
            await StartAsync(style, string.Empty);
        }

        var harvests = await NightAsync();

        foreach (var harvest in harvests)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{harvest.Name,-6} {harvest.Found,3} of {TenPublishers.Departments}  named " +
                $"{harvest.Coverage.Count(static row => row is { DepartmentName: not null, FiscalYear: 2026 })}  " +
                string.Join("; ", harvest.Alarms));
            foreach (var row in harvest.Fetches.Where(static row => row.IsUnexplained).Take(3))
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"      ? {row.Url} '{row.LinkText}' {row.Reason}");
            }
        }

        Assert.All(harvests, static harvest => Assert.Equal((TenPublishers.Departments, TenPublishers.Departments),
            (harvest.Found, harvest.Coverage.Select(static row => row.DepartmentName).Distinct(StringComparer.Ordinal).Count())));
    }

    /// <summary>Two nights; every outcome of every document is held by number.</summary>
    [Fact]
    public async Task RunAsync_TwoNightsWithFaults_EveryOutcomeByNumber()
    {
        using var broken = new BrokenBackend();
        const string captcha = "default_type text/html; return";
        string[] faults =
        [
            "location = /upload/2026/ys3.pdf { return 500; }",
            $"location = /upload/pdf/2026002.pdf {{ proxy_pass http://127.0.0.1:{broken.Port}; }}",
            "location = /channels/12/5005.html { if ($cookie_seen = \"\") { add_header Set-Cookie \"seen=1; path=/\"; " +
                "return 302 /channels/12/5005.html; } }",
            $"location = /files/1/budget.pdf {{ {captcha} 200 '<title>captcha</title><p>captcha</p>'; }}" +
                $"location = /files/2/budget.pdf {{ {captcha} 202 '<p>one moment</p>'; }} location = /files/3/budget.pdf {{ return 405; }}",
            "location = /xxgk/content/P20260006.pdf { limit_rate 200; }",
            "", "", "", "", "",
        ];
        for (var style = 0; style < TenPublishers.Styles.Length; style++)
        {
            await StartAsync(style, faults[style]);
        }

        hosts[8].Publish(TenPublishers.FileOf(8, 4), Encoding.UTF8.GetBytes("<html><title>页面不存在</title><p>页面不存在</p></html>"));
        hosts[8].Publish(TenPublishers.FileOf(8, 7), LockedZip());

        var first = Outcomes(await NightAsync());

        Assert.Equal(
            [
                "窗口 15: 1 failed, 15 new", "框架 15: 1 failed, 15 new", "回调 16: 16 new", "变量 13: 3 blocked, 13 new", "目录 16: 16 new",
                "博客 16: 16 new", "选择 16: 16 new", "数据 16: 16 new", "列表项 15: 15 new, 1 not_found", "国标 16: 16 new",
            ],
            first.Select(static publisher => publisher.Told));
        Assert.Equal([1, 1, 0, 1, 0, 0, 0, 0, 1, 0], first.Select(static publisher => publisher.Harvest.Alarms.Length));
        Assert.All((int[])[0, 1, 3, 8], publisher => Assert.Contains("new documents could not be got", first[publisher].Harvest.Alarms[0],
            StringComparison.Ordinal));
        Assert.Equal("kept, not opened: a zip archive with a password", first[8].Harvest.Fetches.Single(static row =>
            row.Url.EndsWith("/7.pdf", StringComparison.Ordinal)).Reason);
        Assert.All(first, static publisher => Assert.Equal(publisher.Harvest.Fetches.Length,
            publisher.Harvest.Fetches.Select(static row => row.Url).Distinct(StringComparer.Ordinal).Count()));

        foreach (var style in (int[])[0, 1])
        {
            await hosts[style].DownAsync();
            hosts[style].Rules = TenPublishers.RulesOf(style);
            await hosts[style].UpAsync();
        }

        TenPublishers.Publish(5, hosts[5].Publish, announced: 18);
        TenPublishers.Publish(6, hosts[6].Publish, departments: 17);
        await Task.Delay(1100, TestContext.Current.CancellationToken); // The times of nginx are whole seconds.
        hosts[6].Withdraw(TenPublishers.Place(TenPublishers.FileOf(6, 4)));
        hosts[6].Withdraw(TenPublishers.Place(TenPublishers.FileOf(6, 5)));
        hosts[6].Publish(TenPublishers.Place(TenPublishers.FileOf(6, 6)), TenPublishers.Pdf(6, 6, edition: 2));
        await hosts[7].DownAsync();

        var second = Outcomes(await NightAsync());

        Assert.Equal(
            [
                "窗口 16: 1 new, 15 unchanged", "框架 16: 1 new, 15 unchanged", "回调 16: 16 unchanged", "变量 13: 3 blocked, 13 unchanged",
                "目录 16: 16 unchanged", "博客 16: 16 unchanged", "选择 17: 1 changed, 1 new, 2 not_found, 13 unchanged", "数据 16: 16 failed",
                "列表项 15: 1 not_found, 15 unchanged", "国标 16: 16 unchanged",
            ],
            second.Select(static publisher => publisher.Told));
        Assert.Contains(second[5].Harvest.Alarms, static alarm =>
            alarm.EndsWith("18 links are announced, 16 were seen", StringComparison.Ordinal));
        Assert.Contains(second[6].Harvest.Alarms, static alarm => alarm.StartsWith("2 documents are gone", StringComparison.Ordinal));
        Assert.Contains(second[7].Harvest.Alarms, static alarm =>
            alarm.StartsWith("a listing page could not be read", StringComparison.Ordinal));
        Assert.Contains(second[7].Harvest.Alarms, static alarm =>
            alarm.StartsWith("16 known documents could not be asked for", StringComparison.Ordinal));
        Assert.All(second, static publisher =>
            Assert.True(publisher.Harvest.FinishedAt - publisher.Harvest.StartedAt < TimeSpan.FromMinutes(1)));
        var kept = File.ReadAllText(folder["archive/440309/manifest.csv"]);
        Assert.Contains("2026年部门预算公开.pdf", kept, StringComparison.Ordinal);
    }

    /// <summary>
    /// Behind nginx stands a host that lets each document wait for forty seconds of the night's clock: after two minutes it is left alone,
    /// what came is kept, and the other publisher has all of its own.
    /// </summary>
    [Fact]
    public async Task RunAsync_SlowHostBehindNginx_LeftAloneAndWhatCameIsKept()
    {
        using var slow = new SlowBackend(TimeSpan.FromSeconds(1));
        await StartAsync(0, $"location ~ \\.pdf$ {{ proxy_pass http://127.0.0.1:{slow.Port}; }}");
        await StartAsync(1, string.Empty);

        var harvests = await NightAsync(new HastyClock());

        Assert.Equal(["窗口 3: 3 new", "框架 16: 16 new"], Outcomes(harvests).Select(static publisher => publisher.Told));
        Assert.Contains(harvests[0].Fetches, static row => row.Reason?.Contains("left alone", StringComparison.Ordinal) == true);
    }

    private static List<(PublisherHarvest Harvest, string Told)> Outcomes(ImmutableArray<PublisherHarvest> harvests) =>
    [
        .. harvests.Select(static harvest => (harvest, $"{harvest.Name} {harvest.Found}: " + string.Join(", ", harvest.Fetches
            .Where(static row => row.TakenAs == LinkRole.Document)
            .CountBy(static row => SchemaName.Of(row.Outcome)).OrderBy(static count => count.Key, StringComparer.Ordinal)
            .Select(static count => $"{count.Value} {count.Key}")))),
    ];

    /// <summary>The flag of a password in the file's own header and in that of the directory.</summary>
    private static byte[] LockedZip()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("budget.pdf");
        }

        var locked = bytes.ToArray();
        locked[6] |= 1;
        locked[locked.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return locked;
    }

    /// <summary>Promises a hundred thousand octets, sends a dozen and hangs up.</summary>
    private sealed class BrokenBackend : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public BrokenBackend()
        {
            listener.Start();
            _ = AnswerAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Dispose() => listener.Dispose();

        private async Task AnswerAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    var request = new byte[4096];
                    _ = await client.GetStream().ReadAsync(request);
                    await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n%PDF-1.4 half"u8.ToArray());
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }

    /// <summary>Answers after a while, with a PDF of its own each.</summary>
    private sealed class SlowBackend : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public SlowBackend(TimeSpan delay)
        {
            listener.Start();
            _ = AnswerAsync(delay);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Dispose() => listener.Dispose();

        private async Task AnswerAsync(TimeSpan delay)
        {
            try
            {
                for (var number = 0; ; number++)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    var request = new byte[4096];
                    _ = await client.GetStream().ReadAsync(request);
                    await Task.Delay(delay);
                    var body = $"%PDF-1.4\n% {number:000}\n%%EOF\n";
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                        $"HTTP/1.0 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }

    private async Task<NginxHost> StartAsync(int style, string rules)
    {
        var host = await NginxHost.StartAsync(folder[$"host{style}"], rules + "\n" + TenPublishers.RulesOf(style));
        hosts.Add(host);
        TenPublishers.Publish(style, host.Publish);
        return host;
    }

    private Task<ImmutableArray<PublisherHarvest>> NightAsync(TimeProvider? clock = null)
    {
        Directory.CreateDirectory(folder["recipes"]);
        foreach (var recipe in (string[])["plain_list", "front_page"])
        {
            File.Copy(Path.Combine(OwnCorpus.Root, "pipelines", "publishers", "recipes", recipe + ".yaml"),
                folder[$"recipes/{recipe}.yaml"], overwrite: true);
        }

        var paths = hosts.Select((host, style) => folder.Write($"44030{style}.yaml", $"""
            name: {TenPublishers.Styles[style]}
            division_code: "440300"
            verified: true
            caveats: [made by the test]
            listings:
              - address: {host.Address}{TenPublishers.ListingOf(style)}
                recipe: {TenPublishers.RecipeOf(style)}
            politeness:
              delay_seconds: 0
              recheck_days: 0
              allow_private_addresses: true
            """)).ToList();
        var settings = new RequestSettings("mailto:test@example.cn", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5), 1,
            TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1));
        settings = clock is null ? settings : settings with
        {
            AttemptTimeout = TimeSpan.FromMinutes(10),
            IdleTimeout = TimeSpan.FromMinutes(4),
            MostLost = TimeSpan.FromMinutes(2),
        };
        return Harvester.RunAsync(PublisherReader.Read(paths), new HarvestOptions(folder["archive"], null, null, settings, "test"),
            clock ?? TimeProvider.System, new Progress<HarvestEvent>(), TestContext.Current.CancellationToken);
    }
}
