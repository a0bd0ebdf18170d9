using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Audits;

/// <summary>Leaf sums of a table against its printed totals.</summary>
internal static class LeafSums
{
    private const string Total = "total";

    /// <summary>One for each dimension in which the table prints a total over other lines.</summary>
    /// <param name="lines">Of one table.</param>
    public static IEnumerable<LeafSum> Of(ImmutableArray<BudgetLineRow> lines)
    {
        var children = lines.Where(static line => line.ParentLineId is not null)
            .ToLookup(static line => line.ParentLineId!, StringComparer.Ordinal);
        foreach (var group in lines.Where(IsTotal)
            .GroupBy(static line => (line.Direction, line.Component, line.Fund, line.Phase, line.Period)))
        {
            var totals = TotalsOf([.. group], line => HasLeaves(line, children), lines.Where(static line => line.IsLeaf)
                .Select(static line => line.ColumnIndex).ToHashSet());
            var columns = totals.Select(static line => line.ColumnIndex).ToHashSet();
            var leaves = lines.Where(line => line.IsLeaf &&
                (line.Direction, line.Phase, line.Period) == (group.Key.Direction, group.Key.Phase, group.Key.Period) &&
                ((line.Component == group.Key.Component && line.Fund == group.Key.Fund) || columns.Contains(line.ColumnIndex))).ToList();
            if (leaves.Count > 0)
            {
                yield return Compare(totals, leaves);
            }
        }
    }

    /// <summary>A sum of other lines; a row that stands alone is its own leaf.</summary>
    private static bool IsTotal(BudgetLineRow line) =>
        line is { RowRole: Total, Qualifier: null, IsLeaf: false, ItemKey: null or ItemKeys.Total or ItemKeys.UnitTotal };

    /// <summary>
    /// Of a sum that is divided by several lists (支出按功能, 支出按性质) the one whose list has the leaves. Where units are listed each with
    /// its own sum (三公经费), that over all of them counts, which is the one without leaves of its own; where none is printed, theirs
    /// together.
    /// </summary>
    private static ImmutableArray<BudgetLineRow> TotalsOf(ImmutableArray<BudgetLineRow> totals, Func<BudgetLineRow, bool> hasLeaves,
        HashSet<int> columnsWithLeaves)
    {
        ImmutableArray<BudgetLineRow> listed = [.. totals.Where(total => columnsWithLeaves.Contains(total.ColumnIndex))];
        var found = listed.IsEmpty ? totals : listed;
        return found.Length > 1 && found.FirstOrDefault(total => !hasLeaves(total)) is { } whole ? [whole] : found;
    }

    private static bool HasLeaves(BudgetLineRow line, ILookup<string, BudgetLineRow> children) =>
        children[line.LineId].Any(child => child.IsLeaf || HasLeaves(child, children));

    private static LeafSum Compare(ImmutableArray<BudgetLineRow> totals, List<BudgetLineRow> leaves)
    {
        var all = totals.Concat(leaves).ToList();
        var (printed, sum) = (totals.Sum(static line => line.AmountYuan), leaves.Sum(static line => line.AmountYuan));
        var state = Math.Abs(printed - sum) <= HalfPlaceYuan(all) * all.Count ? LeafSumState.Holds
            : all.Exists(static line => line.Proof == "contradicted") ? LeafSumState.Contradicted
            : all.Exists(static line => line.Doubt is not null) ? LeafSumState.Doubted
            : LeafSumState.Unexplained;
        var first = totals[0];
        return new LeafSum(
            first.DocumentId, first.TableId, first.TableKey, first.PageNumber, first.Direction, first.Component, first.Fund, first.Phase,
            first.Period, printed, sum, state,
            state == LeafSumState.Doubted ? all.Select(static line => line.Doubt).First(static doubt => doubt is not null) : null);
    }

    /// <summary>Half of the last place that the lines print, in yuan; 0 where all of them print nothing but zeros.</summary>
    private static decimal HalfPlaceYuan(IEnumerable<BudgetLineRow> lines)
    {
        var (places, unit) = (0, 0m);
        foreach (var line in lines)
        {
            var text = line.ValueAsPrinted.Trim();
            var point = text.LastIndexOf('.');
            places = Math.Max(places, point < 0 ? 0 : text.Length - point - 1);
            if (line.AmountYuan != 0 && decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowParentheses,
                CultureInfo.InvariantCulture, out var value) && value != 0)
            {
                unit = Math.Max(unit, Math.Abs(line.AmountYuan / value));
            }
        }

        var half = unit / 2;
        for (var place = 0; place < places; place++)
        {
            half /= 10;
        }

        return half;
    }
}
