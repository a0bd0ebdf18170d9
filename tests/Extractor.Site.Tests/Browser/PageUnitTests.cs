using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Extractor.Site.Tests.Browser;

/// <summary>What the pages reckon, without a browser: <c>tests/Extractor.Site.Tests/web</c>, run by vitest.</summary>
public sealed class PageUnitTests
{
    [Fact]
    public async Task Run_UnitTestsOfThePages_AllPass()
    {
        var folder = Path.Combine(SourceFolder(), "web");
        var program = Path.Combine(folder, "node_modules", "vitest", "vitest.mjs");
        Assert.SkipUnless(File.Exists(program), "vitest is not installed: run `npm ci` in tests/Extractor.Site.Tests/web.");

        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[program, "run", "--no-color"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output + await error);
    }

    private static string SourceFolder([CallerFilePath] string path = "") =>
        Path.GetDirectoryName(Path.GetDirectoryName(path))!;
}
