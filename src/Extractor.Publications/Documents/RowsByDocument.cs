using Extractor.Parquet;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Documents;

/// <summary>The rows of one dataset in one partition, of whatever kind.</summary>
internal interface IDocumentRows : IDisposable
{
    /// <summary>Goes on behind the rows of the document.</summary>
    void PassOver(string documentId);

    /// <exception cref="OutputException">There are rows of a document that <c>documents</c> does not name in this place.</exception>
    void MustBeAtEnd();
}

/// <summary>
/// The rows of one dataset in one partition, in their order, handed out a document at a time. All datasets of a partition
/// have their documents in one order, so that one walk over each is enough, a row group in memory.
/// </summary>
internal sealed class RowsByDocument<TRow> : IDocumentRows
    where TRow : IDatasetRow
{
    private readonly IEnumerator<(string DocumentId, ParquetRow Row, Func<ParquetRow, TRow> Read)> rows;
    private bool hasRow;

    /// <param name="folder">Of the dataset's partition; need not be there.</param>
    public RowsByDocument(string folder)
    {
        rows = ReadAll(folder).GetEnumerator();
        hasRow = rows.MoveNext();
    }

    /// <summary>The rows of the document; none where the next rows are of another one.</summary>
    public List<TRow> Take(string documentId)
    {
        var taken = new List<TRow>();
        while (hasRow && rows.Current.DocumentId == documentId)
        {
            taken.Add(rows.Current.Read(rows.Current.Row));
            hasRow = rows.MoveNext();
        }

        return taken;
    }

    public void PassOver(string documentId)
    {
        while (hasRow && rows.Current.DocumentId == documentId)
        {
            hasRow = rows.MoveNext();
        }
    }

    public void MustBeAtEnd()
    {
        if (hasRow)
        {
            throw new OutputException($"Dataset '{TRow.Dataset}' has rows of document '{rows.Current.DocumentId}' where the dataset " +
                $"'documents' has none: the publication is not whole. Publish again with 'extractor run'.");
        }
    }

    public void Dispose() => rows.Dispose();

    private static IEnumerable<(string DocumentId, ParquetRow Row, Func<ParquetRow, TRow> Read)> ReadAll(string folder)
    {
        foreach (var (row, read) in DatasetFiles.UnreadRows<TRow>(folder))
        {
            yield return (row.Text("document_id") ?? string.Empty, row, read);
        }
    }
}

/// <summary>The Parquet files of a folder and those below it.</summary>
internal static class DatasetFiles
{
    /// <summary>All rows, files in ordinal order of their paths.</summary>
    public static IEnumerable<TRow> Rows<TRow>(string folder)
        where TRow : IDatasetRow => UnreadRows<TRow>(folder).Select(static row => row.Read(row.Row));

    /// <summary>The same with what makes a row; to be made before the next one is asked for.</summary>
    public static IEnumerable<(ParquetRow Row, Func<ParquetRow, TRow> Read)> UnreadRows<TRow>(string folder)
        where TRow : IDatasetRow
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var file = Open(path);
            var read = RowReader<TRow>.For(file.Schema);
            for (var index = 0; index < file.RowGroupCount; index++)
            {
                var group = new ParquetRowGroup(file, index);
                for (var row = 0; row < group.RowCount; row++)
                {
                    yield return (new ParquetRow(group, row), read);
                }
            }
        }
    }

    private static ParquetFileReader Open(string path)
    {
        try
        {
            return ParquetFileReader.Open(path);
        }
        catch (ParquetException exception)
        {
            throw new OutputException($"'{path}': {exception.Message} Publish again with 'extractor run'.", exception);
        }
    }
}
