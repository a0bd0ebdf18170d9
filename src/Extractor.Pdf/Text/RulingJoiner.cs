using Extractor.Pdf.Content;

namespace Extractor.Pdf.Text;

/// <summary>Joins the pieces of lines: sides of neighbouring cells, dashes, corners.</summary>
internal static class RulingJoiner
{
    /// <summary>Lines whose centres are as near as this are one line, in points.</summary>
    private const float SameLine = 0.7f;

    /// <summary>A gap up to this is none, in points.</summary>
    private const float Gap = 1.2f;

    /// <summary>What is shorter after joining is no ruling, in points.</summary>
    private const float MinimumLength = 2;

    public static PooledList<Ruling> Join(PageCanvas canvas)
    {
        var seen = new PooledList<Ruling>();
        var comparisons = 0;
        foreach (ref readonly var drawn in canvas.Rulings.Span)
        {
            if (Visibility.IsSeen(drawn, canvas.Areas.Span, ref comparisons))
            {
                seen.Add(drawn.Ruling);
            }
        }

        seen.Span.Sort(static (a, b) => Compare(a, b));
        var joined = new PooledList<Ruling>();
        var span = seen.Span;
        var start = 0;
        while (start < span.Length)
        {
            // One bundle: same direction, centres no further apart than one line.
            var end = start + 1;
            while (end < span.Length && span[end].IsHorizontal == span[start].IsHorizontal &&
                Centre(span[end]) - Centre(span[start]) <= SameLine)
            {
                end++;
            }

            JoinBundle(span[start..end], joined);
            start = end;
        }

        seen.Dispose();
        return joined;
    }

    private static int Compare(in Ruling a, in Ruling b)
    {
        if (a.IsHorizontal != b.IsHorizontal)
        {
            return a.IsHorizontal ? -1 : 1;
        }

        var order = Centre(a).CompareTo(Centre(b));
        return order != 0 ? order : From(a).CompareTo(From(b));
    }

    private static void JoinBundle(Span<Ruling> bundle, PooledList<Ruling> joined)
    {
        bundle.Sort(static (a, b) => From(a).CompareTo(From(b)) is var order and not 0 ? order : Centre(a).CompareTo(Centre(b)));
        var first = 0;
        while (first < bundle.Length)
        {
            float from = From(bundle[first]), to = To(bundle[first]), thickness = bundle[first].Thickness;
            double weighted = Centre(bundle[first]) * (To(bundle[first]) - From(bundle[first]) + 0.01),
                weight = To(bundle[first]) - From(bundle[first]) + 0.01;
            var next = first + 1;
            while (next < bundle.Length && From(bundle[next]) - to <= Math.Max(Gap, Dash(bundle[first], bundle[next])))
            {
                var length = To(bundle[next]) - From(bundle[next]) + 0.01;
                weighted += Centre(bundle[next]) * length;
                weight += length;
                to = Math.Max(to, To(bundle[next]));
                thickness = Math.Max(thickness, bundle[next].Thickness);
                next++;
            }

            if (to - from >= MinimumLength)
            {
                var centre = (float)(weighted / weight);
                var box = bundle[first].IsHorizontal
                    ? new PdfRectangle(from, centre, to, centre)
                    : new PdfRectangle(centre, from, centre, to);
                joined.Add(new Ruling(box, bundle[first].IsHorizontal, thickness));
            }

            first = next;
        }
    }

    /// <summary>Between two short dashes of one length, a gap up to twice their length is part of a dashed line.</summary>
    private static float Dash(in Ruling a, in Ruling b)
    {
        var lengthA = To(a) - From(a);
        var lengthB = To(b) - From(b);
        return lengthA < 8 && Math.Abs(lengthA - lengthB) < 0.3f * lengthA ? Math.Min(lengthA * 2, 6) : 0;
    }

    private static float Centre(in Ruling ruling) => ruling.IsHorizontal ? ruling.Box.Top : ruling.Box.Left;

    private static float From(in Ruling ruling) => ruling.IsHorizontal ? ruling.Box.Left : ruling.Box.Top;

    private static float To(in Ruling ruling) => ruling.IsHorizontal ? ruling.Box.Right : ruling.Box.Bottom;
}
