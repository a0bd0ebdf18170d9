namespace Extractor.Cli.Tests.Fetching;

public sealed class FetchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fetch_DryRun_NobodyIsAsked()
    {
        await using var city = await SmallCity.StartAsync();

        var run = await CommandRun.OfAsync("fetch", city.Define(folder), "--archive", folder["archive"], "--contact", "a@example.cn",
            "--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(city.Site.Asked);
        Assert.False(Directory.Exists(folder["archive"]));
        Assert.Contains("1 listings", run.Error, StringComparison.Ordinal);
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
