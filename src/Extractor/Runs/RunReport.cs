using System.Collections.Immutable;
using Extractor.Fetching;
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

    /// <summary>The output or the store cannot be written, or a newer version of this program made them.</summary>
    OutputNotWritten = 3,

    /// <summary>A fault of this program; its trace is in the log.</summary>
    InternalError = 4,

    /// <summary>The data look wrong beside those published before, which stay.</summary>
    Implausible = 5,

    /// <summary>Stopped by the user; what is done stays done.</summary>
    Cancelled = 130,
}

/// <summary>What a run did.</summary>
/// <param name="NotTaken">Duplicates, unreadable and missing files.</param>
/// <param name="Publication">Null for one share of a run, which publishes nothing.</param>
/// <param name="WorkTime">From the start to the last document before publishing.</param>
public sealed record RunReport(
    RunPlan Plan,
    RunTotals Totals,
    ImmutableArray<FolderFile> NotTaken,
    Publication? Publication,
    TimeSpan WorkTime,
    TimeSpan TotalTime)
{
    /// <summary>Pages extracted in this run, by the time that extracting and normalizing took; null where nothing was stale.</summary>
    public double? PagesPerSecond => Rate(Totals.PagesRead, WorkTime);

    /// <summary>Rows that do not fit together are withheld by publishing: a fault of this program.</summary>
    public ExitCode ExitCode => Publication is { WithheldDocumentCount: > 0 } ? ExitCode.InternalError : ExitCodeOf(Totals, NotTaken);

    internal static double? Rate(long pages, TimeSpan time) => pages > 0 && time > TimeSpan.Zero ? pages / time.TotalSeconds : null;

    internal static ExitCode ExitCodeOf(RunTotals totals, IEnumerable<FolderFile> notTaken)
    {
        if (totals.Failures.ContainsKey(FailureKind.InternalError))
        {
            return ExitCode.InternalError;
        }

        return totals.NotComplete.Length > 0 ||
            notTaken.Any(static file => file.State is FolderFileState.Unreadable or FolderFileState.Missing)
            ? ExitCode.Incomplete
            : ExitCode.Complete;
    }
}
