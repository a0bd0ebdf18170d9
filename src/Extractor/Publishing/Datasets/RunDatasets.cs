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
            "new, unchanged, changed, not_found, blocked, wrong_media_type, refused_by_robots, failed, not_due or not_taken",
            static row => row.Outcome)
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

    public static Dataset<HarvestRecord> Harvests { get; } = new DatasetBuilder<HarvestRecord>(
            "harvests",
            "采集：每个来源的每一夜一行",
            "One row per publisher and night of its harvest, as its archive keeps them")
        .Text("publisher", "来源定义的文件名", "File name of the publisher's definition", static row => row.Publisher).AsKey()
        .Text("publisher_name", "来源的名称", "Its name", static row => row.PublisherName)
        .Text("division_code", "行政区划代码", "Administrative division, GB/T 2260", static row => row.DivisionCode)
        .Time("started_at", "开始时间（UTC）；中断后续采的，为最初的开始", "Start, UTC; of a harvest that went on after a stop, the first",
            static row => row.StartedAt).AsKey()
        .Time("finished_at", "结束时间（UTC）", "End, UTC", static row => row.FinishedAt)
        .Flag("complete", "走完全部列表", "The walk came to its end", static row => row.IsComplete)
        .OptionalText("stopped", "未走完的原因", "Why it did not", static row => row.Stopped)
        .Integer("requests", "请求的地址数", "Addresses that were asked", static row => row.Requests)
        .Integer("documents_found", "找到的文件数", "Documents that the pages lead to and that are kept", static row => row.DocumentsFound)
        .Integer("disclosures_in_other_forms", "以页面图片或网页表格公开的数目，已保存而未读取",
            "Disclosures as pictures or tables of web pages, kept and not read", static row => row.DisclosuresInOtherForms)
        .Integer("addresses_new", "新增的地址数", "Addresses that are new", static row => row.AddressesNew)
        .Integer("addresses_changed", "内容变更的地址数", "Addresses whose content changed", static row => row.AddressesChanged)
        .Integer("addresses_failed", "未取得的地址数", "Addresses that gave nothing usable", static row => row.AddressesFailed)
        .Integer("documents_expected", "来源定义中应有的文件数", "Documents that the definition expects", static row => row.DocumentsExpected)
        .Integer("documents_missing", "其中未找到的", "Of these, not found", static row => row.DocumentsMissing)
        .Integer("departments_overdue", "上年已公开、本年到期未公开的部门数",
            "Departments that published for the year before and whose document is due and not there", static row => row.DepartmentsOverdue)
        .Integer("links_taken", "跟进的链接数", "Links that were followed", static row => row.LinksTaken)
        .Integer("links_left", "未跟进的链接数，各有原因", "Links that were not, each for a reason", static row => row.LinksLeft)
        .Integer("links_unexplained", "其中须人工查看的", "Of these, those that a person should look at", static row => row.LinksUnexplained)
        .Integer("alarms", "告警数", "Alarms that nobody has acknowledged", static row => row.Alarms)
        .Integer("alarms_acknowledged", "已确认的告警数", "Alarms that a person has acknowledged", static row => row.AlarmsAcknowledged)
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
        .OptionalDate("due_on", "未公开者应公开的最后一日（pipelines/publishers/due.csv）；已公开或不知为空",
            "Of what was not disclosed: the last day on which it was to be published (pipelines/publishers/due.csv); NULL elsewhere",
            static row => row.DueOn)
        .Build(null);
}
