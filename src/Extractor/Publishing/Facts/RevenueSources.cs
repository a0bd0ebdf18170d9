using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts;

/// <summary>The revenue (收入) of a document by source, and what is printed below 本年收入合计: money of earlier years above all.</summary>
/// <param name="OfYear">本年收入合计; null where the form prints none.</param>
/// <param name="OfAll">收入总计.</param>
internal sealed record RevenueSources(ImmutableArray<Revenue> Rows, Traced? OfYear, Traced? OfAll)
{
    public const string Fact = "fact_revenue";
    public const string OfYearColumn = "revenue_yuan";
    public const string AllColumns = "revenue_yuan + beyond_year_yuan";

    /// <summary>上年结转, 使用结余, 上年实户资金余额: no revenue of the year in any form.</summary>
    private static readonly ImmutableHashSet<string> EarlierYears = ["carried_in", "use_of_surplus", "unit_account_balance"];

    private static readonly ImmutableArray<TableKey> Tables = [TableKey.RevenueExpenditureSummary, TableKey.RevenueSummary];

    public decimal YuanOfYear => Rows.Where(static row => !row.IsBeyondYear).Sum(static row => row.Counted.Yuan);

    public decimal YuanOfAll => Rows.Sum(static row => row.Counted.Yuan);

    /// <summary>收支总表 prints the sources as rows; where it lacks some, 收入总表 may have all.</summary>
    public static RevenueSources Of(ImmutableArray<BudgetLine> lines)
    {
        var known = Tables.Select(table => OfTable(lines, table)).Where(static way => way.Rows.Length > 0)
            .Select(way => way is { OfYear: null, OfAll: null } ? way with { OfAll = OfTableOfUnits(lines) } : way).ToList();
        return known.Find(static way => way.Reconciliations().All(static sum => sum.Reconciles))
            ?? known.FirstOrDefault() ?? new RevenueSources([], null, null);
    }

    /// <summary>Of the printed totals: 本年收入合计, and 收入总计 with what stands below it.</summary>
    public ImmutableArray<Reconciliation> Reconciliations()
    {
        if (Rows.IsEmpty)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Reconciliation>();
        if (OfYear is not null)
        {
            found.Add(new Reconciliation(Fact, OfYearColumn, OfYear, YuanOfYear, Tolerance(OfYear)));
        }

        if (OfAll is not null || OfYear is null)
        {
            found.Add(new Reconciliation(Fact, AllColumns, OfAll, YuanOfAll,
                OfAll is null ? 0 : Tolerance(OfAll)));
        }

        return found.ToImmutable();
    }

    private static RevenueSources OfTable(ImmutableArray<BudgetLine> lines, TableKey table)
    {
        var side = lines.Where(line => line.TableKey == table && line is
        {
            Direction: Direction.Revenue,
            Component: Component.Total,
            Classification: Classification.Revenue,
        }).ToList();
        var (year, total) = (Printed(side, ItemKeys.CurrentYearTotal), Printed(side, ItemKeys.Total));
        if (year is { Yuan: 0 } && total is { Yuan: not 0 })
        {
            // A form that leaves 本年收入合计 blank prints its 总计 alone.
            year = null;
        }

        ImmutableArray<Revenue> rows = [.. side.Where(static line =>
            line is { IsLeaf: true, ItemKey: not (ItemKeys.Total or ItemKeys.CurrentYearTotal) })
            .GroupBy(static line => line.Row).OrderBy(static row => row.Key)
            .Select(row => RowOf(row.MinBy(static line => line.Column)!, year))
            .GroupBy(static row => row.Name)
            .Select(static rows => rows.First() with { Counted = Traced.Sum(rows.Select(static row => row.Counted))! })];
        return new RevenueSources(rows, year, total);
    }

    /// <summary>收入总计 may be left blank in 收支总表: 收入总表 of the document prints it, by unit or subject.</summary>
    private static Traced? OfTableOfUnits(ImmutableArray<BudgetLine> lines) => PrintedTotals.OfTable(
        lines.Where(static line => line is { TableKey: TableKey.RevenueSummary, Direction: Direction.Revenue }), Component.Total, Fund.All);

    private static Traced? Printed(List<BudgetLine> side, string item) =>
        PrintedTotals.Agreed(side.Where(line => line.ItemKey == item && line.Fund == Fund.All));

    /// <summary>Some forms print 上级补助收入 below 本年收入合计: what stands there is not in it, whatever its name.</summary>
    private static Revenue RowOf(BudgetLine line, Traced? year) => new(
        line.ItemKey,
        line.SubjectNameAsPrinted,
        line.Fund,
        (line.ItemKey is { } item && EarlierYears.Contains(item))
            || (year is not null && line.TableOrdinal == year.Lines[0].Place.Table && line.Row > year.Lines[0].Place.Row),
        Traced.Of(line));

    private decimal Tolerance(Traced printed) =>
        Rows.Sum(static row => row.Counted.RoundingYuan) + printed.RoundingYuan;
}
