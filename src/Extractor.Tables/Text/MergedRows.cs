using Extractor.Model.Layout;

namespace Extractor.Tables.Text;

/// <summary>
/// Rows that are drawn without all of their lines. Two numbers side by side in a cell that spans columns stand in those
/// columns; numbers below each other in one row of the grid are rows of their own.
/// </summary>
internal static class MergedRows
{
    /// <summary>Does a line of the cell hold more than one number?</summary>
    public static bool MayHoldSeveral(GridCell cell) =>
        cell.Lines.Exists(static line => FiguresIn(line, out _) >= TextTolerances.FewestFigures);

    /// <summary>A row without a line between its columns, as it may stand over all of them: headings.</summary>
    public static bool MayHoldHeadings(PageGrid grid, GridCell cell) =>
        cell.Row == 0 && cell.ColumnSpan == grid.ColumnCount && cell.ColumnSpan >= TextTolerances.FewestHeadings && cell.Lines.Count > 0;

    /// <summary>How many numbers stand side by side in the line, among other text or alone.</summary>
    /// <param name="areAlone">There is no other text.</param>
    public static int FiguresIn(in CellLine line, out bool areAlone)
    {
        var text = line.Text.AsSpan();
        var figures = 0;
        var mayGoOn = false;
        areAlone = true;
        foreach (var part in text.Split(' '))
        {
            var word = text[part];
            var isNumber = Characters.IsOneNumber(word);
            areAlone &= word is "-" or "–" or "—" || Characters.IsFigure(word);
            if (mayGoOn && isNumber && word.Length >= 3 && (word.Length == 3 || word[3] is '.' or ','))
            {
                // 10 000: thousands set apart by a space.
                continue;
            }

            mayGoOn = isNumber && word.Length <= 3;
            figures += isNumber || word is "-" or "–" or "—" ? 1 : 0;
        }

        // 809 738   671 425: the gaps tell where a number ends.
        return areAlone ? Math.Max(figures, line.WideGaps + 1) : figures;
    }

    /// <summary>The grid with the missing lines put in, and the runs in its cells; the same grid where nothing is missing.</summary>
    public static PageGrid Split(PageGrid grid, List<PlacedRun> runs, PageLayout page)
    {
        var byCell = new Dictionary<GridCell, List<int>>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < runs.Count; index++)
        {
            if (!byCell.TryGetValue(runs[index].Cell, out var own))
            {
                byCell.Add(runs[index].Cell, own = []);
            }

            own.Add(index);
        }

        var replaced = new Dictionary<GridCell, List<GridCell>>(ReferenceEqualityComparer.Instance);
        foreach (var (cell, own) in byCell)
        {
            if (cell.ColumnSpan > 1 && own.Count >= TextTolerances.FewestFigures
                && (ColumnsOf(grid, cell, own, runs, page) ?? HeadingsOf(grid, cell, own, runs)) is { } parts)
            {
                replaced.Add(cell, parts);
            }
        }

        if (replaced.Count == 0)
        {
            return grid;
        }

        var cells = new List<GridCell>(grid.Cells.Count + replaced.Count);
        foreach (var cell in grid.Cells)
        {
            if (replaced.TryGetValue(cell, out var parts))
            {
                cells.AddRange(parts);
            }
            else
            {
                cells.Add(cell);
            }
        }

        var split = new PageGrid(grid.PageNumber, grid.Method, grid.ColumnLines, grid.RowLines, cells);
        for (var index = 0; index < runs.Count; index++)
        {
            if (replaced.TryGetValue(runs[index].Cell, out var parts))
            {
                var middle = runs[index].Box.CentreX;
                runs[index] = runs[index] with { Cell = parts.Find(part => middle <= part.Box.Right) ?? parts[^1] };
            }
        }

        return split;
    }

    /// <summary>The cells that a merged cell falls into, or null where its text does not stand in columns of its own.</summary>
    private static List<GridCell>? ColumnsOf(PageGrid grid, GridCell cell, List<int> own, List<PlacedRun> runs, PageLayout page)
    {
        var stretches = own.ConvertAll(index => runs[index]);
        stretches.Sort(static (first, second) => first.Box.Left.CompareTo(second.Box.Left));
        var parts = new List<List<PlacedRun>>();
        var right = double.NegativeInfinity;
        foreach (var run in stretches)
        {
            if (run.Box.Left - right >= page.Glyphs[run.FirstGlyph].FontSize)
            {
                parts.Add([]);
            }

            parts[^1].Add(run);
            right = Math.Max(right, run.Box.Right);
        }

        var figures = parts.Count(part => AreFigures(part, page));
        return figures < TextTolerances.FewestFigures
            ? null
            : Divide(grid, cell, parts.ConvertAll(static part => (part[0].Box.Left, part.Max(static run => run.Box.Right))));
    }

    /// <summary>
    /// The headings of all columns in a row that no line divides: each text stands within one column, and each column has one.
    /// </summary>
    private static List<GridCell>? HeadingsOf(PageGrid grid, GridCell cell, List<int> own, List<PlacedRun> runs)
    {
        if (!MayHoldHeadings(grid, cell))
        {
            return null;
        }

        var named = new bool[cell.ColumnSpan];
        foreach (var index in own)
        {
            var box = runs[index].Box;
            var column = Array.FindIndex(grid.ColumnLines, 1, line => box.Right <= line + TextTolerances.OverLine) - 1;
            if (column < 0 || box.Left < grid.ColumnLines[column] - TextTolerances.OverLine)
            {
                return null;
            }

            named[column] = true;
        }

        return Array.TrueForAll(named, static isNamed => isNamed)
            ? [.. Enumerable.Range(0, cell.ColumnSpan).Select(column => new GridCell(cell.Row, column, cell.RowSpan, 1, new Box(
                grid.ColumnLines[column], cell.Box.Top, grid.ColumnLines[column + 1], cell.Box.Bottom))
            {
                IsOpenTop = cell.IsOpenTop,
                IsOpenBottom = cell.IsOpenBottom,
            })]
            : null;
    }

    /// <summary>On each line of the part one number, which may be set with spaces (809 738), or the dash that stands for none.</summary>
    private static bool AreFigures(List<PlacedRun> part, PageLayout page)
    {
        var glyphs = page.Glyphs.AsSpan();
        var text = string.Empty;
        PlacedRun? last = null;
        foreach (var run in part.OrderBy(static run => run.Box.CentreY).ThenBy(static run => run.Box.Left))
        {
            var isSameLine = last is { Box: var box } && run.Box.CentreY < box.Bottom && run.Box.Left >= box.Right;
            if (last is not null && !isSameLine && !IsFigure(text))
            {
                return false;
            }

            text = isSameLine ? text + run.TextIn(glyphs) : run.TextIn(glyphs);
            last = run;
        }

        return IsFigure(text);
    }

    private static List<GridCell>? Divide(PageGrid grid, GridCell cell, List<(double Left, double Right)> parts)
    {
        var isBegun = new bool[cell.ColumnSpan];
        var isCovered = new bool[cell.ColumnSpan];
        foreach (var (left, right) in parts)
        {
            var first = -1;
            for (var column = 0; column < cell.ColumnSpan; column++)
            {
                var start = grid.ColumnLines[cell.Column + column];
                var end = grid.ColumnLines[cell.Column + column + 1];
                if (left + TextTolerances.OverLine >= end || right - TextTolerances.OverLine <= start)
                {
                    continue;
                }

                if (isCovered[column])
                {
                    return null;
                }

                first = first < 0 ? column : first;
                isCovered[column] = true;
            }

            if (first >= 0)
            {
                isBegun[first] = true;
            }
        }

        var cells = new List<GridCell>();
        for (var column = 0; column < cell.ColumnSpan;)
        {
            var end = column + 1;
            while (end < cell.ColumnSpan && isCovered[column] && isCovered[end] && !isBegun[end])
            {
                end++;
            }

            cells.Add(new GridCell(cell.Row, cell.Column + column, cell.RowSpan, end - column, new Box(
                grid.ColumnLines[cell.Column + column], cell.Box.Top, grid.ColumnLines[cell.Column + end], cell.Box.Bottom))
            {
                IsOpenTop = cell.IsOpenTop,
                IsOpenBottom = cell.IsOpenBottom,
            });
            column = end;
        }

        return cells;
    }

    private static bool IsFigure(string text) => text is "-" or "–" or "—" || Characters.IsFigure(text);
}
