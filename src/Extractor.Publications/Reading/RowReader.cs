using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Extractor.Parquet;
using Extractor.Publications.Rows;
using Extractor.Publishing.Datasets;
using Extractor.Runs;

namespace Extractor.Publications.Reading;

/// <summary>Makes rows of one dataset from its files; derived from the dataset's schema, so that no column is mapped by hand.</summary>
internal static class RowReader<TRow>
    where TRow : IDatasetRow
{
    private static readonly ImmutableArray<DatasetColumn> Columns = DatasetSchemas.All.Single(static schema =>
        schema.Name == TRow.Dataset).Columns;

    private static readonly ConcurrentDictionary<string, Func<ParquetRow, TRow>> Readers = new(StringComparer.Ordinal);

    /// <summary>
    /// What reads the rows of files with a schema. Columns that came with a later version are null, of counts 0: publications of
    /// two versions can be compared.
    /// </summary>
    /// <exception cref="OutputException">The files lack a text that every row must have.</exception>
    public static Func<ParquetRow, TRow> For(ParquetSchema schema)
    {
        var there = schema.Columns.Select(static column => column.Name).ToHashSet(StringComparer.Ordinal);
        var missing = Columns.Where(column => !there.Contains(column.Name)).ToList();
        return missing.Find(static column => column is { IsNullable: false, Type: ParquetColumnType.String }) is { } needed
            ? throw new OutputException($"'{TRow.Dataset}' has no column '{needed.Name}': it was published by an earlier version of this " +
                $"program. Publish again with 'extractor run'.")
            : Readers.GetOrAdd(string.Join(' ', missing.Select(static column => column.Name)), _ => Compile(there));
    }

    private static Func<ParquetRow, TRow> Compile(HashSet<string> there)
    {
        var constructor = typeof(TRow).GetConstructors().Single();
        var row = Expression.Parameter(typeof(ParquetRow), "row");
        return Expression.Lambda<Func<ParquetRow, TRow>>(
            Expression.New(constructor, constructor.GetParameters().Select(parameter => Value(row, parameter, there))), row).Compile();
    }

    private static Expression Value(ParameterExpression row, ParameterInfo parameter, HashSet<string> there)
    {
        var column = Columns.Single(column => ColumnNames.PropertyOf(column.Name) == parameter.Name);
        if (!there.Contains(column.Name))
        {
            return Expression.Default(parameter.ParameterType);
        }

        var value = Expression.Call(row, ReaderOf(column.Type), null, Expression.Constant(column.Name));
        return value.Type == parameter.ParameterType ? value : Expression.Call(value, nameof(Nullable<>.GetValueOrDefault), null);
    }

    private static string ReaderOf(ParquetColumnType type) => type switch
    {
        ParquetColumnType.String => nameof(ParquetRow.Text),
        ParquetColumnType.Int32 => nameof(ParquetRow.Integer),
        ParquetColumnType.Int64 => nameof(ParquetRow.Count),
        ParquetColumnType.Boolean => nameof(ParquetRow.Flag),
        ParquetColumnType.Double => nameof(ParquetRow.Measure),
        ParquetColumnType.Decimal => nameof(ParquetRow.Money),
        ParquetColumnType.Timestamp => nameof(ParquetRow.Time),
        ParquetColumnType.Date => nameof(ParquetRow.Day),
        _ => throw new InvalidOperationException($"No dataset has a column of type {type}."),
    };
}
