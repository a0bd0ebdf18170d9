using System.Diagnostics;
using System.Globalization;
using Extractor.Benchmarks.Pdf;

namespace Extractor.Benchmarks.Tables;

/// <summary>
/// Amounts of real budgets that people read from the page: how many of them a tool gives in a cell of its own, with the label of its
/// row, and with the heading of its column too. Only the pages that have such amounts are read.
/// </summary>
internal static class TableBenchmark
{
    public static int Run(BenchmarkOptions options)
    {
        var gold = GoldAmount.Read(options.Text("--gold") ?? "corpus/expectations", options.Text("--corpus") ?? "corpus");
        var expected = gold.Values.Sum(static amounts => amounts.Count);
        if (expected == 0)
        {
            Console.Error.WriteLine("No document of the gold's index lies below the corpus.");
            return 2;
        }

        Console.WriteLine($"{gold.Count} documents, {expected} amounts");
        foreach (var tool in TableTool.All)
        {
            // The own library is read once before, so that its row tells the reading and not the start of the runtime.
            if (tool == TableTool.All[0])
            {
                Measure(tool, gold);
            }

            Console.WriteLine(Measure(tool, gold) ?? $"{tool.Name,-28} not installed");
        }

        return 0;
    }

    private static string? Measure(TableTool tool, SortedDictionary<string, List<GoldAmount>> gold)
    {
        int named = 0, right = 0, pagesRead = 0, expected = 0;
        TableTool.PeakKilobytes = 0;
        var processor = Processor();
        var clock = Stopwatch.StartNew();
        foreach (var (path, amounts) in gold.Where(static document => document.Value.Count > 0))
        {
            int[] pages = [.. amounts.Select(static amount => amount.Page).Distinct().Order()];
            if (tool.Read(path, pages) is not { } tables)
            {
                return null;
            }

            clock.Stop();
            var byPage = tables.ToLookup(static table => table.Page);
            named += amounts.Count(amount => byPage[amount.Page].Any(amount.IsNamedIn));
            right += amounts.Count(amount => byPage[amount.Page].Any(amount.IsReadIn));
            expected += amounts.Count;
            pagesRead += pages.Length;
            clock.Start();
        }

        var peak = TableTool.PeakKilobytes > 0 ? TableTool.PeakKilobytes : TableTool.PeakOf(Environment.ProcessId);
        return string.Create(CultureInfo.InvariantCulture,
            $"{tool.Name,-28} with its row {100.0 * named / expected:F1} %, " +
            $"with row and heading {100.0 * right / expected:F1} % ({right})   " +
            $"{pagesRead / clock.Elapsed.TotalSeconds,7:F0} pages a second   " +
            $"{Processor() - processor,6:F2} s of processor   {peak / 1024,5} MB");
    }

    private static double Processor() =>
        Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds + ExternalTool.ProcessorSecondsOfChildren();
}
