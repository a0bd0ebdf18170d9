using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// How the rows of a block nest: by code where codes are known, else by the numbers in front of the names, else by
/// indentation. <c>Parents[i]</c> is the index of the row that row <c>i</c> is a part of, -1 for none.
/// </summary>
internal sealed record RowTree(ImmutableArray<int> Parents)
{
    /// <summary>Points by which a name must stand further right to be a part of the one above.</summary>
    public const double IndentStep = 3;

    /// <summary>For each row, whether another is a part of it.</summary>
    public bool[] RowsWithParts()
    {
        var found = new bool[Parents.Length];
        foreach (var parent in Parents)
        {
            if (parent >= 0)
            {
                found[parent] = true;
            }
        }

        return found;
    }

    public static RowTree Of(ImmutableArray<TableRow> rows)
    {
        var builder = new Builder(rows);
        for (var index = 0; index < rows.Length; index++)
        {
            builder.Place(index);
        }

        return new RowTree(builder.Finish());
    }

    private sealed class Builder(ImmutableArray<TableRow> rows)
    {
        private readonly int[] parents = [.. Enumerable.Repeat(-1, rows.Length)];
        private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
        private readonly List<(NumberingStyle Style, double Indent, int Row)> outline = [];
        private readonly List<int> units = [];

        public void Place(int index)
        {
            var row = rows[index];
            if (row.IsUnit)
            {
                PlaceUnit(index);
            }
            else if (row.Kind is RowKind.Total or RowKind.Subtotal)
            {
                EndBranch();
            }
            else if (row.Kind is RowKind.CurrentYearTotal or RowKind.Carried)
            {
                codes.Clear();
                if (row.Kind == RowKind.Carried && outline.Count > 0 && rows[outline[0].Row].Kind == RowKind.Carried &&
                    row.Indent > outline[0].Indent + IndentStep && row.ItemKey == rows[outline[0].Row].ItemKey)
                {
                    // 财政拨款结转, indented below 上年结转. 上年结转 behind 使用非财政拨款结余 and 年末结转 behind 结余分配 are no parts of
                    // these, however far right they stand (西南大学 2023, 佛山 2019).
                    parents[index] = ByIndent(index);
                }
                else if (row.Numbering.Style == NumberingStyle.None)
                {
                    outline.Clear();
                    if (row.Kind == RowKind.Carried)
                    {
                        outline.Add((NumberingStyle.None, row.Indent, index));
                    }
                }
                else
                {
                    parents[index] = ByNumber(index);
                }
            }
            else
            {
                PlaceDetail(index);
            }
        }

        /// <summary>Hangs the rows that are part of no other under the totals of the block.</summary>
        public ImmutableArray<int> Finish()
        {
            var total = IndexOf(static row => row.Kind == RowKind.Total);
            var current = IndexOf(static row => row.Kind == RowKind.CurrentYearTotal);
            if (current >= 0 && Array.IndexOf(parents, current) >= 0)
            {
                // 一、本年收入 already has its parts below it.
                current = -1;
            }

            // 烟台 prints 上级补助收入 behind 本年收入合计: it stands beside the year's own money.
            var behind = current >= 0 && Enumerable.Range(0, current).Any(index => rows[index].Kind == RowKind.Detail) ? current
                : int.MaxValue;
            for (var index = 0; index < rows.Length; index++)
            {
                if (parents[index] >= 0 || index == total || rows[index].Kind is RowKind.Total or RowKind.Subtotal)
                {
                    continue;
                }

                parents[index] = rows[index].Kind == RowKind.Detail && current >= 0 && index < behind && index != current ? current : total;
            }

            return [.. parents];
        }

        private int IndexOf(Func<TableRow, bool> predicate)
        {
            for (var index = 0; index < rows.Length; index++)
            {
                if (predicate(rows[index]))
                {
                    return index;
                }
            }

            return -1;
        }

        private void PlaceUnit(int index)
        {
            EndBranch();
            while (units.Count > 0 && !IsUnitBelow(rows[index], rows[units[^1]]))
            {
                units.RemoveAt(units.Count - 1);
            }

            parents[index] = units.Count > 0 ? units[^1] : -1;
            units.Add(index);
        }

        /// <summary>
        /// By the unit's code where both have one, else by indentation: 深圳 prints the department above its indented units.
        /// </summary>
        private static bool IsUnitBelow(TableRow unit, TableRow above) =>
            unit.UnitCode is { } code && above.UnitCode is { } codeAbove
                ? code.Length > codeAbove.Length && code.StartsWith(codeAbove, StringComparison.Ordinal)
                : unit.Indent > above.Indent + IndentStep;

        private void PlaceDetail(int index)
        {
            var row = rows[index];
            if (row.SubjectAbove is { } subject && codes.TryGetValue(subject, out var head))
            {
                parents[index] = head;
                return;
            }

            if (row.Code is { } code)
            {
                var isOutlined = row.Numbering.Style != NumberingStyle.None;
                var isBelowNumbered = row.Evidence is CodeEvidence.UniqueName or CodeEvidence.NameUnderParent && outline.Count > 0;
                var above = row.RepeatsCodeAbove ? index - 1 : RowOfHigherLevel(code);
                parents[index] = above >= 0 ? above : isOutlined ? ByNumber(index) : isBelowNumbered ? ByIndent(index) : Unit();
                codes[code] = index;
                return;
            }

            parents[index] = row.Numbering.Style != NumberingStyle.None ? ByNumber(index) : ByIndent(index);
        }

        /// <summary>
        /// The last row of this branch whose code the code begins with, the longest such code first. It need not be the row above:
        /// some publishers print all classes first and their groups after them.
        /// </summary>
        private int RowOfHigherLevel(string code)
        {
            for (var length = code.Length - 2; length >= 3; length -= 2)
            {
                if (codes.TryGetValue(code[..length], out var row))
                {
                    return row;
                }
            }

            return -1;
        }

        private int Unit() => units.Count > 0 ? units[^1] : -1;

        private int ByNumber(int index)
        {
            var row = rows[index];
            var style = row.Numbering.Style;
            var same = outline.FindLastIndex(entry => entry.Style == style);
            var carried = outline.Count > 0 && rows[outline[0].Row].Kind == RowKind.Carried && outline[0].Style == NumberingStyle.None;
            if (same >= 0)
            {
                outline.RemoveRange(same, outline.Count - same);
            }
            else
            {
                while (outline.Count > 0 && outline[^1].Style != NumberingStyle.None && outline[^1].Style > style)
                {
                    outline.RemoveAt(outline.Count - 1);
                }
            }

            if (carried && outline.Count == 1 && same < 0 && row.Numbering.Ordinal != 1)
            {
                // 三、其他收入 behind 上年结转 goes on with the list above; only a list that begins anew is its part.
                outline.Clear();
            }

            while (!carried && outline.Count > 0 && outline[^1].Style == NumberingStyle.None && row.Indent < outline[^1].Indent +
                IndentStep && !IsPartOf(index, outline[^1].Row))
            {
                outline.RemoveAt(outline.Count - 1);
            }

            var parent = outline.Count > 0 ? outline[^1].Row : Unit();
            outline.Add((style, row.Indent, index));
            return parent;
        }

        private int ByIndent(int index)
        {
            var row = rows[index];
            while (outline.Count > 0 && (IsBesideOfWhich(row, rows[outline[^1].Row]) ||
                (outline[^1].Indent > row.Indent - IndentStep && !IsPartOf(index, outline[^1].Row))))
            {
                outline.RemoveAt(outline.Count - 1);
            }

            var parent = outline.Count > 0 ? outline[^1].Row : Unit();
            outline.Add((NumberingStyle.None, row.Indent, index));
            return parent;
        }

        /// <summary>
        /// 其中：财政拨款资金结转, then 非财政拨款资金结余 set below the words behind 其中： and so further right: both are parts of the row above.
        /// </summary>
        private static bool IsBesideOfWhich(TableRow row, TableRow above) =>
            above is { IsOfWhich: true, Code: null } && !row.IsOfWhich;

        /// <summary>By meaning where the indentation does not tell: a 其中, or a kind of fund under 财政拨款 or 上年结转.</summary>
        private bool IsPartOf(int index, int above)
        {
            if (rows[index].IsOfWhich)
            {
                return true;
            }

            return rows[index].ItemKey is "general_public" or "government_fund" or "state_capital" &&
                (rows[above].ItemKey is "fiscal_appropriation" || rows[above].Kind == RowKind.Carried) &&
                    rows[above].ItemKey is not ("general_public" or "government_fund" or "state_capital");
        }

        private void EndBranch()
        {
            codes.Clear();
            outline.Clear();
        }
    }
}
