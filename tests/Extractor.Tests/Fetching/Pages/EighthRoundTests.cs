using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Runs.Definitions;
using Extractor.Tests.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>
/// An eighth round of made pages, each as a system writes it and written before the rules were tried on it: what a person takes, in one
/// line a link (how, address, department, year), and nothing else. Those that were right at the first run are not kept.
/// </summary>
public sealed class EighthRoundTests
{
    private static readonly PublisherDefinition Nobody = new("440300", "某市", "440300", false, [], [], [], ExpectedInventory.Nothing,
        Politeness.Default);

    [Theory]
    [InlineData("trs", "/bmys/index.html", "<title>部门预算</title><a href='./202602/t20260226_1.html'>某市公安局2026年度部门预算</a>" +
        "<script>Pager({size:3, current:0, prefix:'index',suffix:'html'});</script>",
        "entry /bmys/202602/t20260226_1.html 某市公安局 2026|next /bmys/index_1.html|next /bmys/index_2.html")]
    [InlineData("trs_columns", "/bmys/2026n/", "<title>2026年部门预算</title><div><a href='../2026n/'>2026年</a><a href='../2025n/'" +
        ">2025年</a>" +
        "<a href='../2024n/'>2024</a><a href='../zc2024n/'>2024年</a></div><ul><li><a href='./202602/t20260227_7.html'>某市科学技术" +
        "局2026年部门预算</a></ul>",
        "entry /bmys/2026n/202602/t20260227_7.html 某市科学技术局 2026|column /bmys/2025n/|column /bmys/2024n/")]
    [InlineData("plain_list", "/ys/2026.html", "<title>部门预算</title><a href='2025.html'>2025年</a><a href='a.html'>某市民政" +
        "局2026年部门预算</a>",
        "entry /ys/a.html 某市民政局 2026|column /ys/2025.html")]
    [InlineData("trs_columns", "/yjsgk/index.html", "<title>预决算公开平台</title><ul><li><a href='javascript:void(0)'" +
        " onclick='t(this)'>市教育局</a>" +
        "<ul><li><a href='/bm/jyj/bmys/'>部门预算</a><li><a href='/bm/jyj/gzdt/'>工作动态</a></ul></ul><p><a href='/zcfg/'>部门预算" +
        "</a></p>",
        "column /bm/jyj/bmys/ 市教育局")]
    [InlineData("trs_columns", "/czyjs/index.html", "<title>财政预决算</title><div><div><h3>部门预算</h3><a href='/zdly/bmys/'>更" +
        "多&gt;&gt;</a></div>" +
        "<ul><li><a href='/zdly/t20260226_1.html'>某市农业农村局2026年部门预算</a></ul></div>" +
        "<div><div><h3>通知公告</h3><a href='/tzgg/'>更多&gt;&gt;</a></div></div>" +
        "<div><p>各部门预算公开情况的说明和有关要求一并公布</p><a href='/sm/'>更多&gt;&gt;</a></div>",
        "entry /zdly/t20260226_1.html 某市农业农村局 2026|column /zdly/bmys/")]
    [InlineData("plain_list", "/czyjs/index.html", "<title>财政预决算</title><div><h3>部门预算</h3><a href='/zdly/bmys/'>更" +
        "多&gt;&gt;</a></div>",
        "named /zdly/bmys/")]
    [InlineData("plain_list", "/l.html", "<title>部门决算</title><a href='/1.html'><script>document.write(\"某市水务局2025年度部门" +
        "决算\".substr(0,30))</script></a>",
        "entry /1.html 某市水务局 2025")]
    [InlineData("plain_list", "/l.html", "<title>部门预算</title><a href='/1.html' title='标题：某市医疗保障局2026年部门预算&#10;发" +
        "布时间：2026-02-27'>某市医疗保...</a>",
        "entry /1.html 某市医疗保障局 2026")]
    [InlineData("plain_list", "/api?current=1&size=1", "{\"records\":[{\"title\":\"某市体育局2026年部门预" +
        "算\",\"publishUrl\":\"/1.html\"}],\"total\":2}",
        "entry /1.html 某市体育局 2026|next /api?size=1&current=2")]
    [InlineData("plain_list", "/l/", "<title>部门预算</title><a href='/l/c1.html'>某区教育局2026年部门预算</a><ul><li><a" +
        " href='javascript:;'>1</a>" +
        "<li><a href='javascript:;' data-page='2'>2</a></ul>", "entry /l/c1.html 某区教育局 2026|named #data-page=2")]
    [InlineData("plain_list", "/l_1.html", "<title>部门预决算</title><a href='/5.html'>某镇人民政府2026年部门预算</a><input" +
        " type='button' value='下一页' " +
        "onclick=\"location.href='/l_2.html'\">", "entry /5.html 某镇人民政府 2026|next /l_2.html")]
    [InlineData("plain_list", "/l.html", "<title>预决算公开</title><ul><li><a href='/1.html'>某市财政局2026年部门预算</a><li><a" +
        " href='/2.html'>我市2026年部门" +
        "预算批复工作全面完成</a><li><a href='/3.html'>某市2026年部门预算编制工作动员会</a></ul>", "entry /1.html 某市财政局 2026")]
    [InlineData("plain_list", "/l.html", "<title>部门决算公开</title><a href='javascript:void(0)' onclick=\"show('1229','456')\">某" +
        "市档案馆2025年度部门决算</a>" +
        "<a href='javascript:void(0)' onclick='tab(1)'>2025年部门决算</a><a href='javascript:void(0)' onclick=\"show('1229','9')\">" +
        "联系我们</a>",
        "named #javascript:void(0)%20show('1229','456')|named #2025")]
    [InlineData("plain_list", "/nw/index.html", "<title>预决算</title><a href='a.html'>某区绿化局2026年部门预算</a><a" +
        " href='index2.html'>2</a>" +
        "<p><a href='other3.html'>3</a></p>", "entry /nw/a.html 某区绿化局 2026|next /nw/index2.html")]
    [InlineData("plain_list", "/nw/", "<title>预决算</title><a href='a.html'>某区绿化局2026年部门预算</a><a href='index2.html'>2</a>",
        "entry /nw/a.html 某区绿化局 2026|next /nw/index2.html")]
    [InlineData("plain_list", "/l.html", "<title>部门预决算</title><iframe src='http://czj.example.gov.cn/list.html' width='900'>" +
        "</iframe>" +
        "<iframe src='http://www.other.gov.cn/list.html' width='900'></iframe>", "next http://czj.example.gov.cn/list.html")]
    [InlineData("plain_list", "/l.html", "<title>部门预算公开</title><script>$.post('/queryList.do',{pageNo:1},show)</script" +
        ">", "next /queryList.do#POST:pageNo=1")]
    [InlineData("plain_list", "/l.html", "<title>部门预算公开</title><script>$.post('/queryList.do',{pageNo:1,id:row.id},show)</script" +
        ">", "named /queryList.do")]
    public void Of_Listing_TakesWhatAPersonTakes(string recipe, string address, string html, string expected) =>
        Check(recipe, address, html, expected, isListing: true);

    [Theory]
    [InlineData("/a/b/1.html", "<iframe src='/js/web/viewer.html?file=../../files/1.pdf'></iframe><iframe" +
        " src='/js/view.jsp?file=2.pdf'></iframe>",
        "document /files/1.pdf 某市公安局 2026|document /a/b/2.pdf 某市公安局 2026")]
    [InlineData("/1.html", "<p>公开如下。</p><a href='1.pdf'>附件：1.pdf</a><div class='page-foot'><a href='/files/nb.pdf'>说明</a>" +
        "</div><a" +
        " href='/s.zip'>PDF阅读器下载</a>" +
        "<a href='/n.pdf'>政府网站工作年度报表(2025年度)</a>", "document /1.pdf 某市公安局 2026")]
    [InlineData("/1.html", "<a href='/upload/\n1.doc'>附件2：说明.doc</a>", "document /upload/1.doc 某市公安局 2026")]
    [InlineData("/1.html", "<a href='file:///C:/2026年部门预算公开表.xls'>附件：2026年部门预算公开表.xls</a>", "named #file:///C:/2026")]
    [InlineData("/1.html", "<table><tr><td>单位</td><td>预算公开</td><td>绩效目标</td></tr><tr><td>某市中心血站</td><td><a" +
        " href='y.pdf'>预算</a></td>" +
        "<td><a href='j.pdf'>绩效</a></td></tr></table>", "document /y.pdf 某市中心血站 2026|document /j.pdf 某市中心血站 2026")]
    [InlineData("/1.html", "<p>正文</p></div><div><h4>相关附件</h4><ul><li><a href='1.xlsx'>附表.xlsx</a></ul><h4>相关链接</h4><ul>" +
        "<li><a href='2.xlsx'>其他.xlsx</a>" +
        "</ul>", "document /1.xlsx 某市公安局 2026")]
    public void Of_Article_TakesWhatAPersonTakes(string address, string body, string expected) =>
        Check("plain_list", address, "<meta name=ArticleTitle content=某市公安局2026年部门预算><title>某市公安局2026年部门" +
            "预算</title><h1>某市公安局2026年部门预算" +
            $"</h1><div class=TRS_Editor>{body}</div>", expected, isListing: false);

    internal static void Check(string recipe, string address, string html, string expected, bool isListing)
    {
        var from = new Uri(new Uri("http://www.example.gov.cn/"), address);
        var reading = PageReading.Of("key", "way", System.Text.Encoding.UTF8.GetBytes(html), "utf-8", from, PublisherReader.ReadRecipe(
            Path.Combine(PublisherReaderTests.Repository, "pipelines", "publishers", "recipes", recipe + ".yaml")), isListing);
        var taken = reading.Entries.Select(link => Said("entry", link, []))
            .Concat(reading.Columns.Select(link => Said("column", link, [])))
            .Concat(reading.Further.Select(link => Said("next", new PageLink(link, string.Empty), [])))
            .Concat(reading.Attachments.Select(link => Said("document", link, [reading.Title])))
            .Concat(reading.Articles.Select(link => Said("article", link, [])))
            .Concat(reading.Refused.Where(static link => link.IsUnexplained).Select(static link => $"named {link.Address.AbsoluteUri}"))
            .Select(static line => line.Replace("http://www.example.gov.cn", string.Empty, StringComparison.Ordinal)).ToList();

        foreach (var line in expected.Split('|'))
        {
            Assert.Contains(taken, took => took == line || (line.StartsWith("named", StringComparison.Ordinal)
                && took.StartsWith("named", StringComparison.Ordinal) && took.Contains(line[6..], StringComparison.Ordinal)));
        }

        Assert.Equal(expected.Split('|').Length, taken.Count);
    }

    private static string Said(string take, PageLink link, ImmutableArray<string> texts)
    {
        var hint = LinkReading.HintOf(Nobody, null, null, [link.Text, link.Label, .. texts]);
        var year = take == "column" ? null : hint.FiscalYear;
        return string.Create(CultureInfo.InvariantCulture, $"{take} {link.Address.AbsoluteUri} {hint.DepartmentName} {year}").TrimEnd();
    }
}
