using Extractor.Publishing;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Facts;
using Extractor.Publishing.Storage;

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
        var documents = PublishingRounds.Read(folder);
        if (documents.Count == 0)
        {
            Console.Error.WriteLine($"No PDF below {folder}.");
            return 2;
        }

        return PublishingRounds.Within(rounds => Measure(documents, rounds));
    }

    private static int Measure(IReadOnlyCollection<PublishableDocument> documents, string rounds)
    {
        var (whole, facts, reading) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            whole = Math.Min(whole, PublishingRounds.Measure(rounds, output =>
                DatasetPublisher.Publish(new PublicationSource("1", documents, [], [], []), output, 1, CancellationToken.None)));
            facts = Math.Min(facts, PublishingRounds.Measure(rounds, output => PublishFacts(documents, output)));
            reading = Math.Min(reading, PublishingRounds.Measure(rounds, _ => Array.ForEach([.. documents], static document =>
                FactsOfDocument.Of(document, document.Load()))));
        }

        Console.WriteLine($"{documents.Count} documents: publishing {whole:F2} s of processor time, of these facts {facts:F2} s (reading " +
            $"lines {reading:F2}, writing {facts - reading:F2}): they add {facts / (whole - facts):P1}");
        return 0;
    }

    private static void PublishFacts(IEnumerable<PublishableDocument> documents, string output)
    {
        var rows = new List<PartitionRowGroups>();
        foreach (var partition in documents.GroupBy(PartitionKey.Of)
            .OrderBy(static partition => partition.Key.Folder, StringComparer.Ordinal))
        {
            var facts = new PartitionFacts(partition.Key, 1);
            foreach (var document in partition)
            {
                if (FactsOfDocument.Of(document, document.Load()) is { } found)
                {
                    facts.Add(found);
                }
            }

            rows.AddRange(facts.Write(output));
        }

        foreach (var schema in DatasetSchemas.All.Where(static schema => schema.Layout == DatasetLayout.Merged))
        {
            MergedFiles.Write(schema, [.. rows.Where(part => part.Dataset == schema.Name)], output, "1", static file => file);
        }
    }
}
