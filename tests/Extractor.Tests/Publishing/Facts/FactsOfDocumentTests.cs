using System.Globalization;
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

    /// <summary>Guangzhou prints 财政拨款 with its parts 一般公共预算 and 政府性基金 beside it: the whole is the three public expenses.</summary>
    [Fact]
    public void Of_ThreePublicOfSeveralFunds_TheFiscalAppropriationCounts()
    {
        (Fund Fund, decimal Wan)[] columns = [(Fund.All, 12m), (Fund.GeneralPublic, 7m), (Fund.FiscalAppropriation, 10m)];
        var facts = FactsIn(Document("a.pdf", columns.SelectMany(static column =>
            new[] { ThreePublic("total", column.Wan, 2, false), ThreePublic("reception", column.Wan, 3) }
                .Select(line => line with { Fund = column.Fund }))));

        Assert.Equal((100_000m, 100_000m), (Assert.Single(facts.ThreePublic).Current!.Yuan, facts.Headlines["three_public"].Yuan));
    }

    /// <summary>Beijing tells some departments' figures in an explanation without tables.</summary>
    [Theory]
    [InlineData("budget_expenditure", "expenditure", true)]
    [InlineData("three_public_reception", "reception", true)]
    [InlineData("government_fund_expenditure", "government_fund", true)]
    [InlineData("budget_revenue", "revenue", false)]
    [InlineData("project", "project", false)]
    public void Of_FigureThatASentenceAloneStates_IsAHeadlineWhereItsWordsSayWhatItIs(string key, string headline, bool isHeadline)
    {
        var facts = FactsIn(Document("a.pdf", []) with { StatedFigures = [new StatedFigure(1, key, 10m, null, null, "10", 1, default)] });

        Assert.Equal((isHeadline ? 10m : null, false), (facts.Stated.GetValueOrDefault(headline)?.AmountYuan,
            facts.Headlines.ContainsKey(headline)));
    }

    [Theory]
    [InlineData("vehicle_purchase=3 vehicle_operation=4 vehicle_total=7", "vehicle_purchase 3, vehicle_operation 4")]
    [InlineData("vehicle_operation=4 vehicle_total=7", "vehicle_total 7")]
    [InlineData("vehicle_operation=7", "vehicle_operation 7")]
    public void Of_ThreePublicThatSentencesAloneTell_IsAFactWithItsFigureAndHeldAgainstTheStatedTotal(string stated, string expected)
    {
        var facts = FactsIn(Document("a.pdf", []) with
        {
            StatedFigures = [.. $"total=7 {stated}".Split(' ').Select(static figure => figure.Split('=')).Select(static figure =>
                new StatedFigure(1, $"three_public_{figure[0]}", int.Parse(figure[1], CultureInfo.InvariantCulture), null, null,
                    figure[1], 1, default))],
        });

        Assert.Equal(expected, string.Join(", ", facts.ThreePublic.Select(static item => $"{item.ItemKey} {item.Current!.Yuan}")));
        Assert.All(facts.ThreePublic, static item => Assert.Equal($"three_public_{item.ItemKey}", item.Counted.FigureKey));
        Assert.Equal((7m, 7m, true), Sum(facts.ReconciliationOf("fact_three_public")));
    }

    [Fact]
    public void Of_ThreePublicOfWhichASentenceTellsTheTotalAlone_SaysThatItLacksAll()
    {
        var facts = FactsIn(Document("a.pdf", []) with
        {
            StatedFigures = [new StatedFigure(1, "three_public_total", 7m, null, null, "7", 1, default)],
        });

        Assert.Empty(facts.ThreePublic);
        Assert.Equal((0m, 7m, false), Sum(facts.ReconciliationOf("fact_three_public")));
    }

    [Fact]
    public void Of_ThreePublicOfATable_TakesNothingFromSentences()
    {
        var facts = FactsIn(Document("a.pdf", [ThreePublic("total", 10, 2, false), ThreePublic("reception", 10, 3)]) with
        {
            StatedFigures = [new StatedFigure(1, "three_public_overseas", 7m, null, null, "7", 1, default)],
        });

        Assert.Equal("reception", Assert.Single(facts.ThreePublic).ItemKey);
    }

    [Fact]
    public void Of_FigureThatATableAndASentenceTell_IsTheTables()
    {
        var facts = FactsIn(Document("a.pdf", [Total(TableKey.RevenueExpenditureSummary, 100, 9)]) with
        {
            StatedFigures = [new StatedFigure(1, "budget_expenditure", 10m, null, null, "10", 1, default)],
        });

        Assert.Equal((1_000_000m, false), (facts.Headlines["expenditure"].Yuan, facts.Stated.ContainsKey("expenditure")));
    }

    /// <summary>Xi'an parts general public expenditure into 人员经费, 公用经费 and 专项业务经费; its table of basic expenditure has the whole.</summary>
    [Fact]
    public void Of_BasicExpenditureInItsOwnTableAlone_IsTheHeadline() => Assert.Equal(
        600_000m,
        FactsIn(Document("a.pdf", [Total(TableKey.GeneralPublicExpenditure, 90, 9, Fund.GeneralPublic),
            Total(TableKey.GeneralPublicBasicExpenditure, 60, 9, Fund.GeneralPublic)])).Headlines["general_public_basic"].Yuan);

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

    private static (decimal Fact, decimal? Total, bool Reconciles) Sum(Reconciliation sum) => (sum.FactYuan, sum.TotalYuan, sum.Reconciles);
}
