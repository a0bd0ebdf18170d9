using System.Globalization;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Text;

/// <summary>What holds of every page, tried on a sample of the published ones.</summary>
public sealed class PublishedPageTests
{
    private const int Step = 20;

    [Fact]
    public void Read_PublishedPages_WordsAndLinesAreWhole()
    {
        Assert.SkipUnless(SharedCorpus.Folder is not null, "The shared corpus is not present.");
        var faults = new List<string>();
        var pages = 0;
        foreach (var file in SharedCorpus.Readable)
        {
            var document = PdfDocument.Open(File.ReadAllBytes(file));
            for (var number = 1; number <= document.PageCount; number += Step)
            {
                using var content = document.GetPage(number).Read();
                pages++;
                if (Check(content) is { } fault)
                {
                    faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} page {number}: {fault}"));
                }
            }
        }

        Assert.Empty(faults);
        Assert.True(pages > 300, $"only {pages} pages were read");
    }

    private static string? Check(PageContent content)
    {
        var nextWord = 0;
        foreach (ref readonly var line in content.Lines)
        {
            if (line.FirstWord != nextWord || line.WordCount == 0)
            {
                return "the words of the lines do not follow each other";
            }

            nextWord += line.WordCount;
            foreach (ref readonly var word in content.Words.Slice(line.FirstWord, line.WordCount))
            {
                if (!Contains(line.Box, word.Box))
                {
                    return "a word stands outside its line";
                }
            }
        }

        if (nextWord != content.Words.Length)
        {
            return "words without a line";
        }

        var nextGlyph = 0;
        foreach (ref readonly var word in content.Words)
        {
            if (word.FirstGlyph < nextGlyph || word.GlyphCount == 0)
            {
                return "words overlap";
            }

            nextGlyph = word.FirstGlyph + word.GlyphCount;
            foreach (ref readonly var glyph in content.Glyphs.Slice(word.FirstGlyph, word.GlyphCount))
            {
                if (!Contains(word.Box, glyph.Box) || (glyph.Flags & (GlyphFlags.Hidden | GlyphFlags.Watermark)) != 0)
                {
                    return $"a glyph of the word {content.GetText(word)} is hidden or stands outside it";
                }
            }
        }

        // What is in no word is blank, hidden or a watermark.
        var inWords = content.Words.ToArray().Sum(w => w.GlyphCount);
        var visible = content.Glyphs.ToArray().Count(g =>
            (g.Flags & (GlyphFlags.Hidden | GlyphFlags.Watermark)) == 0 && !string.IsNullOrWhiteSpace(g.Text));
        return visible > inWords ? "visible glyphs without a word" : null;
    }

    private static bool Contains(PdfRectangle outer, PdfRectangle inner) =>
        inner.Left >= outer.Left && inner.Top >= outer.Top && inner.Right <= outer.Right && inner.Bottom <= outer.Bottom;
}
