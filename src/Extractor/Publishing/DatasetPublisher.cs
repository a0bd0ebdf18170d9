using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Documentation;
using Extractor.Publishing.Facts;
using Extractor.Publishing.Facts.Governments;
using Extractor.Publishing.Reference;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing;

/// <summary>
/// The publishing stage: normalized documents to the Parquet datasets of the contract. Files are written to a staging
/// folder, read back, verified, and then moved into place: a reader of the output folder sees the old publication or
/// the new one. Equal sources give equal bytes. A partition whose documents have not changed since the publication
/// before is taken over as it is. Parts of partitions are written side by side; memory depends on the number of workers,
/// not on that of the documents.
/// </summary>
public sealed class DatasetPublisher
{
    /// <summary>Row groups of single partitions, until they are merged; gone before anything is published.</summary>
    private const string Unmerged = ".unmerged";

    private readonly PublicationSource source;
    private readonly PublicationFolder folder;
    private readonly int workers;
    private readonly PreviousPublication? previous;
    private readonly List<PublishedFile> files = [];
    private readonly List<PublishedPartition> partitions = [];
    private readonly HashSet<PublishedPartition> reusedPartitions = [];
    private readonly List<PublishedFile> written = [];
    private readonly ConcurrentBag<PartitionRowGroups> merged = [];
    private readonly string unmerged;
    private readonly OldGarbage garbage = new();
    private int withheldDocuments;
    private int documentsDone;

    private DatasetPublisher(PublicationSource source, PublicationFolder folder, int workers)
    {
        this.source = source;
        this.folder = folder;
        this.workers = workers;
        unmerged = Directory.CreateDirectory(Path.Combine(folder.Staging, Unmerged)).FullName;
        previous = PreviousPublication.Read(folder.Output, out var faults);
        if (faults.Count > 0 && !source.AcceptsChanges)
        {
            throw new ImplausiblePublicationException(folder.Output, faults);
        }
    }

    /// <param name="outputFolder">Made where it is missing; its datasets are replaced.</param>
    /// <param name="workers">Parts at work at once.</param>
    /// <exception cref="PublishingException">
    /// The disk is full, the folder is read-only, another publisher is at work, or the datasets do not pass their own
    /// checks. What was published before is unchanged.
    /// </exception>
    /// <exception cref="ImplausiblePublicationException">The data look wrong beside those published before, and are not to be
    /// accepted.</exception>
    public static Publication Publish(PublicationSource source, string outputFolder, int workers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        var ordered = Order(source.Documents);
        try
        {
            HashSet<string> ownEntries =
            [
                .. DatasetSchemas.All.Select(static schema => schema.Name),
                PublicationManifest.FileName,
                DataDictionary.FileName,
                DataPackage.FileName,
                ReadyViews.FileName,
                SqlSchema.FileName,
                Unmerged,
            ];
            using var folder = PublicationFolder.Open(outputFolder, ownEntries);
            return new DatasetPublisher(source, folder, workers).Publish(ordered, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || FileSizeLimit.IsReached(exception))
        {
            throw new PublishingException(
                $"The datasets could not be written to '{Path.GetFullPath(outputFolder)}': {FileSizeLimit.MessageOf(exception)} What was " +
                $"published there before is unchanged. Free some space or mend the permissions, or choose another folder.",
                exception);
        }
    }

    private Publication Publish(IReadOnlyList<PublishableDocument> ordered, CancellationToken cancellationToken)
    {
        PublishPartitions(ordered, cancellationToken);
        PublishMerged(cancellationToken);
        var organisations = Organisations.Read(folder.Staging, files, source.OrganisationChanges);
        PublishAll(ReferenceDatasets.Organisations, organisations);
        PublishAll(ReferenceDatasets.PriorYearChecks, PriorYearChecks.Read(folder.Staging, files, organisations));
        var governments = GovernmentFigures.Read(folder.Staging, files);
        PublishAll(GovernmentYearDatasets.Years, governments.Years());
        PublishAll(GovernmentYearDatasets.Checks, governments.Checks());
        PublishAll(ReferenceDatasets.Subjects, source.Subjects);
        PublishAll(ReferenceDatasets.Divisions, source.Divisions);
        PublishAll(RunDatasets.Runs, source.Runs);
        PublishAll(RunDatasets.Fetches, source.Fetches);
        PublishAll(RunDatasets.Coverage, Whole(source.Coverage, ordered));
        PublishAll(RunDatasets.Harvests, source.Harvests.OrderBy(static harvest => harvest.Publisher, StringComparer.Ordinal)
            .ThenBy(static harvest => harvest.StartedAt));
        PublishEmptyDatasets();
        cancellationToken.ThrowIfCancellationRequested();
        if (previous is not null && !source.AcceptsChanges
            && Plausibility.ReasonsAgainst(previous, folder.Staging, ordered, files, written,
                reusedPartitions.Contains) is { Count: > 0 } reasons)
        {
            throw new ImplausiblePublicationException(folder.Output, reasons);
        }

        var manifest = PublicationManifest.Of(source.ExtractorVersion, files, partitions);
        manifest.Write(folder.Staging);
        Document(manifest);
        folder.Commit();
        return new Publication(
            folder.Output,
            manifest.Datasets.ToDictionary(static dataset => dataset.Name, static dataset => dataset.Rows, StringComparer.Ordinal),
            files.Count,
            files.Sum(static file => file.Bytes),
            partitions.Count,
            reusedPartitions.Count,
            withheldDocuments);
    }

    private void PublishPartitions(IReadOnlyList<PublishableDocument> ordered, CancellationToken cancellationToken)
    {
        var all = ordered.ChunkBy(PartitionKey.Of).ToList();
        partitions.AddRange(all.Select(partition =>
            new PublishedPartition(partition.Key.FiscalYear, partition.Key.ProvinceCode, partition.Items.Count, KeyOf(partition.Items))));
        var reused = SideBySide(all.Count, index => TryReuse(all[index].Key, partitions[index]), cancellationToken);
        reusedPartitions.UnionWith(partitions.Where((_, index) => reused[index] is not null));
        files.AddRange(reused.OfType<IReadOnlyList<PublishedFile>>().SelectMany(static partition => partition));

        Tell(reusedPartitions.Sum(static partition => partition.Documents));

        // The largest first, so that none is left over at the end.
        List<PublicationPart> parts =
        [
            .. all.Where((_, index) => reused[index] is null)
                .SelectMany(static partition => PublicationPart.Of(partition.Key, partition.Items))
                .OrderByDescending(static part => part.Pages),
        ];
        var facts = parts.CountBy(static part => part.Partition).ToDictionary(static part => part.Key, static part =>
            new PartitionFacts(part.Key, part.Value));

        // One worker is one thread; several must not wait for the disk.
        var ahead = workers == 1 ? 0 : Math.Max(1, workers / Math.Max(1, parts.Count));
        var published = SideBySide(
            parts.Count,
            index => PublishPart(parts[index], facts[parts[index].Partition], ahead, cancellationToken),
            cancellationToken);
        written.AddRange(published.SelectMany(static part => part));
        files.AddRange(written);
    }

    /// <returns>In the order of the indexes.</returns>
    private TResult[] SideBySide<TResult>(int count, Func<int, TResult> work, CancellationToken cancellationToken)
    {
        var results = new TResult[count];
        var indexes = Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(indexes, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken },
                index => results[index] = work(index));
        }
        catch (AggregateException faults)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return results;
    }

    private IReadOnlyList<PublishedFile> PublishPart(PublicationPart part, PartitionFacts facts, int ahead,
        CancellationToken cancellationToken)
    {
        using var writer = new PartWriter(folder.Staging, part, source.ExtractorVersion);
        foreach (var document in part.Documents.LoadedAhead(ahead, LoadRows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(document);
            garbage.CollectWhereGrown();
            Tell(1);
            if (FactsOfDocument.Of(document.Entry, document.Document) is { } ofDocument)
            {
                facts.Add(ofDocument);
            }

            if (GovernmentFactsOfDocument.Of(document.Entry, document.Document) is { } ofGovernment)
            {
                facts.Add(ofGovernment);
            }
        }

        var completed = writer.Complete();
        garbage.CollectWhereGrown();
        PartVerification.Verify(folder.Staging, part, completed);
        garbage.CollectWhereGrown();
        if (facts.EndPart())
        {
            foreach (var rows in facts.Write(unmerged))
            {
                merged.Add(rows);
            }
        }

        return completed;
    }

    /// <summary>The datasets whose files hold several partitions, of what was written now and what was taken over.</summary>
    private void PublishMerged(CancellationToken cancellationToken)
    {
        var order = partitions.Select(static (partition, index) => (new PartitionKey(partition.FiscalYear, partition.ProvinceCode), index))
            .ToDictionary(static partition => partition.Item1, static partition => partition.index);
        var byDataset = merged.ToLookup(static rows => rows.Dataset, StringComparer.Ordinal);
        List<DatasetSchema> schemas = [.. DatasetSchemas.All.Where(static schema => schema.Layout == DatasetLayout.Merged)];
        files.AddRange(SideBySide(schemas.Count, index => MergedFiles.Write(schemas[index],
            [.. byDataset[schemas[index].Name].OrderBy(rows => order[rows.Partition])], folder.Staging, source.ExtractorVersion, TakeOver),
            cancellationToken).SelectMany(static ofDataset => ofDataset));
        Directory.Delete(unmerged, recursive: true);
    }

    private void Tell(int documents)
    {
        var done = Interlocked.Add(ref documentsDone, documents);
        source.Progress?.Invoke(done);
    }

    private DocumentRows LoadRows(PublishableDocument entry)
    {
        var document = DocumentIntegrity.WithholdInconsistent(Load(entry), out var isWithheld);
        if (isWithheld)
        {
            Interlocked.Increment(ref withheldDocuments);
        }

        return new DocumentRows(entry, document, source.ExtractorVersion);
    }

    private static NormalizedDocument Load(PublishableDocument entry)
    {
        NormalizedDocument document;
        try
        {
            document = entry.Load();
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or PublishingException))
        {
            throw new PublishingException($"Document {entry.Id} could not be loaded for publishing: {exception.Message}", exception);
        }

        var (id, year, division) = (document.Extracted.File.Id, document.Identity.FiscalYear, document.Identity.DivisionCode);
        return id == entry.Id && year == entry.FiscalYear && division == entry.DivisionCode
            ? document
            : throw new PublishingException(string.Create(CultureInfo.InvariantCulture, $"Document {entry.Id} was announced for " +
                $"{entry.FiscalYear}/{entry.DivisionCode}, and what was loaded is {id} for {year}/{division}: the index of the store " +
                $"does not match its content."));
    }

    /// <summary>The files of the publication before, where the partition was made of the same.</summary>
    private IReadOnlyList<PublishedFile>? TryReuse(PartitionKey partition, PublishedPartition published)
    {
        if (previous is null || !previous.Has(published))
        {
            return null;
        }

        foreach (var rows in previous.RowGroupsOf(partition))
        {
            merged.Add(rows);
        }

        return [.. previous.FilesOf(partition).Select(TakeOver)];
    }

    private PublishedFile TakeOver(PublishedFile file)
    {
        var target = Path.Combine(folder.Staging, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (!AtomicFiles.TryLink(Path.Combine(folder.Output, file.Path), target))
        {
            File.Copy(Path.Combine(folder.Output, file.Path), target);
        }

        return file;
    }

    private string KeyOf(IReadOnlyList<PublishableDocument> documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(string.Create(CultureInfo.InvariantCulture, $"{DatasetSchemas.Version} {source.ExtractorVersion}"));
        Append(DatasetSchemas.Columns);
        foreach (var document in documents)
        {
            Append($"{document.Id} {document.ArtifactKey} {document.SupersedesDocumentId}");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }

    /// <summary>Rows whose document is published with them.</summary>
    private static IEnumerable<CoverageRecord> Whole(IEnumerable<CoverageRecord> coverage, IReadOnlyList<PublishableDocument> documents)
    {
        var published = documents.Select(static document => document.Id).ToHashSet();
        return coverage.Select(row => row.DocumentId is not { } id || published.Contains(id)
            ? row
            : throw new PublishingException($"coverage names document {id} of source '{row.Source}' as found, and it is not among the " +
                $"documents to publish; nothing was published."));
    }

    private void PublishAll<TRow>(Dataset<TRow> dataset, IEnumerable<TRow> rows)
    {
        using var file = new DatasetFile(dataset.Schema, folder.Staging, $"{dataset.Schema.Name}/part-0000.parquet",
            source.ExtractorVersion);
        dataset.BindRows(() => file.Writer)(rows);
        files.Add(file.Complete());
    }

    /// <summary>A dataset without any row has one file without rows, so that its columns can be seen and queries run.</summary>
    private void PublishEmptyDatasets()
    {
        foreach (var schema in DatasetSchemas.All.Where(schema =>
            schema.Layout == DatasetLayout.ByPartition && files.TrueForAll(file => file.Dataset != schema.Name)))
        {
            var path = default(PartitionKey).FolderOf(schema.Name) + "/part-0000.parquet";
            using var file = new DatasetFile(schema, folder.Staging, path, source.ExtractorVersion);
            files.Add(file.Complete());
        }
    }

    /// <summary>What people need to understand the data, beside the data.</summary>
    private void Document(PublicationManifest manifest)
    {
        int[] fiscalYears = [.. partitions.Select(static partition => partition.FiscalYear).OfType<int>().Distinct().Order()];
        var codeLists = CodeLists.With(source.CodeLists);
        File.WriteAllText(Path.Combine(folder.Staging, DataDictionary.FileName), DataDictionary.ToMarkdown(codeLists));
        File.WriteAllText(Path.Combine(folder.Staging, SqlSchema.FileName), SqlSchema.ToSql(codeLists));
        File.WriteAllBytes(Path.Combine(folder.Staging, DataPackage.FileName), DataPackage.ToJson(manifest, codeLists));
        File.WriteAllText(Path.Combine(folder.Staging, ReadyViews.FileName), ReadyViews.ToSql(fiscalYears));
    }

    /// <summary>
    /// By partition, division and document, what is not known last: the order of the rows in every dataset, and of the partitions' folders.
    /// </summary>
    private static List<PublishableDocument> Order(IReadOnlyCollection<PublishableDocument> documents)
    {
        var seen = new Dictionary<string, DocumentId>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (!seen.TryAdd(document.Id.Value[..DocumentRows.PrefixLength], document.Id))
            {
                throw new PublishingException($"Document {document.Id} is to be published twice, or shares its first " +
                    $"{DocumentRows.PrefixLength} digits with {seen[document.Id.Value[..DocumentRows.PrefixLength]]}.");
            }

            if (document.DivisionCode is { } code && (code.Length != 6 || !code.All(char.IsAsciiDigit)))
            {
                throw new PublishingException($"Document {document.Id} has the division code '{code}'; six digits (GB/T 2260) are needed.");
            }
        }

        return [.. documents
            .OrderBy(static document => document.FiscalYear ?? int.MaxValue)
            .ThenBy(static document => document.DivisionCode is null)
            .ThenBy(static document => document.DivisionCode, StringComparer.Ordinal)
            .ThenBy(static document => document.Id)];
    }
}
