using Extractor.Model.Layout;

namespace Extractor.Extracting;

/// <summary>How much of a page can be had as text.</summary>
/// <param name="VisibleGlyphs">That a reader sees and that are no watermark.</param>
/// <param name="UnmappedGlyphs">Of these: without a Unicode value (U+FFFD).</param>
/// <param name="ImageCoverage">Share of the page under images, 0 to 1.</param>
public readonly record struct TextLayerOfPage(int VisibleGlyphs, int UnmappedGlyphs, double ImageCoverage)
{
    /// <summary>A page with images over this share of it, and next to no text, is a picture of a page.</summary>
    private const double ScannedCoverage = 0.5;

    /// <summary>An image smaller than this is an ornament.</summary>
    private const double OrnamentCoverage = 0.02;

    /// <summary>A scanner's own stamp or a page number; more glyphs are a text layer.</summary>
    private const int ScannedGlyphs = 20;

    /// <summary>Why the page needs OCR; null where its text can be had, or where it is blank.</summary>
    public string? WhyUnreadable =>
        VisibleGlyphs <= ScannedGlyphs && ImageCoverage >= ScannedCoverage ? "The page is an image without a text layer."
        : VisibleGlyphs == 0 ? (ImageCoverage > OrnamentCoverage ? "The page holds only images." : null)
        : UnmappedGlyphs * 3 > VisibleGlyphs ? $"{UnmappedGlyphs} of {VisibleGlyphs} glyphs have no Unicode value in the file."
        : null;

    public static TextLayerOfPage Of(PageLayout page)
    {
        ArgumentNullException.ThrowIfNull(page);
        int visible = 0, unmapped = 0;
        foreach (ref readonly var glyph in page.Glyphs.AsSpan())
        {
            if (glyph.IsVisible && !glyph.IsWatermark)
            {
                visible++;
                unmapped += glyph.Text == "\uFFFD" ? 1 : 0;
            }
        }

        return new TextLayerOfPage(visible, unmapped, CoverageOf(page));
    }

    private static double CoverageOf(PageLayout page)
    {
        double covered = 0;
        foreach (var image in page.Images)
        {
            var width = Math.Min(image.Box.Right, page.Width) - Math.Max(image.Box.Left, 0);
            var height = Math.Min(image.Box.Bottom, page.Height) - Math.Max(image.Box.Top, 0);
            covered += width > 0 && height > 0 ? width * height : 0;
        }

        return Math.Min(1, covered / Math.Max(1, page.Width * page.Height));
    }
}
