using Extractor.Model.Layout;

namespace Extractor.Tables.Aligned;

/// <summary>
/// Pages whose text is set in columns, as reports are: rows of a table in one column stand level with lines of text in the other and are
/// none of one table. Running text on both sides of a white channel tells them; a table with columns of text has names on one side.
/// </summary>
internal static class PageColumns
{
    /// <summary>The middle of the channel between two columns of running text in these lines; null where there is none.</summary>
    public static double? GutterOf(List<VisualLine> lines)
    {
        var texts = new List<Box>();
        foreach (var line in lines)
        {
            foreach (var segment in line.Segments)
            {
                if (IsText(segment, line))
                {
                    texts.Add(segment.Box);
                }
            }
        }

        texts.Sort(static (first, second) => first.Left.CompareTo(second.Left));
        var right = double.NegativeInfinity;
        for (var index = 0; index < texts.Count; index++)
        {
            if (index >= AlignedTolerances.FewestTextLines && texts.Count - index >= AlignedTolerances.FewestTextLines
                && texts[index].Left - right >= AlignedTolerances.NarrowestChannel)
            {
                return (right + texts[index].Left) / 2;
            }

            right = Math.Max(right, texts[index].Right);
        }

        return null;
    }

    /// <summary>A line of running text is among them.</summary>
    public static bool HoldsText(List<VisualLine> lines) =>
        lines.Exists(line => line.Segments.Exists(segment => IsText(segment, line)));

    private static bool IsText(TextSegment segment, VisualLine line) =>
        !segment.IsFigure && segment.Box.Width >= AlignedTolerances.ShortestTextLine * line.FontSize && segment.Text.Any(char.IsLetter);
}
