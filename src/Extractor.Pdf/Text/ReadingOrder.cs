using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>
/// Puts lines into reading order: from top to bottom, and where running text stands in columns, column by column.
/// Tables are no columns: their cells are read along the row.
/// </summary>
internal sealed class ReadingOrder(
    PooledList<DraftLine> lines, PooledList<DraftWord> words, PooledList<LineGlyph> glyphs, PooledList<Ruling> rulings,
        TextDirection direction)
{
    /// <summary>Fewer lines than this on one side are no column.</summary>
    private const int MinimumLines = 4;

    private const int MaximumDepth = 3;

    /// <summary>Full lines of two columns stand as near to each other as this, in lines.</summary>
    private const int Near = 3;

    /// <summary>Lines of one column are no further apart, in ems.</summary>
    private const float MaximumLeading = 2.5f;

    /// <summary>How much of its side of the gutter a full line covers.</summary>
    private const float FullLine = 0.7f;

    /// <summary>Narrower text than this is no column of running text, in ems.</summary>
    private const float MinimumWidth = 10;

    /// <summary>How much of a column's width its lines fill on average, if they are running text.</summary>
    private const float MinimumFill = 0.75f;

    /// <summary>Share of a page's lines that may cross the gutter: titles, tables.</summary>
    private const float MaximumCrossing = 0.4f;

    /// <summary>A page with more rulings than this is a drawing.</summary>
    private const int MaximumRulings = 4000;

    /// <summary>Width of the bins in which a gutter is looked for, in points.</summary>
    private const float Bin = 2;

    /// <summary>The numbers of the lines in reading order; lines that span two columns are cut in two.</summary>
    public List<int> Find()
    {
        var all = new List<int>(lines.Count + 8);
        for (var i = 0; i < lines.Count; i++)
        {
            all.Add(i);
        }

        return Arrange(all, 0);
    }

    private List<int> Arrange(List<int> group, int depth)
    {
        if (group.Count < MinimumLines || depth >= MaximumDepth || FindGutter(group) is not { } gutter)
        {
            return group;
        }

        var result = new List<int>(group.Count + 8);
        var at = 0;
        while (at < group.Count)
        {
            var end = at;
            while (end < group.Count && !Crosses(group[end], gutter))
            {
                end++;
            }

            var (first, last) = Trim(group, at, end, gutter);
            if (last > first && IsPairOfColumns(group, first, last, gutter))
            {
                result.AddRange(group[at..first]);
                var (left, right) = Part(group, first, last, gutter);
                result.AddRange(Arrange(left, depth + 1));
                result.AddRange(Arrange(right, depth + 1));
                result.AddRange(group[last..end]);
            }
            else
            {
                result.AddRange(group[at..end]);
            }

            if (end < group.Count)
            {
                result.Add(group[end++]);
            }

            at = end;
        }

        return result;
    }

    /// <summary>The middle of the widest vertical strip in the middle of the text that few lines cross; null if there is none.</summary>
    private float? FindGutter(List<int> group)
    {
        float left = float.MaxValue, right = float.MinValue;
        foreach (var line in group)
        {
            left = Math.Min(left, lines.Span[line].Start);
            right = Math.Max(right, lines.Span[line].End);
        }

        var count = (int)Math.Clamp((right - left) / Bin, 0, 4000);
        if (count < 20)
        {
            return null;
        }

        // First where words begin and end, then the sums: how many words cover a bin.
        var covered = new int[count + 2];
        foreach (var line in group)
        {
            foreach (ref readonly var word in WordsOf(line))
            {
                var from = Math.Clamp((int)((word.Start - left) / Bin), 0, count);
                var to = Math.Clamp((int)((word.End - left) / Bin), 0, count);
                covered[from]++;
                covered[to + 1]--;
            }
        }

        for (var i = 1; i <= count; i++)
        {
            covered[i] += covered[i - 1];
        }

        int first = count * 3 / 10, last = count * 7 / 10, least = int.MaxValue;
        for (var i = first; i <= last; i++)
        {
            least = Math.Min(least, covered[i]);
        }

        if (least > group.Count * MaximumCrossing)
        {
            return null;
        }

        int bestStart = 0, bestLength = 0;
        for (var i = first; i <= last; i++)
        {
            var length = 0;
            while (i + length <= last && covered[i + length] <= least)
            {
                length++;
            }

            if (length > bestLength)
            {
                (bestStart, bestLength) = (i, length);
            }

            i += length;
        }

        return left + ((bestStart + (bestLength / 2f)) * Bin);
    }

    private bool Crosses(int line, float gutter)
    {
        foreach (ref readonly var word in WordsOf(line))
        {
            if (word.Start < gutter - 1 && word.End > gutter + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The part of a region in which full lines stand on both sides, with the short last lines of both: what is above and
    /// below may be titles or tables that do not reach the gutter.
    /// </summary>
    private (int First, int Last) Trim(List<int> group, int at, int end, float gutter)
    {
        float left = float.MaxValue, right = float.MinValue;
        for (var i = at; i < end; i++)
        {
            left = Math.Min(left, lines.Span[group[i]].Start);
            right = Math.Max(right, lines.Span[group[i]].End);
        }

        int first = -1, last = -1, fullLeft = -Near, fullRight = -Near;
        for (var i = at; i < end; i++)
        {
            float onLeft = 0, onRight = 0;
            foreach (ref readonly var word in WordsOf(group[i]))
            {
                if (word.End <= gutter + 1)
                {
                    onLeft += word.End - word.Start;
                }
                else
                {
                    onRight += word.End - word.Start;
                }
            }

            fullLeft = onLeft >= FullLine * (gutter - left) ? i : fullLeft;
            fullRight = onRight >= FullLine * (right - gutter) ? i : fullRight;
            if ((fullLeft == i || fullRight == i) && Math.Abs(fullLeft - fullRight) < Near)
            {
                first = first < 0 ? Math.Min(fullLeft, fullRight) : first;
                last = i;
            }
        }

        if (first < 0)
        {
            return (at, at);
        }

        // The last lines of paragraphs are short; a footer stands further off.
        var stop = last + 1;
        while (stop < Math.Min(end, last + Near)
            && lines.Span[group[stop]].Base - lines.Span[group[stop - 1]].Base < MaximumLeading * lines.Span[group[stop]].Size)
        {
            stop++;
        }

        return (first, stop);
    }

    /// <summary>Running text on both sides, and no lines of a table across the gutter.</summary>
    private bool IsPairOfColumns(List<int> group, int at, int end, float gutter)
    {
        var left = new Side();
        var right = new Side();
        float top = float.MaxValue, bottom = float.MinValue;
        for (var i = at; i < end; i++)
        {
            ref readonly var line = ref lines.Span[group[i]];
            top = Math.Min(top, line.Base - line.Size);
            bottom = Math.Max(bottom, line.Base);
            left.Add(WordsOf(group[i]), glyphs.Span, line.Size, (in DraftWord w) => w.End <= gutter + 1);
            right.Add(WordsOf(group[i]), glyphs.Span, line.Size, (in DraftWord w) => w.End > gutter + 1);
        }

        return left.IsRunningText && right.IsRunningText && !IsInTable(top, bottom, gutter);
    }

    /// <summary>A line across the gutter, or more lines along it than one that parts the columns.</summary>
    private bool IsInTable(float top, float bottom, float gutter)
    {
        if (rulings.Count > MaximumRulings)
        {
            return true;
        }

        var partings = 0;
        foreach (ref readonly var ruling in rulings.Span)
        {
            var a = direction.Along(ruling.Box.Left, ruling.Box.Top);
            var b = direction.Along(ruling.Box.Right, ruling.Box.Bottom);
            var c = direction.Across(ruling.Box.Left, ruling.Box.Top);
            var d = direction.Across(ruling.Box.Right, ruling.Box.Bottom);
            if (ruling.IsHorizontal == direction.IsHorizontal)
            {
                if (c >= top && c <= bottom && Math.Min(a, b) < gutter && Math.Max(a, b) > gutter)
                {
                    return true;
                }
            }
            else if (Math.Min(bottom, Math.Max(c, d)) - Math.Max(top, Math.Min(c, d)) > (bottom - top) / 4)
            {
                partings++;
            }
        }

        return partings > 1;
    }

    /// <summary>Cuts the lines of a region at the gutter.</summary>
    private (List<int> Left, List<int> Right) Part(List<int> group, int at, int end, float gutter)
    {
        var left = new List<int>();
        var right = new List<int>();
        for (var i = at; i < end; i++)
        {
            var number = group[i];
            var line = lines.Span[number];
            var firstRight = 0;
            while (firstRight < line.WordCount && words.Span[line.FirstWord + firstRight].End <= gutter + 1)
            {
                firstRight++;
            }

            if (firstRight == line.WordCount)
            {
                left.Add(number);
            }
            else if (firstRight == 0)
            {
                right.Add(number);
            }
            else
            {
                lines.Add(LineOf(line.FirstWord + firstRight, line.WordCount - firstRight));
                lines.Span[number] = LineOf(line.FirstWord, firstRight);
                left.Add(number);
                right.Add(lines.Count - 1);
            }
        }

        return (left, right);
    }

    private DraftLine LineOf(int firstWord, int count)
    {
        var line = new DraftLine { FirstWord = firstWord, WordCount = count };
        line.Measure(words.Span.Slice(firstWord, count));
        return line;
    }

    private ReadOnlySpan<DraftWord> WordsOf(int line) =>
        words.Span.Slice(lines.Span[line].FirstWord, lines.Span[line].WordCount);

    private delegate bool IsOnSide(in DraftWord word);

    /// <summary>What stands on one side of a gutter.</summary>
    private sealed class Side
    {
        private float start = float.MaxValue;
        private float end = float.MinValue;
        private float filled;
        private float size;
        private int lineCount;
        private int wordCount;
        private int numberCount;

        public bool IsRunningText => lineCount >= MinimumLines
            && end - start >= MinimumWidth * size
            && filled >= MinimumFill * lineCount * (end - start)
            && numberCount * 5 <= wordCount;

        public void Add(ReadOnlySpan<DraftWord> words, ReadOnlySpan<LineGlyph> glyphs, float lineSize, IsOnSide isOnSide)
        {
            float from = float.MaxValue, to = float.MinValue;
            foreach (ref readonly var word in words)
            {
                if (!isOnSide(word))
                {
                    continue;
                }

                from = Math.Min(from, word.Start);
                to = Math.Max(to, word.End);
                wordCount++;
                var isNumber = true;
                foreach (ref readonly var glyph in glyphs.Slice(word.First, word.Count))
                {
                    isNumber &= glyph.Kind is CharacterKind.Figure or CharacterKind.Leader or CharacterKind.Space;
                }

                numberCount += isNumber ? 1 : 0;
            }

            if (from <= to)
            {
                lineCount++;
                filled += to - from;
                start = Math.Min(start, from);
                end = Math.Max(end, to);
                size = Math.Max(size, lineSize);
            }
        }
    }
}
