using Extractor.Pdf.Fonts;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Colour as far as it matters for what can be seen.</summary>
/// <param name="Rgb">0xRRGGBB.</param>
/// <param name="IsPattern">A pattern or shading: the value is a guess.</param>
internal readonly record struct PaintColor(int Rgb, bool IsPattern = false)
{
    public static readonly PaintColor Black = new(0);

    public static readonly PaintColor Pattern = new(0x808080, IsPattern: true);

    /// <summary>Not to be told from white paper.</summary>
    public bool IsWhite => !IsPattern && ((Rgb >> 16) & 0xFF) >= 0xFA && ((Rgb >> 8) & 0xFF) >= 0xFA && (Rgb & 0xFF) >= 0xFA;

    /// <summary>Far lighter than text that is meant to be read.</summary>
    public bool IsPale => ((Rgb >> 16) & 0xFF) + ((Rgb >> 8) & 0xFF) + (Rgb & 0xFF) > 3 * 0x98;

    public static PaintColor Gray(double gray)
    {
        var level = Level(gray);
        return new PaintColor((level << 16) | (level << 8) | level);
    }

    public static PaintColor OfRgb(double red, double green, double blue) =>
        new((Level(red) << 16) | (Level(green) << 8) | Level(blue));

    public static PaintColor Cmyk(double cyan, double magenta, double yellow, double black) =>
        OfRgb((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black));

    private static int Level(double value) => value >= 1 ? 255 : value > 0 ? (int)((value * 255) + 0.5) : 0;
}

/// <summary>The families of colour spaces (8.6) by how their operands become a colour.</summary>
internal enum ColorFamily : byte
{
    /// <summary>By the number of operands: 1 grey, 3 RGB, 4 CMYK.</summary>
    Device,

    /// <summary>Tints of colorants: 0 is white, 1 is full.</summary>
    Tint,

    /// <summary>A palette, or a space of other kind: the colour is not known.</summary>
    Unknown,

    Pattern,
}

/// <summary>The graphics state (8.4) with the text state (9.3), as far as reading needs it.</summary>
internal struct GraphicsState
{
    public Matrix Ctm;

    /// <summary>Around all that the clipping path lets through, on the upright page.</summary>
    public PdfRectangle Clip;

    public PaintColor Fill;
    public PaintColor Stroke;

    /// <summary>What fills, where that is a tiling pattern (8.7.3).</summary>
    public PdfStream? FillPattern;
    public ColorFamily FillFamily;
    public ColorFamily StrokeFamily;

    /// <summary>Constant alpha for filling (ca) and for strokes (CA) within the transparency group in hand.</summary>
    public float OwnFillAlpha;
    public float OwnStrokeAlpha;

    /// <summary>No blend mode other than Normal, no soft mask, within the transparency group in hand.</summary>
    public bool IsPlain;

    /// <summary>Alpha with which the open transparency groups are painted as a whole (11.4.5).</summary>
    public float GroupAlpha;
    public bool IsGroupPlain;
    public double LineWidth;
    public bool IsDashed;

    public PdfFont? Font;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;

    /// <summary>Tz / 100.</summary>
    public double HorizontalScaling;
    public double Leading;
    public double Rise;
    public int RenderMode;

    public readonly float FillAlpha => OwnFillAlpha * GroupAlpha;

    public readonly float StrokeAlpha => OwnStrokeAlpha * GroupAlpha;

    /// <summary>What is filled hides what is below.</summary>
    public readonly bool FillsOpaquely => IsPlain && IsGroupPlain && FillAlpha >= 0.99f;

    public readonly bool StrokesOpaquely => IsPlain && IsGroupPlain && StrokeAlpha >= 0.99f;

    /// <summary>A transparency group starts from full opacity; what was set before applies to it as a whole.</summary>
    public void BeginGroup()
    {
        GroupAlpha *= OwnFillAlpha;
        IsGroupPlain &= IsPlain;
        OwnFillAlpha = 1;
        OwnStrokeAlpha = 1;
        IsPlain = true;
    }

    public static GraphicsState Initial(in Matrix ctm, in PdfRectangle clip) => new()
    {
        Ctm = ctm,
        Clip = clip,
        Fill = PaintColor.Black,
        Stroke = PaintColor.Black,
        OwnFillAlpha = 1,
        OwnStrokeAlpha = 1,
        IsPlain = true,
        GroupAlpha = 1,
        IsGroupPlain = true,
        LineWidth = 1,
        HorizontalScaling = 1,
    };
}
