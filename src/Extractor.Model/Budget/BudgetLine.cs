using Extractor.Model.Layout;
using Extractor.Model.Tables;

namespace Extractor.Model.Budget;

/// <summary>One printed amount with its meaning: one row of <c>budget_lines</c>. Columns as SCHEMA.md gives them.</summary>
public sealed record BudgetLine
{
    /// <summary>Stable hash of document, table, row and column.</summary>
    public required string LineId { get; init; }

    public required int TableOrdinal { get; init; }

    public required TableKey TableKey { get; init; }

    public required int Row { get; init; }

    public required int Column { get; init; }

    /// <summary>预算单位 of the row; null where the row names none.</summary>
    public string? UnitName { get; init; }

    /// <summary>The unit's code as the row or the unit's own row prints it.</summary>
    public string? UnitCodeAsPrinted { get; init; }

    /// <summary>The year that the amount is of, by its column, its row or its table's title before the document.</summary>
    public int? AmountYear { get; init; }

    /// <summary>Of governments: whose money; null where nothing tells, and in departments' documents.</summary>
    public GovernmentLevel? GovernmentLevel { get; init; }

    /// <summary>地区 of the row or column as printed, where it is another than the document's.</summary>
    public string? PlaceName { get; init; }

    /// <summary>Its code of GB/T 2260; null where the name tells none.</summary>
    public string? PlaceCode { get; init; }

    /// <summary>What the column is of, as printed, where columns list items (均衡性转移支付, 失业保险基金).</summary>
    public string? ColumnItem { get; init; }

    public required Phase Phase { get; init; }

    public required Direction Direction { get; init; }

    public required Period Period { get; init; }

    public required Classification Classification { get; init; }

    /// <summary>Canonical digits; null where none was found.</summary>
    public string? SubjectCode { get; init; }

    public SubjectLevel? SubjectLevel { get; init; }

    /// <summary>Of the catalogue edition; null where the code is not in it.</summary>
    public string? SubjectName { get; init; }

    public string? SubjectCodeAsPrinted { get; init; }

    public string? SubjectNameAsPrinted { get; init; }

    public CodeEvidence CodeEvidence { get; init; } = CodeEvidence.None;

    public string? CatalogueEdition { get; init; }

    /// <summary>支出功能分类 of the row, whatever the row is about; null where it prints none.</summary>
    public string? FunctionalCode { get; init; }

    public string? FunctionalName { get; init; }

    /// <summary>部门预算支出经济分类 of the row.</summary>
    public string? DepartmentEconomicCode { get; init; }

    public string? DepartmentEconomicName { get; init; }

    /// <summary>政府预算支出经济分类 of the row.</summary>
    public string? GovernmentEconomicCode { get; init; }

    public string? GovernmentEconomicName { get; init; }

    public string? ParentLineId { get; init; }

    /// <summary>For rows without a national code: total, carried_in, overseas, vehicle_total, …</summary>
    public string? ItemKey { get; init; }

    /// <summary>What its column or row narrows the amount to (of_which_…): it is part of another line, and no leaf.</summary>
    public string? Qualifier { get; init; }

    public required Component Component { get; init; }

    public required Fund Fund { get; init; }

    public required RowRole RowRole { get; init; }

    public required bool IsLeaf { get; init; }

    /// <summary>In yuan, whatever the printed unit.</summary>
    public required decimal AmountYuan { get; init; }

    /// <summary>The amount's text, line breaks folded away.</summary>
    public required string ValueAsPrinted { get; init; }

    /// <summary>元, 万元.</summary>
    public string? UnitAsPrinted { get; init; }

    public required int PageNumber { get; init; }

    /// <summary>Of the cell on <see cref="PageNumber"/>.</summary>
    public required Box Box { get; init; }

    public Proof Proof { get; init; } = Proof.Unproven;

    /// <summary>What keeps the line from being proven although a sum with it holds; null where nothing does.</summary>
    public LineDoubt? Doubt { get; init; }
}
