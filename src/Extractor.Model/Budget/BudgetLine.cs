using Extractor.Model.Layout;
using Extractor.Model.Tables;

namespace Extractor.Model.Budget;

/// <summary>One printed amount with its meaning: one row of <c>budget_lines</c>. Columns as SCHEMA.md gives them.</summary>
/// <param name="LineId">Stable hash of document, table, row and column.</param>
/// <param name="UnitName">预算单位 of the row; null where the row names none.</param>
/// <param name="SubjectCode">Canonical digits; null where none was found.</param>
/// <param name="SubjectName">Of the catalogue edition; null where the code is not in it.</param>
/// <param name="ItemKey">For rows without a national code: total, carried_in, overseas, vehicle_total, …</param>
/// <param name="AmountYuan">In yuan, whatever the printed unit.</param>
/// <param name="ValueAsPrinted">The amount's text, line breaks folded away.</param>
/// <param name="UnitAsPrinted">元, 万元.</param>
/// <param name="Box">Of the cell on <paramref name="PageNumber"/>.</param>
public sealed record BudgetLine(
    string LineId,
    int TableOrdinal,
    TableKey TableKey,
    int Row,
    int Column,
    string? UnitName,
    Phase Phase,
    Direction Direction,
    Period Period,
    Classification Classification,
    string? SubjectCode,
    SubjectLevel? SubjectLevel,
    string? SubjectName,
    string? SubjectCodeAsPrinted,
    string? SubjectNameAsPrinted,
    CodeEvidence CodeEvidence,
    string? CatalogueEdition,
    string? ParentLineId,
    string? ItemKey,
    Component Component,
    Fund Fund,
    RowRole RowRole,
    bool IsLeaf,
    decimal AmountYuan,
    string ValueAsPrinted,
    string? UnitAsPrinted,
    int PageNumber,
    Box Box,
    Proof Proof);
