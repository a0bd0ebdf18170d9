using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Parquet;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing;

/// <summary>
/// The staged publication beside the one before. Documents come and go and are read better every month; what is
/// refused here has another cause: a source that was not there, or a fault in a new version of this program.
/// Rows are compared over the documents that both publications hold, in the partitions that were written anew.
/// </summary>
internal static class Plausibility
{
    /// <summary>Documents that may be gone without another in their place: a tenth, or five of fewer than fifty, never most.</summary>
    private static readonly Fall Documents = new(0.1, 5);

    /// <summary>Rows of a dataset that a partition may lose: a fifth, or a hundred of fewer than five hundred, never most.</summary>
    private static readonly Fall Rows = new(0.2, 100);

    /// <summary>Lines of a partition that may newly be contradicted: one in a hundred, or twenty of fewer than two thousand.</summary>
    private const double ContradictedShare = 0.01;

    private const int FewContradicted = 20;

    /// <summary>Datasets that a document has as many rows of as it prints: they fall only where less of it is read.</summary>
    private static readonly ImmutableArray<string> Printed = ["pages", "sections", "tables", "cells", "budget_lines"];

    /// <param name="documents">To be published.</param>
    /// <param name="files">All staged files.</param>
    /// <param name="written">Those of them that were written anew.</param>
    /// <param name="isReused">Partitions that were taken over as they are.</param>
    /// <returns>Why the staged publication should not take the place of the one before; empty where nothing speaks against it.</returns>
    public static IReadOnlyList<string> ReasonsAgainst(
        PreviousPublication previous,
        string staging,
        IReadOnlyCollection<PublishableDocument> documents,
        IReadOnlyCollection<PublishedFile> files,
        IReadOnlyCollection<PublishedFile> written,
        Func<PublishedPartition, bool> isReused)
    {
        var reasons = new List<string>();
        AddLostDocuments(reasons, previous, documents, Places(staging, files));
        var kept = documents.Select(static document => document.Id.Value).ToHashSet(StringComparer.Ordinal);
        var counts = new Counts(kept);
        counts.Add(staging, written);
        foreach (var partition in previous.Partitions.Where(partition => !isReused(partition)))
        {
            AddFallsOf(reasons, previous, new PartitionKey(partition.FiscalYear, partition.ProvinceCode), counts);
        }

        return reasons;
    }

    /// <summary>A document is lost where it is not superseded and no other lies at its place.</summary>
    private static void AddLostDocuments(
        List<string> reasons, PreviousPublication previous, IReadOnlyCollection<PublishableDocument> documents,
            IEnumerable<(string Document, string Location)> places)
    {
        var superseded = documents.Select(static document => document.SupersedesDocumentId?.Value).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var (present, locations) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (document, location) in places)
        {
            present.Add(document);
            locations.Add(location);
        }

        long before = 0;
        var lost = new List<string>();
        foreach (var (document, location) in Places(previous.Folder, previous.Partitions.SelectMany(partition =>
            previous.FilesOf(new PartitionKey(partition.FiscalYear, partition.ProvinceCode)))))
        {
            before++;
            if (!present.Contains(document) && !superseded.Contains(document) && !locations.Contains(location))
            {
                lost.Add(location);
            }
        }

        if (Documents.IsExceeded(before, lost.Count))
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture,
                $"documents: {lost.Count} of {before} are gone from the sources, '{lost[0]}' among them"));
        }
    }

    private static IEnumerable<(string Document, string Location)> Places(string folder, IEnumerable<PublishedFile> files)
    {
        foreach (var file in files.Where(static file => file.Dataset == "documents"))
        {
            using var reader = ParquetFileReader.Open(Path.Combine(folder, file.Path));
            for (var group = 0; group < reader.RowGroupCount; group++)
            {
                var documents = reader.ReadStrings(group, "document_id");
                var locations = reader.ReadStrings(group, "archive_location");
                for (var row = 0; row < documents.Length; row++)
                {
                    yield return (documents[row]!, locations[row]!);
                }
            }
        }
    }

    private static void AddFallsOf(List<string> reasons, PreviousPublication previous, PartitionKey partition, Counts now)
    {
        var counts = new Counts(now.Documents);
        counts.Add(previous.Folder, previous.FilesOf(partition));
        for (var index = 0; index < Printed.Length; index++)
        {
            var (before, after) = (counts.Sum(counts.Known, index), now.Sum(counts.Known, index));
            if (Rows.IsExceeded(before, before - after))
            {
                reasons.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{partition.FolderOf(Printed[index])}: {after} rows where there were {before}, of the same documents"));
            }
        }

        var lines = now.Sum(counts.Known, Printed.IndexOf("budget_lines"));
        var (contradictedBefore, contradicted) = (counts.Sum(counts.Known, Printed.Length), now.Sum(counts.Known, Printed.Length));
        if (contradicted - contradictedBefore > Math.Max(lines * ContradictedShare, FewContradicted))
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{partition.FolderOf("budget_lines")}: {contradicted} of {lines} " +
                $"lines are contradicted where {contradictedBefore} were, of the same documents"));
        }
    }

    /// <summary>How much may go: a share, or a few where that is more, but never more than half.</summary>
    private readonly record struct Fall(double Share, int Few)
    {
        public bool IsExceeded(long before, long gone) => gone > Math.Max(before * Share, Math.Min(Few, before / 2.0));
    }

    /// <summary>Rows of each document by dataset, and its contradicted lines.</summary>
    private sealed class Counts(IReadOnlySet<string> wanted)
    {
        private static readonly string Contradicted = SchemaName.Of(Proof.Contradicted);

        private readonly Dictionary<string, int[]> byDocument = new(StringComparer.Ordinal);

        /// <summary>Documents that are counted; others are passed over.</summary>
        public IReadOnlySet<string> Documents => wanted;

        public IReadOnlyCollection<string> Known => byDocument.Keys;

        public long Sum(IEnumerable<string> documents, int index) =>
            documents.Sum(document => byDocument.TryGetValue(document, out var counts) ? (long)counts[index] : 0);

        public void Add(string folder, IEnumerable<PublishedFile> files)
        {
            foreach (var file in files)
            {
                var index = Printed.IndexOf(file.Dataset);
                if (index < 0)
                {
                    continue;
                }

                using var reader = ParquetFileReader.Open(Path.Combine(folder, file.Path));
                for (var group = 0; group < reader.RowGroupCount; group++)
                {
                    var proofs = file.Dataset == "budget_lines" ? reader.ReadStrings(group, "proof") : null;
                    Add(reader.ReadStrings(group, "document_id"), index, proofs);
                }
            }
        }

        private void Add(string?[] documents, int index, string?[]? proofs)
        {
            for (var row = 0; row < documents.Length; row++)
            {
                if (documents[row] is not { } document || !wanted.Contains(document))
                {
                    continue;
                }

                if (!byDocument.TryGetValue(document, out var counts))
                {
                    byDocument[document] = counts = new int[Printed.Length + 1];
                }

                counts[index]++;
                if (proofs?[row] == Contradicted)
                {
                    counts[^1]++;
                }
            }
        }
    }
}
