using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Publishing.Facts;
using static Extractor.Tests.Publishing.Facts.FactLines;

namespace Extractor.Tests.Publishing.Facts;

public sealed class FactsOfDocumentTests
{
    [Fact]
    public void Of_SumThatLacksARow_SaysWhatIsMissing()
    {
        var facts = FactsIn(Document("a.pdf",
            [Leaf(TableKey.ExpenditureSummary, "2010301", 60, 2), Total(TableKey.RevenueExpenditureSummary, 100, 9)]));

        var reconciliation = facts.ReconciliationOf("fact_expenditure");
        Assert.Equal((1_000_000m, 600_000m, 400_000m, false), (reconciliation.Printed!.Yuan, reconciliation.FactYuan,
            reconciliation.MissingYuan, reconciliation.Reconciles));
    }

    [Fact]
    public void Of_NoPrintedTotal_DoesNotReconcile()
    {
        var reconciliation = FactsIn(Document("a.pdf", [Leaf(TableKey.ExpenditureSummary, "2010301", 60, 2)]))
            .ReconciliationOf("fact_expenditure");

        Assert.Equal((null, false), (reconciliation.MissingYuan, reconciliation.Reconciles));
    }

    /// <summary>总计 has what is carried over to the next year, which is no expenditure.</summary>
    [Fact]
    public void Of_TotalOfTheYearBesideTheGrandTotal_TheYearCounts()
    {
        var facts = FactsIn(Document("a.pdf", [Leaf(TableKey.ExpenditureSummary, "2010301", 90, 2),
            Total(TableKey.RevenueExpenditureSummary, 90, 8, item: "current_year_total"),
                Total(TableKey.RevenueExpenditureSummary, 100, 9)]));

        Assert.True(facts.ReconciliationOf("fact_expenditure").Reconciles);
        Assert.Equal(900_000m, facts.Headlines["expenditure"].Yuan);
    }

    /// <summary>Shenzhen prints the row of the unit (单位小计) where others print 合计.</summary>
    [Fact]
    public void Of_TotalInTheRowOfTheUnit_IsTheHeadline()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Leaf(TableKey.GeneralPublicExpenditure, "2010301", 60, 2, Fund.GeneralPublic, unit: "区财政局"),
            Total(TableKey.GeneralPublicExpenditure, 60, 9, Fund.GeneralPublic, "unit_total", "区财政局"),
        ]));

        Assert.Equal(600_000m, facts.Headlines["general_public"].Yuan);
    }

    [Fact]
    public void Of_ThreePublicOfSeveralUnits_TheRowOverThemIsTheTotal()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            ThreePublic("total", 30, 2, false, "局"), ThreePublic("overseas", 20, 2, false, "局"),
                ThreePublic("reception", 10, 2, false, "局"),
            ThreePublic("total", 18, 3, false, "甲"), ThreePublic("overseas", 12, 3, true, "甲"), ThreePublic("reception", 6, 3, true, "甲"),
            ThreePublic("total", 12, 4, false, "乙"), ThreePublic("overseas", 8, 4, true, "乙"), ThreePublic("reception", 4, 4, true, "乙"),
        ]));

        Assert.Equal([("overseas", 200_000m), ("reception", 100_000m)], facts.ThreePublic.Select(static item =>
            (item.ItemKey, item.Current!.Yuan)));
        Assert.Equal(300_000m, facts.Headlines["three_public"].Yuan);
        Assert.True(facts.ReconciliationOf("fact_three_public").Reconciles);
    }

    [Fact]
    public void Of_VehiclesPrintedInPartsAndTogether_PartsCount()
    {
        var facts = FactsIn(Document("a.pdf", [ThreePublic("total", 10, 2, false), ThreePublic("vehicle_total", 10, 2, false),
            ThreePublic("vehicle_purchase", 4, 2), ThreePublic("vehicle_operation", 6, 2),
                ThreePublic("vehicle_operation", 5, 2, period: Period.Prior)]));

        Assert.Equal([("vehicle_purchase", null), ("vehicle_operation", 50_000m)], facts.ThreePublic.Select(static item =>
            (item.ItemKey, item.Prior?.Yuan)));
    }

    [Fact]
    public void Of_VehiclesPrintedTogetherOnly_AreTheItem() => Assert.Equal(
        ["vehicle_total"],
        FactsIn(Document("a.pdf", [ThreePublic("total", 10, 2, false), ThreePublic("vehicle_total", 10, 2)])).ThreePublic.Select(
            static item => item.ItemKey));

    [Fact]
    public void Of_DocumentOfNoDepartmentOrYear_HasNone()
    {
        var document = Document("a.pdf", [Leaf(TableKey.ExpenditureSummary, "2010301", 60, 2)]);

        Assert.Null(Of(document with { Identity = document.Identity with { Kind = DocumentKind.GovernmentBudget } }));
        Assert.Null(Of(document with { Identity = document.Identity with { FiscalYear = null } }));
        Assert.Null(Of(document with { Identity = document.Identity with { DepartmentName = null } }));
        Assert.NotNull(Of(document));
    }

    private static DocumentFacts? Of(NormalizedDocument document) => FactsOfDocument.Of(SampleDocuments.Entry(document), document);
}
