using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Lines;

/// <summary>One row of a block, read: its name, its subject, and what it is in the sums.</summary>
/// <param name="Label">The name as printed; empty where the row prints none.</param>
/// <param name="CodePrinted">As printed, the parts of a split code one after another; null without one.</param>
/// <param name="Code">Canonical digits; null where none was found.</param>
/// <param name="Indent">Points from the cell's edge; 0 where the column is centred.</param>
/// <param name="RepeatsCodeAbove">Same code and same amounts as the row above: the level below, printed with the code of the level
/// above.</param>
/// <param name="IsUnit">The row is the sum line of a budget unit (预算单位).</param>
internal sealed record TableRow(
    int Row,
    string Label,
    string? UnitCode,
    string? UnitName,
    bool IsUnit,
    string? CodePrinted,
    string? Code,
    CodeEvidence Evidence,
    SubjectEntry? Subject,
    Classification Classification,
    RowKind Kind,
    string? ItemKey,
    Numbering Numbering,
    double Indent,
    bool RepeatsCodeAbove,
    Period? Period)
{
    /// <summary>The printed name begins with 其中: the row is a part of the one before it, and perhaps not all of it.</summary>
    public bool IsOfWhich => Label.AsSpan().TrimStart().StartsWith("其中", StringComparison.Ordinal);
}
