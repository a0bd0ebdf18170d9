using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts;

/// <summary>The three public expenses (三公经费) of a document, each counted once.</summary>
internal static class ThreePublicItems
{
    /// <summary>Vehicles are bought and run; where a document prints only both together, that is the item.</summary>
    public const string Vehicles = "vehicle_total";

    private static readonly ImmutableArray<string> Items = ["overseas", "vehicle_purchase", "vehicle_operation", "reception"];

    /// <summary>三公经费 are told of 财政拨款: a column of it comes before its part from 一般公共预算, and before 合计 with other money.</summary>
    private static readonly ImmutableArray<Fund> Funds = [Fund.FiscalAppropriation, Fund.GeneralPublic, Fund.All];

    public static ImmutableArray<ThreePublicExpense> Of(NormalizedDocument document, Phase phase)
    {
        var lines = document.Lines.Where(line => line.TableKey == TableKey.ThreePublic && line.Phase == phase
            && line is { Component: Component.Total, Qualifier: null }).ToList();
        foreach (var fund in Funds)
        {
            var ofFund = lines.Where(line => line.Fund == fund).ToList();
            var items = Items.Select(item => Expense(ofFund, item)).OfType<ThreePublicExpense>().ToList();
            if (!items.Exists(static item => item.ItemKey.StartsWith("vehicle", StringComparison.Ordinal))
                && Expense(ofFund, Vehicles) is { } vehicles)
            {
                items.Insert(items.Count(static item => item.ItemKey == Items[0]), vehicles);
            }

            if (items.Exists(static item => item.Current is not null))
            {
                return [.. items];
            }
        }

        return [];
    }

    /// <summary>What sentences alone tell: both parts of the vehicles' expenses, or the one amount for both.</summary>
    public static ImmutableArray<ThreePublicExpense> Of(ImmutableSortedDictionary<string, StatedFigure> stated)
    {
        var isInParts = stated.ContainsKey("vehicle_purchase") && stated.ContainsKey("vehicle_operation");
        return [.. (isInParts || !stated.ContainsKey(Vehicles) ? Items : ["overseas", Vehicles, "reception"])
            .Select(item => Traced.Of(stated.GetValueOrDefault(item)) is { } told ? new ThreePublicExpense(item, told, null) : null)
            .OfType<ThreePublicExpense>()];
    }

    /// <summary>The printed total, of the fund that the items are of.</summary>
    public static Traced? Printed(NormalizedDocument document, Phase phase, ImmutableArray<ThreePublicExpense> items)
    {
        if (items.IsEmpty)
        {
            return null;
        }

        var line = items.Select(static item => item.Current).OfType<Traced>().First().Lines[0].Place;
        var table = document.Lines.Where(other => other.TableOrdinal == line.Table && other.Phase == phase
            && other.Fund == line.Fund && other is { Component: Component.Total, Period: Period.Current, Qualifier: null }).ToList();
        return OfWholeRow(table)
            ?? Amount(table, ItemKeys.Total, Period.Current) ?? Amount(table, ItemKeys.UnitTotal, Period.Current);
    }

    /// <summary>The total of the one row that sums up others: nothing in it is a leaf, as the rows of its units are.</summary>
    private static Traced? OfWholeRow(List<BudgetLine> table)
    {
        var rows = table.GroupBy(static line => line.Row).ToList();
        var whole = rows.Where(static row => row.Skip(1).Any() && !row.Any(static line => line.IsLeaf)).Take(2).ToList();
        return rows.Count > 1 && whole is [var only]
            ? PrintedTotals.Agreed(only.Where(static line => line.ItemKey == ItemKeys.Total)) : null;
    }

    private static ThreePublicExpense? Expense(List<BudgetLine> lines, string item)
    {
        var (current, prior) = (Amount(lines, item, Period.Current), Amount(lines, item, Period.Prior));
        return current is null && prior is null ? null : new ThreePublicExpense(item, current, prior);
    }

    /// <summary>What is printed for the document as a whole, else the sum over the units of the first table that has the item.</summary>
    private static Traced? Amount(IEnumerable<BudgetLine> lines, string item, Period period)
    {
        var table = lines.Where(line => line.ItemKey == item && line.Period == period).GroupBy(static line => line.TableOrdinal)
            .MinBy(static group => group.Key);
        return table is null ? null
            : PrintedTotals.Agreed(table.Where(static line => line.UnitName is null))
                ?? PrintedTotals.Agreed(table.GroupBy(static line => line.Row).Count() == 1 ? table : [])
                ?? Traced.Sum(table.Where(static line => line.IsLeaf || line.RowRole == RowRole.Total).Select(Traced.Of));
    }
}
