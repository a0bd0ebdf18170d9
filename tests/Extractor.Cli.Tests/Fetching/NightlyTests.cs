using System.Diagnostics;

namespace Extractor.Cli.Tests.Fetching;

/// <summary><c>pipelines/schedule/nightly.sh</c> with a program that says what it is asked and ends as the test says.</summary>
public sealed class NightlyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0, 0, 0, "fetch run")]
    [InlineData(1, 0, 1, "fetch run")]
    [InlineData(0, 1, 0, "fetch run")]
    [InlineData(4, 1, 4, "fetch run")]
    [InlineData(3, 0, 3, "fetch")]
    [InlineData(2, 0, 2, "fetch")]
    public async Task Nightly_FetchAndRun_WorseExitCodeAndNoRunOverAnUnsoundArchive(int fetched, int ran, int expected, string called)
    {
        Prepare(fetched, ran);

        Assert.Equal(expected, await NightAsync());

        Assert.Equal(called, string.Join(' ', File.ReadLines(folder["calls"]).Select(static line => line.Split(' ')[0])));
        Assert.StartsWith("fetch pipelines/publishers --archive data/archive --contact mailto:a@example.cn", File.ReadLines(folder["calls"])
            .First(), StringComparison.Ordinal);
        Assert.Equal(called.EndsWith("run", StringComparison.Ordinal), File.Exists(folder["data/nightly.yaml"]) &&
            File.ReadAllText(folder["data/nightly.yaml"]).Contains("archive: archive/440300", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nightly_AnotherNightIsAtWork_EndsWith75AndDoesNothing()
    {
        Prepare(0, 0);
        // The lock of a night under way, held by a process of its own.
        using var night = Process.Start(new ProcessStartInfo("flock",
            [folder["data/nightly.lock"], "sh", "-c", "echo locked; cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        })!;
        Assert.Equal("locked", await night.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        Assert.Equal(75, await NightAsync());
        Assert.False(File.Exists(folder["calls"]));

        night.StandardInput.Close();
        await night.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await NightAsync());
    }

    private void Prepare(int fetched, int ran)
    {
        folder.Write("data/archive/440300/manifest.csv", string.Empty);
        var program = folder.Write("extractor",
            $"#!/bin/sh\necho \"$@\" >> {folder["calls"]}\n[ \"$1\" = fetch ] && exit {fetched}\nexit {ran}\n");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "nightly.sh is for Unix.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private async Task<int> NightAsync()
    {
        var start = new ProcessStartInfo("sh",
            [Path.Combine(OwnCorpus.Root, "pipelines", "schedule", "nightly.sh")])
        { RedirectStandardError = true };
        start.Environment["EXTRACTOR_ROOT"] = folder.Path;
        start.Environment["EXTRACTOR_CONTACT"] = "mailto:a@example.cn";
        start.Environment["EXTRACTOR"] = folder["extractor"];
        using var process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
