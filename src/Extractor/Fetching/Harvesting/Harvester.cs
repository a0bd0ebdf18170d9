using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;

namespace Extractor.Fetching.Harvesting;

/// <summary>Harvests publishers side by side; within one publisher, and to one host, one request at a time.</summary>
public static class Harvester
{
    /// <summary>A publisher at work is one request at a time, and mostly a wait between two.</summary>
    private const int AtOnce = 64;

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
        var nightAt = clock.GetUtcNow();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, publishers.Length),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, stop) => harvests[index] = await OneAsync(publishers[index], options, nightAt, fetcher, clock, progress,
                stop)
                .ConfigureAwait(false)).ConfigureAwait(false);
        return [.. harvests];
    }

    private static async Task<PublisherHarvest> OneAsync(
        PublisherDefinition publisher, HarvestOptions options, DateTimeOffset nightAt, PageFetcher fetcher, TimeProvider clock,
            IProgress<HarvestEvent> progress, CancellationToken cancellationToken)
    {
        using var archive = PublisherArchive.Open(Path.Combine(options.ArchiveFolder, publisher.Key), options.Requests.UserAgent,
            options.ExtractorVersion, clock);
        var walk = new PublisherWalk(publisher, archive, fetcher, options, nightAt, clock, progress);
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

        // A harvest of the newest only, or one that was stopped, leaves the documents of before as they are.
        var before = options.Since is null && stopped is null ? []
            : archive.Known.Values.Where(static visit => visit.Documents.Length > 0);
        var asked = publisher.Expected.Departments
            .Concat(publisher.Listings.Select(static listing => listing.DepartmentName).OfType<string>())
            .Concat(publisher.Addresses.Select(static listed => listed.Request.DepartmentName).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        var documents = walk.Current.UnionBy(before, static visit => visit.Url);
        var harvest = ClosedHarvest.Of(publisher, archive, walk, [.. stopped is null ? walk.Current : documents], options, last, stopped,
            fault, clock);
        if (fault is null)
        {
            HarvestNights.Add(Path.Combine(options.ArchiveFolder, publisher.Key), HarvestNights.Of(harvest));
        }

        if (stopped is null)
        {
            archive.Complete(harvest, documents, HintOf);
        }
        else if (fault is null)
        {
            archive.Settle(harvest, documents, HintOf);
        }

        // What a document is compared with is what the definition asks for; how links write a name beside that is no request.
        DocumentHint? HintOf(Visit visit, KeptDocument document) => LinkReading.HintOf(publisher, visit, document) is { } hint
            ? hint with { DepartmentName = hint.DepartmentName is { } name && asked.Contains(name) ? name : null } : null;

        HarvestTelemetry.Harvested(span, harvest);
        progress.Report(new PublisherFinished(publisher, harvest));
        return harvest;
    }
}
