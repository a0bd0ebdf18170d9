namespace Extractor.Model.Layout;

/// <summary>
/// A rectangle in PDF points (1/72 inch) on the upright page as a reader sees it (rotation applied),
/// origin at the top left, y growing downwards.
/// </summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double CentreX => (Left + Right) / 2;

    public double CentreY => (Top + Bottom) / 2;

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    public bool Intersects(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public Box Union(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Rounded to a hundredth of a point, the precision that is published.</summary>
    public Box Rounded() => new(Math.Round(Left, 2), Math.Round(Top, 2), Math.Round(Right, 2), Math.Round(Bottom, 2));
}
