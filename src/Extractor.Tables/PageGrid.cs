using Extractor.Model.Layout;
using Extractor.Model.Tables;

namespace Extractor.Tables;

/// <summary>One printed line of a cell.</summary>
/// <param name="Text">With the spaces that separate Latin words; none between Chinese characters.</param>
/// <param name="WideGaps">How many of its gaps are as wide as those between columns.</param>
internal readonly record struct CellLine(string Text, Box Box, float FontSize, bool IsBold, int WideGaps);

/// <summary>A cell of a grid on one page.</summary>
internal sealed class GridCell(int row, int column, int rowSpan, int columnSpan, Box box)
{
    public int Row { get; set; } = row;

    public int Column { get; set; } = column;

    public int RowSpan { get; set; } = rowSpan;

    public int ColumnSpan { get; set; } = columnSpan;

    public Box Box { get; set; } = box;

    /// <summary>It stands at the top of its grid and no line is drawn above it: it may be the rest of a cell of the page before.</summary>
    public bool IsOpenTop { get; set; }

    /// <summary>It stands at the bottom of its grid and no line is drawn below it.</summary>
    public bool IsOpenBottom { get; set; }

    /// <summary>
    /// Several headings stand side by side in it: nothing below tells their columns apart, and nobody knows which of them
    /// heads the figures.
    /// </summary>
    public bool IsCrowded { get; init; }

    /// <summary>Its printed lines from top to bottom; empty for a blank cell.</summary>
    public List<CellLine> Lines { get; } = [];

    /// <summary>The lines folded into one; empty for a blank cell.</summary>
    public string Text { get; set; } = string.Empty;
}

/// <summary>A grid as it stands on one page, before anybody asked how it goes on.</summary>
/// <param name="ColumnLines">x of the lines that bound the columns, one more than there are columns.</param>
/// <param name="RowLines">y of the lines that bound the rows, one more than there are rows.</param>
/// <param name="Cells">By row, then column.</param>
internal sealed record PageGrid(
    int PageNumber,
    TableMethod Method,
    double[] ColumnLines,
    double[] RowLines,
    List<GridCell> Cells)
{
    private readonly int[] places = FillPlaces(ColumnLines.Length - 1, RowLines.Length - 1, Cells);

    /// <summary>
    /// Too little to be a table of its own (a frame, a row with one label), but perhaps the end of a table of the page
    /// before.
    /// </summary>
    public bool IsFragment { get; init; }

    public int ColumnCount => ColumnLines.Length - 1;

    public int RowCount => RowLines.Length - 1;

    public Box Box => new(ColumnLines[0], RowLines[0], ColumnLines[^1], RowLines[^1]);

    /// <summary>The cell that covers a place, or null where the grid has none.</summary>
    public GridCell? CellAt(int row, int column)
    {
        var cell = places[(row * ColumnCount) + column];
        return cell < 0 ? null : Cells[cell];
    }

    /// <summary>The cell at a point of the page, or null outside the grid.</summary>
    public GridCell? CellAtPoint(double x, double y)
    {
        var column = IndexBetween(ColumnLines, x);
        var row = IndexBetween(RowLines, y);
        return column < 0 || row < 0 ? null : CellAt(row, column);
    }

    private static int IndexBetween(double[] lines, double value)
    {
        if (value < lines[0] || value > lines[^1])
        {
            return -1;
        }

        var index = Array.BinarySearch(lines, value);
        return Math.Min(index >= 0 ? index : ~index - 1, lines.Length - 2);
    }

    private static int[] FillPlaces(int columns, int rows, List<GridCell> cells)
    {
        var places = new int[columns * rows];
        Array.Fill(places, -1);
        for (var index = 0; index < cells.Count; index++)
        {
            var cell = cells[index];
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                Array.Fill(places, index, (row * columns) + cell.Column, cell.ColumnSpan);
            }
        }

        return places;
    }
}
