using System.Buffers;
using Extractor.Extracting.Tables.Headers;
using Extractor.Model.Tables;
using Extractor.Tables;

namespace Extractor.Extracting.Tables.Joining;

/// <summary>Brings the columns of several pages' grids to one numbering.</summary>
internal static class ColumnAlignment
{
    private static readonly SearchValues<char> AmountCharacters = SearchValues.Create("0123456789,.-");

    /// <summary>For each grid: the common number of each of its column lines.</summary>
    public static int[][] Align(IReadOnlyList<PageGrid> grids)
    {
        var maps = new int[grids.Count][];
        if (HaveEqualColumnCounts(grids) && !LackColumnsOfEachOther(grids))
        {
            for (var index = 0; index < grids.Count; index++)
            {
                maps[index] = [.. Enumerable.Range(0, grids[index].ColumnLines.Length)];
            }

            return maps;
        }

        var widest = Widest(grids);
        var common = new List<double>(widest.ColumnLines);
        var laid = new double[grids.Count][];
        for (var index = 0; index < grids.Count; index++)
        {
            laid[index] = OnAmountEdges(grids[index], LayOver(grids[index].ColumnLines, common), widest);
            foreach (var line in laid[index])
            {
                var place = common.BinarySearch(line);
                if (place < 0 && NearestOf(common, line).Distance > JoiningTolerances.SameLine)
                {
                    common.Insert(~place, line);
                }
            }
        }

        for (var index = 0; index < grids.Count; index++)
        {
            maps[index] = Number(laid[index], common);
        }

        return maps;
    }

    /// <summary>Share of the second grid's lines that stand on lines of the first, once laid over it.</summary>
    public static double Agreement(PageGrid first, PageGrid second)
    {
        var common = new List<double>(first.ColumnLines);
        var laid = LayOver(second.ColumnLines, common);
        var agreeing = 0;
        foreach (var line in laid)
        {
            agreeing += NearestOf(common, line).Distance <= JoiningTolerances.SameLine ? 1 : 0;
        }

        return (double)agreeing / laid.Length;
    }

    /// <summary>
    /// Do the columns of two grids without lines stand on the same places? Their outer borders are only as wide as the
    /// text, so the inner ones are compared, where they stand on the page.
    /// </summary>
    public static bool HaveSameChannels(PageGrid first, PageGrid second)
    {
        var (fewer, more) = first.ColumnCount <= second.ColumnCount ? (first, second) : (second, first);
        var common = new List<double>(more.ColumnLines);
        var agreeing = 0;
        for (var index = 1; index + 1 < fewer.ColumnLines.Length; index++)
        {
            agreeing += NearestOf(common, fewer.ColumnLines[index]).Distance <= JoiningTolerances.SameChannel ? 1 : 0;
        }

        return agreeing > 0 && agreeing >= JoiningTolerances.ShareOfChannels * (fewer.ColumnLines.Length - 2);
    }

    /// <summary>
    /// A page may give the same columns other widths: as many of them, no header, and no column that holds numbers on one page and words on
    /// the other.
    /// </summary>
    public static bool HoldAlike(PageGrid table, PageGrid grid)
    {
        if (table.Method == TableMethod.Aligned || grid.Method == TableMethod.Aligned || grid.ColumnCount != table.ColumnCount ||
            !HeaderFinder.HasFigures(grid, 0))
        {
            return false;
        }

        var numbers = 0;
        var (headOfTable, headOfGrid) = (HeaderFinder.CountRows(table), HeaderFinder.CountRows(grid));
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var (before, after) = (HoldsNumbers(table, column, headOfTable), HoldsNumbers(grid, column, headOfGrid));
            if (before is { } one && after is { } other && one != other)
            {
                return false;
            }

            numbers += before == true && after == true ? 1 : 0;
        }

        return numbers >= JoiningTolerances.FewestColumnsOfNumbers;
    }

    /// <summary>Most of its cells below the header are numbers; null where all are blank.</summary>
    private static bool? HoldsNumbers(PageGrid grid, int column, int header)
    {
        var cells = grid.Cells.FindAll(cell => cell.Column == column && cell.Row >= header && cell.Text.Length > 0);
        return cells.Count == 0 ? null : cells.Count(static cell => HeaderFinder.IsFigure(cell.Text)) * 2 > cells.Count;
    }

    public static bool HaveSameWidth(PageGrid first, PageGrid second) =>
        Math.Abs(first.Box.Width - second.Box.Width) <= JoiningTolerances.SameWidth * Math.Max(first.Box.Width, second.Box.Width);

    /// <summary>
    /// The white channels of a page without lines are as wide as its texts leave them, but amounts end where they end on every page: the
    /// line behind a column of amounts stands on the line behind those that end at the same place.
    /// </summary>
    private static double[] OnAmountEdges(PageGrid grid, double[] laid, PageGrid widest)
    {
        if (grid.Method != TableMethod.Aligned || widest.Method != TableMethod.Aligned || ReferenceEquals(grid, widest))
        {
            return laid;
        }

        var edges = AmountEdges(widest);
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (SameEdge(edges, AmountEdge(grid, column)) is not { } same)
            {
                continue;
            }

            // Columns that are empty on this page belong to the one on their left.
            if (column > 0 && widest.ColumnLines[same] > laid[column])
            {
                laid[column] = widest.ColumnLines[same];
            }

            if (column + 1 < grid.ColumnCount && widest.ColumnLines[same + 1] > laid[column])
            {
                laid[column + 1] = widest.ColumnLines[same + 1];
            }
        }

        return laid;
    }

    private static double?[] AmountEdges(PageGrid grid) =>
        [.. Enumerable.Range(0, grid.ColumnCount).Select(column => AmountEdge(grid, column))];

    /// <summary>The column whose amounts end at this place.</summary>
    private static int? SameEdge(double?[] edges, double? edge) =>
        Array.FindIndex(edges, other => Math.Abs((other - edge) ?? double.MaxValue) <= JoiningTolerances.SameEdge) is >= 0 and var same
            ? same : null;

    /// <summary>Where the amounts that begin in a column end; null where it holds none or they end at several places.</summary>
    private static double? AmountEdge(PageGrid grid, int column)
    {
        double least = double.MaxValue, most = 0;
        foreach (var cell in grid.Cells)
        {
            if (cell.Column + cell.ColumnSpan == column + 1 && IsAmount(cell.Text))
            {
                var right = cell.Lines.Max(static line => line.Box.Right);
                (least, most) = (Math.Min(least, right), Math.Max(most, right));
            }
        }

        return most > 0 && most - least <= JoiningTolerances.SameEdge ? most : null;
    }

    /// <summary>With a decimal point: codes and serial numbers stand in the middle of their columns.</summary>
    private static bool IsAmount(string text) =>
        text.Contains('.', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyExcept(AmountCharacters);

    /// <summary>Margins change from page to page: the left lines are laid upon each other, and nearly equal widths made equal.</summary>
    private static double[] LayOver(double[] lines, List<double> common)
    {
        var width = lines[^1] - lines[0];
        var commonWidth = common[^1] - common[0];
        var isSameWidth = Math.Abs(width - commonWidth) <= JoiningTolerances.SameWidth * commonWidth;
        var scale = isSameWidth && width > 0 ? commonWidth / width : 1;
        var shift = isSameWidth || Math.Abs(lines[0] - common[0]) <= Math.Abs(lines[^1] - common[^1])
            ? common[0] - (lines[0] * scale)
            : common[^1] - (lines[^1] * scale);
        var laid = new double[lines.Length];
        for (var index = 0; index < lines.Length; index++)
        {
            laid[index] = (lines[index] * scale) + shift;
        }

        return laid;
    }

    private static int[] Number(double[] laid, List<double> common)
    {
        var numbers = new int[laid.Length];
        for (var index = 0; index < laid.Length; index++)
        {
            var nearest = NearestOf(common, laid[index]).Index;
            numbers[index] = index == 0 ? nearest : Math.Max(nearest, numbers[index - 1] + 1);
        }

        // Two lines that fell upon one common line push each other apart; from the right they have to fit again.
        var last = common.Count - 1;
        for (var index = laid.Length - 1; index >= 0 && numbers[index] > last; index--)
        {
            numbers[index] = last--;
        }

        return numbers;
    }

    private static (int Index, double Distance) NearestOf(List<double> lines, double value)
    {
        var place = lines.BinarySearch(value);
        if (place >= 0)
        {
            return (place, 0);
        }

        place = ~place;
        if (place == 0)
        {
            return (0, lines[0] - value);
        }

        if (place == lines.Count)
        {
            return (place - 1, value - lines[place - 1]);
        }

        return value - lines[place - 1] <= lines[place] - value
            ? (place - 1, value - lines[place - 1])
            : (place, lines[place] - value);
    }

    /// <summary>
    /// Amounts in a column of one page end where those in another column of the first page do: each page has a column that is empty.
    /// </summary>
    private static bool LackColumnsOfEachOther(IReadOnlyList<PageGrid> grids)
    {
        if (grids[0].Method != TableMethod.Aligned)
        {
            return false;
        }

        var edges = AmountEdges(grids[0]);
        foreach (var grid in grids.Skip(1))
        {
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                if (SameEdge(edges, AmountEdge(grid, column)) is { } same && same != column)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HaveEqualColumnCounts(IReadOnlyList<PageGrid> grids)
    {
        foreach (var grid in grids)
        {
            if (grid.ColumnCount != grids[0].ColumnCount)
            {
                return false;
            }
        }

        return true;
    }

    private static PageGrid Widest(IReadOnlyList<PageGrid> grids)
    {
        var widest = grids[0];
        foreach (var grid in grids)
        {
            widest = grid.ColumnCount > widest.ColumnCount ? grid : widest;
        }

        return widest;
    }
}
