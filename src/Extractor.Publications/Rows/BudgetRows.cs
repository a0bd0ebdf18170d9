using Extractor.Model.Layout;

namespace Extractor.Publications.Rows;

/// <summary>A printed amount with its meaning and its place.</summary>
public sealed record BudgetLineRow(
    string LineId,
    string DocumentId,
    string TableId,
    string TableKey,
    int RowIndex,
    int ColumnIndex,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    string? UnitName,
    string? UnitCodeAsPrinted,
    int? FiscalYear,
    int? AmountYear,
    string? GovernmentLevel,
    string? PlaceName,
    string? PlaceCode,
    string? ColumnItem,
    string Phase,
    string Direction,
    string Period,
    string Classification,
    string? SubjectCode,
    string? SubjectLevel,
    string? SubjectName,
    string? SubjectCodeAsPrinted,
    string? SubjectNameAsPrinted,
    string CodeEvidence,
    string? CatalogueEdition,
    string? FunctionalCode,
    string? FunctionalName,
    string? DepartmentEconomicCode,
    string? DepartmentEconomicName,
    string? GovernmentEconomicCode,
    string? GovernmentEconomicName,
    string? ParentLineId,
    string? ItemKey,
    string? Qualifier,
    string Component,
    string Fund,
    string RowRole,
    bool IsLeaf,
    decimal AmountYuan,
    string ValueAsPrinted,
    string? UnitAsPrinted,
    int PageNumber,
    double BoxLeft,
    double BoxTop,
    double BoxRight,
    double BoxBottom,
    string Proof,
    string? Doubt) : IDatasetRow
{
    public static string Dataset => "budget_lines";

    public Box Box => new(BoxLeft, BoxTop, BoxRight, BoxBottom);
}

/// <summary>A mention of a project.</summary>
public sealed record ProjectRow(
    string DocumentId,
    string ProjectId,
    string ProjectName,
    string Source,
    string? UnitName,
    string? LineId,
    decimal? AmountYuan,
    decimal? FiscalAppropriationYuan,
    decimal? CarriedInYuan,
    decimal? OtherFundsYuan,
    decimal? WholePeriodYuan,
    decimal? PriorChangeYuan,
    double? PriorChangePercent,
    string? Purpose,
    string? Reason,
    string? Goal,
    decimal? ExecutedYuan,
    double? ExecutionRate,
    int PageNumber,
    double BoxLeft,
    double BoxTop,
    double BoxRight,
    double BoxBottom) : IDatasetRow
{
    public static string Dataset => "projects";

    public Box Box => new(BoxLeft, BoxTop, BoxRight, BoxBottom);
}

/// <summary>A performance indicator (绩效指标).</summary>
public sealed record PerformanceIndicatorRow(
    string DocumentId,
    string TableId,
    string? ProjectName,
    string? ProjectId,
    string? Level1,
    string? Level1AsPrinted,
    string? Level2,
    string? Level3,
    string? TargetValue,
    string? TargetOperator,
    double? TargetNumber,
    string? TargetUnit,
    string? ActualValue,
    string? Unit,
    string? Weight,
    string? Score,
    string? DeviationReason,
    int PageNumber,
    double BoxLeft,
    double BoxTop,
    double BoxRight,
    double BoxBottom) : IDatasetRow
{
    public static string Dataset => "performance_indicators";

    public Box Box => new(BoxLeft, BoxTop, BoxRight, BoxBottom);
}

/// <summary>A number stated in prose.</summary>
public sealed record StatedFigureRow(
    string DocumentId,
    string SectionId,
    string FigureKey,
    string? LabelAsPrinted,
    string Period,
    decimal? AmountYuan,
    double? Quantity,
    double? Percent,
    string? UnitAsPrinted,
    string? Reason,
    string? SubjectCode,
    string? LineId,
    string Sentence,
    int PageNumber,
    double BoxLeft,
    double BoxTop,
    double BoxRight,
    double BoxBottom) : IDatasetRow
{
    public static string Dataset => "stated_figures";

    public Box Box => new(BoxLeft, BoxTop, BoxRight, BoxBottom);
}
