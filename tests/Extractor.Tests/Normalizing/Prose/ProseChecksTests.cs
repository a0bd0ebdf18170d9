using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Normalizing.Prose;

namespace Extractor.Tests.Normalizing.Prose;

public sealed class ProseChecksTests
{
    private static readonly DocumentId Document = DocumentId.Of([1]);
    private static readonly Box Place = new(90, 100, 500, 116);

    [Fact]
    public void Run_ProseRoundedToTheTablesAmount_HoldsAndProves()
    {
        var agreement = Run(Stated("procurement_total", 87_044_000m, 500m), Line("a", 87_043_949.20m, "87,043,949.20", "元"));

        Assert.Equal(CheckOutcome.Holds, Assert.Single(agreement.Checks).Outcome);
        Assert.Equal(Proof.Proven, agreement.Lines[0].Proof);
        Assert.Empty(agreement.Findings);
    }

    [Fact]
    public void Run_ProseBeyondRounding_FailsWithBothPlaces()
    {
        var agreement = Run(Stated("procurement_total", 87_044_000m, 500m), Line("a", 87_323_949.20m, "87,323,949.20", "元"));

        Assert.Equal(CheckOutcome.Fails, Assert.Single(agreement.Checks).Outcome);
        Assert.Equal(Proof.Contradicted, agreement.Lines[0].Proof);
        var finding = Assert.Single(agreement.Findings);
        Assert.Equal(3, finding.PageNumber);
        Assert.Contains("page 9", finding.MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SeveralAmountsMeantAndNoneEqual_IsNotJudged()
    {
        var agreement = Run(
            Stated("procurement_total", 87_044_000m, 500m),
            Line("a", 1_000_000m, "100", "万元"),
            Line("b", 2_000_000m, "200", "万元"));

        Assert.Empty(agreement.Checks);
        Assert.Empty(agreement.Findings);
    }

    /// <summary>Final accounts print 预算数 beside 决算数; a blank 决算数 is no reason to take the other.</summary>
    [Fact]
    public void Run_AccountsWhereOnlyTheBudgetIsPrinted_IsNotCompared()
    {
        var line = Line("a", 10_500m, "1.05", "万元");
        var agreement = ProseChecks.Run(Document, [Stated("procurement_total", 0m, 50m)], [line], [], ofFinalAccounts: true);
        Assert.Empty(agreement.Checks);

        var ofBudget = ProseChecks.Run(Document, [Stated("procurement_total_budget", 10_500m, 50m)], [line], [], ofFinalAccounts: true);
        Assert.Equal(CheckOutcome.Holds, Assert.Single(ofBudget.Checks).Outcome);
    }

    private static ProseAgreement Run(StatedReading stated, params ImmutableArray<BudgetLine> lines) =>
        ProseChecks.Run(Document, [stated], lines, [new ExtractedTable(
            1, null, "政府采购预算表", "元", null, [], TableMethod.Ruled, false, 9, 9, 1, 1, 0, [""], [], [])]);

    private static StatedReading Stated(string key, decimal amount, decimal halfPlace) =>
        new(new StatedFigure(1, key, amount, null, null, "政府采购预算共8704.4万元", 3, Place), halfPlace);

    private static BudgetLine Line(string id, decimal amount, string printed, string unit) => new(
        id, 1, TableKey.GovernmentProcurement, 0, 0, null, Phase.Budget, Direction.Expenditure, Period.Current,
        Classification.Procurement, null, null, null, null, "合计", CodeEvidence.None, null, null, "total",
        Component.Total, Fund.All, RowRole.Total, false, amount, printed, unit, 9, Place, Proof.Unproven);
}
