using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts;

/// <summary>Rows whose sum should be the expenditure of the document, from one table or from the tables by fund.</summary>
/// <param name="Name">Published: where the facts come from.</param>
internal sealed record ExpenditureBasis(string Name, ImmutableArray<Expenditure> Rows)
{
    private static readonly ImmutableArray<(TableKey Table, Fund Fund)> ByFund =
    [
        (TableKey.GeneralPublicExpenditure, Fund.GeneralPublic),
        (TableKey.GovernmentFundExpenditure, Fund.GovernmentFund),
        (TableKey.StateCapitalExpenditure, Fund.StateCapital),
    ];

    public decimal Sum => Rows.Sum(static row => row.TotalYuan);

    /// <summary>
    /// The finest of the ways to count the expenditure whose sum is the printed total; where none is, the one that misses least.
    /// The same money is in several tables, so that only one way is taken.
    /// </summary>
    /// <param name="expenditure">The lines of expenditure.</param>
    /// <param name="printed">支出合计; null where the document prints none.</param>
    public static ExpenditureBasis? Of(ILookup<TableKey, BudgetLine> expenditure, Traced? printed)
    {
        var byFund = ByFund.Select(fund => (fund.Table, fund.Fund,
            Rows: new ExpenditureBasis(string.Empty, [.. Functional(expenditure[fund.Table], fund.Fund)]))).ToList();
        ImmutableArray<Expenditure> funds = [.. byFund.SelectMany(static fund => fund.Rows.Rows)];
        var isWhole = byFund.TrueForAll(fund => fund.Rows.IsWhole(expenditure[fund.Table], fund.Fund));
        ExpenditureBasis? least = null;
        foreach (var way in Ways(expenditure, funds, isWhole))
        {
            if (way.Rows.IsEmpty)
            {
                continue;
            }

            if (printed is not null && Math.Abs(way.Sum - printed.Yuan) <= way.Tolerance(printed))
            {
                return way;
            }

            if (least is null || (printed is not null && Math.Abs(way.Sum - printed.Yuan) < Math.Abs(least.Sum - printed.Yuan)))
            {
                least = way;
            }
        }

        return least;
    }

    /// <summary>The finest first; the next is made only where the one before does not do.</summary>
    private static IEnumerable<ExpenditureBasis> Ways(ILookup<TableKey, BudgetLine> expenditure, ImmutableArray<Expenditure> funds,
        bool isWhole)
    {
        yield return new(SchemaName.Of(TableKey.ExpenditureSummary),
            SplitByFund([.. Functional(expenditure[TableKey.ExpenditureSummary], Fund.All)], isWhole ? funds : []));
        yield return new("tables_by_fund", funds);
        ImmutableArray<Expenditure> classes = [.. Classes(expenditure[TableKey.RevenueExpenditureSummary])];
        yield return new("classes_by_fund", isWhole && !funds.IsEmpty ? SplitClasses(classes, funds) : []);
        yield return new(SchemaName.Of(TableKey.RevenueExpenditureSummary), classes);
        yield return new("units", [.. Units(expenditure[TableKey.ExpenditureSummary])]);
    }

    /// <summary>What the rounding of the rows and of the printed total allows, in yuan.</summary>
    public decimal Tolerance(Traced printed) =>
        Rows.Sum(static row => row.Components.Total.RoundingYuan) + printed.RoundingYuan;

    /// <summary>Whether the rows that are read of a table by fund are all it has; so is a table without rows.</summary>
    private bool IsWhole(IEnumerable<BudgetLine> lines, Fund fund) =>
        Rows.IsEmpty || (PrintedTotals.OfTable(lines, Component.Total, fund) is { } printed
            && Math.Abs(Sum - printed.Yuan) <= Tolerance(printed));

    /// <summary>Leaf rows by subject of the first table that has any, each with the amounts of its other columns.</summary>
    private static IEnumerable<Expenditure> Functional(IEnumerable<BudgetLine> lines, Fund fund) =>
        Counted(
            lines.Where(line => line.Fund == fund && line is { Classification: Classification.Functional, ItemKey: null }),
            static line => line is { IsLeaf: true, RowRole: RowRole.Detail },
            fund);

    /// <summary>The classes (类) that 收支总表 prints beside the revenue.</summary>
    private static IEnumerable<Expenditure> Classes(IEnumerable<BudgetLine> lines)
    {
        var all = lines.Where(static line => line is { Fund: Fund.All, Classification: Classification.Functional }).ToList();
        return Counted(
            all.Where(static line => line is { SubjectLevel: SubjectLevel.Class, ItemKey: null, Component: Component.Total }),
            static _ => true,
            Fund.All);
    }

    private static IEnumerable<Expenditure> Units(IEnumerable<BudgetLine> lines) =>
        Counted(
            lines.Where(static line => line is
            {
                Fund: Fund.All, Classification: Classification.Unit, ItemKey: null or ItemKeys.UnitTotal
            }),
            static line => line.IsLeaf,
            Fund.All);

    private static IEnumerable<Expenditure> Counted(IEnumerable<BudgetLine> lines, Func<BudgetLine, bool> isCounted, Fund fund)
    {
        var tables = lines.GroupBy(static line => line.TableOrdinal).OrderBy(static table => table.Key).Select(table =>
            table.GroupBy(static line => line.Row).OrderBy(static row => row.Key)
                .Where(row => row.Any(line => line.Component == Component.Total && isCounted(line))).ToList());
        return (tables.FirstOrDefault(static rows => rows.Count > 0) ?? [])
            .Select(row => Row(row, fund))
            .GroupBy(static row => KeyOf(row))
            .Select(Merge);
    }

    /// <summary>A column that narrows another one (其中：政府采购) stands to its right: of one component the first counts.</summary>
    private static Expenditure Row(IEnumerable<BudgetLine> row, Fund fund)
    {
        var first = new List<BudgetLine>();
        foreach (var line in row)
        {
            var place = first.FindIndex(other => other.Component >= line.Component);
            if (place < 0 || first[place].Component != line.Component)
            {
                first.Insert(place < 0 ? first.Count : place, line);
            }
            else if (line.Column < first[place].Column)
            {
                first[place] = line;
            }
        }

        var total = first.Find(static line => line.Component == Component.Total)!;
        return new Expenditure(
            total.UnitName,
            total.SubjectCode,
            total.SubjectLevel,
            total.SubjectName ?? total.SubjectNameAsPrinted,
            SchemaName.Of(fund),
            new ComponentAmounts([.. first.Select(static line => (line.Component, Traced.Of(line)))]));
    }

    private static (string? Unit, string? Subject, string Fund) KeyOf(Expenditure row) =>
        (row.UnitName, row.SubjectCode ?? row.SubjectName, row.Fund);

    private static Expenditure Merge(IEnumerable<Expenditure> rows)
    {
        var all = rows.ToList();
        return all is [var only] ? only : all[0] with
        {
            Components = new ComponentAmounts([.. all.SelectMany(static row => row.Components.All)
                .GroupBy(static column => column.Component, static column => column.Amount).OrderBy(static column => column.Key)
                .Select(static column => (column.Key, Traced.Sum(column)!))]),
        };
    }

    /// <summary>
    /// Rows over all funds, divided where the tables by fund print the same subject of the same unit: what they leave is of other
    /// funds. A subject of which they print more than the whole stays undivided.
    /// </summary>
    private static ImmutableArray<Expenditure> SplitByFund(ImmutableArray<Expenditure> whole, ImmutableArray<Expenditure> funds)
    {
        var parts = funds.ToLookup(static row => (row.UnitName, row.SubjectCode ?? row.SubjectName));
        return [.. whole.SelectMany(row => Split(row, [.. parts[(row.UnitName, row.SubjectCode ?? row.SubjectName)]]))];
    }

    /// <summary>The same of the classes of 收支总表: the tables by fund have the groups and items below them.</summary>
    private static ImmutableArray<Expenditure> SplitClasses(ImmutableArray<Expenditure> classes, ImmutableArray<Expenditure> funds) =>
        [.. classes.SelectMany(ofClass => Split(ofClass, [.. funds.Where(row => ofClass.SubjectCode is { } code
            && row.SubjectCode?.StartsWith(code, StringComparison.Ordinal) == true)]))];

    private static IEnumerable<Expenditure> Split(Expenditure whole, ImmutableArray<Expenditure> parts)
    {
        var rest = whole.TotalYuan - parts.Sum(static part => part.TotalYuan);
        if (parts.IsEmpty || rest < 0)
        {
            return [whole];
        }

        return rest == 0 ? parts : [.. parts, Rest(whole, parts)];
    }

    /// <summary>Components that one of the parts does not print are not known of the rest either.</summary>
    private static Expenditure Rest(Expenditure whole, ImmutableArray<Expenditure> parts) => whole with
    {
        Fund = Expenditure.OtherFunds,
        Components = new ComponentAmounts([.. whole.Components.All
            .Where(column => parts.All(part => part.Components.Find(column.Component) is not null))
            .Select(column => (column.Component, new Traced(
                column.Amount.Yuan - parts.Sum(part => part.Components.Find(column.Component)!.Yuan),
                [.. column.Amount.Lines, .. parts.SelectMany(part => part.Components.Find(column.Component)!.Lines)])))]),
    };
}
