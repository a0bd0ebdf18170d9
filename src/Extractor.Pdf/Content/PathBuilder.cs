namespace Extractor.Pdf.Content;

/// <summary>
/// The current path (8.5), its points already on the upright page. When it is painted, its straight horizontal and
/// vertical parts become rulings, its rectangles areas.
/// </summary>
internal sealed class PathBuilder
{
    /// <summary>A filled rectangle or stroke up to this thickness is a ruling, in points.</summary>
    private const float MaximumRulingThickness = 4;

    /// <summary>How far a line may lean and still be horizontal or vertical, in points.</summary>
    private const float Lean = 0.6f;

    private readonly List<float> xs = [];
    private readonly List<float> ys = [];

    /// <summary>By point: whether a curve leads to it.</summary>
    private readonly List<bool> curves = [];
    private readonly List<Subpath> subpaths = [];

    private record struct Subpath(int Start, bool IsClosed, bool HasCurves);

    /// <summary>Points of the path, of all paths of the page together: bounded by <see cref="PdfLimits.MaximumSegmentsPerPage"/>.</summary>
    public int SegmentsDrawn { get; private set; }

    public bool IsEmpty => subpaths.Count == 0;

    public void MoveTo(float x, float y)
    {
        // A point that nothing follows is no part of the path.
        if (subpaths.Count > 0 && subpaths[^1].Start == xs.Count - 1 && !subpaths[^1].HasCurves)
        {
            xs[^1] = x;
            ys[^1] = y;
            return;
        }

        subpaths.Add(new Subpath(xs.Count, false, false));
        Add(x, y);
    }

    public void LineTo(float x, float y)
    {
        if (subpaths.Count == 0)
        {
            MoveTo(x, y);
            return;
        }

        ReopenAfterClose();
        Add(x, y);
    }

    /// <summary>A curve: only that it is one, and its end, matter.</summary>
    public void CurveTo(float x, float y)
    {
        LineTo(x, y);
        curves[^1] = true;
        subpaths[^1] = subpaths[^1] with { HasCurves = true };
    }

    public void Close()
    {
        if (subpaths.Count > 0)
        {
            subpaths[^1] = subpaths[^1] with { IsClosed = true };
        }
    }

    public void Rectangle(in Matrix ctm, double x, double y, double width, double height)
    {
        subpaths.Add(new Subpath(xs.Count, true, false));
        Add(ctm.X(x, y), ctm.Y(x, y));
        Add(ctm.X(x + width, y), ctm.Y(x + width, y));
        Add(ctm.X(x + width, y + height), ctm.Y(x + width, y + height));
        Add(ctm.X(x, y + height), ctm.Y(x, y + height));
    }

    public void Clear()
    {
        xs.Clear();
        ys.Clear();
        curves.Clear();
        subpaths.Clear();
    }

    /// <summary>The box around the path; an empty path lets nothing through.</summary>
    public PdfRectangle Bounds() => xs.Count == 0 ? default : BoundsOf(0, xs.Count);

    public void PaintStroke(PageCanvas canvas, in GraphicsState state)
    {
        // Narrower than a hairline is drawn as one device pixel: it is seen.
        var width = Math.Max((float)(state.LineWidth * state.Ctm.Scale), 0.1f);
        for (var s = 0; s < subpaths.Count; s++)
        {
            var (start, end) = PointsOf(s);
            for (var i = start; i + 1 < end; i++)
            {
                if (!curves[i + 1])
                {
                    StrokeSegment(canvas, state, width, xs[i], ys[i], xs[i + 1], ys[i + 1]);
                }
            }

            if (subpaths[s].IsClosed && end - start > 2)
            {
                StrokeSegment(canvas, state, width, xs[end - 1], ys[end - 1], xs[start], ys[start]);
            }
        }
    }

    public void PaintFill(PageCanvas canvas, in GraphicsState state, bool isEvenOdd)
    {
        for (var s = 0; s < subpaths.Count; s++)
        {
            var box = BoundsOf(s);
            if (s + 1 < subpaths.Count && IsFrame(s, box, isEvenOdd))
            {
                PaintFrame(canvas, state, box, BoundsOf(s + 1));
                s++;
                continue;
            }

            var visible = box.Intersect(state.Clip);
            if (visible.Width < 0 || visible.Height < 0)
            {
                continue;
            }

            // The ends of a thin bar may be mitred; of an area only a rectangle hides surely what is below.
            var isThin = Math.Min(box.Width, box.Height) <= MaximumRulingThickness;
            AddFill(canvas, state, visible, state.Fill, !subpaths[s].HasCurves && (isThin || IsRectangle(s, box)));
        }
    }

    /// <summary>A filled box: a ruling if it is thin, else an area.</summary>
    /// <param name="fillsBox">Else it is some other shape in that box.</param>
    public static void AddFill(PageCanvas canvas, in GraphicsState state, in PdfRectangle box, PaintColor color, bool fillsBox)
    {
        var isHorizontal = box.Width >= box.Height;
        var thickness = Math.Min(box.Width, box.Height);
        var length = Math.Max(box.Width, box.Height);
        if (thickness <= MaximumRulingThickness && length > 1 && length >= thickness * 2)
        {
            if (fillsBox)
            {
                AddRuling(canvas, box, isHorizontal, Math.Max(thickness, 0.1f), color, isFilled: true);
            }

            return;
        }

        canvas.AddArea(new PaintedArea(box, canvas.Glyphs.Count, fillsBox && state.FillsOpaquely && !color.IsPattern, false, color));
    }

    private static void AddRuling(
        PageCanvas canvas, in PdfRectangle box, bool isHorizontal, float thickness, PaintColor color, bool isFilled)
    {
        var centre = isHorizontal ? (box.Top + box.Bottom) / 2 : (box.Left + box.Right) / 2;
        var line = isHorizontal
            ? new PdfRectangle(box.Left, centre, box.Right, centre)
            : new PdfRectangle(centre, box.Top, centre, box.Bottom);
        canvas.AddRuling(new DrawnRuling(new Ruling(line, isHorizontal, thickness), canvas.Areas.Count, color, isFilled));
    }

    private static void StrokeSegment(PageCanvas canvas, in GraphicsState state, float width, float x1, float y1, float x2, float y2)
    {
        var dx = Math.Abs(x2 - x1);
        var dy = Math.Abs(y2 - y1);
        var isHorizontal = dx >= dy;
        var length = Math.Max(dx, dy);
        var lean = Math.Min(dx, dy);
        if (lean > Lean || lean * 2 > length || length < 0.3f || state.StrokeAlpha < 0.05f)
        {
            return;
        }

        var half = width / 2;
        var box = isHorizontal
            ? new PdfRectangle(Math.Min(x1, x2), ((y1 + y2) / 2) - half, Math.Max(x1, x2), ((y1 + y2) / 2) + half)
            : new PdfRectangle(((x1 + x2) / 2) - half, Math.Min(y1, y2), ((x1 + x2) / 2) + half, Math.Max(y1, y2));
        var visible = box.Intersect(state.Clip);
        if (visible.Width < 0 || visible.Height < 0)
        {
            return;
        }

        if (width > MaximumRulingThickness)
        {
            // A stroke as thick as that is an area.
            canvas.AddArea(new PaintedArea(
                visible, canvas.Glyphs.Count, state.StrokesOpaquely && !state.IsDashed, false, state.Stroke));
            return;
        }

        AddRuling(canvas, visible, isHorizontal, width, state.Stroke, isFilled: false);
    }

    private static void PaintFrame(PageCanvas canvas, in GraphicsState state, in PdfRectangle outer, in PdfRectangle inner)
    {
        ReadOnlySpan<PdfRectangle> sides =
        [
            outer with { Bottom = inner.Top },
            outer with { Top = inner.Bottom },
            outer with { Right = inner.Left },
            outer with { Left = inner.Right },
        ];
        foreach (var side in sides)
        {
            var visible = side.Intersect(state.Clip);
            if (visible.Width >= 0 && visible.Height >= 0)
            {
                AddFill(canvas, state, visible, state.Fill, fillsBox: true);
            }
        }
    }

    /// <summary>A rectangle with another as a hole in it: the border of a cell drawn as one shape.</summary>
    private bool IsFrame(int subpath, in PdfRectangle outer, bool isEvenOdd)
    {
        if (subpaths[subpath].HasCurves || subpaths[subpath + 1].HasCurves || !IsRectangle(subpath, outer))
        {
            return false;
        }

        var inner = BoundsOf(subpath + 1);
        return inner.Left > outer.Left && inner.Right < outer.Right && inner.Top > outer.Top && inner.Bottom < outer.Bottom
            && IsRectangle(subpath + 1, inner)
            && (isEvenOdd || Math.Sign(AreaOf(subpath)) != Math.Sign(AreaOf(subpath + 1)));
    }

    /// <summary>Twice the area, negative if the points go round the other way.</summary>
    private double AreaOf(int subpath)
    {
        var (start, end) = PointsOf(subpath);
        double area = 0;
        for (var i = start; i < end; i++)
        {
            var next = i + 1 < end ? i + 1 : start;
            area += ((double)xs[i] * ys[next]) - ((double)xs[next] * ys[i]);
        }

        return area;
    }

    private PdfRectangle BoundsOf(int subpath)
    {
        var (start, end) = PointsOf(subpath);
        return BoundsOf(start, end);
    }

    private PdfRectangle BoundsOf(int start, int end)
    {
        float left = float.MaxValue, top = float.MaxValue, right = float.MinValue, bottom = float.MinValue;
        for (var i = start; i < end; i++)
        {
            left = Math.Min(left, xs[i]);
            right = Math.Max(right, xs[i]);
            top = Math.Min(top, ys[i]);
            bottom = Math.Max(bottom, ys[i]);
        }

        return new PdfRectangle(left, top, right, bottom);
    }

    private bool IsRectangle(int subpath, in PdfRectangle bounds)
    {
        var (start, end) = PointsOf(subpath);
        if (end - start < 4)
        {
            return false;
        }

        var (left, top, right, bottom) = bounds;

        // Every point in a corner of the box, every side along an axis, all corners taken.
        var corners = 0;
        for (var i = start; i < end; i++)
        {
            var isLeft = xs[i] - left < Lean;
            var isTop = ys[i] - top < Lean;
            if ((!isLeft && right - xs[i] > Lean) || (!isTop && bottom - ys[i] > Lean))
            {
                return false;
            }

            corners |= 1 << ((isLeft ? 1 : 0) + (isTop ? 2 : 0));
        }

        return corners == 15 || right - left < Lean || bottom - top < Lean;
    }

    private (int Start, int End) PointsOf(int subpath) =>
        (subpaths[subpath].Start, subpath + 1 < subpaths.Count ? subpaths[subpath + 1].Start : xs.Count);

    /// <summary>After a subpath is closed, a new one starts at its first point (8.5.2.1).</summary>
    private void ReopenAfterClose()
    {
        var last = subpaths[^1];
        if (last.IsClosed)
        {
            subpaths.Add(new Subpath(xs.Count, false, false));
            Add(xs[last.Start], ys[last.Start]);
        }
    }

    private void Add(float x, float y)
    {
        xs.Add(x);
        ys.Add(y);
        curves.Add(false);
        SegmentsDrawn++;
    }
}
