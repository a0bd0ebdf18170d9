using System.Text.Json;
using Extractor.Parquet;
using Extractor.Parquet.Tests;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;

namespace Extractor.CorpusTests;

/// <summary><c>schema.sql</c> over the own corpus: in DuckDB and in PostgreSQL every row meets its keys, references and lists.</summary>
public sealed class SchemaSqlTests(SchemaSqlTests.Publication publication) : IClassFixture<SchemaSqlTests.Publication>
{
    /// <summary>The reserved words of SQL:2016.</summary>
    private const string ReservedByTheStandard =
        """
        ABS ACOS ALL ALLOCATE ALTER AND ANY ARE ARRAY ARRAY_AGG ARRAY_MAX_CARDINALITY AS ASENSITIVE ASIN ASYMMETRIC AT ATAN ATOMIC
        AUTHORIZATION AVG BEGIN BEGIN_FRAME BEGIN_PARTITION BETWEEN BIGINT BINARY BLOB BOOLEAN BOTH BY CALL CALLED CARDINALITY CASCADED
        CASE CAST CEIL CEILING CHAR CHARACTER CHARACTER_LENGTH CHAR_LENGTH CHECK CLASSIFIER CLOB CLOSE COALESCE COLLATE COLLECT COLUMN
        COMMIT CONDITION CONNECT CONSTRAINT CONTAINS CONVERT COPY CORR CORRESPONDING COS COSH COUNT COVAR_POP COVAR_SAMP CREATE CROSS
        CUBE CUME_DIST CURRENT CURRENT_CATALOG CURRENT_DATE CURRENT_DEFAULT_TRANSFORM_GROUP CURRENT_PATH CURRENT_ROLE CURRENT_ROW
        CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_TRANSFORM_GROUP_FOR_TYPE CURRENT_USER CURSOR CYCLE DATE DAY DEALLOCATE DEC
        DECFLOAT DECIMAL DECLARE DEFAULT DEFINE DELETE DENSE_RANK DEREF DESCRIBE DETERMINISTIC DISCONNECT DISTINCT DOUBLE DROP DYNAMIC
        EACH ELEMENT ELSE EMPTY END END_FRAME END_PARTITION EQUALS ESCAPE EVERY EXCEPT EXEC EXECUTE EXISTS EXP EXTERNAL EXTRACT FALSE
        FETCH FILTER FIRST_VALUE FLOAT FLOOR FOR FOREIGN FRAME_ROW FREE FROM FULL FUNCTION FUSION GET GLOBAL GRANT GROUP GROUPING GROUPS
        HAVING HOLD HOUR IDENTITY IN INDICATOR INITIAL INNER INOUT INSENSITIVE INSERT INT INTEGER INTERSECT INTERSECTION INTERVAL INTO
        IS JOIN JSON_ARRAY JSON_ARRAYAGG JSON_EXISTS JSON_OBJECT JSON_OBJECTAGG JSON_QUERY JSON_TABLE JSON_TABLE_PRIMITIVE JSON_VALUE
        LAG LANGUAGE LARGE LAST_VALUE LATERAL LEAD LEADING LEFT LIKE LIKE_REGEX LISTAGG LN LOCAL LOCALTIME LOCALTIMESTAMP LOG LOG10
        LOWER MATCH MATCHES MATCH_NUMBER MATCH_RECOGNIZE MAX MEMBER MERGE METHOD MIN MINUTE MOD MODIFIES MODULE MONTH MULTISET NATIONAL
        NATURAL NCHAR NCLOB NEW NO NONE NORMALIZE NOT NTH_VALUE NTILE NULL NULLIF NUMERIC OCCURRENCES_REGEX OCTET_LENGTH OF OFFSET OLD
        OMIT ON ONE ONLY OPEN OR ORDER OUT OUTER OVER OVERLAPS OVERLAY PARAMETER PARTITION PATTERN PER PERCENT PERCENTILE_CONT
        PERCENTILE_DISC PERCENT_RANK PERIOD PERMUTE PORTION POSITION POSITION_REGEX POWER PRECEDES PRECISION PREPARE PRIMARY PROCEDURE
        PTF RANGE RANK READS REAL RECURSIVE REF REFERENCES REFERENCING REGR_AVGX REGR_AVGY REGR_COUNT REGR_INTERCEPT REGR_R2 REGR_SLOPE
        REGR_SXX REGR_SXY REGR_SYY RELEASE RESULT RETURN RETURNS REVOKE RIGHT ROLLBACK ROLLUP ROW ROWS ROW_NUMBER RUNNING SAVEPOINT
        SCOPE SCROLL SEARCH SECOND SEEK SELECT SENSITIVE SESSION_USER SET SHOW SIMILAR SIN SINH SKIP SMALLINT SOME SPECIFIC SPECIFICTYPE
        SQL SQLEXCEPTION SQLSTATE SQLWARNING SQRT START STATIC STDDEV_POP STDDEV_SAMP SUBMULTISET SUBSET SUBSTRING SUBSTRING_REGEX
        SUCCEEDS SUM SYMMETRIC SYSTEM SYSTEM_TIME SYSTEM_USER TABLE TABLESAMPLE TAN TANH THEN TIME TIMESTAMP TIMEZONE_HOUR
        TIMEZONE_MINUTE TO TRAILING TRANSLATE TRANSLATE_REGEX TRANSLATION TREAT TRIGGER TRIM TRIM_ARRAY TRUE TRUNCATE UESCAPE UNION
        UNIQUE UNKNOWN UNNEST UPDATE UPPER USER USING VALUE VALUES VALUE_OF VARBINARY VARCHAR VARYING VAR_POP VAR_SAMP VERSIONING WHEN
        WHENEVER WHERE WIDTH_BUCKET WINDOW WITH WITHIN WITHOUT YEAR
        """;

    /// <summary>Names of the contract that the standard reserves and no engine that we know of does.</summary>
    private static readonly string[] ReservedOnPaper = ["identity", "method", "percent", "period", "scope"];

    [Fact]
    public void Tables_OfTheOwnCorpus_HoldInDuckDbAndPostgres()
    {
        IndependentReaders.SkipUnlessInstalled();
        var result = IndependentReaders.Run("tables.mjs", null, publication.Folder);

        var rows = DatasetSchemas.All.ToDictionary(static schema => schema.Name, schema => (int)publication.Rows[schema.Name]);
        foreach (var engine in (string[])["duckdb", "postgres"])
        {
            Assert.Equal(rows.OrderBy(static table => table.Key), result.GetProperty("counts").GetProperty(engine).EnumerateObject()
                .Select(static table => KeyValuePair.Create(table.Name, table.Value.GetInt32())).OrderBy(static table => table.Key));
            Assert.Equal(["key", "value", "reference"], Strings(result.GetProperty("refused").GetProperty(engine)));
        }

        Assert.Equal(DatasetSchemas.All.Sum(static schema => schema.Columns.Length + 1), result.GetProperty("comments").GetInt32());
        Assert.Equal([], Names.Intersect(Strings(result.GetProperty("reserved").GetProperty("duckdb"))));
        Assert.Equal([], Names.Intersect(Strings(result.GetProperty("reserved").GetProperty("postgres"))));
    }

    [Fact]
    public void Names_OfTheContract_AreNotReservedByTheStandard() => Assert.Equal(
        ReservedOnPaper,
        Names.Intersect(ReservedByTheStandard.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(static word =>
            word.ToLowerInvariant())).Order(StringComparer.Ordinal));

    /// <summary>A column that holds only words of the contract has a list of them; texts, names and keys are of other letters.</summary>
    [Fact]
    public void Columns_OfWordsOfTheContract_AreListed()
    {
        IndependentReaders.SkipUnlessInstalled();
        string[] free = ["coverage.source", "reconciliations.measure", "fact_project.sources"];
        var texts = DatasetSchemas.All.SelectMany(static schema => schema.Columns
            .Where(static column => column.Type == ParquetColumnType.String && column.Vocabulary is null && column.Name != "doubts")
            .Select(column => (Dataset: schema.Name, column.Name))).ToList();

        var results = IndependentReaders.Query([.. texts.Select(text =>
            $"SELECT coalesce(bool_and(regexp_full_match({text.Name}, '[a-z]+(_[a-z]+)*')), false) AS words FROM " +
            $"read_parquet('{publication.Folder}/{text.Dataset}/**/*.parquet', hive_partitioning = false)")]);

        Assert.Equal([], texts.Zip(results).Where(static pair => pair.Second[0].GetProperty("words").GetBoolean())
            .Select(static pair => $"{pair.First.Dataset}.{pair.First.Name}").Except(free));
    }

    private static IEnumerable<string> Names => DatasetSchemas.All.Select(static schema => schema.Name)
        .Concat(DatasetSchemas.All.SelectMany(static schema => schema.Columns).Select(static column => column.Name)).Distinct();

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(static item => item.GetString()!);

    public sealed class Publication : IDisposable
    {
        public Publication()
        {
            var published = DatasetPublisher.Publish(
                new PublicationSource("1", [.. FactsTests.OwnDocuments.Select(static document => new PublishableDocument(
                    document.Extracted.File.Id, document.Identity.FiscalYear, document.Identity.DivisionCode,
                    document.Extracted.Pages.Length, "1", null, () => document))], [], [], [])
                { CodeLists = Normalizing.ReferenceData.Load().CodeLists },
                Folder,
                1,
                CancellationToken.None);
            Rows = published.RowCounts;
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("schema-sql").FullName;

        public IReadOnlyDictionary<string, long> Rows { get; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
