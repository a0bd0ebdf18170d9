namespace Extractor.Publications.Rows;

/// <summary>A published file.</summary>
public sealed record DocumentRow(
    string DocumentId,
    string? SourceUrl,
    string? LandingUrl,
    string ArchiveLocation,
    DateTimeOffset? RetrievedAt,
    string MediaType,
    long ByteLength,
    int? PageCount,
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
    string? RequestedDivisionCode,
    string? RequestedDepartmentName,
    int? RequestedFiscalYear,
    string IssuerEvidence,
    string YearEvidence,
    string Identity,
    string Status,
    string? StatusReason,
    int AmountsPrinted,
    int AmountsTaken,
    int AmountsLost,
    int CharactersPrinted,
    int CharactersLost,
    string? SupersedesDocumentId,
    string ExtractorVersion) : IDatasetRow
{
    public static string Dataset => "documents";
}

/// <summary>A page of a document.</summary>
public sealed record PageRow(
    string DocumentId,
    int PageNumber,
    double Width,
    double Height,
    int Rotation,
    string State,
    string? StateReason,
    int GlyphCount,
    int TableCount) : IDatasetRow
{
    public static string Dataset => "pages";
}

/// <summary>A section of the narrative.</summary>
public sealed record SectionRow(
    string DocumentId,
    string SectionId,
    int Ordinal,
    int Depth,
    string SectionKey,
    string? HeadingAsPrinted,
    string? ParentSectionId,
    string? Text,
    int PageFirst,
    int PageLast) : IDatasetRow
{
    public static string Dataset => "sections";
}
