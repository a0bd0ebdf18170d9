using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// What a list prints beside and over its amounts that no reading explains. Sums hold whatever such words say: the lines whose meaning may
/// hang on them are not proven.
/// </summary>
/// <param name="columns">All columns of the table.</param>
/// <param name="ambiguous">Amount columns that another one cannot be told from.</param>
internal sealed class UnreadStructure(BlockLines block, ImmutableArray<ColumnMeaning> columns, TableGrid grid, IReadOnlySet<int> ambiguous)
{
    /// <summary>Words of a column; one alone tells no rows apart.</summary>
    private const int FewestWords = 2;

    private static readonly WordSet Notes = ReadingWords.Of(WordList.TableNote);

    private static readonly WordSet Divisions = ReadingWords.Of(WordList.HeadingOfDivision);

    private readonly HeadingMaps maps = block.Context.Reference.Headings;
    private readonly HashSet<int> printed = [.. Enumerable.Range(0, block.Rows.Length).Where(row =>
        Enumerable.Range(0, block.Amounts.Length).Any(column => block.Lines[row, column] is not null))];

    /// <summary>Marks the lines.</summary>
    public void Mark()
    {
        MarkUnitsOfTitle();
        MarkOtherUnits();
        MarkSumsOfMergedNames();
        MarkColumns();
        foreach (var column in UnreadColumns())
        {
            MarkWords(column);
        }

        MarkBelowUnreadRows();
        MarkUnknownNames();
        MarkRowsOfOneMeaning();
    }

    /// <summary>A unit that the title names is that of rows without one.</summary>
    private void MarkUnitsOfTitle()
    {
        foreach (var line in block.Context.NamesUnitInTitle ? block.All.Where(static line => line.Line.UnitName is null) : [])
        {
            line.IsStructureUnread = true;
        }
    }

    /// <summary>
    /// 项目单位 beside 主管部门: a row that two columns of units name otherwise is of one of them. One that prints the number of another
    /// unit than the one that it was read below is not of that.
    /// </summary>
    private void MarkOtherUnits()
    {
        foreach (var row in printed)
        {
            if (block.Block.UnitCode is { } numbers && block.Rows[row] is { IsUnit: false, UnitCode: { } own } &&
                FoldedText.Of(grid.Text(block.Rows[row].Row, numbers.Column)) is var number &&
                number.AsSpan().ContainsAnyInRange('0', '9') && number != FoldedText.Of(own))
            {
                MarkRow(row);
            }
        }

        foreach (var column in OfThisSide().Where(column => column.Role == ColumnRole.UnitName && column != block.Block.UnitName))
        {
            foreach (var row in printed)
            {
                var name = grid.TextOver(block.Rows[row].Row, column.Column);
                if (block.Rows[row].UnitName is { } unit && PrintedAmount.IsName(name) &&
                    FoldedText.Of(UnitNames.Split(name).Name) != FoldedText.Of(unit))
                {
                    MarkRow(row);
                }
            }
        }
    }

    /// <summary>小计 beside 其他支出 merged down over it: the subject that it sums stands in the merged cell alone.</summary>
    private void MarkSumsOfMergedNames()
    {
        foreach (var row in printed.Where(row => block.Rows[row] is { Kind: RowKind.Subtotal, Subject: null, UnitName: null }))
        {
            if (block.Block.Slots.SelectMany(static slot => slot.Columns).Any(column =>
                grid.Text(block.Rows[row].Row, column.Column).Length == 0 &&
                PrintedAmount.IsName(grid.TextOver(block.Rows[row].Row, column.Column))))
            {
                MarkRow(row);
            }
        }
    }

    /// <summary>A heading over the amounts that no map knows, another year, or two columns that are read alike.</summary>
    private void MarkColumns()
    {
        for (var column = 0; column < block.Amounts.Length; column++)
        {
            var meaning = block.Amounts[column].Meaning;
            if (ambiguous.Contains(meaning.Column) || block.Context.IsOfAnotherYear(meaning) ||
                (meaning is { Item: null, UnitName: null } &&
                    meaning.Path.Split(HeaderReader.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(IsUnknown)))
            {
                for (var row = 0; row < block.Rows.Length; row++)
                {
                    Mark(row, column);
                }
            }
        }

        bool IsUnknown(string part) => PrintedAmount.IsName(part) && HeadingText.Of(part) is { IsOrdinal: false } heading &&
            !Divisions.Matches(heading.Words) && HeadingWords.Find(maps, heading) is null &&
            HeadingWords.PeriodOf(heading, block.Context.FiscalYear) is null && HeadingWords.PhaseOf(heading) is null &&
            HeadingWords.DirectionOf(heading) is null;
    }

    /// <summary>Columns of this side of the table that no part of the block is read from.</summary>
    private IEnumerable<ColumnMeaning> UnreadColumns() => OfThisSide().Where(static column =>
        column.Role is ColumnRole.Unmapped or ColumnRole.Ignored or ColumnRole.Year);

    /// <summary>The columns between the amounts of the side before and its own, and behind those of the last.</summary>
    private IEnumerable<ColumnMeaning> OfThisSide()
    {
        var own = block.Amounts.Select(static amount => amount.Column).ToHashSet();
        var before = columns.LastOrDefault(column => column.Role == ColumnRole.Amount && column.Column < own.Min())?.Column ?? -1;
        var isLast = !columns.Any(column => column.Role == ColumnRole.Amount && column.Column > own.Max());
        return columns.Where(column => column.Column > before && (isLast || column.Column <= own.Max()));
    }

    /// <summary>
    /// Words under an unknown heading that come again tell kinds of rows apart; in a list of nothing but subjects any do. Words under any
    /// heading may name a phase, a year, a kind of expenditure or a fund that the line is not of.
    /// </summary>
    private void MarkWords(ColumnMeaning column)
    {
        var words = printed.Select(row => (Row: row, Text: FoldedText.Of(grid.TextOver(block.Rows[row].Row, column.Column))))
            .Where(static word => word.Text.Length > 0).ToList();
        var names = words.Where(static word => PrintedAmount.IsName(word.Text)).Select(static word => word.Text).ToList();
        var kinds = names.Distinct(StringComparer.Ordinal).Count();
        var isUnread = column.Role == ColumnRole.Unmapped && kinds >= FewestWords && (kinds < names.Count || !block.Context.Kind.IsList);
        foreach (var (row, text) in words)
        {
            if ((isUnread && PrintedAmount.IsName(text)) || SaysOtherwise(row, column, text))
            {
                MarkRow(row);
            }
        }
    }

    private bool SaysOtherwise(int row, ColumnMeaning column, string text)
    {
        var (context, amounts) = (block.Context, block.Amounts);
        if (RowPhases.Of(text, column, maps, context.FiscalYear) is { } said)
        {
            return amounts.Any(amount => said.Of(amount) != amount);
        }

        var lines = Enumerable.Range(0, amounts.Length).Select(amount => block.Lines[row, amount]?.Line).OfType<BudgetLine>().ToList();
        return (RowComponents.ComponentIn(text, maps) is { } component && context.ComponentOf(component) is var named &&
                lines.TrueForAll(line => line.Component == context.Component && line.Component != named)) ||
            (RowFunds.FundIn(text, maps) is { } fund && context.FundOf(fund) is var money &&
                lines.TrueForAll(line => line.Fund == context.Fund && line.Fund != money));
    }

    /// <summary>
    /// A row of words alone may say what the rows below it are of, up to the next: it is read where it is a unit or a subject, or names a
    /// kind that the rows below it have from it.
    /// </summary>
    private void MarkBelowUnreadRows()
    {
        var isBelow = false;
        var over = -1;
        for (var row = 0; row < block.Rows.Length; row++)
        {
            var own = block.Rows[row];
            if (!printed.Contains(row) && own.Label.Length > 0 && !Notes.Matches(FoldedText.Of(own.Label)))
            {
                var isBand = grid.Band(own.Row) is not null;
                isBelow = own is { Kind: RowKind.Detail, IsUnit: false, Code: null } && (isBand || own.ItemKey is null);
                over = isBand && own.ItemKey is not null ? row : -1;
            }
            else if (isBelow && own.Kind != RowKind.Total && !(over >= 0 && (own.Component is not null || IsBelow(row, over))))
            {
                MarkRow(row);
            }
        }
    }

    private bool IsBelow(int row, int over)
    {
        var above = block.Tree.Parents[row];
        while (above >= 0 && above != over)
        {
            above = block.Tree.Parents[above];
        }

        return above == over;
    }

    /// <summary>A name among subjects that is none of their list; 减：内部往来抵销 among units.</summary>
    private void MarkUnknownNames()
    {
        for (var row = 0; row < block.Rows.Length; row++)
        {
            if (block.Rows[row] is { IsUnit: true, UnitName: { } unit } && FoldedText.Of(unit).Contains(':', StringComparison.Ordinal))
            {
                MarkRow(row);
            }
            else if (block.Rows[row] is { Kind: RowKind.Detail, IsUnit: false, Subject.Code: null, ItemKey: null, Others: [] } own &&
                own.Classification is Classification.Functional or Classification.DepartmentEconomic or Classification.GovernmentEconomic or
                    Classification.Revenue)
            {
                for (var column = 0; column < block.Amounts.Length; column++)
                {
                    if (block.Lines[row, column] is { } line && line.Line.Classification == own.Classification)
                    {
                        Mark(row, column);
                    }
                }
            }
        }
    }

    /// <summary>Rows that are read alike although their words are not: what tells them apart is not read.</summary>
    private void MarkRowsOfOneMeaning()
    {
        foreach (var same in printed.GroupBy(row => (block.Rows[row] with
        {
            Row = 0,
            Indent = 0,
            Others = [],
            RepeatsCodeAbove = false,
        }, block.Tree.Parents[row], string.Join(' ', block.Rows[row].Others), ComponentOf(row))).Where(static same => same.Count() > 1))
        {
            if (same.Select(WordsOf).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                foreach (var row in same)
                {
                    MarkRow(row);
                }
            }
        }

        Component ComponentOf(int row) => Enumerable.Range(0, block.Amounts.Length).Select(column => block.Lines[row, column])
            .First(static line => line is not null)!.Line.Component;

        string WordsOf(int row) => string.Join('\n', columns.Where(static column =>
            column.Role is not (ColumnRole.Amount or ColumnRole.Percent or ColumnRole.Ignored))
            .Select(column => FoldedText.Of(grid.TextOver(block.Rows[row].Row, column.Column))));
    }

    private void MarkRow(int row)
    {
        for (var column = 0; column < block.Amounts.Length; column++)
        {
            Mark(row, column);
        }
    }

    private void Mark(int row, int column)
    {
        if (block.Lines[row, column] is { } line)
        {
            line.IsStructureUnread = true;
        }
    }
}
