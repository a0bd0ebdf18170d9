using Extractor.Pdf.Unicode;

namespace Extractor.Pdf.Content;

/// <summary>A marked-content sequence (14.6) that is open.</summary>
/// <param name="FirstGlyph">Glyphs shown before it.</param>
/// <param name="ActualText">What stands for its glyphs (14.9.4).</param>
/// <param name="IsHidden">Optional content that is off.</param>
/// <param name="IsWatermark">An artifact of subtype Watermark (14.8.2.2).</param>
internal readonly record struct Mark(int FirstGlyph, string? ActualText, bool IsHidden, bool IsWatermark);

/// <summary>The open marked-content sequences.</summary>
internal sealed class MarkedContent
{
    private const int MaximumDepth = 4096;

    private readonly List<Mark> open = [];
    private int hidden;
    private int watermarks;

    public bool IsHidden => hidden > 0;

    public bool IsWatermark => watermarks > 0;

    public int Depth => open.Count;

    public void Begin(in Mark mark)
    {
        if (open.Count >= MaximumDepth)
        {
            return;
        }

        open.Add(mark);
        hidden += mark.IsHidden ? 1 : 0;
        watermarks += mark.IsWatermark ? 1 : 0;
    }

    public void End(PooledList<PlacedGlyph> glyphs)
    {
        if (open.Count == 0)
        {
            return;
        }

        var mark = open[^1];
        open.RemoveAt(open.Count - 1);
        hidden -= mark.IsHidden ? 1 : 0;
        watermarks -= mark.IsWatermark ? 1 : 0;
        if (!string.IsNullOrEmpty(mark.ActualText) && mark.FirstGlyph < glyphs.Count)
        {
            Replace(glyphs.Span[mark.FirstGlyph..], mark.ActualText);
        }
    }

    /// <summary>Closes what a form or page left open.</summary>
    public void EndTo(int depth, PooledList<PlacedGlyph> glyphs)
    {
        while (open.Count > depth)
        {
            End(glyphs);
        }
    }

    /// <summary>
    /// Gives glyphs the text that stands for them: one character each where the numbers agree; else the first glyph
    /// has it all and the others none.
    /// </summary>
    private static void Replace(Span<PlacedGlyph> glyphs, string text)
    {
        if (glyphs.Length == text.Length)
        {
            for (var i = 0; i < text.Length; i++)
            {
                glyphs[i].Text = GlyphText.OfScalar(text[i]) ?? glyphs[i].Text;
                glyphs[i].Flags &= ~GlyphFlags.Unmapped;
            }

            return;
        }

        // The text of a whole line or more is not told apart into glyphs: what is printed stays.
        if (glyphs.Length > text.Length * 4 || text.Length > glyphs.Length * 8)
        {
            return;
        }

        glyphs[0].Text = text;
        glyphs[0].Flags &= ~GlyphFlags.Unmapped;
        for (var i = 1; i < glyphs.Length; i++)
        {
            glyphs[i].Text = string.Empty;
            if (glyphs[i].Angle == 0 && Math.Abs(glyphs[i].Y - glyphs[0].Y) < glyphs[0].FontSize / 4)
            {
                glyphs[0].Box = glyphs[0].Box.Union(glyphs[i].Box);
                glyphs[0].Advance = glyphs[0].Box.Width;
            }
        }
    }
}
