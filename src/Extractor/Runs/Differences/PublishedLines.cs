using Extractor.Parquet;
using Extractor.Publishing.Storage;
using Extractor.Runs.Published;

namespace Extractor.Runs.Differences;

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

    public PublishedLines(PublishedSnapshot snapshot)
    {
        this.snapshot = snapshot;
        foreach (var (file, reader) in snapshot.FilesOf(Dataset))
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
        string?[] Texts(string column) => reader.ReadStrings(rowGroup, column);
        var (ids, tables, classifications, codes, items) = (Texts("line_id"), Texts("table_key"), Texts("classification"),
            Texts("subject_code"), Texts("item_key"));
        var (names, labels, units, phases, directions) = (Texts("subject_name"), Texts("subject_name_as_printed"), Texts("unit_name"),
            Texts("phase"), Texts("direction"));
        var (components, funds, periods, values, proofs) = (Texts("component"), Texts("fund"), Texts("period"), Texts("value_as_printed"),
            Texts("proof"));
        var (amounts, pages) = (reader.ReadDecimals(rowGroup, "amount_yuan"), reader.ReadInt32s(rowGroup, "page_number"));
        var lines = new ComparedLine[ids.Length];
        for (var row = 0; row < lines.Length; row++)
        {
            var key = new ComparedLineKey(
                tables[row]!, classifications[row], codes[row], items[row], codes[row] is null && items[row] is null ? labels[row] : null,
                units[row], phases[row], directions[row], components[row], funds[row], periods[row]);
            lines[row] = new ComparedLine(ids[row]!, key, names[row] ?? labels[row], amounts[row] ?? 0, values[row] ?? string.Empty,
                pages[row] ?? 0, proofs[row]);
        }

        return lines;
    }

    private readonly record struct Stretch(ManifestFile File, int RowGroup, int First, int Count);
}
