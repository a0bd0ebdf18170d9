namespace Extractor.Site.Published;

/// <summary>One published document with all its rows, each dataset in its own order.</summary>
internal sealed record PublishedDocument(
    DocumentRow Header,
    IReadOnlyList<PageRow> Pages,
    IReadOnlyList<SectionRow> Sections,
    IReadOnlyList<TableRow> Tables,
    IReadOnlyList<CellRow> Cells,
    IReadOnlyList<LineRow> Lines,
    IReadOnlyList<ProjectRow> Projects,
    IReadOnlyList<StatedFigureRow> StatedFigures,
    IReadOnlyList<CheckRow> Checks,
    IReadOnlyList<CheckMemberRow> CheckMembers,
    IReadOnlyList<FindingRow> Findings);
