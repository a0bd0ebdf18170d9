namespace Extractor.Pdf.Content;

/// <summary>Decides what of the drawn text and lines a reader can see.</summary>
internal static class Visibility
{
    /// <summary>Comparisons of areas with glyphs that one page may cost; real pages need some thousands.</summary>
    private const int MaximumComparisons = 20_000_000;

    /// <summary>Height of the bands of the page in which glyphs are looked for, in points.</summary>
    private const float Band = 16;

    /// <summary>Edges as near as this are one, in points.</summary>
    private const float SameEdge = 0.8f;

    public static void Resolve(PageCanvas canvas, in PdfRectangle page)
    {
        HideCovered(canvas, page);
        HideWhiteOnWhite(canvas);
    }

    private static void HideCovered(PageCanvas canvas, in PdfRectangle page)
    {
        var glyphs = canvas.Glyphs.Span;
        var covers = 0;
        foreach (ref readonly var area in canvas.Areas.Span)
        {
            covers += area.HidesBelow && area.GlyphsBefore > 0 ? 1 : 0;
        }

        if (covers == 0 || glyphs.Length == 0)
        {
            return;
        }

        var bands = new GlyphBands(glyphs, page, Band);
        var comparisons = 0;
        foreach (ref readonly var area in canvas.Areas.Span)
        {
            if (!area.HidesBelow || area.GlyphsBefore == 0)
            {
                continue;
            }

            for (var band = bands.First(area.Box); band <= bands.Last(area.Box); band++)
            {
                foreach (var index in bands.Glyphs(band))
                {
                    // Indices of a band ascend: what follows was shown after the area was painted.
                    if (index >= area.GlyphsBefore)
                    {
                        break;
                    }

                    if (++comparisons > MaximumComparisons)
                    {
                        canvas.AddFault("Too many areas are painted over text; hidden text may be taken for visible.");
                        return;
                    }

                    ref var glyph = ref glyphs[index];
                    if (Covers(area.Box, glyph.Box))
                    {
                        glyph.Flags |= GlyphFlags.Hidden;
                    }
                }
            }
        }
    }

    /// <summary>The middle of the glyph, without the room above and below its ink, lies under the area.</summary>
    private static bool Covers(in PdfRectangle area, in PdfRectangle glyph)
    {
        var insetX = glyph.Width * 0.25f;
        var insetY = glyph.Height * 0.3f;
        return area.Left <= glyph.Left + insetX && area.Right >= glyph.Right - insetX
            && area.Top <= glyph.Top + insetY && area.Bottom >= glyph.Bottom - insetY;
    }

    /// <summary>White glyphs are seen only on something that is not white.</summary>
    private static void HideWhiteOnWhite(PageCanvas canvas)
    {
        var comparisons = 0;
        var glyphs = canvas.Glyphs.Span;
        var areas = canvas.Areas.Span;
        for (var i = 0; i < glyphs.Length; i++)
        {
            ref var glyph = ref glyphs[i];
            if (new PaintColor(glyph.Rgb).IsWhite && (glyph.Flags & GlyphFlags.Hidden) == 0)
            {
                var x = (glyph.Box.Left + glyph.Box.Right) / 2;
                var y = (glyph.Box.Top + glyph.Box.Bottom) / 2;
                var isOnDark = false;
                for (var a = areas.Length - 1; a >= 0 && comparisons < MaximumComparisons; a--, comparisons++)
                {
                    if (areas[a].GlyphsBefore <= i && areas[a].Box.Contains(x, y))
                    {
                        isOnDark = areas[a].IsImage || !areas[a].Color.IsWhite;
                        break;
                    }
                }

                if (!isOnDark && comparisons < MaximumComparisons)
                {
                    glyph.Flags |= GlyphFlags.Hidden;
                }
            }
        }
    }

    /// <summary>
    /// White lines are seen only on something that is not white; a thin strip beside an area of its own colour is part
    /// of that area: shading comes in pieces.
    /// </summary>
    public static bool IsSeen(in DrawnRuling drawn, Span<PaintedArea> areas, ref int comparisons)
    {
        var box = drawn.Ruling.Box;
        if (drawn.IsFilled)
        {
            var reach = (drawn.Ruling.Thickness / 2) + SameEdge;
            for (var a = 0; a < areas.Length && comparisons < MaximumComparisons; a++, comparisons++)
            {
                if (areas[a].HidesBelow && areas[a].Color == drawn.Color && !areas[a].IsImage
                    && areas[a].Box.Contains(box.Left, box.Top, reach) && areas[a].Box.Contains(box.Right, box.Bottom, reach))
                {
                    return false;
                }
            }
        }

        if (!drawn.Color.IsWhite)
        {
            return true;
        }

        var x = (box.Left + box.Right) / 2;
        var y = (box.Top + box.Bottom) / 2;
        for (var a = drawn.AreasBefore - 1; a >= 0 && comparisons < MaximumComparisons; a--, comparisons++)
        {
            if (areas[a].Box.Contains(x, y, 0.5f))
            {
                return areas[a].IsImage || !areas[a].Color.IsWhite;
            }
        }

        return false;
    }
}
