namespace Extractor.Tests.Fetching.Pages;

/// <summary>
/// Pages made after what the crawlers, tests and notes of others show of systems of governments (博达, 苏迪, JEECMS, 朗坤, 开普, 新点,
/// and more), of which something was wrong at the first run. Written down as in <see cref="EighthRoundTests"/>.
/// </summary>
public sealed class RealFormsTests
{
    [Theory]
    [InlineData("/zwgk/czyjs.htm", "<title>财政预决算</title><ul><li><a href='../info/1/3.htm'><h3>某市司法局2026年部门预算</h3></a></ul>" +
        "<div class=footer><a href='/wzdt.html'>网站地图</a></div>",
        "entry /info/1/3.htm 某市司法局 2026")]
    [InlineData("/l.html", "<title>部门预算</title><h3>某市司法局2026年部门预算</h3><a href='/1.html'>说明</a><div class=footer>" +
        "<a href='/wzdt.html'>网站地图</a></div>",
        "entry /1.html 某市司法局 2026")]
    [InlineData("/c/list.shtml", "<title>部门预算</title><script>" +
        "function query(page){var url='/common/search/db96?_isJson=true&page='+page;" +
        "$.ajax({url:url,success:show})}\nquery(1);</script>",
        "next /common/search/db96?_isJson=true&page=1")]
    [InlineData("/search?_pageSize=20&page=1", "{\"data\":{\"total\":43,\"rows\":20,\"results\":[{\"title\":\"某市林业局2026年部门预算\"," +
        "\"url\":\"/c/1.shtml\"}]}}",
        "entry /c/1.shtml 某市林业局 2026|next /search?_pageSize=20&page=2|next /search?_pageSize=20&page=3")]
    [InlineData("/public/column/31?catId=4", "<title>部门预算</title><a href='/public/31/1.html'>某县审计局2026年部门预算</a><script>" +
        "$('#p').pagination({pageCount:3,callback:function(n){Ls.ajax({dataType:'html',url:'/site/label/8888',data:{organId:'31'," +
        "type:'4',pageIndex:n}})}})</script>",
        "entry /public/31/1.html 某县审计局 2026|next /site/label/8888?organId=31&type=4&pageIndex=2|" +
        "next /site/label/8888?organId=31&type=4&pageIndex=3")]
    [InlineData("/pub/nei.htm", "<title>预算公开</title><a href='t20260212_1.htm'>某市档案局2026年部门预算</a><script>" +
        "var m_nRecordCount = \"46\";\n" +
        "var m_nPageSize = 20;\nvar m_nCurrPage = 0;\nvar m_sPageName = \"nei\";\nvar m_sPageExt = \"htm\";\n" +
        "function go(n){ location.href = m_sPageName+\"_\"+n+\".\"+m_sPageExt; }</script>",
        "entry /pub/t20260212_1.htm 某市档案局 2026|next /pub/nei_1.htm|next /pub/nei_2.htm")]
    [InlineData("/bmys/index.jhtml", "<title>部门预算公开</title><script>" +
        "$.ajax({url:'/api/list.jspx',data:{channelIds:'106',count:'20',first:'0'}})" +
        "</script>",
        "next /api/list.jspx?channelIds=106&count=20&first=0")]
    [InlineData("/igs.html", "<title>部门预算</title><script>" +
        "function go(n){ $.getJSON('/igs/list.html?&index=w&pageNumber='+n, show); }</script>",
        "next /igs/list.html?&index=w&pageNumber=1")]
    [InlineData("/q?pageIndex=1", "{\"data\":{\"total\":43,\"rows\":[{\"docId\":1201,\"docTitle\":\"某分局2026年部门预算\"}," +
        "{\"docId\":2,\"docTitle\":\"某分局招聘公告\"}]}}",
        "named #%E6%9F%90%E5%88%86%E5%B1%802026")]
    [InlineData("/list2.shtml", "<title>部门预算</title><div><a href='/1.shtml'>2026年部门预算（无线电监测站）</a></div>",
        "entry /1.shtml 无线电监测站 2026")]
    [InlineData("/list.asp", "<title>财政预决算</title><a href='show.asp?id=9'>某县审计局2026年部门预算</a><select onchange='go(this)'>" +
        "<option value='list.asp?page=1' selected>第1页<option value='list.asp?page=2'>第2页</select>",
        "entry /show.asp?id=9 某县审计局 2026|next /list.asp?page=2")]
    [InlineData("/glist.html", "<title>部门预算</title><a href='javascript:;' class=g data-id=1763>某县水务局2026年部门预算</a>" +
        "<script>$('.g').click(function(){window.open('/detail.html?id='+$(this).attr('data-id')+'&t=1')})</script>",
        "entry /detail.html?id=1763&t=1 某县水务局 2026")]
    [InlineData("/glist.html", "<title>部门预算</title><p data-id=1763>某县水务局2026年部门预算</p>" +
        "<script>$('p').click(function(){location.href = '/detail/' + $(this).data('id') + '.html'})</script>",
        "entry /detail/1763.html 某县水务局 2026")]
    [InlineData("/glist.html", "<title>部门预算</title><a href='javascript:;' data-id=1763>某县水务局2026年部门预算</a>",
        "named #%E6%9F%90%E5%8E%BF%E6%B0%B4%E5%8A%A1%E5%B1%802026")]
    [InlineData("/zfgg/", "<title>政府公告</title><li>·<a href='1.html'>市委讲师团2018预算公开情况</a><li>·<a href='2.html' " +
        "title='共青团某市委员会2018年部门预算公开 '>共青团某市委员会2018年部门</a>",
        "entry /zfgg/1.html 市委讲师团 2018|entry /zfgg/2.html 共青团某市委员会 2018")]
    [InlineData("/tzgg/", "<title>通知公告</title><a href='1.html'>某市某中心2018年预决算信息公开工作方案</a>" +
        "<a href='2.html'>某市某中心2018年部门预算公开</a>",
        "entry /tzgg/2.html 某市某中心 2018")]
    [InlineData("/portal/", "<title>预决算公开平台</title><body><noscript><b>请启用JavaScript</b></noscript>" +
        "<div id=app></div><script src='/a.js'></script>",
        "named #written_by_scripts")]
    public void Of_Listing_TakesWhatAPersonTakes(string address, string html, string expected) =>
        EighthRoundTests.Check("plain_list", address, html, expected, isListing: true);

    [Theory]
    [InlineData("/xx/", "<title>政务公开</title><a href='/zt/2014shbmys/'>2014部门预算公开</a>" +
        "<a href='/zt/2014shbmys/1.html'>某省某厅2014年部门预算</a>" +
        "<a href='/moreInfo/12.html'>部门决算</a><a href='/moreInfo/13.html'>联系我们</a>",
        "entry /zt/2014shbmys/1.html 某省某厅 2014|column /zt/2014shbmys/|column /moreInfo/12.html")]
    public void Of_FrontPage_TakesWhatAPersonTakes(string address, string html, string expected) =>
        EighthRoundTests.Check("front_page", address, html, expected, isListing: true);

    [Theory]
    [InlineData("<ul><li><a href='javascript:void(0)' onclick=\"preview('88121')\">附件1：某县林业局2025年度部门决算.pdf</a>" +
        "<div onclick=\"load('88121')\">下载</div></ul><script>function load(i){location.href='/final/download.do?iid='+i}</script>",
        "document /final/download.do?iid=88121 某县林业局 2025")]
    [InlineData("<iframe src='/pdfjs/viewer.html?file=%2Fvirtual_attach_file.vsb%3Fafc%3DdnmG%26oid%3D1%26e%3D.pdf'></iframe>",
        "document /virtual_attach_file.vsb?afc=dnmG&oid=1&e=.pdf 某市公安局 2026")]
    [InlineData("<span class=player pdfsrc='/_upload/a.pdf' sudyfile-attr=\"{'title':'某县林业局2025年度部门决算.pdf'}\"></span>",
        "document /_upload/a.pdf 某县林业局 2025")]
    [InlineData("<a href='/attach/download.jspx?attachGuid=2ad6' data-attachName='某县林业局2025年度部门决算.doc'>查看</a>",
        "document /attach/download.jspx?attachGuid=2ad6 某县林业局 2025")]
    [InlineData("<a id=attach0 href='javascript:void(0)'>2026年部门预算表.xls</a><a href='javascript:void(0)'>2026年部门预算</a>" +
        "<script>Cms.attachment('','48377','1','attach')</script>",
        "document /attachment.jspx?cid=48377&i=0#KEY:/attachment_url.jspx?cid=48377&n=1 某市公安局 2026")]
    [InlineData("<a id=attach0 href='javascript:void(0)'>2026年部门预算表.xls</a><script>Cms.attachment('http://a.gov.cn','4','1','attach')" +
        "</script>",
        "named 2026%E5%B9%B4%E9%83%A8%E9%97%A8%E9%A2%84%E7%AE%97%E8%A1%A8.xls")]
    [InlineData("<a href='/base/sys-file/download/v3/e1633e95-9630--3C14?1696027'>2026年部门预算</a>",
        "document /base/sys-file/download/v3/e1633e95-9630--3C14?1696027 某市公安局 2026")]
    public void Of_Article_TakesWhatAPersonTakes(string body, string expected) => EighthRoundTests.Check("plain_list", "/1.html",
        "<meta name=ArticleTitle content=某市公安局2026年部门预算><title>某市公安局2026年部门预算</title><h1>某市公安局2026年部门预算</h1>" +
        $"<div class=TRS_Editor>{body}</div>", expected, isListing: false);
}
