using System.Diagnostics;
using System.Text;

namespace Extractor.Cli.Tests.Fetching;

/// <summary><c>extractor fetch</c> as a process of its own.</summary>
internal static class FetchProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The program as it is built, not its copy beside the tests: that one takes some libraries from the web framework.</summary>
    private static string Program => typeof(ExtractorCommand).Assembly.Location.Replace(
        Path.Combine("tests", "Extractor.Cli.Tests"), Path.Combine("src", "Extractor.Cli"), StringComparison.Ordinal);

    /// <param name="environment">Changes of the environment; null takes a variable away.</param>
    public static Process Start(string definition, string archive, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet",
            [Program, "fetch", definition, "--archive", archive, "--contact", "mailto:test@example.cn"])
        { RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task<(int ExitCode, string Error)> EndOfAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Longest);
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, error);
    }

    /// <summary>
    /// Starts the harvest of one publisher and kills it (SIGKILL) some addresses and some hundred microseconds later, again and
    /// again. It ends when the harvest came to its end, even where the process was killed before it could say so.
    /// </summary>
    /// <param name="archive">Of the publisher.</param>
    /// <returns>How often it was killed, and what the last process said.</returns>
    public static async Task<(int Kills, string Error)> KilledAsync(string definition, string archive, Random moments, int mostAddresses,
        int mostKills)
    {
        var last = LastHarvest();
        for (var kills = 0; ;)
        {
            using var process = Start(definition, Path.GetDirectoryName(archive)!);
            var log = new StringBuilder();
            if (kills < mostKills)
            {
                for (var left = moments.Next(mostAddresses + 1); left >= 0 &&
                    await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; left--)
                {
                    log.AppendLine(line);
                }

                var microseconds = moments.Next(4000);
                for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since).TotalMicroseconds < microseconds;)
                {
                    Thread.SpinWait(20);
                }

                process.Kill();
                kills++;
            }

            var (exitCode, rest) = await EndOfAsync(process);
            log.Append(rest);
            if (LastHarvest() != last && !File.Exists(Path.Combine(archive, "journal.jsonl")))
            {
                return (kills, log.ToString());
            }

            Assert.True(exitCode is 137 or 9 or -1, $"it ended with {exitCode}: {log}");
        }

        DateTime LastHarvest() => File.GetLastWriteTimeUtc(Path.Combine(archive, "harvest.json"));
    }
}
