using Extractor.Parquet.Metadata;
using Extractor.Parquet.Thrift;

namespace Extractor.Parquet;

/// <summary>
/// Writes one Parquet file. Values are appended column by column (<see cref="String"/>, <see cref="Decimal"/>, …
/// give the columns), <see cref="EndRow"/> ends a row; a row group is written whenever it is full, so that memory is
/// bounded whatever the file's length. The file is whole only after <see cref="Close"/>. Equal rows and options give
/// equal bytes.
/// </summary>
public sealed class ParquetFileWriter : IDisposable
{
    /// <summary>The bytes held are counted once in so many rows.</summary>
    private const int SizeCheckRows = 64;

    private static readonly byte[] Magic = "PAR1"u8.ToArray();

    private readonly Stream stream;
    private readonly ParquetWriterOptions options;
    private readonly ColumnWriter[] columns;
    private readonly ColumnChunkTarget target;
    private readonly List<RowGroupMetadata> rowGroups = [];
    private readonly List<PageIndexes[]> indexes = [];
    private readonly PageBuffer index = new();
    private int groupRows;
    private bool isClosed;

    /// <param name="stream">Written forward only, and left open.</param>
    /// <exception cref="ArgumentException">A sorting column is not in the schema.</exception>
    public ParquetFileWriter(Stream stream, ParquetSchema schema, ParquetWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Parquet's values are little-endian; so must the machine be.");
        }

        this.stream = stream;
        this.options = options ?? ParquetWriterOptions.Default;
        Schema = schema;
        foreach (var sorting in this.options.SortingColumns)
        {
            schema.PositionOf(sorting.Column);
        }

        columns = [.. schema.Columns.Select(Create)];
        target = new ColumnChunkTarget(stream, this.options);
        target.Write(Magic);
    }

    public ParquetSchema Schema { get; }

    /// <summary>Rows ended so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>Row groups written so far: all of them once the file is closed.</summary>
    public int RowGroupCount => rowGroups.Count;

    /// <summary>Bytes of the pages of all row groups written so far, their headers included.</summary>
    public long PageByteLength => rowGroups.Sum(static group => group.Columns.Sum(static column => column.CompressedSize));

    /// <summary>Bytes written so far; the rows of the current row group are not among them.</summary>
    public long ByteLength => target.Position;

    /// <summary>Bytes of the values of rows that are in no row group yet.</summary>
    public long BufferedBytes
    {
        get
        {
            long bytes = 0;
            foreach (var column in columns)
            {
                bytes += column.BufferedBytes;
            }

            return bytes;
        }
    }

    /// <exception cref="ArgumentException">There is no such column, or it holds something else.</exception>
    public StringColumnWriter String(string name) => Column<StringColumnWriter>(name);

    /// <inheritdoc cref="String"/>
    public DecimalColumnWriter Decimal(string name) => Column<DecimalColumnWriter>(name);

    /// <inheritdoc cref="String"/>
    public DateColumnWriter Date(string name) => Column<DateColumnWriter>(name);

    /// <inheritdoc cref="String"/>
    public TimestampColumnWriter Timestamp(string name) => Column<TimestampColumnWriter>(name);

    /// <inheritdoc cref="String"/>
    public Int32ColumnWriter Int32(string name) => Column<Int32ColumnWriter>(name);

    /// <inheritdoc cref="String"/>
    public Int64ColumnWriter Int64(string name) => Column<Int64ColumnWriter>(name);

    /// <inheritdoc cref="String"/>
    public DoubleColumnWriter Double(string name) => Column<DoubleColumnWriter>(name);

    /// <inheritdoc cref="String"/>
    public BooleanColumnWriter Boolean(string name) => Column<BooleanColumnWriter>(name);

    /// <summary>Ends a row: every column has got one more value or null.</summary>
    /// <exception cref="InvalidOperationException">A column has not.</exception>
    public void EndRow() => EndRows(1);

    /// <summary>Ends rows that were appended together; they stay in one row group.</summary>
    /// <inheritdoc cref="EndRow"/>
    public void EndRows(int count)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        var before = groupRows;
        groupRows += count;
        RowCount += count;
        foreach (var column in columns)
        {
            if (column.RowCount != groupRows)
            {
                throw new InvalidOperationException(
                    $"Column '{column.Column.Name}' has {column.RowCount} values in this row group where {groupRows} rows have ended.");
            }
        }

        if (groupRows >= options.RowGroupRows ||
            (before / SizeCheckRows != groupRows / SizeCheckRows && BufferedBytes >= options.RowGroupBytes))
        {
            WriteRowGroup();
        }
    }

    /// <summary>Writes the rows so far as a row group, where there are any, and gives the memory that held them back.</summary>
    public void EndRowGroup()
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        WriteRowGroup();
        foreach (var column in columns)
        {
            column.Release();
        }
    }

    /// <summary>
    /// Takes a row group of another file of the same schema over, byte for byte: what comes out is what its rows would give if they were
    /// appended here and nothing else were in their row group.
    /// </summary>
    /// <exception cref="ArgumentException">The other file has other columns.</exception>
    /// <exception cref="ParquetException">The other file is damaged.</exception>
    public void CopyRowGroup(ParquetFileReader source, int rowGroup)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Schema.Columns.Select(InFile).SequenceEqual(Schema.Columns.Select(InFile)))
        {
            throw new ArgumentException("The row group has other columns than the file that it is to be copied into.", nameof(source));
        }

        WriteRowGroup();
        var group = source.Metadata.RowGroups[rowGroup];
        var chunks = new ColumnChunkMetadata[columns.Length];
        var chunkIndexes = new PageIndexes[columns.Length];
        for (var position = 0; position < columns.Length; position++)
        {
            var chunk = group.Columns[position];
            var start = chunk.DictionaryPageOffset ?? chunk.DataPageOffset;
            var distance = target.Position - start;
            target.Write(source.ReadBytes(start, chunk.CompressedSize));
            chunks[position] = chunk with
            {
                DictionaryPageOffset = chunk.DictionaryPageOffset + distance,
                DataPageOffset = chunk.DataPageOffset + distance,
                ColumnIndex = null,
                OffsetIndex = null,
            };
            chunkIndexes[position] = new PageIndexes(
                chunk.ColumnIndex is { } columnIndex ? source.ReadBytes(columnIndex.Offset, columnIndex.Length) : null,
                chunk.OffsetIndex is { } offsetIndex
                    ? Indexed(writer =>
                        PageIndex.MoveOffsetIndex(source.ReadBytes(offsetIndex.Offset, offsetIndex.Length), distance, writer))
                    : throw new ParquetException("A column chunk has no offset index: the file is damaged."));
        }

        for (var position = 0; position < columns.Length; position++)
        {
            if (chunks[position].BloomFilter is { } filter)
            {
                var bytes = source.ReadBytes(filter.Offset, filter.Length);
                chunks[position] = chunks[position] with { BloomFilter = target.WriteSection(buffer => buffer.Write(bytes)) };
            }
        }

        RowCount += group.RowCount;
        rowGroups.Add(new RowGroupMetadata(group.RowCount, [.. chunks], options.SortingColumns, rowGroups.Count));
        indexes.Add(chunkIndexes);
    }

    /// <summary>Writes what is left, the indexes and the footer; the memory that held rows is given back.</summary>
    public void Close()
    {
        if (isClosed)
        {
            return;
        }

        EndRowGroup();
        WritePageIndexes();
        var footer = new PageBuffer();
        new FileMetadata(Schema, RowCount, rowGroups, options.KeyValues, options.CreatedBy).Write(new CompactProtocolWriter(footer));
        var length = footer.Length;
        footer.WriteInt32(length);
        footer.Write(Magic);
        target.Write(footer.Written);
        stream.Flush();
        isClosed = true;
    }

    /// <summary>Does not complete the file: see <see cref="Close"/>.</summary>
    public void Dispose() => isClosed = true;

    /// <summary>What the file says of a column: digits of a decimal only, and of a bloom filter nothing.</summary>
    private static (string, ParquetColumnType, bool, int, int) InFile(ParquetColumn column) =>
        column.Type == ParquetColumnType.Decimal
            ? (column.Name, column.Type, column.IsNullable, column.Precision, column.Scale)
            : (column.Name, column.Type, column.IsNullable, 0, 0);

    private static ColumnWriter Create(ParquetColumn column) => column.Type switch
    {
        ParquetColumnType.String => new StringColumnWriter(column),
        ParquetColumnType.Decimal => new DecimalColumnWriter(column),
        ParquetColumnType.Date => new DateColumnWriter(column),
        ParquetColumnType.Timestamp => new TimestampColumnWriter(column),
        ParquetColumnType.Int32 => new Int32ColumnWriter(column),
        ParquetColumnType.Int64 => new Int64ColumnWriter(column),
        ParquetColumnType.Double => new DoubleColumnWriter(column),
        _ => new BooleanColumnWriter(column),
    };

    private TWriter Column<TWriter>(string name)
        where TWriter : ColumnWriter
    {
        var column = columns[Schema.PositionOf(name)];
        return column as TWriter
            ?? throw new ArgumentException($"Column '{name}' holds {column.Column.Type}, not what {typeof(TWriter).Name} takes.",
                nameof(name));
    }

    private void WriteRowGroup()
    {
        if (groupRows == 0)
        {
            return;
        }

        var chunks = new ColumnChunkMetadata[columns.Length];
        var filters = new BloomFilters.SplitBlockBloomFilter?[columns.Length];
        var chunkIndexes = new PageIndexes[columns.Length];
        target.BeginRowGroup();
        for (var position = 0; position < columns.Length; position++)
        {
            var column = columns[position];
            chunks[position] = column.WriteChunk(target);
            filters[position] = target.BloomFilter;
            var pages = target.DataPages;
            chunkIndexes[position] = new PageIndexes(
                PageIndex.CanIndex(pages)
                    ? Indexed(writer => PageIndex.WriteColumnIndex(writer, pages, PageIndex.OrderOf(pages, column.CompareBounds)))
                    : null,
                Indexed(writer => PageIndex.WriteOffsetIndex(writer, pages)));
        }

        target.EndRowGroup();
        for (var position = 0; position < columns.Length; position++)
        {
            if (filters[position] is { } filter)
            {
                chunks[position] = chunks[position] with { BloomFilter = target.WriteSection(filter.Write) };
            }

            columns[position].Clear();
        }

        rowGroups.Add(new RowGroupMetadata(groupRows, [.. chunks], options.SortingColumns, rowGroups.Count));
        indexes.Add(chunkIndexes);
        groupRows = 0;
    }

    private byte[] Indexed(Action<CompactProtocolWriter> write)
    {
        index.Clear();
        write(new CompactProtocolWriter(index));
        return index.Written.ToArray();
    }

    /// <summary>All column indexes, then all offset indexes, as readers fetch each kind in one piece.</summary>
    private void WritePageIndexes()
    {
        for (var group = 0; group < rowGroups.Count; group++)
        {
            WritePageIndexes(group, static (chunk, indexes, write) => indexes.ColumnIndex is { } columnIndex
                ? chunk with { ColumnIndex = write(columnIndex) }
                : chunk);
        }

        for (var group = 0; group < rowGroups.Count; group++)
        {
            WritePageIndexes(group, static (chunk, indexes, write) => chunk with { OffsetIndex = write(indexes.OffsetIndex) });
        }
    }

    private void WritePageIndexes(int group,
        Func<ColumnChunkMetadata, PageIndexes, Func<byte[], FileSection>, ColumnChunkMetadata> place)
    {
        var chunks = rowGroups[group].Columns;
        rowGroups[group] = rowGroups[group] with
        {
            Columns = [.. chunks.Select((chunk, position) => place(chunk, indexes[group][position], bytes =>
                target.WriteSection(buffer => buffer.Write(bytes))))],
        };
    }

    /// <summary>The indexes of a column chunk as they will stand before the footer.</summary>
    private sealed record PageIndexes(byte[]? ColumnIndex, byte[] OffsetIndex);
}
