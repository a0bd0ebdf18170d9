using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Rows and columns that are parts of others: what 其中 says, and what the sums do.</summary>
public sealed class PartColumnTests
{
    /// <summary>广西 2024 lists some 款 of a 类: rows as any other, unless 其中 begins their list.</summary>
    [Theory]
    [InlineData("", null)]
    [InlineData("其中：", "of_which")]
    public void Normalize_GroupsThatDoNotMakeTheirClass_AreQualifiedByWordsAlone(string begin, string? qualifier)
    {
        var document = Read(
            $"""
            项目|2024年预算数|2024年决算数
            ---
            一般公共服务支出|100|110
               {begin}人大事务|30|31
                  行政运行|30|31
               政协事务|20|21
            教育支出|70|80
            支出合计|170|190
            """, "2024年全区一般公共预算支出决算表");

        Assert.Equal([null, qualifier, qualifier, qualifier, null, null],
            document.Lines.Where(static line => line.Column == 1).Select(static line => line.Qualifier));
        Assert.Equal([1, 5], document.Lines.Where(static line => line is { Column: 1, IsLeaf: true }).Select(static line => line.Row));
    }

    /// <summary>青岛 2026: 其中 over several columns; 合计 names no phase, 当年预算 does.</summary>
    [Fact]
    public void Normalize_ColumnsBelowOfWhich_AreQualifiedAndNoLeaves()
    {
        var document = Read(
            """
            项目|合计|其中|<|<
            ^|^|当年预算|上级专款|上年结转
            ---
            教育支出|60|30|20|10
            科学技术支出|15|9|5|1
            """, "2026年市本级一般公共预算支出预算表");

        Assert.All(document.Lines, static line => Assert.Equal(line.Column == 1 ? null : "of_which", line.Qualifier));
        Assert.All(document.Lines, static line => Assert.Equal(line.Column == 1, line.IsLeaf));
    }

    /// <summary>桂林 2025: 其中 stands over the first part alone, the others belong to it where they make the column with it.</summary>
    [Theory]
    [InlineData("5", "of_which")]
    [InlineData("9", null)]
    public void Normalize_ColumnBehindOfWhich_IsAPartWhereItMakesTheWhole(string special, string? qualifier)
    {
        var document = Read(
            $"""
            领域|新增债券|其中：一般债|专项债
            ---
            交通基础设施|30|10|20
            社会事业|15|10|{special}
            """, "2025年新增地方政府债券投向情况表");

        Assert.Equal([null, "of_which", qualifier], document.Lines.Take(3).Select(static line => line.Qualifier));
    }

    /// <summary>哈尔滨 2024: 本金 of what 其中 holds is a part of 本金, not of 利息 before it.</summary>
    [Fact]
    public void Normalize_PartsUnderTheSameHeadings_AreOfTheirOwn()
    {
        var document = Read(
            """
            地区|一般债务还本付息额|<|<|其中：一般债券还本付息额|<|<
            ^|小计|本金|利息|小计|本金|利息
            ---
            哈尔滨市|30|20|10|27|18|9
            齐齐哈尔市|15|10|5|12|8|4
            """, "2024年全省地方政府一般债务还本付息情况表");

        Assert.Equal([null, null, null, "of_which", "of_which", "of_which"], document.Lines.Take(6).Select(static line => line.Qualifier));
    }

    /// <summary>山东 2024: a part of 新增限额 is a new limit too, and its item tells it apart; so does the level of 其中：省本级.</summary>
    [Fact]
    public void Normalize_PartThatItemOrLevelTells_HasNoQualifier()
    {
        var limits = Read(
            """
            地区|2024年新增债务限额|其中：1.一般债务限额|2.专项债务限额
            ---
            合计|30|10|20
            省级|12|4|8
            市县|18|6|12
            """, "2024年全省政府债务限额情况表");
        var levels = Read(
            """
            项目|全省|其中：省本级
            ---
            2024年地方政府一般债务限额|30|10
            2024年末地方政府一般债务余额|20|8
            """, "2024年地方政府一般债务情况表");

        Assert.Equal(["debt_new_limit", "general_debt_new_limit", "special_debt_new_limit"],
            limits.Lines.Take(3).Select(static line => line.ItemKey));
        Assert.Equal([GovernmentLevel.Whole, GovernmentLevel.Own], levels.Lines.Take(2).Select(static line => line.GovernmentLevel));
        Assert.All(limits.Lines.Concat(levels.Lines), static line => Assert.Null(line.Qualifier));
    }

    /// <summary>中山 2026: 基本支出 is a component of the expenditure of its row.</summary>
    [Fact]
    public void Normalize_ColumnOfBasicExpenditure_IsOfThatComponent()
    {
        var document = Read(
            """
            科目编码|科目名称|合计|基本支出|项目支出
            ---
            501|机关工资福利支出|30|30|0
            502|机关商品和服务支出|25|5|20
            """, "2026年市本级一般公共预算支出表（按政府预算支出经济分类）");

        Assert.Equal([Component.Total, Component.Basic, Component.Project], document.Lines.Take(3).Select(static line => line.Component));
        Assert.All(document.Lines, static line => Assert.Equal(line.Component == Component.Total, line.IsLeaf));
        Assert.All(document.Lines, static line => Assert.Null(line.Qualifier));
    }

    /// <summary>青岛 2026: 支出合计 holds what is carried over; 当年支出 is the year's own, whose parts its column alone prints.</summary>
    [Theory]
    [InlineData("支出", "结转下年", 6, true)]
    [InlineData("支出", "上年结转", 6, false)]
    [InlineData("收入", "上年结转", 6, true)]
    [InlineData("支出", "结转下年", 9, false)]
    public void Normalize_SumOfTheYearAndWhatIsCarriedOver_IsOfAll(string side, string carried, int last, bool isOfAll)
    {
        var document = Read(
            $"""
            项目|{side}合计|其中|<
            ^|^|当年预算|{carried}
            ---
            社会保险基金预算{side}合计|66|46|20
            机关事业单位养老保险基金{side}|30|20|10
               其他{side}||20|
            城乡居民基本养老保险基金{side}|20|16|4
            失业保险基金{side}|16|10|{last}
            """, $"2026年全市社会保险基金{side}预算表");

        var sum = isOfAll ? "total" : "current_year_total";
        Assert.Equal([sum, "current_year_total", sum], document.Lines.Take(3).Select(static line => line.ItemKey));
        Assert.All(document.Lines.Where(static line => line.IsLeaf), line => Assert.Equal(isOfAll ? 2 : 1, line.Column));
        Assert.Equal(isOfAll ? [null, null, "of_which"] : [null, "of_which", "of_which"],
            document.Lines.Take(3).Select(static line => line.Qualifier));
    }

    /// <summary>So many rows have to carry money over.</summary>
    [Theory]
    [InlineData(4, "total")]
    [InlineData(3, "current_year_total")]
    public void Normalize_RowsThatCarryMoneyOver_TellTheSumOfAllFromThereOn(int rows, string key)
    {
        string[] all = ["社会保险基金预算支出合计|66|46|20", "失业保险基金支出|30|20|10", "工伤保险基金支出|20|16|4", "生育保险基金支出|16|10|6"];
        var document = Read($"项目|支出合计|当年支出|结转下年\n---\n{string.Join('\n', all.Take(rows))}", "2026年全市社会保险基金支出预算表");

        Assert.Equal(key, document.Lines[0].ItemKey);
    }

    /// <summary>海南 2022: 市县 stands over the places, of which none is all of them; the level of a place below 本级 is its own.</summary>
    [Fact]
    public void Normalize_PlaceBelowItsSum_HasNoLevel()
    {
        var document = TextTable.Normalize(2022, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2022年预算数|市县|<|<
            ^|^|小计|海口市|三亚市
            ---
            均衡性转移支付|60|30|20|10
            结算补助|16|15|9|6
            """, "2022年海南省省级一般公共预算转移支付预算表"));

        Assert.Equal([GovernmentLevel.Own, GovernmentLevel.Lower, null, null],
            document.Lines.Take(4).Select(static line => line.GovernmentLevel));
    }

    private static NormalizedDocument Read(string text, string title) =>
        TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(text, title));
}
