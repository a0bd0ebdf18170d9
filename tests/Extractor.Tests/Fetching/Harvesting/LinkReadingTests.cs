using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;
using Extractor.Model.Documents;

namespace Extractor.Tests.Fetching.Harvesting;

public sealed class LinkReadingTests
{
    [Theory]
    [InlineData("重庆市公安局幼儿园2026年单位预算情况说明", "重庆市公安局幼儿园")]
    [InlineData("重庆市审计局（本级）2026年部门预算情况说明.ofd", "重庆市审计局")]
    [InlineData("012-418014-重庆市自然资源安全调度中心-2026年单位预算情况说明.pdf", "重庆市自然资源安全调度中心")]
    [InlineData("1．中共重庆市委宣传部", "中共重庆市委宣传部")]
    [InlineData("2026年度福州市重点项目拆迁服务中心单位预算", "福州市重点项目拆迁服务中心")]
    [InlineData("长沙市司法局（汇总）2026年预算公开说明", "长沙市司法局")]
    [InlineData("2024年度长沙市财政局部门决算", "长沙市财政局")]
    [InlineData("附件1：某市财政局2026年部门预算.pdf", "某市财政局")]
    [InlineData("附件.pdf", null)]
    [InlineData("2026年部门预算公开", null)]
    [InlineData("预算.pdf", null)]
    public void IssuerOf_TitlesOfRealListings_NameBeforeYearAndKind(string text, string? expected) =>
        Assert.Equal(expected, LinkReading.IssuerOf(text));

    /// <summary>A unit that bears its bureau's name is a unit.</summary>
    [Theory]
    [InlineData("重庆市公安局2026年部门预算", "公安局")]
    [InlineData("市公安局2026年部门预算", "公安局")]
    [InlineData("重庆市公安局机场分局2026年单位预算情况说明", "重庆市公安局机场分局")]
    [InlineData("2026年部门预算公开（公安局）", "公安局")]
    [InlineData("2026年预算.pdf", null)]
    public void HintOf_BureauAndItsUnits_EachIsItself(string text, string? expected)
    {
        var publisher = new PublisherDefinition("500000", "重庆市", "500000", false, [], [], [],
            new ExpectedInventory(["公安局"], [2026], [DocumentKind.DepartmentBudget], null), Politeness.Default);

        Assert.Equal(expected, LinkReading.HintOf(publisher, null, null, [text]).DepartmentName);
    }
}
