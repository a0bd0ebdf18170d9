using System.Text.Json;
using Extractor.Parquet.Tests;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Documentation;

namespace Extractor.Tests.Publishing;

/// <summary>What stands beside the data for people: dictionary, data package, views.</summary>
public sealed class DocumentationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("documentation").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Set UPDATE_EXPECTED=1 to write the file anew after the schema has changed.</summary>
    [Fact]
    public void DataDictionary_OfTheRepository_IsCurrent()
    {
        var path = Path.Combine(IndependentReaders.Folder, "..", "..", "..", DataDictionary.FileName);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(path, DataDictionary.ToMarkdown());
        }

        Assert.Equal(DataDictionary.ToMarkdown(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Publish_DataPackage_ListsEveryFileColumnAndFiscalType()
    {
        Publish();
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToArray();
        Assert.Equal(DatasetSchemas.All.Select(static schema => schema.Name), resources.Select(static resource => resource.GetProperty("name").GetString()!));
        var listed = resources.SelectMany(static resource => resource.GetProperty("path").EnumerateArray().Select(static path => path.GetString()!)).Order(StringComparer.Ordinal);
        var present = Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(present, listed);
        var lines = resources.Single(static resource => resource.GetProperty("name").GetString() == "budget_lines").GetProperty("schema");
        var amount = lines.GetProperty("fields").EnumerateArray().Single(static field => field.GetProperty("name").GetString() == "amount_yuan");
        Assert.Equal(("number", "value"), (amount.GetProperty("type").GetString(), amount.GetProperty("columnType").GetString()));
        Assert.Equal("CNY", lines.GetProperty("extraFields")[0].GetProperty("constant").GetString());
        Assert.Equal("line_id", lines.GetProperty("primaryKey")[0].GetString());
    }

    [Fact]
    public void Publish_DataPackage_IsValidByTheFrictionlessProfiles()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        var path = Path.Combine(folder, "datapackage.json");
        var wrong = Path.Combine(folder, "wrong.json");
        File.WriteAllText(wrong, File.ReadAllText(path).Replace("\"type\": \"string\"", "\"type\": \"text\"", StringComparison.Ordinal));
        var results = IndependentReaders.Run("package.mjs", null, path, wrong);
        Assert.Equal("""{"valid":true,"errors":[]}""", results[0].GetRawText());
        Assert.False(results[1].GetProperty("valid").GetBoolean());
    }

    /// <summary>Names of the budget taxonomy of Fiscal Data Package 1.0, as far as our columns have them.</summary>
    [Fact]
    public void Schema_FiscalTypes_AreOfTheTaxonomy() => Assert.Equal(
        [
            "activity:generic:project:label", "administrative-classification:generic:level1:label", "administrative-classification:generic:level2:label",
            "budget-line-id", "date:fiscal-year", "direction", "expenditure-type:code", "fin-source:generic:code", "geo-source:source:code",
            "geo-source:source:title", "phase:id", "value", "value-kind:code",
        ],
        DatasetSchemas.All.SelectMany(static schema => schema.Columns).Select(static column => column.FiscalType).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Publish_Views_AnswerInDuckDb()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        var views = File.ReadAllText(Path.Combine(folder, "views.sql")).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] statements =
        [
            $"SET file_search_path = '{folder}'",
            .. views,
            "SELECT class_code, amount_yuan::VARCHAR AS yuan, is_proven FROM expenditure_by_function WHERE fiscal_year = 2024",
            "SELECT \"2023\"::VARCHAR AS before, \"2024\"::VARCHAR AS after FROM expenditure_by_function_and_year",
            "SELECT general_public_yuan::VARCHAR AS yuan, revenue_yuan FROM department_totals WHERE fiscal_year = 2023",
            "SELECT count(*)::INTEGER AS n, count(prior_document_id)::INTEGER AS prior FROM department_comparison",
            "SELECT count(*)::INTEGER AS n, count(DISTINCT line_id)::INTEGER AS lines FROM failing_checks",
            "SELECT count(*)::INTEGER AS n FROM proven_lines",
            "SELECT count(*)::INTEGER AS n FROM current_documents",
        ];
        var results = IndependentReaders.Query(statements)[^7..].Select(static result => result.GetRawText());
        Assert.Equal(
        [
            """[{"class_code":"201","yuan":"1656859833.33","is_proven":false}]""",
            """[{"before":"1656859833.33","after":"1656859833.33"}]""",
            """[{"yuan":"1988231800.00","revenue_yuan":null}]""",
            """[{"n":2,"prior":1}]""",
            """[{"n":6,"lines":6}]""",
            """[{"n":0}]""",
            """[{"n":2}]""",
        ],
        results);
    }

    private void Publish() => DatasetPublisher.Publish(
        SampleDocuments.Source(SampleDocuments.Make("a.pdf"), SampleDocuments.Make("b.pdf", 2023)), folder, 2, TestContext.Current.CancellationToken);
}
