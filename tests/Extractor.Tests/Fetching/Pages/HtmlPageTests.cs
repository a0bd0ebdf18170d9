using System.Text;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

public sealed class HtmlPageTests
{
    private static readonly Uri Address = new("http://czj.example.gov.cn/bmys/index.shtml");

    [Theory]
    [InlineData("GB2312", "<meta charset=gb2312>", null)]
    [InlineData("GB18030", "", "gbk")]
    [InlineData("GB18030", "", null)]
    [InlineData("GB18030", "<meta charset=utf-8>", "utf-8")]
    [InlineData("utf-8", "<meta charset=gb2312>", "gb2312")]
    [InlineData("utf-8", "", null)]
    public void Decode_RightWrongOrNoDeclaration_ChineseIsRead(string written, string meta, string? header)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.UTF8;
        var bytes = encoding.GetBytes($"<html><head>{meta}</head><body>部门预算公开，收支总表</body></html>");

        Assert.Contains("部门预算公开，收支总表", PageDecoder.Decode(bytes, header), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_RelativeAndTitled_AbsoluteWithWholeText()
    {
        var page = HtmlPage.Read(
            """
            <ul><li><a href="./202602/t20260212_1.html" title="某市财政局2026年部门预算公开">某市财政局2026年部…</a></li>
            <li><a href="#top">顶部</a></li><li><a href="javascript:void(0)">无</a></li><li><a href="mailto:a@b.cn">信</a></li>
            <li><a href="../files/附件 1.pdf#page=2">附件 1.pdf</a></li></ul>
            """,
            Address);

        Assert.Equal(
            ["http://czj.example.gov.cn/bmys/202602/t20260212_1.html 某市财政局2026年部门预算公开",
                "http://czj.example.gov.cn/files/%E9%99%84%E4%BB%B6%201.pdf 附件 1.pdf"],
            page.Links("a").Select(static link => $"{link.Address.AbsoluteUri} {link.Text}"));
    }

    [Fact]
    public void Links_ByScriptAndViewer_FileIsFound()
    {
        var page = HtmlPage.Read(
            """
            <a href="javascript:;" onclick="downfile('/uploads/2026/a.pdf')">下载</a>
            <iframe src="/pdfjs/web/viewer.html?file=%2Fdoc%2Fb.pdf&amp;x=1"></iframe>
            """,
            Address);

        Assert.Equal(["/uploads/2026/a.pdf", "/doc/b.pdf"], page.Links("a, iframe").Select(static link => link.Address.AbsolutePath));
    }

    [Fact]
    public void LinksWrittenByScripts_AnchorInAString_IsFound()
    {
        var page = HtmlPage.Read(
            """<script>var files='<a class="f" href="./P02.pdf">2026年部门预算.pdf</a>'; if (files != '') { document.write(files); }</script>""",
            Address);

        Assert.Equal("http://czj.example.gov.cn/bmys/P02.pdf 2026年部门预算.pdf",
            string.Concat(page.LinksWrittenByScripts().Select(static link => $"{link.Address} {link.Text}")));
    }

    [Fact]
    public void FilesNamedByScripts_ViewerIsGivenAFile_IsFound()
    {
        var page = HtmlPage.Read(
            """<script>var sPdfUrl = "/cms_files/attach/A73.pdf#/cms_files/attach/B5.PDF"; var types = {'.pdf': 1, ".doc": 2};</script>""",
            Address);

        Assert.Equal(["/cms_files/attach/A73.pdf", "/cms_files/attach/B5.PDF"], page.FilesNamedByScripts().Select(static link =>
            link.Address.AbsolutePath));
    }

    [Fact]
    public void Parts_ScriptsOfThePlatformJpaas_AddressesWithTheirQueries()
    {
        var page = HtmlPage.Read("""<script src="unit.js" url="/api/build/unit" queryData="{'webId':'19', 'tagId':'子栏目','pageId':'5'}"></script><script url="/x" queryData=""></script>""", Address);

        Assert.Equal("http://czj.example.gov.cn/api/build/unit?webId=19&tagId=%E5%AD%90%E6%A0%8F%E7%9B%AE&pageId=5",
            Assert.Single(page.Parts()).AbsoluteUri);
    }

    [Fact]
    public void FurtherPages_CreatePageHtml_EveryPageButThisOne()
    {
        var page = HtmlPage.Read("""<script>function createPageHTML(a,b,c,d){ x(a); } createPageHTML(3, 0, "index", "shtml");</script>""",
            Address);

        Assert.Equal(
            ["http://czj.example.gov.cn/bmys/index_1.shtml", "http://czj.example.gov.cn/bmys/index_2.shtml"],
            page.FurtherPages(100).Select(static found => found.AbsoluteUri));
    }

    [Fact]
    public void FurtherPages_AMillionDeclared_Bounded()
    {
        var page = HtmlPage.Read("""<script>createPageHTML(999999, 0, "index", "html")</script>""", Address);

        Assert.Equal(19, page.FurtherPages(20).Length);
    }

    /// <summary>
    /// Variants of real systems: counted from 1 with a length that is reckoned, with a container, as links, selects and scripts.
    /// </summary>
    [Theory]
    [InlineData("""<script>var n; if(Math.ceil(29/20)>20){n=20;}else{n=Math.ceil(29/20);} var c; c = 1; createPageHTML(n, parseInt(c), "index", "html");</script>""",
        "/bmys/index_2.html")]
    [InlineData("<script>createPageHTML('page_div', 3, 1, 'index', 'shtml', 41)</script>", "/bmys/index_2.shtml /bmys/index_3.shtml")]
    [InlineData("""<a href="index_1.shtml"> &gt; </a>""", "/bmys/index_1.shtml")]
    [InlineData("""<a href="index_1.shtml" title="下一页"><img src="r.png"></a>""", "/bmys/index_1.shtml")]
    [InlineData("""<a href="index_1.shtml">2</a><a href="index_2.shtml">3</a><a href="/bszn/2.html">1</a>""",
        "/bmys/index_1.shtml /bmys/index_2.shtml")]
    [InlineData("""<select onchange="go(this)"><option value="index.shtml">1</option><option value="index_1.shtml">2</option></select>""",
        "/bmys/index_1.shtml")]
    [InlineData("""<a href="javascript:;" onclick="location.href='index_1.shtml'">下页</a>""", "/bmys/index_1.shtml")]
    [InlineData("""<span onclick="go('?page=2')">下一页 &gt;&gt;</span>""", "/bmys/index.shtml?page=2")]
    [InlineData("""<a href="javascript:goPage(2)">下一页</a>""", "")]
    public void FurtherPages_WaysOfRealSystems_AddressesOfTheOtherPages(string html, string expected) =>
        Assert.Equal(expected, string.Join(' ', HtmlPage.Read(html, Address).FurtherPages(100).Select(static page => page.PathAndQuery)));

    [Theory]
    [InlineData("<p>共 29 条 共2页</p>", 29, 2)]
    [InlineData("<script>createPageHTML('page_div', 3, 1, 'index', 'shtml', 41)</script>", 41, 3)]
    [InlineData("""<script>var n=Math.ceil(29/20); createPageHTML(n, 1, "index", "html");</script>""", 29, 2)]
    [InlineData("<script>var opt = {totalRecord: 170, pageSize: 20};</script>", 170, null)]
    [InlineData("<p>共 29 条</p><p>共 7 条</p>", null, null)]
    public void Announced_ByTextOrScript_OnlyWhatIsUnambiguous(string html, int? records, int? pages) =>
        Assert.Equal(new AnnouncedLength(records, pages), HtmlPage.Read(html, Address).Announced());

    [Fact]
    public void LinksOfDataStores_RecordsOfJpage_LinksAndNextGroup()
    {
        var page = HtmlPage.Read("""
            <script type="text/xml"><datastore><totalrecord>47</totalrecord><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&unitid=7"></a>]]></nextgroup>
            <recordset><record><![CDATA[<li><a href="/art/2026/3/2/art_1_2.html"><i></i>某市教育局2026年部门预算</a></li>]]></record></recordset></datastore></script>
            """, Address);

        Assert.Equal("/art/2026/3/2/art_1_2.html 某市教育局2026年部门预算",
            string.Join(' ', page.LinksOfDataStores().Select(static link => $"{link.Address.AbsolutePath} {link.Text}")));
        Assert.Equal("/module/web/jpage/dataproxy.jsp?page=1&unitid=7", Assert.Single(page.FurtherPages(100)).PathAndQuery);
        Assert.Equal(47, page.Announced().Records);
    }

    [Fact]
    public void Links_NameAndAddressAsArguments_AddressIsTheOneThatIsOne()
    {
        var page = HtmlPage.Read("""<a onclick="downloadFj('2026年部门预算.pdf','./W02026.pdf')">2026年部门预算.pdf</a>""", Address);

        Assert.Equal("/bmys/W02026.pdf 2026年部门预算.pdf",
            string.Concat(page.Links("a").Select(static link => $"{link.Address.AbsolutePath} {link.Text}")));
    }

    [Fact]
    public void Links_BracketAndTitleOnOneAddress_TheTitleIsTheText()
    {
        var page = HtmlPage.Read(
            """<li><a href="/a.html">[部门预决算]</a><a href="/a.html">某局2026年部门预算</a></li><a href="/b.pdf" download="某局2026年决算.pdf">下载</a>""",
            Address);

        Assert.Equal(["某局2026年部门预算", "某局2026年决算.pdf"], page.Links("a").Select(static link => link.Text));
    }

    [Fact]
    public void Links_QueryOfAGbkPage_IsWrittenAsBrowsersDo()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var page = HtmlPage.Read("""<a href="/查询/list.jsp?name=预算&y=2026">预算</a>""", Address, gbk);

        Assert.Equal("/%E6%9F%A5%E8%AF%A2/list.jsp?name=%D4%A4%CB%E3&y=2026", Assert.Single(page.Links("a")).Address.PathAndQuery);
    }

    /// <summary>Tables of a budget hold twenty numbers at least; an address or a telephone list does not.</summary>
    [Theory]
    [InlineData(20, DisclosureForm.PageTables)]
    [InlineData(19, DisclosureForm.None)]
    public void Article_NumbersInItsTables_ToldFromOtherTables(int numbers, DisclosureForm expected)
    {
        var cells = string.Concat(Enumerable.Repeat("<tr><td>支出</td><td>1,234.50</td></tr>", numbers));
        var recipe = new Recipe("test", "a", new LinkPattern("预算"), null, null, null, 0, "a", null, 20);

        Assert.Equal(expected, LinkJudge.Article(
            HtmlPage.Read($"<title>2026年部门预算</title><div class=TRS_Editor><table>{cells}</table></div>", Address), Address, recipe).Form);
    }

    [Fact]
    public void ColumnsOfCatalogue_TreeInAScript_QuestionsOfItsScript()
    {
        var page = HtmlPage.Read("""
            <script>window._CONFIG = {"url":"https:\/\/www.example.gov.cn\/ybj", SID: '757049', TREE: [{"id":1,"name":"政策","children":[
            {"id":1546,"name":"财政预决算","children":[]}]}], SERVICE: '' };</script>
            """, Address);

        Assert.Equal("https://www.example.gov.cn/ybj/gkmlpt/api/all/1546?page=1&sid=757049",
            Assert.Single(page.ColumnsOfCatalogue()).Address.AbsoluteUri);
    }

    [Fact]
    public void FurtherPages_NextLink_IsFollowed()
    {
        var page = HtmlPage.Read("""<a href="?page=1">上一页</a><a href="?page=3">下一页</a>""", Address);

        Assert.Equal("http://czj.example.gov.cn/bmys/index.shtml?page=3", Assert.Single(page.FurtherPages(100)).AbsoluteUri);
    }

    [Theory]
    [InlineData("""<meta http-equiv="Refresh" content="0; url='new/index.html'">""", "http://czj.example.gov.cn/bmys/new/index.html")]
    [InlineData("""<meta http-equiv="refresh" content="600">""", null)]
    [InlineData("""<meta http-equiv="refresh" content="600; url=/other">""", null)]
    public void Refresh_MetaElement_OnlyThatSendsOnSoon(string html, string? expected) =>
        Assert.Equal(expected, HtmlPage.Read(html, Address).Refresh()?.AbsoluteUri);

    [Theory]
    [InlineData("<html><script>document.cookie='a=1';location.reload()</script><body></body></html>", PageNature.Challenge)]
    [InlineData("<html><script>$_ts=window['$_ts'];</script><body></body></html>", PageNature.Challenge)]
    [InlineData("<title>安全验证</title><p>请完成下方验证后继续访问</p><input placeholder='请输入验证码'>", PageNature.Challenge)]
    [InlineData("<title>访问被拦截</title><p>您的访问请求可能对网站造成安全威胁，请求已被创宇盾拦截。事件ID：20260302，如有疑问请联系管理员处理。</p>", PageNature.Challenge)]
    [InlineData("<title>404 Not Found</title><body>nginx</body>", PageNature.NotFound)]
    [InlineData("<title>您访问的页面不存在</title>", PageNature.NotFound)]
    [InlineData("<title>某市人民政府</title><h1>页面不存在</h1>", PageNature.NotFound)]
    [InlineData("<title>提示</title><p>抱歉，您访问的文章已被删除。</p>", PageNature.NotFound)]
    [InlineData("<title>用户登录</title><form><input type=password></form>", PageNature.Login)]
    [InlineData("<title>2026年部门预算</title><script>document.cookie='n=1'</script><p>一、部门概况。某市财政局是主管全市财政收支、财税政策的市政府工作部门，承担以下职责和任务。</p>",
        PageNature.Ordinary)]
    [InlineData("<title>收支总表</title><p>404,000.00</p>", PageNature.Ordinary)]
    public void Of_Answers_ToldByWhatTheyHold(string html, PageNature expected) =>
        Assert.Equal(expected, PageNatures.Of(HtmlPage.Read(html, Address)));
}
