namespace Extractor.Tables.Ruled;

/// <summary>The lines of one direction that bound the columns (or rows) of a grid.</summary>
/// <param name="Positions">Ascending.</param>
/// <param name="FirstIsImplied">No edge is drawn at the first line: the crossing edges all end there (a table open to that side).</param>
/// <param name="LastIsImplied">As <paramref name="FirstIsImplied"/>, at the last line.</param>
internal readonly record struct GridLines(double[] Positions, bool FirstIsImplied, bool LastIsImplied)
{
    /// <param name="bounding">The edges that stand on the lines, sorted by position.</param>
    /// <param name="crossing">The edges across them: where they end together beyond the outermost line, a border is open.</param>
    public static GridLines Of(List<Edge> bounding, List<Edge> crossing)
    {
        var positions = new List<double>();
        var from = 0;
        while (from < bounding.Count)
        {
            var to = from;
            while (to + 1 < bounding.Count && bounding[to + 1].Position - bounding[from].Position < RuledTolerances.SmallestCell)
            {
                to++;
            }

            positions.Add((bounding[from].Position + bounding[to].Position) / 2);
            from = to + 1;
        }

        var isOneAcross = crossing.Count == 1 && positions.Count >= RuledTolerances.FewestUnderOne;
        var first = CommonEnd(crossing, positions[0], isStart: true, isOneAcross);
        var last = CommonEnd(crossing, positions[^1], isStart: false, isOneAcross);
        if (first is { } start)
        {
            positions.Insert(0, start);
        }

        if (last is { } end)
        {
            positions.Add(end);
        }

        return new GridLines([.. positions], first.HasValue, last.HasValue);
    }

    /// <summary>Index of the line nearest to a position.</summary>
    public int NearestTo(double position)
    {
        var above = CrossingFinder.LowerBound(Positions, position);
        if (above == 0)
        {
            return 0;
        }

        return above == Positions.Length || position - Positions[above - 1] <= Positions[above] - position ? above - 1 : above;
    }

    /// <summary>
    /// Where most crossing edges end together beyond the outermost line, if they do: at least two of them, and at
    /// least a third of all. The only one there is tells it too where it ends enough lines: the rows above the last line of a table that
    /// goes on from the page before.
    /// </summary>
    private static double? CommonEnd(List<Edge> crossing, double outermost, bool isStart, bool isOneAcross)
    {
        var ends = new List<double>();
        foreach (var edge in crossing)
        {
            var end = isStart ? edge.Start : edge.End;
            if (isStart ? end < outermost - RuledTolerances.SmallestCell : end > outermost + RuledTolerances.SmallestCell)
            {
                ends.Add(end);
            }
        }

        if (isOneAcross && ends.Count == 1)
        {
            return ends[0];
        }

        if (ends.Count < 2 || ends.Count < RuledTolerances.OpenBorder * crossing.Count)
        {
            return null;
        }

        ends.Sort();
        var common = ends[ends.Count / 2];
        var agreeing = 0;
        foreach (var end in ends)
        {
            agreeing += Math.Abs(end - common) <= RuledTolerances.CrossingDistance ? 1 : 0;
        }

        return agreeing >= 2 && agreeing * 2 >= ends.Count ? common : null;
    }
}
