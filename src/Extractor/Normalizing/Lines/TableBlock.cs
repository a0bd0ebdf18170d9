using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>Columns that together name the subject of a row: codes (one column, or 类 | 款 | 项) and the name.</summary>
/// <param name="Classification">By the headings; null where they do not say.</param>
internal sealed record SubjectSlot(ImmutableArray<ColumnMeaning> Codes, ColumnMeaning? Name, Classification? Classification)
{
    public IEnumerable<ColumnMeaning> Columns => Name is null ? Codes : Codes.Append(Name);
}

/// <summary>
/// A run of columns with one list of rows: names on the left, amounts on the right. A two-sided table (左收入右支出) has
/// two blocks, one that shows its expenditure by several classifications side by side has more.
/// </summary>
internal sealed record TableBlock(
    ImmutableArray<SubjectSlot> Slots,
    ColumnMeaning? UnitCode,
    ColumnMeaning? UnitName,
    ColumnMeaning? Year,
    ColumnMeaning? Fund,
    ImmutableArray<ColumnMeaning> Amounts,
    Direction Direction)
{
    /// <summary>
    /// What is bought in the words of other columns than that of the names (采购品目, 采购目录), then what for (专项名称).
    /// </summary>
    public ImmutableArray<ColumnMeaning> Goods { get; init; } = [];

    /// <summary>The words that name the phase of each row (年初预算数, 决算数); null where the headings alone do.</summary>
    public ColumnMeaning? Phase { get; init; }

    /// <summary>The words that name the kind of expenditure of each row; null where none do.</summary>
    public ColumnMeaning? Component { get; init; }

    /// <summary>
    /// A row a fund, a phase, a kind of expenditure or a unit, or a row each subject of another list: cells of what they are for may be
    /// merged over all of them.
    /// </summary>
    public bool IsRepeatedDownwards =>
        Fund is not null || Phase is not null || Component is not null || UnitName is not null || Slots.Length > 1;

    /// <summary>The slot whose subject a line gets, in the order of the table's kind.</summary>
    public SubjectSlot? Primary(TableKind kind)
    {
        foreach (var classification in kind.Order)
        {
            if (Slots.FirstOrDefault(slot => slot.Classification == classification) is { } slot)
            {
                return slot;
            }

            // 项目 | 功能分类科目 | 经济分类科目: in a list of projects the name that belongs to no other list is the project's.
            if (kind.IsList && classification == kind.RowsBy &&
                Slots.Where(static slot => slot is { Codes: [], Name: not null, Classification: null }).ToList() is [var own])
            {
                return own;
            }
        }

        return Slots.FirstOrDefault();
    }

    /// <summary>Cuts the columns of a table into blocks; those without amounts are left out.</summary>
    /// <param name="direction">Of all blocks; null where revenue stands beside expenditure.</param>
    /// <param name="alone">Of a table of one block; null where its kind has always two sides.</param>
    public static ImmutableArray<TableBlock> Split(ImmutableArray<ColumnMeaning> columns, Direction? direction, Direction? alone)
    {
        var blocks = ImmutableArray.CreateBuilder<TableBlock>();
        var current = new Collector();
        for (var index = 0; index < columns.Length; index++)
        {
            var column = columns[index];
            if ((column.IsCode || column.Role == ColumnRole.Name) && current.Amounts.Count > 0)
            {
                current.Close(blocks, direction);
                current = new Collector();
            }

            current.Add(column, columns.Skip(index + 1).FirstOrDefault(static next => !next.IsCode));
        }

        if (current.Amounts.Count == 0 && blocks.Count > 0)
        {
            blocks[^1] = blocks[^1] with
            {
                Slots = current.AddedTo(blocks[^1].Slots),
                Fund = blocks[^1].Fund ?? current.Fund,
            };
        }

        current.Close(blocks, direction);
        return blocks is [var single] && alone is { } own ? [single with { Direction = own }] : blocks.ToImmutable();
    }

    private sealed class Collector
    {
        private readonly List<(List<ColumnMeaning> Codes, ColumnMeaning? Name)> slots = [];
        private readonly List<ColumnMeaning> goods = [];
        private ColumnMeaning? unitCode, unitName, year, phase, component;

        public List<ColumnMeaning> Amounts { get; } = [];

        public ColumnMeaning? Fund { get; private set; }

        /// <param name="next">The first column behind it that holds no codes.</param>
        public void Add(ColumnMeaning column, ColumnMeaning? next)
        {
            switch (column.Role)
            {
                case ColumnRole.UnitCode:
                    unitCode ??= column;
                    break;
                case ColumnRole.UnitName:
                    unitName ??= column;
                    break;
                case ColumnRole.Year:
                    year ??= column;
                    break;
                case ColumnRole.Fund:
                    Fund ??= column;
                    break;
                case ColumnRole.Phase:
                    phase ??= column;
                    break;
                case ColumnRole.Component:
                    component ??= column;
                    break;
                case ColumnRole.Amount:
                    Amounts.Add(column);
                    break;
                case ColumnRole.Name:
                    if (slots.Count == 0 || slots[^1].Name is not null)
                    {
                        slots.Add(([], null));
                    }

                    slots[^1] = (slots[^1].Codes, column);
                    break;
                case var _ when column.IsCode:
                    if (slots.Count == 0 || slots[^1].Codes.Exists(code => code.Role == column.Role) ||
                        (slots[^1].Name is { } before && !StandsBehind(before, column, next)))
                    {
                        slots.Add(([], null));
                    }

                    slots[^1].Codes.Add(column);
                    break;
                case ColumnRole.Ignored when column.Classification is Classification.Procurement or Classification.Project:
                    goods.Add(column);
                    break;
                default:
                    break;
            }
        }

        /// <summary>
        /// 科目名称 | 科目编码: both below one heading or of one list, and no other name behind the codes is below that heading.
        /// </summary>
        private static bool StandsBehind(ColumnMeaning name, ColumnMeaning code, ColumnMeaning? next) =>
            code.HeadingsOver is { Length: > 0 } group
                ? name.HeadingsOver == group && !(next is { Role: ColumnRole.Name } && next.HeadingsOver == group)
                : name.Classification is { } list && code.Classification == list && name.HeadingsOver.Length == 0 &&
                    next is not { Role: ColumnRole.Name };

        /// <summary>
        /// Codes behind the last amounts (西安: 金额, then 功能分类科目代码 and 政府经济分类科目代码): other classifications of the rows before them, or the
        /// codes of their names where no heading tells another list (科目名称, amounts, 科目编码).
        /// </summary>
        public ImmutableArray<SubjectSlot> AddedTo(ImmutableArray<SubjectSlot> before)
        {
            ImmutableArray<SubjectSlot> coded = [.. MadeSlots().Where(static slot => slot.Codes.Length > 0)];
            return before is [{ Codes: [], Classification: null } names] && coded is [{ Name: null, Classification: null } codes]
                ? [names with { Codes = codes.Codes }]
                : [.. before, .. coded.Where(slot => slot.Classification is { } own
                    ? before.All(other => other.Classification != own)
                    : before.All(static other => other.Codes.IsEmpty))];
        }

        private IEnumerable<SubjectSlot> MadeSlots() => slots.Select(static slot => new SubjectSlot(
            [.. slot.Codes],
            slot.Name,
            slot.Name?.Classification ?? slot.Codes.Select(static code => code.Classification).FirstOrDefault(static classification =>
                classification is not null)));

        public void Close(ImmutableArray<TableBlock>.Builder blocks, Direction? direction)
        {
            if (Amounts.Count == 0)
            {
                return;
            }

            blocks.Add(new TableBlock([.. MadeSlots()], unitCode, unitName, year, Fund, [.. Amounts],
                direction ?? DirectionOf(blocks.Count))
            {
                Phase = phase,
                Component = component,
                Goods = [.. goods.OrderBy(static column => column.Classification == Classification.Procurement ? 0 : 1)],
            });
        }

        /// <summary>
        /// By the headings; else the left side of a two-sided table is revenue.
        /// </summary>
        private Direction DirectionOf(int index)
        {
            var names = slots.Select(static slot => slot.Name?.Direction).Concat(Amounts.Select(static amount => amount.Direction));
            return names.FirstOrDefault(static named => named is not null) ??
                (index == 0 ? Direction.Revenue : Direction.Expenditure);
        }
    }
}
