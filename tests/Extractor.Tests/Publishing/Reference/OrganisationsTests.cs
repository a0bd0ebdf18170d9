using Extractor.Model.Reference;
using Extractor.Publishing.Reference;

namespace Extractor.Tests.Publishing.Reference;

/// <summary>A wrong link is worse than a missed one.</summary>
public sealed class OrganisationsTests
{
    private static readonly OrganisationChange Reform =
        new("安全生产监督管理局", "应急管理局", "reorganised", string.Empty, 2018, 2019, "reform-2018");

    [Fact]
    public void Of_BothNamesInOnePlace_AreLinkedBothWays()
    {
        var found = Organisations.Of([Row("a", "安全生产监督管理局", 2018), Row("b", "应急管理局", 2019)], [Reform]);

        Assert.Equal([("b", "", "reorganised", "reform-2018"), ("", "a", null, null)], found.Select(static row =>
            (string.Join(' ', row.SuccessorIds), string.Join(' ', row.PredecessorIds), row.Succession, row.SuccessionSource)));
    }

    [Theory]
    [InlineData("440304", 2018, 2019, "another place")]
    [InlineData("440300", 2018, 2019, "another level")]
    [InlineData("440307", 2020, 2021, "the old one goes on")]
    [InlineData("440307", 2016, 2017, "the new name was there before the reform")]
    public void Of_AnotherPlaceOrTime_IsNotLinked(string division, int last, int first, string why) =>
        Assert.True(
            Organisations.Of([Row("a", "安全生产监督管理局", last), Row("b", "应急管理局", first, division)], [Reform])
                .All(static row => row.SuccessorIds.IsEmpty && row.PredecessorIds.IsEmpty), why);

    [Fact]
    public void Of_SeveralBecomeOne_AllAreItsPredecessors()
    {
        OrganisationChange[] changes = [.. ((string[])["工商行政管理局", "质量技术监督局"]).Select(static name =>
            Reform with { Before = name, After = "市场监督管理局", Kind = "merged" })];

        var found = Organisations.Of(
            [Row("a", "工商行政管理局", 2017), Row("b", "质量技术监督局", 2018), Row("c", "市场监督管理局", 2019)], [.. changes]);

        Assert.Equal(["a", "b"], found.Single(static row => row.Id == "c").PredecessorIds);
    }

    [Fact]
    public void Of_ChangeOfOneCity_HoldsThereOnly()
    {
        var change = Reform with { DivisionPrefix = "4403" };

        Assert.Empty(Organisations.Of([Row("a", "安全生产监督管理局", 2018, "440104"), Row("b", "应急管理局", 2019, "440104")],
            [change])[0].SuccessorIds);
        Assert.NotEmpty(Organisations.Of([Row("a", "安全生产监督管理局", 2018), Row("b", "应急管理局", 2019)], [change])[0].SuccessorIds);
    }

    [Fact]
    public void Of_AbsorbedByOneThatGoesOn_IsLinked()
    {
        var change = new OrganisationChange("乡村振兴局", "农业农村局", "absorbed", string.Empty, 2023, 2025, "reform-2023");

        Assert.Equal(["b"], Organisations.Of([Row("a", "乡村振兴局", 2023), Row("b", "农业农村局", 2021)], [change])[0].SuccessorIds);
    }

    [Fact]
    public void Of_FilesOfSeveralYears_AreOneRowWithAllNamesAndItsDepartment()
    {
        var found = Organisations.Of(
        [
            Row("u", "财政监督所", 2022) with { Names = ["区财政监督所"], UnitCodes = ["101002"], UnitOfDisclosureId = "d-2022" },
            Row("u", "财政监督所", 2023) with { Names = ["龙岗区财政监督所"] },
            Row("d", "财政局", 2022),
        ], []);

        var unit = found.Single(static row => row.Id == "u");
        Assert.Equal((2022, 2023, 2, "d"), (unit.FirstYear, unit.LastYear, unit.Disclosures, unit.DepartmentId));
        Assert.Equal(["区财政监督所", "龙岗区财政监督所"], unit.Names);
        Assert.Equal(["101002"], unit.UnitCodes);
    }

    private static OrganisationDisclosure Row(string id, string name, int year, string division = "440307") =>
        new($"{id}-{year}", id, division, "龙岗区", name, [name], [], null, year);
}
