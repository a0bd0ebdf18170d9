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

    /// <summary>Known from before, and not due to be asked for again.</summary>
    NotDue,

    /// <summary>A link that was seen and not followed; the reason says why.</summary>
    NotTaken,
}

/// <summary>What an address was taken for.</summary>
public enum LinkRole
{
    /// <summary>The first page of a listing (列表页).</summary>
    Listing,

    /// <summary>A listing below a listing: of a department, of a year.</summary>
    Column,

    /// <summary>A further page of a listing, or a part that its script asks for.</summary>
    Page,

    /// <summary>An article (正文页).</summary>
    Article,

    /// <summary>A file (附件).</summary>
    Document,

    /// <summary>A picture of a page of a document.</summary>
    PageImage,
}

/// <summary>In which form something was disclosed.</summary>
public enum DisclosedAs
{
    File,

    /// <summary>Pictures of pages, which are kept and not read.</summary>
    PageImages,

    /// <summary>Tables of a web page, which is kept and not read.</summary>
    PageTables,
}

/// <summary>One request of a run, with all its attempts: a row of <c>fetches</c>.</summary>
/// <param name="Status">The last HTTP status; null where no answer came.</param>
/// <param name="Sha256">Of the bytes received, lower-case hex; null where none came.</param>
/// <param name="Publisher">The definition's key; null where no harvest asked.</param>
/// <param name="TakenAs">Null for a link that was not followed, and for files of folders.</param>
/// <param name="FoundOnUrl">The page that has the link; null for what the definition names.</param>
/// <param name="Reason">Why it was not followed, or did not give what was wanted.</param>
/// <param name="IsUnexplained">Not followed, though it stands where documents stand.</param>
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
    long DurationMilliseconds,
    string? Publisher = null,
    LinkRole? TakenAs = null,
    string? FoundOnUrl = null,
    string? LinkText = null,
    string? Reason = null,
    bool IsUnexplained = false);

/// <summary>What a source should have published against what was found: a row of <c>coverage</c>.</summary>
/// <param name="Source">The name of the source definition.</param>
/// <param name="Expected">The source definition says that there is such a document.</param>
/// <param name="ReasonMissing">Why nothing was found; null where something was.</param>
/// <param name="DisclosedAs">Null where it was not.</param>
/// <param name="DueOn">Of what was not disclosed: the last day on which it was to be; null where none is known.</param>
public sealed record CoverageRecord(
    string Source,
    string? DivisionCode,
    string? DepartmentName,
    int? FiscalYear,
    DocumentKind Kind,
    bool Expected,
    bool Found,
    DocumentId? DocumentId,
    string? ReasonMissing,
    DisclosedAs? DisclosedAs = null,
    DateOnly? DueOn = null);
