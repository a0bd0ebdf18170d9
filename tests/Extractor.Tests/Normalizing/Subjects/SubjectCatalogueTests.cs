using Extractor.Model.Budget;
using Extractor.Normalizing;
using Extractor.Normalizing.Subjects;

namespace Extractor.Tests.Normalizing.Subjects;

public sealed class SubjectCatalogueTests
{
    private static readonly SubjectCatalogue Subjects = ReferenceData.Load().Subjects;

    [Theory]
    [InlineData(Classification.Functional, "201", 2026, "一般公共服务支出")]
    [InlineData(Classification.Functional, "2011308", 2022, "招商引资")]
    [InlineData(Classification.Functional, "2011308", 2026, "招商引资")]
    [InlineData(Classification.Functional, "207", 2018, "文化体育与传媒支出")]
    [InlineData(Classification.Functional, "207", 2019, "文化旅游体育与传媒支出")]
    [InlineData(Classification.Functional, "210", 2018, "医疗卫生与计划生育支出")]
    [InlineData(Classification.Functional, "210", 2019, "卫生健康支出")]
    [InlineData(Classification.Functional, "215", 2018, "资源勘探信息等支出")]
    [InlineData(Classification.Functional, "215", 2024, "资源勘探工业信息等支出")]
    [InlineData(Classification.Functional, "220", 2018, "国土海洋气象等支出")]
    [InlineData(Classification.Functional, "220", 2020, "自然资源海洋气象等支出")]
    [InlineData(Classification.Functional, "224", 2024, "灾害防治及应急管理支出")]
    [InlineData(Classification.Functional, "20805", 2019, "行政事业单位离退休")]
    [InlineData(Classification.Functional, "20805", 2020, "行政事业单位养老支出")]
    [InlineData(Classification.Functional, "2080505", 2026, "机关事业单位基本养老保险缴费支出")]
    [InlineData(Classification.Functional, "2080209", 2026, "老龄事务")]
    [InlineData(Classification.Functional, "21305", 2019, "扶贫")]
    [InlineData(Classification.Functional, "21305", 2022, "巩固脱贫衔接乡村振兴")]
    [InlineData(Classification.Functional, "21305", 2024, "巩固脱贫攻坚成果衔接乡村振兴")]
    [InlineData(Classification.Functional, "21505", 2024, "工业和信息产业监管")]
    [InlineData(Classification.Functional, "21505", 2026, "工业和信息产业")]
    [InlineData(Classification.DepartmentEconomic, "30110", 2026, "职工基本医疗保险缴费")]
    [InlineData(Classification.DepartmentEconomic, "30213", 2024, "维修（护）费")]
    [InlineData(Classification.DepartmentEconomic, "31001", 2024, "房屋建筑物购建")]
    [InlineData(Classification.DepartmentEconomic, "31101", 2026, "资本金注入（基本建设）")]
    [InlineData(Classification.DepartmentEconomic, "31206", 2026, "其他资本性补助")]
    [InlineData(Classification.GovernmentEconomic, "50101", 2026, "工资奖金津补贴")]
    [InlineData(Classification.GovernmentEconomic, "50206", 2026, "公务接待费")]
    [InlineData(Classification.Revenue, "10301", 2026, "政府性基金收入")]
    public void Find_CodeInYear_NamesItByEdition(Classification classification, string code, int year, string name)
    {
        var entry = Subjects.Find(classification, code, year);

        Assert.NotNull(entry);
        Assert.Equal(name, entry.Name);
        Assert.True(entry.IsInForce);
        Assert.Equal(Subjects.EditionOf(year), entry.Edition);
    }

    [Fact]
    public void Find_CodeWithdrawn_NamesTheLastEditionThatHasIt()
    {

        var entry = Subjects.Find(Classification.Functional, "2150506", 2026);

        Assert.NotNull(entry);
        Assert.Equal("信息安全建设", entry.Name);
        Assert.False(entry.IsInForce);
        Assert.Equal("2018", entry.Edition);
    }

    [Fact]
    public void Find_CodeOnlyIn2009Table_IsNotMatchedSince2018()
    {
        Assert.Null(Subjects.Find(Classification.Functional, "2150514", 2024));
        Assert.Equal("2009", Subjects.Find(Classification.Functional, "2150514", 2012)?.Edition);
    }

    [Theory]
    [InlineData("9999999")]
    [InlineData("2011309999")]
    [InlineData("")]
    public void Find_UnknownCode_ReturnsNull(string code) =>
        Assert.Null(Subjects.Find(Classification.Functional, code, 2024));

    /// <summary>Another city may use a code below the last level of the list for something else.</summary>
    [Fact]
    public void Find_ExtensionOfOneCity_IsInNoCatalogue() =>
        Assert.Null(Subjects.Find(Classification.DepartmentEconomic, "3030101", 2026));

    [Theory]
    [InlineData(2017, "2018")]
    [InlineData(2018, "2018")]
    [InlineData(2024, "2024")]
    [InlineData(2031, "2026")]
    [InlineData(null, "2026")]
    public void EditionOf_Year_IsTheNearestKnown(int? fiscalYear, string edition) =>
        Assert.Equal(edition, Subjects.EditionOf(fiscalYear));
}
