using System.Text;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Pages;
using Extractor.Runs.Definitions;
using Extractor.Tests.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>Lists that a page has from elsewhere and that are not read: each is named, with its address where that is told.</summary>
public sealed class UnreadListsTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/ys/list.html");

    [Theory]
    [InlineData("<ul><template><li><a>{{title}}</a></template></ul>", "#list_not_read")]
    [InlineData("<ul><li v-for='i in list'><a :href='i.url'>{{i.title}}</a></ul>", "#list_not_read")]
    [InlineData("<ul id=dataList data-api='/openness/list'></ul><script type='text/template'><a>x</a></script>", "/openness/list")]
    [InlineData("<div>{{ item.title }}</div>", "#list_not_read")]
    [InlineData("<p></p><noscript>请启用JavaScript</noscript><a href='/'>首页</a>", "#list_not_read")]
    [InlineData("<p>正在加载，请稍候</p><a href='/'>首页</a>", "#list_not_read")]
    [InlineData("<div id=newsList></div><a href='/'>首页</a><script src='/a.js'></script>", "#list_not_read")]
    [InlineData("<div id=app></div><p>版权所有</p><script src='/a.js'></script>", "#list_not_read")]
    [InlineData("<script>$.post('/a/q',{cid:window.c,pageNo:n,sign:md5(n)},show)</script>", "/a/q")]
    [InlineData("<script>axios.post(base+'/front/q',body); body.append('pageNo',1)</script>", "#base+'/front/q'")]
    [InlineData("<script>fetch('/api/articles/'+id()).then(show)</script>", "/api/articles/")]
    [InlineData("<script>fetch(`/api/articles/${id}?q=1`).then(show)</script>", "/api/articles/")]
    [InlineData("<script>var x=new XMLHttpRequest();x.open('POST','/api/columnList',true);x.send(s)</script>", "/api/columnList")]
    [InlineData("<script>table.render({elem:'#t',url:'/xxgk/rows',page:true})</script>", "/xxgk/rows")]
    public void Of_ListingWithoutItsList_NamedOnceWithTheAddressThatIsTold(string body, string expected)
    {
        var reading = Read($"<title>部门预算</title>{body}");

        var named = Assert.Single(reading.Refused, static link => link.IsUnexplained);
        Assert.Equal(LinkRefusals.ListNotRead, named.Reason);
        Assert.EndsWith(expected, named.Address.OriginalString.Replace("%20", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(PageTrial.Of(Encoding.UTF8.GetBytes($"<title>部门预算</title>{body}"), "utf-8", Address, Recipe(), null).IsListing);
    }

    [Theory]
    [InlineData("<a href='1.html'>某市财政局2026年部门预算</a><ul><template><li>{{title}}</template></ul><p>正在加载</p>")]
    [InlineData("<a href='1.html'>某市财政局2026年部门预算</a><div id=newsList></div><script>$.get('/api/news/'+id())</script>")]
    [InlineData("<a href='1.html'>某市财政局2026年部门预算</a><script>$.post('/opinion/list',{id:row.id,pageNo:1})</script>")]
    [InlineData("<a href='/'>首页</a><div id=shareList></div><script>$.get('/hits.jsp?id='+id())</script>")]
    [InlineData("<a href='/'>首页</a><p>正在加载设备清单的企业，应当在三十日内向主管部门提交下列材料和文件。</p>")]
    public void Of_ListThatIsThereOrNone_NotNamed(string body) =>
        Assert.DoesNotContain(Read($"<title>部门预算</title>{body}").Refused, static link => link.IsUnexplained);

    /// <summary>What scrolls on, a page with entries asks for too.</summary>
    [Fact]
    public void Of_EntriesAndAPageNumberThatIsNotKnownWhole_Named()
    {
        var reading = Read("<title>部门预算</title><a href='1.html'>某市财政局2026年部门预算</a>" +
            "<script>$.post('/m/more',{page:n,sign:md5(n)})</script>");

        Assert.Equal("http://www.example.gov.cn/m/more",
            Assert.Single(reading.Refused, static link => link.IsUnexplained).Address.AbsoluteUri);
    }

    [Fact]
    public void Of_PageOfAnotherMatter_NotNamed() =>
        Assert.Empty(Read("<title>局长信箱</title><ul id=dataList></ul><p>正在加载</p>" +
            "<script>$.post('/q',{a:b.c,pageNo:1})</script>").Refused);

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void Of_ManyAddressesThatAreAskedFor_TwentyAreNamed(int calls) =>
        Assert.Equal(20, Read("<title>部门预算</title><script>" + string.Concat(Enumerable.Range(0, calls).Select(static number =>
            $"$.post('/q{number}',{{a:b.c,pageNo:1}});")) + "</script>").Refused.Length);

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 0)]
    public void Of_NoteThatSomethingIsLoading_ShortAlone(int length, int named) =>
        Assert.Equal(named, Read($"<title>部门预算</title><a href='/'>首页</a><p>正在加载{new string('。', length - 4)}</p>").Refused.Count(
            static link => link.IsUnexplained));

    [Theory]
    [InlineData("<li>某市财政局2026年部门预算<span>2026-02-27</span></li>")]
    [InlineData("<script>var s={list:[{id:7,title:'某市财政局2026年部门预算'}]}</script>")]
    public void Of_TitleThatLeadsNowhere_Named(string body)
    {
        var named = Assert.Single(Read($"<title>部门预算</title>{body}").Refused);

        Assert.Equal((LinkRefusals.LinkWithoutAddress, "某市财政局2026年部门预算", true), (named.Reason, named.Text, named.IsUnexplained));
    }

    [Theory]
    [InlineData("<tr><td>某市财政局2026年部门预算</td><td><a href='1.html'>查看</a></td></tr>")]
    [InlineData("<a href='1.html'>某市财政局2026年部门预算</a><p>某市财政局2026年部门预算</p>")]
    [InlineData("<a href='1.html'>某市财政局2026年部门…</a><div class=tip>某市财政局2026年部门预算</div>")]
    [InlineData("<h1><span>某市财政局2026年部门预算</span></h1>")]
    public void Of_TitleWithItsLinkOrNone_NotNamed(string body) =>
        Assert.DoesNotContain(Read($"<title>预决算公开</title><table>{body}</table>").Refused, static link =>
            link.Reason == LinkRefusals.LinkWithoutAddress);

    [Theory]
    [InlineData("共 3 条", 1)]
    [InlineData("共找到 3 条信息", 1)]
    [InlineData("总记录数：3条", 1)]
    [InlineData("共 1 条", 0)]
    [InlineData("共 3 条<a href='list.html?page=0'>上一页</a>", 0)]
    [InlineData("共 3 条<a href='list_2.html'>下一页</a>", 0)]
    public void Of_ListingThatSaysMoreThanItShows_Named(string said, int named) =>
        Assert.Equal(named, Read($"<title>部门预算</title><ul><li><a href='1.html'>某市财政局2026年部门预算</a></ul><p>{said}").Refused
            .Count(static link => link.Reason == LinkRefusals.FewerThanAnnounced));

    private static PageReading Read(string html) =>
        PageReading.Of("key", "way", Encoding.UTF8.GetBytes(html), "utf-8", Address, Recipe(), true);

    private static Extractor.Fetching.Publishers.Recipe Recipe() => PublisherReader.ReadRecipe(Path.Combine(
        PublisherReaderTests.Repository, "pipelines", "publishers", "recipes", "plain_list.yaml"));
}
