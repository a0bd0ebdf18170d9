using Extractor.Parquet;

namespace Extractor.Site.Published;

internal sealed record TableRow(
    string TableId,
    int Ordinal,
    string TableKey,
    string? Number,
    string? Title,
    string? Unit,
    string UnitEvidence,
    int PageFirst,
    int PageLast,
    int RowCount,
    int ColumnCount,
    int HeaderRowCount,
    string Method,
    bool DeclaredEmpty)
{
    public static TableRow Read(ParquetRow row) => new(
        row.Text("table_id") ?? string.Empty,
        row.Integer("ordinal") ?? 0,
        row.Text("table_key") ?? string.Empty,
        row.Text("number_as_printed"),
        row.Text("title_as_printed"),
        row.Text("unit_as_printed"),
        row.Text("unit_evidence") ?? string.Empty,
        row.Integer("page_first") ?? 0,
        row.Integer("page_last") ?? 0,
        row.Integer("row_count") ?? 0,
        row.Integer("column_count") ?? 0,
        row.Integer("header_row_count") ?? 0,
        row.Text("method") ?? string.Empty,
        row.Flag("declared_empty") ?? false);
}

/// <summary>One part of a cell: a cell that runs over a page edge has one on each page.</summary>
internal sealed record CellRow(
    string TableId, int Row, int Column, int RowSpan, int ColumnSpan, bool IsHeader, string? HeaderPath, string? Text, int PageNumber,
        BoxRow Box)
{
    public static CellRow Read(ParquetRow row) => new(
        row.Text("table_id") ?? string.Empty,
        row.Integer("row") ?? 0,
        row.Integer("column") ?? 0,
        row.Integer("row_span") ?? 1,
        row.Integer("column_span") ?? 1,
        row.Flag("is_header") ?? false,
        row.Text("header_path"),
        row.Text("text"),
        row.Integer("page_number") ?? 0,
        BoxRow.Read(row) ?? default);
}

internal sealed record LineRow(
    string LineId,
    string TableId,
    string TableKey,
    int Row,
    int Column,
    string? UnitName,
    string Phase,
    string Direction,
    string Period,
    string Classification,
    string? SubjectCode,
    string? SubjectLevel,
    string? SubjectName,
    string? SubjectCodeAsPrinted,
    string? SubjectNameAsPrinted,
    string CodeEvidence,
    string? CatalogueEdition,
    string? ParentLineId,
    string? ItemKey,
    string Component,
    string Fund,
    string RowRole,
    bool IsLeaf,
    decimal AmountYuan,
    string ValueAsPrinted,
    string? UnitAsPrinted,
    int PageNumber,
    string Proof)
{
    public static LineRow Read(ParquetRow row) => new(
        row.Text("line_id") ?? string.Empty,
        row.Text("table_id") ?? string.Empty,
        row.Text("table_key") ?? string.Empty,
        row.Integer("row") ?? 0,
        row.Integer("column") ?? 0,
        row.Text("unit_name"),
        row.Text("phase") ?? string.Empty,
        row.Text("direction") ?? string.Empty,
        row.Text("period") ?? string.Empty,
        row.Text("classification") ?? string.Empty,
        row.Text("subject_code"),
        row.Text("subject_level"),
        row.Text("subject_name"),
        row.Text("subject_code_as_printed"),
        row.Text("subject_name_as_printed"),
        row.Text("code_evidence") ?? string.Empty,
        row.Text("catalogue_edition"),
        row.Text("parent_line_id"),
        row.Text("item_key"),
        row.Text("component") ?? string.Empty,
        row.Text("fund") ?? string.Empty,
        row.Text("row_role") ?? string.Empty,
        row.Flag("is_leaf") ?? false,
        row.Money("amount_yuan") ?? 0m,
        row.Text("value_as_printed") ?? string.Empty,
        row.Text("unit_as_printed"),
        row.Integer("page_number") ?? 0,
        row.Text("proof") ?? string.Empty);
}

internal sealed record CheckRow(
    string CheckId, string Rule, decimal? ExpectedYuan, decimal? ActualYuan, decimal? DifferenceYuan, decimal? ToleranceYuan,
        string Outcome)
{
    public static CheckRow Read(ParquetRow row) => new(
        row.Text("check_id") ?? string.Empty,
        row.Text("rule") ?? string.Empty,
        row.Money("expected_yuan"),
        row.Money("actual_yuan"),
        row.Money("difference_yuan"),
        row.Money("tolerance_yuan"),
        row.Text("outcome") ?? string.Empty);
}

/// <summary>A line that takes part in a check; the first one of a check is the figure that was expected.</summary>
internal sealed record CheckMemberRow(string CheckId, string LineId)
{
    public static CheckMemberRow Read(ParquetRow row) => new(row.Text("check_id") ?? string.Empty, row.Text("line_id") ?? string.Empty);
}

internal sealed record FindingRow(
    string FindingId, string Rule, string Severity, string MessageZh, string MessageEn, int? PageNumber, BoxRow? Box, string? Expected,
        string? Actual)
{
    public static FindingRow Read(ParquetRow row) => new(
        row.Text("finding_id") ?? string.Empty,
        row.Text("rule") ?? string.Empty,
        row.Text("severity") ?? string.Empty,
        row.Text("message_zh") ?? string.Empty,
        row.Text("message_en") ?? string.Empty,
        row.Integer("page_number"),
        BoxRow.Read(row),
        row.Text("expected"),
        row.Text("actual"));
}
