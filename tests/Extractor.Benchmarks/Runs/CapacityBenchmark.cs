using System.Globalization;

namespace Extractor.Benchmarks.Runs;

/// <summary>
/// What the pages of a country cost, reckoned from one run over real documents. Time is that of the processor, so that
/// the figures hold on a machine that does other work besides.
/// </summary>
internal static class CapacityBenchmark
{
    /// <summary>Published budgets and final accounts of one year: about 19 million pages.</summary>
    private const double PagesOfACountryYear = 19e6;

    private const double Gigabyte = 1e9;

    public static int Run(BenchmarkOptions options)
    {
        var corpus = Path.GetFullPath(options.Text("--corpus") ?? "corpus");
        var scratch = Directory.CreateTempSubdirectory("extractor-capacity-").FullName;
        try
        {
            string[] RunOf(string store, string output, string workers) =>
                ["--folder", corpus, "--store", Path.Combine(scratch, store), "--out", Path.Combine(scratch, output), "--workers", workers];
            var whole = ObservedRun.Of(RunOf("store", "one", "1"));
            var publishing = ObservedRun.Of(RunOf("store", "again", "1"));
            var two = ObservedRun.Of(RunOf("other", "two", "2"));
            var pages = whole.Summary.GetProperty("pages").GetDouble();
            Tell($"{whole.Summary.GetProperty("documents").GetInt32()} documents, {pages:N0} pages");
            Tell($"| figure | a page | {PagesOfACountryYear / 1e6:F0} million pages |");
            Tell($"|---|---|---|");
            Hours("processor, all stages", whole.Processor, pages);
            Hours("of which the job that publishes", publishing.Processor, pages);
            Bytes("source files", BytesOf(corpus), pages);
            Bytes("store", BytesOf(Path.Combine(scratch, "store")), pages);
            Bytes("datasets", BytesOf(Path.Combine(scratch, "one")), pages);
            Tell($"pages a second and core: {pages / whole.Processor.TotalSeconds:F0}; peak memory: {Megabytes(whole)} MB with one " +
                $"worker, {Megabytes(two)} MB with two");
            Tell($"elapsed: {whole.Elapsed.TotalSeconds:F1} s with one worker, {two.Elapsed.TotalSeconds:F1} s with two (the machine may " +
                $"have been busy)");
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return 0;
    }

    private static void Hours(string name, TimeSpan processor, double pages) =>
        Tell($"| {name} | {processor.TotalMilliseconds / pages:F2} ms | {processor.TotalHours / pages * PagesOfACountryYear:F1} hours of " +
            $"one core |");

    private static void Bytes(string name, long bytes, double pages) =>
        Tell($"| {name} | {bytes / pages / 1000:F1} kB | {bytes / pages * PagesOfACountryYear / Gigabyte:F0} GB |");

    private static long BytesOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);

    private static string Megabytes(ObservedRun run) => (run.PeakWorkingSet / 1e6).ToString("F0", CultureInfo.InvariantCulture);

    private static void Tell(string line) => Console.WriteLine(line);
}
