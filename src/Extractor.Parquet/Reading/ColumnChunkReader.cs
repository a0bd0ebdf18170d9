using System.Numerics;
using System.Runtime.InteropServices;
using Extractor.Parquet.Compression;
using Extractor.Parquet.Encodings;
using Extractor.Parquet.Metadata;
using Extractor.Parquet.Thrift;

namespace Extractor.Parquet;

/// <summary>Reads the pages of one column chunk.</summary>
internal static class ColumnChunkReader
{
    /// <summary>Fills <paramref name="values"/> from the values of a page, which has no nulls among them.</summary>
    public delegate void Decode<T>(ReadOnlySpan<byte> input, Encoding encoding, Span<T> values);

    /// <summary>What is done with a page of a column chunk, decompressed.</summary>
    /// <param name="row">The first row of a data page.</param>
    private delegate void VisitPage(PageHeader header, ReadOnlySpan<byte> page, int row);

    /// <summary>One result a row; the default of <typeparamref name="TResult"/> (null) where the row has no value.</summary>
    public static TResult[] Read<TPhysical, TResult>(
        Stream stream,
        ColumnChunkMetadata chunk,
        bool isNullable,
        int rowCount,
        Decode<TPhysical> decode,
        Func<TPhysical, TResult> convert)
    {
        var results = new TResult[rowCount];
        TResult[]? dictionary = null;
        VisitPages(stream, chunk, rowCount, (header, page, row) =>
        {
            if (header.Type == PageType.Dictionary)
            {
                dictionary = Convert(page, Encoding.Plain, header.ValueCount, decode, convert);
            }
            else
            {
                ReadDataPage(page, header, isNullable, dictionary, decode, convert, results.AsSpan(row, header.ValueCount));
            }
        });
        return results;
    }

    /// <summary>The same of a column of text.</summary>
    public static TextColumn ReadTexts(Stream stream, ColumnChunkMetadata chunk, bool isNullable, int rowCount)
    {
        var column = new TextColumn(rowCount);
        var dictionaryEntries = -1;
        VisitPages(stream, chunk, rowCount, (header, page, row) =>
        {
            if (header.Type == PageType.Dictionary)
            {
                DecodeTexts(page, Encoding.Plain, header.ValueCount, column);
                dictionaryEntries = column.EntryCount;
                return;
            }

            var rows = column.WritableRows.Slice(row, header.ValueCount);
            var values = isNullable ? ReadLevels(ref page, rows) : rows.Length;
            var entries = isNullable && values < rows.Length ? new int[values].AsSpan() : rows;
            if (header.Encoding == Encoding.RleDictionary)
            {
                ReadIndexes(page, entries, dictionaryEntries);
            }
            else
            {
                var first = column.EntryCount;
                DecodeTexts(page, header.Encoding, values, column);
                for (var index = 0; index < entries.Length; index++)
                {
                    entries[index] = first + index;
                }
            }

            if (values == rows.Length)
            {
                return;
            }

            var next = 0;
            foreach (ref var level in rows)
            {
                level = level == 1 ? entries[next++] : -1;
            }
        });
        return column;
    }

    public static void DecodeIntegers<T>(ReadOnlySpan<byte> input, Encoding encoding, Span<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (encoding == Encoding.DeltaBinaryPacked)
        {
            DeltaBinaryPacked.Decode(input, values);
        }
        else
        {
            DecodePlain(input, encoding, values);
        }
    }

    public static void DecodeDoubles(ReadOnlySpan<byte> input, Encoding encoding, Span<double> values) =>
        DecodePlain(input, encoding, values);

    public static void DecodeBooleans(ReadOnlySpan<byte> input, Encoding encoding, Span<bool> values)
    {
        if (encoding != Encoding.Plain || input.Length < (values.Length + 7) / 8)
        {
            throw Unreadable(encoding);
        }

        for (var index = 0; index < values.Length; index++)
        {
            values[index] = BitPacking.Unpack(input, index, 1) == 1;
        }
    }

    private static void DecodeTexts(ReadOnlySpan<byte> input, Encoding encoding, int count, TextColumn target)
    {
        target.Reserve(encoding == Encoding.Plain ? Math.Min(count, input.Length / sizeof(int)) : count);
        switch (encoding)
        {
            case Encoding.Plain:
                ByteArrays.DecodePlain(input, count, target);
                break;
            case Encoding.DeltaLengthByteArray:
                ByteArrays.DecodeDeltaLength(input, count, target);
                break;
            case Encoding.DeltaByteArray:
                ByteArrays.DecodeDelta(input, count, target);
                break;
            default:
                throw Unreadable(encoding);
        }
    }

    private static void DecodePlain<T>(ReadOnlySpan<byte> input, Encoding encoding, Span<T> values)
        where T : unmanaged
    {
        var target = MemoryMarshal.AsBytes(values);
        if (encoding != Encoding.Plain || input.Length < target.Length)
        {
            throw Unreadable(encoding);
        }

        input[..target.Length].CopyTo(target);
    }

    private static ParquetException Unreadable(Encoding encoding) =>
        new($"A page with encoding {encoding} is too short, or the encoding is not one that this library writes for the type.");

    private static byte[] ReadBytes(Stream stream, ColumnChunkMetadata chunk)
    {
        var offset = Math.Min(chunk.DictionaryPageOffset ?? chunk.DataPageOffset, chunk.DataPageOffset);
        if (offset < 0 || chunk.CompressedSize < 0 || chunk.CompressedSize > int.MaxValue || offset > stream.Length - chunk.CompressedSize)
        {
            throw new ParquetException($"Column '{chunk.Name}' is said to lie outside the file: the file is damaged.");
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)chunk.CompressedSize);
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Every page of a column chunk in its order; the data pages have as many values as the chunk has rows.</summary>
    private static void VisitPages(Stream stream, ColumnChunkMetadata chunk, int rowCount, VisitPage visit)
    {
        var bytes = ReadBytes(stream, chunk);
        var row = 0;
        for (var position = 0; position < bytes.Length;)
        {
            var reader = new CompactProtocolReader(bytes.AsSpan(position));
            var header = PageHeader.Read(ref reader);
            position += reader.Position;
            var page = ReadPage(bytes, ref position, header, chunk);
            if (header.Type == PageType.Dictionary)
            {
                visit(header, page, row);
                continue;
            }

            if (header.Type != PageType.Data || header.ValueCount < 0 || header.ValueCount > rowCount - row)
            {
                throw new ParquetException($"Column '{chunk.Name}' has a page of type {header.Type} with {header.ValueCount} values " +
                    $"after {row} of {rowCount} rows: the file is damaged.");
            }

            visit(header, page, row);
            row += header.ValueCount;
        }

        if (row != rowCount)
        {
            throw new ParquetException(
                $"Column '{chunk.Name}' has {row} values where its row group has {rowCount} rows: the file is damaged.");
        }
    }

    private static ReadOnlySpan<byte> ReadPage(byte[] bytes, ref int position, PageHeader header, ColumnChunkMetadata chunk)
    {
        if (header.CompressedSize < 0 || header.CompressedSize > bytes.Length - position || header.UncompressedSize < 0 ||
            header.UncompressedSize > chunk.UncompressedSize)
        {
            throw new ParquetException($"A page of column '{chunk.Name}' is said to be longer than its column chunk: the file is damaged.");
        }

        var page = bytes.AsSpan(position, header.CompressedSize);
        position += header.CompressedSize;
        return PageCompressor.Decompress(chunk.Codec, page, header.UncompressedSize);
    }

    /// <summary>The definition levels at the beginning of a page, 1 for a value: the page is what follows them then.</summary>
    /// <returns>How many are 1.</returns>
    private static int ReadLevels(ref ReadOnlySpan<byte> page, Span<int> levels)
    {
        var source = new EncodedBytes(page);
        RleBitPackedHybrid.Decode(source.ReadBytes(source.ReadInt32()), 1, levels);
        page = page[source.Position..];
        return levels.Count(1);
    }

    /// <param name="entryCount">Of the dictionary; negative where there is none.</param>
    private static void ReadIndexes(ReadOnlySpan<byte> page, Span<int> indexes, int entryCount)
    {
        if (entryCount < 0)
        {
            throw new ParquetException("A page refers to a dictionary that is not there: the file is damaged.");
        }

        if (indexes.Length > 0)
        {
            RleBitPackedHybrid.Decode(page[1..], page[0], indexes);
        }

        foreach (var index in indexes)
        {
            if ((uint)index >= (uint)entryCount)
            {
                throw new ParquetException("A page refers to an entry that its dictionary does not have: the file is damaged.");
            }
        }
    }

    private static TResult[] Convert<TPhysical, TResult>(
        ReadOnlySpan<byte> input, Encoding encoding, int count, Decode<TPhysical> decode, Func<TPhysical, TResult> convert)
    {
        var values = new TPhysical[count];
        decode(input, encoding, values);
        return Array.ConvertAll(values, value => convert(value));
    }

    private static void ReadDataPage<TPhysical, TResult>(
        ReadOnlySpan<byte> page,
        PageHeader header,
        bool isNullable,
        TResult[]? dictionary,
        Decode<TPhysical> decode,
        Func<TPhysical, TResult> convert,
        Span<TResult> results)
    {
        if (!isNullable)
        {
            ValuesOf(page, results.Length).CopyTo(results);
            return;
        }

        var levels = new int[results.Length];
        var count = ReadLevels(ref page, levels);
        var values = ValuesOf(page, count);
        var next = 0;
        for (var index = 0; index < results.Length; index++)
        {
            if (levels[index] == 1)
            {
                results[index] = values[next++];
            }
        }

        TResult[] ValuesOf(ReadOnlySpan<byte> encoded, int valueCount) => header.Encoding == Encoding.RleDictionary
            ? LookUp(encoded, valueCount, dictionary)
            : Convert(encoded, header.Encoding, valueCount, decode, convert);
    }

    private static TResult[] LookUp<TResult>(ReadOnlySpan<byte> page, int count, TResult[]? dictionary)
    {
        var indexes = new int[count];
        ReadIndexes(page, indexes, dictionary?.Length ?? -1);
        return Array.ConvertAll(indexes, index => dictionary![index]);
    }
}
