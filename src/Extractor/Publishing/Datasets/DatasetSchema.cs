using System.Collections.Immutable;
using Extractor.Parquet;

namespace Extractor.Publishing.Datasets;

/// <summary>A column of a published dataset.</summary>
/// <param name="DescriptionZh">What it says, in which unit, in Chinese; one sentence, for the data dictionary and the files.</param>
/// <param name="DescriptionEn">The same in English.</param>
/// <param name="HasBloomFilter">Single values are looked up in it.</param>
public sealed record DatasetColumn(
    string Name,
    ParquetColumnType Type,
    bool IsNullable,
    string DescriptionZh,
    string DescriptionEn,
    bool HasBloomFilter)
{
    /// <summary>What it is in the budget taxonomy of Fiscal Data Package 1.0; null where that has no name for it.</summary>
    public string? FiscalType { get; init; }

    /// <summary>The list that its values are from (<c>codes.csv</c>); null where they are free.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>The list grows with the reading maps.</summary>
    public bool VocabularyGrows { get; init; }

    /// <summary>The SQL name of the type.</summary>
    internal string TypeName => Type switch
    {
        ParquetColumnType.String => "VARCHAR",
        ParquetColumnType.Decimal => "DECIMAL(18,2)",
        ParquetColumnType.Timestamp => "TIMESTAMP (UTC)",
        ParquetColumnType.Date => "DATE",
        ParquetColumnType.Int32 => "INTEGER",
        ParquetColumnType.Int64 => "BIGINT",
        ParquetColumnType.Double => "DOUBLE",
        ParquetColumnType.Boolean => "BOOLEAN",
        _ => throw new InvalidOperationException($"No dataset has a column of type {Type}."),
    };
}

/// <summary>Every value of <paramref name="Column"/> is a key of <paramref name="Dataset"/>, within the same document.</summary>
public sealed record DatasetReference(string Column, string Dataset);

/// <summary>How the files of a dataset are laid out.</summary>
public enum DatasetLayout
{
    /// <summary>Rows come from documents, and lie in a folder for each fiscal year and province.</summary>
    ByPartition,

    /// <summary>
    /// Rows come from the documents of a partition together; one folder holds all, each partition in row groups of its own.
    /// </summary>
    Merged,

    /// <summary>Rows come from no document; one file holds them.</summary>
    OneFile,
}

/// <summary>
/// A published dataset: the one definition from which its files, their metadata, the data dictionary and the checks
/// on the published data come.
/// </summary>
/// <param name="Key">The column whose values are unique; null where rows have no name of their own.</param>
/// <param name="SortedBy">Columns by which the rows of a partition are sorted, as far as the dataset has them.</param>
/// <param name="Layout">How its files are laid out.</param>
public sealed record DatasetSchema(
    string Name,
    string DescriptionZh,
    string DescriptionEn,
    ImmutableArray<DatasetColumn> Columns,
    string? Key,
    ImmutableArray<DatasetReference> References,
    ImmutableArray<string> SortedBy,
    DatasetLayout Layout)
{
    private ParquetSchema? parquet;

    internal ParquetSchema ToParquet() => parquet ??= new(Columns.Select(static column =>
        new ParquetColumn(column.Name, column.Type, column.IsNullable) { HasBloomFilter = column.HasBloomFilter }));
}
