namespace Extractor.Publications.Rows;

/// <summary>Debt of a place at the end of a year, general or special, limit or balance.</summary>
public sealed record FactGovernmentDebtRow(
    string DocumentId,
    string? PlaceCode,
    string? PlaceName,
    string? GovernmentLevel,
    int AmountYear,
    string Category,
    string Measure,
    string Phase,
    decimal AmountYuan,
    string LineId) : IDatasetRow
{
    public static string Dataset => "fact_government_debt";
}

/// <summary>A subject of a government's revenue, counted once within its place, year, phase, level and fund.</summary>
public sealed record FactGovernmentRevenueRow(
    string FactKey,
    string DocumentId,
    string DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    int? FiscalYear,
    int AmountYear,
    string Phase,
    string Fund,
    string Direction,
    string? GovernmentLevel,
    string? SubjectCode,
    string? SubjectLevel,
    string? SubjectName,
    decimal? AmountYuan,
    decimal? BalancingYuan,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_government_revenue";
}

/// <summary>A subject of a government's expenditure, counted once within its place, year, phase, level and fund.</summary>
public sealed record FactGovernmentExpenditureRow(
    string FactKey,
    string DocumentId,
    string DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    int? FiscalYear,
    int AmountYear,
    string Phase,
    string Fund,
    string Direction,
    string? GovernmentLevel,
    string? SubjectCode,
    string? SubjectLevel,
    string? SubjectName,
    decimal? AmountYuan,
    decimal? BalancingYuan,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_government_expenditure";
}

/// <summary>A tax rebate or transfer, received or given, counted once.</summary>
public sealed record FactTransferRow(
    string FactKey,
    string DocumentId,
    string DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    int? FiscalYear,
    int AmountYear,
    string Phase,
    string Fund,
    string Direction,
    string? PlaceCode,
    string? PlaceName,
    string? ItemName,
    string? GovernmentLevel,
    decimal AmountYuan,
    string Proof,
    string? Doubts,
    bool Reconciles,
    decimal? MissingYuan,
    decimal RoundingYuan,
    string? LineIds) : IDatasetRow
{
    public static string Dataset => "fact_transfer";
}

/// <summary>The sum of a government's fact against the printed total.</summary>
public sealed record GovernmentReconciliationRow(
    string DocumentId,
    string DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    int? FiscalYear,
    string Fact,
    int AmountYear,
    string Phase,
    string Fund,
    string? Direction,
    string Measure,
    string? GovernmentLevel,
    decimal? PrintedTotalYuan,
    string? PrintedLineId,
    decimal FactTotalYuan,
    decimal? MissingYuan,
    decimal ToleranceYuan,
    bool Reconciles,
    string? Gap) : IDatasetRow
{
    public static string Dataset => "government_reconciliations";
}

/// <summary>The headline figures of a government by year, phase and level.</summary>
public sealed record GovernmentYearRow(
    string DocumentId,
    string DivisionCode,
    string? DivisionName,
    string ProvinceCode,
    int? FiscalYear,
    int AmountYear,
    string Phase,
    string? GovernmentLevel,
    decimal? GeneralPublicRevenueYuan,
    string? GeneralPublicRevenueLineId,
    decimal? GeneralPublicRevenueTotalYuan,
    string? GeneralPublicRevenueTotalLineId,
    decimal? GeneralPublicExpenditureYuan,
    string? GeneralPublicExpenditureLineId,
    decimal? GeneralPublicExpenditureTotalYuan,
    string? GeneralPublicExpenditureTotalLineId,
    decimal? GovernmentFundRevenueYuan,
    string? GovernmentFundRevenueLineId,
    decimal? GovernmentFundRevenueTotalYuan,
    string? GovernmentFundRevenueTotalLineId,
    decimal? GovernmentFundExpenditureYuan,
    string? GovernmentFundExpenditureLineId,
    decimal? GovernmentFundExpenditureTotalYuan,
    string? GovernmentFundExpenditureTotalLineId,
    decimal? StateCapitalRevenueYuan,
    string? StateCapitalRevenueLineId,
    decimal? StateCapitalRevenueTotalYuan,
    string? StateCapitalRevenueTotalLineId,
    decimal? StateCapitalExpenditureYuan,
    string? StateCapitalExpenditureLineId,
    decimal? StateCapitalExpenditureTotalYuan,
    string? StateCapitalExpenditureTotalLineId,
    decimal? SocialInsuranceRevenueYuan,
    string? SocialInsuranceRevenueLineId,
    decimal? SocialInsuranceRevenueTotalYuan,
    string? SocialInsuranceRevenueTotalLineId,
    decimal? SocialInsuranceExpenditureYuan,
    string? SocialInsuranceExpenditureLineId,
    decimal? SocialInsuranceExpenditureTotalYuan,
    string? SocialInsuranceExpenditureTotalLineId,
    decimal? TransfersReceivedYuan,
    string? TransfersReceivedLineId,
    decimal? TransfersGivenYuan,
    string? TransfersGivenLineId,
    decimal? GeneralDebtLimitYuan,
    string? GeneralDebtLimitLineId,
    decimal? GeneralDebtBalanceYuan,
    string? GeneralDebtBalanceLineId,
    decimal? SpecialDebtLimitYuan,
    string? SpecialDebtLimitLineId,
    decimal? SpecialDebtBalanceYuan,
    string? SpecialDebtBalanceLineId,
    decimal? DebtLimitYuan,
    string? DebtLimitLineId,
    decimal? DebtBalanceYuan,
    string? DebtBalanceLineId) : IDatasetRow
{
    public static string Dataset => "government_year";
}

/// <summary>A headline figure of a government as one document prints it.</summary>
public sealed record GovernmentFigureRow(
    string DocumentId,
    string DivisionCode,
    string IssuerDivisionCode,
    string? IssuerDivisionName,
    int? FiscalYear,
    int AmountYear,
    string Phase,
    string? GovernmentLevel,
    string Figure,
    decimal AmountYuan,
    decimal RoundingYuan,
    string LineId,
    bool IsOwn,
    bool AddsUp) : IDatasetRow
{
    public static string Dataset => "government_figures";
}

/// <summary>A headline figure as a second document states it against the document of the government itself.</summary>
public sealed record GovernmentFigureCheckRow(
    string DivisionCode,
    int AmountYear,
    string Phase,
    string? GovernmentLevel,
    string Figure,
    string DocumentId,
    string PublishedDocumentId,
    string LineId,
    string PublishedLineId,
    decimal StatedYuan,
    decimal PublishedYuan,
    decimal DifferenceYuan,
    decimal ToleranceYuan,
    string Outcome) : IDatasetRow
{
    public static string Dataset => "government_figure_checks";
}
