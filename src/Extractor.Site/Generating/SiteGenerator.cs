using Extractor.Site.Assets;
using Extractor.Site.Departments;
using Extractor.Site.Documents;
using Extractor.Site.Figures;
using Extractor.Site.Overview;
using Extractor.Site.Published;
using Extractor.Site.Reviews;
using Extractor.Site.Search;
using Extractor.Site.Subjects;

namespace Extractor.Site.Generating;

/// <summary>What to make a site from.</summary>
/// <param name="Data">Folder that <c>extractor run</c> has published to.</param>
/// <param name="Output">The site's folder; replaced as a whole when the new site is complete.</param>
/// <param name="DocumentFolders">Where the published files lie: folders that hold the sources of the run, or are one.</param>
public sealed record SiteOptions(string Data, string Output, IReadOnlyList<string> DocumentFolders);

/// <summary>What was made.</summary>
/// <param name="DocumentsWithFile">Documents whose file lies in the site, so that their pages can be drawn.</param>
/// <param name="DocumentsWithoutFile">PDF documents whose file was found nowhere.</param>
public sealed record SiteReport(int Documents, int DocumentsWithFile, int DocumentsWithoutFile, int Files, long Bytes, int Decisions);

/// <summary><c>extractor site</c>: a static site from the published datasets, the same bytes from the same publication.</summary>
public static class SiteGenerator
{
    /// <param name="progress">Told the number of documents done.</param>
    /// <exception cref="SiteException">There is no publication, the folder cannot be written, or the pages are not built in.</exception>
    public static SiteReport Generate(SiteOptions options, Action<int> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        BrowserAssets.MustBeThere();
        var publication = new Publication(options.Data);
        using var folder = SiteFolder.Open(options.Output);
        BrowserAssets.WriteTo(folder.Staging);

        var data = Path.Combine(folder.Staging, "data");
        var files = new DocumentFiles(options.DocumentFolders, folder.Staging, folder.Output);
        var decisions = ReviewFile.Read(ReviewFile.PathIn(options.Data));
        var coverage = new CoveragePart(data, publication, decisions);
        var spill = Path.Combine(folder.Staging, ".spill");
        var accounts = new Accounts();
        using var departments = new DepartmentIndex(data, spill, accounts);
        using var subjects = new SubjectIndex(data, spill, accounts);
        using var search = new SearchPart(data, spill, departments, subjects.Names);
        ISitePart[] parts =
        [
            new DocumentPart(data, files),
            new FindingPart(data),
            coverage,
            new FiguresPart(data, accounts, departments, subjects),
            search,
        ];

        var count = 0;
        foreach (var document in publication.Documents())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var part in parts)
            {
                part.Add(document);
            }

            progress(++count);
        }

        foreach (var part in parts)
        {
            part.Complete();
        }

        Directory.Delete(spill, recursive: true);
        JsonFile.Write(Path.Combine(data, "reviews.json"), json => ReviewJson.Write(json, decisions));
        var written = folder.Commit();
        return new SiteReport(count, files.Found, files.Missing, written.Files, written.Bytes, decisions.Count);
    }
}
