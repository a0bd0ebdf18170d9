using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Normalizing;
using Extractor.Normalizing.Prose;

namespace Extractor.Tests.Normalizing.Prose;

public sealed class StatedFigureReaderTests
{
    [Fact]
    public void Read_RevenueAndExpenditure_AreToldWithTheirChanges()
    {
        var figures = Read(
            "budget_overview",
            "2026年某市信访局部门预算收入4,684.30万元，较2025年年初预算减少247.70万元，下降5.0%。2026年某市信访局部门预算支出4,684.30万元，较2025年年初预算减少247.70万元，下降5.0%。");

        Assert.Equal(
        [
            "budget_revenue=46843000.00", "budget_revenue_change=-2477000.00", "budget_revenue_change_percent=-5.0",
            "budget_expenditure=46843000.00", "budget_expenditure_change=-2477000.00", "budget_expenditure_change_percent=-5.0",
        ], figures);
    }

    [Fact]
    public void Read_OtherMattersInOneSection_AreToldByTheirWords()
    {
        var figures = Read(
            "other_matters",
            "1.机关运行经费。2026年某县人民政府办公室机关运行经费财政拨款预算352.51万元，比2025年预算增加12.00万元，增长4.5%。",
            "2.政府采购情况。2026年政府采购预算总额120.00万元，其中：政府采购货物预算20.00万元、政府采购工程预算0.00万元、政府采购服务预算100.00万元。");

        Assert.Equal(
        [
            "operating_expenses=3525100.00", "operating_expenses_change=120000.00", "operating_expenses_change_percent=4.5",
            "procurement_total=1200000.00", "procurement_goods=200000.00", "procurement_works=0.00", "procurement_services=1000000.00",
        ], figures);
    }

    [Fact]
    public void Read_OneSentenceForBothSides_GivesBothKeys()
    {
        var figures = Read("budget_overview", "某市教育局2026年度收入、支出预算总计512,434.34万元，与上年相比收、支预算总计各增加43,007.19万元，增长9.16%。");

        Assert.Contains("budget_revenue=5124343400.00", figures);
        Assert.Contains("budget_expenditure_change=430071900.00", figures);
        Assert.Contains("budget_revenue_change_percent=9.16", figures);
    }

    /// <summary>上海市 2026: the change behind one part is that part's; behind several it is their sum's (西安市 2021).</summary>
    [Theory]
    [InlineData("2026年，某中心收入预算1,361万元，其中：财政拨款收入1,237万元，比2025年预算增加225.00万元；事业收入70万元。", false)]
    [InlineData("2026年，某中心收入预算1,361万元，其中：财政拨款收入1,237万元、事业收入124万元，比2025年预算增加225.00万元。", true)]
    [InlineData("2026年，某中心收入预算1,361万元，比2025年预算增加225.00万元，其中：财政拨款收入1,237万元。", true)]
    public void Read_ChangeBehindParts_IsOfTheWholeWhereThePartsAreSeveral(string text, bool isOfTheWhole) =>
        Assert.Equal(isOfTheWhole, Read("budget_overview", text).Contains("budget_revenue_change=2250000.00"));

    [Fact]
    public void Read_SubjectNamedBeforeTheFigure_IsCarriedToIt()
    {
        var figures = Read(
            "three_public",
            "1.因公出国（境）费用。2026年预算数0.00万元，与2025年预算持平。",
            "2.公务接待费。2026年预算数2.98万元。",
            "3.公务用车购置和运行维护费。2026年预算数2.60万元，其中：公务用车购置费2026年预算数0.00万元；公务用车运行维护费2026年预算数2.60万元。");

        Assert.Equal(
        [
            "three_public_overseas=0.00", "three_public_reception=29800.00", "three_public_vehicle_total=26000.00",
            "three_public_vehicle_purchase=0.00", "three_public_vehicle_operation=26000.00",
        ], figures);
    }

    [Fact]
    public void Read_SubjectOnlyInTheHeading_IsTakenFromIt()
    {
        Assert.Equal(["three_public_reception=80000.00"], Read("three_public", "（二）公务接待费", ["2026年预算安排8.00万元。"]));
    }

    [Fact]
    public void Read_PriorYearAmount_IsNotTheDocuments()
    {
        Assert.Empty(Read("operating_expenses", "2025年机关运行经费预算90.00万元。"));
    }

    [Fact]
    public void Read_ThresholdOfDevices_IsNoFigure()
    {
        var figures = Read("state_assets", "本部门共有车辆11辆，单价100万元（含）以上的设备5台（套）。2026年计划购置车辆0辆。");

        Assert.Equal(["vehicles_total=11", "equipment_over_1m=5", "vehicles_planned=0"], figures);
    }

    /// <summary>Sentences of 西安 2022; of a part of the department, a change or a list of units nothing is taken.</summary>
    [Theory]
    [InlineData("截止2021年底，本部门人员编制1,053人，其中行政编制197人、事业编制856人。", "staff_establishment=1053")]
    [InlineData("本部门气象部门编制在职人员共有145人，其中参公人员47人。", "staff_actual=145")]
    [InlineData("共设置 18 个处（室），行政编制 91 人。", null)]
    [InlineData("行政编制75人，实有66人，事业编制159人，实有150人。", null)]
    [InlineData("基本支出减少19.11万元，主要是减少在职人员1名。", null)]
    [InlineData("市信息中心为二级单位，人员编制23人。", null)]
    public void Read_StaffOfTheWholeDepartment_IsStated(string text, string? figure) =>
        Assert.Equal(figure is null ? [] : [figure], Read("organisation", text).Where(static found =>
            found.StartsWith("staff", StringComparison.Ordinal)));

    [Fact]
    public void Read_IssuersNameHoldsAWordOfTheRules_IsNotTakenForIt()
    {
        var figures = Read("procurement", "某市企业服务中心政府采购项目纳入2026年部门预算共计17万元，其中货物采购17万元、服务采购0万元。");

        Assert.Equal(["procurement_total=170000", "procurement_goods=170000", "procurement_services=0"], figures);
    }

    [Fact]
    public void Read_AmountInsideAReason_IsNotTaken()
    {
        var figures = Read("three_public", "2026年“三公”经费162.53万元，比上年增加6.2万元，主要原因是将因公出国（境）工作的国内服务费3.2万元作了调整。");

        Assert.Equal(["three_public_total=1625300.00", "three_public_total_change=62000.0"], figures);
    }

    [Fact]
    public void Read_PlannedPurchase_GoesOnOverASemicolon()
    {
        var figures = Read("state_assets", "2026年计划购置车辆0辆；单价100万元以上设备2台（套）。");

        Assert.Equal(["vehicles_planned=0", "equipment_planned=2"], figures);
    }

    [Fact]
    public void Read_FigureOnSecondLine_HasThatLinesPlace()
    {
        var paragraph = new ExtractedParagraph(
            "机关运行经费财政拨款预算357.43万元。",
            [new ParagraphLine(0, 4, new Box(90, 700, 500, 716)), new ParagraphLine(10, 5, new Box(90, 80, 300, 96))]);
        var section = new ExtractedSection(1, 2, null, "一、机关运行经费", 4, 5, [paragraph]);

        var figure = Assert.Single(new StatedFigureReader(ReferenceData.Load().Figures).Read(
            [section], [new SectionMeaning(1, "operating_expenses")], 2026, null)).Figure;

        Assert.Equal(5, figure.PageNumber);
        Assert.Equal(80, figure.Box.Top);
    }

    [Fact]
    public void Read_BudgetBesideAccounts_AreTwoFigures()
    {
        Assert.Equal(
            ["three_public_total_budget=352300.00", "three_public_total=323000.00", "three_public_overseas_budget=27200.00",
                "three_public_overseas=0.00",
             "three_public_vehicle_purchase_budget=158200.00", "three_public_vehicle_purchase=154500.00", "vehicles_purchased=1"],
            ReadAccounts(
                "three_public",
                "2023年度“三公”经费支出预算为35.23万元，支出决算为32.30万元，完成预算的91.68%，其中：因公出国（境）费支出年初预算为2.72万元，支出决算为0.00万元。",
                "公务用车购置全年预算数为15.82万元，决算数为15.45万元，完成全年预算的99%，购置车辆1辆。"));
    }

    [Fact]
    public void Read_DifferenceToTheBudget_IsNoChangeOverTheYearBefore()
    {
        Assert.Equal(["operating_expenses=1243100.00"],
            ReadAccounts("operating_expenses", "2023年度机关运行经费支出124.31万元，较年初预算数增加10.00万元，增长8.00%。"));
        Assert.Equal(
            ["operating_expenses=1243100.00", "operating_expenses_change=-50000.00", "operating_expenses_change_percent=-4.00"],
            ReadAccounts("operating_expenses", "2023年度机关运行经费支出124.31万元，比上年决算数减少5.00万元，降低4.00%。"));
    }

    [Fact]
    public void Read_ChangeOfAPartThatNoRuleNames_IsNotTheTotals()
    {
        Assert.Equal(
            ["budget_revenue=16884200.00", "current_year_revenue=16178100.00", "current_year_revenue_change=100000.00"],
            ReadAccounts("budget_overview",
                "本部门2023年度收入总计1688.42万元，其中年初结转和结余70.61万元，较2022年减少12.00万元，下降0.50%；本年收入合计1617.81万元，较2022年增加10.00万元。"));
    }

    [Fact]
    public void Read_SubjectsBelowTheHeadingOfTheirSum_AreNotTheSum()
    {
        Assert.Equal(
            ["general_public_expenditure=23177600.00"],
            ReadAccounts(
                "expenditure_detail",
                "2023年度一般公共预算财政拨款支出2317.76万元，占本年支出合计的84.40%。",
                "1.行政运行。年初预算为300.00万元，支出决算为388.05万元，完成年初预算的129.35%。"));
    }

    [Theory]
    [InlineData("政府性基金预算支出0万元，支出决算0万元。")]
    [InlineData("2024年度面向中小企业预留政府采购项目预算金额225.10万元。")]
    public void Read_FundInsideAnotherSubject_IsNoFigureOfTheFund(string sentence) => Assert.Empty(ReadAccounts("three_public", sentence));

    private static List<string> ReadAccounts(string sectionKey, params string[] paragraphs) =>
    [
        .. new StatedFigureReader(ReferenceData.Load().Figures)
            .Read([Section("八、支出决算情况说明", paragraphs)], [new SectionMeaning(1, sectionKey)], 2023, null, ofFinalAccounts: true)
            .Select(static reading => reading.Figure).Select(static figure => FormattableString.Invariant(
                $"{figure.FigureKey}={figure.AmountYuan ?? figure.Quantity ?? figure.Percent}")
                    .Replace(".0000", ".00", StringComparison.Ordinal)),
    ];

    private static IEnumerable<string> Read(string sectionKey, params string[] paragraphs) => Read(sectionKey, "一、情况说明", paragraphs);

    private static List<string> Read(string sectionKey, string heading, string[] paragraphs) =>
    [
        .. new StatedFigureReader(ReferenceData.Load().Figures)
            .Read([Section(heading, paragraphs)], [new SectionMeaning(1, sectionKey)], 2026, "某市企业服务中心")
            .Select(static reading => reading.Figure).Select(static figure => FormattableString.Invariant(
                $"{figure.FigureKey}={figure.AmountYuan ?? figure.Quantity ?? figure.Percent}")
                    .Replace(".0000", ".00", StringComparison.Ordinal)),
    ];

    private static ExtractedSection Section(string heading, string[] paragraphs) => new(
        1, 2, null, heading, 1, 1,
        [.. paragraphs.Select(static text => new ExtractedParagraph(text, [new ParagraphLine(0, 1, new Box(90, 100, 500, 116))]))]);
}
