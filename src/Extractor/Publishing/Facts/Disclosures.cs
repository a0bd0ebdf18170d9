using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Model.Documents;

namespace Extractor.Publishing.Facts;

/// <summary>
/// Which files are one disclosure and which of them counts. Files of one disclosure are of one year and place, so that a partition
/// has all of them.
/// </summary>
internal static class Disclosures
{
    /// <summary>
    /// Two files that print so much of the same print the same: a corrected page or a note on the cover leaves nine figures of ten
    /// equal, another unit's budget shares the zeros and a few sums. Of the smaller file's figures.
    /// </summary>
    private const double EqualShareOfDuplicates = 0.9;

    /// <summary>In the order of the documents that count.</summary>
    public static ImmutableArray<Disclosure> Of(IEnumerable<DocumentFacts> documents)
    {
        var found = documents
            .GroupBy(static document => (OrganisationOf(document), document.Identity.FiscalYear, document.Phase, document.Identity.Scope))
            .Select(static group => Make(group.Key.Item1, [.. group]))
            .OrderBy(static disclosure => disclosure.Document.Identity.DivisionCode, StringComparer.Ordinal)
            .ThenBy(static disclosure => disclosure.Document.Id)
            .ToImmutableArray();
        var departments = found.Where(static disclosure => disclosure.Document.Identity.Scope == DocumentScope.Department).ToLookup(
            static disclosure => (disclosure.Document.Identity.DivisionCode, disclosure.Document.Identity.FiscalYear,
                disclosure.Document.Phase));
        return [.. found.Select(disclosure => disclosure with { UnitOfDisclosureId = DepartmentOf(disclosure, departments[
            (disclosure.Document.Identity.DivisionCode, disclosure.Document.Identity.FiscalYear,
                disclosure.Document.Phase)])?.DisclosureId })];
    }

    public static string Hash(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8));

    private static Organisation OrganisationOf(DocumentFacts document) =>
        OrganisationName.Of(document.Identity.DepartmentName!, document.Identity.DivisionCode);

    private static Disclosure Make(Organisation organisation, ImmutableArray<DocumentFacts> documents)
    {
        var superseded = documents.Select(static document => document.Supersedes).OfType<DocumentId>().ToHashSet();
        var ordered = documents
            .OrderBy(document => superseded.Contains(document.Id))
            .ThenByDescending(static document =>
                document.Expenditure.Length > 0 && document.ReconciliationOf("fact_expenditure").Reconciles)
            .ThenByDescending(static document => document.Figures)
            .ThenBy(static document => document.Id)
            .ToList();
        var preferred = ordered[0];
        var identity = preferred.Identity;
        var id = Hash(string.Create(CultureInfo.InvariantCulture,
            $"{organisation.Id}|{identity.FiscalYear}|{preferred.Phase}|{identity.Scope}"));
        return new Disclosure(
            id,
            organisation,
            preferred,
            ReasonOf(ordered, superseded),
            null,
            [.. ordered.Select(document => MemberOf(document, preferred, superseded))]);
    }

    /// <summary>The first rule that sets the preferred file apart from the next one.</summary>
    private static string ReasonOf(List<DocumentFacts> ordered, HashSet<DocumentId> superseded)
    {
        if (ordered.Count == 1)
        {
            return "only";
        }

        var (first, next) = (ordered[0], ordered[1]);
        if (superseded.Contains(next.Id))
        {
            return "supersedes";
        }

        return IsReconciled(first) != IsReconciled(next) ? "reconciles" : first.Figures != next.Figures ? "most_figures" : "lowest_id";
    }

    private static bool IsReconciled(DocumentFacts document) =>
        document.Expenditure.Length > 0 && document.ReconciliationOf("fact_expenditure").Reconciles;

    private static DisclosureDocument MemberOf(DocumentFacts document, DocumentFacts preferred, HashSet<DocumentId> superseded)
    {
        var share = EqualShare(document, preferred);
        var role = document == preferred ? DisclosureRole.Preferred
            : superseded.Contains(document.Id) ? DisclosureRole.SupersededBy
            : document.Expenditure.IsEmpty ? DisclosureRole.PartOf
            : share >= EqualShareOfDuplicates ? DisclosureRole.DuplicateOf
            : DisclosureRole.DiffersFrom;
        return new DisclosureDocument(document, role, share is { } known ? Math.Round(100 * known, 1) : null);
    }

    private static double? EqualShare(DocumentFacts document, DocumentFacts preferred)
    {
        var least = Math.Min(document.Fingerprint.Count, preferred.Fingerprint.Count);
        return least == 0 ? null : (double)document.Fingerprint.Count(preferred.Fingerprint.Contains) / least;
    }

    /// <summary>
    /// The department (部门) that a unit (单位) is in: of the same name (本级), or the one whose tables name the unit. None where several do.
    /// </summary>
    private static Disclosure? DepartmentOf(Disclosure unit, IEnumerable<Disclosure> departments)
    {
        if (unit.Document.Identity.Scope != DocumentScope.Unit)
        {
            return null;
        }

        var found = departments.Where(department => department.Organisation.Id == unit.Organisation.Id).ToList();
        return found.Count > 0 ? found[0]
            : departments.Where(department => department.Document.UnitNames.Contains(unit.Organisation.FoldedName)).Take(2)
                .ToList() is [var only] ? only
            : null;
    }
}
