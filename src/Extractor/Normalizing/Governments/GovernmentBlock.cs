using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>Sets on the lines of one block what needs all of them: parents, parts in the sums, and which count every yuan once.</summary>
internal static class GovernmentBlock
{
    private static readonly WordSet Sums = ReadingWords.Of(WordList.Total);
    private static readonly WordSet CarriedOver = ReadingWords.Of(WordList.CarriedOver);
    private static readonly WordSet PriorWords = ReadingWords.Of(WordList.PriorYear);

    public static void Link(BlockLines block)
    {
        // Limits, balances and flows beside each other are no money that adds up.
        var isOfStocks = block.Context.Kind.RowsBy == Classification.Debt || block.Context.Key == TableKey.SocialInsuranceBalance;
        var hasParts = block.Tree.RowsWithParts();
        var asides = Enumerable.Range(0, block.Rows.Length).Select(row => Aside(row, block).ToArray()).ToArray();
        var aside = asides.Select(static parts => parts.Length > 0).ToArray();
        var behind = BehindOfWhich(block);
        var isOfWhich = asides.Select(parts => parts.Any(part => behind[part])).ToArray();
        var outside = Outside(block, hasParts);
        var summed = SummedUp(block);
        for (var column = 0; column < block.Amounts.Length; column++)
        {
            var counted = block.CountedBelow(column, aside);
            var isSplit = block.Amounts[column].Scope?.Share switch
            {
                YearShare.All => true,
                YearShare.Own => false,
                _ => summed.Contains(column) || IsSplit(block, column),
            };
            var whole = WholeOf(block, column);
            for (var row = 0; row < block.Rows.Length; row++)
            {
                if (block.Lines[row, column] is not { } draft)
                {
                    continue;
                }

                var kind = block.Rows[row].Kind;
                var isPart = IsPartWithoutParts(row, column, block, aside);
                var qualifier = isOfWhich[row] || (whole is { } at && Narrows(draft, block.Lines[row, at])) ? "of_which" : null;
                draft.HasPlace = block.Rows.Length > 1;
                draft.Line = draft.Line with
                {
                    // 本级收入 among the rows that divide 总收入 otherwise is not the total of those that count; 省本级支出合计 is one.
                    ItemKey = block.Aside.Contains(row) && ItemKeys.IsTotal(draft.Line.ItemKey) &&
                        !GovernmentTotal.IsSum(block.Rows[row].Label) ? null : draft.Line.ItemKey,
                    Qualifier = qualifier,
                    RowRole = isPart ? RowRole.Detail
                        : kind is RowKind.Total or RowKind.CurrentYearTotal || (hasParts[row] && IsTotalOfAll(row, block, draft))
                            ? RowRole.Total
                        : kind == RowKind.Subtotal || hasParts[row] || GovernmentTotal.IsSum(block.Rows[row].Label)
                            ? RowRole.Subtotal : RowRole.Detail,
                    IsLeaf = qualifier is null && !isOfStocks && !isSplit && (!counted[row] || isPart) && !aside[row] &&
                        !outside.Contains(row) && !IsOfAll(row, block, draft),
                    ParentLineId = block.ParentWithAmount(row, column) is >= 0 and var parent ? block.Lines[parent, column]?.Line.LineId
                        : null,
                };
            }

            if (block.Context.Kind.IsPart)
            {
                KeepLeavesThatMakeTheTotal(block, column);
            }
        }
    }

    /// <summary>支出合计, 全市一般公共预算收入 with parts, itself a part of nothing; no 小计, and not the first of several (一、).</summary>
    private static bool IsTotalOfAll(int row, BlockLines block, LineDraft draft) => ItemKeys.IsTotal(draft.Line.ItemKey) &&
        block.Tree.Parents[row] < 0 && !block.Aside.Contains(row) &&
        block.Rows[row] is { Numbering.Style: NumberingStyle.None, Kind: not RowKind.Subtotal } own &&
        !RowLabels.IsSubtotal(FoldedText.Of(own.Label));

    /// <summary>支出总计 that its rows do not make is still what they all are.</summary>
    private static bool IsOfAll(int row, BlockLines block, LineDraft draft) => ItemKeys.IsTotal(draft.Line.ItemKey) &&
        GovernmentTotal.IsOfAll(block.Rows[row].Label) && block.Rows.Length > 1;

    /// <summary>一、本年收入 below 总收入 and beside 二、上级补助收入, without parts of its own, is what counts.</summary>
    private static bool IsPartWithoutParts(int row, int column, BlockLines block, bool[] aside) =>
        block.Rows[row].Kind == RowKind.CurrentYearTotal && block.ParentWithAmount(row, column) >= 0 &&
        !Enumerable.Range(0, block.Rows.Length).Any(part => block.Lines[part, column] is not null && !aside[part] &&
            block.ParentWithAmount(part, column) == row);

    /// <summary>
    /// The column that another is a 其中 of; null where level, place or component tell what the part is (其中：省本级), or it is the year's
    /// own money.
    /// </summary>
    private static int? WholeOf(BlockLines block, int column)
    {
        var part = block.Amounts[column];
        var whole = Enumerable.Range(0, block.Amounts.Length)
            .FirstOrDefault(other => block.Amounts[other].Column == part.Meaning.PartOf, column);
        return whole == column || part.Scope is not { Item: not null, Share: not YearShare.Own } ||
            part.Component != block.Amounts[whole].Component ? null : whole;
    }

    /// <summary>Unless its item tells it apart from the whole (general_debt_limit of debt_limit).</summary>
    private static bool Narrows(LineDraft part, LineDraft? whole) => whole is null || part.Line.ItemKey == whole.Line.ItemKey;

    /// <summary>
    /// Heads among the projects that nothing sets off would count their money twice: then the rows do not make the printed total, and
    /// none of them is said to be a leaf.
    /// </summary>
    private static void KeepLeavesThatMakeTheTotal(BlockLines block, int column)
    {
        var leaves = Enumerable.Range(0, block.Rows.Length).Select(row => block.Lines[row, column]).OfType<LineDraft>()
            .Where(static draft => draft.Line.IsLeaf).ToList();
        if (block.TotalRow >= 0 && block.Lines[block.TotalRow, column] is { } total &&
            Math.Abs(leaves.Sum(static leaf => leaf.Yuan) - total.Yuan) >
                total.HalfPlaceYuan + leaves.Sum(static leaf => leaf.HalfPlaceYuan))
        {
            leaves.ForEach(static leaf => leaf.Line = leaf.Line with { IsLeaf = false });
        }
    }

    /// <summary>
    /// The row and those that it is a part of which stand in a list that does not make the row over it, or divides that row anew; 其中
    /// below 合计 has no parts in the tree.
    /// </summary>
    private static IEnumerable<int> Aside(int row, BlockLines block)
    {
        for (var part = row; part >= 0; part = block.Tree.Parents[part])
        {
            var parent = block.Tree.Parents[part];
            if (parent >= 0 ? block.Partial.Contains(parent) || block.Aside.Contains(part)
                : block.Rows[part].IsOfWhich || block.Aside.Contains(part))
            {
                yield return part;
            }
        }
    }

    /// <summary>
    /// By row, whether a 其中 begins the list in which it stands, or it divides a sum anew. The 款 of a 类 that the page does not list in
    /// full are no 其中, though they do not make it.
    /// </summary>
    private static bool[] BehindOfWhich(BlockLines block)
    {
        var begun = new HashSet<int>();
        var behind = new bool[block.Rows.Length];
        for (var row = 0; row < behind.Length; row++)
        {
            if (block.Rows[row].IsOfWhich)
            {
                begun.Add(block.Tree.Parents[row]);
            }

            behind[row] = block.Aside.Contains(row) || begun.Contains(block.Tree.Parents[row]);
        }

        return behind;
    }

    /// <summary>
    /// 年终结余, 年末滚存结余 behind the last sum, which other rows make: what is left over is no part of what was spent. 上年结余 is money of
    /// the year.
    /// </summary>
    private static HashSet<int> Outside(BlockLines block, IReadOnlyList<bool> hasParts)
    {
        var rows = block.Rows;
        var last = Enumerable.Range(0, rows.Length).LastOrDefault(row => GovernmentTotal.IsSum(rows[row].Label), rows.Length);
        var outside = new HashSet<int>([.. DividedOtherwise(block), .. BesideNumbered(block)]);
        for (var row = last + 1; row < rows.Length && hasParts[last]; row++)
        {
            var parent = block.Tree.Parents[row];
            if (outside.Contains(parent) || (parent < 0 && CarriedOver.Matches(FoldedText.Of(rows[row].Label)) &&
                !PriorWords.Matches(FoldedText.Of(rows[row].Label))))
            {
                outside.Add(row);
            }
        }

        return outside;
    }

    /// <summary>
    /// Rows before the only 合计, which the rows behind it make (1.省本级支出, 2.对市县转移支付): the same money, divided otherwise. Not what
    /// names the other side than the 合计.
    /// </summary>
    private static IEnumerable<int> DividedOtherwise(BlockLines block)
    {
        var (rows, parents) = (block.Rows, block.Tree.Parents);
        var sums = Enumerable.Range(0, rows.Length).Where(row => parents[row] < 0 && GovernmentTotal.IsSum(rows[row].Label)).ToList();
        if (sums is not [> 1 and var sum] || block.Partial.Contains(sum) || !parents.Contains(sum) || parents.IndexOf(sum) < sum ||
            Enumerable.Range(sum + 1, rows.Length - sum - 1).Any(row => parents[row] < 0))
        {
            return [];
        }

        var side = GovernmentTotal.SideOf(rows[sum].Label);
        var before = Enumerable.Range(0, sum).ToList();
        return before.Exists(row => side is not null && GovernmentTotal.SideOf(rows[row].Label) is { } other && other != side)
            ? [] : before;
    }

    /// <summary>
    /// 州对下专项转移支付补助 between 一、一般公共服务支出, 二、国防支出 …, which alone make 州本级支出 behind them: no part of what is counted.
    /// </summary>
    private static IEnumerable<int> BesideNumbered(BlockLines block)
    {
        var (rows, parents) = (block.Rows, block.Tree.Parents);
        var partsOf = Enumerable.Range(0, rows.Length).ToLookup(row => parents[row]);
        foreach (var sum in Enumerable.Range(0, rows.Length).Where(row => parents[row] < 0 && !block.Aside.Contains(row)))
        {
            var parts = partsOf[sum].ToList();
            if (parts.Count > 1 && parts[^1] < sum && rows[parts[0]].Numbering.Style is not NumberingStyle.None and var style &&
                parts.TrueForAll(part => rows[part].Numbering.Style == style))
            {
                foreach (var row in Enumerable.Range(parts[0], sum - parts[0]).Where(row => parents[row] < 0 &&
                    rows[row] is { Kind: RowKind.Detail, Numbering.Style: NumberingStyle.None }))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>
    /// Columns that another one of their level and fund sums up, by their figures (税收返还 and 专项转移支付 beside 一般性转移支付小计) or, in a table
    /// too short for that, by their headings (一般债务 beside 合计 below 债务限额).
    /// </summary>
    private static HashSet<int> SummedUp(BlockLines block)
    {
        var all = Enumerable.Range(0, block.Amounts.Length).ToList();
        var sums = new GovernmentColumnSums(block);
        HashSet<int> summed = [.. sums.Find().Concat(sums.FindBehind())
            .Where(sum => sum.Columns.All(part => IsOfOneKind(part, sum.Whole))).SelectMany(static sum => sum.Columns)];
        summed.UnionWith(all.Where(part => !IsSumHeading(part) && all.Exists(whole => IsSumHeading(whole) && IsOfOneKind(part, whole) &&
            block.Amounts[whole].Meaning.HeadingsOver == block.Amounts[part].Meaning.HeadingsOver)));
        summed.UnionWith(all.Where(part => !IsBelowSumHeading(part) && all.Exists(whole => IsBelowSumHeading(whole) &&
            IsOfOneKind(part, whole) && block.Amounts[whole].Meaning.OwnHeading == block.Amounts[part].Meaning.OwnHeading)));
        return summed;

        bool IsOfOneKind(int part, int whole) => block.Amounts[whole] is { Scope: { } scope } sum &&
            sum.IsSameBucket(block.Amounts[part] with { Scope = scope }) &&
            (scope.Level, scope.Year) == (block.Amounts[part].Scope?.Level, block.Amounts[part].Scope?.Year);
        // 社保基金支出合计 / 2025年执行数 beside 失业保险基金支出 / 2025年执行数.
        bool IsBelowSumHeading(int column) => Sums.EndOf(HeadingText.Of(block.Amounts[column].Meaning.HeadingsOver).Words) is not null;
        bool IsSumHeading(int column) => Sums.EndOf(HeadingText.Of(block.Amounts[column].Meaning.OwnHeading).Words) is not null;
    }

    /// <summary>
    /// A column of an item, a place or a level beside the column that holds all of them. 下级 beside a column that names no level is a
    /// part of it, unless that one is of the whole region, whose levels stand side by side.
    /// </summary>
    private static bool IsSplit(BlockLines block, int column) => block.Amounts[column] is { Scope: { } scope } part &&
        Enumerable.Range(0, block.Amounts.Length).Any(at => at != column && block.Amounts[at] is var other &&
            other.Scope is { Item: null, Place: null } whole && whole.Year == scope.Year && other.Phase == part.Phase &&
            other.Period == part.Period && other.Direction == part.Direction &&
            (scope.Item is not null || scope.Place is not null || part.Meaning.IsOfWhich ||
                (scope.Level == GovernmentLevel.Lower && whole.Level is null && !IsOfWholeRegion(block, at))));

    private static bool IsOfWholeRegion(BlockLines block, int column) => Enumerable.Range(0, block.Rows.Length)
        .Any(row => block.Lines[row, column]?.Line.GovernmentLevel == GovernmentLevel.Whole);
}
