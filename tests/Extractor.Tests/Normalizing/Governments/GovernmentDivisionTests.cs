using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Money that one table divides twice counts once, and totals are called so.</summary>
public sealed class GovernmentDivisionTests
{
    /// <summary>广东省: behind 支出合计 it is divided by where it goes; the classes before hold 一般性转移支付 twice and do not make it.</summary>
    [Fact]
    public void Normalize_RowsBehindTheOnlySumMakeIt_RowsBeforeItAreNoLeaves()
    {
        var lines = LinesOf("2026年省级一般公共预算支出表",
            """
            一、教育|60|70
            　省本级支出|40|40
            　一般性转移支付|20|30
            二、农林水|40|50
            　省本级支出|10|15
            　一般性转移支付|30|35
            三、一般性转移支付|50|65
            支出合计|100|120
            1.省本级支出|50|55
            2.对市县转移支付|50|65
            """);

        Assert.All(lines, static line => Assert.Equal(line.SubjectNameAsPrinted![1] == '.', line.IsLeaf));
        Assert.Equal(RowRole.Total, lines.Find(static line => line.SubjectNameAsPrinted == "支出合计")!.RowRole);
    }

    /// <summary>Rows of the other side before a 支出合计 are no other division of it.</summary>
    [Fact]
    public void Normalize_RowsOfTheOtherSideBeforeASum_StayLeaves()
    {
        var lines = LinesOf("2026年全市一般公共预算收支情况表",
            """
            税收收入|60|70
            非税收入|40|50
            支出合计|90|110
            1.教育支出|50|55
            2.农林水支出|40|55
            """);

        Assert.Equal([true, true, false, true, true], lines.Where(static line => line.Column == 2).Select(static line => line.IsLeaf));
    }

    /// <summary>其中：省本级支出 and 补助下级支出 make the row above, and so do the classes behind them: these are its parts.</summary>
    [Fact]
    public void Normalize_PartsBelowOneRowTwice_CountOnce()
    {
        var lines = LinesOf("2024年省级一般公共预算支出决算表",
            """
            总支出|110|130
            一、省本级支出和补助下级支出|100|120
            其中：省本级支出|70|80
            补助下级支出|30|40
            （一）一般公共服务|45|50
            （二）国防|35|40
            （三）教育|20|30
            二、上解上级支出|10|10
            """);

        Assert.Equal([110m, 130m], new[] { 1, 2 }.Select(column =>
            lines.Where(line => line.IsLeaf && line.Column == column).Sum(static line => line.AmountYuan) / 10_000));
        Assert.All(lines.Where(static line => line.SubjectNameAsPrinted is "其中：省本级支出" or "补助下级支出"), static line =>
            Assert.Equal("of_which", line.Qualifier));
        Assert.DoesNotContain(lines, static line => line is { SubjectNameAsPrinted: "总支出", ParentLineId: not null });
    }

    /// <summary>江苏省: 省级支出合计 divided anew by the rows behind it, before 省级支出总计 holds it.</summary>
    [Fact]
    public void Normalize_SumDividedAnewBeforeTheNextSum_CountsOnce()
    {
        var lines = LinesOf("2019年省级一般公共预算支出表",
            """
            一、教育支出|60|70
            二、农林水支出|40|50
            省级支出合计|100|120
            省本级支出合计|70|85
            专项转移支付合计|30|35
            上解上级支出|10|10
            返还性支出|20|20
            省级支出总计|130|150
            """);
        var total = Named("省级支出总计");

        Assert.Equal([130m, 150m], new[] { 1, 2 }.Select(column =>
            lines.Where(line => line.IsLeaf && line.Column == column).Sum(static line => line.AmountYuan) / 10_000));
        Assert.Equal(total.LineId, Named("省级支出合计").ParentLineId);
        Assert.Equal(("of_which", Named("省级支出合计").LineId),
            (Named("省本级支出合计").Qualifier, Named("省本级支出合计").ParentLineId));

        BudgetLine Named(string name) => lines.Find(line => line.SubjectNameAsPrinted == name && line.Column == 2)!;
    }

    /// <summary>
    /// 宁夏回族自治区 2019, enterprises by trade: each 小计, drawn over ordinals and names, holds what stands between it and the one before. By
    /// rounding 25 of the 28 would do, 28 would divide the 31, 9 the 10 anew, and 5 is by chance the 2 and the 3 behind it.
    /// </summary>
    [Fact]
    public void Normalize_SubtotalsOverOrdinalsAndNames_HoldWhatStandsBeforeThem()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            序号|企业名称|应交利润|合计
            ---
            6|甲粮油公司|19|19
            7|乙粮油公司|11|11
            8|丙粮油公司|1|1
            贸易企业利润收入小计|<|31|31
            9|甲水利公司|3|3
            10|乙水利公司|5|5
            11|丙水利公司|2|2
            12|丁水利公司|3|3
            13|戊水利公司|1|1
            14|己水利公司|4|4
            15|庚水利公司|10|10
            建筑施工企业利润收入小计|<|28|28
            16|甲房地产公司|10|10
            房地产企业利润收入小计|<|10|10
            17|甲农业公司|5|5
            18|乙农业公司|1|1
            19|丙农业公司|3|3
            20|丁农业公司|10|10
            21|戊农业公司|976|976
            农林牧渔企业利润收入小计|<|995|995
            合计|<|1064|1064
            """, "2019年区本级国有资本经营预算收入表（分企业行业）"));

        var rows = document.Lines.ToDictionary(static line => line.LineId, static line => line.Row);
        Assert.Equal([4, 4, 4, 21, 12, 12, 12, 12, 12, 12, 12, 21, 14, 21, 20, 20, 20, 20, 20, 21, 0], document.Lines
            .Where(static line => line.Column == 2).OrderBy(static line => line.Row)
            .Select(line => line.ParentLineId is { } above ? rows[above] : 0));
    }

    /// <summary>The same where the page prints no 合计: 50 stays beside the 20 and the 30 that make it by chance.</summary>
    [Fact]
    public void Normalize_SubtotalBehindAChanceSum_HoldsAllOfThem()
    {
        var lines = LinesOf("2019年区本级国有资本经营预算收入表",
            """
            甲粮油公司|19|19
            乙粮油公司|12|12
            贸易企业利润收入小计|31|31
            甲水利公司|30|30
            乙水利公司|50|50
            丙水利公司|20|20
            丁水利公司|30|30
            建筑施工企业利润收入小计|130|130
            """);

        var sum = lines.Last(static line => line.Column == 2).LineId;
        Assert.All(lines.Where(static line => line.Column == 2 && line.SubjectNameAsPrinted!.Contains("水利", StringComparison.Ordinal)),
            line => Assert.Equal(sum, line.ParentLineId));
    }

    /// <summary>保定市: 总收入 above what makes it; 本年收入 without parts of its own counts, and is no total.</summary>
    [Fact]
    public void Normalize_TotalOfAFundAboveItsParts_IsNoLeaf()
    {
        var lines = LinesOf("2026年全市政府性基金收入预算表",
            """
            政府性基金总收入|100|120
            一、本年收入|60|70
            二、上级补助收入|30|30
            三、调入资金|10|20
            """);

        Assert.Equal([(RowRole.Total, false), (RowRole.Detail, true), (RowRole.Detail, true), (RowRole.Detail, true)],
            lines.Where(static line => line.Column == 2).Select(static line => (line.RowRole, line.IsLeaf)));
        Assert.Equal("total", lines[0].ItemKey);
    }

    /// <summary>Of a 支出总计 that its rows do not make nothing more is known, but it is all of them.</summary>
    [Fact]
    public void Normalize_TotalThatItsRowsDoNotMake_IsNoLeaf()
    {
        var lines = LinesOf("2026年省级社会保险基金支出预算表",
            """
            失业保险基金支出|60|70
            工伤保险基金支出|40|50
            省级支出总计|130|150
            """);

        Assert.Equal([true, true, false], lines.Where(static line => line.Column == 2).Select(static line => line.IsLeaf));
    }

    /// <summary>0.5 among whole figures does not make the others exact to a tenth.</summary>
    [Fact]
    public void Normalize_OneFigureWithDecimalsAmongWholeOnes_RoundsAsTheOthers()
    {
        var lines = LinesOf("2024年省级政府性基金支出决算表",
            """
            债务发行费用支出|1758|1759
            甲项目债务发行费用支出|0.5|0.5
            乙项目债务发行费用支出|541|542
            丙项目债务发行费用支出|1215|1215
            农林水支出|20|21
            """);

        Assert.Equal([false, true, true, true, true],
            lines.Where(static line => line.Column == 2).Select(static line => line.IsLeaf));
    }

    /// <summary>A name without a code behind a coded row of the same figures is a level below it.</summary>
    [Fact]
    public void Normalize_RowWithoutACodeRepeatsTheOneAbove_IsItsPart()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            科目编码|项目|2025年执行数|2026年预算数
            ---
            110|转移性收入|100|120
            11009|调入资金|40|50
            |一般公共预算调入|40|50
            11011|债务转贷收入|60|70
            """,
            "2026年全市政府性基金收入预算表"));

        Assert.Equal([false, false, true, true],
            document.Lines.Where(static line => line.Column == 3).Select(static line => line.IsLeaf));
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }

    /// <summary>The fund that a row of all funds names is its own, and that of what stands below it.</summary>
    [Fact]
    public void Normalize_RowsThatNameTheirFund_AreOfIt()
    {
        var lines = LinesOf("2024年省本级财政收支决算总表",
            """
            省本级收入合计|100|120
            一般公共预算收入|60|70
            政府性基金预算收入|30|40
            国有资本经营预算收入|10|10
            """);

        Assert.Equal([Fund.All, Fund.GeneralPublic, Fund.GovernmentFund, Fund.StateCapital],
            lines.Where(static line => line.Column == 2).Select(static line => line.Fund));
    }

    /// <summary>Columns whose heading over the year is a sum hold those beside them, also where a table goes on elsewhere.</summary>
    [Fact]
    public void Normalize_SumInTheHeadingOverTheYear_HoldsTheColumnsBesideIt()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            地区|社保基金支出合计|<|失业保险基金支出|<|工伤保险基金支出|<
            ^|2025年执行数|2026年预算数|2025年执行数|2026年预算数|2025年执行数|2026年预算数
            ---
            广州市|90|100|20|25|30|31
            深圳市|80|85|20|21|30|32
            """,
            "2025-2026年全省社会保险基金预算支出表（分市）"));

        Assert.All(document.Lines, static line => Assert.Equal(line.Column < 3, line.IsLeaf));
    }

    /// <summary>朝阳市: 提前告知转移支付 stands in few rows; where it does, the last column is the sum, elsewhere it repeats the first.</summary>
    [Fact]
    public void Normalize_ColumnWithFewFigures_IsAPartWhereNoRowMisses()
    {
        var document = TextTable.Normalize(2025, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            预算科目|2024年预算数（不含提前告知转移支付）|2025年预算数（不含提前告知转移支付）|2025年提前告知转移支付|2025年预算数（含提前告知转移支付）
            ---
            合计|295|315|20|335
            教育支出|90|100||100
            农林水支出|90|100|15|115
            其他支出|95|95|5|100
            债务付息支出|20|20||20
            """,
            "全市2025年政府性基金预算支出预算草案"));

        Assert.All(document.Lines.Where(static line => line is { AmountYear: 2025, RowRole: not RowRole.Total }), static line =>
            Assert.Equal(line.Column == 4, line.IsLeaf));
    }

    private static List<BudgetLine> LinesOf(string title, string rows) =>
        [.. TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse($"项目|2025年执行数|2026年预算数\n---\n{rows}", title))
            .Lines];
}
