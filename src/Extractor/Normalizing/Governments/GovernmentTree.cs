using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Divisions;
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
internal sealed record GovernmentTree(ImmutableArray<int> Parents, ImmutableHashSet<int> Partial, ImmutableHashSet<int> Aside)
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
    public static GovernmentTree Of(ImmutableArray<TableRow> rows, GovernmentSums sums, IEnumerable<int> named, bool isList,
        IReadOnlyList<NamedPlace?>? places = null) => new Builder(rows, sums, isList, places).Build(named);

    private sealed class Builder(ImmutableArray<TableRow> rows, GovernmentSums sums, bool isList,
        IReadOnlyList<NamedPlace?>? places)
    {
        private GovernmentRowOrder order = new(rows, readsIndents: true);

        /// <summary>一般公共预算支出 behind the classes that make it: a sum, though it is not called one.</summary>
        private readonly HashSet<int> closing = [];

        private readonly HashSet<int> partial = [];

        private readonly HashSet<int> aside = [];

        public GovernmentTree Build(IEnumerable<int> named)
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
                GatherSums(children[row]);
                Settle(row, children);
            }

            GatherFirst(children);
            GatherAll(children);
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
            for (var row = 0; row < count; row++)
            {
                while (open.Count > 0 && (closing.Contains(row) || closing.Contains(open.Peek()) || IsOwn(open.Peek(), row) ||
                    !(order.IsBelow(row, open.Peek()) || IsRepeated(row, open.Peek()))))
                {
                    open.Pop();
                }

                children[open.Count > 0 ? open.Peek() : rows.Length].Add(row);
                open.Push(row);
            }

            return children;
        }

        /// <summary>227 预备费 below 227 预备费 of the same figures: the level below, with the code of the one above.</summary>
        private bool IsRepeated(int row, int above) => above == row - 1 && rows[row].Evidence == CodeEvidence.Printed &&
            rows[row].Code == rows[above].Code && rows[row].Label == rows[above].Label && sums.Agree(above, [row]);

        /// <summary>省本级 is above no city, 长春市本级 above no district, however far right their names begin.</summary>
        private bool IsOwn(int above, int row) => places?[above] is { Level: GovernmentLevel.Own } && IsWhole(row);

        /// <summary>
        /// A city is what follows it up to the next one, or of that only its districts where its counties are the province's
        /// (省直管县); a province is all that is then left. Where the figures say so.
        /// </summary>
        private void NestPlaces(List<int>[] children)
        {
            var roots = Enumerable.Range(0, rows.Length).ToList();
            foreach (var level in new[] { DivisionLevel.Prefecture, DivisionLevel.Province })
            {
                foreach (var row in roots.Where(row => IsWhole(row, level)).ToList())
                {
                    var all = roots.SkipWhile(other => other <= row).TakeWhile(other => !IsSum(other) && !IsWhole(other, level)).ToList();
                    var following = all.FindAll(other => !IsMadeOf(other - 1, other));
                    var districts = following.FindAll(other =>
                        places?[other]?.Division is not { Level: DivisionLevel.County, IsDistrict: false });
                    if (new[] { following, districts }.FirstOrDefault(parts => parts.Count > 1 && sums.AgreeMostly(row, parts)) is { } made)
                    {
                        Array.ForEach(children, list => list.RemoveAll(made.Contains));
                        children[row].Clear();
                        children[row].AddRange(made);
                        roots.RemoveAll(made.Contains);
                    }
                }
            }
        }

        /// <summary>长白山管委会 is what the row behind it, 长白山管委会本级, is: both at once would count it twice.</summary>
        private bool IsMadeOf(int row, int own) => places?[own] is null or { Level: GovernmentLevel.Own } &&
            rows[row].Label.Length > 0 && rows[own].Label.StartsWith(rows[row].Label, StringComparison.Ordinal) && sums.Agree(row, [own]);

        /// <summary>The place itself, not its own level (长春市本级).</summary>
        private bool IsWhole(int row, DivisionLevel? level = null) =>
            places?[row] is { Level: not GovernmentLevel.Own, Division: { } place } && (level is null || place.Level == level);

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
                MoveAfter(siblings, row, own, reached);
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

            if (own.Count == 0 && !IsSum(row) && MakeASum(siblings, children))
            {
                return;
            }

            // 税收收入, 增值税, 企业所得税 … without a sign of what belongs to it.
            if (!IsSum(row) || !IsMadeBefore(row, siblings, 1))
            {
                Extend(row, children);
            }
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
            if (at < 0 || all.Count < 2 || sums.FirstRun(row, all, Math.Max(2, own.Count + 1), columns) is not { } taken)
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

        private bool MayHold(int sum, int part) => IsOfAll(sum) || !IsOfAll(part);

        /// <summary>
        /// In a list of projects a name further right may begin with a blank: indentation speaks where several that it sets off make the
        /// one above them.
        /// </summary>
        private bool IndentsMakeASum()
        {
            var proposed = Proposed(rows.Length);
            return Enumerable.Range(0, rows.Length).Any(row => proposed[row].Count > 1 && sums.AgreeSomewhere(row, proposed[row]));
        }

        /// <summary>合计 printed first: of all that follows, also of a name that stands a little further right than its neighbours.</summary>
        private void GatherAll(List<int>[] children)
        {
            var roots = children[rows.Length];
            GatherSums(roots);
            if (roots.Count < 2 || !IsSum(roots[0]))
            {
                return;
            }

            var following = roots.Skip(1).TakeWhile(part => MayHold(roots[0], part)).ToList();
            var parts = sums.FirstRun(roots[0], following, 2) is { } taken ? following.GetRange(0, taken)
                : sums.AgreeSomewhere(roots[0], following) ? following
                : Promoted(roots[0], following, children) ?? [];
            parts.ForEach(part => sumOf[part] = roots[0]);
        }

        /// <summary>小计, 合计, 总计 among the parts of one row: each takes the run before it that makes it.</summary>
        private void GatherSums(List<int> list)
        {
            for (var index = 1; index < list.Count; index++)
            {
                if (!IsSum(list[index]))
                {
                    continue;
                }

                var before = list.Take(index).Reverse().TakeWhile(part => MayHold(list[index], part)).ToList();
                var reached = sums.FirstRun(list[index], before, 1);
                if (reached is null && before.Count > 1 && sums.AgreeSomewhere(list[index], before))
                {
                    // All of it makes the sum in one column; in another the page may be wrong.
                    reached = before.Count;
                }

                if (reached is { } taken)
                {
                    foreach (var part in before.Take(taken))
                    {
                        sumOf[part] = list[index];
                    }

                    list.RemoveRange(index - taken, taken);
                    index -= taken;
                }
            }
        }

        private bool IsSum(int row) => rows[row].Kind is RowKind.Total or RowKind.Subtotal or RowKind.CurrentYearTotal ||
            closing.Contains(row) || GovernmentTotal.IsSum(rows[row].Label);

        /// <summary>What stands before makes it: a 合计 that stands first, or 市县小计 above its places, is of what follows.</summary>
        private bool IsMadeBefore(int row, List<int> siblings, int least) =>
            sums.FirstRun(row, [.. siblings.TakeWhile(other => other != row).Reverse()
                .TakeWhile(part => MayHold(row, part))], least) is not null;

        /// <summary>
        /// All of them, side by side, make the row above them or a 合计 among them: that one is by chance the sum of others (199 and
        /// 199 in a 398) makes none of them a part.
        /// </summary>
        private bool MakeASum(List<int> siblings, List<int>[] children)
        {
            List<int> parts = [.. siblings.Where(sibling => !IsSum(sibling))];
            var above = Array.IndexOf(children, siblings);
            return (above < rows.Length && sums.Agree(above, parts)) ||
                siblings.Exists(sibling => IsSum(sibling) && sums.Agree(sibling, parts));
        }
    }
}
