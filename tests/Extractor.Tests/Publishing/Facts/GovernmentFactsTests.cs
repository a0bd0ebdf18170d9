using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Publishing.Facts.Governments;
using Extractor.Publishing.Reference;
using Extractor.Tests.Normalizing;

namespace Extractor.Tests.Publishing.Facts;

/// <summary>Tables of governments, with figures made up, as far as their facts.</summary>
public sealed class GovernmentFactsTests
{
    /// <summary>合计 is of the year, what stands below it makes it 总计.</summary>
    [Fact]
    public void Of_RevenueBesideItsTransfers_AddsUpToBothTotals()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年预算数
            ---
            一、税收收入|330
            增值税|220
            企业所得税|110
            二、非税收入|70
            罚没收入|70
            全市收入合计|400
            返还性收入|30
            上年结转收入|20
            全市收入总计|450
            """,
            "2026年全市一般公共预算收入预算表")));

        Assert.Equal(new FactScope(2026, Phase.Budget, GovernmentLevel.Whole, Fund.GeneralPublic, Direction.Revenue), book.Scope);
        Assert.Equal((4_000_000m, 4_500_000m), (book.OfYear!.Yuan, book.OfAll!.Yuan));
        Assert.Equal([("增值税", false), ("企业所得税", false), ("罚没收入", false), ("返还性收入", true), ("上年结转收入", true)],
            book.Rows.Select(static row => (row.SubjectName!, row.IsBalancing)));
        Assert.Equal([true, true], book.Sums.Select(static sum => sum.Reconciles));
    }

    /// <summary>保定 2026: 小计 of the year below a 合计 that holds what was carried over.</summary>
    [Theory]
    [InlineData("上年结转", 1543, 2)]
    [InlineData("其他收入", null, 0)]
    public void Of_SubtotalBelowALoneTotal_IsOfTheYearWhereTheRestIsNot(string beside, int? year, int rows)
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            项目|2026年预算数
            ---
            一、利润收入|1537
            二、股利、股息收入|6
            小计|1543
            {beside}|4008
            合计|5551
            """,
            "2026年市本级国有资本经营预算收入表")));

        Assert.Equal(year * 10_000m, rows > 0 ? book.OfYear?.Yuan : null);
        Assert.Equal(rows > 0 ? 1 : 0, book.Rows.Count(static row => row.IsBalancing));
        Assert.True(rows == 0 || book.Sums.All(static sum => sum.Reconciles));
    }

    /// <summary>青岛 2026: the year's own money stands in a column beside 支出合计, which holds 结转下年 too.</summary>
    [Fact]
    public void Of_SumThatHoldsWhatIsCarriedOver_TakesTheColumnOfTheYear()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|支出合计|当年支出|结转下年
            ---
            社会保险基金预算支出合计|66|46|20
            失业保险基金支出|30|20|10
            工伤保险基金支出|20|16|4
            生育保险基金支出|16|10|6
            """,
            "2026年全市社会保险基金支出预算表")));

        Assert.Equal((460_000m, null), (book.OfYear!.Yuan, book.OfAll?.Yuan));
        Assert.Equal([200_000m, 160_000m, 100_000m], book.Rows.Select(static row => row.Counted.Yuan));
        Assert.True(book.Reconciliation.Reconciles);
    }

    /// <summary>黑龙江省 2021, page 87: below 本年收入 stand parts of all funds, beside it the funds, which alone make it.</summary>
    [Theory]
    [InlineData(20, 0, "NoRows")]
    [InlineData(21, 2, null)]
    [InlineData(23, 2, null)]
    [InlineData(24, 0, "NoRows")]
    public void Of_TotalThatTheColumnsDivide_HasARowForEachOfThem(int unemployment, int rows, string? gap)
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            项目|合计|失业保险基金|工伤保险基金
            ---
            一、本年收入|66|{unemployment}|44
            其中：社会保险费收入|60|19|41
            """,
            "2026年全市社会保险基金收入预算表")));

        Assert.Equal(660_000m, book.OfYear!.Yuan);
        Assert.Equal(rows == 0 ? [] : ["失业保险基金", "工伤保险基金"], book.Rows.Select(static row => row.SubjectName));
        Assert.Equal(gap, GovernmentGaps.Of(book.Reconciliation)?.ToString());
    }

    /// <summary>A row is lost: every row of the scope says what is missing.</summary>
    [Fact]
    public void Of_SumThatLacksARow_SaysWhatIsMissing()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            科目编码|科目名称|2026年预算数
            ---
            |一般公共预算支出|400
            201|一般公共服务支出|100
            205|教育支出|250
            """,
            "2026年市本级一般公共预算支出预算表")));

        Assert.Equal((500_000m, false), (book.Reconciliation.MissingYuan, book.Reconciliation.Reconciles));
        Assert.Equal(GovernmentGap.RowsDiffer, GovernmentGaps.Of(book.Reconciliation));
    }

    /// <summary>Two tables that no word tells apart print two totals: one is of another level, and nothing tells which.</summary>
    [Fact]
    public void Of_TwoTotalsOfOneScope_CountNeither()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, Expenditure(100, 250), Expenditure(30, 60)));

        Assert.Equal((null, 0, false), (book.OfYear, book.Rows.Length, book.Reconciliation.Reconciles));
        Assert.Equal(GovernmentGap.TotalsDiffer, GovernmentGaps.Of(book.Reconciliation));
    }

    /// <summary>
    /// 当年支出合计 of the summary is what another table prints as 合计 beside 一般公共预算支出: all, and no second total of the year. Of another
    /// amount it is of something else.
    /// </summary>
    [Theory]
    [InlineData("390", true)]
    [InlineData("392", false)]
    public void Of_SumOfTheYearThatAnotherTableHasAsAll_IsAll(string all, bool isSame)
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            项目|2026年预算数
            ---
            当年支出合计|{all}
            """,
            "2026年市本级一般公共预算支出汇总表"), TextTable.Parse(
            """
            项目|2026年预算数
            ---
            合计|390
            一、一般公共预算支出|350
            （一）一般公共服务支出|100
            （二）教育支出|250
            二、转移性支出|40
            """,
            "2026年市本级一般公共预算支出预算表"), Expenditure(100, 250)));

        Assert.Equal(isSame, (book.OfYear?.Yuan, book.OfAll?.Yuan) == (3_500_000m, 3_900_000m) &&
            book.Sums.All(static sum => sum.Reconciles));
    }

    /// <summary>
    /// 总计 is with what is carried over in one table and without it in the other: of the year, which both say, the rows stand; where one
    /// alone says it, nothing tells what the other is of.
    /// </summary>
    [Theory]
    [InlineData("支出合计|350", 2)]
    [InlineData("其他支出|350", 0)]
    public void Of_TwoTotalsOfAllAndOneOfTheYear_TakesTheYear(string sum, int rows)
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            科目编码|科目名称|2026年预算数
            ---
            201|一般公共服务支出|100
            205|教育支出|250
            |支出合计|350
            |调出资金|40
            |结转下年|10
            |支出总计|400
            """,
            "2026年市本级一般公共预算支出预算表"), TextTable.Parse(
            $"""
            项目|2026年预算数
            ---
            {sum}
            调出资金|40
            支出总计|390
            """,
            "2026年市本级一般公共预算支出总表")));

        Assert.Equal((rows, null), (book.Rows.Length, book.OfAll));
    }

    /// <summary>上级补助收入 below a fund of social insurance is its revenue, not beside that of the year.</summary>
    [Fact]
    public void Of_SubsidyBelowAFund_IsOfTheYear()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年预算数
            ---
            一、企业职工基本养老保险基金收入|18
              其中：保险费收入|12
              上级补助收入|6
            二、失业保险基金收入|12
              其中：保险费收入|9
              上级补助收入|3
            全市社会保险基金预算收入|30
            """,
            "2026年全市社会保险基金预算收入表")));

        Assert.Equal([("10201", 180_000m, false), ("10202", 120_000m, false)],
            book.Rows.Select(static row => (row.SubjectCode!, row.Counted.Yuan, row.IsBalancing)));
        Assert.True(book.Reconciliation.Reconciles);
    }

    /// <summary>临沧市 2026, page 116: no code tells 企业职工养老保险基金; the subsidy below it is its revenue all the same.</summary>
    [Fact]
    public void Of_SubsidyBelowAFundWithoutACode_IsOfTheYear()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年预算数
            ---
            一、本市养老保险基金收入|18
              其中：保险费收入|12
              上级补助收入|6
            二、失业保险基金收入|12
              其中：保险费收入|9
              上级补助收入|3
            全市社会保险基金预算收入|30
            """,
            "2026年全市社会保险基金预算收入表")));

        Assert.Equal((300_000m, null), (book.OfYear?.Yuan, book.OfAll?.Yuan));
        Assert.Equal(300_000m, book.Rows.Where(static row => !row.IsBalancing).Sum(static row => row.Counted.Yuan));
    }

    /// <summary>The same table twice (in the budget and in its report) counts once.</summary>
    [Fact]
    public void Of_TheSameTotalTwice_CountsOnce()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, Expenditure(100, 250), Expenditure(100, 250)));

        Assert.Equal(3_500_000m, book.Rows.Sum(static row => row.Counted.Yuan));
        Assert.True(book.Reconciliation.Reconciles);
    }

    /// <summary>
    /// What a budget repeats of earlier years stands in the documents of those years; execution of the year before is its own.
    /// </summary>
    [Fact]
    public void Of_ColumnsOfOtherYears_AreNoFactsOfThisDocument()
    {
        var facts = FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            科目编码|科目名称|2024年决算数|2025年预算数|2025年执行数|2026年预算数
            ---
            201|一般公共服务支出|90|95|94|100
            205|教育支出|230|240|245|250
            |合计|320|335|339|350
            """,
            "市本级一般公共预算支出表"));

        Assert.Equal(
            [(2025, Phase.Execution), (2026, Phase.Budget)],
            facts.Books.Select(static book => (book.Scope.Year, book.Scope.Phase)));
    }

    [Fact]
    public void Years_FigureOfTwoDocuments_IsThatOfTheOneThatAddsUp()
    {
        var short_ = FactsOf(2026, DocumentKind.GovernmentBudget, Expenditure(100, 250, 360)) with { Id = Id("a") };
        var whole = FactsOf(2026, DocumentKind.GovernmentBudget, Expenditure(100, 250)) with { Id = Id("b") };

        var years = GovernmentYears.Of([short_, whole]);

        var year = Assert.Single(FiguresOf(short_, whole).Years());
        Assert.Equal(3_500_000m, year.Headlines["general_public_expenditure"].Yuan);
        Assert.All(years.Amounts(Direction.Expenditure), row => Assert.Equal(whole.Id, row.Document.Id));
    }

    /// <summary>省本级支出 and 专项转移支付 below a class are its parts, not subjects.</summary>
    [Fact]
    public void Of_PartsWithoutACode_AreOfTheSubjectAboveThem()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年预算数
            ---
            一、一般公共服务支出|100
            （一）办公安排|70
            （二）其他安排|30
            二、教育支出|250
            （一）办公安排|200
            （二）其他安排|50
            支出合计|350
            """,
            "2026年市本级一般公共预算支出预算表")));

        Assert.Equal([("201", 1_000_000m), ("205", 2_500_000m)], book.Rows.Select(static row => (row.SubjectCode!, row.Counted.Yuan)));
    }

    /// <summary>A place, year, phase and level is one row however many documents tell it: of the latest.</summary>
    [Fact]
    public void Years_FigureOfTwoDisclosures_IsThatOfTheLater()
    {
        var execution = FactsOf(2025, DocumentKind.GovernmentExecution, Executed(340)) with { Id = Id("a") };
        var budget = FactsOf(2026, DocumentKind.GovernmentBudget, Executed(350)) with { Id = Id("b") };

        var figures = FiguresOf(execution, budget);

        Assert.Equal(3_500_000m, Assert.Single(figures.Years()).Headlines["general_public_expenditure"].Yuan);
        var check = Assert.Single(figures.Checks());
        Assert.Equal((PriorYearOutcome.Restated, -100_000m), (check.Outcome, check.DifferenceYuan));
    }

    /// <summary>The column of the year before in a budget is held against the budget of that year.</summary>
    [Theory]
    [InlineData(350, "equal")]
    [InlineData(351, "restated")]
    public void Checks_BudgetOfTheYearBefore_IsHeldAgainstItsDocument(int stated, string outcome)
    {
        var then = FactsOf(2025, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            科目编码|科目名称|2025年预算数
            ---
            201|一般公共服务支出|100
            205|教育支出|250
            |合计|350
            """,
            "2025年市本级一般公共预算支出预算表"));
        var now = FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            科目编码|科目名称|2025年预算数|2026年预算数
            ---
            201|一般公共服务支出|100|120
            205|教育支出|{stated - 100}|260
            |合计|{stated}|380
            """,
            "2026年市本级一般公共预算支出预算表"));

        var check = Assert.Single(FiguresOf(then with { Id = Id("a") }, now with { Id = Id("b") }).Checks());

        Assert.Equal((Id("b").Value, Id("a").Value), (check.Stated.DocumentId, check.Published.DocumentId));
        Assert.Equal(outcome, SchemaName.Of(check.Outcome));
    }

    [Theory]
    [InlineData("2026年市级一般公共预算上级补助收入预算表", Direction.Revenue)]
    [InlineData("2026年中央对我省一般公共预算转移支付表", Direction.Revenue)]
    [InlineData("2026年市级对区一般公共预算税收返还和转移支付预算表", Direction.Expenditure)]
    public void Of_Transfers_AreReceivedFromAboveAndGivenBelow(string title, Direction direction)
    {
        var facts = FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年预算数
            ---
            均衡性转移支付|60
            结算补助|40
            合计|100
            """,
            title));

        Assert.Equal(direction, Assert.Single(facts.Transfers).Scope.Direction);
    }

    /// <summary>专项转移支付 is not all that is given.</summary>
    [Theory]
    [InlineData("2026年市级对区一般公共预算税收返还和转移支付预算表", 1)]
    [InlineData("2026年市级对区一般公共预算专项转移支付预算表", 0)]
    public void Figures_TransfersOfOneKind_AreNoHeadline(string title, int headlines)
    {
        var facts = FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年预算数
            ---
            教育|60
            水利|40
            合计|100
            """,
            title));

        Assert.Equal(headlines, facts.Figures.Count(static figure => figure.Name == "transfers_given"));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(32, false)]
    public void DebtSums_OfTheOwnPlace_AreGeneralAndSpecial(int total, bool reconciles)
    {
        var facts = FactsOf(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            项目|2025年限额
            ---
            地方政府债务限额|{total}
            其中：一般债务限额|10
            专项债务限额|20
            """,
            "2025年地方政府债务限额情况表"));

        Assert.Equal(reconciles, Assert.Single(facts.DebtSums).Reconciliation.Reconciles);
    }

    private static ExtractedTable Executed(int total) => TextTable.Parse(
        $"""
        科目编码|科目名称|2025年执行数
        ---
        201|一般公共服务支出|100
        205|教育支出|{total - 100}
        |合计|{total}
        """,
        "2025年市本级一般公共预算支出执行情况表");

    private static GovernmentFigures FiguresOf(params GovernmentFacts[] documents) => new(GovernmentYears.Of(documents).Figures()
        .Select(static row => new StatedGovernmentFigure(row.Document.Id.Value, row.Figure.PlaceCode, row.Document.Identity.DivisionCode!,
            row.Document.Identity.DivisionName, row.Document.Identity.FiscalYear, row.Figure.Year, SchemaName.Of(row.Figure.Phase),
            row.Figure.Level is { } level ? SchemaName.Of(level) : null, row.Figure.Name, row.Figure.Printed.Yuan, 0,
            row.Figure.Printed.Lines[0].LineId, row.Figure.IsOwn, row.Figure.AddsUp)));

    private static ExtractedTable Expenditure(int services, int education, int? total = null) => TextTable.Parse(
        $"""
        科目编码|科目名称|2026年预算数
        ---
        201|一般公共服务支出|{services}
        205|教育支出|{education}
        |合计|{total ?? services + education}
        """,
        "2026年市本级一般公共预算支出预算表");

    private static GovernmentBook Single(GovernmentFacts facts) => Assert.Single(facts.Books);

    private static DocumentId Id(string content) => DocumentId.Of(System.Text.Encoding.UTF8.GetBytes(content));

    private static GovernmentFacts FactsOf(int year, DocumentKind kind, params ExtractedTable[] tables)
    {
        var document = TextTable.Normalize(year, kind, tables);
        document = document with { Identity = document.Identity with { DivisionCode = "440300", DivisionName = "深圳市" } };
        return GovernmentFactsOfDocument.Of(SampleDocuments.Entry(document), document)!;
    }
}
