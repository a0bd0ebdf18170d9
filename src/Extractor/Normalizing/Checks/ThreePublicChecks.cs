using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Checks;

/// <summary>The sums of a “三公” table: its items, its years, its units.</summary>
internal static class ThreePublicChecks
{
    public static void Run(ImmutableArray<ThreePublicGroup> groups, CheckBook book)
    {
        foreach (var group in groups)
        {
            Sum(group, ThreePublicGroup.VehicleTotal, ThreePublicGroup.PartsOfVehicles, book);
            if (!Sum(group, ItemKeys.Total, ThreePublicGroup.PartsOfTotal, book))
            {
                Sum(group, ItemKeys.Total,
                    [ThreePublicGroup.Overseas, ThreePublicGroup.VehiclePurchase, ThreePublicGroup.VehicleOperation,
                    ThreePublicGroup.Reception], book);
            }

            Sum(group, ThreePublicGroup.WithMeetings, [ItemKeys.Total, ThreePublicGroup.Meetings, ThreePublicGroup.Training], book);
        }

        foreach (var whole in groups)
        {
            SumUnits(groups, whole, book);
        }

        foreach (var change in groups.Where(static group => group.Period == Period.Change))
        {
            if (OfPeriod(groups, change, Period.Current) is not { } current || OfPeriod(groups, change, Period.Prior) is not { } prior)
            {
                continue;
            }

            foreach (var (item, line) in change.Items)
            {
                if (current[item] is { } now && prior[item] is { } before)
                {
                    book.Sum(CheckRule.ChangeIsCurrentMinusPrior, line, [(now, 1), (before, -1)]);
                }
            }
        }
    }

    /// <summary>
    /// The units below a row make it, item by item. Publications leave units out (杭州市公安局 2026: one of ten), so that a sum that is missed
    /// accuses nobody.
    /// </summary>
    private static void SumUnits(ImmutableArray<ThreePublicGroup> groups, ThreePublicGroup whole, CheckBook book)
    {
        var units = groups.Where(other => other.Above == whole.Head && other.IsSameBucket(whole)).ToList();
        foreach (var (item, line) in whole.Items)
        {
            var parts = units.Select(unit => unit[item]).OfType<LineDraft>().Select(static part => (part, 1)).ToList();
            if (parts.Count > 0)
            {
                book.Sum(CheckRule.LeavesSumToTotal, line, parts, isComplete: false);
            }
        }
    }

    /// <summary>True where the sum could be run: the whole and every part that the whole needs are there.</summary>
    private static bool Sum(ThreePublicGroup group, string whole, string[] parts, CheckBook book)
    {
        if (group[whole] is not { } total)
        {
            return false;
        }

        var printed = parts.Select(part => group[part]).OfType<LineDraft>().Select(static line => (line, 1)).ToList();
        if (printed.Count == 0 || (parts.Contains(ThreePublicGroup.VehicleTotal) && group[ThreePublicGroup.VehicleTotal] is null &&
            group.Sum(ThreePublicGroup.PartsOfVehicles) is not null))
        {
            return false;
        }

        book.Sum(CheckRule.ChildrenSumToParent, total, printed);
        return true;
    }

    private static ThreePublicGroup? OfPeriod(ImmutableArray<ThreePublicGroup> groups, ThreePublicGroup like, Period period) =>
        groups.FirstOrDefault(group => group.Head == like.Head && group.Fund == like.Fund && group.Phase == like.Phase &&
            group.Period == period);
}
