using System.Collections.Immutable;
using System.Text;
using Extractor.Model.Documents;
using Extractor.Model.Layout;

namespace Extractor.Extracting.Printed;

/// <summary>What is printed on a page, before anybody asked what it is: its visible characters and its numbers.</summary>
internal static class PrintedText
{
    public static PrintedPage Of(PageLayout page)
    {
        var text = new StringBuilder(page.Glyphs.Length);
        var numbers = ImmutableArray.CreateBuilder<PrintedNumber>();
        foreach (ref readonly var word in page.Words.AsSpan())
        {
            var hasPoint = false;
            foreach (var character in word.Text)
            {
                if (!char.IsWhiteSpace(character))
                {
                    text.Append(character);
                    hasPoint |= character is '.' or ',';
                }
            }

            if (hasPoint)
            {
                AddNumbers(page.Glyphs.AsSpan(word.FirstGlyph, word.GlyphCount), numbers);
            }
        }

        return new PrintedPage(text.ToString(), numbers.ToImmutable(), []);
    }

    private static void AddNumbers(ReadOnlySpan<Glyph> glyphs, ImmutableArray<PrintedNumber>.Builder numbers)
    {
        var start = 0;
        while (start < glyphs.Length)
        {
            var end = start;
            while (end < glyphs.Length && IsOfNumber(glyphs[end].Text))
            {
                end++;
            }

            if (end > start)
            {
                Add(glyphs[start..end], numbers);
            }

            start = end + 1;
        }
    }

    private static void Add(ReadOnlySpan<Glyph> glyphs, ImmutableArray<PrintedNumber>.Builder numbers)
    {
        var text = new char[glyphs.Length];
        for (var index = 0; index < glyphs.Length; index++)
        {
            text[index] = glyphs[index].Text[0];
        }

        foreach (var range in SeparatedNumbers.In(text))
        {
            var box = glyphs[range.Start].Box;
            foreach (ref readonly var glyph in glyphs[range])
            {
                box = box.Union(glyph.Box);
            }

            numbers.Add(new PrintedNumber(new string(text.AsSpan()[range]), box.Rounded()));
        }
    }

    private static bool IsOfNumber(string text) => text.Length == 1 && (char.IsAsciiDigit(text[0]) || text[0] is '.' or ',');
}
