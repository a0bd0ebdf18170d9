using System.Text;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>Links that stand in no anchor's address, and titles that stand beside theirs. Written before they were tried.</summary>
public sealed class ScriptedLinksTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/l/index.html");

    private static readonly Recipe Plain = new("plain_list", "a", new LinkPattern("20\\d\\d.*(预算|决算)|(预算|决算).*20\\d\\d"), null, null,
        null, 0, "a, iframe, embed, object", null, 60);

    [Theory]
    [InlineData("<table><tr><td>1</td><td>某市教育局2026年部门预算</td><td><a href='show/1.html'>查看</a></td></tr></table>", "/l/show/1.html")]
    [InlineData("<a href='javascript:;' data-url='/art/1.html'>某市教育局2026年部门预算</a>", "/art/1.html")]
    [InlineData("<script>function openNews(id){window.open('/news/'+id+'.html')}</script>" +
        "<a href=\"javascript:openNews('900')\">某市教育局2026年部门预算</a>", "/news/900.html")]
    [InlineData("<a href='/a/1.html' title='某市教育局2026年部门预算'><img src=/i.png></a>", "/a/1.html")]
    [InlineData("<script>window.STATE={\"records\":[{\"id\":1,\"articleTitle\":\"某市教育局2026年部门预算\",\"detailUrl\":\"\\/d\\/1.html\"}]}" +
        "</script>", "/d/1.html")]
    [InlineData("<script>var list=[{id:1,title:'某市教育局2026年部门预算',url:'./e/1.html'}]</script>", "/l/e/1.html")]
    [InlineData("<a href='art/1.jsp;jsessionid=AB12?aid=1'>某市教育局2026年部门预算</a>", "/l/art/1.jsp;jsessionid=AB12?aid=1")]
    [InlineData("<table><tr><td><a href='/t/1.html'>某市教育局2026年...</a></td><td>名称：某市教育局2026年部门预算</td></tr></table>", "/t/1.html")]
    [InlineData("<li onclick=\"location.href='/c/1.shtml'\"><span>某市教育局2026年部门预算</span></li>", "/c/1.shtml")]
    [InlineData("<a href='#' onclick=\"window.open('/w/1.html','_blank')\">某市教育局2026年部门预算</a>", "/w/1.html")]
    [InlineData("<a href='#' onclick=\"go('L2JiLzIuaHRtbA==')\">某市教育局2026年部门预算</a>", "/bb/2.html")]
    [InlineData("<a href='#' onclick=\"go(this, '/a/1.html')\">某市教育局2026年部门预算</a>", "/a/1.html")]
    public void Of_ListingWithoutPlainLinks_EntryIsTaken(string html, string expected)
    {
        var entry = Assert.Single(Read(html, isListing: true).Entries);

        Assert.Equal(expected, entry.Address.PathAndQuery);
        Assert.Contains("某市教育局2026年部门预算", entry.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>PDFObject.embed('files/ys.pdf','#v')</script>", "/l/files/ys.pdf")]
    [InlineData("<a href='#' data-src='/up/1.pdf' onclick='view(this)'>2026年部门预算.pdf</a>", "/up/1.pdf")]
    [InlineData("<a href='/web/viewer.html?file=/up/2.pdf'>在线阅读：2026年部门预算</a>", "/up/2.pdf")]
    [InlineData("<div id=zoom><a href='download.asp?id=7'>点击下载</a></div>", "/l/download.asp?id=7")]
    public void Of_ArticleWithoutPlainLinks_DocumentIsTaken(string html, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(html, isListing: false).Attachments).Address.PathAndQuery);

    /// <summary>What is not taken, though the page is about budgets, is for a person to look at.</summary>
    [Fact]
    public void Of_NoYearAnywhere_Unexplained()
    {
        var reading = Read("<h3>部门预算</h3><ul><li><a href='./c/1.html'>某市教育局部门预算</a></li></ul>", isListing: true);

        Assert.Empty(reading.Entries);
        Assert.True(Assert.Single(reading.Refused, static link => link.Text == "某市教育局部门预算").IsUnexplained);
    }

    /// <summary>Shown frames and questions of the listing are parts of it; counters and frames of other hosts are not.</summary>
    [Theory]
    [InlineData("<iframe src='./list.html' width=100%></iframe><iframe src='/count.jsp' style='display:none'></iframe>" +
        "<iframe src='/zero.html' width=0 height=0></iframe><iframe src='http://www.weather.com.cn/'></iframe>", "/l/list.html")]
    [InlineData("<script src='/api/list?channel=1&page=1&callback=show'></script>", "/api/list?channel=1&page=1&callback=show")]
    [InlineData("<script>axios.get(\"/api/page?channel=1&pageNo=1\")</script>", "/api/page?channel=1&pageNo=1")]
    public void Of_ListingFromElsewhere_PartIsAskedFor(string html, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(html, isListing: true).Further).PathAndQuery);

    [Theory]
    [InlineData("{\"data\":{\"totalPages\":3,\"content\":[{\"summary\":\"公开\",\"headline\":\"某市教育局2026年部门预算\",\"path\":\"/a/1.html\"}]}}")]
    [InlineData("show({\"total\":3,\"rows\":[{\"name\":\"某市教育局2026年部门预算\",\"pic\":\"/a/1.png\",\"href\":\"/a/1.html\"}]});")]
    public void Of_JsonThatNoRecipeDescribes_EntriesAndFurtherPages(string json)
    {
        var reading = PageReading.Of("key", "way", Encoding.UTF8.GetBytes(json), null,
            new Uri("http://www.example.gov.cn/api?pageNo=1&c=2"), Plain, isListing: true);

        Assert.Equal(("/a/1.html", "某市教育局2026年部门预算"), (reading.Entries[0].Address.AbsolutePath, reading.Entries[0].Text));
        Assert.Equal(["?c=2&pageNo=2", "?c=2&pageNo=3"], reading.Further.Select(static page => page.Query));
    }

    private static PageReading Read(string html, bool isListing) => PageReading.Of("key", "way", Encoding.UTF8.GetBytes(
        $"<html><head><meta charset=utf-8><title>部门预算</title></head><body>{html}</body></html>"), null, Address, Plain, isListing);
}
