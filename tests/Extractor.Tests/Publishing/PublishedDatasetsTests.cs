using System.Text.Json;
using Extractor.Parquet;
using Extractor.Parquet.Tests;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;

namespace Extractor.Tests.Publishing;

/// <summary>The datasets as DuckDB reads them.</summary>
public sealed class PublishedDatasetsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("datasets").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Publish_AllDatasets_HaveTheColumnsAndTypesOfTheSchema()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        var described = IndependentReaders.Query([.. DatasetSchemas.All.Select(schema =>
            $"DESCRIBE SELECT * FROM read_parquet('{Files(schema.Name)}', hive_partitioning = false)")]);
        for (var index = 0; index < described.Length; index++)
        {
            var expected = DatasetSchemas.All[index].Columns.Select(static column => $"{column.Name} {TypeOf(column.Type)}");
            Assert.Equal(expected, described[index].EnumerateArray().Select(static row =>
                $"{row.GetProperty("column_name")} {row.GetProperty("column_type")}"));
        }
    }

    [Fact]
    public void Publish_Documents_ValuesReadAsMeant()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        var results = IndependentReaders.Query(
            $"SELECT subject_code, amount_yuan::VARCHAR amount, box_left, box_right, is_leaf, fiscal_year, province_code, parent_line_id " +
            $"IS NULL top FROM '{Files("budget_lines")}' WHERE fiscal_year = 2024 ORDER BY line_id",
            $"SELECT count(*) n, count(fiscal_year) AS with_year, count(province_code) AS with_province FROM '{Files("documents")}'",
            $"SELECT text, part, page_number, header_path FROM '{Files("cells")}' WHERE fiscal_year = 2023 ORDER BY row_index, " +
            $"column_index, part",
            $"SELECT epoch_us(retrieved_at) us FROM '{Files("documents")}' LIMIT 1",
            $"SELECT count(*) n, count(DISTINCT finding_id) ids FROM '{Files("findings")}'",
            $"SELECT s.section_key, s.text, p.section_key parent FROM '{Files("sections")}' s JOIN '{Files("sections")}' p ON " +
            $"s.parent_section_id = p.section_id WHERE s.fiscal_year = 2023");
        Assert.Equal(
            """[{"subject_code":null,"amount":"1988231800.00","box_left":72.12,"box_right":150.13,"is_leaf":false,"fiscal_year":"2024","province_code":"44","top":true},{"subject_code":"2011308","amount":"994115900.00","box_left":72.12,"box_right":150.13,"is_leaf":true,"fiscal_year":"2024","province_code":"44","top":false},{"subject_code":"2011308","amount":"662743933.33","box_left":72.12,"box_right":150.13,"is_leaf":true,"fiscal_year":"2024","province_code":"44","top":false}]""",
            results[0].GetRawText());
        Assert.Equal("""[{"n":"3","with_year":"2","with_province":"2"}]""", results[1].GetRawText());
        Assert.Equal(
            """[{"text":"科目","part":1,"page_number":1,"header_path":"科目"},{"text":"合计","part":1,"page_number":1,"header_path":"金额 / 合计"},{"text":"招商\u0000引资","part":1,"page_number":1,"header_path":"科目"},{"text":"招商\u0000引资","part":2,"page_number":2,"header_path":"科目"},{"text":null,"part":1,"page_number":1,"header_path":"金额 / 合计"}]""",
            results[2].GetRawText());
        Assert.Equal("""[{"us":"1740798000000000"}]""", results[3].GetRawText());
        Assert.Equal("""[{"n":"12","ids":"12"}]""", results[4].GetRawText());
        Assert.Equal("""[{"section_key":"three_public","text":"三公经费合计5万元。\n无。","parent":"other"}]""", results[5].GetRawText());
    }

    [Fact]
    public void Publish_Documents_ReferencesLeadToRows()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        var references = DatasetSchemas.All.SelectMany(static schema => schema.References.Select(reference => (schema, reference)))
            .ToArray();
        var orphans = IndependentReaders.Query([.. references.Select(pair =>
        {
            var target = DatasetSchemas.All.Single(schema => schema.Name == pair.reference.Dataset);
            return $"SELECT count(*) orphans FROM '{Files(pair.schema.Name)}' a ANTI JOIN '{Files(target.Name)}' b ON " +
                $"a.{pair.reference.Column} = b.{target.Key} WHERE a.{pair.reference.Column} IS NOT NULL";
        })]);
        Assert.All(orphans, static result => Assert.Equal("""[{"orphans":"0"}]""", result.GetRawText()));
        Assert.Equal(110, references.Length);
    }

    [Fact]
    public void Publish_EveryFile_ReadEqualByAllReaders()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        var files = new List<object>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories))
        {
            var expected = Path.Combine(folder, $"expected-{files.Count}.json");
            using var reader = ParquetFileReader.Open(file);
            File.WriteAllText(expected, CanonicalValues.ToJson(reader));
            files.Add(new { file, expected });
        }

        File.WriteAllText(Path.Combine(folder, "list.json"), JsonSerializer.Serialize(files));
        var result = IndependentReaders.Run("compare.mjs", null, Path.Combine(folder, "list.json"));
        Assert.Equal("[]", result.GetProperty("differences").GetRawText());
        Assert.Equal(files.Count, result.GetProperty("readers").GetProperty("parquet-wasm").GetInt32());
    }

    [Fact]
    public void Publish_EveryFile_SaysWhatItsColumnsMean()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        var result = IndependentReaders.Query(
            $"SELECT count(*) n FROM parquet_kv_metadata('{Files("budget_lines")}') WHERE decode(key) = 'column.amount_yuan.zh' AND " +
            $"decode(value) = '金额，单位为元'",
            $"SELECT DISTINCT created_by FROM parquet_file_metadata('{Files("budget_lines")}')");
        Assert.Equal("""[{"n":"3"}]""", result[0].GetRawText());
        Assert.StartsWith("Extractor.Parquet version ", result[1][0].GetProperty("created_by").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_AllColumns_AreDescribedInBothLanguages()
    {
        Assert.All(DatasetSchemas.All.SelectMany(static schema => schema.Columns), static column =>
        {
            Assert.NotEmpty(column.DescriptionZh);
            Assert.NotEmpty(column.DescriptionEn);
            Assert.Matches("^[a-z][a-z0-9_]*$", column.Name);
        });
    }

    private static string TypeOf(ParquetColumnType type) => type switch
    {
        ParquetColumnType.String => "VARCHAR",
        ParquetColumnType.Decimal => "DECIMAL(18,2)",
        ParquetColumnType.Timestamp => "TIMESTAMP WITH TIME ZONE",
        ParquetColumnType.Date => "DATE",
        ParquetColumnType.Int32 => "INTEGER",
        ParquetColumnType.Int64 => "BIGINT",
        ParquetColumnType.Double => "DOUBLE",
        ParquetColumnType.Boolean => "BOOLEAN",
        _ => type.ToString(),
    };

    private string Files(string dataset) => $"{folder.Replace("'", "''", StringComparison.Ordinal)}/data/{dataset}/**/*.parquet";

    private void Publish() => DatasetPublisher.Publish(
        SampleDocuments.Source(SampleDocuments.Make("a.pdf"), SampleDocuments.Make("b.pdf", 2023, "110000"),
            SampleDocuments.Make("c.pdf", null, null)),
        Path.Combine(folder, "data"),
        2,
        TestContext.Current.CancellationToken);
}
