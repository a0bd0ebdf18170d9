namespace Extractor.Tables.Aligned;

/// <summary>The white channels that run down between the columns of a table without vertical lines.</summary>
internal static class ColumnChannels
{
    /// <summary>The channels of the rows, each at the place where headings and other lines cross it least.</summary>
    /// <param name="rows">Lines that are cut into columns.</param>
    /// <param name="region">These and the other lines of the table.</param>
    /// <returns>x, ascending; empty where the lines have no common channel.</returns>
    public static List<double> Find(IReadOnlyList<VisualLine> rows, AlignedRegion region)
    {
        var white = SparseColumns.Part(Find(rows), rows, region);
        var channels = new List<double>();
        var spanning = SpannedHeadings.RulingsOver(region, white);
        var cover = CoverOf(SpannedHeadings.Without(region.Lines, spanning), areWordsApart: true);
        List<double> ends = [.. spanning.SelectMany(static ruling => new[] { ruling.Start, ruling.End })];
        foreach (var (start, end) in white)
        {
            var best = WhitestOf(cover, start, end);
            var drawn = ends.FindIndex(x => x > start && x < end && CoverAt(cover, x) <= best.Cover);
            channels.Add(drawn >= 0 ? ends[drawn] : (best.Start + best.End) / 2);
        }

        return channels;
    }

    /// <summary>
    /// Tells of a stretch its widest part that nearly all lines leave white; null where that is too narrow for a channel.
    /// </summary>
    public static Func<double, double, (double Start, double End)?> WhitePartsOf(IReadOnlyList<VisualLine> lines)
    {
        var cover = CoverOf(lines, areWordsApart: false);
        return (start, end) => WhitestOf(cover, start, end) is var best && best.End - best.Start >= AlignedTolerances.NarrowestChannel
            && best.Cover <= (int)(AlignedTolerances.Crossing * lines.Count) ? (best.Start, best.End) : null;
    }

    private static Stretch WhitestOf(List<Stretch> cover, double start, double end)
    {
        var within = new List<Stretch>();
        for (var index = FirstBehind(cover, start); index < cover.Count && cover[index].Start < end; index++)
        {
            within.Add(cover[index] with { Start = Math.Max(start, cover[index].Start), End = Math.Min(end, cover[index].End) });
        }

        return within.Count == 0 ? new Stretch(start, end, 0) : WhitestOf(within, 0, within.Count);
    }

    private static int CoverAt(List<Stretch> cover, double x) =>
        FirstBehind(cover, x) is var index && index < cover.Count && cover[index].Start < x ? cover[index].Cover : 0;

    /// <summary>The first stretch that ends behind a place; they stand in order and do not overlap.</summary>
    private static int FirstBehind(List<Stretch> cover, double x)
    {
        int from = 0, to = cover.Count;
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = cover[middle].End > x ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    /// <returns>From where to where each channel is white in nearly all lines.</returns>
    public static List<(double Start, double End)> Find(IReadOnlyList<VisualLine> lines)
    {
        var stretches = CoverOf(lines, areWordsApart: false);
        var allowed = (int)(AlignedTolerances.Crossing * lines.Count);
        var channels = new List<(double, double)>();
        var from = 0;
        while (from < stretches.Count)
        {
            if (stretches[from].Cover > allowed)
            {
                from++;
                continue;
            }

            var to = from;
            while (to < stretches.Count && stretches[to].Cover <= allowed)
            {
                to++;
            }

            var best = WhitestOf(stretches, from, to);
            if (best.End - best.Start >= AlignedTolerances.NarrowestChannel && DividesSomeLine(lines, best.Start, best.End))
            {
                channels.Add((best.Start, best.End));
            }

            from = to;
        }

        return channels;
    }

    /// <summary>How many lines cover each stretch between two segment ends.</summary>
    /// <param name="areWordsApart">The wider spaces between words are white too.</param>
    private static List<Stretch> CoverOf(IReadOnlyList<VisualLine> lines, bool areWordsApart)
    {
        var ends = new List<(double X, int Change)>();
        foreach (var line in lines)
        {
            foreach (var segment in line.Segments)
            {
                ends.Add((segment.Box.Left, 1));
                ends.Add((segment.Box.Right, -1));
                for (var gap = 0; areWordsApart && gap < segment.Gaps.Count; gap++)
                {
                    ends.Add((segment.Gaps[gap].Start, -1));
                    ends.Add((segment.Gaps[gap].End, 1));
                }
            }
        }

        ends.Sort(static (first, second) =>
        {
            var byPlace = first.X.CompareTo(second.X);
            return byPlace != 0 ? byPlace : second.Change.CompareTo(first.Change);
        });

        var stretches = new List<Stretch>(ends.Count);
        var cover = 0;
        for (var index = 0; index + 1 < ends.Count; index++)
        {
            cover += ends[index].Change;
            if (ends[index + 1].X > ends[index].X)
            {
                stretches.Add(new Stretch(ends[index].X, ends[index + 1].X, cover));
            }
        }

        return stretches;
    }

    /// <summary>The widest part that the fewest lines cover.</summary>
    private static Stretch WhitestOf(List<Stretch> stretches, int from, int to)
    {
        var best = stretches[from];
        for (var index = from; index < to; index++)
        {
            var stretch = stretches[index];
            while (index + 1 < to && stretches[index + 1].Cover <= stretch.Cover)
            {
                if (stretches[index + 1].Cover < stretch.Cover)
                {
                    break;
                }

                stretch = stretch with { End = stretches[++index].End };
            }

            if (stretch.Cover < best.Cover || (stretch.Cover == best.Cover && stretch.End - stretch.Start > best.End - best.Start))
            {
                best = stretch;
            }
        }

        return best;
    }

    /// <summary>A channel has text on both sides in some line; the margins have not.</summary>
    private static bool DividesSomeLine(IReadOnlyList<VisualLine> lines, double start, double end)
    {
        foreach (var line in lines)
        {
            if (line.Segments[0].Box.Left < start && line.Segments[^1].Box.Right > end)
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Stretch(double Start, double End, int Cover);
}
