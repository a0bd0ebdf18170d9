using System.Text;
using Extractor.Parquet;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing;

/// <summary>
/// The checks on the published data themselves: the files of a part are read back, document by document, to see
/// that rows are there and in order, keys are unique, and references lead to a row. Memory holds one row group a dataset.
/// </summary>
internal static class PartVerification
{
    /// <summary>Faults that are told; what is wrong once is often wrong everywhere.</summary>
    private const int ToldFaults = 20;

    /// <exception cref="PublishingException">The data are not as they must be; nothing is to be published.</exception>
    public static void Verify(string folder, PublicationPart part, IReadOnlyList<PublishedFile> files)
    {
        var faults = new List<string>();
        var cursors = DatasetSchemas.Documents
            .Select(dataset => new KeyCursor(dataset.Schema, folder, [.. files.Where(file => file.Dataset == dataset.Schema.Name)]))
            .ToArray();
        try
        {
            var found = new Found();
            foreach (var document in part.Documents)
            {
                VerifyDocument(document.Id.Value, cursors, found, faults);
                if (faults.Count >= ToldFaults)
                {
                    break;
                }
            }

            if (faults.Count == 0)
            {
                faults.AddRange(cursors.Where(static cursor => !cursor.IsAtEnd).Select(static cursor =>
                    $"{cursor.Schema.Name}: rows of document '{cursor.DocumentId}' stand out of order, or the document is not in the " +
                    $"part."));
            }
        }
        catch (ParquetException exception)
        {
            throw new PublishingException(
                $"What was written for {part.Partition} cannot be read back: {exception.Message} Check the disk; nothing was published.",
                exception);
        }
        finally
        {
            foreach (var cursor in cursors)
            {
                cursor.Dispose();
            }
        }

        if (faults.Count > 0)
        {
            throw new PublishingException(
                $"The data for {part.Partition} do not pass the checks on published data; nothing was " +
                $"published.{Environment.NewLine}{string.Join(Environment.NewLine, faults.Take(ToldFaults))}");
        }
    }

    /// <param name="found">Room for what the document has.</param>
    private static void VerifyDocument(string documentId, KeyCursor[] cursors, Found found, List<string> faults)
    {
        found.Clear();
        var id = Encoding.UTF8.GetBytes(documentId);
        foreach (var cursor in cursors)
        {
            var keys = found.KeysOf(cursor.Schema.Name);
            while (cursor.TryTake(id, out var from, out var to))
            {
                if (cursor.Keys is { } column)
                {
                    foreach (var entry in column.Rows[from..to])
                    {
                        if (!keys.Add(new KeptText(column, entry)))
                        {
                            faults.Add($"{cursor.Schema.Name}.{cursor.Schema.Key}: '{Encoding.UTF8.GetString(column[entry])}' of " +
                                $"document {documentId} is there twice.");
                        }
                    }
                }

                cursor.AddReferences(from, to, found.References);
            }
        }

        if (found.KeysOf("documents").Count != 1)
        {
            faults.Add($"documents: document {documentId} has no row.");
        }

        foreach (var (dataset, reference, value) in found.References)
        {
            if (!found.KeysOf(reference.Dataset).Contains(value))
            {
                faults.Add($"{dataset}.{reference.Column}: '{Encoding.UTF8.GetString(value.Column[value.Entry])}' of document " +
                    $"{documentId} is not in {reference.Dataset}.");
            }
        }
    }

    /// <summary>A text where it lies in its column.</summary>
    private readonly struct KeptText(TextColumn column, int entry) : IEquatable<KeptText>
    {
        private readonly int hash = column.HashOf(entry).GetHashCode();

        public TextColumn Column => column;

        public int Entry => entry;

        public bool Equals(KeptText other) => hash == other.hash && column[entry].SequenceEqual(other.Column[other.Entry]);

        public override bool Equals(object? obj) => obj is KeptText other && Equals(other);

        public override int GetHashCode() => hash;
    }

    /// <summary>The keys and references of one document.</summary>
    private sealed class Found
    {
        private readonly Dictionary<string, HashSet<KeptText>> keys = new(StringComparer.Ordinal);

        public List<(string Dataset, DatasetReference Reference, KeptText Value)> References { get; } = [];

        public HashSet<KeptText> KeysOf(string dataset)
        {
            if (!keys.TryGetValue(dataset, out var known))
            {
                keys[dataset] = known = [];
            }

            return known;
        }

        public void Clear()
        {
            References.Clear();
            foreach (var known in keys.Values)
            {
                known.Clear();
            }
        }
    }

    /// <summary>Goes along the rows of a dataset, from document to document.</summary>
    private sealed class KeyCursor : IDisposable
    {
        private readonly string folder;
        private readonly Queue<PublishedFile> files;
        private readonly DatasetReference[] references;
        private ParquetFileReader? reader;
        private int rowGroup;
        private int row;
        private TextColumn? documents;
        private TextColumn[] referenceColumns = [];

        public KeyCursor(DatasetSchema schema, string folder, IEnumerable<PublishedFile> files)
        {
            Schema = schema;
            this.folder = folder;
            this.files = new Queue<PublishedFile>(files);
            references = [.. schema.References.Where(static reference => reference.Dataset != "documents")];
            LoadRowGroup();
        }

        public DatasetSchema Schema { get; }

        public bool IsAtEnd => documents is null;

        /// <summary>Of the next row; null after the last.</summary>
        public string? DocumentId => documents is null ? null : Encoding.UTF8.GetString(documents[documents.Rows[row]]);

        /// <summary>Of the rows taken last; null of a dataset without a key.</summary>
        public TextColumn? Keys { get; private set; }

        /// <summary>The next rows, where they are the document's: as many as follow one another in one row group.</summary>
        public bool TryTake(ReadOnlySpan<byte> documentId, out int from, out int to)
        {
            if (documents is not null && row == documents.Rows.Length)
            {
                LoadRowGroup();
            }

            (from, to) = (row, row);
            while (documents is not null && to < documents.Rows.Length && documents[documents.Rows[to]].SequenceEqual(documentId))
            {
                var rest = documents.Rows[to..];
                var length = rest.IndexOfAnyExcept(rest[0]);
                to += length < 0 ? rest.Length : length;
            }

            row = to;
            return to > from;
        }

        /// <summary>What rows refer to; rows that follow each other often lead to one row.</summary>
        public void AddReferences(int from, int to, List<(string Dataset, DatasetReference Reference, KeptText Value)> target)
        {
            for (var index = 0; index < references.Length; index++)
            {
                var column = referenceColumns[index];
                var before = -1;
                foreach (var entry in column.Rows[from..to])
                {
                    if (entry >= 0 && entry != before)
                    {
                        before = entry;
                        target.Add((Schema.Name, references[index], new KeptText(column, entry)));
                    }
                }
            }
        }

        public void Dispose() => reader?.Dispose();

        /// <summary>The next row group that has rows; none after the last.</summary>
        private void LoadRowGroup()
        {
            row = 0;
            documents = null;
            while (reader is null || rowGroup == reader.RowGroupCount)
            {
                reader?.Dispose();
                reader = null;
                if (!files.TryDequeue(out var file))
                {
                    return;
                }

                reader = ParquetFileReader.Open(Path.Combine(folder, file.Path));
                rowGroup = 0;
                if (reader.RowCount != file.Rows)
                {
                    throw new PublishingException(
                        $"'{file.Path}' has {reader.RowCount} rows where {file.Rows} were written; nothing was published.");
                }
            }

            documents = reader.ReadTexts(rowGroup, "document_id");
            Keys = Schema.Key is { } key ? reader.ReadTexts(rowGroup, key) : null;
            referenceColumns = [.. references.Select(reference => reader.ReadTexts(rowGroup, reference.Column))];
            rowGroup++;
        }
    }
}
