using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>Harvests publishers side by side; within one publisher, and to one host, one request at a time.</summary>
public static class Harvester
{
    private const int AtOnce = 8;

    /// <returns>In the order of the definitions.</returns>
    /// <exception cref="ArchiveInUseException">Another process writes to an archive.</exception>
    public static async Task<ImmutableArray<PublisherHarvest>> RunAsync(
        ImmutableArray<PublisherDefinition> publishers, HarvestOptions options, TimeProvider clock, IProgress<HarvestEvent> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.ArchiveFolder);
        // Of this process alone, also where processes of other machines and containers share the archive.
        var scratch = Path.Combine(options.ArchiveFolder, "incoming", Path.GetRandomFileName());
        Directory.CreateDirectory(scratch);
        try
        {
            using var fetcher = new PageFetcher(options.Requests, scratch, clock);
            var harvests = new PublisherHarvest[publishers.Length];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, publishers.Length),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (index, stop) => harvests[index] = await OneAsync(publishers[index], options, fetcher, clock, progress, stop).ConfigureAwait(false)).ConfigureAwait(false);
            return [.. harvests];
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<PublisherHarvest> OneAsync(
        PublisherDefinition publisher, HarvestOptions options, PageFetcher fetcher, TimeProvider clock, IProgress<HarvestEvent> progress, CancellationToken cancellationToken)
    {
        using var archive = PublisherArchive.Open(Path.Combine(options.ArchiveFolder, publisher.Key), options.Requests.UserAgent, options.ExtractorVersion, clock);
        var walk = new PublisherWalk(publisher, archive, fetcher, options, clock, progress);
        var last = archive.LastHarvest<PublisherHarvest>();
        string? stopped = null;
        try
        {
            await walk.WalkAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HarvestStoppedException error)
        {
            stopped = error.Message;
        }

        var harvest = Summarize(publisher, archive, walk, options, last, stopped, clock);
        if (stopped is null)
        {
            // A harvest of the newest only leaves the documents of before as they are.
            var before = options.Since is null ? [] : archive.Known.Values.Where(static visit => visit.Documents.Length > 0);
            archive.Complete(harvest, walk.Current.UnionBy(before, static visit => visit.Url));
        }

        return harvest;
    }

    private static PublisherHarvest Summarize(
        PublisherDefinition publisher, PublisherArchive archive, PublisherWalk walk, HarvestOptions options, PublisherHarvest? last, string? stopped, TimeProvider clock)
    {
        var visits = archive.Journal.Done.Values.OrderBy(static visit => visit.AskedAt).ThenBy(static visit => visit.Url, StringComparer.Ordinal).ToList();
        var coverage = Inventory.Compare(publisher, walk.Current);
        var found = walk.Current.SelectMany(static visit => visit.Documents).DistinctBy(static document => document.Sha256).Count();
        var alarms = ImmutableArray.CreateBuilder<string>();
        alarms.AddRange(walk.BrokenListings.Select(static listing => $"a listing page could not be read: {listing}"));
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

        return new PublisherHarvest(
            publisher.Key,
            publisher.Name,
            publisher.DivisionCode,
            archive.Journal.Start.StartedAt,
            clock.GetUtcNow(),
            stopped is null,
            stopped,
            walk.Asked,
            found,
            last?.Found,
            walk.Unasked,
            visits.GroupBy(static visit => SchemaName.Of(visit.Outcome)).ToImmutableSortedDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal),
            alarms.ToImmutable(),
            [.. visits.Select(static visit => new HarvestedAddress(
                visit.Url, visit.FinalUrl, visit.Status, visit.Outcome, visit.Attempts, visit.Bytes,
                visit.Outcome is FetchOutcome.New or FetchOutcome.Changed or FetchOutcome.Unchanged ? visit.Sha256 : null,
                visit.ETag, visit.LastModified, visit.AskedAt, visit.DurationMilliseconds, visit.Reason))],
            coverage);
    }
}

/// <summary>What was expected against what was found.</summary>
internal static class Inventory
{
    public static ImmutableArray<HarvestedCoverage> Compare(PublisherDefinition publisher, IReadOnlyCollection<Visit> current)
    {
        var rows = ImmutableArray.CreateBuilder<HarvestedCoverage>();
        var matched = new HashSet<string>(StringComparer.Ordinal);
        var ordered = current.OrderBy(static visit => visit.Url, StringComparer.Ordinal).ToList();
        foreach (var department in publisher.Expected.Departments)
        {
            foreach (var year in publisher.Expected.FiscalYears)
            {
                foreach (var kind in publisher.Expected.Kinds)
                {
                    var fits = ordered.Where(visit => visit.Hint is { } hint && hint.DepartmentName == department && hint.FiscalYear == year && hint.Kind == kind).ToList();
                    var held = fits.Where(static visit => visit.Documents.Length > 0).ToList();
                    foreach (var document in held.SelectMany(static visit => visit.Documents).Where(document => matched.Add(document.Sha256)))
                    {
                        rows.Add(new HarvestedCoverage(publisher.DivisionCode, department, year, kind, true, document.Sha256, null));
                    }

                    if (held.Count == 0)
                    {
                        rows.Add(new HarvestedCoverage(publisher.DivisionCode, department, year, kind, true, null, ReasonOf(fits)));
                    }
                }
            }
        }

        foreach (var visit in ordered)
        {
            rows.AddRange(visit.Documents.Where(document => matched.Add(document.Sha256)).Select(document => new HarvestedCoverage(
                visit.Hint?.DivisionCode, visit.Hint?.DepartmentName, visit.Hint?.FiscalYear, visit.Hint?.Kind ?? DocumentKind.Other, false, document.Sha256, null)));
        }

        return rows.ToImmutable();
    }

    private static string ReasonOf(List<Visit> fits) =>
        fits.Count == 0
            ? "no link to such a document was found"
            : string.Join("; ", fits.Select(static visit => $"{visit.Url}: {SchemaName.Of(visit.Outcome)}{(visit.Reason is null ? string.Empty : $", {visit.Reason}")}"));
}
