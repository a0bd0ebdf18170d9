using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Parquet;

namespace Extractor.Benchmarks.Parquet;

/// <summary>The rows of a published dataset in memory, repeated under new hashes: as if there were more documents.</summary>
internal sealed class RepeatedTable(ParquetSchema schema, IReadOnlyList<Array> columns, int rowCount)
{
    public int RowCount => rowCount;

    public static RepeatedTable Load(string folder, int rowCount)
    {
        var files = Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        using var first = ParquetFileReader.Open(files[0]);
        var schema = first.Schema;
        var parts = schema.Columns.Select(static _ => new List<Array>()).ToArray();
        foreach (var file in files)
        {
            using var reader = ParquetFileReader.Open(file);
            for (var group = 0; group < reader.RowGroupCount; group++)
            {
                for (var index = 0; index < parts.Length; index++)
                {
                    parts[index].Add(Read(reader, group, schema.Columns[index]));
                }
            }
        }

        var stored = parts[0].Sum(static part => part.Length);
        var rows = stored == 0 ? 0 : Math.Max(stored, rowCount);
        return new RepeatedTable(schema, [.. parts.Select((part, index) => Repeat(part, schema.Columns[index], stored, rows))], rows);
    }

    public void Write(string path, ParquetCodec codec)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 128 * 1024);
        using var writer = new ParquetFileWriter(stream, schema, new ParquetWriterOptions { Codec = codec });
        var appends = schema.Columns.Select((column, index) => AppendOf(writer, column, columns[index])).ToArray();
        for (var row = 0; row < rowCount; row++)
        {
            foreach (var append in appends)
            {
                append(row);
            }

            writer.EndRow();
        }

        writer.Close();
    }

    private static Array Read(ParquetFileReader reader, int group, ParquetColumn column) => column.Type switch
    {
        ParquetColumnType.String => reader.ReadStrings(group, column.Name),
        ParquetColumnType.Decimal => reader.ReadDecimals(group, column.Name),
        ParquetColumnType.Timestamp => reader.ReadTimestamps(group, column.Name),
        ParquetColumnType.Int32 => reader.ReadInt32s(group, column.Name),
        ParquetColumnType.Int64 => reader.ReadInt64s(group, column.Name),
        ParquetColumnType.Double => reader.ReadDoubles(group, column.Name),
        ParquetColumnType.Boolean => reader.ReadBooleans(group, column.Name),
        _ => throw new NotSupportedException($"No dataset has a column of type {column.Type}."),
    };

    private static Array Repeat(List<Array> parts, ParquetColumn column, int stored, int rows)
    {
        var all = Array.CreateInstance(parts.Count == 0 ? typeof(string) : parts[0].GetType().GetElementType()!, rows);
        var filled = 0;
        foreach (var part in parts)
        {
            Array.Copy(part, 0, all, filled, part.Length);
            filled += part.Length;
        }

        for (; filled < rows; filled += stored)
        {
            Array.Copy(all, 0, all, filled, Math.Min(stored, rows - filled));
        }

        if (all is string?[] texts && column.Name.EndsWith("_id", StringComparison.Ordinal))
        {
            // Ids are hashes, some with an ordinal behind: every repetition gets hashes of its own.
            var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var row = stored; row < rows; row++)
            {
                if (row % stored == 0)
                {
                    renamed.Clear();
                }

                if (texts[row] is { } id)
                {
                    texts[row] = renamed.TryGetValue(id, out var known) ? known : renamed[id] = Rename(id, row / stored);
                }
            }
        }

        return all;
    }

    private static string Rename(string id, int repetition)
    {
        var hash = id.Split('-')[0];
        var other = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{repetition} {hash}"))));
        return other[..Math.Min(hash.Length, other.Length)] + id[hash.Length..];
    }

    private static Action<int> AppendOf(ParquetFileWriter writer, ParquetColumn column, Array values)
    {
        switch (values)
        {
            case string?[] texts:
                var text = writer.String(column.Name);
                return row => text.Append(texts[row]);
            case decimal?[] decimals:
                var money = writer.Decimal(column.Name);
                return row => money.Append(decimals[row]);
            case DateTimeOffset?[] times:
                var time = writer.Timestamp(column.Name);
                return row => time.Append(times[row]);
            case int?[] integers:
                var integer = writer.Int32(column.Name);
                return row => integer.Append(integers[row]);
            case long?[] longs:
                var longInteger = writer.Int64(column.Name);
                return row => longInteger.Append(longs[row]);
            case double?[] doubles:
                var number = writer.Double(column.Name);
                return row => number.Append(doubles[row]);
            default:
                var flags = (bool?[])values;
                var flag = writer.Boolean(column.Name);
                return row => flag.Append(flags[row]);
        }
    }
}
