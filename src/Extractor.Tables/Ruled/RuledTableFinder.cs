using Extractor.Model.Layout;
using Extractor.Model.Tables;

namespace Extractor.Tables.Ruled;

/// <summary>Step 5: the grids of a page that are drawn with lines, without their text.</summary>
internal static class RuledTableFinder
{
    /// <summary>From top to bottom; null where the page has more lines than any table (a drawing).</summary>
    public static List<PageGrid>? Find(PageLayout page) =>
        Find(EdgeFinder.FromRulings(page), page.Number);

    internal static List<PageGrid>? Find(EdgeSet edges, int pageNumber)
    {
        var grids = new List<PageGrid>();
        if (edges.Horizontal.Count == 0 || edges.Vertical.Count == 0)
        {
            return grids;
        }

        var skeletons = CrossingFinder.Find(EdgeJoiner.Join(edges));
        if (skeletons is null)
        {
            return null;
        }

        foreach (var skeleton in skeletons)
        {
            var columns = GridLines.Of(skeleton.Vertical, skeleton.Horizontal);
            var rows = GridLines.Of(skeleton.Horizontal, skeleton.Vertical);
            if (columns.Positions.Length < 2 || rows.Positions.Length < 2)
            {
                continue;
            }

            if ((long)columns.Positions.Length * rows.Positions.Length > RuledTolerances.MaximumGridPlaces)
            {
                return null;
            }

            var cells = CellFinder.Find(new WallMap(skeleton, columns, rows), columns, rows);
            if (cells.Count > 0)
            {
                grids.Add(Compress(cells, columns.Positions, rows.Positions, pageNumber));
            }
        }

        grids.Sort(static (first, second) =>
        {
            var byTop = first.RowLines[0].CompareTo(second.RowLines[0]);
            return byTop != 0 ? byTop : first.ColumnLines[0].CompareTo(second.ColumnLines[0]);
        });
        return grids;
    }

    /// <summary>Leaves out the lines at which no cell begins or ends (an underline in a cell, a border of a dropped region).</summary>
    private static PageGrid Compress(List<GridCell> cells, double[] columns, double[] rows, int pageNumber)
    {
        var columnUse = new bool[columns.Length];
        var rowUse = new bool[rows.Length];
        foreach (var cell in cells)
        {
            columnUse[cell.Column] = columnUse[cell.Column + cell.ColumnSpan] = true;
            rowUse[cell.Row] = rowUse[cell.Row + cell.RowSpan] = true;
        }

        var (columnLines, newColumns) = Renumber(columns, columnUse);
        var (rowLines, newRows) = Renumber(rows, rowUse);
        foreach (var cell in cells)
        {
            var lastColumn = newColumns[cell.Column + cell.ColumnSpan];
            var lastRow = newRows[cell.Row + cell.RowSpan];
            cell.Column = newColumns[cell.Column];
            cell.Row = newRows[cell.Row];
            cell.ColumnSpan = lastColumn - cell.Column;
            cell.RowSpan = lastRow - cell.Row;
        }

        return new PageGrid(pageNumber, TableMethod.Ruled, columnLines, rowLines, cells);
    }

    private static (double[] Lines, int[] Numbers) Renumber(double[] lines, bool[] isUsed)
    {
        var numbers = new int[lines.Length];
        var kept = new List<double>(lines.Length);
        for (var index = 0; index < lines.Length; index++)
        {
            numbers[index] = kept.Count;
            if (isUsed[index])
            {
                kept.Add(lines[index]);
            }
        }

        return ([.. kept], numbers);
    }
}
