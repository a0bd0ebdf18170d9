using System.Collections.Immutable;

namespace Extractor.Parquet;

/// <summary>What a column holds; each stands for one physical and one logical type of the format.</summary>
public enum ParquetColumnType
{
    /// <summary>BYTE_ARRAY, STRING (UTF-8).</summary>
    String,

    /// <summary>INT64, DECIMAL with the column's precision and scale.</summary>
    Decimal,

    /// <summary>INT32, DATE: days since 1970-01-01.</summary>
    Date,

    /// <summary>INT64, TIMESTAMP in microseconds since 1970-01-01T00:00:00Z, adjusted to UTC.</summary>
    Timestamp,

    /// <summary>INT32.</summary>
    Int32,

    /// <summary>INT64.</summary>
    Int64,

    /// <summary>DOUBLE.</summary>
    Double,

    /// <summary>BOOLEAN.</summary>
    Boolean,
}

/// <summary>A leaf of the flat schema: one schema element.</summary>
public sealed record ParquetColumn
{
    /// <param name="precision">Decimal digits in all, 1 to 18; of a <see cref="ParquetColumnType.Decimal"/> only.</param>
    /// <param name="scale">Decimal digits after the point, at most <paramref name="precision"/>.</param>
    public ParquetColumn(string name, ParquetColumnType type, bool isNullable, int precision = 18, int scale = 2)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, 18);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, precision);
        Name = name;
        Type = type;
        IsNullable = isNullable;
        Precision = precision;
        Scale = scale;
    }

    public string Name { get; }

    public ParquetColumnType Type { get; }

    /// <summary>OPTIONAL rather than REQUIRED.</summary>
    public bool IsNullable { get; }

    public int Precision { get; }

    public int Scale { get; }

    /// <summary>Each column chunk gets a split-block bloom filter, for look-ups of single values.</summary>
    public bool HasBloomFilter { get; init; }
}

/// <summary>The columns of a file, in order. Flat: nothing nested, nothing repeated.</summary>
public sealed class ParquetSchema
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">No column, or two of one name.</exception>
    public ParquetSchema(IEnumerable<ParquetColumn> columns)
    {
        Columns = [.. columns];
        if (Columns.IsEmpty)
        {
            throw new ArgumentException("A file has at least one column.", nameof(columns));
        }

        foreach (var column in Columns)
        {
            if (!positions.TryAdd(column.Name, positions.Count))
            {
                throw new ArgumentException($"Two columns are named '{column.Name}'.", nameof(columns));
            }
        }
    }

    public ImmutableArray<ParquetColumn> Columns { get; }

    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int PositionOf(string name) => positions.TryGetValue(name, out var position)
        ? position
        : throw new ArgumentException(
            $"There is no column '{name}'; there are: {string.Join(", ", Columns.Select(static column => column.Name))}.", nameof(name));

    public bool Contains(string name) => positions.ContainsKey(name);
}
