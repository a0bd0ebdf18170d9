using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>The words, lines and rulings of a page, glyphs in reading order.</summary>
internal sealed class PageLayoutAnalysis : IDisposable
{
    private PageLayoutAnalysis(PooledList<Ruling> rulings) => Rulings = rulings;

    public PooledList<Glyph> Glyphs { get; } = new();

    public PooledList<Word> Words { get; } = new();

    public PooledList<TextLine> Lines { get; } = new();

    public PooledList<Ruling> Rulings { get; }

    public PooledList<FilledArea> Fills { get; } = new();

    public static PageLayoutAnalysis Of(PageCanvas canvas)
    {
        var layout = new PageLayoutAnalysis(RulingJoiner.Join(canvas));
        foreach (ref readonly var area in canvas.Areas.Span)
        {
            if (area.HidesBelow && !area.IsImage)
            {
                layout.Fills.Add(new FilledArea(area.Box, area.Color.Rgb));
            }
        }

        using (var extractor = new LineExtractor(canvas, layout))
        {
            extractor.Extract();
        }

        foreach (ref readonly var glyph in canvas.Glyphs.Span)
        {
            if ((glyph.Flags & (GlyphFlags.Hidden | GlyphFlags.Watermark)) != 0 && glyph.Text.Length > 0)
            {
                layout.Glyphs.Add(LineExtractor.ToGlyph(glyph, glyph.Flags));
            }
        }

        return layout;
    }

    public void Dispose()
    {
        Glyphs.Dispose();
        Words.Dispose();
        Lines.Dispose();
        Rulings.Dispose();
        Fills.Dispose();
    }
}
