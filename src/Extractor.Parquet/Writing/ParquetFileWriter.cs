using System.Collections.Immutable;
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
    private readonly List<ImmutableArray<IReadOnlyList<PageEntry>>> pages = [];
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

    /// <summary>Bytes written so far; the rows of the current row group are not among them.</summary>
    public long ByteLength => target.Position;

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
            (before / SizeCheckRows != groupRows / SizeCheckRows && BufferedBytes() >= options.RowGroupBytes))
        {
            WriteRowGroup();
        }
    }

    /// <summary>Writes what is left, the indexes and the footer.</summary>
    public void Close()
    {
        if (isClosed)
        {
            return;
        }

        WriteRowGroup();
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

    private long BufferedBytes()
    {
        long bytes = 0;
        foreach (var column in columns)
        {
            bytes += column.BufferedBytes;
        }

        return bytes;
    }

    private void WriteRowGroup()
    {
        if (groupRows == 0)
        {
            return;
        }

        var chunks = new ColumnChunkMetadata[columns.Length];
        var filters = new BloomFilters.SplitBlockBloomFilter?[columns.Length];
        var chunkPages = ImmutableArray.CreateBuilder<IReadOnlyList<PageEntry>>(columns.Length);
        for (var index = 0; index < columns.Length; index++)
        {
            chunks[index] = columns[index].WriteChunk(target);
            filters[index] = target.BloomFilter;
            chunkPages.Add(target.DataPages);
        }

        for (var index = 0; index < columns.Length; index++)
        {
            if (filters[index] is { } filter)
            {
                chunks[index] = chunks[index] with { BloomFilter = target.WriteSection(filter.Write) };
            }

            columns[index].Clear();
        }

        rowGroups.Add(new RowGroupMetadata(groupRows, [.. chunks], options.SortingColumns, rowGroups.Count));
        pages.Add(chunkPages.MoveToImmutable());
        groupRows = 0;
    }

    /// <summary>All column indexes, then all offset indexes, as readers fetch each kind in one piece.</summary>
    private void WritePageIndexes()
    {
        for (var group = 0; group < rowGroups.Count; group++)
        {
            WritePageIndexes(group, (column, chunk, entries) => !PageIndex.CanIndex(entries)
                ? chunk
                : chunk with
                {
                    ColumnIndex = target.WriteSection(buffer => PageIndex.WriteColumnIndex(
                        new CompactProtocolWriter(buffer), entries, PageIndex.OrderOf(entries, column.CompareBounds))),
                });
        }

        for (var group = 0; group < rowGroups.Count; group++)
        {
            WritePageIndexes(group, (_, chunk, entries) => chunk with
            {
                OffsetIndex = target.WriteSection(buffer => PageIndex.WriteOffsetIndex(new CompactProtocolWriter(buffer), entries)),
            });
        }
    }

    private void WritePageIndexes(int group, Func<ColumnWriter, ColumnChunkMetadata, IReadOnlyList<PageEntry>, ColumnChunkMetadata> write)
    {
        var chunks = rowGroups[group].Columns;
        var indexed = ImmutableArray.CreateBuilder<ColumnChunkMetadata>(chunks.Length);
        for (var index = 0; index < chunks.Length; index++)
        {
            indexed.Add(write(columns[index], chunks[index], pages[group][index]));
        }

        rowGroups[group] = rowGroups[group] with { Columns = indexed.MoveToImmutable() };
    }
}
