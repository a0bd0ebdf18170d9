using Extractor.Publications.Rows;

namespace Extractor.Publications.Documents;

/// <summary>One published document with all its rows, each dataset in its own order.</summary>
public sealed record PublishedDocument(
    DocumentRow Header,
    IReadOnlyList<PageRow> Pages,
    IReadOnlyList<SectionRow> Sections,
    IReadOnlyList<TableRow> Tables,
    IReadOnlyList<CellRow> Cells,
    IReadOnlyList<BudgetLineRow> Lines,
    IReadOnlyList<ProjectRow> Projects,
    IReadOnlyList<PerformanceIndicatorRow> Indicators,
    IReadOnlyList<StatedFigureRow> StatedFigures,
    IReadOnlyList<CheckRow> Checks,
    IReadOnlyList<CheckMemberRow> CheckMembers,
    IReadOnlyList<FindingRow> Findings,
    IReadOnlyList<FindingPlaceRow> FindingPlaces)
{
    public PublishedFacts Facts { get; init; } = PublishedFacts.None;
}

/// <summary>What the facts say of a document: those of its disclosure where it is the file that counts.</summary>
/// <param name="Disclosures">Of which it is a file; with its role.</param>
/// <param name="Years">The headline figures; none for a file that does not count.</param>
public sealed record PublishedFacts(
    IReadOnlyList<DisclosureDocumentRow> Disclosures,
    IReadOnlyList<DepartmentYearRow> Years,
    IReadOnlyList<FactExpenditureRow> Expenditure,
    IReadOnlyList<FactEconomicRow> Economic)
{
    public static PublishedFacts None { get; } = new([], [], [], []);

    /// <summary>Every project once, where the disclosure names it with its money.</summary>
    public IReadOnlyList<FactProjectRow> Projects { get; init; } = [];

    /// <summary>收入 by source, each once.</summary>
    public IReadOnlyList<FactRevenueRow> Revenue { get; init; } = [];

    /// <summary>三公经费 by item, of the year and of the one before.</summary>
    public IReadOnlyList<FactThreePublicRow> ThreePublic { get; init; } = [];

    /// <summary>Another file of its disclosure counts in its place.</summary>
    public bool IsRepeated => Disclosures.Any(static disclosure => disclosure.Role != "preferred");
}
