using System.Runtime.InteropServices;
using System.Text;
using Extractor.Model.Layout;

namespace Extractor.Tables.Text;

/// <summary>Puts the words of a page into the cells of its grids, glyph by glyph where a word runs across a line.</summary>
internal sealed class TextPlacer(PageLayout page)
{
    private readonly List<PlacedRun> placedRuns = [];
    private readonly bool[] isWordPlaced = new bool[page.Words.Length];
    private readonly StringBuilder text = new();
    private long[] cellKeys = [];

    /// <summary>For each word of the page: does it stand in a grid?</summary>
    public ReadOnlySpan<bool> IsPlaced => isWordPlaced;

    /// <summary>Fills the lines and texts of all cells with the words that stand in no grid yet.</summary>
    /// <returns>The grids, with the lines put in that the text shows to be missing.</returns>
    public List<PageGrid> Place(IReadOnlyList<PageGrid> grids)
    {
        var filled = new List<PageGrid>(grids.Count);
        var words = page.Words.AsSpan();
        var astride = new List<int>();
        for (var gridIndex = 0; gridIndex < grids.Count; gridIndex++)
        {
            var grid = grids[gridIndex];
            var bounds = grid.Box;
            placedRuns.Clear();
            astride.Clear();
            for (var index = 0; index < words.Length; index++)
            {
                ref readonly var word = ref words[index];
                if (isWordPlaced[index] || word.Box.Left >= bounds.Right || word.Box.Right <= bounds.Left)
                {
                    continue;
                }

                var middle = word.Box.CentreY;
                if (middle >= bounds.Top && middle <= bounds.Bottom)
                {
                    isWordPlaced[index] = PlaceWord(grid, in word, middle);
                }
                else if (word.Box.Top < bounds.Bottom && word.Box.Bottom > bounds.Top)
                {
                    astride.Add(index);
                }
            }

            foreach (var index in astride)
            {
                PlaceAtEdge(grid, index);
            }

            var runs = CollectionsMarshal.AsSpan(placedRuns);
            RowOverflow.Settle(grid, runs, page.Glyphs.AsSpan());
            FillCells(runs);
            filled.Add(Divide(grid));
        }

        return filled;
    }

    /// <summary>The words in a grid that turned out to be none are free again.</summary>
    public void Release(PageGrid grid)
    {
        for (var index = 0; index < isWordPlaced.Length; index++)
        {
            isWordPlaced[index] &= !grid.Box.Intersects(page.Words[index].Box);
        }
    }

    /// <summary>Cells that hold several numbers are divided, and filled anew.</summary>
    private PageGrid Divide(PageGrid grid)
    {
        var divided = grid;
        if (grid.Cells.Exists(cell => cell.ColumnSpan > 1 && (MergedRows.MayHoldSeveral(cell) || MergedRows.MayHoldHeadings(grid, cell))))
        {
            divided = MergedRows.Split(divided, placedRuns, page);
        }

        divided = SpannedRows.Split(divided, placedRuns);

        // Cells that were cut into columns have no lines yet.
        var isOfNames = ReferenceEquals(divided, grid)
            && !divided.Cells.Exists(static cell => cell.RowSpan == 1 && StackedRows.MayHoldSeveral(cell));
        if (!isOfNames || divided.Cells.Exists(static cell => cell.RowSpan == 1 && StackedRows.MayHoldNames(cell)))
        {
            divided = StackedRows.Split(divided, placedRuns, page, isOfNames);
        }

        if (!ReferenceEquals(divided, grid))
        {
            foreach (var cell in divided.Cells)
            {
                cell.Lines.Clear();
                cell.Text = string.Empty;
            }

            FillCells(CollectionsMarshal.AsSpan(placedRuns));
        }

        return divided;
    }

    /// <summary>
    /// A word whose greater part stands outside the grid: the last line of a cell that the page edge cuts. The cell is
    /// open there, or the word follows its text at the distance of a line, from the same left edge, in the same size.
    /// </summary>
    private void PlaceAtEdge(PageGrid grid, int index)
    {
        var word = page.Words[index];
        var isBelow = word.Box.CentreY > grid.Box.Bottom;
        var row = isBelow ? grid.Box.Bottom - 0.1 : grid.Box.Top + 0.1;
        if (grid.CellAtPoint(word.Box.CentreX, row) is not { } cell || !(isBelow || cell.IsOpenTop))
        {
            return;
        }

        if (isBelow ? cell.IsOpenBottom : cell.IsOpenTop)
        {
            isWordPlaced[index] = PlaceWord(grid, in word, row);
            return;
        }

        foreach (var run in placedRuns)
        {
            var leading = Math.Abs(run.Box.CentreY - word.Box.CentreY) / word.FontSize;
            if (ReferenceEquals(run.Cell, cell) && leading >= TextTolerances.SmallestLeading &&
                leading <= TextTolerances.LargestLeading &&
                Math.Abs(run.Box.Left - word.Box.Left) < TextTolerances.SameEdge * word.FontSize
                && Math.Abs(page.Glyphs[run.FirstGlyph].FontSize - word.FontSize) < TextTolerances.SameSize)
            {
                isWordPlaced[index] = Add(cell, word.FirstGlyph, word.GlyphCount, word.Box);
                return;
            }
        }
    }

    private bool PlaceWord(PageGrid grid, in Word word, double middle)
    {
        var glyphs = page.Glyphs.AsSpan(word.FirstGlyph, word.GlyphCount);
        var first = grid.CellAtPoint(glyphs[0].Box.CentreX, middle);
        var last = grid.CellAtPoint(glyphs[^1].Box.CentreX, middle);
        if (ReferenceEquals(first, last))
        {
            return Add(first, word.FirstGlyph, word.GlyphCount, word.Box);
        }

        return PlaceAcross(grid, in word, glyphs, middle);
    }

    /// <summary>
    /// A word whose ends stand in different cells. Where its glyphs keep their distance at the line between the cells,
    /// it is one text that overflows; where there is a gap, or two whole numbers meet, it is the text of two cells.
    /// </summary>
    private bool PlaceAcross(PageGrid grid, in Word word, ReadOnlySpan<Glyph> glyphs, double middle)
    {
        var isPlaced = false;
        var start = 0;
        while (start < glyphs.Length)
        {
            var end = start + 1;
            var cell = grid.CellAtPoint(glyphs[start].Box.CentreX, middle);
            while (end < glyphs.Length)
            {
                var next = grid.CellAtPoint(glyphs[end].Box.CentreX, middle);
                if (!ReferenceEquals(next, cell))
                {
                    if (IsCut(glyphs, start, end, word.FontSize))
                    {
                        break;
                    }

                    cell = next;
                }

                end++;
            }

            var stretch = glyphs[start..end];
            isPlaced |= Add(HomeOf(grid, stretch, middle, word.FontSize), word.FirstGlyph + start, end - start, BoxOf(stretch));
            start = end;
        }

        return isPlaced;
    }

    private bool IsCut(ReadOnlySpan<Glyph> glyphs, int start, int at, float fontSize)
    {
        if (glyphs[at].Box.Left - glyphs[at - 1].Box.Right > TextTolerances.WordGap * fontSize)
        {
            return true;
        }

        var whole = GlyphText.Of(glyphs[start..]);
        return Characters.IsNumeric(whole) && !Characters.IsOneNumber(whole)
            && Characters.IsOneNumber(GlyphText.Of(glyphs[start..at]));
    }

    /// <summary>
    /// The cell of a stretch that overflows: of its start where that stands at the cell's left edge, of its centre otherwise.
    /// </summary>
    private static GridCell? HomeOf(PageGrid grid, ReadOnlySpan<Glyph> stretch, double middle, float fontSize)
    {
        var first = grid.CellAtPoint(stretch[0].Box.CentreX, middle);
        var last = grid.CellAtPoint(stretch[^1].Box.CentreX, middle);
        if (ReferenceEquals(first, last))
        {
            return first;
        }

        var left = stretch[0].Box.Left;
        var right = stretch[^1].Box.Right;
        var isNumber = char.IsAsciiDigit(stretch[^1].Text[0]) && Characters.IsNumeric(GlyphText.Of(stretch));
        if (!isNumber && first is not null && left - first.Box.Left < TextTolerances.AtLeft * fontSize)
        {
            return first;
        }

        if (isNumber && last is not null && last.Box.Right - right < TextTolerances.AtRight * fontSize)
        {
            return last;
        }

        return grid.CellAtPoint((left + right) / 2, middle) ?? first ?? last;
    }

    private bool Add(GridCell? cell, int firstGlyph, int count, Box box)
    {
        if (cell is null)
        {
            return false;
        }

        placedRuns.Add(new PlacedRun(cell, firstGlyph, count, box));
        return true;
    }

    private void FillCells(Span<PlacedRun> runs)
    {
        // First by cell, as whole numbers, which is what costs; then the few of each cell from top to bottom.
        if (cellKeys.Length < runs.Length)
        {
            cellKeys = new long[runs.Length * 2];
        }

        for (var index = 0; index < runs.Length; index++)
        {
            cellKeys[index] = ((long)runs[index].Cell.Row << 32) | (uint)runs[index].Cell.Column;
        }

        cellKeys.AsSpan(0, runs.Length).Sort(runs);
        var from = 0;
        while (from < runs.Length)
        {
            var to = from + 1;
            while (to < runs.Length && ReferenceEquals(runs[to].Cell, runs[from].Cell))
            {
                to++;
            }

            var cell = runs[from].Cell;
            runs[from..to].Sort(static (first, second) =>
            {
                var byTop = first.Box.CentreY.CompareTo(second.Box.CentreY);
                return byTop != 0 ? byTop : first.FirstGlyph.CompareTo(second.FirstGlyph);
            });
            CellLines.Build(runs[from..to], page.Glyphs.AsSpan(), cell.Lines, text);
            cell.Text = CellText.Fold(cell.Lines, cell.Box);
            from = to;
        }
    }

    private static Box BoxOf(ReadOnlySpan<Glyph> glyphs)
    {
        var box = glyphs[0].Box;
        foreach (ref readonly var glyph in glyphs[1..])
        {
            box = box.Union(glyph.Box);
        }

        return box;
    }
}
