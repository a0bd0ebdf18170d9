using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Parquet;
using Extractor.Parquet.Tests;
using Extractor.Publishing;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Facts;
using Extractor.Publishing.Facts.Governments;
using Extractor.Publishing.Reference;

namespace Extractor.Tests.Publishing;

/// <summary>The schema in code and the files against the contract: <c>SCHEMA.md</c>, which lies beside the checkout.</summary>
public sealed partial class SchemaContractTests : IDisposable
{
    /// <summary>Words between the columns of the contract that name none, and columns that it names in a sentence.</summary>
    private static readonly Dictionary<string, string> Amendments = new(StringComparer.Ordinal)
    {
        ["box"] = "box_left, box_top, box_right, box_bottom",
        ["row"] = "row_index",
        ["column"] = "column_index",
        ["left"] = "box_left",
        ["top"] = "box_top",
        ["right"] = "box_right",
        ["bottom"] = "box_bottom",
        ["amount_yuan or quantity or percent"] = "amount_yuan, quantity, percent",
        ["documents_new/changed/unchanged/quarantined"] = "documents_new, documents_changed, documents_unchanged, documents_quarantined",
        ["checks_holding/failing"] = "checks_holding, checks_failing",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("contract").FullName;

    private static string Contract => Path.Combine(IndependentReaders.Folder, "..", "..", "..", "..", "shared", "SCHEMA.md");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Schema_EveryDatasetAndColumnOfTheContract_IsThereInItsOrder()
    {
        Assert.SkipUnless(File.Exists(Contract), "SCHEMA.md does not lie beside the checkout.");
        var contract = ColumnsOfTheContract();
        Assert.Equal(
            ["budget_lines", "cells", "check_members", "checks", "coverage", "documents", "fetches", "findings", "pages",
                "performance_indicators", "projects", "runs", "sections", "stated_figures", "tables"],
            contract.Keys);
        Assert.Equal(
            contract.Keys.Append("page_ledger").Append("finding_places").Append("harvests").Append("fact_government_debt")
                .Concat(FactDatasets.Schemas.Concat(GovernmentFactDatasets.Schemas).Concat(GovernmentYearDatasets.Schemas)
                .Concat(ReferenceDatasets.Schemas)
                .Select(static schema => schema.Name))
                .Order(StringComparer.Ordinal),
            DatasetSchemas.All.Select(static schema => schema.Name).Order(StringComparer.Ordinal));
        foreach (var schema in DatasetSchemas.All.Where(schema => contract.ContainsKey(schema.Name)))
        {
            var columns = schema.Columns.Select(static column => column.Name).ToList();
            var wanted = contract[schema.Name];
            Assert.Equal([], wanted.Except(columns).Select(column => $"{schema.Name}.{column}"));
            Assert.Equal(wanted, columns.Where(wanted.Contains));
        }
    }

    [Fact]
    public void Schema_Types_FollowFromTheNames()
    {
        foreach (var (schema, column) in DatasetSchemas.All.SelectMany(static schema => schema.Columns.Select(column => (schema, column))))
        {
            ParquetColumnType? expected = column.Name switch
            {
                "exit_code" => ParquetColumnType.Int32,
                _ when column.Name.EndsWith("_yuan", StringComparison.Ordinal) => ParquetColumnType.Decimal,
                _ when column.Name.EndsWith("_at", StringComparison.Ordinal) || column.Name == "last_modified" =>
                    ParquetColumnType.Timestamp,
                _ when column.Name.EndsWith("_on", StringComparison.Ordinal) => ParquetColumnType.Date,
                _ when column.Name.EndsWith("_id", StringComparison.Ordinal) || column.Name.EndsWith("_code", StringComparison.Ordinal) ||
                    column.Name.EndsWith("_name", StringComparison.Ordinal) ||
                    column.Name.EndsWith("_as_printed", StringComparison.Ordinal) => ParquetColumnType.String,
                "box_left" or "box_top" or "box_right" or "box_bottom" => ParquetColumnType.Double,
                "page_number" or "fiscal_year" or "page_first" or "page_last" => ParquetColumnType.Int32,
                _ => null,
            };
            Assert.True(expected is null || column.Type == expected, $"{schema.Name}.{column.Name} is {column.Type}");
        }
    }

    [Fact]
    public void Publish_Rows_AreSortedAndInTheirPartition()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        string[] datasets = [.. DatasetSchemas.All.Where(static schema => schema.Layout == DatasetLayout.ByPartition)
            .Select(static schema => schema.Name)];
        var results = IndependentReaders.Query([.. datasets.Select(dataset => $"""
            WITH numbered AS (
              SELECT f.document_id, d.division_code, f.filename, f.file_row_number AS number, f.fiscal_year, f.province_code, d.fiscal_year AS year, d.province_code AS province
              FROM read_parquet('{Files(dataset)}', filename = true, file_row_number = true, hive_partitioning = true, hive_types = {"{'fiscal_year': INTEGER, 'province_code': VARCHAR}"}) f
              JOIN read_parquet('{Files("documents")}', hive_partitioning = false) d USING (document_id))
            SELECT count(*)::INTEGER AS n,
                   count(*) FILTER (fiscal_year IS DISTINCT FROM year OR province_code IS DISTINCT FROM province)::INTEGER AS misplaced,
                   (SELECT count(*)::INTEGER FROM (
                      SELECT coalesce(division_code, '') || document_id AS place, lag(coalesce(division_code, '') || document_id) OVER (PARTITION BY filename ORDER BY number) AS before FROM numbered)
                    WHERE place < before) AS unsorted
            FROM numbered
            """)]);
        Assert.All(datasets.Zip(results), static pair =>
        {
            var row = pair.Second[0];
            Assert.True(row.GetProperty("n").GetInt32() > 0 || pair.First.StartsWith("fact_", StringComparison.Ordinal)
                || pair.First.StartsWith("government_", StringComparison.Ordinal), pair.First);
            Assert.Equal((0, 0), (row.GetProperty("misplaced").GetInt32(), row.GetProperty("unsorted").GetInt32()));
        });
    }

    [Fact]
    public void Publish_UnknownValues_AreNullAndNeverEmptyText()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish();
        var texts = DatasetSchemas.All.SelectMany(static schema =>
            schema.Columns.Where(static column => column.Type == ParquetColumnType.String).Select(column => (schema, column))).ToList();
        var results = IndependentReaders.Query([.. texts.Select(pair =>
            $"SELECT count(*)::INTEGER AS empty FROM read_parquet('{Files(pair.schema.Name)}', hive_partitioning = false) WHERE " +
            $"trim(\"{pair.column.Name}\") = ''")]);
        Assert.Equal([], texts.Zip(results).Where(static pair => pair.Second[0].GetProperty("empty").GetInt32() > 0).Select(static pair =>
            $"{pair.First.schema.Name}.{pair.First.column.Name}"));
        var unread = IndependentReaders.Query($"SELECT page_count, fiscal_year, division_code, province_code FROM " +
            $"read_parquet('{Files("documents")}', hive_partitioning = false) WHERE status = 'quarantined'");
        Assert.Equal("""[{"page_count":null,"fiscal_year":null,"division_code":null,"province_code":null}]""", unread[0].GetRawText());
    }

    /// <summary>The columns of every dataset: what stands between the dots of the contract, without what explains it.</summary>
    private static SortedDictionary<string, List<string>> ColumnsOfTheContract()
    {
        var columns = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var part in File.ReadAllText(Contract).Split("\n## ").Skip(1))
        {
            var heading = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var text = part[part.IndexOf('\n', StringComparison.Ordinal)..];
            string[] datasets = [.. DatasetName().Matches(heading.Split(" — ")[0]).Select(static match => match.Value).Where(static name =>
                name != "and")];
            if (datasets is ["runs", "fetches", "coverage"])
            {
                foreach (var dataset in datasets)
                {
                    columns[dataset] = Columns(Between(text, dataset + ": ", ". "));
                }

                continue;
            }

            // Lists of values and sentences about the rows follow the columns.
            columns[datasets[0]] = Columns(text.Split([". A cell that", "\n\ntable_key:", ". `check_members`", ". A published document"],
                StringSplitOptions.None)[0]);
            if (datasets.Length > 1)
            {
                columns[datasets[1]] = [.. DatasetName().Matches(Between(text, "`check_members` links ", ".")).Select(static match =>
                    match.Value).Where(static name => name != "to")];
            }
        }

        return columns;
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        var end = text.IndexOf(to, start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static List<string> Columns(string text)
    {
        while (Explanation().IsMatch(text))
        {
            text = Explanation().Replace(text, string.Empty);
        }

        return [.. text.Split('·', '\n').Select(static item => item.Trim()).Where(static item => item.Length > 0)
            .SelectMany(static item => Amendments.GetValueOrDefault(item, item).Split(',', '/'))
            .Select(static item => item.Trim())];
    }

    [GeneratedRegex("[a-z][a-z_]*")]
    private static partial Regex DatasetName();

    [GeneratedRegex(@"\s*\([^()]*\)")]
    private static partial Regex Explanation();

    private string Files(string dataset) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder.Replace("'", "''", StringComparison.Ordinal)}/{dataset}/**/*.parquet");

    private void Publish()
    {
        var unread = SampleDocuments.Make("unread.pdf", null, null);
        var quarantined = unread with
        {
            Extracted = unread.Extracted with
            {
                Status = Model.Documents.DocumentStatus.Quarantined,
                StatusReason = "no PDF",
                Pages = [],
                Tables = [],
                Sections = []
            },
            Tables = [],
            Sections = [],
            Lines = [],
            Projects = [],
            Indicators = [],
            StatedFigures = [],
            Checks = [],
        };
        var documents = Enumerable.Range(0, 12).Select(static index =>
            SampleDocuments.Make($"{index}.pdf", 2023 + (index % 2), index % 3 == 0 ? "110101" : $"4403{index:D2}"));
        DatasetPublisher.Publish(SampleDocuments.Source([.. documents, quarantined]), folder, 1, TestContext.Current.CancellationToken);
    }
}
