using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Extractor.Benchmarks.Fetching;

/// <summary>
/// A night without news over many known addresses: half of them articles, half of them attachments, on listings of a hundred
/// entries. What is known of them is generated; none of the pages is on the disk, so that a harvest that would parse one fails.
/// Two nights are measured: one in which no document is due (only listings are asked, as every night), and one in which
/// everything is asked again with its ETag, of a server in this very process.
/// </summary>
internal static class HarvestBenchmark
{
    private const int EntriesOfListing = 100;

    private const string ETag = "\"1\"";

    public static int Run(string[] args)
    {
        var addresses = args switch
        {
            [] => 100_000,
            ["--addresses", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => 0,
        };
        if (addresses <= 0)
        {
            Console.Error.WriteLine("usage: Extractor.Benchmarks harvest [--addresses N]");
            return 2;
        }

        return RunAsync(addresses).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int addresses)
    {
        var folder = Directory.CreateTempSubdirectory("harvest-benchmark-").FullName;
        try
        {
            var asked = 0;
            var conditional = 0;
            await using var server = await StartAsync(context =>
            {
                Interlocked.Increment(ref asked);
                if (context.Request.Headers.IfNoneMatch == ETag)
                {
                    Interlocked.Increment(ref conditional);
                    context.Response.StatusCode = 304;
                }
                else
                {
                    context.Response.StatusCode = 404;
                }

                return Task.CompletedTask;
            });
            var root = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            foreach (var (night, recheck) in (ReadOnlySpan<(string, TimeSpan)>)[("no document is due", TimeSpan.FromDays(7)),
                ("everything is due", TimeSpan.Zero)])
            {
                var publisher = Define(root, addresses / 2 / EntriesOfListing, recheck);
                WriteKnown(folder, publisher, addresses / 2);
                (asked, conditional) = (0, 0);
                var options = new HarvestOptions(folder, null, null, RequestSettings.Default("mailto:benchmark@example.cn"), "benchmark");
                var before = GC.GetTotalAllocatedBytes();
                using var process = Process.GetCurrentProcess();
                var processor = process.TotalProcessorTime;
                var started = Stopwatch.GetTimestamp();
                var harvest = Harvester.RunAsync([publisher], options, TimeProvider.System, new Progress<HarvestEvent>(),
                    CancellationToken.None).GetAwaiter().GetResult()[0];
                var time = Stopwatch.GetElapsedTime(started);
                process.Refresh();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{night}: {addresses} known addresses, {harvest.Found} documents; {asked} requests, {conditional} of them " +
                    $"conditional; {harvest.Outcomes.GetValueOrDefault("unchanged")} unchanged, {harvest.Unasked} not due, " +
                    $"{harvest.PagesParsed} pages parsed, {harvest.Alarms.Length} alarms; {time.TotalSeconds:F1} s, " +
                    $"{(process.TotalProcessorTime - processor).TotalSeconds:F1} s of processors (server included), " +
                    $"{(GC.GetTotalAllocatedBytes() - before) / 1048576.0:F0} MB allocated"));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return server;
    }

    private static PublisherDefinition Define(Uri root, int listings, TimeSpan recheck)
    {
        var recipe = new Recipe("benchmark", "a", new LinkPattern("预算"), null, null, null, 0, "a", null, 1000);
        return new PublisherDefinition(
            "440300", "某市", "440300", true, [],
            [.. Enumerable.Range(0, listings).Select(index => new Listing(new Uri(root, $"list/{index}.html"), recipe, null, null))],
            [],
            new ExpectedInventory([.. Enumerable.Range(0, 100).Select(DepartmentOf)], [2024, 2025, 2026], [DocumentKind.DepartmentBudget],
                null),
            new Politeness(TimeSpan.Zero, null, recheck, 1 << 20, 1L << 40, AllowPrivateAddresses: true));
    }

    private static string DepartmentOf(int index) => $"第{index % 100:D2}局";

    /// <summary>As a harvest of an hour ago would have left it.</summary>
    private static void WriteKnown(string folder, PublisherDefinition publisher, int articles)
    {
        var archive = Path.Combine(folder, publisher.Key);
        if (Directory.Exists(archive))
        {
            Directory.Delete(archive, recursive: true);
        }

        Directory.CreateDirectory(archive);
        var at = TimeProvider.System.GetUtcNow().AddHours(-1);
        var visits = new List<Visit>();
        var number = 0;
        foreach (var listing in publisher.Listings)
        {
            var entries = ImmutableArray.CreateBuilder<PageLink>();
            for (var entry = 0; entry < EntriesOfListing && number < articles; entry++, number++)
            {
                var title = $"{DepartmentOf(number)}{2024 + (number / 100 % 3)}年部门预算公开";
                var article = new Uri(listing.Address, $"/art/2026/3/2/art_{number}.html");
                var attachment = new Uri(listing.Address, $"/attach/P02026030234933{number:D6}.pdf");
                entries.Add(new PageLink(article, title));
                var sha256 = number.ToString("x64", CultureInfo.InvariantCulture);
                visits.Add(Page(article, listing, isListing: false, (key, way) =>
                    new PageReading(key, way, false, title, null, [], AnnouncedLength.Nothing, 0, [], [],
                        [new PageLink(attachment, title + ".pdf")], [], [], DisclosureForm.None, [])));
                visits.Add(Known(attachment) with
                {
                    Documents =
                    [new KeptDocument(null, sha256, $"documents/{sha256[..2]}/{sha256}/{title}.pdf", title + ".pdf", 300_000)],
                    Sha256 = sha256
                });
            }

            visits.Add(Page(listing.Address, listing, isListing: true, (key, way) =>
                new PageReading(key, way, false, "部门预算", null, [], AnnouncedLength.Nothing, entries.Count, entries.ToImmutable(), [],
                    [], [], [], DisclosureForm.None, [])));
        }

        HarvestJournal.WriteKnown(PublisherArchive.KnownOf(archive), visits.OrderBy(static visit => visit.Url, StringComparer.Ordinal));

        Visit Known(Uri address) => new(
            address.AbsoluteUri, null, 200, FetchOutcome.New, 1, 300_000, new string('a', 64), null, ETag, "Mon, 02 Mar 2026 01:02:03 GMT",
                at, at, 12, null, null, [], [], null, null,
            "sha256:FTZE3OS7WCRQ4JXIHMVMLOPCTYNRMHS4D6TUEXTTAQZWFE4LTASA====", 0);

        Visit Page(Uri address, Listing listing, bool isListing, Func<string, string, PageReading> read)
        {
            var visit = Known(address) with { Place = "pages/aa/none.html" };
            return visit with
            {
                Reading = read(PageReading.KeyOf(visit.Sha256!, null, address),
                PageReading.WayOf(listing.Recipe, isListing))
            };
        }
    }
}
