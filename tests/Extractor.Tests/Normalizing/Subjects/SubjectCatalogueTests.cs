using Extractor.Model.Budget;
using Extractor.Normalizing;
using Extractor.Normalizing.Subjects;

namespace Extractor.Tests.Normalizing.Subjects;

public sealed class SubjectCatalogueTests
{
    private static readonly SubjectCatalogue Subjects = ReferenceData.Load().Subjects;

    [Theory]
    [InlineData(Classification.Functional, "2011308", 2024, "招商引资")]
    [InlineData(Classification.Functional, "2011308", 2026, "招商引资")]
    [InlineData(Classification.Functional, "215", 2018, "资源勘探信息等支出")]
    [InlineData(Classification.Functional, "215", 2024, "资源勘探工业信息等支出")]
    [InlineData(Classification.Functional, "21305", 2019, "扶贫")]
    [InlineData(Classification.Functional, "21305", 2022, "巩固脱贫衔接乡村振兴")]
    [InlineData(Classification.Functional, "21305", 2024, "巩固脱贫攻坚成果衔接乡村振兴")]
    [InlineData(Classification.DepartmentEconomic, "31001", 2024, "房屋建筑物购建")]
    public void Find_CodeInYear_NamesItByEdition(Classification classification, string code, int year, string name)
    {
        var entry = Subjects.Find(classification, code, year);

        Assert.NotNull(entry);
        Assert.Equal(name, entry.Name);
        Assert.True(entry.IsInForce);
        Assert.Equal(SubjectCatalogue.EditionOf(year), entry.Edition);
    }

    [Fact]
    public void FindByName_NameUnderManyGroups_IsAmbiguousUntilTheParentIsKnown()
    {
        Assert.Equal(SubjectNameOutcome.Ambiguous, Subjects.FindByName(Classification.Functional, "一般行政管理事务", 2024, null).Outcome);
        Assert.Equal("2011302", Subjects.FindByName(Classification.Functional, "一般行政管理事务", 2024, "20113").Entry?.Code);
    }
}
