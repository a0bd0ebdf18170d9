using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// Finds the unit of a table that prints none by the totals of the tables that print theirs, and by those that the narrative
/// states with its unit: only in one unit does its total agree with theirs.
/// </summary>
internal static class UnitReconciliation
{
    private static readonly AmountUnit[] Candidates = [AmountUnit.One, AmountUnit.TenThousand];

    /// <param name="known">Tables whose unit is known.</param>
    /// <param name="isStated">The narrative states the line's amount.</param>
    /// <param name="build">The table's lines, read in a unit that is tried.</param>
    /// <returns>The one unit that agrees; null where none or both do.</returns>
    public static AmountUnit? Find(ImmutableArray<TableLines> known, Func<LineDraft, bool> isStated, Func<AmountUnit, TableLines> build)
    {
        var totals = known.SelectMany(static table => Totals(table)).ToLookup(static total => total.Kind, static total => total.Line);
        AmountUnit? found = null;
        foreach (var candidate in Candidates)
        {
            var table = build(candidate);
            if (Totals(table).Any(total => total.Line.Yuan != 0 && totals[total.Kind].Any(other => Agrees(total.Line, other))) ||
                table.All.Any(draft => draft.Yuan != 0 && isStated(draft)))
            {
                if (found is not null)
                {
                    return null;
                }

                found = candidate;
            }
        }

        return found;
    }

    /// <summary>True where two totals of the same money are ten thousand times apart: one of them names the wrong unit.</summary>
    public static bool AreUnitsApart(LineDraft one, LineDraft other)
    {
        var (less, more) = Math.Abs(one.Yuan) < Math.Abs(other.Yuan) ? (one, other) : (other, one);
        return less.Yuan != 0 && Math.Abs(more.Yuan - (less.Yuan * 10_000m)) <= more.HalfPlaceYuan + (less.HalfPlaceYuan * 10_000m);
    }

    private static bool Agrees(LineDraft one, LineDraft other) => Math.Abs(one.Yuan - other.Yuan) <= one.HalfPlaceYuan +
        other.HalfPlaceYuan;

    private static IEnumerable<((Direction Direction, Fund Fund, Component Component) Kind, LineDraft Line)> Totals(TableLines table)
    {
        if (table.Context.Kind.IsPart)
        {
            yield break;
        }

        foreach (var direction in Enum.GetValues<Direction>())
        {
            foreach (var fund in Enum.GetValues<Fund>())
            {
                foreach (var component in new[] { Component.Total, Component.Basic, Component.Project })
                {
                    if (table.Total(direction, fund, component) is { } total)
                    {
                        yield return ((direction, fund, component == Component.Total ? table.Context.Kind.Whole : component), total);
                    }
                }

                if (table.CurrentYearTotal(direction, fund) is { } current)
                {
                    yield return ((direction, fund, Component.Total), current);
                }
            }
        }
    }
}
