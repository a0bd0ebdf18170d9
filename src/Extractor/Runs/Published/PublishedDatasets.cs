using Extractor.Parquet;

namespace Extractor.Runs.Published;

/// <summary>Rows of the datasets that a run has published, read back.</summary>
internal static class PublishedDatasets
{
    /// <summary>The rows whose key is wanted, in the order of the files. Only columns that are asked for are read.</summary>
    /// <param name="keyColumn">A column of texts.</param>
    /// <exception cref="OutputException">The folder holds no publication.</exception>
    public static IEnumerable<PublishedRow> Rows(string folder, string dataset, string keyColumn, IReadOnlySet<string> wanted)
    {
        var datasetFolder = Path.Combine(folder, dataset);
        if (!Directory.Exists(datasetFolder))
        {
            throw new OutputException($"'{datasetFolder}' is not there; --data must name a folder that 'extractor run' has published to.");
        }

        foreach (var path in Directory.EnumerateFiles(datasetFolder, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var file = ParquetFileReader.Open(path);
            for (var rowGroup = 0; rowGroup < file.RowGroupCount; rowGroup++)
            {
                var keys = file.ReadStrings(rowGroup, keyColumn);
                var columns = new PublishedColumns(file, rowGroup);
                for (var row = 0; row < keys.Length; row++)
                {
                    if (keys[row] is { } key && wanted.Contains(key))
                    {
                        yield return new PublishedRow(columns, row);
                    }
                }
            }
        }
    }
}

/// <summary>The columns of one row group, each read when it is first asked for.</summary>
internal sealed class PublishedColumns(ParquetFileReader file, int rowGroup)
{
    private readonly Dictionary<string, Array> columns = new(StringComparer.Ordinal);

    public T[] Column<T>(string name, Func<ParquetFileReader, Func<int, string, T[]>> reader)
    {
        if (!columns.TryGetValue(name, out var values))
        {
            columns[name] = values = reader(file)(rowGroup, name);
        }

        return (T[])values;
    }
}

/// <summary>One row of a dataset; to be read before the next one is asked for.</summary>
internal readonly record struct PublishedRow(PublishedColumns Columns, int Index)
{
    public string? Text(string column) => Columns.Column<string?>(column, static file => file.ReadStrings)[Index];

    public int Number(string column) => Columns.Column<int?>(column, static file => file.ReadInt32s)[Index] ?? 0;

    public bool Flag(string column) => Columns.Column<bool?>(column, static file => file.ReadBooleans)[Index] ?? false;

    public decimal? Measure(string column) => (decimal?)MeasureOrNull(column);

    public double? MeasureOrNull(string column) => Columns.Column<double?>(column, static file => file.ReadDoubles)[Index];

    public decimal? Money(string column) => Columns.Column<decimal?>(column, static file => file.ReadDecimals)[Index];
}
