using Extractor.Model.Budget;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>What a row of a list is about, told by the columns that it fills.</summary>
public sealed class RowMeaningTests
{
    /// <summary>上海钻石宝玉石交易联合管理办公室 2026: 功能分类 above the project, in columns of its own.</summary>
    [Fact]
    public void Normalize_SubjectAboveItsProjects_IsASubjectAndTheProjectTheLeaf()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            功能分类科目编码|<|<|功能分类科目名称|序号|项目名称|预算数
            类|款|项|^|^|^|^
            ---
            201|||一般公共服务支出|||270,000
            201|13||商贸事务|||270,000
            201|13|02|一般行政管理事务|||270,000
            ||||1|钻石宝玉石产业发展专项|270,000
            合计||||||270,000
            """,
            "财政拨款项目支出预算表", "元"));

        Assert.Equal(
            [Classification.Functional, Classification.Functional, Classification.Functional, Classification.Project],
            document.Lines.Take(4).Select(static line => line.Classification));
        Assert.Equal(["201", "20113", "2011302", null], document.Lines.Take(4).Select(static line => line.SubjectCode));
        Assert.Equal("钻石宝玉石产业发展专项", Assert.Single(document.Lines, static line => line.IsLeaf).SubjectNameAsPrinted);
    }

    /// <summary>西安市公安局 2026: the codes stand behind the amount.</summary>
    [Fact]
    public void Normalize_CodesBehindTheAmount_AreClassificationsOfTheRow()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            预算单位代码|预算单位名称|预算项目名称|金额|功能分类科目代码|功能分类科目名称|政府经济分类科目代码|政府经济分类科目名称|备注
            ---
            |合计||4,575,916.75|||||
            |全额||4,575,916.75|||||
            153001|某市公安局|业务技术用房项目|2,589,735.55|2040202|一般行政管理事务|50401|房屋建筑物购建|
            153001|某市公安局|信息化建设项目|1,986,181.20|2040219|信息化建设|50306|设备购置|
            """,
            "部门综合预算财政拨款上年结转资金支出表", "元"));

        var lines = document.Lines.Where(static line => line.UnitName == "某市公安局").ToList();
        Assert.Equal(["2040202", "2040219"], lines.Select(static line => line.FunctionalCode));
        Assert.Equal(["50401", "50306"], lines.Select(static line => line.GovernmentEconomicCode));
        Assert.DoesNotContain(document.Lines, static line => line.UnitName == "全额");
    }

    /// <summary>西安市司法局 2026: a project is called as the 项 that it is spent on; most rows tell what the list is of.</summary>
    [Theory]
    [InlineData("印刷费用|服务采购", Classification.Procurement)]
    [InlineData("普法宣传|律师管理", Classification.Functional)]
    public void Normalize_PurchaseCalledAsItsSubject_IsWhatMostRowsOfTheListAre(string others, Classification classification)
    {
        var names = others.Split('|');
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            功能科目编码|采购项目|采购目录|金额
            ---
            |合计||6.00
            2040605|普法宣传|考试服务|3.00
            2040605|{names[0]}|印刷服务|2.00
            2040606|{names[1]}|培训服务|1.00
            """,
            "政府采购预算表"));

        Assert.All(document.Lines.Where(static line => line.SubjectNameAsPrinted == "普法宣传"), line => Assert.Equal(
            (classification, "2040605", classification == Classification.Functional ? "2040605" : null),
            (line.Classification, line.FunctionalCode, line.SubjectCode)));
    }

    /// <summary>What a unit takes in beside the treasury's money is 单位资金, in rows as in columns.</summary>
    [Theory]
    [InlineData("四、事业收入", Fund.UnitFunds)]
    [InlineData("五、上级补助收入", Fund.UnitFunds)]
    [InlineData("六、其他收入", Fund.UnitFunds)]
    [InlineData("二、政府性基金预算拨款收入", Fund.GovernmentFund)]
    [InlineData("三、财政专户管理资金收入", Fund.SpecialAccount)]
    public void Normalize_RowOfIncome_FundOfItsName(string name, Fund fund)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            一、一般公共预算拨款收入|60.00|一、一般公共服务支出|100.00
            {name}|40.00||
            收入总计|100.00|支出总计|100.00
            """,
            "部门收支总表"));

        Assert.Equal(fund, Assert.Single(document.Lines, line => line.SubjectNameAsPrinted == name).Fund);
    }

    /// <summary>湖州市交通运输局 2026: one name below 214 and again below its 超长期特别国债安排的支出; each is looked for below its parent.</summary>
    [Fact]
    public void Normalize_OneNameTwiceUnderAClass_EachIsTheChildOfItsParent()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            一、一般公共预算|100.00|交通运输支出|100.00
            ||  公路水路运输|60.00
            ||    公路建设|60.00
            ||  超长期特别国债安排的支出|40.00
            ||    公路水路运输|40.00
            收入总计|100.00|支出总计|100.00
            """,
            "收支预算总表"));

        Assert.Equal(
            ["214", "21401", "2140104", "21498", "2149801"],
            document.Lines.Where(static line => line is { Direction: Direction.Expenditure, RowRole: not RowRole.Total })
                .Select(static line => line.SubjectCode));
    }

    /// <summary>What is carried over is of the money that its own words name, wherever in the list it stands; 非财政拨款 is no 财政拨款.</summary>
    [Theory]
    [InlineData("1.财政拨款结余、结转", Fund.FiscalAppropriation)]
    [InlineData("2.非财政拨款结余、结转", Fund.UnitFunds)]
    [InlineData("2.非同级财政拨款结转", Fund.UnitFunds)]
    [InlineData("1.一般公共预算拨款结余、结转", Fund.GeneralPublic)]
    [InlineData("2.政府性基金预算拨款结余、结转", Fund.GovernmentFund)]
    [InlineData("3.财政专户管理资金结转结余", Fund.SpecialAccount)]
    [InlineData("使用非财政拨款结余", Fund.UnitFunds)]
    [InlineData("用事业基金弥补收支差额", Fund.UnitFunds)]
    [InlineData("上年结余、结转", Fund.All)]
    public void Normalize_MoneyCarriedOver_FundOfItsOwnWords(string name, Fund fund)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            本年收入合计|60.00|一、一般公共服务支出|100.00
            {name}|40.00||
            收入总计|100.00|支出总计|100.00
            """,
            "部门收支总表"));

        Assert.Equal(fund, Assert.Single(document.Lines, line => line.SubjectNameAsPrinted == name).Fund);
    }

    /// <summary>The same in columns.</summary>
    [Theory]
    [InlineData("用事业基金弥补收支差额", "use_of_surplus")]
    [InlineData("使用非财政拨款结余", "use_of_surplus")]
    [InlineData("上年非财政拨款结转", "carried_in")]
    [InlineData("非同级财政拨款", "non_appropriation")]
    [InlineData("非本级财政拨款", "non_appropriation")]
    [InlineData("非财政拨款", "unit_total")]
    public void Normalize_ColumnOfMoneyThatIsNoAppropriation_IsOfTheUnit(string heading, string item)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"单位名称|合计|财政拨款|{heading}\n---\n合计|10.00|6.00|4.00\n某某局|10.00|6.00|4.00", "部门收入总表"));

        Assert.Equal([Fund.All, Fund.FiscalAppropriation, Fund.UnitFunds], document.Lines.Take(3).Select(static line => line.Fund));
        Assert.Equal((item, true, null), (document.Lines[^1].ItemKey, document.Lines[^1].IsLeaf, document.Lines[^1].Qualifier));
    }

    /// <summary>A total below the last unit that its code alone names is of no unit (中共北京市委军民融合发展委员会办公室 2026, page 3).</summary>
    [Fact]
    public void Normalize_NamelessTotalBelowCodes_HasNoCode()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            "单位编码|合计|财政拨款\n---\n015001|6.00|6.00\n015002|4.00|4.00\n|10.00|10.00", "收入总表"));

        Assert.Equal([RowRole.Total, RowRole.Total], document.Lines.Where(static line => line.UnitCodeAsPrinted is null)
            .Select(static line => line.RowRole));
    }

    /// <summary>西安 2022: the second name is set below the words behind 其中：, and is no part of the first.</summary>
    [Fact]
    public void Normalize_NameBelowTheWordsBehindOfWhich_IsASecondPart()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            本年收入合计|100.00|一、一般公共服务支出|100.00
            上年结转|0.00||
              其中：财政拨款资金结转|0.00||
                 非财政拨款资金结余|0.00||
            收入总计|100.00|支出总计|100.00
            """,
            "部门综合预算收支总表"));

        var carried = document.Lines.Single(static line => line.SubjectNameAsPrinted == "上年结转");
        Assert.Equal(
            [("其中：财政拨款资金结转", Fund.FiscalAppropriation, true), ("非财政拨款资金结余", Fund.UnitFunds, true)],
            document.Lines.Where(line => line.ParentLineId == carried.LineId)
                .Select(static line => (line.SubjectNameAsPrinted!, line.Fund, line.IsLeaf)));
    }

    /// <summary>What the sums say goes before where the names stand.</summary>
    [Fact]
    public void Normalize_NamesBelowOfWhich_ArePartsOfItWhereTheSumsSaySo()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|预算数|项目|预算数
            ---
            本年收入合计|60.00|一、一般公共服务支出|100.00
            上年结转|40.00||
              其中：财政拨款结转|30.00||
                   一般经费结转|20.00||
                   专项经费结转|10.00||
              其他资金结转|10.00||
            收入总计|100.00|支出总计|100.00
            """,
            "部门收支总表"));

        var first = document.Lines.Single(static line => line.SubjectNameAsPrinted == "其中：财政拨款结转");
        Assert.Equal(["一般经费结转", "专项经费结转"], document.Lines.Where(line => line.ParentLineId == first.LineId)
            .Select(static line => line.SubjectNameAsPrinted));
        Assert.False(first.IsLeaf);
    }

    /// <summary>佛山市轨道交通局 2019, page 7: 年末结转和结余 stands further right than 结余分配 and is no part of it.</summary>
    [Fact]
    public void Normalize_CarriedOutBehindDistribution_IsBesideIt()
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            收入|<|支出|<
            项目|决算数|项目|决算数
            ---
            本年收入合计|100.00|本年支出合计|90.00
            用事业基金弥补收支差额|0.00|结余分配|4.00
            年初结转和结余|0.00|  年末结转和结余|6.00
            总计|100.00|总计|100.00
            """,
            "收入支出决算总表"));

        Assert.Equal(
            [("结余分配", "surplus_distribution", true), ("年末结转和结余", "carried_out", true)],
            document.Lines.Where(static line => line is { Direction: Direction.Expenditure, RowRole: RowRole.Detail })
                .Select(static line => (line.SubjectNameAsPrinted!, line.ItemKey!, line.IsLeaf)));
    }
}
