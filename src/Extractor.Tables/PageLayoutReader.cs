using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extractor.Model.Layout;
using Extractor.Pdf;
using Glyph = Extractor.Model.Layout.Glyph;
using TextLine = Extractor.Model.Layout.TextLine;
using Word = Extractor.Model.Layout.Word;

namespace Extractor.Tables;

/// <summary>From what the PDF library read of a page to the layout that tables and sections are found in.</summary>
internal static class PageLayoutReader
{
    /// <exception cref="PdfException">The page cannot be read.</exception>
    public static PageLayout Read(PdfPage page)
    {
        using var content = page.Read();
        return Read(content, page.Number);
    }

    /// <param name="number">Of the page, from 1.</param>
    public static PageLayout Read(PageContent content, int number) =>
        new(
            number,
            content.Width,
            content.Height,
            content.Rotation,
            GlyphsOf(content),
            WordsOf(content),
            LinesOf(content),
            RulingsOf(content),
            FillsOf(content),
            ImagesOf(content),
            [.. content.Faults]);

    private static ImmutableArray<Glyph> GlyphsOf(PageContent content)
    {
        var source = content.Glyphs;
        var glyphs = new Glyph[source.Length];
        for (var index = 0; index < glyphs.Length; index++)
        {
            ref readonly var glyph = ref source[index];
            glyphs[index] = new Glyph(
                glyph.Text,
                BoxOf(glyph.Box),
                glyph.FontSize,
                (glyph.Flags & GlyphFlags.Bold) != 0,
                (glyph.Flags & GlyphFlags.Hidden) == 0,
                (glyph.Flags & GlyphFlags.Watermark) != 0);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(glyphs);
    }

    private static ImmutableArray<Word> WordsOf(PageContent content)
    {
        var source = content.Words;
        var words = new Word[source.Length];
        for (var index = 0; index < words.Length; index++)
        {
            ref readonly var word = ref source[index];
            words[index] = new Word(
                content.GetText(in word), BoxOf(word.Box), word.FirstGlyph, word.GlyphCount, word.FontSize, word.IsBold);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(words);
    }

    private static ImmutableArray<TextLine> LinesOf(PageContent content)
    {
        var source = content.Lines;
        var lines = new TextLine[source.Length];
        for (var index = 0; index < lines.Length; index++)
        {
            ref readonly var line = ref source[index];
            lines[index] = new TextLine(
                content.GetText(in line), BoxOf(line.Box), line.FirstWord, line.WordCount, line.FontSize, line.IsBold);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }

    private static ImmutableArray<Model.Layout.Ruling> RulingsOf(PageContent content)
    {
        var source = content.Rulings;
        var rulings = new Model.Layout.Ruling[source.Length];
        for (var index = 0; index < rulings.Length; index++)
        {
            ref readonly var ruling = ref source[index];
            rulings[index] = new Model.Layout.Ruling(BoxOf(ruling.Box), ruling.IsHorizontal, ruling.Thickness);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(rulings);
    }

    private static ImmutableArray<Model.Layout.FilledArea> FillsOf(PageContent content)
    {
        var source = content.Fills;
        var fills = new Model.Layout.FilledArea[source.Length];
        for (var index = 0; index < fills.Length; index++)
        {
            fills[index] = new Model.Layout.FilledArea(BoxOf(source[index].Box), source[index].Rgb);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fills);
    }

    private static ImmutableArray<PageImage> ImagesOf(PageContent content)
    {
        var images = ImmutableArray.CreateBuilder<PageImage>(content.Images.Count);
        foreach (var image in content.Images)
        {
            images.Add(new PageImage(BoxOf(image.Box), image.PixelWidth, image.PixelHeight, image.Format));
        }

        return images.MoveToImmutable();
    }

    private static Box BoxOf(PdfRectangle rectangle) => new(rectangle.Left, rectangle.Top, rectangle.Right, rectangle.Bottom);
}
