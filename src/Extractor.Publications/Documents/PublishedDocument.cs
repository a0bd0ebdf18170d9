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
    IReadOnlyList<FindingPlaceRow> FindingPlaces);
