using Extractor.Parquet;

namespace Extractor.Site.Published;

/// <summary>
/// The rows of one dataset in one partition, in their order, handed out a document at a time. All datasets of a partition
/// have their documents in one order, so that one walk over each is enough, a row group in memory.
/// </summary>
internal sealed class DatasetRows : IDisposable
{
    private readonly string dataset;
    private readonly IEnumerator<(string DocumentId, ParquetRow Row)> rows;
    private bool hasRow;

    /// <param name="folder">Of the dataset's partition; need not be there.</param>
    public DatasetRows(string dataset, string folder)
    {
        this.dataset = dataset;
        rows = ReadAll(folder).GetEnumerator();
        hasRow = rows.MoveNext();
    }

    /// <summary>The rows of the document, read by <paramref name="read"/>; none where the next rows are of another one.</summary>
    public List<T> Take<T>(string documentId, Func<ParquetRow, T> read)
    {
        var taken = new List<T>();
        while (hasRow && rows.Current.DocumentId == documentId)
        {
            taken.Add(read(rows.Current.Row));
            hasRow = rows.MoveNext();
        }

        return taken;
    }

    /// <exception cref="SiteException">There are rows of a document that <c>documents</c> does not name in this place.</exception>
    public void MustBeAtEnd()
    {
        if (hasRow)
        {
            throw new SiteException(
                SiteFault.NoPublication,
                $"Dataset '{dataset}' has rows of document '{rows.Current.DocumentId}' where the dataset 'documents' has none: the publication is not whole. Publish again with 'extractor run'.");
        }
    }

    public void Dispose() => rows.Dispose();

    private static IEnumerable<(string DocumentId, ParquetRow Row)> ReadAll(string folder)
    {
        foreach (var row in ParquetFiles.Rows(folder))
        {
            yield return (row.Text("document_id") ?? string.Empty, row);
        }
    }
}

/// <summary>The Parquet files of a folder.</summary>
internal static class ParquetFiles
{
    /// <summary>All rows, files in ordinal order of their names; a row is to be read before the next one is asked for.</summary>
    public static IEnumerable<ParquetRow> Rows(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.parquet").Order(StringComparer.Ordinal))
        {
            using var file = Open(path);
            for (var index = 0; index < file.RowGroupCount; index++)
            {
                var group = new ParquetRowGroup(file, index);
                for (var row = 0; row < group.RowCount; row++)
                {
                    yield return new ParquetRow(group, row);
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
            throw new SiteException(SiteFault.NoPublication, $"'{path}': {exception.Message} Publish again with 'extractor run'.",
                exception);
        }
    }
}
