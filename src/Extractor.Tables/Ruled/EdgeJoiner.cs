namespace Extractor.Tables.Ruled;

/// <summary>Step 2: edges that are one line to a reader become one edge, in time linear but for sorting.</summary>
internal static class EdgeJoiner
{
    public static EdgeSet Join(EdgeSet edges) =>
        new(JoinParallel(edges.Horizontal), JoinParallel(edges.Vertical));

    private static List<Edge> JoinParallel(List<Edge> edges)
    {
        if (edges.Count == 0)
        {
            return edges;
        }

        var snapped = Snap(edges, RuledTolerances.SnapDistance);
        Array.Sort(snapped, static (first, second) =>
        {
            var byPosition = first.Position.CompareTo(second.Position);
            return byPosition != 0 ? byPosition : first.Start.CompareTo(second.Start);
        });

        var joined = new List<Edge>();
        var current = snapped[0];
        for (var index = 1; index < snapped.Length; index++)
        {
            var next = snapped[index];
            if (next.Position == current.Position && next.Start - current.End <= RuledTolerances.JoinDistance)
            {
                current = current with { End = Math.Max(current.End, next.End) };
            }
            else
            {
                joined.Add(current);
                current = next;
            }
        }

        joined.Add(current);
        return joined;
    }

    /// <summary>
    /// Moves near positions to their common one, the mean weighted by length. A cluster is never wider than the distance, so that dense
    /// lines do not chain.
    /// </summary>
    private static Edge[] Snap(List<Edge> edges, double distance)
    {
        var sorted = edges.ToArray();
        Array.Sort(sorted, static (first, second) => first.Position.CompareTo(second.Position));
        var from = 0;
        while (from < sorted.Length)
        {
            var to = from;
            double weighted = 0, lengths = 0;
            while (to < sorted.Length && sorted[to].Position - sorted[from].Position <= distance)
            {
                weighted += sorted[to].Position * sorted[to].Length;
                lengths += sorted[to].Length;
                to++;
            }

            var position = weighted / lengths;
            for (var index = from; index < to; index++)
            {
                sorted[index] = sorted[index] with { Position = position };
            }

            from = to;
        }

        return sorted;
    }
}
