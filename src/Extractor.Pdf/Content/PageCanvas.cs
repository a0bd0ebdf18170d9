using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Something painted over an area that may hide what was painted before it.</summary>
/// <param name="Box">Clipped.</param>
/// <param name="GlyphsBefore">How many glyphs were shown before it.</param>
/// <param name="HidesBelow">An opaque rectangle, or an opaque image.</param>
/// <param name="Color">Meaningless for an image.</param>
internal readonly record struct PaintedArea(PdfRectangle Box, int GlyphsBefore, bool HidesBelow, bool IsImage, PaintColor Color);

/// <summary>A ruling as drawn, with what decides whether it can be seen.</summary>
/// <param name="IsFilled">A thin filled shape, not a stroke.</param>
internal readonly record struct DrawnRuling(Ruling Ruling, int AreasBefore, PaintColor Color, bool IsFilled);

/// <param name="Box">Clipped.</param>
internal readonly record struct DrawnImage(PdfRectangle Box, PdfStream Stream);

/// <summary>All that the content of one page drew, in the order of drawing.</summary>
internal sealed class PageCanvas : IDisposable
{
    private const int MaximumFaults = 20;

    /// <summary>More areas or rulings than this are a drawing, not a page of text; what is beyond is left out.</summary>
    private const int MaximumAreas = 200_000;
    private const int MaximumRulings = 400_000;

    public PooledList<PlacedGlyph> Glyphs { get; } = new();

    public PooledList<DrawnRuling> Rulings { get; } = new();

    public PooledList<PaintedArea> Areas { get; } = new();

    public List<DrawnImage> Images { get; } = [];

    public List<string> Faults { get; } = [];

    public void AddArea(in PaintedArea area)
    {
        if (Areas.Count < MaximumAreas)
        {
            Areas.Add(area);
        }
        else
        {
            AddFault("The page paints more areas than can be told; hidden text may be taken for visible.");
        }
    }

    public void AddRuling(in DrawnRuling ruling)
    {
        if (Rulings.Count < MaximumRulings)
        {
            Rulings.Add(ruling);
        }
        else
        {
            AddFault("The page draws more lines than can be told.");
        }
    }

    /// <summary>Notes once what could not be read.</summary>
    public void AddFault(string fault)
    {
        if (Faults.Count < MaximumFaults && !Faults.Contains(fault))
        {
            Faults.Add(fault);
        }
    }

    public void Dispose()
    {
        Glyphs.Dispose();
        Rulings.Dispose();
        Areas.Dispose();
    }
}
