namespace Extractor.Tables.Text;

/// <summary>
/// A cell that spans rows because the line between them is not drawn through it (below 地区, not only below 决算数): each of its lines
/// stands beside one of the figures that stand below each other in these rows, and each of these beside a line of it.
/// </summary>
internal static class SpannedRows
{
    public static PageGrid Split(PageGrid grid, List<PlacedRun> runs)
    {
        Dictionary<GridCell, List<GridCell>>? parts = null;
        foreach (var cell in grid.Cells)
        {
            if (cell.RowSpan > 1 && ((cell.Lines.Count > cell.RowSpan && IsList(grid, cell)) || AreRowsOfOne(grid, cell)))
            {
                parts ??= new(ReferenceEqualityComparer.Instance);
                parts.Add(cell, [.. Enumerable.Range(cell.Row, cell.RowSpan).Select(row => new GridCell(
                    row, cell.Column, 1, cell.ColumnSpan, cell.Box with { Top = grid.RowLines[row], Bottom = grid.RowLines[row + 1] }))]);
            }
        }

        if (parts is null)
        {
            return grid;
        }

        PlacedRun.MoveTo(parts, runs);
        return new PageGrid(grid.PageNumber, grid.Method, grid.ColumnLines, grid.RowLines, [.. grid.Cells
            .SelectMany(cell => parts.TryGetValue(cell, out var own) ? own : [cell])
            .OrderBy(static cell => cell.Row).ThenBy(static cell => cell.Column)]);
    }

    private static bool IsList(PageGrid grid, GridCell cell)
    {
        var beside = grid.Cells.FindAll(other => other.Row < cell.Row + cell.RowSpan && other.Row + other.RowSpan > cell.Row
            && !ReferenceEquals(other, cell));
        return beside.Exists(StackedRows.MayHoldSeveral)
            && cell.Lines.TrueForAll(line => beside.Exists(other => other.Lines.Exists(figure => CellLines.IsOnLine(line.Box, figure.Box))))
            && beside.TrueForAll(other => other.Lines.TrueForAll(figure =>
                cell.Lines.Exists(line => CellLines.IsOnLine(line.Box, figure.Box))));
    }

    /// <summary>
    /// All cells that span these rows, and they are several (names, and the letters of a formula), have a line for each row: a text of
    /// all rows would stand in the middle.
    /// </summary>
    private static bool AreRowsOfOne(PageGrid grid, GridCell cell)
    {
        var spanning = grid.Cells.FindAll(other => other.Row == cell.Row && other.RowSpan == cell.RowSpan && other.Lines.Count > 0);
        return spanning.Count > 1 && spanning.TrueForAll(other => IsOneARow(grid, other));
    }

    /// <summary>
    /// A line for each of its rows, on the very height of the row's figures: too far apart, and too short, for lines of one text.
    /// </summary>
    private static bool IsOneARow(PageGrid grid, GridCell cell)
    {
        if (cell.Lines.Count != cell.RowSpan || !StackedRows.AreSetApart(cell))
        {
            return false;
        }

        for (var index = 0; index < cell.RowSpan; index++)
        {
            var line = cell.Lines[index];
            if (cell.Box.Right - line.Box.Right <= TextTolerances.RoomInLine * line.FontSize)
            {
                return false;
            }

            var beside = grid.Cells.FindAll(other => other.Row == cell.Row + index && other.RowSpan == 1);
            if (!beside.Exists(static other => IsFigure(other))
                || beside.Exists(other => IsFigure(other)
                    && Math.Abs(other.Lines[0].Box.CentreY - line.Box.CentreY) > TextTolerances.SameHeight * line.FontSize))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFigure(GridCell cell) => cell.Lines.Count == 1 && Characters.IsFigure(cell.Lines[0].Text);
}
