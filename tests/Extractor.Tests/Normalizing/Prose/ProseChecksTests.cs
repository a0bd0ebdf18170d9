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
    public void Run_SeveralAmountsMeantAndNoneEqual_IsNotJudged()
    {
        var ledger = Run(
            Stated("procurement_total", 87_044_000m, 500m),
            Line(0, "100", AmountUnit.TenThousand),
            Line(1, "200", AmountUnit.TenThousand));

        Assert.Empty(ledger.Checks.Checks);
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
    private static LineDraft Line(int row, string printed, AmountUnit unit)
    {
        Assert.Equal(AmountReading.Amount, PrintedAmount.Read(printed, out var amount));
        var cell = new TableCell(row, 0, 1, 1, false, printed, 0, Place, [new CellPart(9, Place)]);
        return new LineFactory(Document, Table, TableKey.GovernmentProcurement).Draft(cell, amount, unit, new LineMeaning
        {
            Classification = Classification.Procurement,
            Phase = Phase.Budget,
            Name = "合计",
            ItemKey = "total",
            Role = RowRole.Total,
        });
    }
}
