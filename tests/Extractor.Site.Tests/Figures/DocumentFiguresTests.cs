using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
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
    public void Totals_OfTheYear_AreThoseOfTheFactsWithTheirLines()
    {
        var document = Document("a", [Line("general_public_expenditure", "l0", 100, isLeaf: false, item: "total", role: "total")]);
        var figures = new DocumentFigures(
            document with
            {
                Facts = PublishedFacts.None with
                {
                    Years = [Blank<DepartmentYearRow>() with { GeneralPublicYuan = 100, GeneralPublicLineId = "l0" }],
                },
            },
            "budget");

        Assert.Equal(new Figure(100, Proof.Proven, 1, "l0", 7, 1), figures.Totals["general_public"].Current);
        Assert.False(figures.Totals.ContainsKey("overseas"));
        Assert.Empty(new DocumentFigures(document, "budget").Totals);
    }

    [Fact]
    public void Totals_GeneralPublicThatIsNotPrinted_IsTheSumOfItsFacts()
    {
        var document = Document("a", [Line("general_public_expenditure", "l1", 60, "2050201"),
            Line("general_public_expenditure", "l2", 39.99m, "2050202", proof: "contradicted")]);
        FactExpenditureRow[] facts = [Fact("2050201", 60, "general_public", "proven", "l1"),
            Fact("2050202", 39.99m, "general_public", "contradicted", "l2"), Fact("2120801", 5, "government_fund", "proven", "l3")];

        Assert.Equal(new Figure(99.99m, Proof.Contradicted, 1, "l1", 7, 2), Of(facts));
        Assert.Null(Of([.. facts, Fact("2050299", 1, "all", "proven", "l4")]));

        Figure? Of(FactExpenditureRow[] rows) => new DocumentFigures(document with
        {
            Facts = PublishedFacts.None with { Years = [Blank<DepartmentYearRow>()], Expenditure = rows },
        }, "budget").Totals.GetValueOrDefault("general_public").Current;
    }

    [Fact]
    public void Spending_FactOfTwoLines_HasTheFirstOnesPlace()
    {
        var document = Document("a", [Line("expenditure_summary", "l1", 60, "2050201", fund: "all"),
            Line("expenditure_summary", "l2", 40, "2050201", fund: "all")]);

        var only = Assert.Single(new DocumentFigures(document with
        {
            Facts = PublishedFacts.None with { Expenditure = [Fact("2050201", 100, "all", "unproven", "l1", "l2")] },
        }, "budget").Spending);

        Assert.Equal(("2050201", "expenditure_summary", new Figure(100, Proof.Unproven, 1, "l1", 7, 2)), only);
    }

    [Fact]
    public void Totals_OfTheYearBefore_AreSummedOverUnitsWithTheWeakestProof()
    {
        var figures = new DocumentFigures(
            Document("a", [
                Line("three_public", "l1", 3, item: "reception", classification: "three_public", unit: "甲", period: "prior"),
                Line("three_public", "l2", 4, item: "reception", classification: "three_public", unit: "乙", period: "prior",
                    proof: "contradicted"),
            ]),
            "budget");

        Assert.Equal(new Figure(7, Proof.Contradicted, 1, "l1", 7, 2), figures.Totals["reception"].Prior);
    }
}
