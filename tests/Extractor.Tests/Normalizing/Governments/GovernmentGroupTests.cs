using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Heads of lists that nothing sets off, and sums that are not called one.</summary>
public sealed class GovernmentGroupTests
{
    /// <summary>广州 2026: 节能环保 has one project behind it, which repeats it; the heads alone make 一般性转移支付.</summary>
    [Fact]
    public void Normalize_HeadThatTheRowBehindItRepeats_IsAListOfOneRow()
    {
        var document = Government(
            """
            项目|越秀区|海珠区
            ---
            二、一般性转移支付支出|790|400
            均衡性转移支付支出|500|300
            节能环保共同财政事权转移支付支出|238|60
            镇街环保监督检查员经费|238|60
            城乡社区共同财政事权转移支付支出|52|40
            其中：社区党员活动经费|12|10
            社区办公经费|40|30
            """, "2026年广州市级一般公共预算税收返还和转移支付表（按项目分地区列示）");

        AssertHolds(document);
        Assert.Equal([null, 1, 1, 3, 1, 5, 5], ParentRows(document));
        Assert.All(document.Lines, static line => Assert.Null(line.Qualifier));
        Assert.Equal([2, 4, 6, 7], document.Lines.Where(static line => line is { Column: 1, IsLeaf: true })
            .Select(static line => line.Row));
    }

    /// <summary>广州 2026: 其中 below 科学技术 lists all of it in two districts and a part of it in one.</summary>
    [Theory]
    [InlineData("60", true)]
    [InlineData("65", false)]
    public void Normalize_OfWhichThatMostColumnsMake_GoesOnWhereTheHeadsMakeTheRow(string education, bool isGroup)
    {
        var document = Government(
            $"""
            项目|越秀区|海珠区|黄埔区
            ---
            三、专项转移支付支出|160|120|700
            科学技术|100|70|600
            其中：企业创新计划|10|20|300
            知识产权工作专项资金|90|50|100
            教育|{education}|50|100
            """, "2026年广州市级一般公共预算税收返还和转移支付表（按项目分地区列示）");

        Assert.Equal(isGroup ? 2 : 1, ParentRows(document)[3]);
        Assert.Equal(isGroup, document.Lines.Single(static line => line is { Row: 5, Column: 1 }).IsLeaf);
        Assert.True(document.Lines.Single(static line => line is { Row: 2, Column: 3 }).IsLeaf || !isGroup);
    }

    /// <summary>广东 2024 prints 深圳市 among the cities, and above them the sum without it.</summary>
    [Fact]
    public void Normalize_SumWithoutAPlace_StandsBesideThatPlace()
    {
        var document = Government(
            """
            地区|2024年一般债务限额|2024年一般债务余额
            ---
            广东省|100|90
            广东地区（不含深圳）|80|72
              广东省本级|30|28
              广州市|40|36
                广州市本级|25|23
                荔湾区|15|13
              深圳市|20|18
                深圳市本级|12|11
                罗湖区|8|7
              东莞市|10|8
                东莞市本级|10|8
            """, "2024年广东省地方政府一般债务限额及余额决算情况表");

        AssertHolds(document);
        Assert.Equal([null, 1, 2, 2, 4, 4, 1, 7, 7, 2, 10], ParentRows(document));
        Assert.All(document.Lines, static line => Assert.Null(line.Qualifier));
    }

    /// <summary>宁夏 2019 sets the numbered heads in the middle of the column and their parts to its left.</summary>
    [Fact]
    public void Normalize_NumberedHeadsFurtherRightThanTheirParts_StandBesideEachOther()
    {
        var document = Government(
            """
            科目编码|科目名称|2018年执行数|2019年预算数
            ---
            |      一、利润收入|110|50
            103060107|煤炭企业利润收入|88|30
            103060198|其他国有资本经营预算企业利润收入|22|20
            |      二、股利、股息收入|60|40
            103060202|国有控股公司股利、股息收入|40|20
            103060203|国有参股公司股利、股息收入|20|20
            |      三、清算收入|9|2
            103060402|国有独资企业清算收入|9|2
            |      四、其他国有资本经营预算收入|5|6
            |      收入合计|184|98
            """, "2019年全区国有资本经营预算收入表");

        AssertHolds(document);
        Assert.Equal([10, 1, 1, 10, 4, 4, 10, 7, 10, null], ParentRows(document, 2));
        Assert.All(document.Lines, static line => Assert.Null(line.Qualifier));
        Assert.All(document.Lines.Where(static line => line.Row < 10), static line => Assert.Null(line.ItemKey));
    }

    /// <summary>新疆 2025 closes the table with what its three kinds make, and calls it by its subject.</summary>
    [Fact]
    public void Normalize_LastRowThatAllOthersMake_IsTheirSum()
    {
        var document = Government(
            """
            项目|2024年预算数|2025年预算数
            ---
            一、返还性支出|10|20
            二、一般性转移支付|200|300
            三、专项转移支付|5|6
            教育转移支付|2|2
            农林水转移支付|3|4
            自治区本级对各地税收返还和转移支付|215|326
            """, "2025年自治区对各地转移支付补助预算表");

        AssertHolds(document);
        Assert.Equal([6, 6, 6, 3, 3, null], ParentRows(document));
        Assert.False(document.Lines.Single(static line => line is { Row: 6, Column: 1 }).IsLeaf);
    }

    /// <summary>临沧 2026 divides the revenue of all insurance funds anew below their sum.</summary>
    [Fact]
    public void Normalize_SumDividedAnewBelowIt_CountsOnce()
    {
        var document = Government(
            """
            项目|2025年执行数|2026年预算数
            ---
            一、失业保险基金收入|30|40
            其中：失业保险费收入|20|30
            利息收入|10|10
            二、工伤保险基金收入|50|60
            其中：工伤保险费收入|45|55
            利息收入|5|5
            全市社会保险基金预算收入|80|100
            其中：社会保险费收入|65|85
            利息收入|15|15
            """, "2026年临沧市社会保险基金收入预算情况表");

        AssertHolds(document);
        Assert.Equal([2, 3, 5, 6], document.Lines.Where(static line => line is { Column: 1, IsLeaf: true })
            .Select(static line => line.Row));
        Assert.Equal([8, 9], document.Lines.Where(static line => line is { Column: 1, Qualifier: "of_which" })
            .Select(static line => line.Row));
    }

    /// <summary>吉林 2025 prints the budget without and with what is announced early: one money, in the last column wholly.</summary>
    [Theory]
    [InlineData("20", "120", new[] { 5 })]
    [InlineData("20", "190", new[] { 1, 4, 5 })]
    public void Normalize_ColumnBehindThoseThatMakeIt_AloneHasLeaves(string announced, string sum, int[] columns)
    {
        var document = Government(
            $"""
            项目|2026年预算数（不含提前告知）|比2025年增减额|比2025年增减%|2026年提前告知|2026年预算数（含提前告知）
            ---
            教育支出|100|5|5.3|{announced}|{sum}
            科学技术支出|200|5|2.6|30|230
            农林水支出|300|5|1.7|40|340
            交通运输支出|400|5|1.3|50|450
            住房保障支出|500|5|1.0|60|560
            """, "2026年省级一般公共预算支出表");

        Assert.Equal(columns, document.Lines.Where(static line => line is { IsLeaf: true, Row: 2, Period: Period.Current })
            .Select(static line => line.Column));
        Assert.DoesNotContain(document.Lines, static line => line.Qualifier is not null);
    }

    /// <summary>山东 2024: what is lent on to cities and counties is a sum, though its places are not printed.</summary>
    [Theory]
    [InlineData("转贷市县小计", RowRole.Subtotal)]
    [InlineData("转贷市县", RowRole.Detail)]
    public void Normalize_SumWhosePartsAreNotPrinted_IsASubtotal(string name, RowRole role) =>
        Assert.Equal(role, Government($"地区|债务限额\n---\n合计|30\n省级|10\n{name}|20", "2026年全省政府债务限额表").Lines[2].RowRole);

    /// <summary>广东 2026: 其中 below 合计 divides by sources what the numbered funds make.</summary>
    [Theory]
    [InlineData("20", new[] { 5, 7 }, new[] { 2, 3, 4, 6, 8 })]
    [InlineData("30", new[] { 3, 4, 5, 7 }, new[] { 2, 6, 8 })]
    public void Normalize_NumbersThatMakeTheSum_CountInsteadOfWhatStandsBeforeThem(string fund, int[] leaves, int[] ofWhich)
    {
        var document = Government(
            $"""
            项目|2026年预算数
            ---
            合计|100
            其中：保险费收入|70
            财政补贴收入|12
            利息收入|5
            一、企业职工基本养老保险基金收入|80
            其中：保险费收入|60
            二、失业保险基金收入|{fund}
            其中：保险费收入|10
            """, "2026年全省社会保险基金收入预算表");

        Assert.Equal(leaves, document.Lines.Where(static line => line.IsLeaf).Select(static line => line.Row));
        Assert.Equal(ofWhich, document.Lines.Where(static line => line.Qualifier == "of_which").Select(static line => line.Row));
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }

    /// <summary>广东 2026: 总收入 is divided by levels, and by funds behind that; the funds count.</summary>
    [Fact]
    public void Normalize_SumMadeTwice_CountsOnce()
    {
        var document = Government(
            """
            项目|2025年预算数|2026年预算数
            ---
            总收入|100|110
            本级收入|90|95
            下级上解收入|10|15
            （一）企业职工基本养老保险基金总收入|80|85
            （二）失业保险基金总收入|20|25
            """, "2026年省级社会保险基金收入预算表");

        AssertHolds(document);
        Assert.Equal([4, 5], document.Lines.Where(static line => line is { IsLeaf: true, Column: 1 }).Select(static line => line.Row));
        Assert.Equal(["total", null], document.Lines.Where(static line => line is { Row: < 3, Column: 1 })
            .Select(static line => line.ItemKey));
    }

    /// <summary>江西 2024: what is left at the year's end stands below all that was spent; 上年结余 is money of the year.</summary>
    [Theory]
    [InlineData("年终结余", "结转下年支出", 2)]
    [InlineData("上年结余", "专项结余", 3)]
    [InlineData("债务还本支出", "一般债务还本支出", 3)]
    public void Normalize_BalanceBehindTheSum_IsNoLeaf(string name, string part, int leaves)
    {
        var document = Government(
            $"""
            项目|2024年决算数
            ---
            一般公共服务支出|70
            教育支出|30
            支出总计|100
            {name}|25
            其中：{part}|25
            """, "2024年全省一般公共预算支出决算表");

        AssertHolds(document);
        Assert.Equal(leaves, document.Lines.Count(static line => line.IsLeaf));
    }

    /// <summary>青岛 2025: the general and the special bonds of one 合计 stand below each other, each in its column.</summary>
    [Fact]
    public void Normalize_TotalWhoseColumnsHavePartsOfTheirOwn_HoldsBoth()
    {
        var document = Government(
            """
            项目|一般债券|专项债券
            ---
            市级项目合计|36|63
            基本建设投资计划项目|30|
            交通建设项目|6|
            地铁线路工程项目||50
            土地储备项目||13
            """, "2025年市级新增政府债券安排情况表");

        Assert.Equal([null, 1, 1], ParentRows(document));
        Assert.Equal([null, 1, 1], ParentRows(document, 2));
    }

    /// <summary>Of two rows that make a third one in a single column, and of numbers that count on, nothing is a part.</summary>
    [Theory]
    [InlineData("甲项目|10", "乙项目|20", "丙项目|30", "2026年市级对区专项转移支付表", false)]
    [InlineData("甲项目|10|4", "乙项目|20|5", "丙项目|30|9", "2026年市级对区专项转移支付表", true)]
    [InlineData("二、2023年末一般债务余额限额|77|60", "六、2024年地方财政赤字|2|3", "七、2024年一般债务余额限额|79|63", "2024年一般债务情况表",
        false)]
    public void Normalize_RowThatTwoOthersMake_IsTheirSumWhereSeveralColumnsSaySo(
        string first, string second, string third, string title, bool isSum)
    {
        var columns = first.Count(static letter => letter == '|') > 1 ? "项目|2025年预算数|2026年预算数" : "项目|2026年预算数";
        var document = Government($"{columns}\n---\n{first}\n{second}\n{third}", title);

        Assert.Equal(isSum ? [3, 3, null] : new int?[] { null, null, null }, ParentRows(document));
    }

    /// <summary>宁夏 2019 numbers the columns of both sides from 1.</summary>
    [Fact]
    public void Normalize_ColumnNumbersThatBeginAnew_AreNoAmounts()
    {
        var document = Government(
            """
            项目|2019年预算数|2018年执行数|项目|2019年预算数|2018年执行数
            ---
            栏次|1|2|栏次|1|2
            一、利润收入|13|18|一、解决历史遗留问题支出|24|30
            二、股利、股息收入|16|20|二、国有企业资本金注入|5|8
            收入合计|29|38|支出合计|29|38
            """, "2019年全区国有资本经营预算收支总表");

        Assert.Equal([2, 3, 4], document.Lines.Select(static line => line.Row).Distinct());
    }

    /// <summary>广东 2024 calls the sum of all 总收入: no head of a subject that 本级收入 below would be the total of.</summary>
    [Fact]
    public void Normalize_TotalRevenue_IsTheTotal()
    {
        var document = Government(
            """
            项目|2024年决算数
            ---
            总收入|120
            一、省本级政府性基金收入|100
            二、上级补助收入|20
            """, "2024年省级政府性基金预算收入决算表");

        AssertHolds(document);
        Assert.Equal([null, 1, 1], ParentRows(document));
        Assert.Equal(["total", "current_year_total", "superior_subsidy"], document.Lines.Select(static line => line.ItemKey));
        Assert.Equal(RowRole.Total, document.Lines[0].RowRole);
    }

    /// <summary>A subject that names a fund is not that fund; a row of all funds that says nothing else is.</summary>
    [Theory]
    [InlineData("2026年全市一般公共预算收入表", "国有资本经营收入", null)]
    [InlineData("2026年全市财政收支总表", "国有资本经营预算收入", "state_capital")]
    [InlineData("2026年全市财政收支总表", "从国有资本经营预算调入", null)]
    public void Normalize_RowThatNamesAFund_HasItsKeyAmongAllFundsAlone(string title, string name, string? key) =>
        Assert.Equal(key, Government($"项目|2026年预算数\n---\n税收收入|10\n{name}|20\n其他收入|5", title).Lines[1].ItemKey);

    /// <summary>黑龙江 2021: 还本额度 below 还本付息额度 is what is repaid.</summary>
    [Fact]
    public void Normalize_HeadingBelowRepaymentAndInterest_TellsWhichOfThem()
    {
        var document = Government(
            """
            地区|还本付息额度|<|<
            ^|小计|还本额度|付息额度
            ---
            全省|30|20|10
            省本级|12|8|4
            地市合计|18|12|6
            """, "2021年黑龙江省地方政府专项债务还本付息情况表");

        Assert.Equal(["special_debt_service", "special_debt_repaid", "special_debt_interest"],
            document.Lines.Where(static line => line.Row == 3).Select(static line => line.ItemKey));
    }

    /// <summary>威海 2026: what is lent on to a city is received.</summary>
    [Theory]
    [InlineData("2026年威海市政府债务（转贷）收入分区市计划表", Direction.Revenue)]
    [InlineData("2026年威海市政府债务限额分区市计划表", Direction.Expenditure)]
    public void Normalize_DebtThatIsReceived_IsRevenue(string title, Direction direction) =>
        Assert.All(Government("地区|合计\n---\n合计|30\n市本级|10\n环翠区|20", title).Lines, line =>
            Assert.Equal(direction, line.Direction));

    /// <summary>海南, 朝阳 and 黑龙江 print counties of minorities without the nationality; 经区 and 高新区 are in no catalogue.</summary>
    [Theory]
    [InlineData("460000", "昌江县", "469026")]
    [InlineData("211300", "喀左县", "211324")]
    [InlineData("230000", "杜蒙县", "230624")]
    [InlineData("530900", "双江自治县", "530925")]
    [InlineData("410000", "管城区", "410104")]
    [InlineData("210000", "昌江县", null)]
    [InlineData("371000", "高新区", null)]
    [InlineData("150000", "鄂旗", null)]
    public void Contracted_NameWithoutItsNationality_IsTheOneOfTheRegion(string region, string name, string? code)
    {
        var divisions = ReferenceData.Load().Divisions;

        Assert.Equal(code, divisions.Contracted(name, divisions.Find(region)!)?.Code);
    }

    /// <summary>江苏省 2024: 年终结余 prints no amount, and with the funds below it 支出总计 is made.</summary>
    [Theory]
    [InlineData(8, 8)]
    [InlineData(15, null)]
    public void Normalize_HeadWithoutAmountsBeforeATotal_OpensWhereItMakesIt(int surplus, int? parent)
    {
        var document = Government(
            $"""
            项目|2024年预算数
            ---
            1.失业保险基金支出|30
            2.工伤保险基金支出|20
            支出合计|50
            9.上解上级支出|5
            10.年终结余|
            （1）失业保险基金|7
            （2）工伤保险基金|{surplus}
            支出总计|70
            """, "2024年全省社会保险基金支出预算表");

        Assert.Equal([3, 3, parent, parent, parent, parent, null], ParentRows(document));
    }

    /// <summary>银川市 2026: 调出资金 stands further right than 4., which closes the sum above, and is more than it.</summary>
    [Theory]
    [InlineData("860", "820", 1, 7)]
    [InlineData("860", "800", 1, 4)]
    public void Normalize_RowFurtherRightThanTheLastOfASum_IsNoPartOfLess(string whole, string moved, int sum, int parent)
    {
        var document = Government(
            $"""
            项目|全市|市本级
            ---
            国有资本经营预算支出|6130|1850
            1.解决历史遗留问题及改革成本支出|4670|450
            2.国有企业资本金注入|600|600
            4.其他国有资本经营预算支出|{whole}|800
              调出资金|820|{moved}
            补助下级||{(moved == "820" ? 491 : 511)}
            支出总计|6950|3161
            """, "2026年国有资本经营预算支出表");

        Assert.Equal([sum, sum, sum], ParentRows(document, 2).Skip(1).Take(3));
        Assert.Equal(parent, ParentRows(document, 2)[4]);
    }

    private static List<int?> ParentRows(NormalizedDocument document, int column = 1)
    {
        var rows = document.Lines.ToDictionary(static line => line.LineId, static line => line.Row, StringComparer.Ordinal);
        return [.. document.Lines.Where(line => line.Column == column).Select(line =>
            line.ParentLineId is { } parent ? rows[parent] : (int?)null)];
    }

    private static NormalizedDocument Government(string text, string title) =>
        TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(text, title));

    private static void AssertHolds(NormalizedDocument document)
    {
        Assert.Contains(document.Checks, static check => check.Outcome == CheckOutcome.Holds);
        Assert.DoesNotContain(document.Checks, static check => check.Outcome == CheckOutcome.Fails);
    }
}
