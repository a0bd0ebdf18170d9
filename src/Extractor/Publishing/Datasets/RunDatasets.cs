using Extractor.Model.Evidence;

namespace Extractor.Publishing.Datasets;

/// <summary>What tells of runs rather than of documents.</summary>
internal static class RunDatasets
{
    public static Dataset<RunRecord> Runs { get; } = new DatasetBuilder<RunRecord>(
            "runs",
            "运行：流水线的每次运行一行",
            "One row per run of the pipeline")
        .Text("run_id", "运行标识", "Key of the run", static row => row.RunId).AsKey()
        .OptionalText("definition", "所用的运行定义", "The run's definition; NULL for a run over a folder", static row => row.Definition)
        .Time("started_at", "开始时间（UTC）", "Start, UTC", static row => row.StartedAt)
        .OptionalTime("finished_at", "结束时间（UTC）", "End, UTC", static row => row.FinishedAt)
        .Text("extractor_version", "提取程序的版本", "Version of the program", static row => row.ExtractorVersion)
        .Integer("documents_new", "新增文件数", "Documents that the run before did not have", static row => row.DocumentsNew)
        .Integer("documents_changed", "变更文件数", "Documents whose bytes changed at their place", static row => row.DocumentsChanged)
        .Integer("documents_unchanged", "未变文件数", "Documents that did not change", static row => row.DocumentsUnchanged)
        .Integer("documents_quarantined", "被隔离的文件数", "Documents in quarantine", static row => row.DocumentsQuarantined)
        .LongInteger("checks_holding", "相符的核对数", "Checks that hold", static row => row.ChecksHolding)
        .LongInteger("checks_failing", "不符的核对数", "Checks that fail", static row => row.ChecksFailing)
        .OptionalNumber("pages_per_second", "每秒处理的页数", "Pages processed a second", static row => row.PagesPerSecond)
        .OptionalInteger("exit_code", "程序的退出码", "Exit code of the process", static row => row.ExitCode)
        .Build(null);

    public static Dataset<FetchRecord> Fetches { get; } = new DatasetBuilder<FetchRecord>(
            "fetches",
            "下载：每个请求一行，未跟进的链接也各一行",
            "One row per request, with all its attempts, and one per link that was seen and not followed")
        .Text("run_id", "所属运行", "The run", static row => row.RunId)
        .Text("url", "请求的地址", "Address asked for", static row => row.Url)
        .OptionalText("final_url", "重定向之后的地址", "Address after redirects", static row => row.FinalUrl)
        .OptionalInteger("status", "HTTP 状态码；无应答为空", "Last HTTP status; NULL where no answer came", static row => row.Status)
        .Coded("outcome",
            "结果：new 新增，unchanged 未变，changed 变更，not_found 不存在，blocked 被拒，wrong_media_type 类型不符，refused_by_robots 网站不许，failed 失败，" +
            "not_due 已知且未到复查期，not_taken 链接未跟进",
            "new, unchanged, changed, not_found, blocked, wrong_media_type, refused_by_robots, failed, not_due or not_taken", static row => row.Outcome)
        .Integer("attempts", "尝试次数", "Number of attempts", static row => row.Attempts)
        .OptionalLongInteger("bytes", "收到的字节数", "Bytes received", static row => row.Bytes)
        .OptionalText("sha256", "所收内容的 SHA-256", "SHA-256 of the bytes received", static row => row.Sha256)
        .OptionalText("etag", "服务器给出的 ETag", "ETag that the server gave", static row => row.ETag)
        .OptionalTime("last_modified", "服务器给出的修改时间（UTC）", "Time of change that the server gave, UTC", static row => row.LastModified)
        .Time("started_at", "开始时间（UTC）", "Start, UTC", static row => row.StartedAt)
        .LongInteger("duration_ms", "用时，毫秒", "Duration in milliseconds", static row => row.DurationMilliseconds)
        .OptionalText("publisher", "来源定义的文件名；非采集而来为空", "File name of the publisher's definition; NULL where no harvest asked",
            static row => row.Publisher)
        .OptionalCoded("taken_as", "按何种链接跟进；未跟进为空", "What it was taken for; NULL where it was not followed", static row => row.TakenAs)
        .OptionalText("found_on_url", "链接所在的网页", "The page that has the link", static row => row.FoundOnUrl)
        .OptionalText("link_text", "链接的文字", "What the link says", static row => row.LinkText)
        .OptionalText("reason", "未跟进或未取得的原因", "Why it was not followed, or did not give what was wanted", static row => row.Reason)
        .Flag("unexplained", "处在文件链接之列却未跟进，须人工查看",
            "It was not followed though it stands where documents stand: a person should look", static row => row.IsUnexplained)
        .Build(null);

    public static Dataset<CoverageRecord> Coverage { get; } = new DatasetBuilder<CoverageRecord>(
            "coverage",
            "覆盖：应公开的与已找到的文件对照",
            "What a source should have published against what was found")
        .Text("source", "来源定义的名称", "Name of the source definition", static row => row.Source)
        .OptionalText("division_code", "行政区划代码", "Administrative division, GB/T 2260", static row => row.DivisionCode)
        .OptionalText("department_name", "部门名称", "Department", static row => row.DepartmentName)
        .OptionalInteger("fiscal_year", "预算年度", "Fiscal year", static row => row.FiscalYear)
        .Coded("kind", "文件种类", "Kind of document", static row => row.Kind)
        .Flag("expected", "按来源定义应有", "The source definition says that there is such a document", static row => row.Expected)
        .Flag("found", "已找到", "It was found", static row => row.Found)
        .OptionalText("document_id", "找到的文件", "The document that was found", static row => row.DocumentId?.Value)
        .OptionalText("reason_missing", "未找到的原因", "Why nothing was found", static row => row.ReasonMissing)
        .OptionalCoded("disclosed_as", "公开的形式：file 文件，page_images 页面图片，page_tables 网页表格；未公开为空",
            "file, page_images or page_tables, of which the last two are kept and not read; NULL where it was not disclosed",
            static row => row.DisclosedAs)
        .Build(null);
}
