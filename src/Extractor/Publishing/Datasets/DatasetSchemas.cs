using System.Collections.Immutable;
using Extractor.Publishing.Facts;
using Extractor.Publishing.Facts.Governments;
using Extractor.Publishing.Reference;

namespace Extractor.Publishing.Datasets;

/// <summary>All published datasets: the contract in code.</summary>
public static class DatasetSchemas
{
    /// <summary>Raised when a column is renamed, dropped or changes its meaning; not when one is added.</summary>
    public const int Version = 2;

    /// <summary>In the order in which they are published and documented.</summary>
    public static ImmutableArray<DatasetSchema> All { get; } =
        [.. Documents.Select(static dataset => dataset.Schema), .. FactDatasets.Schemas,
            .. GovernmentFactDatasets.Schemas, .. GovernmentYearDatasets.Schemas, .. ReferenceDatasets.Schemas, RunDatasets.Runs.Schema,
            RunDatasets.Fetches.Schema,
            RunDatasets.Coverage.Schema,
            RunDatasets.Harvests.Schema];

    /// <summary>Every column by name, every layout: files of a publication that has others are not taken over.</summary>
    internal static string Columns { get; } = string.Join(' ', All.SelectMany(static schema =>
        schema.Columns.Select(column => $"{schema.Layout}/{schema.Name}.{column.Name}")));

    /// <summary>The datasets whose rows come from documents.</summary>
    internal static ImmutableArray<DocumentDataset> Documents => DocumentList.All;

    private static class DocumentList
    {
        public static ImmutableArray<DocumentDataset> All { get; } =
        [
            DocumentDatasets.Documents,
            DocumentDatasets.Pages,
            EvidenceDatasets.PageLedger,
            DocumentDatasets.Sections,
            TableDatasets.Tables,
            TableDatasets.Cells,
            BudgetDatasets.BudgetLines,
            BudgetDatasets.Projects,
            BudgetDatasets.PerformanceIndicators,
            BudgetDatasets.StatedFigures,
            GovernmentDatasets.Debt,
            EvidenceDatasets.Checks,
            EvidenceDatasets.CheckMembers,
            EvidenceDatasets.Findings,
            EvidenceDatasets.FindingPlaces,
        ];
    }
}
