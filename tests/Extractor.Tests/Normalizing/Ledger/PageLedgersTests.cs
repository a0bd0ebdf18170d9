using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Normalizing.Ledger;
using static Extractor.Tests.Normalizing.Ledger.LedgerDocuments;

namespace Extractor.Tests.Normalizing.Ledger;

public sealed class PageLedgersTests
{
    [Fact]
    public void Entered_NumbersOfAPage_EachIsBookedOnce()
    {
        var printed = Page("", ["1,000.00", "12.50", "7.25", "120.50", "3.75", "9.99"], running: ["2024.1"]);
        var cells = Cells([["项目", "金额"], ["合计", "1,000.00"], ["其他", "12.50"], ["目标", "≥7.25"]]);
        var document = Document([printed], [Table(cells)], [Section($"{Sentence}。其中3.75万元。")]) with
        {
            Lines = [Line(1, 1, "1,000.00")],
            Indicators = [new PerformanceIndicator(1, null, null, null, "目标", "≥7.25", null, 1, default)],
            StatedFigures = [new StatedFigure(1, "budget_revenue", 1_205_000m, null, null, Sentence, 1, default)],
        };

        var page = Assert.Single(PageLedgers.Entered(document).Ledger);

        Assert.Equal(
            new AmountLedger(6, InLines: 1, InProjects: 0, InIndicators: 1, InStatedFigures: 1, InCellsOnly: 2, InTextOnly: 1,
                InKnownTablesOnly: 1, AsLabels: 0, Lost: 1),
            page.Amounts);
        Assert.True(page.Balances);
    }

    [Fact]
    public void Entered_WeightAndScoreOfAnIndicator_AreItsNumbers()
    {
        var cells = Cells([["目标", "分值", "得分"], ["≥7.25", "10.5", "9.25"]]);
        var document = Document([Page("", ["7.25", "10.5", "9.25"])], [Table(cells)], []) with
        {
            Indicators =
            [
                new PerformanceIndicator(1, null, null, null, "目标", "≥7.25", null, 1, default) { Weight = "10.5", Score = "9.25" },
            ],
        };

        Assert.Equal(3, PageLedgers.Entered(document).Ledger[0].Amounts.InIndicators);
    }

    [Fact]
    public void Entered_NumberPrintedTwiceAndPublishedOnce_OneIsLost()
    {
        var document = Document([Page("", ["5.00", "5.00"])], [Table(Cells([["项目", "金额"], ["合计", "5.00"]]))], []) with
        {
            Lines = [Line(1, 1, "5.00")],
        };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((2, 1, 1), (amounts.AmountsPrinted, amounts.InLines, amounts.Lost));
    }

    [Fact]
    public void Entered_NumberParted_IsFoundInTheCellAtItsPlace()
    {
        var document = Document([Page("", ["1378.4"])], [Table(Cells([["项目", "金额"], ["合计", "1378.41"]]))], []) with
        {
            Lines = [Line(1, 1, "1378.41")],
        };

        Assert.Equal(1, PageLedgers.Entered(document).Ledger[0].Amounts.InLines);
    }

    [Fact]
    public void Entered_NumberPartedAtTheEndOfALine_IsFoundOnItsSecondLine()
    {
        // 上海市普陀区人民政府万里街道办事处 2025, page 8: 4 at the end of a line, 82.72万元 on the next.
        var page = Page("", []) with
        {
            Printed = new PrintedPage("", [new PrintedNumber("82.72", new Box(10, 20, 60, 30))], []),
        };
        var section = Section("缴费支出482.72万元") with
        {
            Paragraphs = [new ExtractedParagraph("缴费支出482.72万元",
                [new ParagraphLine(0, 1, new Box(0, 0, 600, 15)), new ParagraphLine(5, 1, new Box(0, 16, 600, 31))])],
        };

        var amounts = PageLedgers.Entered(Document([page], [], [section])).Ledger[0].Amounts;

        Assert.Equal((1, 0), (amounts.InTextOnly, amounts.Lost));
    }

    [Fact]
    public void Entered_WholeNumbersInAmountColumns_AreAmountsAndColumnNumbersAreLabels()
    {
        var cells = Cells([["项目", "人数", "金额"], ["1", "2", "3"], ["合计", "8", "1.50"], ["其中", "8", "20"]]);
        var document = Document([Page("", ["1.50"])], [Table(cells)], []) with { Lines = [Line(2, 2, "1.50"), Line(3, 2, "20")] };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((3, 2, 1, 0), (amounts.AmountsPrinted, amounts.InLines, amounts.AsLabels, amounts.InCellsOnly));
    }

    [Fact]
    public void Entered_WholeNumbersUnderAHeadingThatWasRead_AreAmounts()
    {
        // 黑龙江省 2021, page 172: 额度 in both halves of a table, read in the left one alone.
        string[] headings = ["政策名称", "额度", "政策名称", "额度"];
        var table = Table(Cells([headings, ["流动资金贷款贴息", "35781", "企业研发投入后补助", "37207"]])) with
        {
            ColumnHeaderPaths = [.. headings],
        };
        var document = Document([Page("", [])], [table], []) with { Lines = [Line(1, 1, "35781")] };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((2, 1, 1), (amounts.AmountsPrinted, amounts.InLines, amounts.InCellsOnly));
    }

    /// <summary>威海市 2026, page 49: 部门名称 | 2026年预算数 below 单位：万元, whole numbers in a table of a kind that is not known.</summary>
    [Theory]
    [InlineData("2026年预算数", UnitEvidence.PrintedOnTable, "81221", 2)]
    [InlineData("执行数（万元）", UnitEvidence.PrintedOnTable, "81221", 2)]
    [InlineData("2026年预算数", UnitEvidence.PrintedOnTable, "—", 1)]
    [InlineData("2026年预算数", UnitEvidence.PrintedOnTable, "详见附件", 0)]
    [InlineData("2026年预算数", UnitEvidence.DocumentDefault, "81221", 0)]
    [InlineData("2026年预算数", UnitEvidence.None, "81221", 0)]
    [InlineData("权重", UnitEvidence.PrintedOnTable, "81221", 0)]
    [InlineData("预算数 / 得分", UnitEvidence.PrintedOnTable, "81221", 0)]
    [InlineData("项目数", UnitEvidence.PrintedOnTable, "81221", 0)]
    [InlineData("预算数说明", UnitEvidence.PrintedOnTable, "81221", 0)]
    public void Entered_WholeNumbersOfAnUnknownTable_AreAmountsBelowAPrintedUnitAndAHeadingOfMoney(
        string heading, UnitEvidence unit, string second, int amounts)
    {
        var table = Table(Cells([["部门名称", heading], ["威海市公安局", "5059"], ["威海市教育局", second]])) with
        {
            ColumnHeaderPaths = ["部门名称", heading],
        };
        var document = Document([Page("", [])], [table], []) with { Tables = [new TableMeaning(1, TableKey.Other, "万元", unit)] };

        var page = PageLedgers.Entered(document).Ledger[0];

        Assert.Equal((amounts, amounts, 0), (page.Amounts.AmountsPrinted, page.Amounts.InCellsOnly, page.Amounts.Lost));
        Assert.Equal(amounts == 0 ? null : LedgerCause.UnknownTable, page.AmountsCause);
    }

    [Fact]
    public void Entered_NumbersOfATableThatWasNotFound_AreCountedAndTheDocumentIsPartial()
    {
        var page = Page("", ["1,250"]) with { Lines = [] };
        page = page with
        {
            Printed = page.Printed with { Loose = [new PrintedNumber("12345", new Box(0, 0, 9, 9)), page.Printed.Numbers[0]] },
        };
        var document = Document([page], [], [Section("教育支出 1,250")]);

        var entered = PageLedgers.Entered(document);

        var ledger = Assert.Single(entered.Ledger);
        Assert.Equal((2, 2, LedgerCause.TableNotFound), (ledger.Amounts.AmountsPrinted, ledger.Amounts.InTextOnly, ledger.AmountsCause));
        Assert.True(ledger.Amounts.Balances);
        Assert.Equal(DocumentStatus.Partial, entered.Extracted.Status);
        Assert.Contains("Page 1: 2 numbers in rows and columns of which no table was made", entered.Extracted.StatusReason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Entered_CountsOfThings_AreLabels()
    {
        var table = Table(Cells([["采购项目", "规格型号", "数量", "金额"], ["合计", "", "8980334.74", "5.00"], ["空调机", "1.5匹", "3", "5.00"]]))
            with
        { ColumnHeaderPaths = ["采购项目", "规格型号", "数量", "金额"] };
        var document = Document([Page("", ["8980334.74", "5.00", "1.5", "5.00"])], [table], []) with
        {
            Lines = [Line(1, 3, "5.00"), Line(2, 3, "5.00")],
        };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((2, 3, 0), (amounts.InLines, amounts.AsLabels, amounts.InCellsOnly));
    }

    [Theory]
    [InlineData("0.00", "", 1, 0)]
    [InlineData("0.00", "年末结转", 0, 1)]
    [InlineData("0.01", "", 0, 1)]
    [InlineData("0.00", "2010101", 0, 1)]
    public void Entered_ZeroInARowThatNamesNothing_IsALabel(string amount, string name, int labels, int cells)
    {
        var table = Table(Cells([["序号", "收入", "预算数"], ["1", "拨款", "5.00"], ["2", name, amount]]));
        var document = Document([Page("", ["5.00", amount])], [table], []) with { Lines = [Line(1, 2, "5.00")] };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((1, labels, cells), (amounts.InLines, amounts.AsLabels, amounts.InCellsOnly));
    }

    [Fact]
    public void Entered_ScoresAndRatesBesideMoney_AreLabels()
    {
        // 西安市卫生健康委员会 2022, page 61.
        var table = Table(Cells(
        [
            ["项目资金", "", "全年执行数", "分值", "执行率", "得分"], ["", "年度资金总额", "965.77", "10", "81.47%", "8.15"],
            ["", "其他资金", "1.50", "", "", ""], ["目标", "实际完成情况", "", "", "完成7.5万次", ""], ["总分", "", "", "100", "", "93.5"],
        ]));
        var document = Document([Page("", ["965.77", "81.47", "8.15", "1.50", "7.5", "93.5"])], [table], []) with
        {
            Tables = [new TableMeaning(1, TableKey.ProjectSelfEvaluation, "万元", UnitEvidence.PrintedOnTable)],
            Lines = [Line(1, 2, "965.77"), Line(2, 2, "1.50")],
        };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((2, 3, 1), (amounts.InLines, amounts.AsLabels, amounts.InCellsOnly));
    }

    [Fact]
    public void Entered_NumbersUnderRemarks_AreNarrative()
    {
        var table = Table(Cells([["项目", "金额", "备注"], ["合计", "5.00", "1.50"]])) with { ColumnHeaderPaths = ["项目", "金额", "备注"] };
        var document = Document([Page("", ["5.00", "1.50"])], [table], []) with { Lines = [Line(1, 1, "5.00")] };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((1, 1, 1), (amounts.InLines, amounts.InCellsOnly, amounts.InTextOnly));
    }

    [Fact]
    public void Entered_TargetLikeAnAmountInAnotherUnit_DoesNotTakeItsNumber()
    {
        var cells = Cells([["项目", "金额", "人数"], ["补助", "40.00", "400"], ["培训", "1.5", "1.5"]]);
        var document = Document([Page("", ["40.00", "1.5", "1.5"])], [Table(cells)], []) with
        {
            Projects = [Project("补助", 400_000m), Project("培训", 15_000m)],
            Indicators =
            [
                new PerformanceIndicator(1, null, null, null, "人数", "400", null, 1, default),
                new PerformanceIndicator(1, null, null, null, "人数", "1.5", null, 1, default),
            ],
        };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((2, 2, 0), (amounts.InProjects, amounts.InIndicators, amounts.InCellsOnly));

        static Project Project(string name, decimal yuan) =>
            new(name, ProjectSource.KeyProjects, yuan, null, null, null, null, null, null, null, 1, default);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 0)]
    public void Entered_ProjectPrintedAgain_BothNumbersAreItsOwn(int times, int inProjects, int inCells)
    {
        var cells = Cells([["项目", "金额"], ["补助", "40.00"], ["补助", "40.00"]]);
        var document = Document([Page("", ["40.00", "40.00"])], [Table(cells)], []) with
        {
            Projects =
            [
                new Project("补助", ProjectSource.KeyProjects, 400_000m, null, null, null, null, null, null, null, 1, default)
                {
                    TimesPrinted = times,
                },
            ],
        };

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((inProjects, inCells), (amounts.InProjects, amounts.InCellsOnly));
    }

    [Fact]
    public void Entered_NumbersOfRunningLinesAndCaptions_AreLabels()
    {
        var table = Table(Cells([["项目", "金额"], ["合计", "5.00"]])) with { CaptionLines = ["表1.2 收入总表"] };
        var document = Document([Page("", ["5.00", "1.2", "20.25"], running: ["20.25"])], [table], []);

        var amounts = PageLedgers.Entered(document).Ledger[0].Amounts;

        Assert.Equal((3, 2, 0), (amounts.AmountsPrinted, amounts.AsLabels, amounts.Lost));
    }

    [Fact]
    public void Entered_CharactersOfAPage_EachIsBookedOnce()
    {
        var page = Page("标题正文单位：万元甲乙7丢失", [], running: ["7"]);
        var table = Table(Cells([["甲"], ["乙"]])) with { CaptionLines = ["单位：万元"] };

        var ledger = PageLedgers.Entered(Document([page], [table], [Section("正文", "标题")])).Ledger[0];

        Assert.Equal(new CharacterLedger(14, InSections: 4, InTables: 7, Running: 1, Lost: 2), ledger.Characters);
        Assert.Equal(LedgerCause.OutsideLines, ledger.CharactersCause);
    }

    [Fact]
    public void Entered_PageOfContents_IsRunningAltogether()
    {
        var page = Page("目录第一部分1.2", ["1.2"]) with { State = PageState.Contents };

        var ledger = PageLedgers.Entered(Document([page], [], [])).Ledger[0];

        Assert.Equal((9, 0), (ledger.Characters.Running, ledger.Characters.Lost));
        Assert.Equal((1, 0), (ledger.Amounts.AsLabels, ledger.Amounts.Lost));
    }

    [Fact]
    public void Entered_ManyEqualNumbers_EachIsBookedAtItsOwnPlace()
    {
        var printed = Page("", []) with
        {
            Printed = new PrintedPage("", [new PrintedNumber("0.00", new Box(201, 11, 249, 19)),
                new PrintedNumber("0.00", new Box(101, 11, 149, 19))], []),
        };
        var cells = Cells([["项目", "金额", "备注"], ["合计", "0.00", "0.00"], ["其他", "0.00", "0.00"]]);

        var amounts = PageLedgers.Entered(Document([printed], [Table(cells)], []) with { Lines = [Line(1, 1, "0.00"), Line(2, 1, "0.00")] })
            .Ledger[0].Amounts;

        Assert.Equal((1, 1), (amounts.InLines, amounts.InKnownTablesOnly));
    }
}
