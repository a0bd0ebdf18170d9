using System.Text.Json;
using Extractor.Extracting;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Parquet.Tests;
using Extractor.Publishing;

namespace Extractor.CorpusTests;

/// <summary><c>Years</c>: a department over two years, renamed in between, one of its budgets in three files.</summary>
public sealed class YearsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("years").FullName;

    private static string Folder => Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Years");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Each list of <c>Years/expectations</c> and the question that it answers.</summary>
    public static TheoryData<string, string> Questions => new()
    {
        {
            "disclosures", "SELECT d.organisation_name, d.fiscal_year, d.phase, d.document_count, " +
            "d.other_phase_disclosure_id IS NOT NULL AS other_phase, y.expenditure_yuan " +
            "FROM disclosures d JOIN department_year y USING (disclosure_id) ORDER BY ALL"
        },
        {
            "roles", "SELECT d.fiscal_year, d.phase, m.role, count(*) AS files FROM disclosure_documents m JOIN disclosures d " +
            "USING (disclosure_id) GROUP BY ALL ORDER BY ALL"
        },
        {
            "organisations", "SELECT o.organisation_name, p.organisation_name AS predecessor, s.organisation_name AS successor, " +
            "o.succession FROM organisations o LEFT JOIN organisations p ON p.organisation_id = o.predecessor_ids " +
            "LEFT JOIN organisations s ON s.organisation_id = o.successor_ids ORDER BY ALL"
        },
        {
            "prior_year_checks", "SELECT fact, item, fiscal_year, stated_yuan, published_then_yuan, outcome " +
            "FROM prior_year_checks ORDER BY ALL"
        },
    };

    /// <summary>
    /// Who sums a fact by year and phase gets what the documents print, although one budget lies there three times.
    /// </summary>
    [Fact]
    public void Facts_OfOneBudgetInThreeFiles_CountOnce() => Assert.Equal(
        ["2018,budget,12000000.00", "2019,budget,14000000.00", "2019,final_accounts,13600000.00"],
        Answer("SELECT fiscal_year, phase, sum(total_yuan) FROM fact_expenditure GROUP BY ALL ORDER BY ALL").Select(Row));

    /// <summary>Who knows nothing of phases and sums the view counts no yuan twice.</summary>
    [Fact]
    public void Expenditure_SummedOverPhases_TakesOnePhaseADepartmentAndYear() => Assert.Equal(
        ["2018,12000000.00", "2019,13600000.00"],
        Answer("SELECT fiscal_year, sum(total_yuan) FROM expenditure GROUP BY ALL ORDER BY ALL").Select(Row));

    [Theory]
    [MemberData(nameof(Questions))]
    public void Publication_OfTwoYears_IsAsExpected(string list, string sql) => Assert.Equal(
        File.ReadLines(Path.Combine(Folder, "expectations", $"{list}.csv")).Skip(1),
        Answer(sql).Select(Row));

    /// <summary>The publication of these documents.</summary>
    internal static void Publish(string folder)
    {
        var reference = ReferenceData.Load();
        var normalizer = new DocumentNormalizer(reference);
        var documents = Directory.GetFiles(Folder, "*.pdf").Order(StringComparer.Ordinal).Select(path =>
        {
            var bytes = File.ReadAllBytes(path);
            var name = Path.GetFileName(path);
            var file = new FetchedFile(DocumentId.Of(bytes), path, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
            return normalizer.Normalize(DocumentExtractor.Extract(file, bytes, CancellationToken.None));
        });
        DatasetPublisher.Publish(
            new PublicationSource("1", [.. documents.Select(static document => new PublishableDocument(
                document.Extracted.File.Id, document.Identity.FiscalYear, document.Identity.DivisionCode, document.Extracted.Pages.Length,
                "1", null, () => document))], [], [], [])
            {
                OrganisationChanges = reference.OrganisationChanges,
            },
            folder,
            1,
            TestContext.Current.CancellationToken);
    }

    private IEnumerable<JsonElement> Answer(string sql)
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish(folder);
        var views = File.ReadAllText(Path.Combine(folder, "views.sql")).Split(";\n", StringSplitOptions.RemoveEmptyEntries |
            StringSplitOptions.TrimEntries);
        return IndependentReaders.Query([$"SET file_search_path = '{folder}'", .. views, sql])[^1].EnumerateArray();
    }

    private static string Row(JsonElement row) => string.Join(',', row.EnumerateObject().Select(static cell =>
        cell.Value.ToString() switch { "True" => "true", "False" => "false", var value => value }));
}
