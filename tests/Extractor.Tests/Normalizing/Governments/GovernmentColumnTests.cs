using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>What the headings and the title of a government's table say of its columns.</summary>
public sealed class GovernmentColumnTests
{
    /// <summary>宁夏 2019 prints the transfers of each place by item: their sum alone counts every yuan once.</summary>
    [Theory]
    [InlineData("一般性转移支付小计")]
    [InlineData("一般性转移支付")]
    public void Normalize_ItemsBesideTheirSum_AreNoLeaves(string sum)
    {
        var document = TextTable.Normalize(2019, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            地区|{sum}|均衡性转移支付|结算补助|固定数额补助
            ---
            银川市|60|30|20|10
            石嘴山市|15|9|5|1
            吴忠市|18|8|7|3
            固原市|11|6|4|1
            中卫市|14|7|5|2
            """,
            "2019年自治区对市县一般公共预算一般性转移支付预算草案表（分地区）"));

        Assert.All(document.Lines, line => Assert.Equal(line.Column == 1, line.IsLeaf));
    }

    /// <summary>Too short for its sums to tell: the headings do. Columns of several funds are no parts of a sum of one fund.</summary>
    [Fact]
    public void Normalize_PartsBelowOneHeadingWithTheirSum_AreNoLeaves()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            地区|一般性转移支付|<|<|专项转移支付|<|<
            ^|小计|均衡性转移支付|结算补助|小计|教育支出|农林水支出
            ---
            成都市|30|10|20|15|5|10
            """,
            "2026年省对市县税收返还和转移支付预算表"));
        var ofFunds = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|合计|一般公共预算|政府性基金预算
            ---
            教育支出|50|30|20
            科学技术支出|25|15|10
            节能环保支出|30|20|10
            农林水支出|40|15|25
            """,
            "2026年省本级支出预算表"));

        Assert.All(document.Lines, static line => Assert.Equal(line.Column is 1 or 4, line.IsLeaf));
        Assert.All(ofFunds.Lines, static line => Assert.True(line.IsLeaf));
    }

    /// <summary>县级基本财力保障机制奖补资金 is the name of an item; 省本级 alone says whose the money is.</summary>
    [Fact]
    public void Normalize_ItemOfTransfersThatNamesALevel_IsOfThatItemOnly()
    {
        var document = TextTable.Normalize(2021, DocumentKind.GovernmentFinalAccounts, TextTable.Parse(
            """
            地区|合计|县级基本财力保障机制奖补资金|均衡性转移支付|省本级
            ---
            哈尔滨市|60|30|20|10
            齐齐哈尔市|15|9|5|1
            牡丹江市|18|8|7|3
            """,
            "2021年省对市县一般性转移支付分项目分地区决算表"));

        Assert.Equal([null, null, null, GovernmentLevel.Own], document.Lines.Take(4).Select(static line => line.GovernmentLevel));
        Assert.Equal("县级基本财力保障机制奖补资金", document.Lines[1].ColumnItem);
    }

    /// <summary>新疆 2025: what is left to 地市 and below is of the lower level.</summary>
    [Fact]
    public void Normalize_CitiesAndBelowBesideTheOwnLevel_AreLower()
    {
        var document = TextTable.Normalize(2025, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2025年预算数|<|<
            ^|小计|自治区本级|地市级及以下
            ---
            利润收入|30|20|10
            """,
            "2025年自治区国有资本经营预算收入预算表"));

        Assert.Equal([GovernmentLevel.Own, GovernmentLevel.Lower],
            document.Lines.Skip(1).Select(static line => line.GovernmentLevel!.Value));
        Assert.All(document.Lines, static line => Assert.Null(line.ColumnItem));
    }

    /// <summary>青岛 2026: what was carried in is money of the year, and part of its 合计.</summary>
    [Fact]
    public void Normalize_MoneyCarriedIn_IsOfTheYearAndPartOfItsSum()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            科目|合计|其中|<|去年执行数
            ^|^|当年预算|上年结转|^
            ---
            一般公共服务支出|12|10|2|11
            """,
            "2026年市级一般公共预算支出草案表"));

        Assert.Equal([(2026, true), (2026, false), (2026, false), (2025, true)],
            document.Lines.Select(static line => (line.AmountYear!.Value, line.IsLeaf)));
        Assert.Equal([null, "当年预算", "上年结转", null], document.Lines.Select(static line => line.ColumnItem));
    }

    /// <summary>
    /// A year is no item, whatever numerals it is printed in; two headings of one word are called by all that stands over them.
    /// </summary>
    [Fact]
    public void Normalize_ItemsOfColumns_HoldNoYears()
    {
        var accounts = TextTable.Normalize(2025, DocumentKind.GovernmentExecution, TextTable.Parse(
            """
            项目|二○二四年决算数|二○二五年执行数|2025年执行数比2024年决算数|<
            ^|^|^|增减额|增减%
            ---
            税收收入|100|110|10|10.00%
            """,
            "二○二五年全市一般公共预算收入执行情况表"));
        var debt = TextTable.Normalize(2025, DocumentKind.GovernmentDebt, TextTable.Parse(
            """
            地区|2025年债务限额|<|2025年末债务余额|<|2025年末债务余额|其中:|<
            ^|一般债务|专项债务|一般债务|专项债务|外债|新增债券|再融资债券
            ---
            成都市|30|20|25|15|4|2|1
            """,
            "2025年地方政府债务限额及余额情况表"));

        Assert.Equal([null, null, null], accounts.Lines.Select(static line => line.ColumnItem));
        Assert.Equal([Period.Prior, Period.Current, Period.Change], accounts.Lines.Select(static line => line.Period));
        Assert.Equal(
            ["债务限额 / 一般债务", "债务限额 / 专项债务", "债务余额 / 一般债务", "债务余额 / 专项债务", "外债", "新增债券", "再融资债券"],
            debt.Lines.Select(static line => line.ColumnItem));
    }

    /// <summary>黑龙江 2024 prints 其中 twice: each is of the column before it.</summary>
    [Fact]
    public void Normalize_TheSamePartsOfTwoColumns_AreCalledByWhatTheyArePartsOf()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentFinalAccounts, TextTable.Parse(
            """
            地区|一般债券合计|其中:|<|专项债券合计|其中:|<
            ^|^|新增债券|再融资债券|^|新增债券|再融资债券
            ---
            哈尔滨市|30|20|10|25|15|10
            """,
            "2024年黑龙江省地方政府债券发行情况表（分地区）"));

        Assert.Equal(
            ["一般债券", "一般债券 / 新增债券", "一般债券 / 再融资债券", "专项债券", "专项债券 / 新增债券", "专项债券 / 再融资债券"],
            document.Lines.Select(static line => line.ColumnItem));
    }

    /// <summary>黑龙江 2021: one phase against another is a difference.</summary>
    [Fact]
    public void Normalize_OnePhaseAgainstAnother_IsAChange()
    {
        var document = TextTable.Normalize(2021, DocumentKind.GovernmentFinalAccounts, TextTable.Parse(
            """
            项目|2021年预算|2021年决算|2020年决算|2021年决算比2020年决算|2021年决算比2021年预算
            ---
            公务接待费|10,000|80,000|70,000|10,000|-20,000
            """,
            "2021年黑龙江省本级“三公”经费情况表"));

        Assert.Equal([Period.Current, Period.Current, Period.Prior, Period.Change, Period.Change],
            document.Lines.Select(static line => line.Period));
    }

    /// <summary>迪庆 2026: the title says which money it is; the 合计 of such a table is one of 三公.</summary>
    [Fact]
    public void Normalize_ThreePublicOfFiscalAppropriation_IsOfThatFund()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年预算数|2025年预算数
            ---
            合计|100|90
            公务接待费|60|50
            公务用车运行费|40|40
            """,
            "2026年迪庆州州本级“三公”经费预算财政拨款情况统计表"));

        Assert.All(document.Lines, static line =>
            Assert.Equal((Fund.FiscalAppropriation, Classification.ThreePublic), (line.Fund, line.Classification)));
    }

    /// <summary>
    /// 江苏 2024, 黑龙江 2021: what balances a budget is called much the same in both lists; without a word of economic classes it is of
    /// the functional one.
    /// </summary>
    [Theory]
    [InlineData("2024年省级一般公共预算平衡情况表", Classification.Functional)]
    [InlineData("2024年省级一般公共预算支出表（按经济分类）", Classification.GovernmentEconomic)]
    public void Normalize_NamesOfBothLists_AreOfTheOneThatTheTitleNames(string title, Classification expected)
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            支出项目|预算数
            ---
            转移性支出|30
            补充预算周转金|4
            调出资金|3
            债务还本支出|5
            安排预算稳定调节基金|2
            """,
            title));

        Assert.All(document.Lines, line => Assert.Equal(expected, line.Classification));
    }

    /// <summary>The tables of 横琴 in the final accounts of its province are of no level of that province.</summary>
    [Fact]
    public void Normalize_PlaceNamedInTheTitle_IsThatOfAllLines()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentFinalAccounts, TextTable.Parse(
            """
            项目|2024年决算数
            ---
            利润收入|30
            """,
            "2024年横琴粤澳深度合作区本级国有资本经营预算收入决算表"));

        Assert.Equal(("横琴粤澳深度合作区", GovernmentLevel.Own),
            (Assert.Single(document.Lines).PlaceName, document.Lines[0].GovernmentLevel!.Value));
    }

    /// <summary>
    /// 朝阳 2025 calls a county by a short name that no catalogue has: what stands among its neighbours is a place as they are.
    /// </summary>
    [Fact]
    public void Normalize_PlacesListedBelowAHeading_AreAllPlaces()
    {
        var document = TextTable.Normalize(2025, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            预算科目|2025年预算数
            ---
            市对下转移支付合计|100
            返还性支出分地区合计：|30
            北票市|6
            朝阳县|3
            凌源市|9
            建平县|7
            甲左县|5
            专项转移支付分地区合计：|70
            北票市|40
            丙先生|30
            """,
            "2025年一般公共预算市对下转移支付预算明细表"));

        Assert.Equal([null, null, "北票市", "朝阳县", "凌源市", "建平县", "甲左县", null, null, null],
            document.Lines.Select(static line => line.PlaceName));
    }

    /// <summary>迪庆 2026 heads places by 州（市）; what is named otherwise among them is none.</summary>
    [Fact]
    public void Normalize_PlacesBelowStates_ArePlacesByTheirHeading()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            州（市）|合计|税收返还|转移支付
            ---
            一、提前下达数|30|10|20
            本级|10|5|5
            香格里拉产业园区|8|2|6
            德钦县|7|2|5
            维西县|5|1|4
            二、预算数|60|10|50
            """,
            "2026年迪庆州分地区税收返还和转移支付预算表"));
        var sums = document.Lines.Where(static line => line.Column == 1).ToList();

        Assert.Equal([null, null, "香格里拉产业园区", "德钦县", "维西县", null], sums.Select(static line => line.PlaceName));
        Assert.Equal(GovernmentLevel.Own, sums[1].GovernmentLevel);
        Assert.All(document.Lines, static line => Assert.Equal(Fund.GeneralPublic, line.Fund));
    }

    /// <summary>保定 2026: 还本/付息 over the column is of both; the row above says which.</summary>
    [Fact]
    public void Normalize_RepaymentAndInterestInOneColumn_AreToldByTheRowAbove()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|还本/付息
            ---
            一、偿还本金|70
              省级|70
            二、支付利息|60
              省级|60
            """,
            "2025年政府债券还本付息情况"));

        Assert.Equal(["debt_repaid", "debt_repaid", "debt_interest", "debt_interest"],
            document.Lines.Select(static line => line.ItemKey));
    }

    /// <summary>宁夏 2019 has a table for each insurance, a side below the other.</summary>
    [Fact]
    public void Normalize_BudgetOfOneInsurance_IsOfSocialInsurance()
    {
        var document = TextTable.Normalize(2019, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2018年执行数|2019年预算数
            ---
            一、保险费收入|30|40
            总计|30|40
            一、保险待遇支出|20|25
            总计|20|25
            """,
            "2019年全区失业保险基金预算表"));

        Assert.All(document.Lines, static line => Assert.Equal((Fund.SocialInsurance, GovernmentLevel.Whole),
            (line.Fund, line.GovernmentLevel!.Value)));
        Assert.Equal([Direction.Revenue, Direction.Expenditure],
            document.Lines.Where(static line => line.IsLeaf && line.AmountYear == 2019).Select(static line => line.Direction));
    }

    /// <summary>广州 2026 and 广东 2026 divide each class by levels: what is called like a total of the budget is none there.</summary>
    [Fact]
    public void Normalize_OwnLevelBelowAClass_IsNoTotal()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|2026年预算数
            ---
            省本级支出|90
            一、农林水支出|60
              省本级支出|40
              补助市县支出|20
            二、教育支出|30
            """,
            "2026年省本级一般公共预算支出表"));

        Assert.Equal(["current_year_total", null, null, null, null], document.Lines.Select(static line => line.ItemKey));
    }

    /// <summary>四川 2021 numbers the places, 黑龙江 2021 sums them up under their names.</summary>
    [Fact]
    public void Normalize_PlacesWithANumberOrASum_AreCalledByTheirNames()
    {
        var document = TextTable.Normalize(2021, DocumentKind.GovernmentDebt, TextTable.Parse(
            """
            地区|2021年债务限额|2021年债务余额
            ---
            （一）成都市|30|15
            （二）自贡市|3|2
            绵阳市合计|4|3
            """,
            "四川省2021年地方政府债务限额及余额预算情况表"));

        Assert.Equal(["成都市", "自贡市", "绵阳市"],
            document.Lines.Where(static line => line.Column == 1).Select(static line => line.PlaceName));
    }

    /// <summary>黑龙江 2021 and 2024: the places are rows, and nothing but the kind of transfers tells the fund.</summary>
    [Theory]
    [InlineData("2024年省对市县专项转移支付分地区决算表", Fund.GeneralPublic)]
    [InlineData("2024年省对市县共同财政事权转移支付分地区决算表", Fund.GeneralPublic)]
    [InlineData("2024年省对市县政府性基金专项转移支付分地区决算表", Fund.GovernmentFund)]
    [InlineData("2024年省对市县转移支付分地区决算表", Fund.All)]
    public void Normalize_TransfersOfOneKind_AreOfTheGeneralBudgetUnlessTheyNameAnother(string title, Fund expected)
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentFinalAccounts, TextTable.Parse(
            """
            地区|决算数
            ---
            合计|50
            哈尔滨市|30
            齐齐哈尔市|20
            """,
            title));

        Assert.All(document.Lines, line => Assert.Equal(expected, line.Fund));
    }

    /// <summary>广州 2026, of 市本级: its debt is told of the city and of 本级 apart, so that the name of the city alone is not 本级.</summary>
    [Theory]
    [InlineData("广州市本级", null)]
    [InlineData("越秀区", GovernmentLevel.Own)]
    public void Normalize_DebtThatNamesTheRegionAlone_IsNotOfTheDocumentsLevelWhereThatIsToldApart(string place, GovernmentLevel? expected)
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, GovernmentLevel.Own,
            TextTable.Parse("项目|金额\n---\n二、2025年末地方政府一般债务限额|30", "2025年广州市地方政府一般债务余额情况表"),
            TextTable.Parse($"地区|2025年债务限额\n---\n广州市|30\n{place}|10", "2025年广州市地方政府债务限额及余额情况表"));

        Assert.Equal(expected, document.Lines.First(static line => line.TableOrdinal == 1).GovernmentLevel);
    }

    /// <summary>新疆 2025: the title names no fund, the rows do; where they name several it is of all.</summary>
    [Theory]
    [InlineData("政府性基金转移支付", Fund.All)]
    [InlineData("专项转移支付", Fund.GeneralPublic)]
    public void Normalize_TransfersWhoseRowsNameTheFund_AreOfIt(string other, Fund expected)
    {
        var document = TextTable.Normalize(2025, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            项目|2025年预算数
            ---
            一般性转移支付|30
            {other}|20
            """,
            "2025年自治区对各地转移支付补助预算表"));

        Assert.All(document.Lines, line => Assert.Equal(expected, line.Fund));
    }
}
