using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Differences;

/// <summary>
/// What changed between two publications, in documents and budget lines. Documents whose files are equal are not read;
/// of the others one pair is in memory at a time, beside one small entry a document.
/// </summary>
public sealed class PublicationDiff : IDisposable
{
    private readonly PublishedSnapshot before;
    private readonly PublishedSnapshot after;

    private PublicationDiff(PublishedSnapshot before, PublishedSnapshot after)
    {
        this.before = before;
        this.after = after;
    }

    /// <param name="before">Folder of the earlier publication.</param>
    /// <param name="after">Folder of the later one.</param>
    /// <exception cref="OutputException">One of them is no publication that can be read.</exception>
    public static PublicationDiff Open(string before, string after)
    {
        var earlier = PublishedSnapshot.Open(before, "documents", PublishedLines.Dataset);
        try
        {
            return new PublicationDiff(earlier, PublishedSnapshot.Open(after, "documents", PublishedLines.Dataset));
        }
        catch
        {
            earlier.Dispose();
            throw;
        }
    }

    /// <summary>Documents that differ, by year, place, issuer and kind. To be enumerated once.</summary>
    public IEnumerable<DocumentDifference> Differences()
    {
        var pairs = DocumentMatching.Pairs(DocumentsOf(before), DocumentsOf(after));
        var linesBefore = new PublishedLines(before);
        var linesAfter = new PublishedLines(after);
        foreach (var (old, current) in pairs)
        {
            if (old is not null && current is not null && old.DocumentId == current.DocumentId
                && linesBefore.FilesOf(old.DocumentId).SequenceEqual(linesAfter.FilesOf(current.DocumentId), StringComparer.Ordinal))
            {
                continue;
            }

            var change = (old, current) switch
            {
                (null, _) => ChangeKind.Added,
                (_, null) => ChangeKind.Removed,
                _ when old.DocumentId == current.DocumentId => ChangeKind.Changed,
                _ => ChangeKind.Superseded,
            };
            var lines = LineMatching.Differences(
                old is null ? [] : linesBefore.Of(old.DocumentId),
                current is null ? [] : linesAfter.Of(current.DocumentId));
            if (change != ChangeKind.Changed || lines.Length > 0)
            {
                yield return new DocumentDifference(change, old, current, lines);
            }
        }
    }

    public void Dispose()
    {
        before.Dispose();
        after.Dispose();
    }

    private static List<ComparedDocument> DocumentsOf(PublishedSnapshot snapshot) =>
        [.. snapshot.Rows<DocumentRow>("document_id", null).Select(static row => new ComparedDocument(
            row.DocumentId, row.DivisionCode, row.DivisionName, row.DepartmentName, row.Scope, row.Kind, row.FiscalYear,
            row.ArchiveLocation, row.SupersedesDocumentId))];
}
