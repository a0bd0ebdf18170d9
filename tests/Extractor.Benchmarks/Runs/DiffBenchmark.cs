using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Extractor.Benchmarks.Pdf;
using Extractor.Benchmarks.Stages;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Publishing;

namespace Extractor.Benchmarks.Runs;

/// <summary>
/// <c>extractor diff</c> of two publications of very many documents that differ in one amount. The documents are those of a folder, again
/// and again under other hashes and in other provinces; of what is not compared they have nothing.
/// </summary>
internal static class DiffBenchmark
{
    private const int Rounds = 3;

    /// <summary>GB/T 2260.</summary>
    private static readonly ImmutableArray<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65",
    ];

    public static int Run(BenchmarkOptions options)
    {
        var folder = options.Text("--corpus") ?? "../shared/corpus";
        var originals = PublishingRounds.Read(folder).Select(static entry => entry.Load())
            .Where(static document => document.Lines.Length > 0).ToList();
        if (originals.Count == 0)
        {
            Console.Error.WriteLine($"No PDF with budget lines below {folder}.");
            return 2;
        }

        var scratch = Directory.CreateTempSubdirectory("extractor-diff-").FullName;
        try
        {
            var (before, after) = (Path.Combine(scratch, "before"), Path.Combine(scratch, "after"));
            List<PublishableDocument> documents =
                [.. Enumerable.Range(0, options.Number("--documents") ?? 4774).Select(index => Copy(originals, index))];
            Publish(documents, before);
            Link(before, after);
            documents[0] = Changed(documents[0].Load());
            Publish(documents, after);
            Tell($"{documents.Count} documents, {documents.Sum(static document => (long)document.Load().Lines.Length)} lines, " +
                $"{documents.DistinctBy(PartitionKey.Of).Count()} partitions; one amount differs");
            for (var round = 1; round <= Rounds; round++)
            {
                var (elapsed, processor) = Diff(before, after);
                Tell($"diff: {elapsed.TotalSeconds:F2} s, {processor:F2} s of processor");
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return 0;
    }

    private static PublishableDocument Copy(List<NormalizedDocument> originals, int index)
    {
        var original = originals[index % originals.Count];
        var copy = index / originals.Count;
        var province = Provinces[copy % Provinces.Length];
        var file = original.Extracted.File with
        {
            Id = DocumentId.Of(BitConverter.GetBytes(index)),
            ArchiveLocation = string.Create(CultureInfo.InvariantCulture, $"{index}.pdf"),
        };
        return PublishingRounds.Entry(original with
        {
            Extracted = original.Extracted with
            {
                File = file,
                Sections = [],
                Tables = [.. original.Extracted.Tables.Select(static table => table with { Cells = [] })],
            },
            Identity = original.Identity with
            {
                DivisionCode = original.Identity.DivisionCode is { } code ? province + code[2..] : null,
                FiscalYear = original.Identity.FiscalYear - (copy / Provinces.Length),
            },
            Projects = [],
            Indicators = [],
            Sections = [],
            StatedFigures = [],
            Checks = [],
            Findings = [],
        });
    }

    private static PublishableDocument Changed(NormalizedDocument document) => PublishingRounds.Entry(document with
    {
        Lines = document.Lines.SetItem(0, document.Lines[0] with { AmountYuan = document.Lines[0].AmountYuan + 1 }),
    }) with
    {
        ArtifactKey = "2",
    };

    private static void Publish(List<PublishableDocument> documents, string output) => DatasetPublisher.Publish(
        new PublicationSource("1", documents, [], [], []), output, Environment.ProcessorCount, CancellationToken.None);

    /// <summary>The publication once more, so that the next one takes over what has not changed, as a nightly run does.</summary>
    private static void Link(string publication, string copy)
    {
        using var process = Process.Start("cp", ["--archive", "--link", publication, copy]);
        process.WaitForExit();
    }

    private static (TimeSpan Elapsed, double Processor) Diff(string before, string after)
    {
        var start = new ProcessStartInfo("dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "Extractor.Cli.dll"), "diff", before, after, "--json"])
        {
            RedirectStandardOutput = true,
        };
        var processor = ExternalTool.ProcessorSecondsOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        const int SomethingDiffers = 1;
        return process.ExitCode == SomethingDiffers
            ? (clock.Elapsed, ExternalTool.ProcessorSecondsOfChildren() - processor)
            : throw new InvalidOperationException($"diff ended with {process.ExitCode}");
    }

    private static void Tell(string line) => Console.WriteLine(line);
}
