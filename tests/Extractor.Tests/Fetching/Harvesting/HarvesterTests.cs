using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>Night after night: what is found, what is lost, what is asked again, and where a harvest stops.</summary>
public sealed class HarvesterTests : HarvestedCity
{
    [Fact]
    public async Task RunAsync_FirstNight_EverythingFoundNamedAndCovered()
    {
        var harvest = await HarvestAsync();

        Assert.True(harvest.IsComplete);
        Assert.Equal(4, harvest.Found);
        Assert.Equal(["财政局 2026 True", "财政局 2025 True", "教育局 2026 True", "教育局 2026 True", "教育局 2025 False"],
            harvest.Coverage.Select(static row => $"{row.DepartmentName} {row.FiscalYear} {row.Sha256 is not null}"));
        Assert.Equal("1 of 5 expected documents are missing; see coverage", Assert.Single(harvest.Alarms));
        Assert.Equal(["某中学.pdf", "某市教育局本级.pdf", "附件：某市财政局2026年部门预算.pdf", "预算.pdf"],
            Directory.GetFiles(Archive("documents"), "*", SearchOption.AllDirectories).Select(static path => Path.GetFileName(path)!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_SecondNight_UnchangedAndChangedAreTold()
    {
        await HarvestAsync();
        Site.File("/files/预算.pdf", Pdf("four, corrected"));

        var harvest = await HarvestAsync();

        Assert.Equal("changed=1 unchanged=7",
            string.Join(' ', harvest.Outcomes.Select(static outcome => $"{outcome.Key}={outcome.Value}")));
        Assert.Equal(304, harvest.Fetches.Single(static fetch => fetch.Url.EndsWith("P01.pdf", StringComparison.Ordinal)).Status);
        Assert.Equal(5, Directory.GetFiles(Archive("documents"), "*", SearchOption.AllDirectories).Length);
        var row = (await File.ReadAllLinesAsync(Archive("manifest.csv"), TestContext.Current.CancellationToken)).Single(static line =>
            line.Contains("/files/", StringComparison.Ordinal));
        Assert.Equal(64, row.Split(',')[^1].Length);
    }

    [Fact]
    public async Task RunAsync_NotDue_OnlyListingsAreAsked()
    {
        await HarvestAsync();
        Site.ForgetAsked();

        var harvest = await HarvestAsync(publisher =>
            publisher with { Politeness = publisher.Politeness with { RecheckAfter = TimeSpan.FromDays(7) } });

        Assert.Equal(["/robots.txt", "/ys/index.html", "/ys/index_1.html"], Site.Asked);
        Assert.Equal(4, harvest.Found);
    }

    [Fact]
    public async Task RunAsync_FewerThanBefore_Alarm()
    {
        await HarvestAsync();
        Site.Page("/ys/index.html", """
            <script>createPageHTML(2, 0, "index", "html")</script><a href="./202602/t20260210_1.html">某市财政局2026年部门预算</a>
            """);

        var harvest = await HarvestAsync();

        Assert.Contains("2 documents were found, 4 in the harvest before", harvest.Alarms);
    }

    [Fact]
    public async Task RunAsync_ListingEmptiedForMaintenance_AlarmEveryNightAndNothingIsLost()
    {
        await HarvestAsync();
        Site.Page("/ys/index_1.html", "<p>系统维护</p>");

        var harvest = await HarvestAsync();
        var again = await HarvestAsync();

        Assert.Equal(4, again.Found);
        Assert.Contains(harvest.Alarms, static alarm =>
            alarm.Contains("index_1.html: it leads to no document any more", StringComparison.Ordinal));
        Assert.Equal(harvest.Alarms, again.Alarms);
        Assert.Equal(0, again.PagesParsed);
    }

    [Fact]
    public async Task RunAsync_HostDownForANight_NothingIsLostAndTheNextNightIsWhole()
    {
        await HarvestAsync();
        var manifest = Manifest();
        Site.On("/robots.txt", static context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        var down = await HarvestAsync();
        Site.Forget("/robots.txt");
        var manifestOfTheNight = Manifest();

        var up = await HarvestAsync();

        Assert.Contains(down.Alarms, static alarm => alarm.StartsWith("a listing page could not be read", StringComparison.Ordinal));
        Assert.Contains(down.Alarms, static alarm => alarm.StartsWith("3 articles could not be read", StringComparison.Ordinal));
        Assert.Contains(down.Alarms, static alarm =>
            alarm.StartsWith("3 known documents could not be asked for", StringComparison.Ordinal));
        Assert.Equal(manifest, manifestOfTheNight);
        Assert.Equal(4, up.Found);
        Assert.Equal("unchanged=8", string.Join(' ', up.Outcomes.Select(static outcome => $"{outcome.Key}={outcome.Value}")));
        Assert.DoesNotContain(up.Alarms, static alarm => alarm.Contains("could not", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_DocumentGone_AlarmOnceAndTheBytesStay()
    {
        await HarvestAsync();
        Site.Forget("/files/预算.pdf");

        var harvest = await HarvestAsync();
        var again = await HarvestAsync();

        Assert.Contains(harvest.Alarms, static alarm => alarm.StartsWith("1 documents are gone", StringComparison.Ordinal));
        Assert.DoesNotContain(again.Alarms, static alarm => alarm.Contains("gone", StringComparison.Ordinal));
        Assert.Equal((4, 1), (again.Found, again.Outcomes["not_found"]));
    }

    [Fact]
    public async Task RunAsync_NothingNew_NoPageIsParsed()
    {
        Assert.Equal(5, (await HarvestAsync()).PagesParsed);

        Assert.Equal(0, (await HarvestAsync()).PagesParsed);
    }

    [Fact]
    public async Task RunAsync_OutsideTheNightWindow_StoppedAndNobodyAsked()
    {
        var now = TimeOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

        var harvest = await HarvestAsync(publisher =>
            publisher with { Politeness = publisher.Politeness with { Window = new NightWindow(now.AddHours(2), now.AddHours(3)) } });

        Assert.Contains("outside the night window", harvest.Stopped, StringComparison.Ordinal);
        Assert.Empty(Site.Asked);
    }

    [Fact]
    public async Task RunAsync_MoreBytesThanTheDefinitionAllows_Stopped()
    {
        var harvest = await HarvestAsync(static publisher => publisher with { Politeness = publisher.Politeness with { MostBytes = 500 } });

        Assert.Contains("as many as the definition allows", harvest.Stopped, StringComparison.Ordinal);
        Assert.DoesNotContain("/ys/202502/t20250210_3.html", Site.Asked);
    }

    [Fact]
    public async Task RunAsync_FaultAtOnePublisher_TheOthersGoOn()
    {
        var sound = Publisher();
        var broken = sound with
        {
            Key = "440301",
            Listings = [sound.Listings[0] with { Recipe = sound.Listings[0].Recipe with { Entries = "a[" } }]
        };

        var harvests = await HarvestAsync([broken, sound], null, null);

        Assert.Equal((false, true), (harvests[0].IsComplete, harvests[1].IsComplete));
        Assert.Contains("DomException", harvests[0].Fault, StringComparison.Ordinal);
        Assert.Equal(4, harvests[1].Found);
    }

    [Fact]
    public async Task RunAsync_StoppedByTheLimit_NextGoesOnToTheSameEnd()
    {
        PublisherHarvest harvest;
        var runs = 0;
        do
        {
            harvest = await HarvestAsync(most: 3);
            runs++;
        }
        while (!harvest.IsComplete && runs < 20);

        Assert.InRange(runs, 2, 10);
        Assert.Equal(4, harvest.Found);
        Assert.Single(Site.Asked, static path => path.EndsWith("P01.pdf", StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(Archive("warc")));
    }

    [Fact]
    public async Task RunAsync_Since_OlderEntriesAreLeftAlone()
    {
        var harvest = await HarvestAsync(since: new DateOnly(2026, 1, 1));

        Assert.Equal(3, harvest.Found);
        Assert.DoesNotContain("/ys/202502/t20250210_3.html", Site.Asked);
    }
}
