using System.Collections.Immutable;
using Extractor.Fetching;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Publishing;
using Extractor.Runs.Documents;

namespace Extractor.Runs;

/// <summary>How a process ends; documented in <c>--help</c>.</summary>
public enum ExitCode
{
    /// <summary>Every file was read wholly.</summary>
    Complete = 0,

    /// <summary>Some files are partial, quarantined, unreadable or missing; everything else is published.</summary>
    Incomplete = 1,

    /// <summary>The definition or the arguments are wrong; nothing was done.</summary>
    WrongDefinition = 2,

    /// <summary>The output cannot be written.</summary>
    OutputNotWritten = 3,

    /// <summary>A fault of this program; its trace is in the log.</summary>
    InternalError = 4,

    /// <summary>The data look wrong beside those published before, which stay.</summary>
    Implausible = 5,

    /// <summary>Stopped by the user; what is done stays done.</summary>
    Cancelled = 130,
}

/// <summary>What a run did.</summary>
/// <param name="Fresh">Documents of which nothing was stale.</param>
/// <param name="NotTaken">Duplicates, unreadable and missing files.</param>
/// <param name="WorkTime">From the start to the last document before publishing.</param>
public sealed record RunReport(
    RunPlan Plan,
    ImmutableArray<DocumentOutcome> Documents,
    int Fresh,
    int PagesRead,
    ImmutableArray<FolderFile> NotTaken,
    ImmutableArray<DocumentFailure> Failures,
    Publication Publication,
    TimeSpan WorkTime,
    TimeSpan TotalTime)
{
    public int Pages => Documents.Sum(static document => document.Pages);

    public long Lines => Documents.Sum(static document => (long)document.Lines);

    /// <summary>Pages extracted in this run, by the time that extracting and normalizing took; null where nothing was stale.</summary>
    public double? PagesPerSecond => Rate(PagesRead, WorkTime);

    /// <summary>Rows that do not fit together are withheld by publishing: a fault of this program.</summary>
    public ExitCode ExitCode => Publication.WithheldDocumentCount > 0 ? ExitCode.InternalError : ExitCodeOf(Documents, NotTaken, Failures);

    public ImmutableSortedDictionary<DocumentStatus, int> Statuses => Count(Documents.Select(static document => KeyValuePair.Create(document.Status, 1)));

    public ImmutableSortedDictionary<DocumentKind, int> Kinds => Count(Documents.Select(static document => KeyValuePair.Create(document.Kind, 1)));

    public ImmutableSortedDictionary<PageState, int> PageStates => Count(Documents.SelectMany(static document => document.PageStates));

    public ImmutableSortedDictionary<TableKey, int> Tables => Count(Documents.SelectMany(static document => document.Tables));

    public ImmutableSortedDictionary<CheckOutcome, int> Checks => Count(Documents.SelectMany(static document => document.Checks));

    public ImmutableSortedDictionary<Severity, int> Findings => Count(Documents.SelectMany(static document => document.Findings));

    internal static double? Rate(int pages, TimeSpan time) => pages > 0 && time > TimeSpan.Zero ? pages / time.TotalSeconds : null;

    internal static ExitCode ExitCodeOf(
        IEnumerable<DocumentOutcome> documents,
        IEnumerable<FolderFile> notTaken,
        IEnumerable<DocumentFailure> failures)
    {
        if (failures.Any(static failure => failure.Kind == FailureKind.InternalError))
        {
            return ExitCode.InternalError;
        }

        return documents.Any(static document => document.Status != DocumentStatus.Complete)
            || notTaken.Any(static file => file.State is FolderFileState.Unreadable or FolderFileState.Missing)
                ? ExitCode.Incomplete
                : ExitCode.Complete;
    }

    private static ImmutableSortedDictionary<TKey, int> Count<TKey>(IEnumerable<KeyValuePair<TKey, int>> counts)
        where TKey : struct, Enum =>
        counts.GroupBy(static count => count.Key, static count => count.Value)
            .ToImmutableSortedDictionary(static group => group.Key, static group => group.Sum());
}
