namespace Extractor.Tables.Ruled;

/// <summary>A horizontal or vertical stretch that may bound cells.</summary>
/// <param name="Position">y of a horizontal edge, x of a vertical one.</param>
/// <param name="Start">Left or top end.</param>
/// <param name="End">Right or bottom end.</param>
internal readonly record struct Edge(double Position, double Start, double End)
{
    public double Length => End - Start;
}

/// <summary>The edges of a page or of one table, by direction.</summary>
internal readonly record struct EdgeSet(List<Edge> Horizontal, List<Edge> Vertical);
