namespace Extractor.Cli.Tests.Clusters;

public sealed class SlurmTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Submit_ArrayOfShares_SameBytesAsOneProcess()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Slurm is for Linux");
            return;
        }

        if (SlurmCluster.ReasonAgainst() is { } reason)
        {
            Assert.Skip(reason);
        }

        var whole = await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["whole"], "--store", folder["whole.store"]);
        Assert.Equal(OwnCorpus.EndOf(whole), whole.ExitCode);
        var definition = folder.Write("shared/run.yaml", $"""
            name: slurm
            sources:
              - folder: {OwnCorpus.Root}/corpus
                files: ["longgang-*.pdf", "pingshan-*.pdf", "shenzhen-*.pdf"]
                manifest:
                  path: {OwnCorpus.Root}/corpus/manifest.csv
                  file_column: file
                  division_code_column: division_code
                  department_name_column: department_name
                  fiscal_year_column: fiscal_year
            output: out
            store: store
            """);
        var program = folder.Write("extractor", $"""
            #!/bin/sh
            exec dotnet exec "{Path.Combine(AppContext.BaseDirectory, "Extractor.Cli.dll")}" "$@"

            """);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Directory.CreateDirectory(folder["cluster"]);
        await using var cluster = await SlurmCluster.StartAsync(folder["cluster"]);

        var jobs = await cluster.RunAsync(
            Path.Combine(OwnCorpus.Root, "pipelines", "cluster", "slurm", "submit.sh"),
            [definition, "4"],
            new Dictionary<string, string> { ["EXTRACTOR"] = program });
        await cluster.WaitForAsync(jobs.Split(' '));

        var logs = Directory.GetFiles(folder["cluster"], "extractor-*.log").Order(StringComparer.Ordinal).ToDictionary(static path =>
            Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
        var told = string.Join('\n', logs.Select(static log => $"== {log.Key}\n{log.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(logs.Count == 5, told);
        Assert.All(["share 1/4", "share 2/4", "share 3/4", "share 4/4"], share => Assert.Contains(share, told, StringComparison.Ordinal));
        Assert.Contains("nothing was stale", logs.Single(static log => log.Key.EndsWith("-publish.log", StringComparison.Ordinal)).Value,
            StringComparison.Ordinal);
        Assert.Equal(OwnCorpus.HashesOf(folder["whole"]), OwnCorpus.HashesOf(folder["shared/out"]));
    }
}
