using System.Text;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>Whose a link is that names nobody, and what of an unmarked article is its text.</summary>
public sealed class LinkOfficesTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/l/index.html");

    private static readonly Recipe Plain = new("plain_list", "a, area", new LinkPattern("20\\d\\d.*(预算|决算)|(预算|决算).*20\\d\\d"), null,
        null, null, 0, "a, iframe, embed, object", null, 60);

    [Theory]
    [InlineData("<h2>县教育局</h2><ul><li><a href=1.html>2024年部门决算</a></li></ul>", "县教育局")]
    [InlineData("<p>3、县教育局：</p><ul><li><a href=1.html>2024年部门决算</a></li></ul>", "县教育局")]
    [InlineData("<table><tr><td><a href=1.html>2024年部门决算</a></td><td>县教育局</td></tr></table>", "县教育局")]
    [InlineData("<table><tr><td>县公安局</td><td><a href=/x/>无</a></td><td>县教育局</td><td><a href=1.html>2024年部门决算</a></td></tr></table>",
        "县教育局")]
    [InlineData("<ul><li>县教育局<ul><li>2024年<ul><li><a href=1.html>部门决算</a></li></ul></li></ul></li></ul>", "县教育局 2024年")]
    [InlineData("<h2>县财政局</h2><ul><li><a href=2.html>县公安局2024年部门决算</a></li><li><a href=1.html>2024年部门决算</a></li></ul>", "")]
    [InlineData("<p>县财政局部门预算公开工作的说明</p><ul><li><a href=1.html>2024年部门决算</a></li></ul>", "")]
    [InlineData("<h2>县财政局</h2><ul><li><a href=1.html>2024年县级部门决算</a></li></ul>", "")]
    [InlineData("<h2>县财政局</h2><ul><li><a href=1.html>教育口2024年部门决算</a></li></ul>", "")]
    public void Listing_NamelessLink_ItsOffice(string html, string office)
    {
        var entry = Read(html, "部门预决算", isListing: true).Entries.Single(static entry => entry.Address.AbsolutePath == "/l/1.html");

        Assert.Equal(office, entry.Label);
    }

    private const string Title = "县教育局2024年部门决算公开";

    [Theory]
    [InlineData($"<div><h1>{Title}</h1><p><a href=/a/1.html>县第一中学2024年单位决算</a></p></div>", 1)]
    [InlineData($"<div><div><h1>{Title}</h1><p>发布日期：2025-09-11 来源：县教育局 浏览次数：312 字体：大 中 小 打印 关闭</p></div><div><p>所属单位：" +
        "<a href=/a/1.html>县第一中学2024年单位决算</a></p></div></div>", 1)]
    [InlineData($"<div><h1>{Title}</h1><p><a href=/f.pdf>决算</a></p><p>上一篇：<a href=/a/1.html>县公安局2024年部门决算</a></p></div>", 0)]
    [InlineData($"<div><h1>{Title}</h1><p><a href=/f.pdf>决算</a></p><h3>相关链接</h3><a href=/a/1.html>县公安局2024年部门决算</a></div>", 0)]
    [InlineData($"<div><h1>{Title}</h1><p><a href=/f.pdf>决算</a></p></div><ul><a href=/a/1.html>县公安局2024年部门决算</a></ul>", 0)]
    [InlineData("<div><h1>县教育局</h1><p><a href=/a/1.html>县公安局2024年部门决算</a></p></div>", 0)]
    public void Article_WithoutAMarkedText_LinksBelowItsTitle(string html, int articles) =>
        Assert.Equal(articles, Read(html, Title, isListing: false).Articles.Length);

    [Theory]
    [InlineData("热点文件", 1)]
    [InlineData("附件下载", 2)]
    [InlineData("关于公开相关部门决算的说明和附件", 2)]
    public void Article_FileBelowAHeading_NotWhereItIsAside(string heading, int files) => Assert.Equal(files,
        Read($"<div><h1>{Title}</h1><a href=/1.pdf>{Title}</a><h3>{heading}</h3><p><a href=/2.pdf>公开表</a></p></div>", Title,
            isListing: false).Attachments.Length);

    private static PageReading Read(string html, string title, bool isListing) => PageReading.Of("key", "way",
        Encoding.UTF8.GetBytes($"<html><head><title>{title}</title></head><body><div>{html}</div></body></html>"), "utf-8", Address, Plain,
        isListing);
}
