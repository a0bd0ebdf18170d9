using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>Cuts the sorted glyphs of a line into words as a reader sees them.</summary>
internal sealed class WordExtractor(
    PooledList<PlacedGlyph> placed, PooledList<LineGlyph> sorted, PooledList<DraftWord> words, PooledList<int> stray) : IDisposable
{
    // Gaps that end a word, in parts of the em. A space between words is a quarter of an em or more; ideographs in
    // justified lines stand up to a third apart, and producers leave about a quarter between ideographs and figures.
    private const float GapOfIdeographs = 0.55f;
    private const float GapOfMixed = 0.6f;
    private const float GapOfFigures = 0.25f;
    private const float GapOfLetters = 0.2f;

    /// <summary>A printed space between two ideographs ends a word from this gap on.</summary>
    private const float GapOfSpacedIdeographs = 0.3f;

    /// <summary>A glyph over the same glyph at less than this part of the em is the same, printed twice for boldness.</summary>
    private const float TwicePrinted = 0.12f;

    /// <summary>As <see cref="TwicePrinted"/>, across the line.</summary>
    private const float TwicePrintedAcross = 0.2f;

    /// <summary>Marks that are set among ideographs and Latin letters fill an em there, less than this part of it here.</summary>
    private const float NarrowMark = 0.7f;

    /// <summary>Part of its width that a space needs between two glyphs, if it was drawn apart from them.</summary>
    private const float RoomOfSpace = 0.5f;

    /// <summary>Rulings that are looked at; a real page has some hundreds.</summary>
    private const int MaximumBarriers = 4000;

    private readonly PooledList<Barrier> barriers = new();

    /// <summary>Places of the rulings that cross the line in hand, ascending.</summary>
    private readonly PooledList<float> crossings = new();

    /// <summary>A ruling across the direction of the text.</summary>
    private readonly record struct Barrier(float Along, float From, float To);

    public void Dispose()
    {
        barriers.Dispose();
        crossings.Dispose();
    }

    public void SetBarriers(ReadOnlySpan<Ruling> rulings, TextDirection direction)
    {
        barriers.Clear();
        if (direction.Degrees % 90 != 0)
        {
            return;
        }

        foreach (ref readonly var ruling in rulings)
        {
            if (ruling.IsHorizontal != direction.IsHorizontal && barriers.Count < MaximumBarriers)
            {
                var box = ruling.Box;
                var a = direction.Across(box.Left, box.Top);
                var b = direction.Across(box.Right, box.Bottom);
                barriers.Add(new Barrier(direction.Along(box.Left, box.Top), Math.Min(a, b), Math.Max(a, b)));
            }
        }

        barriers.Span.Sort(static (a, b) => a.Along.CompareTo(b.Along));
    }

    /// <summary>Cuts the glyphs from <paramref name="first"/> to the end of the sorted ones.</summary>
    public void Cut(int first)
    {
        RemoveTwicePrinted(first);
        RemoveFillingSpaces(first);
        var glyphs = sorted.Span;
        FindCrossings(glyphs[first..]);
        DraftWord word = default;
        var hasSpace = false;
        for (var i = first; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            if (glyph.Kind == CharacterKind.Space)
            {
                if (word.Count == 0)
                {
                    stray.Add(glyph.Index);
                }
                else
                {
                    word.Trailing++;
                    hasSpace = true;
                }

                continue;
            }

            if (word.Count > 0)
            {
                ref readonly var last = ref glyphs[word.First + word.Count - 1];
                if (IsBreak(glyphs, last, i, hasSpace))
                {
                    words.Add(word);
                    word = default;
                }
            }

            if (word.Count == 0)
            {
                word = new DraftWord { First = i, Count = 1, Start = glyph.Start, End = glyph.End, Base = glyph.Base, Size = glyph.Size };
            }
            else
            {
                // Spaces within a word are glyphs of it.
                word.Count += word.Trailing + 1;
                word.Trailing = 0;
                word.End = Math.Max(word.End, glyph.End);
                if (glyph.Size > word.Size)
                {
                    word.Size = glyph.Size;
                    word.Base = glyph.Base;
                }
            }

            hasSpace = false;
        }

        if (word.Count > 0)
        {
            words.Add(word);
        }
    }

    private bool IsBreak(ReadOnlySpan<LineGlyph> glyphs, in LineGlyph last, int next, bool hasSpace)
    {
        ref readonly var glyph = ref glyphs[next];
        var size = Math.Min(last.Size, glyph.Size);
        var gap = glyph.Start - last.End;
        if (IsParted(last, glyph))
        {
            return true;
        }

        if (last.Kind == CharacterKind.Ideographic && glyph.Kind == CharacterKind.Ideographic)
        {
            return gap > (hasSpace ? GapOfSpacedIdeographs : GapOfIdeographs) * size;
        }

        if (IsLeader(glyphs, next) != IsLeader(glyphs, next - 1))
        {
            return true;
        }

        if (last.Kind == CharacterKind.Ideographic || glyph.Kind == CharacterKind.Ideographic)
        {
            // Quotation marks and dashes of Latin text, which are narrow there, are parted from its words by spaces.
            if (hasSpace && (IsNarrowBeside(last, glyph) || IsNarrowBeside(glyph, last)))
            {
                return gap > 0.1f * size;
            }

            return gap > GapOfMixed * Math.Max(last.Size, glyph.Size);
        }

        var isNumber = last.Kind is CharacterKind.Figure or CharacterKind.Leader && glyph.Kind is CharacterKind.Figure
            or CharacterKind.Leader;
        return hasSpace ? gap > 0.1f * size : gap > (isNumber ? GapOfFigures : GapOfLetters) * size;
    }

    private static bool IsNarrowBeside(in LineGlyph mark, in LineGlyph letter) =>
        mark.Kind == CharacterKind.Ideographic && letter.Kind == CharacterKind.Letter && mark.End - mark.Start < NarrowMark * mark.Size;

    /// <summary>Three dots or more in a row lead the eye to a page number; fewer belong to the text.</summary>
    private static bool IsLeader(ReadOnlySpan<LineGlyph> glyphs, int at)
    {
        if (glyphs[at].Kind != CharacterKind.Leader)
        {
            return false;
        }

        var count = 1;
        for (var i = at - 1; i >= 0 && count < 3 && glyphs[i].Kind == CharacterKind.Leader; i--)
        {
            count++;
        }

        for (var i = at + 1; i < glyphs.Length && count < 3 && glyphs[i].Kind == CharacterKind.Leader; i++)
        {
            count++;
        }

        return count >= 3;
    }

    private void FindCrossings(ReadOnlySpan<LineGlyph> line)
    {
        crossings.Clear();
        if (line.IsEmpty)
        {
            return;
        }

        var middle = line[0].Base - (0.35f * line[0].Size);
        foreach (ref readonly var barrier in barriers.Span)
        {
            if (barrier.From <= middle && barrier.To >= middle)
            {
                crossings.Add(barrier.Along);
            }
        }
    }

    /// <summary>A ruling stands between the middles of the two glyphs.</summary>
    private bool IsParted(in LineGlyph last, in LineGlyph glyph)
    {
        if (crossings.Count == 0)
        {
            return false;
        }

        var span = crossings.Span;
        var at = span.BinarySearch((last.Start + last.End) / 2);
        at = at < 0 ? ~at : at + 1;
        return at < span.Length && span[at] < (glyph.Start + glyph.End) / 2;
    }

    /// <summary>
    /// Some producers lay runs of spaces over a line that is set glyph by glyph. A space that was drawn apart from the glyphs it
    /// stands between, and for which they leave no room, tells nothing.
    /// </summary>
    private void RemoveFillingSpaces(int first)
    {
        var glyphs = sorted.Span;
        var kept = first;
        var last = -1;
        for (var i = first; i < glyphs.Length; i++)
        {
            if (glyphs[i].Kind != CharacterKind.Space)
            {
                last = kept;
                glyphs[kept++] = glyphs[i];
                continue;
            }

            var next = i + 1;
            while (next < glyphs.Length && glyphs[next].Kind == CharacterKind.Space)
            {
                next++;
            }

            for (; i < next; i++)
            {
                if (last >= 0 && next < glyphs.Length && IsFilling(glyphs[i], glyphs[last], glyphs[next]))
                {
                    stray.Add(glyphs[i].Index);
                }
                else
                {
                    glyphs[kept++] = glyphs[i];
                }
            }

            i--;
        }

        sorted.CutTo(kept);
    }

    private static bool IsFilling(in LineGlyph space, in LineGlyph last, in LineGlyph next)
    {
        var isDrawnBetween = space.Index > Math.Min(last.Index, next.Index) && space.Index < Math.Max(last.Index, next.Index);
        return !isDrawnBetween && next.Start - last.End < RoomOfSpace * (space.End - space.Start);
    }

    /// <summary>Keeps one of the glyphs that are printed over each other, as bold.</summary>
    private void RemoveTwicePrinted(int first)
    {
        var glyphs = sorted.Span;
        var texts = placed.Span;
        var kept = first;
        for (var i = first; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            var isTwin = false;
            for (var k = kept - 1; k >= first && k >= kept - 4; k--)
            {
                ref var earlier = ref glyphs[k];
                var distance = glyph.Start - earlier.Start;
                if (distance > TwicePrinted * glyph.Size)
                {
                    break;
                }

                if (distance < 0.4f * (glyph.End - glyph.Start) + 0.01f
                    && Math.Abs(glyph.Base - earlier.Base) <= TwicePrintedAcross * glyph.Size
                    && Math.Abs(glyph.Size - earlier.Size) <= 0.1f * glyph.Size
                    && string.Equals(texts[glyph.Index].Text, texts[earlier.Index].Text, StringComparison.Ordinal))
                {
                    earlier.IsBold |= glyph.Kind != CharacterKind.Space;
                    isTwin = true;
                    break;
                }
            }

            if (!isTwin)
            {
                glyphs[kept++] = glyph;
            }
        }

        sorted.CutTo(kept);
    }
}
