using System.Collections.Immutable;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// A list of units that begins with the department's own row over all of them: 杭州市公安局 is printed with the sum, then
/// 杭州市公安局 again with what it spends itself, then the units below it.
/// </summary>
internal sealed class DepartmentRow(ImmutableArray<TableRow> rows, RowSums sums)
{
    public RowTree Improve(RowTree tree)
    {
        var total = Enumerable.Range(0, rows.Length).FirstOrDefault(row => rows[row].Kind == RowKind.Total, -1);
        int[] units = [.. Enumerable.Range(0, rows.Length).Where(row => rows[row].IsUnit &&
            (tree.Parents[row] < 0 || tree.Parents[row] == total))];
        if (units.Length < 2 || !IsSumOf(units[0], units[1..], total))
        {
            return tree;
        }

        var parents = tree.Parents.ToArray();
        foreach (var unit in units.AsSpan(1))
        {
            parents[unit] = units[0];
        }

        return new RowTree([.. parents]);
    }

    /// <summary>
    /// It is the whole total, so that nothing is left for the others; without a total it is what two or more others make.
    /// </summary>
    private bool IsSumOf(int first, int[] others, int total) =>
        total >= 0 ? sums.AreEqual(first, total) && others.Any(sums.IsPrinted)
            : others.Length > 1 && sums.IsPrinted(first) && sums.IsMet(first, others);
}
