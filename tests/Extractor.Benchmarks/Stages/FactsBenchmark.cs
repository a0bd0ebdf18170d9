using System.Diagnostics;
using Extractor.Extracting;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Publishing;
using Extractor.Publishing.Facts;

namespace Extractor.Benchmarks.Stages;

/// <summary>
/// What the facts add to publishing: processor time on one worker of a whole publication over all PDFs of a folder, and of its
/// facts alone; the least of several rounds each, so that neither the start of the runtime nor other work on the machine is measured.
/// </summary>
internal static class FactsBenchmark
{
    private const int Rounds = 5;

    public static int Run(BenchmarkOptions options)
    {
        var folder = options.Text("--corpus") ?? "../shared/corpus";
        var documents = Read(folder);
        if (documents.Count == 0)
        {
            Console.Error.WriteLine($"No PDF below {folder}.");
            return 2;
        }

        var (whole, facts, reading) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            whole = Math.Min(whole, Measure(output => DatasetPublisher.Publish(new PublicationSource("1", documents, [], [], []), output, 1,
                CancellationToken.None)));
            facts = Math.Min(facts, Measure(output => PublishFacts(documents, output)));
            reading = Math.Min(reading, Measure(_ => Array.ForEach([.. documents], static document =>
                FactsOfDocument.Of(document, document.Load()))));
        }

        Console.WriteLine($"{documents.Count} documents: publishing {whole:F2} s of processor time, of these facts {facts:F2} s (reading " +
            $"lines {reading:F2}, writing {facts - reading:F2}): they add {facts / (whole - facts):P1}");
        return 0;
    }

    private static void PublishFacts(IEnumerable<PublishableDocument> documents, string output)
    {
        foreach (var partition in documents.GroupBy(PartitionKey.Of))
        {
            var facts = new PartitionFacts(partition.Key, 1);
            foreach (var document in partition)
            {
                if (FactsOfDocument.Of(document, document.Load()) is { } found)
                {
                    facts.Add(found);
                }
            }

            facts.Publish(output, "1");
        }
    }

    private static double Measure(Action<string> publish)
    {
        var output = Directory.CreateTempSubdirectory("facts").FullName;
        try
        {
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            publish(output);
            process.Refresh();
            return (process.TotalProcessorTime - before).TotalSeconds;
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static IReadOnlyCollection<PublishableDocument> Read(string folder)
    {
        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        return [.. Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(path =>
            {
                var bytes = File.ReadAllBytes(path);
                var name = Path.GetFileName(path);
                var file = new FetchedFile(DocumentId.Of(bytes), path, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
                var document = normalizer.Normalize(DocumentExtractor.Extract(file, bytes, CancellationToken.None));
                return Entry(document);
            }).DistinctBy(static document => document.Id)];
    }

    private static PublishableDocument Entry(NormalizedDocument document) => new(
        document.Extracted.File.Id, document.Identity.FiscalYear, document.Identity.DivisionCode, document.Extracted.Pages.Length, "1",
        null, () => document);
}
