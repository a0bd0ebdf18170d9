namespace Extractor.Publications.Rows;

/// <summary>What a department or unit disclosed for one year and phase.</summary>
public sealed record DisclosureRow(
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string Kind,
    string? Scope,
    string PreferredReason,
    int DocumentCount,
    string? UnitOfDisclosureId,
    bool IsCounted,
    string? SameAsDisclosureId,
    string? OtherPhaseDisclosureId,
    string OrganisationName,
    string? NamesAsPrinted,
    string? UnitCodesAsPrinted) : IDatasetRow
{
    public static string Dataset => "disclosures";
}

/// <summary>A file of a disclosure.</summary>
public sealed record DisclosureDocumentRow(
    string DisclosureId,
    string DocumentId,
    string Role,
    double? EqualPercent) : IDatasetRow
{
    public static string Dataset => "disclosure_documents";
}

/// <summary>Expenditure of a unit under a subject from a fund, counted once.</summary>
public sealed record FactExpenditureRow(
    string FactKey,
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string? UnitName,
    string? SubjectCode,
    string? SubjectLevel,
    string? SubjectName,
    string Fund,
    decimal TotalYuan,
    string? Basis,
    decimal? BasicYuan,
    decimal? PersonnelYuan,
    decimal? PublicYuan,
    decimal? ProjectYuan,
    decimal? OperatingYuan,
    decimal? ToSubordinatesYuan,
    decimal? ToSuperiorsYuan,
    decimal? PriorYuan,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_expenditure";
}

/// <summary>One of the three public expenses (三公经费).</summary>
public sealed record FactThreePublicRow(
    string FactKey,
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string ItemKey,
    string Fund,
    decimal? CurrentYuan,
    string? FigureKey,
    decimal? PriorYuan,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_three_public";
}

/// <summary>Revenue of a source, counted once.</summary>
public sealed record FactRevenueRow(
    string FactKey,
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string? SourceKey,
    string? SourceName,
    string Fund,
    decimal? RevenueYuan,
    decimal? BeyondYearYuan,
    decimal? PriorYuan,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_revenue";
}

/// <summary>Expenditure under an economic class, counted once.</summary>
public sealed record FactEconomicRow(
    string FactKey,
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string? UnitName,
    string Classification,
    string? SubjectCode,
    string? SubjectLevel,
    string? SubjectName,
    string Component,
    string Fund,
    string Basis,
    decimal TotalYuan,
    decimal? PriorYuan,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_economic";
}

/// <summary>A project (项目), once a disclosure.</summary>
public sealed record FactProjectRow(
    string FactKey,
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string ProjectId,
    string ProjectName,
    string? UnitName,
    string Sources,
    string Fund,
    decimal? TotalYuan,
    decimal? ExecutedYuan,
    int PageNumber,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_project";
}

/// <summary>A purchase (政府采购), counted once.</summary>
public sealed record FactProcurementRow(
    string FactKey,
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string? UnitName,
    string? ItemName,
    string? FunctionalCode,
    string Fund,
    decimal? TotalYuan,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_procurement";
}

/// <summary>The headline figures of a disclosure.</summary>
public sealed record DepartmentYearRow(
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string? Scope,
    bool IsCounted,
    decimal? RevenueYuan,
    string? RevenueLineId,
    string? RevenueFigureKey,
    decimal? ExpenditureYuan,
    string? ExpenditureLineId,
    string? ExpenditureFigureKey,
    decimal? BasicYuan,
    string? BasicLineId,
    decimal? ProjectYuan,
    string? ProjectLineId,
    decimal? GeneralPublicYuan,
    string? GeneralPublicLineId,
    string? GeneralPublicFigureKey,
    decimal? GeneralPublicBasicYuan,
    string? GeneralPublicBasicLineId,
    decimal? GeneralPublicProjectYuan,
    string? GeneralPublicProjectLineId,
    decimal? PersonnelYuan,
    string? PersonnelLineId,
    decimal? PublicYuan,
    string? PublicLineId,
    decimal? GovernmentFundYuan,
    string? GovernmentFundLineId,
    string? GovernmentFundFigureKey,
    decimal? StateCapitalYuan,
    string? StateCapitalLineId,
    string? StateCapitalFigureKey,
    decimal? ThreePublicYuan,
    string? ThreePublicLineId,
    string? ThreePublicFigureKey,
    decimal? OverseasYuan,
    string? OverseasLineId,
    string? OverseasFigureKey,
    decimal? VehiclePurchaseYuan,
    string? VehiclePurchaseLineId,
    string? VehiclePurchaseFigureKey,
    decimal? VehicleOperationYuan,
    string? VehicleOperationLineId,
    string? VehicleOperationFigureKey,
    decimal? ReceptionYuan,
    string? ReceptionLineId,
    string? ReceptionFigureKey,
    decimal? ProcurementYuan,
    string? ProcurementLineId,
    string? ProcurementFigureKey,
    decimal? OperatingExpensesYuan,
    string? OperatingExpensesLineId,
    string? OperatingExpensesFigureKey,
    double? Vehicles,
    string? VehiclesFigureKey,
    double? StaffEstablishment,
    string? StaffEstablishmentFigureKey,
    double? StaffActual,
    string? StaffActualFigureKey) : IDatasetRow
{
    public static string Dataset => "department_year";
}

/// <summary>The sum of a fact against the printed total.</summary>
public sealed record ReconciliationRow(
    string DisclosureId,
    string DocumentId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    int? FiscalYear,
    string Phase,
    string Fact,
    string Measure,
    string? Part,
    decimal? PrintedTotalYuan,
    string? PrintedLineId,
    decimal FactTotalYuan,
    decimal? MissingYuan,
    decimal ToleranceYuan,
    bool Reconciles,
    string? ProjectList) : IDatasetRow
{
    public static string Dataset => "reconciliations";
}
