using System.Collections.Concurrent;
using Extractor.Extracting;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Runs.Artifacts;

namespace Extractor.Runs.Documents;

/// <summary>A document that is through all stages but publishing.</summary>
/// <param name="ArtifactKey">Equal keys stand for equal content.</param>
/// <param name="IsFresh">Nothing of it was stale: it was not even read.</param>
/// <param name="PagesRead">Pages extracted in this run.</param>
/// <param name="Failure">Set where the work was given up; the document is quarantined then.</param>
public sealed record ProcessedDocument(
    FetchedFile File,
    DocumentOutcome Outcome,
    string ArtifactKey,
    bool IsFresh,
    int PagesRead,
    DocumentFailure? Failure);

/// <summary>
/// Takes one document through extracting and normalizing, from the first stage whose artifact is not there. What goes
/// wrong in our own code ends here: the document is quarantined, the run goes on. Used by any number of threads.
/// </summary>
public sealed class DocumentProcessor
{
    private const string ExtractingStage = "extracting";
    private const string NormalizingStage = "normalizing";

    private readonly ArtifactStore store;
    private readonly ArtifactKeys keys;
    private readonly Func<FetchedFile, ReadOnlyMemory<byte>, CancellationToken, ExtractedDocument> extract;
    private readonly Func<ExtractedDocument, NormalizedDocument> normalize;
    private readonly TimeSpan timeLimit;
    private readonly ConcurrentDictionary<ArtifactKey, NormalizedDocument> kept = new();

    /// <summary>Pages that may still be kept.</summary>
    private int room;

    /// <param name="timeLimit">For the extracting of one document.</param>
    /// <param name="passwords">Tried on files that the empty password does not open.</param>
    /// <param name="pagesKept">
    /// Documents of so many pages stay in memory until they are loaded: to read one back takes a third of the time of making it.
    /// </param>
    public DocumentProcessor(ArtifactStore store, ReferenceData reference, TimeSpan timeLimit, IReadOnlyList<string> passwords,
        int pagesKept)
        : this(store, (reference ?? throw new ArgumentNullException(nameof(reference))).ContentHash,
            (file, bytes, cancellationToken) => DocumentExtractor.Extract(file, bytes, passwords, cancellationToken),
            new DocumentNormalizer(reference).Normalize, timeLimit, pagesKept) => keys = new ArtifactKeys(reference.ContentHash, passwords);

    /// <param name="mapsHash">Of the maps that <paramref name="normalize"/> reads.</param>
    internal DocumentProcessor(
        ArtifactStore store,
        string mapsHash,
        Func<FetchedFile, ReadOnlyMemory<byte>, CancellationToken, ExtractedDocument> extract,
        Func<ExtractedDocument, NormalizedDocument> normalize,
        TimeSpan timeLimit,
        int pagesKept = 0)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        this.extract = extract;
        this.normalize = normalize;
        this.timeLimit = timeLimit;
        room = pagesKept;
        keys = new ArtifactKeys(mapsHash);
    }

    /// <exception cref="OutputException">The store cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ProcessedDocument Process(FetchedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (store.Contains(keys.Normalized(file))
            && store.Contains(keys.Extracted(file.Id))
            && store.Read(keys.Outcome(file), ArtifactForms.Outcome) is { } known
            && known.Id == file.Id)
        {
            return new ProcessedDocument(file, known, keys.Published(file, null), IsFresh: true, PagesRead: 0, Failure: null);
        }

        var made = Make(file, cancellationToken);
        var outcome = DocumentOutcome.Of(made.Document);
        if (made.Failure is null)
        {
            store.Write(keys.Outcome(file), outcome, ArtifactForms.Outcome);
            Keep(file, made.Document);
        }

        return new ProcessedDocument(file, outcome, keys.Published(file, made.Failure?.Reason), IsFresh: false, made.PagesRead,
            made.Failure);
    }

    private void Keep(FetchedFile file, NormalizedDocument document)
    {
        var pages = document.Extracted.Pages.Length;
        if (Interlocked.Add(ref room, -pages) < 0 || !kept.TryAdd(keys.Normalized(file), document))
        {
            Interlocked.Add(ref room, pages);
        }
    }

    /// <summary>
    /// A document that was processed, from memory the first time where it is kept there, else from the store; made again where an
    /// artifact was lost or damaged since.
    /// </summary>
    /// <param name="failure">Why the work on it was given up, where it was: it stays given up, with what was stored of it.</param>
    public NormalizedDocument Load(FetchedFile file, DocumentFailure? failure)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (failure is not null)
        {
            return failure.Quarantine(failure.Stage == ExtractingStage ? null
                : store.Read(keys.Extracted(file.Id), ArtifactForms.Extraction)?.Of(file));
        }

        if (kept.TryRemove(keys.Normalized(file), out var document))
        {
            return document;
        }

        var made = Make(file, CancellationToken.None);
        return made.Failure is { } fault
            ? throw new InvalidOperationException($"{file.ArchiveLocation}: {fault.Reason}", fault.Exception)
            : made.Document;
    }

    private readonly record struct Made(NormalizedDocument Document, int PagesRead, DocumentFailure? Failure);

    private Made Make(FetchedFile file, CancellationToken cancellationToken)
    {
        ExtractedDocument? extracted = null;
        var pagesRead = 0;
        var stage = ExtractingStage;
        try
        {
            extracted = store.Read(keys.Extracted(file.Id), ArtifactForms.Extraction)?.Of(file);
            if (extracted is null)
            {
                extracted = Extract(file, cancellationToken);
                pagesRead = extracted.Pages.Length;
                store.Write(keys.Extracted(file.Id), StoredExtraction.Of(extracted), ArtifactForms.Extraction);
            }

            stage = NormalizingStage;
            var normalized = store.Read(keys.Normalized(file), ArtifactForms.Meaning)?.Of(extracted);
            if (normalized is null)
            {
                normalized = normalize(extracted);
                store.Write(keys.Normalized(file), StoredMeaning.Of(normalized), ArtifactForms.Meaning);
            }

            return new Made(normalized, pagesRead, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return GiveUp(FailureKind.TimeLimit, null);
        }
        catch (FileChangedException error)
        {
            return GiveUp(FailureKind.FileChanged, error);
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutputException))
        {
            return GiveUp(FailureKind.InternalError, error);
        }

        Made GiveUp(FailureKind kind, Exception? error)
        {
            var failure = new DocumentFailure(file, kind, stage, error, timeLimit);
            return new Made(failure.Quarantine(extracted), pagesRead, failure);
        }
    }

    private ExtractedDocument Extract(FetchedFile file, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        return extract(file, ReadBytes(file), limit.Token);
    }

    private static byte[] ReadBytes(FetchedFile file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FileChangedException(error.Message, error);
        }

        return DocumentId.Of(bytes) == file.Id
            ? bytes
            : throw new FileChangedException("Its bytes are others than when it was listed.", null);
    }

    private sealed class FileChangedException(string message, Exception? innerException) : Exception(message, innerException);
}
