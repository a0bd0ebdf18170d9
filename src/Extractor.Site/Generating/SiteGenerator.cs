using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Extractor.Parquet;
using Extractor.Publications.Documents;
using Extractor.Runs;
using Extractor.Site.Assets;
using Extractor.Site.Departments;
using Extractor.Site.Documents;
using Extractor.Site.Figures;
using Extractor.Site.Harvests;
using Extractor.Site.Overview;
using Extractor.Site.Places;
using Extractor.Site.Plain;
using Extractor.Site.Questions;
using Extractor.Site.Rankings;
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
/// <param name="Decisions">Findings that a reviewer has decided on.</param>
/// <param name="DecisionsWithoutFinding">Of these, those that the publication has no more.</param>
public sealed record SiteReport(int Documents, int DocumentsWithFile, int DocumentsWithoutFile, int Files, long Bytes, int Decisions,
    int DecisionsWithoutFinding);

/// <summary><c>extractor site</c>: a static site from the published datasets, the same bytes from the same publication.</summary>
public static class SiteGenerator
{
    /// <param name="progress">Told the number of documents done.</param>
    /// <exception cref="OutputException">There is no publication.</exception>
    /// <exception cref="SiteException">It cannot be read, the folder cannot be written, or the pages are not built in.</exception>
    public static SiteReport Generate(SiteOptions options, Action<int> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        BrowserAssets.MustBeThere();
        try
        {
            return Make(options, progress, cancellationToken);
        }
        catch (ParquetException exception)
        {
            throw new SiteException(SiteFault.NoPublication,
                $"'{options.Data}' cannot be read: {exception.Message} Publish again with 'extractor run'.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SiteException(SiteFault.NotWritten, $"the site cannot be written: {exception.Message}", exception);
        }
    }

    private static SiteReport Make(SiteOptions options, Action<int> progress, CancellationToken cancellationToken)
    {
        var publication = new PublicationReader(options.Data);
        using var folder = SiteFolder.Open(options.Output);
        BrowserAssets.WriteTo(folder.Staging);

        var data = Path.Combine(folder.Staging, "data");
        var files = new DocumentFiles(options.DocumentFolders, folder.Staging, folder.Output);
        var decisions = ReviewFile.Read(ReviewFile.PathIn(options.Data));
        var documents = new DocumentWriter(data, files);
        var findings = new FindingPart(data, ReviewFile.Latest(decisions).Keys.ToHashSet(StringComparer.Ordinal));
        var spill = Path.Combine(folder.Staging, ".spill");
        var accounts = new Accounts();
        using var departments = new DepartmentIndex(data, spill, accounts);
        using var subjects = new SubjectIndex(data, spill, accounts);
        using var places = new PlaceIndex(data, spill, accounts, publication, subjects.Names);
        using var search = new SearchPart(data, spill, departments, subjects.Names);
        var count = 0;
        ISitePart[] parts =
        [
            findings,
            new CoveragePart(data, publication, decisions),
            new FiguresPart(data, accounts, departments, subjects, new RankingIndex(data, accounts), places),
            search,
            new PlainPages(folder.Staging, departments),
            new FeedPart(folder.Staging, publication, folder.Output),
        ];

        OnAllCores(documents.Write, Summed(), cancellationToken);
        foreach (var part in parts)
        {
            part.Complete();
        }

        Directory.Delete(spill, recursive: true);
        HarvestBoard.Write(data, publication);
        PublishedFiles.Copy(publication, options.Data, data);
        JsonFile.Write(Path.Combine(data, "reviews.json"), json => ReviewJson.Write(json, decisions));
        var written = folder.Commit();
        return new SiteReport(count, files.Found, files.Missing, written.Files, written.Bytes, findings.Decided, findings.DecidedAndGone);

        // The parts see the documents in their order; the files of a document concern no other.
        IEnumerable<PublishedDocument> Summed()
        {
            foreach (var document in publication.Documents())
            {
                foreach (var part in parts)
                {
                    part.Add(document);
                }

                progress(++count);
                yield return document;
            }
        }
    }

    /// <summary>As many documents in memory as there are cores, and the one that is read.</summary>
    private static void OnAllCores(Action<PublishedDocument> write, IEnumerable<PublishedDocument> documents,
        CancellationToken cancellationToken)
    {
        try
        {
            Parallel.ForEach(
                Partitioner.Create(documents, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
                write);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.Flatten().InnerExceptions[0]);
        }
    }
}
