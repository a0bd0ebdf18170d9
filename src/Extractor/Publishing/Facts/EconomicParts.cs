using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts;

/// <summary>
/// Expenditure by economic class (经济分类), in parts that have no yuan in common. The same basic expenditure is printed by up to four
/// tables (of all funds, of the appropriation, of the general public budget, and beside the projects): the widest counts.
/// </summary>
internal static class EconomicParts
{
    public const string Fact = "fact_economic";

    private static readonly ImmutableArray<(TableKey Table, Component Component, Fund Fund)> BasicTables =
    [
        (TableKey.BasicExpenditure, Component.Total, Fund.All),
        (TableKey.FiscalAppropriationBasicExpenditure, Component.Total, Fund.FiscalAppropriation),
        (TableKey.GeneralPublicBasicExpenditure, Component.Total, Fund.GeneralPublic),
        (TableKey.GeneralPublicEconomic, Component.Basic, Fund.GeneralPublic),
    ];

    /// <summary>人员经费 and 公用经费, which make up the basic expenditure.</summary>
    private static readonly ImmutableArray<(Component Component, string Item)> Halves =
        [(Component.Personnel, "personnel"), (Component.Public, "public")];

    public static (ImmutableArray<EconomicExpenditure> Rows, ImmutableArray<Reconciliation> Sums) Of(
        ILookup<TableKey, BudgetLine> tables)
    {
        var parts = PartsOf(tables).ToList();
        return (
            [.. parts.SelectMany(static part => part.Rows)],
            [.. parts.Select(part => part.Table.ReconciliationOf(Fact, "total_yuan") with
            {
                Part = EconomicExpenditure.PartOf(part.Component),
            })]);
    }

    /// <summary>The whole of all funds; else basic and project expenditure; else what of them is printed.</summary>
    private static IEnumerable<Part> PartsOf(ILookup<TableKey, BudgetLine> tables)
    {
        if (Make(tables, TableKey.ExpenditureEconomic, Component.Total, Fund.All, Component.Total) is { } whole)
        {
            return [whole];
        }

        var project = Make(tables, TableKey.GeneralPublicEconomic, Component.Project, Fund.GeneralPublic, Component.Project);
        if (project is null
            && Make(tables, TableKey.GeneralPublicEconomic, Component.Total, Fund.GeneralPublic, Component.Total) is { } undivided)
        {
            return [undivided];
        }

        var basics = BasicTables.Select(way => Make(tables, way.Table, way.Component, way.Fund, Component.Basic)
            ?? OfColumnsOfHalves(tables, way.Table, way.Fund)).OfType<Part>().ToList();
        var basic = basics.Find(static part => part.Table.Reconciles) ?? basics.Find(static part => part.Table.Printed is not null)
            ?? basics.FirstOrDefault();
        return new[] { basic, project }.OfType<Part>();
    }

    /// <summary>Tables print classes of both lists side by side (512 of governments among 301 to 310), each yuan once as a leaf.</summary>
    private static Part? Make(ILookup<TableKey, BudgetLine> tables, TableKey key, Component column, Fund fund, Component meaning)
    {
        if (CountedTable.Of(tables[key], column, fund, IsOfAClass) is not { } table)
        {
            return null;
        }

        if (table.Printed is null)
        {
            table = table with { Printed = OfHalves(tables[key], column, fund) };
        }

        return new Part(table, meaning, Merged(table, key, meaning, fund));
    }

    /// <summary>Final accounts print 人员经费合计 and 公用经费合计 and no sum of both.</summary>
    private static Traced? OfHalves(IEnumerable<BudgetLine> lines, Component column, Fund fund)
    {
        var halves = Halves.Select(half => PrintedTotals.Agreed(lines.Where(line => line.ItemKey == half.Item
            && (line.Component == column || line.Component == half.Component) && line.Fund == fund))).OfType<Traced>().ToList();
        return halves.Count == Halves.Length ? Traced.Sum(halves) : null;
    }

    /// <summary>A form with a column for each half and none for both (人员经费 and 公用经费 side by side, with lists of their own).</summary>
    private static Part? OfColumnsOfHalves(ILookup<TableKey, BudgetLine> tables, TableKey key, Fund fund)
    {
        var halves = Halves.Select(half => (Table: CountedTable.Of(tables[key], half.Component, fund, IsOfAClass),
            Printed: PrintedTotals.OfTable(tables[key], half.Component, fund) ?? PrintedTotals.Agreed(tables[key].Where(line =>
                line.ItemKey == half.Item && line.Component == half.Component && line.Fund == fund)))).ToList();
        if (halves.TrueForAll(static half => half.Table is null))
        {
            return null;
        }

        var printed = halves.TrueForAll(static half => half.Table is null || half.Printed is not null)
            ? Traced.Sum(halves.Select(static half => half.Printed).OfType<Traced>()) : null;
        var both = new CountedTable([.. halves.SelectMany(static half => half.Table?.Rows ?? [])], printed);
        return new Part(both, Component.Basic, Merged(both, key, Component.Basic, fund));
    }

    private static bool IsOfAClass(BudgetLine line) =>
        line.Classification is Classification.DepartmentEconomic or Classification.GovernmentEconomic;

    /// <summary>A table by function and class prints a class under each function.</summary>
    private static ImmutableArray<EconomicExpenditure> Merged(CountedTable table, TableKey key, Component meaning, Fund fund) =>
    [
        .. table.Rows
            .GroupBy(static line => (line.UnitName, line.Classification, line.SubjectCode ?? line.SubjectName ?? line.SubjectNameAsPrinted))
            .Select(rows =>
            {
                var first = rows.First();
                return new EconomicExpenditure(first.UnitName, first.Classification, first.SubjectCode, first.SubjectLevel,
                    first.SubjectName ?? first.SubjectNameAsPrinted, meaning, fund, key, Traced.Sum(rows.Select(Traced.Of))!);
            }),
    ];

    private sealed record Part(CountedTable Table, Component Component, ImmutableArray<EconomicExpenditure> Rows);
}
