namespace Extractor.Tables.Aligned;

/// <summary>
/// Tables without any line: successive lines cut into columns, with numbers in them, and white channels that run down
/// between the columns. It takes more evidence than where lines are drawn, since running text may look like it.
/// </summary>
internal static class BareRegions
{
    public static List<AlignedRegion> Find(List<VisualLine> lines)
    {
        var regions = new List<AlignedRegion>();
        var from = 0;
        while (from < lines.Count)
        {
            if (!lines[from].IsTabular)
            {
                from++;
                continue;
            }

            var to = EndOf(lines, from);
            var block = lines.GetRange(from, to - from);
            if (IsTable(block))
            {
                var first = StartOfHeader(lines, from, block);
                regions.Add(ToRegion(lines.GetRange(first, to - first)));
            }

            from = to;
        }

        return regions;
    }

    /// <summary>
    /// The table goes on while lines are cut into columns. Single texts between them are labels without figures or
    /// headings of groups: they are short, begin where labels of the table begin, and follow at the distance of its rows.
    /// </summary>
    private static int EndOf(List<VisualLine> lines, int from)
    {
        var end = from + 1;
        var single = 0;
        for (var index = from + 1; index < lines.Count; index++)
        {
            var gap = lines[index].Box.Top - lines[index - 1].Box.Bottom;
            if (gap > AlignedTolerances.LargestGap * lines[index].FontSize)
            {
                break;
            }

            if (lines[index].IsTabular)
            {
                end = index + 1;
                single = 0;
            }
            else if (lines[index].Segments.Count < 2 && !IsLabel(lines, from, end, index) && ++single > AlignedTolerances.MostSingles)
            {
                break;
            }
        }

        return end;
    }

    private static bool IsLabel(List<VisualLine> lines, int from, int end, int index)
    {
        var line = lines[index];
        if (line.Segments[0].Text[^1] is '。' or '；' or '.')
        {
            return false;
        }

        for (var row = end - 1; row >= from && row > end - AlignedTolerances.LabelsLookedAt; row--)
        {
            foreach (var segment in lines[row].Segments)
            {
                if (!segment.IsFigure
                    && Math.Abs(segment.Box.Left - line.Segments[0].Box.Left) < AlignedTolerances.SameLabelEdge * line.FontSize
                    && line.Box.Width < AlignedTolerances.WidestLabel * lines[row].Box.Width)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsTable(List<VisualLine> block)
    {
        int figures = 0, tabular = 0;
        foreach (var line in block)
        {
            figures += line.FigureCount;
            tabular += line.IsTabular ? 1 : 0;
        }

        return tabular >= AlignedTolerances.FewestLines && figures >= AlignedTolerances.FewestFigures && !IsContents(block)
            && ColumnChannels.Find(block.FindAll(static line => line.IsTabular)).Count > 0;
    }

    /// <summary>A list of contents: one number a line, at its end, never falling.</summary>
    private static bool IsContents(List<VisualLine> block)
    {
        var last = -1;
        foreach (var line in block)
        {
            if (line.Segments.Exists(static segment => segment.Text.Contains("...", StringComparison.Ordinal)
                || segment.Text.Contains('…', StringComparison.Ordinal) || segment.Text.Contains("··", StringComparison.Ordinal)))
            {
                return true;
            }

            if (!line.IsTabular)
            {
                continue;
            }

            if (line.FigureCount != 1 || !int.TryParse(
                line.Segments[^1].Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
                    out var page) || page < last)
            {
                return false;
            }

            last = page;
        }

        return true;
    }

    /// <summary>The lines above the first row that are cut into parts too, as far as they follow closely.</summary>
    private static int StartOfHeader(List<VisualLine> lines, int from, List<VisualLine> block)
    {
        var first = from;
        while (first > 0 && (lines[first - 1].Segments.Count >= 2 || lines[first - 1].IsPartOver(lines[first]))
            && lines[first].Box.Top - lines[first - 1].Box.Bottom <= AlignedTolerances.LargestGap * lines[first].FontSize
            && lines[first - 1].Segments.Count <= block.Max(static line => line.Segments.Count) + 1)
        {
            first--;
        }

        return first;
    }

    private static AlignedRegion ToRegion(List<VisualLine> lines)
    {
        var box = lines[0].Box;
        foreach (var line in lines)
        {
            box = box.Union(line.Box);
        }

        return new AlignedRegion(box, lines, [], []);
    }
}
