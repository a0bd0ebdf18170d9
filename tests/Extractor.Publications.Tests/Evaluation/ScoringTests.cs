using Extractor.Publications.Evaluation;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Tests.Evaluation;

public sealed class ScoringTests
{
    [Fact]
    public void Tables_KeyAndPages_DecideAndTitleIsToldApart()
    {
        GoldTable[] gold =
        [
            new("revenue_summary", "预算02表 收入总表", 2, 2, "万元"),
            new("expenditure_summary", "支出总表", 3, 4, "万元"),
            new("project_performance", "项目绩效目标表", 7, 7, ""),
            new("project_performance", "项目绩效目标表", 8, 8, ""),
        ];
        TableRow[] published =
        [
            Table("t1", "revenue_summary", "预算02表", "收入总表", "万元", 2, 2),
            Table("t2", "expenditure_summary", null, "支出总表", "元", 3, 3),
            Table("t3", "project_performance", null, "别的表", null, 8, 8),
        ];

        var score = TableScoring.Of(gold, published);

        Assert.Equal((4, 2, 3, 2), (score.Expected, score.Found, score.Published, score.Right));
        Assert.Equal(0.5, score.Recall);
        Assert.Equal(new Tally(2, 1), score.Details["title"]);
        Assert.Equal(new Tally(1, 1), score.Details["unit"]);
        Assert.Contains("nearest: expenditure_summary 3-3", score.Missed[0].Text, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(score.Extra).Page);
    }

    [Fact]
    public void Tables_OtherInGold_AnyKeyOnTheSamePages()
    {
        GoldTable[] gold = [new("other", "财政拨款政府购买服务明细表", 12, 12, "万元")];

        Assert.Equal(1, TableScoring.Of(gold, [Table("t", "purchased_services", null, "明细表", "万元", 12, 12)]).Found);
        Assert.Equal(0, TableScoring.Of(gold, [Table("t", "purchased_services", null, "明细表", "万元", 12, 13)]).Found);
        Assert.Equal(0, TableScoring.Of([gold[0] with { TableKey = "three_public" }],
            [Table("t", "other", null, "明细表", "万元", 12, 12)]).Found);
    }

    [Fact]
    public void Lines_CodeSuffixAndMultiset_EachFigureUsedOnce()
    {
        GoldLine[] gold =
        [
            new("expenditure_summary", 3, "08", "退役军人管理事务", "total", "1,234.50"),
            new("expenditure_summary", 3, "2040201", "行政运行", "total", "10.00"),
            new("expenditure_summary", 3, "2040201", "行政运行", "total", "10.00"),
        ];
        BudgetLineRow[] published =
        [
            Line("20808", "退役军人管理事务", "1234.5", row: 1),
            Line("2040201", "行政运行", "10.00", row: 2),
        ];

        var score = LineScoring.Of(gold, [new GoldTable("expenditure_summary", "", 3, 3, "万元")], published);

        Assert.Equal((3, 2, 2, 2), (score.Expected, score.Found, score.Published, score.Right));
        Assert.Equal(new Tally(2, 2), score.Details["code"]);
        Assert.Equal(new Tally(2, 2), score.Details["yuan"]);
    }

    [Fact]
    public void Lines_WrongAmountKeyColumnOrLabel_AreMissedAndExtra()
    {
        GoldLine[] gold = [new("general_public_expenditure", 5, "", "行政运行", "basic", "10.00"),
            new("general_public_expenditure", 5, "", "行政运行", "total", "12.00")];
        var right = Line(null, "行政运行", "10.00", component: "basic") with { TableKey = "general_public_expenditure" };
        BudgetLineRow[] wrong =
        [
            right with { ValueAsPrinted = "10.01" },
            right with { Component = "total" },
            right with { SubjectNameAsPrinted = "一般行政管理事务" },
        ];

        Assert.Equal(1, LineScoring.Of(gold, [], [right]).Found);
        Assert.All(wrong, line =>
        {
            var score = LineScoring.Of(gold, [], [line]);
            Assert.Equal((0, 1, 0), (score.Found, score.Published, score.Right));
        });
        Assert.Equal((0, 0), (LineScoring.Of(gold, [], [right with { TableKey = "expenditure_summary" }]).Found,
            LineScoring.Of(gold, [], [right with { TableKey = "expenditure_summary" }]).Published));
        Assert.Equal(0, LineScoring.Of(gold, [], [right with { Period = "prior" }]).Published);
        Assert.Equal(0, LineScoring.Of(gold, [], [right with { Component = "personnel" }]).Published);
    }

    [Fact]
    public void Lines_WrongCodeUnderTheRightLabel_IsFoundAndItsCodeCountedWrong()
    {
        var score = LineScoring.Of(
            [new GoldLine("expenditure_summary", 3, "2010301", "行政运行", "total", "10.00")], [], [Line("2010401", "行政运行", "10.00")]);

        Assert.Equal(1, score.Found);
        Assert.Equal(new Tally(1, 0), score.Details["code"]);
    }

    [Fact]
    public void Lines_ColumnsOfASelfEvaluation_AreBudgetAndExecutedByFund()
    {
        GoldLine[] gold = [.. new[] { "budget", "executed", "executed_general_public" }.Select(static column =>
            new GoldLine("project_self_evaluation", 3, "", "课题", column, "98"))];
        var line = Line(null, "课题", "98") with { TableKey = "project_self_evaluation" };

        var score = LineScoring.Of(gold, [],
            [line, line with { ColumnIndex = 3, Phase = "final_accounts" },
            line with { ColumnIndex = 4, Phase = "final_accounts", Fund = "general_public" }]);

        Assert.Equal((3, 3, 3), (score.Found, score.Published, score.Right));
        Assert.Equal(1, LineScoring.Of(gold, [], [line, line with { ColumnIndex = 3 }]).Found);
    }

    [Fact]
    public void Lines_SourcesInTheRowOfAUnit_AreColumnsAndItsTotalIsNone()
    {
        GoldLine[] gold = [.. new[] { "total", "business_income", "carried_in" }.Select(static column =>
            new GoldLine("basic_expenditure", 3, "", "某局", column, "5.00"))];
        var line = Line(null, "某局", "5.00") with { TableKey = "basic_expenditure", RowRole = "total", ItemKey = "unit_total" };

        var score = LineScoring.Of(gold, [],
            [line, line with { ColumnIndex = 3, ItemKey = "business_income", Fund = "unit_funds" },
            line with { ColumnIndex = 4, ItemKey = "carried_in" }]);

        Assert.Equal((3, 3, 3), (score.Found, score.Published, score.Right));
    }

    [Theory]
    [InlineData("205", 1, 1, 1)]
    [InlineData("206", 0, 1, 0)]
    [InlineData(null, 0, 0, 0)]
    public void Lines_CodeOfARowThatPrintsNone_IsJudgedByItsName(string? code, int right, int given, int notWrong)
    {
        GoldLine[] gold = [new("expenditure_summary", 3, "", "一、教育支出", "total", "5.00"),
            new("expenditure_summary", 3, "", "合计", "total", "5.00")];

        var score = LineScoring.Of(gold, [], [Line(code, "一、教育支出", "5.00"), Line(null, "合计", "5.00", row: 2) with { RowRole = "total" }]);

        Assert.Equal((new Tally(1, right), new Tally(given, notWrong)),
            (score.Details["code_by_name"], score.Details["code_by_name_not_wrong"]));
    }

    [Fact]
    public void Lines_FundsOfOneFigure_CountOnce()
    {
        GoldLine[] gold = [new("basic_expenditure", 9, "301", "工资福利支出", "total", "30.00")];
        var all = Line("301", "工资福利支出", "30.00") with { TableKey = "basic_expenditure" };
        BudgetLineRow[] published = [all, all with { ColumnIndex = 4, Fund = "general_public", ValueAsPrinted = "20.00" },
            all with { ColumnIndex = 5, Fund = "unit_funds", ValueAsPrinted = "10.00" }];

        var score = LineScoring.Of(gold, [], published);

        Assert.Equal((1, 1, 1), (score.Found, score.Published, score.Right));
        Assert.Equal((0, 2), (LineScoring.Of(gold, [], published[1..]).Found, LineScoring.Of(gold, [], published[1..]).Published));
    }

    [Fact]
    public void Lines_SidesAndFundsOfASummary_AreColumnsOfTheirOwn()
    {
        GoldLine[] gold =
        [
            new("fiscal_appropriation_summary", 10, "", "一、一般公共服务支出", "expenditure", "5.00"),
            new("fiscal_appropriation_summary", 10, "", "一、一般公共服务支出", "expenditure_general_public", "5.00"),
            new("fiscal_appropriation_summary", 10, "", "一、本年收入", "revenue", "5.00"),
        ];
        var line = Line(null, "一般公共服务支出", "5.00") with { TableKey = "fiscal_appropriation_summary" };

        var score = LineScoring.Of(
            gold,
            [],
            [
                line with { Fund = "fiscal_appropriation" },
                line with { Fund = "general_public" },
                line with { Fund = "government_fund", ValueAsPrinted = "0.00" },
                line with { Direction = "revenue", SubjectNameAsPrinted = "本年收入" },
            ]);

        Assert.Equal((3, 3, 3, 3), (score.Expected, score.Found, score.Published, score.Right));
    }

    [Theory]
    [InlineData("甲局（本级）>工资福利支出", "甲局(本级)", "工资福利支出", 1)]
    [InlineData("甲局（本级）>工资福利支出", "乙中心", "工资福利支出", 0)]
    [InlineData("合计", "甲局", "甲局", 1)]
    [InlineData("甲局", "甲局", "合计", 1)]
    public void Lines_UnitsAndTotals_LabelNamesTheUnit(string label, string unit, string name, int found)
    {
        var line = Line(null, name, "7.00") with { UnitName = unit, RowRole = "total" };

        Assert.Equal(found, LineScoring.Of([new GoldLine("expenditure_summary", 3, "", label, "total", "7.00")], [], [line]).Found);
    }

    [Fact]
    public void Lines_ThreePublic_ItemKeyAndPeriod()
    {
        GoldLine[] gold = [new("three_public", 31, "", "vehicle_total", "current", "2.60"),
            new("three_public", 31, "", "vehicle_total", "prior", "3.00")];
        var line = Line(null, "公务用车购置及运行费", "2.60") with { TableKey = "three_public", ItemKey = "vehicle_total" };

        var score = LineScoring.Of(gold, [],
            [line, line with { Period = "prior", ValueAsPrinted = "3.00" }, line with { Period = "change", ValueAsPrinted = "-0.40" }]);

        Assert.Equal((2, 2, 2), (score.Found, score.Published, score.Right));
    }

    [Fact]
    public void Lines_ThreePublicOfManyUnits_OnlyTheTotalIsJudged()
    {
        GoldLine[] gold = [new("three_public", 49, "", "reception", "current", "3.30")];
        var line = Line(null, "公务接待费", "3.30") with { TableKey = "three_public", ItemKey = "reception", PageNumber = 49 };

        var score = LineScoring.Of(gold, [],
            [line, line with { RowIndex = 6, UnitName = "甲中心", ValueAsPrinted = "1.00" },
            line with { ItemKey = null, SubjectNameAsPrinted = "会议费", ValueAsPrinted = "9.00" }]);

        Assert.Equal((1, 1, 1), (score.Found, score.Published, score.Right));
        Assert.Equal((0, 1), (LineScoring.Of(gold, [], [line with { ValueAsPrinted = "3.31" }]).Found,
            LineScoring.Of(gold, [], [line with { ValueAsPrinted = "3.31" }]).Published));
    }

    [Fact]
    public void Lines_WrongUnit_YuanIsCountedWrong()
    {
        GoldTable[] tables = [new("expenditure_summary", "", 3, 4, "万元")];
        GoldLine[] gold = [new("expenditure_summary", 3, "", "行政运行", "total", "10.00")];

        Assert.Equal(new Tally(1, 0), LineScoring.Of(gold, tables,
            [Line(null, "行政运行", "10.00") with { AmountYuan = 10m }]).Details["yuan"]);
    }

    [Fact]
    public void Cells_WholeAmountInTheRowOfItsLabel_IsFound()
    {
        GoldLine[] gold = [new("expenditure_summary", 3, "2010301", "行政运行", "basic", "1,234.50")];
        TableRow[] tables = [Table("t", "expenditure_summary", null, null, null, 3, 3)];
        CellRow[] cells =
        [
            Cell("t", 1, 0, 1, 1, false, "科目", "2010301行政运行", 3),
            Cell("t", 1, 1, 1, 1, false, "本年支出 / 基本支出", "1,234.50", 3),
        ];

        Assert.Equal((1, 1), (CellScoring.Of(gold, tables, cells).Found, CellScoring.Of(gold, tables, cells).Details["header"].Right));
        Assert.Equal(0, CellScoring.Of(gold, tables, [cells[0], cells[1] with { Text = "1,234.50 10.00" }]).Found);
        Assert.Equal(0, CellScoring.Of(gold, tables, [cells[0] with { RowIndex = 2 }, cells[1]]).Found);
        Assert.Equal(0, CellScoring.Of(gold, [tables[0] with { TableKey = "other" }], cells).Found);
    }

    [Fact]
    public void Sections_HeadingsOfTables_AreTolerable()
    {
        GoldSection[] gold = [new("一、部门职责", 2, 4, "duties"), new("（一）机关运行经费", 3, 5, "operating_expenses")];
        GoldTable[] tables = [new("revenue_expenditure_summary", "2026年度收支预算总表", 12, 12, "万元")];
        SectionRow[] published =
        [
            Section("一、 部门职责", 2, 4, "duties"),
            Section("机关运行经费", 2, 5, "other"),
            Section("一、收支预算总表", 2, 12, "other"),
            Section("（一）公务接待费", 3, 6, "three_public"),
        ];

        var score = SectionScoring.Of(gold, tables, published);

        Assert.Equal((2, 2, 3, 2), (score.Expected, score.Found, score.Published, score.Right));
        Assert.Equal(new Tally(2, 1), score.Details["section_key"]);
        Assert.Equal(6, Assert.Single(score.Extra).Page);
    }

    [Fact]
    public void Statements_UnitsPercentagesAndCounts_AreCompared()
    {
        GoldStatement[] gold =
        [
            new("budget_revenue", "4,684.30", "万元", 6, "收入"),
            new("budget_revenue_change", "-247.70", "万元", 6, "减少"),
            new("budget_revenue_change_percent", "-5.0", "%", 6, "下降"),
            new("vehicles_total", "25", "辆", 9, "车辆"),
            new("procurement_total", "1", "万元", 9, "采购"),
        ];
        StatedFigureRow[] published =
        [
            Statement("budget_revenue", 46_843_000m, null, null, null, 6),
            Statement("budget_revenue_change", 2_477_000m, null, null, null, 6),
            Statement("budget_revenue_change_percent", null, null, -5, null, 6),
            Statement("vehicles_total", null, 25, null, null, 9),
            Statement("vehicles_planned", null, 1, null, null, 9),
        ];

        var score = StatementScoring.Of(gold, published);

        Assert.Equal((5, 3, 4, 3), (score.Expected, score.Found, score.Published, score.Right));
    }

    [Fact]
    public void Projects_NameAndAmount_DecideOverListedSources()
    {
        GoldProject[] gold = [new("信访专项", "486.39", "万元", "-1.20", "-0.2", 7, "prose"), new("没有金额", "", "", "", "", 8, "prose")];

        var score = ProjectScoring.Of(gold,
            [Project("信访专项", "prose", 4_863_900m, -12_000m, -0.2, 7), Project("没有金额", "prose", null, 5m, null, 8),
            Project("别的", "prose", 1m, null, null, 7), Project("表中的", "project_expenditure", 1m, null, null, 20)]);

        Assert.Equal((2, 2, 3, 2), (score.Expected, score.Found, score.Published, score.Right));
        Assert.Equal(new Tally(2, 1), score.Details["change"]);
    }

    [Fact]
    public void Indicators_WholeRows_AreRightUpToTheLastPageOfTheGold()
    {
        GoldIndicator[] gold = [new("项目", "产出指标", "数量指标", "媒体发稿数量", "≥3篇", 28), new("项目", "产出指标", "质量指标", "准确率", "=100%", 28)];
        PerformanceIndicatorRow[] published =
        [
            Indicator("项目", "产出指标", "数量指标", "媒体发稿数量", "≥3篇", 28),
            Indicator("项目", "产出指标", "数量指标", "准确率", "=100%", 28),
            Indicator("项目", "产出指标", "数量指标", "多余", "1", 27),
            Indicator("项目", "产出指标", "数量指标", "以后的", "1", 40),
        ];

        var score = IndicatorScoring.Of(gold, [], published);

        Assert.Equal((2, 1, 2, 1), (score.Expected, score.Found, score.Published, score.Right));
    }

    [Fact]
    public void Indicators_OfProjectThatGoldLeavesOut_AreNotJudged()
    {
        GoldIndicator[] gold = [new("甲", "产出指标", "数量指标", "次数", "3次", 2), new("甲", "产出指标", "质量指标", "合格率", "100%", 3)];
        GoldProject[] projects = [new("甲", "1", "万元", "", "", 1, "self_evaluation"), new("乙", "2", "万元", "", "", 1, "self_evaluation")];
        PerformanceIndicatorRow[] published =
        [
            Indicator("甲", "产出指标", "数量指标", "次数", "3次", 2),
            Indicator("甲", "产出指标", "质量指标", "合格率", "100%", 3),
            Indicator("乙", "产出指标", "数量指标", "份数", "5份", 2),
            Indicator("丙", "产出指标", "数量指标", "份数", "5份", 2),
        ];

        var score = IndicatorScoring.Of(gold, projects, published);

        Assert.Equal((2, 2, 3, 2), (score.Expected, score.Found, score.Published, score.Right));
    }

    [Theory]
    [InlineData("（ 一 ）因公出国（境）经费", "(一)因公出国(境)经费", "因公出国(境)经费")]
    [InlineData("第一部分  单位概况", "第一部分单位概况", "单位概况")]
    [InlineData("1.一般公共预算拨款", "1.一般公共预算拨款", "一般公共预算拨款")]
    [InlineData("十九、住房保障支出", "十九、住房保障支出", "住房保障支出")]
    [InlineData("２０２４年“三公”经费", "2024年\"三公\"经费", "2024年\"三公\"经费")]
    public void Fold_PrintedHeading_SpacingAndNumberGone(string printed, string folded, string withoutNumber)
    {
        Assert.Equal(folded, Folding.Fold(printed));
        Assert.Equal(withoutNumber, Folding.FoldWithoutNumber(printed));
    }

    [Theory]
    [InlineData("[2040201]行政运行")]
    [InlineData("2040201-行政运行")]
    [InlineData("2040201行政运行")]
    [InlineData("行政运行(2040201)")]
    [InlineData("行政运行")]
    public void WithoutCode_CodeInTheSameCell_NameAlone(string folded) => Assert.Equal("行政运行", Folding.WithoutCode(folded));

    private static TableRow Table(string id, string key, string? number, string? title, string? unit, int first, int last) =>
        new("d", id, 1, key, number, title, unit, "printed_on_table", null, null, null, first, last, 1, 1, 1, "ruled", 1, false);

    private static CellRow Cell(string table, int row, int column, int rowSpan, int columnSpan, bool isHeader, string? path, string? text,
        int page) => new("d", table, row, column, rowSpan, columnSpan, isHeader, path, text, 1, page, 0, 0, 0, 0);

    private static SectionRow Section(string heading, int depth, int page, string key) =>
        new("d", "s", 1, depth, key, heading, null, null, page, page);

    private static StatedFigureRow Statement(string key, decimal? yuan, double? quantity, double? percent, string? sentence, int page) =>
        new("d", "s", key, null, "current", yuan, quantity, percent, null, null, null, null, sentence ?? string.Empty, page, 0, 0, 0, 0);

    private static ProjectRow Project(string name, string source, decimal? yuan, decimal? change, double? percent, int page) =>
        new("d", "p", name, source, null, null, yuan, null, null, null, null, change, percent, null, null, null, null, null, page, 0, 0, 0,
            0);

    private static PerformanceIndicatorRow Indicator(string project, string level1, string level2, string level3, string target,
        int page) => new("d", "t", project, null, level1, null, level2, level3, target, null, null, null, null, null, null, null,
            null, page, 0, 0, 0, 0);

    private static BudgetLineRow Line(string? code, string name, string amount, int row = 1, string component = "total") => new(
        "l", "d", "t", "expenditure_summary", row, 2, null, null, null, null, null, null, null,
            null, null, null, null, null, "budget", "expenditure", "current",
            "functional",
        code, null, null, null, name, "none", null, null, null, null, null, null, null, null, null, null, component, "all", "detail", false,
        (Folding.Amount(amount) ?? 0m) * 10_000m, amount, "万元", 3, 0, 0, 0, 0, "unproven", null);
}
