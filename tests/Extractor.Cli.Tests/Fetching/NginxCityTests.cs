using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
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
                $"{harvest.Coverage.Count(static row => row.DepartmentName is not null && row.FiscalYear == 2026)}  {string.Join("; ", harvest.Alarms)}");
            foreach (var row in harvest.Fetches.Where(static row => row.IsUnexplained).Take(3))
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"      ? {row.Url} '{row.LinkText}' {row.Reason}");
            }
        }

        Assert.All(harvests, static harvest => Assert.Equal((TenPublishers.Departments, TenPublishers.Departments),
            (harvest.Found, harvest.Coverage.Select(static row => row.DepartmentName).Distinct(StringComparer.Ordinal).Count())));
    }

    private async Task<NginxHost> StartAsync(int style, string rules)
    {
        var host = await NginxHost.StartAsync(folder[$"host{style}"], rules + "\n" + TenPublishers.RulesOf(style));
        hosts.Add(host);
        TenPublishers.Publish(style, host.Publish);
        return host;
    }

    private Task<ImmutableArray<PublisherHarvest>> NightAsync()
    {
        Directory.CreateDirectory(folder["recipes"]);
        foreach (var recipe in (string[])["plain_list", "front_page"])
        {
            File.Copy(Path.Combine(OwnCorpus.Root, "pipelines", "publishers", "recipes", recipe + ".yaml"), folder[$"recipes/{recipe}.yaml"],
                overwrite: true);
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
        return Harvester.RunAsync(PublisherReader.Read(paths), new HarvestOptions(folder["archive"], null, null, settings, "test"),
            TimeProvider.System, new Progress<HarvestEvent>(), TestContext.Current.CancellationToken);
    }
}
