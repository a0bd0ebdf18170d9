using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>A block of columns with its rows read, before its lines are built.</summary>
internal sealed record ReadBlock(TableBlock Block, ImmutableArray<AmountColumn> Amounts, ImmutableArray<TableRow> Rows)
{
    public Classification Classification { get; } =
        Rows.Select(static row => row.Classification).FirstOrDefault(static classification => classification != Classification.Unit);

    /// <summary>The column where the block begins: its names and codes, else its first amount.</summary>
    public int FirstColumn { get; } =
        Block.Slots.SelectMany(static slot => slot.Name is null ? slot.Codes : slot.Codes.Append(slot.Name)).Select(static column =>
            column.Column).DefaultIfEmpty(Amounts[0].Column).Min();
}

/// <summary>
/// A sum that is printed in one of several parallel lists and holds for those from <see cref="First"/> to <see cref="Last"/>.
/// </summary>
internal sealed record SideTotal(int Block, TableRow Row, int First, int Last);

/// <summary>
/// A long list set in parallel columns (科目 | 金额 | 科目 | 金额) prints the sum of all of them once: 公用经费合计 below the
/// two last, 合计 at the foot or the head.
/// </summary>
internal static class ParallelSides
{
    public static ImmutableArray<SideTotal> FindTotals(TableGrid grid, List<ReadBlock> blocks)
    {
        var totals = ImmutableArray.CreateBuilder<SideTotal>();
        for (var first = 0; first < blocks.Count; first++)
        {
            var last = first;
            while (last + 1 < blocks.Count && GoesOn(blocks[last], blocks[last + 1]))
            {
                last++;
            }

            if (last > first)
            {
                FindTotals(grid, blocks, first, last, totals);
            }

            first = last;
        }

        return totals.ToImmutable();
    }

    /// <summary>The second list names the same kind of things beside the first, with the same amounts.</summary>
    private static bool GoesOn(ReadBlock one, ReadBlock other) =>
        one.Block.Direction == other.Block.Direction && one.Classification == other.Classification &&
            one.Classification != Classification.Unit &&
        one.Amounts.Length == other.Amounts.Length &&
        one.Amounts.Zip(other.Amounts).All(static pair =>
            pair.First with { Meaning = pair.Second.Meaning, Component = pair.Second.Component } == pair.Second);

    private static void FindTotals(TableGrid grid, List<ReadBlock> blocks, int first, int last, ImmutableArray<SideTotal>.Builder totals)
    {
        var lists = new List<PrintedAmount>[blocks.Count];
        for (var index = first; index <= last; index++)
        {
            lists[index] = HighestLevel(grid, blocks[index]);
        }

        for (var index = first; index <= last; index++)
        {
            foreach (var row in blocks[index].Rows)
            {
                if (row.Kind is not (RowKind.Total or RowKind.Subtotal))
                {
                    continue;
                }

                if (StartOf(grid, blocks, first, index, row) is var start && start < index)
                {
                    totals.Add(new SideTotal(index, row, start, index));
                }
                else if (ValueOf(grid, blocks[index], row) is { } value && !IsSum(value, index, index) && RangeOf(value) is { } range)
                {
                    totals.Add(new SideTotal(index, row, range.First, range.Last));
                }

                (int First, int Last)? RangeOf(PrintedAmount value)
                {
                    for (var start = index - 1; start >= first; start--)
                    {
                        if (IsSum(value, start, index))
                        {
                            return (start, index);
                        }
                    }

                    return IsSum(value, first, last) ? (first, last) : null;
                }
            }
        }

        bool IsSum(PrintedAmount value, int from, int to)
        {
            var parts = lists[from..(to + 1)].SelectMany(static list => list).ToList();
            return Math.Abs(value.Value - parts.Sum(static part => part.Value)) <= new decimal(5, 0, 0, false,
                (byte)(value.Decimals + 1)) * (parts.Count + 1);
        }
    }

    /// <summary>The list in which the merged cell begins that names the row.</summary>
    private static int StartOf(TableGrid grid, List<ReadBlock> blocks, int first, int index, TableRow row)
    {
        var column = grid.OriginOf(row.Row, blocks[index].FirstColumn);
        var start = index;
        while (start > first && column < blocks[start].FirstColumn)
        {
            start--;
        }

        return start;
    }

    private static List<PrintedAmount> HighestLevel(TableGrid grid, ReadBlock block)
    {
        var tree = RowTree.Of(block.Rows);
        var values = new List<PrintedAmount>();
        for (var index = 0; index < block.Rows.Length; index++)
        {
            if (block.Rows[index].Kind == RowKind.Detail &&
                (tree.Parents[index] < 0 || block.Rows[tree.Parents[index]].Kind == RowKind.Total) &&
                ValueOf(grid, block, block.Rows[index]) is { } value)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static PrintedAmount? ValueOf(TableGrid grid, ReadBlock block, TableRow row) =>
        grid.Amount(row.Row, block.Amounts[0].Column);
}
