using System.Collections.Immutable;

namespace Extractor.Parquet;

/// <summary>By what the rows of every row group are sorted. A claim of the caller that readers may rely on.</summary>
public sealed record SortingColumn(string Column, bool Descending = false, bool NullsFirst = true);

/// <summary>How a file is laid out.</summary>
public sealed record ParquetWriterOptions
{
    public static ParquetWriterOptions Default { get; } = new();

    public ParquetCodec Codec { get; init; } = ParquetCodec.Snappy;

    /// <summary>A row group ends with the row that reaches this count, or <see cref="RowGroupBytes"/>.</summary>
    public int RowGroupRows { get; init; } = 128 * 1024;

    /// <summary>
    /// Bytes of values held in memory before a row group is written, give or take 64 rows. What bounds the writer's memory.
    /// </summary>
    public int RowGroupBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Rows of a data page, the grain of the column index.</summary>
    public int PageRows { get; init; } = 20_000;

    /// <summary>Bytes of values of a data page; a page has at least one row, however long.</summary>
    public int PageBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes of a dictionary page; a column chunk with more distinct values is written without a dictionary.</summary>
    public int DictionaryBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How often a bloom filter may say yes to a value that is not there.</summary>
    public double BloomFilterFalsePositiveRate { get; init; } = 0.01;

    /// <summary>Outermost first.</summary>
    public ImmutableArray<SortingColumn> SortingColumns { get; init; } = [];

    /// <summary>For the footer, in this order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> KeyValues { get; init; } = [];

    /// <summary>In the form that readers expect: <c>NAME version VERSION</c>.</summary>
    public string CreatedBy { get; init; } = "Extractor.Parquet version 1";
}
