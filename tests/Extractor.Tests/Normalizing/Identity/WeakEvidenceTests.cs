using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Normalizing.Identity;

namespace Extractor.Tests.Normalizing.Identity;

public sealed class WeakEvidenceTests
{
    [Fact]
    public void Read_TablesWithAFormThatNamesTheDepartment_ReadsIssuerAndYearFromIt()
    {
        var identity = Read(Forms("附件2.pdf").Page("预算13表 部门整体支出绩效目标表", "（2026年度）")
            .Table("部门整体支出绩效目标表", null, ["部门名称", "北京市公安局"], ["年度绩效目标", "……"]));

        Assert.Equal("北京市公安局", identity.DepartmentName);
        Assert.Equal("110000", identity.DivisionCode);
        Assert.Equal(2026, identity.FiscalYear);
        Assert.Equal(DocumentScope.Department, identity.Scope);
        Assert.Equal((IdentityEvidence.Tables, IdentityEvidence.Tables), (identity.IssuerEvidence, identity.YearEvidence));
    }

    [Theory]
    [InlineData("主管部门及代码", "[305]贵阳市卫生健康局")]
    [InlineData("主管单位", "贵阳市卫生健康局")]
    public void Read_SelfEvaluationFormAlone_NamesTheDepartmentInCharge(string label, string value)
    {
        var identity = Read(new TypedDocument().Page("2023年度项目支出绩效自评表")
            .Table("2023年度项目支出绩效自评表", null, ["项目名称", "公共卫生补助"], [label, value], ["实施单位", "贵阳市妇幼保健院"]));

        Assert.Equal(("贵阳市卫生健康局", IdentityEvidence.Tables), (identity.DepartmentName, identity.IssuerEvidence));
        Assert.Equal((DocumentKind.PerformanceSelfEvaluation, 2023), (identity.Kind, identity.FiscalYear));
    }

    [Fact]
    public void Read_TablesThatNameNobody_TakesTheFileNameAndMarksIt()
    {
        var document = Forms("公安局_附件2：北京市公安局2026年度部门预算报表-8ce2fb44.pdf").Build();

        var reading = DocumentIdentityReader.Read(document, ReferenceData.Load());

        Assert.Equal("北京市公安局", reading.Identity.DepartmentName);
        Assert.Equal(2026, reading.Identity.FiscalYear);
        Assert.Equal(DocumentScope.Department, reading.Identity.Scope);
        Assert.Equal((IdentityEvidence.FileName, IdentityEvidence.FileName),
            (reading.Identity.IssuerEvidence, reading.Identity.YearEvidence));
        Assert.Contains(reading.Findings, static finding => finding.Rule == "identity_from_file_name");
    }

    [Theory]
    [InlineData("财政局_2026年部门预算-0fd21605.pdf")]
    [InlineData("2026年部门预算.pdf")]
    [InlineData("关于下达2026年文化和旅游项目资金的通知.pdf")]
    public void Read_ScanWithALabelForAName_KnowsNothing(string fileName)
    {
        var reading = DocumentIdentityReader.Read(new TypedDocument().Named(fileName).Requested("430100").Page().Page().Build(),
            ReferenceData.Load());

        Assert.Equal(
            new DocumentIdentity(DocumentKind.Other, null, null, null, null, null, null, IdentityEvidence.None, IdentityEvidence.None,
                IdentityOutcome.Unknown),
            reading.Identity);
        Assert.Equal("identity_without_text", Assert.Single(reading.Findings).Rule);
    }

    [Fact]
    public void Read_ScanWithATitleForAName_TakesItAndMarksIt()
    {
        var identity = Read(new TypedDocument().Named("001-418001-重庆市规划和自然资源局（本级）-2026年单位预算情况说明.pdf").Page());

        Assert.Equal(DocumentKind.DepartmentBudget, identity.Kind);
        Assert.Equal("重庆市规划和自然资源局（本级）", identity.DepartmentName);
        Assert.Equal("500000", identity.DivisionCode);
        Assert.Equal(DocumentScope.Unit, identity.Scope);
        Assert.Equal((IdentityEvidence.FileName, IdentityEvidence.FileName), (identity.IssuerEvidence, identity.YearEvidence));
    }

    [Fact]
    public void Read_WebPageUnderAPdfName_HasNoIdentity()
    {
        var identity = Read(new TypedDocument().Named("重庆市城市管理局2026年部门预算情况说明.pdf").Requested("500000"));

        Assert.Equal(DocumentKind.Other, identity.Kind);
        Assert.Null(identity.DepartmentName);
        Assert.Null(identity.FiscalYear);
        Assert.Equal(IdentityOutcome.Unknown, identity.Outcome);
    }

    [Fact]
    public void Read_ProseOnly_NamesIssuerYearAndScope()
    {
        var identity = Read(new TypedDocument().Page("第一部分 2026 年度部门预算情况说明", "一、部门情况说明", "第二部分 2026 年度部门预算报表", "一、收支总表", "二、收入总表", "三、支出总表")
            .Page("（一）本部门职责情况", "北京市人民政府办公厅主要职责包括："));

        Assert.Equal("北京市人民政府办公厅", identity.DepartmentName);
        Assert.Equal(2026, identity.FiscalYear);
        Assert.Equal(DocumentKind.DepartmentBudget, identity.Kind);
        Assert.Equal(DocumentScope.Department, identity.Scope);
        Assert.Equal((IdentityEvidence.Prose, IdentityEvidence.Prose), (identity.IssuerEvidence, identity.YearEvidence));
    }

    [Theory]
    [InlineData("440300", null, null, IdentityOutcome.Confirmed)]
    [InlineData("440300", "信访局", 2026, IdentityOutcome.Confirmed)]
    [InlineData("440300", "深圳市信访局", 2025, IdentityOutcome.Contradicted)]
    [InlineData("440300", "财政局", 2026, IdentityOutcome.Contradicted)]
    [InlineData("440307", null, null, IdentityOutcome.Contradicted)]
    [InlineData(null, "信访办公室", null, IdentityOutcome.Confirmed)]
    [InlineData(null, "来信来访局", null, IdentityOutcome.Contradicted)]
    [InlineData(null, null, null, IdentityOutcome.Unknown)]
    public void Read_Request_IsComparedAndChangesNothing(string? division, string? department, int? year, IdentityOutcome outcome)
    {
        var identity = Read(new TypedDocument().Requested(division, department, year).Page("# 2026年深圳市信访局部门预算"));

        Assert.Equal(outcome, identity.Outcome);
        Assert.Equal(("深圳市信访局", "440300", 2026), (identity.DepartmentName, identity.DivisionCode, identity.FiscalYear));
    }

    [Fact]
    public void Read_NationalOfficeFiledUnderACity_IsContradictedWithoutADivision()
    {
        var reading = DocumentIdentityReader.Read(
            new TypedDocument().Requested("440300").Page("# 国家信访局", "# 2026年部门预算").Page("深圳市、北京市、上海市").Build(), ReferenceData.Load());

        Assert.Equal("国家信访局", reading.Identity.DepartmentName);
        Assert.Null(reading.Identity.DivisionCode);
        Assert.Equal(IdentityOutcome.Contradicted, reading.Identity.Outcome);
        Assert.Equal(["national_issuer", "identity_contradicts_request"], reading.Findings.Select(static finding => finding.Rule));
    }

    private static TypedDocument Forms(string fileName) => new TypedDocument().Named(fileName)
        .Page("预算01表 收支总表", "金额单位：万元").Page("预算02表 收入总表").Page("预算03表 支出总表").Page("预算04表 财政拨款收支总表")
        .Table("收支总表", null).Table("收入总表", null).Table("支出总表", null).Table("财政拨款收支总表", null);

    private static DocumentIdentity Read(TypedDocument document) =>
        DocumentIdentityReader.Read(document.Build(), ReferenceData.Load()).Identity;
}
