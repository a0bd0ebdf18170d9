using System.Diagnostics;
using System.Globalization;
using Extractor.Benchmarks.Runs;
using Extractor.Extracting;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Pdf;
using Extractor.Pdf.Tests.Hostile;

namespace Extractor.Benchmarks.Pdf;

/// <summary>
/// Spoiled files through extracting and normalizing, one after the other in one process: does one of them stop it, how long does the
/// slowest take, does memory grow with their number? Half of them come from small files made for it, half from documents of a corpus.
/// With --as-run they are written to a folder and the command line reads them, watched from outside.
/// </summary>
internal static class FuzzBenchmark
{
    private const int Cases = 50_000;

    /// <summary>Documents of a corpus that are spoiled: larger ones take longer and say the same.</summary>
    private const int MostBytes = 500_000;
    private const int MostPages = 30;

    /// <summary>A case that is not done by then hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const int Points = 10;
    private const double Megabyte = 1e6;

    public static int Run(BenchmarkOptions options)
    {
        var cases = options.Number("--cases") ?? Cases;
        var seed = options.Number("--seed") ?? 0;
        List<byte[]> documents = [.. options.All("--corpus", "corpus")
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Where(static path => new FileInfo(path).Length <= MostBytes)
            .Select(File.ReadAllBytes).Where(IsShort)];
        Tell($"{cases} cases from seed {seed}: {SoundFiles.All.Count} made files, {documents.Count} documents");
        byte[] Spoiled(int number) =>
            new Mutator(number, documents.Count == 0 || number % 2 == 0 ? SoundFiles.All : documents).Next();
        return options.Has("--as-run") ? AsRun(cases, seed, Spoiled) : InProcess(cases, seed, Spoiled);
    }

    private static int InProcess(int cases, int seed, Func<int, byte[]> spoiled)
    {
        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        var faults = new List<string>();
        var (complete, partial, quarantined, pages) = (0, 0, 0, 0L);
        var (slowest, slowestCase, most, mostCase) = (TimeSpan.Zero, 0, 0L, 0);
        var liveAtStart = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var began = Stopwatch.GetTimestamp();
        var current = seed;
        using var watch = new Timer(_ =>
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref began)) > Patience)
            {
                // What hangs cannot be asked to end.
                Environment.FailFast($"seed {Volatile.Read(ref current)} is not done after {Patience.TotalSeconds:F0} s");
            }
        }, null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        for (var number = seed; number < seed + cases; number++)
        {
            var bytes = spoiled(number);
            Volatile.Write(ref current, number);
            Volatile.Write(ref began, Stopwatch.GetTimestamp());
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var processor = Environment.CpuUsage.TotalTime;
            var name = string.Create(CultureInfo.InvariantCulture, $"{number}.pdf");
            var file = new FetchedFile(DocumentId.Of(bytes), name, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
            try
            {
                var document = DocumentExtractor.Extract(file, bytes, CancellationToken.None);
                pages += document.Pages.Length;
                complete += document.Status == DocumentStatus.Complete ? 1 : 0;
                partial += document.Status == DocumentStatus.Partial ? 1 : 0;
                quarantined += document.Status == DocumentStatus.Quarantined ? 1 : 0;
                normalizer.Normalize(document);
            }
            catch (Exception exception)
            {
                faults.Add($"seed {number}: {exception}");
            }

            var spent = Environment.CpuUsage.TotalTime - processor;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            (slowest, slowestCase) = spent > slowest ? (spent, number) : (slowest, slowestCase);
            (most, mostCase) = allocated > most ? (allocated, number) : (most, mostCase);
            if ((number - seed + 1) % Math.Max(1, cases / Points) == 0)
            {
                Tell($"  {number - seed + 1,7} cases {clock.Elapsed.TotalSeconds,6:F0} s, working set " +
                    $"{Environment.WorkingSet / Megabyte:F0} MB, heap {GC.GetGCMemoryInfo().TotalCommittedBytes / Megabyte:F0} MB");
            }
        }

        var live = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        Tell($"extracted: {complete} complete, {partial} partial, {quarantined} quarantined; {pages} pages; {faults.Count} faults");
        Tell($"slowest {slowest.TotalSeconds:F2} s of the processor (seed {slowestCase}); most allocated {most / Megabyte:F0} MB " +
            $"(seed {mostCase})");
        Tell($"peak {process.PeakWorkingSet64 / Megabyte:F0} MB; alive {liveAtStart / Megabyte:F0} MB before, " +
            $"{live / Megabyte:F0} MB after");
        foreach (var fault in faults.Take(20))
        {
            Tell(fault);
        }

        return faults.Count == 0 ? 0 : 1;
    }

    private static int AsRun(int cases, int seed, Func<int, byte[]> spoiled)
    {
        var scratch = Directory.CreateTempSubdirectory("extractor-fuzz-").FullName;
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(scratch, "in")).FullName;
            for (var number = seed; number < seed + cases; number++)
            {
                File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D7}.pdf")), spoiled(number));
            }

            var run = ObservedRun.Of("--folder", folder, "--store", Path.Combine(scratch, "store"), "--out", Path.Combine(scratch, "out"),
                "--workers", "1");
            var step = Math.Max(1, run.Samples.Count / Points);
            foreach (var sample in run.Samples.Where((_, index) => index % step == 0))
            {
                Tell($"  {sample.At.TotalSeconds,5:F0} s {sample.WorkingSet / Megabyte,5:F0} MB  {sample.Told}");
            }

            Tell($"{run.Processor.TotalSeconds:F0} s of the processor, peak {run.PeakWorkingSet / Megabyte:F0} MB, exit code " +
                $"{run.Summary.GetProperty("exit_code").GetInt32()}");
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return 0;
    }

    private static bool IsShort(byte[] bytes)
    {
        try
        {
            return PdfDocument.Open(bytes).PageCount is > 0 and <= MostPages;
        }
        catch (PdfException)
        {
            return false;
        }
    }

    private static void Tell(string line) => Console.WriteLine(line);
}
