namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>
/// Three cities of sixteen departments in systems that no rule was made for, written before the recognition was tried on them: 博达
/// (pages that are counted down, a viewer that is called, downloads by number), 苏迪 WebPlus (a viewer that is an element) and 拓尔思
/// (a pager that is written by a script, years that stand above the lists alone).
/// </summary>
public sealed class UnseenSystemsTests : MadeCity
{
    private const int Departments = 16;

    private const int OnAPage = 4;

    private const int Pages = Departments / OnAPage;

    public enum Kind
    {
        Webber,
        WebPlus,
        WrittenPager,
    }

    [Theory]
    [InlineData(Kind.Webber)]
    [InlineData(Kind.WebPlus)]
    [InlineData(Kind.WrittenPager)]
    public async Task RunAsync_CityOfAnUnseenSystem_EveryDocumentWithItsDepartmentAndYear(Kind kind)
    {
        var listing = kind switch
        {
            Kind.Webber => Webber(),
            Kind.WebPlus => WebPlus(),
            _ => WrittenPager(),
        };

        var harvest = await HarvestAsync("plain_list", listing);

        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {harvest.Found} of {Departments}; " +
            string.Join("; ", harvest.Alarms));
        Assert.Equal(
            Enumerable.Range(0, Departments).Select(static department => $"{NameOf(department)} 2026").Order(StringComparer.Ordinal),
            harvest.Coverage.Where(static row => row.Sha256 is not null).Select(static row => $"{row.DepartmentName} {row.FiscalYear}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(Departments, harvest.Found);
        Assert.Empty(harvest.Alarms);
    }

    private static IEnumerable<int> OnPage(int page) => Enumerable.Range(page * OnAPage, OnAPage);

    private static string Html(string title, string body) => $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{title}</title>" +
        $"</head><body><div class=\"nav\"><a href=\"/\">首页</a><a href=\"/zwgk.htm\">政务公开</a></div>{body}" +
        "<div class=\"foot\"><a href=\"http://www.mof.gov.cn/\">财政部</a><a href=\"/wzdt.htm\">网站地图</a></div></body></html>";

    private Uri Webber()
    {
        for (var page = 0; page < Pages; page++)
        {
            var up = page == 0 ? ".." : "../..";
            var rows = string.Concat(OnPage(page).Select(department =>
                $"<li id=\"line_u8_{department}\"><a href=\"{up}/info/1021/{5400 + department}.htm\" target=\"_blank\" " +
                $"title=\"{NameOf(department)}2026年部门预算\">{NameOf(department)}2026年部...</a><span>2026-02-28</span></li>"));
            var numbers = string.Concat(Enumerable.Range(0, Pages).Select(other => other == page
                ? $"<span class=\"p_no_d\">{other + 1}</span>"
                : $"<span class=\"p_no\"><a href=\"{PageOf(page, other)}\">{other + 1}</a></span>"));
            var next = page + 1 < Pages ? $"<span class=\"p_next p_fun\"><a href=\"{PageOf(page, page + 1)}\">下页</a></span>" : "";
            Site.Page(page == 0 ? "/zwgk/bmys.htm" : $"/zwgk/bmys/{Pages - page}.htm", Html("部门预算-某市财政局",
                $"<ul>{rows}</ul><div class=\"pb_sys_common\"><span class=\"p_t\">共{Departments}条</span> " +
                $"<span class=\"p_pages\">{numbers}{next}</span></div>"));
        }

        for (var department = 0; department < Departments; department++)
        {
            var title = $"{NameOf(department)}2026年部门预算";
            var local = $"/__local/5/1F/2B/A9C0D1E2F3_{department}_1E240.pdf";
            var download = $"/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=15&wbfileid=5C{department}";
            Site.Page($"/info/1021/{5400 + department}.htm", Html($"{title}-某市财政局", $"<h1>{title}</h1>" +
                "<div id=\"vsb_content_500\"><div class=\"v_news_content\"><p>现予公开。</p>" + (department % 2 == 0
                    ? $"<script>showVsbpdfIframe(\"{local}\",\"100%\",\"600\",\"0\",\"\",\"vsbcontent\");</script></div></div>"
                    : $"</div></div><ul><li>附件【<a href=\"{download.Replace("&", "&amp;", StringComparison.Ordinal)}\">部门预算公开</a>】" +
                        "已下载<span>12</span>次</li></ul>")
                + $"<p>下一条：<a href=\"{5400 + ((department + 1) % Departments)}.htm\">" +
                $"{NameOf((department + 1) % Departments)}2026年部门预算</a></p>"));
            Site.File(department % 2 == 0 ? local : download, Pdf(department));
        }

        return Site["/zwgk/bmys.htm"];

        static string PageOf(int from, int to) => (from, to) switch
        {
            (0, _) => $"bmys/{Pages - to}.htm",
            (_, 0) => "../bmys.htm",
            _ => $"{Pages - to}.htm",
        };
    }

    private Uri WebPlus()
    {
        for (var page = 0; page < Pages; page++)
        {
            var rows = string.Concat(OnPage(page).Select(department =>
                $"<li class=\"news n{department}\"><span class=\"news_title\"><a href=\"/2026/0228/c12a{900 + department}/page.htm\" " +
                $"target=\"_blank\" title=\"{NameOf(department)}2026年部门预算\">{NameOf(department)}2026年部门预算</a></span>" +
                "<span class=\"news_meta\">2026-02-28</span></li>"));
            var next = page + 1 < Pages
                ? $"<a class=\"next\" href=\"/bmys/list{page + 2}.htm\" target=\"_self\"><span>下一页&gt;&gt;</span></a>"
                : "<a class=\"next\" href=\"javascript:void(0);\" target=\"_self\"><span>下一页&gt;&gt;</span></a>";
            Site.Page(page == 0 ? "/bmys/list.htm" : $"/bmys/list{page + 1}.htm", Html("部门预算",
                $"<ul class=\"news_list\">{rows}</ul><div class=\"wp_paging\"><span>每页 <em class=\"per_count\">{OnAPage}</em> 记录</span>" +
                $"<span>总共 <em class=\"all_count\">{Departments}</em> 记录</span>{next}" +
                $"<span>页码 <em>{page + 1}</em>/<em>{Pages}</em></span></div>"));
        }

        for (var department = 0; department < Departments; department++)
        {
            var title = $"{NameOf(department)}2026年部门预算";
            var file = $"/_upload/article/files/3a/7c/{department}.pdf";
            Site.Page($"/2026/0228/c12a{900 + department}/page.htm", Html(title, $"<h1 class=\"arti_title\">{title}</h1>" +
                $"<div class='wp_articlecontent'><div class=\"wp_pdf_player\" pdfsrc=\"{file}\" " +
                $"sudyfile-attr=\"{{'title':'{title}.pdf'}}\"></div></div>"));
            Site.File(file, Pdf(department));
        }

        return Site["/bmys/list.htm"];
    }

    private Uri WrittenPager()
    {
        for (var page = 0; page < Pages; page++)
        {
            var rows = string.Concat(OnPage(page).Select(department =>
                $"<li><a href=\"./202602/t20260228_{90000 + department}.html\">{NameOf(department)}部门预算</a><b>02-28</b></li>"));
            Site.Page(page == 0 ? "/gkml/czyjs/index.html" : $"/gkml/czyjs/index_{page}.html", Html("预决算公开_某市人民政府",
                $"<div class=\"list\"><h3>2026年部门预算</h3><ul>{rows}</ul></div><script>\nvar currentPage = {page};//所在页从0开始\n" +
                "var prevPage = currentPage-1;//上一页\nvar nextPage = currentPage+1;//下一页\n" +
                $"var countPage = {Pages};//共多少页\nif(countPage>1&&currentPage!=(countPage-1))\n" +
                "\tdocument.write(\"<a href=\\\"index\"+\"_\" + nextPage + \".\"+\"html\\\">下一页</a>&nbsp;\");\n</script>"));
        }

        for (var department = 0; department < Departments; department++)
        {
            Site.Page($"/gkml/czyjs/202602/t20260228_{90000 + department}.html", Html($"{NameOf(department)}部门预算_某市人民政府",
                $"<h1>{NameOf(department)}部门预算</h1><div class=\"view\"><p>附件：<a href=\"./P020260228{department}.pdf\">" +
                "附件1.pdf</a></p></div>"));
            Site.File($"/gkml/czyjs/202602/P020260228{department}.pdf", Pdf(department));
        }

        return Site["/gkml/czyjs/index.html"];
    }
}
