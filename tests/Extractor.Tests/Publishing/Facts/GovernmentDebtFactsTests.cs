using Extractor.Model.Budget;
using Extractor.Publishing.Facts;

namespace Extractor.Tests.Publishing.Facts;

public sealed class GovernmentDebtFactsTests
{
    /// <summary>青海省 2023: a table by place and one of 全省 and 省本级 print the same balance.</summary>
    [Fact]
    public void Once_PlaceBesideTheWholeGovernment_CountsOnce()
    {
        var facts = GovernmentDebtFacts.Once(
        [
            Fact("青海省", null, "general", 253_688_000_000),
            Fact("青海省", GovernmentLevel.Whole, "general", 253_688_000_000),
            Fact("青海省", GovernmentLevel.Own, "general", 173_332_000_000),
            Fact("西宁市", null, "general", 30_000_000_000),
        ]);

        Assert.Equal(
            [("西宁市", null), ("青海省", GovernmentLevel.Whole), ("青海省", (GovernmentLevel?)GovernmentLevel.Own)],
            facts.Select(static fact => (fact.PlaceName, fact.Level)));
    }

    [Fact]
    public void Once_BothCategories_StandForTheirSum()
    {
        var facts = GovernmentDebtFacts.Once(
        [
            Fact("保山市", null, "undivided", 3),
            Fact("保山市", null, "general", 1),
            Fact("保山市", null, "special", 2),
            Fact("隆阳区", null, "undivided", 5),
        ]);

        Assert.Equal(["general", "special", "undivided"], facts.Select(static fact => fact.Category));
        Assert.Equal(8, facts.Sum(static fact => fact.Yuan));
    }

    private static GovernmentDebtFact Fact(string place, GovernmentLevel? level, string category, decimal yuan) =>
        new(null, place, level, 2023, category, "balance", Phase.FinalAccounts, yuan, $"{place}{level}{category}");
}
