using Extractor.Model.Layout;

namespace Extractor.Tables.Aligned;

/// <summary>Words of a line that stand together: what may be the text of one cell.</summary>
/// <param name="IsFigure">It is one number, or the dash that stands for none.</param>
/// <param name="Gaps">The wider gaps between its words, from left to right: (start, end).</param>
internal readonly record struct TextSegment(Box Box, string Text, bool IsFigure, IReadOnlyList<(double Start, double End)> Gaps);

/// <summary>What stands on one height of the page, cut where the gaps are wide.</summary>
internal sealed class VisualLine(Box box, float fontSize, List<TextSegment> segments)
{
    public Box Box { get; } = box;

    public float FontSize { get; } = fontSize;

    /// <summary>From left to right.</summary>
    public List<TextSegment> Segments { get; } = segments;

    public int FigureCount { get; } = segments.Count(static segment => segment.IsFigure);

    /// <summary>Several parts with a number among them that begins no list, or many parts: what running text does not look like.</summary>
    public bool IsTabular { get; } = segments.Count >= 3 || (segments.Count == 2 && segments[1].IsFigure);

    /// <summary>
    /// Its texts, cut at the wider spaces too, stand over the columns of rows below, one over each; the names may have none.
    /// </summary>
    public bool HeadsColumnsOf(List<VisualLine> rows)
    {
        var row = rows.MaxBy(static line => line.Segments.Count)!;
        var parts = new List<(double Left, double Right)>();
        foreach (var segment in Segments)
        {
            var left = segment.Box.Left;
            foreach (var (start, end) in segment.Gaps)
            {
                parts.Add((left, start));
                left = end;
            }

            parts.Add((left, segment.Box.Right));
        }

        var without = row.Segments.Count - parts.Count;
        return parts.Count > 1 && without is 0 or 1 && row.Segments.Skip(without).Zip(parts).All(static pair =>
            pair.First.Box.Left < pair.Second.Right && pair.Second.Left < pair.First.Box.Right);
    }

    /// <summary>
    /// One short text close over another that stands in the line below, not the first there: the beginning of a heading that is wrapped
    /// more often than those beside it.
    /// </summary>
    public bool IsPartOver(VisualLine below)
    {
        if (Segments.Count != 1 || below.Segments.Count < 3 || below.Box.Top - Box.Bottom > AlignedTolerances.CloseLine * FontSize)
        {
            return false;
        }

        var under = below.Segments.FindAll(segment => segment.Box.Left < Box.Right && segment.Box.Right > Box.Left);
        return under.Count == 1 && under[0] != below.Segments[0] && Box.Width < AlignedTolerances.WidestPart * below.FontSize;
    }
}
