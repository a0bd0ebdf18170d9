using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Extractor.Publishing;

namespace Extractor.Benchmarks.Stages;

/// <summary>
/// What publishing costs beside DuckDB's <c>COPY</c> of the same tables, each on one thread, in processor time; the least of several
/// rounds, none of which deletes a file. Ours makes the rows, derives the facts, writes, hashes, reads back and checks; DuckDB writes
/// tables that it has in memory. Two comparisons are printed: into one file a table, which has the fewest files, and into the same
/// partitions, which has the files that ours has.
/// </summary>
internal static class PublishingBenchmark
{
    private const int Rounds = 7;

    public static int Run(BenchmarkOptions options)
    {
        var folder = options.Text("--corpus") ?? "../shared/corpus";
        var readers = options.Text("--readers") ?? Path.Combine("tests", "Extractor.Parquet.Tests", "readers");
        var documents = PublishingRounds.Read(folder);
        if (documents.Count == 0)
        {
            Console.Error.WriteLine($"No PDF below {folder}.");
            return 2;
        }

        return PublishingRounds.Within(rounds => Measure(documents, rounds, options.Has("--without-tools") ? null : readers));
    }

    /// <param name="readers">Where DuckDB is installed; null where it is not to be run.</param>
    private static int Measure(IReadOnlyCollection<PublishableDocument> documents, string rounds, string? readers)
    {
        var (ours, files, bytes, allocated, theirs) = (double.MaxValue, 0, 0L, 0L, default(JsonElement));
        for (var round = 1; round <= Rounds; round++)
        {
            var isLast = round == Rounds;
            ours = Math.Min(ours, PublishingRounds.Measure(
                rounds,
                output =>
                {
                    var before = GC.GetTotalAllocatedBytes(precise: true);
                    DatasetPublisher.Publish(new PublicationSource("1", documents, [], [], []), output, 1, CancellationToken.None);
                    allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
                },
                output =>
                {
                    List<FileInfo> published = [.. new DirectoryInfo(output).EnumerateFiles("*.parquet", SearchOption.AllDirectories)];
                    (files, bytes) = (published.Count, published.Sum(static file => file.Length));
                    if (isLast && readers is not null)
                    {
                        theirs = Copy(readers, output);
                    }
                }));
        }

        Tell($"ours: {ours:F2} s of processor, {files} files, {bytes / 1e6:F1} MB; {allocated / 1e6:F0} MB allocated");
        if (theirs.ValueKind == JsonValueKind.Object)
        {
            Tell($"DuckDB {theirs.GetProperty("version")}, {theirs.GetProperty("tables")} tables, {theirs.GetProperty("rows")} rows");
            Compare("one file a table", theirs.GetProperty("whole"), ours);
            Compare("by the same partitions", theirs.GetProperty("partitioned"), ours);
        }

        return 0;
    }

    private static void Compare(string name, JsonElement theirs, double ours)
    {
        var seconds = theirs.GetProperty("cpuSeconds").GetDouble();
        Tell($"COPY, {name}: {seconds:F2} s of processor, {theirs.GetProperty("files")} files, " +
            $"{theirs.GetProperty("bytes").GetInt64() / 1e6:F1} MB; publishing takes {ours / seconds:F2} of it");
    }

    private static JsonElement Copy(string readers, string publication)
    {
        var output = Directory.CreateTempSubdirectory("copied").FullName;
        try
        {
            var start = new ProcessStartInfo("node",
                ["copy-tables.mjs", publication, output, Rounds.ToString(CultureInfo.InvariantCulture)])
            {
                WorkingDirectory = readers,
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? JsonDocument.Parse(printed).RootElement
                : throw new InvalidOperationException("DuckDB did not run: `npm ci` in the readers folder first.");
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static void Tell(string line) => Console.WriteLine(line);
}
