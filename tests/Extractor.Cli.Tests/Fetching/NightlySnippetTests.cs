using System.Diagnostics;
using System.Text.RegularExpressions;
using Extractor.Cli.Tests.Clusters;
using Extractor.Fetching.Harvesting;
using Extractor.Publishing.Datasets;
using Extractor.Runs.Definitions;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>What the README's page Nightly and <c>pipelines/schedule</c> tell operators to run, as far as this machine allows.</summary>
public sealed partial class NightlySnippetTests : IDisposable
{
    private static readonly string Schedule = Path.Combine(OwnCorpus.Root, "pipelines", "schedule");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Readme_ShellLines_DoWhatTheySay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "nightly.sh is for Unix");
        Prepare();
        var lines = Snippet("sh").Split('\n').Where(static line => line.Length > 0)
            .Select(static line => line.Split('#')[0].Trim()).ToList();
        Assert.Equal(3, lines.Count);
        Assert.StartsWith("export EXTRACTOR_ROOT=", lines[0], StringComparison.Ordinal);

        var (exitCode, told) = await RunAsync("sh", ["-c", lines[0].Replace("/var/lib/extractor", folder.Path, StringComparison.Ordinal) +
            $"; cd {OwnCorpus.Root}; EXTRACTOR={folder["extractor"]} " + lines[1]]);

        Assert.True(exitCode == 0, told);
        var asked = File.ReadAllLines(folder["calls"])[0];
        Assert.Contains("--contact mailto:CHANGE-ME@example.org --webhook", asked, StringComparison.Ordinal);
        // The program itself takes these words: nobody is asked.
        folder.Write("data/archive/.keep", string.Empty);
        var publishers = Path.Combine(OwnCorpus.Root, "pipelines", "publishers");
        var checkedBy = await CommandRun.OfAsync([.. asked.Replace("pipelines/publishers", publishers, StringComparison.Ordinal)
            .Replace("data/archive", folder["data/archive"], StringComparison.Ordinal).Split(' '), "--check"]);
        Assert.True(checkedBy.ExitCode == 0, checkedBy.Error);
        var status = await CommandRun.OfAsync([.. lines[2].Replace("data/archive", folder["data/archive"], StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)]);
        Assert.True(status.ExitCode == 0, status.Error);
    }

    [Fact]
    public void Readme_Acknowledgement_IsARowThatIsRead()
    {
        var row = Acknowledgement().Match(Page()).Groups[1].Value.ReplaceLineEndings(" ");
        var definitions = folder.Write($"definitions/{AcknowledgementReader.FileName}", "publisher,alarm,url,until,reason\n" + row + "\n");

        var read = Assert.Single(AcknowledgementReader.Read([Path.GetDirectoryName(definitions)!]));

        Assert.True(read.Covers("440300", AlarmKind.DocumentNotFetched, "http://www.example.gov.cn/a/1.pdf", read.Until));
        Assert.False(read.Covers("440300", AlarmKind.DocumentNotFetched, "http://www.example.gov.cn/a/1.pdf", read.Until.AddDays(1)));
    }

    /// <summary>Each column of the page's queries is one of the dataset's.</summary>
    [Fact]
    public void Readme_Queries_AskForColumnsThatThereAre()
    {
        var queries = Query().Matches(Snippet("sql")).ToList();
        Assert.Equal(["fetches", "harvests"], queries.Select(static query => query.Groups[2].Value));
        foreach (var query in queries)
        {
            var columns = DatasetSchemas.All.Single(schema => schema.Name == query.Groups[2].Value).Columns
                .Select(static column => column.Name);
            Assert.Subset(columns.ToHashSet(StringComparer.Ordinal), Word().Matches(query.Groups[1].Value + query.Groups[3].Value)
                .Select(static word => word.Value).ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>Five fields within their ranges, a variable and a command.</summary>
    [Fact]
    public void Crontab_Lines_AreFieldsAndACommandThatIsThere()
    {
        var lines = File.ReadLines(Path.Combine(Schedule, "crontab")).Where(static line => line.Length > 0 && line[0] != '#').ToList();

        Assert.Equal("CRON_TZ=UTC", lines[0]);
        var fields = lines[1].Split(' ', 6);
        int[] most = [59, 23, 31, 12, 7];
        Assert.All(most.Select((limit, index) => (limit, fields[index])), static field =>
            Assert.True(field.Item2 == "*" || (int.TryParse(field.Item2, out var value) && value >= 0 && value <= field.limit),
                field.Item2));
        Assert.DoesNotContain('%', fields[5]); // cron takes it for the end of a line.
        Assert.True(File.Exists(Path.Combine(OwnCorpus.Root, fields[5].Split(' ')[^1]["/var/lib/extractor/".Length..])));
    }

    [Fact]
    public async Task Units_OfSystemd_AreSound()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/systemd-analyze"),
            "systemd-analyze is not installed (Debian: systemd)");
        Prepare();
        foreach (var unit in (string[])["extractor-nightly.service", "extractor-nightly.timer"])
        {
            folder.Write($"units/{unit}", File.ReadAllText(Path.Combine(Schedule, unit))
                .Replace("/var/lib/extractor", folder.Path, StringComparison.Ordinal)
                .Replace("User=extractor", "User=root", StringComparison.Ordinal));
        }

        folder.Write("pipelines/schedule/nightly.sh", "#!/bin/sh\n");
        Executable(folder["pipelines/schedule/nightly.sh"]);

        var (sound, told) = await RunAsync("systemd-analyze", ["verify", "--man=no", folder["units/extractor-nightly.service"],
            folder["units/extractor-nightly.timer"]]);
        folder.Write("units/extractor-nightly.timer", File.ReadAllText(folder["units/extractor-nightly.timer"])
            .Replace("21:30:00", "21:75:00", StringComparison.Ordinal));
        var (_, faults) = await RunAsync("systemd-analyze", ["verify", "--man=no", folder["units/extractor-nightly.timer"]]);

        Assert.True(sound == 0 && !told.Contains("extractor-nightly", StringComparison.Ordinal), told);
        Assert.Contains("extractor-nightly.timer", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sbatch_TheNight_RunsInTheCluster()
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

        var command = Sbatch().Match(Page());
        Assert.Equal("pipelines/schedule/nightly.sh", command.Groups[2].Value);
        Prepare();
        Directory.CreateDirectory(folder["cluster"]);
        await using var cluster = await SlurmCluster.StartAsync(folder["cluster"]);

        var job = await cluster.RunAsync("sbatch", ["--parsable", command.Groups[1].Value.Replace("21:30", "now", StringComparison.Ordinal),
            Path.Combine(OwnCorpus.Root, command.Groups[2].Value)],
            new Dictionary<string, string>
            {
                ["EXTRACTOR_ROOT"] = folder.Path,
                ["EXTRACTOR_CONTACT"] = "mailto:a@example.cn",
                ["EXTRACTOR"] = folder["extractor"],
            });
        await cluster.WaitForAsync([job]);

        Assert.Equal(["fetch", "run"], File.ReadLines(folder["calls"]).Select(static line => line.Split(' ')[0]));
    }

    /// <summary>A program that says what it was asked, and a publisher that has been harvested.</summary>
    private void Prepare()
    {
        folder.Write("data/archive/440300/manifest.csv", string.Empty);
        Executable(folder.Write("extractor", $"#!/bin/sh\necho \"$@\" >> {folder["calls"]}\n"));
    }

    private static void Executable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private static string Page()
    {
        var text = File.ReadAllText(Path.Combine(OwnCorpus.Root, "README.md"));
        var start = text.IndexOf("\n## Nightly\n", StringComparison.Ordinal);
        return text[start..text.IndexOf("\n## ", start + 4, StringComparison.Ordinal)];
    }

    private static string Snippet(string language) =>
        Regex.Match(Page(), $"```{language}\n(.*?)```", RegexOptions.Singleline) is { Success: true } match ? match.Groups[1].Value
            : throw new InvalidOperationException($"the page has no {language}");

    private static async Task<(int ExitCode, string Told)> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }

    [GeneratedRegex(@"`(\d{6},\w+,[^`]+)`")]
    private static partial Regex Acknowledgement();

    [GeneratedRegex(@"SELECT (.+?) FROM (\w+)(?: WHERE| ORDER BY)?(.*?)(?: DESC)?;", RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"`sbatch (\S+) (\S+)`")]
    private static partial Regex Sbatch();
}
