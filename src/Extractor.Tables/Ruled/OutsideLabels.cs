using Extractor.Model.Layout;
using Extractor.Tables.Text;

namespace Extractor.Tables.Ruled;

/// <summary>
/// A frame drawn around figures only, the names of its rows outside to the left: they are its first column. The evidence is that every
/// row of figures has a name at its height; text that runs beside a table does not keep its rows.
/// </summary>
internal static class OutsideLabels
{
    /// <summary>The grids, those with names outside widened by a column.</summary>
    public static List<PageGrid> Take(PageLayout page, List<PageGrid> grids) => grids.ConvertAll(grid =>
        LabelsOf(page, grid) is { } left && !grids.Exists(other => IsBeside(other, grid, left)) ? Widen(grid, left) : grid);

    /// <returns>Where the names begin; null where the rows have none outside.</returns>
    private static double? LabelsOf(PageLayout page, PageGrid grid)
    {
        var figures = new Word?[grid.RowCount];
        var labels = new Word?[grid.RowCount];
        var left = double.MaxValue;
        foreach (var word in page.Words)
        {
            var row = RowAt(grid, word.Box.CentreY);
            if (row < 0 || word.Box.CentreX > grid.ColumnLines[1])
            {
                continue;
            }

            if (word.Box.Right <= grid.ColumnLines[0] + RuledTolerances.SnapDistance)
            {
                labels[row] = labels[row] is { } first && first.Box.Left < word.Box.Left ? first : word;
                left = Math.Min(left, word.Box.Left);
            }
            else if (Characters.IsOneNumber(word.Text))
            {
                figures[row] = word;
            }
            else if (word.Text.Any(char.IsLetter))
            {
                // The first column inside names something already.
                return null;
            }
        }

        var named = 0;
        for (var row = 0; row < grid.RowCount; row++)
        {
            if (figures[row] is not { } figure)
            {
                continue;
            }

            // Only headings, above all names, may have none: 2021 over a column.
            if (labels[row] is not { } label || !label.Text.Any(char.IsLetter) || !IsLevel(label, figure))
            {
                if (named > 0 || row >= RuledTolerances.MostUnnamedRows)
                {
                    return null;
                }

                continue;
            }

            named++;
        }

        return named >= RuledTolerances.FewestNamedRows ? left : null;
    }

    private static bool IsLevel(Word label, Word figure) =>
        Math.Abs(label.Box.CentreY - figure.Box.CentreY) < RuledTolerances.SameHeight * figure.FontSize;

    private static int RowAt(PageGrid grid, double y)
    {
        var row = Array.FindLastIndex(grid.RowLines, line => line <= y);
        return row < grid.RowCount ? row : -1;
    }

    private static bool IsBeside(PageGrid other, PageGrid grid, double left) =>
        !ReferenceEquals(other, grid) && other.Box.Intersects(grid.Box with { Left = left });

    private static PageGrid Widen(PageGrid grid, double left)
    {
        var edge = left - 1;
        var cells = new List<GridCell>(grid.Cells.Count + grid.RowCount);
        for (var row = 0; row < grid.RowCount; row++)
        {
            cells.Add(new GridCell(row, 0, 1, 1, new Box(edge, grid.RowLines[row], grid.ColumnLines[0], grid.RowLines[row + 1])));
        }

        foreach (var cell in grid.Cells)
        {
            cell.Column++;
            cells.Add(cell);
        }

        cells.Sort(static (first, second) =>
            first.Row != second.Row ? first.Row.CompareTo(second.Row) : first.Column.CompareTo(second.Column));
        return new PageGrid(grid.PageNumber, grid.Method, [edge, .. grid.ColumnLines], grid.RowLines, cells);
    }
}
