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
    string? RateColumns,
    string? CaptionAsPrinted,
    string? NotesAsPrinted,
    int PageFirst,
    int PageLast,
    int RowCount,
    int ColumnCount,
    int HeaderRowCount,
    string Method,
    int ReadingsTried,
    bool DeclaredEmpty) : IDatasetRow
{
    public static string Dataset => "tables";
}

/// <summary>One part of a cell: a cell that runs over a page edge has one on each page.</summary>
public sealed record CellRow(
    string DocumentId,
    string TableId,
    int RowIndex,
    int ColumnIndex,
    int RowSpan,
    int ColumnSpan,
    bool IsHeader,
    string? HeaderPath,
    string? Text,
    int Part,
    int PageNumber,
    double BoxLeft,
    double BoxTop,
    double BoxRight,
    double BoxBottom) : IDatasetRow
{
    public static string Dataset => "cells";

    public Box Box => new(BoxLeft, BoxTop, BoxRight, BoxBottom);
}
