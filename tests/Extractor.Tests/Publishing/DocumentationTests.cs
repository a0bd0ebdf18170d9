using System.Text.Json;
using System.Text.RegularExpressions;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing;
using Extractor.Parquet.Tests;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Documentation;

namespace Extractor.Tests.Publishing;

/// <summary>What stands beside the data for people: dictionary, data package, views.</summary>
public sealed partial class DocumentationTests : IDisposable
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
            File.WriteAllText(path, DataDictionary.ToMarkdown(CodeLists.With(ReferenceData.Load().CodeLists)));
        }

        Assert.Equal(
            DataDictionary.ToMarkdown(CodeLists.With(ReferenceData.Load().CodeLists)), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    /// <summary>Set UPDATE_EXPECTED=1 to write the file anew after a rule or its words have changed.</summary>
    [Fact]
    public void FindingGuide_OfTheRepository_IsCurrent()
    {
        var path = Path.Combine(IndependentReaders.Folder, "..", "..", "..", FindingGuide.FileName);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(path, FindingGuide.ToMarkdown(ReferenceData.Load().FindingRules));
        }

        Assert.Equal(FindingGuide.ToMarkdown(ReferenceData.Load().FindingRules), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Publish_DataPackage_ListsEveryFileColumnAndFiscalType()
    {
        Publish();
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToArray();
        Assert.Equal(DatasetSchemas.All.Select(static schema => schema.Name), resources.Select(static resource =>
            resource.GetProperty("name").GetString()!));
        var listed = resources.SelectMany(static resource =>
            resource.GetProperty("path").EnumerateArray().Select(static path => path.GetString()!)).Order(StringComparer.Ordinal);
        var present = Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(present, listed);
        var lines = resources.Single(static resource => resource.GetProperty("name").GetString() == "budget_lines").GetProperty("schema");
        var amount = lines.GetProperty("fields").EnumerateArray().Single(static field =>
            field.GetProperty("name").GetString() == "amount_yuan");
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

    /// <summary>What a coded column may hold is told with names, and in the constraints of the column.</summary>
    [Fact]
    public void Publish_DataPackage_ListsTheValuesOfCodedColumns()
    {
        Publish();
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToArray();
        foreach (var dataset in (string[])["tables", "budget_lines"])
        {
            var field = resources.Single(resource => resource.GetProperty("name").GetString() == dataset).GetProperty("schema")
                .GetProperty("fields").EnumerateArray().Single(static field => field.GetProperty("name").GetString() == "table_key");
            Assert.Equal(Enum.GetValues<TableKey>().Select(SchemaName.Of), field.GetProperty("constraints").GetProperty("enum")
                .EnumerateArray().Select(static value => value.GetString()));
            Assert.Contains("三公", field.GetProperty("categories").EnumerateArray().Single(static category =>
                category.GetProperty("value").GetString() == "three_public").GetProperty("label").GetString(), StringComparison.Ordinal);
        }
    }

    /// <summary>Names of the budget taxonomy of Fiscal Data Package 1.0, as far as our columns have them.</summary>
    [Fact]
    public void Schema_FiscalTypes_AreOfTheTaxonomy() => Assert.Equal(
        [
            "activity:generic:project:label", "administrative-classification:generic:level1:label",
                "administrative-classification:generic:level2:label",
            "budget-line-id", "date:fiscal-year", "direction", "expenditure-type:code", "fin-source:generic:code", "geo-source:source:code",
            "geo-source:source:title", "phase:id", "value", "value-kind:code",
        ],
        DatasetSchemas.All.SelectMany(static schema => schema.Columns).Select(static column => column.FiscalType).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal));

    /// <summary>Every view of the file, with the rows that it has over four documents, one of which is superseded.</summary>
    [Fact]
    public void Publish_Views_AnswerInDuckDb()
    {
        IndependentReaders.SkipUnlessInstalled();
        var superseded = WithTotals("old.pdf", 2024, 1);
        DatasetPublisher.Publish(
            SampleDocuments.Source(
            [
                SampleDocuments.Entry(WithTotals("b.pdf", 2023, 400)),
                SampleDocuments.Entry(WithTotals("a.pdf", 2024, 500)) with { SupersedesDocumentId = superseded.Extracted.File.Id },
                SampleDocuments.Entry(superseded),
                SampleDocuments.Entry(WithTotals("c.pdf", 2024, 70, "教育局")),
            ]),
            folder,
            1,
            TestContext.Current.CancellationToken);
        var sql = File.ReadAllText(Path.Combine(folder, "views.sql"));
        var views = sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        (string View, string Query, string Rows)[] expected =
        [
            ("current_documents", "SELECT department_name AS name, fiscal_year AS year FROM current_documents ORDER BY ALL",
                """[{"name":"区财政局","year":2023},{"name":"区财政局","year":2024},{"name":"教育局","year":2024}]"""),
            ("proven_lines",
                "SELECT count(*)::INTEGER AS n, count(DISTINCT proof)::INTEGER AS proofs, min(item_key) AS item FROM proven_lines",
                """[{"n":8,"proofs":1,"item":"total"}]"""),
            ("expenditure", "SELECT department_name AS name, fiscal_year AS year, sum(total_yuan)::VARCHAR AS yuan FROM expenditure " +
                "GROUP BY ALL ORDER BY ALL",
                """[{"name":"区财政局","year":2023,"yuan":"1656859833.33"},{"name":"区财政局","year":2024,"yuan":"1656859833.33"},{"name":"教育局","year":2024,"yuan":"1656859833.33"}]"""),
            ("government_debt", "SELECT count(*)::INTEGER AS n FROM government_debt", """[{"n":0}]"""),
            ("transfers", "SELECT count(*)::INTEGER AS n FROM transfers", """[{"n":0}]"""),
            ("expenditure_by_class_and_fund", "SELECT department_name AS name, fiscal_year AS year, class_code AS code, fund, " +
                "total_yuan::VARCHAR AS yuan, reconciles FROM expenditure_by_class_and_fund ORDER BY ALL",
                """[{"name":"区财政局","year":2023,"code":"201","fund":"general_public","yuan":"1656859833.33","reconciles":false},{"name":"区财政局","year":2024,"code":"201","fund":"general_public","yuan":"1656859833.33","reconciles":false},{"name":"教育局","year":2024,"code":"201","fund":"general_public","yuan":"1656859833.33","reconciles":false}]"""),
            ("department_comparison", "SELECT department_name AS name, fiscal_year AS year, prior_expenditure_yuan::VARCHAR AS prior, " +
                "change_yuan::VARCHAR AS change, change_percent AS percent FROM department_comparison ORDER BY ALL",
                """[{"name":"区财政局","year":2023,"prior":null,"change":null,"percent":null},{"name":"区财政局","year":2024,"prior":"400.00","change":"100.00","percent":25},{"name":"教育局","year":2024,"prior":null,"change":null,"percent":null}]"""),
            ("budget_and_accounts", "SELECT count(*)::INTEGER AS n FROM budget_and_accounts", """[{"n":0}]"""),
            ("failing_checks", "SELECT department_name AS name, count(*)::INTEGER AS n, count(DISTINCT line_id)::INTEGER AS lines, " +
                "min(value_as_printed) AS printed, min(page_number) AS page FROM failing_checks GROUP BY ALL ORDER BY ALL",
                """[{"name":"区财政局","n":9,"lines":9,"printed":"198,823.18","page":1},{"name":"教育局","n":3,"lines":3,"printed":"198,823.18","page":1}]"""),
            ("expenditure_by_function_and_year", "SELECT class_code AS code, \"2023\"::VARCHAR AS before, " +
                "\"2024\"::VARCHAR AS after FROM expenditure_by_function_and_year ORDER BY ALL",
                """[{"code":"201","before":"1656859833.33","after":"1656859833.33"},{"code":"201","before":null,"after":"1656859833.33"}]"""),
            ("department_expenditure_by_year", "SELECT phase, \"2023\"::VARCHAR AS before, \"2024\"::VARCHAR AS " +
                "after FROM department_expenditure_by_year ORDER BY ALL",
                """[{"phase":"budget","before":"400.00","after":"500.00"},{"phase":"budget","before":null,"after":"70.00"}]"""),
        ];
        Assert.Equal(
            expected.Select(static view => view.View),
            views.Select(static view => ViewName().Match(view).Groups[1].Value)
                .Except(DatasetSchemas.All.Select(static schema => schema.Name)));

        var results = IndependentReaders.Query([$"SET file_search_path = '{folder}'", .. views,
            .. expected.Select(static view => view.Query)])[^expected.Length..];
        Assert.Equal(expected.Select(static view => view.Rows), results.Select(static result => result.GetRawText()));
    }

    [GeneratedRegex(@"CREATE OR REPLACE VIEW (\w+)")]
    private static partial Regex ViewName();

    /// <summary>A document that prints its revenue and expenditure, both proven.</summary>
    private static NormalizedDocument WithTotals(string name, int fiscalYear, decimal total, string? department = null)
    {
        var document = SampleDocuments.Make(name, fiscalYear);
        var line = document.Lines[0] with
        {
            TableKey = TableKey.RevenueExpenditureSummary,
            Fund = Fund.All,
            AmountYuan = total,
            Proof = Proof.Proven,
            ItemKey = "total",
            RowRole = RowRole.Total
        };
        return document with
        {
            Identity = document.Identity with { DepartmentName = department ?? document.Identity.DepartmentName },
            Lines = [.. document.Lines, line with { LineId = line.LineId + "r", Direction = Direction.Revenue },
                line with { LineId = line.LineId + "e", Direction = Direction.Expenditure }],
        };
    }

    private void Publish() => DatasetPublisher.Publish(
        SampleDocuments.Source(SampleDocuments.Make("a.pdf"), SampleDocuments.Make("b.pdf", 2023)), folder, 2,
            TestContext.Current.CancellationToken);
}
