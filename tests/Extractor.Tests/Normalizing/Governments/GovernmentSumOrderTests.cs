using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Sums above and below what makes them, and what divides them anew; figures made up.</summary>
public sealed class GovernmentSumOrderTests
{
    /// <summary>支出合计 stands first, 支出总计 last; in a column that adds nothing both are the same figure.</summary>
    [Fact]
    public void Normalize_SumAboveItsPartsAndTheTotalBelow_TotalHoldsTheSum()
    {
        var document = Government(
            """
            项目|合计|当年预算|上年结转
            ---
            国有资本经营预算支出合计|186|87|99
            国有资本经营预算支出|186|87|99
            补助区市支出|5|5|
            调出资金|48|48|
            支出总计|239|140|99
            """, "2026年市级国有资本经营预算支出表");

        Assert.Equal([5, 1, 5, 5, 0], ParentsOf(document));
    }

    /// <summary>各项收入合计 holds the revenue of the year and what is transferred: it is all revenue, unless 收入总计 is that.</summary>
    [Theory]
    [InlineData("各项收入合计|856|265", "total")]
    [InlineData("各项收入合计|856|265\n上年结余|4|5\n收入总计|860|270", "current_year_total")]
    public void Normalize_SumOverTheRevenueOfTheYear_IsThatOfAll(string rows, string expected)
    {
        var document = Government(
            $"""
            项目|2026年预算数|2025年执行数
            ---
            利润收入|653|162
            其他国有资本经营预算收入|142|42
            全市国有资本经营收入|795|204
            转移性收入|61|61
            {rows}
            """, "2026年全市国有资本经营预算收入表");

        string? KeyOf(string name) => document.Lines.First(line => line.SubjectNameAsPrinted == name).ItemKey;
        Assert.Equal(("current_year_total", expected), (KeyOf("全市国有资本经营收入"), KeyOf("各项收入合计")));
    }

    /// <summary>收入总计 of the same figure as 本年收入 below it: the one that holds all is above.</summary>
    [Fact]
    public void Normalize_TotalAboveTheSumOfTheSameFigure_HoldsIt()
    {
        var document = Government(
            """
            项目|全省|省本级
            ---
            收入总计|40|27
            本年收入|40|27
            企业职工基本养老保险基金收入|24|20
            城乡居民基本养老保险基金收入|10|4
            失业保险基金收入|6|3
            """, "2026年全省社会保险基金预算收入表");

        Assert.Equal([0, 1, 2, 2, 2], ParentsOf(document));
    }

    /// <summary>收入合计 again behind the parts of the first sum: what is printed first stays its part.</summary>
    [Fact]
    public void Normalize_SumPrintedAboveAndBelowItsParts_KeepsThemBelowTheFirst()
    {
        var document = Government(
            """
            科目编码|科目名称|2026年预算数|2025年预算数
            ---
            |政府性基金预算收入合计|65|71
            10301|政府性基金收入|60|67
            10310|专项债务对应项目专项收入|5|4
            |收入合计|65|71
            110|转移性收入|72|36
            |收入总计|137|107
            """, "2026年市本级政府性基金预算收入表");

        Assert.Equal([4, 1, 1, 6, 6, 0], ParentsOf(document));
    }

    /// <summary>调出资金 begins further right than the centred 本年支出合计: it is beside it, as the sum of both says.</summary>
    [Fact]
    public void Normalize_RowsFurtherRightThanASumMadeBefore_StandBesideIt()
    {
        var document = Government(
            """
            项目|2026年预算数|2025年执行数
            ---
            解决历史遗留问题支出|9|5
            国有企业资本金注入|6|7
            本年支出合计|15|12
              补助下级|4|3
              调出资金|2|1
            支出总计|21|16
            """, "2026年市本级国有资本经营预算支出表");

        Assert.Equal([3, 3, 6, 6, 6, 0], ParentsOf(document));
    }

    /// <summary>The funds make 收入小计; 其中 below it divides it anew, in part or in all, and is counted no second time.</summary>
    [Theory]
    [InlineData("20", "8", false)]
    [InlineData("20", "10", true)]
    public void Normalize_OfWhichBelowASumMadeBefore_DividesItAnew(string premiums, string subsidies, bool isWhole)
    {
        var document = Government(
            $"""
            项目|2026年预算数
            ---
            一、企业职工基本养老保险基金收入|18
            二、失业保险基金收入|12
            收入小计|30
              其中：保险费收入|{premiums}
              财政补贴收入|{subsidies}
            上级补助收入|5
            收入合计|35
            """, "2026年市本级社会保险基金预算收入表");

        Assert.Equal([3, 3, 7, 3, 3, 7, 0], ParentsOf(document));
        Assert.Equal([true, true, false, false, false, true, false], document.Lines.Select(static line => line.IsLeaf));
        Assert.Equal([null, null, null, "of_which", "of_which", null, null], document.Lines.Select(static line => line.Qualifier));
        Assert.Equal([true, true, true, isWhole, isWhole, true, true], document.Lines.Select(static line => line.Proof == Proof.Proven));
    }

    /// <summary>
    /// 其中 below 合计, its fellows and the numbered funds all further right: the numbers make it. A fund that is not all there makes none.
    /// </summary>
    [Theory]
    [InlineData("12", true)]
    [InlineData("14", false)]
    public void Normalize_OfWhichAndFundsBelowOneSum_TheFundsAreItsParts(string last, bool areParts)
    {
        var document = Government(
            $"""
            项目|2026年预算数
            ---
            社会保险基金收入合计|30
              其中：保险费收入|20
              财政补贴收入|8
              一、企业职工基本养老保险基金收入|18
                其中：保险费收入|15
              二、失业保险基金收入|{last}
                其中：保险费收入|5
            """, "2026年市本级社会保险基金预算收入表");

        Assert.Equal([false, false, false, areParts, false, areParts, false], document.Lines.Select(static line =>
            line.IsLeaf && line.Qualifier is null && line.ItemKey is null));
        Assert.Equal(areParts, document.Lines[3].Proof == Proof.Proven);
    }

    /// <summary>
    /// The funds make a little less than the printed 合计: they are its parts where each row between them and it is what the rows of its
    /// name below them make.
    /// </summary>
    [Theory]
    [InlineData("8", true)]
    [InlineData("10", false)]
    public void Normalize_OfWhichThatRepeatsTheFunds_DividesTheSumAnew(string subsidies, bool repeats)
    {
        var document = Government(
            $"""
            项目|2026年预算数
            ---
            合计|32
              其中：保险费收入|20
              财政补贴收入|{subsidies}
            一、企业职工基本养老保险基金收入|18
              其中：保险费收入|13
              财政补贴收入|5
            二、失业保险基金收入|12
              其中：保险费收入|7
              财政补贴收入|3
            """, "2026年市本级社会保险基金预算收入表");

        var parents = ParentsOf(document);
        Assert.Equal(repeats, (parents[2], parents[3], parents[6], document.Lines[2].IsLeaf) == (1, 1, 1, false));
    }

    /// <summary>209 社会保险基金支出合计 is the sum though it prints a code; a subject that prints one is none.</summary>
    [Theory]
    [InlineData("社会保险基金支出合计", "current_year_total")]
    [InlineData("社会保险基金支出", null)]
    public void Normalize_SumThatPrintsACode_IsTheTotalOfTheYear(string name, string? key)
    {
        var document = Government(
            $"""
            科目编码|科目名称|2025年执行数|2026年预算数
            ---
            20901|一、企业职工基本养老保险基金支出|18|19
            20902|二、失业保险基金支出|12|13
            209|{name}|30|32
            """, "2026年市本级社会保险基金预算支出表");

        Assert.Equal(key, document.Lines.First(line => line.SubjectNameAsPrinted == name).ItemKey);
    }

    /// <summary>One of a flat list begins further right than its neighbours: the sum above all of them takes it as one of them.</summary>
    [Theory]
    [InlineData("5", 1)]
    [InlineData("9", 3)]
    public void Normalize_NeighbourSetOffByChanceBelowASum_IsAPartOfTheSum(string figure, int parent)
    {
        var document = Government(
            $"""
            项目|合计|甲市|乙市
            ---
            省对市县专项转移支付合计|60|35|25
            地勘专项资金|30|20|10
            改善农民群众住房条件专项资金|25|12|13
              一折通综合服务平台维护专项资金|{figure}|3|2
            """, "2026年省对市县一般公共预算专项转移支付分地区分项目预算表");

        Assert.Equal(parent, ParentsOf(document)[^1]);
        Assert.Equal(parent == 1, document.Lines.All(static line => line.Proof == Proof.Proven));
    }

    /// <summary>227 预备费 on all three levels, each with its own number of a row, printed with one code.</summary>
    [Theory]
    [InlineData("100", 0, true)]
    [InlineData("70", 1, false)]
    public void Normalize_RowThatRepeatsCodeNameAndFigure_IsTheLevelBelow(string second, int parent, bool isBelow)
    {
        var document = Government(
            $"""
            科目代码|功能科目名称|栏次|预算额度
            ---
            |合计|1|{(isBelow ? 160 : 230)}
            227|预备费|2|100
            227|预备费|3|{second}
            229|其他支出|4|60
            22999|其他支出|5|60
            """, "2026年自治区本级一般公共预算支出功能分类科目表");

        Assert.Equal([0, 1, isBelow ? 2 : parent, 1, 4], ParentsOf(document));
    }

    /// <summary>A leading blank of one project says nothing; indentation that makes a sum of several does.</summary>
    [Theory]
    [InlineData("14", 2)]
    [InlineData("17", 0)]
    public void Normalize_IndentOfProjects_SpeaksWhereSeveralMakeASum(string head, int below)
    {
        var document = Government(
            $"""
            项目名称|债券规模
            ---
            甲县通硬化路项目|7
              乙县道路工程|7
            丙县农村公路提升|{head}
              丁县桥梁改造项目|9
              戊县停车场建设项目|5
            """, "2026年地方政府专项债券重大项目安排情况表");

        Assert.Equal(below == 0 ? [0, 0, 0, 0, 0] : [0, 1, 0, 3, 3], ParentsOf(document));
    }

    /// <summary>Projects are counted once where they make the printed total; where a head among them is not told, none is a leaf.</summary>
    [Theory]
    [InlineData("200", true)]
    [InlineData("230", false)]
    public void Normalize_LeavesOfProjects_MakeThePrintedTotal(string last, bool areLeaves)
    {
        var document = Government(
            $"""
            项目名称|资金安排
            ---
            合计|300
            甲县通硬化路项目|40
            乙县道路工程|60
            丙县农村公路提升|{last}
            """, "2026年市级重大项目资金安排情况表");

        Assert.Equal([false, areLeaves, areLeaves, areLeaves], document.Lines.Select(static line => line.IsLeaf));
    }

    /// <summary>Limits and balances do not add up.</summary>
    [Fact]
    public void Normalize_LinesOfDebt_AreNoLeaves() => Assert.All(TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
        """
        地区|2025年债务限额|2025年债务余额
        ---
        甲市|30|20
        乙市|12|10
        """, "2025年地方政府债务限额及余额情况表")).Lines, static line => Assert.False(line.IsLeaf));

    /// <summary>其中：再融资债券 below （一）一般债券 is of the year and the phase that the row above both names.</summary>
    [Fact]
    public void Normalize_BondsTwoRowsBelowTheirYear_AreOfItsYearAndPhase()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|本地区|本级
            ---
            一、2023年发行执行数|30|20
            （一）一般债券|10|8
            其中：再融资债券|4|3
            （二）专项债券|20|12
            其中：再融资债券|6|5
            """, "地方政府债券发行及还本付息情况表"));

        Assert.All(document.Lines, static line => Assert.Equal((2023, Phase.Execution), (line.AmountYear, line.Phase)));
    }

    /// <summary>
    /// 收入总计 and 支出总计 of the same figure, each above its parts: neither is a part of the other, and the parts of the first do not
    /// make the second. Where both stand below their parts, what stands before makes them.
    /// </summary>
    [Theory]
    [InlineData("一、收入总计|9;（一）税收收入|5;（二）上级补助收入|4;二、支出总计|9;（一）教育支出|6;（二）上解上级支出|3",
        new[] { 0, 1, 1, 0, 4, 4 })]
    [InlineData("税收收入|5;上级补助收入|4;收入总计|9;教育支出|6;上解上级支出|3;支出总计|9", new[] { 3, 3, 0, 6, 6, 0 })]
    public void Normalize_TotalsOfBothSidesInOneList_HoldTheirOwnParts(string rows, int[] parents)
    {
        var document = TextTable.Normalize(2025, DocumentKind.GovernmentExecution, TextTable.Parse(
            "项目|执行数\n---\n" + rows.Replace(';', '\n'), "2025年一般公共预算收支平衡情况表"));

        Assert.Equal(parents, ParentsOf(document));
        Assert.Equal([Direction.Revenue, Direction.Revenue, Direction.Revenue, Direction.Expenditure, Direction.Expenditure,
            Direction.Expenditure], document.Lines.OrderBy(static line => line.Row).Select(static line => line.Direction));
    }

    /// <summary>迪庆 2026 prints what goes to counties between the classes that alone make its own expenditure: not counted.</summary>
    [Theory]
    [InlineData("80|100", false)]
    [InlineData("100|130", true)]
    public void Normalize_RowsBesideNumberedOnesThatMakeTheTotal_AreNotCounted(string totals, bool isLeaf)
    {
        var document = Government(
            $"""
            项目|2025年预算数|2026年预算数
            ---
            一、教育支出|50|60
              普通教育|20|25
              职业教育|30|35
              州对下专项转移支付补助|20|30
            二、科学技术支出|30|40
            州本级一般公共预算支出|{totals}
            """, "2026年州本级一般公共预算支出情况表");

        Assert.Equal(isLeaf, document.Lines.Single(static line => line is { Row: 4, AmountYear: 2026 }).IsLeaf);
        Assert.Null(document.Lines.Single(static line => line is { Row: 4, AmountYear: 2026 }).Qualifier);
    }

    /// <summary>
    /// Names as far right as that of the class above them: of its figures and its subject, or of those of the part that makes it, they
    /// are parts. Not where the figures differ.
    /// </summary>
    [Theory]
    [InlineData("53", new[] { 0, 1, 0, 3, 3, 5 })]
    [InlineData("40", new[] { 0, 0, 0, 3, 3, 0 })]
    public void Normalize_RowsThatRepeatTheOneBefore_AreItsParts(string part, int[] parents)
    {
        var document = Government(
            $"""
            项目|2025年执行数|2026年预算数
            ---
            债务付息支出|70|53
            地方政府专项债务付息支出|70|{part}
            交通运输支出|126|53
              车辆通行费对应专项债务收入安排的支出|26|10
              超长期特别国债安排的支出|100|43
              公路水路运输|100|{(part == "53" ? 43 : 30)}
            """, "2026年全州政府性基金预算支出情况表");

        Assert.Equal(parents, ParentsOf(document));
    }

    /// <summary>Of whole figures 3 and 0 nearly make a 2, by chance: a row takes what follows where more than rounding makes it.</summary>
    [Theory]
    [InlineData(7, new[] { 0, 0, 0 })]
    [InlineData(8, new[] { 0, 1, 1 })]
    public void Normalize_RowsThatMakeASmallFigureNearly_AreNoParts(int figure, int[] parents)
    {
        var document = Government(
            $"""
            项目|2026年预算数
            ---
            农业土地开发资金债务发行费用支出|{figure}
            政府收费公路专项债券发行费用支出|{figure - 3}
            棚户区改造专项债券发行费用支出|2
            """, "2026年全州政府性基金预算支出情况表");

        Assert.Equal(parents, ParentsOf(document));
    }

    /// <summary>Of the first column that prints the row: the row of its parent, 0 for none.</summary>
    private static int[] ParentsOf(NormalizedDocument document) =>
        [.. document.Lines.GroupBy(static line => line.Row).OrderBy(static row => row.Key).Select(row =>
            document.Lines.SingleOrDefault(above => above.LineId == row.First().ParentLineId)?.Row ?? 0)];

    private static NormalizedDocument Government(string text, string title) =>
        TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(text, title));
}
