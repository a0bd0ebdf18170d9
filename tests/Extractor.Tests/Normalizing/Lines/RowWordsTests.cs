using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Words beside the rows and bands over them say what kind of expenditure they are, or of which year or phase.</summary>
public sealed class RowWordsTests
{
    [Theory]
    [InlineData("公用经费", "项目支出", Component.Personnel, Component.Public, Component.Project)]
    [InlineData("人员经费", "公用经费", Component.Personnel, Component.Personnel, Component.Public)]
    [InlineData("人员经费", "人员经费", Component.Total, Component.Total, Component.Total)]
    [InlineData("公用经费", "其他类别", Component.Total, Component.Total, Component.Total)]
    public void Normalize_ColumnOfKindsOfExpenditure_GivesEachRowItsOwn(
        string second, string third, Component ofFirst, Component ofSecond, Component ofThird)
    {
        var lines = TextTable.Normalize(2025, DocumentKind.DepartmentBudget, TextTable.Parse(
            $"""
            科目编码|科目名称|支出类别|金额
            ---
            |合计||10.00
            2120101|行政运行|人员经费|4.00
            2120102|一般行政管理事务|{second}|1.00
            2120104|城管执法|{third}|5.00
            """,
            "2025年部门支出总表")).Lines;

        Assert.Equal([Component.Total, ofFirst, ofSecond, ofThird], lines.Select(static line => line.Component));
    }

    [Fact]
    public void Normalize_KindsOfExpenditureBelowAnItem_HaveItsCode()
    {
        var lines = TextTable.Normalize(2025, DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            科目编码|科目名称|金额
            ---
            |合计|10.00
            2120101|行政运行|5.00
            |  基本支出|4.00
            |  项目支出|1.00
            2120104|城管执法|5.00
            """,
            "2025年部门支出总表")).Lines;

        Assert.Equal([null, "2120101", "2120101", "2120101", "2120104"], lines.Select(static line => line.FunctionalCode));
        Assert.Equal([Component.Total, Component.Total, Component.Basic, Component.Project, Component.Total],
            lines.Select(static line => line.Component));
    }

    /// <summary>The right side has no other names than these: they are its rows, of which the left side knows nothing.</summary>
    [Fact]
    public void Normalize_KindsOfExpenditureAsRowsOfTheRightSide_AreItsNames()
    {
        var lines = TextTable.Normalize(2025, DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            收入|<|支出|<
            资金来源|金额|支出用途|金额
            ---
            一般公共预算|6.00|人员支出|4.00
            政府性基金预算|4.00|公用支出|6.00
            收入总计|10.00|支出总计|10.00
            """,
            "2025年部门收支总表")).Lines;

        Assert.Equal(["人员支出", "公用支出", "支出总计"],
            lines.Where(static line => line.Direction == Direction.Expenditure).Select(static line => line.SubjectNameAsPrinted));
    }

    [Theory]
    [InlineData("二、公用经费", Component.Personnel, Component.Public)]
    [InlineData("二、其他", Component.Total, Component.Total)]
    public void Normalize_BandsOfKindsOfExpenditure_GiveTheRowsBelowTheirs(string second, Component ofFirst, Component ofSecond)
    {
        var lines = TextTable.Normalize(2025, DocumentKind.DepartmentBudget, TextTable.Parse(
            $"""
            科目编码|科目名称|金额
            ---
            |合计|5.00
            一、人员经费|<|<
            2120101|行政运行|4.00
            {second}|<|<
            2120102|一般行政管理事务|1.00
            """,
            "2025年部门支出总表")).Lines;

        Assert.Equal([Component.Total, ofFirst, ofSecond], lines.Select(static line => line.Component));
    }

    [Theory]
    [InlineData("年度", "2024年", "2025年", Period.Prior, Period.Current)]
    [InlineData("年度", "2025年", "2025年", Period.Current, Period.Current)]
    [InlineData("批次", "2024年预算数", "2025年预算数", Period.Prior, Period.Current)]
    [InlineData("批次", "2024年预算数", "2024年预算数", Period.Current, Period.Current)]
    public void Normalize_ColumnOfYears_GivesEachRowItsOwn(string heading, string first, string second, Period ofFirst, Period ofSecond)
    {
        var lines = TextTable.Normalize(2025, DocumentKind.DepartmentBudget, TextTable.Parse(
            $"""
            科目编码|科目名称|{heading}|金额
            ---
            2120101|行政运行|{first}|4.00
            2120102|一般行政管理事务|{second}|1.00
            """,
            "2025年部门支出总表")).Lines;

        Assert.Equal([ofFirst, ofSecond], lines.OrderBy(static line => line.Row).Select(static line => line.Period));
    }
}
