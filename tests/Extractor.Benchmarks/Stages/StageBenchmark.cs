using System.Diagnostics;
using Extractor.Benchmarks.Pdf;
using Extractor.Extracting;
using Extractor.Extracting.Reading;
using Extractor.Extracting.Tables;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Pdf;
using Extractor.Tables;

namespace Extractor.Benchmarks.Stages;

/// <summary>
/// What each stage costs on one thread, over all PDFs of a folder, beside pdftotext in the same run; and how many of the
/// decimal numbers printed on table pages the tables hold. All files are read once before, so that neither the start of the
/// runtime nor the disk is measured.
/// </summary>
internal static class StageBenchmark
{
    private static readonly string[] Stages = ["reading pages", "finding tables", "joining and sections", "normalizing"];

    public static int Run(BenchmarkOptions options)
    {
        var folder = options.Text("--corpus") ?? "../shared/corpus";
        string[] files = [.. Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            Console.Error.WriteLine($"No PDF below {folder}.");
            return 2;
        }

        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        foreach (var file in files)
        {
            Measure(file, normalizer, new long[Stages.Length], new DecimalWords());
        }

        var ticks = new long[Stages.Length];
        var words = new DecimalWords();
        var pages = files.Sum(file => Measure(file, normalizer, ticks, words));
        double[] seconds = [.. ticks.Select(static tick => (double)tick / Stopwatch.Frequency)];
        var all = seconds.Sum();
        Print($"{files.Length} files, {pages} pages, one thread, warm");
        for (var stage = 0; stage < Stages.Length; stage++)
        {
            Print($"  {Stages[stage],-22} {seconds[stage],7:F2} s  {seconds[stage] / all,6:P1}  {seconds[stage] * 1000 / pages:F2} ms a " +
                $"page");
        }

        var extracting = seconds[..^1].Sum();
        Print($"extracting               {extracting,7:F2} s; normalizing takes {seconds[^1] / extracting:F2} of it");
        if (!options.Has("--without-tools"))
        {
            var (clock, _) = ExternalTool.Pdftotext.ReadAll(files);
            Print($"{ExternalTool.Pdftotext.Name}          {clock,7:F2} s; extracting takes {extracting / clock:F2} of it, all stages " +
                $"{all / clock:F2}");
        }

        Print($"decimal numbers on table pages: {words.Total}, of these in a table {words.InTables} " +
            $"({(double)words.InTables / Math.Max(words.Total, 1):P3}); cells that hold two of them and nothing else: " +
            $"{words.CellsWithTwo}");
        foreach (var (place, count) in words.Outside.OrderByDescending(static page => page.Value).ThenBy(static page =>
            page.Key, StringComparer.Ordinal).Take(10))
        {
            Print($"  outside: {count} on {place}");
        }

        return 0;
    }

    /// <summary>Pages that were read.</summary>
    private static int Measure(string path, DocumentNormalizer normalizer, long[] ticks, DecimalWords words)
    {
        var bytes = File.ReadAllBytes(path);
        var name = Path.GetFileName(path);
        var file = new FetchedFile(DocumentId.Of(bytes), path, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
        var clock = Stopwatch.GetTimestamp();
        var opened = OpenedFile.Open(bytes, []);
        var printed = new List<(int Page, PrintedWord[] Words)>();
        List<PageFind>? finds = [];
        for (var number = 1; number <= (opened.Document?.PageCount ?? 0); number++)
        {
            try
            {
                var layout = PageLayoutReader.Read(opened.Document!.GetPage(number));
                Lap(0);
                finds.Add(PageTableFinder.Find(layout));
                Lap(1);
                printed.Add((number, DecimalWords.Of(layout)));
                clock = Stopwatch.GetTimestamp();
            }
            catch (PdfException exception)
            {
                finds.Add(PageFind.Failed(number, 0, 0, 0, exception.Message));
                Lap(0);
            }
        }

        if (finds.Count == 0)
        {
            Lap(0);
            return 0;
        }

        var document = DocumentExtractor.Compose(file, opened.MediaType, opened.Document!.Information.Producer, finds);
        opened = default;
        finds = null;
        Lap(2);
        normalizer.Normalize(document);
        Lap(3);
        foreach (var (page, onPage) in printed)
        {
            words.Add(document, page, onPage, path);
        }

        return document.Pages.Length;

        void Lap(int stage)
        {
            var now = Stopwatch.GetTimestamp();
            ticks[stage] += now - clock;
            clock = now;
        }
    }

    private static void Print(string text) => Console.WriteLine(text);
}
