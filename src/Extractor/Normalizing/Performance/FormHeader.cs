using System.Collections.Immutable;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>What a column of a performance table holds, by the headings above it.</summary>
/// <param name="Heading">The innermost heading.</param>
/// <param name="Outer">The headings above it, outermost first: 产出目标, 数量指标 over 完成情况.</param>
/// <param name="Unit">Of amounts, where a heading prints one.</param>
internal sealed record FormColumn(int Column, PerformanceRole Role, string Heading, ImmutableArray<string> Outer, AmountUnit? Unit)
{
    private static readonly WordSet SpentHeadings = ReadingWords.Of(WordList.SpentHeading);
    private static readonly WordSet AdjustedHeadings = ReadingWords.Of(WordList.HeadingPhase, "adjusted");

    /// <summary>A part of the amount beside it.</summary>
    public bool IsPart => Role is PerformanceRole.Part or PerformanceRole.PartFiscal or PerformanceRole.PartOther;

    /// <summary>实际支出金额 / 其中：财政拨款 / 一般公共预算 is money spent.</summary>
    public bool IsSpent => Role == PerformanceRole.Executed ||
        (IsPart && Outer.Any(static heading => SpentHeadings.Matches(heading)));

    /// <summary>全年预算数 is the budget as it was changed in the year, whether or not 年初预算数 stands beside it.</summary>
    public bool IsAdjusted => !IsSpent && Role != PerformanceRole.AmountEarly &&
        (AdjustedHeadings.Matches(Heading) || Outer.Any(static heading => AdjustedHeadings.Matches(heading)));
}

/// <summary>The headings of a list or of a block of indicators: they may stand anywhere in a form, and again on each page.</summary>
internal sealed class FormHeader
{
    /// <summary>No header is deeper; a cell that reaches further is a label at the side.</summary>
    private const int MostRows = 4;

    /// <summary>Rows of goals between 年度目标 and the indicators.</summary>
    private const int MostRowsOfGoals = 6;

    private static readonly WordSet MoneyLabels = ReadingWords.Of(WordList.MoneyLabel);

    private FormHeader(int lastRow, ImmutableArray<FormColumn> columns)
    {
        LastRow = lastRow;
        Columns = columns;
        Name = First(PerformanceRole.ProjectName) ?? First(PerformanceRole.TaskName);
        IsWide = columns.Count(static column => column is { Role: PerformanceRole.Level3, Outer.Length: > 0 }) > 1
            && First(PerformanceRole.Level2) is null && First(PerformanceRole.Target) is not { Outer.IsEmpty: true };
        Blocks = IsWide ? [] : IndicatorColumns.Of(columns);
    }

    public int LastRow { get; }

    public ImmutableArray<FormColumn> Columns { get; }

    /// <summary>The column of project or task names; null over a block of indicators of one project.</summary>
    public FormColumn? Name { get; }

    /// <summary>There is a column of indicators.</summary>
    public bool HasIndicators => First(PerformanceRole.Level3) is not null || First(PerformanceRole.Indicator) is not null ||
        First(PerformanceRole.Level2) is not null;

    /// <summary>Each kind of indicator has columns of its own: 产出目标 / 数量指标 / 年度指标内容.</summary>
    public bool IsWide { get; }

    /// <summary>The columns of indicators that stand row by row; empty for a wide table.</summary>
    public ImmutableArray<IndicatorColumns> Blocks { get; }

    /// <summary>Money planned and spent stand side by side.</summary>
    public bool IsMoney => First(PerformanceRole.Executed) is not null && Name is null && !HasIndicators;

    public FormColumn? First(PerformanceRole role)
    {
        foreach (var column in Columns)
        {
            if (column.Role == role)
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>All columns of indicators are where the other header has them.</summary>
    public bool IsPartOf(FormHeader other) =>
        HasIndicators && Columns.All(column => other.Columns.Any(same => same.Column == column.Column && same.Role == column.Role));

    /// <summary>The header that begins in <paramref name="row"/>; null where the row is none.</summary>
    public static FormHeader? Find(FormGrid grid, int row, PerformanceMap map)
    {
        HashSet<PerformanceRole>? roles = null;
        int depth = 1, leftmost = 0;
        var hasMoneyLabels = false;
        foreach (var cell in grid.Row(row))
        {
            if (PrintedAmount.Read(cell.Text, out _) is AmountReading.Amount or AmountReading.Percent)
            {
                return null;
            }

            if (map.Column(cell.Text) is not { } role || IsOfScores(role))
            {
                continue;
            }

            if (role == PerformanceRole.ProjectName && IsOverMoneyLabels(grid, cell, map))
            {
                hasMoneyLabels = true;
                continue;
            }

            (roles ??= []).Add(role);
            if (cell.RowSpan <= MostRows && !MayFrameOthers(role))
            {
                (leftmost, depth) = (leftmost == 0 ? cell.RowSpan : leftmost, leftmost == 0 ? 1 : Math.Max(depth, cell.RowSpan));
            }
        }

        if (hasMoneyLabels && roles?.Contains(PerformanceRole.Executed) is not true)
        {
            (roles ??= []).Add(PerformanceRole.ProjectName);
            hasMoneyLabels = false;
        }

        if (roles is null || !IsHeader(roles))
        {
            return null;
        }

        if (roles.Contains(PerformanceRole.ProjectName) || roles.Contains(PerformanceRole.TaskName))
        {
            // Elsewhere the first cell may be a label at the side: 项目资金 of the three rows below 年初预算数 | 全年预算数.
            depth = Math.Max(depth, leftmost);
        }

        var lastRow = Math.Min(row + depth, grid.RowCount) - 1;
        var firstRow = FirstRow(grid, row, lastRow, map);
        var columns = ColumnsOf(grid, firstRow, lastRow, map);
        if (hasMoneyLabels)
        {
            columns = columns.RemoveAll(static column => column.Role == PerformanceRole.ProjectName);
        }

        return new FormHeader(lastRow, WithPeriods(grid, firstRow, WithFirstLevel(grid, lastRow, WithoutSideLabel(columns), map), map));
    }

    private static bool IsOfScores(PerformanceRole role) =>
        role is PerformanceRole.Weight or PerformanceRole.Score or PerformanceRole.Deviation;

    /// <summary>绩效指标, 其中：财政拨款: such a cell may stand over or beside a block, and does not tell how deep the header is.</summary>
    private static bool MayFrameOthers(PerformanceRole role) => role is PerformanceRole.Indicator or PerformanceRole.Part
        or PerformanceRole.PartFiscal or PerformanceRole.PartOther or PerformanceRole.Total;

    private static ImmutableArray<FormColumn> ColumnsOf(FormGrid grid, int firstRow, int lastRow, PerformanceMap map)
    {
        var columns = ImmutableArray.CreateBuilder<FormColumn>();
        TableCell? previous = null;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var innermost = grid.At(lastRow, column);
            if ((innermost is null || innermost != previous) && Read(grid, firstRow, lastRow, column, map) is { } read)
            {
                columns.Add(read);
            }

            previous = innermost;
        }

        return columns.ToImmutable();
    }

    /// <summary>
    /// Of blocks side by side that print no period over them, the one under 年度目标 is that of the year; the other stands under 中期目标.
    /// </summary>
    private static ImmutableArray<FormColumn> WithPeriods(FormGrid grid, int firstRow, ImmutableArray<FormColumn> columns,
        PerformanceMap map)
    {
        var blocks = columns.Where(static column => column.Role == PerformanceRole.Level3).ToList();
        if (blocks.Count < 2 || blocks.Exists(static column => !column.Outer.IsEmpty))
        {
            return columns;
        }

        var ofYear = blocks.Select(column => (Column: column, Goal: GoalOfYearAbove(column.Column))).Where(static block =>
            block.Goal is not null).ToList();
        return ofYear is [var (column, goal)] ? columns.Replace(column, column with { Outer = [goal!] }) : columns;

        string? GoalOfYearAbove(int column)
        {
            for (var row = firstRow - 1; row >= Math.Max(0, firstRow - MostRowsOfGoals); row--)
            {
                if (grid.At(row, column) is { } cell && map.Label(cell.Text) == PerformanceRole.Goal &&
                    IndicatorColumns.IsOfYear(cell.Text))
                {
                    return cell.Text;
                }
            }

            return null;
        }
    }

    /// <summary>项目 | 年初预算数 | 全年预算数 | 全年执行数 over 年度资金总额: below stand kinds of money and no projects.</summary>
    private static bool IsOverMoneyLabels(FormGrid grid, TableCell heading, PerformanceMap map) =>
        grid.At(heading.Row + heading.RowSpan, heading.Column) is { } below && map.Label(below.Text) is PerformanceRole.Amount
            or PerformanceRole.Total &&
        MoneyLabels.Matches(below.Text);

    /// <summary>
    /// Where a form prints no headings over its indicators, the columns that a row of it shows:
    /// 产出指标 | 数量指标 | the indicator | its target. Null for any other row.
    /// </summary>
    public static FormHeader? Implied(FormGrid grid, int row, PerformanceMap map)
    {
        var cells = grid.Row(row);
        for (var index = 0; index + 3 < cells.Length; index++)
        {
            if (LevelOf(cells[index], map) == 1 && LevelOf(cells[index + 1], map) == 2 && cells[index + 2].Text.Length > 0 &&
                LevelOf(cells[index + 2], map) == 0)
            {
                return new FormHeader(
                    row - 1,
                    [
                        Column(cells[index], PerformanceRole.Level1), Column(cells[index + 1], PerformanceRole.Level2),
                        Column(cells[index + 2], PerformanceRole.Level3), Column(cells[index + 3], PerformanceRole.Target),
                    ]);
            }
        }

        return null;

        static FormColumn Column(TableCell cell, PerformanceRole role) => new(cell.Column, role, string.Empty, [], null);
    }

    /// <summary>A blank heading left of 二级指标 is that of the first level where the cell below it says so: 产出指标.</summary>
    private static ImmutableArray<FormColumn> WithFirstLevel(FormGrid grid, int lastRow, ImmutableArray<FormColumn> columns,
        PerformanceMap map)
    {
        if (columns.FirstOrDefault(static column => column.Role == PerformanceRole.Level2) is not { } second ||
            columns.Any(static column => column.Role == PerformanceRole.Level1) ||
            grid.At(lastRow, second.Column - 1) is not { Text.Length: 0 } blank || columns.Any(column => column.Column == blank.Column) ||
            grid.At(lastRow + 1, blank.Column) is not { } below || LevelOf(below, map) != 1)
        {
            return columns;
        }

        return columns.Insert(columns.IndexOf(second), new FormColumn(blank.Column, PerformanceRole.Level1, string.Empty, [], null));
    }

    private static int LevelOf(TableCell cell, PerformanceMap map) => map.LevelWords.GetValueOrDefault(FoldedText.Of(cell.Text));

    private static bool IsHeader(HashSet<PerformanceRole> roles)
    {
        var levels = roles.Contains(PerformanceRole.Target) || roles.Contains(PerformanceRole.TargetOther) ? 1 : 0;
        foreach (var role in (ReadOnlySpan<PerformanceRole>)[PerformanceRole.Level1, PerformanceRole.Level2, PerformanceRole.Level3,
            PerformanceRole.Indicator])
        {
            levels += roles.Contains(role) ? 1 : 0;
        }

        if (levels >= 2)
        {
            return true;
        }

        if (roles.Contains(PerformanceRole.ProjectName) || roles.Contains(PerformanceRole.TaskName))
        {
            return levels > 0 || roles.Contains(PerformanceRole.Amount) || roles.Contains(PerformanceRole.Goal) ||
                roles.Contains(PerformanceRole.Executed)
                || (roles.Contains(PerformanceRole.TaskName) && roles.Contains(PerformanceRole.Content));
        }

        return roles.Contains(PerformanceRole.Executed) &&
            (roles.Contains(PerformanceRole.Amount) || roles.Contains(PerformanceRole.AmountEarly));
    }

    private static FormColumn? Read(FormGrid grid, int firstRow, int lastRow, int column, PerformanceMap map)
    {
        var path = ImmutableArray.CreateBuilder<TableCell>();
        for (var row = firstRow; row <= lastRow; row++)
        {
            // A cell that reaches below the header is a label at the side of what follows.
            if (grid.At(row, column) is { Text.Length: > 0 } cell && cell.Row + cell.RowSpan - 1 <= lastRow && !path.Contains(cell))
            {
                path.Add(cell);
            }
        }

        if (path.Count == 0)
        {
            return null;
        }

        PerformanceRole? role = null;
        AmountUnit? unit = null;
        foreach (var cell in path)
        {
            unit = AmountUnit.FindInHeading(cell.Text) ?? unit;
            if (map.Column(cell.Text) is { } found)
            {
                role = (found, role) switch
                {
                    (PerformanceRole.Total, null) => PerformanceRole.Amount,
                    (PerformanceRole.Total, _) => role,

                    // 全年执行数 / 总额: the inner heading only says that it is the whole of it.
                    (PerformanceRole.Amount, PerformanceRole.Executed) when map.Label(cell.Text) == PerformanceRole.Total => role,
                    _ => found,
                };
            }
        }

        if (LevelOf(path[^1], map) > 0)
        {
            // 产出指标 / 数量指标 over the indicators themselves.
            return new FormColumn(column, PerformanceRole.Level3, string.Empty, [.. path.Select(static cell => cell.Text)], null);
        }

        return role is null ? null : new FormColumn(column, role.Value, path[^1].Text,
            [.. path.Take(path.Count - 1).Select(static cell => cell.Text)], unit);
    }

    /// <summary>The row where the header begins: a heading of its lower storey may reach down from above.</summary>
    private static int FirstRow(FormGrid grid, int row, int lastRow, PerformanceMap map)
    {
        var first = row;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            if (grid.At(row, column) is { } cell && row - cell.Row < MostRows && cell.Row + cell.RowSpan - 1 <= lastRow &&
                map.Column(cell.Text) is not null)
            {
                first = Math.Min(first, cell.Row);
            }
        }

        return first;
    }

    /// <summary>绩效指标 at the side of 一级指标 | 二级指标 | 三级指标 names the block and no column.</summary>
    private static ImmutableArray<FormColumn> WithoutSideLabel(ImmutableArray<FormColumn> columns) =>
        columns.Any(static column => column.Role is PerformanceRole.Level3 or PerformanceRole.Level2)
            ? columns.RemoveAll(static column => column.Role == PerformanceRole.Indicator)
            : columns;
}
