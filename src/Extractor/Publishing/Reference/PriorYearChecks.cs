using System.Collections.Immutable;
using Extractor.Parquet;
using Extractor.Publishing.Facts;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing.Reference;

/// <summary>
/// The columns of the year before (上年预算数) against the facts of that year, over all partitions of a publication. Memory holds the rows
/// that state such a figure and have a disclosure to be compared with.
/// </summary>
internal static class PriorYearChecks
{
    /// <summary>One body under another name: what was merged of several or split has no figure to be compared with.</summary>
    private static readonly ImmutableArray<string> SameBody = ["renamed", "reorganised"];

    /// <summary>
    /// Facts that may print the year before, the columns of the amount that it restates (the one that is not NULL), and those that tell
    /// the row in words (the first of several that is there).
    /// </summary>
    private static readonly ImmutableArray<FactOfYears> Facts =
    [
        new(FactDatasets.Expenditure.Schema.Name, ["total_yuan"], [["subject_code", "subject_name"], ["fund"], ["unit_name"]]),
        new(FactDatasets.ThreePublic.Schema.Name, ["current_yuan"], [["item_key"]]),
        new(FactLists.Revenue.Schema.Name, ["revenue_yuan", "beyond_year_yuan"], [["source_key", "source_name"], ["fund"]]),
        new(FactLists.Economic.Schema.Name, ["total_yuan"],
            [["subject_code", "subject_name"], ["component"], ["classification"], ["unit_name"]]),
    ];

    /// <summary>By year, place and disclosure.</summary>
    /// <param name="files">Of any datasets, below <paramref name="folder"/>.</param>
    public static IEnumerable<PriorYearCheck> Read(string folder, IReadOnlyCollection<PublishedFile> files,
        ImmutableArray<Organisation> organisations)
    {
        var disclosures = FilesOf(FactDatasets.Disclosures.Schema.Name).SelectMany(DisclosuresIn)
            .ToDictionary(static row => row.DisclosureId, StringComparer.Ordinal);
        var before = Before(disclosures.Values, organisations);
        return Facts.SelectMany(fact => Compare(fact, [.. FilesOf(fact.Dataset)], disclosures, before))
            .OrderBy(static check => check.Now.FiscalYear)
            .ThenBy(static check => check.Now.DivisionCode, StringComparer.Ordinal)
            .ThenBy(static check => check.Now.DisclosureId, StringComparer.Ordinal)
            .ThenBy(static check => check.Fact, StringComparer.Ordinal)
            .ThenBy(static check => check.Item, StringComparer.Ordinal)
            .ThenBy(static check => check.FactKey, StringComparer.Ordinal);

        IEnumerable<string> FilesOf(string dataset) =>
            files.Where(file => file.Dataset == dataset).Select(file => Path.Combine(folder, file.Path));
    }

    /// <summary>
    /// The disclosure of the year before, of the same phase and extent: of the organisation, else of the one that it follows.
    /// </summary>
    private static Dictionary<string, string> Before(ICollection<CountedDisclosure> disclosures, ImmutableArray<Organisation> organisations)
    {
        var known = organisations.ToDictionary(static organisation => organisation.Id, StringComparer.Ordinal);
        var byYear = disclosures.ToLookup(static row => (row.OrganisationId, row.FiscalYear, row.Phase, row.Scope));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var now in disclosures)
        {
            var ids = known[now.OrganisationId].PredecessorIds is [var only] && known[only] is { SuccessorIds.Count: 1 } old
                && SameBody.Contains(old.Succession!) ? new[] { now.OrganisationId, only } : [now.OrganisationId];
            var then = ids.SelectMany(id => byYear[(id, now.FiscalYear - 1, now.Phase, now.Scope)]).FirstOrDefault();
            if (then is not null)
            {
                found.Add(now.DisclosureId, then.DisclosureId);
            }
        }

        return found;
    }

    private static IEnumerable<PriorYearCheck> Compare(FactOfYears fact, ImmutableArray<string> files,
        Dictionary<string, CountedDisclosure> disclosures, Dictionary<string, string> before)
    {
        var stated = files.SelectMany(path => RowsOf(fact, path, statesPrior: true, before.ContainsKey)).ToLookup(row =>
            (before[row.DisclosureId], row.Item, row.Measure));
        var years = stated.Select(static rows => rows.Key.Item1).ToHashSet(StringComparer.Ordinal);
        var published = years.Count == 0 ? [] : files.SelectMany(path => RowsOf(fact, path, statesPrior: false, years.Contains));
        return published.SelectMany(then => stated[(then.DisclosureId, then.Item, then.Measure)].Select(now => new PriorYearCheck(
            disclosures[now.DisclosureId], disclosures[then.DisclosureId], fact.Dataset, now.Item, now.FactKey, then.FactKey,
            now.Yuan, then.Yuan, now.RoundingYuan + then.RoundingYuan)));
    }

    /// <param name="statesPrior">Whether the amount is what is stated of the year before.</param>
    private static IEnumerable<YearFigure> RowsOf(FactOfYears fact, string path, bool statesPrior, Predicate<string> isMeant)
    {
        using var reader = ParquetFileReader.Open(path);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var disclosures = reader.ReadStrings(group, "disclosure_id");
            var prior = statesPrior ? reader.ReadDecimals(group, "prior_yuan") : null;
            if (!disclosures.Any(id => isMeant(id!)) || (prior is not null && Array.TrueForAll(prior, static yuan => yuan is null)))
            {
                continue;
            }

            var keys = reader.ReadStrings(group, "fact_key");
            var rounding = reader.ReadDecimals(group, "rounding_yuan");
            var amounts = fact.Amounts.Select(column => reader.ReadDecimals(group, column)).ToList();
            var words = fact.Words.Select(columns => columns.Select(column => reader.ReadStrings(group, column)).ToList()).ToList();
            for (var row = 0; row < disclosures.Length; row++)
            {
                var measure = amounts.FindIndex(column => column[row] is not null);
                if (isMeant(disclosures[row]!) && (prior is not null ? prior[row] : measure < 0 ? null : amounts[measure][row]) is { } yuan)
                {
                    yield return new YearFigure(disclosures[row]!, keys[row]!, measure,
                        string.Join(' ', words.Select(columns => columns.Select(column => column[row]).FirstOrDefault(static word =>
                            word is not null)).OfType<string>()), yuan, rounding[row]!.Value);
                }
            }
        }
    }

    private static IEnumerable<CountedDisclosure> DisclosuresIn(string path)
    {
        using var reader = ParquetFileReader.Open(path);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var (ids, organisations) = (reader.ReadStrings(group, "disclosure_id"), reader.ReadStrings(group, "organisation_id"));
            var (codes, places) = (reader.ReadStrings(group, "division_code"), reader.ReadStrings(group, "division_name"));
            var (names, years) = (reader.ReadStrings(group, "department_name"), reader.ReadInt32s(group, "fiscal_year"));
            var (phases, scopes) = (reader.ReadStrings(group, "phase"), reader.ReadStrings(group, "scope"));
            var counted = reader.ReadBooleans(group, "is_counted");
            for (var row = 0; row < ids.Length; row++)
            {
                if (counted[row] == true)
                {
                    yield return new CountedDisclosure(ids[row]!, organisations[row]!, codes[row], places[row], names[row],
                        years[row]!.Value, phases[row]!, scopes[row]);
                }
            }
        }
    }

    private sealed record FactOfYears(string Dataset, ImmutableArray<string> Amounts, ImmutableArray<ImmutableArray<string>> Words);

    /// <param name="Measure">Which of the amounts of the fact the row has.</param>
    private sealed record YearFigure(string DisclosureId, string FactKey, int Measure, string Item, decimal Yuan, decimal RoundingYuan);
}
