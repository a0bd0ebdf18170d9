using System.Text;
using System.Text.Json;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>
/// Ten publishers of sixteen departments each, twenty pages a publisher, in styles of systems that are in use: links opened by scripts,
/// lists in frames, in answers with a callback, in variables, in catalogues, blogs, selects, JSON, elements without an anchor, GBK.
/// Written before the recognition was tried on them.
/// </summary>
internal static class TenPublishers
{
    public const int Departments = 16;

    public const int Pages = 20;

    private const int OnAPage = 4;

    public static readonly string[] Styles =
        ["窗口", "框架", "回调", "变量", "目录", "博客", "选择", "数据", "列表项", "国标"];

    private static readonly string[] Names =
    [
        "教育局", "科学技术局", "公安局", "民政局", "司法局", "财政局", "自然资源局", "生态环境局", "交通运输局", "水务局", "农业农村局", "商务局", "文化和旅游局", "卫生健康委员会",
        "应急管理局", "审计局", "统计局",
    ];

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private const string Menu = "<div class=nav><a href='/'>首页</a><a href='/zwgk/'>政务公开</a><a href='/hd/'>互动交流</a></div>";

    private const string Aside = "<div class=side><a href='/sj/1.html'>关于2025年度市级预算执行和其他财政收支的审计工作报告</a>" +
        "<a href='/zp/2.html'>2026年公开招聘公告</a></div>";

    private const string Foot = "<div class=foot><a href='http://www.gov.cn/'>中国政府网</a><a href='/map.html'>网站地图</a></div>";

    public static string NameOf(int department) => $"某市{Names[department]}";

    public static string TitleOf(int department) => $"{NameOf(department)}2026年部门预算";

    public static byte[] Pdf(int style, int department, int edition = 1) =>
        Encoding.UTF8.GetBytes($"%PDF-1.4\n% {style} {department} {edition}\n1 0 obj\n<< >>\nendobj\n%%EOF\n");

    /// <summary>What is typed into the browser.</summary>
    public static string ListingOf(int style) => style switch
    {
        0 => "info/list.jsp?cat=87",
        1 => "zwgk/bmys/index.html",
        2 => "channels/12.html",
        3 => "col/bmys/",
        4 => "xxgk/index.html",
        5 => "category/bmys/",
        6 => "bmys/index.shtml",
        7 => "site/bmys.html",
        8 => "c/bmys/index.html",
        _ => "list.asp?classname=" + Percent("部门预算"),
    };

    /// <summary>What a person would choose: a catalogue has columns.</summary>
    public static string RecipeOf(int style) => style == 4 ? "front_page" : "plain_list";

    public static string ArticleOf(int style, int department) => style switch
    {
        0 => $"info/show.jsp?id={department + 100}",
        1 => $"zwgk/bmys/202602/content_{department}.html",
        2 => $"channels/12/{department + 5000}.html",
        3 => $"col/bmys/art/2026/art_{department}.html",
        4 => $"xxgk/content/{department}.html",
        5 => $"2026/02/bumen-yusuan-{department}/",
        6 => $"bmys/2026-02/{department}.shtml",
        7 => $"site/detail/{department}.html",
        8 => $"c/2026-02-28/{department}.shtml",
        _ => $"show.asp?id={department}",
    };

    public static string FileOf(int style, int department) => style switch
    {
        0 => $"upload/2026/ys{department}.pdf",
        1 => $"upload/pdf/2026{department:D3}.pdf",
        2 => $"group/attach/{department}.pdf",
        3 => $"files/{department}/budget.pdf",
        4 => $"xxgk/content/P2026{department:D4}.pdf",
        5 => $"wp-content/uploads/2026/02/{department}.pdf",
        6 => $"attachs/download.jsp?fid={department}&name=yusuan.pdf",
        7 => $"oss/{department:D8}.pdf",
        8 => $"upload/main/{department}.pdf",
        _ => $"download.asp?id={department}",
    };

    /// <summary>Lines of the server that answers for the style.</summary>
    public static string RulesOf(int style) => style switch
    {
        2 => "location = /api/infolist.do { try_files /api/infolist-$arg_pageno.js =404; }",
        7 => "location = /api/article/page { try_files /api/page-$arg_page.json =404; }",
        // As the server sends it: the bytes of the name in GBK.
        9 => "location = /download.asp { add_header Content-Disposition 'attachment; filename=\"" +
            Encoding.Latin1.GetString(Gbk.GetBytes("2026年部门预算公开.pdf")) + "\"'; default_type application/octet-stream; " +
            "try_files $uri@$args =404; }",
        _ => string.Empty,
    } + "\nlocation ~ \\.(jsp|asp|do)$ { default_type text/html; try_files $uri@$args $uri =404; }";

    /// <summary>The path of a file of the server: a question is part of its name.</summary>
    public static string Place(string address) => address.Replace('?', '@') is var place && place.EndsWith('/')
        ? place + "index.html" : place;

    /// <param name="put">Takes paths of the server and their bytes.</param>
    /// <param name="departments">That the listing names.</param>
    /// <param name="announced">What it says of its length.</param>
    public static void Publish(int style, Action<string, byte[]> put, int departments = Departments, int? announced = null)
    {
        Write("zwgk/index.html", Html("政务公开", "<ul><li><a href='/hd/'>公开指南</a></li></ul>"));
        for (var department = 0; department < departments; department++)
        {
            put(Place(FileOf(style, department)), Pdf(style, department));
            Write(ArticleOf(style, department), Article(style, department));
        }

        var pages = (departments + OnAPage - 1) / OnAPage;
        var said = announced ?? departments;
        for (var page = 0; page < pages; page++)
        {
            var on = Enumerable.Range(page * OnAPage, Math.Min(OnAPage, departments - (page * OnAPage))).ToArray();
            foreach (var (path, content) in Listing(style, page, pages, on, said))
            {
                Write(path, content);
            }
        }

        void Write(string path, string content) => put(Place(path), (style == 9 ? Gbk : Encoding.UTF8).GetBytes(content));
    }

    private static string Html(string title, string body, string encoding = "utf-8") =>
        $"<!DOCTYPE html><html><head><meta charset=\"{encoding}\"><title>{title}</title></head><body>" +
        $"{Menu}{body}{Aside}{Foot}</body></html>";

    private static IEnumerable<(string Path, string Content)> Listing(int style, int page, int pages, int[] on, int said)
    {
        var number = page + 1;
        switch (style)
        {
            case 0:
                yield return (page == 0 ? ListingOf(0) : $"info/list.jsp?cat=87&page={number}", Html("部门预算",
                    "<table class=list>" + string.Concat(on.Select(department =>
                        $"<tr><td>{department + 1}</td><td><a href=\"javascript:void(0)\" " +
                        $"onclick=\"window.open('/{ArticleOf(0, department)}'," +
                        $"'_blank')\" title=\"{TitleOf(department)}\">{TitleOf(department)[..8]}...</a></td><td>2026-02-28</td></tr>")) +
                    $"</table><div>共{said}条 第{number}/{pages}页 " + (number < pages
                        ? $"<a href=\"javascript:goPage('/info/list.jsp?cat=87&page={number + 1}')\">下一页</a>" : "下一页") + "</div>"));
                break;
            case 1:
                if (page == 0)
                {
                    yield return (ListingOf(1), Html("部门预算_信息公开",
                        "<iframe id=list src=\"./list_1.html\" width=100% frameborder=0></iframe>"));
                }

                yield return ($"zwgk/bmys/list_{number}.html", Html("list", "<ul>" + string.Concat(on.Select(department =>
                    $"<li><span>2026-02-28</span><a target=_blank href=\"./202602/content_{department}.html\">" +
                    $"{TitleOf(department)}</a></li>")) +
                    "</ul><div class=page>" + string.Concat(Enumerable.Range(1, pages).Select(other => other == number ? $"<b>{other}</b>"
                        : $"<a href=\"list_{other}.html\">{other}</a>")) + $" 共 {said} 条记录</div>"));
                break;
            case 2:
                if (page == 0)
                {
                    yield return (ListingOf(2), Html("部门预算公开", "<ul id=list></ul><script>function showList(d){/* d.data */}</script>" +
                        "<script src=\"/api/infolist.do?channelId=12&pageNo=1&pageSize=4&callback=showList\"></script>"));
                }

                yield return ($"api/infolist-{number}.js", "showList(" + JsonSerializer.Serialize(new
                {
                    code = 0,
                    total = said,
                    totalPage = pages,
                    data = on.Select(department => new
                    {
                        id = department,
                        infoTitle = TitleOf(department),
                        infoUrl = "/" + ArticleOf(2, department),
                        date = "2026-02-28"
                    }),
                }) + ");");
                break;
            case 3:
                if (page == 0)
                {
                    yield return (ListingOf(3), Html("部门预算", "<ul id=box></ul><script>\nvar pageSize = 10;\nvar infoList = [" +
                        string.Join(",\n", Enumerable.Range(0, said).Select(department =>
                            $"{{\"title\":\"{TitleOf(department)}\",\"link\":\"./art/2026/art_{department}.html\"," +
                            "\"time\":\"2026-02-28\"}")) +
                        "];\nrender(infoList);\n</script>"));
                }

                break;
            case 4:
                if (page == 0)
                {
                    yield return (ListingOf(4), Html("政府信息公开目录", "<ul id=tree></ul><script>var zNodes = [" +
                        "{id:1, pId:0, name:\"机构职能\", url:\"./jgzn/\"}, {id:2, pId:0, name:\"财政预决算\", url:\"./czyjs/list.html\"}];" +
                        "$.fn.zTree.init($('#tree'), {}, zNodes);</script>"));
                }

                yield return (page == 0 ? "xxgk/czyjs/list.html" : $"xxgk/czyjs/list_{number}.html", Html("财政预决算",
                    "<table class=xxgk><tr><th>索引号</th><th>标题</th><th>发布日期</th></tr>" + string.Concat(on.Select(department =>
                        $"<tr><td>0010/2026-{department:D5}</td><td><a href=\"../content/{department}.html\">" +
                        $"{TitleOf(department)}</a></td><td>2026-02-28</td></tr>")) + $"</table><div>共{said}条 " +
                        $"<a onclick=\"jump('list{(page == 0 ? "" : $"_{number}")}.html')\">" +
                    "本页</a> " + (number < pages ? $"<a href=\"#\" onclick=\"toPage('list_{number + 1}.html');return false;\">下页</a>" : "") +
                    "</div>"));
                break;
            case 5:
                yield return (page == 0 ? ListingOf(5) : $"category/bmys/page/{number}/",
                    Html("部门预算 – 某市", string.Concat(on.Select(department =>
                    $"<article><h2 class=entry-title><a href=\"/{ArticleOf(5, department)}\" rel=bookmark>{TitleOf(department)}</a></h2>" +
                    "<p>根据要求，现予公开。<a class=more-link href=\"/" + ArticleOf(5, department) + "\">继续阅读 →</a></p></article>")) +
                    "<nav class=pagination>" + (number < pages ? "<a class=\"next page-numbers\" " +
                        $"href=\"/category/bmys/page/{number + 1}/\">" +
                        "较早的文章 →</a>" : "") + $"</nav><span>共 {said} 篇</span>"));
                break;
            case 6:
                yield return (page == 0 ? ListingOf(6) : $"bmys/index_{page}.shtml", Html("部门预算",
                    "<div class=list>" + string.Concat(on.Select(department =>
                        $"<p><a href=\"2026-02/{department}.shtml\">·{TitleOf(department)}</a> (2026-02-28)</p>")) +
                    "</div>转到 <select onchange=\"location.href=this.value\">" + string.Concat(Enumerable.Range(0, pages).Select(other =>
                        $"<option value=\"{(other == 0 ? "index.shtml" : $"index_{other}.shtml")}\"{(other == page ? " selected" : "")}>" +
                        $"第{other + 1}页</option>")) + $"</select> 共{said}条"));
                break;
            case 7:
                if (page == 0)
                {
                    yield return (ListingOf(7), Html("部门预算", "<div id=app></div><script>axios.get(\"/api/article/page?channel=bmys&page=1" +
                        "&size=4\").then(draw)</script>"));
                }

                yield return ($"api/page-{number}.json", JsonSerializer.Serialize(new
                {
                    success = true,
                    result = new
                    {
                        totalElements = said,
                        totalPages = pages,
                        content = on.Select(department => new
                        {
                            headline = TitleOf(department),
                            summary = "现予公开",
                            staticPath = "/" + ArticleOf(7, department)
                        }),
                    },
                }));
                break;
            case 8:
                yield return (page == 0 ? ListingOf(8) : $"c/bmys/index_{number}.html", Html("部门预算", "<ul class=news>" +
                    string.Concat(on.Select(department =>
                        $"<li onclick=\"location.href='/{ArticleOf(8, department)}'\"><span>{TitleOf(department)}</span>" +
                        "<i>02-28</i></li>")) +
                    $"</ul><div class=pages><span>共{said}条</span>" + (number < pages
                        ? $"<span class=next onclick=\"window.location='index_{number + 1}.html'\">下一页</span>" : "") + "</div>"));
                break;
            default:
                yield return ($"{ListingOf(9)}{(page == 0 ? "" : $"&page={number}")}", Html("部门预算", "<table>" +
                    string.Concat(on.Select(department =>
                        $"<tr><td><a href='show.asp?id={department}' target='_blank'>{TitleOf(department)}</a></td></tr>")) +
                    $"</table>共{said}条 " + (number < pages ? $"<a href='list.asp?classname=部门预算&page={number + 1}'>下一页</a>" : ""),
                    "gb2312"));
                break;
        }
    }

    private static string Article(int style, int department)
    {
        var file = FileOf(style, department);
        var beside = (department + 1) % Departments;
        var title = TitleOf(department);
        var (name, body) = style switch
        {
            0 => (title, $"<div class=TRS_Editor><p>详见附件</p><p>附件：<a href='javascript:;' onclick=\"downloadFile('/{file}','{title}')\">" +
                $"{title}.pdf</a></p></div>"),
            1 => (title, "<div id=zoom><iframe src=\"/pdfjs/web/viewer.html?file=" + Uri.EscapeDataString("/" + file) +
                "\" width=100% height=800></iframe></div>"),
            2 => ("某市人民政府", $"<h1>{title}</h1><div class=article-content><p>附件</p><p><a href=\"/{file}\" " +
                "download=\"附件.pdf\">点击下载</a></p></div>" +
                $"<div>上一篇：<a href=\"/{ArticleOf(2, beside)}\">{TitleOf(beside)}</a></div>"),
            3 => (title, $"<div class=content><p>现予公开。</p><object data=\"/{file}\" type=\"application/pdf\"></object></div>"),
            4 => (title, $"<table><tr><td>索引号</td><td>0010</td></tr></table><div class=xxgk_content>" +
                $"<a href=\"../content/P2026{department:D4}.pdf\">" +
                $"{title}</a></div>"),
            5 => ($"{title} – 某市", $"<article><div class=entry-content><div class=wp-block-file><a href=\"/{file}\">预算公开</a>" +
                $"<a href=\"/{file}\" class=wp-block-file__button download>下载</a></div></div></article><nav><a rel=prev href=\"/" +
                $"{ArticleOf(5, beside)}\">上一篇：{TitleOf(beside)}</a></nav>"),
            6 => (title, $"<div id=Zoom><p>附件：</p><a href=\"/{file}\">{title}.pdf</a></div><a href=\"javascript:window.print()\">打印</a>"),
            7 => ("详情", $"<h1>{title}</h1><div id=detail></div>" +
                $"<script>var attach = {{\"fileName\":\"{title}.pdf\",\"filePath\":\"/{file}\"}};" +
                "</script>"),
            8 => (title, $"<div class=pages_content><p class=insertfileTag><img src='/images/pdf.png'><a href=\"/{file}\" " +
                $"title=\"{title}.pdf\">{title}.pdf</a></p></div>"),
            _ => (title, $"<div id=article><a href='{file}'>点击下载</a></div>"),
        };
        return Html(name, body, style == 9 ? "gb2312" : "utf-8");
    }

    private static string Percent(string text) => string.Concat(Gbk.GetBytes(text).Select(static octet => $"%{octet:X2}"));
}
