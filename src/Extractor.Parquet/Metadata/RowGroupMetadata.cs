using System.Collections.Immutable;
using Extractor.Parquet.Thrift;

namespace Extractor.Parquet.Metadata;

/// <summary>A row group in the footer (RowGroup).</summary>
internal sealed record RowGroupMetadata(
    long RowCount,
    ImmutableArray<ColumnChunkMetadata> Columns,
    ImmutableArray<SortingColumn> SortingColumns,
    int Ordinal)
{
    public void Write(CompactProtocolWriter writer, ParquetSchema schema)
    {
        writer.BeginStruct();
        writer.BeginList(1, CompactType.Struct, Columns.Length);
        foreach (var column in Columns)
        {
            column.Write(writer);
        }

        writer.Int64(2, Columns.Sum(static column => column.UncompressedSize));
        writer.Int64(3, RowCount);
        if (!SortingColumns.IsEmpty)
        {
            writer.BeginList(4, CompactType.Struct, SortingColumns.Length);
            foreach (var sorting in SortingColumns)
            {
                writer.BeginStruct();
                writer.Int32(1, schema.PositionOf(sorting.Column));
                writer.Boolean(2, sorting.Descending);
                writer.Boolean(3, sorting.NullsFirst);
                writer.EndStruct();
            }
        }

        writer.Int64(5, Columns[0].DictionaryPageOffset ?? Columns[0].DataPageOffset);
        writer.Int64(6, Columns.Sum(static column => column.CompressedSize));
        if (Ordinal <= short.MaxValue)
        {
            writer.Int16(7, (short)Ordinal);
        }

        writer.EndStruct();
    }

    public static RowGroupMetadata Read(ref CompactProtocolReader reader)
    {
        long rowCount = 0;
        var columns = ImmutableArray.CreateBuilder<ColumnChunkMetadata>();
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 1:
                    var count = reader.BeginList(out _);
                    for (var index = 0; index < count; index++)
                    {
                        columns.Add(ColumnChunkMetadata.Read(ref reader));
                    }

                    break;
                case 3:
                    rowCount = reader.ReadInt64();
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        return new RowGroupMetadata(rowCount, columns.ToImmutable(), [], 0);
    }
}
