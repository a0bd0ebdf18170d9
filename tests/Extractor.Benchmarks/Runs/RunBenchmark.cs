using Extractor.Benchmarks.Pdf;

namespace Extractor.Benchmarks.Runs;

/// <summary>
/// The whole run, from files to Parquet with an empty store and the start of the process, beside pdftotext over the same files in
/// turns. Seconds are of the processor and the cheapest of the turns counts: what other programs do only adds. With
/// <c>--program FILE</c> it is the published single file that runs, and otherwise the build of these benchmarks.
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
            var program = options.Text("--program");
            var (own, clock, tool, pages, peak) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 0.0, 0L);
            for (var turn = 0; turn < turns; turn++)
            {
                var place = Path.Combine(scratch, "turn");
                string[] arguments = ["--folder", corpus, "--store", Path.Combine(place, "store"), "--out", Path.Combine(place, "out"),
                    "--workers", workers];
                var run = program is null ? ObservedRun.Of(arguments) : ObservedRun.OfProgram(program, arguments);
                Directory.Delete(place, recursive: true);
                own = Math.Min(own, run.Processor.TotalSeconds);
                clock = Math.Min(clock, run.Elapsed.TotalSeconds);
                tool = Math.Min(tool, ExternalTool.Pdftotext.ReadAll(files).Processor);
                pages = run.Summary.GetProperty("pages").GetDouble();
                peak = Math.Max(peak, run.PeakWorkingSet);
            }

            var built = program is null ? "framework-dependent build" : "published program";
            Console.WriteLine($"{files.Length} files, {pages:N0} pages, {workers} worker(s), {built}, start included; seconds of the " +
                $"processor, the cheapest of {turns} turns");
            Console.WriteLine($"run {own:F2} s ({clock:F2} s by the clock), {ExternalTool.Pdftotext.Name} {tool:F2} s: {own / tool:F2} " +
                $"of it; peak {peak / 1e6:F0} MB");
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return 0;
    }
}
