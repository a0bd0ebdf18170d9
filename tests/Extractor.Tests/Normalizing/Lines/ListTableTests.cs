using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Projects, purchases and revenue by unit as Xi'an, Shenzhen, Beijing, Chongqing and Suzhou print them.</summary>
public sealed class ListTableTests
{
    [Fact]
    public void Normalize_SumLinesThatNothingTellsApart_NestByTheirAmounts()
    {
        var document = TextTable.Normalize(2022, Model.Documents.DocumentKind.DepartmentBudget, TextTable.Parse(
            """
            单位编码|单位（项目）名称|项目金额|项目简介
            ---
            |合计|32,128,304.00|
            253001|西安市住房和城乡建设局|31,591,304.00|
            |通用项目|518,000.00|
            |专项购置|518,000.00|
            |办公设备购置经费|518,000.00|
            |专用项目|31,073,304.00|
            |其他履职尽责专项业务费|31,073,304.00|
            |绩效评价及评估费|22,885,804.00|
            |农村危房改造补助资金|8,187,500.00|
            253002|西安市散装水泥发展服务中心|537,000.00|
            |通用项目|537,000.00|
            |行业管理检查|537,000.00|
            """,
            "2022年部门综合预算专项业务经费支出表", "元"));

        Assert.Equal(TableKey.ProjectExpenditure, document.Tables[0].Key);
        Assert.Equal(
            ["办公设备购置经费", "绩效评价及评估费", "农村危房改造补助资金", "行业管理检查"],
            document.Lines.Where(static line => line.IsLeaf).Select(static line => line.SubjectNameAsPrinted));
        Assert.Equal(32_128_304m, document.Lines.Where(static line => line.IsLeaf).Sum(static line => line.AmountYuan));
        Assert.Equal("西安市散装水泥发展服务中心", document.Lines[^1].UnitName);
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_ProjectsIndentedUnderTheirUnit_FundsAsColumns()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            支出项目类别|2026年预算|<|<|<|<
            ^|总计|财政拨款|<|单位资金|上年结余、结转
            ^|^|一般公共预算拨款|政府性基金预算拨款|其他收入|^
            ---
            深圳市信访局|1,612.29|1,604.95|0.00|0.00|7.34
               社工服务项目|498.82|498.82|0.00|0.00|0.00
               信访专项|1,113.03|1,106.13|0.00|0.00|6.90
               政务信息化项目（系统业务运营服务）|0.44|0.00|0.00|0.00|0.44
            """,
            "项目支出总表"));

        var unit = document.Lines.Where(static line => line.Row == 3).ToList();
        Assert.Equal([Fund.All, Fund.GeneralPublic, Fund.GovernmentFund, Fund.UnitFunds, Fund.All], unit.Select(static line => line.Fund));
        Assert.Equal([RowRole.Total], unit.Select(static line => line.RowRole).Distinct());
        Assert.Equal(16_122_900m, document.Lines.Where(static line => line is { IsLeaf: true, Fund: Fund.All }).Sum(static line =>
            line.AmountYuan));
        Assert.All(document.Lines.Where(static line => line.AmountYuan != 0), static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>What is bought names the row, not who buys it; 小计 in the column of units is none of them.</summary>
    [Fact]
    public void Normalize_GoodsInAColumnOfNoMeaning_NameTheirRows()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            品目编码|品目名称|预算单位|采购金额
            ---
            A02010105|台式计算机|某某市公安局|85.58
            C21040001|物业管理服务|某某市看守所|10.02
            |合计||95.60
            """,
            "政府采购预算明细表"));

        Assert.Equal([("台式计算机", "某某市公安局"), ("物业管理服务", "某某市看守所")], document.Lines.Where(static line => line.IsLeaf)
            .Select(static line => (line.SubjectNameAsPrinted, line.UnitName)));
        Assert.All(document.Lines, static line => Assert.Equal(Classification.Procurement, line.Classification));
    }

    [Fact]
    public void Normalize_SubtotalInTheColumnOfUnits_IsOfTheUnitAboveIt()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            单位|项目名称|金额
            ---
            某某区教育局|校园安全|5.00
            ^|高中改善|7.00
            小计||12.00
            某某区教师进修学校|骨干培养|3.00
            小计||3.00
            合计||15.00
            """,
            "项目支出预算表"));

        Assert.Equal([(RowRole.Subtotal, "某某区教育局"), (RowRole.Subtotal, "某某区教师进修学校")], document.Lines
            .Where(static line => line.SubjectNameAsPrinted == "小计").Select(static line => (line.RowRole, line.UnitName)));
    }

    [Fact]
    public void Normalize_FundOfAProjectBelowIt_IsTheFundOfItsRow()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            序号|项目单位及项目名称|预算金额
            ---
            |合计|12.00
            1|执法办案|5.00
            |    其中：一般公共预算|5.00
            2|监区改造|7.00
            |    其中：政府性基金预算|7.00
            """,
            "项目支出预算表"));

        Assert.Equal([Fund.All, Fund.All, Fund.GeneralPublic, Fund.All, Fund.GovernmentFund], document.Lines.Select(static line =>
            line.Fund));
    }

    /// <summary>A kind of one member, one row of the profiles and rows of the titles: its lines need no code of their own.</summary>
    [Fact]
    public void Normalize_AssetsToBeAcquired_AreAListOfPurchases()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            单位代码|单位名称|资产名称|数量|单价|金额
            ---
            |合计||||35.50
            101001|某市某局|台式计算机|50|0.50|25.00
            101001|某市某局|多功能一体机|21|0.50|10.50
            """,
            "2026年新增资产配置预算表"));

        Assert.Equal(TableKey.AssetAcquisition, document.Tables[0].Key);
        Assert.Equal([355_000m, 250_000m, 105_000m], document.Lines.Select(static line => line.AmountYuan));
        Assert.Equal(["台式计算机", "多功能一体机"], document.Lines.Where(static line => line.IsLeaf).Select(static line =>
            line.SubjectNameAsPrinted));
        Assert.All(document.Lines, static line => Assert.Equal((Proof.Proven, Classification.Procurement, Direction.Expenditure),
            (line.Proof, line.Classification, line.Direction)));
    }

    [Fact]
    public void Normalize_RevenueAsOneRowWithoutAName_IsTheTotal()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            合计|本年收入|<|<|<|上年结转结余|<|<
            ^|小计|一般公共预算资金|事业收入|其他收入|小计|一般公共预算资金|单位资金
            ---
            32,852.053832|32,380.090089|32,365.090089||15.000000|471.963743|436.846550|35.117193
            """,
            "预算02表 收入总表"));

        Assert.Equal(7, document.Lines.Length);
        Assert.All(document.Lines, static line =>
            Assert.Equal((RowRole.Total, Direction.Revenue, line.Fund == Fund.All ? Proof.Proven : Proof.Unproven),
                (line.RowRole, line.Direction, line.Proof)));
        Assert.Equal(328_520_538.32m, document.Lines.Single(static line => line is { IsLeaf: true, Fund: Fund.All }).AmountYuan);
        Assert.Equal("carried_in", document.Lines.Single(static line => line.Column == 6).ItemKey);
    }

    [Fact]
    public void Normalize_UnitsByCodeAndSum_OnlyTheLowestCount()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            部门代码|部门名称|合计|一般公共预算|政府性基金预算|上年结转结余
            ---
            |合计|86,999.14|20,832.97|66,107.38|58.79
            114|苏州市自然资源和规划局|86,999.14|20,832.97|66,107.38|58.79
            114001|苏州市自然资源和规划局|10,022.32|9,078.52|943.80|
            114002|苏州市不动产登记中心|76,976.82|11,754.45|65,163.58|58.79
            """,
            "收入总表"));

        Assert.Equal(869_991_400m, document.Lines.Where(static line => line is { IsLeaf: true, Fund: Fund.All, ItemKey: "unit_total" })
            .Sum(static line => line.AmountYuan));
        Assert.Equal([3, 4], document.Lines.Where(static line => line is { IsLeaf: true, Fund: Fund.All }).Select(static line => line.Row));
        Assert.All(document.Lines, static line => Assert.Equal((Classification.Unit, Proof.Proven), (line.Classification, line.Proof)));
    }

    [Fact]
    public void Normalize_TotalUnderAHeadingWithoutMeaning_IsStillTheTotal()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            项目编号|项目|总计|一般公共预算拨款收入|其他收入
            ---
            合计|<|4,542.69|4,500.00|42.69
            A|货物|110.00|110.00|
            C|服务|4,432.69|4,390.00|42.69
            """,
            "2026年政府采购预算明细表"));

        Assert.Equal(["total", "procurement_goods", "procurement_services"], document.Lines.Where(static line => line.Fund == Fund.All)
            .Select(static line => line.ItemKey));
        Assert.Equal(45_426_900m, document.Lines.Where(static line => line is { IsLeaf: true, Fund: Fund.All }).Sum(static line =>
            line.AmountYuan));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>Xi'an: the code beside 采购项目 is what the purchase is spent on, not what it is called.</summary>
    [Fact]
    public void Normalize_PurchasesBesideCodes_ArePurchasesOfTheirSubjects()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|<|<|单位编码|采购项目|采购目录|数量|部门预算支出经济科目编码|<|预算金额
            类|款|项|^|^|^|^|类|款|^
            ---
            |||||合计|16|||90.00
            204|02|01|153001|西安市公安局||5|||60.00
            204|02|01||车辆运行维护费|C23120301车辆维修和保养服务|1|302|31|20.00
            204|02|01||日常公用经费|A05030303普通服装|4|302|24|40.00
            204|02|01|153002|西安市公安局交通管理支队||11|||30.00
            204|02|01||行政运行|A05040401文具|11|302|01|30.00
            """,
            "政府采购（资产配置、购买服务）预算表", "元"));

        var leaves = document.Lines.Where(static line => line.IsLeaf).ToList();
        Assert.Equal(["车辆运行维护费", "日常公用经费", "行政运行"], leaves.Select(static line => line.SubjectNameAsPrinted));
        Assert.All(leaves, static line => Assert.Equal((Classification.Procurement, null, "2040201"),
            (line.Classification, line.SubjectCode, line.FunctionalCode)));
        Assert.Equal(["30231", "30224", "30201"], leaves.Select(static line => line.DepartmentEconomicCode));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>Suzhou: units and kinds stand in the column of kinds, and the economic subject beside what is bought.</summary>
    [Fact]
    public void Normalize_PurchasesBelowTheirKinds_AreNamedByWhatIsBought()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            采购品目大类|专项名称|经济科目|采购品目名称|采购组织形式|总计
            ---
            合计|||||22.00
            货物|||||6.00
            苏州市交通运输局|||||6.00
            |定额|印刷费|复印纸|集中采购机构采购|2.00
            |设备购置|办公费|投影仪|集中采购机构采购|4.00
            服务|||||16.00
            苏州市交通运输局|||||16.00
            |物业管理|物业管理费||分散采购|16.00
            """,
            "2026年政府采购支出预算表"));

        var leaves = document.Lines.Where(static line => line.IsLeaf).ToList();
        Assert.Equal(["复印纸", "投影仪", "物业管理"], leaves.Select(static line => line.SubjectNameAsPrinted));
        Assert.Equal(["30202", "30201", "30209"], leaves.Select(static line => line.DepartmentEconomicCode));
        Assert.Equal(["total", "procurement_goods", "unit_total", "procurement_services", "unit_total"],
            document.Lines.Where(static line => !line.IsLeaf).Select(static line => line.ItemKey));
        Assert.All(leaves, static line => Assert.Equal(("苏州市交通运输局", Classification.Procurement), (line.UnitName, line.Classification)));
    }

    /// <summary>
    /// 无锡市教育局 2026, page 37: who buys stands above what is bought, wherever in its cell the name begins and however it ends; a kind of
    /// purchase behind the purchases of one unit is not that unit's.
    /// </summary>
    [Theory]
    [InlineData("某某中心", "另一中学", true)]
    [InlineData("某某中心", "办公设备", false)]
    [InlineData("办公用品", "办公设备", false)]
    public void Normalize_NamesAboveTheirPurchases_AreUnitsWhereMostAreNamedSo(string first, string second, bool areUnits)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            采购品目大类|专项名称|采购品目名称|总计
            ---
            合计|||10.00
            货物|||4.00
            {first}|||4.00
            |办公费|台式计算机|1.00
            |办公费|复印纸|3.00
            工程|||6.00
                {second}|||4.00
            |大型修缮|装修工程|4.00
              春晖|||2.00
            |大型修缮|房屋修缮|2.00
            """,
            "政府采购支出表"));

        var last = document.Lines.Where(static line => line.Row > 8).ToList();
        Assert.All(last, line => Assert.Equal(areUnits, line.UnitName == "春晖"));
        Assert.Equal(areUnits, last[0].ItemKey == "unit_total");
        Assert.Null(document.Lines.Single(static line => line.SubjectNameAsPrinted == "工程").UnitName);
        Assert.Equal([("台式计算机", true), ("复印纸", true), ("装修工程", true), ("房屋修缮", true)], document.Lines
            .Where(static line => line.IsLeaf).Select(static line => (line.SubjectNameAsPrinted!, line.Proof == Proof.Proven)));
    }

    /// <summary>无锡市教育局 2026, page 36: what one unit buys is as much as the next unit buys, and is not its sum.</summary>
    [Fact]
    public void Normalize_UnitsThatBuyForOneAmount_StandBesideOneAnother()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            采购品目大类|专项名称|采购品目名称|总计
            ---
            合计|||45.00
            货物|||35.00
            某某分中心|||15.00
            |办公费|复印纸|15.00
            某某中学|||15.00
            |办公费|复印纸|15.00
            某某小学|||5.00
            |办公费|台式计算机|5.00
            服务|||10.00
            某某中学|||10.00
            |物业费|物业管理服务|10.00
            """,
            "政府采购支出表"));

        Assert.Equal(["某某分中心", "某某中学", "某某小学", "某某中学"], document.Lines.Where(static line => line.IsLeaf)
            .Select(static line => line.UnitName));
        var goods = document.Lines.Single(static line => line.ItemKey == "procurement_goods");
        Assert.Equal(3, document.Lines.Count(line => line.ParentLineId == goods.LineId));
    }

    /// <summary>货物 in every row is no name where another column tells what is bought.</summary>
    [Fact]
    public void Normalize_KindBesideEveryPurchase_NamesOnlyItsSum()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            采购类别|采购目录|单价|金额
            ---
            合计|||36.00
            A货物|A02010105台式计算机|0.50|25.00
            A货物|A02020400多功能一体机|0.50|5.00
            C服务|C21040001物业管理服务|6.00|6.00
            """,
            "2025年政府采购预算表"));

        Assert.Equal(["合计", "A02010105台式计算机", "A02020400多功能一体机", "C21040001物业管理服务"], document.Lines.Select(static line =>
            line.SubjectNameAsPrinted));
        Assert.Equal(["total", null, null, null], document.Lines.Select(static line => line.ItemKey));
    }

    [Fact]
    public void Normalize_UnitRowsAmongCodedRows_StartNewBranches()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|<|<|单位名称（科目）|合计|基本支出|项目支出
            类|款|项|^|^|^|^
            ---
            |||合计|30.00|20.00|10.00
            |||成都市某某局机关|10.00|10.00|
            201|13|01|行政运行|10.00|10.00|
            |||成都市投资促进中心|20.00|10.00|10.00
            201|13|08|招商引资|20.00|10.00|10.00
            """,
            "部门支出总表"));

        Assert.Equal([null, null, "2011301", null, "2011308"], document.Lines.Where(static line => line.Component == Component.Total)
            .Select(static line => line.SubjectCode));
        Assert.Equal("成都市投资促进中心", document.Lines.First(static line => line.SubjectCode == "2011308").UnitName);
        Assert.Equal(300_000m, document.Lines.Where(static line => line is { IsLeaf: true, Component: Component.Total }).Sum(static line =>
            line.AmountYuan));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    [Fact]
    public void Normalize_UnitCodeBesideEveryProject_ProjectsAreNoUnits()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            科目编码|单位代码|单位名称（科目）|金额
            ---
            ||合计|40.00
            ||某省财政厅机关|40.00
            ||一般行政管理事务|40.00
            2010602|301001|信息化运维|30.00
            2010602|301001|财政干部培训|10.00
            """,
            "一般公共预算项目支出预算表"));

        Assert.Equal(["某省财政厅机关"], document.Lines.Select(static line => line.UnitName).OfType<string>().Distinct());
        Assert.Equal(["信息化运维", "财政干部培训"], document.Lines.Where(static line => line.IsLeaf).Select(static line =>
            line.SubjectNameAsPrinted));
    }

    [Fact]
    public void Normalize_SumOfUnitsFundedAlike_NamesNoUnit()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            单位编码|单位（项目）名称|项目金额
            ---
            |合计|50.00
            1|全额|40.00
            204001|西安市科学技术局|40.00
            |专用项目|40.00
            2|差额|10.00
            204003|西安市科技市场服务中心|10.00
            |专用项目|10.00
            |补助项目|10.00
            |补助项目一|10.00
            """,
            "专项业务经费支出表"));

        Assert.Equal(["西安市科学技术局", "西安市科技市场服务中心"], document.Lines.Select(static line => line.UnitName).OfType<string>().Distinct());
        var groups = document.Lines.Where(static line => line is
        {
            ItemKey: "subtotal", UnitName: null, UnitCodeAsPrinted: null, Classification: Classification.Project, RowRole: RowRole.Subtotal
        }).ToList();
        Assert.Equal(["全额", "差额"], groups.Select(static line => line.SubjectNameAsPrinted));
        Assert.Equal(groups.Select(static line => line.LineId), document.Lines.Where(static line => line.ItemKey == "unit_total")
            .Select(static line => line.ParentLineId));
        Assert.Equal(["204001", "204003"], document.Lines.Select(static line => line.UnitCodeAsPrinted).OfType<string>().Distinct());
    }
}
