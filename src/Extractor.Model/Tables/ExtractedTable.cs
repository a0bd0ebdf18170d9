using System.Collections.Immutable;
using Extractor.Model.Layout;

namespace Extractor.Model.Tables;

/// <summary>Where one part of a cell stands; a cell that runs over a page edge has a part on each page.</summary>
public readonly record struct CellPart(int PageNumber, Box Box);

/// <summary>A cell of the grid as printed.</summary>
/// <param name="Row">From 0, counted over all joined pages; repeated headers are removed.</param>
/// <param name="Column">From 0.</param>
/// <param name="Text">As printed, line breaks and inner white space folded away; empty where the cell is blank.</param>
/// <param name="TextIndent">Points from the cell's left edge to its first glyph: the hierarchy of a name is often printed only as
/// indentation. 0 for a blank cell.</param>
/// <param name="TextBox">The box of the printed text itself, on the first part's page; null for a blank cell.</param>
public sealed record TableCell(
    int Row,
    int Column,
    int RowSpan,
    int ColumnSpan,
    bool IsHeader,
    string Text,
    double TextIndent,
    Box? TextBox,
    ImmutableArray<CellPart> Parts);

/// <summary>
/// One logical table, its continuation pages joined, before anybody asked what it means.
/// Cells are ordered by row, then column; a merged cell stands once, at its top left place.
/// </summary>
/// <param name="Ordinal">From 1, in the order of the document.</param>
/// <param name="NumberAsPrinted">表7, 公开05表, 附表1-3; null where none is printed.</param>
/// <param name="TitleAsPrinted">一般公共预算支出表（按功能分类）; null where none is printed.</param>
/// <param name="UnitAsPrinted">万元, 元; null where the table prints none.</param>
/// <param name="DepartmentLine">The line 部门：… or 编制单位：… above the grid, as printed; null where there is none.</param>
/// <param name="Notes">Lines under the table that belong to it (注：…), as printed.</param>
/// <param name="ColumnHeaderPaths">A column's headers joined by <c> / </c>, outermost first; one entry a column, empty where it has
/// none.</param>
/// <param name="DeclaredEmpty">The document itself says that the table has no figures (注：本表无数据).</param>
/// <param name="ContextHeadings">The narrative headings that the table stands under, outermost first; empty in the tables part.</param>
public sealed record ExtractedTable(
    int Ordinal,
    string? NumberAsPrinted,
    string? TitleAsPrinted,
    string? UnitAsPrinted,
    string? DepartmentLine,
    ImmutableArray<string> Notes,
    TableMethod Method,
    bool DeclaredEmpty,
    int PageFirst,
    int PageLast,
    int RowCount,
    int ColumnCount,
    int HeaderRowCount,
    ImmutableArray<string> ColumnHeaderPaths,
    ImmutableArray<TableCell> Cells,
    ImmutableArray<string> ContextHeadings)
{
    /// <summary>The lines above the grid that belong to it, as printed: number, title, unit, department.</summary>
    public ImmutableArray<string> CaptionLines { get; init; } = [];

    /// <summary>The lines under the grid, on all its pages, that belong to it, as printed.</summary>
    public ImmutableArray<string> NoteLines { get; init; } = [];
}
