using Extractor.Parquet;

namespace Extractor.Site.Published;

// The columns that the site shows, under the names and with the meanings of DATA_DICTIONARY.md.

internal sealed record DocumentRow(
    string DocumentId,
    string? SourceUrl,
    string? LandingUrl,
    string ArchiveLocation,
    DateTimeOffset? RetrievedAt,
    string MediaType,
    long ByteLength,
    int PageCount,
    string? Producer,
    string TextLayer,
    string Kind,
    string? Scope,
    int? FiscalYear,
    string? Title,
    string? DepartmentName,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string IssuerEvidence,
    string YearEvidence,
    string Identity,
    string Status,
    string? StatusReason,
    string? SupersedesDocumentId,
    string ExtractorVersion)
{
    public static DocumentRow Read(ParquetRow row) => new(
        row.Text("document_id") ?? string.Empty,
        row.Text("source_url"),
        row.Text("landing_url"),
        row.Text("archive_location") ?? string.Empty,
        row.Time("retrieved_at"),
        row.Text("media_type") ?? string.Empty,
        row.Count("byte_length") ?? 0,
        row.Integer("page_count") ?? 0,
        row.Text("producer"),
        row.Text("text_layer") ?? string.Empty,
        row.Text("kind") ?? string.Empty,
        row.Text("scope"),
        row.Integer("fiscal_year"),
        row.Text("title"),
        row.Text("department_name"),
        row.Text("division_code"),
        row.Text("division_name"),
        row.Text("province_code"),
        row.Text("issuer_evidence") ?? string.Empty,
        row.Text("year_evidence") ?? string.Empty,
        row.Text("identity") ?? string.Empty,
        row.Text("status") ?? string.Empty,
        row.Text("status_reason"),
        row.Text("supersedes_document_id"),
        row.Text("extractor_version") ?? string.Empty);
}

/// <summary>A rectangle in points on the upright page, origin at the top left.</summary>
internal readonly record struct BoxRow(double Left, double Top, double Right, double Bottom)
{
    public static BoxRow? Read(ParquetRow row) => row.Measure("left") is { } left
        ? new BoxRow(left, row.Measure("top") ?? 0, row.Measure("right") ?? 0, row.Measure("bottom") ?? 0)
        : null;
}

internal sealed record PageRow(
    int PageNumber, double Width, double Height, int Rotation, string State, string? StateReason, int TableCount)
{
    public static PageRow Read(ParquetRow row) => new(
        row.Integer("page_number") ?? 0,
        row.Measure("width") ?? 0,
        row.Measure("height") ?? 0,
        row.Integer("rotation") ?? 0,
        row.Text("state") ?? string.Empty,
        row.Text("state_reason"),
        row.Integer("table_count") ?? 0);
}

internal sealed record SectionRow(
    string SectionId, int Depth, string SectionKey, string? Heading, string? ParentSectionId, string? Text, int PageFirst, int PageLast)
{
    public static SectionRow Read(ParquetRow row) => new(
        row.Text("section_id") ?? string.Empty,
        row.Integer("depth") ?? 1,
        row.Text("section_key") ?? string.Empty,
        row.Text("heading_as_printed"),
        row.Text("parent_section_id"),
        row.Text("text"),
        row.Integer("page_first") ?? 0,
        row.Integer("page_last") ?? 0);
}

internal sealed record ProjectRow(
    string ProjectName, string Source, decimal? AmountYuan, string? Purpose, string? Goal, int PageNumber, BoxRow? Box)
{
    public static ProjectRow Read(ParquetRow row) => new(
        row.Text("project_name") ?? string.Empty,
        row.Text("source") ?? string.Empty,
        row.Money("amount_yuan"),
        row.Text("purpose"),
        row.Text("goal"),
        row.Integer("page_number") ?? 0,
        BoxRow.Read(row));
}

internal sealed record StatedFigureRow(
    string SectionId, string FigureKey, decimal? AmountYuan, double? Quantity, double? Percent, string Sentence, int PageNumber,
        BoxRow? Box)
{
    public static StatedFigureRow Read(ParquetRow row) => new(
        row.Text("section_id") ?? string.Empty,
        row.Text("figure_key") ?? string.Empty,
        row.Money("amount_yuan"),
        row.Measure("quantity"),
        row.Measure("percent"),
        row.Text("sentence") ?? string.Empty,
        row.Integer("page_number") ?? 0,
        BoxRow.Read(row));
}

internal sealed record CoverageRow(
    string Source, string? DivisionCode, string? DepartmentName, int? FiscalYear, string Kind, bool Expected, bool Found,
        string? DocumentId, string? ReasonMissing)
{
    public static CoverageRow Read(ParquetRow row) => new(
        row.Text("source") ?? string.Empty,
        row.Text("division_code"),
        row.Text("department_name"),
        row.Integer("fiscal_year"),
        row.Text("kind") ?? string.Empty,
        row.Flag("expected") ?? false,
        row.Flag("found") ?? false,
        row.Text("document_id"),
        row.Text("reason_missing"));
}

internal sealed record RunRow(
    string RunId,
    string? Definition,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    string ExtractorVersion,
    int DocumentsNew,
    int DocumentsChanged,
    int DocumentsUnchanged,
    int DocumentsQuarantined,
    long ChecksHolding,
    long ChecksFailing,
    int? ExitCode)
{
    public static RunRow Read(ParquetRow row) => new(
        row.Text("run_id") ?? string.Empty,
        row.Text("definition"),
        row.Time("started_at"),
        row.Time("finished_at"),
        row.Text("extractor_version") ?? string.Empty,
        row.Integer("documents_new") ?? 0,
        row.Integer("documents_changed") ?? 0,
        row.Integer("documents_unchanged") ?? 0,
        row.Integer("documents_quarantined") ?? 0,
        row.Count("checks_holding") ?? 0,
        row.Count("checks_failing") ?? 0,
        row.Integer("exit_code"));
}
