using System.Runtime.CompilerServices;
using Extractor.Publications.Audits;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Tests.Audits;

/// <summary>Leaves of a table, component and fund beside the total that the table prints for them.</summary>
public sealed class LeafSumTests
{
    [Theory]
    [InlineData("10.01", LeafSumState.Holds)]
    [InlineData("10.02", LeafSumState.Unexplained)]
    public void Of_TwoLeavesOfTwoPlaces_HoldsToWhatRoundingAllows(string total, LeafSumState expected)
    {
        var sum = Assert.Single(LeafSums.Of([Total("t", total), Leaf("a", "t", "4.00"), Leaf("b", "t", "6.00")]));

        Assert.Equal((expected, 100_000m), (sum.State, sum.LeavesYuan));
    }

    [Theory]
    [InlineData("unproven", "leaf_sum_differs", LeafSumState.Doubted)]
    [InlineData("contradicted", null, LeafSumState.Contradicted)]
    [InlineData("contradicted", "place_unproven", LeafSumState.Contradicted)]
    [InlineData("proven", null, LeafSumState.Unexplained)]
    public void Of_LeavesFallShort_StateIsWhatTheLinesSay(string proof, string? doubt, LeafSumState expected)
    {
        var sum = Assert.Single(LeafSums.Of([Total("t", "10.00") with { Proof = proof, Doubt = doubt }, Leaf("a", "t", "4.00")]));

        Assert.Equal((expected, expected == LeafSumState.Doubted ? doubt : null), (sum.State, sum.Doubt));
    }

    [Fact]
    public void Of_FundsAsColumns_EachAgainstItsOwn()
    {
        var sums = LeafSums.Of([
            Total("t", "10.00"), Leaf("a", "t", "10.00"),
            Total("u", "8.00") with { Fund = "general_public", ColumnIndex = 2 },
            Leaf("b", "u", "7.00") with { Fund = "general_public", ColumnIndex = 2 },
        ]).ToList();

        Assert.Equal([("all", LeafSumState.Holds), ("general_public", LeafSumState.Unexplained)],
            sums.Select(static sum => (sum.Fund, sum.State)));
    }

    [Fact]
    public void Of_RowsThatNameTheirFunds_AllOfTheColumnCount()
    {
        var sum = Assert.Single(LeafSums.Of([
            Total("t", "10.00"), Leaf("a", "t", "9.00") with { Fund = "general_public" }, Leaf("b", "t", "1.00"),
            Leaf("c", "t", "1.00") with { Qualifier = "of_which", IsLeaf = false },
        ]));

        Assert.Equal((LeafSumState.Holds, "all"), (sum.State, sum.Fund));
    }

    [Fact]
    public void Of_OneSumDividedByTwoLists_TheListWithLeaves()
    {
        // 收支总表 divides 支出总计 by function and by economic class; the second list shows the same money again.
        var sum = Assert.Single(LeafSums.Of([
            Total("again", "10.00") with { ColumnIndex = 4, Doubt = "place_unproven", Proof = "unproven" },
            Total("t", "10.00"), Leaf("a", "t", "9.00"),
        ]));

        Assert.Equal(LeafSumState.Unexplained, sum.State);
    }

    [Fact]
    public void Of_UnitsEachWithTheirSum_ThatOverAllOfThemCounts()
    {
        // 三公经费: 合计 over two units, each unit with its own 小计.
        var sum = Assert.Single(LeafSums.Of([
            Total("t", "10.00"),
            Total("u", "4.00") with { UnitName = "甲" }, Leaf("a", "u", "4.00"),
            Total("v", "6.00") with { UnitName = "乙" }, Leaf("b", "v", "6.00"),
        ]));

        Assert.Equal((100_000m, LeafSumState.Holds), (sum.PrintedYuan, sum.State));
    }

    [Fact]
    public void Of_UnitsWithoutASumOverThem_TheirsTogether()
    {
        var sum = Assert.Single(LeafSums.Of([
            Total("u", "4.00") with { UnitName = "甲" }, Leaf("a", "u", "4.00"),
            Total("v", "6.00") with { UnitName = "乙" }, Leaf("b", "v", "6.00"),
        ]));

        Assert.Equal((100_000m, LeafSumState.Holds), (sum.PrintedYuan, sum.State));
    }

    [Fact]
    public void Of_RowThatIsItsOwnLeaf_NoGroup() => Assert.Empty(LeafSums.Of([Total("t", "10.00") with { IsLeaf = true }]));

    private static BudgetLineRow Total(string id, string printed) => Line(id, printed) with { RowRole = "total", ItemKey = "total" };

    private static BudgetLineRow Leaf(string id, string parent, string printed) =>
        Line(id, printed) with { RowRole = "detail", IsLeaf = true, ParentLineId = parent };

    private static BudgetLineRow Line(string id, string printed) =>
        (BudgetLineRow)RuntimeHelpers.GetUninitializedObject(typeof(BudgetLineRow)) with
        {
            LineId = id,
            TableId = "table",
            ColumnIndex = 1,
            Direction = "expenditure",
            Component = "total",
            Fund = "all",
            Phase = "budget",
            Period = "current",
            Proof = "proven",
            ValueAsPrinted = printed,
            AmountYuan = decimal.Parse(printed, System.Globalization.CultureInfo.InvariantCulture) * 10_000m,
        };
}
