using Extractor.Model.Layout;

namespace Extractor.Tables.Ruled;

/// <summary>
/// Bars over the lines of a grid: they stand on one line, run across others, and end between them at different lengths, with no text on
/// them. Shading ends at the lines of its cells, a mark holds text, a bar within a cell stays in it.
/// </summary>
internal static class ChartBars
{
    private const int White = 0xFFFFFF;

    /// <summary>The lines of the grid are the axes of a chart.</summary>
    public static bool StandIn(PageGrid grid, PageLayout page) =>
        page.Fills.Length >= RuledTolerances.FewestBars && (CountOf(grid, page, alongX: true) >= RuledTolerances.FewestBars
            || CountOf(grid, page, alongX: false) >= RuledTolerances.FewestBars);

    /// <summary>Most bars of different length that stand on one line.</summary>
    private static int CountOf(PageGrid grid, PageLayout page, bool alongX)
    {
        var across = alongX ? grid.ColumnLines : grid.RowLines;
        var bars = new List<(double Foot, double End)>();
        foreach (var fill in page.Fills)
        {
            // Bars run from the left, or up.
            var (foot, end) = alongX ? (fill.Box.Left, fill.Box.Right) : (fill.Box.Bottom, fill.Box.Top);
            if (fill.Rgb != White && grid.Box.Contains(fill.Box.CentreX, fill.Box.CentreY) && Crosses(across, foot, end)
                && !IsOnLine(across, end) && !HoldsText(page, fill.Box))
            {
                bars.Add((foot, end));
            }
        }

        bars.Sort();
        var most = 0;
        for (var first = 0; first < bars.Count; first++)
        {
            var ends = new List<double>();
            for (var other = first; other < bars.Count && bars[other].Foot - bars[first].Foot <= RuledTolerances.SnapDistance; other++)
            {
                if (!ends.Exists(end => Math.Abs(end - bars[other].End) <= RuledTolerances.SnapDistance))
                {
                    ends.Add(bars[other].End);
                }
            }

            most = Math.Max(most, ends.Count);
        }

        return most;
    }

    private static bool Crosses(double[] lines, double foot, double end)
    {
        var (from, to) = (Math.Min(foot, end) + RuledTolerances.SmallestCell, Math.Max(foot, end) - RuledTolerances.SmallestCell);
        return Array.Exists(lines, line => line > from && line < to);
    }

    private static bool IsOnLine(double[] lines, double place) =>
        Array.Exists(lines, line => Math.Abs(line - place) <= RuledTolerances.SnapDistance);

    private static bool HoldsText(PageLayout page, Box box)
    {
        foreach (var word in page.Words)
        {
            if (box.Contains(word.Box.CentreX, word.Box.CentreY))
            {
                return true;
            }
        }

        return false;
    }
}
