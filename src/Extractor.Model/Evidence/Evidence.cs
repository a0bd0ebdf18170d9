using System.Collections.Immutable;
using Extractor.Model.Layout;

namespace Extractor.Model.Evidence;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    Error,
    Warning,
    Note,
}

/// <summary>What a person should know about a document. A contradiction is reported, never corrected.</summary>
/// <param name="Rule">snake_case name of what was looked at: <c>unmapped_heading</c>, <c>children_sum_to_parent</c>.</param>
/// <param name="MessageZh">Names table, cell, what was found and expected, and what to do, in Chinese.</param>
/// <param name="Expected">As printed or computed; null where there is nothing to compare.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string MessageZh,
    string MessageEn,
    int? PageNumber,
    Box? Box,
    string? Expected,
    string? Actual);

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
