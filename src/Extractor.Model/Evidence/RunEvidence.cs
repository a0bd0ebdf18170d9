using Extractor.Model.Documents;

namespace Extractor.Model.Evidence;

/// <summary>One run of the pipeline: a row of <c>runs</c>.</summary>
/// <param name="Definition">The definition's name or path as the user gave it; null for a run over a folder without one.</param>
/// <param name="DocumentsNew">Documents that the run before did not have.</param>
/// <param name="DocumentsChanged">Documents that replace one of the run before (same place, other bytes).</param>
/// <param name="ExitCode">What the process returned.</param>
public sealed record RunRecord(
    string RunId,
    string? Definition,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    string ExtractorVersion,
    int DocumentsNew,
    int DocumentsChanged,
    int DocumentsUnchanged,
    int DocumentsQuarantined,
    long ChecksHolding,
    long ChecksFailing,
    double? PagesPerSecond,
    int? ExitCode);

/// <summary>How a request ended.</summary>
public enum FetchOutcome
{
    New,
    Unchanged,
    Changed,
    NotFound,
    Blocked,
    WrongMediaType,
    RefusedByRobots,
    Failed,
}

/// <summary>One request of a run, with all its attempts: a row of <c>fetches</c>.</summary>
/// <param name="Status">The last HTTP status; null where no answer came.</param>
/// <param name="Sha256">Of the bytes received, lower-case hex; null where none came.</param>
public sealed record FetchRecord(
    string RunId,
    string Url,
    string? FinalUrl,
    int? Status,
    FetchOutcome Outcome,
    int Attempts,
    long? Bytes,
    string? Sha256,
    string? ETag,
    DateTimeOffset? LastModified,
    DateTimeOffset StartedAt,
    long DurationMilliseconds);

/// <summary>What a source should have published against what was found: a row of <c>coverage</c>.</summary>
/// <param name="Source">The name of the source definition.</param>
/// <param name="Expected">The source definition says that there is such a document.</param>
/// <param name="ReasonMissing">Why nothing was found; null where something was.</param>
public sealed record CoverageRecord(
    string Source,
    string? DivisionCode,
    string? DepartmentName,
    int? FiscalYear,
    DocumentKind Kind,
    bool Expected,
    bool Found,
    DocumentId? DocumentId,
    string? ReasonMissing);
