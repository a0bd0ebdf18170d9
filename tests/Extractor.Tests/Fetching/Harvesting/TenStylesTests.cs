using System.Text.Json;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Fetching.Harvesting;

/// <summary>
/// Cities of twenty departments in ten styles of real systems, each harvested with the recipe of the repository: every department's
/// document is found, nothing else, and every link has an answer.
/// </summary>
public sealed class TenStylesTests : MadeCity
{
    private const int Departments = 20;

    private const int OnAPage = 8;

    public enum Style
    {
        PagesOfScript,
        PagesCountedFromOne,
        NumberLinks,
        Select,
        NextByScript,
        DataStore,
        PartsOfScript,
        Catalogue,
        ColumnsOfUnits,
        FilesInTheListing,
    }

    [Theory]
    [InlineData(Style.PagesOfScript, "trs")]
    [InlineData(Style.PagesCountedFromOne, "guangdong")]
    [InlineData(Style.NumberLinks, "plain_list")]
    [InlineData(Style.Select, "plain_list")]
    [InlineData(Style.NextByScript, "plain_list")]
    [InlineData(Style.DataStore, "jpage")]
    [InlineData(Style.PartsOfScript, "jpaas")]
    [InlineData(Style.Catalogue, "guangdong")]
    [InlineData(Style.ColumnsOfUnits, "trs_columns")]
    [InlineData(Style.FilesInTheListing, "trs")]
    public async Task RunAsync_CityOfAStyle_EveryDocumentAndNothingElse(Style style, string recipe)
    {
        var listing = Publish(style);

        var harvest = await HarvestAsync(recipe, listing);

        Assert.True(harvest.IsComplete, harvest.Stopped ?? harvest.Fault);
        Assert.Equal(Departments, harvest.Found);
        Assert.Equal(
            Enumerable.Range(0, Departments).Select(NameOf).Order(StringComparer.Ordinal),
            harvest.Coverage.Select(static row => row.DepartmentName!).Order(StringComparer.Ordinal));
        Assert.All(harvest.Coverage, static row => Assert.Equal(2026, row.FiscalYear));
        Assert.Equal(harvest.Fetches.Length, harvest.Fetches.Select(static row => row.Url).Distinct(StringComparer.Ordinal).Count());
        Assert.All(harvest.Fetches.Where(static row => row.Outcome == FetchOutcome.NotTaken), static row => Assert.NotNull(row.Reason));
        Assert.DoesNotContain(harvest.Fetches, static row =>
            row.TakenAs is not null && row.Url.Contains("/other/", StringComparison.Ordinal));
        Assert.Empty(harvest.Alarms);
    }

    /// <summary>Whatever a host does, what is not got is said, with an alarm, and the rest is there.</summary>
    [Fact]
    public async Task RunAsync_CityWithFaults_WhatIsMissingIsNamedAndTheRestIsThere()
    {
        var listing = Publish(Style.PagesOfScript);
        Site.Page(FileOf(Style.PagesOfScript, 1), "<title>安全验证</title><p>请输入验证码</p>");
        Site.Forget(FileOf(Style.PagesOfScript, 2));
        Site.On(FileOf(Style.PagesOfScript, 3), static context =>
        {
            context.Response.StatusCode = 405;
            return Task.CompletedTask;
        });
        var cut = true;
        Site.On(FileOf(Style.PagesOfScript, 4), async context =>
        {
            await context.Response.Body.WriteAsync(cut ? "%PDF-1.4 half"u8.ToArray() : Pdf(4), context.RequestAborted);
            cut = false;
        });

        var harvest = await HarvestAsync("trs", listing);

        Assert.Equal(Departments - 3, harvest.Found);
        Assert.Contains(harvest.Alarms, static alarm => alarm.StartsWith("3 new documents could not be got", StringComparison.Ordinal));
        Assert.Equal(["Blocked", "Blocked", "NotFound"], harvest.Fetches.Where(static row => row.TakenAs == LinkRole.Document
            && row.Outcome != FetchOutcome.New).Select(static row => $"{row.Outcome}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(harvest.Fetches, static row => row.Reason?.Contains("no end mark", StringComparison.Ordinal) == true);
    }

    private static string FileOf(Style style, int department) => style == Style.FilesInTheListing
        ? $"/ys/P2026{department:D3}.pdf" : $"/ys/202602/P2026{department:D3}.pdf";

    /// <returns>The first page of the listing.</returns>
    private Uri Publish(Style style)
    {
        for (var department = 0; department < Departments; department++)
        {
            Site.File(FileOf(style, department), Pdf(department));
            Site.Page(ArticleOf(style, department),
                $"<meta name=ArticleTitle content='{NameOf(department)}2026年部门预算'><a href='/other/'>首页</a><div class=TRS_Editor>" +
                $"<a onclick=\"downloadFj('预算.pdf','{FileOf(style, department)}')\">{NameOf(department)}2026年部门预算.pdf</a></div>");
        }

        var pages = (Departments + OnAPage - 1) / OnAPage;
        var first = style switch
        {
            Style.PartsOfScript => "/col/col1/index.html",
            Style.DataStore => "/col/col1/index.html",
            Style.Catalogue => "/gkmlpt/index",
            _ => "/ys/index.html",
        };
        switch (style)
        {
            case Style.DataStore:
                for (var page = 0; page < pages; page++)
                {
                    var next = page + 1 < pages ? $"<nextgroup><![CDATA[<a href=\"/dataproxy.jsp?page={page + 1}\"></a>]]></nextgroup>"
                        : string.Empty;
                    var store = $"<datastore><totalrecord>{Departments}</totalrecord>{next}<recordset>" + string.Concat(OnPage(page).Select(
                        department => $"<record><![CDATA[{Item(style, department)}]]></record>")) + "</recordset></datastore>";
                    Site.Page(page == 0 ? first : $"/dataproxy.jsp?page={page}",
                        page == 0 ? $"<script type='text/xml'>{store}</script>" : store);
                }

                break;
            case Style.PartsOfScript:
                Site.Page(first, "<script url='/unit' queryData=\"{'webId':'1','tagId':'列表'}\"></script>");
                for (var page = 0; page < pages; page++)
                {
                    var question = page == 0 ? string.Empty
                        : $"&paramJson={Uri.EscapeDataString($"{{\"pageNo\":{page + 1},\"pageSize\":{OnAPage}}}")}";
                    Site.Page($"/unit?webId=1&tagId=%E5%88%97%E8%A1%A8{question}", JsonSerializer.Serialize(new
                    {
                        data = new
                        {
                            html = $"<ul>{Items(style, page)}</ul>" +
                                $"<div rows=\"{OnAPage}\" count=\"{Departments}\" pageNo=\"{page + 1}\"></div>",
                        },
                    }));
                }

                break;
            case Style.Catalogue:
                Site.Page(first, $"<script>var c={{\"url\":\"{Site.Address.AbsoluteUri.TrimEnd('/')}\", SID:'7', TREE: " +
                    "[{\"id\":1,\"name\":\"政策\"},{\"id\":5,\"name\":\"财政预决算\",\"children\":[]}], X: 1}</script>");
                for (var page = 0; page < pages; page++)
                {
                    Site.Page($"/gkmlpt/api/all/5?{(page == 0 ? "page=1&sid=7" : $"sid=7&page={page + 1}")}", JsonSerializer.Serialize(new
                    {
                        classify = new { post_count = Departments },
                        articles = OnPage(page).Select(department => new
                        {
                            title = $"{NameOf(department)}2026年部门预算",
                            url = Site[ArticleOf(style, department)].AbsoluteUri,
                        }),
                    }));
                }

                break;
            case Style.ColumnsOfUnits:
                Site.Page(first, string.Concat(Enumerable.Range(0, Departments).Select(department =>
                    $"<div><a href='./d{department}/'>{NameOf(department)}</a></div>")) + "<ul><a href='/other/'>联系我们</a></ul>");
                for (var department = 0; department < Departments; department++)
                {
                    Site.Page($"/ys/d{department}/", $"<ul>{Item(style, department)}</ul>");
                }

                break;
            default:
                for (var page = 0; page < pages; page++)
                {
                    Site.Page(PageOf(style, page), $"<title>部门预算</title><p>共{Departments}条</p><ul>{Items(style, page)}</ul>" +
                        $"<div><a href='/other/a.html'>关于2026年度市级预算执行审计工作报告</a><a href='/other/b.doc'>申请表</a></div>" +
                        $"{Leading(style, page, pages)}");
                }

                break;
        }

        return Site[first];
    }

    private static string PageOf(Style style, int page) => page == 0 ? "/ys/index.html"
        : $"/ys/index_{(style == Style.PagesCountedFromOne ? page + 1 : page)}.html";

    private static string Leading(Style style, int page, int pages) => style switch
    {
        Style.PagesOfScript or Style.FilesInTheListing => $"<script>createPageHTML({pages}, {page}, \"index\", \"html\")</script>",
        Style.PagesCountedFromOne =>
            $"<script>var n=Math.ceil({Departments}/{OnAPage}); " +
            $"createPageHTML(n, {page + 1}, \"index\", \"html\", {Departments});</script>",
        Style.NumberLinks => string.Concat(Enumerable.Range(0, pages).Select(number =>
            $"<a href='{PageOf(style, number)}'>{number + 1}</a>")),
        Style.Select => "<select onchange='go(this)'>" + string.Concat(Enumerable.Range(0, pages).Select(number =>
            $"<option value='{PageOf(style, number)}'>{number + 1}</option>")) + "</select>",
        _ => page + 1 < pages ? $"<a href='javascript:;' onclick=\"location.href='{PageOf(style, page + 1)}'\"> &gt; </a>" : string.Empty,
    };

    private static IEnumerable<int> OnPage(int page) => Enumerable.Range(page * OnAPage, Math.Min(OnAPage, Departments - (page * OnAPage)));

    private static string Items(Style style, int page) => string.Concat(OnPage(page).Select(department => Item(style, department)));

    private static string Item(Style style, int department)
    {
        var address = style == Style.FilesInTheListing ? FileOf(style, department) : ArticleOf(style, department);
        return $"<li><a href=\"{address}\">[部门预决算]</a>" +
            $"<a href=\"{address}\" title=\"{NameOf(department)}2026年部门预算\">{NameOf(department)}2026年…</a></li>";
    }

    private static string ArticleOf(Style style, int department) => style switch
    {
        Style.DataStore or Style.PartsOfScript => $"/art/2026/3/2/art_1_{department}.html",
        Style.PagesCountedFromOne or Style.Catalogue => $"/ys/content/post_{department}.html",
        Style.ColumnsOfUnits => $"/ys/d{department}/202602/t20260210_{department}.html",
        _ => $"/ys/202602/t20260210_{department}.html",
    };
}
