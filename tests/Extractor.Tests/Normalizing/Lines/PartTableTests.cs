using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Tables whose money other tables of the document show too, as Xi'an prints them.</summary>
public sealed class PartTableTests
{
    [Fact]
    public void Normalize_MoneyCarriedOver_CountsOnceAndIsOfTheFundThatItsRowsName()
    {
        var document = TextTable.Normalize(2026, Model.Documents.DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            预算单位代码|预算单位名称|预算项目名称|金额|功能分类科目代码|功能分类科目名称|政府经济分类科目代码|政府经济分类科目名称|项目类别|资金性质
            ---
            |合计||8,810,000.00||||||
            153001|西安市公安局|长安区监管场所建设项目（南建）|6,810,000.00|2040299|其他公安支出|50401|房屋建筑物购建|专用项目|一般债券
            153001|西安市公安局|强制戒毒所（南建）|2,000,000.00|2040299|其他公安支出|50401|房屋建筑物购建|专用项目|一般公共预算资金
            """,
            "部门综合预算财政拨款上年结转资金支出表", "元"));

        Assert.Equal(TableKey.CarriedOverExpenditure, document.Tables[0].Key);
        Assert.Equal([8_810_000m, 6_810_000m, 2_000_000m], document.Lines.Select(static line => line.AmountYuan));
        Assert.All(document.Lines, static line => Assert.Equal((line.RowRole == RowRole.Detail, Component.Total, Proof.Proven),
            (line.IsLeaf, line.Component, line.Proof)));
        Assert.Equal([Fund.FiscalAppropriation, Fund.FiscalAppropriation, Fund.GeneralPublic],
            document.Lines.Select(static line => line.Fund));
        Assert.Equal(["长安区监管场所建设项目（南建）", "强制戒毒所（南建）"], document.Lines.Where(static line =>
            line.RowRole == RowRole.Detail).Select(static line => line.SubjectNameAsPrinted));
        Assert.Empty(document.Projects);
    }

    [Fact]
    public void Normalize_MeetingsWithTheirCosts_AreActivitiesAndNoProjects()
    {
        var document = TextTable.Normalize(2026, Model.Documents.DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            序号|会议名称|时间|人数|金额|备注
            ---
            1|司法行政工作综合会议|计划于2026年3月18日|100|3.00|具体时间按会议通知
            2|人民监督员会议|计划于2026年10月20日|75|1.50|具体时间按会议通知
            """,
            "会议费明细表"));

        Assert.Equal(TableKey.MeetingsAndTraining, document.Tables[0].Key);
        Assert.Equal([("司法行政工作综合会议", 30_000m), ("人民监督员会议", 15_000m)],
            document.Lines.Select(static line => (line.SubjectNameAsPrinted!, line.AmountYuan)));
        Assert.All(document.Lines, static line => Assert.Equal((true, Classification.Activity), (line.IsLeaf, line.Classification)));
        Assert.DoesNotContain(document.Findings, static finding => finding.Rule is "unmapped_heading" or "unknown_table");
    }

    /// <summary>That so much was carried over as another table spends is chance, and tells no unit.</summary>
    [Fact]
    public void Normalize_PartWithoutUnit_IsNotToldByTheTotalsOfOthers()
    {
        var document = TextTable.Normalize(2026, Model.Documents.DocumentKind.DepartmentBudget,
            TextTable.Parse("科目编码|科目名称|合计|基本支出|项目支出\n---\n|合计|5.00|3.00|2.00\n2040201|行政运行|5.00|3.00|2.00",
                "财政拨款支出表", "万元"),
            TextTable.Parse("单位名称|合计|一般公共预算拨款收入\n---\n某局|70,000.00|70,000.00", "收入总表", "元", 2, 2),
            TextTable.Parse("预算单位名称|预算项目名称|金额\n---\n合计||5.00\n某局|某项目|5.00", "财政拨款结转资金支出表", null, 3, 3));

        Assert.Equal(["万元", "元", null], document.Tables.Select(static table => table.UnitAsPrinted));
        Assert.DoesNotContain(document.Lines, static line => line.TableKey == TableKey.CarriedOverExpenditure);
    }
}
