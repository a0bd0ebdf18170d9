using Extractor.Site.Places;

namespace Extractor.Site.Tests.Places;

public sealed class PlaceSummaryTests
{
    [Fact]
    public void Of_OneFigureOfALaterBudget_KeepsTheYearWithBothKinds()
    {
        var summary = PlaceSummary.Of(
        [
            Debt("balance general execution whole", 2025, 845_713), Debt("balance special execution whole", 2025, 3_300_249),
            Debt("balance general execution own", 2025, 1), Debt("balance undivided budget whole", 2026, 833_757),
            Debt("balance undivided execution whole", 2026, 833_757),
        ]);

        Assert.Equal(new LatestAmount(2025, 4_145_962m, "execution", "whole"), summary.Debt);
    }

    [Fact]
    public void Of_OneFigureAlone_IsTheDebt() =>
        Assert.Equal(new LatestAmount(2021, 12, "final_accounts", null),
            PlaceSummary.Of([Debt("balance undivided final_accounts ", 2021, 12)]).Debt);

    [Fact]
    public void Of_OneKindAlone_IsNoDebt() =>
        Assert.Null(PlaceSummary.Of([Debt("balance general final_accounts ", 2021, 12)]).Debt);

    /// <summary>Of one year what was executed tells more than what was planned, and the whole place more than its own level.</summary>
    [Theory]
    [InlineData("adjusted whole", "execution whole", "execution", "whole")]
    [InlineData("execution own", "budget whole", "budget", "whole")]
    [InlineData("execution lower", "budget ", "budget", null)]
    public void Of_TwoExpendituresOfAYear_TakesTheLaterPhaseOfTheWholePlace(string first, string second, string phase, string? level)
    {
        var summary = PlaceSummary.Of([Spending(first, 1), Spending(second, 2)]);

        Assert.Equal((phase, level), (summary.Spending!.Phase, summary.Spending.Level));
    }

    private static PlaceEntry Spending(string what, decimal yuan) => new(PlaceEntryKind.Government, what, "document", 2025, yuan, []);

    private static PlaceEntry Debt(string what, int year, decimal yuan) => new(PlaceEntryKind.Debt, what, "document", year, yuan, []);
}
