using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts;

/// <summary>政府采购 of a document, of the widest fund that its table prints.</summary>
internal static class Purchases
{
    public const string Fact = "fact_procurement";

    /// <summary>货物, 工程, 服务 as rows of a table that lists nothing below them.</summary>
    private static readonly FrozenSet<string> Kinds =
        new[] { "procurement_goods", "procurement_works", "procurement_services" }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>With 合计 of the table.</returns>
    public static (ImmutableArray<Purchase> Rows, ImmutableArray<Reconciliation> Sums, Traced? Printed) Of(
        ImmutableArray<BudgetLine> lines)
    {
        var table = TableOf(lines);
        return table is null ? ([], [], null) : (
            [.. table.Rows.GroupBy(static line => (line.UnitName, NameOf(line), line.FunctionalCode)).Select(static rows => new Purchase(
                rows.Key.UnitName, rows.Key.Item2, rows.Key.FunctionalCode, rows.First().Fund, Traced.Sum(rows.Select(Traced.Of))!))],
            [table.ReconciliationOf(Fact, "total_yuan")],
            table.Printed);
    }

    private static CountedTable? TableOf(ImmutableArray<BudgetLine> lines)
    {
        var procurement = lines.Where(static line => line.TableKey == TableKey.GovernmentProcurement).ToList();
        return PrintedTotals.WidestFunds
            .Select(fund => CountedTable.Of(procurement, Component.Total, fund, static line => line.ItemKey is null or ItemKeys.UnitTotal ||
                Kinds.Contains(line.ItemKey)))
            .FirstOrDefault(static table => table is not null);
    }

    private static string? NameOf(BudgetLine line) =>
        line.Classification == Classification.Unit ? null : line.SubjectName ?? line.SubjectNameAsPrinted;
}
