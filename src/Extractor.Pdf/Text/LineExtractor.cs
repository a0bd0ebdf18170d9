using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>Makes words and lines of the visible glyphs of a page and puts them into reading order.</summary>
internal sealed class LineExtractor : IDisposable
{
    /// <summary>Baselines that differ by less than this part of the em are one.</summary>
    private const float SameBaseline = 0.3f;

    private static readonly PdfRectangle Nothing = new(float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);

    private readonly PageCanvas canvas;
    private readonly PooledList<Ruling> rulings;
    private readonly PooledList<Glyph> glyphs;
    private readonly PooledList<Word> words;
    private readonly PooledList<TextLine> lines;
    private readonly PooledList<LineGlyph> drawn = new();
    private readonly PooledList<LineGlyph> sorted = new();
    private readonly PooledList<Fragment> fragments = new();
    private readonly PooledList<DraftWord> draftWords = new();
    private readonly PooledList<DraftLine> draftLines = new();
    private readonly PooledList<int> stray = new();
    private readonly PooledList<float> lineSizes = new();
    private readonly WordExtractor cutter;
    private bool hasRightToLeft;

    public LineExtractor(PageCanvas canvas, PageLayoutAnalysis layout)
    {
        this.canvas = canvas;
        rulings = layout.Rulings;
        glyphs = layout.Glyphs;
        words = layout.Words;
        lines = layout.Lines;
        cutter = new WordExtractor(canvas.Glyphs, sorted, draftWords, stray);
    }

    public void Extract()
    {
        foreach (var direction in Directions())
        {
            Extract(direction);
        }

        var placed = canvas.Glyphs.Span;
        foreach (var index in stray.Span)
        {
            ref readonly var glyph = ref placed[index];
            glyphs.Add(ToGlyph(glyph, glyph.Flags));
        }
    }

    public void Dispose()
    {
        drawn.Dispose();
        sorted.Dispose();
        fragments.Dispose();
        draftWords.Dispose();
        draftLines.Dispose();
        stray.Dispose();
        lineSizes.Dispose();
        cutter.Dispose();
    }

    public static Glyph ToGlyph(in PlacedGlyph glyph, GlyphFlags flags) =>
        new(glyph.Text, glyph.Box, glyph.FontSize, glyph.Angle, flags, glyph.Rgb, glyph.FontName);

    private static bool IsText(in PlacedGlyph glyph) =>
        (glyph.Flags & (GlyphFlags.Hidden | GlyphFlags.Watermark)) == 0 && glyph.Text.Length > 0;

    /// <summary>The directions of the page's text, the most frequent first.</summary>
    private List<TextDirection> Directions()
    {
        var upright = 0;
        Dictionary<TextDirection, int>? others = null;
        foreach (ref readonly var glyph in canvas.Glyphs.Span)
        {
            if (!IsText(glyph))
            {
                continue;
            }

            if (glyph.Angle == 0 && (glyph.Flags & GlyphFlags.Vertical) == 0)
            {
                upright++;
                continue;
            }

            others ??= [];
            var direction = TextDirection.Of(glyph);
            others[direction] = others.GetValueOrDefault(direction) + 1;
        }

        if (others is null)
        {
            return upright > 0 ? [new TextDirection(0, false)] : [];
        }

        var main = new TextDirection(0, false);
        others[main] = others.GetValueOrDefault(main) + upright;
        return [.. others.OrderByDescending(p => p.Value).ThenBy(p => p.Key.Degrees).ThenBy(p => p.Key.IsVertical).Select(p => p.Key)];
    }

    private void Extract(TextDirection direction)
    {
        drawn.Clear();
        sorted.Clear();
        fragments.Clear();
        draftWords.Clear();
        draftLines.Clear();
        CollectFragments(direction);
        fragments.Span.Sort(static (a, b) => a.Base.CompareTo(b.Base) is var order and not 0 ? order : a.First.CompareTo(b.First));
        cutter.SetBarriers(rulings.Span, direction);
        AssignLines();
        var span = fragments.Span;
        var start = 0;
        while (start < span.Length)
        {
            var end = start + 1;
            while (end < span.Length && span[end].Line == span[start].Line)
            {
                end++;
            }

            AddLine(span[start..end]);
            start = end;
        }

        Emit(new ReadingOrder(draftLines, draftWords, sorted, rulings, direction).Find());
    }

    /// <summary>Fragments whose baselines are one form a line; small print goes to the line it belongs to.</summary>
    private void AssignLines()
    {
        lineSizes.Clear();
        var span = fragments.Span;
        var hasSmallPrint = false;
        var first = 0;
        for (var i = 0; i < span.Length; i++)
        {
            if (i == 0 || span[i].Base - span[first].Base > SameBaseline * Math.Min(span[i].Size, span[first].Size))
            {
                first = i;
                lineSizes.Add(0);
            }

            span[i].Line = lineSizes.Count - 1;
            ref var size = ref lineSizes.Span[^1];
            size = Math.Max(size, span[i].Size);
            hasSmallPrint |= span[i].Size < 0.9f * lineSizes.Span[0] || span[i].Size > 1.1f * lineSizes.Span[0];
        }

        if (hasSmallPrint)
        {
            RaisedText.Attach(span, drawn.Span, lineSizes.Span);
            span.Sort(static (a, b) => a.Line.CompareTo(b.Line));
        }
    }

    private void CollectFragments(TextDirection direction)
    {
        var placed = canvas.Glyphs.Span;
        var isMain = direction is { Degrees: 0, IsVertical: false };
        Fragment current = default;
        var last = 0f;
        for (var i = 0; i < placed.Length; i++)
        {
            ref readonly var glyph = ref placed[i];
            if (!IsText(glyph) || (isMain ? glyph.Angle != 0 && TextDirection.Of(glyph) != direction : TextDirection.Of(glyph) != direction)
                || (isMain && (glyph.Flags & GlyphFlags.Vertical) != 0))
            {
                continue;
            }

            ref var line = ref drawn.Add();
            line.Index = i;
            line.Start = direction.Along(glyph.X, glyph.Y);
            line.End = line.Start + glyph.Advance;
            line.Base = direction.Across(glyph.X, glyph.Y);
            line.Size = Math.Max(glyph.FontSize, 0.1f);
            line.Kind = CharacterKinds.Of(glyph.Text);
            hasRightToLeft |= line.Kind == CharacterKind.RightToLeft;
            line.IsBold = (glyph.Flags & GlyphFlags.Bold) != 0;
            if (current.Count > 0 && line.Start >= last && Math.Abs(line.Base - current.Base) <= 0.05f * line.Size
                && Math.Abs(line.Size - current.Size) <= 0.05f * line.Size)
            {
                current.Count++;
                current.End = line.End;
            }
            else
            {
                if (current.Count > 0)
                {
                    fragments.Add(current);
                }

                current = new Fragment
                {
                    First = drawn.Count - 1,
                    Count = 1,
                    Start = line.Start,
                    End = line.End,
                    Base = line.Base,
                    Size = line.Size,
                };
            }

            last = line.Start;
        }

        if (current.Count > 0)
        {
            fragments.Add(current);
        }
    }

    /// <summary>Sorts the glyphs of one baseline and cuts them into words.</summary>
    private void AddLine(Span<Fragment> onLine)
    {
        onLine.Sort(static (a, b) => a.Start.CompareTo(b.Start) is var order and not 0 ? order : a.First.CompareTo(b.First));
        var first = sorted.Count;
        var isSorted = true;
        var last = float.MinValue;
        foreach (ref readonly var fragment in onLine)
        {
            foreach (ref readonly var glyph in drawn.Span.Slice(fragment.First, fragment.Count))
            {
                isSorted &= glyph.Start >= last;
                last = glyph.Start;
                sorted.Add(glyph);
            }
        }

        if (!isSorted)
        {
            sorted.Span[first..].Sort(static (a, b) => a.Start.CompareTo(b.Start) is var order and not 0 ? order
                : a.Index.CompareTo(b.Index));
        }

        var firstWord = draftWords.Count;
        cutter.Cut(first);
        if (draftWords.Count == firstWord)
        {
            return;
        }

        if (hasRightToLeft)
        {
            RightToLeft.Reorder(sorted.Span, draftWords.Span[firstWord..]);
        }

        var line = new DraftLine { FirstWord = firstWord, WordCount = draftWords.Count - firstWord };
        line.Measure(draftWords.Span[firstWord..]);
        draftLines.Add(line);
    }

    private void Emit(List<int> order)
    {
        foreach (var number in order)
        {
            ref readonly var line = ref draftLines.Span[number];
            if (line.WordCount == 0)
            {
                continue;
            }

            var firstWord = words.Count;
            var box = Nothing;
            var bold = 0;
            foreach (ref readonly var word in draftWords.Span.Slice(line.FirstWord, line.WordCount))
            {
                var made = Emit(word);
                box = box.Union(made.Box);
                bold += made.IsBold ? made.GlyphCount : -made.GlyphCount;
                words.Add(made);
            }

            lines.Add(new TextLine(firstWord, words.Count - firstWord, box, line.Size, bold > 0));
        }
    }

    private Word Emit(in DraftWord word)
    {
        var first = glyphs.Count;
        var box = Nothing;
        var bold = 0;
        Emit(word.First, word.Count, ref box, ref bold);
        var count = glyphs.Count - first;
        var nowhere = Nothing;
        var ignored = 0;
        Emit(word.First + word.Count, word.Trailing, ref nowhere, ref ignored);
        return new Word(first, count, box, word.Size, bold > 0);
    }

    private void Emit(int first, int count, ref PdfRectangle box, ref int bold)
    {
        var placed = canvas.Glyphs.Span;
        foreach (ref readonly var glyph in sorted.Span.Slice(first, count))
        {
            ref readonly var source = ref placed[glyph.Index];
            var flags = glyph.IsBold ? source.Flags | GlyphFlags.Bold : source.Flags;
            glyphs.Add(ToGlyph(source, flags));
            box = box.Union(source.Box);
            bold += glyph.IsBold ? 1 : -1;
        }
    }
}
