namespace Extractor.Parquet;

/// <summary>One row group of a file; each column is read when it is first asked for.</summary>
public sealed class ParquetRowGroup(ParquetFileReader file, int rowGroup)
{
    private readonly Dictionary<string, Array> columns = new(StringComparer.Ordinal);

    public int RowCount => file.RowCountOf(rowGroup);

    internal T[] Column<T>(string name, Func<ParquetFileReader, Func<int, string, T[]>> reader)
    {
        if (!columns.TryGetValue(name, out var values))
        {
            columns[name] = values = reader(file)(rowGroup, name);
        }

        return (T[])values;
    }
}

/// <summary>One row of a file; to be read while the file is open. Null where the row has no value.</summary>
public readonly record struct ParquetRow(ParquetRowGroup Group, int Index)
{
    public string? Text(string column) => Group.Column<string?>(column, static file => file.ReadStrings)[Index];

    public int? Integer(string column) => Group.Column<int?>(column, static file => file.ReadInt32s)[Index];

    public long? Count(string column) => Group.Column<long?>(column, static file => file.ReadInt64s)[Index];

    public bool? Flag(string column) => Group.Column<bool?>(column, static file => file.ReadBooleans)[Index];

    public double? Measure(string column) => Group.Column<double?>(column, static file => file.ReadDoubles)[Index];

    public decimal? Money(string column) => Group.Column<decimal?>(column, static file => file.ReadDecimals)[Index];

    public DateOnly? Day(string column) => Group.Column<DateOnly?>(column, static file => file.ReadDates)[Index];

    public DateTimeOffset? Time(string column) => Group.Column<DateTimeOffset?>(column, static file => file.ReadTimestamps)[Index];
}
