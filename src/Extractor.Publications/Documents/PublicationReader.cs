using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Documents;

/// <summary>A folder that <c>extractor run</c> has published to, read a document at a time.</summary>
public sealed class PublicationReader
{
    private readonly string folder;

    /// <exception cref="OutputException">The folder holds no publication.</exception>
    public PublicationReader(string folder)
    {
        this.folder = folder;
        if (!Directory.Exists(Path.Combine(folder, "documents")))
        {
            throw new OutputException(
                $"'{folder}' holds no published datasets; --data must name a folder that 'extractor run' has published to.");
        }
    }

    /// <summary>Every document, by fiscal year, province and then the order of the datasets.</summary>
    public IEnumerable<PublishedDocument> Documents() => Documents(static _ => true);

    /// <summary>The documents that are wanted; of the others no row is made.</summary>
    /// <param name="isWanted">Asked with the id of the document.</param>
    public IEnumerable<PublishedDocument> Documents(Func<string, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(isWanted);
        return Read(isWanted);
    }

    private IEnumerable<PublishedDocument> Read(Func<string, bool> isWanted)
    {
        using var facts = new FactsByDocument(folder);
        foreach (var document in Partitions().SelectMany(partition => DocumentsOf(partition, facts, isWanted)))
        {
            yield return document;
        }

        facts.MustBeAtEnd();
    }

    /// <summary>What was expected and what was found, as the sources define it.</summary>
    public IEnumerable<CoverageRow> Coverage() => DatasetFiles.Rows<CoverageRow>(Path.Combine(folder, CoverageRow.Dataset));

    /// <summary>Publishers' nights; none where nothing was harvested, or the publication is of before they were kept.</summary>
    public IEnumerable<HarvestRow> Harvests() => Directory.Exists(Path.Combine(folder, HarvestRow.Dataset))
        ? DatasetFiles.Rows<HarvestRow>(Path.Combine(folder, HarvestRow.Dataset)) : [];

    /// <summary>Links and lists of harvested pages that were not followed though they stand where documents stand.</summary>
    public IEnumerable<FetchRow> Unexplained() => DatasetFiles.Rows<FetchRow>(Path.Combine(folder, FetchRow.Dataset))
        .Where(static row => row is { Unexplained: true, Outcome: "not_taken", Publisher: not null });

    /// <summary>Places with their codes, those no longer in force too.</summary>
    public IEnumerable<DivisionRow> Divisions() => DatasetFiles.Rows<DivisionRow>(Path.Combine(folder, DivisionRow.Dataset));

    /// <summary>Headline figures of governments as single documents print them.</summary>
    public IEnumerable<GovernmentFigureRow> GovernmentFigures() =>
        DatasetFiles.Rows<GovernmentFigureRow>(Path.Combine(folder, GovernmentFigureRow.Dataset));

    /// <summary>Headline figures of governments, over all documents.</summary>
    public IEnumerable<GovernmentYearRow> GovernmentYears() =>
        DatasetFiles.Rows<GovernmentYearRow>(Path.Combine(folder, GovernmentYearRow.Dataset));

    /// <summary>Debt of places, of all documents, also of places below the government that a document is of.</summary>
    public IEnumerable<FactGovernmentDebtRow> GovernmentDebts() =>
        DatasetFiles.Rows<FactGovernmentDebtRow>(Path.Combine(folder, FactGovernmentDebtRow.Dataset));

    /// <summary>The runs that the publication tells of, the latest last.</summary>
    public IEnumerable<RunRow> Runs() => DatasetFiles.Rows<RunRow>(Path.Combine(folder, RunRow.Dataset))
        .OrderBy(static run => run.StartedAt).ThenBy(static run => run.RunId, StringComparer.Ordinal);

    /// <summary>What came of every request of the harvest: <c>new</c>, <c>blocked</c>, <c>failed</c> ...</summary>
    public IEnumerable<string> FetchOutcomes() =>
        DatasetFiles.Rows<FetchRow>(Path.Combine(folder, FetchRow.Dataset)).Select(static row => row.Outcome)
            .Where(static outcome => outcome is not ("not_taken" or "not_due"));

    /// <summary>The files of the datasets, as the manifest lists them.</summary>
    /// <exception cref="OutputException">There is no manifest that can be read.</exception>
    public IEnumerable<ListedFile> Files() => PublishedSnapshot.ReadManifest(folder).Manifest.Datasets.SelectMany(static dataset =>
        dataset.Files.Select(file => new ListedFile(dataset.Name, file.Path, file.Rows, file.Bytes)));

    /// <summary>Folders of the last level below <c>documents</c>: <c>fiscal_year=2024/province_code=44</c>.</summary>
    private IEnumerable<string> Partitions()
    {
        var root = Path.Combine(folder, "documents");
        return Directory.EnumerateFiles(root, "*.parquet", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, Path.GetDirectoryName(path)!))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    private IEnumerable<PublishedDocument> DocumentsOf(string partition, FactsByDocument facts, Func<string, bool> isWanted)
    {
        using var pages = Rows<PageRow>();
        using var sections = Rows<SectionRow>();
        using var tables = Rows<TableRow>();
        using var cells = Rows<CellRow>();
        using var lines = Rows<BudgetLineRow>();
        using var projects = Rows<ProjectRow>();
        using var indicators = Rows<PerformanceIndicatorRow>();
        using var stated = Rows<StatedFigureRow>();
        using var checks = Rows<CheckRow>();
        using var members = Rows<CheckMemberRow>();
        using var findings = Rows<FindingRow>();
        using var places = Rows<FindingPlaceRow>();
        IDocumentRows[] all =
        [
            pages, sections, tables, cells, lines, projects, indicators, stated, checks, members, findings, places,
        ];
        foreach (var header in DatasetFiles.Rows<DocumentRow>(Path.Combine(folder, DocumentRow.Dataset, partition)))
        {
            var id = header.DocumentId;
            if (!isWanted(id))
            {
                facts.PassOver(id);
                foreach (var rows in all)
                {
                    rows.PassOver(id);
                }

                continue;
            }

            yield return new PublishedDocument(header, pages.Take(id), sections.Take(id), tables.Take(id), cells.Take(id), lines.Take(id),
                projects.Take(id), indicators.Take(id), stated.Take(id), checks.Take(id), members.Take(id), findings.Take(id),
                places.Take(id))
            {
                Facts = facts.Take(id),
            };
        }

        foreach (var rows in all)
        {
            rows.MustBeAtEnd();
        }

        RowsByDocument<TRow> Rows<TRow>()
            where TRow : IDatasetRow => new(Path.Combine(folder, TRow.Dataset, partition));
    }
}

/// <summary>A file of a publication.</summary>
/// <param name="Path">Relative to the folder of the publication.</param>
public sealed record ListedFile(string Dataset, string Path, long Rows, long Bytes);
