using System.Collections.Immutable;
using Extractor.Extracting.Words;
using Extractor.Tables;

namespace Extractor.Extracting.Tables.Headers;

/// <summary>The headers over each column, joined outermost first.</summary>
internal static class HeaderPaths
{
    private const string Separator = " / ";

    /// <summary>类, 款, 项.</summary>
    public static readonly LayoutWords CodeLevels = LayoutWords.Of(LayoutWordList.CodeLevel);

    /// <summary>Rows of column numbers, captions inside the grid and entries of forms say nothing of a single column.</summary>
    public static ImmutableArray<string> Of(PageGrid grid, int headerRows)
    {
        var isSilent = new bool[headerRows];
        for (var row = 0; row < headerRows; row++)
        {
            isSilent[row] = HeaderFinder.IsCaptionRow(grid, row) || HeaderFinder.IsEntryRow(grid, row)
                || HeaderFinder.IsIndexRow(grid, row);
        }

        var paths = ImmutableArray.CreateBuilder<string>(grid.ColumnCount);
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var path = PathOf(grid, isSilent, column);
            paths.Add(headerRows > 0 && CodeLevelBelow(grid, headerRows, column) is { } level
                ? path.Length == 0 ? level.Text : path + Separator + level.Text
                : path);
        }

        return paths.MoveToImmutable();
    }

    /// <summary>
    /// 类, 款 or 项 over a code column, printed in the row of the total (which has no code) instead of the header; null
    /// where there is none.
    /// </summary>
    public static GridCell? CodeLevelBelow(PageGrid grid, int headerRows, int column) =>
        headerRows < grid.RowCount && grid.CellAt(headerRows, column) is { } cell && cell.Row == headerRows && CodeLevels.Are(cell.Text)
            ? cell
            : null;

    private static string PathOf(PageGrid grid, bool[] isSilent, int column)
    {
        var path = string.Empty;
        GridCell? last = null;
        for (var row = 0; row < isSilent.Length; row++)
        {
            var cell = grid.CellAt(row, column);
            if (cell is null || ReferenceEquals(cell, last) || cell.Text.Length == 0 || (cell.Row == row && isSilent[row]))
            {
                continue;
            }

            if (cell.IsCrowded)
            {
                return string.Empty;
            }

            last = cell;
            path = path.Length == 0 ? cell.Text : path + Separator + cell.Text;
        }

        return path;
    }
}
