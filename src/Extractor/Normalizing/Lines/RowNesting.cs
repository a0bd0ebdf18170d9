using System.Collections.Immutable;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>Finds how rows nest from their amounts alone: a row is the sum of the rows that follow it.</summary>
internal sealed class RowNesting
{
    /// <summary>Trials after which a list is left as it is read plainly.</summary>
    private const int MostTrials = 200_000;

    private readonly decimal[] amounts;
    private readonly int[] parents;

    /// <summary>A unit stands below a unit or a kind of purchase, not below what another unit buys for as much.</summary>
    private readonly bool[] isUnit, mayHoldUnits;
    private readonly HashSet<(int Start, decimal Left, bool MayBeUnits)> hopeless = [];
    private int trials;

    private RowNesting(decimal[] amounts, IReadOnlyList<TableRow> rows)
    {
        this.amounts = amounts;
        isUnit = [.. rows.Select(static row => row.IsUnit)];
        mayHoldUnits = [.. rows.Select(static row => row.IsUnit || row.ItemKey is not null)];
        parents = [.. Enumerable.Repeat(-1, amounts.Length)];
    }

    /// <summary>
    /// <paramref name="tree"/> where its sums are met, else the nesting under which the total and every sum line are exactly the
    /// sum of what stands below them; what cannot be nested so stays as it was.
    /// </summary>
    public static RowTree Improve(ImmutableArray<TableRow> rows, RowTree tree, decimal?[] values)
    {
        if (new RowSums(values).Missed(tree.Parents) == 0)
        {
            return tree;
        }

        var total = Enumerable.Range(0, rows.Length).FirstOrDefault(row => rows[row].Kind == RowKind.Total && values[row] is not null, -1);
        int[] counted = [.. Enumerable.Range(0, rows.Length).Where(row =>
            row != total && values[row] is not null && rows[row].Kind is not RowKind.Total)];
        int[] units = [.. counted.Where(row => rows[row].IsUnit)];
        var parents = tree.Parents.ToArray();
        if (units.Length == 0 || units[0] != counted[0])
        {
            if (total >= 0)
            {
                Nest(rows, counted, total, values, parents);
            }

            return new RowTree([.. parents]);
        }

        // The lines of units are known: they make the total, and what follows each of them makes the unit.
        if (total >= 0)
        {
            Nest(rows, units, total, values, parents);
        }

        for (var index = 0; index < units.Length; index++)
        {
            int[] items = [.. counted.Where(row => row > units[index] && (index + 1 == units.Length || row < units[index + 1]))];
            if (items.Length > 0)
            {
                Nest(rows, items, units[index], values, parents);
            }
        }

        return new RowTree([.. parents]);
    }

    /// <summary>Sets the parents of <paramref name="members"/> where they together make the row <paramref name="whole"/>.</summary>
    private static void Nest(ImmutableArray<TableRow> rows, int[] members, int whole, decimal?[] values, int[] parents)
    {
        var nesting = new RowNesting([.. members.Select(row => values[row]!.Value)], [.. members.Select(row => rows[row])]);
        if (!nesting.Ends(0, values[whole]!.Value, -1).Any(end => end == members.Length))
        {
            return;
        }

        for (var index = 0; index < members.Length; index++)
        {
            parents[members[index]] = nesting.parents[index] < 0 ? whole : members[nesting.parents[index]];
        }
    }

    /// <summary>
    /// Where a run of rows from <paramref name="start"/> can end that makes <paramref name="rest"/>, each row with what it sums up.
    /// </summary>
    private IEnumerable<int> Ends(int start, decimal rest, int parent)
    {
        if (++trials > MostTrials)
        {
            yield break;
        }

        if (rest == 0)
        {
            yield return start;
        }

        var mayBeUnits = parent < 0 || mayHoldUnits[parent];
        if (start == amounts.Length || amounts[start] > rest || (rest == 0 && amounts[start] != 0) || (isUnit[start] && !mayBeUnits) ||
            hopeless.Contains((start, rest, mayBeUnits)))
        {
            yield break;
        }

        var found = false;
        foreach (var end in Subtree(start))
        {
            parents[start] = parent;
            foreach (var next in Ends(end, rest - amounts[start], parent))
            {
                found = true;
                yield return next;
            }
        }

        if (!found)
        {
            hopeless.Add((start, rest, mayBeUnits));
        }
    }

    /// <summary>The row as the sum of what follows it, then as a row by itself.</summary>
    private IEnumerable<int> Subtree(int row)
    {
        if (amounts[row] != 0)
        {
            foreach (var end in Ends(row + 1, amounts[row], row))
            {
                yield return end;
            }
        }

        yield return row + 1;
    }
}
