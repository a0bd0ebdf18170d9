using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Datasets;

/// <summary>The tables and their grids as printed.</summary>
internal static class TableDatasets
{
    public static DocumentDataset Tables { get; } = new DatasetBuilder<Row<ExtractedTable>>(
            "tables",
            "表格：每张逻辑表一行，续页已合并",
            "One row per logical table, continuation pages joined")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("table_id", "表格标识", "Key of the table", static row => row.Document.TableId(row.Item.Ordinal)).AsKey()
        .Integer("ordinal", "在文件中的顺序，自 1 起", "Position in the document, counted from 1", static row => row.Item.Ordinal)
        .Coded("table_key", "表格含义，按标题和栏目判定，如 general_public_expenditure 一般公共预算支出表；other 为其他",
            "What the table shows, known by its title and columns: general_public_expenditure, three_public, …; other where unknown",
            static row => row.Document.MeaningOf(row.Item).Key)
        .OptionalText("number_as_printed", "所印的表号（表7、公开05表）", "Number of the table as printed", static row => row.Item.NumberAsPrinted)
        .OptionalText("title_as_printed", "所印的表名", "Title as printed", static row => row.Item.TitleAsPrinted)
        .OptionalText("unit_as_printed", "金额单位（元、万元）", "Unit of the amounts as printed (元, 万元)", static row =>
            row.Document.MeaningOf(row.Item).UnitAsPrinted ?? row.Item.UnitAsPrinted)
        .Coded("unit_evidence", "单位的依据：printed_on_table 表上所印，document_default 全文通用，reconciled 经核对，none 无",
            "Where the unit was read: printed_on_table, document_default, reconciled or none",
            static row => row.Document.MeaningOf(row.Item).UnitEvidence)
        .OptionalText("rate_columns", "不是金额的数字栏（比率、期限、序号），列号自 0 起，以空格分隔；仅政府文件",
            "Columns of figures that are no money (rates, terms, row numbers), counted from 0, between blanks; of governments' tables",
            static row => row.Document.MeaningOf(row.Item).RateColumns is { IsDefaultOrEmpty: false } columns
                ? string.Join(' ', columns.Select(static column => column.ToString(CultureInfo.InvariantCulture))) : null)
        .OptionalText("caption_as_printed", "表格上方属于本表的各行，按原样，以换行分隔：表号、表名、单位、部门",
            "The lines above the table that belong to it as printed, separated by line feeds: number, title, unit, department",
            static row => string.Join('\n', row.Item.CaptionLines))
        .OptionalText("notes_as_printed", "表格下方属于本表的各行（附注），按原样，以换行分隔",
            "The lines under the table that belong to it (notes) as printed, separated by line feeds",
            static row => string.Join('\n', row.Item.NoteLines))
        .Integer("page_first", "起始页", "First page", static row => row.Item.PageFirst)
        .Integer("page_last", "结束页", "Last page", static row => row.Item.PageLast)
        .Integer("row_count", "行数，含表头", "Number of rows, headers included", static row => row.Item.RowCount)
        .Integer("column_count", "列数", "Number of columns", static row => row.Item.ColumnCount)
        .Integer("header_row_count", "表头行数", "Number of header rows", static row => row.Item.HeaderRowCount)
        .Coded("method", "识别方法：ruled 框线，aligned 对齐，ocr 图像识别", "How the grid was found: ruled, aligned or ocr",
            static row => row.Item.Method)
        .Integer("readings_tried", "按合计核对过的表格结构读法数（单位、项目、上下级）；0 为表式已定，无须比较",
            "Readings of the table's structure (units, projects, parents) that were held against its sums; 0 where its form leaves none " +
            "open",
            static row => row.Document.MeaningOf(row.Item).ReadingsTried)
        .Flag("declared_empty", "文件自己声明本表无数据", "The document itself says that the table has no figures", static row =>
            row.Item.DeclaredEmpty)
        .Build(static document => document.Of(document.Document.Extracted.Tables));

    public static DocumentDataset Cells { get; } = new DatasetBuilder<CellRow>(
            "cells",
            "单元格：每张表格的每个单元格，按原样；跨页的单元格每页一行",
            "The grid as printed, every cell of every table; a cell that runs over a page edge has one row a page")
        .Text("document_id", "所属文件", "The document", static row => row.Table.Document.Id, bloom: true).References("documents")
        .Text("table_id", "所属表格", "The table", static row => row.Table.TableId).References("tables")
        .Integer("row_index", "行号，自 0 起，续页连续计数", "Row, counted from 0 over all joined pages", static row => row.Cell.Row)
        .Integer("column_index", "列号，自 0 起", "Column, counted from 0", static row => row.Cell.Column)
        .Integer("row_span", "合并的行数", "Rows that the cell covers", static row => row.Cell.RowSpan)
        .Integer("column_span", "合并的列数", "Columns that the cell covers", static row => row.Cell.ColumnSpan)
        .Flag("is_header", "是否表头", "Whether the cell belongs to the header", static row => row.Cell.IsHeader)
        .OptionalText("header_path", "所在列的各级表头，由外到内以“ / ”相连", "The column's headers joined by ' / ', outermost first", static row =>
            row.HeaderPath)
        .OptionalText("text", "所印的文字，换行与内部空白已合并；空白单元格为空值",
            "Text as printed, line breaks and inner white space folded away; NULL for a blank cell", static row => row.Cell.Text)
        .Integer("part", "跨页单元格的第几部分，自 1 起", "Part of a cell that runs over a page edge, counted from 1", static row => row.Index + 1)
        .Integer("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Place.PageNumber)
        .Place(static row => row.Place.Box)
        .Build(CellsOf);

    private static IEnumerable<CellRow> CellsOf(DocumentRows document)
    {
        foreach (var table in document.Document.Extracted.Tables)
        {
            var tableOfCells = new TableOfCells(document, document.TableId(table.Ordinal), table.ColumnHeaderPaths);
            foreach (var cell in table.Cells)
            {
                for (var part = 0; part < cell.Parts.Length; part++)
                {
                    yield return new CellRow(tableOfCells, cell, part);
                }
            }
        }
    }

    private sealed record TableOfCells(DocumentRows Document, string TableId, ImmutableArray<string> HeaderPaths);

    /// <summary>Half a million of them are published in a minute, each handed from column to column: it is small.</summary>
    private readonly record struct CellRow(TableOfCells Table, TableCell Cell, int Index)
    {
        public string? HeaderPath => Cell.Column < Table.HeaderPaths.Length ? Table.HeaderPaths[Cell.Column] : null;

        public CellPart Place => Cell.Parts[Index];
    }
}
