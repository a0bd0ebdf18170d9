using Extractor.Parquet.Thrift;

namespace Extractor.Parquet.Metadata;

/// <summary>The schema as the format writes it: the tree of schema elements, depth first. Ours is a root and its leaves.</summary>
internal static class SchemaElements
{
    public static PhysicalType PhysicalTypeOf(ParquetColumnType type) => type switch
    {
        ParquetColumnType.String => PhysicalType.ByteArray,
        ParquetColumnType.Decimal or ParquetColumnType.Timestamp or ParquetColumnType.Int64 => PhysicalType.Int64,
        ParquetColumnType.Date or ParquetColumnType.Int32 => PhysicalType.Int32,
        ParquetColumnType.Double => PhysicalType.Double,
        ParquetColumnType.Boolean => PhysicalType.Boolean,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a column type."),
    };

    public static void Write(CompactProtocolWriter writer, short field, ParquetSchema schema)
    {
        writer.BeginList(field, CompactType.Struct, schema.Columns.Length + 1);
        writer.BeginStruct();
        writer.String(4, "schema");
        writer.Int32(5, schema.Columns.Length);
        writer.EndStruct();
        foreach (var column in schema.Columns)
        {
            WriteLeaf(writer, column);
        }
    }

    public static ParquetSchema Read(ref CompactProtocolReader reader)
    {
        var count = reader.BeginList(out _);
        var columns = new List<ParquetColumn>(count);
        for (var index = 0; index < count; index++)
        {
            var column = ReadLeaf(ref reader, isRoot: index == 0);
            if (column is not null)
            {
                columns.Add(column);
            }
        }

        return new ParquetSchema(columns);
    }

    private static void WriteLeaf(CompactProtocolWriter writer, ParquetColumn column)
    {
        writer.BeginStruct();
        writer.Int32(1, (int)PhysicalTypeOf(column.Type));
        writer.Int32(3, (int)(column.IsNullable ? FieldRepetition.Optional : FieldRepetition.Required));
        writer.String(4, column.Name);
        if (ConvertedTypeOf(column.Type) is { } converted)
        {
            writer.Int32(6, (int)converted);
        }

        if (column.Type == ParquetColumnType.Decimal)
        {
            writer.Int32(7, column.Scale);
            writer.Int32(8, column.Precision);
        }

        WriteLogicalType(writer, column);
        writer.EndStruct();
    }

    private static ConvertedType? ConvertedTypeOf(ParquetColumnType type) => type switch
    {
        ParquetColumnType.String => ConvertedType.Utf8,
        ParquetColumnType.Decimal => ConvertedType.Decimal,
        ParquetColumnType.Date => ConvertedType.Date,
        ParquetColumnType.Timestamp => ConvertedType.TimestampMicros,
        ParquetColumnType.Int32 => ConvertedType.Int32,
        ParquetColumnType.Int64 => ConvertedType.Int64,
        _ => null,
    };

    /// <summary>Field 10, the union LogicalType; DOUBLE and BOOLEAN have none.</summary>
    private static void WriteLogicalType(CompactProtocolWriter writer, ParquetColumn column)
    {
        if (column.Type is ParquetColumnType.Double or ParquetColumnType.Boolean)
        {
            return;
        }

        writer.BeginStruct(10);
        switch (column.Type)
        {
            case ParquetColumnType.String:
                writer.EmptyStruct(1);
                break;
            case ParquetColumnType.Decimal:
                writer.BeginStruct(5);
                writer.Int32(1, column.Scale);
                writer.Int32(2, column.Precision);
                writer.EndStruct();
                break;
            case ParquetColumnType.Date:
                writer.EmptyStruct(6);
                break;
            case ParquetColumnType.Timestamp:
                writer.BeginStruct(8);
                writer.Boolean(1, true);
                writer.BeginStruct(2);
                writer.EmptyStruct(2);
                writer.EndStruct();
                writer.EndStruct();
                break;
            default:
                writer.BeginStruct(10);
                writer.Byte(1, (sbyte)(column.Type == ParquetColumnType.Int32 ? 32 : 64));
                writer.Boolean(2, true);
                writer.EndStruct();
                break;
        }

        writer.EndStruct();
    }

    private static ParquetColumn? ReadLeaf(ref CompactProtocolReader reader, bool isRoot)
    {
        PhysicalType? physical = null;
        ConvertedType? converted = null;
        var repetition = FieldRepetition.Required;
        var name = string.Empty;
        var scale = 0;
        var precision = 18;
        var children = 0;
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 1:
                    physical = (PhysicalType)reader.ReadInt32();
                    break;
                case 3:
                    repetition = (FieldRepetition)reader.ReadInt32();
                    break;
                case 4:
                    name = reader.ReadString();
                    break;
                case 5:
                    children = reader.ReadInt32();
                    break;
                case 6:
                    converted = (ConvertedType)reader.ReadInt32();
                    break;
                case 7:
                    scale = reader.ReadInt32();
                    break;
                case 8:
                    precision = reader.ReadInt32();
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        if (isRoot)
        {
            return null;
        }

        if (children > 0 || repetition is not (FieldRepetition.Required or FieldRepetition.Optional))
        {
            throw new ParquetException($"Column '{name}' is nested or repeated; only flat files are read.");
        }

        return new ParquetColumn(name, ColumnTypeOf(name, physical, converted), repetition == FieldRepetition.Optional, precision, scale);
    }

    private static ParquetColumnType ColumnTypeOf(string name, PhysicalType? physical, ConvertedType? converted) =>
        (physical, converted) switch
        {
            (PhysicalType.ByteArray, ConvertedType.Utf8) => ParquetColumnType.String,
            (PhysicalType.Int64, ConvertedType.Decimal) => ParquetColumnType.Decimal,
            (PhysicalType.Int64, ConvertedType.TimestampMicros) => ParquetColumnType.Timestamp,
            (PhysicalType.Int64, null or ConvertedType.Int64) => ParquetColumnType.Int64,
            (PhysicalType.Int32, ConvertedType.Date) => ParquetColumnType.Date,
            (PhysicalType.Int32, null or ConvertedType.Int32) => ParquetColumnType.Int32,
            (PhysicalType.Double, null) => ParquetColumnType.Double,
            (PhysicalType.Boolean, null) => ParquetColumnType.Boolean,
            _ => throw new ParquetException($"Column '{name}' is {physical} with {converted?.ToString() ?? "no annotation"}, which this " +
                $"library does not write and does not read."),
        };
}
