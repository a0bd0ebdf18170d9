using Extractor.Model.Layout;
using Extractor.Tables.Aligned;

namespace Extractor.Tables.Text;

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
            figures += Characters.IsFigure(line.Text.Replace(" ", string.Empty, StringComparison.Ordinal)) ? 1 : 0;
        }

        return figures >= TextTolerances.FewestFigures;
    }

    public static PageGrid Split(PageGrid grid, List<PlacedRun> runs, PageLayout page)
    {
        Dictionary<int, Division>? divided = null;
        for (var row = 0; row < grid.RowCount; row++)
        {
            if (DivisionOf(row, runs, page) is { } division)
            {
                divided ??= [];
                divided.Add(row, division);
            }
        }

        return divided is null ? grid : Divide(grid, divided, runs);
    }

    /// <summary>How a row falls into several; null where it is one row.</summary>
    private static Division? DivisionOf(int row, List<PlacedRun> runs, PageLayout page)
    {
        var inRow = runs.FindAll(run => run.Cell.Row == row && run.Cell.RowSpan == 1);
        if (inRow.Count < 4 || HeightsOfFigures(inRow, page) is not { } heights)
        {
            return null;
        }

        // Texts beside the numbers stand on the same heights, or around one, or the numbers are a list within one cell.
        var texts = inRow.FindAll(run => !IsFigure(run, page));
        var wrapped = WrappedAround(heights, texts, page);
        var placed = texts.FindAll(run => wrapped.Contains(run.FirstGlyph) || IsOn(heights, run, TextTolerances.LineOverlap));
        var whole = WholeCells(inRow, placed, page);
        texts.RemoveAll(run => whole.Contains(run.Cell));
        var areRows = texts.Count == 0
            ? AreAlike(inRow, heights, page)
            : placed.Count >= TextTolerances.ShareOnRows * texts.Count || AreSetApart(texts, inRow, page);
        if (!areRows)
        {
            return null;
        }

        // A row of text without a number (a group's name) is a row too.
        foreach (var run in texts)
        {
            if (!wrapped.Contains(run.FirstGlyph) && !IsOn(heights, run, TextTolerances.RowOverlap))
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

        return new Division(lines, whole);
    }

    /// <summary>
    /// The heights on which numbers stand, in columns that hold several numbers below each other; null where they are too few.
    /// </summary>
    private static List<(double Top, double Bottom)>? HeightsOfFigures(List<PlacedRun> inRow, PageLayout page)
    {
        var heights = new List<(double Top, double Bottom)>();
        var stackedColumns = 0;
        foreach (var column in inRow.GroupBy(static run => run.Cell))
        {
            var figures = column.Where(run => IsFigure(run, page)).OrderBy(static run => run.Box.Top).ToList();
            if (figures.Count < TextTolerances.FewestFigures || !AreApart(figures, page) || IsBrokenNumber(figures, page))
            {
                continue;
            }

            stackedColumns++;
            foreach (var figure in figures)
            {
                if (!IsOn(heights, figure, TextTolerances.LineOverlap))
                {
                    heights.Add((figure.Box.Top, figure.Box.Bottom));
                }
            }
        }

        return stackedColumns == 0 || heights.Count < 2 || (stackedColumns == 1 && heights.Count < 3) ? null : heights;
    }

    /// <summary>
    /// The two lines of a label that is wrapped beside its numbers stand above and below their height, equally far from it.
    /// </summary>
    /// <returns>The first glyphs of such lines.</returns>
    private static HashSet<int> WrappedAround(List<(double Top, double Bottom)> heights, List<PlacedRun> texts, PageLayout page)
    {
        var wrapped = new HashSet<int>();
        foreach (var cell in texts.GroupBy(static run => run.Cell))
        {
            var lines = cell.OrderBy(static run => run.Box.CentreY).ToList();
            for (var index = 1; index < lines.Count; index++)
            {
                var (upper, lower) = (lines[index - 1], lines[index]);
                var fontSize = page.Glyphs[lower.FirstGlyph].FontSize;
                var leading = lower.Box.CentreY - upper.Box.CentreY;
                var middle = (upper.Box.CentreY + lower.Box.CentreY) / 2;
                if (leading >= TextTolerances.SmallestLeading * fontSize && leading <= TextTolerances.LargestLeading * fontSize
                    && heights.Exists(height =>
                        Math.Abs(((height.Top + height.Bottom) / 2) - middle) <= TextTolerances.WrappedAround * fontSize))
                {
                    wrapped.Add(upper.FirstGlyph);
                    wrapped.Add(lower.FirstGlyph);
                }
            }
        }

        return wrapped;
    }

    /// <summary>Without a name for each of them: several columns hold numbers, and all of them hold one on every height.</summary>
    private static bool AreAlike(List<PlacedRun> inRow, List<(double Top, double Bottom)> heights, PageLayout page)
    {
        var columns = 0;
        foreach (var cell in inRow.Where(run => IsFigure(run, page)).GroupBy(static run => run.Cell))
        {
            columns++;
            if (cell.Count() != heights.Count)
            {
                return false;
            }
        }

        return columns >= TextTolerances.FewestColumnsAlike;
    }

    /// <summary>
    /// Names stand farther apart than lines of one text, and every number stands beside one: rows, of which most have no number.
    /// </summary>
    private static bool AreSetApart(List<PlacedRun> texts, List<PlacedRun> inRow, PageLayout page)
    {
        foreach (var cell in texts.GroupBy(static run => run.Cell))
        {
            var lines = cell.OrderBy(static run => run.Box.CentreY).ToList();
            for (var index = 1; index < lines.Count; index++)
            {
                var leading = lines[index].Box.CentreY - lines[index - 1].Box.CentreY;
                if (leading <= TextTolerances.LargestLeading * page.Glyphs[lines[index].FirstGlyph].FontSize)
                {
                    return false;
                }
            }
        }

        var heights = texts.ConvertAll(static run => (run.Box.Top, run.Box.Bottom));
        return inRow.TrueForAll(run => !IsFigure(run, page) || IsOn(heights, run, TextTolerances.LineOverlap));
    }

    /// <summary>Cells without any number whose text stands beside none of the numbers: it is one text for all rows.</summary>
    private static HashSet<GridCell> WholeCells(List<PlacedRun> inRow, List<PlacedRun> placed, PageLayout page)
    {
        var whole = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        foreach (var cell in inRow.GroupBy(static run => run.Cell))
        {
            if (!placed.Exists(run => ReferenceEquals(run.Cell, cell.Key)) && !cell.Any(run => IsFigure(run, page)))
            {
                whole.Add(cell.Key);
            }
        }

        return whole;
    }

    private static bool IsOn(List<(double Top, double Bottom)> heights, PlacedRun run, double share) =>
        heights.Exists(height => Overlap(height, run.Box) > share * run.Box.Height);

    private static PageGrid Divide(PageGrid grid, Dictionary<int, Division> divided, List<PlacedRun> runs)
    {
        var newRow = new int[grid.RowCount + 1];
        var rowLines = new List<double>();
        for (var row = 0; row < grid.RowCount; row++)
        {
            newRow[row] = rowLines.Count;
            rowLines.Add(grid.RowLines[row]);
            if (divided.TryGetValue(row, out var division))
            {
                rowLines.AddRange(division.Lines);
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
            if (cell.RowSpan > 1 || last - first == 1 || divided[cell.Row].Whole.Contains(cell))
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

    private static bool AreApart(List<PlacedRun> figures, PageLayout page)
    {
        for (var index = 1; index < figures.Count; index++)
        {
            if (!IsOneSpaced(figures[index - 1], figures[index], page)
                && figures[index].Box.Top < figures[index - 1].Box.Bottom - (TextTolerances.RowOverlap * figures[index].Box.Height))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>809 738: one number with a space at its thousands.</summary>
    private static bool IsOneSpaced(PlacedRun first, PlacedRun second, PageLayout page)
    {
        var (left, right) = first.Box.Left < second.Box.Left ? (first, second) : (second, first);
        var gap = right.Box.Left - left.Box.Right;
        return gap >= 0 && gap < AlignedTolerances.ColumnGap * page.Glyphs[right.FirstGlyph].FontSize
            && Overlap((left.Box.Top, left.Box.Bottom), right.Box) > TextTolerances.LineOverlap * right.Box.Height
            && right.TextIn(page.Glyphs.AsSpan()) is { Length: 3 };
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

    /// <param name="Lines">y of the lines to put into the row.</param>
    /// <param name="Whole">The cells that stand beside all of its parts.</param>
    private readonly record struct Division(double[] Lines, HashSet<GridCell> Whole);
}
