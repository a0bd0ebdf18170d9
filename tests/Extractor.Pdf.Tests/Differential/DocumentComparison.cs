namespace Extractor.Pdf.Tests.Differential;

/// <summary>Compares pages of one document.</summary>
internal static class DocumentComparison
{
    /// <param name="file">A PDF that opens.</param>
    /// <param name="document">The same, opened.</param>
    public static IEnumerable<(int Page, PageComparison Comparison)> Compare(string file, PdfDocument document, int first, int last)
    {
        var poppler = OtherReaders.Poppler(file, first, last);
        var mutool = OtherReaders.Mutool(file, first, last);
        for (var number = first; number <= last; number++)
        {
            var (onPage, atEdge) = Own(document, number);
            yield return (number, PageComparison.Of(
                onPage, atEdge, PageOf(poppler, number - first), PageOf(mutool, number - first)));
        }
    }

    /// <summary>
    /// All glyphs on the page, hidden ones too, as the other readers tell no difference; apart from them those that the
    /// edge of the page cuts: each reader has its own rule for these.
    /// </summary>
    private static (List<ReadCharacter> OnPage, List<ReadCharacter> AtEdge) Own(PdfDocument document, int number)
    {
        var characters = new List<ReadCharacter>();
        var atEdge = new List<ReadCharacter>();
        try
        {
            var page = document.GetPage(number);
            using var content = page.Read();
            foreach (ref readonly var glyph in content.Glyphs)
            {
                var box = glyph.Box;
                if (box.Left >= 0 && box.Right <= page.Width && box.Top >= 0 && box.Bottom <= page.Height)
                {
                    ReadCharacters.Add(characters, glyph.Text, box);
                }
                else if (box.Right > 0 && box.Left < page.Width && box.Bottom > 0 && box.Top < page.Height)
                {
                    ReadCharacters.Add(atEdge, glyph.Text, box);
                }
            }
        }
        catch (PdfException)
        {
            // A page that cannot be read has no characters: it differs from the other readers'.
        }

        return (characters, atEdge);
    }

    private static List<ReadCharacter> PageOf(List<List<ReadCharacter>> pages, int index) =>
        index < pages.Count ? pages[index] : [];
}
