using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Publishers;
using Extractor.Model;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>An article that discloses in a form that is kept and not read.</summary>
/// <param name="Parts">Pictures that are kept; 0 for tables of the page itself.</param>
internal sealed record OtherDisclosure(DocumentHint Hint, string Url, DisclosedAs As, int Parts)
{
    public string Told => As == DisclosedAs.PageImages ? $"{Url}: disclosed as {Parts} pictures of pages, kept and not read"
        : $"{Url}: disclosed as tables of the page itself, kept and not read";
}

/// <summary>What was expected against what was found.</summary>
internal static class Inventory
{
    /// <param name="withoutDocument">Links that led to no document, and why.</param>
    /// <param name="inOtherForms">Articles that disclose otherwise than by a file.</param>
    public static ImmutableArray<HarvestedCoverage> Compare(
        PublisherDefinition publisher, IReadOnlyCollection<Visit> current,
            IReadOnlyList<(DocumentHint Hint, string Reason)> withoutDocument, IReadOnlyList<OtherDisclosure> inOtherForms)
    {
        var rows = ImmutableArray.CreateBuilder<HarvestedCoverage>();
        var matched = new HashSet<string>(StringComparer.Ordinal);
        var documents = current.OrderBy(static visit => visit.Url, StringComparer.Ordinal)
            .SelectMany(visit => visit.Documents.Select(document =>
                (Document: document, Hint: LinkReading.HintOf(publisher, visit, document))))
            .ToList();
        var found = documents.Where(static document => document.Hint is not null).ToLookup(static document => PlaceOf(document.Hint!));
        var visits = current.Where(static visit => visit.Hint is not null).ToLookup(static visit => PlaceOf(visit.Hint!));
        var missed = withoutDocument.ToLookup(static link => PlaceOf(link.Hint), static link => link.Reason);
        var otherwise = inOtherForms.ToLookup(static disclosure => PlaceOf(disclosure.Hint));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var department in publisher.Expected.Departments)
        {
            foreach (var year in publisher.Expected.FiscalYears)
            {
                foreach (var kind in publisher.Expected.Kinds)
                {
                    var place = (department, year, kind);
                    foreach (var (document, _) in found[place].Where(document => matched.Add(document.Document.Sha256)))
                    {
                        rows.Add(new HarvestedCoverage(publisher.DivisionCode, department, year, kind, true, document.Sha256, null,
                            DisclosedAs.File));
                    }

                    if (!found[place].Any())
                    {
                        var other = otherwise[place].FirstOrDefault();
                        rows.Add(new HarvestedCoverage(publisher.DivisionCode, department, year, kind, true, null,
                            other?.Told ?? ReasonOf(visits[place], missed[place]), other?.As,
                            other is null ? DueDates.Of(kind, year) : null));
                        told.UnionWith(otherwise[place].Select(static disclosure => disclosure.Url));
                    }
                }
            }
        }

        rows.AddRange(documents.Where(document => matched.Add(document.Document.Sha256)).Select(static document => new HarvestedCoverage(
            document.Hint?.DivisionCode, document.Hint?.DepartmentName, document.Hint?.FiscalYear,
            document.Hint?.Kind ?? DocumentKind.Other, false, document.Document.Sha256, null, DisclosedAs.File)));
        rows.AddRange(inOtherForms.Where(disclosure => told.Add(disclosure.Url)).Select(static disclosure => new HarvestedCoverage(
            disclosure.Hint.DivisionCode, disclosure.Hint.DepartmentName, disclosure.Hint.FiscalYear, disclosure.Hint.Kind, false, null,
            disclosure.Told, disclosure.As)));
        return rows.ToImmutable();
    }

    /// <summary>With a row for each department that disclosed for the year before and whose document is due and not there.</summary>
    public static ImmutableArray<HarvestedCoverage> WithOverdue(PublisherDefinition publisher, ImmutableArray<HarvestedCoverage> coverage,
        DateOnly day)
    {
        var known = coverage.Select(static row => (row.DepartmentName, row.FiscalYear, row.Kind)).ToHashSet();
        return
        [
            .. coverage,
            .. from document in HarvestNights.Overdue(coverage, day)
               where !known.Contains((document.DepartmentName, document.FiscalYear, document.Kind))
               select new HarvestedCoverage(publisher.DivisionCode, document.DepartmentName, document.FiscalYear, document.Kind, false,
                   null, $"disclosed for {document.FiscalYear - 1}; no link to such a document was found", DueOn: document.DueOn),
        ];
    }

    /// <summary>With what the harvest before missed and this one, which did not see all, has not found.</summary>
    public static ImmutableArray<HarvestedCoverage> WithMissingOf(ImmutableArray<HarvestedCoverage> before,
        ImmutableArray<HarvestedCoverage> coverage)
    {
        var known = coverage.Select(static row => (row.DepartmentName, row.FiscalYear, row.Kind)).ToHashSet();
        return [.. coverage, .. before.Where(row => row is { Expected: false, Sha256: null, DueOn: not null }
            && !known.Contains((row.DepartmentName, row.FiscalYear, row.Kind)))];
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
