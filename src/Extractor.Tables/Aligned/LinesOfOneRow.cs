using Extractor.Tables.Text;

namespace Extractor.Tables.Aligned;

/// <summary>
/// Lines of text that are one row before anything is known of columns: a name of two lines with its figures at half its height, and names
/// that stand over themselves in another language, as in the yearbooks of statistical offices.
/// </summary>
internal static class LinesOfOneRow
{
    /// <param name="lines">From top to bottom.</param>
    /// <returns>As many or fewer, from top to bottom.</returns>
    public static List<VisualLine> Join(List<VisualLine> lines)
    {
        var joined = new List<VisualLine>(lines.Count);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (index + 2 < lines.Count && StandsBetween(line, lines[index + 1], lines[index + 2]))
            {
                joined.Add(Together(Together(line, lines[index + 2]), lines[index + 1]));
                index += 2;
            }
            else if (index + 1 < lines.Count && IsTranslated(line, lines[index + 1]))
            {
                joined.Add(Together(line, lines[index + 1]));
                index++;
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    /// <summary>The two texts stand so close that a line of its own has no room between them. A figure alone is one of an axis.</summary>
    private static bool StandsBetween(VisualLine above, VisualLine figures, VisualLine below) =>
        figures.FigureCount > 1 && IsNameBeside(above, figures) && IsNameBeside(below, figures)
        && below.Box.Top - above.Box.Bottom < figures.Box.Height;

    private static bool IsNameBeside(VisualLine line, VisualLine figures) =>
        line.Segments is [{ IsFigure: false } name] && name.Box.Right < figures.Box.Left;

    /// <summary>Every Chinese name of one line stands close over one in Latin letters; figures stand in one line at most.</summary>
    private static bool IsTranslated(VisualLine chinese, VisualLine latin)
    {
        if ((chinese.FigureCount > 0 && latin.FigureCount > 0)
            || latin.Box.Top - chinese.Box.Bottom >= AlignedTolerances.CloseLine * chinese.FontSize)
        {
            return false;
        }

        var names = chinese.Segments.FindAll(static segment => !segment.IsFigure);
        var translations = latin.Segments.FindAll(static segment => !segment.IsFigure);
        return names.Count > 0 && names.Count == translations.Count
            && names.TrueForAll(static name => name.Text.Any(Characters.IsIdeographic))
            && translations.TrueForAll(static name => !name.Text.Any(Characters.IsIdeographic) && name.Text.Count(char.IsAsciiLetter) > 1)
            && names.Zip(translations).All(static pair => AreOver(pair.First, pair.Second));
    }

    private static VisualLine Together(VisualLine first, VisualLine second)
    {
        var segments = new List<TextSegment>(first.Segments);
        foreach (var segment in second.Segments)
        {
            var over = segments.FindIndex(other => AreOver(other, segment));
            if (over >= 0)
            {
                segments[over] = segments[over] with { Box = segments[over].Box.Union(segment.Box), Gaps = [] };
            }
            else
            {
                segments.Add(segment);
            }
        }

        segments.Sort(static (left, right) => left.Box.Left.CompareTo(right.Box.Left));
        return new VisualLine(first.Box.Union(second.Box), Math.Max(first.FontSize, second.FontSize), segments);
    }

    private static bool AreOver(TextSegment first, TextSegment second) =>
        first.Box.Left < second.Box.Right && second.Box.Left < first.Box.Right;
}
