
namespace Extractor.Benchmarks.Runs;

/// <summary>
/// How much sooner two cores are done than one: whole runs from an empty store, one after the other. The corpus is
/// repeated, so that start and end, where there is nothing to divide, do not hide the rest.
/// </summary>
internal static class SpeedUpBenchmark
{
    public static int Run(BenchmarkOptions options)
    {
        var scratch = Directory.CreateTempSubdirectory("extractor-speed-up-").FullName;
        try
        {
            var documents = Path.Combine(scratch, "in");
            var pages = RepeatedCorpus.WriteCopies(Path.GetFullPath(options.Text("--corpus") ?? "corpus"), documents,
                options.Number("--copies") ?? 3);
            Tell($"{pages:N0} pages");
            string[] RunOf(string name, string workers) =>
                ["--folder", documents, "--store", Path.Combine(scratch, name, "store"), "--out", Path.Combine(scratch, name, "out"),
                "--workers", workers];
            var core = Print("one worker, one core", ObservedRun.OnOneCore(RunOf("core", "1")));
            var one = Print("one worker, two cores", ObservedRun.Of(RunOf("one", "1")));
            var two = Print("two workers, two cores", ObservedRun.Of(RunOf("two", "2")));
            Tell($"two cores against one: {core.Elapsed / two.Elapsed:F2}; two workers against one: {one.Elapsed / two.Elapsed:F2}");
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return 0;
    }

    private static ObservedRun Print(string name, ObservedRun run)
    {
        Tell($"{name}: {run.Elapsed.TotalSeconds:F1} s, {run.Processor.TotalSeconds:F1} s of processor, {run.Processor / run.Elapsed:F2} " +
            $"cores busy, peak {run.PeakWorkingSet / 1e6:F0} MB");
        return run;
    }

    private static void Tell(string line) => Console.WriteLine(line);
}
