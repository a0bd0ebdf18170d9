using Extractor.Parquet;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Publishing.Storage;

namespace Extractor.Publications.Differences;

/// <summary>
/// The budget lines of one publication by document. In memory are the place of each document's rows and the row groups
/// that were read last.
/// </summary>
internal sealed class PublishedLines
{
    public const string Dataset = "budget_lines";

    /// <summary>Documents of one place lie together: the neighbours of a document are mostly in the row group read last.</summary>
    private const int RowGroupsInMemory = 2;

    private readonly PublishedSnapshot snapshot;
    private readonly Dictionary<string, List<Stretch>> stretches = new(StringComparer.Ordinal);
    private readonly LinkedList<(ManifestFile File, int RowGroup, ComparedLine[] Lines)> read = [];

    /// <param name="isWanted">Files of lines that are looked into.</param>
    public PublishedLines(PublishedSnapshot snapshot, Func<ManifestFile, bool>? isWanted)
    {
        this.snapshot = snapshot;
        foreach (var (file, reader) in snapshot.FilesOf(Dataset, isWanted))
        {
            for (var rowGroup = 0; rowGroup < reader.RowGroupCount; rowGroup++)
            {
                Index(file, rowGroup, reader.ReadStrings(rowGroup, "document_id"));
            }
        }
    }

    /// <summary>The hashes of the files that the lines of a document lie in: where they are equal, so are the lines.</summary>
    public IEnumerable<string> FilesOf(string documentId) =>
        (stretches.GetValueOrDefault(documentId) ?? []).Select(static stretch => stretch.File.Sha256);

    /// <summary>In the order of the file; none for a document without lines.</summary>
    public IReadOnlyList<ComparedLine> Of(string documentId) =>
        [.. (stretches.GetValueOrDefault(documentId) ?? []).SelectMany(stretch =>
            RowGroup(stretch).Skip(stretch.First).Take(stretch.Count))];

    private void Index(ManifestFile file, int rowGroup, string?[] documentIds)
    {
        for (int first = 0, row = 1; row <= documentIds.Length; row++)
        {
            if (row < documentIds.Length && documentIds[row] == documentIds[first])
            {
                continue;
            }

            var documentId = documentIds[first]!;
            if (!stretches.TryGetValue(documentId, out var ofDocument))
            {
                stretches[documentId] = ofDocument = [];
            }

            ofDocument.Add(new Stretch(file, rowGroup, first, row - first));
            first = row;
        }
    }

    private ComparedLine[] RowGroup(Stretch stretch)
    {
        for (var node = read.First; node is not null; node = node.Next)
        {
            if (node.Value.File == stretch.File && node.Value.RowGroup == stretch.RowGroup)
            {
                return node.Value.Lines;
            }
        }

        var lines = ReadRowGroup(snapshot.ReaderOf(Dataset, stretch.File), stretch.RowGroup);
        read.AddFirst((stretch.File, stretch.RowGroup, lines));
        if (read.Count > RowGroupsInMemory)
        {
            read.RemoveLast();
        }

        return lines;
    }

    private static ComparedLine[] ReadRowGroup(ParquetFileReader reader, int rowGroup)
    {
        var read = RowReader<BudgetLineRow>.For(reader.Schema);
        var columns = new ParquetRowGroup(reader, rowGroup);
        return [.. Enumerable.Range(0, columns.RowCount).Select(row => ComparedLine.Of(read(new ParquetRow(columns, row))))];
    }

    private readonly record struct Stretch(ManifestFile File, int RowGroup, int First, int Count);
}
