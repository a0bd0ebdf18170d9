using Extractor.Tables.Ruled;

namespace Extractor.Tables.Aligned;

/// <summary>
/// Headings over several columns, told by the line that is drawn under them: they do not show where one of these columns ends.
/// </summary>
internal static class SpannedHeadings
{
    /// <summary>The drawn lines over several columns: where they begin and end, columns do so too.</summary>
    /// <param name="channels">From where to where the white channels between the figures run.</param>
    public static List<Edge> RulingsOver(AlignedRegion region, List<(double Start, double End)> channels) =>
        region.PartialRulings.FindAll(ruling => channels.Exists(channel => channel.Start > ruling.Start && channel.End < ruling.End));

    /// <summary>The lines of a table without the headings over such drawn lines.</summary>
    public static List<VisualLine> Without(List<VisualLine> lines, List<Edge> spanning) =>
        spanning.Count == 0 ? lines : lines.ConvertAll(line => Without(line, spanning));

    private static VisualLine Without(VisualLine line, List<Edge> spanning) =>
        line.Segments.Exists(segment => IsOver(segment, spanning))
            ? new VisualLine(line.Box, line.FontSize, line.Segments.FindAll(segment => !IsOver(segment, spanning)))
            : line;

    private static bool IsOver(TextSegment segment, List<Edge> rulings) => rulings.Exists(ruling =>
        AlignedGridBuilder.IsUnder(ruling, segment.Box.Bottom, segment.Box.Height)
        && ruling.Start < segment.Box.Left && ruling.End > segment.Box.Right);
}
