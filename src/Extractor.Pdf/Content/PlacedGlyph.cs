namespace Extractor.Pdf.Content;

/// <summary>A glyph as it was shown, before words are made.</summary>
internal struct PlacedGlyph
{
    public string Text;
    public PdfRectangle Box;

    /// <summary>Start of the baseline on the upright page.</summary>
    public float X;
    public float Y;

    /// <summary>Height of the em, in points.</summary>
    public float FontSize;

    /// <summary>Advance along the baseline, in points.</summary>
    public float Advance;

    /// <summary>Of the baseline, counterclockwise degrees.</summary>
    public float Angle;
    public int Rgb;
    public string FontName;
    public GlyphFlags Flags;
}
