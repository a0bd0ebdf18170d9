using System.Globalization;

namespace Extractor.Benchmarks.Runs;

/// <summary>One run over very many documents: does its memory grow with them?</summary>
internal static class ScaleBenchmark
{
    /// <summary>Points of the printed curve.</summary>
    private const int Points = 20;

    private const double Megabyte = 1024 * 1024;

    public static int Run(BenchmarkOptions options)
    {
        var scratch = Path.GetFullPath(options.Text("--scratch") ?? Path.Combine(Path.GetTempPath(), "extractor-scale"));
        var documents = options.Number("--documents") ?? 20_000;
        var folder = Path.Combine(scratch, string.Create(CultureInfo.InvariantCulture, $"in-{documents}"));
        foreach (var earlier in ((string[])["out", "store"]).Select(name => Path.Combine(scratch, name)).Where(Directory.Exists))
        {
            Directory.Delete(earlier, recursive: true);
        }

        var pages = RepeatedCorpus.Write(options.All("--corpus", "corpus"), folder, documents);
        Tell($"{documents} documents, {pages} pages");
        string[] places = ["--folder", folder, "--out", Path.Combine(scratch, "out"), "--store", Path.Combine(scratch, "store")];
        string[] workers = options.Number("--workers") is { } count ? ["--workers", count.ToString(CultureInfo.InvariantCulture)] : [];
        Print("first run", ObservedRun.Of([.. places, .. workers]));
        Print("second run, nothing stale", ObservedRun.Of([.. places, .. workers]));
        return 0;
    }

    private static void Print(string name, ObservedRun run)
    {
        Tell($"{name}: {run.Elapsed.TotalSeconds:F0} s, {run.Processor.TotalSeconds:F0} s of processor, peak " +
            $"{run.PeakWorkingSet / Megabyte:F0} MB, exit code {run.Summary.GetProperty("exit_code").GetInt32()}");
        var step = Math.Max(1, run.Samples.Count / Points);
        foreach (var sample in run.Samples.Where((_, index) => index % step == 0))
        {
            Tell($"  {100 * sample.At / run.Elapsed,3:F0} % {sample.At.TotalSeconds,7:F0} s {sample.WorkingSet / Megabyte,6:F0} MB  " +
                $"{sample.Told}");
        }
    }

    private static void Tell(string line) => Console.WriteLine(line);
}
