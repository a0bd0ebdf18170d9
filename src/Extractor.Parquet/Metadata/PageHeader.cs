using Extractor.Parquet.Thrift;

namespace Extractor.Parquet.Metadata;

/// <summary>What stands before each page (PageHeader).</summary>
/// <param name="ValueCount">Nulls included.</param>
/// <param name="Statistics">Of a data page; null for a dictionary page.</param>
internal readonly record struct PageHeader(
    PageType Type,
    int UncompressedSize,
    int CompressedSize,
    int ValueCount,
    Encoding Encoding,
    ColumnStatistics? Statistics)
{
    public void Write(CompactProtocolWriter writer)
    {
        writer.BeginStruct();
        writer.Int32(1, (int)Type);
        writer.Int32(2, UncompressedSize);
        writer.Int32(3, CompressedSize);
        if (Type == PageType.Dictionary)
        {
            writer.BeginStruct(7);
            writer.Int32(1, ValueCount);
            writer.Int32(2, (int)Encoding);
            writer.Boolean(3, false);
            writer.EndStruct();
        }
        else
        {
            writer.BeginStruct(5);
            writer.Int32(1, ValueCount);
            writer.Int32(2, (int)Encoding);
            writer.Int32(3, (int)Encoding.Rle);
            writer.Int32(4, (int)Encoding.Rle);
            if (Statistics is not null)
            {
                writer.BeginStruct(5);
                Statistics.Write(writer);
                writer.EndStruct();
            }

            writer.EndStruct();
        }

        writer.EndStruct();
    }

    public static PageHeader Read(ref CompactProtocolReader reader)
    {
        var header = default(PageHeader);
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 1:
                    header = header with { Type = (PageType)reader.ReadInt32() };
                    break;
                case 2:
                    header = header with { UncompressedSize = reader.ReadInt32() };
                    break;
                case 3:
                    header = header with { CompressedSize = reader.ReadInt32() };
                    break;
                case 5 or 7:
                    header = ReadPageKind(ref reader, header);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        return header;
    }

    private static PageHeader ReadPageKind(ref CompactProtocolReader reader, PageHeader header)
    {
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 1:
                    header = header with { ValueCount = reader.ReadInt32() };
                    break;
                case 2:
                    header = header with { Encoding = (Encoding)reader.ReadInt32() };
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        return header;
    }
}
