using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Runs.Documents;

/// <summary>What the run knows of a document that is through all stages but publishing: enough for its place and for the summary.</summary>
/// <param name="PageStates">Pages by state; they add up to the pages of the document.</param>
/// <param name="Tables">Logical tables by key.</param>
/// <param name="Lines">Budget lines.</param>
public sealed record DocumentOutcome(
    DocumentId Id,
    string ArchiveLocation,
    DocumentStatus Status,
    string? StatusReason,
    DocumentKind Kind,
    int? FiscalYear,
    string? DivisionCode,
    int Pages,
    ImmutableSortedDictionary<PageState, int> PageStates,
    ImmutableSortedDictionary<TableKey, int> Tables,
    int Lines,
    ImmutableSortedDictionary<CheckOutcome, int> Checks,
    ImmutableSortedDictionary<Severity, int> Findings)
{
    public static DocumentOutcome Of(NormalizedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var extracted = document.Extracted;
        return new DocumentOutcome(
            extracted.File.Id,
            extracted.File.ArchiveLocation,
            extracted.Status,
            extracted.StatusReason,
            document.Identity.Kind,
            document.Identity.FiscalYear,
            document.Identity.DivisionCode,
            extracted.Pages.Length,
            Count(extracted.Pages.Select(static page => page.State)),
            Count(document.Tables.Select(static table => table.Key)),
            document.Lines.Length,
            Count(document.Checks.Select(static check => check.Outcome)),
            Count(document.Findings.Select(static finding => finding.Severity)));
    }

    private static ImmutableSortedDictionary<TKey, int> Count<TKey>(IEnumerable<TKey> keys)
        where TKey : struct, Enum =>
        keys.GroupBy(static key => key).ToImmutableSortedDictionary(static group => group.Key, static group => group.Count());
}
