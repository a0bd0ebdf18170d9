using Extractor.Model;
using Extractor.Model.Evidence;

namespace Extractor.Publishing.Datasets;

/// <summary>The arithmetic and the doubts.</summary>
internal static class EvidenceDatasets
{
    public static DocumentDataset Checks { get; } = new DatasetBuilder<Row<Check>>(
            "checks",
            "核对：所做的每一次算术检查",
            "The arithmetic, every check that was run")
        .Text("check_id", "核对标识", "Key of the check", static row => row.Item.CheckId).AsKey()
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("rule", "规则：children_sum_to_parent 下级之和等于上级，components_sum_to_total 各项之和等于合计，等", "children_sum_to_parent, components_sum_to_total, table_totals_agree, revenue_equals_expenditure, change_is_current_minus_prior, prose_agrees_with_table, …", static row => row.Item.Rule)
        .Money("expected_yuan", "应为，单位为元", "Expected, in yuan", static row => row.Item.ExpectedYuan)
        .Money("actual_yuan", "实为，单位为元", "Actual, in yuan", static row => row.Item.ActualYuan)
        .Money("difference_yuan", "差额（实为减应为），单位为元", "Actual minus expected, in yuan", static row => row.Item.DifferenceYuan)
        .Money("tolerance_yuan", "所印数字四舍五入所允许的差额，单位为元", "What the rounding of the printed figures allows, in yuan", static row =>
            row.Item.ToleranceYuan)
        .Text("outcome", "holds 相符，fails 不符，not_applicable 不适用", "holds, fails or not_applicable", static row =>
            SchemaName.Of(row.Item.Outcome))
        .Build(static document => document.Of(document.Document.Checks));

    public static DocumentDataset CheckMembers { get; } = new DatasetBuilder<Row<(string CheckId, string LineId)>>(
            "check_members",
            "核对的成员：参与每次检查的数据",
            "Which lines take part in which check")
        .Text("check_id", "核对", "The check", static row => row.Item.CheckId).References("checks")
        .Text("line_id", "数据", "The line", static row => row.Item.LineId).References("budget_lines")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Build(static document => document.Of(document.Document.Checks.SelectMany(static check =>
            check.MemberLineIds.Select(lineId => (check.CheckId, lineId)))));

    public static DocumentDataset Findings { get; } = new DatasetBuilder<Row<IdentifiedFinding>>(
            "findings",
            "发现：读者应当知道的问题；文件自相矛盾时只报告，不更正",
            "What a person should know; a document that contradicts itself is reported, never corrected")
        .Text("finding_id", "发现标识", "Key of the finding", static row => row.Item.FindingId).AsKey()
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("rule", "规则名称", "What was looked at", static row => row.Item.Finding.Rule)
        .Text("severity", "error 错误，warning 警告，note 提示", "error, warning or note", static row => SchemaName.Of(row.Item.Finding.Severity))
        .Text("message_zh", "中文说明", "Message in Chinese", static row => row.Item.Finding.MessageZh)
        .Text("message_en", "英文说明", "Message in English", static row => row.Item.Finding.MessageEn)
        .OptionalInteger("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Item.Finding.PageNumber)
        .OptionalPlace(static row => row.Item.Finding.Box)
        .OptionalText("expected", "应为", "What was expected", static row => row.Item.Finding.Expected)
        .OptionalText("actual", "实为", "What was found", static row => row.Item.Finding.Actual)
        .Build(static document => document.Findings());
}
