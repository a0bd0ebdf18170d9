using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Extractor.Cli.Tests;

/// <summary>The program as it is handed out: built apart from the tests, installed and run outside the repository.</summary>
public sealed class PackagingTests(PackagingTests.BuildFolder build) : IClassFixture<PackagingTests.BuildFolder>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Tool_InstalledFromItsPackage_PublishesWhatTheProjectDoes()
    {
        await DotnetAsync("pack", "--output", folder["packages"]);
        var package = Assert.Single(Directory.GetFiles(folder["packages"], "*.nupkg"));
        Assert.StartsWith("Extractor.Cli.", Path.GetFileName(package), StringComparison.Ordinal);
        var (exitCode, told) = await RunAsync("dotnet",
            ["tool", "install", "Extractor.Cli", "--tool-path", folder["tools"], "--source", folder["packages"]]);
        Assert.True(exitCode == 0, told);

        await PublishesAsync(folder["tools/extractor"]);
    }

    [Fact]
    public async Task SingleFile_RunAlone_PublishesWhatTheProjectDoes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "built for linux-x64");
        await DotnetAsync("publish", "--runtime", "linux-x64", "--self-contained", "-p:PublishSingleFile=true", "--output",
            folder["published"]);
        var file = Assert.Single(Directory.GetFiles(folder["published"]));
        File.Move(file, folder["extractor"]);

        await PublishesAsync(folder["extractor"]);
    }

    private async Task PublishesAsync(string program)
    {
        folder.Copy(Path.Combine(OwnCorpus.Root, "corpus"), "in", "*.pdf");
        var own = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["own"]);
        Assert.Equal(OwnCorpus.EndOf(own), own.ExitCode);

        var (exitCode, told) = await RunAsync(program, ["run", "--folder", "in", "--out", "out"]);

        Assert.True(exitCode == own.ExitCode, told);
        Assert.Equal(OwnCorpus.HashesOf(folder["own"]), OwnCorpus.HashesOf(folder["out"]));
    }

    private async Task DotnetAsync(string command, params IEnumerable<string> more)
    {
        var (exitCode, told) = await RunAsync(
            "dotnet",
            [command, Path.Combine(OwnCorpus.Root, "src", "Extractor.Cli"), "--configuration", "Release", "--artifacts-path", build.Path,
                "--nologo", "-nodeReuse:false", .. more]);
        Assert.SkipWhen(told.Contains("NU1301", StringComparison.Ordinal), "the package registry cannot be reached");
        Assert.True(exitCode == 0, told);
    }

    private async Task<(int ExitCode, string Told)> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path
        };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToList())
        {
            start.Environment.Remove(name);
        }

        // Where the runtime lies that runs this test.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var error = process.StandardError.ReadToEndAsync();
        var told = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, told);
    }

    /// <summary>Where both are built, so that the second finds what the first has compiled.</summary>
    public sealed class BuildFolder : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public string Path => folder.Path;

        public void Dispose() => folder.Dispose();
    }
}
