namespace Extractor.Publications.Evaluation;

/// <summary>The places of a table, to look for neighbours in.</summary>
internal sealed class CellGrid
{
    private readonly int[,] places;
    private readonly IReadOnlyList<IcdarCell> cells;

    public CellGrid(IReadOnlyList<IcdarCell> cells)
    {
        this.cells = cells;
        var rows = cells.Count == 0 ? 0 : cells.Max(static cell => cell.RowLast) + 1;
        var columns = cells.Count == 0 ? 0 : cells.Max(static cell => cell.ColumnLast) + 1;
        places = new int[rows, columns];
        for (var index = 0; index < cells.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(cells[index].Text))
            {
                continue;
            }

            for (var row = cells[index].RowFirst; row <= cells[index].RowLast; row++)
            {
                for (var column = cells[index].ColumnFirst; column <= cells[index].ColumnLast; column++)
                {
                    places[row, column] = index + 1;
                }
            }
        }
    }

    /// <summary>The next cell with text to the right in each row that the cell spans, every one once.</summary>
    public IEnumerable<IcdarCell> NeighboursRight(IcdarCell cell)
    {
        var seen = new HashSet<int>();
        for (var row = cell.RowFirst; row <= cell.RowLast; row++)
        {
            for (var column = cell.ColumnLast + 1; column < places.GetLength(1); column++)
            {
                if (places[row, column] is var found and > 0)
                {
                    if (seen.Add(found))
                    {
                        yield return cells[found - 1];
                    }

                    break;
                }
            }
        }
    }

    /// <summary>The next cell with text below in each column that the cell spans, every one once.</summary>
    public IEnumerable<IcdarCell> NeighboursBelow(IcdarCell cell)
    {
        var seen = new HashSet<int>();
        for (var column = cell.ColumnFirst; column <= cell.ColumnLast; column++)
        {
            for (var row = cell.RowLast + 1; row < places.GetLength(0); row++)
            {
                if (places[row, column] is var found and > 0)
                {
                    if (seen.Add(found))
                    {
                        yield return cells[found - 1];
                    }

                    break;
                }
            }
        }
    }
}
