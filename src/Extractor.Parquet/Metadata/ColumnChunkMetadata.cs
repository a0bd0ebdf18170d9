using System.Collections.Immutable;
using Extractor.Parquet.Thrift;

namespace Extractor.Parquet.Metadata;

/// <summary>How many pages of a column chunk have an encoding (PageEncodingStats).</summary>
internal readonly record struct PageEncodingCount(PageType PageType, Encoding Encoding, int Count);

/// <summary>A place in the file.</summary>
internal readonly record struct FileSection(long Offset, int Length)
{
    /// <summary>Null where nothing was read.</summary>
    public FileSection? OrNone() => Length > 0 ? this : null;
}

/// <summary>A column chunk in the footer (ColumnChunk with its ColumnMetaData).</summary>
internal sealed record ColumnChunkMetadata
{
    public required PhysicalType Type { get; init; }

    public required string Name { get; init; }

    public required ParquetCodec Codec { get; init; }

    /// <summary>Nulls included.</summary>
    public required long ValueCount { get; init; }

    /// <summary>Page headers included, as is <see cref="CompressedSize"/>.</summary>
    public required long UncompressedSize { get; init; }

    public required long CompressedSize { get; init; }

    public required long DataPageOffset { get; init; }

    public long? DictionaryPageOffset { get; init; }

    public ColumnStatistics? Statistics { get; init; }

    public ImmutableArray<PageEncodingCount> Encodings { get; init; } = [];

    /// <summary>Bytes of all strings, without lengths, before encoding; null for other types.</summary>
    public long? UnencodedByteArrayBytes { get; init; }

    public FileSection? BloomFilter { get; init; }

    public FileSection? ColumnIndex { get; init; }

    public FileSection? OffsetIndex { get; init; }

    public void Write(CompactProtocolWriter writer)
    {
        writer.BeginStruct();

        // file_offset: deprecated, and to be 0 where the metadata stands in the footer only.
        writer.Int64(2, 0);
        writer.BeginStruct(3);
        WriteMetadata(writer);
        writer.EndStruct();
        if (OffsetIndex is { } offsetIndex)
        {
            writer.Int64(4, offsetIndex.Offset);
            writer.Int32(5, offsetIndex.Length);
        }

        if (ColumnIndex is { } columnIndex)
        {
            writer.Int64(6, columnIndex.Offset);
            writer.Int32(7, columnIndex.Length);
        }

        writer.EndStruct();
    }

    private void WriteMetadata(CompactProtocolWriter writer)
    {
        // Levels are RLE whatever the values are.
        Encoding[] encodings = [.. Encodings.Select(static count => count.Encoding).Append(Encoding.Rle).Distinct().Order()];
        writer.Int32(1, (int)Type);
        writer.BeginList(2, CompactType.Int32, encodings.Length);
        foreach (var encoding in encodings)
        {
            writer.Int32Element((int)encoding);
        }

        writer.BeginList(3, CompactType.Binary, 1);
        writer.StringElement(Name);
        writer.Int32(4, (int)Codec);
        writer.Int64(5, ValueCount);
        writer.Int64(6, UncompressedSize);
        writer.Int64(7, CompressedSize);
        writer.Int64(9, DataPageOffset);
        if (DictionaryPageOffset is { } dictionaryPageOffset)
        {
            writer.Int64(11, dictionaryPageOffset);
        }

        if (Statistics is not null)
        {
            writer.BeginStruct(12);
            Statistics.Write(writer);
            writer.EndStruct();
        }

        writer.BeginList(13, CompactType.Struct, Encodings.Length);
        foreach (var count in Encodings)
        {
            writer.BeginStruct();
            writer.Int32(1, (int)count.PageType);
            writer.Int32(2, (int)count.Encoding);
            writer.Int32(3, count.Count);
            writer.EndStruct();
        }

        if (BloomFilter is { } bloomFilter)
        {
            writer.Int64(14, bloomFilter.Offset);
            writer.Int32(15, bloomFilter.Length);
        }

        if (UnencodedByteArrayBytes is { } unencoded)
        {
            writer.BeginStruct(16);
            writer.Int64(1, unencoded);
            writer.EndStruct();
        }
    }

    public static ColumnChunkMetadata Read(ref CompactProtocolReader reader)
    {
        ColumnChunkMetadata? chunk = null;
        FileSection offsetIndex = default, columnIndex = default;
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 3:
                    chunk = ReadMetadata(ref reader);
                    break;
                case 4:
                    offsetIndex = offsetIndex with { Offset = reader.ReadInt64() };
                    break;
                case 5:
                    offsetIndex = offsetIndex with { Length = reader.ReadInt32() };
                    break;
                case 6:
                    columnIndex = columnIndex with { Offset = reader.ReadInt64() };
                    break;
                case 7:
                    columnIndex = columnIndex with { Length = reader.ReadInt32() };
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        if (chunk is not null)
        {
            return chunk with { OffsetIndex = offsetIndex.OrNone(), ColumnIndex = columnIndex.OrNone() };
        }

        throw new ParquetException("A column chunk has no metadata in the footer: the file is damaged.");
    }

    private static ColumnChunkMetadata ReadMetadata(ref CompactProtocolReader reader)
    {
        var physicalType = PhysicalType.Boolean;
        var name = string.Empty;
        var codec = ParquetCodec.Uncompressed;
        long valueCount = 0, uncompressed = 0, compressed = 0, dataPageOffset = 0;
        long? dictionaryPageOffset = null;
        ColumnStatistics? statistics = null;
        FileSection bloomFilter = default;
        long? unencoded = null;
        var encodings = ImmutableArray.CreateBuilder<PageEncodingCount>();
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 1:
                    physicalType = (PhysicalType)reader.ReadInt32();
                    break;
                case 3:
                    var depth = reader.BeginList(out _);
                    for (var index = 0; index < depth; index++)
                    {
                        name = reader.ReadString();
                    }

                    break;
                case 4:
                    codec = (ParquetCodec)reader.ReadInt32();
                    break;
                case 5:
                    valueCount = reader.ReadInt64();
                    break;
                case 6:
                    uncompressed = reader.ReadInt64();
                    break;
                case 7:
                    compressed = reader.ReadInt64();
                    break;
                case 9:
                    dataPageOffset = reader.ReadInt64();
                    break;
                case 11:
                    dictionaryPageOffset = reader.ReadInt64();
                    break;
                case 12:
                    statistics = ColumnStatistics.Read(ref reader);
                    break;
                case 13:
                    var count = reader.BeginList(out _);
                    for (var index = 0; index < count; index++)
                    {
                        encodings.Add(ReadEncodingCount(ref reader));
                    }

                    break;
                case 14:
                    bloomFilter = bloomFilter with { Offset = reader.ReadInt64() };
                    break;
                case 15:
                    bloomFilter = bloomFilter with { Length = reader.ReadInt32() };
                    break;
                case 16:
                    unencoded = ReadUnencodedBytes(ref reader);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        return new ColumnChunkMetadata
        {
            Type = physicalType,
            Name = name,
            Codec = codec,
            ValueCount = valueCount,
            UncompressedSize = uncompressed,
            CompressedSize = compressed,
            DataPageOffset = dataPageOffset,
            DictionaryPageOffset = dictionaryPageOffset,
            Statistics = statistics,
            Encodings = encodings.ToImmutable(),
            BloomFilter = bloomFilter.OrNone(),
            UnencodedByteArrayBytes = unencoded,
        };
    }

    /// <summary>The first member of SizeStatistics.</summary>
    private static long? ReadUnencodedBytes(ref CompactProtocolReader reader)
    {
        long? bytes = null;
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            if (field == 1)
            {
                bytes = reader.ReadInt64();
            }
            else
            {
                reader.Skip(type);
            }
        }

        reader.EndStruct(enclosing);
        return bytes;
    }

    private static PageEncodingCount ReadEncodingCount(ref CompactProtocolReader reader)
    {
        var result = default(PageEncodingCount);
        var enclosing = reader.BeginStruct();
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 1:
                    result = result with { PageType = (PageType)reader.ReadInt32() };
                    break;
                case 2:
                    result = result with { Encoding = (Encoding)reader.ReadInt32() };
                    break;
                case 3:
                    result = result with { Count = reader.ReadInt32() };
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.EndStruct(enclosing);
        return result;
    }
}
