using Extractor.Model.Budget;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Publishing.Facts;
using static Extractor.Tests.Publishing.Facts.FactLines;

namespace Extractor.Tests.Publishing.Facts;

/// <summary>Revenue, economic classes, projects and procurement: each yuan once, against the total that is printed.</summary>
public sealed class FactListsTests
{
    private const TableKey Both = TableKey.RevenueExpenditureSummary;
    private const TableKey AllBasic = TableKey.BasicExpenditure;
    private const TableKey GeneralBasic = TableKey.GeneralPublicBasicExpenditure;
    private const TableKey Economic = TableKey.GeneralPublicEconomic;

    /// <summary>烟台 prints 上级补助收入 below 本年收入合计; 上年结转 stands there everywhere.</summary>
    [Fact]
    public void Revenue_RowsBelowTheTotalOfTheYear_AreNotOfTheYear()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Source("general_public", 90, 3, Fund.GeneralPublic), Source("other_income", 10, 9), Revenue("current_year_total", 100, 27),
            Source("superior_subsidy", 5, 29), Source("carried_in", 7, 30), Revenue("total", 112, 33),
        ]));

        Assert.Equal(
            [("general_public", false), ("other_income", false), ("superior_subsidy", true), ("carried_in", true)],
            facts.Revenue.Rows.Select(static row => (row.SourceKey, row.IsBeyondYear)));
        Assert.Equal(
            [("revenue_yuan", 1_000_000m, true), ("revenue_yuan + beyond_year_yuan", 1_120_000m, true)],
            Sums(facts, "fact_revenue").Select(static sum => (sum.Measure, sum.FactYuan, sum.Reconciles)));
    }

    [Fact]
    public void Revenue_GrandTotalAlone_MoneyOfEarlierYearsIsStillNoRevenue()
    {
        var facts = FactsIn(Document("a.pdf",
            [Source("general_public", 90, 3), Source("carried_in", 10, 2), Revenue("current_year_total", 0, 8), Revenue("total", 100, 9)]));

        Assert.True(facts.Revenue.Rows.Single(static row => row.SourceKey == "carried_in").IsBeyondYear);
        Assert.Equal("revenue_yuan + beyond_year_yuan", Assert.Single(Sums(facts, "fact_revenue")).Measure);
        Assert.True(facts.ReconciliationOf("fact_revenue").Reconciles);
    }

    [Fact]
    public void Revenue_OneSourceInTwoRows_IsOneFactWithBothLines()
    {
        var facts = FactsIn(Document("a.pdf", [Source("other_income", 60, 3), Source("other_income", 40, 4), Revenue("total", 100, 9)]));

        Assert.Equal((1_000_000m, 2), (facts.Revenue.Rows.Single().Counted.Yuan, facts.Revenue.Rows.Single().Counted.Lines.Length));
    }

    [Fact]
    public void Revenue_SummaryThatLacksASource_TheTableOfRevenueCounts()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Source("general_public", 90, 3), Revenue("total", 100, 9),
            Source("general_public", 90, 3, table: TableKey.RevenueSummary), Source("other_income", 10, 4, table: TableKey.RevenueSummary),
            Revenue("total", 100, 9, TableKey.RevenueSummary),
        ]));

        Assert.Equal(2, facts.Revenue.Rows.Length);
        Assert.True(facts.ReconciliationOf("fact_revenue").Reconciles);
    }

    /// <summary>上海: 收入总计 is blank in 收支总表, and 收入总表 prints 合计.</summary>
    [Fact]
    public void Revenue_TotalLeftBlank_ThatOfTheTableOfRevenueCounts()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Source("general_public", 90, 3),
            Total(TableKey.RevenueSummary, 90, 9) with { Direction = Direction.Revenue, Classification = Classification.Functional },
        ]));

        Assert.Equal(900_000m, facts.ReconciliationOf("fact_revenue").Printed?.Yuan);
        Assert.True(facts.ReconciliationOf("fact_revenue").Reconciles);
    }

    /// <summary>上年预算数 beside 本年预算数: of the same row, component and fund.</summary>
    [Theory]
    [InlineData(1, 800_000)]
    [InlineData(2, null)]
    public void Prior_ColumnBesideTheYear_IsOfTheSameRow(int times, int? expected)
    {
        var now = Leaf(TableKey.GeneralPublicExpenditure, "2010101", 90, 3, Fund.GeneralPublic);
        var prior = Enumerable.Range(1, times).Select(time => now with
        {
            LineId = $"prior-{time}",
            Period = Period.Prior,
            AmountYuan = 800_000m,
            Column = 3,
        });
        var facts = FactsIn(Document("a.pdf", [now, .. prior, Sum(TableKey.GeneralPublicExpenditure, 90, Fund.GeneralPublic)]));

        Assert.Equal(expected, (int?)Assert.Single(facts.Expenditure).Prior?.Yuan);
    }

    /// <summary>基本支出表 of all funds has what 一般公共预算基本支出表 and the basic column of 经济分类表 print again.</summary>
    [Fact]
    public void Economic_BasicExpenditureInThreeTables_CountsOnce()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Class(AllBasic, "30101", 70, 2), Class(AllBasic, "30201", 30, 3), Sum(AllBasic, 100),
            Class(GeneralBasic, "30101", 60, 2, Fund.GeneralPublic), Sum(GeneralBasic, 60, Fund.GeneralPublic),
            Class(Economic, "30101", 60, 2, Fund.GeneralPublic, Component.Basic), Sum(Economic, 60, Fund.GeneralPublic, Component.Basic),
            Class(Economic, "30227", 40, 3, Fund.GeneralPublic, Component.Project),
            Sum(Economic, 40, Fund.GeneralPublic, Component.Project),
        ]));

        Assert.Equal(
            [("30101", Component.Basic, Fund.All, 70), ("30201", Component.Basic, Fund.All, 30),
                ("30227", Component.Project, Fund.GeneralPublic, 40)],
            facts.Economic.Select(static row => (row.SubjectCode, row.Component, row.Fund, (int)(row.Counted.Yuan / 10_000))));
        Assert.Equal(
            [("component = 'basic'", true), ("component = 'project'", true)],
            Sums(facts, "fact_economic").Select(static sum => (sum.Part, sum.Reconciles)));
    }

    [Fact]
    public void Economic_WidestTableLacksRows_TheOneThatReconcilesCounts()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Class(AllBasic, "30101", 70, 2), Sum(AllBasic, 100),
            Class(GeneralBasic, "30101", 60, 2, Fund.GeneralPublic), Sum(GeneralBasic, 60, Fund.GeneralPublic),
        ]));

        Assert.Equal(TableKey.GeneralPublicBasicExpenditure, Assert.Single(facts.Economic).Basis);
    }

    /// <summary>Without a column of projects the basic expenditure is in the total: the table beside it would double it.</summary>
    [Fact]
    public void Economic_BasicAndProjectPrintedTogether_AreOnePart()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Class(Economic, "30101", 100, 2, Fund.GeneralPublic), Sum(Economic, 100, Fund.GeneralPublic),
            Class(GeneralBasic, "30101", 60, 2, Fund.GeneralPublic), Sum(GeneralBasic, 60, Fund.GeneralPublic),
        ]));

        Assert.Equal((Component.Total, 1_000_000m), (Assert.Single(facts.Economic).Component, facts.Economic[0].Counted.Yuan));
    }

    /// <summary>人员经费合计 and 公用经费合计 of final accounts, which print no sum of both.</summary>
    [Fact]
    public void Economic_TotalsOfBothHalves_AreThePrintedTotal()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Class(GeneralBasic, "30101", 60, 2, Fund.GeneralPublic), Class(GeneralBasic, "30201", 40, 3, Fund.GeneralPublic),
            Sum(GeneralBasic, 60, Fund.GeneralPublic, item: "personnel", row: 8),
            Sum(GeneralBasic, 40, Fund.GeneralPublic, item: "public", row: 9),
        ]));

        Assert.Equal(0m, facts.ReconciliationOf("fact_economic").MissingYuan);
    }

    /// <summary>Final accounts print 人员经费 and 公用经费 side by side: a row has two classes.</summary>
    [Fact]
    public void Economic_TwoListsSideBySide_BothCount()
    {
        var facts = FactsIn(Document("a.pdf",
        [
            Class(GeneralBasic, "30101", 60, 2, Fund.GeneralPublic),
            Class(GeneralBasic, "30201", 40, 2, Fund.GeneralPublic) with { Column = 5, LineId = "right" },
            Class(GeneralBasic, "30201", 15, 2, Fund.GeneralPublic) with { Column = 6, LineId = "narrowed" },
                Sum(GeneralBasic, 100, Fund.GeneralPublic),
        ]));

        Assert.Equal(["30101", "30201"], facts.Economic.Select(static row => row.SubjectCode));
        Assert.True(facts.ReconciliationOf("fact_economic").Reconciles);
    }

    /// <summary>A column for each half and none for both (佛山 2019 年决算); a total of the half that has no row is not left out.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Economic_ColumnsOfTheHalvesAlone_AreTheBasicExpenditure(bool hasPublicRows, bool reconciles)
    {
        BudgetLine[] publicRows = hasPublicRows ? [Class(GeneralBasic, "30201", 40, 2, Fund.GeneralPublic, Component.Public)] : [];
        var facts = FactsIn(Document("a.pdf",
        [
            Class(GeneralBasic, "30101", 60, 2, Fund.GeneralPublic, Component.Personnel), .. publicRows,
            Sum(GeneralBasic, 60, Fund.GeneralPublic, Component.Personnel, "personnel", 8),
            Sum(GeneralBasic, 40, Fund.GeneralPublic, Component.Public, "public", 8),
        ]));

        Assert.All(facts.Economic, static row => Assert.Equal(Component.Basic, row.Component));
        Assert.Equal((1_000_000m, reconciles),
            (facts.ReconciliationOf("fact_economic").Printed!.Yuan, facts.ReconciliationOf("fact_economic").Reconciles));
    }

    [Fact]
    public void Projects_OneInTwoUnitsAndInAForm_StandsOnceWithBothItsLines()
    {
        var (first, second, other) = (ProjectLine("园区建设", 30, 2), ProjectLine("园区建设", 20, 3), ProjectLine("信息化", 50, 4));
        var facts = FactsIn(Document("a.pdf", [first, second, other, Sum(TableKey.ProjectExpenditure, 100)]) with
        {
            Projects =
            [
                Mention("园区建设", ProjectSource.ProjectExpenditure, 30, first.LineId, "甲"),
                Mention("园区建设", ProjectSource.ProjectExpenditure, 20, second.LineId, "乙"),
                Mention("信息化", ProjectSource.ProjectExpenditure, 50, other.LineId, "甲"),
                Mention("园区建设", ProjectSource.KeyProjects, 50),
                Mention("园区一期", ProjectSource.KeyProjects, 10),
            ],
        });

        Assert.Equal(
            [("园区建设", 50m, null), ("信息化", 50m, "甲"), ("园区一期", null, null)],
            facts.Projects.Select(static row => (row.ProjectName, row.Total?.Yuan / 10_000, row.UnitName)));
        Assert.True(facts.ReconciliationOf("fact_project").Reconciles);
        Assert.Equal(ProjectList.Table, facts.ReconciliationOf("fact_project").Projects);
    }

    /// <summary>上海: 财政拨款项目支出预算表, which has no column of all funds.</summary>
    [Fact]
    public void Projects_TableOfTheAppropriationAlone_CountsAndSaysHowFarItGoes()
    {
        var line = ProjectLine("产业发展", 27, 2) with { Fund = Fund.FiscalAppropriation };
        var facts = FactsIn(Document("a.pdf", [line, Sum(TableKey.ProjectExpenditure, 27, Fund.FiscalAppropriation)]) with
        {
            Projects = [Mention("产业发展", ProjectSource.ProjectExpenditure, 27, line.LineId)],
        });

        Assert.Equal((Fund.FiscalAppropriation, 270_000m), (Assert.Single(facts.Projects).Fund, facts.Projects[0].Total!.Yuan));
        Assert.True(facts.ReconciliationOf("fact_project").Reconciles);
    }

    [Fact]
    public void Projects_NoneIsNamed_TheWholeIsMissing()
    {
        var facts = FactsIn(Document("a.pdf", [Total(TableKey.ExpenditureSummary, 80, 9, component: Component.Project)]) with
        {
            Projects = [],
        });

        var sum = facts.ReconciliationOf("fact_project");
        Assert.Equal((ProjectList.None, 800_000m, false), (sum.Projects, sum.MissingYuan, sum.Reconciles));
    }

    /// <summary>
    /// Forms of some of the projects count and say what they lack; forms that state more than there is speak of other money.
    /// </summary>
    [Theory]
    [InlineData(100, 80)]
    [InlineData(79.99, 0)]
    public void Projects_FormsWithoutATable_CountUpToTheProjectExpenditure(double expenditure, double counted)
    {
        var facts = FactsIn(Document("a.pdf",
            [Total(TableKey.ExpenditureSummary, (decimal)expenditure, 9, component: Component.Project)]) with
        {
            Projects = [Mention("甲", ProjectSource.KeyProjects, 50), Mention("乙", ProjectSource.KeyProjects, 30),
                Mention("丙", ProjectSource.Prose, 20)],
        });

        Assert.Equal((decimal)counted * 10_000, facts.Projects.Sum(static row => row.Total?.Yuan ?? 0));
        Assert.Equal(((decimal)expenditure - (decimal)counted) * 10_000, facts.ReconciliationOf("fact_project").MissingYuan);
    }

    [Fact]
    public void Purchases_UnitsAndTheirPurchases_EachYuanOnce()
    {
        const TableKey Table = TableKey.GovernmentProcurement;
        var facts = FactsIn(Document("a.pdf",
        [
            Total(Table, 60, 2, item: "unit_total", unit: "甲"), Purchase("物业服务", 40, 3, "甲"), Purchase("办公设备", 20, 4, "甲"),
            Leaf(Table, null, 40, 5, unit: "乙") with { ItemKey = "unit_total", Classification = Classification.Unit },
            Sum(Table, 100), Purchase("物业服务", 40, 3, "甲", Fund.GeneralPublic),
        ]));

        Assert.Equal([("甲", "物业服务", 40), ("甲", "办公设备", 20), ("乙", null, 40)], facts.Purchases.Select(static row =>
            (row.UnitName, row.ItemName, (int)(row.Counted.Yuan / 10_000))));
        Assert.True(facts.ReconciliationOf("fact_procurement").Reconciles);
    }

    private static IEnumerable<Reconciliation> Sums(DocumentFacts facts, string fact) =>
        facts.Reconciliations.Where(sum => sum.Fact == fact);

    private static BudgetLine Source(string item, decimal wan, int row, Fund fund = Fund.All, TableKey table = Both) =>
        Leaf(table, null, wan, row, fund) with
        {
            Direction = Direction.Revenue,
            Classification = Classification.Revenue,
            ItemKey = item,
            SubjectNameAsPrinted = item,
        };

    private static BudgetLine Revenue(string item, decimal wan, int row, TableKey table = Both) =>
        Total(table, wan, row, item: item) with { Direction = Direction.Revenue, Classification = Classification.Revenue };

    private static BudgetLine Class(TableKey table, string code, decimal wan, int row, Fund fund = Fund.All,
        Component component = Component.Total) =>
        Leaf(table, code, wan, row, fund, component) with { Classification = Classification.DepartmentEconomic };

    private static BudgetLine Sum(TableKey table, decimal wan, Fund fund = Fund.All, Component component = Component.Total,
        string item = "total", int row = 9) => Total(table, wan, row, fund, item, component: component);

    private static BudgetLine ProjectLine(string name, decimal wan, int row) => Leaf(TableKey.ProjectExpenditure, null, wan, row) with
    {
        Classification = Classification.Project,
        SubjectNameAsPrinted = name,
    };

    private static BudgetLine Purchase(string name, decimal wan, int row, string unit, Fund fund = Fund.All) =>
        Leaf(TableKey.GovernmentProcurement, null, wan, row, fund, unit: unit) with
        {
            Classification = Classification.Procurement,
            SubjectNameAsPrinted = name,
        };

    private static Project Mention(string name, ProjectSource source, decimal wan, string? line = null, string? unit = null) =>
        new(name, source, wan * 10_000, null, null, null, null, null, null, null, 1, new Box(1, 2, 3, 4))
        {
            ProjectId = name,
            LineId = line,
            UnitName = unit,
        };
}
