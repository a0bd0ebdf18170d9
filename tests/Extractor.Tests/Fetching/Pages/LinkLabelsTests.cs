using System.Text;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>What stands above and beside a link gives it its year only where it does so beyond doubt.</summary>
public sealed class LinkLabelsTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/l/index.html");

    private static readonly Recipe Plain = new("plain_list", "a", new LinkPattern("20\\d\\d.*(预算|决算)|(预算|决算).*20\\d\\d"), null, null,
        null, 0, "a, iframe, embed, object", null, 60);

    [Theory]
    [InlineData("<h3>2024年部门决算</h3><ul><li><a href=1.html>市教育局</a></li></ul>", "2024年部门决算")]
    [InlineData("<h2>2024年部门决算</h2><h3>党群部门</h3><ul><li><a href=1.html>市教育局</a></li></ul>", "2024年部门决算")]
    [InlineData("<div class=t><h3>2024年部门决算</h3><a href=/2024/>更多&gt;&gt;</a></div><ul><li><a href=1.html>市教育局</a></li></ul>",
        "2024年部门决算")]
    [InlineData("<div class=t><span>2024年部门决算</span><a href=/2024/>更多</a></div><ul><li><a href=1.html>市教育局</a></li></ul>",
        "2024年部门决算")]
    [InlineData("<p class=t>2024年部门决算</p><p>共 5 条</p><div><a href=1.html>市教育局</a></div>", "2024年部门决算")]
    [InlineData("<h3>2023年部门决算</h3><ul><li><a href=/x/>无</a></li></ul><h3>2024年部门决算</h3><ul><a href=1.html>市教育局</a></ul>",
        "2024年部门决算")]
    [InlineData("<dl><dt>2023年</dt><dd>无</dd><dt>2024年</dt><dd><a href=1.html>市教育局部门决算</a></dd></dl>", "2024年")]
    [InlineData("<table><tr><td colspan=2>2024年部门决算</td></tr><tr><td>1</td><td><a href=1.html>市教育局</a></td></tr></table>",
        "2024年部门决算")]
    [InlineData("<ul><li>2024年</li><li>2023年</li></ul><div><ul><li><a href=1.html>市教育局</a></li></ul><ul></ul></div>",
        "2024年 部门决算")]
    [InlineData("<p><b>2023年</b><b>2024年</b></p><ul></ul><ul><li><a href=1.html>市教育局</a></li></ul>", "2024年 部门决算")]
    [InlineData("<table><tr><th>部门</th><th>2023年决算</th><th>2024年决算</th></tr><tr><td>市教育局</td><td>—</td>" +
        "<td><a href=1.html>查看</a></td></tr></table>",
        "市教育局 2024年决算")]
    [InlineData("<table><tr><th rowspan=2>部门</th><th colspan=2>2024年</th></tr><tr><th>预算</th><th>决算</th></tr><tr><td>市教育局</td><td>—</td>" +
        "<td><a href=1.html>查看</a></td></tr></table>", "市教育局 2024年 决算")]
    [InlineData("<li>发布：2025年9月1日 年度：2024年 <b><a href=1.html>市教育局决算</a></b></li>",
        "发布：2025年9月1日 年度：2024年 市教育局决算")]
    public void Of_YearBesideTheLink_EntryWithIt(string html, string expected)
    {
        var entry = Assert.Single(Read(html).Entries);

        Assert.Equal("/l/1.html", entry.Address.AbsolutePath);
        Assert.Equal(expected, entry.Label.Length > 0 ? entry.Label : entry.Text);
    }

    [Theory]
    [InlineData("<h3>2024年部门决算</h3><ul></ul><h3>工作动态</h3><ul><a href=1.html>市教育局</a></ul>")]
    [InlineData("<p class=t>2024年部门决算</p><ul></ul><p class=t>工作动态</p><ul><a href=1.html>市教育局</a></ul>")]
    [InlineData("<h2>2024年部门决算</h2><h3>相关链接</h3><ul><a href=1.html>市教育局</a></ul>")]
    [InlineData("<h2>2024年部门决算</h2><h3>2023年工作总结</h3><ul><a href=1.html>市教育局</a></ul>")]
    [InlineData("<h2>2024年预算执行审计</h2><ul><a href=1.html>市教育局</a></ul>")]
    [InlineData("<h3>2023年、2024年部门决算</h3><ul><a href=1.html>市教育局</a></ul>")]
    [InlineData("<div><h3>2024年部门决算</h3></div><p>以下各部门已经公开，供社会公众查阅；如有疑问，请在工作日联系市财政局预算科，联系电话见网站首页，或者到政务服务中心咨询，我们将在五个工作日内答复，逾期可以投诉。</p>" +
        "<div><ul><a href=http://jyj.other.gov.cn/1.html>市教育局</a></ul></div>")]
    [InlineData("<h3>2024年部门决算</h3><ul><a href=/jyj/>市教育局</a></ul>")]
    [InlineData("<h3>2024年部门决算</h3><ul><a href=1.html>工作动态</a></ul>")]
    [InlineData("<ul><li>2024年</li><li>2023年</li></ul><div><ul><a href=1.html>市教育局</a></ul><ul></ul><ul></ul></div>")]
    [InlineData("<ul><li>某市公安局2024年部门决算（涉密）</li><li><a href=1.html>市教育局部门决算</a></li></ul>")]
    [InlineData("<table><tr><th>部门</th><th>网址</th></tr><tr><td>2024年</td><td>2023年</td><td><a href=1.html>市教育局</a></td></tr></table>")]
    [InlineData("<li>发布：2025年9月1日 <a href=1.html>市教育局决算</a></li>")]
    [InlineData("<li>0142/2026-00029 2026-02-27 <a href=1.html>市教育局决算</a></li>")]
    [InlineData("<li>2023年 2024年 <a href=1.html>市教育局决算</a></li>")]
    [InlineData("<h3>2024年部门决算</h3><div class=t><a href=/2024/>更多</a></div>")]
    public void Of_YearOfSomethingElse_NoEntry(string html) => Assert.Empty(Read(html).Entries);

    [Theory]
    [InlineData(60, 1)]
    [InlineData(61, 0)]
    public void Of_LengthOfWhatStandsAbove_HeadingOrText(int length, int entries) => Assert.Equal(entries,
        Read($"<h3>{"2024年部门决算".PadRight(length, '公')}</h3><ul><li><a href=1.html>市教育局</a></li></ul>").Entries.Length);

    [Theory]
    [InlineData(120, 1)]
    [InlineData(121, 0)]
    public void Of_LengthOfTheRow_RowOrText(int length, int entries) => Assert.Equal(entries,
        Read($"<ul><li><a href=1.html>市教育局决算</a>{"2024年".PadRight(length - "市教育局决算".Length, '公')}</li></ul>").Entries.Length);

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void Of_ElementsBetweenRowAndLink_RowOfTheLinkOrNot(int between, int entries) => Assert.Equal(entries, Read("<ul><li>2024年" +
        $"{Repeat("<b>", between)}<a href=1.html>市教育局决算</a>{Repeat("</b>", between)}</li></ul>").Entries.Length);

    [Theory]
    [InlineData(199, 1)]
    [InlineData(200, 0)]
    public void Of_DepthOfTheList_BoundedWithoutFault(int depth, int entries) => Assert.Equal(entries, Read(Repeat("<div>", depth) +
        "<h3>2024年部门决算</h3><a href=1.html>市教育局</a>").Entries.Length);

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 0)]
    public void Of_ColumnsThatOneHeadSpans_Bounded(int before, int entries) => Assert.Equal(entries, Read("<table><tr><th colspan=99>" +
        $"2024年决算</th><th>2023年决算</th></tr><tr>{Repeat("<td></td>", before)}<td><a href=1.html>市教育局</a></td></tr></table>")
        .Entries.Count(static link => link.Label == "2024年决算"));

    /// <summary>Six letters of a title that is cut short find the whole of it; five may be of many.</summary>
    [Theory]
    [InlineData("某市教育局2...", "某市教育局2026年部门预算")]
    [InlineData("市教育局2...", null)]
    public void Of_TitleCutShort_TheWholeOfItFromTheRow(string shown, string? expected) => Assert.Equal(expected, Read("<table><tr><td>" +
        $"<a href=1.html>{shown}</a></td><td>名称：某市教育局2026年部门预算</td></tr></table>").Entries.Select(static link => link.Text)
        .SingleOrDefault());

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static PageReading Read(string html) => PageReading.Of("key", "way", Encoding.UTF8.GetBytes(
        $"<html><head><meta charset=utf-8><title>部门决算</title></head><body>{html}</body></html>"), null, Address, Plain, isListing: true);
}
