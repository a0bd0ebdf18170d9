namespace Extractor.Site.Published;

/// <summary>A folder that <c>extractor run</c> has published to, read a document at a time.</summary>
internal sealed class Publication
{
    private readonly string folder;

    /// <exception cref="SiteException">The folder holds no publication.</exception>
    public Publication(string folder)
    {
        this.folder = folder;
        if (!Directory.Exists(Path.Combine(folder, "documents")))
        {
            throw new SiteException(SiteFault.NoPublication,
                $"'{folder}' holds no published datasets; --data must name a folder that 'extractor run' has published to.");
        }
    }

    /// <summary>Every document, by fiscal year, province and then the order of the datasets.</summary>
    public IEnumerable<PublishedDocument> Documents()
    {
        foreach (var partition in Partitions())
        {
            foreach (var document in DocumentsOf(partition))
            {
                yield return document;
            }
        }
    }

    /// <summary>What was expected and what was found, as the sources define it.</summary>
    public IEnumerable<CoverageRow> Coverage() => ParquetFiles.Rows(Path.Combine(folder, "coverage")).Select(CoverageRow.Read);

    /// <summary>The runs that the publication tells of, the latest last.</summary>
    public IEnumerable<RunRow> Runs() => ParquetFiles.Rows(Path.Combine(folder, "runs")).Select(RunRow.Read)
        .OrderBy(static run => run.StartedAt).ThenBy(static run => run.RunId, StringComparer.Ordinal);

    /// <summary>What came of every request of the harvest: <c>new</c>, <c>blocked</c>, <c>failed</c> ...</summary>
    public IEnumerable<string> FetchOutcomes() =>
        ParquetFiles.Rows(Path.Combine(folder, "fetches")).Select(static row => row.Text("outcome") ?? string.Empty);

    /// <summary>Folders of the last level below <c>documents</c>: <c>fiscal_year=2024/province_code=44</c>.</summary>
    private IEnumerable<string> Partitions()
    {
        var root = Path.Combine(folder, "documents");
        return Directory.EnumerateFiles(root, "*.parquet", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, Path.GetDirectoryName(path)!))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    private IEnumerable<PublishedDocument> DocumentsOf(string partition)
    {
        using var pages = Rows("pages");
        using var sections = Rows("sections");
        using var tables = Rows("tables");
        using var cells = Rows("cells");
        using var lines = Rows("budget_lines");
        using var projects = Rows("projects");
        using var stated = Rows("stated_figures");
        using var checks = Rows("checks");
        using var members = Rows("check_members");
        using var findings = Rows("findings");
        foreach (var header in ParquetFiles.Rows(Path.Combine(folder, "documents", partition)).Select(DocumentRow.Read))
        {
            var id = header.DocumentId;
            yield return new PublishedDocument(
                header,
                pages.Take(id, PageRow.Read),
                sections.Take(id, SectionRow.Read),
                tables.Take(id, TableRow.Read),
                cells.Take(id, CellRow.Read),
                lines.Take(id, LineRow.Read),
                projects.Take(id, ProjectRow.Read),
                stated.Take(id, StatedFigureRow.Read),
                checks.Take(id, CheckRow.Read),
                members.Take(id, CheckMemberRow.Read),
                findings.Take(id, FindingRow.Read));
        }

        foreach (var rows in new[] { pages, sections, tables, cells, lines, projects, stated, checks, members, findings })
        {
            rows.MustBeAtEnd();
        }

        DatasetRows Rows(string dataset) => new(dataset, Path.Combine(folder, dataset, partition));
    }
}
