using Extractor.Fetching.Pages;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>
/// What the fifteenth round of pages (123 to 146) showed, each at the limit where it holds no more; as <see cref="EighthRoundTests"/>.
/// </summary>
public sealed class FifteenthRoundTests
{
    private const string Entry = "<title>部门预算</title><a href='/1.html'>某市司法局2026年部门预算</a>";

    [Theory]
    [InlineData("/q", "{\"page\":1,\"size\":2,\"total\":5,\"list\":[{\"t\":\"某市司法局2026年部门预算\",\"u\":\"/1.html\"},{" +
        "\"t\":\"公告\",\"u\":\"/2.html\"}]}", "entry /1.html 某市司法局 2026|next /q?page=2")]
    [InlineData("/q?page=2", "{\"page\":2,\"size\":2,\"total\":5,\"list\":[{\"t\":\"某市司法局2026年部门预算\",\"u\":\"/1.html\"}]}",
        "entry /1.html 某市司法局 2026|next /q?page=1|next /q?page=3")]
    [InlineData("/q?c=5&pageNum=2", "{\"pageNum\":1,\"pageSize\":2,\"pages\":3,\"list\":[{\"t\":\"某市司法局2026年部门预算\"," +
        "\"u\":\"/1.html\"}]}", "entry /1.html 某市司法局 2026|next /q?c=5&pageNum=1|next /q?c=5&pageNum=3")]
    [InlineData("/q?page=0&size=2", "{\"total\":5,\"list\":[{\"t\":\"某市司法局2026年部门预算\",\"u\":\"/1.html\"}]}",
        "entry /1.html 某市司法局 2026|next /q?size=2&page=1|next /q?size=2&page=2")]
    [InlineData("/q?page=1", "{\"first\":false,\"page\":1,\"totalPages\":3,\"content\":[{\"t\":\"某市司法局2026年部门预算\"," +
        "\"u\":\"/1.html\"}]}", "entry /1.html 某市司法局 2026|next /q?page=0|next /q?page=2")]
    [InlineData("/q", "{\"page\":0,\"totalPages\":2,\"content\":[{\"t\":\"某市司法局2026年部门预算\",\"u\":\"/1.html\"}]}",
        "entry /1.html 某市司法局 2026|next /q?page=1")]
    [InlineData("/q", "{\"total\":3,\"list\":[{\"t\":\"某市司法局2026年部门预算\",\"u\":\"/1.html\"}]}",
        "entry /1.html 某市司法局 2026|named #fewer_than_announced")]
    [InlineData("/q", "{\"data\":{\"html\":\"<a href='/1.html'>某市司法局2026年部门预算</a>\"}}", "entry /1.html 某市司法局 2026")]
    [InlineData("/q", "/* 1 */ cb({\"list\":[{\"t\":\"某市司法局2026年部门预算\",\"u\":\"/1.html\"}]})", "entry /1.html 某市司法局 2026")]
    [InlineData("/f", "<?xml version='1.0'?><feed><title>预算</title><entry><title>某市司法局2026年部门预算</title>" +
        "<link href='/1.html'/></entry></feed>", "entry /1.html 某市司法局 2026")]
    [InlineData("/l", Entry + "<iframe src='/list.jsp' style='height:300px'></iframe>", "entry /1.html 某市司法局 2026|next /list.jsp")]
    [InlineData("/l", Entry + "<iframe src='/list.jsp' height=299></iframe>", "entry /1.html 某市司法局 2026")]
    [InlineData("/l", Entry + "<iframe src='/list.jsp' height='100%'></iframe>", "entry /1.html 某市司法局 2026|next /list.jsp")]
    [InlineData("/l", Entry + "<a href='#b' data-load='/p.html'>2025年部门预算</a><div id=b></div>",
        "entry /1.html 某市司法局 2026|next /p.html#UNDER:2025%E5%B9%B4%E9%83%A8%E9%97%A8%E9%A2%84%E7%AE%97")]
    [InlineData("/p.html#UNDER:2025%E5%B9%B4%E9%83%A8%E9%97%A8%E9%A2%84%E7%AE%97", "<ul><li><a href='a.html'>市公安局</a><li>" +
        "<a href='b.html'>市司法局</a></ul>", "entry /a.html 市公安局 2025|entry /b.html 市司法局 2025")]
    [InlineData("/p.html", "<ul><li><a href='a.html'>市公安局</a><li><a href='b.html'>市司法局</a></ul>",
        "named /a.html|named /b.html")]
    [InlineData("/l", "<title>部门预算</title><script id=d type='application/json'>{\"l\":[{\"t\":\"某市司法局2026年部门预算\"," +
        "\"a\":{\"b\":1},\"u\":\"/1.html\"}]}</script>", "entry /1.html 某市司法局 2026")]
    [InlineData("/l", "<title>部门预算</title><script>var s=JSON.parse('{\"l\":[{\"t\":\"某市司法局2026年部门预算\",\"a\":{\"b\":1}," +
        "\"u\":\"/1.html\"}]}')</script>", "entry /1.html 某市司法局 2026")]
    [InlineData("/l", "<title>部门预算</title><li data-doc-id=7>某市司法局2026年部门预算</li><script>$('li').click(function(){" +
        "const i = this.dataset.docId; location.href = '/c/' + i + '.html'})</script>", "entry /c/7.html 某市司法局 2026")]
    [InlineData("/l", "<title>部门预算</title><a onclick='v(7,\"a\")'>某市司法局2026年部门预算</a>" +
        "<script>function v(n,d){var p='/f/'+d;p+='/'+n+'.pdf';window.open(p)}</script>", "entry /f/a/7.pdf 某市司法局 2026")]
    [InlineData("/l", "<title>部门预算</title><a onclick='v(7,\"a12\")'>某市司法局2026年部门预算</a>" +
        "<script>function v(n,d){var p='/f/'+d;p+=key();p+='/'+n+'.pdf';window.open(p)}</script>", "named #v(7,%22a12%22)")]
    [InlineData("/l", "<title>部门预算</title><a onclick=\"location.href='/s?id='+key()\">某市司法局2026年部门预算</a>",
        "named #location.href='/s?id='+key()")]
    [InlineData("/l", "<title>部门预算</title><script>$.ajax({url:'/u',data:{p:'{\"pageNo\":1,\"n\":9}'}})</script>",
        "next /u?p=%7B%22pageNo%22%3A1%2C%22n%22%3A9%7D")]
    public void Of_Listing_TakesWhatAPersonTakes(string address, string html, string expected) =>
        EighthRoundTests.Check("plain_list", address, html, expected, isListing: true);

    /// <summary>Of what a script assigns, the first twenty are looked at.</summary>
    [Theory]
    [InlineData(19, 1)]
    [InlineData(20, 0)]
    public void LinksOfStates_BehindOthers_UpToTheTwentieth(int others, int found) =>
        Assert.Equal(found, HtmlPage.Read("<script>" + string.Concat(Enumerable.Repeat("a={\"b\":1};", others)) +
            "s={\"l\":[{\"t\":\"某市司法局2026年部门预算\",\"u\":\"/1.html\"}]}</script>", new Uri("http://www.example.gov.cn/"))
            .LinksOfStates().Count());

    [Theory]
    [InlineData("<a href='/x?key=9' download='表.xlsx'>预算表</a>", "document /x?key=9 某市公安局 2026")]
    [InlineData("<a href='FileServlet.do?uuid=9'>2026年部门预算</a>", "document /FileServlet.do?uuid=9 某市公安局 2026")]
    [InlineData("<a onclick=\"location.href='/DownloadServlet?fileid='+88\">2026年部门预算</a>",
        "document /DownloadServlet?fileid=88 某市公安局 2026")]
    [InlineData("<iframe data-src='/pdfjs/viewer.html?file=%2Fa.pdf#page=1'></iframe>", "document /a.pdf 某市公安局 2026")]
    public void Of_Article_TakesWhatAPersonTakes(string body, string expected) => EighthRoundTests.Check("plain_list", "/1.html",
        "<meta name=ArticleTitle content=某市公安局2026年部门预算><title>某市公安局2026年部门预算</title>" +
        $"<div class=TRS_Editor>{body}</div>", expected, isListing: false);
}
