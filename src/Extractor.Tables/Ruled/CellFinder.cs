using Extractor.Model.Layout;

namespace Extractor.Tables.Ruled;

/// <summary>
/// Step 4: the cells of one skeleton. Places that no wall separates are one cell, so that merged cells, open borders
/// and small gaps need no rule of their own.
/// </summary>
internal static class CellFinder
{
    /// <summary>The cells by row and column of <paramref name="columns"/> and <paramref name="rows"/>, not yet compressed.</summary>
    public static List<GridCell> Find(WallMap walls, GridLines columns, GridLines rows)
    {
        var width = columns.Positions.Length - 1;
        var height = rows.Positions.Length - 1;
        var places = new DisjointSets(width * height);
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var place = (row * width) + column;
                if (column + 1 < width && !walls.IsVerticalWall(column + 1, row))
                {
                    places.Join(place, place + 1);
                }

                if (row + 1 < height && !walls.IsHorizontalWall(row + 1, column))
                {
                    places.Join(place, place + width);
                }
            }
        }

        var cells = Regions(places, width, height);
        foreach (var cell in cells)
        {
            cell.Box = new Box(
                columns.Positions[cell.Column],
                rows.Positions[cell.Row],
                columns.Positions[cell.Column + cell.ColumnSpan],
                rows.Positions[cell.Row + cell.RowSpan]);
        }

        cells.RemoveAll(cell => !IsEnclosed(cell, walls, columns, rows));
        cells.Sort(static (first, second) =>
            first.Row != second.Row ? first.Row.CompareTo(second.Row) : first.Column.CompareTo(second.Column));
        return cells;
    }

    /// <summary>Joined places as rectangles; a region that is none is cut into rectangles row by row.</summary>
    private static List<GridCell> Regions(DisjointSets places, int width, int height)
    {
        var open = new GridCell?[width * height];
        var cells = new List<GridCell>();
        for (var row = 0; row < height; row++)
        {
            var column = 0;
            while (column < width)
            {
                var root = places.RootOf((row * width) + column);
                var end = column + 1;
                while (end < width && places.RootOf((row * width) + end) == root)
                {
                    end++;
                }

                // open[root] is the latest stretch of the region: it grows downwards while the stretches are equal.
                var above = open[root];
                if (above is not null && above.Row + above.RowSpan == row && above.Column == column && above.ColumnSpan == end - column)
                {
                    above.RowSpan++;
                }
                else
                {
                    var cell = new GridCell(row, column, 1, end - column, default);
                    open[root] = cell;
                    cells.Add(cell);
                }

                column = end;
            }
        }

        return cells;
    }

    /// <summary>
    /// At most one side is not drawn. The side of an open border is held for drawn: there the table ends by agreement. A
    /// column that runs through the whole grid may be open at both ends: its cell began on the page before.
    /// </summary>
    private static bool IsEnclosed(GridCell cell, WallMap walls, GridLines columns, GridLines rows)
    {
        var lastColumn = cell.Column + cell.ColumnSpan;
        var lastRow = cell.Row + cell.RowSpan;
        int left = 0, right = 0, top = 0, bottom = 0;
        for (var row = cell.Row; row < lastRow; row++)
        {
            left += walls.IsVerticalWall(cell.Column, row) ? 1 : 0;
            right += walls.IsVerticalWall(lastColumn, row) ? 1 : 0;
        }

        for (var column = cell.Column; column < lastColumn; column++)
        {
            top += walls.IsHorizontalWall(cell.Row, column) ? 1 : 0;
            bottom += walls.IsHorizontalWall(lastRow, column) ? 1 : 0;
        }

        var isFirstRow = cell.Row == 0;
        var isLastRow = lastRow == rows.Positions.Length - 1;
        var isOpenTop = top * 2 < cell.ColumnSpan;
        var isOpenBottom = bottom * 2 < cell.ColumnSpan;
        cell.IsOpenTop = isOpenTop && isFirstRow;
        cell.IsOpenBottom = isOpenBottom && isLastRow;
        var isOpenLeft = left * 2 < cell.RowSpan && !(cell.Column == 0 && columns.FirstIsImplied);
        var isOpenRight = right * 2 < cell.RowSpan && !(lastColumn == columns.Positions.Length - 1 && columns.LastIsImplied);
        if (cell.IsOpenTop && cell.IsOpenBottom)
        {
            return !isOpenLeft && !isOpenRight;
        }

        isOpenTop &= !(isFirstRow && rows.FirstIsImplied);
        isOpenBottom &= !(isLastRow && rows.LastIsImplied);
        return (isOpenLeft ? 1 : 0) + (isOpenRight ? 1 : 0) + (isOpenTop ? 1 : 0) + (isOpenBottom ? 1 : 0) <= 1;
    }
}
