using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Publishers;
using Extractor.Model;
using Extractor.Model.Documents;

namespace Extractor.Fetching.Harvesting;

/// <summary>What was expected against what was found.</summary>
internal static class Inventory
{
    /// <param name="withoutDocument">Links that led to no document, and why.</param>
    public static ImmutableArray<HarvestedCoverage> Compare(
        PublisherDefinition publisher, IReadOnlyCollection<Visit> current,
            IReadOnlyList<(DocumentHint Hint, string Reason)> withoutDocument)
    {
        var rows = ImmutableArray.CreateBuilder<HarvestedCoverage>();
        var matched = new HashSet<string>(StringComparer.Ordinal);
        var ordered = current.OrderBy(static visit => visit.Url, StringComparer.Ordinal).ToList();
        var found = ordered.Where(static visit => visit.Hint is not null).ToLookup(static visit => PlaceOf(visit.Hint!));
        var missed = withoutDocument.ToLookup(static link => PlaceOf(link.Hint), static link => link.Reason);
        foreach (var department in publisher.Expected.Departments)
        {
            foreach (var year in publisher.Expected.FiscalYears)
            {
                foreach (var kind in publisher.Expected.Kinds)
                {
                    var fits = found[(department, year, kind)];
                    var held = fits.Where(static visit => visit.Documents.Length > 0).ToList();
                    foreach (var document in held.SelectMany(static visit => visit.Documents).Where(document =>
                        matched.Add(document.Sha256)))
                    {
                        rows.Add(new HarvestedCoverage(publisher.DivisionCode, department, year, kind, true, document.Sha256, null));
                    }

                    if (held.Count == 0)
                    {
                        rows.Add(new HarvestedCoverage(publisher.DivisionCode, department, year, kind, true, null,
                            ReasonOf(fits, missed[(department, year, kind)])));
                    }
                }
            }
        }

        foreach (var visit in ordered)
        {
            rows.AddRange(visit.Documents.Where(document => matched.Add(document.Sha256)).Select(document => new HarvestedCoverage(
                visit.Hint?.DivisionCode, visit.Hint?.DepartmentName, visit.Hint?.FiscalYear, visit.Hint?.Kind ?? DocumentKind.Other, false,
                    document.Sha256, null)));
        }

        return rows.ToImmutable();
    }

    private static (string? Department, int? Year, DocumentKind Kind) PlaceOf(DocumentHint hint) =>
        (hint.DepartmentName, hint.FiscalYear, hint.Kind);

    private static string ReasonOf(IEnumerable<Visit> fits, IEnumerable<string> missed)
    {
        var reasons = fits.Select(static visit =>
            $"{visit.Url}: {SchemaName.Of(visit.Outcome)}{(visit.Reason is null ? string.Empty : $", {visit.Reason}")}").Concat(missed)
            .ToList();
        return reasons.Count == 0 ? "no link to such a document was found" : string.Join("; ", reasons);
    }
}
