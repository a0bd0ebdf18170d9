using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Reads “三公”经费 tables in all their forms: the items as columns (a row a unit, a row a year, or one row without a name)
/// or as rows (a column a fund, or a year).
/// </summary>
internal sealed class ThreePublicReader
{
    private static readonly WordSet PeriodsOfRows = ReadingWords.Of(WordList.PeriodOfRow);
    private static readonly WordSet PhasesOfRows = ReadingWords.Of(WordList.PhaseOfRow);

    private readonly TableContext context;
    private readonly TableGrid grid;
    private readonly LineFactory lines;
    private readonly ImmutableArray<ColumnMeaning> columns;
    private readonly string?[] columnItems;
    private readonly ImmutableArray<string> columnNames;
    private readonly List<ThreePublicGroup> groups = [];

    public ThreePublicReader(TableContext context)
    {
        this.context = context;
        grid = new TableGrid(context.Table);
        lines = context.LineFactory();
        columns = DepartmentColumns.Place(UnitColumns.Place(HeaderReader.Read(context.Table, context.Reference.Headings,
            context.FiscalYear), grid, context.Reference.Headings, context.FiscalYear), grid);
        (string? Item, string Name)[] named = [.. columns.Select(ItemOfColumn)];
        columnItems = [.. named.Select(static column => column.Item)];
        columnNames = [.. named.Select(static column => column.Name)];
        SeparateLooseTotals();
    }

    /// <summary>Columns name the items, not rows.</summary>
    public bool HasItemsAsColumns => columnItems.Count(static item => item is not null and not ItemKeys.Total) >= 2;

    public ImmutableArray<ThreePublicGroup> Read()
    {
        if (HasItemsAsColumns)
        {
            ReadItemsAsColumns();
        }
        else
        {
            ReadItemsAsRows();
        }

        foreach (var group in groups)
        {
            TellTotals(group);
        }

        groups.RemoveAll(static group => group.Items.Count == 0);
        SetRoles();
        return [.. groups];
    }

    /// <summary>The item of a column, and the part of its headings that names it: not 小计, 一般公共预算 or 决算数 below it.</summary>
    private (string? Item, string Name) ItemOfColumn(ColumnMeaning column)
    {
        if (column.Role is ColumnRole.UnitCode or ColumnRole.UnitName or ColumnRole.Year or ColumnRole.Percent or ColumnRole.Code)
        {
            return (null, string.Empty);
        }

        string? item = null;
        var name = string.Empty;
        var sum = default(string);
        foreach (var part in column.Path.Split(" / ", StringSplitOptions.RemoveEmptyEntries))
        {
            if (ThreePublicCounts.IsCount(part))
            {
                return (null, string.Empty);
            }

            var heading = HeadingText.Of(part);
            if (context.Reference.Headings.ThreePublicItems.Find(heading.Words) is { } meaning)
            {
                // 公务用车购置及运行费 / 购置费: the inner heading is the finer one, 三公 only frames the others.
                (item, name) = meaning.ItemKey == ItemKeys.Total && item is not null ? (item, name) : (meaning.ItemKey, part);
            }
            else if (context.Reference.Headings.Columns.Find(heading.Bare) is { IsSum: true })
            {
                // 2026年预算数 / 合计, and 合计 / 决算数: it is the sum that names the item, not the year or the phase.
                sum = sum is null || IsTotal(part) ? part : sum;
            }
        }

        return item is not null ? (item, name) : sum is not null ? (LooseTotal, sum) : (null, string.Empty);
    }

    private bool IsTotal(string text) => context.Reference.Headings.Rows.Find(FoldedText.Of(text))?.Kind == RowKind.Total;

    /// <summary>A sum outside the 三公 heading.</summary>
    private const string LooseTotal = "?total";

    /// <summary>西安 prints 合计 (with 会议费 and 培训费) beside the 小计 of the 三公 proper: only the latter is the 三公 total.</summary>
    private void SeparateLooseTotals()
    {
        var framedColumns = Enumerable.Range(0, columnItems.Length).Where(column => columnItems[column] == ItemKeys.Total).ToList();
        for (var column = 0; column < columnItems.Length; column++)
        {
            if (columnItems[column] == LooseTotal)
            {
                var meaning = columns[column];
                var framed = framedColumns.Exists(other =>
                    columns[other].Period == meaning.Period && columns[other].Phase == meaning.Phase &&
                    columns[other].Year == meaning.Year);
                columnItems[column] = framed ? ThreePublicGroup.WithMeetings : ItemKeys.Total;
            }
        }
    }

    private void ReadItemsAsColumns()
    {
        var above = new RowHead(0, null, null, null, null);
        foreach (var row in grid.BodyRows)
        {
            if (CountsPieces(row))
            {
                continue;
            }

            var (label, code, isTotal, period, phase) = ReadRowHead(row);
            if (label is not null || isTotal)
            {
                above = new RowHead(above.Number + 1, isTotal ? null : label, isTotal ? null : code, null, null);
            }

            for (var column = 0; column < columnItems.Length; column++)
            {
                if (columnItems[column] is { } item)
                {
                    Add(row, column, item, columnNames[column],
                        above with { Period = period ?? columns[column].Period, Phase = phase });
                }
            }
        }
    }

    /// <summary>江苏 prints 相关统计数 (团组数, 批次, 人次) below the amounts, in the same columns.</summary>
    private bool CountsPieces(int row)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].Role is not (ColumnRole.UnitName or ColumnRole.UnitCode) &&
                grid.Text(row, column) is { Length: > 0 } text &&
                PrintedAmount.IsName(text) && ThreePublicCounts.IsCount(text) && !UnitNames.IsLike(text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The unit that a row speaks of, whether it is the sum over units, the year it names, and whether it is 预算数 or 决算数.</summary>
    private (string? Unit, string? UnitCode, bool IsTotal, Period? Period, Phase? Phase) ReadRowHead(int row)
    {
        string? unit = null, unitCode = null;
        var isTotal = false;
        Period? period = null;
        Phase? phase = null;
        for (var column = 0; column < columnItems.Length; column++)
        {
            var text = grid.Text(row, column);
            if (columnItems[column] is not null || text.Length == 0)
            {
                continue;
            }

            var heading = HeadingText.Of(text);
            var named = columns[column].Role is ColumnRole.UnitName or ColumnRole.UnitCode ? null : PhaseOf(heading);
            phase = named ?? phase;
            if (columns[column].Role == ColumnRole.Year || named is not null || (heading.Year is not null && heading.Words.Length <= 3))
            {
                period = heading.Year is { } year && context.FiscalYear is { } current
                    ? year == current ? Period.Current : year < current ? Period.Prior : null
                    : PeriodsOfRows.Matches(text, "prior") ? Period.Prior : period;
                period = PeriodsOfRows.Matches(text, "change") || PeriodsOfRows.Matches(text, "change_of_year") ? Period.Change : period;
            }
            else if (PeriodsOfRows.Matches(text, "change"))
            {
                period = Period.Change;
            }
            else if (IsTotal(text))
            {
                isTotal = true;
            }
            else if (columns[column].Role == ColumnRole.UnitCode)
            {
                unitCode = FoldedText.Of(text);
            }
            else if (unit is null && !columns[column].IsOfDepartment && PrintedAmount.IsName(text))
            {
                (var codeInName, unit) = UnitNames.Split(text);
                unitCode ??= codeInName;
            }
        }

        return (unit, unitCode, isTotal, period, phase);
    }

    /// <summary>2023年年初预算数, 决算数 in front of a row: a row of 预算 beside a row of 决算.</summary>
    private static Phase? PhaseOf(HeadingText heading) =>
        heading.Words.Length > 6 ? null : PhasesOfRows.MeaningOf(heading.Words) switch
        {
            "final_accounts" => Phase.FinalAccounts,
            "budget" => Phase.Budget,
            _ => null,
        };

    private void ReadItemsAsRows()
    {
        foreach (var side in Sides())
        {
            ReadItemsAsRows(side);
        }
    }

    /// <summary>机构运行信息表 sets two lists side by side: columns of names behind amounts begin another list.</summary>
    private List<ImmutableArray<ColumnMeaning>> Sides()
    {
        var sides = new List<ImmutableArray<ColumnMeaning>>();
        var first = 0;
        for (var column = 1; column < columns.Length; column++)
        {
            if (columns[column].Role == ColumnRole.Name && columns[first..column].Any(static other =>
                other.Role is ColumnRole.Amount or ColumnRole.Ignored))
            {
                sides.Add(columns[first..column]);
                first = column;
            }
        }

        sides.Add(columns[first..]);
        return sides;
    }

    private void ReadItemsAsRows(ImmutableArray<ColumnMeaning> side)
    {
        var counts = new ThreePublicCounts();
        var units = side.FirstOrDefault(static column => column.Role == ColumnRole.UnitName);
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in grid.BodyRows)
        {
            var unit = units is null ? string.Empty : grid.TextOver(row, units.Column);
            unit = PrintedAmount.IsName(unit) && !IsTotal(unit) ? UnitNames.Split(unit).Name : string.Empty;
            string? item = null;
            var label = string.Empty;
            foreach (var column in side)
            {
                var text = grid.Text(row, column.Column);
                if (item is null && PrintedAmount.IsName(text))
                {
                    label = text;
                    if (counts.Take(text))
                    {
                        break;
                    }

                    var words = HeadingText.Of(text);
                    var name = Numbering.Of(words.Words).Rest;
                    item = context.Reference.Headings.ThreePublicItems.Find(name)?.ItemKey
                        ?? (context.Reference.Headings.Rows.Find(name)?.Kind == RowKind.Total ||
                            (unit.Length > 0 && RowLabels.IsNothingButSubtotal(name)) ? ItemKeys.Total : null);
                }
            }

            if (item is null)
            {
                continue;
            }

            foreach (var column in side)
            {
                if (column.Role is ColumnRole.Amount)
                {
                    if (unit.Length > 0)
                    {
                        // 某某局 merged down over its items.
                        heads.TryAdd(unit, columns.Length + 1 + heads.Count);
                        Add(row, column.Column, item, label, new RowHead(heads[unit], unit, null, column.Period, null));
                        continue;
                    }

                    Add(row, column.Column, item, label, new RowHead(
                        column.UnitName is null ? HeadOf(item, column) : column.Column + 1, column.UnitName, null, column.Period, null));
                }
            }
        }
    }

    /// <summary>国内接待费 below 公务接待费 shows a part of it, 支出合计 below 三公 all of it again: a group of its own that no sum counts.</summary>
    private int HeadOf(string item, ColumnMeaning column)
    {
        var isRepeated = groups.Exists(group => group.Head == 0 && group.Fund == context.FundOf(column.Fund) &&
            group.Period == (column.Period ?? Period.Current) &&
            group.Phase == (column.Phase ?? context.Phase) && group.Items.ContainsKey(item));
        return isRepeated ? -1 - groups.Count : 0;
    }

    /// <param name="label">What names the item: its column or its row.</param>
    private void Add(int row, int column, string item, string label, RowHead head)
    {
        if (grid.Cell(row, column) is not { } cell || PrintedAmount.Read(cell.Text, out var amount) != AmountReading.Amount)
        {
            return;
        }

        var meaning = columns[column];
        var fund = context.FundOf(meaning.Fund);
        var phase = head.Phase ?? meaning.Phase ?? context.Phase;
        var period = head.Period ?? Period.Current;
        var group = groups.Find(group => group.Head == head.Number && group.Fund == fund && group.Period == period &&
            group.Phase == phase && !group.Items.ContainsKey(item));
        if (group is null)
        {
            group = new ThreePublicGroup(head.Number, head.Unit, head.UnitCode, fund, period, phase);
            groups.Add(group);
        }

        var line = lines.Draft(cell, amount, meaning.Unit ?? context.Unit, new LineMeaning
        {
            Classification = Classification.ThreePublic,
            Phase = phase,
            Period = group.Period,
            Fund = fund,
            UnitName = head.Unit,
            UnitCode = head.UnitCode,
            Name = label,
            ItemKey = item,
        });
        line.IsStructureUnread = context.IsOfAnotherYear(meaning with { Period = head.Period });
        group.Items.Add(item, line);
    }

    /// <summary>A 合计 that also holds 会议费 and 培训费 is not the 三公 total; the arithmetic tells.</summary>
    private void TellTotals(ThreePublicGroup group)
    {
        if (group[ThreePublicGroup.WithMeetings] is null && group[ItemKeys.Total] is { } total &&
            group.Sum(ThreePublicGroup.Meetings, ThreePublicGroup.Training) is not 0
            and { } meetings &&
            group.Sum(ThreePublicGroup.PartsOfTotal) is { } sum && sum != total.Yuan && sum + meetings == total.Yuan)
        {
            group.Items.Remove(ItemKeys.Total);
            total.Line = total.Line with { ItemKey = ThreePublicGroup.WithMeetings };
            group.Items.TryAdd(ThreePublicGroup.WithMeetings, total);
            if (groups.Find(other => other.Head < 0 && other.Fund == group.Fund && other.Period == group.Period &&
                other.Phase == group.Phase && other[ItemKeys.Total]?.Yuan == sum) is { } own)
            {
                // 总计, then 三公小计: the second sum is that of the three.
                group.Items.Add(ItemKeys.Total, own[ItemKeys.Total]!);
                own.Items.Remove(ItemKeys.Total);
            }
        }
    }

    /// <summary>
    /// A figure is a part of the next larger one of its row, and the largest of a unit's row a part of the same figure of the row that sums
    /// up units: what has parts and is a part is a subtotal. A sum whose parts are units has no items for parts as well: these show its
    /// money once more.
    /// </summary>
    private void SetRoles()
    {
        var units = new ThreePublicUnits(groups);
        foreach (var group in groups)
        {
            group.Above = units.Above(group.Head);
        }

        var sums = groups.ConvertAll(group => groups.Find(other => other.Head == group.Above && other.IsSameBucket(group)));
        var ofUnits = new HashSet<LineDraft>(groups.Zip(sums)
            .SelectMany(static pair => pair.First.Items.Keys.Select(item => PartOf(pair.First, pair.Second, item))).OfType<LineDraft>());
        foreach (var (group, sum) in groups.Zip(sums))
        {
            var (isSum, isOfUnit) = (units.IsSum(group.Head), units.IsOneOfMany(group.Head));
            foreach (var (item, draft) in group.Items)
            {
                var isLeaf = group.IsLeaf(item) && !isSum && group.Head >= 0;
                var own = group.ParentOf(item);
                var whole = own ?? PartOf(group, sum, item);
                draft.Line = draft.Line with
                {
                    ItemKey = item == ItemKeys.Total && isOfUnit ? ItemKeys.UnitTotal : item,
                    IsLeaf = isLeaf,
                    ParentLineId = own is not null && ofUnits.Contains(own) ? null : whole?.Line.LineId,
                    RowRole = RoleOf(group.RoleOf(item), isLeaf, isSum, isOfUnit && whole is not null),
                };
            }
        }

        static LineDraft? PartOf(ThreePublicGroup group, ThreePublicGroup? sum, string item) =>
            ThreePublicGroup.IsTop(item) && group.ParentOf(item) is null ? sum?[item] : null;
    }

    private static RowRole RoleOf(RowRole ofItem, bool isLeaf, bool isSum, bool isPartOfUnits) => ofItem switch
    {
        RowRole.Total when isPartOfUnits => isLeaf ? RowRole.Detail : RowRole.Subtotal,
        RowRole.Detail when isSum => RowRole.Subtotal,
        _ => ofItem,
    };

    /// <summary>What stands in front of the amounts of a row, and holds for the rows below it.</summary>
    /// <param name="Number">Of the rows that name a unit; below 0 for an item that shows money of another group again.</param>
    /// <param name="Period">Null where neither row nor column tell it.</param>
    private readonly record struct RowHead(int Number, string? Unit, string? UnitCode, Period? Period, Phase? Phase);
}
