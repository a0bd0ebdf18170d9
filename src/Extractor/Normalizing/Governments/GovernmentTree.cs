using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// How the rows of a government's table nest. Printed codes, numbers and indentation propose, the sums over all columns decide: a
/// 合计 or 小计 takes what stands before it, a row takes what follows it until its sum is reached.
/// </summary>
/// <param name="Parents">By row; -1 for none.</param>
/// <param name="Partial">Rows whose parts, by their indentation or 其中, are shown only in part.</param>
/// <param name="Aside">Rows that divide a sum anew, whose parts stand before it (其中：保险费收入 below 收入小计).</param>
internal sealed partial record GovernmentTree(ImmutableArray<int> Parents, ImmutableHashSet<int> Partial, ImmutableHashSet<int> Aside)
{
    /// <summary>The rows that a row is a part of, the nearest first.</summary>
    public IEnumerable<int> Above(int row)
    {
        for (var above = Parents[row]; above >= 0; above = Parents[above])
        {
            yield return above;
        }
    }

    /// <param name="named">Rows that bear the name of a whole budget: totals, where what stands before makes them.</param>
    /// <param name="isList">Rows are projects: by chance many a one is in one column the sum of those behind it.</param>
    /// <param name="places">Of each row, in a table by place; null where the name is in no catalogue.</param>
    public static GovernmentTree Of(ImmutableArray<TableRow> rows, GovernmentSums sums, IReadOnlyCollection<int> named, bool isList,
        IReadOnlyList<NamedPlace?>? places = null) => new Builder(rows, sums, isList, places).Build(named);

    private sealed partial class Builder(ImmutableArray<TableRow> rows, GovernmentSums sums, bool isList,
        IReadOnlyList<NamedPlace?>? places)
    {
        private GovernmentRowOrder order = new(rows, readsIndents: true);

        /// <summary>一般公共预算支出 behind the classes that make it: a sum, though it is not called one.</summary>
        private readonly HashSet<int> closing = [];

        private readonly HashSet<int> partial = [];

        private readonly HashSet<int> aside = [];

        public GovernmentTree Build(IReadOnlyCollection<int> named)
        {
            if (isList && !IndentsMakeASum())
            {
                order = new GovernmentRowOrder(rows, readsIndents: false);
            }

            closing.UnionWith(named.Where(row => !IsSum(row) && IsMadeBefore(row, Proposed(row)[rows.Length], 2)));
            var children = Proposed(rows.Length);
            NestPlaces(children);
            for (var row = rows.Length - 1; row >= 0; row--)
            {
                GatherSums(children[row], children);
                Settle(row, children);
            }

            GatherFirst(children);
            GatherAll(children);
            GatherUncalled(children, named);
            var parents = new int[rows.Length];
            Array.Fill(parents, -1);
            for (var parent = 0; parent < rows.Length; parent++)
            {
                foreach (var child in children[parent])
                {
                    parents[child] = parent;
                }
            }

            foreach (var (child, sum) in sumOf)
            {
                parents[child] = sum;
            }

            return new GovernmentTree([.. parents], [.. partial], [.. aside]);
        }

        /// <summary>Rows that a 合计 after them sums up.</summary>
        private readonly Dictionary<int, int> sumOf = [];

        /// <summary>
        /// The parts of the first <paramref name="count"/> rows as codes, numbers and indentation have it; those of no row last.
        /// </summary>
        private List<int>[] Proposed(int count)
        {
            var children = Enumerable.Range(0, rows.Length + 1).Select(static _ => new List<int>()).ToArray();
            var open = new Stack<int>();
            var numbered = new Dictionary<NumberingStyle, (int Ordinal, int Parent)>();
            for (var row = 0; row < count; row++)
            {
                PopToNumberBefore(row, open, numbered);
                while (open.Count > 0 && (closing.Contains(row) || closing.Contains(open.Peek()) || IsOwn(open.Peek(), row) ||
                    !(order.IsBelow(row, open.Peek()) || IsRepeated(row, open.Peek()))))
                {
                    open.Pop();
                }

                var parent = open.Count > 0 ? open.Peek() : rows.Length;
                numbered[rows[row].Numbering.Style] = (rows[row].Numbering.Ordinal, parent);
                children[parent].Add(row);
                open.Push(row);
            }

            return children;
        }

        /// <summary>
        /// 二、股利收入 stands beside 一、利润收入, though it is centred and so further right than what stands between them: what is open below
        /// the one that 一、 is a part of, is closed.
        /// </summary>
        /// <param name="numbered">Of each style the last number, and the row that bears it is a part of.</param>
        private void PopToNumberBefore(int row, Stack<int> open, Dictionary<NumberingStyle, (int Ordinal, int Parent)> numbered)
        {
            if (rows[row].Numbering is not { Style: not NumberingStyle.None } own || !numbered.TryGetValue(own.Style, out var before) ||
                before.Ordinal != own.Ordinal - 1 || (before.Parent < rows.Length && !open.Contains(before.Parent)))
            {
                return;
            }

            while (open.Count > 0 && open.Peek() != before.Parent)
            {
                open.Pop();
            }
        }

        /// <summary>
        /// 227 预备费 below 227 预备费 of the same figures: the level below, with the code of the one above. 一般公共预算调入 of the figures of
        /// 110090299 其他调入政府性基金预算资金: a level for which there are no codes.
        /// </summary>
        private bool IsRepeated(int row, int above) => above == row - 1 && rows[above].Evidence == CodeEvidence.Printed &&
            (rows[row].Evidence == CodeEvidence.Printed ? rows[row].Code == rows[above].Code && rows[row].Label == rows[above].Label
                : rows[row] is { Code: null, Kind: RowKind.Detail, Numbering.Style: NumberingStyle.None } own && own.Label.Length > 0) &&
            sums.Agree(above, [row]);

        /// <summary>
        /// The parts of one row: those proposed where they make it; those up to where its sum is reached; or, for a row that has none
        /// or does not make its sum, what follows it on its own level.
        /// </summary>
        private void Settle(int row, List<int>[] children)
        {
            var own = children[row];
            var siblings = SiblingsOf(row, children);
            if (own.Count > 0 && rows[own[0]].IsOfWhich && IsSum(row) && IsMadeBefore(row, siblings, 2))
            {
                aside.UnionWith(own);
                return;
            }

            if (own.Count > 0 && sums.Agree(row, own))
            {
                return;
            }

            if (own.Count > 0 && IsSum(row) && IsMadeBefore(row, siblings, 1))
            {
                // 调出资金 further right than 本年支出合计, which the rows before it make.
                MoveAfter(siblings, row, own, 0);
                return;
            }

            if (own.Count > 1 && sums.FirstRun(row, own, least: rows[own[0]].IsOfWhich ? 1 : 2) is { } reached)
            {
                if (own.Count - reached > 1 && sums.Agree(row, own.GetRange(reached, own.Count - reached)))
                {
                    // 其中：省本级支出, 补助下级支出, then (一)一般公共服务, (二)国防 …: the same money, divided twice.
                    aside.UnionWith(rows[own[0]].IsOfWhich ? own.Take(reached) : own.Skip(reached));
                    return;
                }

                TakeRepeated(own, reached, children);
                MoveAfter(siblings, row, own, reached);
                return;
            }

            if (own.Count > 1 && MakesWithGroups(row, own, children))
            {
                return;
            }

            if (IsBesideItsFollowers(row, own) && siblings.Contains(row))
            {
                MoveAfter(siblings, row, own, 0);
                return;
            }

            if (own.Count > 0 && Promoted(row, own, children) is { } raised)
            {
                own.Clear();
                own.AddRange(raised);
                return;
            }

            if (own.Count > 0 && rows[own[0]].IsOfWhich)
            {
                // 其中：… without a sign of where it ends.
                if (!TakesFollowing(row, children, GovernmentTolerances.LeastColumnsOfAListSum))
                {
                    partial.Add(row);
                }

                return;
            }

            if (own.Count > 0 && sums.AgreeSomewhere(row, own))
            {
                return;
            }

            if (own.Count == 0 && NamedBelow(row, siblings) is { } named)
            {
                siblings.Remove(named);
                own.Add(named);
                return;
            }

            if (own.Count == 0 && !IsSum(row) && MakeASum(row, siblings, children))
            {
                return;
            }

            if (own.Count > 0 && !rows[own[0]].IsOfWhich && own.Exists(part => sums.Exceeds(part, row)) &&
                IsLastOfASum(row, siblings, children))
            {
                // 调出资金 further right than 4.其他国有资本经营预算支出, the last that makes 国有资本经营预算支出, and more than it.
                List<int> moved = [.. own];
                MoveAfter(siblings, row, own, 0);
                Enumerable.Reverse(moved).ToList().ForEach(part => Settle(part, children));
                return;
            }

            // 税收收入, 增值税, 企业所得税 … without a sign of what belongs to it.
            if (!IsSum(row) || !IsMadeBefore(row, siblings, 1))
            {
                Extend(row, children);
            }
        }

        /// <summary>With the rows before it, and none behind, it makes the row above them.</summary>
        private bool IsLastOfASum(int row, List<int> siblings, List<int>[] children)
        {
            var (above, at) = (Array.IndexOf(children, siblings), siblings.IndexOf(row));
            return (above < rows.Length && at == siblings.Count - 1 && sums.Agree(above, siblings)) ||
                Enumerable.Range(0, Math.Max(0, at - 1)).Any(head => sums.Agree(siblings[head], siblings.GetRange(head + 1, at - head)));
        }

        /// <summary>
        /// 地方政府专项债务付息支出 behind 债务付息支出, as far right and of the same figures: a part of it, since its subject is one.
        /// </summary>
        private int? NamedBelow(int row, List<int> siblings) => siblings.IndexOf(row) is >= 0 and var at && at + 1 < siblings.Count &&
            siblings[at + 1] is var next && rows[next].Code is { } code && rows[row].Code is { } above && code.Length > above.Length &&
            code.StartsWith(above, StringComparison.Ordinal) && sums.Agree(row, [next]) ? next : null;

        /// <summary>
        /// 公路水路运输 behind the last part that makes 交通运输支出, 超长期特别国债安排的支出, and of its figures: a part of that one.
        /// </summary>
        /// <param name="reached">So many of the parts make the row.</param>
        private void TakeRepeated(List<int> own, int reached, List<int>[] children)
        {
            var (last, next) = (own[reached - 1], own[reached]);
            if (children[last].Count + children[next].Count == 0 && sums.Agree(last, [next]))
            {
                children[last].Add(next);
                own.RemoveAt(reached);
            }
        }

        /// <summary>
        /// Among the parts of a row are heads of lists that nothing sets off: one that the row behind it repeats is a list of that row
        /// alone, one with 其中 goes on to where most columns make it. Where the heads alone make the row, they are what it is made of.
        /// </summary>
        private bool MakesWithGroups(int row, List<int> own, List<int>[] children)
        {
            var heads = new List<(int Head, List<int> Parts)>();
            for (var index = 0; index < own.Count; index++)
            {
                var head = own[index];
                var taken = partial.Contains(head) && rows[children[head][0]].IsOfWhich
                    ? sums.FirstRunOfMost(head, [.. children[head], .. own.Skip(index + 1).Take(GovernmentTolerances.LongestRun)],
                        children[head].Count + 1) - children[head].Count
                    : index + 1 < own.Count && children[head].Count + children[own[index + 1]].Count == 0 &&
                        sums.Agree(head, [own[index + 1]]) ? 1 : null;
                heads.Add((head, own.GetRange(index + 1, taken ?? 0)));
                index += taken ?? 0;
            }

            if (!sums.Agree(row, [.. heads.Select(static one => one.Head)]))
            {
                return false;
            }

            foreach (var (head, parts) in heads.Where(static one => one.Parts.Count > 0))
            {
                children[head].AddRange(parts);
                own.RemoveAll(parts.Contains);
                if (sums.Agree(head, children[head]))
                {
                    partial.Remove(head);
                }
            }

            return true;
        }

        /// <summary>
        /// The parts of a row with those of one part beside it, where they make the row and were no parts of that one by any sum: a name
        /// that stands a little further right than its neighbours is still one of them. Null where nothing is to be moved.
        /// </summary>
        private List<int>? Promoted(int row, List<int> own, List<int>[] children)
        {
            for (var index = 0; index < own.Count; index++)
            {
                var below = children[own[index]];
                if (below.Count > 0 && !sums.AgreeSomewhere(own[index], below))
                {
                    List<int> raised = [.. own.Take(index + 1), .. below, .. own.Skip(index + 1)];
                    if (sums.Agree(row, raised))
                    {
                        below.Clear();
                        partial.Remove(own[index]);
                        return raised;
                    }
                }
            }

            return null;
        }

        /// <summary>
        /// 二、市（州）合计 with its cities below it is a part of 四川省合计; a 小计 behind its parts is none of the row before.
        /// </summary>
        private void Extend(int row, List<int>[] children)
        {
            var (own, siblings) = (children[row], SiblingsOf(row, children));
            if (siblings.Contains(row) && !TakesFollowing(row, children, isList ? GovernmentTolerances.LeastColumnsOfAListSum : 1) &&
                own.Count > 0 && !sums.Agree(row, own))
            {
                partial.Add(row);
            }
        }

        /// <summary>What follows the row beside it, up to where its sum is reached, becomes its parts.</summary>
        /// <param name="columns">In which it has to be reached.</param>
        private bool TakesFollowing(int row, List<int>[] children, int columns)
        {
            var (own, siblings) = (children[row], SiblingsOf(row, children));
            var at = siblings.IndexOf(row);
            var following = siblings.Skip(at + 1).TakeWhile(next =>
                (!IsSum(next) || children[next].Count > 0) && !order.IsNumberedBeside(next, row))
                .Take(GovernmentTolerances.LongestRun).ToList();
            List<int> all = [.. own, .. following];
            if (at < 0 || all.Count < 2 || sums.FirstTelling(row, all, Math.Max(2, own.Count + 1), columns) is not { } taken)
            {
                return false;
            }

            siblings.RemoveRange(at + 1, taken - own.Count);
            own.AddRange(following.Take(taken - own.Count));
            return true;
        }

        /// <summary>
        /// 财政补贴收入 below 其中：保险费收入 begins where 保险费收入 does: further right than 其中, and no part of it unless it makes it.
        /// </summary>
        private bool IsBesideItsFollowers(int row, List<int> own) => rows[row].IsOfWhich && own.Count > 0 && !rows[own[0]].IsOfWhich &&
            rows[own[0]] is { Numbering.Style: NumberingStyle.None, Evidence: not (CodeEvidence.Printed or CodeEvidence.SplitColumns) } &&
            !sums.AgreeSomewhere(row, own);

        private List<int> SiblingsOf(int row, List<int>[] children) =>
            Array.Find(children, list => list.Contains(row)) ?? children[rows.Length];

        /// <summary>What stands behind the reached sum is no part: it stands beside the row.</summary>
        private static void MoveAfter(List<int> siblings, int row, List<int> own, int reached)
        {
            var at = siblings.IndexOf(row);
            siblings.InsertRange(at + 1, own.Skip(reached));
            own.RemoveRange(reached, own.Count - reached);
        }

        /// <summary>
        /// In a list of projects a name further right may begin with a blank: indentation speaks where several that it sets off make the
        /// one above them.
        /// </summary>
        private bool IndentsMakeASum()
        {
            var proposed = Proposed(rows.Length);
            return Enumerable.Range(0, rows.Length).Any(row => proposed[row].Count > 1 && sums.AgreeSomewhere(row, proposed[row]));
        }
    }
}
