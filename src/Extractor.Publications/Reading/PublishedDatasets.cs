using Extractor.Parquet;
using Extractor.Publications.Rows;
using Extractor.Publishing.Storage;
using Extractor.Runs;

namespace Extractor.Publications.Reading;

/// <summary>Rows of the datasets that a run has published, read back.</summary>
internal static class PublishedDatasets
{
    /// <summary>The rows whose key is wanted, in the order of the files.</summary>
    /// <param name="keyColumn">A column of texts.</param>
    /// <exception cref="OutputException">The folder holds no publication that can be read.</exception>
    public static IEnumerable<TRow> Rows<TRow>(string folder, string keyColumn, IReadOnlySet<string> wanted)
        where TRow : IDatasetRow
    {
        using var snapshot = PublishedSnapshot.Open(folder, TRow.Dataset);
        foreach (var row in snapshot.Rows<TRow>(keyColumn, wanted))
        {
            yield return row;
        }
    }

    /// <summary>The same of an open publication; every row where <paramref name="wanted"/> is null.</summary>
    /// <param name="isWanted">Files that are read; all where it is null.</param>
    public static IEnumerable<TRow> Rows<TRow>(this PublishedSnapshot snapshot, string keyColumn, IReadOnlySet<string>? wanted,
        Func<ManifestFile, bool>? isWanted = null)
        where TRow : IDatasetRow
    {
        foreach (var (_, file) in snapshot.FilesOf(TRow.Dataset, isWanted))
        {
            var read = RowReader<TRow>.For(file.Schema);
            foreach (var row in RowsOf(file, keyColumn, wanted))
            {
                yield return read(row);
            }
        }
    }

    /// <summary>
    /// Rows of which some columns are read, by the schema; each is to be read before the next one is asked for.
    /// </summary>
    public static IEnumerable<ParquetRow> PartialRows(this PublishedSnapshot snapshot, string dataset, string keyColumn,
        IReadOnlySet<string>? wanted) =>
        snapshot.FilesOf(dataset).SelectMany(file => RowsOf(file.Reader, keyColumn, wanted));

    private static IEnumerable<ParquetRow> RowsOf(ParquetFileReader file, string keyColumn, IReadOnlySet<string>? wanted)
    {
        for (var rowGroup = 0; rowGroup < file.RowGroupCount; rowGroup++)
        {
            var keys = file.ReadStrings(rowGroup, keyColumn);
            var columns = new ParquetRowGroup(file, rowGroup);
            for (var row = 0; row < keys.Length; row++)
            {
                if (keys[row] is { } key && wanted?.Contains(key) != false)
                {
                    yield return new ParquetRow(columns, row);
                }
            }
        }
    }
}
