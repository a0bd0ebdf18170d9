using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Facts;

/// <summary>
/// The columns that every fact has: first its key and whose it is, last how far it can be trusted. A fact is
/// <c>Begin</c>, columns of its own, <c>End</c>.
/// </summary>
internal static class FactColumns
{
    public static DatasetBuilder<FactRow<T>> Begin<T>(string name, string zh, string en)
        where T : IFact
    {
        var prefix = name["fact_".Length..];
        return Issuer(new DatasetBuilder<FactRow<T>>(name, zh, en)
            .Text("fact_key", "数据标识", "Key; the same when the same content is published again", row =>
                Disclosures.Hash($"{prefix}|{row.Disclosure.DisclosureId}|{row.Item.Name}")).AsKey()
            .Text("disclosure_id", "所属公开", "The disclosure", static row => row.Disclosure.DisclosureId).References("disclosures"),
            static row => row.Disclosure);
    }

    /// <summary>An amount that not every row has.</summary>
    public static DatasetBuilder<FactRow<T>> Amount<T>(this DatasetBuilder<FactRow<T>> dataset, string column, string zh, string en,
        Func<T, decimal?> yuan)
        where T : IFact => dataset.OptionalMoney(column, $"{zh}，单位为元", $"{en}, in yuan", row => yuan(row.Item));

    /// <summary>What the year before was, as the same disclosure states it.</summary>
    public static DatasetBuilder<FactRow<T>> WithPrior<T>(this DatasetBuilder<FactRow<T>> dataset)
        where T : IFact =>
        dataset.Amount("prior_yuan", "该公开所述的上年数；未印为空", "What this disclosure states of the year before; NULL where it does not",
            static item => item.Prior?.Yuan);

    public static Dataset<FactRow<T>> End<T>(this DatasetBuilder<FactRow<T>> dataset, string fact)
        where T : IFact => Trust(dataset, static row => row.Item.Counted.Lines, row =>
            row.Disclosure.Document.ReconciliationOf(fact, row.Item), static row => RoundingOf(row.Item));

    /// <summary>How far a row can be trusted, and what it is from.</summary>
    public static Dataset<TRow> Trust<TRow>(DatasetBuilder<TRow> dataset, Func<TRow, ImmutableArray<FactLine>> linesOf,
        Func<TRow, Reconciliation> sumOf, Func<TRow, decimal> roundingOf) => dataset
        .Coded("proof", "所据数据的核对结果中最弱者：proven、unproven、contradicted", "The weakest proof of its lines: proven, unproven or contradicted",
            row => WeakestOf(linesOf(row)))
        .OptionalText("doubts", "所据数据的疑问，以空格分隔；无疑问为空", "Open doubts of its lines, separated by spaces; NULL where there is none",
            row => DoubtsOf(linesOf(row)))
        .Flag("reconciles", "该公开的数据之和是否与所印合计相符", "Whether the rows of this disclosure add up to the printed total", row =>
            sumOf(row).Reconciles)
        .OptionalMoney("missing_yuan", "该公开所缺的金额（合计减去数据之和）；未印合计为空",
            "What the rows of this disclosure lack of the printed total; NULL where none is printed", row => sumOf(row).MissingYuan)
        .Money("rounding_yuan", "所印数字的四舍五入在本行（含所述上年数）中可能掩盖的金额", "What the rounding of the printed figures may hide in this row, either way",
            row => roundingOf(row))
        .OptionalText("line_ids", "所据的数据（budget_lines），以空格分隔；仅见于正文或绩效表的为空",
            "The lines (budget_lines) that it is from, separated by spaces; NULL where only prose or a form without lines has it",
            row => linesOf(row) is [var only] ? only.LineId : string.Join(' ', linesOf(row).Select(static line => line.LineId).Distinct()))
        .BuildMerged();

    public static DatasetBuilder<T> Issuer<T>(DatasetBuilder<T> dataset, Func<T, Disclosure> of) => dataset
        .Text("document_id", "选用的文件", "The file that counts", row => of(row).Document.Id.Value, bloom: true).References("documents")
        .Text("organisation_id", "部门或单位的标识：地区和名称，各年度、各文件相同", "The department or unit by place and name: the same over years and files",
            row =>
            of(row).Organisation.Id, bloom: true)
        .OptionalText("division_code", "行政区划代码（GB/T 2260，六位）", "Administrative division, GB/T 2260, six digits", row =>
            of(row).Document.Identity.DivisionCode)
        .OptionalText("division_name", "行政区划名称", "Name of the administrative division", row => of(row).Document.Identity.DivisionName)
        .OptionalText("province_code", "省级代码，区划代码的前两位", "Province: the first two digits of the division code", row =>
            of(row).Document.Identity.ProvinceCode)
        .OptionalText("department_name", "封面所印的部门或单位名称", "Issuer as the cover prints it", row => of(row).Document.Identity.DepartmentName)
        .OptionalInteger("fiscal_year", "预算年度", "Fiscal year", row => of(row).Document.Identity.FiscalYear)
        .Coded("phase", "阶段：budget 预算，final_accounts 决算；两者不可相加", "budget or final_accounts; not to be added up",
            row => of(row).Document.Phase);

    private static decimal RoundingOf(IFact item) => Math.Max(item.Counted.RoundingYuan, item.Prior?.RoundingYuan ?? 0);

    private static string? DoubtsOf(ImmutableArray<FactLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Doubt is not null)
            {
                return string.Join(' ', lines.Select(static line => line.Doubt).OfType<LineDoubt>().Distinct().Order()
                    .Select(SchemaName.Of));
            }
        }

        return null;
    }

    /// <summary>What has no line is not proven by one.</summary>
    private static Proof WeakestOf(ImmutableArray<FactLine> lines) =>
        lines.Any(static line => line.Proof == Proof.Contradicted) ? Proof.Contradicted
        : lines.Length > 0 && lines.All(static line => line.Proof == Proof.Proven) ? Proof.Proven
        : Proof.Unproven;
}
