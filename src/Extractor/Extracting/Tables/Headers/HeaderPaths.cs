using System.Collections.Immutable;

namespace Extractor.Extracting.Tables.Headers;

/// <summary>The headers over each column, joined outermost first.</summary>
internal static class HeaderPaths
{
    private const string Separator = " / ";

    /// <summary>Rows of column numbers and rows of one cell over the whole width say nothing of a single column.</summary>
    public static ImmutableArray<string> Of(PageGrid grid, int headerRows)
    {
        var paths = ImmutableArray.CreateBuilder<string>(grid.ColumnCount);
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            paths.Add(PathOf(grid, headerRows, column));
        }

        return paths.MoveToImmutable();
    }

    private static string PathOf(PageGrid grid, int headerRows, int column)
    {
        var path = string.Empty;
        GridCell? last = null;
        for (var row = 0; row < headerRows; row++)
        {
            var cell = grid.CellAt(row, column);
            if (cell is null || ReferenceEquals(cell, last) || cell.Text.Length == 0
                || HeaderFinder.IsCaptionRow(grid, row) || HeaderFinder.IsEntryRow(grid, row)
                || (cell.Row == row && HeaderFinder.IsIndexRow(grid, row)))
            {
                continue;
            }

            last = cell;
            path = path.Length == 0 ? cell.Text : path + Separator + cell.Text;
        }

        return path;
    }
}
