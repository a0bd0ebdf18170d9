using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Normalizing.Ledger;
using static Extractor.Tests.Normalizing.Ledger.LedgerDocuments;

namespace Extractor.Tests.Normalizing.Ledger;

/// <summary>What the ledger of its pages says of a document: complete, or partial and why.</summary>
public sealed class DocumentStatusTests
{
    [Fact]
    public void Entered_NothingLostAndAllAmountsMeanSomething_StaysComplete()
    {
        var document = Document([Page("合计5.00项目金额", ["5.00"])], [Table(Cells([["项目", "金额"], ["合计", "5.00"]]))], []) with
        {
            Lines = [Line(1, 1, "5.00")],
        };

        var extracted = PageLedgers.Entered(document).Extracted;

        Assert.Equal((DocumentStatus.Complete, null), (extracted.Status, extracted.StatusReason));
    }

    [Fact]
    public void Entered_TextLost_PartialWithPagesAndCause()
    {
        var page = Page("丢失", []) with { Number = 3, Lines = [new ExtractedLine("丢失", new Box(0, 0, 50, 12), 12, false)] };

        var extracted = PageLedgers.Entered(Document([page], [], [Section("正文") with { PageFirst = 4, PageLast = 4 }])).Extracted;

        Assert.Equal(DocumentStatus.Partial, extracted.Status);
        Assert.StartsWith("Page 3: 2 characters and 0 amounts in no dataset, most in text before the first heading",
            extracted.StatusReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Entered_AmountOfAKnownTableWithoutMeaning_Partial()
    {
        var cells = Cells([["项目", "金额", "备注"], ["合计", "5.00", "6.00"]]);
        var document = Document([Page("", ["5.00", "6.00"])], [Table(cells)], []) with { Lines = [Line(1, 1, "5.00")] };

        var extracted = PageLedgers.Entered(document).Extracted;

        Assert.Equal(DocumentStatus.Partial, extracted.Status);
        Assert.Contains("Page 1: 1 amount of tables without a meaning, most in columns whose heading is not known",
            extracted.StatusReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Entered_ExplanationWithoutTables_IsNeverComplete()
    {
        var document = Document([Page(Sentence, ["120.50"])], [], [Section(Sentence)]) with
        {
            StatedFigures = [new StatedFigure(1, "budget_revenue", 1_205_000m, null, null, Sentence, 1, default)],
        };

        var extracted = PageLedgers.Entered(document).Extracted;

        Assert.Equal(DocumentStatus.Partial, extracted.Status);
        Assert.StartsWith("It holds only the explanation and no budget tables", extracted.StatusReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Entered_BudgetWhoseTablesAreNotRead_IsNeverComplete()
    {
        var document = Document([Page("甲乙丙1.00", ["1.00"])], [Table(Cells([["甲", "乙"], ["丙", "1.00"]]))], []) with
        {
            Tables = [new TableMeaning(1, TableKey.Other, null, UnitEvidence.None)],
        };

        Assert.Equal("None of its tables is of a form that is read: look at the table titles and report the form.",
            PageLedgers.Entered(document).Extracted.StatusReason);
    }

    [Fact]
    public void Entered_LossesOnManyPages_AreToldAsRuns()
    {
        var pages = Enumerable.Range(1, 5).Select(static number => Page("失", []) with { Number = number }).ToList();
        pages[3] = pages[3] with { Printed = PrintedPage.Nothing };

        var extracted = PageLedgers.Entered(Document([.. pages], [], [])).Extracted;

        Assert.StartsWith("Pages 1-3, 5: 4 characters", extracted.StatusReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Entered_FormOfElsewhere_IsNeverComplete()
    {
        var document = Document([Page("甲乙丙1.00", ["1.00"])], [Table(Cells([["甲", "乙"], ["丙", "1.00"]]))], []);
        document = document with
        {
            Identity = document.Identity with { Kind = DocumentKind.Other },
            Tables = [new TableMeaning(1, TableKey.Other, null, UnitEvidence.None)],
        };

        Assert.StartsWith("It is no budget of a form that is read", PageLedgers.Entered(document).Extracted.StatusReason,
            StringComparison.Ordinal);
    }
}
