using Extractor.Model.Layout;

namespace Extractor.Extracting.Tables.Text;

/// <summary>
/// A row of the grid in whose cells whole numbers stand below each other is several rows that no line divides. The
/// baselines of the numbers are the rows, and every other text has to stand on one of them.
/// </summary>
internal static class StackedRows
{
    /// <summary>Do whole numbers stand below each other in the cell?</summary>
    public static bool MayHoldSeveral(GridCell cell)
    {
        var figures = 0;
        foreach (var line in cell.Lines)
        {
            figures += Characters.IsOneNumber(line.Text) ? 1 : 0;
        }

        return figures >= TextTolerances.FewestFigures;
    }

    public static PageGrid Split(PageGrid grid, List<PlacedRun> runs, PageLayout page)
    {
        Dictionary<int, double[]>? divided = null;
        for (var row = 0; row < grid.RowCount; row++)
        {
            if (LinesWithin(grid, row, runs, page) is { } lines)
            {
                divided ??= [];
                divided.Add(row, lines);
            }
        }

        return divided is null ? grid : Divide(grid, divided, runs);
    }

    /// <summary>y of the lines to put into a row; null where it is one row.</summary>
    private static double[]? LinesWithin(PageGrid grid, int row, List<PlacedRun> runs, PageLayout page)
    {
        var inRow = runs.FindAll(run => run.Cell.Row == row && run.Cell.RowSpan == 1);
        if (inRow.Count < 4)
        {
            return null;
        }

        // The heights on which numbers stand, in columns that hold several numbers below each other.
        var heights = new List<(double Top, double Bottom)>();
        var stackedColumns = 0;
        foreach (var column in inRow.GroupBy(static run => run.Cell))
        {
            var figures = column.Where(run => IsFigure(run, page)).OrderBy(static run => run.Box.Top).ToList();
            if (figures.Count < 2 || !AreApart(figures) || IsBrokenNumber(figures, page))
            {
                continue;
            }

            stackedColumns++;
            foreach (var figure in figures)
            {
                if (!heights.Exists(height => Overlap(height, figure.Box) > TextTolerances.LineOverlap * figure.Box.Height))
                {
                    heights.Add((figure.Box.Top, figure.Box.Bottom));
                }
            }
        }

        if (stackedColumns == 0 || heights.Count < 2 || (stackedColumns == 1 && heights.Count < 3))
        {
            return null;
        }

        // Texts beside the numbers stand on the same heights, or the numbers are a list within one cell.
        var texts = inRow.FindAll(run => !IsFigure(run, page));
        var placed = texts.Count(run => heights.Exists(height => Overlap(height, run.Box) > TextTolerances.LineOverlap * run.Box.Height));
        if (texts.Count == 0 || placed < TextTolerances.ShareOnRows * texts.Count)
        {
            return null;
        }

        // A row of text without a number (a group's name) is a row too.
        foreach (var run in texts)
        {
            if (!heights.Exists(height => Overlap(height, run.Box) > TextTolerances.RowOverlap * run.Box.Height))
            {
                heights.Add((run.Box.Top, run.Box.Bottom));
            }
        }

        heights.Sort();
        var lines = new double[heights.Count - 1];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = (heights[index].Bottom + heights[index + 1].Top) / 2;
        }

        return lines;
    }

    private static PageGrid Divide(PageGrid grid, Dictionary<int, double[]> divided, List<PlacedRun> runs)
    {
        var newRow = new int[grid.RowCount + 1];
        var rowLines = new List<double>();
        for (var row = 0; row < grid.RowCount; row++)
        {
            newRow[row] = rowLines.Count;
            rowLines.Add(grid.RowLines[row]);
            if (divided.TryGetValue(row, out var lines))
            {
                rowLines.AddRange(lines);
            }
        }

        newRow[grid.RowCount] = rowLines.Count;
        rowLines.Add(grid.RowLines[^1]);
        var cells = new List<GridCell>();
        var parts = new Dictionary<GridCell, List<GridCell>>(ReferenceEqualityComparer.Instance);
        foreach (var cell in grid.Cells)
        {
            var first = newRow[cell.Row];
            var last = newRow[cell.Row + cell.RowSpan];
            if (cell.RowSpan > 1 || last - first == 1)
            {
                cell.Row = first;
                cell.RowSpan = last - first;
                cells.Add(cell);
                continue;
            }

            var own = new List<GridCell>();
            for (var row = first; row < last; row++)
            {
                own.Add(new GridCell(row, cell.Column, 1, cell.ColumnSpan,
                    cell.Box with { Top = rowLines[row], Bottom = rowLines[row + 1] }));
            }

            parts.Add(cell, own);
            cells.AddRange(own);
        }

        cells.Sort(static (first, second) =>
            first.Row != second.Row ? first.Row.CompareTo(second.Row) : first.Column.CompareTo(second.Column));
        for (var index = 0; index < runs.Count; index++)
        {
            if (parts.TryGetValue(runs[index].Cell, out var own))
            {
                var middle = runs[index].Box.CentreY;
                runs[index] = runs[index] with { Cell = own.Find(part => middle <= part.Box.Bottom) ?? own[^1] };
            }
        }

        return new PageGrid(grid.PageNumber, grid.Method, grid.ColumnLines, [.. rowLines], cells);
    }

    private static bool AreApart(List<PlacedRun> figures)
    {
        for (var index = 1; index < figures.Count; index++)
        {
            if (figures[index].Box.Top < figures[index - 1].Box.Bottom - (TextTolerances.RowOverlap * figures[index].Box.Height))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>280,526.3 over 0: one number in a column too narrow for it.</summary>
    private static bool IsBrokenNumber(List<PlacedRun> figures, PageLayout page)
    {
        if (figures.Count != 2)
        {
            return false;
        }

        var first = figures[0];
        var room = first.Cell.Box.Width - first.Box.Width;
        return room < TextTolerances.BrokenNumberRoom * page.Glyphs[first.FirstGlyph].FontSize
            && Characters.IsOneNumber(first.TextIn(page.Glyphs.AsSpan()) + figures[1].TextIn(page.Glyphs.AsSpan()));
    }

    private static double Overlap((double Top, double Bottom) height, Box box) =>
        Math.Min(height.Bottom, box.Bottom) - Math.Max(height.Top, box.Top);

    private static bool IsFigure(PlacedRun run, PageLayout page) => Characters.IsOneNumber(run.TextIn(page.Glyphs.AsSpan()));
}
