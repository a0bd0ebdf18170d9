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

    /// <summary>One result a row; the default of <typeparamref name="TResult"/> (null) where the row has no value.</summary>
    public static TResult[] Read<TPhysical, TResult>(
        Stream stream,
        ColumnChunkMetadata chunk,
        bool isNullable,
        int rowCount,
        Decode<TPhysical> decode,
        Func<TPhysical, TResult> convert)
    {
        var bytes = ReadBytes(stream, chunk);
        var results = new TResult[rowCount];
        TResult[]? dictionary = null;
        var row = 0;
        for (var position = 0; position < bytes.Length;)
        {
            var reader = new CompactProtocolReader(bytes.AsSpan(position));
            var header = PageHeader.Read(ref reader);
            position += reader.Position;
            var page = ReadPage(bytes, ref position, header, chunk);
            if (header.Type == PageType.Dictionary)
            {
                dictionary = Convert(page, Encoding.Plain, header.ValueCount, decode, convert);
                continue;
            }

            if (header.Type != PageType.Data || header.ValueCount < 0 || header.ValueCount > rowCount - row)
            {
                throw new ParquetException($"Column '{chunk.Name}' has a page of type {header.Type} with {header.ValueCount} values " +
                    $"after {row} of {rowCount} rows: the file is damaged.");
            }

            ReadDataPage(page, header, isNullable, dictionary, decode, convert, results.AsSpan(row, header.ValueCount));
            row += header.ValueCount;
        }

        return row == rowCount
            ? results
            : throw new ParquetException(
                $"Column '{chunk.Name}' has {row} values where its row group has {rowCount} rows: the file is damaged.");
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

    public static void DecodeStrings(ReadOnlySpan<byte> input, Encoding encoding, Span<string> values)
    {
        switch (encoding)
        {
            case Encoding.Plain:
                ByteArrays.DecodePlain(input, values);
                break;
            case Encoding.DeltaLengthByteArray:
                ByteArrays.DecodeDeltaLength(input, values);
                break;
            case Encoding.DeltaByteArray:
                ByteArrays.DecodeDelta(input, values);
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

        var bytes = new byte[chunk.CompressedSize];
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] ReadPage(byte[] bytes, ref int position, PageHeader header, ColumnChunkMetadata chunk)
    {
        if (header.CompressedSize < 0 || header.CompressedSize > bytes.Length - position || header.UncompressedSize < 0 ||
            header.UncompressedSize > chunk.UncompressedSize)
        {
            throw new ParquetException($"A page of column '{chunk.Name}' is said to be longer than its column chunk: the file is damaged.");
        }

        var page = bytes[position..(position + header.CompressedSize)];
        position += header.CompressedSize;
        return PageCompressor.Decompress(chunk.Codec, page, header.UncompressedSize);
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
        var source = new EncodedBytes(page);
        var length = source.ReadInt32();
        RleBitPackedHybrid.Decode(source.ReadBytes(length), 1, levels);
        var values = ValuesOf(page[source.Position..], levels.AsSpan().Count(1));
        var next = 0;
        for (var index = 0; index < results.Length; index++)
        {
            if (levels[index] == 1)
            {
                results[index] = values[next++];
            }
        }

        TResult[] ValuesOf(ReadOnlySpan<byte> encoded, int count) => header.Encoding == Encoding.RleDictionary
            ? LookUp(encoded, count, dictionary)
            : Convert(encoded, header.Encoding, count, decode, convert);
    }

    private static TResult[] LookUp<TResult>(ReadOnlySpan<byte> page, int count, TResult[]? dictionary)
    {
        if (dictionary is null)
        {
            throw new ParquetException("A page refers to a dictionary that is not there: the file is damaged.");
        }

        var indexes = new int[count];
        if (count > 0)
        {
            RleBitPackedHybrid.Decode(page[1..], page[0], indexes);
        }

        var values = new TResult[count];
        for (var index = 0; index < count; index++)
        {
            if ((uint)indexes[index] >= (uint)dictionary.Length)
            {
                throw new ParquetException("A page refers to an entry that its dictionary does not have: the file is damaged.");
            }

            values[index] = dictionary[indexes[index]];
        }

        return values;
    }
}
