using System.Text.RegularExpressions;
using Extractor.Extracting.Tables.Captions;
using Extractor.Extracting.Words;
using Extractor.Model.Tables;
using Extractor.Tables;
using Extractor.Tables.Text;

namespace Extractor.Extracting.Tables.Headers;

/// <summary>
/// How many rows at the top of a grid are its header. The structure tells: cells that span several columns are
/// divided in the row below, cells that span several rows reach down to the last header row; the first amount ends it.
/// </summary>
internal static partial class HeaderFinder
{
    private static readonly LayoutWords ColumnNumbers = LayoutWords.Of(LayoutWordList.ColumnNumberRow);
    private static readonly LayoutWords NumbersWithTotal = LayoutWords.Of(LayoutWordList.ColumnNumberTotal);
    private static readonly LayoutWords AmongColumnNumbers = LayoutWords.Of(LayoutWordList.ColumnNumberCell);

    public static int CountRows(PageGrid grid)
    {
        var limit = Math.Min(grid.RowCount, HeaderTolerances.MostRows);
        var firstData = limit;
        for (var row = 0; row < limit; row++)
        {
            if (IsIndexRow(grid, row))
            {
                return row + 1;
            }

            if (HasFigures(grid, row))
            {
                firstData = row;
                break;
            }
        }

        var captions = 0;
        while (captions < firstData && IsCaptionRow(grid, captions))
        {
            captions++;
        }

        var header = captions;
        while (header < firstData && IsEntryRow(grid, header))
        {
            header++;
        }

        if (header == firstData || !IsHeading(grid, header, firstData, header > captions))
        {
            return Math.Min(captions, firstData);
        }

        header = Math.Min(firstData, header + TallestSpan(grid, header));
        while (header < firstData && IsDividedBelow(grid, header))
        {
            header = Math.Min(firstData, header + TallestSpan(grid, header));
        }

        while (header > captions && header < firstData && grid.Method == TableMethod.Aligned
            && (NamesColumnsLeftBlank(grid, header) || NamesBelowASpan(grid, header)))
        {
            header++;
        }

        return header < limit && IsIndexRow(grid, header) ? header + 1 : header;
    }

    /// <summary>
    /// Where no line bounds the columns, 收入 above 项目 and 预算数 seems to stand over one of them only: the row below names
    /// every column, those too over which nothing stands.
    /// </summary>
    private static bool NamesColumnsLeftBlank(PageGrid grid, int row)
    {
        var blankAbove = 0;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.CellAt(row, column) is not { } cell || !IsName(cell.Text) || cell.Column != column)
            {
                return false;
            }

            blankAbove += grid.CellAt(row - 1, column) is { Text.Length: 0 } ? 1 : 0;
        }

        return blankAbove > 0;
    }

    /// <summary>The row names several columns, one of them below a heading over several: 小计 below 本年预算, blank beside 科目名称.</summary>
    private static bool NamesBelowASpan(PageGrid grid, int row)
    {
        var named = 0;
        var isBelowSpan = false;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.CellAt(row, column) is not { Text.Length: > 0 } cell || cell.Column != column)
            {
                continue;
            }

            if (!IsName(cell.Text))
            {
                return false;
            }

            named++;
            isBelowSpan |= grid.CellAt(row - 1, column) is { ColumnSpan: > 1, Text.Length: > 0 };
        }

        return named >= 2 && isBelowSpan;
    }

    /// <summary>
    /// May this row begin a header? It names several columns in few words. Where some of its cells reach lower than
    /// others, the shorter ones span columns that are named below them; in a form they are entries of their own.
    /// </summary>
    private static bool IsHeading(PageGrid grid, int row, int firstData, bool isInForm)
    {
        int named = 0, cells = 0, shorter = 0, dividing = 0;
        var isOverSeveral = false;
        var tallest = TallestSpan(grid, row);
        for (var column = 0; column < grid.ColumnCount;)
        {
            var cell = grid.CellAt(row, column);
            if (cell is null)
            {
                column++;
                continue;
            }

            column = cell.Column + cell.ColumnSpan;
            if (cell.Text.Length > HeaderTolerances.LongestName)
            {
                return false;
            }

            cells++;
            named += cell.Text.Length > 0 ? 1 : 0;
            isOverSeveral |= cell.Text.Length > 0 && cell.ColumnSpan > 1;
            if (cell.RowSpan < tallest)
            {
                shorter++;
                dividing += IsDivided(grid, cell) ? 1 : 0;
            }
        }

        // Code columns may be merged with the total row below, which has no code.
        if (isInForm && (named < cells || cells < HeaderTolerances.ShareOfColumns * grid.ColumnCount))
        {
            return false;
        }

        var isOverFigures = firstData == row + 1 && cells >= HeaderTolerances.FewestOverFigures
            && named >= HeaderTolerances.ShareOfNamed * cells;

        // 公务用车购置及运行费 stands alone over its columns where no line closes the cells beside it: the row below names all.
        var isNamedBelow = isOverSeveral && grid.Method == TableMethod.Aligned && row + 1 < firstData
            && NamesColumnsLeftBlank(grid, row + 1);
        return (named >= 2 || isNamedBelow) && (shorter == 0 || dividing > 0 || isOverFigures);
    }

    /// <summary>A row of column numbers: 栏次 1 2 3, 甲 乙 1 2 3, 1 2=3+4 3 4. Its numbers are no amounts.</summary>
    public static bool IsIndexRow(PageGrid grid, int row)
    {
        int expected = 0, found = 0;
        var isNamed = false;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var cell = grid.CellAt(row, column);
            if (cell is null || cell.Column != column || cell.Row != row || cell.Text.Length == 0)
            {
                continue;
            }

            // Where no line is drawn below the numbers, 合计 of the blank row beneath stands in their cell.
            var text = cell.Text.AsSpan().Trim();
            if (NumbersWithTotal.Are(text))
            {
                isNamed = true;
                continue;
            }

            var namesTheRow = ColumnNumbers.Are(text);
            if (namesTheRow || text is "**" || AmongColumnNumbers.Are(text) || HeaderPaths.CodeLevels.Are(text))
            {
                isNamed |= namesTheRow;
                continue;
            }

            if (!StartsWithIndex(text, out var number) || (expected != 0 && number != expected))
            {
                return false;
            }

            expected = number + 1;
            found++;
        }

        return (isNamed && found > 0) || found >= 3;
    }

    /// <summary>An amount, or a subject code: what no header holds. A bare year is none.</summary>
    public static bool HasFigures(PageGrid grid, int row)
    {
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var cell = grid.CellAt(row, column);
            if (cell is not null && cell.Column == column && cell.Row == row && IsFigure(cell.Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cell holds one number and nothing else, and the number is no year.</summary>
    public static bool IsFigure(string text)
    {
        if (text.Length == 0 || !Characters.IsOneNumber(text))
        {
            return false;
        }

        var isYear = text.Length == 4 &&
            (text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal));
        return !isYear;
    }

    /// <summary>
    /// A title, unit or department line set inside the grid: one cell over the whole width, or nothing but such lines.
    /// </summary>
    public static bool IsCaptionRow(PageGrid grid, int row)
    {
        int cells = 0, filled = 0;
        for (var column = 0; column < grid.ColumnCount;)
        {
            var cell = grid.CellAt(row, column);
            if (cell is null || cell.Row != row)
            {
                return false;
            }

            cells++;
            column = cell.Column + cell.ColumnSpan;
            if (cell.Text.Length == 0)
            {
                continue;
            }

            filled++;
            if (cells == 1 && column == grid.ColumnCount)
            {
                break;
            }

            var text = CaptionPatterns.WithoutSpace(cell.Text);
            if (CaptionPatterns.UnitIn(text) is null && !CaptionPatterns.IsDepartmentLine(text)
                && !(CaptionPatterns.TrySplitNumber(text, out _, out var rest) && rest.Length == 0))
            {
                return false;
            }
        }

        return grid.ColumnCount > 1 && (cells == 1 || filled > 0);
    }

    /// <summary>What a form calls an entry: 项目名称, 主管部门, 项目负责人.</summary>
    public static bool IsEntryName(string text) => EntryName().IsMatch(text);

    /// <summary>
    /// A row of a form that names a thing and gives its value (项目名称 | …, 主管部门 | … | 实施单位 | …) instead of heading
    /// columns.
    /// </summary>
    public static bool IsEntryRow(PageGrid grid, int row)
    {
        int count = 0, entries = 0;
        for (var column = 0; column < grid.ColumnCount;)
        {
            var cell = grid.CellAt(row, column);
            if (cell is null)
            {
                return false;
            }

            // A label that reaches over several rows heads the column below it.
            if (cell.RowSpan > 1)
            {
                return false;
            }

            if (count % 2 == 0)
            {
                entries += EntryName().IsMatch(CaptionPatterns.WithoutSpace(cell.Text)) ? 1 : 0;
            }

            count++;
            column = cell.Column + cell.ColumnSpan;
        }

        return count is 2 or 4 && grid.ColumnCount > count && entries * 2 >= count;
    }

    private static int TallestSpan(PageGrid grid, int row)
    {
        var tallest = 1;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var cell = grid.CellAt(row, column);
            if (cell is not null && cell.Row == row && cell.Text.Length > 0)
            {
                tallest = Math.Max(tallest, cell.RowSpan);
            }
        }

        return tallest;
    }

    /// <summary>
    /// Does a header cell that ends above <paramref name="row"/> span columns that the row divides under names of their own?
    /// </summary>
    private static bool IsDividedBelow(PageGrid grid, int row)
    {
        for (var column = 0; column < grid.ColumnCount;)
        {
            var above = grid.CellAt(row - 1, column);
            if (above is null)
            {
                column++;
                continue;
            }

            if (above.ColumnSpan > 1 && above.Row + above.RowSpan == row && IsName(above.Text) &&
                NamesBelow(grid, above) >= 2)
            {
                return true;
            }

            column = above.Column + above.ColumnSpan;
        }

        return false;
    }

    /// <summary>
    /// Are the columns that a cell spans named below it, at once or under one more name as wide (功能分类 over 科目编码 over 类 款 项)?
    /// </summary>
    private static bool IsDivided(PageGrid grid, GridCell cell)
    {
        if (NamesBelow(grid, cell) >= 2)
        {
            return true;
        }

        var below = cell.Row + cell.RowSpan < grid.RowCount ? grid.CellAt(cell.Row + cell.RowSpan, cell.Column) : null;
        return below is not null && below.Column == cell.Column && below.ColumnSpan == cell.ColumnSpan
            && below.Text.Length > 0 && NamesBelow(grid, below) >= 2;
    }

    /// <summary>How many short names stand side by side just below a cell.</summary>
    private static int NamesBelow(PageGrid grid, GridCell cell)
    {
        var row = cell.Row + cell.RowSpan;
        var named = 0;
        for (var column = cell.Column; row < grid.RowCount && column < cell.Column + cell.ColumnSpan; column++)
        {
            var below = grid.CellAt(row, column);
            named += below is not null && below.Row == row && below.Column == column && IsName(below.Text) ? 1 : 0;
        }

        return named;
    }

    private static bool IsName(string text) => text.Length > 0 && text.Length <= HeaderTolerances.LongestName;

    /// <summary><c>3</c>, <c>3=4+5</c>, <c>（3）</c>: the number of a column, with its formula perhaps.</summary>
    private static bool StartsWithIndex(ReadOnlySpan<char> text, out int number)
    {
        text = text.Trim("()（）");
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        number = 0;
        if (digits is 0 or > 2)
        {
            return false;
        }

        number = int.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture);
        return digits == text.Length || text[digits] is '=' or '＝';
    }

    [GeneratedRegex(@"^.{0,10}(?:名称|部门|单位|负责人|代码|编码|类型|类别|属性|联系人|电话|职能概述|年度)(?:及代码)?[:：]?$")]
    private static partial Regex EntryName();
}
