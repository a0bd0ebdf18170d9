using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Prose;

namespace Extractor.Tests.Normalizing.Prose;

public sealed class ProseChecksTests
{
    private static readonly DocumentId Document = DocumentId.Of([1]);
    private static readonly Box Place = new(90, 100, 500, 116);

    private static readonly ExtractedTable Table = new(
        1, null, "政府采购预算表", "元", null, [], TableMethod.Ruled, false, 9, 9, 2, 1, 0, [""], [], []);

    [Fact]
    public void Run_ProseRoundedToTheTablesAmount_HoldsAndProves()
    {
        var ledger = Run(Stated("procurement_total", 87_044_000m, 500m), Line(0, "87,043,949.20", AmountUnit.One));

        Assert.Equal(CheckOutcome.Holds, Assert.Single(ledger.Checks.Checks).Outcome);
        Assert.Equal(Proof.Proven, Assert.Single(ledger.Close()).Proof);
        Assert.Empty(ledger.Findings.Findings);
    }

    [Fact]
    public void Run_ProseBeyondRounding_FailsWithBothPlaces()
    {
        var ledger = Run(Stated("procurement_total", 87_044_000m, 500m), Line(0, "87,323,949.20", AmountUnit.One));

        Assert.Equal(CheckOutcome.Fails, Assert.Single(ledger.Checks.Checks).Outcome);
        Assert.Equal(Proof.Contradicted, Assert.Single(ledger.Close()).Proof);
        var finding = Assert.Single(ledger.Findings.Findings);
        Assert.Equal(3, finding.PageNumber);
        Assert.Contains("page 9", finding.MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SeveralAmountsMeantAndNoneEqual_IsReportedAndNoLineAccused()
    {
        var ledger = Run(
            Stated("procurement_total", 87_044_000m, 500m),
            Line(0, "100", AmountUnit.TenThousand),
            Line(1, "200", AmountUnit.TenThousand));

        Assert.Empty(ledger.Checks.Checks);
        var finding = Assert.Single(ledger.Findings.Findings);
        Assert.Contains("1000000.00 (p. 9), 2000000.00 (p. 9)", finding.MessageEn, StringComparison.Ordinal);
        Assert.All(ledger.Close(), static line => Assert.Equal(Proof.Unproven, line.Proof));
    }

    /// <summary>Of several totals one is the stated figure but for its last place, which was cut off: no finding.</summary>
    [Theory]
    [InlineData("87,044,999", 0)]
    [InlineData("87,045,000", 1)]
    public void Run_SeveralAmountsMeantAndOneCutOff_IsNoDisagreement(string printed, int findings)
    {
        var ledger = Run(Stated("procurement_total", 87_044_000m, 500m), Line(0, "100", AmountUnit.One), Line(1, printed, AmountUnit.One));

        Assert.Equal(findings, ledger.Findings.Findings.Length);
    }

    /// <summary>项目支出 contradicts the table where it opens its sentence or the whole budget does, not where a unit's budget does.</summary>
    [Theory]
    [InlineData("支出预算100万元，其中：基本支出60万元，项目支出30万元", true, CheckOutcome.Fails)]
    [InlineData("项目支出30万元，占30%", false, CheckOutcome.Fails)]
    [InlineData("某某局（本级）预算80万元，包括项目支出30万元", false, null)]
    public void Run_ProjectsOfTheWholeOrOfAUnit_OnlyTheWholeContradicts(string sentence, bool wholeIsStated, CheckOutcome? outcome)
    {
        var project = new StatedReading(new StatedFigure(1, "project", 300_000m, null, null, sentence, 3, Place), 50m);
        var whole = new StatedReading(new StatedFigure(1, "budget_expenditure", 1_000_000m, null, null, sentence, 3, Place), 50m);
        var ledger = new DocumentLedger(Document);
        var line = Line(0, "40", AmountUnit.TenThousand, TableKey.ExpenditureSummary, Component.Project);
        ledger.Add([line]);
        ProseChecks.Run(wholeIsStated ? [whole, project] : [project], [line], [Table], ledger);

        Assert.Equal(outcome, ledger.Checks.Checks.Select(static check => (CheckOutcome?)check.Outcome).SingleOrDefault());
    }

    /// <summary>Income from a fund may be told with what was carried over: another amount contradicts nothing, the same confirms.</summary>
    [Theory]
    [InlineData(3_800_000, false)]
    [InlineData(3_000_000, true)]
    public void Run_IncomeFromAFund_OnlyConfirms(int stated, bool holds)
    {
        var ledger = new DocumentLedger(Document);
        var line = Line(0, "300", AmountUnit.TenThousand, TableKey.RevenueSummary, Component.Total, Fund.GovernmentFund, Direction.Revenue);
        ledger.Add([line]);
        ProseChecks.Run([Stated("government_fund_revenue", stated, 50m)], [line], [Table], ledger);

        Assert.Equal(holds, ledger.Checks.Checks.Any(static check => check.Outcome == CheckOutcome.Holds));
        Assert.Equal(holds ? 1 : 0, ledger.Checks.Checks.Length);
        Assert.Empty(ledger.Findings.Findings);
    }

    /// <summary>Final accounts print 预算数 beside 决算数; a blank 决算数 is no reason to take the other.</summary>
    [Fact]
    public void Run_AccountsWhereOnlyTheBudgetIsPrinted_IsNotCompared()
    {
        var line = Line(0, "1.05", AmountUnit.TenThousand);
        var ledger = new DocumentLedger(Document);
        ProseChecks.Run([Stated("procurement_total", 0m, 50m)], [line], [], ledger, ofFinalAccounts: true);
        Assert.Empty(ledger.Checks.Checks);

        ProseChecks.Run([Stated("procurement_total_budget", 10_500m, 50m)], [line], [], ledger, ofFinalAccounts: true);
        Assert.Equal(CheckOutcome.Holds, Assert.Single(ledger.Checks.Checks).Outcome);
    }

    private static DocumentLedger Run(StatedReading stated, params ImmutableArray<LineDraft> lines)
    {
        var ledger = new DocumentLedger(Document);
        ledger.Add(lines);
        ProseChecks.Run([stated], lines, [Table], ledger);
        return ledger;
    }

    private static StatedReading Stated(string key, decimal amount, decimal halfPlace) =>
        new(new StatedFigure(1, key, amount, null, null, "政府采购预算共8704.4万元", 3, Place), halfPlace);

    /// <param name="row">Of the table: it tells the lines apart.</param>
    private static LineDraft Line(int row, string printed, AmountUnit unit, TableKey key = TableKey.GovernmentProcurement,
        Component component = Component.Total, Fund fund = Fund.All, Direction direction = Direction.Expenditure)
    {
        Assert.Equal(AmountReading.Amount, PrintedAmount.Read(printed, out var amount));
        var cell = new TableCell(row, 0, 1, 1, false, printed, 0, Place, [new CellPart(9, Place)]);
        return new LineFactory(Document, Table, key).Draft(cell, amount, unit, new LineMeaning
        {
            Classification = Classification.Procurement,
            Phase = Phase.Budget,
            Name = "合计",
            ItemKey = "total",
            Role = RowRole.Total,
            Component = component,
            Fund = fund,
            Direction = direction,
        });
    }
}
