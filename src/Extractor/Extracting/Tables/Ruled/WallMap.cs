namespace Extractor.Extracting.Tables.Ruled;

/// <summary>How much of the side between two neighbouring places of a grid is drawn.</summary>
internal sealed class WallMap
{
    private readonly double[] _columns;
    private readonly double[] _rows;
    private readonly float[] _vertical;
    private readonly float[] _horizontal;
    private readonly double _coverage;

    public WallMap(CrossedEdges edges, GridLines columns, GridLines rows, TableSettings settings)
    {
        _columns = columns.Positions;
        _rows = rows.Positions;
        _coverage = settings.WallCoverage;
        _vertical = new float[_columns.Length * (_rows.Length - 1)];
        _horizontal = new float[_rows.Length * (_columns.Length - 1)];
        foreach (var edge in edges.Vertical)
        {
            Mark(_vertical, edge, columns.NearestTo(edge.Position), _rows, settings.CrossingDistance);
        }

        foreach (var edge in edges.Horizontal)
        {
            Mark(_horizontal, edge, rows.NearestTo(edge.Position), _columns, settings.CrossingDistance);
        }
    }

    /// <summary>Is the side at column line <paramref name="line"/>, along <paramref name="row"/>, drawn?</summary>
    public bool IsVerticalWall(int line, int row) =>
        _vertical[(line * (_rows.Length - 1)) + row] >= _coverage * (_rows[row + 1] - _rows[row]);

    /// <summary>Is the side at row line <paramref name="line"/>, along <paramref name="column"/>, drawn?</summary>
    public bool IsHorizontalWall(int line, int column) =>
        _horizontal[(line * (_columns.Length - 1)) + column] >= _coverage * (_columns[column + 1] - _columns[column]);

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
