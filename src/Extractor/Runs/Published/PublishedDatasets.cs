using Extractor.Parquet;

namespace Extractor.Runs.Published;

/// <summary>Rows of the datasets that a run has published, read back.</summary>
internal static class PublishedDatasets
{
    /// <summary>The rows whose key is wanted, in the order of the files. Only columns that are asked for are read.</summary>
    /// <param name="keyColumn">A column of texts.</param>
    /// <exception cref="OutputException">The folder holds no publication that can be read.</exception>
    public static IEnumerable<PublishedRow> Rows(string folder, string dataset, string keyColumn, IReadOnlySet<string> wanted)
    {
        using var snapshot = PublishedSnapshot.Open(folder, dataset);
        foreach (var row in snapshot.Rows(dataset, keyColumn, wanted))
        {
            yield return row;
        }
    }

    /// <summary>The same of an open publication; every row where <paramref name="wanted"/> is null.</summary>
    public static IEnumerable<PublishedRow> Rows(this PublishedSnapshot snapshot, string dataset, string keyColumn,
        IReadOnlySet<string>? wanted)
    {
        foreach (var (_, file) in snapshot.FilesOf(dataset))
        {
            for (var rowGroup = 0; rowGroup < file.RowGroupCount; rowGroup++)
            {
                var keys = file.ReadStrings(rowGroup, keyColumn);
                var columns = new ParquetRowGroup(file, rowGroup);
                for (var row = 0; row < keys.Length; row++)
                {
                    if (keys[row] is { } key && wanted?.Contains(key) != false)
                    {
                        yield return new PublishedRow(new ParquetRow(columns, row));
                    }
                }
            }
        }
    }
}

/// <summary>One row of a dataset; to be read before the next one is asked for.</summary>
internal readonly record struct PublishedRow(ParquetRow Row)
{
    public string? Text(string column) => Row.Text(column);

    public int Number(string column) => Row.Integer(column) ?? 0;

    public bool Flag(string column) => Row.Flag(column) ?? false;

    public decimal? Measure(string column) => (decimal?)MeasureOrNull(column);

    public double? MeasureOrNull(string column) => Row.Measure(column);

    public decimal? Money(string column) => Row.Money(column);
}
