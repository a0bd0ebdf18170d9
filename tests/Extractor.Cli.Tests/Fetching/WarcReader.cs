using System.Diagnostics;
using System.Text.Json;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>A WARC record as warcio (npm) reads it, after it has checked digests, lengths and references.</summary>
internal sealed record WarcRecord(string Type, string? Url, string Date, string? Truncated, int? Status, long Length);

/// <summary>The reader of others: <c>tests/Extractor.Cli.Tests/readers</c>, after <c>npm ci</c>.</summary>
internal static class WarcReader
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private static string Folder { get; } = Path.Combine(OwnCorpus.Root, "tests", "Extractor.Cli.Tests", "readers");

    public static void SkipUnlessInstalled() => Assert.SkipUnless(
        Directory.Exists(Path.Combine(Folder, "node_modules", "warcio")),
            "warcio is not installed: run `npm ci` in tests/Extractor.Cli.Tests/readers.");

    /// <summary>The records of all WARC files of a publisher's archive; the test fails where warcio finds anything wrong.</summary>
    public static async Task<IReadOnlyList<WarcRecord>> ReadAsync(string archive)
    {
        var files = Directory.GetFiles(Path.Combine(archive, "warc")).Order(StringComparer.Ordinal);
        Assert.All(files, static file => Assert.EndsWith(".warc.gz", file, StringComparison.Ordinal));
        var start = new ProcessStartInfo("node", ["warc.mjs", .. files])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return JsonSerializer.Deserialize<List<WarcRecord>>(output, Format)!;
    }
}
