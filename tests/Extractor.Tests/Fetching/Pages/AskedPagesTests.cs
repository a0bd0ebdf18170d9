using Extractor.Fetching.Pages;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>Lists that a script asks for by the number of a page: which are asked for, in which way, and which are left alone.</summary>
public sealed class AskedPagesTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/xxgk/list.html");

    [Theory]
    [InlineData("$.post('/q.do',{channel:'5',pageNo:1},show)", "/q.do#POST:channel=5&pageNo=1")]
    [InlineData("$.ajax({url:'/q.do',type:'POST',data:{channel:5,pageNo:n}})", "/q.do#POST:channel=5&pageNo=1")]
    [InlineData("$.getJSON('/q.do',{channel:'5',pageNo:n},show)", "/q.do?channel=5&pageNo=1")]
    [InlineData("axios({method:'get',url:'/q.do',params:{pageNo:n}})", "/q.do?pageNo=1")]
    [InlineData("fetch('/q.do?channel=5&page=' + n)", "/q.do?channel=5&page=1")]
    [InlineData("var cid = '7'; $.get('/q.do',{channel:cid,page:n})", "/q.do?channel=7&page=1")]
    [InlineData("var base='/api/';\nvar u = base + 'q?page=' + n;\n$.get(u, show)", "/api/q?page=1")]
    [InlineData("var currPage = 0;\n$.get('/q.do',{page:currPage})", "/q.do?page=0")]
    [InlineData("$.get('/q.do',{page:0})", "/q.do?page=0")]
    [InlineData("axios.post('/q',{channel:'5',size:15,pageNum:1})", "/q#POST:{\"channel\":\"5\",\"size\":15,\"pageNum\":1}")]
    [InlineData("axios.post('/q',Qs.stringify({channel:'5',pageNum:1}))", "/q#POST:channel=5&pageNum=1")]
    [InlineData("fetch('/q',{method:'POST',body:JSON.stringify({page:1})})", "/q#POST:{\"page\":1}")]
    [InlineData("$.ajax({url:'/q',type:'post',contentType:'application/json',data:{page:n}})", "/q#POST:{\"page\":1}")]
    [InlineData("request({url:'/q',method:'get',params:{page:n}})", "/q?page=1")]
    [InlineData("var v={data(){return{query:{channel:'5',pageNum:1}}},go(){axios.post('/q',this.query)}}",
        "/q#POST:{\"channel\":\"5\",\"pageNum\":1}")]
    [InlineData("var v={data(){return{channel:'5',pageNum:1}},go(){axios.post('/q',{channel:this.channel,pageNum:this.pageNum})}}",
        "/q#POST:{\"channel\":\"5\",\"pageNum\":1}")]
    public void Questions_ByNumberOfAPage_TheFirst(string script, string expected)
    {
        var asked = Assert.Single(Read(script).Questions());

        Assert.Equal("http://www.example.gov.cn" + expected, Uri.UnescapeDataString(asked.AbsoluteUri));
        Assert.Equal(expected.Contains("#POST:", StringComparison.Ordinal) ? expected.Split("#POST:")[1] : null,
            Read(script).FormOf(asked));
    }

    [Theory]
    [InlineData("$.post('/vote.do',{id:5})")]
    [InlineData("$.get('/hits.jsp?id=' + id)")]
    [InlineData("$.post('http://czj.example.gov.cn/q.do',{pageNo:1})")]
    [InlineData("$.get('http://www.other.gov.cn/q.do',{pageNo:1})")]
    [InlineData("$.post('/q.do',{pageNo:1,id:row.id})")]
    [InlineData("$.get('/q/' + id + '/list?page=' + n)")]
    [InlineData("$.get('/q.do',{pageNo:n")]
    [InlineData("var v={a:{channel:'5'},b:{channel:'6'},go(){axios.post('/q',{channel:this.channel,pageNum:1})}}")]
    public void Questions_WhatIsNoPagerOrNotWhollyKnown_NotAsked(string script) => Assert.Empty(Read(script).Questions());

    [Theory]
    [InlineData(5994, 1)]
    [InlineData(5995, 0)]
    public void Questions_OfALongCall_UpToItsBound(int length, int asked) =>
        Assert.Equal(asked, Read($"$.get('/q.do',{{pageNo:1}},{new string('f', length + 5 - "'/q.do',{pageNo:1},".Length)})").Questions()
            .Count());

    [Fact]
    public void Questions_ManyCalls_TheFirstFive() =>
        Assert.Equal(5, Read(string.Concat(Enumerable.Range(0, 9).Select(static place => $"$.get('/q{place}',{{page:1}});"))).Questions()
            .Count());

    [Fact]
    public void FurtherPages_CountIsTold_AllAfterTheFirstUpToTheMost()
    {
        var page = Read("$.post('/q.do',{pageNo:n,channel:'5'}); var totalPage = 4;");

        Assert.Equal(["pageNo=2&channel=5", "pageNo=3&channel=5"], page.FurtherPages(2).Select(page.FormOf));
        Assert.Equal(3, page.FurtherPages(10).Length);
        Assert.Empty(page.AskedWithoutEnd());
    }

    [Fact]
    public void AskedWithoutEnd_CountIsNotTold_Named() =>
        Assert.Equal("http://www.example.gov.cn/q.do?pageNo=2",
            Assert.Single(Read("$.get('/q.do',{pageNo:n})").AskedWithoutEnd()).Address.AbsoluteUri);

    private static HtmlPage Read(string script) => HtmlPage.Read($"<script>{script}</script>", Address);
}
