using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Figures;
using static Extractor.Site.Tests.PublishedRows;

namespace Extractor.Site.Tests.Figures;

public sealed class DocumentFiguresTests
{
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
    public void Functional_FactOfTwoLines_HasTheFirstOnesPlace()
    {
        var document = Document("a", [Line("expenditure_summary", "l1", 60, "2050201", fund: "all"),
            Line("expenditure_summary", "l2", 40, "2050201", fund: "all")]);

        var only = Assert.Single(new DocumentFigures(document with
        {
            Facts = PublishedFacts.None with
            {
                Expenditure = [Fact("2050201", 100, "all", "unproven", "l1", "l2") with { Basis = "expenditure_summary" }],
            },
        }, "budget").Functional);

        Assert.Equal(new SubjectFigure("2050201", null, null, "all", "expenditure_summary", new Figure(100, Proof.Unproven, 1, "l1", 7, 2)),
            only);
    }

    /// <summary>上年结转 stands below 本年收入合计: it is no part of it, wherever its row is among the facts.</summary>
    [Fact]
    public void Revenue_MoneyBeyondTheYear_ComesAfterThatOfTheYear()
    {
        var document = Document("a", [Line("revenue_expenditure_summary", "l1", 60), Line("revenue_expenditure_summary", "l2", 5)]);
        var fact = Blank<FactRevenueRow>() with { Proof = "proven", LineIds = "l2", SourceName = "上年结转", BeyondYearYuan = 5 };

        var rows = new DocumentFigures(document with
        {
            Facts = PublishedFacts.None with
            {
                Revenue = [fact, fact with { LineIds = "l1", SourceName = "财政拨款", BeyondYearYuan = null, RevenueYuan = 60 }],
            },
        }, "budget").Revenue.ToList();

        Assert.Equal([("财政拨款", true, 60m), ("上年结转", false, 5m)],
            rows.Select(static row => (row.Name, row.IsOfYear, row.Figure.Amount)));
    }

    /// <summary>本年支出合计 of the year is not held against 支出总计 of the year before.</summary>
    [Theory]
    [InlineData("current_year_total", "all", 90)]
    [InlineData("total", "all", null)]
    [InlineData("current_year_total", "general_public", null)]
    public void Totals_OfTheYearBefore_AreThoseOfTheSameSum(string item, string fund, int? expected)
    {
        var document = Document("a", [
            Line("revenue_expenditure_summary", "l1", 100, fund: "all", item: "current_year_total", role: "total", isLeaf: false),
            Line("revenue_expenditure_summary", "l2", 90, fund: fund, item: item, role: "total", isLeaf: false, period: "prior"),
            Line("expenditure_summary", "l3", 80, fund: "all", item: "current_year_total", role: "total", isLeaf: false, period: "prior",
                tableId: "t2"),
        ]);

        var total = new DocumentFigures(document with
        {
            Facts = PublishedFacts.None with
            {
                Years = [Blank<DepartmentYearRow>() with { ExpenditureYuan = 100, ExpenditureLineId = "l1" }],
            },
        }, "budget").Totals["expenditure"];

        Assert.Equal(expected, (int?)total.Prior?.Amount);
    }

    [Fact]
    public void ThreePublic_OfTheYearBefore_IsTheSumOfTheFactsWhereAllStateIt()
    {
        var document = Document("a", [Line("three_public", "l1", 3, item: "reception", classification: "three_public"),
            Line("three_public", "l2", 4, item: "overseas", classification: "three_public")]);
        var fact = Blank<FactThreePublicRow>() with { ItemKey = "reception", PriorYuan = 7, Proof = "proven", LineIds = "l1" };
        var other = fact with { ItemKey = "overseas", PriorYuan = 8, Proof = "contradicted", LineIds = "l2" };

        Assert.Equal(new Figure(15, Proof.Contradicted, 1, "l1", 7, 2), Of(fact, other)["three_public"].Prior);
        Assert.Equal(7, Of(fact, other)["reception"].Prior!.Value.Amount);
        Assert.False(Of(fact, other with { PriorYuan = null }).ContainsKey("three_public"));

        IReadOnlyDictionary<string, Total> Of(params FactThreePublicRow[] rows) => new DocumentFigures(document with
        {
            Facts = PublishedFacts.None with { ThreePublic = rows },
        }, "budget").Totals;
    }

    /// <summary>By which departments are compared: 人员经费 that only the text states, with its sentence; never shown as of a table.</summary>
    [Fact]
    public void TotalsWithStated_PersonnelThatOnlyTheTextStates_HasItsSentence()
    {
        var stated = Blank<StatedFigureRow>() with { FigureKey = "personnel", Period = "current", AmountYuan = 60, PageNumber = 9 };
        var figures = new DocumentFigures(
            Document("a", [Line("general_public_expenditure", "l1", 100, isLeaf: false, item: "basic", role: "total")]) with
            {
                StatedFigures = [stated, stated with { FigureKey = "public", AmountYuan = 40 }],
                Facts = PublishedFacts.None with
                {
                    Years = [Blank<DepartmentYearRow>() with { GeneralPublicBasicYuan = 100, GeneralPublicBasicLineId = "l1" }],
                },
            }, "budget");

        Assert.False(figures.Totals.ContainsKey("personnel"));
        Assert.Equal(new Figure(60, Proof.Unproven, 0, string.Empty, 9, 0, stated.Box), figures.TotalsWithStated["personnel"].Current);
        Assert.Equal(40, figures.TotalsWithStated["public"].Current!.Value.Amount);
    }

    [Theory]
    [InlineData("vehicle_purchase", "vehicle_operation", "t2", 7)]
    [InlineData("vehicle_total", "reception", "t2", 3)]
    [InlineData("vehicle_operation", "reception", "t2", null)]
    [InlineData("vehicle_operation", "reception", "t1", 9)]
    public void Vehicles_InTwoParts_AreWhatIsPrintedWithThemOrBothOrTheWhole(string first, string second, string table, int? expected)
    {
        var document = Document("a", [Line("three_public", "l1", 3, item: first, classification: "three_public"),
            Line("three_public", "l2", 9, item: "vehicle_total", isLeaf: false, classification: "three_public", tableId: table)]);
        var fact = Blank<FactThreePublicRow>() with { ItemKey = first, CurrentYuan = 3, Proof = "proven", LineIds = "l1" };

        var totals = new DocumentFigures(document with
        {
            Facts = PublishedFacts.None with
            {
                Years = [Blank<DepartmentYearRow>()],
                ThreePublic = [fact, fact with { ItemKey = second, CurrentYuan = 4, LineIds = "l1" }],
            },
        }, "budget").Totals;

        Assert.Equal(expected, (int?)totals.GetValueOrDefault("vehicle_total").Current?.Amount);
    }
}
