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

    /// <summary>Two short forms of zeros and one total say little: a whole budget prints dozens of figures.</summary>
    private const int FewestFiguresOfACopy = 20;

    /// <summary>In the order of the documents that count.</summary>
    public static ImmutableArray<Disclosure> Of(IEnumerable<DocumentFacts> documents)
    {
        var found = documents
            .GroupBy(static document => (OrganisationOf(document), document.Identity.FiscalYear, document.Phase, document.Identity.Scope))
            .Select(static group => Make(group.Key.Item1, [.. group]))
            .OrderBy(static disclosure => disclosure.Document.Identity.DivisionCode, StringComparer.Ordinal)
            .ThenBy(static disclosure => disclosure.Document.Id)
            .ToImmutableArray();
        var ofPlace = found.ToLookup(static disclosure => (disclosure.Document.Identity.DivisionCode,
            disclosure.Document.Identity.FiscalYear, disclosure.Document.Phase));
        var phases = found.ToLookup(static disclosure =>
            (disclosure.Organisation.Id, disclosure.Document.Identity.FiscalYear, disclosure.Document.Identity.Scope));
        var same = SameUnderAnotherName(found);
        return [.. found.Select(disclosure => disclosure with
        {
            UnitOfDisclosureId = DepartmentOf(disclosure, ofPlace[(disclosure.Document.Identity.DivisionCode,
                disclosure.Document.Identity.FiscalYear, disclosure.Document.Phase)])?.DisclosureId,
            SameAsDisclosureId = same.GetValueOrDefault(disclosure.DisclosureId),
            OtherPhaseDisclosureId = phases[(disclosure.Organisation.Id, disclosure.Document.Identity.FiscalYear,
                disclosure.Document.Identity.Scope)].FirstOrDefault(other =>
                    other.Document.Phase != disclosure.Document.Phase)?.DisclosureId,
        })];
    }

    /// <summary>
    /// One content under two names (a cover and a header that name the issuer differently): of one place, year and phase, with the same
    /// total and nearly all figures equal on both sides. The one whose file counts by the same rule as within a disclosure counts.
    /// </summary>
    private static Dictionary<string, string> SameUnderAnotherName(ImmutableArray<Disclosure> disclosures)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var alike = disclosures
            .Where(static disclosure => disclosure.Document.Headlines.GetValueOrDefault("expenditure") is { Yuan: not 0 }
                && disclosure.Document.Fingerprint.Count >= FewestFiguresOfACopy)
            .GroupBy(static disclosure => (disclosure.Document.Identity.DivisionCode, disclosure.Document.Identity.FiscalYear,
                disclosure.Document.Phase, disclosure.Document.Headlines["expenditure"].Yuan))
            .Where(static group => group.Skip(1).Any());
        foreach (var group in alike)
        {
            var ordered = InOrderOfPreference(group, static disclosure => disclosure.Document, []).ToList();
            for (var later = 1; later < ordered.Count; later++)
            {
                var first = ordered.Take(later).FirstOrDefault(first => !found.ContainsKey(first.DisclosureId)
                    && first.Organisation.Id != ordered[later].Organisation.Id
                    && PrintTheSame(first.Document, ordered[later].Document));
                if (first is not null)
                {
                    found.Add(ordered[later].DisclosureId, first.DisclosureId);
                }
            }
        }

        return found;
    }

    /// <summary>Of the larger file's figures: a unit that is nearly all of its department is not the department.</summary>
    private static bool PrintTheSame(DocumentFacts one, DocumentFacts other) =>
        one.Fingerprint.CommonWith(other.Fingerprint)
            >= EqualShareOfDuplicates * Math.Max(one.Fingerprint.Count, other.Fingerprint.Count);

    /// <summary>
    /// Which file counts: one that is not superseded, whose expenditure makes the printed total, that prints most figures, and last the
    /// lowest hash, so that the choice is the same everywhere.
    /// </summary>
    private static IEnumerable<T> InOrderOfPreference<T>(IEnumerable<T> items, Func<T, DocumentFacts> of, HashSet<DocumentId> superseded) =>
        items
            .OrderBy(item => superseded.Contains(of(item).Id))
            .ThenByDescending(item => IsReconciled(of(item)))
            .ThenByDescending(item => of(item).Figures)
            .ThenBy(item => of(item).Id);

    public static string Hash(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8));

    private static Organisation OrganisationOf(DocumentFacts document) =>
        OrganisationName.Of(document.Identity.DepartmentName!, document.Identity.DivisionCode, document.Identity.DivisionName);

    private static Disclosure Make(Organisation organisation, ImmutableArray<DocumentFacts> documents)
    {
        var superseded = documents.Select(static document => document.Supersedes).OfType<DocumentId>().ToHashSet();
        var ordered = InOrderOfPreference(documents, static document => document, superseded).ToList();
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
        return least == 0 ? null : (double)document.Fingerprint.CommonWith(preferred.Fingerprint) / least;
    }

    /// <summary>
    /// The department (部门) that a unit (单位) is in: of the same name (本级), or the one whose tables name the unit. None where several do.
    /// </summary>
    private static Disclosure? DepartmentOf(Disclosure unit, IEnumerable<Disclosure> ofPlace)
    {
        var wider = ofPlace.Where(other => ExtentOf(other) < ExtentOf(unit)).ToList();
        return wider.Where(other => other.Organisation.Id == unit.Organisation.Id).MinBy(ExtentOf)
            ?? (unit.Document.Identity.Scope == DocumentScope.Unit && wider.Where(static other =>
                    other.Document.Identity.Scope == DocumentScope.Department)
                .Where(department => department.Document.UnitNames.Contains(unit.Organisation.FoldedName)).Take(2).ToList() is [var only]
                    ? only : null);
    }

    /// <summary>The widest first: a department with its units, a document that does not say, one unit.</summary>
    private static int ExtentOf(Disclosure disclosure) => disclosure.Document.Identity.Scope switch
    {
        DocumentScope.Department => 0,
        null => 1,
        _ => 2,
    };
}
