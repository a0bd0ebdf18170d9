using System.Collections.Immutable;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Rows whose subject is not known, among rows that nest by theirs: each stands where the sums want it. It is the part that the
/// class above it lacks, in every column, or it repeats the row above one level deeper.
/// </summary>
internal sealed class OrphanRows(ImmutableArray<TableRow> rows, RowSums sums)
{
    /// <summary>A tree under which fewer sums are missed, else <paramref name="tree"/> itself.</summary>
    public RowTree Improve(RowTree tree)
    {
        var parents = tree.Parents.ToArray();
        var missed = sums.Missed(parents);
        for (var row = 1; row < rows.Length && missed > 0; row++)
        {
            if (rows[row] is not { Kind: RowKind.Detail, IsUnit: false, Code: null })
            {
                continue;
            }

            var before = parents[row];
            foreach (var parent in Candidates(row, parents))
            {
                parents[row] = parent;
                var then = sums.Missed(parents);
                if (then < missed)
                {
                    (missed, before) = (then, parent);
                }
            }

            parents[row] = before;
        }

        return new RowTree([.. parents]);
    }

    /// <summary>
    /// The coded rows that are open where the row stands and lack just its amounts; the row above, where it prints the same.
    /// </summary>
    private IEnumerable<int> Candidates(int row, int[] parents)
    {
        var above = row - 1;
        if (rows[above].Code is null && sums.AreEqual(row, above))
        {
            yield return above;
        }

        while (above >= 0 && rows[above] is { Code: null, Kind: RowKind.Detail })
        {
            above--;
        }

        for (var open = above; open >= 0; open = parents[open])
        {
            int[] parts = [.. Enumerable.Range(0, rows.Length).Where(part => parents[part] == open && part != row)];
            if (rows[open].Code is not null && parts.Length > 0 && sums.IsGap(row, open, parts))
            {
                yield return open;
            }
        }
    }
}
