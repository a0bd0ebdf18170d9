using Extractor.Model.Tables;
using Extractor.Normalizing;
using Extractor.Normalizing.Headings;

namespace Extractor.Tests.Normalizing.Headings;

public sealed class TableKeyClassifierTests
{
    private const string TwoSided = "收入|<|支出|<\n项目|预算数|项目|预算数\n---\n一、财政拨款|1.00|一、教育支出|1.00\n收入总计|1.00|支出总计|1.00";
    private const string Functional = "科目编码|科目名称|合计|基本支出|项目支出\n---\n201|一般公共服务支出|1.00|1.00|";
    private const string Economic = "科目编码|科目名称|合计|人员经费|公用经费\n---\n30101|基本工资|1.00|1.00|";
    private const string Revenue = "单位名称|合计|一般公共预算拨款收入\n---\n某局|1.00|1.00";
    private const string ThreePublic = "合计|因公出国（境）费|公务接待费|公务用车购置及运行费\n---\n1.00||1.00|";
    private const string WithCarriedColumns =
        "科目编码|科目名称|年初结转和结余|本年收入|本年支出|<|年末结转和结余\n^|^|^|^|基本支出|项目支出|^\n---\n201|一般公共服务支出||2.00|1.00|1.00|";
    private const string ByEconomy = "科目编码|科目名称|合计|工资福利支出|商品和服务支出\n---\n201|一般公共服务支出|2.00|1.00|1.00";
    private const string Form = "一级指标|二级指标|三级指标|指标值\n---\n产出指标|数量指标|次数|2";
    private const string Meetings = "序号|会议名称|时间|人数|金额\n---\n1|工作会议|3月|100|3.00";
    private const string Projects = "项目名称|预算数（万元）|绩效目标\n---\n甲|1.00|乙";

    [Theory]
    [InlineData("收支总表", TwoSided, TableKey.RevenueExpenditureSummary)]
    [InlineData("预算01表 收支总表", TwoSided, TableKey.RevenueExpenditureSummary)]
    [InlineData("2026年预算单位财务收支预算总表", TwoSided, TableKey.RevenueExpenditureSummary)]
    [InlineData("收入支出决算总表", TwoSided, TableKey.RevenueExpenditureSummary)]
    [InlineData("2026年部门收支总体情况表", TwoSided, TableKey.RevenueExpenditureSummary)]
    [InlineData("财政拨款收支总体情况表", TwoSided, TableKey.FiscalAppropriationSummary)]
    [InlineData("财政拨款收入支出决算总表", TwoSided, TableKey.FiscalAppropriationSummary)]
    [InlineData("政府预算拨款收支总表", TwoSided, TableKey.FiscalAppropriationSummary)]
    [InlineData("收入决算表", Revenue, TableKey.RevenueSummary)]
    [InlineData("2020年部门综合预算收入总表", Revenue, TableKey.RevenueSummary)]
    [InlineData("本年支出总体情况表", Functional, TableKey.ExpenditureSummary)]
    [InlineData("支出决算表", Functional, TableKey.ExpenditureSummary)]
    [InlineData("部门预算基本支出预算表", Economic, TableKey.BasicExpenditure)]
    [InlineData("部门预算项目支出及其他支出预算表", Projects, TableKey.ProjectExpenditure)]
    [InlineData("2020年部门综合预算专项业务经费支出表", Projects, TableKey.ProjectExpenditure)]
    [InlineData("财政拨款支出表（功能科目）", Functional, TableKey.FiscalAppropriationExpenditure)]
    [InlineData("财政拨款基本支出表（经济科目）", Economic, TableKey.FiscalAppropriationBasicExpenditure)]
    [InlineData("一般公共预算支出情况表（按功能分类科目）", Functional, TableKey.GeneralPublicExpenditure)]
    [InlineData("一般公共预算财政拨款支出决算表", Functional, TableKey.GeneralPublicExpenditure)]
    [InlineData("2026年度一般公共预算拨款支出预算表", Functional, TableKey.GeneralPublicExpenditure)]
    [InlineData("一般公共预算支出表", Economic, TableKey.GeneralPublicEconomic)]
    [InlineData("一般公共预算项目支出情况表（按经济分类科目）", Economic, TableKey.GeneralPublicEconomic)]
    [InlineData("2026年度一般公共预算支出经济分类情况表", Economic, TableKey.GeneralPublicEconomic)]
    [InlineData("2026年度一般公共预算基本支出经济分类情况表", Economic, TableKey.GeneralPublicBasicExpenditure)]
    [InlineData("一般公共预算财政拨款基本支出决算表", Economic, TableKey.GeneralPublicBasicExpenditure)]
    [InlineData("一般公共预算财政拨款收入支出决算表", WithCarriedColumns, TableKey.GeneralPublicExpenditure)]
    [InlineData("一般公共预算财政拨款收入支出决算表", TwoSided, TableKey.Other)]
    [InlineData("一般公共预算财政拨款支出决算明细表", ByEconomy, TableKey.GeneralPublicEconomic)]
    [InlineData("财政拨款收入支出决算表", WithCarriedColumns, TableKey.FiscalAppropriationExpenditure)]
    [InlineData("财政拨款安排的行政经费及“三公”经费预算表", ThreePublic, TableKey.ThreePublic)]
    [InlineData("一般公共预算“三公”经费、会议费、培训费支出表", ThreePublic, TableKey.ThreePublic)]
    [InlineData("2026年单位“三公”经费和机关运行经费预算表", ThreePublic, TableKey.ThreePublic)]
    [InlineData("政府性基金预算财政拨款收入支出决算表", Functional, TableKey.GovernmentFundExpenditure)]
    [InlineData("2020年部门综合预算政府性基金收支总表", TwoSided, TableKey.GovernmentFundExpenditure)]
    [InlineData("国有资本经营预算支出预算表", Functional, TableKey.StateCapitalExpenditure)]
    [InlineData("2020年部门综合预算政府采购（资产配置、购买服务）预算表", Projects, TableKey.GovernmentProcurement)]
    [InlineData("财政拨款政府购买服务明细表", Projects, TableKey.PurchasedServices)]
    [InlineData("2025年新增资产配置预算表", Projects, TableKey.AssetAcquisition)]
    [InlineData("部门资产购置预算表", Projects, TableKey.AssetAcquisition)]
    [InlineData("国有资产占有使用情况表", Projects, TableKey.Other)]
    [InlineData("一般公共预算机关运行经费支出预算表", Economic, TableKey.OperatingExpenses)]
    [InlineData("2026年部门整体绩效目标表", Form, TableKey.OverallPerformance)]
    [InlineData("政策和项目预算绩效目标表", Form, TableKey.ProjectPerformance)]
    [InlineData("2020年部门专项业务经费重点项目绩效目标表", Form, TableKey.ProjectPerformance)]
    [InlineData("2020年专项资金整体绩效目标表", Form, TableKey.ProjectPerformance)]
    [InlineData("第七部分 重点项目预算绩效情况说明", Projects, TableKey.KeyProjects)]
    [InlineData("2020年项目支出绩效自评表", Projects, TableKey.ProjectSelfEvaluation)]
    [InlineData("2020年部门综合预算财政拨款上年结转资金支出表", Functional, TableKey.CarriedOverExpenditure)]
    [InlineData("一般公共预算结转支出预算表", Functional, TableKey.CarriedOverExpenditure)]
    [InlineData("2022年部门综合预算支出总表（按支出功能分类科目-不含上年结转资金）", Functional, TableKey.ExpenditureSummary)]
    [InlineData("支出预算分类汇总表（按政府预算经济分类）", Economic, TableKey.ExpenditureEconomic)]
    [InlineData("（按支出经济分类科目-不含上年结转）", Economic, TableKey.Other)]
    [InlineData("财政专户管理资金预算支出表", Functional, TableKey.SpecialAccountExpenditure)]
    [InlineData("纳入专户管理的非税收入拨款支出预算表", Functional, TableKey.Other)]
    [InlineData("单位资金支出预算表", Functional, TableKey.UnitFundsExpenditure)]
    [InlineData("2025年自治区本级政府预算支出经济分类预算表", Economic, TableKey.Other)]
    [InlineData("2026年全省一般公共预算收入表", Revenue, TableKey.GeneralPublicRevenue)]
    [InlineData("2024年全省一般公共预算收支决算总表", TwoSided, TableKey.GeneralPublicSummary)]
    [InlineData("2024年省级一般公共预算平衡情况表", TwoSided, TableKey.GeneralPublicSummary)]
    [InlineData("2025年各区市一般公共预算收支执行情况表", Functional, TableKey.Other)]
    [InlineData("2018年江苏省分地区一般公共预算收入执行情况表", Revenue, TableKey.Other)]
    [InlineData("2024年自治区各地政府性基金预算收入完成情况表", Revenue, TableKey.Other)]
    [InlineData("2019年省级政府性基金预算收入表", Revenue, TableKey.GovernmentFundRevenue)]
    [InlineData("2024年山东省国有资本经营预算收入决算表", Revenue, TableKey.StateCapitalRevenue)]
    [InlineData("2024年全省社会保险基金收支决算总表", TwoSided, TableKey.SocialInsuranceSummary)]
    [InlineData("2026年度全省社会保险基金预算收入预算表", Revenue, TableKey.SocialInsuranceRevenue)]
    [InlineData("2022年海南省社会保险基金支出预算表（代编预算）", Functional, TableKey.SocialInsuranceExpenditure)]
    [InlineData("2026年全省社会保险基金预算结余表（分市）", Functional, TableKey.Other)]
    [InlineData("会议费明细表", Meetings, TableKey.MeetingsAndTraining)]
    [InlineData("非税收入征收计划表", Revenue, TableKey.Other)]
    [InlineData("专项转移支付支出表", Functional, TableKey.Other)]
    [InlineData("会议费明细表", Projects, TableKey.Other)]
    public void Classify_RealTitle_TheKeyThatItMeans(string title, string table, TableKey expected) =>
        Assert.Equal(expected, Classify(title, table).Key);

    [Fact]
    public void Classify_TitleThatTheColumnsDoNotBearOut_OtherWithDoubt()
    {
        var reading = Classify("收支总表", Projects);

        Assert.Equal(TableKey.Other, reading.Key);
        Assert.NotNull(reading.Doubt);
    }

    [Theory]
    [InlineData(Form, TableKey.ProjectPerformance)]
    [InlineData(ThreePublic, TableKey.ThreePublic)]
    [InlineData(Functional, TableKey.Other)]
    [InlineData(TwoSided, TableKey.FiscalAppropriationSummary)]
    [InlineData("收入|<|支出|<\n项目|预算数|项目|预算数\n---\n一、财政拨款|1.00|一、教育支出|1.00\n二、单位资金|||\n收入总计|1.00|支出总计|1.00",
        TableKey.RevenueExpenditureSummary)]
    public void Classify_NoTitle_OnlyWhatCannotBeMistaken(string table, TableKey expected) =>
        Assert.Equal(expected, Classify(null, table).Key);

    [Fact]
    public void Classify_HeadingAboveIsATitle_CountsAsTitle()
    {
        var table = TextTable.Parse(Functional, null) with { ContextHeadings = ["第二部分 部门预算表", "五、一般公共预算支出表"] };

        Assert.Equal((TableKey.GeneralPublicExpenditure, "context"),
            (TableKeyClassifier.Classify(table, ReferenceData.Load().Headings).Key,
            TableKeyClassifier.Classify(table, ReferenceData.Load().Headings).Evidence));
    }

    [Fact]
    public void Classify_TableInTheNarrative_HeadingAloneDoesNotName()
    {
        var table = TextTable.Parse(Functional, null) with { ContextHeadings = ["三、一般公共预算支出情况说明"] };

        Assert.Equal(TableKey.Other, TableKeyClassifier.Classify(table, ReferenceData.Load().Headings).Key);
    }

    private static TableKeyReading Classify(string? title, string table) =>
        TableKeyClassifier.Classify(TextTable.Parse(table, title), ReferenceData.Load().Headings);
}
