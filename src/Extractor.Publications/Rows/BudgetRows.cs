using Extractor.Model.Layout;

namespace Extractor.Publications.Rows;

/// <summary>A printed amount with its meaning and its place.</summary>
public sealed record BudgetLineRow(
    string LineId,
    string DocumentId,
    string TableId,
    string TableKey,
    int Row,
    int Column,
    string? DivisionCode,
    string? DivisionName,
    string? ProvinceCode,
    string? DepartmentName,
    string? UnitName,
    int? FiscalYear,
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
    string? ParentLineId,
    string? ItemKey,
    string Component,
    string Fund,
    string RowRole,
    bool IsLeaf,
    decimal AmountYuan,
    string ValueAsPrinted,
    string? UnitAsPrinted,
    int PageNumber,
    double Left,
    double Top,
    double Right,
    double Bottom,
    string Proof) : IDatasetRow
{
    public static string Dataset => "budget_lines";

    public Box Box => new(Left, Top, Right, Bottom);
}

/// <summary>A mention of a project.</summary>
public sealed record ProjectRow(
    string DocumentId,
    string ProjectName,
    string Source,
    decimal? AmountYuan,
    decimal? PriorChangeYuan,
    double? PriorChangePercent,
    string? Purpose,
    string? Reason,
    string? Goal,
    decimal? ExecutedYuan,
    double? ExecutionRate,
    int PageNumber,
    double Left,
    double Top,
    double Right,
    double Bottom) : IDatasetRow
{
    public static string Dataset => "projects";

    public Box Box => new(Left, Top, Right, Bottom);
}

/// <summary>A performance indicator (绩效指标).</summary>
public sealed record PerformanceIndicatorRow(
    string DocumentId,
    string TableId,
    string? ProjectName,
    string? Level1,
    string? Level2,
    string? Level3,
    string? TargetValue,
    string? ActualValue,
    int PageNumber,
    double Left,
    double Top,
    double Right,
    double Bottom) : IDatasetRow
{
    public static string Dataset => "performance_indicators";

    public Box Box => new(Left, Top, Right, Bottom);
}

/// <summary>A number stated in prose.</summary>
public sealed record StatedFigureRow(
    string DocumentId,
    string SectionId,
    string FigureKey,
    decimal? AmountYuan,
    double? Quantity,
    double? Percent,
    string Sentence,
    int PageNumber,
    double Left,
    double Top,
    double Right,
    double Bottom) : IDatasetRow
{
    public static string Dataset => "stated_figures";

    public Box Box => new(Left, Top, Right, Bottom);
}
