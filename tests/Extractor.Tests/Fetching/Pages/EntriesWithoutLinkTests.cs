using System.Text;
using Extractor.Fetching.Pages;
using Extractor.Runs.Definitions;
using Extractor.Tests.Fetching.Publishers;

namespace Extractor.Tests.Fetching.Pages;

/// <summary>What a reader takes for an entry is followed or named, whatever element it is; and nothing else is named.</summary>
public sealed class EntriesWithoutLinkTests
{
    private const string Entry = "<ul><li><a href='1.html'>某市司法局2026年部门预算</a></ul>";

    [Theory]
    [InlineData("<ul><li>某市司法局</li><li>某市公安局</li></ul>", "某市司法局|某市公安局")]
    [InlineData("<ul><li>某市司法局 共有三件</li><li>某市公安局</li></ul>", "某市公安局|某市司法局 共有三件")]
    [InlineData("<ul><li>某市司法局 共有三四五件</li></ul>", "")]
    [InlineData("<ul><li>某市司法局</li></ul>", "")]
    [InlineData("<p>某市司法局</p><ul><li><a href='1.html'>2026年部门预算</a></ul>" +
        "<p>某市公安局</p><ul><li><a href='2.html'>2026年部门预算</a></ul>",
        "")]
    [InlineData("<div><span>2025年</span></div><div><span>2024年</span></div>", "2025年|2024年")]
    [InlineData("<div><em>2025年</em><em>2024年</em></div>", "2025年|2024年")]
    [InlineData("<div data-next='/feed?cursor=2'>上滑查看更多</div>" + Entry, "上滑查看更多")]
    [InlineData("<button>2025年部门预算</button>" + Entry, "2025年部门预算")]
    [InlineData("<button class=active>2026年部门预算</button><button>2025年部门预算</button>" + Entry, "2025年部门预算")]
    [InlineData("<button onclick=\"show('y5')\">2025年部门预算</button><div id=y5><p>暂无</p></div>" + Entry, "")]
    [InlineData("<button onclick=\"show('y5')\">2025年部门预算</button><div id=y5></div>" + Entry, "2025年部门预算")]
    [InlineData("<button>预算查询</button>" + Entry, "")]
    [InlineData("<h3>2026年部门预算</h3>" + Entry, "")]
    [InlineData(Entry + "<h3>2025年部门预算</h3><p>略</p>", "2025年部门预算")]
    [InlineData("<p>2025年部门预算如下</p>" + "<p>略</p>", "")]
    [InlineData("<li>2025年部门预算.pdf</li>", "2025年部门预算.pdf")]
    [InlineData("<div><h4>某市司法局2026年部门预算</h4><button>查看详情</button></div>", "某市司法局2026年部门预算")]
    [InlineData("<table><tr><td>1<td>某市司法局<td>2026年<td>部门预算</table>", "1 某市司法局 2026年 部门预算")]
    [InlineData("<table><tr><td>某市司法局2026年部门预算<td>下载</table>", "某市司法局2026年部门预算 下载")]
    [InlineData("<table><tr><td>2026年司法局<td><a href='1.pdf'>预算</a><td>下载</table>", "2026年司法局 预算 下载")]
    [InlineData("<span title='某市司法局2026年部门预算'>下载</span>", "某市司法局2026年部门预算")]
    [InlineData("<a href='#/d/1'>某市司法局2026年部门预算</a>", "某市司法局2026年部门预算")]
    [InlineData("<iframe src='http://list.example.com/q'></iframe>", "http://list.example.com/q")]
    [InlineData("<iframe src='http://list.example.com/q' height=299></iframe>" + Entry, "")]
    [InlineData("<iframe src='http://list.example.com/q' height=300></iframe>" + Entry, "http://list.example.com/q")]
    public void Of_Listing_NamesWhatLeadsNowhere(string body, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), Named(body, isListing: true).Order());

    [Theory]
    [InlineData("<p>附件：某市司法局2026年部门预算公开表.xlsx</p>", "某市司法局2026年部门预算公开表.xlsx")]
    [InlineData("<p>附件1：2026年部门预算公开表</p>", "2026年部门预算公开表")]
    [InlineData("<p>附件1：2026年部门预算公开表</p><p><a href='1.pdf'>附件1</a></p>", "")]
    [InlineData("<p>1.<a href='1.pdf'>2026年部门预算.pdf</a></p><p>2.2026年部门预算公开表.xlsx</p>", "2.2026年部门预算公开表.xlsx")]
    [InlineData("<p>附件：1.</p><p><a href='1.pdf'>2026年部门预算</a></p>", "")]
    [InlineData("<p>见<a href='https://pan.example.com/s/1'>网盘</a></p>", "网盘")]
    [InlineData("<p>见<a href='https://pan.example.com/s/1'>网盘</a><a href='1.pdf'>2026年部门预算</a></p>", "")]
    [InlineData("<p><button>下载附件</button></p>", "下载附件")]
    [InlineData("<p><img src='/u/1.png' alt='2026年部门预算二维码'></p>", "2026年部门预算二维码")]
    [InlineData("<p><button>下载附件</button><a href='1.pdf'>2026年部门预算</a></p>", "")]
    public void Of_Article_NamesWhatLeadsNowhere(string body, string expected) =>
        Assert.Equal(
            expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Named($"<div class=TRS_Editor>{body}</div>", isListing: false));

    /// <summary>A page may hold any number of texts: a thousand are looked at.</summary>
    [Theory]
    [InlineData(999, 1)]
    [InlineData(1000, 0)]
    public void Of_ManyEntriesWithTheirLinks_LooksAtAThousand(int led, int named) => Assert.Equal(named, Named(
        $"<ul>{string.Concat(Enumerable.Range(0, led).Select(static place =>
            $"<li><span>某市第{place}中学2026年部门预算</span><a href='{place}.html'>查看</a></li>"))}" +
        "<li><span>某市司法局2026年部门预算</span></li></ul>", isListing: true).Count(static text => text.Contains("司法局", StringComparison.Ordinal)));

    /// <summary>A heading of year and kind has forty characters at most; what is clicked, sixty.</summary>
    [Theory]
    [InlineData("<p>2025年部门预算", 40, 1)]
    [InlineData("<p>2025年部门预算", 41, 0)]
    [InlineData("<button>部门预算", 60, 1)]
    [InlineData("<button>部门预算", 61, 0)]
    public void Of_TextWithoutAnOffice_ShortAlone(string begun, int length, int named) =>
        Assert.Equal(named, Named(begun + new string('啊', length - begun.Length + begun.IndexOf('>', StringComparison.Ordinal) + 1),
            isListing: true).Count());

    [Theory]
    [InlineData("<form action='/q'><select name=y><option value=26 selected>2026年<option value=25>2025年</select></form>" + Entry,
        "/q?y=25")]
    [InlineData("<form action='/q'><select name=y><option>2026<option>2025</select><input type=hidden name=c value=7></form>" + Entry,
        "/q?y=2025&c=7")]
    [InlineData("<form action='/q'><select name=y><option value=''>全部<option>2026<option>2025</select></form>" + Entry, "")]
    [InlineData("<form action='/q'><select name=y><option value=''>全部<option>2026<option>2025</select></form>", "/q?y=2026|/q?y=2025")]
    [InlineData("<form action='/q' method=post><select name=y><option>2026<option>2025</select></form>" + Entry, "named #y")]
    [InlineData("<form action='http://other.example.com/q'><select name=y><option>2026<option>2025</select></form>" + Entry, "named #y")]
    [InlineData("<select id=y><option>2026<option>2025</select>" + Entry, "named #y")]
    [InlineData("<form action='/q'><label><input type=radio name=y value=6 checked>2026年</label><label><input type=radio name=y value=5>" +
        "2025年</label></form>" + Entry, "/q?y=5")]
    [InlineData("<form action='/q'><select name=y><option>图片<option>文字</select></form>" + Entry, "")]
    public void Of_ListingWithChoices_FollowedWhereAFormSendsThem(string body, string expected)
    {
        var reading = Read(body, isListing: true);

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), reading.Further.Select(static link => link.PathAndQuery)
            .Concat(reading.Refused.Where(static link => link.IsUnexplained).Select(static link => $"named {link.Address.Fragment}")));
    }

    [Theory]
    [InlineData(12, 11, 0)]
    [InlineData(13, 0, 1)]
    public void Of_ChoicesOfAForm_UpToTwelveAreFollowed(int years, int followed, int named)
    {
        var reading = Read("<form action='/q'><select name=y>" + string.Concat(Enumerable.Range(2014, years).Select(static year =>
            $"<option>{year}年")) + "</select></form>" + Entry, isListing: true);

        Assert.Equal((followed, named), (reading.Further.Length, reading.Refused.Count(static link => link.IsUnexplained)));
    }

    private static IEnumerable<string> Named(string body, bool isListing) => Read(body, isListing).Refused
        .Where(static link => link.IsUnexplained).Select(static link => link.Reason == LinkRefusals.ListNotRead ? link.Address.AbsoluteUri
            : link.Text);

    private static PageReading Read(string body, bool isListing) => PageReading.Of("key", "way", Encoding.UTF8.GetBytes(
        $"<title>{(isListing ? "预决算公开" : "某市司法局2026年部门预算")}</title><body>{body}</body>"), "utf-8",
        new Uri("http://www.example.gov.cn/ys/list.html"), PublisherReader.ReadRecipe(Path.Combine(PublisherReaderTests.Repository,
            "pipelines", "publishers", "recipes", "plain_list.yaml")), isListing);
}
