using Extractor.Extracting.Tables.Captions;

namespace Extractor.Tests.Extracting.Tables;

public sealed class CaptionTests
{
    private static readonly double[] Columns = [50, 250, 450];

    [Theory]
    [InlineData("单位：万元", "万元")]
    [InlineData("金额单位：元", "元")]
    [InlineData("单位:人民币万元", "万元")]
    [InlineData("单位：万元、%", "万元")]
    [InlineData("单位名称：深圳市信访局", null)]
    [InlineData("单位：苏州市水务局", null)]
    [InlineData("计量单位：%", null)]
    [InlineData("单位：元宝区财政局", null)]
    public void UnitIn_NotesOfUnits_GivesMoneyOnly(string text, string? expected) => Assert.Equal(expected, CaptionPatterns.UnitIn(text));

    [Theory]
    [InlineData("表7", "表7", "")]
    [InlineData("公开05表", "公开05表", "")]
    [InlineData("附表1-3", "附表1-3", "")]
    [InlineData("预算03表支出总表", "预算03表", "支出总表")]
    [InlineData("预算表12项目支出绩效目标表", "预算表12", "项目支出绩效目标表")]
    [InlineData("表一：收支总表", "表一", "收支总表")]
    [InlineData("财决公开01表", "财决公开01表", "")]
    [InlineData("省级部门预算公开05表", "省级部门预算公开05表", "")]
    [InlineData("公开表一", "公开表一", "")]
    [InlineData("社预11表", "社预11表", "")]
    public void TrySplitNumber_PrintedNumbers_AreCutOff(string text, string number, string rest)
    {
        Assert.True(CaptionPatterns.TrySplitNumber(text, out var found, out var title));
        Assert.Equal((number, rest), (found, title));
    }

    [Theory]
    [InlineData("2026年度收支预算总表")]
    [InlineData("预算数")]
    [InlineData("表2026年")]
    [InlineData("预算表一般公共预算")]
    public void TrySplitNumber_OtherLines_HaveNone(string text) => Assert.False(CaptionPatterns.TrySplitNumber(text, out _, out _));

    [Theory]
    [InlineData("注：本表本年度无发生额。", true)]
    [InlineData("注：本部门没有政府性基金预算安排的支出。", true)]
    [InlineData("注：本部门无相关内容。", true)]
    [InlineData("注：三公经费增加的原因见说明。", false)]
    public void SaysNothing_Notes_AreTold(string text, bool expected) => Assert.Equal(expected, CaptionPatterns.SaysNothing(text));

    [Fact]
    public void Read_NumberTitleDepartmentAndUnit_AreToldApart()
    {
        var table = Tables.Single(Page()
            .Text(50, 40, "公开05表").Text(180, 60, "一般公共预算支出表", 14)
            .Text(50, 82, "部门：无锡市教育局").TextTo(450, 82, "单位：万元"));

        Assert.Equal(
            ("公开05表", "一般公共预算支出表", "部门：无锡市教育局", "万元"),
            (table.NumberAsPrinted, table.TitleAsPrinted, table.DepartmentLine, table.UnitAsPrinted));
    }

    [Fact]
    public void Read_UnitInTheTitle_LeavesTheTitle()
    {
        var table = Tables.Single(Page().Text(50, 40, "单位公开表1").Text(120, 60, "某镇人民政府2025年收支总表（单位：元）", 14));

        Assert.Equal(("单位公开表1", "某镇人民政府2025年收支总表（单位：元）", "元"), (table.NumberAsPrinted, table.TitleAsPrinted, table.UnitAsPrinted));
    }

    [Fact]
    public void Read_TitleOverTwoLines_IsOne() => Assert.Equal(
        "2026年部门综合预算一般公共预算支出明细表（按支出功能分类科目）",
        Tables.Single(Page()
            .Text(135, 50, "2026年部门综合预算一般公共预算").Text(130, 68, "支出明细表（按支出功能分类科目）")).TitleAsPrinted);

    [Theory]
    [InlineData("2024年自治区对市县国有资本经营预算转移支付情况", 14, "2024年自治区对市县国有资本经营预算转移支付情况表")]
    [InlineData("2024年自治区对市县国有资本经营预算转移支付情况", 18, null)]
    [InlineData("2024年自治区对市县国有资本经营预算转移支付如下。", 14, null)]
    public void Read_LastCharacterOfATitleInALineOfItsOwn_EndsTheTitleAboveIt(string upper, float size, string? expected) => Assert.Equal(
        expected, Tables.Single(Page().Text(100, 50, upper, size).Text(100 + (upper.Length * size / 2) - 12, 70, "表", 14)).TitleAsPrinted);

    /// <summary>The second line closes a bracket that the first opened; closing none, it is no part of a title.</summary>
    [Theory]
    [InlineData("2024年市级基本支出决算表（按政府预算支出经济", "分类）", "2024年市级基本支出决算表（按政府预算支出经济分类）")]
    [InlineData("2024年市级基本支出决算表（按经济分类）", "分类）", "分类）")]
    public void Read_BracketClosedInALineOfItsOwn_EndsTheTitleAboveIt(string upper, string lower, string expected) => Assert.Equal(
        expected,
        Tables.Single(Page().Text(250 - (WidthOf(upper) / 2), 50, upper).Text(250 - (WidthOf(lower) / 2), 64, lower)).TitleAsPrinted);

    [Theory]
    [InlineData("一般公共预算(基本)支出明细表", "（按支出功能分类科目-不含上年结转）", "一般公共预算(基本)支出明细表（按支出功能分类科目-不含上年结转）")]
    [InlineData("支出明细表", "（按支出功能分类科目-不含上年结转）", "支出明细表（按支出功能分类科目-不含上年结转）")]
    [InlineData("2024年省本级一般公共预算基本支出决算表", "（按经济分类）（8）", "2024年省本级一般公共预算基本支出决算表（按经济分类）（8）")]
    [InlineData("2022年一般公共预算拨款“三公”经费、", "会议费、培训费表（不含上年结转）", "2022年一般公共预算拨款“三公”经费、会议费、培训费表（不含上年结转）")]
    public void Read_TitleWithBracketOrEnumerationBelow_IsOne(string upper, string lower, string expected)
    {
        var table = Tables.Single(Page().Text(250 - (WidthOf(upper) / 2), 50, upper)
            .Text(250 - (WidthOf(lower) / 2), 64, lower).TextTo(450, 84, "单位：元"));

        Assert.Equal((expected, "元"), (table.TitleAsPrinted, table.UnitAsPrinted));
    }

    [Fact]
    public void Read_BracketFarBelowATitle_IsNoPartOfIt() => Assert.Equal(
        "（按支出功能分类科目）",
        Tables.Single(Page().Text(200, 40, "支出明细表").Text(195, 75, "（按支出功能分类科目）")).TitleAsPrinted);

    [Theory]
    [InlineData(12.6f, "全市一般公共预算收入二〇二五年执行情况和二〇二六年草案")]
    [InlineData(12.4f, null)]
    public void Read_HeadingAsWideAsItsTable_IsATitleInLargerType(float size, string? expected)
    {
        const string title = "全市一般公共预算收入二〇二五年执行情况和二〇二六年草案";
        var page = Page().Text(250 - (title.Length * size / 2), 60, title, size).TextTo(450, 84, "单位：万元");

        Assert.Equal(expected, Tables.Single(page).TitleAsPrinted);
    }

    [Fact]
    public void Read_TitleAndUnitInOneLine_AreToldApart()
    {
        var table = Tables.Single(Page().Text(50, 84, "收支预算总表单位：万元"));

        Assert.Equal(("收支预算总表", "万元"), (table.TitleAsPrinted, table.UnitAsPrinted));
    }

    [Fact]
    public void Read_RunningTextAboveATable_IsNoTitle() => Assert.Null(
        Tables.Single(Page().Text(50, 82, "2026年本部门预算收入比上年增加，主要原因是人员增加。")).TitleAsPrinted);

    [Fact]
    public void Read_UnitInAHeaderCell_IsTheTablesUnit() => Assert.Equal(
        "万元",
        Tables.Single(new PageSketch().Table(Columns, 100, ["项目", "预算数（万元）"], ["合计", "1.00"])).UnitAsPrinted);

    [Fact]
    public void Read_NoteBelow_BelongsToTheTableAndDeclaresItEmpty()
    {
        var table = Tables.Single(new PageSketch()
            .Text(180, 60, "政府性基金预算支出表").Table(Columns, 100, ["项目", "预算数"], ["", ""]).Text(50, 150, "注：本表本年度无发生额。"));

        Assert.Equal(["注：本表本年度无发生额。"], table.Notes.AsEnumerable());
        Assert.True(table.DeclaredEmpty);
    }

    [Fact]
    public void Read_AllZeroWithoutStatement_IsNotDeclaredEmpty() => Assert.False(
        Tables.Single(new PageSketch().Table(Columns, 100, ["项目", "预算数"], ["合计", "0.00"])).DeclaredEmpty);

    [Fact]
    public void Read_StatementBesideFigures_IsNotDeclaredEmpty() => Assert.False(
        Tables.Single(Page().Text(50, 150, "注：本部门没有政府性基金预算安排的支出。")).DeclaredEmpty);

    private static double WidthOf(string text) => text.Sum(static letter => letter < 0x2000 ? 5.0 : 10);

    private static PageSketch Page() => new PageSketch().Table(Columns, 100, ["项目", "预算数"], ["合计", "1.00"]);
}
