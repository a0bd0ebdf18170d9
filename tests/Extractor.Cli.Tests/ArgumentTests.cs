namespace Extractor.Cli.Tests;

public sealed class ArgumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Help_OfTheProgram_NamesCommandsAndExitCodes()
    {
        var run = await CommandRun.OfAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.All(["run SOURCE", "evaluate", "0    every", "1    some", "2    the run definition", "3    the output", "4    a fault",
            "130  stopped"], text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "a.yaml", "--folder", "b")]
    [InlineData("run", "a.pdf", "--folder", "b")]
    [InlineData("run", "a.yaml", "--workers", "0")]
    [InlineData("run", "a.yaml", "--workers", "many")]
    [InlineData("run", "a.yaml", "--wrokers", "2")]
    [InlineData("walk")]
    [InlineData("evaluate", "--gold", "a")]
    public async Task Invoke_WrongArguments_ExitCodeTwoAndAPointerToHelp(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The word that was meant is named; where none is near, none is.</summary>
    [Theory]
    [InlineData("'--workers'", "run", "a.yaml", "--wrokers", "2")]
    [InlineData("'--out'", "run", "a.pdf", "--output", "x")]
    [InlineData("'--json'", "diff", "a", "b", "--josn")]
    [InlineData("'verify'", "verfy", "a")]
    [InlineData("'extractor run budget.pdf'", "budget.pdf")]
    public async Task Invoke_MistypedWord_SaysWhatWasMeant(string meant, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"did you mean {meant}?", run.Error, StringComparison.Ordinal);
        Assert.Contains("'extractor", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("walk")]
    [InlineData("run", "a.yaml", "--colour")]
    public async Task Invoke_WordLikeNoOther_GuessesNothing(params string[] arguments) =>
        Assert.DoesNotContain("did you mean", (await CommandRun.OfAsync(arguments)).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Invoke_NothingAtAll_ShowsTheCommands()
    {
        var run = await CommandRun.OfAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("extractor run FILE.pdf", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfACommand_UsageSaysExtractor() =>
        Assert.Contains("extractor diff <RUN_A> <RUN_B>", (await CommandRun.OfAsync("diff", "--help")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Run_MissingFileBesideALikeOne_NamesIt()
    {
        folder.Write("budget-2024.pdf", "x");

        var run = await CommandRun.OfAsync("run", folder["budget-2042.pdf"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"did you mean '{folder["budget-2024.pdf"]}'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OutputThatIsTheSource_IsRefused()
    {
        folder.Write("in/a.txt", "x");

        var run = await CommandRun.OfAsync("run", folder["in"], "--out", folder["in"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--out", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_EmptyDepartment_IsRefused()
    {
        var run = await CommandRun.OfAsync("export", "--data", folder["data"], "--department", " ", "--out", folder["a.xlsx"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--department", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DefinitionWithFiveFaults_AllFiveWithFileAndLine()
    {
        var path = folder.Write("bad.yaml", """
            sources:
              - folder: nowhere
                fils: []
            workers: x
            time_limit_seconds: -1
            colour: red
            """);

        var run = await CommandRun.OfAsync("run", path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("5 faults", run.Error, StringComparison.Ordinal);
        Assert.All([2, 3, 4, 5, 6], line => Assert.Contains($"{path}:{line}: ", run.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Run_MissingFolder_SaysWhich()
    {
        var run = await CommandRun.OfAsync("run", "--folder", folder["none"], "--out", folder["out"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(folder["none"], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DefinitionWithoutOutput_AsksForOne()
    {
        var run = await CommandRun.OfAsync("run", folder.Write("open.yaml", "sources:\n  - folder: .\n"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--out", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FileInThePlaceOfTheOutput_ExitCodeThree()
    {
        folder.Write("in/a.txt", "x");
        folder.Write("out", "a file");

        var run = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(folder["out"], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_NoPublication_ExitCodeThree()
    {
        folder.Write("gold/index.csv", $"id,file,sha256\nd01,a.pdf,{new string('0', 64)}\n");

        var run = await CommandRun.OfAsync("evaluate", "--gold", folder["gold"], "--data", folder["data"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(folder["data"], run.Error, StringComparison.Ordinal);
    }
}
