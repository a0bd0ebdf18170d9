using System.Collections.Immutable;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Facts.Governments;

/// <summary>The facts of whole governments: one row counts each yuan once within one place, year, phase, level and fund.</summary>
internal static class GovernmentFactDatasets
{
    public static Dataset<GovernmentRow<GovernmentAmount>> Revenue { get; } = Amounts("fact_government_revenue",
        "政府收入：按科目，每项只计一次；在同一地区、年度、阶段、级次和预算内求和即为所印合计，不同阶段、级次不可相加",
        "Revenue of governments by subject, each yuan once: within one place, year, phase, level and fund a plain sum is the printed " +
        "total; phases and levels are never added");

    public static Dataset<GovernmentRow<GovernmentAmount>> Expenditure { get; } = Amounts("fact_government_expenditure",
        "政府支出：按功能分类科目，每项只计一次；在同一地区、年度、阶段、级次和预算内求和即为所印合计，不同阶段、级次不可相加",
        "Expenditure of governments by function, each yuan once: within one place, year, phase, level and fund a plain sum is the " +
        "printed total; phases and levels are never added");

    public static Dataset<GovernmentRow<GovernmentTransfer>> Transfers { get; } = End(Side(Scope(Begin<GovernmentTransfer>(
                GovernmentTransfers.Fact,
                "税收返还和转移支付：按地区或项目，同一方向内每笔只计一次，取合计最大且相符的一张表；收到的（revenue）往往又给了下级（expenditure），" +
                "两者不可相加，视图 transfers 分列",
                "Tax rebates and transfers by place or item, each once in its direction: of the tables of a scope the widest one that " +
                "adds up. What is received (revenue) is often given on (expenditure): not to be added up; the view transfers has both " +
                "apart")))
        .OptionalText("place_code", "受补助地区的行政区划代码；名称不能确定代码的为空", "Division code of the place that gets it; NULL where its name tells none",
            static row => row.Item.PlaceCode)
        .OptionalText("place_name", "受补助地区，按所印；按项目的表为空", "The place that gets it, as printed; NULL in tables by item",
            static row => row.Item.PlaceName)
        .OptionalText("item_name", "项目；按地区合计的表为空", "Which transfer; NULL in tables by place alone", static row => row.Item.ItemName)
        .OptionalCoded("government_level", "政府级次：whole 全域所得，own 留本级，lower 对下级；未印为空",
            "whole (got by the place with all below it), own (kept for the own level) or lower; NULL where nothing tells",
            static row => row.Item.Level)
        .Money("amount_yuan", "金额，单位为元", "Amount in yuan (元)", static row => row.Item.Counted.Yuan));

    public static Dataset<GovernmentRow<Reconciliation>> Reconciliations { get; } = Level(Scope(Issuer(
                new DatasetBuilder<GovernmentRow<Reconciliation>>(
                    "government_reconciliations",
                    "政府数据勾稽：每个地区、年度、阶段、级次和预算的事实数据之和与所印合计的对照",
                    "For each place, year, phase, level and fund of governments: the sum of the fact's rows against the printed total"))
            .Text("fact", "事实数据集", "The dataset of facts", static row => row.Item.Fact).Listed("government_fact"))
        .OptionalCoded("direction", "收支：revenue 收入，expenditure 支出；债务为空", "revenue or expenditure; NULL of debt", static row =>
            row.Scope.Direction)
        .Text("measure", "求和的列", "The columns that are summed", static row => row.Item.Measure))
        .OptionalMoney("printed_total_yuan", "所印的合计；未印或各表不一为空",
            "The printed total; NULL where none is printed, or tables print several that differ", static row => row.Item.Printed?.Yuan)
        .OptionalText("printed_line_id", "合计的出处", "The line that prints it", static row => row.Item.Printed?.Lines[0].LineId)
            .References("budget_lines")
        .Money("fact_total_yuan", "事实数据之和", "Sum of the fact's rows", static row => row.Item.FactYuan)
        .OptionalMoney("missing_yuan", "缺少的金额（合计减去数据之和）", "Printed total minus the sum of the rows", static row => row.Item.MissingYuan)
        .Money("tolerance_yuan", "所印数字四舍五入所允许的差额", "What the rounding of the printed figures allows", static row => row.Item.ToleranceYuan)
        .Flag("reconciles", "是否相符", "Whether they agree within the rounding", static row => row.Item.Reconciles)
        .OptionalCoded("gap",
            "不符的缘由：totals_differ 各表所印合计不一，no_rows 没有可确认属于该合计的明细，rows_differ 明细之和不等于合计；相符为空",
            "Why they do not agree: totals_differ (tables print several totals), no_rows (no row that is told to be of the total) " +
            "or rows_differ (the rows do not make the total); NULL where they do",
            static row => GovernmentGaps.Of(row.Item))
        .BuildMerged();

    /// <summary>What <c>government_year</c> and <c>government_figure_checks</c> are made from, over all partitions.</summary>
    public static Dataset<(GovernmentFacts Document, GovernmentFigure Figure)> Figures { get; } =
        new DatasetBuilder<(GovernmentFacts Document, GovernmentFigure Figure)>(
            "government_figures",
            "政府总额：每个文件所印的各项总额，含重复刊印的其他年度和分地区表中其他地区的总额，不可相加",
            "Headline figures of governments as every document prints them, those of other years and places that it repeats among them; " +
            "not to be added up")
        .Text("document_id", "所属文件", "The file", static row => row.Document.Id.Value, bloom: true).References("documents")
        .Text("division_code", "所属地区的行政区划代码", "Division whose figure it is", static row => row.Figure.PlaceCode)
        .Text("issuer_division_code", "公布者的行政区划代码", "Division of the government that prints it", static row =>
            row.Document.Identity.DivisionCode!)
        .OptionalText("issuer_division_name", "公布者的行政区划名称", "Name of that division", static row => row.Document.Identity.DivisionName)
        .OptionalInteger("fiscal_year", "文件的预算年度", "Fiscal year of the document", static row => row.Document.Identity.FiscalYear)
        .Integer("amount_year", "金额所属年度", "The year that the figure is of", static row => row.Figure.Year)
        .Coded("phase", "阶段：budget 预算，adjusted 调整预算，execution 执行，final_accounts 决算", "budget, adjusted, execution or final_accounts",
            static row => row.Figure.Phase)
        .OptionalCoded("government_level", "政府级次：whole 全域，own 本级；未印为空", "whole or own; NULL where nothing tells", static row =>
            row.Figure.Level)
        .Text("figure", "总额，即 government_year 中的列名", "Which figure: a column of government_year", static row => row.Figure.Name)
            .Listed("government_figure")
        .Money("amount_yuan", "金额，单位为元", "Amount in yuan (元)", static row => row.Figure.Printed.Yuan)
        .Money("rounding_yuan", "所印数字四舍五入所允许的差额", "What the rounding of the printed figure allows", static row =>
            row.Figure.Printed.RoundingYuan)
        .Text("line_id", "所出的数据", "The line that prints it, the first of several", static row => row.Figure.Printed.Lines[0].LineId)
            .References("budget_lines")
        .Flag("is_own", "是否为该文件自身的年度和地区；否为重复刊印", "Whether the document is there to say it; false where it repeats another year or place",
            static row => row.Figure.IsOwn)
        .Flag("adds_up", "其明细之和是否相符", "Whether the rows of its fact make it", static row => row.Figure.AddsUp)
        .BuildMerged();

    public static ImmutableArray<DatasetSchema> Schemas { get; } =
        [Revenue.Schema, Expenditure.Schema, Transfers.Schema, Figures.Schema, Reconciliations.Schema];

    private static Dataset<GovernmentRow<GovernmentAmount>> Amounts(string name, string zh, string en) =>
        End(Level(Side(Scope(Begin<GovernmentAmount>(name, zh, en))))
            .OptionalText("subject_code", "科目编码，所印的最细一级；无编码为空", "Subject, the deepest that is printed; NULL where no code is known",
                static row => row.Item.SubjectCode)
            .OptionalCoded("subject_level", "科目级次：class 类，group 款，item 项", "class 类, group 款 or item 项",
                static row => row.Item.SubjectLevel)
            .OptionalText("subject_name", "科目名称", "Name of the subject", static row => row.Item.SubjectName)
            .OptionalMoney("amount_yuan", "本年收入或支出，单位为元；转移性、债务、结转等为空",
                "Revenue or expenditure of the year in yuan; NULL for transfers, debt and what is carried", static row =>
                row.Item.IsBalancing ? null : row.Item.Counted.Yuan)
            .OptionalMoney("balancing_yuan", "本年合计之外、计入总计的金额（转移性、债务、调入、结转），单位为元",
                "What only 总计 holds (transfers, debt, money moved in, carried over) in yuan", static row =>
                row.Item.IsBalancing ? row.Item.Counted.Yuan : null));

    private static DatasetBuilder<GovernmentRow<T>> Begin<T>(string name, string zh, string en)
        where T : IFact => Issuer(new DatasetBuilder<GovernmentRow<T>>(name, zh, en)
        .Text("fact_key", "数据标识", "Key; the same when the same content is published again", row => Publishing.Facts.Disclosures.Hash(
            $"{name}|{row.Document.Identity.DivisionCode}|{row.Document.Identity.FiscalYear}|{row.Scope}|{row.Item.Name}")).AsKey());

    private static DatasetBuilder<GovernmentRow<T>> Issuer<T>(DatasetBuilder<GovernmentRow<T>> dataset) => dataset
        .Text("document_id", "选用的文件", "The file that counts", static row => row.Document.Id.Value, bloom: true).References("documents")
        .Text("division_code", "行政区划代码（GB/T 2260，六位）", "Administrative division, GB/T 2260, six digits", static row =>
            row.Document.Identity.DivisionCode!)
        .OptionalText("division_name", "行政区划名称", "Name of the administrative division", static row => row.Document.Identity.DivisionName)
        .OptionalText("province_code", "省级代码，区划代码的前两位", "Province: the first two digits of the division code", static row =>
            row.Document.Identity.ProvinceCode)
        .OptionalInteger("fiscal_year", "文件的预算年度", "Fiscal year of the document", static row => row.Document.Identity.FiscalYear);

    private static DatasetBuilder<GovernmentRow<T>> Scope<T>(DatasetBuilder<GovernmentRow<T>> dataset) => dataset
        .Integer("amount_year", "金额所属年度", "The year that the amount is of", static row => row.Scope.Year)
        .Coded("phase", "阶段：budget 预算，adjusted 调整预算，execution 执行，final_accounts 决算；不可相加",
            "budget, adjusted, execution or final_accounts; not to be added up", static row => row.Scope.Phase)
        .Coded("fund", "预算：general_public 一般公共预算，government_fund 政府性基金，state_capital 国有资本经营，social_insurance 社会保险基金",
            "general_public, government_fund, state_capital or social_insurance (transfers also all)", static row => row.Scope.Fund);

    private static DatasetBuilder<GovernmentRow<T>> Side<T>(DatasetBuilder<GovernmentRow<T>> dataset) => dataset
        .Coded("direction", "收支：revenue 收入，expenditure 支出", "revenue or expenditure (of transfers: received or given)", static row =>
            row.Scope.Direction!.Value);

    private static DatasetBuilder<GovernmentRow<T>> Level<T>(DatasetBuilder<GovernmentRow<T>> dataset) => dataset
        .OptionalCoded("government_level", "政府级次：whole 全域，own 本级；未印为空；whole 含 own，不可相加",
            "whole or own; NULL where nothing tells. The whole holds the own: not to be added up", static row => row.Scope.Level);

    private static Dataset<GovernmentRow<T>> End<T>(DatasetBuilder<GovernmentRow<T>> dataset)
        where T : IFact => FactColumns.Trust(dataset, static row => row.Item.Counted.Lines, static row => row.Sum,
            static row => row.Item.Counted.RoundingYuan);
}
