using Extractor.Model.Layout;
using Extractor.Tables.Text;

namespace Extractor.Tables.Aligned;

/// <summary>
/// A column of amounts set to the right and one of names set to the left may touch: 11224.41一、社会保障和就业支出. Amounts of several lengths end at
/// one place, the names behind them begin at one place, and nothing stands close before: running text shows that by chance only.
/// </summary>
internal static class TouchingColumns
{
    /// <summary>So many of the amounts that end nearest are looked at: a page may hold any number.</summary>
    private const int MostNeighbours = 64;

    /// <summary>Cuts the words where two columns touch.</summary>
    /// <param name="lines">The words of each height, from left to right.</param>
    /// <returns>The first glyph of each name behind such an amount.</returns>
    public static HashSet<int> Part(List<List<Word>> lines, PageLayout page)
    {
        var touching = new List<Touch>();
        for (var line = 0; line < lines.Count; line++)
        {
            for (var index = 0; index < lines[line].Count; index++)
            {
                if (NameBehind(lines[line], index, page) is { } name)
                {
                    touching.Add(name with { Line = line });
                }
            }
        }

        touching.Sort(static (first, second) =>
            (first.Right, first.Line, first.Index).CompareTo((second.Right, second.Line, second.Index)));
        var cut = Enumerable.Range(0, touching.Count).Where(index => IsColumn(touching, index)).Select(index => touching[index]).ToList();
        foreach (var touch in cut.OrderByDescending(static touch => touch.Index))
        {
            var words = lines[touch.Line];
            var word = words[touch.Index];
            var end = word.FirstGlyph + word.GlyphCount;
            if (touch.Name > word.FirstGlyph && touch.Name < end)
            {
                words[touch.Index] = Of(word, word.FirstGlyph, touch.Name, page);
                words.Insert(touch.Index + 1, Of(word, touch.Name, end, page));
            }
        }

        return [.. cut.Select(static touch => touch.Name)];
    }

    /// <summary>
    /// The name that stands in the word of an amount or close behind it; null where the word is no amount apart from others.
    /// </summary>
    private static Touch? NameBehind(List<Word> line, int index, PageLayout page)
    {
        var word = line[index];
        var amountEnd = AmountEnd(word.Text);
        var gap = AlignedTolerances.ColumnGap * word.FontSize;

        // In a newspaper's columns too, numbers end where the next column begins.
        if (amountEnd == 0 || (index > 0 && word.Box.Left - line[index - 1].Box.Right < gap))
        {
            return null;
        }

        if (amountEnd < word.Text.Length)
        {
            return NameBehindAmount(word, amountEnd, page) is { } glyph
                ? new Touch(0, index, glyph, word.Box.Left, page.Glyphs[glyph - 1].Box.Right, page.Glyphs[glyph].Box.Left) : null;
        }

        return index + 1 < line.Count && line[index + 1] is var next && !char.IsAsciiDigit(next.Text[0])
            && next.Box.Left - word.Box.Right is > AlignedTolerances.NarrowestChannel and var apart && apart <= gap
            ? new Touch(0, index, next.FirstGlyph, word.Box.Left, word.Box.Right, next.Box.Left) : null;
    }

    /// <summary>
    /// Another amount ends there before a name that begins there, and is longer or shorter: numbers of one length that begin their lines
    /// end at one place too.
    /// </summary>
    private static bool IsColumn(List<Touch> byRight, int index)
    {
        var touch = byRight[index];
        for (var step = -1; step <= 1; step += 2)
        {
            for (var count = 1; count <= MostNeighbours; count++)
            {
                var other = index + (step * count);
                if (other < 0 || other >= byRight.Count || !IsNear(byRight[other].Right, touch.Right))
                {
                    break;
                }

                if (IsNear(byRight[other].NameLeft, touch.NameLeft) && !IsNear(byRight[other].Left, touch.Left))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsNear(double first, double second) => Math.Abs(first - second) <= AlignedTolerances.TouchingEdge;

    /// <summary>How many characters of a word are the amount with decimals that it begins with.</summary>
    private static int AmountEnd(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && Characters.IsNumeric(text[end]))
        {
            end++;
        }

        return text[..end].Contains('.') && Characters.IsOneNumber(text[..end]) ? end : 0;
    }

    /// <summary>The first glyph of the name that stands behind an amount in one word, a little apart from it.</summary>
    private static int? NameBehindAmount(Word word, int amountEnd, PageLayout page)
    {
        if (!Characters.IsIdeographic(word.Text[amountEnd]))
        {
            return null;
        }

        var glyph = word.FirstGlyph;
        for (var length = 0; length < amountEnd && glyph < word.FirstGlyph + word.GlyphCount; glyph++)
        {
            length += page.Glyphs[glyph].Text.Length;
        }

        return glyph < word.FirstGlyph + word.GlyphCount
            && page.Glyphs[glyph].Box.Left - page.Glyphs[glyph - 1].Box.Right > AlignedTolerances.NarrowestChannel ? glyph : null;
    }

    private static Word Of(Word whole, int first, int end, PageLayout page)
    {
        var box = page.Glyphs[first].Box;
        var text = string.Empty;
        for (var glyph = first; glyph < end; glyph++)
        {
            box = box.Union(page.Glyphs[glyph].Box);
            text += page.Glyphs[glyph].Text;
        }

        return whole with { Text = text, Box = box, FirstGlyph = first, GlyphCount = end - first };
    }

    /// <summary>An amount with a name close behind it.</summary>
    /// <param name="Name">The first glyph of the name.</param>
    /// <param name="Left">Where the amount begins; <paramref name="Right"/> where it ends.</param>
    private readonly record struct Touch(int Line, int Index, int Name, double Left, double Right, double NameLeft);
}
