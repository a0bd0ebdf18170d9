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
            var references = new List<(string Dataset, DatasetReference Reference, string Value)>();
            foreach (var document in part.Documents)
            {
                references.Clear();
                VerifyDocument(document.Id.Value, cursors, references, faults);
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

    /// <param name="references">Room for those of the document.</param>
    private static void VerifyDocument(string documentId, KeyCursor[] cursors,
        List<(string Dataset, DatasetReference Reference, string Value)> references, List<string> faults)
    {
        var keys = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var cursor in cursors)
        {
            var found = keys[cursor.Schema.Name] = new HashSet<string>(StringComparer.Ordinal);
            cursor.BeginDocument();
            while (cursor.DocumentId == documentId)
            {
                if (cursor.Key is { } key && !found.Add(key))
                {
                    faults.Add($"{cursor.Schema.Name}.{cursor.Schema.Key}: '{key}' of document {documentId} is there twice.");
                }

                cursor.AddReferences(references);
                cursor.MoveNext();
            }
        }

        if (keys["documents"].Count != 1)
        {
            faults.Add($"documents: document {documentId} has no row.");
        }

        foreach (var (dataset, reference, value) in references)
        {
            if (!keys[reference.Dataset].Contains(value))
            {
                faults.Add($"{dataset}.{reference.Column}: '{value}' of document {documentId} is not in {reference.Dataset}.");
            }
        }
    }

    /// <summary>Goes along the rows of a dataset and knows their document, key and references.</summary>
    private sealed class KeyCursor : IDisposable
    {
        private readonly string folder;
        private readonly Queue<PublishedFile> files;
        private readonly DatasetReference[] references;

        /// <summary>What each reference of the document's last row was: rows that follow each other often lead to one row.</summary>
        private readonly string?[] told;
        private ParquetFileReader? reader;
        private int rowGroup;
        private int row;
        private string?[] documentIds = [];
        private string?[]? keys;
        private string?[][] referenceValues = [];

        public KeyCursor(DatasetSchema schema, string folder, IEnumerable<PublishedFile> files)
        {
            Schema = schema;
            this.folder = folder;
            this.files = new Queue<PublishedFile>(files);
            references = [.. schema.References.Where(static reference => reference.Dataset != "documents")];
            told = new string?[references.Length];
            row = -1;
            MoveNext();
        }

        public DatasetSchema Schema { get; }

        public bool IsAtEnd => row >= documentIds.Length;

        /// <summary>Of the current row; null after the last.</summary>
        public string? DocumentId => IsAtEnd ? null : documentIds[row];

        public string? Key => keys?[row];

        public void BeginDocument() => told.AsSpan().Clear();

        public void AddReferences(List<(string Dataset, DatasetReference Reference, string Value)> target)
        {
            for (var index = 0; index < references.Length; index++)
            {
                if (referenceValues[index][row] is { } value && !ReferenceEquals(value, told[index]))
                {
                    told[index] = value;
                    target.Add((Schema.Name, references[index], value));
                }
            }
        }

        public void MoveNext()
        {
            row++;
            while (row >= documentIds.Length && LoadRowGroup())
            {
                row = 0;
            }
        }

        public void Dispose() => reader?.Dispose();

        private bool LoadRowGroup()
        {
            while (reader is null || rowGroup == reader.RowGroupCount)
            {
                reader?.Dispose();
                reader = null;
                if (!files.TryDequeue(out var file))
                {
                    return false;
                }

                reader = ParquetFileReader.Open(Path.Combine(folder, file.Path));
                rowGroup = 0;
                if (reader.RowCount != file.Rows)
                {
                    throw new PublishingException(
                        $"'{file.Path}' has {reader.RowCount} rows where {file.Rows} were written; nothing was published.");
                }
            }

            documentIds = reader.ReadStrings(rowGroup, "document_id");
            keys = Schema.Key is { } key ? reader.ReadStrings(rowGroup, key) : null;
            referenceValues = [.. references.Select(reference => reader.ReadStrings(rowGroup, reference.Column))];
            rowGroup++;
            return true;
        }
    }
}
