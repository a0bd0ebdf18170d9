using Extractor.Pdf.Files;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>A transformation of coordinates (8.3.3): x' = a x + c y + e, y' = b x + d y + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>Coordinates beyond this are taken as this, so that no arithmetic overflows.</summary>
    public const float Farthest = 1e7f;

    /// <summary>Mean factor by which lengths grow.</summary>
    public double Scale => Math.Sqrt(Math.Abs((A * D) - (B * C)));

    /// <summary>This transformation first, then <paramref name="next"/>.</summary>
    public Matrix Then(in Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    /// <summary>Null where it flattens the plane.</summary>
    public Matrix? Inverse()
    {
        var area = (A * D) - (B * C);
        return Math.Abs(area) < 1e-12
            ? null
            : new Matrix(D / area, -B / area, -C / area, A / area, ((C * F) - (D * E)) / area, ((B * E) - (A * F)) / area);
    }

    public float X(double x, double y) => Bound((A * x) + (C * y) + E);

    public float Y(double x, double y) => Bound((B * x) + (D * y) + F);

    /// <summary>The box around a transformed rectangle.</summary>
    public PdfRectangle Bounds(double left, double bottom, double right, double top)
    {
        float x1 = X(left, bottom), x2 = X(right, bottom), x3 = X(left, top), x4 = X(right, top);
        float y1 = Y(left, bottom), y2 = Y(right, bottom), y3 = Y(left, top), y4 = Y(right, top);
        return new PdfRectangle(
            Math.Min(Math.Min(x1, x2), Math.Min(x3, x4)),
            Math.Min(Math.Min(y1, y2), Math.Min(y3, y4)),
            Math.Max(Math.Max(x1, x2), Math.Max(x3, x4)),
            Math.Max(Math.Max(y1, y2), Math.Max(y3, y4)));
    }

    /// <summary>/Matrix of a form or pattern; identity where it is missing or no matrix.</summary>
    public static Matrix Of(PdfArray? array) => array is { Count: >= 6 }
        ? new Matrix(
            array.GetNumber(0), array.GetNumber(1), array.GetNumber(2), array.GetNumber(3), array.GetNumber(4), array.GetNumber(5))
        : Identity;

    /// <summary>From default user space to the upright page: points, origin top left, y downwards (14.11.2, /Rotate, UserUnit).</summary>
    public static Matrix OfPage(PageDictionary page)
    {
        var box = page.CropBox;
        var unit = page.UserUnit;
        return page.Rotation switch
        {
            90 => new Matrix(0, unit, unit, 0, -box.Bottom * unit, -box.Left * unit),
            180 => new Matrix(-unit, 0, 0, unit, box.Right * unit, -box.Bottom * unit),
            270 => new Matrix(0, -unit, -unit, 0, box.Top * unit, box.Right * unit),
            _ => new Matrix(unit, 0, 0, -unit, -box.Left * unit, box.Top * unit),
        };
    }

    private static float Bound(double value) =>
        double.IsNaN(value) ? 0 : (float)Math.Clamp(value, -Farthest, Farthest);
}
