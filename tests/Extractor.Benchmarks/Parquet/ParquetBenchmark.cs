using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Extractor.Parquet;

namespace Extractor.Benchmarks.Parquet;

/// <summary>
/// The Parquet writer beside DuckDB's, on the same rows in one run, each on one thread: size and write time of every
/// large dataset of a publication, its rows repeated under new hashes up to a number.
/// </summary>
internal static class ParquetBenchmark
{
    private const int Times = 5;

    private static readonly string[] Datasets = ["budget_lines", "cells", "check_members", "checks", "findings", "sections"];

    public static int Run(string[] args)
    {
        string? data = null;
        var rows = 1_000_000;
        var datasets = Datasets;
        var readers = Path.Combine("tests", "Extractor.Parquet.Tests", "readers");
        for (var index = 0; index + 1 < args.Length; index += 2)
        {
            switch (args[index])
            {
                case "--data":
                    data = args[index + 1];
                    break;
                case "--rows":
                    rows = int.Parse(args[index + 1], CultureInfo.InvariantCulture);
                    break;
                case "--dataset":
                    datasets = [args[index + 1]];
                    break;
                case "--readers":
                    readers = args[index + 1];
                    break;
                default:
                    return Usage();
            }
        }

        if (data is null || args.Length % 2 != 0)
        {
            return Usage();
        }

        var folder = Directory.CreateTempSubdirectory("parquet-benchmark").FullName;
        try
        {
            Console.WriteLine("dataset        codec          rows    ours MB  duckdb MB   size   ours s  duckdb s   wall   ours cpu  " +
                "duckdb cpu   cpu");
            foreach (var dataset in datasets)
            {
                var table = RepeatedTable.Load(Path.Combine(data, dataset), rows);
                foreach (var codec in (ParquetCodec[])[ParquetCodec.Snappy, ParquetCodec.Gzip])
                {
                    Compare(dataset, table, codec, folder, readers);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: Extractor.Benchmarks parquet --data PUBLICATION [--rows N] [--dataset NAME] [--readers " +
            "tests/Extractor.Parquet.Tests/readers]");
        return 2;
    }

    private static void Compare(string dataset, RepeatedTable table, ParquetCodec codec, string folder, string readers)
    {
        var ours = Path.Combine(folder, "ours.parquet");
        var (seconds, cpuSeconds) = (double.MaxValue, double.MaxValue);
        for (var time = 0; time < Times; time++)
        {
            GC.Collect();
            var cpu = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            table.Write(ours, codec);
            seconds = Math.Min(seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
            cpuSeconds = Math.Min(cpuSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }

        var theirs = CopyWithDuckDb(readers, ours, Path.Combine(folder, "theirs.parquet"), codec);
        var (bytes, theirBytes) = (new FileInfo(ours).Length, theirs.GetProperty("bytes").GetInt64());
        var (theirSeconds, theirCpu) = (theirs.GetProperty("seconds").GetDouble(), theirs.GetProperty("cpuSeconds").GetDouble());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{dataset,-14} {codec,-8} {table.RowCount,10} {bytes / 1e6,10:F2} {theirBytes / 1e6,10:F2} " +
            $"{(double)bytes / theirBytes,6:F2} {seconds,8:F3} {theirSeconds,9:F3} {seconds / theirSeconds,6:F2} {cpuSeconds,10:F3} " +
            $"{theirCpu,11:F3} {cpuSeconds / theirCpu,5:F2}"));
    }

    private static JsonElement CopyWithDuckDb(string readers, string input, string output, ParquetCodec codec)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = readers, RedirectStandardOutput = true };
        foreach (var argument in (string[])["copy.mjs", input, output, codec.ToString().ToLowerInvariant(),
            Times.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonDocument.Parse(printed).RootElement
            : throw new InvalidOperationException("DuckDB did not run: `npm ci` in the readers folder first.");
    }
}
