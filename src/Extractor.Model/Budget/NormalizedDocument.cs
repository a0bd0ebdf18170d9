using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Model.Budget;

/// <summary>Who and what a document is, by agreement of the evidence in it; the request is only compared with it.</summary>
/// <param name="DepartmentName">The issuer as the cover prints it, of a government's document the government of the division; null where
/// the document does not say.</param>
/// <param name="DivisionCode">GB/T 2260, six digits.</param>
public sealed record DocumentIdentity(
    DocumentKind Kind,
    DocumentScope? Scope,
    int? FiscalYear,
    string? Title,
    string? DepartmentName,
    string? DivisionCode,
    string? DivisionName,
    IdentityEvidence IssuerEvidence,
    IdentityEvidence YearEvidence,
    IdentityOutcome Outcome)
{
    /// <summary>Of a government's document: what its title says of whose money it is; null where it names neither level, or both.</summary>
    public GovernmentLevel? Level { get; init; }

    /// <summary>The first two digits of the division code (44 Guangdong); null without one.</summary>
    public string? ProvinceCode => DivisionCode?[..2];
}

/// <summary>The meaning of an extracted table, beside it by ordinal.</summary>
/// <param name="UnitAsPrinted">The unit that its amounts were read in; null where none is known.</param>
public sealed record TableMeaning(int TableOrdinal, TableKey Key, string? UnitAsPrinted, UnitEvidence UnitEvidence)
{
    /// <summary>Columns of a government's table that print rates, terms or numbers of rows: no money.</summary>
    public ImmutableArray<int> RateColumns { get; init; } = [];

    /// <summary>Readings of its structure that were held against the sums; 0 where its form leaves none open.</summary>
    public int ReadingsTried { get; init; }
}

/// <summary>The canonical key of an extracted section, beside it by ordinal: overview, duties, …, other.</summary>
public sealed record SectionMeaning(int SectionOrdinal, string SectionKey);

/// <summary>What the normalizing stage leaves of one document: the extraction and its meaning.</summary>
/// <param name="Findings">Of both stages, each once: those of the extraction come first.</param>
public sealed record NormalizedDocument(
    ExtractedDocument Extracted,
    DocumentIdentity Identity,
    ImmutableArray<TableMeaning> Tables,
    ImmutableArray<SectionMeaning> Sections,
    ImmutableArray<BudgetLine> Lines,
    ImmutableArray<Project> Projects,
    ImmutableArray<PerformanceIndicator> Indicators,
    ImmutableArray<StatedFigure> StatedFigures,
    ImmutableArray<Check> Checks,
    ImmutableArray<Finding> Findings)
{
    /// <summary>What became of everything printed, a row a page.</summary>
    public ImmutableArray<PageLedger> Ledger { get; init; } = [];
}
