using Extractor.Model.Layout;

namespace Extractor.Tables.Text;

/// <summary>
/// Rows that are drawn without all of their lines. Two numbers side by side in a cell that spans columns stand in those
/// columns; numbers below each other in one row of the grid are rows of their own.
/// </summary>
internal static class MergedRows
{
    /// <summary>Does a line of the cell hold more than one number?</summary>
    public static bool MayHoldSeveral(GridCell cell) => LinesWithSeveral(cell) > 0;

    /// <summary>How many lines of the cell hold more than one number.</summary>
    public static int LinesWithSeveral(GridCell cell)
    {
        var lines = 0;
        foreach (var line in cell.Lines)
        {
            var text = line.Text.AsSpan();
            var figures = 0;
            var mayGoOn = false;
            foreach (var part in text.Split(' '))
            {
                var word = text[part];
                var isNumber = Characters.IsOneNumber(word);
                if (mayGoOn && isNumber && word.Length >= 3 && (word.Length == 3 || word[3] is '.' or ','))
                {
                    // 10 000: thousands set apart by a space.
                    continue;
                }

                mayGoOn = isNumber && word.Length <= 3;
                figures += isNumber || word is "-" or "–" or "—" ? 1 : 0;
            }

            lines += figures >= TextTolerances.FewestFigures ? 1 : 0;
        }

        return lines;
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
            if (cell.ColumnSpan > 1 && own.Count >= TextTolerances.FewestFigures && ColumnsOf(grid, cell, own, runs, page) is { } parts)
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
        var parts = new List<(double Left, double Right, bool IsFigure)>();
        foreach (var run in stretches)
        {
            var isFigure = IsFigure(run, page);
            if (parts.Count > 0 && run.Box.Left - parts[^1].Right < page.Glyphs[run.FirstGlyph].FontSize)
            {
                parts[^1] = (parts[^1].Left, Math.Max(parts[^1].Right, run.Box.Right), false);
            }
            else
            {
                parts.Add((run.Box.Left, run.Box.Right, isFigure));
            }
        }

        var figures = 0;
        foreach (var part in parts)
        {
            figures += part.IsFigure ? 1 : 0;
        }

        return figures < TextTolerances.FewestFigures ? null : Divide(grid, cell, parts);
    }

    private static List<GridCell>? Divide(PageGrid grid, GridCell cell, List<(double Left, double Right, bool IsFigure)> parts)
    {
        var isBegun = new bool[cell.ColumnSpan];
        var isCovered = new bool[cell.ColumnSpan];
        foreach (var (left, right, _) in parts)
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

    private static bool IsFigure(in PlacedRun run, PageLayout page)
    {
        var text = run.TextIn(page.Glyphs.AsSpan());
        return text is "-" or "–" or "—" || Characters.IsOneNumber(text);
    }
}
