using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Publishing.Facts.Governments;
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
    }

    /// <summary>Two tables that no word tells apart print two totals: one is of another level, and nothing tells which.</summary>
    [Fact]
    public void Of_TwoTotalsOfOneScope_CountNeither()
    {
        var book = Single(FactsOf(2026, DocumentKind.GovernmentBudget, Expenditure(100, 250), Expenditure(30, 60)));

        Assert.Equal((null, 0, false), (book.OfYear, book.Rows.Length, book.Reconciliation.Reconciles));
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

        var year = Assert.Single(years.Years);
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
