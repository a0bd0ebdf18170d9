using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Which rows of a block are units and how its rows nest, as hypotheses that compete: words and places propose, the sums over all
/// amount columns decide. Of readings that miss as few sums the plain one is kept.
/// </summary>
internal sealed class RowReadings(TableContext context, TableGrid grid, ImmutableArray<AmountColumn> amounts)
{
    /// <summary>Rows that are tried as the one unit that the others leave a gap for.</summary>
    private const int MostTried = 4;

    /// <summary>Ways in which the rows may nest that were held against the sums.</summary>
    public int Tried { get; private set; }

    public ImmutableArray<TableRow> Best(RowReader reader)
    {
        var best = reader.Read(ToldUnits.None);
        if (best.IsEmpty)
        {
            return best;
        }

        var plain = best;
        var missed = Missed(best);
        foreach (var told in Hypotheses(plain))
        {
            var rows = reader.Read(told);
            var missedThen = Missed(rows);
            var stoodAlone = !HaveParts(plain, told.Items);
            if (missedThen < missed ? stoodAlone || !HaveParts(rows, told.Items)
                : missedThen == missed && !told.Items.IsEmpty && stoodAlone)
            {
                (best, missed) = (rows, missedThen);
            }
        }

        return best;

        int Missed(ImmutableArray<TableRow> rows) => new RowSums(rows, grid, amounts).Missed(TreeOf(rows).Parents);
    }

    /// <summary>Something stands below one of the items in the tree of <paramref name="rows"/>.</summary>
    private bool HaveParts(ImmutableArray<TableRow> rows, ImmutableHashSet<int> items)
    {
        var parents = TreeOf(rows).Parents;
        return Enumerable.Range(0, rows.Length).Any(row => items.Contains(rows[row].Row) && parents.Contains(row));
    }

    /// <summary>
    /// Lists of projects and purchases often print sum lines of units and kinds among their items without a sign of it: where
    /// the list read plainly misses its total, the nesting under which every sum is met exactly is taken. In any table a row that
    /// has no place of its own may be the one that the sum above it lacks.
    /// </summary>
    public RowTree TreeOf(ImmutableArray<TableRow> rows)
    {
        var tree = RowTree.Of(rows);
        if (context.Kind.IsList)
        {
            var column = amounts.FirstOrDefault(static amount => amount.ItemKey is null && amount.Fund == Fund.All) ?? amounts[0];
            decimal?[] values = [.. rows.Select(row => grid.Amount(row.Row, column.Column)?.Value)];
            tree = RowNesting.Improve(rows, tree, values);
        }

        var sums = new RowSums(rows, grid, amounts);
        tree = new OtherNestings(rows, sums).Improve(new DepartmentRow(rows, sums).Improve(tree));
        tree = sums.Missed(tree.Parents) == 0 ? tree : new OrphanRows(rows, sums).Improve(tree);
        Tried += sums.Tried;
        return tree;
    }

    private IEnumerable<ToldUnits> Hypotheses(ImmutableArray<TableRow> rows)
    {
        if (ItemsNamedLikeUnits(rows) is { IsEmpty: false } items)
        {
            yield return new ToldUnits([], items);
        }

        if (HeadsWithoutSubject(rows) is { IsEmpty: false } heads)
        {
            yield return new ToldUnits(heads, []);
        }

        foreach (var row in UnitsThatAreMissed(rows))
        {
            yield return new ToldUnits([rows[row].Row], []);
        }
    }

    /// <summary>
    /// 社会组织发展资金（本级） among projects: the few rows that are named like units. Where none has anything below it they are items
    /// unless a sum wants them to be units; else only where the sums want it.
    /// </summary>
    private ImmutableHashSet<int> ItemsNamedLikeUnits(ImmutableArray<TableRow> rows)
    {
        var named = Enumerable.Range(0, rows.Length).Where(row => rows[row].IsUnitByName).ToList();
        if (!context.Kind.IsList || named.Count == 0 || named.Count * 2 > rows.Length)
        {
            return [];
        }

        return [.. named.Select(row => rows[row].Row)];
    }

    /// <summary>
    /// 图书馆 above its projects, each of which prints what subject it is of: the rows of a list that print none beside a unit that does
    /// not either, where every other row does.
    /// </summary>
    private ImmutableHashSet<int> HeadsWithoutSubject(ImmutableArray<TableRow> rows)
    {
        var heads = rows.Where(static row => row is { Kind: RowKind.Detail, Subject.Code: null, Others: [] } or { IsUnit: true }).ToList();
        return context.Kind.IsList && heads.Exists(static row => row.IsUnitByName) && heads.Exists(static row => !row.IsUnit) &&
            heads.Count * 2 <= rows.Length ? [.. heads.Select(static row => row.Row)] : [];
    }

    /// <summary>
    /// 中共广州市委讲师团 is a unit though its name ends otherwise: the units leave just its amounts of the total, in every column.
    /// </summary>
    private IEnumerable<int> UnitsThatAreMissed(ImmutableArray<TableRow> rows)
    {
        var total = Enumerable.Range(0, rows.Length).FirstOrDefault(row => rows[row].Kind == RowKind.Total, -1);
        int[] units = [.. Enumerable.Range(0, rows.Length).Where(row => rows[row].IsUnit)];
        if (total < 0 || !units.Any(row => rows[row].IsUnitByName))
        {
            return [];
        }

        var sums = new RowSums(rows, grid, amounts);
        return Enumerable.Range(0, rows.Length)
            .Where(row => rows[row] is { IsUnit: false, Kind: RowKind.Detail, Code: null } && sums.IsGap(row, total, units))
            .Take(MostTried);
    }
}
