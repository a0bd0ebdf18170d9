namespace Extractor.Pdf.Text;

/// <summary>
/// Hebrew and Arabic are set from right to left; what is read from left to right on the page is put into the order in which it is
/// read aloud. Figures and Latin letters between them keep theirs (the embedding levels of Unicode Annex 9, one deep).
/// </summary>
internal static class RightToLeft
{
    /// <summary>Puts the glyphs of each word and the words of a line into logical order.</summary>
    public static void Reorder(Span<LineGlyph> glyphs, Span<DraftWord> words)
    {
        int forwards = 0, backwards = 0;
        foreach (ref readonly var word in words)
        {
            var isBackwards = ReorderWord(glyphs.Slice(word.First, word.Count));
            backwards += isBackwards ? word.Count : 0;
            forwards += isBackwards || !HasLetter(glyphs.Slice(word.First, word.Count)) ? 0 : word.Count;
        }

        if (backwards <= forwards)
        {
            return;
        }

        words.Reverse();
        for (var first = 0; first < words.Length;)
        {
            var end = first;
            while (end < words.Length && !IsBackwards(glyphs.Slice(words[end].First, words[end].Count)))
            {
                end++;
            }

            words[first..end].Reverse();
            first = end + 1;
        }
    }

    private static bool ReorderWord(Span<LineGlyph> word)
    {
        if (!IsBackwards(word))
        {
            return false;
        }

        word.Reverse();
        for (var first = 0; first < word.Length;)
        {
            var end = first;
            while (end < word.Length && word[end].Kind is CharacterKind.Figure or CharacterKind.Leader or CharacterKind.Letter)
            {
                end++;
            }

            word[first..end].Reverse();
            first = end + 1;
        }

        return true;
    }

    private static bool IsBackwards(ReadOnlySpan<LineGlyph> glyphs) => Has(glyphs, CharacterKind.RightToLeft);

    private static bool HasLetter(ReadOnlySpan<LineGlyph> glyphs) =>
        Has(glyphs, CharacterKind.Letter) || Has(glyphs, CharacterKind.Ideographic);

    private static bool Has(ReadOnlySpan<LineGlyph> glyphs, CharacterKind kind)
    {
        foreach (ref readonly var glyph in glyphs)
        {
            if (glyph.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }
}
