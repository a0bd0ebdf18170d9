using Extractor.Extracting;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Publishing;

namespace Extractor.Benchmarks.Stages;

/// <summary>What benchmarks of publishing have in common: normalized documents in memory, and rounds into folders of their own.</summary>
internal static class PublishingRounds
{
    /// <summary>All PDFs of a folder, read and normalized.</summary>
    public static IReadOnlyCollection<PublishableDocument> Read(string folder)
    {
        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        return [.. Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(path =>
            {
                var bytes = File.ReadAllBytes(path);
                var name = Path.GetFileName(path);
                var file = new FetchedFile(DocumentId.Of(bytes), path, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
                return Entry(normalizer.Normalize(DocumentExtractor.Extract(file, bytes, CancellationToken.None)));
            }).DistinctBy(static document => document.Id)];
    }

    public static PublishableDocument Entry(NormalizedDocument document) => new(
        document.Extracted.File.Id, document.Identity.FiscalYear, document.Identity.DivisionCode, document.Extracted.Pages.Length, "1",
        null, () => document);

    /// <summary>
    /// A folder for the rounds of a benchmark. It is deleted after the last: a file system that goes around names deleted a moment ago
    /// (ext4 without a journal, for five seconds) would let every round pay for the one before it.
    /// </summary>
    public static T Within<T>(Func<string, T> measure)
    {
        var folder = Directory.CreateTempSubdirectory("publishing").FullName;
        try
        {
            return measure(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Seconds of processor that the process spends in <paramref name="publish"/>, which is given a new folder.</summary>
    /// <param name="look">At what is in the folder then.</param>
    public static double Measure(string folder, Action<string> publish, Action<string>? look = null)
    {
        var output = Path.Combine(folder, Path.GetRandomFileName());
        Directory.CreateDirectory(output);
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        publish(output);
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        look?.Invoke(output);
        return seconds;
    }
}
