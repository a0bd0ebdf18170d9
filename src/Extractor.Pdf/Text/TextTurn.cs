using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>Pages that are set sideways or upside down and do not say so: what is printed on them tells how they are held.</summary>
internal static class TextTurn
{
    /// <summary>Fewer glyphs than this tell nothing.</summary>
    private const int FewestGlyphs = 20;

    /// <summary>Share of the glyphs that run in one direction, if the page is to be turned for them.</summary>
    private const double MainShare = 0.8;

    /// <summary>Clockwise degrees by which the page is to be turned for its text to be upright: 0, 90, 180 or 270.</summary>
    public static int Of(PageCanvas canvas)
    {
        Span<int> quarters = stackalloc int[4];
        var all = 0;
        foreach (ref readonly var glyph in canvas.Glyphs.Span)
        {
            if ((glyph.Flags & (GlyphFlags.Hidden | GlyphFlags.Watermark)) != 0 || CharacterKinds.Of(glyph.Text) == CharacterKind.Space)
            {
                continue;
            }

            all++;
            var isVertical = (glyph.Flags & GlyphFlags.Vertical) != 0;
            if (!isVertical && glyph.Angle % 90 == 0)
            {
                quarters[((int)glyph.Angle + 360) / 90 % 4]++;
            }
        }

        for (var quarter = 1; quarter < 4; quarter++)
        {
            if (all >= FewestGlyphs && quarters[quarter] >= MainShare * all)
            {
                return quarter * 90;
            }
        }

        return 0;
    }
}
