using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Ways in which rows may nest that neither codes nor places tell: each is tried where sums are missed, and taken where fewer are.
/// </summary>
internal sealed class OtherNestings(ImmutableArray<TableRow> rows, RowSums sums)
{
    public RowTree Improve(RowTree tree)
    {
        var missed = sums.Missed(tree.Parents);
        foreach (var propose in (Func<ImmutableArray<int>, int[]>[])
            [BesideOfWhich, BelowOfWhich, BelowTheFirstList, BelowTheirOtherSubject, BelowTheirSubject, BelowTheSubjectAbove, ByPlace])
        {
            if (missed == 0)
            {
                break;
            }

            var parents = propose(tree.Parents);
            if (sums.Missed(parents) is var then && then < missed)
            {
                (tree, missed) = (new RowTree([.. parents]), then);
            }
        }

        return tree;
    }

    /// <summary>其中：一般公共预算, then 政府性基金预算 set below the first name and not below its 其中: parts of the same row.</summary>
    private int[] BesideOfWhich(ImmutableArray<int> tree) =>
        [.. tree.Select((parent, row) => parent >= 0 && rows[parent].IsOfWhich && !rows[row].IsOfWhich ? tree[parent] : parent)];

    /// <summary>其中：基本支出, then what it is spent on, further right.</summary>
    private int[] BelowOfWhich(ImmutableArray<int> tree)
    {
        var parents = tree.ToArray();
        var above = -1;
        for (var row = 0; row < rows.Length; row++)
        {
            if (above >= 0 && !rows[row].IsOfWhich && tree[row] == tree[above] &&
                rows[row].Indent > rows[above].Indent + RowTree.IndentStep)
            {
                parents[row] = above;
            }
            else
            {
                above = rows[row].IsOfWhich ? row : -1;
            }
        }

        return parents;
    }

    /// <summary>行政运行, then the economic subjects that it is spent on, in one column of codes.</summary>
    private int[] BelowTheFirstList(ImmutableArray<int> tree) => BelowTheRowAbove(tree,
        static (row, above) => row.Code is not null && (above is null || row.Classification == above.Classification),
        static row => row.Code is not null);

    /// <summary>社会保险业务管理事务, then the projects of this 项, which no list of subjects knows.</summary>
    private int[] BelowTheSubjectAbove(ImmutableArray<int> tree) => BelowTheRowAbove(tree,
        static (row, _) => row.Code is not null,
        static row => row.Numbering.Style == NumberingStyle.None);

    /// <param name="isAbove">The row is one below which others stand, after the one before it; null where there is none.</param>
    /// <param name="isBelow">The row, if it is none of these, stands below the last of them.</param>
    private int[] BelowTheRowAbove(ImmutableArray<int> tree, Func<TableRow, TableRow?, bool> isAbove, Func<TableRow, bool> isBelow)
    {
        var parents = tree.ToArray();
        var above = -1;
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] is { IsUnit: true } or { Kind: not RowKind.Detail })
            {
                above = -1;
            }
            else if (isAbove(rows[row], above < 0 ? null : rows[above]))
            {
                above = row;
            }
            else if (above >= 0 && isBelow(rows[row]) && parents[row] < above)
            {
                parents[row] = above;
            }
        }

        return parents;
    }

    /// <summary>Where no codes are printed: by where the names begin, whatever subjects they may name.</summary>
    private int[] ByPlace(ImmutableArray<int> tree)
    {
        var parents = tree.ToArray();
        var open = new Stack<int>();
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] is { IsUnit: true } or { Kind: not RowKind.Detail })
            {
                open.Clear();
                continue;
            }

            if (rows[row].Evidence is CodeEvidence.Printed or CodeEvidence.SplitColumns)
            {
                return [.. tree];
            }

            while (open.TryPeek(out var above) && rows[row].Indent < rows[above].Indent + RowTree.IndentStep)
            {
                open.Pop();
            }

            parents[row] = open.TryPeek(out var parent) ? parent : parents[row];
            open.Push(row);
        }

        return parents;
    }

    /// <summary>501 机关工资福利支出 by itself, then what it is spent on by another list, each row with its 50101 beside it.</summary>
    private int[] BelowTheirOtherSubject(ImmutableArray<int> tree)
    {
        var parents = tree.ToArray();
        var above = new Stack<int>();
        for (var row = 0; row < rows.Length; row++)
        {
            while (above.TryPeek(out var open) && !rows[row].IsWithin(rows[open]))
            {
                above.Pop();
            }

            parents[row] = above.TryPeek(out var parent) ? parent : parents[row];
            if (rows[row] is { Kind: RowKind.Detail, Subject: { Code: not null } own } &&
                rows[row].Others.All(other => other.Classification == own.Classification))
            {
                above.Push(row);
            }
        }

        return parents;
    }

    /// <summary>行政运行 for all, then 行政运行 again for each unit that spends on it.</summary>
    private int[] BelowTheirSubject(ImmutableArray<int> tree)
    {
        var parents = tree.ToArray();
        var whole = -1;
        for (var row = 0; row < rows.Length; row++)
        {
            if (whole >= 0 && rows[row] is { UnitName: not null, Code: { } code } && code == rows[whole].Code)
            {
                parents[row] = whole;
            }
            else
            {
                whole = rows[row] is { UnitName: null, Code: not null, Kind: RowKind.Detail } ? row : -1;
            }
        }

        return parents;
    }
}
