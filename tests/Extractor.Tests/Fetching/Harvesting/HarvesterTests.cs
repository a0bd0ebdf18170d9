using System.Collections.Immutable;
using System.Text;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;
using Extractor.Model.Evidence;

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
        // The school's file in the bureau's archive is the school's.
        Assert.Equal(["财政局 2026 True", "财政局 2025 True", "教育局 2026 True", "教育局 2025 False", "某中学 2026 True"],
            harvest.Coverage.Select(static row => $"{row.DepartmentName} {row.FiscalYear} {row.Sha256 is not null}"));
        Assert.Equal(["某中学.pdf ", "某市教育局本级.pdf 教育局"], Manifest().Where(static line => line.Contains(".zip#", StringComparison.Ordinal))
            .Select(static line => line.Split(',')).Select(static cells => $"{cells[0].Split('/')[^1]} {cells[2]}")
            .Order(StringComparer.Ordinal));
        Assert.Equal("1 of 4 expected documents are missing; see coverage", Assert.Single(harvest.Alarms));
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

    [Fact]
    public async Task RunAsync_ListingWithoutASingleEntry_ToldOnceAndARowEveryNight()
    {
        Site.Page("/ys/index.html", "<title>通知公告</title><ul><li><a href='/other.html'>联系我们</a></li></ul>");

        var first = await HarvestAsync();
        var second = await HarvestAsync();

        Assert.Contains(first.Alarms, static alarm => alarm.StartsWith("1 lists were not read", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Alarms, static alarm => alarm.Contains("lists were not read", StringComparison.Ordinal));
        Assert.All((PublisherHarvest[])[first, second], static harvest => Assert.EndsWith("/ys/index.html#list_not_read",
            Assert.Single(harvest.Fetches, static row => row is { Reason: "list_not_read", IsUnexplained: true }).Url,
            StringComparison.Ordinal));
    }

    /// <summary>Announced is fetched and named reasons: every link of every page has exactly one row, in every night.</summary>
    [Fact]
    public async Task RunAsync_EveryLink_HasOneRowInEveryNight()
    {
        Site.Page("/ys/index.html", """
            <title>部门预算公开</title><script>createPageHTML(2, 0, "index", "html")</script><p>共 5 条</p>
            <ul><li><a href="./202602/t20260210_1.html">某市财政局2026年部门预算</a></li>
            <li><a href="./202602/t20260211_2.html">某市教育局2026年部门预算</a></li>
            <li><a href="./202602/t20260212_9.html">某市民政局部门预算</a></li></ul>
            <p><a href="/other.html">联系我们</a><a href="/a.html">关于2026年度市级预算执行审计工作报告</a></p>
            """);

        var first = await HarvestAsync();
        var second = await HarvestAsync(static publisher =>
            publisher with { Politeness = publisher.Politeness with { RecheckAfter = TimeSpan.FromDays(7) } });

        foreach (var harvest in (ReadOnlySpan<PublisherHarvest>)[first, second])
        {
            Assert.Equal(harvest.Fetches.Length, harvest.Fetches.Select(static row => row.Url).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(
                ["/a.html audit False", "/help.html outside_the_text False", "/other.html other_matter False",
                    "/ys/202602/t20260212_9.html not_as_the_recipe_reads True", "/ys/index.html fewer_than_announced True"],
                harvest.Fetches.Where(static row => row.Outcome == FetchOutcome.NotTaken).Select(static row =>
                    $"{new Uri(row.Url).AbsolutePath} {row.Reason} {row.IsUnexplained}"));
            Assert.Equal(
                ["/files/%E9%A2%84%E7%AE%97.pdf Document", "/ys/202502/t20250210_3.html Article", "/ys/202602/P01.pdf Document",
                    "/ys/202602/P02.zip Document", "/ys/202602/t20260210_1.html Article", "/ys/202602/t20260211_2.html Article",
                    "/ys/index.html Listing", "/ys/index_1.html Page"],
                harvest.Fetches.Where(static row => row.TakenAs is not null)
                    .Select(static row => $"{new Uri(row.Url).AbsolutePath} {row.TakenAs}").Order(StringComparer.Ordinal));
            var account = Assert.Single(harvest.Listings);
            Assert.Equal((5, 2, 2, 4, 3), (account.AnnouncedRecords!.Value, account.AnnouncedPages!.Value, account.Pages, account.Listed,
                account.Entries));
        }

        Assert.Equal(6, second.Fetches.Count(static row => row.Outcome == FetchOutcome.NotDue));
        // Told once: in the first night, and not again.
        Assert.Contains(first.Alarms, static alarm => alarm.StartsWith("1 links were not followed", StringComparison.Ordinal));
        Assert.Contains(first.Alarms, static alarm =>
            alarm.EndsWith("index.html: 5 links are announced, 4 were seen", StringComparison.Ordinal));
        Assert.Equal(["1 of 4 expected documents are missing; see coverage"], second.Alarms);
    }

    [Fact]
    public async Task RunAsync_NewDocumentThatFails_AlarmUntilItIsGotOrAcknowledged()
    {
        Site.Forget("/ys/202602/P01.pdf");

        var harvest = await HarvestAsync();
        Acknowledged = [new Acknowledgement("440300", AlarmKind.DocumentNotFetched, Site["ys/202602/*"].AbsoluteUri,
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1), "the office has been asked")];
        var acknowledged = await HarvestAsync();
        Acknowledged = [Acknowledged[0] with { Until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1) }];
        var expired = await HarvestAsync();

        Assert.Contains(harvest.Alarms, static alarm => alarm.StartsWith("1 new documents could not be got", StringComparison.Ordinal));
        Assert.DoesNotContain(acknowledged.Alarms, static alarm => alarm.Contains("new documents", StringComparison.Ordinal));
        Assert.Contains("1 new documents could not be got (acknowledged)", Assert.Single(acknowledged.Acknowledged),
            StringComparison.Ordinal);
        Assert.Contains(expired.Alarms, static alarm => alarm.StartsWith("1 new documents could not be got", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_ArticlesOfUnitsPicturesAndTables_AreFoundAndCounted()
    {
        Site.Page("/ys/202602/t20260210_1.html", """
            <meta name="ArticleTitle" content="某市财政局2026年部门预算"><div class="TRS_Editor">
            <a href="./t20260210_11.html">1.某市财政局（本级）2026年单位预算</a>
            <a href="./t20260210_12.html">2.某市财政评审中心2026年单位预算</a><a href="./t20260210_13.html">3.某市国库中心2026年单位预算</a></div>
            """);
        Site.Page("/ys/202602/t20260210_11.html", """<p>附件</p><a href="./P11.pdf">某市财政局（本级）2026年单位预算.pdf</a>""");
        Site.Page("/ys/202602/t20260210_12.html",
            """<div class="TRS_Editor"><img src="./W01_ORIGIN.jpg"><img src="./W02_ORIGIN.jpg"><img src="/images/icon.png"></div>""");
        Site.Page("/ys/202602/t20260210_13.html", "<div class=\"TRS_Editor\"><table>" +
            string.Concat(Enumerable.Range(0, 20).Select(static number => $"<tr><td>支出</td><td>{number}.50</td></tr>")) +
            "</table></div>");
        Site.File("/ys/202602/P11.pdf", Pdf("eleven"));
        Site.File("/ys/202602/W01_ORIGIN.jpg", [0xFF, 0xD8, 0xFF, 1]);
        Site.File("/ys/202602/W02_ORIGIN.jpg", [0xFF, 0xD8, 0xFF, 2]);

        var harvest = await HarvestAsync();

        Assert.Equal(
            ["某市国库中心 2026 PageTables disclosed as tables of the page itself, kept and not read",
                "某市财政评审中心 2026 PageImages disclosed as 2 pictures of pages, kept and not read", "财政局 2026 File "],
            harvest.Coverage.Where(static row => row.FiscalYear == 2026 && row.DepartmentName is not ("教育局" or "某中学"))
                .Select(static row => $"{row.DepartmentName} {row.FiscalYear} {row.DisclosedAs} {row.ReasonMissing?.Split(": ")[^1]}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(2, harvest.FoundInOtherForms);
        Assert.Equal(2, Directory.GetFiles(Archive("pictures"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task RunAsync_StoppedByTheLimit_WhatIsThereIsInTheManifest()
    {
        var harvest = await HarvestAsync(most: 5);

        Assert.False(harvest.IsComplete);
        Assert.Contains(Manifest(), static line => line.Contains("P01.pdf", StringComparison.Ordinal));
        Assert.True(File.Exists(Archive("harvest.json")));
        Assert.Null((await HarvestAsync(most: 3)).FoundBefore);
    }

    [Fact]
    public async Task RunAsync_NightThatIsStoppedAtOnce_TakesNothingFromWhatIsKnownAndTellsNothingTwice()
    {
        Site.Page("/ys/202502/t20250210_3.html", "<p>另行公布</p>");
        var first = await HarvestAsync();
        var manifest = Manifest();
        var now = TimeOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

        var stopped = await HarvestAsync(publisher =>
            publisher with { Politeness = publisher.Politeness with { Window = new NightWindow(now.AddHours(2), now.AddHours(3)) } });
        var manifestOfTheNight = Manifest();
        var third = await HarvestAsync();

        Assert.Contains(first.Alarms, static alarm => alarm.StartsWith("1 articles disclose nothing", StringComparison.Ordinal));
        Assert.NotNull(stopped.Stopped);
        Assert.Equal(manifest, manifestOfTheNight);
        Assert.Equal(first.Found, stopped.Found);
        Assert.Equal(first.Coverage.Select(static row => row.Sha256).Order(), stopped.Coverage.Select(static row => row.Sha256).Order());
        Assert.DoesNotContain(third.Alarms, static alarm => alarm.Contains("articles disclose nothing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_TimeOfThePublisherIsUp_StoppedAndNextGoesOn()
    {
        Site.On("/ys/202602/P02.zip", static async context =>
        {
            await Task.Delay(3000, context.RequestAborted);
            await context.Response.Body.WriteAsync(Zip(("某中学.pdf", Pdf("three"))), context.RequestAborted);
        });

        var harvest = await HarvestAsync(static publisher =>
            publisher with { Politeness = publisher.Politeness with { MostTime = TimeSpan.FromSeconds(2) } });

        Assert.Contains("as many as the definition allows for one harvest", harvest.Stopped, StringComparison.Ordinal);
        Assert.True((await HarvestAsync()).IsComplete);
        Assert.Single(Site.Asked, static path => path.EndsWith("P01.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_FileComesAByteAtATime_StoppedWhenTheTimeIsUp()
    {
        Site.On("/ys/202602/P01.pdf", static async context =>
        {
            for (var sent = 0; sent < 600; sent++)
            {
                await context.Response.Body.WriteAsync("x"u8.ToArray(), context.RequestAborted);
                await Task.Delay(50, context.RequestAborted);
            }
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var harvest = await HarvestAsync(static publisher =>
            publisher with { Politeness = publisher.Politeness with { MostTime = TimeSpan.FromSeconds(2) } });

        Assert.EndsWith("P01.pdf was still on its way", harvest.Stopped, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
        Site.File("/ys/202602/P01.pdf", Pdf("one"), "\"1\"");
        Assert.True((await HarvestAsync()).IsComplete);
        Assert.Contains(Manifest(), static line => line.Contains("P01.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_PdfWithoutItsEnd_KeptAndToldOnce()
    {
        Site.File("/ys/202602/P01.pdf", Encoding.UTF8.GetBytes("%PDF-1.4 one"), "\"1\"");

        var first = await HarvestAsync();
        var second = await HarvestAsync();

        Assert.Contains(first.Alarms, static alarm => alarm.Contains("have no end", StringComparison.Ordinal)
            && alarm.EndsWith("P01.pdf", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Alarms, static alarm => alarm.Contains("have no end", StringComparison.Ordinal));
        Assert.Contains(Manifest(), static line => line.Contains("P01.pdf", StringComparison.Ordinal));
    }

    /// <summary>Each publisher ends with its report and its manifest, whatever it came to; the next night goes on.</summary>
    [Fact]
    public async Task RunAsync_TimeOfTheNightIsUp_EveryPublisherEndsWithReportAndManifest()
    {
        Site.On("/ys/202602/t20260211_2.html", async context =>
        {
            await Task.Delay(MostTime is null ? TimeSpan.Zero : MostTime.Value * 1.5, context.RequestAborted);
            await context.Response.Body.WriteAsync("<p>详见附件</p>"u8.ToArray(), context.RequestAborted);
        });
        MostTime = TimeSpan.FromSeconds(3);
        var publishers = ImmutableArray.Create(Publisher(), Publisher() with { Key = "440304" });

        var harvests = await HarvestAsync(publishers, null, null);

        Assert.All(harvests, static harvest =>
            Assert.Contains("as many as --max-minutes allows", harvest.Stopped, StringComparison.Ordinal));
        Assert.All((string[])["440300", "440304"], key => Assert.All((string[])["harvest.json", "manifest.csv", "nights.jsonl"], file =>
            Assert.True(File.Exists(Archive($"../{key}/{file}")), $"{key}/{file}")));

        // They take turns at one host: which of them had come to the file is not said.
        Assert.Contains(((string[])["440300", "440304"]).SelectMany(key => File.ReadLines(Archive($"../{key}/manifest.csv"))),
            static line => line.Contains("P01.pdf", StringComparison.Ordinal));
        MostTime = null;
        Assert.All(await HarvestAsync(publishers, null, null), static harvest => Assert.True(harvest.IsComplete));
    }
}
