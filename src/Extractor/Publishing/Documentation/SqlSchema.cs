using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Model;
using Extractor.Parquet;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Documentation;

/// <summary>
/// <c>schema.sql</c>: the datasets as tables of DuckDB and PostgreSQL, one text for both, with keys, references, the values of coded
/// columns and comments in both languages. Nothing in it needs quotes.
/// </summary>
public static class SqlSchema
{
    public const string FileName = "schema.sql";

    /// <summary>Begins the line that fills a table in DuckDB.</summary>
    private const string LoadMark = "-- DuckDB: ";

    /// <summary>Begins a line for PostgreSQL, once the tables are filled.</summary>
    private const string AfterwardsMark = "-- PostgreSQL: ";

    /// <param name="codeLists">The values of coded columns and their names.</param>
    public static string ToSql(ImmutableArray<CodeList> codeLists)
    {
        var sql = new StringBuilder(
            """
            -- DuckDB 与 PostgreSQL 通用的表结构。在本文件所在的文件夹中运行。
            -- Tables for DuckDB and PostgreSQL; run in the folder of this file. To fill them:
            --   DuckDB      duckdb budgets.duckdb -c ".read schema.sql", then the line that stands under each table
            --   PostgreSQL  psql -d budgets -f schema.sql, then in DuckDB:
            --                 ATTACH 'dbname=budgets' AS pg (TYPE postgres); and INSERT INTO pg.documents BY NAME SELECT ... as below;
            --                 the lines that begin with PostgreSQL once all tables are filled

            """);
        foreach (var dataset in InOrderOfReferences())
        {
            Append(sql, dataset, codeLists);
        }

        return sql.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>What is referred to stands before what refers to it.</summary>
    private static List<DatasetSchema> InOrderOfReferences()
    {
        var left = DatasetSchemas.All.ToList();
        var ordered = new List<DatasetSchema>();
        while (left.Count > 0)
        {
            var next = left.Find(dataset => dataset.References.All(reference =>
                reference.Dataset == dataset.Name || !left.Exists(other => other.Name == reference.Dataset)))
                ?? throw new InvalidOperationException("Datasets refer to each other in a circle.");
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    private static void Append(StringBuilder sql, DatasetSchema dataset, ImmutableArray<CodeList> codeLists)
    {
        sql.Append(CultureInfo.InvariantCulture, $"\nCREATE TABLE {dataset.Name} (");
        var rows = dataset.Columns.Select(column => $"\n  {column.Name} {TypeOf(column)}{Constraints(dataset, column, codeLists)}");
        sql.AppendJoin(',', rows).Append("\n);\n");
        sql.Append(CultureInfo.InvariantCulture,
            $"COMMENT ON TABLE {dataset.Name} IS {Text(dataset.DescriptionZh, dataset.DescriptionEn)};\n");
        foreach (var column in dataset.Columns)
        {
            sql.Append(CultureInfo.InvariantCulture,
                $"COMMENT ON COLUMN {dataset.Name}.{column.Name} IS {Text(column.DescriptionZh, column.DescriptionEn)};\n");
        }

        sql.Append(CultureInfo.InvariantCulture, $"{LoadMark}INSERT INTO {dataset.Name} BY NAME SELECT * FROM ")
            .Append(CultureInfo.InvariantCulture, $"read_parquet('{dataset.Name}/**/*.parquet', hive_partitioning = false);\n");
        foreach (var own in dataset.References.Where(reference => reference.Dataset == dataset.Name))
        {
            sql.Append(CultureInfo.InvariantCulture,
                $"{AfterwardsMark}ALTER TABLE {dataset.Name} ADD FOREIGN KEY ({own.Column}) REFERENCES {dataset.Name} ({dataset.Key});\n");
        }
    }

    private static string Constraints(DatasetSchema dataset, DatasetColumn column, ImmutableArray<CodeList> codeLists)
    {
        var text = new StringBuilder();
        if (column.Name == dataset.Key)
        {
            text.Append(" PRIMARY KEY");
        }
        else if (!column.IsNullable)
        {
            text.Append(" NOT NULL");
        }

        // A row of a table that refers to the same table may stand before the one that it names.
        if (dataset.References.FirstOrDefault(reference =>
            reference.Column == column.Name && reference.Dataset != dataset.Name) is { } target)
        {
            text.Append(CultureInfo.InvariantCulture,
                $" REFERENCES {target.Dataset} ({DatasetSchemas.All.Single(schema => schema.Name == target.Dataset).Key})");
        }

        if (!column.VocabularyGrows && codeLists.Of(column) is { } codes)
        {
            text.Append(CultureInfo.InvariantCulture, $" CHECK ({column.Name} IN (")
                .AppendJoin(", ", codes.Terms.Select(static term => $"'{term.Value}'")).Append("))");
        }

        return text.ToString();
    }

    private static string TypeOf(DatasetColumn column) => column.Type switch
    {
        ParquetColumnType.Timestamp => "TIMESTAMP WITH TIME ZONE",
        ParquetColumnType.Double => "DOUBLE PRECISION",
        _ => column.TypeName,
    };

    private static string Text(string zh, string en) => $"'{$"{zh} / {en}".Replace("'", "''", StringComparison.Ordinal)}'";
}
