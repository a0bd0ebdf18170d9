using Extractor.Model;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Facts;

/// <summary>Facts beside the expenditure by function: where the money comes from, what it buys, what it is for.</summary>
internal static class FactLists
{
    public static Dataset<FactRow<Revenue>> Revenue { get; } = FactColumns.Begin<Revenue>(
            "fact_revenue",
            "收入：每个来源只计一次；revenue_yuan 求和即为本年收入合计，加上 beyond_year_yuan 即为收入总计",
            "Revenue by source, each once: revenue_yuan adds up to 本年收入合计, with beyond_year_yuan to 收入总计")
        .OptionalText("source_key", "来源：general_public 一般公共预算拨款，business_income 事业收入，other_income 其他收入，carried_in 上年结转，等；无统一名称为空",
            "general_public, government_fund, state_capital, special_account, business_income, operating_income, other_income, " +
            "carried_in, …; NULL where only its name tells it",
            static row => row.Item.SourceKey)
            .Listed("item_key", grows: true)
        .OptionalText("source_name", "来源名称，按所印", "Name of the source as printed", static row => row.Item.SourceName)
        .Coded("fund", "资金性质", "Which money: general_public, government_fund, state_capital, special_account, unit_funds, …, or all",
            static row => row.Item.Fund)
        .Amount("revenue_yuan", "本年收入；不属本年收入的为空", "Revenue of the year; NULL for what is not in 本年收入合计", static item =>
            item.IsBeyondYear ? null : item.Counted.Yuan)
        .Amount("beyond_year_yuan", "本年收入合计之外的资金（上年结转、使用结余等）；各年相加会重复",
            "What stands below 本年收入合计 (上年结转, 使用结余, …); added up over years it would count twice",
            static item => item.IsBeyondYear ? item.Counted.Yuan : null)
        .WithPrior()
        .End(RevenueSources.Fact);

    public static Dataset<FactRow<EconomicExpenditure>> Economic { get; } = FactColumns.Begin<EconomicExpenditure>(
            "fact_economic",
            "支出（经济分类）：每项支出只计一次；各表重复印列的基本支出只取口径最宽的一张",
            "Expenditure by economic class, every yuan once: of the tables that repeat the basic expenditure the widest counts")
        .OptionalText("unit_name", "预算单位", "Budget unit (预算单位); NULL where the row names none", static row => row.Item.UnitName)
        .Coded("classification", "分类：department_economic 部门经济分类，government_economic 政府经济分类",
            "department_economic or government_economic: which list of codes", static row => row.Item.Classification)
        .OptionalText("subject_code", "经济分类科目编码，所印的最细一级", "Economic subject, the deepest that is printed", static row =>
            row.Item.SubjectCode)
        .OptionalCoded("subject_level", "科目级次：class 类，group 款", "class 类 or group 款", static row => row.Item.SubjectLevel)
        .OptionalText("subject_name", "科目名称", "Name of the subject", static row => row.Item.SubjectName)
        .Coded("component", "口径：basic 基本支出，project 项目支出，total 两者合计（未分列时）；互不重叠",
            "basic, project, or total (both, where not printed apart); they share no yuan", static row => row.Item.Component)
        .Coded("fund", "资金性质：all 全部，fiscal_appropriation 财政拨款，general_public 一般公共预算：该公开按经济分类所印的范围",
            "all, fiscal_appropriation or general_public: how far the disclosure prints this component by class",
            static row => row.Item.Fund)
        .Coded("basis", "取自哪种表", "The kind of table that it is from", static row => row.Item.Basis)
        .Money("total_yuan", "支出，单位为元", "Expenditure, in yuan", static row => row.Item.Counted.Yuan)
        .WithPrior()
        .End(EconomicParts.Fact);

    public static Dataset<FactRow<ProjectExpenditure>> Projects { get; } = FactColumns.Begin<ProjectExpenditure>(
            "fact_project",
            "项目：每个公开中每个项目一行；total_yuan 只计一次，取自项目表，无项目表的取自重点项目表、自评表或正文",
            "Projects (项目), each once a disclosure: total_yuan is of the table of projects, else of the forms of single projects, " +
            "else of prose")
        .Text("project_id", "项目标识", "The project within its document, as in projects", static row => row.Item.ProjectId)
        .Text("project_name", "项目名称", "Name of the project", static row => row.Item.ProjectName)
        .OptionalText("unit_name", "预算单位；多个单位为空", "Budget unit (预算单位); NULL where none or several are named", static row =>
            row.Item.UnitName)
        .Text("sources", "出处，以空格分隔", "Where it is mentioned, separated by spaces: project_expenditure, key_projects, self_evaluation, …",
            static row => string.Join(' ', row.Item.Sources.Select(SchemaName.Of)))
        .Coded("fund", "资金性质：项目表所列的范围；无项目表的为 all", "How far the table of projects goes: all, fiscal_appropriation or general_public; " +
            "all where there is no such table", static row => row.Item.Fund)
        .Amount("total_yuan", "计入的金额；不在所计的表中则为空（可能是另一项目的一部分，各处所述的金额见 projects）",
            "What counts; NULL where the place that counts does not have it: it may be a part of another project. What each mention " +
            "states is in projects", static item => item.Total?.Yuan)
        .OptionalMoney("executed_yuan", "所计项目的执行数，单位为元", "Amount spent of a project that counts, in yuan", static row =>
            row.Item.ExecutedYuan)
        .Integer("page_number", "所述金额的页码，自 1 起", "Page of the stated amount, counted from 1", static row => row.Item.PageNumber)
        .End(ListedProjects.Fact);

    public static Dataset<FactRow<Purchase>> Procurement { get; } = FactColumns.Begin<Purchase>(
            "fact_procurement",
            "政府采购：每项只计一次；直接求和即为所印的合计",
            "Government procurement, each purchase once: a plain sum is the printed total")
        .OptionalText("unit_name", "预算单位", "Budget unit (预算单位); NULL where the row names none", static row => row.Item.UnitName)
        .OptionalText("item_name", "采购项目或科目名称，按所印；仅按单位列示的为空",
            "What is bought, or the subject, as the row names it; NULL for rows of units alone",
            static row => row.Item.ItemName)
        .OptionalText("functional_code", "支出功能分类编码", "Functional subject, where the row prints one", static row => row.Item.FunctionalCode)
        .Coded("fund", "资金性质：all 全部，fiscal_appropriation 财政拨款，general_public 一般公共预算", "all, fiscal_appropriation or general_public",
            static row => row.Item.Fund)
        .Amount("total_yuan", "采购金额", "Amount", static item => item.Counted.Yuan)
        .End(Purchases.Fact);
}
