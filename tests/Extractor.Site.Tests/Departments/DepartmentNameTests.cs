using Extractor.Site.Departments;

namespace Extractor.Site.Tests.Departments;

public sealed class DepartmentNameTests
{
    [Theory]
    [InlineData("广州市教育局", "广州市", "教育")]
    [InlineData("北京市教育委员会", "北京市", "教育")]
    [InlineData("上海市普陀区司法局", "普陀区", "司法")]
    [InlineData("中共烟台市委宣传部", "烟台市", "宣传部")]
    [InlineData("中国共产党北京市委员会宣传部", "北京市", "宣传部")]
    [InlineData("重庆市人民政府办公厅", "重庆市", "人民政府")]
    [InlineData("泉州市人民政府办公室（本级）", "泉州市", "人民政府")]
    [InlineData("广州市人民政府国有资产监督管理委员会", "广州市", "国有资产监督管理")]
    [InlineData("长沙职业教育基地综合协调办公室", "长沙市", "职业教育基地综合协调")]
    [InlineData("水利部", null, "水利部")]
    public void Of_Department_KindIsNameWithoutPlaceAndForm(string printed, string? place, string kind) =>
        Assert.Equal(kind, DepartmentName.Of(printed, "440100", place)!.Kind);

    [Fact]
    public void Of_OfficeItselfAndWhole_AreOneDepartment()
    {
        var office = DepartmentName.Of("深圳市财政局（本级）", "440300", "深圳市")!;
        var whole = DepartmentName.Of("深圳市财政局（汇总）", "440300", "深圳市")!;

        Assert.Equal("深圳市财政局", office.Name);
        Assert.Equal(whole, office);
        Assert.NotEqual(office.Key, DepartmentName.Of("深圳市财政局", "440000", "广东省")!.Key);
        Assert.Matches("^440300-[0-9a-f]{12}$", office.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("（本级）")]
    public void Of_NoIssuer_IsNone(string? printed) => Assert.Null(DepartmentName.Of(printed, "440300", "深圳市"));
}
