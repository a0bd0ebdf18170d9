using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Extractor.Fetching;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Publishing;
using Extractor.Runs.Artifacts;
using Extractor.Runs.Documents;

namespace Extractor.Runs;

/// <summary>
/// A whole run: files are listed and hashed one after the other, workers take each through extracting and normalizing,
/// and when all are through the datasets are published. What is in memory at once is bounded by the number of workers;
/// of a finished document only its outcome stays. Stopped at any instruction and started again, a run ends the same.
/// </summary>
public static class Pipeline
{
    /// <exception cref="OutputException">The store cannot be written.</exception>
    /// <exception cref="PublishingException">The datasets cannot be written.</exception>
    /// <exception cref="ImplausiblePublicationException">They look wrong beside those published before.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<RunReport> RunAsync(RunPlan plan, IProgress<RunEvent> progress, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(clock);
        var startedAt = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        var store = ArtifactStore.Open(plan.StoreFolder, clock);
        OutputException.Guard(plan.OutputFolder, () => Directory.CreateDirectory(plan.OutputFolder));

        var listed = FolderReader.List(SourcesOf(plan), cancellationToken);
        progress.Report(new FilesListed(listed.Count));
        var work = await WorkAsync(plan, listed, store, progress, cancellationToken).ConfigureAwait(false);
        var workTime = clock.GetElapsedTime(started);

        progress.Report(new PublishingStarted(work.Documents.Length));
        var history = RunHistory.Read(store, plan.Definition.Name);
        var source = new PublicationSource(
            plan.ExtractorVersion,
            Publishable(work),
            [RunRecords.RunOf(plan, work, history, startedAt, clock.GetUtcNow(), workTime)],
            RunRecords.FetchesOf(plan, work, history, startedAt),
            RunRecords.CoverageOf(plan, work)) { AcceptsChanges = plan.AcceptsChanges };
        var publication = await Task.Run(() => DatasetPublisher.Publish(source, plan.OutputFolder, plan.Workers, cancellationToken), cancellationToken).ConfigureAwait(false);
        history.Replace(store, work.Files);

        return new RunReport(
            plan,
            [.. work.Documents.Select(static document => document.Outcome)],
            work.Documents.Count(static document => document.IsFresh),
            work.PagesRead,
            work.NotTaken,
            work.Failures,
            publication,
            workTime,
            clock.GetElapsedTime(started));
    }

    private static ImmutableArray<PublishableDocument> Publishable(RunWork work)
    {
        var documents = work.Documents;
        var superseded = work.Files.Where(static file => file.File is not null).ToDictionary(static file => file.File!.Id, static file => file.Expected?.Supersedes);
        return [.. documents.Select(document => new PublishableDocument(
            document.File.Id, document.Outcome.FiscalYear, document.Outcome.DivisionCode, document.Outcome.Pages, document.ArtifactKey, superseded.GetValueOrDefault(document.File.Id), document.Load))];
    }

    /// <summary>Where the run itself writes is no source.</summary>
    private static ImmutableArray<FolderSource> SourcesOf(RunPlan plan) =>
        [.. plan.Definition.Sources.Select(source => source with { LeftOut = [plan.OutputFolder, plan.StoreFolder] })];

    private static async Task<RunWork> WorkAsync(
        RunPlan plan, IReadOnlyList<ListedFile> listed, ArtifactStore store, IProgress<RunEvent> progress, CancellationToken cancellationToken)
    {
        var processor = new DocumentProcessor(store, ReferenceData.Load(), plan.TimeLimit);
        var done = new ConcurrentBag<ProcessedDocument>();
        var files = ImmutableArray.CreateBuilder<FolderFile>(listed.Count);
        var channel = Channel.CreateBounded<FetchedFile>(new BoundedChannelOptions(2 * plan.Workers) { SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        var fetching = Task.Run(() => UnlessFailed(FetchAsync), CancellationToken.None);
        var workers = Enumerable.Range(0, plan.Workers).Select(_ => Task.Run(() => UnlessFailed(ProcessAsync), CancellationToken.None));
        await Task.WhenAll([fetching, .. workers]).ConfigureAwait(false);
        return new RunWork(
            files.DrainToImmutable(),
            [.. done.OrderBy(static document => document.Outcome.FiscalYear)
                .ThenBy(static document => document.Outcome.DivisionCode, StringComparer.Ordinal)
                .ThenBy(static document => document.File.Id)]);

        async Task FetchAsync()
        {
            foreach (var file in FolderReader.Read(listed, stop.Token))
            {
                files.Add(file);
                if (file.File is { } taken)
                {
                    await channel.Writer.WriteAsync(taken, stop.Token).ConfigureAwait(false);
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
                var document = processor.Process(file, stop.Token);
                done.Add(document);
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
/// <param name="Documents">In the order of publication: fiscal year, division code, document.</param>
internal sealed record RunWork(ImmutableArray<FolderFile> Files, ImmutableArray<ProcessedDocument> Documents)
{
    public int PagesRead => Documents.Sum(static document => document.PagesRead);

    public ImmutableArray<FolderFile> NotTaken => [.. Files.Where(static file => file.State != FolderFileState.Taken)];

    public ImmutableArray<DocumentFailure> Failures =>
        [.. Documents.Select(static document => document.Failure).OfType<DocumentFailure>().OrderBy(static failure => failure.File.Id)];
}
