using Extractor.Model.Layout;

namespace Extractor.Extracting.Tables.Ruled;

/// <summary>Step 1: the edges of a page, from its rulings and the borders of its shaded areas.</summary>
internal static class EdgeFinder
{
    private const int White = 0xFFFFFF;

    public static EdgeSet FromRulings(PageLayout page, TableSettings settings)
    {
        var horizontal = new List<Edge>(page.Rulings.Length);
        var vertical = new List<Edge>(page.Rulings.Length);
        foreach (ref readonly var ruling in page.Rulings.AsSpan())
        {
            var box = ruling.Box;
            if (ruling.IsHorizontal)
            {
                Add(horizontal, box.CentreY, box.Left, box.Right, settings);
            }
            else
            {
                Add(vertical, box.CentreX, box.Top, box.Bottom, settings);
            }
        }

        return new EdgeSet(horizontal, vertical);
    }

    /// <summary>
    /// The outlines of shaded areas: tables whose cells are told apart by shading only. White areas and backgrounds
    /// as large as most of the page bound nothing.
    /// </summary>
    public static EdgeSet FromShading(PageLayout page, TableSettings settings)
    {
        var horizontal = new List<Edge>();
        var vertical = new List<Edge>();
        foreach (ref readonly var fill in page.Fills.AsSpan())
        {
            var box = fill.Box;
            if (fill.Rgb == White || box.Width < settings.SmallestCell || box.Height < settings.SmallestCell
                || box.Width * box.Height > 0.5 * page.Width * page.Height)
            {
                continue;
            }

            Add(horizontal, box.Top, box.Left, box.Right, settings);
            Add(horizontal, box.Bottom, box.Left, box.Right, settings);
            Add(vertical, box.Left, box.Top, box.Bottom, settings);
            Add(vertical, box.Right, box.Top, box.Bottom, settings);
        }

        return new EdgeSet(horizontal, vertical);
    }

    private static void Add(List<Edge> edges, double position, double start, double end, TableSettings settings)
    {
        if (end - start >= settings.ShortestEdge && double.IsFinite(position) && double.IsFinite(end - start))
        {
            edges.Add(new Edge(position, start, end));
        }
    }
}
