using System.Diagnostics;

namespace Extractor.Cli.Tests;

public sealed class DeterminismTests : IDisposable
{
    private const int Interrupted = 130;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_AnyNumberOfWorkers_SameBytes()
    {
        var reference = await RunAsync("one", "--workers", "1");

        foreach (var workers in (string[])["2", "5"])
        {
            Assert.Equal(reference, await RunAsync("of" + workers, "--workers", workers));
        }
    }

    [Fact]
    public async Task Run_FromStoredArtifacts_SameBytesAsFromTheFiles()
    {
        var reference = await RunAsync("first");

        Assert.Equal(reference, await RunAsync("second", "--store", folder["first.store"]));
        Assert.Equal(reference, await RunAsync("first"));
    }

    [Fact]
    public async Task Run_DamagedArtifacts_AreMadeAgain()
    {
        var reference = await RunAsync("whole");
        foreach (var (path, index) in Directory.GetFiles(folder["whole.store"], "*.gz", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(static (path, index) => (path, index)))
        {
            var bytes = await File.ReadAllBytesAsync(path);
            await File.WriteAllBytesAsync(path, (index % 3) switch { 0 => [], 1 => bytes[..(bytes.Length / 2)], _ => bytes });
        }

        Assert.Equal(reference, await RunAsync("again", "--store", folder["whole.store"]));
    }

    [Fact]
    public async Task Run_KilledAtRandomMoments_RestartEndsTheSame()
    {
        var watch = Stopwatch.StartNew();
        using (var whole = Start("whole"))
        {
            await whole.WaitForExitAsync();
            Assert.True(whole.ExitCode is 0 or 1, $"exit code {whole.ExitCode}");
        }

        var length = watch.Elapsed;
        var random = new Random(17);
        var kills = 0;
        for (var turn = 0; turn < 8; turn++)
        {
            using var process = Start("killed");
            if (turn == 0)
            {
                // The first kill comes while it surely works, however much faster this run is than the one measured.
                await process.StandardError.ReadLineAsync();
            }
            else
            {
                await Task.Delay(length * (0.1 + (0.9 * random.NextDouble())));
            }

            kills += process.HasExited ? 0 : 1;
            process.Kill();
            await process.WaitForExitAsync();
        }

        using var last = Start("killed");
        await last.WaitForExitAsync();

        Assert.True(kills > 0);
        Assert.Equal(OwnCorpus.HashesOf(folder["whole"]), OwnCorpus.HashesOf(folder["killed"]));
    }

    [Fact]
    public async Task Run_Interrupted_EndsOrderlyWithItsOwnExitCode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with 'kill'");
        using var process = Start("interrupted");
        var told = await process.StandardError.ReadLineAsync();
        Assert.EndsWith(folder["interrupted"], told, StringComparison.Ordinal);
        var listed = await process.StandardError.ReadLineAsync();
        Assert.EndsWith("files", listed, StringComparison.Ordinal);

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(Interrupted, process.ExitCode);
        Assert.Contains("stopped", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["interrupted/documents"]));
    }

    private async Task<IReadOnlyDictionary<string, string>> RunAsync(string name, params string[] more)
    {
        string[] store = more.Contains("--store", StringComparer.Ordinal) ? [] : ["--store", folder[name + ".store"]];
        var run = await CommandRun.OfAsync(["run", OwnCorpus.Demo, "--out", folder[name], .. store, .. more]);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        var hashes = OwnCorpus.HashesOf(folder[name]);
        Assert.NotEmpty(hashes);
        return hashes;
    }

    private Process Start(string name)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "Extractor.Cli.dll"), "run", OwnCorpus.Demo,
            "--out", folder[name], "--store", folder[name + ".store"]])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }
}
