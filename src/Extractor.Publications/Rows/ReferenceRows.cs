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

/// <summary>What a disclosure states of the year before, against what was disclosed then.</summary>
public sealed record PriorYearCheckRow(
    string FactKey,
    string Fact,
    string Item,
    string PriorFactKey,
    string DisclosureId,
    string PriorDisclosureId,
    string OrganisationId,
    string PriorOrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? DepartmentName,
    int FiscalYear,
    string Phase,
    decimal StatedYuan,
    decimal PublishedThenYuan,
    decimal DifferenceYuan,
    decimal ToleranceYuan,
    string Outcome) : IDatasetRow
{
    public static string Dataset => "prior_year_checks";
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
    int? ValidFrom,
    int? ValidTo,
    string? SuccessorCodes) : IDatasetRow
{
    public static string Dataset => "divisions";
}
