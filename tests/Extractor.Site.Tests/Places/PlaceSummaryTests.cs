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

        Assert.Equal((2025, 4_145_962m), summary.Debt);
    }

    [Fact]
    public void Of_OneFigureAlone_IsTheDebt() =>
        Assert.Equal((2021, 12m), PlaceSummary.Of([Debt("balance undivided final_accounts ", 2021, 12)]).Debt);

    [Fact]
    public void Of_OneKindAlone_IsNoDebt() =>
        Assert.Null(PlaceSummary.Of([Debt("balance general final_accounts ", 2021, 12)]).Debt);

    private static PlaceEntry Debt(string what, int year, decimal yuan) => new(PlaceEntryKind.Debt, what, "document", year, yuan, []);
}
