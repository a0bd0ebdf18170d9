using System.Collections.Immutable;
using System.Threading.Channels;
using Extractor.Fetching;
using Extractor.Normalizing;
using Extractor.Publishing;
using Extractor.Runs.Artifacts;
using Extractor.Runs.Documents;

namespace Extractor.Runs;

/// <summary>
/// A whole run: files are listed and hashed one after the other, workers take each through extracting and normalizing,
/// and when all are through the datasets are published. What is in memory at once is bounded by the number of workers;
/// of a finished document only its place in the datasets stays. Stopped at any instruction and started again, a run ends
/// the same. One share of a run (<see cref="RunPlan.Shard"/>) leaves artifacts in the store and publishes nothing; the run
/// without a share then finds them there, makes what is still missing, and publishes.
/// </summary>
public static class Pipeline
{
    /// <summary>Bounds what documents that wait for their publishing take of the memory.</summary>
    private const int PagesKept = 500;

    /// <exception cref="OutputException">The store cannot be written.</exception>
    /// <exception cref="PublishingException">The datasets cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<RunReport> RunAsync(RunPlan plan, IProgress<RunEvent> progress, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(clock);
        var startedAt = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        var store = ArtifactStore.Open(plan.StoreFolder, clock);
        if (plan.Shard is null)
        {
            OutputException.Guard(plan.OutputFolder, () => Directory.CreateDirectory(plan.OutputFolder));
        }

        var listed = ListedOf(plan, cancellationToken);
        progress.Report(new FilesListed(listed.Count));
        var work = await WorkAsync(plan, listed, store, progress, cancellationToken).ConfigureAwait(false);
        var workTime = clock.GetElapsedTime(started);
        Publication? publication = null;
        if (plan.Shard is null)
        {
            progress.Report(new PublishingStarted(work.Documents.Length));
            publication = await Task.Run(
                () => Publish(plan, work, store, progress, startedAt, clock.GetUtcNow(), workTime, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }

        return new RunReport(plan, work.Totals, work.NotTaken, publication, workTime, clock.GetElapsedTime(started));
    }

    /// <summary>
    /// The files of the run, or of its share: by their place, so that a share reads none of the others' files. Bytes that
    /// lie in several places may be worked on in several shares; the run that publishes takes those of the first place.
    /// </summary>
    private static IReadOnlyList<ListedFile> ListedOf(RunPlan plan, CancellationToken cancellationToken)
    {
        // Where the run itself writes is no source.
        var sources = plan.Definition.Sources.Select(source => source with { LeftOut = [plan.OutputFolder, plan.StoreFolder] });
        var listed = FolderReader.List([.. sources], cancellationToken);
        return plan.Shard is { } shard ? [.. listed.Where(file => shard.Takes(file.ArchiveLocation))] : listed;
    }

    private static Publication Publish(
        RunPlan plan, RunWork work, ArtifactStore store, IProgress<RunEvent> progress, DateTimeOffset startedAt,
            DateTimeOffset finishedAt, TimeSpan workTime, CancellationToken cancellationToken)
    {
        var history = RunHistory.Read(store, plan.Definition.Name);
        var superseded = work.Files.Where(static file => file.State == FolderFileState.Taken && file.Expected?.Supersedes is not null)
            .ToDictionary(static file => file.Id!.Value, static file => file.Expected!.Supersedes);
        var reference = ReferenceData.Load();
        var source = new PublicationSource(
            plan.ExtractorVersion,
            [.. work.Documents.Select(document => new PublishableDocument(
                document.Id, document.FiscalYear, document.DivisionCode, document.Pages, document.ArtifactKey,
                    superseded.GetValueOrDefault(document.Id), document.Load))],
            [RunRecords.RunOf(plan, work, history, startedAt, finishedAt, workTime)],
            RunRecords.FetchesOf(plan, work, history, startedAt),
            RunRecords.CoverageOf(plan, work))
        {
            AcceptsChanges = plan.AcceptsChanges,
            Harvests = plan.Definition.Sources.SelectMany(static source => source.Nights),
            CodeLists = reference.CodeLists,
            Subjects = reference.Subjects.Published,
            Divisions = reference.Divisions.Published,
            OrganisationChanges = reference.OrganisationChanges,
            Progress = done => progress.Report(new DocumentsPublished(done)),
        };
        var publication = DatasetPublisher.Publish(source, plan.OutputFolder, plan.Workers, cancellationToken);
        history.Replace(store, work.Files);
        return publication;
    }

    private static async Task<RunWork> WorkAsync(
        RunPlan plan, IReadOnlyList<ListedFile> listed, ArtifactStore store, IProgress<RunEvent> progress,
            CancellationToken cancellationToken)
    {
        var processor = new DocumentProcessor(store, ReferenceData.Load(), plan.TimeLimit, plan.Passwords,
            plan.Shard is null ? PagesKept : 0);
        var done = new List<FinishedDocument>();
        var tally = new RunTally();
        var files = ImmutableArray.CreateBuilder<FolderFile>(listed.Count);
        var channel = Channel.CreateBounded<FolderFile>(new BoundedChannelOptions(2 * plan.Workers) { SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        var fetching = Task.Run(() => UnlessFailed(FetchAsync), CancellationToken.None);
        var workers = Enumerable.Range(0, plan.Workers).Select(_ => Task.Run(() => UnlessFailed(ProcessAsync), CancellationToken.None));
        await Task.WhenAll([fetching, .. workers]).ConfigureAwait(false);
        return new RunWork(files.DrainToImmutable(), [.. done.OrderBy(static document => document.Id)], tally.ToTotals());

        async Task FetchAsync()
        {
            foreach (var file in FolderReader.Read(listed, stop.Token))
            {
                files.Add(file);
                if (file.State == FolderFileState.Taken)
                {
                    await channel.Writer.WriteAsync(file, stop.Token).ConfigureAwait(false);
                }
                else
                {
                    progress.Report(new FileNotTaken(file));
                }
            }

            channel.Writer.Complete();
        }

        async Task ProcessAsync()
        {
            await foreach (var file in channel.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                var document = processor.Process(file.File!, stop.Token);
                lock (done)
                {
                    done.Add(new FinishedDocument(processor, file, document));
                    tally.Add(document);
                }

                if (document.Failure is { } failure)
                {
                    progress.Report(new DocumentFailed(failure));
                }

                progress.Report(new DocumentDone(document.Outcome, document.IsFresh));
            }
        }

        // The first failure stops the others; theirs would only be cancellations.
        async Task UnlessFailed(Func<Task> part)
        {
            try
            {
                await part().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }
}

/// <summary>What the stages before publishing left.</summary>
/// <param name="Files">In the order of the listing.</param>
/// <param name="Documents">In the order of their ids.</param>
internal sealed record RunWork(ImmutableArray<FolderFile> Files, ImmutableArray<FinishedDocument> Documents, RunTotals Totals)
{
    public ImmutableArray<FolderFile> NotTaken => [.. Files.Where(static file => file.State != FolderFileState.Taken)];
}
