using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Runs.Documents;

/// <summary>Why the work on a document was given up, other than by what is in the document.</summary>
public enum FailureKind
{
    /// <summary>A fault of this program.</summary>
    InternalError,

    /// <summary>The document took longer than the run allows.</summary>
    TimeLimit,

    /// <summary>The file could no longer be read, or held other bytes than when it was listed.</summary>
    FileChanged,
}

/// <summary>Work on one document that was given up. Nothing of it is stored, so the next run tries again.</summary>
/// <param name="Stage">extracting, normalizing.</param>
/// <param name="Exception">With its trace, for the log; null for the time limit.</param>
public sealed record DocumentFailure(FetchedFile File, FailureKind Kind, string Stage, Exception? Exception, TimeSpan TimeLimit)
{
    /// <summary>Published as <c>status_reason</c>: the same on every machine, so without trace and path.</summary>
    public string Reason => Kind switch
    {
        FailureKind.TimeLimit =>
            $"time limit: {Stage} took longer than {(int)TimeLimit.TotalSeconds} s; raise time_limit_seconds and run again",
        FailureKind.FileChanged => "the file vanished or changed while the run was reading it; run again",
        _ => $"internal error in {Stage} ({Exception?.GetType().Name}); the trace is in the log of the run; report it together with the " +
            $"file",
    };

    /// <summary>The document as it is published then: with its pages and tables where they were read, without any meaning.</summary>
    public NormalizedDocument Quarantine(ExtractedDocument? extracted)
    {
        var read = extracted ?? new ExtractedDocument(
            File, "application/octet-stream", null, TextLayer.None, DocumentStatus.Quarantined, Reason, [], [], [], []);
        var nobody = new DocumentIdentity(
            DocumentKind.Other, null, null, null, null, null, null, IdentityEvidence.None, IdentityEvidence.None, IdentityOutcome.Unknown);
        return new NormalizedDocument(
            read with { Status = DocumentStatus.Quarantined, StatusReason = Reason },
            nobody,
            [.. read.Tables.Select(static table => new TableMeaning(table.Ordinal, TableKey.Other, null, UnitEvidence.None))],
            [.. read.Sections.Select(static section => new SectionMeaning(section.Ordinal, "other"))],
            [],
            [],
            [],
            [],
            [],
            read.Findings);
    }
}
