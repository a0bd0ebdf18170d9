using System.Diagnostics;
using System.Globalization;
using Extractor.Pdf;

namespace Extractor.Benchmarks.Pdf;

/// <summary>
/// Reads all glyphs, words, rulings and fills of all pages of a folder of documents, beside pdftotext and mutool in the
/// same run. With --warm all is read once before, so that the start of the runtime is not measured: to compare one
/// thread with two.
/// </summary>
internal static class PdfBenchmark
{
    public static int Run(string[] arguments)
    {
        var folder = Option(arguments, "--corpus") ?? "../shared/corpus";
        var threads = int.Parse(Option(arguments, "--threads") ?? "1", CultureInfo.InvariantCulture);
        var files = Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            Console.Error.WriteLine($"No PDF below {folder}.");
            return 2;
        }

        // Large files first, so that no thread is left with the largest at the end.
        files = [.. files.OrderByDescending(f => new FileInfo(f).Length)];
        if (arguments.Contains("--warm"))
        {
            ReadAll(files, 1);
        }

        var own = ReadAll(files, threads);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Extractor.Pdf, {threads} thread(s): {own.Seconds:F2} s ({own.ProcessorSeconds:F2} s of processor), {own.Pages} pages, " +
            $"{own.Glyphs} glyphs, {own.Words} words, {own.Rulings} rulings, {own.Failures} failures"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {own.Seconds * 1000 / Math.Max(own.Pages, 1):F2} ms a page, {own.AllocatedBytes / Math.Max(own.Pages, 1):N0} bytes " +
            $"allocated a page, peak working set {own.PeakWorkingSet / 1048576.0:F0} MB"));
        if (arguments.Contains("--without-tools"))
        {
            return 0;
        }

        foreach (var tool in (ExternalTool[])[ExternalTool.Pdftotext, ExternalTool.Mutool])
        {
            var (seconds, processorSeconds) = tool.ReadAll(files);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{tool.Name}: {seconds:F2} s ({processorSeconds:F2} s of processor); Extractor.Pdf takes {own.Seconds / seconds:F2} of " +
                $"it (processor {own.ProcessorSeconds / processorSeconds:F2})"));
        }

        return 0;
    }

    private static string? Option(string[] arguments, string name)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    private static Totals ReadAll(string[] files, int threads)
    {
        var totals = new Totals();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var next = -1;
        var workers = new Thread[threads];
        for (var i = 0; i < threads; i++)
        {
            workers[i] = new Thread(() =>
            {
                int at;
                while ((at = Interlocked.Increment(ref next)) < files.Length)
                {
                    ReadOne(files[at], totals);
                }
            });
            workers[i].Start();
        }

        foreach (var worker in workers)
        {
            worker.Join();
        }

        totals.Seconds = clock.Elapsed.TotalSeconds;
        totals.AllocatedBytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        process.Refresh();
        totals.ProcessorSeconds = (process.TotalProcessorTime - processor).TotalSeconds;
        totals.PeakWorkingSet = process.PeakWorkingSet64;
        return totals;
    }

    private static void ReadOne(string file, Totals totals)
    {
        long pages = 0, glyphs = 0, words = 0, rulings = 0, failures = 0;
        try
        {
            var document = PdfDocument.Open(File.ReadAllBytes(file));
            for (var number = 1; number <= document.PageCount; number++)
            {
                try
                {
                    using var content = document.GetPage(number).Read();
                    pages++;
                    glyphs += content.Glyphs.Length;
                    words += content.Words.Length;
                    rulings += content.Rulings.Length;
                }
                catch (PdfException)
                {
                    failures++;
                }
            }
        }
        catch (PdfException e)
        {
            Console.Error.WriteLine(file + ": " + e.Message);
            failures++;
        }

        lock (totals)
        {
            totals.Pages += pages;
            totals.Glyphs += glyphs;
            totals.Words += words;
            totals.Rulings += rulings;
            totals.Failures += failures;
        }
    }

    private sealed class Totals
    {
        public double Seconds { get; set; }

        public double ProcessorSeconds { get; set; }

        public long AllocatedBytes { get; set; }

        public long PeakWorkingSet { get; set; }

        public long Pages { get; set; }

        public long Glyphs { get; set; }

        public long Words { get; set; }

        public long Rulings { get; set; }

        public long Failures { get; set; }
    }
}
