using System.Buffers.Binary;
using System.Collections.Immutable;
using Extractor.Parquet.Metadata;

namespace Extractor.Parquet;

/// <summary>
/// Reads back files that <see cref="ParquetFileWriter"/> wrote, a column of a row group at a time: flat schemas with
/// the column types, encodings and codecs of this library. Every count and offset is checked before it is used.
/// </summary>
public sealed class ParquetFileReader : IDisposable
{
    private const int TrailerLength = 8;

    /// <summary>More rows than any row group is written with: a count beyond it is damage.</summary>
    private const int MaximumGroupRows = 1 << 26;

    private readonly Stream stream;
    private readonly FileMetadata metadata;

    /// <param name="stream">Seekable; disposed with the reader.</param>
    /// <exception cref="ParquetException">No Parquet file, damaged, or not of this library's kind.</exception>
    public ParquetFileReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        metadata = ReadFooter(stream);
        foreach (var rowGroup in metadata.RowGroups)
        {
            if (rowGroup.Columns.Length != metadata.Schema.Columns.Length || rowGroup.RowCount is < 0 or > MaximumGroupRows)
            {
                throw new ParquetException("A row group does not have the columns of the schema: the file is damaged.");
            }
        }
    }

    public ParquetSchema Schema => metadata.Schema;

    public long RowCount => metadata.RowCount;

    public int RowGroupCount => metadata.RowGroups.Count;

    public ImmutableArray<KeyValuePair<string, string>> KeyValues => metadata.KeyValues;

    public string? CreatedBy => metadata.CreatedBy;

    /// <summary>For tests of the metadata.</summary>
    internal FileMetadata Metadata => metadata;

    public static ParquetFileReader Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));

    public int RowCountOf(int rowGroup) => (int)metadata.RowGroups[rowGroup].RowCount;

    /// <summary>Bytes of the pages of a row group, their headers included.</summary>
    public long ByteLengthOf(int rowGroup) => metadata.RowGroups[rowGroup].Columns.Sum(static column => column.CompressedSize);

    /// <summary>The values of a STRING column, null where there is none.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it holds something else.</exception>
    /// <exception cref="ParquetException">The pages are damaged.</exception>
    public string?[] ReadStrings(int rowGroup, string column) =>
        ReadTexts(rowGroup, column).ToStrings();

    /// <summary>The values of a STRING column as they lie in the file.</summary>
    /// <inheritdoc cref="ReadStrings"/>
    public TextColumn ReadTexts(int rowGroup, string column) =>
        Read(rowGroup, column, ParquetColumnType.String, ColumnChunkReader.ReadTexts);

    /// <inheritdoc cref="ReadStrings"/>
    public int?[] ReadInt32s(int rowGroup, string column) =>
        Read<int, int?>(rowGroup, column, ParquetColumnType.Int32, ColumnChunkReader.DecodeIntegers, static value => value);

    /// <inheritdoc cref="ReadStrings"/>
    public long?[] ReadInt64s(int rowGroup, string column) =>
        Read<long, long?>(rowGroup, column, ParquetColumnType.Int64, ColumnChunkReader.DecodeIntegers, static value => value);

    /// <inheritdoc cref="ReadStrings"/>
    public double?[] ReadDoubles(int rowGroup, string column) =>
        Read<double, double?>(rowGroup, column, ParquetColumnType.Double, ColumnChunkReader.DecodeDoubles, static value => value);

    /// <inheritdoc cref="ReadStrings"/>
    public bool?[] ReadBooleans(int rowGroup, string column) =>
        Read<bool, bool?>(rowGroup, column, ParquetColumnType.Boolean, ColumnChunkReader.DecodeBooleans, static value => value);

    /// <inheritdoc cref="ReadStrings"/>
    public decimal?[] ReadDecimals(int rowGroup, string column)
    {
        var scale = Schema.Columns[Schema.PositionOf(column)].Scale;
        return Read<long, decimal?>(rowGroup, column, ParquetColumnType.Decimal, ColumnChunkReader.DecodeIntegers, value =>
            DecimalUnits.ToDecimal(value, scale));
    }

    /// <inheritdoc cref="ReadStrings"/>
    public DateOnly?[] ReadDates(int rowGroup, string column) =>
        Read<int, DateOnly?>(rowGroup, column, ParquetColumnType.Date, ColumnChunkReader.DecodeIntegers, static value =>
            DateColumnWriter.Epoch.AddDays(value));

    /// <inheritdoc cref="ReadStrings"/>
    public DateTimeOffset?[] ReadTimestamps(int rowGroup, string column) =>
        Read<long, DateTimeOffset?>(rowGroup, column, ParquetColumnType.Timestamp, ColumnChunkReader.DecodeIntegers, static value =>
            DateTimeOffset.UnixEpoch.AddTicks(checked(value * TimeSpan.TicksPerMicrosecond)));

    public void Dispose() => stream.Dispose();

    /// <exception cref="ParquetException">The file ends before.</exception>
    internal byte[] ReadBytes(long offset, long length)
    {
        if (offset < 0 || length < 0 || length > stream.Length - offset)
        {
            throw new ParquetException("The footer names bytes that are not there: the file is damaged.");
        }

        var bytes = new byte[length];
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static FileMetadata ReadFooter(Stream stream)
    {
        var length = stream.Length;
        Span<byte> trailer = stackalloc byte[TrailerLength];
        if (length < 4 + TrailerLength)
        {
            throw new ParquetException($"The file has {length} bytes: it is no Parquet file, or was cut short.");
        }

        stream.Position = length - TrailerLength;
        stream.ReadExactly(trailer);
        var footerLength = BinaryPrimitives.ReadInt32LittleEndian(trailer);
        if (!trailer[4..].SequenceEqual("PAR1"u8) || footerLength <= 0 || footerLength > length - 4 - TrailerLength)
        {
            throw new ParquetException("The file does not end as a Parquet file does: it is none, or was cut short.");
        }

        var footer = new byte[footerLength];
        stream.Position = length - TrailerLength - footerLength;
        stream.ReadExactly(footer);
        try
        {
            return FileMetadata.Read(footer);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new ParquetException($"The footer cannot be read: {exception.Message} The file is damaged.", exception);
        }
    }

    private TResult[] Read<TPhysical, TResult>(
        int rowGroup,
        string column,
        ParquetColumnType type,
        ColumnChunkReader.Decode<TPhysical> decode,
        Func<TPhysical, TResult> convert) => Read(rowGroup, column, type, (file, chunk, isNullable, rowCount) =>
            ColumnChunkReader.Read(file, chunk, isNullable, rowCount, decode, convert));

    private T Read<T>(int rowGroup, string column, ParquetColumnType type, Func<Stream, ColumnChunkMetadata, bool, int, T> read)
    {
        var position = Schema.PositionOf(column);
        if (Schema.Columns[position].Type != type)
        {
            throw new ArgumentException($"Column '{column}' holds {Schema.Columns[position].Type}, not {type}.", nameof(column));
        }

        var group = metadata.RowGroups[rowGroup];
        try
        {
            return read(stream, group.Columns[position], Schema.Columns[position].IsNullable, (int)group.RowCount);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new ParquetException(
                $"Column '{column}' of row group {rowGroup} cannot be read: {exception.Message} The file is damaged.", exception);
        }
    }

    /// <summary>What numbers that make no sense lead to.</summary>
    private static bool IsDamage(Exception exception) =>
        exception is ArgumentException or ArithmeticException or IndexOutOfRangeException or EndOfStreamException;
}
