using Extractor.Parquet.Encodings;
using Extractor.Parquet.Metadata;

namespace Extractor.Parquet;

/// <summary>
/// Takes the values of one column, row by row, and holds them until their row group is written as a column chunk.
/// One kind a column type: <see cref="StringColumnWriter"/>, <see cref="DecimalColumnWriter"/>, …
/// </summary>
public abstract class ColumnWriter
{
    /// <summary>1 for a value, 0 for a null: the definition level of each row. Only of a nullable column.</summary>
    private byte[] levels = [];

    private protected ColumnWriter(ParquetColumn column) => Column = column;

    public ParquetColumn Column { get; }

    /// <summary>Rows of the current row group, nulls included.</summary>
    internal int RowCount { get; private set; }

    /// <summary>Rows that are not null.</summary>
    internal int ValueCount { get; private set; }

    /// <summary>Bytes of values held.</summary>
    internal abstract long BufferedBytes { get; }

    internal abstract PhysicalType PhysicalType { get; }

    /// <exception cref="InvalidOperationException">The column is REQUIRED.</exception>
    public void AppendNull() => AppendNulls(1);

    /// <inheritdoc cref="AppendNull"/>
    public void AppendNulls(int count)
    {
        if (!Column.IsNullable)
        {
            throw new InvalidOperationException($"Column '{Column.Name}' is not nullable.");
        }

        ReserveLevels(count).Clear();
        RowCount += count;
    }

    /// <summary>The column chunk's pages to <paramref name="target"/>.</summary>
    internal ColumnChunkMetadata WriteChunk(ColumnChunkTarget target)
    {
        target.Begin();
        var encoding = ChooseEncoding(target);
        long? dictionaryOffset = null;
        if (encoding == Encoding.RleDictionary)
        {
            dictionaryOffset = target.Position;
            target.Page.Clear();
            var entryCount = EncodeDictionary(target.Page);
            target.WritePage(PageType.Dictionary, entryCount, Encoding.Plain, null);
        }

        var dataOffset = target.Position;
        var valueFrom = 0;
        for (var rowFrom = 0; rowFrom < RowCount;)
        {
            var (rowTo, valueTo) = EndOfPage(rowFrom, valueFrom, encoding, target.Options);
            target.Page.Clear();
            EncodeLevels(rowFrom, rowTo, target.Page);
            EncodeValues(valueFrom, valueTo, encoding, target.Page);
            var statistics = PageStatistics(valueFrom, valueTo, rowTo - rowFrom - (valueTo - valueFrom));
            target.WriteDataPage(rowFrom, rowTo - rowFrom, encoding, statistics);
            (rowFrom, valueFrom) = (rowTo, valueTo);
        }

        var metadata = new ColumnChunkMetadata
        {
            Type = PhysicalType,
            Name = Column.Name,
            Codec = target.Options.Codec,
            ValueCount = RowCount,
            UncompressedSize = target.UncompressedSize,
            CompressedSize = target.CompressedSize,
            DictionaryPageOffset = dictionaryOffset,
            DataPageOffset = dataOffset,
            Statistics = ChunkStatistics(RowCount - ValueCount),
            Encodings = dictionaryOffset is null
                ? [new PageEncodingCount(PageType.Data, encoding, target.DataPages.Count)]
                : [new PageEncodingCount(PageType.Dictionary, Encoding.Plain, 1),
                    new PageEncodingCount(PageType.Data, encoding, target.DataPages.Count)],
            UnencodedByteArrayBytes = UnencodedByteArrayBytes,
        };
        target.End(this);
        return metadata;
    }

    /// <summary>Forgets the row group; the memory is kept for the next.</summary>
    internal void Clear()
    {
        RowCount = 0;
        ValueCount = 0;
        ClearValues();
    }

    /// <summary>Gives the memory back; only of a column without rows.</summary>
    internal void Release()
    {
        GrownArray.Release(ref levels);
        ReleaseValues();
    }

    /// <summary>The order of minima and maxima as they stand in statistics.</summary>
    internal abstract int CompareBounds(byte[] left, byte[] right);

    /// <summary>The hash of every value at least once, for a bloom filter; with it, how many values may be distinct.</summary>
    internal abstract long VisitHashes(Action<ulong>? visit);

    private protected virtual long? UnencodedByteArrayBytes => null;

    private protected abstract void ClearValues();

    private protected abstract void ReleaseValues();

    /// <summary>Called first: what the values look like decides how they are written.</summary>
    private protected abstract Encoding ChooseEncoding(ColumnChunkTarget target);

    /// <summary>Only after <see cref="Encoding.RleDictionary"/> was chosen. Returns the number of entries.</summary>
    private protected abstract int EncodeDictionary(PageBuffer output);

    private protected abstract void EncodeValues(int from, int to, Encoding encoding, PageBuffer output);

    /// <summary>How many of the values, one after the other, do not exceed a page's bytes.</summary>
    private protected abstract int CountFitting(int from, int to, Encoding encoding, int pageBytes);

    private protected abstract ColumnStatistics PageStatistics(int from, int to, long nullCount);

    /// <summary>Of all pages since <see cref="ChooseEncoding"/>.</summary>
    private protected abstract ColumnStatistics ChunkStatistics(long nullCount);

    /// <summary>Notes that <paramref name="count"/> rows have values.</summary>
    private protected void CountValues(int count)
    {
        if (Column.IsNullable)
        {
            ReserveLevels(count).Fill(1);
        }

        RowCount += count;
        ValueCount += count;
    }

    private Span<byte> ReserveLevels(int count)
    {
        if (levels.Length - RowCount < count)
        {
            GrownArray.Grow(ref levels, RowCount, RowCount + count);
        }

        return levels.AsSpan(RowCount, count);
    }

    private void EncodeLevels(int rowFrom, int rowTo, PageBuffer page)
    {
        if (!Column.IsNullable)
        {
            return;
        }

        var lengthAt = page.Length;
        page.WriteInt32(0);
        RleBitPackedHybrid.EncodeLevels(levels.AsSpan(rowFrom, rowTo - rowFrom), page);
        page.WriteInt32At(lengthAt, page.Length - lengthAt - 4);
    }

    private (int RowTo, int ValueTo) EndOfPage(int rowFrom, int valueFrom, Encoding encoding, ParquetWriterOptions options)
    {
        var rowTo = (int)Math.Min((long)rowFrom + options.PageRows, RowCount);
        var valueTo = valueFrom + CountDefined(rowFrom, rowTo);
        if (valueTo == valueFrom)
        {
            return (rowTo, valueTo);
        }

        var fitting = Math.Max(1, CountFitting(valueFrom, valueTo, encoding, options.PageBytes));
        if (valueFrom + fitting >= valueTo)
        {
            return (rowTo, valueTo);
        }

        if (!Column.IsNullable)
        {
            return (rowFrom + fitting, valueFrom + fitting);
        }

        var row = rowFrom;
        for (var left = fitting; left > 0; row++)
        {
            left -= levels[row];
        }

        return (row, valueFrom + fitting);
    }

    private int CountDefined(int rowFrom, int rowTo) => Column.IsNullable
        ? levels.AsSpan(rowFrom, rowTo - rowFrom).Count((byte)1)
        : rowTo - rowFrom;
}
