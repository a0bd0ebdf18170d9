using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extractor.Parquet.Tests;

/// <summary>Values in the one form in which <c>readers/compare.mjs</c> compares them.</summary>
internal static class CanonicalValues
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the script expects of a file.</summary>
    public static string ToJson(IEnumerable<ParquetColumn> columns, IEnumerable<string?[]> values) => JsonSerializer.Serialize(
        new { columns = columns.Select(static column => new { name = column.Name, type = TypeName(column) }), values }, Json);

    /// <summary>What our own reader reads from a file, for others to agree with.</summary>
    public static string ToJson(ParquetFileReader reader) =>
        ToJson(reader.Schema.Columns, reader.Schema.Columns.Select(column => Read(reader, column)));

    /// <summary>All values of a column with our own reader, in the canonical form.</summary>
    public static string?[] Read(ParquetFileReader reader, ParquetColumn column) =>
        [.. Enumerable.Range(0, reader.RowGroupCount).SelectMany(group => column.Type switch
        {
            ParquetColumnType.String => reader.ReadStrings(group, column.Name),
            ParquetColumnType.Decimal => reader.ReadDecimals(group, column.Name).Select(value =>
                value?.ToString(CultureInfo.InvariantCulture)),
            ParquetColumnType.Date => reader.ReadDates(group, column.Name).Select(static value =>
                value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ParquetColumnType.Timestamp =>
                reader.ReadTimestamps(group, column.Name).Select(static value => value is { } time ? Microseconds(time) : null),
            ParquetColumnType.Int32 => reader.ReadInt32s(group, column.Name).Select(static value =>
                value?.ToString(CultureInfo.InvariantCulture)),
            ParquetColumnType.Int64 => reader.ReadInt64s(group, column.Name).Select(static value =>
                value?.ToString(CultureInfo.InvariantCulture)),
            ParquetColumnType.Double => reader.ReadDoubles(group, column.Name).Select(static value =>
                value is { } number ? Bits(number) : null),
            _ => reader.ReadBooleans(group, column.Name).Select(static value => value is { } truth ? truth ? "true" : "false" : null),
        })];

    private static string TypeName(ParquetColumn column) => column.Type switch
    {
        ParquetColumnType.Decimal => $"DECIMAL({column.Precision},{column.Scale})",
        var type => type.ToString().ToUpperInvariant(),
    };

    public static string Microseconds(DateTimeOffset value) =>
        ((value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10).ToString(CultureInfo.InvariantCulture);

    public static string Bits(double value) => double.IsNaN(value)
        ? "NaN"
        : BitConverter.DoubleToUInt64Bits(value).ToString("X16", CultureInfo.InvariantCulture);
}
