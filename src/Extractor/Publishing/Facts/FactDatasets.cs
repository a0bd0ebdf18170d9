using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Facts;

/// <summary>A part of a disclosure, with the disclosure.</summary>
internal readonly record struct FactRow<T>(Disclosure Disclosure, T Item);

/// <summary>The facts: sums that are right without knowing the forms.</summary>
internal static class FactDatasets
{
    private static readonly ImmutableArray<(string Name, string Zh, string En)> HeadlineFigures =
    [
        ("revenue", "本年收入合计", "Revenue of the year (本年收入合计)"),
        ("expenditure", "本年支出合计", "Expenditure of the year (本年支出合计)"),
        ("basic", "基本支出", "Basic expenditure (基本支出), all funds"),
        ("project", "项目支出", "Project expenditure (项目支出), all funds"),
        ("general_public", "一般公共预算支出", "General public expenditure (一般公共预算支出)"),
        ("general_public_basic", "一般公共预算基本支出", "Of it, basic expenditure"),
        ("general_public_project", "一般公共预算项目支出", "Of it, project expenditure"),
        ("personnel", "一般公共预算人员经费", "Of general public basic expenditure, personnel (人员经费)"),
        ("public", "一般公共预算公用经费", "Of general public basic expenditure, public expenses (公用经费)"),
        ("government_fund", "政府性基金支出", "Government fund expenditure (政府性基金)"),
        ("state_capital", "国有资本经营支出", "State capital expenditure (国有资本经营)"),
        ("three_public", "三公经费合计", "Three public expenses (三公经费), total"),
        ("overseas", "因公出国（境）费", "Travel abroad (因公出国（境）费)"),
        ("vehicle_purchase", "公务用车购置费", "Purchase of vehicles (公务用车购置费)"),
        ("vehicle_operation", "公务用车运行维护费", "Running of vehicles (公务用车运行维护费)"),
        ("reception", "公务接待费", "Receptions (公务接待费)"),
        ("procurement", "政府采购", "Government procurement (政府采购)"),
        ("operating_expenses", "机关运行经费", "Operating expenses of offices (机关运行经费)"),
    ];

    private static readonly ImmutableArray<(string Name, string Zh, string En)> StatedCounts =
    [
        ("vehicles", "公务用车保有量（辆）", "Vehicles that it has (公务用车保有量)"),
        ("staff_establishment", "人员编制（人），仅取全部门一个总数", "Posts of the establishment (人员编制), where stated for the whole"),
        ("staff_actual", "实有人数（人），仅取全部门一个总数", "Persons on the staff (实有人数), where stated for the whole"),
    ];

    public static Dataset<Disclosure> Disclosures { get; } = FactColumns.Issuer(new DatasetBuilder<Disclosure>(
                "disclosures",
                "公开：每个部门或单位、年度、阶段一行，不论由几个文件公开",
                "One row a department or unit, year and phase, in however many files it was disclosed")
            .Text("disclosure_id", "公开标识", "Key of the disclosure; the same when a file is published again", static row => row.DisclosureId)
                .AsKey(),
            static row => row)
        .Coded("kind", "文件种类：department_budget 部门预算，department_final_accounts 部门决算", "department_budget or department_final_accounts",
            static row => row.Document.Identity.Kind)
        .OptionalCoded("scope", "公开范围：department 部门（含所属单位），unit 单位", "department (with all its units) or unit (one unit alone)",
            static row => row.Document.Identity.Scope)
        .Text("preferred_reason", "选用该文件的理由：only 唯一，supersedes 取代旧文件，reconciles 与合计相符，most_figures 数据最多，lowest_id 标识最小",
            "Why this file counts: only, supersedes, reconciles, most_figures or lowest_id", static row => row.PreferredReason)
            .Listed("preferred_reason")
        .Integer("document_count", "文件数", "Number of files", static row => row.Documents.Length)
        .OptionalText("unit_of_disclosure_id", "单位所属部门的公开；同一笔钱已计入其中，本行不另有事实数据",
            "The disclosure of the department that holds the same money; there are no facts of this row then", static row =>
                row.UnitOfDisclosureId).References("disclosures")
        .Flag("is_counted", "事实数据是否计入本行", "Whether the facts count this row", static row => row.IsCounted)
        .OptionalText("same_as_disclosure_id", "以另一名称公开的相同内容；同一笔钱已计入该公开", "The disclosure under another name that prints the same: " +
            "its facts count, this one has none", static row => row.SameAsDisclosureId).References("disclosures")
        .OptionalText("other_phase_disclosure_id", "同一年度的决算（本行为预算时）或预算（本行为决算时）", "The final accounts of the same year where this is the " +
            "budget, the budget where this is the accounts", static row => row.OtherPhaseDisclosureId).References("disclosures")
        .Text("organisation_name", "部门或单位名称，不含其所在地区、本级和汇总", "The department or unit without its place, 本级 and 汇总", static row =>
            row.Organisation.FoldedName)
        .OptionalText("names_as_printed", "各文件所印的名称，以“；”分隔", "The names that its files print, separated by '；'", static row =>
            string.Join('；', row.Documents.Select(static document => document.Document.Identity.DepartmentName).Distinct()))
        .OptionalText("unit_codes_as_printed", "各文件所印的本单位编码，以空格分隔", "The codes that its files print for it, separated by spaces",
            static row => string.Join(' ', row.Documents.SelectMany(static document => document.Document.OwnCodes).Distinct()))
        .BuildMerged();

    public static Dataset<FactRow<DisclosureDocument>> DisclosureDocuments { get; } = new DatasetBuilder<FactRow<DisclosureDocument>>(
            "disclosure_documents",
            "公开所含的文件及其作用",
            "The files of each disclosure and what they are to it")
        .Text("disclosure_id", "所属公开", "The disclosure", static row => row.Disclosure.DisclosureId).References("disclosures")
        .Text("document_id", "文件", "The file", static row => row.Item.Document.Id.Value, bloom: true).References("documents")
        .Coded("role", "作用：preferred 选用，duplicate_of 内容相同，superseded_by 被取代，part_of 无支出表的另一部分，differs_from 数据不同",
            "preferred, duplicate_of, superseded_by, part_of (another part, without expenditure) or differs_from the preferred file",
                static row => row.Item.Role)
        .OptionalNumber("equal_percent", "与选用文件相同的数据所占百分比", "Percent of its figures that the preferred file prints too", static row =>
            row.Item.EqualShare)
        .BuildMerged();

    public static Dataset<FactRow<Expenditure>> Expenditure { get; } = OptionalComponents(FactColumns.Begin<Expenditure>(
                "fact_expenditure",
                "支出：每项支出只计一次，按预算单位、科目和资金性质；在同一年度、阶段内直接求和即为所印的支出合计，跨阶段用视图 expenditure",
                "Expenditure, every yuan once, by unit, subject and fund: within one year and phase a plain sum is the printed total; " +
                "over phases sum the view expenditure")
        .OptionalText("unit_name", "预算单位", "Budget unit (预算单位); NULL where the row names none", static row => row.Item.UnitName)
        .OptionalText("subject_code", "功能分类科目编码，所印的最细一级", "Functional subject, the deepest that is printed", static row =>
            row.Item.SubjectCode)
        .OptionalCoded("subject_level", "科目级次：class 类，group 款，item 项", "class 类, group 款 or item 项", static row => row.Item.SubjectLevel)
        .OptionalText("subject_name", "科目名称", "Name of the subject", static row => row.Item.SubjectName)
        .Text("fund", "资金性质：general_public 一般公共预算，government_fund 政府性基金，state_capital 国有资本经营，other 其余资金（合计减去前三者），all 未分资金",
            "general_public, government_fund, state_capital, other (what these leave of the whole) or all (not printed by fund)",
                static row => row.Item.Fund)
            .Listed("fact_fund")
        .Money("total_yuan", "支出，单位为元", "Expenditure, in yuan", static row => row.Item.TotalYuan)
        .OptionalText("basis", "取自：expenditure_summary 支出总表，tables_by_fund 按资金分列的各表，classes_by_fund " +
            "收支总表的类及各表的款项，revenue_expenditure_summary 收支总表，units 支出总表的单位行",
            "Where it is from: expenditure_summary, tables_by_fund, classes_by_fund, revenue_expenditure_summary or units", static row =>
            row.Disclosure.Document.ExpenditureBasis)
            .Listed("expenditure_basis"))
        .WithPrior()
        .End("fact_expenditure");

    public static Dataset<FactRow<ThreePublicExpense>> ThreePublic { get; } = FactColumns.Begin<ThreePublicExpense>(
                "fact_three_public",
                "三公经费：每项只计一次；直接求和即为所印的合计",
                "The three public expenses by item, each once: a plain sum is the printed total")
        .Text("item_key", "项目：overseas 因公出国（境），vehicle_purchase 公务用车购置，vehicle_operation 公务用车运行，vehicle_total 公务用车合计（未分列时），reception 公务接待",
            "overseas, vehicle_purchase, vehicle_operation, vehicle_total (where not printed apart) or reception", static row =>
                row.Item.ItemKey)
            .Listed("three_public_item")
        .Coded("fund", "经费的资金范围，取所印最宽的财政拨款：fiscal_appropriation 财政拨款，general_public 一般公共预算，all 未说明或仅见于正文",
            "Of which money: fiscal_appropriation (财政拨款, which the three public expenses are told of), else general_public, else all, " +
            "as of what only a sentence tells",
            static row => row.Item.Counted.Lines is [var line, ..] ? line.Place.Fund : Fund.All)
        .Amount("current_yuan", "本年", "Of the year", static item => item.Current?.Yuan)
        .OptionalText("figure_key", "所据的正文数字（stated_figures 中该文件的 figure_key），文件未印三公经费表时",
            "figure_key of the figure in stated_figures of the same document that it is from; NULL where a table tells it",
            static row => row.Item.Counted.FigureKey)
            .Listed("figure_key", grows: true)
        .WithPrior()
        .End("fact_three_public");

    public static Dataset<Disclosure> DepartmentYear { get; } = Headlines(FactColumns.Issuer(new DatasetBuilder<Disclosure>(
            "department_year",
            "部门年度：每个公开一行，各项总额及其出处；未印的为空",
            "One row a disclosure with its headline figures and the lines they are from; NULL where it prints none")
        .Text("disclosure_id", "公开标识", "The disclosure; the key", static row => row.DisclosureId).AsKey().References("disclosures"),
        static row => row)
        .OptionalCoded("scope", "公开范围：department 部门，unit 单位", "department or unit", static row => row.Document.Identity.Scope)
        .Flag("is_counted", "是否未计入其他公开", "Whether its money is in no other disclosure: sum these only", static row => row.IsCounted))
        .BuildMerged();

    public static Dataset<FactRow<Reconciliation>> Reconciliations { get; } = FactColumns.Issuer(
            new DatasetBuilder<FactRow<Reconciliation>>(
                "reconciliations",
                "勾稽：每个公开的每类事实数据之和与所印合计的对照",
                "For each disclosure and fact: the sum of its rows against the total that is printed")
            .Text("disclosure_id", "所属公开", "The disclosure", static row => row.Disclosure.DisclosureId).References("disclosures"),
            static row => row.Disclosure)
        .Text("fact", "事实数据集", "The dataset of facts", static row => row.Item.Fact)
            .Listed("fact")
        .Text("measure", "求和的列", "The columns that are summed", static row => row.Item.Measure)
        .OptionalText("part", "求和的行，SQL 条件；空为全部", "Which rows are summed, as a condition of SQL; NULL for all of the disclosure",
            static row => row.Item.Part)
        .OptionalMoney("printed_total_yuan", "所印的合计；没有该表时为正文所述；未印或所印不一为空",
            "The printed total, or what a sentence states where no table prints one; NULL where none is printed, or several that differ",
            static row => row.Item.TotalYuan)
        .OptionalText("printed_line_id", "合计的出处；仅见于正文为空", "The line that prints it; NULL where only a sentence states it",
            static row => row.Item.Printed?.Lines[0].LineId)
            .References("budget_lines")
        .Money("fact_total_yuan", "事实数据之和", "Sum of the fact's rows", static row => row.Item.FactYuan)
        .OptionalMoney("missing_yuan", "缺少的金额（合计减去数据之和）", "Printed total minus the sum of the rows", static row => row.Item.MissingYuan)
        .Money("tolerance_yuan", "所印数字四舍五入所允许的差额", "What the rounding of the printed figures allows", static row => row.Item.ToleranceYuan)
        .Flag("reconciles", "是否相符", "Whether they agree within the rounding", static row => row.Item.Reconciles)
        .OptionalCoded("project_list", "项目的列示方式：table 项目表，single_forms 单个项目的表（未必是全部项目），prose 正文，none 未列示；其他事实数据为空",
            "Of the projects, where they are told: table of all of them, single_forms, prose or none; NULL for other facts",
            static row => row.Item.Projects)
        .BuildMerged();

    /// <summary>In the order in which they are published and documented.</summary>
    public static ImmutableArray<DatasetSchema> Schemas { get; } =
    [
        Disclosures.Schema, DisclosureDocuments.Schema, Expenditure.Schema, ThreePublic.Schema, FactLists.Revenue.Schema,
        FactLists.Economic.Schema, FactLists.Projects.Schema, FactLists.Procurement.Schema, DepartmentYear.Schema,
        Reconciliations.Schema,
    ];

    private static DatasetBuilder<FactRow<Expenditure>> OptionalComponents(DatasetBuilder<FactRow<Expenditure>> dataset)
    {
        (Component Component, string Zh)[] parts =
        [
            (Component.Basic, "基本支出"), (Component.Personnel, "人员经费"), (Component.Public, "公用经费"), (Component.Project, "项目支出"),
            (Component.Operating, "经营支出"), (Component.ToSubordinates, "对附属单位补助"), (Component.ToSuperiors, "上缴上级"),
        ];
        foreach (var (component, zh) in parts)
        {
            dataset.Amount($"{SchemaName.Of(component)}_yuan", $"其中{zh}；未印为空", $"Of it, {zh}; NULL where not printed",
                item => item.Components.Find(component)?.Yuan);
        }

        return dataset;
    }

    private static DatasetBuilder<Disclosure> Headlines(DatasetBuilder<Disclosure> dataset)
    {
        foreach (var (name, zh, en) in HeadlineFigures)
        {
            var isStated = FactsOfDocument.MayBeStated(name);
            dataset.OptionalMoney($"{name}_yuan", $"{zh}，单位为元", $"{en}, in yuan", row =>
                row.Document.Headlines.GetValueOrDefault(name)?.Yuan ?? row.Document.Stated.GetValueOrDefault(name)?.AmountYuan);
            dataset.OptionalText($"{name}_line_id", $"{zh}的出处{(isStated ? "；仅见于正文为空" : string.Empty)}",
                $"The line (the first of the lines) that it is from{(isStated ? "; NULL where only a sentence states it" : string.Empty)}",
                row => row.Document.Headlines.GetValueOrDefault(name)?.Lines[0].LineId).References("budget_lines");
            if (isStated)
            {
                StatedBy(dataset, name, zh);
            }
        }

        foreach (var (name, zh, en) in StatedCounts)
        {
            dataset.OptionalNumber(name, zh, en, row => (double?)row.Document.Stated.GetValueOrDefault(name)?.Quantity);
            StatedBy(dataset, name, zh);
        }

        return dataset;
    }

    /// <summary>A document has one stated figure of a key: both name it.</summary>
    private static void StatedBy(DatasetBuilder<Disclosure> dataset, string name, string zh) =>
        dataset.OptionalText($"{name}_figure_key", $"{zh}所据的正文数字（stated_figures 中该文件的 figure_key）",
            "figure_key of the figure in stated_figures of the same document that it is from; NULL where a table tells it",
            row => row.Document.Stated.GetValueOrDefault(name)?.FigureKey)
            .Listed("figure_key", grows: true);
}
