using Extractor.Model.Layout;

namespace Extractor.Model.Budget;

/// <summary>Where a project mention was read.</summary>
public enum ProjectSource
{
    Prose,
    KeyProjects,
    ProjectExpenditure,
    OverallPerformance,
    SelfEvaluation,
}

/// <summary>One mention of a project (项目): a row of <c>projects</c>.</summary>
public sealed record Project(
    string ProjectName,
    ProjectSource Source,
    decimal? AmountYuan,
    decimal? PriorChangeYuan,
    decimal? PriorChangePercent,
    string? Purpose,
    string? Reason,
    string? Goal,
    decimal? ExecutedYuan,
    decimal? ExecutionRate,
    int PageNumber,
    Box Box);

/// <summary>绩效指标: a row of <c>performance_indicators</c>.</summary>
public sealed record PerformanceIndicator(
    int TableOrdinal,
    string? ProjectName,
    string? Level1,
    string? Level2,
    string? Level3,
    string? TargetValue,
    string? ActualValue,
    int PageNumber,
    Box Box);

/// <summary>A number stated in prose with what it says: a row of <c>stated_figures</c>. One of the three values is set.</summary>
public sealed record StatedFigure(
    int SectionOrdinal,
    string FigureKey,
    decimal? AmountYuan,
    decimal? Quantity,
    decimal? Percent,
    string Sentence,
    int PageNumber,
    Box Box);
