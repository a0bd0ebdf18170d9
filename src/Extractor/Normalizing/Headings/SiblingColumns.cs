using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>What the columns of a table say of each other: the parts of a code, of a heading over several columns, of a fund.</summary>
internal sealed class SiblingColumns(ImmutableArray<ColumnMeaning>.Builder columns, ExtractedTable table, HeadingMaps maps)
{
    private static readonly WordSet Appropriations = ReadingWords.Of(WordList.Appropriation);
    private static readonly WordSet CurrentYearSides = ReadingWords.Of(WordList.CurrentYearSide);

    public void Read()
    {
        SplitCodes();
        FindParts();
        FindWholes();
        FindAppropriations();
        FindYears();
    }

    /// <summary>一般公共预算 / 小计 | 本年预算 | 上年结转: between the sum of a group and what was carried over stands the year's own money.</summary>
    private void FindYears()
    {
        for (var index = 1; index + 1 < columns.Count; index++)
        {
            var (whole, year, carried) = (columns[index - 1], columns[index], columns[index + 1]);
            if (whole is { Role: ColumnRole.Amount, ItemKey: null } && carried is { Role: ColumnRole.Amount, ItemKey: "carried_in" } &&
                year.ItemKey is null && year.DiffersInItemAlone(whole) && carried.DiffersInItemAlone(whole) &&
                whole.HeadingsOver == carried.HeadingsOver && whole.HeadingsOver == year.HeadingsOver)
            {
                columns[index] = year with { ItemKey = ItemKeys.CurrentYearTotal };
            }
        }
    }

    /// <summary>One heading 科目编码 over two or three columns: 类 and 款, or 类, 款 and 项.</summary>
    private void SplitCodes()
    {
        ReadOnlySpan<ColumnRole> parts = [ColumnRole.CodeClass, ColumnRole.CodeGroup, ColumnRole.CodeItem];
        for (var first = 0; first < columns.Count; first++)
        {
            var end = first;
            while (end < columns.Count && columns[end].Role == ColumnRole.Code && columns[end].Path == columns[first].Path)
            {
                end++;
            }

            if (end - first is 2 or 3)
            {
                for (var column = first; column < end; column++)
                {
                    columns[column] = columns[column] with { Role = parts[column - first] };
                }
            }

            first = Math.Max(first, end - 1);
        }
    }

    /// <summary>
    /// What a heading over several columns says of all of them is the meaning of none: a column below it whose own heading no
    /// map knows is one of its parts (工资福利支出 / 基本工资), and beside amounts without any heading (the line 合计, 基本支出,
    /// 项目支出 not read as headings, 本年支出 in the middle above them) it may stand over any.
    /// </summary>
    private void FindParts()
    {
        var unheaded = columns.Where(column => column.Path.Length == 0 && HoldsAmounts(column.Column)).Select(static column =>
            column.Column).ToHashSet();
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is not { Role: ColumnRole.Amount } column)
            {
                continue;
            }

            var end = column.Path.LastIndexOf(HeaderReader.PathSeparator, StringComparison.Ordinal);
            var isPart = end > 0 && columns.Any(other =>
                other.Column != column.Column &&
                other.Path.StartsWith(column.Path[..(end + HeaderReader.PathSeparator.Length)], StringComparison.Ordinal)) &&
                SaysNothing(HeadingText.Of(column.Path[(end + HeaderReader.PathSeparator.Length)..]), column);
            var mayBeOverOthers = end < 0 && (column.ItemKey == ItemKeys.CurrentYearTotal || table.Method == TableMethod.Aligned);
            if (isPart || (mayBeOverOthers && (unheaded.Contains(index - 1) || unheaded.Contains(index + 1))))
            {
                columns[index] = column with { Role = ColumnRole.Unmapped };
            }
        }

        bool HoldsAmounts(int column) => table.Cells.Any(cell =>
            !cell.IsHeader && cell.Column == column && PrintedAmount.Read(cell.Text, out var amount) == AmountReading.Amount &&
                amount.Decimals > 0);
    }

    /// <summary>No word of the heading is known, nor does it name a year, a phase or a change.</summary>
    private bool SaysNothing(HeadingText heading, ColumnMeaning column) =>
        !heading.IsOrdinal && heading.Year is null && !heading.IsOfWhich && HeadingWords.Find(maps, heading) is null &&
        HeadingWords.PhaseOf(heading) is null && column.Period != Period.Change && HeadingWords.PeriodOf(heading, null) is null;

    /// <summary>
    /// 本年支出 / 小计 beside 本年支出 / 基本支出 is the sum of the components, all that such a table spends; 本年收入 / 预算数 beside
    /// 本年收入 / 项目 is the side of a table. Neither tells the year's money from what was carried over.
    /// </summary>
    private void FindWholes()
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is { ItemKey: ItemKeys.CurrentYearTotal, Component: null } whole && UnderYear(whole.Path) is { } year &&
                columns.Any(part => part is { Role: ColumnRole.Name } or { Role: ColumnRole.Amount, Component: not null } &&
                    part.Path.StartsWith(year, StringComparison.Ordinal)))
            {
                columns[index] = whole with { ItemKey = null };
            }
        }
    }

    /// <summary>一般公共预算 / 财政拨款 beside 一般公共预算 / 小计 is a part of it.</summary>
    private void FindAppropriations()
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is
                {
                    Role: ColumnRole.Amount, ItemKey: null, Fund: Fund.GeneralPublic or Fund.GovernmentFund
                or Fund.StateCapital
                } part &&
                Appropriations.Matches(part.Path) && part.Path.Contains(HeaderReader.PathSeparator, StringComparison.Ordinal) &&
                columns.Take(index).Any(whole =>
                    whole.Role == ColumnRole.Amount && whole with { Column = part.Column, Path = part.Path } == part &&
                    whole.HeadingsOver == part.HeadingsOver))
            {
                columns[index] = part with { ItemKey = SchemaName.Of(Fund.FiscalAppropriation) };
            }
        }
    }

    /// <summary>The path down to 本年收入 or 本年支出, where more stands below it.</summary>
    private static string? UnderYear(string path)
    {
        var length = 0;
        foreach (var part in path.Split(HeaderReader.PathSeparator))
        {
            length += part.Length + HeaderReader.PathSeparator.Length;
            if (CurrentYearSides.Matches(HeadingText.Of(part).Bare))
            {
                return length < path.Length ? path[..length] : null;
            }
        }

        return null;
    }
}
