using Extractor.Model.Budget;

namespace Extractor.Publishing.Datasets;

/// <summary>The canonical facts: amounts, projects, indicators and what the prose states.</summary>
internal static class BudgetDatasets
{
    public static DocumentDataset BudgetLines { get; } = new DatasetBuilder<Row<BudgetLine>>(
            "budget_lines",
            "预算数据：每个所印金额一行，附其科目、口径和出处",
            "The canonical facts: one printed amount, one row, with its subject, its meaning and its place")
        .Text("line_id", "数据标识：文件、表格、行、列的散列值", "Stable hash of document, table, row and column; the key", static row => row.Item.LineId)
            .AsKey().Fiscal("budget-line-id")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("table_id", "所属表格", "The table", static row => row.Document.TableId(row.Item.TableOrdinal)).References("tables")
        .Coded("table_key", "表格含义，如 general_public_expenditure 一般公共预算支出表", "What the table shows", static row => row.Item.TableKey)
        .Integer("row_index", "行号，自 0 起", "Row of the table, counted from 0", static row => row.Item.Row)
        .Integer("column_index", "列号，自 0 起", "Column of the table, counted from 0", static row => row.Item.Column)
        .OptionalText("division_code", "行政区划代码（GB/T 2260，六位）", "Administrative division, GB/T 2260, six digits", static row =>
            row.Document.Document.Identity.DivisionCode).Fiscal("geo-source:source:code")
        .OptionalText("division_name", "行政区划名称", "Name of the administrative division", static row =>
            row.Document.Document.Identity.DivisionName).Fiscal("geo-source:source:title")
        .OptionalText("province_code", "省级代码，区划代码的前两位", "Province: the first two digits of the division code", static row =>
            row.Document.Document.Identity.ProvinceCode)
        .OptionalText("department_name", "封面所印的部门或单位名称", "Issuer as the cover prints it", static row =>
            row.Document.Document.Identity.DepartmentName).Fiscal("administrative-classification:generic:level1:label")
        .OptionalText("unit_name", "该行的预算单位", "Budget unit (预算单位) of the row; NULL where the row names none", static row =>
            row.Item.UnitName).Fiscal("administrative-classification:generic:level2:label")
        .OptionalText("unit_code_as_printed", "所印的预算单位编码", "Code of the budget unit as printed", static row => row.Item.UnitCodeAsPrinted)
        .OptionalInteger("fiscal_year", "文件的预算年度", "Fiscal year of the document", static row => row.Document.Document.Identity.FiscalYear)
            .Fiscal("date:fiscal-year")
        .OptionalInteger("amount_year", "政府的表中该金额所属年度：按栏目、行、表题、文件的次序取；部门的表看 fiscal_year 与 period",
            "Year that an amount in a government's table is of: by its column, its row or its table's title before the document; NULL " +
            "for changes, and in tables of departments, where fiscal_year and period tell it", static row => row.Item.AmountYear)
        .OptionalCoded("government_level", "政府级次：whole 全省、全市，own 本级，lower 下级；部门文件为空",
            "Whose money of a government: whole (with all governments below), own or lower; NULL where nothing tells and for departments",
            static row => row.Item.GovernmentLevel)
        .OptionalText("place_name", "所印的地区，不含序号与“合计”（分地区的表，或表题所称地区）",
            "Place of the row, the column or the title as printed, without a number or 合计; NULL for the document's own", static row =>
            row.Item.PlaceName)
        .OptionalText("place_code", "该地区的行政区划代码", "Its code of GB/T 2260; NULL where the name tells none", static row =>
            row.Item.PlaceCode)
        .OptionalText("column_item", "栏目所列的项目，如险种、转移支付项目、办公费；转移支付表为其表题或地区上方的行所称种类（专项转移支付）",
            "What the column is of, where columns list items: funds of insurance, transfers, parts of a sum that no list of codes has; " +
            "of transfers else the kind that the table's title, or the row above its places, names (专项转移支付)",
            static row => row.Item.ColumnItem)
        .Coded("phase", "阶段：budget 预算数，adjusted 调整预算数，execution 执行数，final_accounts 决算数",
            "budget, adjusted, execution or final_accounts", static row => row.Item.Phase)
            .Fiscal("phase:id")
        .Coded("direction", "revenue 收入，expenditure 支出", "revenue or expenditure", static row => row.Item.Direction)
            .Fiscal("direction")
        .Coded("period", "current 本年，prior 上年，change 增减变化；政府的表以表题年度为本年", "current, prior or change, against the fiscal " +
            "year; in tables of governments against the year of the table's title, where that names one",
            static row => row.Item.Period).Fiscal("value-kind:code")
        .Coded("classification", "分类：functional 功能分类，department_economic 部门经济分类，government_economic 政府经济分类，revenue 收入分类，three_public " +
            "三公经费，project 项目，procurement 政府采购，transfer 转移支付，debt 债务，place 地区，unit 预算单位",
            "By which list the row is classified: functional, department_economic, " +
            "government_economic, revenue, three_public, project, procurement, " +
            "transfer, debt, place or unit", static row => row.Item.Classification)
        .OptionalText("subject_code", "科目编码：功能分类 3、5、7 位，经济分类 3、5 位", "Canonical digits of the subject: 3, 5, 7 functional; 3, 5 economic",
            static row => row.Item.SubjectCode, bloom: true)
        .OptionalCoded("subject_level", "科目级次：class 类，group 款，item 项", "class 类, group 款 or item 项", static row => row.Item.SubjectLevel)
        .OptionalText("subject_name", "该版科目目录中的名称；有编码而无名称的，目录中没有该编码：照印保留，proof 不证实编码本身（见 local_subject_code）",
            "Name in the catalogue edition; NULL beside a subject_code where no catalogue has the code: it is kept as printed, and proof " +
            "does not speak for the code itself (finding local_subject_code)", static row => row.Item.SubjectName)
        .OptionalText("subject_code_as_printed", "所印的科目编码", "Subject code as printed", static row => row.Item.SubjectCodeAsPrinted)
        .OptionalText("subject_name_as_printed", "所印的科目名称或项目名称", "Subject name or label as printed", static row =>
            row.Item.SubjectNameAsPrinted)
        .Coded("code_evidence", "编码的依据：printed 所印，split_columns 分栏，unique_name 名称唯一，name_under_parent 上级下名称唯一，none 无",
            "How the code was found: printed, split_columns, unique_name, name_under_parent or none", static row => row.Item.CodeEvidence)
        .OptionalText("catalogue_edition", "所用科目目录的版本", "Edition of the subject catalogue", static row => row.Item.CatalogueEdition)
        .OptionalText("functional_code", "该行所印的支出功能分类编码", "Functional subject of the row, whatever the row is about", static row =>
            row.Item.FunctionalCode, bloom: true)
        .OptionalText("functional_name", "该版科目目录中的功能分类名称", "Its name in the catalogue edition", static row => row.Item.FunctionalName)
        .OptionalText("department_economic_code", "该行所印的部门预算支出经济分类编码", "Department economic subject of the row", static row =>
            row.Item.DepartmentEconomicCode)
        .OptionalText("department_economic_name", "该版科目目录中的部门经济分类名称", "Its name in the catalogue edition", static row =>
            row.Item.DepartmentEconomicName)
        .OptionalText("government_economic_code", "该行所印的政府预算支出经济分类编码", "Government economic subject of the row", static row =>
            row.Item.GovernmentEconomicCode)
        .OptionalText("government_economic_name", "该版科目目录中的政府经济分类名称", "Its name in the catalogue edition", static row =>
            row.Item.GovernmentEconomicName)
        .OptionalText("parent_line_id", "上级数据；“三公”经费各单位的合计只以各单位的同一项为组成部分，不以其下各项为组成部分",
            "The line that this one is a part of; a sum of 三公经费 over units has only its units as parts, not the items beside it",
            static row => row.Item.ParentLineId)
            .References("budget_lines")
        .OptionalText("item_key", "无国家编码的行：total 合计，carried_in 上年结转，overseas 因公出国（境），reception 公务接待，等",
            "For rows without a national code: total, current_year_total, carried_in, carried_out, overseas, vehicle_total, reception, …",
            static row => row.Item.ItemKey)
            .Listed("item_key", grows: true)
        .OptionalText("qualifier", "限定：of_which 其中，of_which_… 其中的某一来源，excluding_capital 扣除基建项目后，repeated 同一数字再次印出；带限定的数据是另一数据的一部分，不是最末级",
            "What its column or row narrows the amount to: of_which, or of_which_ and the source, excluding_capital, or repeated (the " +
            "same figure printed again); such a line is part of another and never a leaf",
            static row => row.Item.Qualifier)
            .Listed("qualifier", grows: true)
        .Coded("component",
            "口径：total 合计，basic 基本支出，project 项目支出，personnel 人员经费，public 公用经费，operating 经营支出，to_subordinates 对附属单位补助，to_superiors 上缴上级",
            "total, basic, project, personnel, public, operating, to_subordinates or to_superiors",
            static row => row.Item.Component).Fiscal("expenditure-type:code")
        .Coded("fund", "资金性质：all 全部，fiscal_appropriation 财政拨款，general_public 一般公共预算，government_fund 政府性基金，state_capital " +
            "国有资本经营，special_account 财政专户，unit_funds 单位资金，social_insurance 社会保险基金", "all, fiscal_appropriation, general_public, " +
            "government_fund, state_capital, special_account, unit_funds or " +
            "social_insurance", static row => row.Item.Fund).Fiscal("fin-source:generic:code")
        .Coded("row_role", "行的作用：detail 明细，subtotal 小计，total 合计；“三公”经费表逐数判定：单位的合计是合计行的一部分，为小计",
            "detail, subtotal or total; in tables of 三公经费 told of each figure: the total of a unit " +
            "is a part of that over all units, a subtotal", static row => row.Item.RowRole)
        .Flag("is_leaf", "最末级：同一表同一口径、同一资金来源、政府级次、年度、阶段和收支方向的最末级相加，每一元只计一次；“三公”经费旁的会议费、" +
            "培训费不在其合计之内，不标；政府债务、政府债券和社会保险基金结余表所印的是限额、余额和发行偿还额，不可相加，均不标最末级；" +
            "排在最后一个合计之后的年终结余、结转下年等，不在合计之内，亦不标；同一笔钱另行划分的行（合计之下按级次或去向再分）只标其一",
            "True on the lines whose sum counts every yuan of that table, component, fund, level of government, year, phase and " +
            "direction once. 会议费 and 培训费 beside 三公经费 are outside of its sum and no leaves; nor is anything in tables of " +
            "government debt, government bonds and balances of insurance funds, whose limits, balances and flows do not add up; " +
            "nor are balances behind the last sum (年终结余, 结转下年), which is of what was spent, and of two divisions of one sum " +
            "the rows of one alone are",
            static row => row.Item.IsLeaf)
        .Money("amount_yuan", "金额，单位为元", "Amount in yuan (元)", static row => row.Item.AmountYuan).Fiscal("value")
        .Text("value_as_printed", "所印的数字", "The amount's text as printed", static row => row.Item.ValueAsPrinted)
        .OptionalText("unit_as_printed", "所印的单位（元、万元）", "Unit as printed (元, 万元)", static row => row.Item.UnitAsPrinted)
        .Integer("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Item.PageNumber)
        .Place(static row => row.Item.Box)
        .Coded("proof", "核对结果：proven 金额及其位置有检查证实且无疑问（整行为零时仅指金额；目录中没有的编码不在证实之列），contradicted 有检查不符，unproven 未证实",
            "proven (a check that holds would fail if the amount or its place were another, and no doubt is open; in a row of nothing " +
            "but zeros it tells of the amount alone; a code that no catalogue has is not vouched for), contradicted (one fails) or " +
            "unproven",
            static row => row.Item.Proof)
        .OptionalCoded("doubt", "疑问：code_against_name 编码与名称不符，columns_unruled 各栏之间没有竖线，kind_by_vote 表名未说明种类，" +
            "leaf_sum_differs 明细之和不等于合计，place_unproven 仅本行各栏相符，" +
            "structure_unread 旁边或上方的字样未能解释，title_incomplete 表名不完整，unit_guessed 单位未印",
            "What keeps the line from being proven: code_against_name, columns_unruled (no line is drawn between the columns), " +
            "kind_by_vote (not the title but columns and rows say what the table shows), leaf_sum_differs, place_unproven (only its own " +
            "row adds up), structure_unread (words beside or over it are not explained), title_incomplete or unit_guessed",
            static row => row.Item.Doubt)
        .Build(static document => document.Of(document.Document.Lines));

    public static DocumentDataset Projects { get; } = new DatasetBuilder<Row<Project>>(
            "projects",
            "项目：正文和表格中每次提到的项目一行",
            "Projects (项目) in prose and tables, one row per mention")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("project_id", "项目标识：同一文件中同名项目只有一个", "One project, however often the document mentions it by this name", static row =>
            row.Item.ProjectId)
        .Text("project_name", "项目名称", "Name of the project", static row => row.Item.ProjectName).Fiscal("activity:generic:project:label")
        .Coded("source", "出处：prose 正文，key_projects 重点项目表，project_expenditure 项目支出表，overall_performance 整体绩效目标表，self_evaluation 绩效自评表",
            "Where it was read: prose, key_projects, project_expenditure, overall_performance or self_evaluation",
            static row => row.Item.Source)
        .OptionalText("unit_name", "预算单位", "Budget unit of the row", static row => row.Item.UnitName)
        .OptionalText("line_id", "金额所在的数据", "The line that carries the amount", static row => row.Item.LineId).References("budget_lines")
        .OptionalMoney("amount_yuan", "金额，单位为元", "Amount in yuan", static row => row.Item.AmountYuan).Fiscal("value")
        .OptionalMoney("fiscal_appropriation_yuan", "其中财政拨款，单位为元", "The part that the treasury pays, in yuan", static row =>
            row.Item.FiscalAppropriationYuan)
        .OptionalMoney("carried_in_yuan", "其中上年结转资金，单位为元", "The part that was left of the year before, in yuan", static row =>
            row.Item.CarriedInYuan)
        .OptionalMoney("other_funds_yuan", "其中其他资金，单位为元", "The part that comes from elsewhere, in yuan", static row =>
            row.Item.OtherFundsYuan)
        .OptionalMoney("whole_period_yuan", "项目实施期资金总额，单位为元", "Money of all years of the project, in yuan", static row =>
            row.Item.WholePeriodYuan)
        .OptionalMoney("prior_change_yuan", "比上年增减，单位为元", "Change against the year before, in yuan", static row => row.Item.PriorChangeYuan)
        .OptionalNumber("prior_change_percent", "比上年增减的百分比", "Change against the year before, in percent", static row =>
            (double?)row.Item.PriorChangePercent)
        .OptionalText("purpose", "用途", "What the money is for", static row => row.Item.Purpose)
        .OptionalText("reason", "增减原因", "Reason given for the change", static row => row.Item.Reason)
        .OptionalText("goal", "绩效目标", "Goal of the project", static row => row.Item.Goal)
        .OptionalMoney("executed_yuan", "执行数，单位为元", "Amount spent, in yuan", static row => row.Item.ExecutedYuan)
        .OptionalNumber("execution_rate", "预算执行率，按所印的百分数", "Rate of execution in percent, as printed", static row =>
            (double?)row.Item.ExecutionRate)
        .Integer("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Item.PageNumber)
        .Place(static row => row.Item.Box)
        .Build(static document => document.Of(document.Document.Projects));

    public static DocumentDataset PerformanceIndicators { get; } = new DatasetBuilder<Row<PerformanceIndicator>>(
            "performance_indicators",
            "绩效指标",
            "Performance indicators (绩效指标)")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("table_id", "所属表格", "The table", static row => row.Document.TableId(row.Item.TableOrdinal)).References("tables")
        .OptionalText("project_name", "项目名称；整体绩效目标为空", "Name of the project; NULL for goals of the whole department", static row =>
            row.Item.ProjectName)
        .OptionalText("project_id", "所属项目标识", "The project of the indicator; NULL for goals of the whole department", static row =>
            row.Item.ProjectId)
        .OptionalText("level_1", "一级指标，用通行名称", "First-level indicator (一级指标) by its usual name", static row => row.Item.Level1)
        .OptionalText("level_1_as_printed", "一级指标，按所印", "First-level indicator as printed", static row => row.Item.Level1AsPrinted)
        .OptionalText("level_2", "二级指标", "Second-level indicator (二级指标)", static row => row.Item.Level2)
        .OptionalText("level_3", "三级指标", "Third-level indicator (三级指标)", static row => row.Item.Level3)
        .OptionalText("target_value", "指标值，按所印", "Target as printed", static row => row.Item.TargetValue)
        .OptionalText("target_operator", "指标值的比较符：eq 等于，ge 大于等于，gt 大于，le 小于等于，lt 小于", "eq, ge, gt, le or lt, where the target prints one",
            static row =>
            row.Item.TargetOperator)
            .Listed("target_operator")
        .OptionalNumber("target_number", "指标值中的数字", "The number of the target", static row => (double?)row.Item.TargetNumber)
        .OptionalText("target_unit", "指标值的单位", "Unit of the target", static row => row.Item.TargetUnit)
        .OptionalText("actual_value", "完成值，按所印", "Achieved value as printed", static row => row.Item.ActualValue)
        .OptionalText("unit", "度量单位，按所印", "Unit of measure as printed in a column of its own", static row => row.Item.Unit)
        .OptionalText("weight", "分值（权重），按所印", "Weight (分值) as printed", static row => row.Item.Weight)
        .OptionalText("score", "得分，按所印", "Score (得分) as printed", static row => row.Item.Score)
        .OptionalText("deviation_reason", "偏差原因分析及改进措施", "Why the target was missed, and what is done about it", static row =>
            row.Item.DeviationReason)
        .Integer("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Item.PageNumber)
        .Place(static row => row.Item.Box)
        .Build(static document => document.Of(document.Document.Indicators));

    public static DocumentDataset StatedFigures { get; } = new DatasetBuilder<Row<StatedFigure>>(
            "stated_figures",
            "正文所述数字及其含义；金额、数量、百分比三者居其一",
            "Numbers stated in prose, with what they say; one of amount, quantity and percent is set")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("section_id", "所属章节", "The section", static row => row.Document.SectionId(row.Item.SectionOrdinal)).References("sections")
        .Text("figure_key", "数字含义：budget_revenue 收入预算，budget_expenditure 支出预算，three_public_total 三公经费合计，等；subject 所述科目的金额，item 其他以文字命名的金额",
            "What the number says: budget_revenue, budget_expenditure, change, change_percent, personnel, public, project, …; subject " +
            "for an amount of a named subject, item for one that only its label names", static row =>
            row.Item.FigureKey)
            .Listed("figure_key", grows: true)
        .OptionalText("label_as_printed", "subject、item 所述金额的名称，按所印", "Of subject and item: the words that name the amount, as printed",
            static row => row.Item.LabelAsPrinted)
        .Coded("period", "current 本年，prior 上年，change 增减", "current, prior or change", static row => row.Item.Period)
        .OptionalMoney("amount_yuan", "金额，单位为元", "Amount in yuan", static row => row.Item.AmountYuan)
        .OptionalNumber("quantity", "数量（辆、人、批次等）", "Quantity (vehicles, persons, …)", static row => (double?)row.Item.Quantity)
        .OptionalNumber("percent", "百分比，按所印", "Percent, as printed", static row => (double?)row.Item.Percent)
        .OptionalText("unit_as_printed", "所印的单位（万元、%、辆）", "Unit as printed (万元, %, 辆)", static row => row.Item.UnitAsPrinted)
        .OptionalText("reason", "所述的增减原因", "Reason given for a change", static row => row.Item.Reason)
        .OptionalText("subject_code", "句中所述科目的编码", "Code of the subject that the sentence names", static row => row.Item.SubjectCode)
        .OptionalText("line_id", "表中同一数字的数据", "The line of a table that prints the same figure", static row => row.Item.LineId)
            .References("budget_lines")
        .Text("sentence", "所在的句子", "The sentence that states it", static row => row.Item.Sentence)
        .Integer("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Item.PageNumber)
        .Place(static row => row.Item.Box)
        .Build(static document => document.Of(document.Document.StatedFigures));
}
