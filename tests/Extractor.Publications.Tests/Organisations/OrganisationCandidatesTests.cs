using Extractor.Publications.Organisations;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Tests.Organisations;

public sealed class OrganisationCandidatesTests
{
    [Fact]
    public void Of_OneEndsBeforeAnotherOfSharedWords_IsACandidate()
    {
        var found = OrganisationCandidates.Of(
            [Row("a", "国土资源局", 2016, 2018), Row("b", "自然资源局", 2019, 2026), Row("c", "教育局", 2019, 2026)]);

        var only = Assert.Single(found);
        Assert.Equal(("国土资源局", 2018, "自然资源局", 2019, false),
            (only.Before, only.LastYear, only.After, only.FirstYear, only.IsListed));
    }

    [Theory]
    [InlineData("卫生健康局", 2018, "440307", "both disclose in 2018")]
    [InlineData("卫生健康局", 2019, "440304", "another place")]
    [InlineData("应急管理局", 2019, "440307", "管理 and 局 say nothing")]
    public void Of_OthersThanSuccessors_AreNone(string after, int first, string division, string why) =>
        Assert.True(OrganisationCandidates.Of(
            [Row("a", "卫生监督管理局", 2016, 2018), Row("b", after, first, 2026, division)]).Count == 0, why);

    [Fact]
    public void Of_LinkedByTheList_IsToldAsListed() => Assert.True(Assert.Single(OrganisationCandidates.Of(
        [Row("a", "安全生产监督管理局", 2016, 2018) with { SuccessorIds = "b" }, Row("b", "应急管理局", 2019, 2026)])).IsListed);

    private static OrganisationRow Row(string id, string name, int first, int last, string division = "440307") =>
        new(id, division, "龙岗区", name, name, null, null, first, last, 1, null, null, null, null);
}
