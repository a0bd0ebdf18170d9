using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>Turns the amounts of one table into budget lines.</summary>
internal sealed class TableReader
{
    private static readonly WordSet Income = ReadingWords.Of(WordList.IncomeColumn);

    /// <summary>The qualifier of a column that prints the figures of an earlier one again.</summary>
    private const string Repeated = "repeated";

    /// <summary>Rows; two columns that agree in fewer may do so by chance (西安市民政局 2021 prints 15).</summary>
    private const int FewestRowsPrintedAgain = 2;

    private readonly TableContext context;
    private readonly TableGrid grid;
    private readonly LineFactory lines;
    private readonly TableFindings told;
    private readonly HashSet<int> ambiguous = [];
    private int readingsTried;

    public TableReader(TableContext context, FindingLog findings)
    {
        this.context = context;
        grid = new TableGrid(context.Table);
        lines = context.LineFactory();
        told = new TableFindings(context, grid, findings);
    }

    /// <summary>The blocks of the table with their lines; amounts below headings that no map knows are reported, not guessed.</summary>
    public TableLines Read()
    {
        var maps = context.Reference.Headings;
        var headed = RowComponents.Place(RowPhases.Place(UnitColumns.Place(HeaderReader.Read(context.Table, maps, context.FiscalYear),
            grid, maps, context.FiscalYear), grid, maps, context.FiscalYear), grid, maps);
        var columns = DepartmentColumns.Place(EconomicClasses.Place(new UnnamedColumns(grid, context.Direction).Place(
            ItemColumns.Place(RowFunds.Place(headed, grid, maps), grid)),
            context.Kind.Whole), grid);
        var unread = told.ReportUnmapped(columns);
        var read = ReadBlocks(columns);
        var totals = ParallelSides.FindTotals(grid, read);
        var built = new BlockLines?[read.Count];
        var result = ImmutableArray.CreateBuilder<BlockLines>();
        var seen = new HashSet<(Direction, Classification, Phase?, Period?)>();
        for (var index = 0; index < read.Count; index++)
        {
            var (block, amounts, all) = read[index];
            var rows = all.RemoveRange(totals.Where(total => total.Block == index).Select(static total => total.Row));
            if (rows.IsEmpty)
            {
                continue;
            }

            var classification = read[index].Classification;
            var (phase, period) = block.Phase is null ? default((Phase?, Period?)) : (amounts[0].Phase, amounts[0].Period);
            var primary = seen.All(other => other != (block.Direction, other.Item2, phase, period) || other.Item2 == classification) &&
                !ShowsAgain(read[index], read.Take(index));
            seen.Add((block.Direction, classification, phase, period));
            var readings = new RowReadings(context, grid, amounts);
            result.Add(built[index] = BuildBlock(block, amounts, rows, readings.TreeOf(rows), primary, unread, []));
            readingsTried += readings.Tried;
        }

        foreach (var total in totals)
        {
            var sides = built[total.First..(total.Last + 1)].OfType<BlockLines>().ToImmutableArray();
            var (block, amounts, _) = read[total.Block];
            var isOneComponent = sides.All(side =>
                side.Amounts.Zip(amounts).All(static pair => pair.First.Component == pair.Second.Component));
            var own = isOneComponent ? amounts : [.. amounts.Select(amount => amount with { Component = context.ComponentOf(null) })];
            result.Add(BuildBlock(block, own, [total.Row], new RowTree([-1]), sides.All(static side => side.IsPrimary), unread, sides));
        }

        for (var side = 0; side < result.Count; side++)
        {
            foreach (var draft in result[side].All)
            {
                draft.Side = side;
            }
        }

        foreach (var block in result.Where(static block => block.Sides.IsEmpty))
        {
            new UnreadStructure(block, columns, grid, ambiguous).Mark();
        }

        PrintedPrecision.Settle([.. result.SelectMany(static block => block.All)]);
        return new TableLines(context, result.ToImmutable(), []) { ReadingsTried = readingsTried };
    }

    /// <summary>A side with the sum of an earlier one shows the same money (支出按功能, 支出按性质); parallel lists print one sum for all.</summary>
    private bool ShowsAgain(ReadBlock block, IEnumerable<ReadBlock> earlier) =>
        SumOf(block) is { } sum && earlier.Any(other =>
            other.Block.Direction == block.Block.Direction && other.Amounts[0].IsSameBucket(block.Amounts[0]) && SumOf(other) == sum);

    private decimal? SumOf(ReadBlock block) =>
        block.Rows.FirstOrDefault(static row => row.Kind is RowKind.Total or RowKind.CurrentYearTotal) is { } total &&
        grid.Amount(total.Row, block.Amounts[0].Column) is { Value: not 0 and var sum } ? sum : null;

    private List<ReadBlock> ReadBlocks(ImmutableArray<ColumnMeaning> columns)
    {
        var read = new List<ReadBlock>();
        foreach (var block in TableBlock.Split(columns, context.Direction, context.Kind.Direction))
        {
            var amounts = AmountColumns(block);
            if (amounts.IsEmpty)
            {
                continue;
            }

            var sides = context.Direction is null ? StackedSides.Find(grid, block, context.Reference.Headings) : [];
            var phases = sides.IsEmpty ? RowPhases.Split(grid, block, context.Reference.Headings, context.FiscalYear) : [];
            if (sides.IsEmpty && phases.IsEmpty)
            {
                Take(block, amounts, grid);
            }

            foreach (var (phase, rows) in phases)
            {
                Take(block, [.. amounts.Select(phase.Of)], rows);
            }

            foreach (var (direction, rows) in sides)
            {
                var side = block with { Direction = direction };
                Take(side, AmountColumns(side), rows);
            }
        }

        return read;

        void Take(TableBlock block, ImmutableArray<AmountColumn> amounts, TableGrid body)
        {
            var readings = new RowReadings(context, grid, amounts);
            if (readings.Best(new RowReader(body, block, context) { SumsStandBelow = true }) is { IsEmpty: false } rows)
            {
                read.Add(new ReadBlock(block, amounts, rows));
                readingsTried += readings.Tried;
            }
        }
    }

    private ImmutableArray<AmountColumn> AmountColumns(TableBlock block)
    {
        var result = ImmutableArray.CreateBuilder<AmountColumn>();
        foreach (var meaning in block.Amounts)
        {
            var side = SideOf(meaning, block);
            var column = new AmountColumn(
                meaning,
                side == Direction.Revenue ? Component.Total : context.ComponentOf(meaning.Component),
                context.FundOf(meaning.Fund),
                meaning.Period ?? Period.Current,
                PhaseOf(meaning),
                DirectionOf(meaning, block, side));
            if (result.FirstOrDefault(other => other.IsSameBucket(column) && other.ItemKey == column.ItemKey) is { } same)
            {
                if (PrintsAgain(meaning.Column, same.Column))
                {
                    result.Add(column with { Meaning = meaning with { ItemKey = Repeated, IsOfWhich = true, Narrowing = Repeated } });
                }
                else if (YearColumns.IsOwnOfYear(grid, same.Meaning, meaning, block.Amounts))
                {
                    result.Add(column with { Meaning = meaning with { ItemKey = ItemKeys.CurrentYearTotal } });
                }
                else if (told.ReportAmbiguous(meaning, same.Meaning))
                {
                    ambiguous.Add(same.Column);
                }
            }
            else
            {
                result.Add(column);
            }
        }

        return result.ToImmutable();
    }

    /// <summary>总计 | 部门预算 / 合计 where the department has no other budget: one figure printed twice in every row.</summary>
    private bool PrintsAgain(int column, int earlier)
    {
        var rows = 0;
        foreach (var row in grid.BodyRows)
        {
            var (first, second) = (grid.Amount(row, earlier)?.Value, grid.Amount(row, column)?.Value);
            if (first != second)
            {
                return false;
            }

            rows += first is null ? 0 : 1;
        }

        return rows >= FewestRowsPrintedAgain;
    }

    /// <summary>全年预算 of a budget is that of the whole year beside its quarters; adjusted it is where the year is over.</summary>
    private Phase PhaseOf(ColumnMeaning meaning) =>
        meaning.Phase is { } own && !(context.Phase == Phase.Budget && own == Phase.Adjusted && meaning.Period is not Period.Prior &&
            HeadingWords.IsOfWholeYear(meaning.Path)) ? own : context.Phase;

    /// <summary>One list of units may have columns of both sides (收入预算, 支出预算) where its kind always has two.</summary>
    private Direction SideOf(ColumnMeaning meaning, TableBlock block) =>
        context.Direction is null && context.Kind.Direction is null && meaning.Direction is { } own &&
            block.Amounts.Any(amount => amount.Direction is { } other && other != own) ? own : block.Direction;

    /// <summary>Tables of one fund may show its income (年初结转, 本年收入) in columns of their own beside the expenditure.</summary>
    private Direction DirectionOf(ColumnMeaning meaning, TableBlock block, Direction side) =>
        context.Kind.HasIncomeColumns && (IsIncome(meaning) || (meaning.ItemKey == "carried_in" && block.Amounts.Any(IsIncome)))
            ? Direction.Revenue
            : side;

    private static bool IsIncome(ColumnMeaning meaning) =>
        meaning.Path.Split(" / ").Any(static part => Income.Matches(HeadingText.Of(part).Bare));

    private BlockLines BuildBlock(TableBlock block, ImmutableArray<AmountColumn> amounts, ImmutableArray<TableRow> rows, RowTree tree,
        bool primary, bool unread, ImmutableArray<BlockLines> sides)
    {
        var drafts = new LineDraft?[rows.Length, amounts.Length];
        var amountColumns = block.Amounts.Select(static amount => amount.Column).ToHashSet();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < amounts.Length; column++)
            {
                drafts[row, column] = Draft(rows[row], amounts[column], amountColumns.Contains);
            }
        }

        var built = new BlockLines(context, block, amounts, rows, tree, drafts, primary, unread, sides);
        LinkRows(built);
        return built;
    }

    private LineDraft? Draft(TableRow row, AmountColumn column, Func<int, bool> isAmountColumn)
    {
        if (grid.AmountCell(row.Row, column.Column, isAmountColumn) is not { } cell ||
            !told.ReadAmount(cell, column.Meaning, out var amount))
        {
            return null;
        }

        if (row.Label.Length == 0 && row.Code is null && row.Kind == RowKind.Detail)
        {
            if (amount.Value != 0)
            {
                told.ReportNameless(cell, column.Meaning);
            }

            return null;
        }

        return lines.Draft(cell, amount, column.Meaning.Unit ?? context.Unit, new LineMeaning
        {
            Classification = row.Classification,
            Phase = column.Phase,
            Direction = column.Direction,
            Period = column.Period,
            Component = column.Component,
            Fund = column.Fund,
            UnitName = column.Meaning.UnitName ?? row.UnitName,
            UnitCode = row.IsGroupOfUnits ? null : row.UnitCode,
            Others = row.Others,
            Name = row.Label.Length == 0 ? null : row.Label,
            Subject = row.Subject,
            ColumnItem = column.Meaning.Item,
            ItemKey = column.RowItemKey ?? row.ItemKey ?? (row.IsUnit ? ItemKeys.UnitTotal : null),
        });
    }

    /// <summary>Sets what needs the whole block: parents, the rows' parts in the sums, and which lines count every yuan once.</summary>
    private static void LinkRows(BlockLines block)
    {
        var hasParts = block.Tree.RowsWithParts();
        var lists = ListedRows.ListsOf(block, hasParts);
        var total = block.TotalRow;
        var hasOfWhich = block.Rows.Any(static row => row.IsOfWhich);
        var isOfNoUnit = block.StandOutsideTheirUnits();
        for (var column = 0; column < block.Amounts.Length; column++)
        {
            var aside = Enumerable.Range(0, block.Rows.Length).Select(row => hasOfWhich && block.IsShownAside(row, column)).ToArray();
            var counted = block.CountedBelow(column, aside);
            var isSplit = block.Amounts[column].ItemKey is not null && (block.Amounts[column].Meaning.IsOfWhich ||
                block.Amounts.Any(other => other.ItemKey is null && other.IsSameBucket(block.Amounts[column])));
            var isByUnit = block.Amounts.Any(part => UnitColumns.IsOfSameMeaning(block.Amounts[column].Meaning, part.Meaning));
            var within = ColumnsWithin.QualifierOf(block, column);
            for (var row = 0; row < block.Rows.Length; row++)
            {
                if (block.Lines[row, column] is not { } draft)
                {
                    continue;
                }

                var kind = block.Rows[row].Kind;
                var role = row == total || kind is RowKind.Total or RowKind.CurrentYearTotal ? RowRole.Total
                    : kind == RowKind.Subtotal || hasParts[row] ? RowRole.Subtotal
                    : RowRole.Detail;
                var isLeaf = block.IsPrimary && block.Sides.IsEmpty && !isSplit && !isByUnit &&
                    within is null && !counted[row] && !aside[row];
                var (component, fund) = RowDimensions.Of(block, row, block.Amounts[column]);
                draft.HasPlace = block.Rows.Length > 1;
                draft.IsPrintedSum = kind == RowKind.Subtotal;
                if (block.Rows[row].Subject is { IsPlaceOnly: true })
                {
                    draft.Line = WithoutSubject(draft.Line);
                }
                else if (IsProject(block, row))
                {
                    draft.Line = WithoutSubject(draft.Line) with { Classification = Classification.Project };
                }
                else if (lists[row] is { } list)
                {
                    draft.Line = WithoutSubject(draft.Line) with
                    {
                        Classification = list,
                        FunctionalCode = draft.Line.FunctionalCode,
                        FunctionalName = draft.Line.FunctionalName,
                    };
                }

                if (RowComponents.ItemOf(block, row) is >= 0 and var item && block.Lines[item, column] is { } whole)
                {
                    draft.Line = draft.Line with { FunctionalCode = whole.Line.FunctionalCode, FunctionalName = whole.Line.FunctionalName };
                }

                if (isOfNoUnit[row] && block.Amounts[column].Meaning.UnitName is null)
                {
                    draft.Line = draft.Line with { UnitName = null, UnitCodeAsPrinted = null };
                }

                draft.Line = draft.Line with
                {
                    ItemKey = kind == RowKind.Carried ? draft.Line.ItemKey : CarriedAbove(block, row) ?? draft.Line.ItemKey,
                    Component = component,
                    Fund = fund,
                    Qualifier = within ?? QualifierOf(block.Amounts[column].Meaning, isSplit, aside[row]),
                    RowRole = role,
                    IsLeaf = isLeaf,
                    ParentLineId = block.ParentWithAmount(row, column) is >= 0 and var parent ? block.Lines[parent, column]?.Line.LineId
                        : null,
                };
            }
        }
    }

    /// <summary>
    /// A name that no list knows, below 二、项目支出 (西安 lists economic classes there: then it is another of them) or below a 项 of the
    /// functional list: one of its projects.
    /// </summary>
    private static bool IsProject(BlockLines block, int row)
    {
        var own = block.Rows[row];
        var above = block.Tree.Parents[row];
        if (above < 0 || own is not { Kind: RowKind.Detail, IsUnit: false, ItemKey: null, IsOfWhich: false, SubjectAbove: null } ||
            own.Classification is not (Classification.Functional or Classification.DepartmentEconomic))
        {
            return false;
        }

        if (block.Rows[above] is { Classification: Classification.Functional, Code.Length: 7 })
        {
            return own.Code is null || (own.Classification == Classification.Functional &&
                own.Evidence is CodeEvidence.UniqueName or CodeEvidence.NameUnderParent);
        }

        return own.Code is null && block.Rows[above].ItemKey == "project" && !Enumerable.Range(0, block.Rows.Length).Any(other =>
            block.Tree.Parents[other] == above && block.Rows[other].Code is not null);
    }

    /// <summary>
    /// 就业创业服务补贴 below another 项 is a project of it, though a 项 bears that name too; a number of the list's own names no subject.
    /// </summary>
    private static BudgetLine WithoutSubject(BudgetLine line) => line with
    {
        SubjectCode = null,
        SubjectLevel = null,
        SubjectName = null,
        CodeEvidence = CodeEvidence.None,
        CatalogueEdition = null,
        FunctionalCode = null,
        FunctionalName = null,
        DepartmentEconomicCode = line.Classification == Classification.DepartmentEconomic ? null : line.DepartmentEconomicCode,
        DepartmentEconomicName = line.Classification == Classification.DepartmentEconomic ? null : line.DepartmentEconomicName,
        GovernmentEconomicCode = line.Classification == Classification.GovernmentEconomic ? null : line.GovernmentEconomicCode,
        GovernmentEconomicName = line.Classification == Classification.GovernmentEconomic ? null : line.GovernmentEconomicName,
    };

    /// <summary>
    /// 上年结转 over a column beside that of the whole sum, or a row of a list that shows only some parts of the one above it.
    /// </summary>
    /// <param name="isSplit">Another column prints the sum that this one is a part of.</param>
    private static string? QualifierOf(ColumnMeaning column, bool isSplit, bool isAside) =>
        column.Narrowing ?? (isSplit ? "of_which_" + column.ItemKey : isAside ? "of_which" : null);

    /// <summary>一般公共预算拨款 below 上年结转 is carried over too.</summary>
    private static string? CarriedAbove(BlockLines block, int row)
    {
        for (var parent = block.Tree.Parents[row]; parent >= 0; parent = block.Tree.Parents[parent])
        {
            if (block.Rows[parent].Kind == RowKind.Carried)
            {
                return block.Rows[parent].ItemKey;
            }
        }

        return null;
    }
}
