using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>A rectangle in default user space (7.9.5): origin bottom left, y upwards, units of 1/72 inch before UserUnit.</summary>
internal readonly record struct PageBox(double Left, double Bottom, double Right, double Top)
{
    /// <summary>US Letter, which readers take for a page without a usable MediaBox.</summary>
    public static readonly PageBox Letter = new(0, 0, 612, 792);

    /// <summary>Coordinates beyond this are no place on any page (annex C.2 once allowed 14,400).</summary>
    private const double Farthest = 1_000_000;

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public bool IsEmpty => !(Width > 0 && Height > 0);

    /// <summary>Four numbers in any order of corners; null when they are no rectangle.</summary>
    public static PageBox? Of(PdfObject? value)
    {
        if (value is not PdfArray { Count: >= 4 } array)
        {
            return null;
        }

        var first = At(0);
        var second = At(1);
        var third = At(2);
        var fourth = At(3);
        var box = new PageBox(Math.Min(first, third), Math.Min(second, fourth), Math.Max(first, third), Math.Max(second, fourth));
        return box.IsEmpty ? null : box;

        double At(int index) => Math.Clamp(array.GetNumber(index), -Farthest, Farthest);
    }

    public PageBox Intersect(PageBox other) => new(
        Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));
}
