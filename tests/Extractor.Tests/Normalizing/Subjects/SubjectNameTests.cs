using Extractor.Model.Budget;
using Extractor.Normalizing;
using Extractor.Normalizing.Subjects;

namespace Extractor.Tests.Normalizing.Subjects;

public sealed class SubjectNameTests
{
    private static readonly SubjectCatalogue Subjects = ReferenceData.Load().Subjects;

    [Theory]
    [InlineData(Classification.Functional, "招商引资", 2024, null, "2011308")]
    [InlineData(Classification.Functional, "招 商\n引 资", 2024, null, "2011308")]
    [InlineData(Classification.Functional, "社会保障和就业⽀出", 2026, null, "208")]
    [InlineData(Classification.Functional, "机关事业单位基本养老保险缴费支出", 2026, null, "2080505")]
    [InlineData(Classification.Functional, "政府办公厅(室)及相关机构事务", 2026, null, "20103")]
    [InlineData(Classification.Functional, "政府办公厅〔室〕及相关机构事务", 2026, null, "20103")]
    [InlineData(Classification.Functional, "住房公积金", 2026, null, "2210201")]
    [InlineData(Classification.Functional, "一般行政管理事务", 2024, "20113", "2011302")]
    [InlineData(Classification.Functional, "行政运行", 2026, "21505", "2150501")]
    [InlineData(Classification.Functional, "行政运行（人力资源和社会保障管理事务）", 2026, null, "2080101")]
    [InlineData(Classification.Functional, "医疗卫生与计划生育支出", 2018, null, "210")]
    [InlineData(Classification.DepartmentEconomic, "维修(护)费", 2024, null, "30213")]
    [InlineData(Classification.DepartmentEconomic, "因公出国（境）费用", 2026, null, "30212")]
    [InlineData(Classification.DepartmentEconomic, "离休费", 2026, null, "30301")]
    [InlineData(Classification.DepartmentEconomic, "差旅费", 2026, null, "30211")]
    [InlineData(Classification.DepartmentEconomic, "房屋建筑物购建", 2024, "310", "31001")]
    [InlineData(Classification.DepartmentEconomic, "对个人和家庭的补助", 2024, null, "303")]
    [InlineData(Classification.GovernmentEconomic, "工资奖金津补贴", 2026, null, "50101")]
    [InlineData(Classification.Revenue, "个人所得税（款）", 2026, null, "10106")]
    [InlineData(Classification.Revenue, "个人所得税(项)", 2026, null, "1010601")]
    [InlineData(Classification.Functional, "其他支出(类)", 2026, null, "229")]
    public void FindByName_NameOfTheEdition_IsUnique(Classification classification, string name, int year, string? parent, string code)
    {
        var match = Subjects.FindByName(classification, name, year, parent);

        Assert.Equal(SubjectNameOutcome.Unique, match.Outcome);
        Assert.Equal(code, match.Entry?.Code);
        Assert.Equal(SubjectNameSource.Edition, match.Source);
    }

    [Theory]
    [InlineData(Classification.DepartmentEconomic, "房屋建筑物构建", 2024, "310", "31001", SubjectNameSource.Alias)]
    [InlineData(Classification.DepartmentEconomic, "对个人和家庭补助", 2026, null, "303", SubjectNameSource.Alias)]
    [InlineData(Classification.Functional, "国有企业公益性补贴", 2026, "223", "22303", SubjectNameSource.Alias)]
    [InlineData(Classification.Functional, "医疗卫生与计划生育支出", 2026, null, "210", SubjectNameSource.Alias)]
    [InlineData(Classification.Functional, "资源勘探信息等支出", 2024, null, "215", SubjectNameSource.OtherEdition)]
    [InlineData(Classification.Functional, "巩固脱贫衔接乡村振兴", 2025, null, "21305", SubjectNameSource.OtherEdition)]
    public void FindByName_OtherName_IsUniqueAndSaysSo(Classification classification, string name, int year, string? parent, string code,
        SubjectNameSource source)
    {
        var match = Subjects.FindByName(classification, name, year, parent);

        Assert.Equal(code, match.Entry?.Code);
        Assert.Equal(source, match.Source);
    }

    [Theory]
    [InlineData(Classification.Functional, "行政运行", null)]
    [InlineData(Classification.Functional, "一般行政管理事务", null)]
    [InlineData(Classification.Functional, "事业运行", null)]
    [InlineData(Classification.Functional, "行政运行", "208")]
    [InlineData(Classification.Functional, "一般公共服务", null)]
    [InlineData(Classification.DepartmentEconomic, "房屋建筑物构建", null)]
    [InlineData(Classification.DepartmentEconomic, "其他对企业补助", null)]
    [InlineData(Classification.GovernmentEconomic, "其他支出", null)]
    public void FindByName_NameUnderSeveralParents_IsAmbiguous(Classification classification, string name, string? parent)
    {
        var match = Subjects.FindByName(classification, name, 2024, parent);

        Assert.Equal(SubjectNameOutcome.Ambiguous, match.Outcome);
        Assert.Null(match.Entry);
        Assert.True(match.Candidates.Length > 1);
        Assert.Equal(match.Candidates.Select(static entry => entry.Code).Order(StringComparer.Ordinal),
            match.Candidates.Select(static entry => entry.Code));
    }

    [Theory]
    [InlineData(Classification.Functional, "合计")]
    [InlineData(Classification.Functional, "")]
    [InlineData(Classification.Functional, "基本公共管理与服务")]
    [InlineData(Classification.Functional, "规范性津补贴")]
    [InlineData(Classification.DepartmentEconomic, "规范性津补贴")]
    [InlineData(Classification.ThreePublic, "公务接待费")]
    public void FindByName_NoSubject_IsNone(Classification classification, string name) =>
        Assert.Equal(SubjectNameOutcome.None, Subjects.FindByName(classification, name, 2024, null).Outcome);

    [Theory]
    [InlineData("其他支出", SubjectLevel.Class, "229")]
    [InlineData("一般公共服务", SubjectLevel.Class, "201")]
    [InlineData("其他国防支出", SubjectLevel.Group, "20399")]
    public void FindByName_Level_TellsEqualNamesApart(string name, SubjectLevel level, string code) =>
        Assert.Equal(code, Subjects.FindByName(Classification.Functional, name, 2026, null, level).Entry?.Code);

    [Fact]
    public void FindByName_EveryNameInForce_LeadsBackToItsCode()
    {
        string[] groups = ["20101", "20113", "20502", "20805", "21011", "21505", "22102"];
        foreach (var group in groups)
        {
            foreach (var item in Enumerable.Range(1, 99).Select(number =>
                Subjects.Find(Classification.Functional, $"{group}{number:00}", 2026)).OfType<SubjectEntry>().Where(static entry =>
                entry.IsInForce))
            {
                Assert.Equal(item.Code, Subjects.FindByName(Classification.Functional, item.Name, 2026, group).Entry?.Code);
            }
        }
    }

    [Theory]
    [InlineData("31001", "房屋建筑物购建", SubjectNaming.Agrees)]
    [InlineData("31001", "房屋建筑物构建", SubjectNaming.Misprinted)]
    [InlineData("31001", "房屋建筑物购购建", SubjectNaming.Misprinted)]
    [InlineData("31001", "房屋建筑购物建", SubjectNaming.Misprinted)]
    [InlineData("31001", "办公设备购置", SubjectNaming.OtherName)]
    [InlineData("303", "对个人和家庭补助", SubjectNaming.Agrees)]
    [InlineData("39999999", "房屋建筑物购建", SubjectNaming.UnknownCode)]
    public void NamingOf_NameBesideACode_MisprintsAreToldFromOtherNames(string code, string printed, SubjectNaming naming) =>
        Assert.Equal(naming, ReferenceData.Load().Subjects.NamingOf(Classification.DepartmentEconomic, code, printed));
}
