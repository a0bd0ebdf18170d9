using Extractor.Extracting.Tables.Ruled;
using Extractor.Model.Layout;

namespace Extractor.Extracting.Tables.Aligned;

/// <summary>The tables of a page that have no lines, or horizontal ones only: columns from what stands under each other.</summary>
internal static class AlignedTableFinder
{
    /// <summary>The grids without their text, from top to bottom.</summary>
    /// <param name="isTaken">For each word of the page: it stands in a drawn grid.</param>
    /// <param name="grids">The drawn grids.</param>
    public static List<PageGrid> Find(PageLayout page, ReadOnlySpan<bool> isTaken, IReadOnlyList<PageGrid> grids, TableSettings settings)
    {
        var found = new List<PageGrid>();
        var taken = isTaken.ToArray();
        var edges = EdgeJoiner.Join(EdgeFinder.FromRulings(page, settings), settings);
        foreach (var region in RuledRegions.Find(page, taken, grids, edges, settings))
        {
            Add(found, region, page, taken, settings);
        }

        var whole = new Box(double.MinValue, double.MinValue, double.MaxValue, double.MaxValue);
        foreach (var region in BareRegions.Find(VisualLines.Of(page, taken, whole, settings)))
        {
            if (!grids.Any(grid => grid.Box.Intersects(region.Box)))
            {
                Add(found, region, page, taken, settings);
            }
        }

        found.Sort(static (first, second) => first.RowLines[0].CompareTo(second.RowLines[0]));
        return found;
    }

    private static void Add(List<PageGrid> found, AlignedRegion region, PageLayout page, bool[] taken, TableSettings settings)
    {
        if (AlignedGridBuilder.Build(region, page.Number, settings) is not { } grid)
        {
            return;
        }

        found.Add(grid);
        for (var index = 0; index < taken.Length; index++)
        {
            taken[index] |= grid.Box.Contains(page.Words[index].Box.CentreX, page.Words[index].Box.CentreY);
        }
    }
}
