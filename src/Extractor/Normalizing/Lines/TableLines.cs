using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Lines;

/// <summary>The lines of one table: blocks of rows and columns, or the groups of a “三公” table.</summary>
internal sealed record TableLines(TableContext Context, ImmutableArray<BlockLines> Blocks, ImmutableArray<ThreePublicGroup> ThreePublic)
{
    /// <summary>Columns that print rates, terms or numbers of rows: no money.</summary>
    public ImmutableArray<int> RateColumns { get; init; } = [];

    /// <summary>Readings of its structure that were held against the sums.</summary>
    public int ReadingsTried { get; init; }

    public TableKey Key => Context.Key;

    public IEnumerable<LineDraft> All =>
        Blocks.SelectMany(static block => block.All).Concat(ThreePublic.SelectMany(static group => group.Items.Values))
            .OrderBy(static draft => draft.Line.Row).ThenBy(static draft => draft.Line.Column);

    /// <summary>The printed grand total of one side (收入总计, 合计) in one fund and component; null where it is not printed.</summary>
    public LineDraft? Total(Direction direction, Fund fund, Component component = Component.Total) =>
        Find(direction, fund, component, static (block, _) => block.TotalRow);

    /// <summary>本年收入合计, 本年支出合计.</summary>
    public LineDraft? CurrentYearTotal(Direction direction, Fund fund) =>
        Find(direction, fund, Component.Total, static (block, _) => IndexOf(block, RowKind.CurrentYearTotal));

    private LineDraft? Find(Direction direction, Fund fund, Component component, Func<BlockLines, int, int> rowOf)
    {
        foreach (var block in Blocks)
        {
            if (!block.IsPrimary || rowOf(block, 0) is not (>= 0 and var row))
            {
                continue;
            }

            for (var column = 0; column < block.Amounts.Length; column++)
            {
                var amount = block.Amounts[column];
                if (amount.Direction == direction && amount.Fund == fund && amount.Component == component &&
                    amount is { Period: Period.Current, ItemKey: null, Meaning.UnitName: null } && amount.Phase == Context.Phase &&
                        block.Lines[row, column] is { } line)
                {
                    return line;
                }
            }
        }

        return null;
    }

    private static int IndexOf(BlockLines block, RowKind kind)
    {
        for (var index = 0; index < block.Rows.Length; index++)
        {
            if (block.Rows[index].Kind == kind)
            {
                return index;
            }
        }

        return -1;
    }
}
