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
/// What each stage costs of the processor and in allocations, on one thread, beside pdftotext in turns; and how many of the
/// decimal numbers printed on table pages the tables hold. All files are read once before, so that neither the start of the
/// runtime nor the disk is measured. Of several turns the cheapest counts: what other programs do only adds.
/// </summary>
internal static class StageBenchmark
{
    private const int Turns = 3;

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
        var words = new DecimalWords();
        var pages = files.Sum(file => Measure(file, normalizer, new StageCost(Stages.Length), words));
        var cheapest = new StageCost(0);
        var tool = double.PositiveInfinity;
        var turns = options.Number("--turns") ?? Turns;
        for (var turn = 0; turn < turns; turn++)
        {
            var cost = new StageCost(Stages.Length);
            foreach (var file in files)
            {
                Measure(file, normalizer, cost, null);
            }

            cheapest = turn == 0 || cost.Seconds < cheapest.Seconds ? cost : cheapest;
            if (!options.Has("--without-tools"))
            {
                tool = Math.Min(tool, ExternalTool.Pdftotext.ReadAll(files).Processor);
            }
        }

        Print($"{files.Length} files, {pages} pages, one thread, warm; seconds of the processor, the cheapest of {turns} turns");
        for (var stage = 0; stage < Stages.Length; stage++)
        {
            var seconds = cheapest.SecondsOf(stage);
            Print($"  {Stages[stage],-22} {seconds,7:F2} s  {seconds / cheapest.Seconds,6:P1}  {seconds * 1000 / pages:F2} ms a page  " +
                $"{cheapest.BytesOf(stage) / 1e3 / pages,6:F0} kB a page");
        }

        var extracting = cheapest.Seconds - cheapest.SecondsOf(Stages.Length - 1);
        Print($"extracting               {extracting,7:F2} s; normalizing takes {(cheapest.Seconds / extracting) - 1:F2} of it");
        if (double.IsFinite(tool))
        {
            Print($"{ExternalTool.Pdftotext.Name}          {tool,7:F2} s; extracting takes {extracting / tool:F2} of it, all stages " +
                $"{cheapest.Seconds / tool:F2}");
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

    /// <param name="words">Null where the numbers are not to be counted.</param>
    /// <returns>Pages that were read.</returns>
    private static int Measure(string path, DocumentNormalizer normalizer, StageCost cost, DecimalWords? words)
    {
        var bytes = File.ReadAllBytes(path);
        var name = Path.GetFileName(path);
        var file = new FetchedFile(DocumentId.Of(bytes), path, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
        cost.Begin();
        var opened = OpenedFile.Open(bytes, []);
        var printed = new List<(int Page, PrintedWord[] Words)>();
        List<PageFind>? finds = [];
        for (var number = 1; number <= (opened.Document?.PageCount ?? 0); number++)
        {
            try
            {
                var layout = PageLayoutReader.Read(opened.Document!.GetPage(number));
                cost.End(0);
                finds.Add(PageTableFinder.Find(layout));
                cost.End(1);
                if (words is not null)
                {
                    printed.Add((number, DecimalWords.Of(layout)));
                    cost.Begin();
                }
            }
            catch (PdfException exception)
            {
                finds.Add(PageFind.Failed(number, 0, 0, 0, exception.Message));
                cost.End(0);
            }
        }

        if (finds.Count == 0)
        {
            cost.End(0);
            return 0;
        }

        var document = DocumentExtractor.Compose(file, opened.MediaType, opened.Document!.Information.Producer, finds);
        opened = default;
        finds = null;
        cost.End(2);
        normalizer.Normalize(document);
        cost.End(3);
        foreach (var (page, onPage) in printed)
        {
            words?.Add(document, page, onPage, path);
        }

        return document.Pages.Length;
    }

    private static void Print(string text) => Console.WriteLine(text);
}
