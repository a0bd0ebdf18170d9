using Extractor.Model.Layout;
using Extractor.Tables.Ruled;

namespace Extractor.Tables.Aligned;

/// <summary>The tables of a page that have no lines, or horizontal ones only: columns from what stands under each other.</summary>
internal static class AlignedTableFinder
{
    /// <summary>The grids without their text, from top to bottom.</summary>
    /// <param name="isTaken">For each word of the page: it stands in a drawn grid.</param>
    /// <param name="grids">The drawn grids.</param>
    /// <param name="cells">Those of <paramref name="grids"/> that are boxes around a single cell of the tables found.</param>
    public static List<PageGrid> Find(
        PageLayout page, ReadOnlySpan<bool> isTaken, IReadOnlyList<PageGrid> grids, out List<PageGrid> cells)
    {
        cells = [];
        var taken = isTaken.ToArray();
        var edges = EdgeJoiner.Join(EdgeFinder.FromRulings(page));
        var regions = RuledRegions.Find(page, taken, grids, edges);
        foreach (var region in regions)
        {
            Take(taken, region.Box, page);
        }

        foreach (var fragment in grids.Where(grid => grid.IsFragment && !regions.Exists(region => region.Box.Intersects(grid.Box))))
        {
            Take(taken, fragment.Box, page, isTaken: false);
        }

        foreach (var region in BareRegionsOf(page, taken))
        {
            List<PageGrid> within = [.. grids.Where(grid => grid.Box.Intersects(region.Box))];
            if (within.TrueForAll(grid => grid.IsFragment && IsInRow(grid, region)))
            {
                regions.Add(region);
                cells.AddRange(within);
            }
        }

        var found = new List<PageGrid>();
        foreach (var region in Merge(regions))
        {
            if (AlignedGridBuilder.Build(region, page.Number) is { } grid)
            {
                found.Add(grid);
            }
        }

        return found;
    }

    /// <summary>The tables without any line: over the whole width of the page, and in each column of its text where it has two.</summary>
    private static List<AlignedRegion> BareRegionsOf(PageLayout page, bool[] taken)
    {
        var whole = new Box(double.MinValue, double.MinValue, double.MaxValue, double.MaxValue);
        var lines = VisualLines.Of(page, taken, whole);
        var found = BareRegions.Find(lines);
        if (PageColumns.GutterOf(lines) is not { } gutter)
        {
            return found;
        }

        found.RemoveAll(region => PageColumns.HoldsText(region.Lines));
        foreach (var column in new[] { whole with { Right = gutter }, whole with { Left = gutter } })
        {
            found.AddRange(BareRegions.Find(VisualLines.Of(page, taken, column))
                .FindAll(region => !found.Exists(other => other.Box.Intersects(region.Box))));
        }

        return found;
    }

    /// <summary>
    /// Regions that follow each other closely over the same width are one table: the lines of its parts begin at
    /// different places because cells are merged, or only its header is drawn with lines.
    /// </summary>
    private static List<AlignedRegion> Merge(List<AlignedRegion> regions)
    {
        regions.Sort(static (first, second) => first.Box.Top.CompareTo(second.Box.Top));
        var merged = new List<AlignedRegion>();
        foreach (var region in regions)
        {
            if (merged.Count > 0 && AreOne(merged[^1], region))
            {
                merged[^1] = merged[^1].With(region);
            }
            else
            {
                merged.Add(region);
            }
        }

        return merged;
    }

    private static bool AreOne(AlignedRegion above, AlignedRegion below)
    {
        var shared = Math.Min(above.Box.Right, below.Box.Right) - Math.Max(above.Box.Left, below.Box.Left);
        var gap = below.Box.Top - above.Box.Bottom;
        return shared > AlignedTolerances.SharedWidth * Math.Max(above.Box.Width, below.Box.Width)
            && gap < AlignedTolerances.SmallestGap * below.Lines[0].FontSize;
    }

    /// <summary>Only one cell of a row is boxed (the heading of the last column): beside its text others stand on the same line.</summary>
    private static bool IsInRow(PageGrid fragment, AlignedRegion region) => region.Lines.Exists(line => line.Segments.Count > 1
        && line.Segments.Exists(segment => fragment.Box.Contains(segment.Box.CentreX, segment.Box.CentreY))
        && line.Segments.Exists(segment => !fragment.Box.Contains(segment.Box.CentreX, segment.Box.CentreY)));

    private static void Take(bool[] taken, Box box, PageLayout page, bool isTaken = true)
    {
        for (var index = 0; index < taken.Length; index++)
        {
            if (box.Contains(page.Words[index].Box.CentreX, page.Words[index].Box.CentreY))
            {
                taken[index] = isTaken;
            }
        }
    }
}
