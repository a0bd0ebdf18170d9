namespace Extractor.Tables.Ruled;

/// <summary>The edges that hang together by crossings: the skeleton of one grid.</summary>
internal readonly record struct CrossedEdges(List<Edge> Horizontal, List<Edge> Vertical, int CrossingCount);

/// <summary>Step 3: which edges cross, and so belong to one grid.</summary>
internal static class CrossingFinder
{
    /// <summary>One entry a connected group of crossing edges; null where the page has more lines than any table.</summary>
    public static List<CrossedEdges>? Find(EdgeSet edges)
    {
        var horizontal = edges.Horizontal;
        var vertical = edges.Vertical;
        var groups = new DisjointSets(horizontal.Count + vertical.Count);
        var crossings = new int[horizontal.Count + vertical.Count];
        var positions = new double[vertical.Count];
        for (var index = 0; index < positions.Length; index++)
        {
            positions[index] = vertical[index].Position;
        }

        var reach = RuledTolerances.CrossingDistance;
        long tests = 0;
        for (var row = 0; row < horizontal.Count; row++)
        {
            var line = horizontal[row];
            for (var column = LowerBound(positions, line.Start - reach); column < positions.Length; column++)
            {
                if (positions[column] > line.End + reach)
                {
                    break;
                }

                if (++tests > RuledTolerances.MaximumCrossingTests)
                {
                    return null;
                }

                var other = vertical[column];
                if (line.Position >= other.Start - reach && line.Position <= other.End + reach)
                {
                    groups.Join(row, horizontal.Count + column);
                    crossings[row]++;
                }
            }
        }

        var found = Collect(horizontal, vertical, groups, crossings);
        AttachParallels(found, vertical, groups, horizontal.Count);
        return found;
    }

    /// <summary>
    /// Vertical edges that cross nothing but run exactly as high as a grid beside them: the cells between them go on over
    /// the whole page, their upper and lower borders are on other pages.
    /// </summary>
    private static void AttachParallels(
        List<CrossedEdges> found, List<Edge> vertical, DisjointSets groups, int firstVertical)
    {
        if (found.Count == 0)
        {
            return;
        }

        var heights = found.ConvertAll(static edges => HeightOf(edges.Vertical));
        for (var index = 0; index < vertical.Count; index++)
        {
            if (groups.SizeOf(groups.RootOf(firstVertical + index)) > 1)
            {
                continue;
            }

            var edge = vertical[index];
            for (var place = 0; place < found.Count; place++)
            {
                if (Math.Abs(edge.Start - heights[place].Top) <= RuledTolerances.SmallestCell
                    && Math.Abs(edge.End - heights[place].Bottom) <= RuledTolerances.SmallestCell)
                {
                    found[place].Vertical.Add(edge);
                    break;
                }
            }
        }

        foreach (var edges in found)
        {
            edges.Vertical.Sort(static (first, second) => first.Position.CompareTo(second.Position));
        }
    }

    private static (double Top, double Bottom) HeightOf(List<Edge> vertical)
    {
        var top = double.MaxValue;
        var bottom = double.MinValue;
        foreach (var edge in vertical)
        {
            top = Math.Min(top, edge.Start);
            bottom = Math.Max(bottom, edge.End);
        }

        return (top, bottom);
    }

    /// <summary>Index of the first position that is not below <paramref name="value"/>.</summary>
    public static int LowerBound(ReadOnlySpan<double> positions, double value)
    {
        int low = 0, high = positions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (positions[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static List<CrossedEdges> Collect(List<Edge> horizontal, List<Edge> vertical, DisjointSets groups, int[] crossings)
    {
        var byRoot = new Dictionary<int, int>();
        var found = new List<CrossedEdges>();
        var counts = new List<int>();
        for (var index = 0; index < horizontal.Count + vertical.Count; index++)
        {
            var root = groups.RootOf(index);
            if (groups.SizeOf(root) < 2)
            {
                continue;
            }

            if (!byRoot.TryGetValue(root, out var place))
            {
                place = found.Count;
                byRoot.Add(root, place);
                found.Add(new CrossedEdges([], [], 0));
                counts.Add(0);
            }

            counts[place] += crossings[index];
            if (index < horizontal.Count)
            {
                found[place].Horizontal.Add(horizontal[index]);
            }
            else
            {
                found[place].Vertical.Add(vertical[index - horizontal.Count]);
            }
        }

        for (var place = 0; place < found.Count; place++)
        {
            found[place] = found[place] with { CrossingCount = counts[place] };
        }

        return found;
    }
}
