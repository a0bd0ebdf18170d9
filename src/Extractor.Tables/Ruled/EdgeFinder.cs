using Extractor.Model.Layout;

namespace Extractor.Tables.Ruled;

/// <summary>Step 1: the edges of a page, from its rulings.</summary>
internal static class EdgeFinder
{
    public static EdgeSet FromRulings(PageLayout page)
    {
        var horizontal = new List<Edge>(page.Rulings.Length);
        var vertical = new List<Edge>(page.Rulings.Length);
        foreach (ref readonly var ruling in page.Rulings.AsSpan())
        {
            var box = ruling.Box;
            if (ruling.IsHorizontal)
            {
                Add(horizontal, box.CentreY, box.Left, box.Right);
            }
            else
            {
                Add(vertical, box.CentreX, box.Top, box.Bottom);
            }
        }

        return new EdgeSet(horizontal, vertical);
    }

    private static void Add(List<Edge> edges, double position, double start, double end)
    {
        if (end - start >= RuledTolerances.ShortestEdge && double.IsFinite(position) && double.IsFinite(end - start))
        {
            edges.Add(new Edge(position, start, end));
        }
    }
}
