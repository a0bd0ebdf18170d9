using Extractor.Model.Layout;
using Extractor.Tables.Text;

namespace Extractor.Tables.Aligned;

/// <summary>Groups the words that stand outside of drawn grids into lines and parts of lines.</summary>
internal static class VisualLines
{
    /// <param name="isTaken">For each word of the page: it stands in a grid already.</param>
    /// <param name="within">Only words whose middle stands in this area.</param>
    public static List<VisualLine> Of(PageLayout page, ReadOnlySpan<bool> isTaken, Box within)
    {
        var words = new List<Word>();
        for (var index = 0; index < page.Words.Length; index++)
        {
            if (!isTaken[index] && within.Contains(page.Words[index].Box.CentreX, page.Words[index].Box.CentreY))
            {
                words.Add(page.Words[index]);
            }
        }

        words.Sort(static (first, second) =>
        {
            var byHeight = first.Box.CentreY.CompareTo(second.Box.CentreY);
            return byHeight != 0 ? byHeight : first.Box.Left.CompareTo(second.Box.Left);
        });

        var level = new List<List<Word>>();
        var from = 0;
        while (from < words.Count)
        {
            var first = words[from].Box;
            var to = from + 1;
            while (to < words.Count && AreLevel(first, words[to].Box))
            {
                to++;
            }

            var line = words.GetRange(from, to - from);
            line.Sort(static (left, right) => left.Box.Left.CompareTo(right.Box.Left));
            level.Add(line);
            from = to;
        }

        var names = TouchingColumns.Part(level, page);
        return LinesOfOneRow.Join(level.ConvertAll(line => ToLine(line, names)));
    }

    private static bool AreLevel(Box first, Box second)
    {
        var overlap = Math.Min(first.Bottom, second.Bottom) - Math.Max(first.Top, second.Top);
        return overlap >= TextTolerances.LineOverlap * Math.Min(first.Height, second.Height);
    }

    private static VisualLine ToLine(List<Word> words, HashSet<int> names)
    {
        var segments = new List<TextSegment>();
        var box = words[0].Box;
        var text = words[0].Text;
        var whole = box;
        var largest = 0f;
        List<(double, double)> gaps = [];
        for (var index = 1; index <= words.Count; index++)
        {
            largest = Math.Max(largest, words[index - 1].FontSize);
            if (index < words.Count)
            {
                var word = words[index];
                whole = whole.Union(word.Box);
                var gap = word.Box.Left - box.Right;
                if (gap <= AlignedTolerances.ColumnGap * word.FontSize && !names.Contains(word.FirstGlyph)
                    && !AreTwoNumbers(words[index - 1].Text, word.Text))
                {
                    if (gap > AlignedTolerances.WideSpace * word.FontSize)
                    {
                        gaps.Add((box.Right, word.Box.Left));
                    }

                    box = box.Union(word.Box);
                    text = text + " " + word.Text;
                    continue;
                }
            }

            segments.Add(new TextSegment(box, text, IsFigure(text), gaps));
            gaps = [];
            if (index < words.Count)
            {
                box = words[index].Box;
                text = words[index].Text;
            }
        }

        return new VisualLine(whole, largest, segments);
    }

    /// <summary>
    /// Each has its decimals or thousands set apart, and together they are no number: figures of two columns that stand close.
    /// </summary>
    private static bool AreTwoNumbers(string first, string second) =>
        first.AsSpan().IndexOfAny('.', ',') > 0 && second.AsSpan().IndexOfAny('.', ',') > 0
        && Characters.IsFigure(first) && Characters.IsFigure(second) && !Characters.IsFigure(first + second);

    private static bool IsFigure(string text) =>
        text is "-" or "–" or "—" or "－" or "…" or "/" || Characters.IsFigure(text.Replace(" ", string.Empty, StringComparison.Ordinal));
}
