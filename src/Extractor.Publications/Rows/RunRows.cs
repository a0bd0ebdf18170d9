namespace Extractor.Publications.Rows;

/// <summary>A run of the pipeline.</summary>
public sealed record RunRow(
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
    int? ExitCode) : IDatasetRow
{
    public static string Dataset => "runs";
}

/// <summary>A request with all its attempts, or a link that was not followed.</summary>
public sealed record FetchRow(
    string RunId,
    string Url,
    string? FinalUrl,
    int? Status,
    string Outcome,
    int Attempts,
    long? Bytes,
    string? Sha256,
    string? Etag,
    DateTimeOffset? LastModified,
    DateTimeOffset StartedAt,
    long DurationMs,
    string? Publisher,
    string? TakenAs,
    string? FoundOnUrl,
    string? LinkText,
    string? Reason,
    bool Unexplained) : IDatasetRow
{
    public static string Dataset => "fetches";
}

/// <summary>A harvest of a publisher.</summary>
public sealed record HarvestRow(
    string Publisher,
    string PublisherName,
    string DivisionCode,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    bool Complete,
    string? Stopped,
    int Requests,
    int DocumentsFound,
    int DisclosuresInOtherForms,
    int AddressesNew,
    int AddressesChanged,
    int AddressesFailed,
    int DocumentsExpected,
    int DocumentsMissing,
    int DepartmentsOverdue,
    int LinksTaken,
    int LinksLeft,
    int LinksUnexplained,
    int Alarms,
    int AlarmsAcknowledged) : IDatasetRow
{
    public static string Dataset => "harvests";
}

/// <summary>A document that a source should have published, or has.</summary>
public sealed record CoverageRow(
    string Source,
    string? DivisionCode,
    string? DepartmentName,
    int? FiscalYear,
    string Kind,
    bool Expected,
    bool Found,
    string? DocumentId,
    string? ReasonMissing,
    string? DisclosedAs,
    DateOnly? DueOn) : IDatasetRow
{
    public static string Dataset => "coverage";
}
