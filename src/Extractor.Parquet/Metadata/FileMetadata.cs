using System.Collections.Immutable;
using Extractor.Parquet.Thrift;

namespace Extractor.Parquet.Metadata;

/// <summary>The footer of a file (FileMetaData).</summary>
internal sealed record FileMetadata(
    ParquetSchema Schema,
    long RowCount,
    IReadOnlyList<RowGroupMetadata> RowGroups,
    ImmutableArray<KeyValuePair<string, string>> KeyValues,
    string? CreatedBy)
{
    /// <summary>2 since the logical types and the encodings after PLAIN and RLE are used.</summary>
    private const int FormatVersion = 2;

    public void Write(CompactProtocolWriter writer)
    {
        writer.BeginStruct();
        writer.Int32(1, FormatVersion);
        SchemaElements.Write(writer, 2, Schema);
        writer.Int64(3, RowCount);
        writer.BeginList(4, CompactType.Struct, RowGroups.Count);
        foreach (var rowGroup in RowGroups)
        {
            rowGroup.Write(writer, Schema);
        }

        if (!KeyValues.IsEmpty)
        {
            writer.BeginList(5, CompactType.Struct, KeyValues.Length);
            foreach (var (key, value) in KeyValues)
            {
                writer.BeginStruct();
                writer.String(1, key);
                writer.String(2, value);
                writer.EndStruct();
            }
        }

        if (CreatedBy is not null)
        {
            writer.String(6, CreatedBy);
        }

        // Every column is ordered as its type defines (TYPE_ORDER); without this, readers must not use min and max of strings.
        writer.BeginList(7, CompactType.Struct, Schema.Columns.Length);
        foreach (var _ in Schema.Columns)
        {
            writer.BeginStruct();
            writer.EmptyStruct(1);
            writer.EndStruct();
        }

        writer.EndStruct();
    }

    public static FileMetadata Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new CompactProtocolReader(bytes);
        ParquetSchema? schema = null;
        long rowCount = 0;
        var rowGroups = new List<RowGroupMetadata>();
        var keyValues = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        string? createdBy = null;
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 2:
                    schema = SchemaElements.Read(ref reader);
                    break;
                case 3:
                    rowCount = reader.ReadInt64();
                    break;
                case 4:
                    var count = reader.BeginList(out _);
                    for (var index = 0; index < count; index++)
                    {
                        rowGroups.Add(RowGroupMetadata.Read(ref reader));
                    }

                    break;
                case 5:
                    var keyValueCount = reader.BeginList(out _);
                    for (var index = 0; index < keyValueCount; index++)
                    {
                        keyValues.Add(ReadKeyValue(ref reader));
                    }

                    break;
                case 6:
                    createdBy = reader.ReadString();
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        return new FileMetadata(
            schema ?? throw new ParquetException("The footer has no schema: the file is damaged."),
            rowCount,
            rowGroups,
            keyValues.ToImmutable(),
            createdBy);
    }

    private static KeyValuePair<string, string> ReadKeyValue(ref CompactProtocolReader reader)
    {
        var key = string.Empty;
        var value = string.Empty;
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 1:
                    key = reader.ReadString();
                    break;
                case 2:
                    value = reader.ReadString();
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        return KeyValuePair.Create(key, value);
    }
}
