using Extractor.Pdf;

namespace Extractor.Tables;

/// <summary>A table as it stands on one page.</summary>
public sealed class PdfTable
{
    private readonly PdfTableCell?[] places;

    internal PdfTable(PdfRectangle box, bool isRuled, int rowCount, int columnCount, IReadOnlyList<PdfTableCell> cells)
    {
        Box = box;
        IsRuled = isRuled;
        RowCount = rowCount;
        ColumnCount = columnCount;
        Cells = cells;
        places = new PdfTableCell?[rowCount * columnCount];
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                Array.Fill(places, cell, (row * columnCount) + cell.Column, cell.ColumnSpan);
            }
        }
    }

    /// <summary>Of the grid, captions and notes left out; points from the top left of the upright page.</summary>
    public PdfRectangle Box { get; }

    /// <summary>Drawn lines show its cells; false where only the alignment of the words does.</summary>
    public bool IsRuled { get; }

    public int RowCount { get; }

    public int ColumnCount { get; }

    /// <summary>By row, then column; a cell that spans several places stands once, blank cells too.</summary>
    public IReadOnlyList<PdfTableCell> Cells { get; }

    /// <summary>The cell that covers a place, counted from 0; null where the grid has none, as in the corner of a stepped table.</summary>
    public PdfTableCell? this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, ColumnCount);
            return places[(row * ColumnCount) + column];
        }
    }
}

/// <summary>A cell of a table.</summary>
/// <param name="Row">The first that it covers, from 0.</param>
/// <param name="Column">The first that it covers, from 0.</param>
/// <param name="Text">Its printed lines folded into one: with a space between Latin words, none between Chinese characters; empty where
/// it is blank.</param>
/// <param name="Box">Of the cell, not of its text.</param>
public sealed record PdfTableCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, PdfRectangle Box);
