using Extractor.Model.Layout;
using Extractor.Tables.Ruled;

namespace Extractor.Tables.Aligned;

/// <summary>
/// Tables that are drawn with horizontal lines only: lines of one width over each other with columns of text between them.
/// </summary>
internal static class RuledRegions
{
    public static List<AlignedRegion> Find(
        PageLayout page, ReadOnlySpan<bool> isTaken, IReadOnlyList<PageGrid> grids, EdgeSet edges)
    {
        var regions = new List<AlignedRegion>();
        var rulings = edges.Horizontal.FindAll(edge => edge.Length >= AlignedTolerances.LongRuling * page.Width && !IsInGrid(grids, edge));
        if (rulings.Count > AlignedTolerances.MaximumLongRulings)
        {
            return regions;
        }

        var isUsed = new bool[rulings.Count];
        for (var index = 0; index < rulings.Count; index++)
        {
            if (isUsed[index])
            {
                continue;
            }

            var group = new List<Edge>();
            for (var other = index; other < rulings.Count; other++)
            {
                if (Math.Abs(rulings[other].Start - rulings[index].Start) <= AlignedTolerances.SameEnd &&
                    Math.Abs(rulings[other].End - rulings[index].End) <= AlignedTolerances.SameEnd)
                {
                    isUsed[other] = true;
                    group.Add(rulings[other]);
                }
            }

            if (group.Count >= 2)
            {
                AddRegions(regions, page, isTaken, group, edges);
            }
        }

        return regions;
    }

    /// <summary>Lines of one width may belong to several tables: what stands between two of them has to look like rows.</summary>
    private static void AddRegions(
        List<AlignedRegion> regions, PageLayout page, ReadOnlySpan<bool> isTaken, List<Edge> group, EdgeSet edges)
    {
        var from = 0;
        while (from + 1 < group.Count)
        {
            var to = from;
            var last = from;
            while (to + 1 < group.Count)
            {
                var between = LinesBetween(page, isTaken, group, to, to + 1);
                var areRows = AreRows(between);
                if (!areRows && (!IsNarrowBand(between, group[to + 1].Position - group[to].Position)
                    || IsTitleBetween(page, isTaken, group, to)))
                {
                    break;
                }

                to++;
                last = areRows ? to : last;
            }

            // A label without figures may end a table; a band without any text does not.
            to = last < to && LinesBetween(page, isTaken, group, last, to).Count > 0 ? to : last;
            if (last > from)
            {
                var lines = LinesBetween(page, isTaken, group, from, to);
                var positions = group.GetRange(from, to - from + 1).ConvertAll(static edge => edge.Position);
                var box = new Box(group[from].Start, group[from].Position, group[from].End, group[to].Position);
                var header = HeaderAbove(page, isTaken, group, from, to);
                if (header.Count > 0)
                {
                    box = box with { Top = header[0].Box.Top };
                    positions.Insert(0, box.Top);
                    lines.InsertRange(0, header);
                }

                foreach (var total in TotalBelow(page, isTaken, group[to], lines))
                {
                    box = box with { Bottom = total.Box.Bottom };
                    positions.Add(box.Bottom);
                    lines.Add(total);
                }

                foreach (var line in lines)
                {
                    box = box with { Left = Math.Min(box.Left, line.Box.Left), Right = Math.Max(box.Right, line.Box.Right) };
                }

                regions.Add(new AlignedRegion(
                    box,
                    lines,
                    positions,
                    edges.Horizontal.FindAll(edge => edge.Length < AlignedTolerances.PartialRuling * box.Width
                        && edge.Length > RuledTolerances.SmallestCell * 2
                        && edge.Start >= box.Left - AlignedTolerances.SameEnd && edge.End <= box.Right + AlignedTolerances.SameEnd
                        && edge.Position > box.Top && edge.Position < box.Bottom)));
            }

            from = Math.Max(to, from + 1);
        }
    }

    /// <summary>
    /// The text between two lines is the title of another table: rows of figures end at the line above it, and what follows below is one
    /// row, ruled off from rows of figures again.
    /// </summary>
    private static bool IsTitleBetween(PageLayout page, ReadOnlySpan<bool> isTaken, List<Edge> group, int above)
    {
        return above > 0 && above + 3 < group.Count
            && LinesBetween(page, isTaken, group, above, above + 1).Count > 0
            && RowsOfFigures(LinesBetween(page, isTaken, group, above - 1, above)) >= 2
            && LinesBetween(page, isTaken, group, above + 1, above + 2) is var header && AreRows(header) && RowsOfFigures(header) <= 1
            && RowsOfFigures(LinesBetween(page, isTaken, group, above + 2, above + 3)) >= 2;
    }

    private static int RowsOfFigures(List<VisualLine> lines) =>
        lines.Count(static line => line.FigureCount > 0 && line.Segments.Count > 1);

    /// <summary>
    /// Where every row has its line below and none above the first: what stands over the uppermost line is the header, if figures
    /// stand under it, as far as it is cut into columns and follows closely. Where text is wrapped, the second row has to show it too; over
    /// rows that no line parts a heading has to stand over each column.
    /// </summary>
    private static List<VisualLine> HeaderAbove(PageLayout page, ReadOnlySpan<bool> isTaken, List<Edge> group, int from, int to)
    {
        var top = group[from];
        var firstBand = LinesBetween(page, isTaken, group, from, from + 1);
        var figures = RowsOfFigures(firstBand);
        var isBody = figures > 1 && figures == firstBand.Count;
        if (!isBody && (figures != 1
            || (firstBand.Count > 1 && (to < from + 2 || RowsOfFigures(LinesBetween(page, isTaken, group, from + 1, from + 2)) != 1))))
        {
            return [];
        }

        var reach = AlignedTolerances.HeaderLines * AlignedTolerances.LargestGap * firstBand[0].FontSize;
        var above = VisualLines.Of(page, isTaken, new Box(
            top.Start - AlignedTolerances.SameEnd, top.Position - reach, top.End + AlignedTolerances.SameEnd, top.Position));
        var first = above.Count;
        var bottom = top.Position;
        if (isBody && !(above.Count > 0 && above[^1].HeadsColumnsOf(firstBand)))
        {
            return [];
        }

        while (first > 0
            && (above[first - 1].Segments.Count >= 2 || (isBody && first == above.Count)
                || (first < above.Count && above[first - 1].IsPartOver(above[first])))
            && bottom - above[first - 1].Box.Bottom <= AlignedTolerances.HeaderGap * above[first - 1].FontSize)
        {
            first--;
            bottom = above[first].Box.Top;
        }

        return above.GetRange(first, above.Count - first);
    }

    /// <summary>
    /// The line is drawn over the total and none below it, as in accounts: the rows that follow closely, every figure of which stands in a
    /// column of figures of the last row above, and one in each.
    /// </summary>
    private static List<VisualLine> TotalBelow(PageLayout page, ReadOnlySpan<bool> isTaken, Edge bottom, List<VisualLine> lines)
    {
        var last = lines[^1];
        if (last.FigureCount == 0 || last.Segments.Count < 2)
        {
            return [];
        }

        var reach = AlignedTolerances.HeaderLines * AlignedTolerances.LargestGap * last.FontSize;
        var below = VisualLines.Of(page, isTaken, new Box(
            bottom.Start - AlignedTolerances.SameEnd, bottom.Position, bottom.End + AlignedTolerances.SameEnd, bottom.Position + reach));
        var end = bottom.Position;
        var count = 0;
        while (count < below.Count && below[count] is var row && row.Box.Top - end < AlignedTolerances.SmallestGap * row.FontSize
            && row.Segments.Count == last.Segments.Count && row.FigureCount == last.FigureCount && AreOver(last, row))
        {
            end = row.Box.Bottom;
            count++;
        }

        return below.GetRange(0, count);
    }

    private static bool AreOver(VisualLine above, VisualLine below)
    {
        for (var index = 0; index < above.Segments.Count; index++)
        {
            var (first, second) = (above.Segments[index], below.Segments[index]);
            if (first.IsFigure != second.IsFigure || first.Box.Left >= second.Box.Right || second.Box.Left >= first.Box.Right)
            {
                return false;
            }
        }

        return true;
    }

    private static List<VisualLine> LinesBetween(
        PageLayout page, ReadOnlySpan<bool> isTaken, List<Edge> group, int from, int to)
    {
        var within = new Box(
            group[from].Start - AlignedTolerances.SameEnd, group[from].Position,
            group[from].End + AlignedTolerances.SameEnd, group[to].Position);
        return VisualLines.Of(page, isTaken, within);
    }

    /// <summary>One row: a label without figures, or an empty row.</summary>
    private static bool IsNarrowBand(List<VisualLine> lines, double height) => lines.Count switch
    {
        0 => height < AlignedTolerances.EmptyRow,
        1 => height < AlignedTolerances.OneLineBand * lines[0].FontSize,
        2 => height < AlignedTolerances.TwoLineBand * lines[0].FontSize,
        _ => false,
    };

    /// <summary>At least half of the lines are cut into columns, or it is a short heading over the columns below.</summary>
    private static bool AreRows(List<VisualLine> lines)
    {
        var tabular = 0;
        foreach (var line in lines)
        {
            tabular += line.Segments.Count >= 2 ? 1 : 0;
        }

        return lines.Count > 0 && (tabular * 2 >= lines.Count || IsWrappedRow(lines));
    }

    /// <summary>One row of wrapped texts: a line of several parts, and all others begin where parts of it begin.</summary>
    private static bool IsWrappedRow(List<VisualLine> lines)
    {
        var widest = lines.MaxBy(static line => line.Segments.Count)!;
        return widest.Segments.Count >= AlignedTolerances.FewestParts && RowsOfFigures(lines) <= 1
            && lines.TrueForAll(line => line.Segments.TrueForAll(segment => widest.Segments.Exists(part =>
                Math.Abs(part.Box.Left - segment.Box.Left) <= AlignedTolerances.SameEnd)));
    }

    private static bool IsInGrid(IReadOnlyList<PageGrid> grids, Edge edge)
    {
        foreach (var grid in grids)
        {
            var box = grid.Box;
            if (edge.Position >= box.Top - 2 && edge.Position <= box.Bottom + 2 && edge.Start < box.Right && edge.End > box.Left)
            {
                return true;
            }
        }

        return false;
    }
}
