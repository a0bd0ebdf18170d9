using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Publishing.Storage;
using Extractor.Runs;

namespace Extractor.Publications.Differences;

/// <summary>
/// What changed between two publications, in documents and budget lines. Partitions whose files have equal hashes are not looked
/// into; of the documents in the others one pair is in memory at a time, beside one small entry a document.
/// </summary>
public sealed class PublicationDiff : IDisposable
{
    private readonly PublishedSnapshot before;
    private readonly PublishedSnapshot after;

    private PublicationDiff(PublishedSnapshot before, PublishedSnapshot after)
    {
        this.before = before;
        this.after = after;
    }

    /// <param name="before">Folder of the earlier publication.</param>
    /// <param name="after">Folder of the later one.</param>
    /// <exception cref="OutputException">One of them is no publication that can be read.</exception>
    public static PublicationDiff Open(string before, string after)
    {
        var earlier = PublishedSnapshot.Open(before, "documents", PublishedLines.Dataset);
        try
        {
            return new PublicationDiff(earlier, PublishedSnapshot.Open(after, "documents", PublishedLines.Dataset));
        }
        catch
        {
            earlier.Dispose();
            throw;
        }
    }

    /// <summary>Documents that differ, by year, place, issuer and kind. To be enumerated once.</summary>
    public IEnumerable<DocumentDifference> Differences()
    {
        var equal = EqualPartitions();
        Func<ManifestFile, bool>? isWanted = file => !equal.Contains(PartitionOf(file.Path));
        var (documentsBefore, documentsAfter) = (DocumentsOf(before, isWanted), DocumentsOf(after, isWanted));
        if (NamesOneElsewhere(documentsBefore, documentsAfter))
        {
            isWanted = null;
            (documentsBefore, documentsAfter) = (DocumentsOf(before, isWanted), DocumentsOf(after, isWanted));
        }

        var pairs = DocumentMatching.Pairs(documentsBefore, documentsAfter);
        var linesBefore = new PublishedLines(before, isWanted);
        var linesAfter = new PublishedLines(after, isWanted);
        foreach (var (old, current) in pairs)
        {
            if (old is not null && current is not null && old.DocumentId == current.DocumentId
                && linesBefore.FilesOf(old.DocumentId).SequenceEqual(linesAfter.FilesOf(current.DocumentId), StringComparer.Ordinal))
            {
                continue;
            }

            var change = (old, current) switch
            {
                (null, _) => ChangeKind.Added,
                (_, null) => ChangeKind.Removed,
                _ when old.DocumentId == current.DocumentId => ChangeKind.Changed,
                _ => ChangeKind.Superseded,
            };
            var lines = LineMatching.Differences(
                old is null ? [] : linesBefore.Of(old.DocumentId),
                current is null ? [] : linesAfter.Of(current.DocumentId));
            if (change != ChangeKind.Changed || lines.Length > 0)
            {
                yield return new DocumentDifference(change, old, current, lines);
            }
        }
    }

    public void Dispose()
    {
        before.Dispose();
        after.Dispose();
    }

    /// <summary>Partitions of which documents and lines lie in the same files on both sides, to the byte.</summary>
    private HashSet<string> EqualPartitions()
    {
        var (earlier, later) = (FilesByPartition(before), FilesByPartition(after));
        return [.. earlier.Where(partition => later.TryGetValue(partition.Key, out var files) && files.SetEquals(partition.Value))
            .Select(static partition => partition.Key)];
    }

    private static Dictionary<string, HashSet<(string Path, string Sha256)>> FilesByPartition(PublishedSnapshot snapshot) =>
        snapshot.Manifest.Datasets.Where(static dataset => dataset.Name is "documents" or PublishedLines.Dataset)
            .SelectMany(static dataset => dataset.Files)
            .GroupBy(static file => PartitionOf(file.Path), StringComparer.Ordinal)
            .ToDictionary(static partition => partition.Key, static partition => partition.Select(static file => (file.Path, file.Sha256))
                .ToHashSet(), StringComparer.Ordinal);

    /// <summary>The folders between the dataset and its file.</summary>
    private static string PartitionOf(string path) => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..path.LastIndexOf('/')];

    /// <summary>A document may take the place of one in a partition that is else the same.</summary>
    private static bool NamesOneElsewhere(List<ComparedDocument> earlier, List<ComparedDocument> later)
    {
        var known = earlier.Select(static document => document.DocumentId).ToHashSet(StringComparer.Ordinal);
        return later.Exists(document => document.SupersedesDocumentId is { } old && !known.Contains(document.DocumentId) &&
            !known.Contains(old));
    }

    private static List<ComparedDocument> DocumentsOf(PublishedSnapshot snapshot, Func<ManifestFile, bool>? isWanted) =>
        [.. snapshot.Rows<DocumentRow>("document_id", null, isWanted).Select(static row => new ComparedDocument(
            row.DocumentId, row.DivisionCode, row.DivisionName, row.DepartmentName, row.Scope, row.Kind, row.FiscalYear,
            row.ArchiveLocation, row.SupersedesDocumentId))];
}
