using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Governments;

/// <summary>Which rows are sums, and what stands before or behind them that makes them.</summary>
internal sealed partial record GovernmentTree
{
    private sealed partial class Builder
    {
        /// <summary>
        /// 支出合计 above its parts, 支出总计 below what is added to it: the figures of both tell where the parts of the first end.
        /// </summary>
        private void GatherFirst(List<int>[] children)
        {
            var roots = children[rows.Length];
            var all = roots.FindIndex(IsOfAll);
            if (all < 2 || !IsSum(roots[0]) || children[roots[0]].Count > 0)
            {
                return;
            }

            var between = roots.GetRange(1, all - 1);
            if (sums.FirstRun(roots[0], between, 1) is { } taken && sums.Agree(roots[all], [roots[0], .. between.Skip(taken)]))
            {
                between.GetRange(0, taken).ForEach(part => sumOf[part] = roots[0]);
                roots.RemoveRange(1, taken);
            }
        }

        /// <summary>收入总计, 支出总计: a part of no sum of something less.</summary>
        private bool IsOfAll(int row) => GovernmentTotal.IsOfAll(rows[row].Label) && GovernmentTotal.SideOf(rows[row].Label) is not null;

        /// <summary>收入总计 of the same figure is no part of 支出总计.</summary>
        private bool MayHold(int sum, int part) => (IsOfAll(sum) || !IsOfAll(part)) && !AreOfBothSides(sum, part);

        private bool AreOfBothSides(int one, int other) => IsSum(one) && IsSum(other) &&
            GovernmentTotal.SideOf(rows[one].Label) is { } side && GovernmentTotal.SideOf(rows[other].Label) is { } beside &&
            side != beside;

        /// <summary>合计 printed first: of all that follows, also of a name that stands a little further right than its neighbours.</summary>
        private void GatherAll(List<int>[] children)
        {
            var roots = children[rows.Length];
            GatherSums(roots, children);
            if (roots.Count == 0 || !IsSum(roots[0]))
            {
                return;
            }

            var following = roots.Skip(1).TakeWhile(part => MayHold(roots[0], part)).ToList();
            var own = children[roots[0]];
            if (NumberedThatMake(roots[0], own, following, children) is var (between, numbered))
            {
                partial.Remove(roots[0]);
                aside.UnionWith(between);
                between.Concat(numbered).ToList().ForEach(part => sumOf[part] = roots[0]);
                return;
            }

            if (sums.Agree(roots[0], own) && !sums.Agree(roots[0], [.. own, .. following]))
            {
                return;
            }

            var parts = sums.FirstRun(roots[0], following, 2) is { } taken ? following.GetRange(0, taken)
                : sums.AgreeSomewhere(roots[0], following) ? following
                : Promoted(roots[0], following, children) ?? [];
            if (sumOf.ContainsValue(roots[0]))
            {
                // 其中：社会保险费收入 below 全市社会保险基金收入, which the funds before it make: the same money, divided anew.
                aside.UnionWith(parts);
            }

            parts.ForEach(part => sumOf[part] = roots[0]);
        }

        /// <summary>
        /// 一、企业职工基本养老保险基金收入, 二、… make 合计; 其中：保险费收入, 财政补贴收入 or 本级收入 between them and the 合计 divide the same money
        /// otherwise. Null where nothing does, or the numbers make it in some column not, unless the rows between say that they do.
        /// </summary>
        private (List<int> Between, List<int> Numbered)? NumberedThatMake(
            int sum, List<int> own, List<int> following, List<int>[] children)
        {
            List<int> all = [.. own, .. following];
            var first = all.FindIndex(own.Count > 0 && IsNumbered(own[0]) ? own.Count : 0, IsNumbered);
            if (first <= 0)
            {
                return null;
            }

            var between = all.GetRange(0, first);
            var numbered = all.FindAll(part => order.IsNumberedBeside(part, all[first]) && !between.Contains(part));
            return numbered.Count > 1 && (sums.Agree(sum, numbered) || RepeatWhatIsBelow(between, numbered, children))
                ? (between, numbered) : null;
        }

        private bool IsNumbered(int row) => rows[row].Numbering.Style != NumberingStyle.None;

        /// <summary>
        /// 其中：保险费收入, 财政补贴收入 and 利息收入 below 合计 are each what the rows of that name below the numbered ones make: all of these are
        /// the parts of the 合计, though the page prints them to make a little less.
        /// </summary>
        private bool RepeatWhatIsBelow(List<int> between, List<int> numbered, List<int>[] children)
        {
            var below = numbered.SelectMany(part => children[part]).ToLookup(part => NameOf(part), StringComparer.Ordinal);
            return between.Count > 1 && between.TrueForAll(part => below[NameOf(part)].ToList() is { Count: > 1 } same &&
                sums.Agree(part, same));

            string NameOf(int row) => HeadingText.Of(rows[row].Label).Bare;
        }

        /// <summary>
        /// 自治区对各地税收返还和转移支付 behind 一、二、三、, which make it: their sum, though neither called one nor named as a whole budget.
        /// One that is named so may also stand above them, be made by one row alone, or by the numbered ones among them.
        /// </summary>
        private void GatherUncalled(List<int>[] children, IReadOnlyCollection<int> named)
        {
            var left = children[rows.Length].FindAll(row => !sumOf.ContainsKey(row));
            for (var index = 0; index < left.Count; index++)
            {
                var row = left[index];
                if (children[row].Exists(part => !aside.Contains(part)) || sumOf.ContainsValue(row))
                {
                    continue;
                }

                var isNamed = named.Contains(row);
                var (before, behind) = (left.GetRange(0, index), left.GetRange(index + 1, left.Count - index - 1));
                var parts = IsMadeOfAll(row, before, isNamed && before.Exists(part => children[part].Count > 0) ? 1 : 2) ? before
                    : isNamed && index == 0 && IsMadeOfAll(row, behind, 2) ? behind
                    : isNamed ? NumberedBefore(row, before) : [];
                if (parts.Count > 0)
                {
                    parts.ForEach(part => sumOf[part] = row);
                    return;
                }
            }
        }

        /// <summary>一、二、三、 alone, without the 州对下专项转移支付补助 between them, make the row; none where they do not.</summary>
        private List<int> NumberedBefore(int row, List<int> before)
        {
            var first = before.Find(IsNumbered);
            var numbered = before.FindAll(part => order.IsNumberedBeside(part, first));
            return IsMadeOfAll(row, numbered, 2) ? numbered : [];
        }

        /// <summary>Two rows that make a third in one column alone do so by chance now and then.</summary>
        private bool IsMadeOfAll(int row, List<int> parts, int least) => parts.Count >= least &&
            parts.TrueForAll(part => MayHold(row, part) && !order.IsNumberedBeside(part, row)) &&
            sums.FirstRun(row, parts, parts.Count, least == 1 || parts.Count > 2 ? 1 : 2) is not null;

        /// <summary>小计, 合计, 总计 among the parts of one row: each takes the run before it that makes it.</summary>
        private void GatherSums(List<int> list, List<int>[] children)
        {
            for (var index = 1; index < list.Count; index++)
            {
                if (!IsSum(list[index]))
                {
                    continue;
                }

                var before = list.Take(index).Reverse().TakeWhile(part => MayHold(list[index], part)).ToList();
                var reached = sums.FirstRun(list[index], before, 1);
                List<int> heads = [.. before.AsEnumerable().Reverse()];
                if (reached is null && before.Count == index && MakesWithGroups(list[index], heads, children))
                {
                    list.RemoveRange(0, index);
                    list.InsertRange(0, heads);
                    (index, reached) = (heads.Count, heads.Count);
                    before = [.. heads.AsEnumerable().Reverse()];
                }

                if (reached is null && before.Count > 1 && sums.AgreeSomewhere(list[index], before))
                {
                    // All of it makes the sum in one column; in another the page may be wrong.
                    reached = before.Count;
                }

                if (reached is null && OpenedThatMake(list[index], before, children) is { } opened)
                {
                    // 10.年终结余 without an amount of its own: the funds below it make 支出总计 with what stands before it.
                    opened.ForEach(part => sumOf[part] = list[index]);
                    var opening = before.FindAll(part => sums.IsHead(part) && children[part].Exists(opened.Contains));
                    index -= list.RemoveAll(part => opened.Contains(part) || opening.Contains(part));
                    continue;
                }

                if (reached is { } taken)
                {
                    if (DivisionOfSumBefore(list[index], before, taken) is { Count: > 0 } division)
                    {
                        aside.UnionWith(division);
                        division.ForEach(part => sumOf[part] = before[taken]);
                        list.RemoveAll(division.Contains);
                        before.RemoveAll(division.Contains);
                        (index, taken) = (index - division.Count, taken - division.Count + 1);
                    }

                    foreach (var part in before.Take(taken))
                    {
                        sumOf[part] = list[index];
                    }

                    list.RemoveRange(index - taken, taken);
                    index -= taken;
                }
            }
        }

        /// <summary>
        /// The rows before a sum, for a head without amounts what stands below it, as far as they make the sum; null where they do not, or
        /// no head is among them.
        /// </summary>
        /// <param name="before">The nearest first.</param>
        private List<int>? OpenedThatMake(int sum, List<int> before, List<int>[] children)
        {
            List<int> opened = [.. before.SelectMany(part =>
                sums.IsHead(part) && children[part].Count > 0 ? Enumerable.Reverse(children[part]) : [part])];
            return opened.Count > before.Count && sums.FirstRun(sum, opened, 2) is { } taken ? opened.GetRange(0, taken) : null;
        }

        /// <summary>
        /// 省级支出合计, then 省本级支出合计 and 专项转移支付合计, which make it, too: 省级支出总计 holds the first, of which they are another
        /// division. 贸易企业小计 31 before 建筑企业小计 28 holds no 31: what makes the 28 is a division of neither.
        /// </summary>
        /// <param name="before">The rows before the sum that may be its parts, the nearest first.</param>
        /// <param name="taken">So many of them make it.</param>
        private List<int> DivisionOfSumBefore(int sum, List<int> before, int taken) =>
            taken < before.Count && before[taken] is var divided && IsSum(divided) && sumOf.ContainsValue(divided) &&
            sums.FirstRun(divided, [.. before.Take(taken).Reverse()], 2) is { } again &&
            sums.AgreeAsWell(sum, [.. before.Take(taken - again), divided], before.GetRange(0, taken))
                ? before.GetRange(taken - again, again) : [];

        private bool IsSum(int row) => rows[row].Kind is RowKind.Total or RowKind.Subtotal or RowKind.CurrentYearTotal ||
            closing.Contains(row) || GovernmentTotal.IsSum(rows[row].Label);

        /// <summary>
        /// What stands before makes it: a 合计 that stands first, or 市县小计 above its places, is of what follows. So is 二、支出总计 above
        /// its parts, though those of 一、收入总计 make it, too.
        /// </summary>
        private bool IsMadeBefore(int row, List<int> siblings, int least)
        {
            List<int> before = [.. siblings.TakeWhile(other => other != row).Reverse()];
            List<int> parts = [.. before.TakeWhile(part => MayHold(row, part))];
            return sums.FirstRun(row, parts, least) is not null &&
                !(parts.Count < before.Count && AreOfBothSides(row, before[parts.Count]) &&
                    sums.FirstRun(row, [.. siblings.Skip(before.Count + 1)], 2) is not null);
        }

        /// <summary>
        /// All of them, side by side, make the row above them or a 合计 among them: that one is by chance the sum of others (199 and
        /// 199 in a 398) makes none of them a part.
        /// </summary>
        private bool MakeASum(int row, List<int> siblings, List<int>[] children)
        {
            List<int> parts = [.. siblings.Where(sibling => !IsSum(sibling))];
            var above = Array.IndexOf(children, siblings);
            return (above < rows.Length && sums.Agree(above, parts)) ||
                siblings.Exists(sibling => IsSum(sibling) && sums.Agree(sibling, parts)) || MakeTheSumBehind(row, siblings);
        }

        /// <summary>建筑施工企业利润收入小计 behind 3, 5, 2, 3 …: all that stands between it and the 小计 before it, or the head of the list.</summary>
        private bool MakeTheSumBehind(int row, List<int> siblings)
        {
            var at = siblings.IndexOf(row);
            return at >= 0 && siblings.FindIndex(at, IsSum) is > 0 and var sum && siblings.FindLastIndex(at, IsSum) + 1 is var first &&
                sums.Agree(siblings[sum], siblings.GetRange(first, sum - first));
        }
    }
}
