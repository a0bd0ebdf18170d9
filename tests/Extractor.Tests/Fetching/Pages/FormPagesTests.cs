using Extractor.Fetching.Pages;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>Further pages that a form gets: which address they have, what is sent, and which forms are left alone.</summary>
public sealed class FormPagesTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/xxgk/list.do?channel=5");

    private const string Form = """
        <form id="f" name="f" action="/xxgk/list.do" method="post"><input type="hidden" name="channel" value="5">
        <input type="hidden" name="pageNo" id="no" value="1"><input type="hidden" name="csrfToken" value="8f2a"><input name="key" value="">
        <select name="size"><option value="10">10<option value="20" selected>20</select><input type="checkbox" name="all" value="1">
        <input type="submit" name="ok" value="查询"></form><a href="javascript:go(2)">下一页</a>
        """;

    [Theory]
    [InlineData("function go(n){document.f.pageNo.value=n;document.f.submit();}")]
    [InlineData("function go(n){ $('#no').val(n); $('#f').submit(); }")]
    [InlineData("function go(n){ $(\"input[name='pageNo']\").val(n); $('#f').submit(); }")]
    [InlineData("var go = function(n){document.getElementById('no').value = n; document.forms[0].submit()}")]
    [InlineData("")]
    public void FurtherPages_FormByPost_TheAddressTellsThePageAndTheBodyIsWhole(string script)
    {
        var page = Read($"{Form}<script>{script}</script>");

        var further = Assert.Single(page.FurtherPages(10));

        Assert.Equal("http://www.example.gov.cn/xxgk/list.do#POST:channel=5&pageNo=2&key=&size=20", further.AbsoluteUri);
        Assert.Equal("channel=5&pageNo=2&csrfToken=8f2a&key=&size=20", page.FormOf(further));
    }

    [Fact]
    public void FurtherPages_FormThatTheLinkItselfSends_Sent()
    {
        const string sends = "#\" onclick=\"document.f.pageNo.value='3';document.f.submit();return false;";
        var further = Read(Form.Replace("javascript:go(2)", sends, StringComparison.Ordinal)).FurtherPages(10);

        Assert.EndsWith("#POST:channel=5&pageNo=3&key=&size=20", Assert.Single(further).AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("function go(n){document.f.pageNo.value=n}", "action", "action")]
    [InlineData("function go(n){document.f.pageNo.value=n;document.f.submit();}", "/xxgk/list.do", "http://other.example.com/list")]
    [InlineData("function go(n){document.f.pageNo.value=n;document.f.submit();}", "name=\"key\"", "name=\"key\" type=\"password\"")]
    [InlineData("function go(n){document.f.pageNo.value=n;document.f.submit();}", "name=\"key\"", "name=\"key\" type=\"file\"")]
    [InlineData("function go(n){document.f.pageNo.value=n;document.f.submit();}", "<select", "<textarea name=letter></textarea><select")]
    public void FurtherPages_FormThatIsNoPagerOrGoesElsewhere_NotSent(string script, string written, string instead) =>
        Assert.Empty(Read($"{Form.Replace(written, instead, StringComparison.Ordinal)}<script>{script}</script>").FurtherPages(10));

    [Fact]
    public void FurtherPages_FormByGet_PlainAddressInTheEncodingOfThePage()
    {
        var page = HtmlPage.Read("""
            <form name=f action="/s.do"><input type=hidden name=lm value=预算><input type=hidden name=cpage value=1></form>
            <span onclick="page('2')">2</span><script>function page(n){f.cpage.value=n;f.submit()}</script>
            """, Address, PageDecoder.EncodingOf([0xD4, 0xA4, 0xCB, 0xE3], "gbk"));

        Assert.Equal(["http://www.example.gov.cn/s.do?lm=%D4%A4%CB%E3&cpage=2"],
            page.FurtherPages(10).Select(static further => further.AbsoluteUri));
    }

    [Fact]
    public void FurtherPages_AspNet_StateIsSentAndTellsNoPage()
    {
        var state = new string('A', 300);
        var page = Read($"""
            <form method=post action="./list.aspx?cid=1"><input type=hidden name=__VIEWSTATE value={state}><input type=hidden name=long
            value={new string('b', 61)}><input type=hidden name=short value={new string('c', 60)}><input type=hidden name=__EVENTTARGET>
            <input type=hidden name=__EVENTARGUMENT><a href="javascript:__doPostBack('Pager','2')">2</a></form>
            """);

        var further = Assert.Single(page.FurtherPages(10));

        Assert.Equal(
            $"http://www.example.gov.cn/xxgk/list.aspx?cid=1#POST:short={new string('c', 60)}&__EVENTTARGET=Pager&__EVENTARGUMENT=2",
            further.AbsoluteUri);
        Assert.StartsWith($"__VIEWSTATE={state}&long=b", page.FormOf(further), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void FurtherPages_State_UpToItsBound(int more, int pages)
    {
        // key=…&cpage=2
        var value = new string('x', 200_000 - "key=&cpage=2".Length + more);
        Assert.Equal(pages, Read($"<form method=post><input type=hidden name=key value={value}>" +
            "<input type=hidden name=cpage value=1></form><a onclick=\"go(2)\">2</a>").FurtherPages(10).Length);
    }

    [Fact]
    public void FurtherPages_TwoFieldsForANumber_OfAScriptElsewhereNoneIsChosen() => Assert.Empty(Read(
        "<form method=post><input type=hidden name=pageNo><input type=hidden name=p></form><a onclick=\"go(2)\">2</a>").FurtherPages(10));

    [Theory]
    [InlineData("", "4-6 7-7")]
    [InlineData("groupSize:1,", "2-2 3-3 4-4 5-5 6-6 7-7")]
    public void FurtherPages_StoreOfJpage_WhatThePageDoesNotHave(string group, string expected)
    {
        var shown = group.Length > 0 ? 1 : 3;
        var page = Read($$"""
            <script type="text/xml"><datastore><recordset>{{string.Concat(Enumerable.Repeat("<record><![CDATA[<a href='/art/1.html'" +
                ">a</a>]]></record>",
                shown))}}</recordset></datastore></script>
            <script>$("#1").jpage({totalRecord:7,perPage:1,{{group}}proxyUrl:'/module/jpage/dataproxy.jsp',
            ajaxParam:{columnid:'1229',webname:'某市',permissiontype:0} })</script>
            """);

        var further = page.FurtherPages(60);

        Assert.Equal(expected.Split(' ').Select(static range => range.Split('-')).Select(static range =>
            $"http://www.example.gov.cn/module/jpage/dataproxy.jsp?startrecord={range[0]}&endrecord={range[1]}&perpage=1" +
            "#POST:columnid=1229&webname=%E6%9F%90%E5%B8%82&permissiontype=0"), further.Select(static address => address.AbsoluteUri));
        Assert.Equal("columnid=1229&webname=%E6%9F%90%E5%B8%82&permissiontype=0", page.FormOf(further[0]));
    }

    private static HtmlPage Read(string html) => HtmlPage.Read(html, Address);
}
