using Extractor.Extracting.Tables.Headers;
using Extractor.Tables;

namespace Extractor.Extracting.Tables.Joining;

/// <summary>
/// Puts tables together that were cut into two pages' width: the pages with the left columns come first, those with the
/// right columns follow, and every row stands at the same height on both.
/// </summary>
internal static class SidewaysJoiner
{
    public static void Join(List<TableChain> chains)
    {
        for (var index = chains.Count - 1; index > 0; index--)
        {
            if (IsRightPart(chains[index - 1], chains[index]))
            {
                chains[index - 1].Sides.Add(chains[index]);
                chains[index - 1].Sides.AddRange(chains[index].Sides);
                chains.RemoveAt(index);
            }
        }
    }

    private static bool IsRightPart(TableChain left, TableChain right)
    {
        if (right.Caption.Title is not null || right.Caption.Number is not null || right.Caption.Department is not null
            || left.Notes.Count > 0 || left.Grids.Count != right.Grids.Count
            || right.Grids[0].PageNumber != left.Last.PageNumber + 1
            || left.HeaderRows[0] == 0 || !BeginsWithHeader(right.Grids[0], left.HeaderRows[0]))
        {
            return false;
        }

        for (var index = 0; index < left.Grids.Count; index++)
        {
            if (!HaveSameRows(left.Grids[index], right.Grids[index]))
            {
                return false;
            }
        }

        // A page that repeats the header at the same height is the next page of the same columns.
        return HeaderRepetition.Match(left.Grids[0], left.HeaderRows[0], right.Grids[0]).Repeated == 0
            && TableBuilder.CountRows(left) == TableBuilder.CountRows(right);
    }

    private static bool BeginsWithHeader(PageGrid grid, int rows)
    {
        for (var row = 0; row < rows && row < grid.RowCount; row++)
        {
            if (HeaderFinder.HasFigures(grid, row))
            {
                return false;
            }
        }

        return rows < grid.RowCount && HeaderFinder.HasFigures(grid, rows);
    }

    private static bool HaveSameRows(PageGrid left, PageGrid right)
    {
        if (left.RowCount != right.RowCount)
        {
            return false;
        }

        for (var line = 0; line < left.RowLines.Length; line++)
        {
            if (Math.Abs(left.RowLines[line] - right.RowLines[line]) > JoiningTolerances.SameHeight)
            {
                return false;
            }
        }

        return true;
    }
}
