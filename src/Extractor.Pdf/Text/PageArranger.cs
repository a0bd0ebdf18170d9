using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>Makes words and lines of the glyphs of a page and puts them into reading order.</summary>
internal static class PageArranger
{
    public static PageContent Arrange(PageCanvas canvas)
    {
        var rulings = RulingJoiner.Join(canvas);
        var fills = new PooledList<FilledArea>();
        foreach (ref readonly var area in canvas.Areas.Span)
        {
            if (area.HidesBelow && !area.IsImage)
            {
                fills.Add(new FilledArea(area.Box, area.Color.Rgb));
            }
        }

        var glyphs = new PooledList<Glyph>();
        var words = new PooledList<Word>();
        var lines = new PooledList<TextLine>();
        var placed = canvas.Glyphs.Span;
        using (var arranger = new TextArranger(canvas, rulings, glyphs, words, lines))
        {
            arranger.Arrange();
        }

        foreach (ref readonly var glyph in placed)
        {
            if ((glyph.Flags & (GlyphFlags.Hidden | GlyphFlags.Watermark)) != 0 && glyph.Text.Length > 0)
            {
                glyphs.Add(new Glyph(glyph.Text, glyph.Box, glyph.FontSize, glyph.Angle, glyph.Flags));
            }
        }

        return new PageContent(glyphs, words, lines, rulings, fills, canvas.Images, canvas.Faults);
    }
}
