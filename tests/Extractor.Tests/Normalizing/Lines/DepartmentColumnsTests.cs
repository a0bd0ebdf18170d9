using Extractor.Model.Budget;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Departments beside their units: rows are of the units where these tell more than the departments.</summary>
public sealed class DepartmentColumnsTests
{
    [Theory]
    [InlineData("某某市水利局机关", "某某市水利局", "某某市水文站", "某某市水利局机关", false)]
    [InlineData("某某市水文站", "某某市水利局", "某某市水文站", "某某市水利局", true)]
    [InlineData("某某市水文站", "某某市林业局", "某某市水文站", "某某市水利局", true)]
    [InlineData("某某市水文站", "某某市林业局", "某某市林业站", "某某市水利局", true)]
    public void Normalize_DepartmentsBesideUnits_RowsAreOfTheUnits(
        string first, string department, string second, string unit, bool isDoubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            部门名称|单位名称|科目编码|科目名称|合计
            ---
            合计|<|<|<|30.00
            某某市水利局|{first}|2130301|行政运行|25.00
            {department}|{second}|2130302|一般行政管理事务|5.00
            """,
            "支出总表"));

        var line = Assert.Single(document.Lines, static line => line.SubjectCode == "2130301");
        Assert.Equal(unit, line.UnitName);
        Assert.Equal(isDoubted, line.Doubt == LineDoubt.StructureUnread);
    }

    /// <summary>The department's own sum stands in the column of departments alone: it is one of the units that are read.</summary>
    [Fact]
    public void Normalize_DepartmentWithARowOfItsOwn_KeepsItsColumn()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            部门名称|单位名称|合计
            ---
            某某市水利局||30.00
            某某市水利局|某某市水利局机关|25.00
            某某市水利局|某某市水文站|5.00
            """,
            "支出总表"));

        Assert.Equal("某某市水利局", document.Lines[0].UnitName);
    }

    [Fact]
    public void Normalize_CodesOfDepartmentsAndUnits_LeaveTheUnitsTheirNames()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            部门编码|部门名称|单位编码|单位名称|合计|一般公共预算拨款
            ---
            215|某某市水利局|215001|某某市水利局机关|25.00|25.00
            215|某某市水利局|215002|某某市水文站|5.00|5.00
            合计|<|<|<|30.00|30.00
            """,
            "部门收入总表"));

        Assert.Equal("某某市水利局机关", document.Lines[0].UnitName);
    }

    /// <summary>三公 by item: the unit is merged down over its items, 小计 is its own sum.</summary>
    [Fact]
    public void Normalize_ThreePublicItemsBesideUnits_AreOfTheUnits()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            单位|项目|金额
            ---
            某某市水利局|公务接待费|1.00
            ^|公务用车运行维护费|2.00
            ^|小计|3.00
            某某市水文站|公务接待费|4.00
            ^|小计|4.00
            合计|<|7.00
            """,
            "“三公”经费支出表"));

        Assert.Equal(["某某市水利局", "某某市水利局", "某某市水利局", "某某市水文站", "某某市水文站", null],
            document.Lines.OrderBy(static line => line.Row).Select(static line => line.UnitName));
        Assert.Equal(3, document.Lines.Count(static line => line.ItemKey is "total" or "unit_total"));
    }
}
