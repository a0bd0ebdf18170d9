namespace Extractor.Publications.Rows;

/// <summary>A department or unit over all years and files.</summary>
public sealed record OrganisationRow(
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string OrganisationName,
    string NamesAsPrinted,
    string? UnitCodesAsPrinted,
    string? DepartmentId,
    int FirstYear,
    int LastYear,
    int Disclosures,
    string? PredecessorIds,
    string? SuccessorIds,
    string? Succession,
    string? SuccessionSource) : IDatasetRow
{
    public static string Dataset => "organisations";
}

/// <summary>A subject (科目) of an edition of the national classification.</summary>
public sealed record SubjectRow(
    string Classification,
    string SubjectCode,
    string CatalogueEdition,
    string SubjectName,
    string SubjectLevel,
    string? ParentCode,
    bool IsDocumented,
    string? SuccessorCode) : IDatasetRow
{
    public static string Dataset => "subjects";
}

/// <summary>An administrative division of GB/T 2260.</summary>
public sealed record DivisionRow(
    string DivisionCode,
    string DivisionName,
    string DivisionLevel,
    string? ParentCode,
    bool IsInForce,
    string? SuccessorCodes) : IDatasetRow
{
    public static string Dataset => "divisions";
}
