using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Normalizing.Governments;
using Extractor.Normalizing.Identity;

namespace Extractor.Tests.Normalizing.Identity;

/// <summary>Documents of whole governments: the government whose money it is, not the congress before which it is laid.</summary>
public sealed class GovernmentTests
{
    [Theory]
    [InlineData("保定市十六届人大|七次会议文件（14）|关于保定市 2025 年预算执行情况和|2026 年预算草案的报告（书面）", DocumentKind.GovernmentBudget, 2026, "130600")]
    [InlineData("市十五届人大五次会议文件|关于 2025 年全市及市本级预算执行情况和|2026 年全市及市本级预算（草案）的报告|石嘴山市财政局", DocumentKind.GovernmentBudget, 2026, "640200")]
    [InlineData("迪庆州|2025年地方财政预算执行情况和2026年地|方财政预算（草案）|迪庆州财政局编制", DocumentKind.GovernmentBudget, 2026, "533400")]
    [InlineData("江苏省十三届人大二次会议文件|江苏省 2018 年预算执行情况|与 2019 年预算草案|江苏省第十三届人民代表大会第二次会议秘书处", DocumentKind.GovernmentBudget, 2019, "320000")]
    [InlineData("广东省人民政府关于我省 2024 年|省级决算草案的报告", DocumentKind.GovernmentFinalAccounts, 2024, "440000")]
    [InlineData("2024年度全区及区本级财政决算报表|宁夏回族自治区财政厅", DocumentKind.GovernmentFinalAccounts, 2024, "640000")]
    [InlineData("山东省 2024 年决算情况表|山东省财政厅", DocumentKind.GovernmentFinalAccounts, 2024, "370000")]
    public void Read_CoverOfAGovernment_IsTheGovernmentOfThePlace(string cover, DocumentKind kind, int year, string division)
    {
        var identity = Read(new TypedDocument().Page([.. cover.Split('|').Select(static line => "# " + line)]).Page("目 录"));

        Assert.Equal(kind, identity.Kind);
        Assert.Equal(year, identity.FiscalYear);
        Assert.Equal(division, identity.DivisionCode);
        Assert.Equal(identity.DivisionName + "人民政府", identity.DepartmentName);
        Assert.Null(identity.Scope);
    }

    [Theory]
    [InlineData("重庆市财政局关于2025年部门预算执行情况和2026年部门预算的说明")]
    [InlineData("深圳市审计局关于2024年度市级预算执行情况和2025年预算审计的工作报告")]
    [InlineData("关于印发2026年政府预算公开工作方案的通知")]
    public void Read_TextThatOnlySpeaksOfBudgets_IsOfNoGovernment(string cover) =>
        Assert.False(Read(new TypedDocument().Page("# " + cover, "一、正文")).Kind.IsOfGovernment());

    [Fact]
    public void Read_TablesOfDebtAlone_IsDebtOfTheYearInTheirTitles()
    {
        var identity = Read(new TypedDocument().Page("表1-1")
            .Table("32 江苏省2023年地方政府一般债务余额情况表", null, ["项目", "预算数"], ["一、2022年末地方政府一般债务余额实际数", "7,391.00"])
            .Table("32 江苏省2023年地方政府专项债务余额情况表", null, ["项目", "预算数"], ["一、2022年末地方政府专项债务余额实际数", "1.00"]));

        Assert.Equal((DocumentKind.GovernmentDebt, 2023, "320000"), (identity.Kind, identity.FiscalYear, identity.DivisionCode));
        Assert.Equal(IdentityEvidence.Tables, identity.YearEvidence);
    }

    [Fact]
    public void Read_OneTableOfExecution_IsExecution()
    {
        var identity = Read(new TypedDocument().Page("武汉市2025年全市一般公共预算支出执行情况表")
            .Table("武汉市2025年全市一般公共预算支出执行情况表", null, ["项目", "执行数"], ["一般公共服务支出", "1"]));

        Assert.Equal((DocumentKind.GovernmentExecution, 2025, "420100"), (identity.Kind, identity.FiscalYear, identity.DivisionCode));
    }

    [Fact]
    public void Read_NoPlaceInCoverOrTitles_IsTheRegionOfItsRows()
    {
        var identity = Read(new TypedDocument().Page("2024年全省一般公共预算收入决算表")
            .Table("2024年全省一般公共预算收入决算表", null, ["项目", "决算数"], ["税收收入", "1"])
            .Table("2024年省级一般公共预算转移支付分市县决算表", null, ["地区", "合计"], ["郑州市", "1"], ["开封市", "1"], ["洛阳市", "1"],
                ["平顶山市", "1"], ["安阳市", "1"]));

        Assert.Equal((DocumentKind.GovernmentFinalAccounts, "410000"), (identity.Kind, identity.DivisionCode));
        Assert.Equal(IdentityEvidence.Tables, identity.IssuerEvidence);
    }

    [Theory]
    [InlineData("1-42026年州本级一般公共预算支出情况表", "general_public", 2026, null, GovernmentLevel.Own)]
    [InlineData("表一：2024年自治区一般公共预算收入完成情况表", "general_public", 2024, Phase.Execution, null)]
    [InlineData("2.92021年黑龙江省本级政府性基金收支总表", "government_fund", 2021, null, GovernmentLevel.Own)]
    [InlineData("2024年全省政府性基金预算收入决算表……（12）", "government_fund", 2024, Phase.FinalAccounts, GovernmentLevel.Whole)]
    [InlineData("2025年自治区国有资本经营预算执行情况与2026年预算安排平衡表", "state_capital", 2026, null, null)]
    [InlineData("二〇二五年全市一般公共预算支出执行情况表", "general_public", 2025, Phase.Execution, GovernmentLevel.Whole)]
    [InlineData("2024年省级一般公共预算对下级的转移支付预算分项目表", "transfer", 2024, Phase.Budget, GovernmentLevel.Lower)]
    [InlineData("3502厦门市2025年地方政府一般债务余额情况表", "debt", 2025, null, null)]
    [InlineData("2.242024年黑龙江省地方政府债券资金安排情况表（分地区）", "debt", 2024, null, null)]
    [InlineData("4 3 湖南省2 0 2 0年地方政府一般债务余额情况表", "debt", 2020, null, null)]
    public void Title_OfAGovernmentsTable_IsTakenApart(string printed, string subject, int year, Phase? phase, GovernmentLevel? level)
    {
        var title = GovernmentTitle.Read(printed);

        Assert.Equal((subject, year, phase, level), (title?.Subject, title?.Year, title?.Phase, title?.Level));
    }

    [Theory]
    [InlineData("2026年市级部门一般公共预算支出表")]
    [InlineData("一般公共预算财政拨款支出决算表")]
    [InlineData("项目支出绩效目标表")]
    public void Title_OfADepartmentsTable_IsNone(string printed) => Assert.Null(GovernmentTitle.Read(printed));

    private static DocumentIdentity Read(TypedDocument document) =>
        DocumentIdentityReader.Read(document.Build(), ReferenceData.Load()).Identity;
}
