using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>收支总表 in the forms of Shenzhen, Suzhou, Changsha, Foshan, Yantai, Shanghai and Xi'an.</summary>
public sealed class TwoSidedTableTests
{
    [Fact]
    public void Normalize_NamesWithoutCodes_CodesAreFoundUnderTheRowAbove()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收 入|<|支 出|<
            项 目|2026年预算数|项 目|2026年预算数
            ---
            一、财政拨款|4,676.96|一、一般公共服务支出|3,459.13
             1.一般公共预算拨款|4,676.96|    信访事务|3,459.13
             2.政府性基金预算拨款|0.00|        行政运行|1,866.84
             3.国有资本经营预算拨款|0.00|        信访业务|1,592.29
            二、财政专户管理资金|0.00|二、教育支出|1,225.17
            三、单位资金|0.00|    进修及培训|1,225.17
             1.事业收入|0.00|        培训支出|1,225.17
            本年收入合计|4,676.96|本年支出合计|4,684.30
            上年结余、结转|7.34|结转下年|0.00
             1.财政拨款结余、结转|7.34||
             2.非财政拨款结余、结转|0.00||
            收入总计|4,684.30|支出总计|4,684.30
            """,
            "收支总表"));

        Assert.Equal(TableKey.RevenueExpenditureSummary, document.Tables[0].Key);
        var expenditure = document.Lines.Where(static line => line.Direction == Direction.Expenditure).ToList();
        Assert.Equal(["201", "20140", "2014001", "2014004", "205", "20508", "2050803", null, null, null],
            expenditure.Select(static line => line.SubjectCode));
        Assert.Equal(CodeEvidence.NameUnderParent, expenditure[2].CodeEvidence);
        Assert.Equal("一、一般公共服务支出", expenditure[0].SubjectNameAsPrinted);
        AssertLeavesMakeTheTotal(document, 46_843_000m);
        Assert.Equal(
            ["fiscal_appropriation", "general_public", "government_fund", "state_capital", "special_account", "unit_funds",
                "business_income", "current_year_total", "carried_in", "carried_in", "carried_in", "total"],
            document.Lines.Where(static line => line.Direction == Direction.Revenue).Select(static line => line.ItemKey));
        Assert.All(document.Lines.Where(static line => line.AmountYuan != 0), static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>江苏 2019: 项目名称 heads the sources of the revenue as well as 支出用途.</summary>
    [Fact]
    public void Normalize_SourcesUnderTheHeadingOfProjects_AreRevenue()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<|<|<
            ^|<|功能分类|<|支出用途|<
            项目名称|金额|功能科目名称|金额|项目名称|金额
            ---
            一、财政拨款|183.37|一、一般公共服务支出|150.00|一、基本支出|93.12
             1.一般公共预算|183.37|八、社会保障和就业支出|33.37|二、项目支出|64.60
             2.政府性基金预算||||三、单位预留机动经费|25.65
            当年收入小计|183.37|当年支出小计|183.37||
            上年结转资金||结转下年资金|||
            收入合计|183.37|支出合计|183.37||
            """,
            "收支预算总表"));

        Assert.Equal(
            [("fiscal_appropriation", Classification.Revenue), ("general_public", Classification.Revenue),
                ("current_year_total", Classification.Revenue), ("total", Classification.Revenue)],
            document.Lines.Where(static line => line.Direction == Direction.Revenue).Select(static line =>
                (line.ItemKey!, line.Classification)));
    }

    [Fact]
    public void Normalize_CurrentYearHeadsTheList_ItsPartsHangBelowIt()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            一、本年收入|86,940.35|一、本年支出|86,940.35
            （一）一般公共预算拨款|20,832.97|（一）一般公共服务支出|
            （二）政府性基金预算拨款|66,107.38|（八）社会保障和就业支出|20,832.97
            （三）国有资本经营预算拨款||（十一）城乡社区支出|66,107.38
            二、上年结转||二、结转下年|
            （一）一般公共预算拨款|||
            收入总计|86,940.35|支出总计|86,940.35
            """,
            "财政拨款收支总表"));

        Assert.Equal(TableKey.FiscalAppropriationSummary, document.Tables[0].Key);
        AssertLeavesMakeTheTotal(document, 869_403_500m);
        var social = document.Lines.Single(static line => line.SubjectCode == "208");
        Assert.Equal(document.Lines.Single(static line =>
            line is { ItemKey: "current_year_total", Direction: Direction.Expenditure }).LineId, social.ParentLineId);
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.All(document.Lines, static line => Assert.Equal(line.ItemKey switch
        {
            "general_public" => Fund.GeneralPublic,
            "government_fund" => Fund.GovernmentFund,
            _ => Fund.FiscalAppropriation,
        }, line.Fund));
    }

    [Fact]
    public void Normalize_RightSideSplitByFund_EveryFundIsItsOwnColumn()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收 入|<|支  出|<|<|<|<
            项目|预算数|项目|预算数|<|<|<
            ^|^|^|总计|一般公共预算|政府性基金预算|国有资本经营预算
            ---
            一、一般公共预算收入|5,713.22|一、一般公共服务支出|5,713.22|5,713.22||
            二、政府性基金预算收入||十九、国有资本经营预算支出|550.00|||550.00
            三、国有资本经营预算收入|550.00|||||
            本 年 收 入 合 计|6,263.22|本 年 支 出 合 计|6,263.22|5,713.22||550.00
            上年结转||结转下年||||
            收 入 总 计|6,263.22|支 出 总 计|6,263.22|5,713.22||550.00
            """,
            "财政拨款收支总体情况表"));

        var total = document.Lines.Where(static line =>
            line is { RowRole: RowRole.Total, ItemKey: "total", Direction: Direction.Expenditure });
        Assert.Equal([(Fund.FiscalAppropriation, 62_632_200m), (Fund.GeneralPublic, 57_132_200m), (Fund.StateCapital, 5_500_000m)],
            total.Select(static line => (line.Fund, line.AmountYuan)));
        AssertLeavesMakeTheTotal(document, 62_632_200m);
        Assert.Contains(document.Checks, static check => check.Rule == "funds_sum_to_total");
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_FinalAccountsWithLineNumbers_PhaseAndCarriedOver()
    {
        var document = TextTable.Normalize(2019, DocumentKind.DepartmentFinalAccounts, TextTable.Parse(
            """
            收入|<|<|支出|<|<
            项  目|行次|决算数|项  目|行次|决算数
            栏  次||1|栏  次||2
            ---
            一、一般公共预算财政拨款收入|1|1668.14|一、一般公共服务支出|27|0.00
            二、政府性基金预算财政拨款收入|2|0.00|八、社会保障和就业支出|34|76.23
            七、其他收入|7|0.01|十三、交通运输支出|39|1591.91
            本年收入合计|23|1668.15|本年支出合计|49|1668.14
            用事业基金弥补收支差额|24|0.00|结余分配|50|0.00
            年初结转和结余|25|0.00|年末结转和结余|51|0.01
            总计|26|1668.15|总计|52|1668.15
            """,
            "收入支出决算总表"));

        Assert.All(document.Lines, static line => Assert.Equal(Phase.FinalAccounts, line.Phase));
        Assert.Equal(["201", "208", "214"], document.Lines.Where(static line => line.SubjectCode is not null).Select(static line =>
            line.SubjectCode));
        Assert.Equal(["use_of_surplus", "surplus_distribution", "carried_in", "carried_out"], document.Lines.Where(static line =>
            line.Row is 7 or 8).Select(static line => line.ItemKey));
        AssertLeavesMakeTheTotal(document, 16_681_500m);

        // 0.01 in a list of 1668.15 is less than rounding allows its sum: it could stand anywhere.
        Assert.All(document.Lines.Where(static line => line.AmountYuan > 100), static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.Equal((Proof.Unproven, LineDoubt.PlaceUnproven), document.Lines.Where(static line => line.ItemKey == "carried_out")
            .Select(static line => (line.Proof, line.Doubt)).Single());
    }

    [Fact]
    public void Normalize_ThreeClassificationsSideBySide_OnlyTheFunctionalOneIsCounted()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收 入|<|支 出|<|<|<|<|<
            项 目|预算数|支出功能分类|预算数|部门预算支出经济分类|预算数|政府预算支出经济分类|预算数
            ---
            一、部门预算||一、部门预算||一、部门预算||一、部门预算|
            1、财政拨款||1、一般公共服务|56.52|1、人员经费和公用经费支出|80.00|1、机关工资福利支出|56.52
            (1)一般公共预算拨款收入|156.52|2、外交|0|(1)工资福利支出|60.00|2、机关商品和服务支出|100.00
            (2)政府性基金收入|0|5、教育|100.00|(2)商品和服务支出|20.00||
            2、上级补助收入|0|||2、专项业务经费支出|76.52||
            ||||(1)商品和服务支出|76.52||
            本年收入合计|156.52|本年支出合计|156.52|本年支出合计|156.52|本年支出合计|156.52
            上年结转|0|结转下年|0|结转下年|0|结转下年|0
            收入总计|156.52|支出总计|156.52|支出总计|156.52|支出总计|156.52
            """,
            "2026年部门综合预算收支总表"));

        Assert.Equal(
            [Classification.Functional, Classification.DepartmentEconomic, Classification.GovernmentEconomic],
            document.Lines.Where(static line => line is { ItemKey: "total", Direction: Direction.Expenditure }).Select(static line =>
                line.Classification));
        AssertLeavesMakeTheTotal(document, 1_565_200m);
        Assert.Equal(["201", "202", "205"], document.Lines.Where(static line =>
            line is { Classification: Classification.Functional, SubjectCode: not null }).Select(static line => line.SubjectCode));
        Assert.All(document.Lines.Where(static line => line.AmountYuan != 0), static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_UnitOfTableIsYuan_AmountsAreNotScaled()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            本年收入|<|本年支出|<
            项目|预算数|项目|预算数
            ---
            一、财政拨款收入|96,282,213.44|一、公共安全支出|87,267,272.44
            1. 一般公共预算|96,282,213.44|二、社会保障和就业支出|9,014,941.00
            2. 政府性基金预算|0.00||
            二、事业收入|0.00||
            收入总计|96,282,213.44|支出总计|96,282,213.44
            """,
            "2026年部门财务收支预算总表", "单位：元"));

        AssertLeavesMakeTheTotal(document, 96_282_213.44m);
        Assert.Equal(("元", UnitEvidence.PrintedOnTable), (document.Tables[0].UnitAsPrinted, document.Tables[0].UnitEvidence));
    }

    [Fact]
    public void Normalize_SidesHeadedByTheYearsMoney_RowsKeepTheirOwnItems()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            本年收入|<|本年支出|<|<|<
            项目|预算数|项目|预算数|<|<
            ^|^|^|合计|基本支出|项目支出
            ---
            一、财政拨款收入|60.00|一、公共安全支出|70.00|50.00|20.00
            二、事业收入|10.00||||
            收入总计|70.00|支出总计|70.00|50.00|20.00
            """,
            "收支预算总表"));

        Assert.Equal(["fiscal_appropriation", null, null, null, "business_income", "total", "total", "total", "total"],
            document.Lines.Select(static line => line.ItemKey));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_BracketsSayWhatIsNotMeant_NameIsWhatStandsBefore()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            一、财政专户管理资金（教育收费）|3.00|一、教育支出|8.00
            二、事业收入（不含教育收费）|5.00||
            收入总计|8.00|支出总计|8.00
            """,
            "收支总表"));

        Assert.Equal(["special_account", "business_income", "total"], document.Lines.Where(static line =>
            line.Direction == Direction.Revenue).Select(static line => line.ItemKey));
    }

    [Fact]
    public void Normalize_HeadingsOverWholeSides_NamesAndAmountsStayTogether()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<|<|<|<|<
            收入项目|本年预算|支出功能分类|<|支出经济分类|<|按支出性质分类|<
            ^|^|项目|本年预算|项目|本年预算|项目|本年预算
            ---
            一、一般公共预算拨款收入|90.00|一、一般公共服务支出|100.00|工资福利支出|70.00|一、基本支出|60.00
            二、政府性基金预算拨款收入|10.00|二、外交支出||商品和服务支出|30.00| 1.人员经费|50.00
            |||||| 2.公用经费|10.00
            ||||||二、项目支出|40.00
            收入总计|100.00|支出总计|100.00|支出总计|100.00|支出总计|100.00
            """,
            "部门收支总体情况表"));

        Assert.Equal(1_000_000m, document.Lines.Single(static line => line.SubjectCode == "201").AmountYuan);
        Assert.Equal(["301", "302"], document.Lines.Where(static line =>
            line is { Classification: Classification.DepartmentEconomic, SubjectCode: not null }).Select(static line => line.SubjectCode));
        Assert.Equal(["basic", "personnel", "public", "project"], document.Lines.Where(static line =>
            line.Column == 7 && line.RowRole != RowRole.Total).Select(static line => line.ItemKey));
        AssertLeavesMakeTheTotal(document, 1_000_000m);
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_ListNamedInTheHeadingOfTheSide_RowsAreOfThatList()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出（按功能分类）|<|支出（按部门预算经济分类）|<
            项目|本年预算|项目|本年预算|项目|本年预算
            ---
            一、财政拨款收入|90.00|一、教育支出|90.00|一、工资福利支出|90.00
            收入总计|90.00|支出总计|90.00|支出总计|90.00
            """,
            "部门收支总体情况表"));

        Assert.Equal(["205", "301"], document.Lines.Where(static line => line.SubjectCode is not null).Select(static line =>
            line.SubjectCode));
        AssertLeavesMakeTheTotal(document, 900_000m);
    }

    [Fact]
    public void Normalize_NoUnitAnywhere_NoLinesButAFinding()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            一、财政拨款收入|96.44|一、公共安全支出|96.44
            收入总计|96.44|支出总计|96.44
            """,
            "收支总表", unit: null));

        Assert.Empty(document.Lines);
        Assert.Single(document.Findings, static finding => finding.Rule == "unknown_unit");
        Assert.Equal(UnitEvidence.None, document.Tables[0].UnitEvidence);
    }

    private static void AssertLeavesMakeTheTotal(NormalizedDocument document, decimal yuan)
    {
        foreach (var side in document.Lines.Where(static line => line.IsLeaf).GroupBy(static line => line.Direction))
        {
            // The first column of a side holds the whole money, those behind it its funds.
            var first = side.Min(static line => line.Column);
            Assert.Equal(yuan, side.Where(line => line.Column == first).Sum(static line => line.AmountYuan));
        }
    }

    [Fact]
    public void Normalize_KindsOfMoneyCarriedOver_AreCountedOnce()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            一、一般公共预算拨款收入|100.00|一、教育支出|110.00
            本年收入合计|100.00|本年支出合计|110.00
            上年结转|10.00||
                财政拨款结转|7.00||
                单位资金结转|3.00||
            收入预算总计|110.00|支出预算总计|110.00
            """,
            "部门收支总表"));

        Assert.Equal(1_100_000m, document.Lines.Where(static line => line is { IsLeaf: true, Direction: Direction.Revenue })
            .Sum(static line => line.AmountYuan));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        Assert.Equal(2, document.Lines.Count(static line => line is { ItemKey: "total", RowRole: RowRole.Total }));
    }

    /// <summary>A government prints the balance of a fund without saying over its columns which side they are.</summary>
    [Fact]
    public void Normalize_BalanceOfAFund_LeftSideIsRevenue()
    {
        var document = TextTable.Normalize(2024, Model.Documents.DocumentKind.GovernmentBudget, TextTable.Parse(
            """
            项目|预算数|项目|预算数
            ---
            一、全省政府性基金收入|31,605,519|一、全省政府性基金支出|40,877,120
            二、调入资金|334,821|二、调出资金|5,418,016
            三、上年结余收入|14,354,796||
            收入总计|46,295,136|支出总计|46,295,136
            """,
            "2024年全省政府性基金收支总表"));

        Assert.Equal([Direction.Revenue, Direction.Expenditure], document.Lines.Where(static line => line.RowRole == RowRole.Total).Select(
            static line => line.Direction));
        Assert.All(document.Lines, static line => Assert.Equal(Fund.GovernmentFund, line.Fund));
        Assert.Equal(4, document.Lines.Count(static line => line.Direction == Direction.Revenue));
        Assert.Equal(CheckOutcome.Holds,
            Assert.Single(document.Checks, static check => check.Rule == "revenue_equals_expenditure").Outcome);
    }

    /// <summary>One list of places is no side, whatever its title.</summary>
    [Fact]
    public void Normalize_BalanceInOneList_IsWhatItsKindIs()
    {
        var document = TextTable.Normalize(2024, Model.Documents.DocumentKind.GovernmentBudget, TextTable.Parse(
            "科目编码|科目名称|预算数\n---\n212|城乡社区支出|5.00\n|合计|5.00", "2024年政府性基金收支执行情况表"));

        Assert.All(document.Lines, static line => Assert.Equal(Direction.Expenditure, line.Direction));
    }
}
