using Extractor.Model.Layout;

namespace Extractor.Tables.Text;

/// <summary>A stretch of glyphs that stands in one cell.</summary>
internal readonly record struct PlacedRun(GridCell Cell, int FirstGlyph, int GlyphCount, Box Box)
{
    /// <param name="glyphs">All glyphs of the page.</param>
    public string TextIn(ReadOnlySpan<Glyph> glyphs) => GlyphText.Of(glyphs.Slice(FirstGlyph, GlyphCount));
}

/// <summary>The characters of glyphs, one after the other.</summary>
internal static class GlyphText
{
    public static string Of(ReadOnlySpan<Glyph> glyphs)
    {
        var length = 0;
        foreach (ref readonly var glyph in glyphs)
        {
            length += glyph.Text.Length;
        }

        var text = new char[length];
        var at = 0;
        foreach (ref readonly var glyph in glyphs)
        {
            glyph.Text.CopyTo(0, text, at, glyph.Text.Length);
            at += glyph.Text.Length;
        }

        return new string(text);
    }
}
