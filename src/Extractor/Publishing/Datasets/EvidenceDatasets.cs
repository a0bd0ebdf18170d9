using Extractor.Model.Evidence;

namespace Extractor.Publishing.Datasets;

/// <summary>The arithmetic, the doubts, and what became of everything printed.</summary>
internal static class EvidenceDatasets
{
    public static DocumentDataset PageLedger { get; } = new DatasetBuilder<Row<PageLedger>>(
            "page_ledger",
            "页面账：每页一行，所印的每个金额、每个字符去了哪里；两个等式逐页成立，右边按已发布的数据计数",
            "What became of everything printed, one row a page; both equations hold for each page, and their right-hand sides are " +
            "counted from what is published")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Integer("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Item.PageNumber)
        .Integer("amounts_printed",
            "所印的金额数：带小数点或千位分隔符的数，以及表格金额栏中的整数；等于其后 amounts_in_lines、amounts_in_projects、" +
            "amounts_in_indicators、amounts_in_stated_figures、amounts_in_cells_only、amounts_as_labels、amounts_lost 之和",
            "Numbers with a decimal point or thousands separators, and whole numbers in amount columns of tables; the sum of " +
            "amounts_in_lines, amounts_in_projects, amounts_in_indicators, amounts_in_stated_figures, amounts_in_cells_only, " +
            "amounts_as_labels and amounts_lost",
            static row => row.Item.Amounts.AmountsPrinted)
        .Integer("amounts_in_lines", "其中成为 budget_lines 一行的", "Of these: in a row of budget_lines", static row => row.Item.Amounts.InLines)
        .Integer("amounts_in_projects", "其中在 projects 中的", "Of these: in a row of projects", static row => row.Item.Amounts.InProjects)
        .Integer("amounts_in_indicators", "其中在 performance_indicators 中的", "Of these: in a row of performance_indicators",
            static row => row.Item.Amounts.InIndicators)
        .Integer("amounts_in_stated_figures", "其中在 stated_figures 中的", "Of these: in a row of stated_figures",
            static row => row.Item.Amounts.InStatedFigures)
        .Integer("amounts_in_cells_only", "其中仅按原样保存、含义未知的：在 cells 的单元格，或在 sections 的正文、表格附注中",
            "Of these: kept as printed without a meaning, in cells, or in the text of sections and notes of tables",
            static row => row.Item.Amounts.InCellsOnly)
        .Integer("amounts_in_text_only", "amounts_in_cells_only 之中，在句子里的：sections 的正文、表格附注、写有句子的单元格",
            "Of amounts_in_cells_only: in sentences, in the text of sections, in notes of tables and in cells of words",
            static row => row.Item.Amounts.InTextOnly)
        .Integer("amounts_in_known_tables_only", "amounts_in_cells_only 之中，所在表格的种类已知的",
            "Of amounts_in_cells_only: in tables whose kind is known",
            static row => row.Item.Amounts.InKnownTablesOnly)
        .Integer("amounts_as_labels", "其中不是金额的：栏次、编码、日期、序号、页码、重复的表头",
            "Of these: no amounts but column numbers, codes, dates, numbers of chapters and pages, repeated headers",
            static row => row.Item.Amounts.AsLabels)
        .Integer("amounts_lost", "其中未进入任何数据集的", "Of these: in no dataset", static row => row.Item.Amounts.Lost)
        .OptionalCoded("amounts_cause",
            "本页金额无含义或遗失的最主要原因：sentence_not_read、table_note、table_not_found、unknown_table、unknown_unit、" +
            "table_not_read、row_not_read、column_not_read、form_field_not_read、document_not_read、before_sections、beside_tables、" +
            "outside_sections、outside_lines；都有含义则为空",
            "Why most of the amounts of the page that have no meaning have none: sentence_not_read, table_note, table_not_found, " +
            "unknown_table, unknown_unit, table_not_read, row_not_read, column_not_read, form_field_not_read, document_not_read, " +
            "before_sections, beside_tables, outside_sections or outside_lines; NULL where all have one",
            static row => row.Item.AmountsCause)
        .Integer("characters_printed",
            "所印的字符数（不计空白和水印）；等于其后 characters_in_sections、characters_in_tables、characters_running、characters_lost 之和",
            "Visible characters, white space and watermarks not counted; the sum of characters_in_sections, characters_in_tables, " +
            "characters_running and characters_lost",
            static row => row.Item.Characters.CharactersPrinted)
        .Integer("characters_in_sections", "其中在 sections 中的：标题和正文", "Of these: in sections, headings and text", static row =>
            row.Item.Characters.InSections)
        .Integer("characters_in_tables", "其中在表格中的：表名、单位等表头以上的行，附注，单元格", "Of these: in tables: lines above them, notes, cells",
            static row => row.Item.Characters.InTables)
        .Integer("characters_running", "其中不属于正文的：页码、页眉页脚、续页重复的表名和表头、目录",
            "Of these: page numbers, running heads, captions and headers that a continuation page repeats, contents",
            static row => row.Item.Characters.Running)
        .Integer("characters_lost", "其中未进入任何数据集的", "Of these: in no dataset", static row => row.Item.Characters.Lost)
        .OptionalCoded("characters_cause",
            "本页字符遗失的最主要原因：before_sections、beside_tables、outside_sections、outside_lines；无遗失则为空",
            "Why most of the lost characters of the page are lost: before_sections, beside_tables, outside_sections or outside_lines; " +
            "NULL where none is",
            static row => row.Item.CharactersCause)
        .Build(static document => document.Of(document.Document.Ledger));

    public static DocumentDataset Checks { get; } = new DatasetBuilder<Row<Check>>(
            "checks",
            "核对：所做的每一次算术检查",
            "The arithmetic, every check that was run")
        .Text("check_id", "核对标识", "Key of the check", static row => row.Item.CheckId).AsKey()
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("rule", "规则：children_sum_to_parent 下级之和等于上级，components_sum_to_total 各项之和等于合计，等", "children_sum_to_parent, " +
            "components_sum_to_total, table_totals_agree, revenue_equals_expenditure, change_is_current_minus_prior, " +
            "prose_agrees_with_table, …", static row => row.Item.Rule)
            .Listed("check_rule")
        .Money("expected_yuan", "应为，单位为元", "Expected, in yuan", static row => row.Item.ExpectedYuan)
        .Money("actual_yuan", "实为，单位为元", "Actual, in yuan", static row => row.Item.ActualYuan)
        .Money("difference_yuan", "差额（实为减应为），单位为元", "Actual minus expected, in yuan", static row => row.Item.DifferenceYuan)
        .Money("tolerance_yuan", "所印数字四舍五入所允许的差额，单位为元", "What the rounding of the printed figures allows, in yuan", static row =>
            row.Item.ToleranceYuan)
        .Coded("outcome", "holds 相符，fails 不符，not_applicable 不适用", "holds, fails or not_applicable", static row => row.Item.Outcome)
        .OptionalText("reason", "不适用的原因：文件自己的说明", "Why it is not applicable: the document's own sentence", static row =>
            row.Item.Reason)
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
            "发现：读者应当知道的问题，一个原因一行；文件自相矛盾时只报告，不更正。各规则的含义与处理办法见 docs/findings.md",
            "What a person should know, one row a cause; a document that contradicts itself is reported, never corrected. " +
            "docs/findings.md says what each rule means and what to do")
        .Text("finding_id", "发现标识", "Key of the finding", static row => row.Item.FindingId).AsKey()
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("rule", "规则名称", "What was looked at", static row => row.Item.Finding.Rule)
            .Listed("finding_rule", grows: true)
        .Coded("severity", "error 错误，warning 警告，note 提示", "error, warning or note", static row => row.Item.Finding.Severity)
        .Text("message_zh", "中文说明", "Message in Chinese", static row => row.Item.Finding.MessageZh)
        .Text("message_en", "英文说明", "Message in English", static row => row.Item.Finding.MessageEn)
        .OptionalInteger("page_number", "页码，自 1 起；有多处时为第一处", "Page, counted from 1; of the first place where there are more",
            static row => row.Item.Finding.PageNumber)
        .OptionalPlace(static row => row.Item.Finding.Box)
        .OptionalText("expected", "应为（第一处）", "What was expected, at the first place", static row => row.Item.Finding.Expected)
        .OptionalText("actual", "实为（第一处）", "What was found, at the first place", static row => row.Item.Finding.Actual)
        .Integer("places", "共有几处，逐处见 finding_places（每项至多列 1000 处）；涉及整个文件的为 0",
            "At how many places it shows; finding_places has each (the first 1000 of a finding); 0 where it is of the whole document",
            static row => row.Item.Finding.PlaceCount)
        .Build(static document => document.Findings());

    public static DocumentDataset FindingPlaces { get; } = new DatasetBuilder<Row<IdentifiedPlace>>(
            "finding_places",
            "发现之处：每项发现所在的每一处，第一处也在 findings 中",
            "Every place at which a finding shows; the first one stands in findings too")
        .Text("finding_id", "所属发现", "The finding", static row => row.Item.FindingId).References("findings")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Integer("place", "第几处，自 1 起", "Number of the place in its finding, counted from 1", static row => row.Item.Number)
        .OptionalInteger("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Item.Place.PageNumber)
        .OptionalPlace(static row => row.Item.Place.Box)
        .OptionalText("table_id", "所在表格；不在表格中的为空", "The table, NULL where the place is in none", static row =>
            row.Item.Place.TableOrdinal is { } table ? row.Document.TableId(table) : null).References("tables")
        .OptionalInteger("row_index", "所在单元格的行号，自 0 起", "Row of the cell, counted from 0", static row => row.Item.Place.Row)
        .OptionalInteger("column_index", "所在单元格的列号，自 0 起", "Column of the cell, counted from 0", static row => row.Item.Place.Column)
        .OptionalText("check_id", "不符的核对；并非核对的为空", "The check that fails, NULL where it is none", static row =>
            row.Item.Place.CheckId).References("checks")
        .OptionalText("expected", "应为", "What was expected", static row => row.Item.Place.Expected)
        .OptionalText("actual", "实为", "What was found", static row => row.Item.Place.Actual)
        .Build(static document => document.FindingPlaces());
}
