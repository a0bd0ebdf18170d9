namespace Extractor.Pdf.Content;

internal static class RectangleGeometry
{
    /// <summary>What two rectangles share; width or height is negative where they are apart.</summary>
    public static PdfRectangle Intersect(this in PdfRectangle a, in PdfRectangle b) => new(
        Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Min(a.Right, b.Right), Math.Min(a.Bottom, b.Bottom));

    public static PdfRectangle Union(this in PdfRectangle a, in PdfRectangle b) => new(
        Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));

    public static bool Contains(this in PdfRectangle box, float x, float y, float margin = 0) =>
        x >= box.Left - margin && x <= box.Right + margin && y >= box.Top - margin && y <= box.Bottom + margin;
}
