using Extractor.Benchmarks.Pdf;

namespace Extractor.Benchmarks.Runs;

/// <summary>
/// The whole run, from files to Parquet with an empty store and the start of the process, beside pdftotext over the same files in
/// turns. Seconds are of the processor and the cheapest of the turns counts: what other programs do only adds.
/// </summary>
internal static class RunBenchmark
{
    private const int Turns = 3;

    public static int Run(BenchmarkOptions options)
    {
        var corpus = Path.GetFullPath(options.Text("--corpus") ?? "../shared/corpus");
        var scratch = Directory.CreateTempSubdirectory("extractor-run-").FullName;
        try
        {
            string[] files = [.. Directory.EnumerateFiles(corpus, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
            var workers = options.Text("--workers") ?? "1";
            var turns = options.Number("--turns") ?? Turns;
            var (own, tool, pages, peak) = (double.PositiveInfinity, double.PositiveInfinity, 0.0, 0L);
            for (var turn = 0; turn < turns; turn++)
            {
                var place = Path.Combine(scratch, "turn");
                var run = ObservedRun.Of("--folder", corpus, "--store", Path.Combine(place, "store"), "--out", Path.Combine(place, "out"),
                    "--workers", workers);
                Directory.Delete(place, recursive: true);
                own = Math.Min(own, run.Processor.TotalSeconds);
                tool = Math.Min(tool, ExternalTool.Pdftotext.ReadAll(files).Processor);
                pages = run.Summary.GetProperty("pages").GetDouble();
                peak = Math.Max(peak, run.PeakWorkingSet);
            }

            Console.WriteLine($"{files.Length} files, {pages:N0} pages, {workers} worker(s), start included; seconds of the processor, " +
                $"the cheapest of {turns} turns");
            Console.WriteLine($"run {own:F2} s, {ExternalTool.Pdftotext.Name} {tool:F2} s: {own / tool:F2} of it; peak {peak / 1e6:F0} MB");
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return 0;
    }
}
