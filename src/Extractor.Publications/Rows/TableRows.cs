using Extractor.Model.Layout;

namespace Extractor.Publications.Rows;

/// <summary>A logical table.</summary>
public sealed record TableRow(
    string DocumentId,
    string TableId,
    int Ordinal,
    string TableKey,
    string? NumberAsPrinted,
    string? TitleAsPrinted,
    string? UnitAsPrinted,
    string UnitEvidence,
    string? CaptionAsPrinted,
    string? NotesAsPrinted,
    int PageFirst,
    int PageLast,
    int RowCount,
    int ColumnCount,
    int HeaderRowCount,
    string Method,
    bool DeclaredEmpty) : IDatasetRow
{
    public static string Dataset => "tables";
}

/// <summary>One part of a cell: a cell that runs over a page edge has one on each page.</summary>
public sealed record CellRow(
    string DocumentId,
    string TableId,
    int Row,
    int Column,
    int RowSpan,
    int ColumnSpan,
    bool IsHeader,
    string? HeaderPath,
    string? Text,
    int Part,
    int PageNumber,
    double Left,
    double Top,
    double Right,
    double Bottom) : IDatasetRow
{
    public static string Dataset => "cells";

    public Box Box => new(Left, Top, Right, Bottom);
}
