using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>One row of a block, read: its name, its subject, and what it is in the sums.</summary>
/// <param name="Label">The name as printed; empty where the row prints none.</param>
/// <param name="Subject">Null for rows that name none: totals, units.</param>
/// <param name="Others">Subjects that other columns of codes print.</param>
/// <param name="Indent">Points from the cell's edge; 0 where the column is centred.</param>
/// <param name="RepeatsCodeAbove">Same code and same amounts as the row above: the level below, printed with the code of the level
/// above.</param>
/// <param name="IsUnit">The row is the sum line of a budget unit (预算单位).</param>
/// <param name="IsUnitByName">Nothing but its name or the sums tells that it is one.</param>
internal sealed record TableRow(
    int Row,
    string Label,
    string? UnitCode,
    string? UnitName,
    bool IsUnit,
    bool IsUnitByName,
    ResolvedSubject? Subject,
    Classification Classification,
    ImmutableArray<PrintedSubject> Others,
    RowKind Kind,
    string? ItemKey,
    Numbering Numbering,
    double Indent,
    bool RepeatsCodeAbove)
{
    private static readonly WordSet OfWhich = ReadingWords.Of(WordList.OfWhich);

    /// <summary>The kind of money that a column of the row names; null where none does.</summary>
    public Fund? Fund { get; init; }

    /// <summary>The kind of expenditure that a column of the row or a band above it names; null where none does.</summary>
    public Component? Component { get; init; }

    /// <summary>It sums up units that are paid for alike (全额, 差额) and is none: the number beside it is no unit's code.</summary>
    public bool IsGroupOfUnits { get; init; }

    /// <summary>The code that a project prints beside its name: that of the subject which is named above it without one.</summary>
    public string? SubjectAbove { get; init; }

    /// <summary>The item of revenue that its own words name, of money that is carried over too: 财政拨款结转, 非财政拨款结余.</summary>
    public string? Money { get; init; }

    /// <summary>Canonical digits; null where none was found.</summary>
    public string? Code => Subject?.Code;

    /// <summary>The subject of its list that <paramref name="above"/> names is the row's too, or the one that it belongs to.</summary>
    public bool IsWithin(TableRow above) => above.Subject is { Code: { } code } subject &&
        Others.Any(other => other.Classification == subject.Classification && other.Code.StartsWith(code, StringComparison.Ordinal));

    public CodeEvidence Evidence => Subject?.Evidence ?? CodeEvidence.None;

    /// <summary>The printed name begins with 其中: the row is a part of the one before it, and perhaps not all of it.</summary>
    public bool IsOfWhich => OfWhich.Matches(Label.AsSpan().TrimStart());
}
