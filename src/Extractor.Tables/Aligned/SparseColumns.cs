using Extractor.Model.Layout;

namespace Extractor.Tables.Aligned;

/// <summary>
/// Columns with figures in few rows of a page, or in none. The white beside them is as wide as two columns, but two figures of one row are
/// never one cell, and headings side by side head a column each.
/// </summary>
internal static class SparseColumns
{
    /// <summary>A page may hold any number of figures and headings: no table needs more of either to be looked at.</summary>
    private const int MostParts = 1000;

    /// <summary>Parts such columns from their neighbours.</summary>
    /// <param name="channels">From where to where each channel is white in nearly all rows, from left to right.</param>
    /// <param name="rows">Lines that are cut into columns.</param>
    /// <param name="region">These and the other lines of the table.</param>
    public static List<(double Start, double End)> Part(
        List<(double Start, double End)> channels, IReadOnlyList<VisualLine> rows, AlignedRegion region) =>
        channels.Count == 0 ? channels : BesideHeadings(BetweenFigures(channels, rows), rows, region);

    private static List<(double Start, double End)> BetweenFigures(
        List<(double Start, double End)> channels, IReadOnlyList<VisualLine> rows)
    {
        var parted = new List<(double Start, double End)>(channels);
        var whitePart = ColumnChannels.WhitePartsOf(rows);
        var tried = 0;
        foreach (var row in rows)
        {
            var figures = row.Segments.FindAll(static segment => segment.IsFigure);
            for (var index = 1; index < figures.Count; index++)
            {
                PartBetween(figures[index - 1].Box.Right, figures[index].Box.Left);
            }
        }

        // Amounts of one column stand under each other; where none of one stands under any of the other, there are two.
        var amounts = rows.SelectMany(static row => row.Segments)
            .Where(static segment => segment.IsFigure && segment.Text.Contains('.', StringComparison.Ordinal))
            .Select(static segment => segment.Box).OrderBy(static box => box.Left).ToList();
        var right = double.MaxValue;
        foreach (var amount in amounts)
        {
            if (amount.Left - right > AlignedTolerances.ColumnGap * amount.Height)
            {
                PartBetween(right, amount.Left);
            }

            right = right == double.MaxValue ? amount.Right : Math.Max(right, amount.Right);
        }

        parted.Sort();
        return parted;

        // What stands beside a stretch that no channel crosses and nearly all rows leave white.
        void PartBetween(double start, double end)
        {
            if (tried < MostParts && !parted.Exists(channel => channel.Start < end && channel.End > start))
            {
                tried++;
                if (whitePart(start, end) is { } white)
                {
                    parted.Add(white);
                }
            }
        }
    }

    /// <summary>
    /// More headings at one height over two columns than these need: one that stands in the white between them heads an empty column, and
    /// so does one that stands behind all that the last column holds, beside its heading.
    /// </summary>
    private static List<(double Start, double End)> BesideHeadings(
        List<(double Start, double End)> channels, IReadOnlyList<VisualLine> rows, AlignedRegion region)
    {
        List<Box> headings = [.. SpannedHeadings.Without(region.Lines, SpannedHeadings.RulingsOver(region, channels))
            .TakeWhile(static line => line.FigureCount == 0 || line.Segments.Count == 1)
            .SelectMany(static line => line.Segments).Take(MostParts)
            .Select(static segment => segment.Box).OrderBy(static box => box.Left)];
        var parted = new List<(double Start, double End)>(channels.Count);
        for (var index = 0; index < channels.Count; index++)
        {
            var left = index > 0 ? channels[index - 1].End : region.Box.Left;
            var right = index + 1 < channels.Count ? channels[index + 1].Start : region.Box.Right;
            var (start, end) = channels[index];
            foreach (var heading in Within(start, end))
            {
                if (heading.Left > start && HasLeft(heading, left) && headings.Exists(other =>
                    other.Left < right && other.Left >= heading.Right && AreLevel(other, heading)))
                {
                    parted.Add((start, heading.Left));
                    start = heading.Right;
                }
            }

            parted.Add((start, end));
        }

        var behind = rows.Max(static row => row.Box.Right);
        foreach (var heading in Within(behind, double.MaxValue))
        {
            if (heading.Left > behind && HasLeft(heading, channels[^1].End))
            {
                parted.Add((behind, heading.Left));
                behind = heading.Right;
            }
        }

        return parted;

        IEnumerable<Box> Within(double start, double end) => headings.Where(heading => heading.Left > start && heading.Right < end);

        bool HasLeft(Box heading, double left) => headings.Exists(other =>
            other.Right > left && other.Right <= heading.Left && AreLevel(other, heading));
    }

    private static bool AreLevel(Box first, Box second) => first.Top < second.Bottom && first.Bottom > second.Top;
}
