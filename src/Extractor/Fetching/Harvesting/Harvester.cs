using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>Harvests publishers side by side; within one publisher, and to one host, one request at a time.</summary>
public static class Harvester
{
    /// <summary>A publisher at work is one request at a time, and mostly a wait between two.</summary>
    private const int AtOnce = 64;

    /// <summary>Addresses in one alarm; the report has them all.</summary>
    private const int MostTold = 3;

    /// <returns>In the order of the definitions.</returns>
    /// <exception cref="ArchiveInUseException">Another process writes to an archive.</exception>
    public static async Task<ImmutableArray<PublisherHarvest>> RunAsync(
        ImmutableArray<PublisherDefinition> publishers, HarvestOptions options, TimeProvider clock, IProgress<HarvestEvent> progress,
            CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.ArchiveFolder);
        using var span = HarvestTelemetry.Harvesting(publishers.Length);
        using var fetcher = new PageFetcher(options.Requests, clock);
        var harvests = new PublisherHarvest[publishers.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, publishers.Length),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, stop) => harvests[index] = await OneAsync(publishers[index], options, fetcher, clock, progress, stop)
                .ConfigureAwait(false)).ConfigureAwait(false);
        return [.. harvests];
    }

    private static async Task<PublisherHarvest> OneAsync(
        PublisherDefinition publisher, HarvestOptions options, PageFetcher fetcher, TimeProvider clock, IProgress<HarvestEvent> progress,
            CancellationToken cancellationToken)
    {
        using var archive = PublisherArchive.Open(Path.Combine(options.ArchiveFolder, publisher.Key), options.Requests.UserAgent,
            options.ExtractorVersion, clock);
        var walk = new PublisherWalk(publisher, archive, fetcher, options, clock, progress);
        using var span = HarvestTelemetry.Harvesting(publisher);
        progress.Report(new PublisherStarted(publisher, archive.Journal.IsResumed));
        var last = archive.LastHarvest<PublisherHarvest>();
        string? stopped = null;
        string? fault = null;
        try
        {
            await walk.WalkAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HarvestStoppedException error)
        {
            stopped = error.Message;
        }
        catch (Exception error) when (error is not (OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            // One page that we cannot cope with costs one publisher its night, not all of them.
            (stopped, fault) = ($"a fault of this program: {error.Message}", error.ToString());
        }

        var harvest = Summarize(publisher, archive, walk, options, last, stopped, fault, clock);
        if (stopped is null)
        {
            // A harvest of the newest only leaves the documents of before as they are.
            var before = options.Since is null ? [] : archive.Known.Values.Where(static visit => visit.Documents.Length > 0);
            archive.Complete(harvest, walk.Current.UnionBy(before, static visit => visit.Url));
        }

        HarvestTelemetry.Harvested(span, harvest);
        progress.Report(new PublisherFinished(publisher, harvest));
        return harvest;
    }

    private static PublisherHarvest Summarize(
        PublisherDefinition publisher, PublisherArchive archive, PublisherWalk walk, HarvestOptions options, PublisherHarvest? last,
            string? stopped, string? fault, TimeProvider clock)
    {
        var visits = archive.Journal.Done.Values.OrderBy(static visit => visit.AskedAt).ThenBy(static visit =>
            visit.Url, StringComparer.Ordinal).ToList();
        var coverage = Inventory.Compare(publisher, walk.Current, walk.WithoutDocument);
        var found = walk.Current.SelectMany(static visit => visit.Documents).DistinctBy(static document => document.Sha256).Count();
        var alarms = ImmutableArray.CreateBuilder<string>();
        alarms.AddRange(walk.BrokenListings.Select(static listing => $"a listing page could not be read: {listing}"));
        Tell(walk.BrokenArticles, "articles could not be read");
        var held = walk.Current.Where(static visit => !visit.IsAnswered && visit.Documents.Length > 0).OrderBy(static visit =>
            visit.Url, StringComparer.Ordinal).ToList();
        Tell(
            [.. held.Where(static visit => visit.Outcome != FetchOutcome.NotFound).Select(static visit => $"{visit.Url}: {visit.Reason}")],
            "known documents could not be asked for; what was got before stays");
        Tell(
            [.. held.Where(visit => visit.Outcome == FetchOutcome.NotFound && archive.Known[visit.Url].Outcome != FetchOutcome.NotFound)
                .Select(static visit => visit.Url)],
            "documents are gone from their addresses; what was got before stays");
        if (stopped is null && options.Since is null)
        {
            if (found == 0)
            {
                alarms.Add("nothing was found: the site, its addresses or its pages have changed, or it refuses us");
            }
            else if (last is { Found: var before } && found < before)
            {
                alarms.Add($"{found} documents were found, {before} in the harvest before");
            }

            if (publisher.Expected.LeastDocuments is { } least && found < least && found > 0)
            {
                alarms.Add($"{found} documents were found; at least {least} are expected");
            }

            var missing = coverage.Count(static row => row is { Expected: true, Sha256: null });
            if (missing > 0)
            {
                alarms.Add($"{missing} of {coverage.Count(static row => row.Expected)} expected documents are missing; see coverage");
            }
        }

        void Tell(IReadOnlyList<string> places, string what)
        {
            if (places.Count > 0)
            {
                alarms.Add($"{places.Count} {what}: " +
                    $"{string.Join("; ", places.Take(MostTold))}{(places.Count > MostTold ? "; …" : string.Empty)}");
            }
        }

        return new PublisherHarvest(
            publisher.Key,
            publisher.Name,
            publisher.DivisionCode,
            archive.Journal.Start.StartedAt,
            clock.GetUtcNow(),
            stopped is null,
            stopped,
            fault,
            visits.Count,
            found,
            last?.Found,
            walk.Unasked,
            walk.PagesParsed,
            visits.GroupBy(static visit => SchemaName.Of(visit.Outcome)).ToImmutableSortedDictionary(static group =>
                group.Key, static group => group.Count(), StringComparer.Ordinal),
            alarms.ToImmutable(),
            [.. visits.Select(static visit => new HarvestedAddress(
                visit.Url, visit.FinalUrl, visit.Status, visit.Outcome, visit.Attempts, visit.Bytes,
                visit.IsAnswered ? visit.Sha256 : null,
                visit.ETag, visit.LastModified, visit.AskedAt, visit.DurationMilliseconds, visit.Reason))],
            coverage);
    }
}
