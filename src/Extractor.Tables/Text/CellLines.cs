using System.Text;
using Extractor.Model.Layout;
using Extractor.Tables.Aligned;

namespace Extractor.Tables.Text;

/// <summary>The printed lines of one cell, from the glyph runs that stand in it.</summary>
internal static class CellLines
{
    /// <param name="runs">Of one cell, by the height of their centres.</param>
    /// <param name="text">Where a line is put together; used again for the next.</param>
    public static void Build(Span<PlacedRun> runs, ReadOnlySpan<Glyph> glyphs, List<CellLine> lines, StringBuilder text)
    {
        var from = 0;
        while (from < runs.Length)
        {
            // A line is as high as its tallest run: figures set smaller beside Chinese text stand on it too.
            var box = runs[from].Box;
            var to = from + 1;
            while (to < runs.Length && IsOnLine(box, runs[to].Box))
            {
                box = box.Union(runs[to].Box);
                to++;
            }

            var line = runs[from..to];
            line.Sort(static (first, second) =>
            {
                var byLeft = first.Box.Left.CompareTo(second.Box.Left);
                return byLeft != 0 ? byLeft : first.FirstGlyph.CompareTo(second.FirstGlyph);
            });
            lines.Add(ToLine(line, box, glyphs, text));
            from = to;
        }
    }

    /// <summary>They stand on one line: the lower one overlaps the other by enough of its height.</summary>
    public static bool IsOnLine(Box line, Box run)
    {
        var overlap = Math.Min(line.Bottom, run.Bottom) - Math.Max(line.Top, run.Top);
        return overlap >= TextTolerances.LineOverlap * Math.Min(line.Height, run.Height);
    }

    private static CellLine ToLine(ReadOnlySpan<PlacedRun> runs, Box box, ReadOnlySpan<Glyph> glyphs, StringBuilder text)
    {
        text.Clear();
        var last = '\0';
        var largest = 0f;
        var bold = 0;
        var count = 0;
        var wideGaps = 0;
        var lastRight = double.NaN;
        foreach (ref readonly var run in runs)
        {
            // Figures set apart (6 ,1 9 7 .7 3) are one number where the page holds them for one word.
            var isOneNumber = run.IsOneNumber(glyphs);
            var isFirst = true;
            foreach (ref readonly var glyph in glyphs.Slice(run.FirstGlyph, run.GlyphCount))
            {
                if (string.IsNullOrWhiteSpace(glyph.Text))
                {
                    continue;
                }

                if (text.Length > 0 && (isFirst || !isOneNumber) &&
                    IsSpaced(last, glyph.Text[0], glyph.Box.Left - lastRight, glyph.FontSize))
                {
                    text.Append(' ');
                }

                isFirst = false;
                wideGaps += glyph.Box.Left - lastRight > AlignedTolerances.ColumnGap * glyph.FontSize ? 1 : 0;
                text.Append(glyph.Text);
                last = glyph.Text[^1];
                lastRight = glyph.Box.Right;
                largest = Math.Max(largest, glyph.FontSize);
                bold += glyph.IsBold ? 1 : 0;
                count++;
            }
        }

        return new CellLine(text.ToString(), box, largest, bold * 2 > count, wideGaps);
    }

    /// <summary>
    /// Chinese text knows no spaces: a gap in it is layout (合　计), and so is one beside its brackets, which take half of an em
    /// (维修（护）费). Between it and figures a gap has to be wide.
    /// </summary>
    private static bool IsSpaced(char before, char after, double gap, float fontSize)
    {
        var ideographs = (Characters.IsIdeographic(before) ? 1 : 0) + (Characters.IsIdeographic(after) ? 1 : 0);
        return ideographs switch
        {
            0 => gap > TextTolerances.WordGap * fontSize,
            1 => gap > TextTolerances.FigureGap * fontSize && before is not ('(' or ')') && after is not ('(' or ')'),
            _ => false,
        };
    }
}
