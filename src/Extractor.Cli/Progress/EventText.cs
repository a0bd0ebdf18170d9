using Extractor.Fetching;
using Extractor.Model.Documents;
using Extractor.Runs;
using Extractor.Runs.Documents;

namespace Extractor.Cli.Progress;

/// <summary>The log: one line for what a person should know of while a run goes on.</summary>
internal static class EventText
{
    /// <returns>Null for events that only move the progress.</returns>
    public static string? Of(RunEvent happened) => happened switch
    {
        FileNotTaken { File.State: FolderFileState.Duplicate } duplicate =>
            $"duplicate: {duplicate.File.ArchiveLocation}: {duplicate.File.Reason}",
        FileNotTaken notTaken => $"{SchemaNameOf(notTaken.File.State)}: {notTaken.File.ArchiveLocation}: {notTaken.File.Reason}",
        DocumentFailed { Failure: { Kind: FailureKind.InternalError } failure } =>
            $"internal error: {failure.File.ArchiveLocation}: {failure.Stage}: {failure.Exception}",
        DocumentFailed => null,
        DocumentDone { Outcome: { Status: not DocumentStatus.Complete } outcome } =>
            $"{SchemaNameOf(outcome.Status)}: {outcome.ArchiveLocation}: {outcome.StatusReason}",
        _ => null,
    };

    private static string SchemaNameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => Model.SchemaName.Of(value);
}
