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
    Box Box)
{
    /// <summary>One project, however often its document mentions it by this name; empty until the document is read as a whole.</summary>
    public string ProjectId { get; init; } = string.Empty;

    /// <summary>实施期资金总额: the money of all years of the project, in yuan; null where a form does not print it.</summary>
    public decimal? WholePeriodYuan { get; init; }

    /// <summary>How often the mention is printed: a list says it again at the top of each page that it goes on to.</summary>
    public int TimesPrinted { get; init; } = 1;

    /// <summary>The amount is the money of all years: the form prints none of the year.</summary>
    public bool IsWholePeriod { get; init; }

    /// <summary>上年结转资金: the part of the amount that was left of the year before, in yuan; null where it is not printed apart.</summary>
    public decimal? CarriedInYuan { get; init; }

    /// <summary>财政拨款, 财政资金: the part of the amount that the treasury pays, in yuan; null where it is not printed apart.</summary>
    public decimal? FiscalAppropriationYuan { get; init; }

    /// <summary>其他资金: the part of the amount that comes from elsewhere, in yuan; null where it is not printed apart.</summary>
    public decimal? OtherFundsYuan { get; init; }

    /// <summary>预算单位 of the row that prints the project; null where none is named.</summary>
    public string? UnitName { get; init; }

    /// <summary>The line that carries the amount; null where the project stands in prose or in a table without lines.</summary>
    public string? LineId { get; init; }
}

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
    Box Box)
{
    /// <summary>Of the project that the indicator belongs to; null for goals of the whole department.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The first level as printed, where <see cref="Level1"/> has its usual name (产出指标 for 产出目标).</summary>
    public string? Level1AsPrinted { get; init; }

    /// <summary>eq, ge, gt, le or lt, where the target prints a sign or words for it.</summary>
    public string? TargetOperator { get; init; }

    public decimal? TargetNumber { get; init; }

    /// <summary>%, 个, 万元: what stands behind the target's number, or in a column of its own.</summary>
    public string? TargetUnit { get; init; }

    /// <summary>度量单位 as printed in a column of its own.</summary>
    public string? Unit { get; init; }

    /// <summary>分值, 权重 as printed.</summary>
    public string? Weight { get; init; }

    /// <summary>得分 as printed.</summary>
    public string? Score { get; init; }

    /// <summary>偏差原因分析及改进措施.</summary>
    public string? DeviationReason { get; init; }
}

/// <summary>A number stated in prose with what it says: a row of <c>stated_figures</c>. One of the three values is set.</summary>
public sealed record StatedFigure(
    int SectionOrdinal,
    string FigureKey,
    decimal? AmountYuan,
    decimal? Quantity,
    decimal? Percent,
    string Sentence,
    int PageNumber,
    Box Box)
{
    /// <summary>万元, 亿元, %, 辆: what is printed behind the number.</summary>
    public string? UnitAsPrinted { get; init; }

    /// <summary>Change for a difference to the year before, prior for a figure of that year.</summary>
    public Period Period { get; init; } = Period.Current;

    /// <summary>What the narrative gives as the reason of a change.</summary>
    public string? Reason { get; init; }

    /// <summary>The words that name the number, for keys that only say what kind of thing it is (subject, item).</summary>
    public string? LabelAsPrinted { get; init; }

    /// <summary>Of the classification, where the words name one of its subjects.</summary>
    public string? SubjectCode { get; init; }

    /// <summary>The line of a table that prints the same figure; null where none does.</summary>
    public string? LineId { get; init; }
}
