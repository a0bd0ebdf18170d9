using Extractor.Extracting.Tables.Captions;
using Extractor.Extracting.Tables.Headers;
using Extractor.Tables.Text;

namespace Extractor.Extracting.Tables.Joining;

/// <summary>
/// What the edge of a page did to the rows and cells beside it. A row is held for cut only when the text itself goes
/// on; without that evidence the first row of a page is a new row.
/// </summary>
internal static class PageBreak
{
    /// <summary>Is the first row of the next page the rest of the last row before it?</summary>
    /// <param name="bottom">The cells of the last row, by column.</param>
    /// <param name="top">The cells of the first row of the next page, headers taken off, by column.</param>
    /// <param name="isNamed">All other rows of the table begin with a name: one that begins blank is the rest of a row.</param>
    public static bool IsRowCut(IReadOnlyList<JoinedCell> bottom, IReadOnlyList<JoinedCell> top, Func<bool> isNamed)
    {
        if (IsRestWithoutName(bottom, top, isNamed))
        {
            return true;
        }

        var isProven = top.Any(cell => SameColumns(bottom, cell) is { } before && IsBrokenNumber(before, cell));
        var goesOn = 0;
        var blankBefore = 0;
        foreach (var cell in top)
        {
            var before = SameColumns(bottom, cell);
            if (before is null)
            {
                return false;
            }

            if (cell.IsBlank)
            {
                continue;
            }

            if (before.IsBlank)
            {
                blankBefore++;
            }
            else if (GoesOn(before, cell) || (isProven && (IsBrokenNumber(before, cell) || MayGoOn(before, cell))))
            {
                goesOn++;
            }
            else
            {
                return false;
            }
        }

        // Cells of a cut row whose text stands in the middle of the row may be printed on either page.
        return goesOn > 0 && blankBefore <= goesOn;
    }

    /// <summary>
    /// The next page begins without a name and without figures, its text alone goes on; the last row is not closed, or
    /// filled to the edge where no row of the table lacks a name.
    /// </summary>
    private static bool IsRestWithoutName(IReadOnlyList<JoinedCell> bottom, IReadOnlyList<JoinedCell> top, Func<bool> isNamed)
    {
        var isOpen = bottom.All(static cell => cell.Parts[^1].IsOpenBottom);
        if (top.MinBy(static cell => cell.Column) is not { IsBlank: true, RowSpan: 1 } name ||
            SameColumns(bottom, name) is not { IsBlank: false, RowSpan: 1 } || !(isOpen || isNamed()))
        {
            return false;
        }

        var text = 0;
        foreach (var cell in top)
        {
            if (SameColumns(bottom, cell) is not { } before ||
                (!cell.IsBlank && (before.IsBlank || HoldsFigure(cell) || HoldsFigure(before) || !(isOpen || ReachesEdge(before, cell)))))
            {
                return false;
            }

            text += cell.IsBlank ? 0 : 1;
        }

        return text > 0;
    }

    /// <summary>A text that the edge cuts reaches up to it on both sides.</summary>
    private static bool ReachesEdge(JoinedCell before, JoinedCell after) =>
        before.Parts[^1].Lines is [.., var last] && after.Parts[0].Lines is [var first, ..] &&
        before.Parts[^1].Box.Bottom - last.Box.Bottom <= JoiningTolerances.NearEdge * last.FontSize &&
            first.Box.Top - after.Parts[0].Box.Top <= JoiningTolerances.NearEdge * first.FontSize;

    /// <summary>
    /// The cells of several rows that go on over the page edge, each with its part before the edge. Cells of one height
    /// stand side by side for one thing (a project with its amounts): they go on together or not at all.
    /// </summary>
    public static Dictionary<JoinedCell, JoinedCell> CutCells(IReadOnlyList<JoinedCell> bottom, IReadOnlyList<JoinedCell> top)
    {
        var cut = new Dictionary<JoinedCell, JoinedCell>();
        if (AreCutOnesOpen(bottom, top))
        {
            foreach (var cell in top)
            {
                if (SameColumns(bottom, cell) is not { } before || !(before.Parts[^1].IsOpenBottom || cell.Parts[0].IsOpenTop))
                {
                    continue;
                }

                // Two amounts or two names are two things, even where the border between them falls upon the edge and is not drawn.
                if (AreTwoThings(before, cell))
                {
                    cut.Clear();
                    break;
                }

                cut.Add(cell, before);
            }

            if (cut.Count > 0)
            {
                return cut;
            }
        }

        var heights = new HashSet<int>();
        foreach (var cell in top)
        {
            if (heights.Add(cell.RowSpan))
            {
                CutCellsOfHeight(cell.RowSpan, bottom, top, cut);
            }
        }

        return cut;
    }

    /// <summary>
    /// Where some cells are drawn open at the page edge and others are closed, the open ones go on. Where all are alike,
    /// it is the habit of the typesetter and tells nothing.
    /// </summary>
    private static bool AreCutOnesOpen(IReadOnlyList<JoinedCell> bottom, IReadOnlyList<JoinedCell> top)
    {
        var openAtBottom = bottom.Count(static cell => cell.Parts[^1].IsOpenBottom);
        var openAtTop = top.Count(static cell => cell.Parts[0].IsOpenTop);
        return (openAtBottom > 0 && openAtBottom < bottom.Count) || (openAtTop > 0 && openAtTop < top.Count);
    }

    private static bool AreTwoThings(JoinedCell before, JoinedCell after)
    {
        if (before.IsBlank || after.IsBlank || IsDrawnTwice(before, after))
        {
            return false;
        }

        return (HoldsFigure(before) && HoldsFigure(after)) || (IsName(before) && IsName(after) && !GoesOn(before, after));
    }

    /// <summary>A few characters, as a label has; a text of that length does not run over a page.</summary>
    private static bool IsName(JoinedCell cell)
    {
        var length = 0;
        foreach (var part in cell.Parts)
        {
            foreach (var line in part.Lines)
            {
                length += line.Text.Length;
            }
        }

        return length <= JoiningTolerances.LongestName;
    }

    private static bool HoldsFigure(JoinedCell cell) =>
        cell.Parts.Exists(static part => part.Lines.Any(static line => HeaderFinder.IsFigure(line.Text)));

    /// <summary>The line that the edge cuts through, drawn on both pages.</summary>
    private static bool IsDrawnTwice(JoinedCell before, JoinedCell after) =>
        before.Parts[^1] is { Lines: [.., var last] } part && after.Parts[0].Lines is [var first, ..] && first.Text == last.Text
        && last.Box.Bottom > part.Box.Bottom;

    /// <summary>
    /// The last decimal of an amount stands behind the edge (12,437.3 over 6): no amount of money ends on one decimal in a
    /// column too narrow for two.
    /// </summary>
    private static bool IsBrokenNumber(JoinedCell before, JoinedCell after)
    {
        if (before.Parts[^1].Lines is not [.., var last] || after.Parts[0].Lines is not [var first])
        {
            return false;
        }

        var point = last.Text.IndexOf('.', StringComparison.Ordinal);
        var room = before.Parts[^1].Box.Width - last.Box.Width;
        return point > 0 && first.Text.All(char.IsAsciiDigit) && room < JoiningTolerances.FullLine * last.FontSize
            && last.Text.Length + first.Text.Length - point - 1 == 2 && Characters.IsOneNumber(last.Text + first.Text);
    }

    private static void CutCellsOfHeight(
        int height, IReadOnlyList<JoinedCell> bottom, IReadOnlyList<JoinedCell> top, Dictionary<JoinedCell, JoinedCell> cut)
    {
        var pairs = new List<(JoinedCell Cell, JoinedCell Before)>();
        int textBefore = 0, textAfter = 0;
        foreach (var cell in top)
        {
            if (cell.RowSpan != height || SameColumns(bottom, cell) is not { } before || (height < 2 && before.RowSpan < 2))
            {
                continue;
            }

            if (!before.IsBlank && !cell.IsBlank && !GoesOn(before, cell))
            {
                return;
            }

            textBefore += before.IsBlank ? 0 : 1;
            textAfter += cell.IsBlank ? 0 : 1;
            pairs.Add((cell, before));
        }

        // Text on both sides without one going on into the other speaks of two things.
        if (textBefore > 0 && textAfter > 0 && !pairs.Exists(static pair => !pair.Before.IsBlank && !pair.Cell.IsBlank))
        {
            return;
        }

        foreach (var (cell, before) in pairs)
        {
            cut.Add(cell, before);
        }
    }

    public static JoinedCell? SameColumns(IReadOnlyList<JoinedCell> cells, JoinedCell cell)
    {
        foreach (var other in cells)
        {
            if (other.Column == cell.Column && other.ColumnSpan == cell.ColumnSpan)
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>Text on both sides reaches up to the edge, and what follows is no new entry.</summary>
    private static bool MayGoOn(JoinedCell before, JoinedCell after)
    {
        if (before.Parts[^1].Lines is not [.., var last] || after.Parts[0].Lines is not [var first, ..])
        {
            return false;
        }

        var text = CaptionPatterns.WithoutSpace(first.Text);
        return !CaptionPatterns.IsNumbered(text) && !HeaderFinder.IsFigure(text) && !HeaderFinder.IsFigure(last.Text)
            && ReachesEdge(before, after);
    }

    /// <summary>A bracket is open before the edge, and the first one behind it closes: 深圳市水务局（本 over 级）.</summary>
    private static bool ClosesBracket(JoinedCell before, string after)
    {
        var open = 0;
        foreach (var letter in before.Parts.SelectMany(static part => part.Lines).SelectMany(static line => line.Text))
        {
            open += letter is '（' or '(' ? 1 : letter is '）' or ')' ? -1 : 0;
        }

        return open > 0 && after.AsSpan().IndexOfAny("（()）") is >= 0 and var place && after[place] is ')' or '）';
    }

    /// <summary>The last line before the edge is full, and what follows starts like the middle of a text.</summary>
    private static bool GoesOn(JoinedCell before, JoinedCell after)
    {
        if (before.Parts[^1].Lines is not [.., var last] || after.Parts[0].Lines is not [var first, ..])
        {
            return false;
        }

        if (!MayGoOn(before, after))
        {
            return false;
        }

        // Text set downwards, a character a line.
        if (last.Text.Length == 1 && first.Text.Length == 1)
        {
            return true;
        }

        if (ClosesBracket(before, first.Text))
        {
            return true;
        }

        // In a narrow column every line is full: a short label that is complete in itself proves nothing.
        if (before.Parts[^1].Lines.Sum(static line => line.Text.Length) < JoiningTolerances.ShortestText)
        {
            return false;
        }

        var room = before.Parts[^1].Box.Width - last.Box.Width;
        return room < JoiningTolerances.FullLine * last.FontSize && last.Text[^1] is not '。' and not '；';
    }
}
