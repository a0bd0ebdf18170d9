using System.Text.Json;

namespace Extractor.Cli.Tests.Fetching;

public sealed class FetchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fetch_Check_NobodyIsAsked()
    {
        await using var city = await SmallCity.StartAsync();

        var run = await CommandRun.OfAsync("fetch", city.Define(folder), "--archive", folder["archive"], "--contact", "a@example.cn",
            "--check");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(city.Site.Asked);
        Assert.False(Directory.Exists(folder["archive"]));
        Assert.Contains("1 listings", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_DryRun_ListingsAreWalkedAndNothingElseIsAskedOrKept()
    {
        await using var city = await SmallCity.StartAsync();

        var run = await CommandRun.OfAsync("fetch", city.Define(folder), "--archive", folder["archive"], "--contact", "a@example.cn",
            "--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.All(city.Site.Asked, static path => Assert.Matches("^/(robots.txt|ys/index(_\\d)?.html)$", path));
        Assert.False(Directory.Exists(folder["archive"]));
        Assert.Contains("article | 某市", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchTry_PageOfAFileAndOfAHost_EachLinkWithWhatBecomesOfIt()
    {
        await using var city = await SmallCity.StartAsync();
        city.Define(folder);
        city.Site.Page("/try/index.html", """
            <title>部门预算</title><ul><li><a href="./1.html">某市财政局2026年部门预算</a></li><li><a href="./2.html">某市教育局预算</a></li>
            <li><a href="/3.html">2026年部门预算招聘</a></li></ul>
            """);
        var page = folder.Write("page.html",
            """<meta name="ArticleTitle" content="某市财政局2026年部门预算"><a href="./P1.pdf">附件.pdf</a><a href="/">首页</a>""");

        var asked = await CommandRun.OfAsync("fetch", "try", city.Site["try/index.html"].AbsoluteUri,
            "--recipe", folder["recipes/made.yaml"], "--contact", "a@example.cn", "--allow-private-addresses", "--all");
        var saved = await CommandRun.OfAsync("fetch", "try", page, "--recipe", folder["recipes/made.yaml"], "--html", folder["drawn.html"],
            "--address", "http://www.example.gov.cn/czj/t1.html");
        var wrong = await CommandRun.OfAsync("fetch", "try", page, "--recipe", "nowhere");

        Assert.True(asked.ExitCode == 0, asked.Error);
        Assert.Contains("a listing by made: 1 article; 2 links are left, 1 of them unexplained", asked.Output, StringComparison.Ordinal);
        Assert.Contains("take  article    2026 某市财政局 | 某市财政局2026年部门预算", asked.Output, StringComparison.Ordinal);
        Assert.Contains("LEFT? not_as_the_recipe_reads | 某市教育局预算", asked.Output, StringComparison.Ordinal);
        Assert.Contains("left  vacancy | 2026年部门预算招聘", asked.Output, StringComparison.Ordinal);
        Assert.Contains("an article by made: 1 document; 1 links are left, 0 of them unexplained; it discloses as files", saved.Output,
            StringComparison.Ordinal);
        Assert.Contains("take  document   2026 某市财政局 | 附件.pdf | http://www.example.gov.cn/czj/P1.pdf", saved.Output,
            StringComparison.Ordinal);
        Assert.Contains("outline:2px solid #1a7f37",
            await File.ReadAllTextAsync(folder["drawn.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
    }

    [Theory]
    [InlineData("<title>部门预算</title><ul><li><a href='1.html'>某市财政局2026年部门预算</a></ul>", "listing",
        "extractor fetch try http://www.example.gov.cn/page/1.html --recipe made --contact ADDRESS; it must disclose")]
    [InlineData("<title>部门预算</title><iframe src='/list.html'></iframe>", "listing",
        "extractor fetch try http://www.example.gov.cn/list.html --recipe made --contact ADDRESS; the list, or more of it, is there")]
    [InlineData("<title>部门预算</title><script>$.post('/q',{a:b.c,pageNo:1})</script>", "listing",
        "the list is asked for at http://www.example.gov.cn/q; look in a browser what is sent there, and try that address")]
    [InlineData("<title>部门预算</title><ul id=newsList></ul><script src=a.js></script>", "listing",
        "the list is written by scripts; look in a browser which address gives it, and try that address")]
    [InlineData("<title>部门预算</title><a href='/'>首页</a>", "listing", "another recipe, or the page that has the list")]
    [InlineData("<title>某市财政局2026年部门预算</title><a href='a.pdf'>附件.pdf</a>", "article",
        "write the definition with recipe made; extractor")]
    [InlineData("<title>某市财政局2026年部门预算</title>", "article", "nothing is disclosed here; try the listing that leads here")]
    [InlineData("<title>验证码</title><p>验证码</p>", "article", "save the page with a browser and try the file")]
    public async Task FetchTry_Page_TheNextStepIsTold(string html, string role, string expected)
    {
        await using var city = await SmallCity.StartAsync();
        city.Define(folder);
        var page = folder.Write("page.html", html);

        var run = await CommandRun.OfAsync("fetch", "try", page, "--recipe", folder["recipes/made.yaml"], "--as", role);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains($"NEXT: {expected}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<title>部门预算</title><a href='t20260227_1.html'>某市财政局2026年部门预算</a>", false)]
    [InlineData("<title>通知公告</title><a href='1.html'>某市财政局2026年部门预算</a>", false)]
    [InlineData("<title>关于养犬的公告</title><a href='1.html'>某市公安局</a>", true)]
    public async Task FetchTry_WithoutARecipe_AllAreTriedAndAPageOfAnotherMatterIsTold(string html, bool isOther)
    {
        var page = folder.Write("page.html", html);

        var run = await CommandRun.OfAsync("fetch", "try", page);

        Assert.True(run.ExitCode == 0, run.Error);
        var lines = run.Output.Split('\n').Where(static line => line.Contains(" by ", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, lines.Count);
        Assert.Equal(isOther, run.Output.Contains("NEITHER", StringComparison.Ordinal));
        Assert.Equal(isOther, lines[0].Contains("nothing is taken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FetchStatus_TwoNights_BoardWithTheLastGoodOneAndWhatIsOverdue()
    {
        await using var city = await SmallCity.StartAsync();
        var definition = city.Define(folder);
        await FetchAsync(definition);
        folder.Write("acknowledged.csv", "publisher,alarm,url,until,reason\n440300,expected_missing,,2999-12-31,one is a table\n");
        var second = await FetchAsync(definition);

        var board = await CommandRun.OfAsync("fetch", "status", "--archive", folder["archive"], "--overdue");

        Assert.True(second.ExitCode == 0, second.Error);
        Assert.Contains("acknowledged 440300", second.Error, StringComparison.Ordinal);
        Assert.Contains("440300 某市: last good night 20", board.Output, StringComparison.Ordinal);
        Assert.Equal(2, board.Output.Split("  complete ").Length - 1);
        folder.Write("run.yaml", "name: nightly\noutput: out\nstore: store\nsources:\n  - archive: archive/440300\n");
        var published = await CommandRun.OfAsync("run", folder["run.yaml"], "--json");
        Assert.Equal(2, JsonDocument.Parse(published.Output).RootElement.GetProperty("rows").GetProperty("harvests").GetInt32());
        folder.Write("acknowledged.csv", "publisher,alarm,url,until,reason\n440300,nonsense,,2999-12-31,x\n");
        Assert.Equal(2, (await FetchAsync(definition)).ExitCode);
    }

    [Fact]
    public async Task Fetch_NothingFound_AlarmInExitCodeSummaryAndReport()
    {
        await using var city = await SmallCity.StartAsync();
        city.Site.Page("/ys/index.html", "<title>维护</title><p>网站维护中，请稍后访问。给您带来不便，敬请谅解，谢谢您的支持与配合！</p>");

        var run = await FetchAsync(city.Define(folder));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ALARM 440300", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was found",
            await File.ReadAllTextAsync(folder["archive/report.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--contact", "nobody")]
    [InlineData("--contact", "a@b.cn", "--since", "yesterday")]
    [InlineData("--contact", "a@b.cn", "--only", "999999")]
    public async Task Fetch_WrongArguments_ToldAndNothingDone(params string[] arguments)
    {
        await using var city = await SmallCity.StartAsync();

        var run = await CommandRun.OfAsync(["fetch", city.Define(folder), "--archive", folder["archive"], .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(city.Site.Asked);
    }

    private Task<CommandRun> FetchAsync(string definition, string archive = "archive") =>
        CommandRun.OfAsync("fetch", definition, "--archive", folder[archive], "--contact", "mailto:test@example.cn");
}
