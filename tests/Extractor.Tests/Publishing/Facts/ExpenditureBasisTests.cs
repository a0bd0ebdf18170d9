using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Publishing.Facts;
using static Extractor.Tests.Publishing.Facts.FactLines;

namespace Extractor.Tests.Publishing.Facts;

public sealed class ExpenditureBasisTests
{
    private const TableKey Summary = TableKey.ExpenditureSummary;
    private const TableKey General = TableKey.GeneralPublicExpenditure;
    private const TableKey Funds = TableKey.GovernmentFundExpenditure;
    private const TableKey Both = TableKey.RevenueExpenditureSummary;

    [Fact]
    public void Of_SummaryAndTablesByFund_EachYuanOnceByFund()
    {
        var basis = Basis(100,
            Leaf(Summary, "2010301", 70, 2), Leaf(Summary, "2120803", 20, 3), Leaf(Summary, "2210201", 10, 4),
            Leaf(General, "2010301", 50, 2, Fund.GeneralPublic), Leaf(General, "2210201", 10, 3, Fund.GeneralPublic),
            Total(General, 60, 9, Fund.GeneralPublic),
            Leaf(Funds, "2120803", 20, 2, Fund.GovernmentFund), Total(Funds, 20, 9, Fund.GovernmentFund));

        Assert.Equal("expenditure_summary", basis.Name);
        Assert.Equal(
            ["2010301 general_public 500000.00", "2010301 other 200000.00", "2120803 government_fund 200000.00",
                "2210201 general_public 100000.00"],
            Shown(basis));
    }

    [Fact]
    public void Of_TableByFundThatLacksRows_DividesNothing()
    {
        var basis = Basis(100, Leaf(Summary, "2010301", 100, 2), Leaf(General, "2010301", 50, 2, Fund.GeneralPublic),
            Total(General, 80, 9, Fund.GeneralPublic));

        Assert.Equal(["2010301 all 1000000.00"], Shown(basis));
    }

    [Fact]
    public void Of_TableByFundWithMoreThanTheWhole_LeavesTheSubjectUndivided()
    {
        var basis = Basis(100, Leaf(Summary, "2010301", 60, 2), Leaf(Summary, "2210201", 40, 3),
            Leaf(General, "2010301", 61, 2, Fund.GeneralPublic), Leaf(General, "2210201", 40, 3, Fund.GeneralPublic),
            Total(General, 101, 9, Fund.GeneralPublic));

        Assert.Equal(["2010301 all 600000.00", "2210201 general_public 400000.00"], Shown(basis));
    }

    [Fact]
    public void Of_SummaryThatLacksRows_TheWayThatReconcilesCounts()
    {
        var basis = Basis(100, Leaf(Summary, "2010301", 60, 2), Leaf(Both, "201", 60, 2), Leaf(Both, "221", 40, 3));

        Assert.Equal("revenue_expenditure_summary", basis.Name);
        Assert.Equal(100 * 10_000m, basis.Sum);
    }

    [Fact]
    public void Of_ClassesOverItemsByFund_ItemsAndWhatTheyLeave()
    {
        var basis = Basis(100, Leaf(Both, "201", 60, 2), Leaf(Both, "221", 40, 3),
            Leaf(General, "2010301", 30, 2, Fund.GeneralPublic), Leaf(General, "2010302", 20, 3, Fund.GeneralPublic),
            Total(General, 50, 9, Fund.GeneralPublic));

        Assert.Equal("classes_by_fund", basis.Name);
        Assert.Equal(["201 other 100000.00", "2010301 general_public 300000.00", "2010302 general_public 200000.00", "221 all 400000.00"],
            Shown(basis));
    }

    [Fact]
    public void Of_NoWayReconciles_TheOneThatMissesLeast()
    {
        var basis = Basis(100, Leaf(Summary, "2010301", 60, 2), Leaf(Both, "201", 90, 2));

        Assert.Equal(("revenue_expenditure_summary", 90 * 10_000m), (basis.Name, basis.Sum));
    }

    /// <summary>Half of the last printed place for each row and for the total: 0.005 万元 thrice.</summary>
    [Theory]
    [InlineData("100.01", "expenditure_summary")]
    [InlineData("100.02", "units")]
    public void Of_SumWithinTheRounding_Reconciles(string printed, string way)
    {
        var total = decimal.Parse(printed, System.Globalization.CultureInfo.InvariantCulture);
        var basis = Basis(total, Leaf(Summary, "2010301", 60, 2), Leaf(Summary, "2210201", 40, 3),
            Leaf(Summary, null, total, 5, unit: "区财政局") with { Classification = Classification.Unit, ItemKey = "unit_total" });

        Assert.Equal(way, basis.Name);
    }

    [Fact]
    public void Of_ColumnThatNarrowsTheTotal_IsNotCounted()
    {
        var basis = Basis(100, Leaf(Summary, "2010301", 100, 2), Leaf(Summary, "2010301", 30, 2, column: 5),
            Leaf(Summary, "2010301", 60, 2, component: Component.Basic, column: 3));

        var row = Assert.Single(basis.Rows);
        Assert.Equal((1_000_000m, 600_000m), (row.TotalYuan, row.Components.Find(Component.Basic)!.Yuan));
    }

    [Fact]
    public void Of_RowsOfOneSubject_AreOneFactWithAllTheirLines()
    {
        var row = Assert.Single(Basis(100, Leaf(Summary, "2010301", 60, 2), Leaf(Summary, "2010301", 40, 3)).Rows);

        Assert.Equal((1_000_000m, 2), (row.TotalYuan, row.Components.Total.Lines.Length));
    }

    private static ExpenditureBasis Basis(decimal wan, params BudgetLine[] lines) =>
        ExpenditureBasis.Of(lines.ToLookup(static line => line.TableKey), Traced.Of(Total(Both, wan, 99)))!;

    private static IEnumerable<string> Shown(ExpenditureBasis basis) => basis.Rows.Select(static row =>
        FormattableString.Invariant($"{row.SubjectCode} {row.Fund} {row.TotalYuan:0.00}")).Order(StringComparer.Ordinal);
}
