using Extractor.Site.Figures;
using static Extractor.Site.Tests.PublishedRows;

namespace Extractor.Site.Tests.Figures;

public sealed class DocumentFiguresTests
{
    [Fact]
    public void Functional_BothTables_GeneralPublicBudgetIsTheBasis()
    {
        var figures = new DocumentFigures(
            Document("a", [
                Line("expenditure_summary", "l1", 90, "2050201", fund: "all"),
                Line("general_public_expenditure", "l2", 50, "2050201", tableId: "t2"),
                Line("general_public_expenditure", "l3", 50, "205", isLeaf: false, tableId: "t2"),
                Line("general_public_expenditure", "l4", 20, "2050201", component: "project", tableId: "t2"),
                Line("general_public_expenditure", "l5", 40, "2050201", period: "prior", tableId: "t2"),
            ]),
            "budget");

        Assert.Equal(["general_public_expenditure", "expenditure_summary"], figures.Functional.Select(static basis => basis.TableKey));
        var row = Assert.Single(figures.Functional[0].Rows);
        Assert.Equal(new Figure(50, Proof.Proven, 2, "l2", 7, 1), row.Figure);
    }

    [Fact]
    public void Functional_NoGeneralPublicTable_TakesTheSummaryOfAllFunds()
    {
        var figures = new DocumentFigures(
            Document("a", [Line("expenditure_summary", "l1", 90, "2050201", fund: "all"),
                Line("expenditure_summary", "l2", 80, "2050201", fund: "unit_funds")]), "budget");

        Assert.Equal(90, Assert.Single(Assert.Single(figures.Functional).Rows).Figure.Amount);
    }

    [Fact]
    public void Functional_FinalAccounts_LeaveOutTheBudgetPrintedBeside() =>
        Assert.Empty(new DocumentFigures(Document("a", [Line("general_public_expenditure", "l1", 50, "2050201")]),
            "final_accounts").Functional);

    [Fact]
    public void Totals_NothingPrinted_AreLeftOutAndNotNought() =>
        Assert.Empty(new DocumentFigures(Document("a", [Line("government_procurement", "l1", 5)]), "budget").Totals);

    [Fact]
    public void Totals_PrintedForTheWhole_AreTaken()
    {
        var figures = new DocumentFigures(
            Document("a", [
                Line("general_public_expenditure", "l0", 100, isLeaf: false, item: "total", role: "total"),
                Line("general_public_expenditure", "l1", 60, "2050201"),
                Line("general_public_expenditure", "l2", 39.99m, "2050202"),
            ]),
            "budget");

        Assert.Equal("l0", figures.Totals["general_public"].Current!.Value.Line);
        Assert.Equal(100, figures.Totals["general_public"].Current!.Value.Amount);
    }

    [Fact]
    public void Totals_PrintedByUnit_AreSummedWithTheWeakestProof()
    {
        var figures = new DocumentFigures(
            Document("a", [
                Line("three_public", "l1", 3, item: "reception", classification: "three_public", unit: "甲"),
                Line("three_public", "l2", 4, item: "reception", classification: "three_public", unit: "乙", proof: "contradicted"),
                Line("three_public", "l3", 2, item: "vehicle_operation", classification: "three_public", unit: "乙"),
                Line("three_public", "l4", 9, item: "training", classification: "three_public", unit: "乙"),
            ]),
            "budget");

        Assert.Equal(new Figure(7, Proof.Contradicted, 1, "l1", 7, 2), figures.Totals["reception"].Current);
        Assert.Equal(9, figures.Totals["three_public"].Current!.Value.Amount);
        Assert.False(figures.Totals.ContainsKey("overseas"));
    }

    [Fact]
    public void Totals_TwoAmountsForTheWhole_AreNotGuessed()
    {
        var figures = new DocumentFigures(
            Document("a", [
                Line("general_public_expenditure", "l1", 100, isLeaf: false, item: "total", role: "total"),
                Line("general_public_expenditure", "l2", 90, isLeaf: false, item: "total", role: "total"),
            ]),
            "budget");

        Assert.False(figures.Totals.ContainsKey("general_public"));
    }
}
