using Extractor.Model.Layout;
using Extractor.Tables.Text;

namespace Extractor.Tables.Aligned;

/// <summary>
/// A column of amounts set to the right and one of names set to the left may touch: 11224.41一、社会保障和就业支出. Amounts of several lengths end at
/// one place, the names behind them begin at one place, and nothing stands close before: running text shows that by chance only.
/// </summary>
internal static class TouchingColumns
{
    /// <summary>Cuts the words where two columns touch.</summary>
    /// <returns>The first glyph of each name behind such an amount.</returns>
    public static HashSet<int> Part(List<Word> words, PageLayout page)
    {
        var touching = new List<(int Word, int Glyph, double Right, double Left)>();
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            var amountEnd = AmountEnd(word.Text);
            if (amountEnd == 0 || !IsApart(word, words))
            {
                continue;
            }

            if (amountEnd < word.Text.Length && NameBehindAmount(word, amountEnd, page) is { } glyph)
            {
                touching.Add((index, glyph, page.Glyphs[glyph - 1].Box.Right, page.Glyphs[glyph].Box.Left));
            }
            else if (amountEnd == word.Text.Length && words.FindIndex(other => IsCloseBehind(word, other)) is >= 0 and var name)
            {
                touching.Add((index, words[name].FirstGlyph, word.Box.Right, words[name].Box.Left));
            }
        }

        var names = new HashSet<int>();
        for (var index = touching.Count - 1; index >= 0; index--)
        {
            var (at, glyph, right, left) = touching[index];
            var alike = touching.FindAll(other => Math.Abs(other.Right - right) <= AlignedTolerances.TouchingEdge
                && Math.Abs(other.Left - left) <= AlignedTolerances.TouchingEdge);

            // Numbers of one length that begin their lines end at one place too.
            if (alike.Exists(other => Math.Abs(words[other.Word].Box.Left - words[at].Box.Left) > AlignedTolerances.TouchingEdge))
            {
                var word = words[at];
                var end = word.FirstGlyph + word.GlyphCount;
                if (glyph > word.FirstGlyph && glyph < end)
                {
                    words[at] = Of(word, word.FirstGlyph, glyph, page);
                    words.Insert(at + 1, Of(word, glyph, end, page));
                }

                names.Add(glyph);
            }
        }

        return names;
    }

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

    /// <summary>A name, or a code in brackets before one, that stands less than a column's gap behind an amount.</summary>
    private static bool IsCloseBehind(Word amount, Word name) =>
        name.Box.Left - amount.Box.Right is > AlignedTolerances.NarrowestChannel and var gap
        && gap <= AlignedTolerances.ColumnGap * amount.FontSize && !char.IsAsciiDigit(name.Text[0])
        && name.Box.Top < amount.Box.CentreY && name.Box.Bottom > amount.Box.CentreY;

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

    /// <summary>Nothing stands close before it: in a newspaper's columns too, numbers end where the next column begins.</summary>
    private static bool IsApart(Word amount, List<Word> words) => !words.Exists(word =>
        word.Box.Left < amount.Box.Left && amount.Box.Left - word.Box.Right < AlignedTolerances.ColumnGap * amount.FontSize
        && word.Box.Top < amount.Box.CentreY && word.Box.Bottom > amount.Box.CentreY);

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
}
