using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Normalizing.Identity;

namespace Extractor.Tests.Normalizing.Identity;

public sealed class CoverTests
{
    [Theory]
    [InlineData("2026年深圳市信访局部门预算", "深圳市信访局", 2026, DocumentScope.Department, "440300")]
    [InlineData("2026 年深圳市规划和自然资源局盐田|管理局部门预算", "深圳市规划和自然资源局盐田管理局", 2026, DocumentScope.Department, "440300")]
    [InlineData("2026 年深圳市民政局（本级）部门预|算", "深圳市民政局（本级）", 2026, DocumentScope.Unit, "440300")]
    [InlineData("2024 年深圳市龙岗区工业和信息化局 部门预算", "深圳市龙岗区工业和信息化局", 2024, DocumentScope.Department, "440307")]
    [InlineData("2026年度|福州市公安局治安管理|支队|单位预算", "福州市公安局治安管理支队", 2026, DocumentScope.Unit, "350100")]
    [InlineData("北京市教育委员会部门|2026 年度部门预算信息公开", "北京市教育委员会", 2026, DocumentScope.Department, "110000")]
    [InlineData("西安市公安局（汇总）|2026年部门预算公开说明", "西安市公安局（汇总）", 2026, DocumentScope.Department, "610100")]
    [InlineData("2026年中共烟台市委宣传部部门|预算", "中共烟台市委宣传部", 2026, DocumentScope.Department, "370600")]
    [InlineData("二〇二六年|杭州市西湖区教育局|部门预算", "杭州市西湖区教育局", 2026, DocumentScope.Department, "330106")]
    [InlineData("２０２５年度昆山市水务局单位预算公开", "昆山市水务局", 2025, DocumentScope.Unit, "320583")]
    [InlineData("附件2|广西壮族自治区南宁市财政局2025年部门预算", "广西壮族自治区南宁市财政局", 2025, DocumentScope.Department, "450100")]
    [InlineData("114001北京市审计局2026年部门预算", "北京市审计局", 2026, DocumentScope.Department, "110000")]
    [InlineData("关于宁波市商务局2026年部门预算的说明", "宁波市商务局", 2026, DocumentScope.Department, "330200")]
    [InlineData("2026年部门预算|成都市武侯区司法局|2026年2月", "成都市武侯区司法局", 2026, DocumentScope.Department, "510107")]
    [InlineData("2026年珠海市香洲区民政局“三公”经费预算情况说明", "珠海市香洲区民政局", 2026, null, "440402")]
    [InlineData("001-418024-重庆两江新区规划和自然资源局-2026年单位预算情况说明", "重庆两江新区规划和自然资源局", 2026, DocumentScope.Unit, "500157")]
    [InlineData("国家统计局部门预算（2026）", "国家统计局", 2026, DocumentScope.Department, null)]
    public void Read_CoverOfABudget_IsTakenApart(string cover, string issuer, int year, DocumentScope? scope, string? division)
    {
        var identity = Read(new TypedDocument().Page([.. cover.Split('|').Select(static line => "# " + line)]).Page("目 录"));

        Assert.Equal(DocumentKind.DepartmentBudget, identity.Kind);
        Assert.Equal(issuer, identity.DepartmentName);
        Assert.Equal(year, identity.FiscalYear);
        Assert.Equal(scope, identity.Scope);
        Assert.Equal(division, identity.DivisionCode);
        Assert.Equal(IdentityEvidence.Cover, identity.IssuerEvidence);
        Assert.Equal(IdentityEvidence.Cover, identity.YearEvidence);
    }

    [Theory]
    [InlineData("2019年佛山市轨道交通局 部门决算", DocumentKind.DepartmentFinalAccounts)]
    [InlineData("上海市普陀区财政局|2024 年度部门决算", DocumentKind.DepartmentFinalAccounts)]
    [InlineData("2020年深圳市龙岗区工业和信息化局部门预算项目绩效自评表", DocumentKind.PerformanceSelfEvaluation)]
    [InlineData("长沙市财政局2024年度部门整体支出绩效自评报告", DocumentKind.PerformanceSelfEvaluation)]
    [InlineData("广州市生态环境局2026年项目支出绩效目标表", DocumentKind.DepartmentBudget)]
    [InlineData("深圳市龙岗区2026年政府预算公开", DocumentKind.GovernmentBudget)]
    [InlineData("坪山区2026年预算草案", DocumentKind.GovernmentBudget)]
    [InlineData("关于深圳市2025年预算执行情况和2026年|预算草案的报告", DocumentKind.GovernmentBudget)]
    [InlineData("关于2024年度市级预算执行和其他财政收支的审计工作报告", DocumentKind.Other)]
    [InlineData("惠州市民政局关于贯彻实施广东省最低生活保障办法的通知", DocumentKind.Other)]
    [InlineData("长沙市财政局关于批复长沙市教育局2026年部门预算的通知", DocumentKind.Other)]
    [InlineData("宁波市水务局部门预算管理办法", DocumentKind.Other)]
    [InlineData("2025年福州市物流业运行情况报告", DocumentKind.Other)]
    [InlineData("巡 察 通 告", DocumentKind.Other)]
    public void Read_Title_TellsTheKind(string cover, DocumentKind kind) =>
        Assert.Equal(kind, Read(new TypedDocument().Page([.. cover.Split('|').Select(static line => "# " + line), "一、正文"])).Kind);

    [Fact]
    public void Read_PlaceInTheTitleAndIssuerBelow_TakesBoth()
    {
        var identity = Read(new TypedDocument().Page("# 上海市普陀区2026年区级部门预算", "预算主管部门：上海市普陀区人民政府万里", "街道办事处").Page("目 录"));

        Assert.Equal("上海市普陀区人民政府万里街道办事处", identity.DepartmentName);
        Assert.Equal("310107", identity.DivisionCode);
        Assert.Equal("普陀区", identity.DivisionName);
        Assert.Equal(DocumentScope.Department, identity.Scope);
        Assert.Equal("上海市普陀区2026年区级部门预算", identity.Title);
    }

    [Fact]
    public void Read_CoverThatIsAPicture_TakesTheTitleOfTheNextPage()
    {
        var identity = Read(new TypedDocument().Page().Page("# 苏州市水务局2026年度单位预算公开", "目 录"));

        Assert.Equal("苏州市水务局", identity.DepartmentName);
        Assert.Equal(DocumentScope.Unit, identity.Scope);
    }

    [Fact]
    public void Read_CoverOfLastYearOverThisYearsTables_FollowsTheTablesAndSaysSo()
    {
        var document = new TypedDocument().Page("# 2025年无锡市教育局部门预算")
            .Page("2026年无锡市教育局部门预算收入增加。")
            .Table("2026年部门收支总表", "部门：无锡市教育局").Table("2026年部门收入总表", "部门：无锡市教育局").Build();

        var reading = DocumentIdentityReader.Read(document, ReferenceData.Load());

        Assert.Equal(2026, reading.Identity.FiscalYear);
        Assert.Equal(IdentityEvidence.Tables, reading.Identity.YearEvidence);
        Assert.Contains(reading.Findings, static finding => finding.Rule == "year_disagrees" && finding.Expected == "2025" &&
            finding.Actual == "2026");
    }

    [Fact]
    public void Read_TablesOfAnotherIssuer_IsAFinding()
    {
        var document = new TypedDocument().Page("# 2026年无锡市教育局部门预算").Table("收支总表", "部门：无锡市水利局").Build();

        var finding = Assert.Single(DocumentIdentityReader.Read(document, ReferenceData.Load()).Findings);

        Assert.Equal("issuer_disagrees", finding.Rule);
        Assert.Equal("无锡市水利局", finding.Actual);
    }

    private static DocumentIdentity Read(TypedDocument document) =>
        DocumentIdentityReader.Read(document.Build(), ReferenceData.Load()).Identity;
}
