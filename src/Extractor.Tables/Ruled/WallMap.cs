namespace Extractor.Tables.Ruled;

/// <summary>How much of the side between two neighbouring places of a grid is drawn.</summary>
internal sealed class WallMap
{
    private readonly double[] columnLines;
    private readonly double[] rowLines;
    private readonly float[] verticalWalls;
    private readonly float[] horizontalWalls;

    public WallMap(CrossedEdges edges, GridLines columns, GridLines rows)
    {
        columnLines = columns.Positions;
        rowLines = rows.Positions;
        verticalWalls = new float[columnLines.Length * (rowLines.Length - 1)];
        horizontalWalls = new float[rowLines.Length * (columnLines.Length - 1)];
        foreach (var edge in edges.Vertical)
        {
            Mark(verticalWalls, edge, columns.NearestTo(edge.Position), rowLines, RuledTolerances.CrossingDistance);
        }

        foreach (var edge in edges.Horizontal)
        {
            Mark(horizontalWalls, edge, rows.NearestTo(edge.Position), columnLines, RuledTolerances.CrossingDistance);
        }
    }

    /// <summary>Is the side at column line <paramref name="line"/>, along <paramref name="row"/>, drawn?</summary>
    public bool IsVerticalWall(int line, int row) =>
        verticalWalls[(line * (rowLines.Length - 1)) + row] >= RuledTolerances.WallCoverage * (rowLines[row + 1] - rowLines[row]);

    /// <summary>Is the side at row line <paramref name="line"/>, along <paramref name="column"/>, drawn?</summary>
    public bool IsHorizontalWall(int line, int column) =>
        horizontalWalls[(line * (columnLines.Length - 1)) + column]
            >= RuledTolerances.WallCoverage * (columnLines[column + 1] - columnLines[column]);

    private static void Mark(float[] covered, Edge edge, int line, double[] across, double reach)
    {
        var stretches = across.Length - 1;
        var index = Math.Max(0, CrossingFinder.LowerBound(across, edge.Start) - 1);
        for (; index < stretches && across[index] < edge.End; index++)
        {
            // An edge that ends a little before the crossing line is meant to reach it.
            var start = edge.Start - across[index] <= reach ? across[index] : edge.Start;
            var end = across[index + 1] - edge.End <= reach ? across[index + 1] : edge.End;
            if (end > start)
            {
                covered[(line * stretches) + index] += (float)(end - start);
            }
        }
    }
}
