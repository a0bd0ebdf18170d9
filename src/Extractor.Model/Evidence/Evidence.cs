using System.Collections.Immutable;

namespace Extractor.Model.Evidence;

/// <summary>The outcome of one arithmetic check.</summary>
public enum CheckOutcome
{
    Holds,
    Fails,
    NotApplicable,
}

/// <summary>One sum or difference that was computed. Amounts in yuan.</summary>
/// <param name="CheckId">Stable hash of the rule and its members.</param>
/// <param name="Rule">children_sum_to_parent, components_sum_to_total, …</param>
/// <param name="ToleranceYuan">What the rounding of the printed figures allows, from their count and precision.</param>
/// <param name="MemberLineIds">The lines that take part, the expected one first.</param>
/// <param name="Reason">The document's own sentence that explains why the figures differ; null where none does.</param>
public sealed record Check(
    string CheckId,
    string Rule,
    decimal ExpectedYuan,
    decimal ActualYuan,
    decimal ToleranceYuan,
    CheckOutcome Outcome,
    ImmutableArray<string> MemberLineIds,
    string? Reason)
{
    public decimal DifferenceYuan => ActualYuan - ExpectedYuan;
}
