using System.Buffers;
using Extractor.Model.Layout;
using Extractor.Tables.Aligned;

namespace Extractor.Tables.Text;

/// <summary>
/// A row of the grid in whose cells whole numbers stand below each other is several rows that no line divides. The
/// baselines of the numbers are the rows, and every other text has to stand on one of them.
/// </summary>
internal static class StackedRows
{
    private static readonly SearchValues<char> OfFigures = SearchValues.Create("0123456789.,-%+");

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

    /// <summary>Do names stand below each other in the cell?</summary>
    public static bool MayHoldNames(GridCell cell) => cell.Lines.Count >= TextTolerances.FewestNames && AreSetApart(cell);

    /// <summary>Are the lines of the cell all farther apart than those of one text?</summary>
    public static bool AreSetApart(GridCell cell)
    {
        for (var index = 1; index < cell.Lines.Count; index++)
        {
            if (cell.Lines[index].Box.CentreY - cell.Lines[index - 1].Box.CentreY
                <= TextTolerances.LargestLeading * cell.Lines[index].FontSize)
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="isOfNames">No cell holds several numbers: rows are told by their names alone.</param>
    public static PageGrid Split(PageGrid grid, List<PlacedRun> runs, PageLayout page, bool isOfNames)
    {
        Dictionary<int, Division>? divided = null;
        var left = new List<int>();
        for (var row = 0; row < grid.RowCount; row++)
        {
            if (DivisionOf(row, runs, page, isOfNames, 0) is { } division)
            {
                divided ??= [];
                divided.Add(row, division);
            }
            else
            {
                left.Add(row);
            }
        }

        if (divided is not null && PitchOf(divided.Values) is > 0 and var pitch)
        {
            foreach (var row in left)
            {
                if (DivisionOf(row, runs, page, isOfNames, pitch) is { } division)
                {
                    divided.Add(row, division);
                }
            }
        }

        return divided is null ? grid : Divide(grid, divided, runs);
    }

    /// <summary>The middle one of the distances at which the rows of a divided row follow each other; 0 where there are none.</summary>
    private static double PitchOf(IEnumerable<Division> divided)
    {
        var apart = divided
            .SelectMany(static division => division.Lines.Skip(1).Zip(division.Lines, static (lower, upper) => lower - upper))
            .Order().ToList();
        return apart.Count == 0 ? 0 : apart[apart.Count / 2];
    }

    /// <summary>How a row falls into several; null where it is one row.</summary>
    /// <param name="pitch">From one row to the next in others that fell into several; 0 where that is not known.</param>
    private static Division? DivisionOf(int row, List<PlacedRun> runs, PageLayout page, bool isOfNames, double pitch)
    {
        var inRow = PiecesOf(runs.FindAll(run => run.Cell.Row == row && run.Cell.RowSpan == 1), page);
        if (inRow.Count < 4 || ((isOfNames ? null : HeightsOfFigures(inRow)) ?? HeightOfFirstRow(inRow)) is not { } heights)
        {
            return null;
        }

        // Texts beside the numbers stand on the same heights, or around one, or the numbers are a list within one cell.
        var texts = inRow.FindAll(static piece => !piece.IsFigure);
        var wrapped = WrappedAround(heights, texts);
        var placed = texts.FindAll(run => wrapped.Contains(run.FirstGlyph) || IsOn(heights, run, TextTolerances.LineOverlap));
        var whole = WholeCells(inRow, placed);
        texts.RemoveAll(run => whole.Contains(run.Cell));
        var areRows = texts.Count == 0
            ? AreAlike(inRow, heights)
            : placed.Count >= TextTolerances.ShareOnRows * texts.Count || AreSetApart(texts, inRow)
                || (pitch > 0 && KeepPitch(texts, inRow, pitch));
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

    /// <summary>The runs of a row; figures side by side in a cell (809 738, 3 , 2 1 5 . 6 0) are one piece.</summary>
    private static List<Piece> PiecesOf(List<PlacedRun> runs, PageLayout page)
    {
        var glyphs = page.Glyphs.AsSpan();
        runs.Sort(static (first, second) => first.Box.Left.CompareTo(second.Box.Left));
        var pieces = new List<Piece>(runs.Count);
        foreach (var run in runs)
        {
            var text = run.TextIn(glyphs).Replace(" ", string.Empty, StringComparison.Ordinal);
            var fontSize = glyphs[run.FirstGlyph].FontSize;
            var before = pieces.FindLastIndex(piece => ReferenceEquals(piece.Cell, run.Cell)
                && Overlap((piece.Box.Top, piece.Box.Bottom), run.Box) > TextTolerances.LineOverlap * run.Box.Height);
            if (before >= 0 && pieces[before] is var left && run.Box.Left - left.Box.Right < AlignedTolerances.ColumnGap * fontSize
                && left.Text.AsSpan().IndexOfAnyExcept(OfFigures) < 0 && text.AsSpan().IndexOfAnyExcept(OfFigures) < 0)
            {
                pieces[before] = left with { Text = left.Text + text, Box = left.Box.Union(run.Box) };
            }
            else
            {
                pieces.Add(new Piece(run.Cell, run.FirstGlyph, fontSize, run.Box, text));
            }
        }

        return pieces;
    }

    /// <summary>
    /// The heights on which numbers stand, in columns that hold several numbers below each other; null where they are too few.
    /// </summary>
    private static List<(double Top, double Bottom)>? HeightsOfFigures(List<Piece> inRow)
    {
        var heights = new List<(double Top, double Bottom)>();
        var stackedColumns = 0;
        foreach (var column in inRow.GroupBy(static run => run.Cell))
        {
            var figures = column.Where(static piece => piece.IsFigure).OrderBy(static piece => piece.Box.Top).ToList();
            if (figures.Count < TextTolerances.FewestFigures || !AreApart(figures) || IsBrokenNumber(figures))
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
    /// Only the first of several names has figures, one a column (合计 0 | 0 over 一、返还性支出, 二、一般性转移支付): their height, where
    /// the names stand farther apart than lines of one text and none fills its line.
    /// </summary>
    private static List<(double Top, double Bottom)>? HeightOfFirstRow(List<Piece> inRow)
    {
        var figures = inRow.FindAll(static piece => piece.IsFigure);
        var names = inRow.FindAll(static piece => !piece.IsFigure).OrderBy(static piece => piece.Box.Top).ToList();
        return figures.Count >= TextTolerances.FewestFigures && names.Count >= TextTolerances.FewestNames
            && figures.DistinctBy(static figure => figure.Cell).Count() == figures.Count
            && names.TrueForAll(name => ReferenceEquals(name.Cell, names[0].Cell)
                && name.Cell.Box.Right - name.Box.Right > TextTolerances.RoomInLine * name.FontSize)
            && figures.TrueForAll(figure => Overlap((names[0].Box.Top, names[0].Box.Bottom), figure.Box)
                > TextTolerances.LineOverlap * figure.Box.Height)
            && AreSetApart(names, inRow)
            ? [(names[0].Box.Top, names[0].Box.Bottom)]
            : null;
    }

    /// <summary>
    /// The two lines of a label that is wrapped beside its numbers stand above and below their height, equally far from it.
    /// </summary>
    /// <returns>The first glyphs of such lines.</returns>
    private static HashSet<int> WrappedAround(List<(double Top, double Bottom)> heights, List<Piece> texts)
    {
        var wrapped = new HashSet<int>();
        foreach (var cell in texts.GroupBy(static run => run.Cell))
        {
            var lines = cell.OrderBy(static run => run.Box.CentreY).ToList();
            for (var index = 1; index < lines.Count; index++)
            {
                var (upper, lower) = (lines[index - 1], lines[index]);
                var fontSize = lower.FontSize;
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
    private static bool AreAlike(List<Piece> inRow, List<(double Top, double Bottom)> heights)
    {
        var columns = 0;
        foreach (var cell in inRow.Where(static piece => piece.IsFigure).GroupBy(static piece => piece.Cell))
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
    private static bool AreSetApart(List<Piece> texts, List<Piece> inRow)
    {
        foreach (var cell in texts.GroupBy(static run => run.Cell))
        {
            var lines = cell.OrderBy(static run => run.Box.CentreY).ToList();
            for (var index = 1; index < lines.Count; index++)
            {
                var (upper, lower) = (lines[index - 1], lines[index]);
                if (lower.Box.CentreY - upper.Box.CentreY <= TextTolerances.LargestLeading * lower.FontSize
                    && !(Overlap((upper.Box.Top, upper.Box.Bottom), lower.Box) > TextTolerances.LineOverlap * lower.Box.Height))
                {
                    return false;
                }
            }
        }

        return AreFiguresBeside(texts, inRow);
    }

    /// <summary>
    /// Names of one column follow each other as the rows of the table do elsewhere, and every number stands beside one: rows, of which some
    /// have no number (债务付息支出 over 中央政府国内债务付息支出).
    /// </summary>
    private static bool KeepPitch(List<Piece> texts, List<Piece> inRow, double pitch)
    {
        var lines = texts.OrderBy(static run => run.Box.CentreY).ToList();
        for (var index = 1; index < lines.Count; index++)
        {
            var apart = lines[index].Box.CentreY - lines[index - 1].Box.CentreY;
            if (!ReferenceEquals(lines[index].Cell, lines[0].Cell) || Math.Abs(apart - pitch) > TextTolerances.SamePitch * pitch)
            {
                return false;
            }
        }

        return AreFiguresBeside(texts, inRow);
    }

    private static bool AreFiguresBeside(List<Piece> texts, List<Piece> inRow)
    {
        var heights = texts.ConvertAll(static run => (run.Box.Top, run.Box.Bottom));
        return inRow.TrueForAll(piece => !piece.IsFigure || IsOn(heights, piece, TextTolerances.LineOverlap));
    }

    /// <summary>Cells without any number whose text stands beside none of the numbers: it is one text for all rows.</summary>
    private static HashSet<GridCell> WholeCells(List<Piece> inRow, List<Piece> placed)
    {
        var whole = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        foreach (var cell in inRow.GroupBy(static run => run.Cell))
        {
            if (!placed.Exists(run => ReferenceEquals(run.Cell, cell.Key)) && !cell.Any(static piece => piece.IsFigure))
            {
                whole.Add(cell.Key);
            }
        }

        return whole;
    }

    private static bool IsOn(List<(double Top, double Bottom)> heights, Piece piece, double share) =>
        heights.Exists(height => Overlap(height, piece.Box) > share * piece.Box.Height);

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
        PlacedRun.MoveTo(parts, runs);
        return new PageGrid(grid.PageNumber, grid.Method, grid.ColumnLines, [.. rowLines], cells);
    }

    private static bool AreApart(List<Piece> figures)
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
    private static bool IsBrokenNumber(List<Piece> figures)
    {
        if (figures.Count != 2)
        {
            return false;
        }

        var first = figures[0];
        var room = first.Cell.Box.Width - first.Box.Width;
        return room < TextTolerances.BrokenNumberRoom * first.FontSize && Characters.IsOneNumber(first.Text + figures[1].Text);
    }

    private static double Overlap((double Top, double Bottom) height, Box box) =>
        Math.Min(height.Bottom, box.Bottom) - Math.Max(height.Top, box.Top);

    /// <param name="FirstGlyph">Of its first run.</param>
    private readonly record struct Piece(GridCell Cell, int FirstGlyph, float FontSize, Box Box, string Text)
    {
        public bool IsFigure => Characters.IsOneNumber(Text);
    }

    /// <param name="Lines">y of the lines to put into the row.</param>
    /// <param name="Whole">The cells that stand beside all of its parts.</param>
    private readonly record struct Division(double[] Lines, HashSet<GridCell> Whole);
}
