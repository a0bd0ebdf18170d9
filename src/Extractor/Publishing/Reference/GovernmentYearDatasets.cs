using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Reference;

/// <summary>What the documents of a publication say of governments together, over all partitions.</summary>
internal static class GovernmentYearDatasets
{
    private static readonly ImmutableArray<(string Name, string Zh, string En)> Budgets =
    [
        ("general_public", "一般公共预算", "General public budget"), ("government_fund", "政府性基金预算", "Government funds"),
        ("state_capital", "国有资本经营预算", "State capital operations"), ("social_insurance", "社会保险基金预算", "Social insurance funds"),
    ];

    private static readonly ImmutableArray<(string Name, string Zh, string En)> Others =
    [
        ("transfers_received", "上级税收返还和转移支付", "Tax rebates and transfers received (一般公共预算)"),
        ("transfers_given", "对下税收返还和转移支付", "Tax rebates and transfers given (一般公共预算)"),
        ("general_debt_limit", "一般债务限额", "Limit of general debt at the end of the year"),
        ("general_debt_balance", "一般债务余额", "Balance of general debt at the end of the year"),
        ("special_debt_limit", "专项债务限额", "Limit of special debt at the end of the year"),
        ("special_debt_balance", "专项债务余额", "Balance of special debt at the end of the year"),
        ("debt_limit", "债务限额，仅印合计时", "Limit of all debt, where only the sum is printed"),
        ("debt_balance", "债务余额，仅印合计时", "Balance of all debt, where only the sum is printed"),
    ];

    public static Dataset<GovernmentYear> Years { get; } = Headlines(new DatasetBuilder<GovernmentYear>(
            "government_year",
            "政府年度：每个地区、年度、阶段和级次一行，各项总额及其出处，取最近年度的文件；未印的为空",
            "Governments, one row a place, year, phase and level: headline figures with the lines they are from, of several documents " +
            "those of the latest; NULL where none is printed")
        .Text("document_id", "多数数字所出的文件", "The file that prints most of the figures", static row => row.DocumentId, bloom: true)
            .References("documents")
        .Text("division_code", "行政区划代码（GB/T 2260，六位）", "Administrative division, GB/T 2260, six digits", static row =>
            row.DivisionCode)
        .OptionalText("division_name", "行政区划名称", "Name of the administrative division", static row => row.DivisionName)
        .Text("province_code", "省级代码，区划代码的前两位", "Province: the first two digits of the division code", static row =>
            row.DivisionCode[..2])
        .OptionalInteger("fiscal_year", "文件的预算年度", "Fiscal year of the documents", static row => row.FiscalYear)
        .Integer("amount_year", "金额所属年度", "The year that the figures are of", static row => row.Year)
        .Text("phase", "阶段：budget 预算，adjusted 调整预算，execution 执行，final_accounts 决算", "budget, adjusted, execution or final_accounts",
            static row => row.Phase).Listed(SchemaName.OfType<Phase>())
        .OptionalText("government_level", "政府级次：whole 全域，own 本级；未印为空", "whole or own; NULL where nothing tells", static row => row.Level)
            .Listed(SchemaName.OfType<GovernmentLevel>()))
        .Build(null);

    public static Dataset<GovernmentFigureCheck> Checks { get; } = new DatasetBuilder<GovernmentFigureCheck>(
            "government_figure_checks",
            "政府总额核对：一个文件所述的总额与另一文件所公布的同一总额对照（预算、决算所印的其他年度数，上级所印的各地区数）",
            "A headline figure as a second document states it against the document whose figure it is: other years in budgets and final " +
            "accounts, places in tables of the level above")
        .Text("division_code", "行政区划代码", "Division whose figure it is", static row => row.Published.DivisionCode)
        .Integer("amount_year", "金额所属年度", "The year that the figure is of", static row => row.Published.Year)
        .Text("phase", "阶段", "budget, adjusted, execution or final_accounts", static row => row.Published.Phase)
            .Listed(SchemaName.OfType<Phase>())
        .OptionalText("government_level", "政府级次：whole 全域，own 本级；未印为空", "whole or own; NULL where nothing tells", static row =>
            row.Published.Level).Listed(SchemaName.OfType<GovernmentLevel>())
        .Text("figure", "总额，即 government_year 中的列名", "Which figure: a column of government_year", static row => row.Published.Name)
            .Listed("government_figure")
        .Text("document_id", "所述的文件", "The document that states it", static row => row.Stated.DocumentId, bloom: true)
            .References("documents")
        .Text("published_document_id", "所公布的文件", "The document whose figure it is", static row => row.Published.DocumentId)
            .References("documents")
        .Text("line_id", "所述的数据", "The line that states it", static row => row.Stated.LineId).References("budget_lines")
        .Text("published_line_id", "所公布的数据", "The line of the other document", static row => row.Published.LineId)
            .References("budget_lines")
        .Money("stated_yuan", "所述的数，单位为元", "What is stated, in yuan", static row => row.Stated.Yuan)
        .Money("published_yuan", "所公布的数，单位为元", "What the other document prints, in yuan", static row => row.Published.Yuan)
        .Money("difference_yuan", "差额（所述减去所公布）", "Stated minus published", static row => row.DifferenceYuan)
        .Money("tolerance_yuan", "所印数字四舍五入所允许的差额", "What the rounding of both figures may hide", static row => row.ToleranceYuan)
        .Coded("outcome", "结果：equal 一致，restated 改过；改过不等于有误", "equal or restated; a restatement is no fault by itself",
            static row => row.Outcome)
        .Build(null);

    public static ImmutableArray<DatasetSchema> Schemas { get; } = [Years.Schema, Checks.Schema];

    private static DatasetBuilder<GovernmentYear> Headlines(DatasetBuilder<GovernmentYear> dataset)
    {
        foreach (var (name, zh, en) in Budgets)
        {
            foreach (var (side, sideZh, sideEn) in (ReadOnlySpan<(string, string, string)>)
                [("revenue", "收入", "revenue"), ("expenditure", "支出", "expenditure")])
            {
                Add($"{name}_{side}", $"{zh}本年{sideZh}合计", $"{en}: {sideEn} of the year");
                Add($"{name}_{side}_total", $"{zh}{sideZh}总计", $"{en}: {sideEn} with transfers, debt and what is carried ({sideZh}总计)");
            }
        }

        foreach (var (name, zh, en) in Others)
        {
            Add(name, zh, en);
        }

        return dataset;

        void Add(string name, string zh, string en)
        {
            dataset.OptionalMoney($"{name}_yuan", $"{zh}，单位为元", $"{en}, in yuan", row => row.Headlines.GetValueOrDefault(name)?.Yuan);
            dataset.OptionalText($"{name}_line_id", $"{zh}的出处", "The line that prints it", row =>
                row.Headlines.GetValueOrDefault(name)?.LineId).References("budget_lines");
        }
    }
}
