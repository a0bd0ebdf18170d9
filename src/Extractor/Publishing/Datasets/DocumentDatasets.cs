using Extractor.Model.Documents;

namespace Extractor.Publishing.Datasets;

/// <summary>The files, their pages and their narrative.</summary>
internal static class DocumentDatasets
{
    public static DocumentDataset Documents { get; } = new DatasetBuilder<DocumentRows>(
            "documents",
            "文件：每个不同内容的公开文件一行",
            "One row per distinct published file (bytes)")
        .Text("document_id", "文件标识：文件内容的 SHA-256，小写十六进制", "SHA-256 of the bytes, lower-case hex; the key", static row =>
            row.Id, bloom: true).AsKey()
        .OptionalText("source_url", "文件的下载地址", "Address that the bytes were fetched from", static row => File(row).SourceUrl)
        .OptionalText("landing_url", "公布该文件的网页地址", "Address of the page that links to the file", static row => File(row).LandingUrl)
        .Text("archive_location", "原始文件在存档中的位置，相对于来源", "Where the bytes are archived, relative to their source", static row =>
            File(row).ArchiveLocation)
        .OptionalTime("retrieved_at", "下载时间（UTC）；取自文件夹的文件为空", "Recorded time of the fetch, UTC; NULL for files taken from a folder",
            static row => File(row).RetrievedAt)
        .Text("media_type", "由文件内容判定的媒体类型，而非网站所称", "Media type as sniffed from the bytes, not as claimed", static row =>
            row.Document.Extracted.MediaType)
        .LongInteger("byte_length", "文件字节数", "Length of the file in bytes", static row => File(row).ByteLength)
        .OptionalInteger("page_count", "页数；无法读取的文件为空", "Number of pages; NULL for a file that could not be read", static row =>
            row.Document.Extracted.Pages.Length is > 0 and var count ? count : null)
        .OptionalText("producer", "生成 PDF 的软件", "Program that produced the PDF", static row => row.Document.Extracted.Producer)
        .Coded("text_layer", "文字层：digital 全部可读，mixed 部分页为图像，scanned 全为图像，none 无",
            "digital, mixed, scanned or none: how the text can be had",
            static row => row.Document.Extracted.TextLayer)
        .Coded("kind",
            "文件种类：department_budget 部门预算，department_final_accounts 部门决算，government_budget 政府预算，government_final_accounts 政府决算，" +
            "government_execution 政府预算执行，government_debt 政府债务，performance_self_evaluation 绩效自评，other 其他",
            "What the file is: department_budget, department_final_accounts, government_budget, government_final_accounts, " +
            "government_execution, government_debt, performance_self_evaluation or other",
            static row => row.Document.Identity.Kind)
        .OptionalCoded("scope", "公开范围：department 部门（含所属单位），unit 单位", "department (with all its units) or unit (one unit alone)",
            static row => row.Document.Identity.Scope)
        .OptionalInteger("fiscal_year", "预算年度", "Fiscal year that the document is of", static row => row.Document.Identity.FiscalYear)
            .Fiscal("date:fiscal-year")
        .OptionalText("title", "文件标题", "Title of the document", static row => row.Document.Identity.Title)
        .OptionalText("department_name", "封面所印的部门或单位名称；政府文件为该区划的人民政府",
            "Issuer as the cover prints it; of a government's document the government of the division", static row =>
            row.Document.Identity.DepartmentName).Fiscal("administrative-classification:generic:level1:label")
        .OptionalText("division_code", "行政区划代码（GB/T 2260，六位）", "Administrative division, GB/T 2260, six digits", static row =>
            row.Document.Identity.DivisionCode).Fiscal("geo-source:source:code")
        .OptionalText("division_name", "行政区划名称", "Name of the administrative division", static row => row.Document.Identity.DivisionName)
            .Fiscal("geo-source:source:title")
        .OptionalText("province_code", "省级代码，区划代码的前两位", "Province: the first two digits of the division code", static row =>
            row.Document.Identity.ProvinceCode)
        .OptionalText("requested_division_code", "来源定义所称的行政区划代码", "Division code that the source definition said it would be", static row =>
            File(row).Request.DivisionCode)
        .OptionalText("requested_department_name", "来源定义所称的部门名称", "Department name that the source definition said it would be",
            static row => File(row).Request.DepartmentName)
        .OptionalInteger("requested_fiscal_year", "来源定义所称的预算年度", "Fiscal year that the source definition said it would be", static row =>
            File(row).Request.FiscalYear)
        .Coded("issuer_evidence", "部门名称的依据：cover 封面，tables 表格，prose 正文，file_name 文件名，request 来源定义，none 无",
            "Where the issuer was read: cover, tables, prose, file_name, request or none",
            static row => row.Document.Identity.IssuerEvidence)
        .Coded("year_evidence", "预算年度的依据：cover、tables、prose、file_name、request、none",
            "Where the fiscal year was read: cover, tables, prose, file_name, request or none",
            static row => row.Document.Identity.YearEvidence)
        .Coded("identity", "文件与来源定义是否一致：confirmed 一致，contradicted 矛盾，unknown 未知",
            "The document against the request: confirmed, contradicted or unknown", static row => row.Document.Identity.Outcome)
        .Coded("status", "处理结果：complete 完整，partial 部分，quarantined 隔离", "complete, partial or quarantined",
            static row => row.Document.Extracted.Status)
        .OptionalText("status_reason", "未能完整处理的原因及处理办法", "What is wrong and what to do; NULL for a complete document", static row =>
            row.Document.Extracted.StatusReason)
        .Integer("amounts_printed", "所印的金额数，各页 page_ledger 之和", "Amounts printed: the sum over its pages in page_ledger", static row =>
            row.Document.Ledger.Sum(static page => page.Amounts.AmountsPrinted))
        .Integer("amounts_taken", "其中有含义的：在 budget_lines、projects、performance_indicators 或 stated_figures 中",
            "Of these: with a meaning, in budget_lines, projects, performance_indicators or stated_figures", static row =>
            row.Document.Ledger.Sum(static page => page.Amounts.Taken))
        .Integer("amounts_lost", "其中未进入任何数据集的", "Of these: in no dataset", static row =>
            row.Document.Ledger.Sum(static page => page.Amounts.Lost))
        .Integer("characters_printed", "所印的字符数，各页 page_ledger 之和", "Characters printed: the sum over its pages in page_ledger",
            static row =>
            row.Document.Ledger.Sum(static page => page.Characters.CharactersPrinted))
        .Integer("characters_lost", "其中未进入任何数据集的", "Of these: in no dataset", static row =>
            row.Document.Ledger.Sum(static page => page.Characters.Lost))
        .OptionalText("supersedes_document_id", "被本文件取代的旧文件", "The earlier document that this one replaces at its place", static row =>
            row.Entry.SupersedesDocumentId?.Value)
        .Text("extractor_version", "提取程序的版本", "Version of the program that read the document", static row => row.ExtractorVersion)
        .Build(static document => [document]);

    public static DocumentDataset Pages { get; } = new DatasetBuilder<Row<ExtractedPage>>(
            "pages",
            "页面：每个文件的每一页，各有且仅有一种状态",
            "Every page of every document, in exactly one state")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Integer("page_number", "页码，自 1 起", "Page, counted from 1", static row => row.Item.Number)
        .Number("width", "正立页面的宽度，单位为点（1/72 英寸）", "Width of the upright page in points (1/72 inch)", static row => row.Item.Width)
        .Number("height", "正立页面的高度，单位为点", "Height of the upright page in points", static row => row.Item.Height)
        .Integer("rotation", "页面的旋转角度（0、90、180、270），坐标均已按此摆正", "Rotation of the page in degrees, already applied to all boxes",
            static row => row.Item.Rotation)
        .Coded("state", "页面状态：table 表格，narrative 文字，mixed 混排，contents 目录，declared_empty 声明无数据，blank 空白，needs_ocr 需识别，failed 失败",
            "table, narrative, mixed, contents, declared_empty, blank, needs_ocr or failed", static row => row.Item.State)
        .OptionalText("state_reason", "处于该状态的原因", "Why the page is in this state, where that needs saying", static row =>
            row.Item.StateReason)
        .Integer("glyph_count", "页面上的字符数", "Number of glyphs on the page", static row => row.Item.GlyphCount)
        .Integer("table_count", "页面上的表格数", "Number of tables that stand on the page", static row => row.Item.TableCount)
        .Build(static document => document.Of(document.Document.Extracted.Pages));

    public static DocumentDataset Sections { get; } = new DatasetBuilder<Row<ExtractedSection>>(
            "sections",
            "章节：按标题切分的文字说明",
            "The narrative, split at its headings")
        .Text("document_id", "所属文件", "The document", static row => row.Document.Id, bloom: true).References("documents")
        .Text("section_id", "章节标识", "Key of the section", static row => row.Document.SectionId(row.Item.Ordinal)).AsKey()
        .Integer("ordinal", "在文件中的顺序，自 1 起", "Position in the document, counted from 1", static row => row.Item.Ordinal)
        .Integer("depth", "标题层级：1 第一部分，2 一、，3 （一），4 1.，5 （1）", "Depth of the heading: 1 第一部分, 2 一、, 3 （一）, 4 1., 5 （1）", static row =>
            row.Item.Depth)
        .Text("section_key", "章节含义：overview 部门概况，duties 部门职责，organisation 机构设置，three_public 三公经费，glossary 名词解释，other " +
            "其他，等", "What the section is about: overview, duties, organisation, annual_goals, budget_overview, expenditure_detail, " +
            "procurement, three_public, performance_management, key_projects, other_matters, operating_expenses, state_assets, glossary " +
            "or other", static row => row.Document.SectionKeyOf(row.Item.Ordinal))
            .Listed("section_key")
        .OptionalText("heading_as_printed", "所印的标题；不在任何标题之下的文字为 NULL", "The heading as printed; NULL for text that stands under none",
            static row => row.Item.HeadingAsPrinted)
        .OptionalText("parent_section_id", "上级章节", "The section that this one stands in", static row =>
            row.Item.ParentOrdinal is { } parent ? row.Document.SectionId(parent) : null).References("sections")
        .OptionalText("text", "正文，段落以换行分隔，不含下级章节", "The text, paragraphs separated by line feeds, without the sections below", static row =>
            string.Join('\n', row.Item.Paragraphs.Select(static paragraph => paragraph.Text)))
        .Integer("page_first", "起始页", "First page", static row => row.Item.PageFirst)
        .Integer("page_last", "结束页", "Last page", static row => row.Item.PageLast)
        .Build(static document => document.Of(document.Document.Extracted.Sections));

    private static FetchedFile File(DocumentRows row) => row.Document.Extracted.File;
}
