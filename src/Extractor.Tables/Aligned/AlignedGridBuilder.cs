using Extractor.Model.Tables;

namespace Extractor.Tables.Aligned;

/// <summary>Makes a grid of a region: its columns from the channels between figures, its rows from lines of text.</summary>
internal static class AlignedGridBuilder
{
    /// <summary>Null where the region turns out to have no columns or no rows.</summary>
    public static PageGrid? Build(AlignedRegion region, int pageNumber)
    {
        var body = region.Lines.FindAll(static line => line.IsTabular && line.FigureCount > 0);
        if (body.Count < AlignedTolerances.FewestRows)
        {
            body = region.Lines.FindAll(static line => line.Segments.Count >= 2);
        }

        if (body.Count < AlignedTolerances.FewestRows)
        {
            return null;
        }

        var channels = ColumnChannels.Find(body, region);
        var rows = AlignedRows.Of(region, channels);
        if (channels.Count == 0 || rows.Count < AlignedTolerances.FewestRows)
        {
            return null;
        }

        double[] columnLines = [region.Box.Left - 1, .. channels, region.Box.Right + 1];
        var rowLines = RowLinesOf(rows, region);
        var sections = SectionRows.Of(rows, channels, region.Box);
        var cells = new List<GridCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (sections.Contains(rows[row]))
            {
                cells.Add(new GridCell(row, 0, 1, columnLines.Length - 1, new Model.Layout.Box(
                    columnLines[0], rowLines[row], columnLines[^1], rowLines[row + 1])));
                continue;
            }

            AddCells(cells, rows[row], row, columnLines, rowLines, region);
        }

        return new PageGrid(pageNumber, TableMethod.Aligned, columnLines, rowLines, cells);
    }

    private static double[] RowLinesOf(List<AlignedRow> rows, AlignedRegion region)
    {
        var lines = new double[rows.Count + 1];
        lines[0] = Math.Min(region.Box.Top, rows[0].Top);
        lines[^1] = Math.Max(region.Box.Bottom, rows[^1].Bottom);
        for (var row = 1; row < rows.Count; row++)
        {
            lines[row] = Math.Max(lines[row - 1] + 0.5, (rows[row - 1].Bottom + rows[row].Top) / 2);
        }

        lines[^1] = Math.Max(lines[^1], lines[^2] + 0.5);
        return lines;
    }

    private static void AddCells(
        List<GridCell> cells, AlignedRow row, int rowIndex, double[] columnLines, double[] rowLines, AlignedRegion region)
    {
        var columns = columnLines.Length - 1;
        var spanEnd = new int[columns];
        for (var column = 0; column < columns; column++)
        {
            spanEnd[column] = column;
        }

        if (row.IsHeader)
        {
            List<TextSegment> headings = [.. row.Segments.SelectMany(segment => CutAtColumns(segment, columnLines))];
            var under = region.PartialRulings.FindAll(ruling => IsUnder(ruling, row.Bottom, row.Lines[^1].Box.Height));
            under.RemoveAll(ruling => SpanTogether(HeadingSpans.Over(ruling, headings), ruling, columnLines, spanEnd));
            foreach (var heading in headings)
            {
                var (first, last) = SpanOf(heading, under, columnLines);
                spanEnd[first] = Math.Max(spanEnd[first], last);
            }
        }

        for (var column = 0; column < columns;)
        {
            var end = spanEnd[column];
            for (var inner = column; inner <= end; inner++)
            {
                end = Math.Max(end, spanEnd[inner]);
            }

            cells.Add(new GridCell(rowIndex, column, 1, end - column + 1, new Model.Layout.Box(
                columnLines[column], rowLines[rowIndex], columnLines[end + 1], rowLines[rowIndex + 1]))
            {
                IsCrowded = row.IsHeader && row.Lines.Exists(line => HeadingsWithin(line, columnLines[column], columnLines[end + 1]) > 1),
            });
            column = end + 1;
        }
    }

    /// <summary>How many headings of a line stand in a cell; the letters of 收　　入 set wide apart are none by themselves.</summary>
    private static int HeadingsWithin(VisualLine line, double left, double right) =>
        line.Segments.Count(segment => segment.Text.Length > 1 && segment.Box.CentreX > left && segment.Box.CentreX < right);

    /// <summary>A line is drawn under a text that ends at a height, closer than another line of text.</summary>
    public static bool IsUnder(Ruled.Edge ruling, double bottom, double lineHeight) =>
        ruling.Position >= bottom - 2 && ruling.Position - bottom < lineHeight;

    /// <summary>Several headings over one line share the columns above it.</summary>
    /// <returns>The line is under several headings: to none of them it tells where its columns end.</returns>
    private static bool SpanTogether(List<Model.Layout.Box> headings, Ruled.Edge ruling, double[] columnLines, int[] spanEnd)
    {
        if (headings.Count < 2)
        {
            return false;
        }

        var first = ColumnAt(columnLines, ruling.Start + Ruled.RuledTolerances.SnapDistance);
        var last = ColumnAt(columnLines, ruling.End - Ruled.RuledTolerances.SnapDistance);
        foreach (var span in HeadingSpans.Deal(headings, columnLines, first, last) ?? [])
        {
            spanEnd[span.First] = Math.Max(spanEnd[span.First], span.Last);
        }

        return true;
    }

    /// <summary>The columns that a heading spans: those it stands over, or those of the line drawn under it.</summary>
    private static (int First, int Last) SpanOf(TextSegment segment, List<Ruled.Edge> under, double[] columnLines)
    {
        double left = segment.Box.Left, right = segment.Box.Right;
        foreach (var ruling in under)
        {
            if (ruling.Start < segment.Box.CentreX && ruling.End > segment.Box.CentreX)
            {
                (left, right) = (Math.Min(left, ruling.Start), Math.Max(right, ruling.End));
            }
        }

        var first = ColumnAt(columnLines, left + Ruled.RuledTolerances.SnapDistance);
        var last = ColumnAt(columnLines, right - Ruled.RuledTolerances.SnapDistance);
        return (first, Math.Max(first, last));
    }

    /// <summary>Headings that stand closer than columns usually do: cut where a wide space and the end of a column fall together.</summary>
    private static IEnumerable<TextSegment> CutAtColumns(TextSegment segment, double[] columnLines)
    {
        var rest = segment;
        foreach (var gap in segment.Gaps)
        {
            if (Array.Exists(columnLines, line => line >= gap.Start && line <= gap.End))
            {
                yield return rest with { Box = rest.Box with { Right = gap.Start } };
                rest = rest with { Box = rest.Box with { Left = gap.End } };
            }
        }

        yield return rest;
    }

    private static int ColumnAt(double[] columnLines, double x)
    {
        var column = 0;
        while (column + 2 < columnLines.Length && x > columnLines[column + 1])
        {
            column++;
        }

        return column;
    }
}
