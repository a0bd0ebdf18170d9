using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Governments;

namespace Extractor.Tests.Normalizing.Governments;

/// <summary>Of which place, year and phase an amount is, where headings alone do not tell it.</summary>
public sealed class GovernmentPlaceTests
{
    /// <summary>广东 2026 lists the projects of 省本级 below it under the heading 地区.</summary>
    [Fact]
    public void Normalize_ProjectsBelowTheOwnLevel_AreNoPlaces()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            地区|合计|新增一般债务限额|新增专项债务限额
            ---
            全省合计|60|20|40
            一、省本级|20|10|10
            普通国省道建设|12|7|5
            白云国际机场三期扩建工程|8|3|5
            二、市县合计|40|10|30
            广州市|25|4|21
            横琴粤澳深度合作区|10|4|6
            待分配|5|2|3
            """,
            "2026年广东省提前下达新增债务限额分配情况表"));
        var all = document.Lines.Where(static line => line.Column == 1).ToList();

        Assert.Equal([null, null, null, null, null, "广州市", "横琴粤澳深度合作区", null], all.Select(static line => line.PlaceName));
        Assert.Equal(
            [GovernmentLevel.Whole, GovernmentLevel.Own, GovernmentLevel.Own, GovernmentLevel.Own, GovernmentLevel.Lower, null, null, null],
            all.Select(static line => line.GovernmentLevel));
        Assert.Equal(["debt_new_limit", null, null], all.Skip(1).Take(3).Select(static line => line.ItemKey));
    }

    /// <summary>The kinds of debt of each place in rows of their own, limit and balance across.</summary>
    [Fact]
    public void Normalize_KindsOfDebtBelowPlaces_AreWhatTheColumnSays()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentDebt, TextTable.Parse(
            """
            地区|债务类型|2024年债务限额|2024年末债务余额|限额空间
            ---
            全省合计|小计|90|80|10
            ^|一般债务|40|35|5
            ^|专项债务|50|45|5
            广州市|小计|60|52|8
            ^|一般债务|25|21|4
            ^|专项债务|35|31|4
            深圳市|小计|30|28|2
            ^|一般债务|15|14|1
            ^|专项债务|15|14|1
            """,
            "广东省2024年政府债务限额和余额分地区分类型情况表"));
        var lines = document.Lines.ToLookup(static line => line.Column);

        Assert.Equal(["debt_limit", "general_debt_limit", "special_debt_limit"], lines[2].Take(3).Select(static line => line.ItemKey));
        Assert.Equal(["debt_balance", "general_debt_balance", "special_debt_balance"],
            lines[3].Skip(3).Take(3).Select(static line => line.ItemKey));
        Assert.All(lines[4], static line => Assert.EndsWith("debt_room", line.ItemKey, StringComparison.Ordinal));
        Assert.Equal([GovernmentLevel.Whole, GovernmentLevel.Whole, GovernmentLevel.Whole, null],
            lines[2].Take(4).Select(static line => line.GovernmentLevel));
        Assert.Equal([null, null, null, "广州市", "广州市", "广州市", "深圳市", "深圳市", "深圳市"],
            lines[2].Select(static line => line.PlaceName));
    }

    [Theory]
    [InlineData("一般债务", true)]
    [InlineData("其中:专项债务", true)]
    [InlineData("(一)政府一般债务", true)]
    [InlineData("新增一般债务", false)]
    [InlineData("一般债券", false)]
    public void IsCategory_OfAKindOfDebtAlone_IsTrue(string row, bool expected) => Assert.Equal(expected, DebtFigure.IsCategory(row));

    /// <summary>广东 and 广州 2026 print 地区 over kinds of bonds: they are parts of what is owed.</summary>
    [Fact]
    public void Normalize_KindsOfBondsUnderThePlaceHeading_AreNoPlaces()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            债券类型|地区|余额|2026年|2027年
            ---
            一般债券|合计|90|40|50
            ^|新增债券|30|10|20
            ^|再融资债券|60|30|30
            """,
            "全省地方政府债券分年度偿还计划情况表"));

        Assert.All(document.Lines, static line => Assert.Null(line.PlaceName));
        Assert.Equal([null, null],
            document.Lines.Where(static line => line is { Column: 2, Row: > 1 }).Select(static line => line.ItemKey));
    }

    /// <summary>山东 2024: 一般债券 merged over its kinds, which stand in a column beside it.</summary>
    [Fact]
    public void Normalize_NameMergedOverRows_IsCompletedBesideIt()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentFinalAccounts, TextTable.Parse(
            """
            地区|项目|类型|2024年末余额
            ---
            全省|一般债券|合计|90
            ^|^|新增债券|30
            ^|^|再融资债券|60
            """,
            "2024年末山东省地方政府债券年限情况表"));

        Assert.Equal(["一般债券", "新增债券", "再融资债券"], document.Lines.Select(static line => line.SubjectNameAsPrinted));
        Assert.Equal(["general_debt_balance", null, null], document.Lines.Select(static line => line.ItemKey));
    }

    /// <summary>朝阳 2025 goes on from the items to the counties that get them.</summary>
    [Theory]
    [InlineData("", null)]
    [InlineData("朝阳县|30", "朝阳县")]
    public void Normalize_CountiesListedBelowATransfer_ArePlacesFromThreeOn(string third, string? place)
    {
        var document = TextTable.Normalize(2025, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"""
            预算科目|2025年预算数
            ---
            一、返还性支出|35
            增值税税收返还支出|20
            所得税基数返还支出|15
            专项转移支付分地区合计|{(third.Length > 0 ? 100 : 70)}
            北票市|30
            凌源市|40
            {third}
            """,
            "2025年一般公共预算市对下转移支付预算明细表"));
        var last = document.Lines[^1];

        Assert.Equal(place, last.PlaceName);
        Assert.Equal(place is null ? null : "专项转移支付", last.ColumnItem);
        Assert.All(document.Lines.Take(4), static line => Assert.Null(line.PlaceName));
    }

    /// <summary>青岛 2026: zones that no catalogue has stand among the districts.</summary>
    [Fact]
    public void Normalize_ZoneAmongColumnsOfPlaces_IsAPlace()
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|合计|市南区|市北区|崂山区|自贸片区|未落实到地区数
            ---
            专项转移支付|100|30|20|10|25|15
            """,
            "2026年市级对区（市）转移支付预算表"));

        Assert.Equal([null, "市南区", "市北区", "崂山区", "自贸片区", null], document.Lines.Select(static line => line.PlaceName));
        Assert.Equal("未落实到地区数", document.Lines[^1].ColumnItem);
    }

    /// <summary>A budget's tables of the year before are no plan; what names its phase is what it says.</summary>
    [Theory]
    [InlineData("2025年政府债务余额情况", "债务余额", Phase.Execution, 2025)]
    [InlineData("2026年政府债务余额情况", "债务余额", Phase.Budget, 2026)]
    [InlineData("2025年政府债务余额预算情况", "债务余额", Phase.Budget, 2025)]
    [InlineData("2025年政府债务余额情况", "债务余额预算数", Phase.Budget, 2025)]
    [InlineData("2026年政府债务余额预计情况", "预计债务余额", Phase.Budget, 2026)]
    [InlineData("2025年政府债务余额预计情况", "债务余额", Phase.Execution, 2025)]
    [InlineData("2026年政府债务余额预算情况", "2025年预计债务余额", Phase.Execution, 2025)]
    [InlineData("2025年政府债务余额预算情况", "2025年预计债务余额", Phase.Budget, 2025)]
    public void Normalize_TableOfAYearBefore_IsOfItsExecution(string title, string heading, Phase phase, int year)
    {
        var document = TextTable.Normalize(2026, DocumentKind.GovernmentBudget, TextTable.Parse(
            $"地区|{heading}\n---\n全市|30\n市本级|20\n县区级|10", title));

        Assert.All(document.Lines, line => Assert.Equal((phase, year), (line.Phase, line.AmountYear)));
    }

    /// <summary>吉林 2023 says in each row of what phase it is; the others are of that which the document's titles name.</summary>
    [Fact]
    public void Normalize_RowsOfDebt_TellTheirPhase()
    {
        var document = TextTable.Normalize(2023, DocumentKind.GovernmentDebt, TextTable.Parse(
            """
            项目|本地区|本级
            ---
            二、2023年地方政府债务付息执行数|25|3
            三、2023年末地方政府债务余额决算数|87|9
            四、2023年地方政府债务还本预算数|15|2
            五、2024年地方政府债务限额|91|9
            """,
            "2023年地方政府债务发行及还本付息情况表"));

        Assert.Equal([Phase.Execution, Phase.FinalAccounts, Phase.Budget, Phase.Budget],
            document.Lines.Where(static line => line.Column == 1).Select(static line => line.Phase));
    }

    /// <summary>A disclosure of debt that names no phase tells what was owed, and of a year to come what is allowed.</summary>
    [Fact]
    public void Normalize_DebtWithoutAPhase_IsExecutedUpToTheYearOfTheDocument()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentDebt, TextTable.Parse(
            """
            地区|2023年末余额|2024年末余额|2025年限额
            ---
            合计|30|40|50
            哈尔滨市|20|25|30
            大庆市|10|15|20
            """,
            "黑龙江省分地区地方政府债务情况表"));

        Assert.Equal([Phase.Execution, Phase.Execution, Phase.Budget], document.Lines.Take(3).Select(static line => line.Phase));
    }

    /// <summary>到期年度 names no years of columns here but the rows.</summary>
    [Fact]
    public void Normalize_YearsInWhichDebtIsDue_AreNamesOfRows()
    {
        var document = TextTable.Normalize(2024, DocumentKind.GovernmentDebt, TextTable.Parse(
            """
            到期年度|合计|一般债务|专项债务
            ---
            合计|30|10|20
            2025年到期|18|6|12
            2026年及以后到期|12|4|8
            """,
            "2024年末政府债务余额期限结构表"));

        Assert.Equal(["合计", "2025年到期", "2026年及以后到期"], document.Lines.Where(static line => line.Column == 1)
            .Select(static line => line.SubjectNameAsPrinted));
        Assert.All(document.Lines.Skip(3), static line => Assert.Null(line.ItemKey));
    }

    /// <summary>All places below are named by their kinds alone, in whatever order and brackets.</summary>
    [Theory]
    [InlineData("县(区)级", true)]
    [InlineData("县区小计", true)]
    [InlineData("各旗县区", true)]
    [InlineData("县(市、区)", true)]
    [InlineData("各市", true)]
    [InlineData("市级", false)]
    [InlineData("市区", false)]
    [InlineData("区", false)]
    [InlineData("甘州区", false)]
    public void AreBelow_KindsOfPlaces_AreSeveral(string words, bool expected) => Assert.Equal(expected, PlaceNames.AreBelow(words));

    /// <summary>同期数 beside 快报数 is of the year before.</summary>
    [Fact]
    public void Normalize_SamePeriod_IsOfTheYearBefore()
    {
        var document = TextTable.Normalize(2025, DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            地区|快报数|同期数|增幅%
            ---
            合计|88|83|6.1
            北票市|48|43|10.4
            凌源市|40|40|0.0
            """,
            "全市2024年分地区一般公共预算收入结构情况表"));

        Assert.Equal([(2024, Period.Current, Phase.Execution), (2023, Period.Prior, Phase.Execution)],
            document.Lines.Take(2).Select(static line => (line.AmountYear!.Value, line.Period, line.Phase)));
    }
}
