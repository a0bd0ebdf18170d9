using System.Collections.Immutable;
using Extractor.Model.Reference;
using Extractor.Parquet;
using Extractor.Publishing.Facts;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing.Reference;

/// <summary>
/// The organisations of a publication, gathered from its disclosures: those of partitions that were taken over as well as those written
/// anew. Memory holds some hundred bytes a disclosure.
/// </summary>
internal static class Organisations
{
    private const char BetweenNames = '；';

    /// <summary>In the order of their keys.</summary>
    /// <param name="files">Of any datasets, below <paramref name="folder"/>.</param>
    public static ImmutableArray<Organisation> Read(string folder, IEnumerable<PublishedFile> files,
        ImmutableArray<OrganisationChange> changes) =>
        Of(files.Where(static file => file.Dataset == FactDatasets.Disclosures.Schema.Name)
            .SelectMany(file => RowsOf(Path.Combine(folder, file.Path))), changes);

    public static ImmutableArray<Organisation> Of(IEnumerable<OrganisationDisclosure> disclosures,
        ImmutableArray<OrganisationChange> changes)
    {
        var all = disclosures.ToList();
        var issuers = all.ToDictionary(static row => row.DisclosureId, static row => row.OrganisationId, StringComparer.Ordinal);
        return Linked(
        [
            .. all.GroupBy(static row => row.OrganisationId, StringComparer.Ordinal)
                .OrderBy(static rows => rows.Key, StringComparer.Ordinal)
                .Select(rows => Make(rows.Key, [.. rows], issuers)),
        ], changes);
    }

    private static Organisation Make(string id, List<OrganisationDisclosure> rows, Dictionary<string, string> issuers)
    {
        var departments = rows.Select(row => row.UnitOfDisclosureId is { } of ? issuers[of] : null).OfType<string>()
            .Where(department => department != id).Distinct().Take(2).ToList();
        return new Organisation(
            id,
            rows[0].DivisionCode,
            rows[0].DivisionName,
            rows[0].Name,
            rows.SelectMany(static row => row.Names).ToImmutableSortedSet(StringComparer.Ordinal),
            rows.SelectMany(static row => row.UnitCodes).ToImmutableSortedSet(StringComparer.Ordinal),
            departments is [var only] ? only : null,
            rows.Min(static row => row.FiscalYear),
            rows.Max(static row => row.FiscalYear),
            rows.Count);
    }

    /// <summary>By the reviewed changes: of one division, by exactly these names, in these years.</summary>
    private static ImmutableArray<Organisation> Linked(ImmutableArray<Organisation> all, ImmutableArray<OrganisationChange> changes)
    {
        var known = all.ToDictionary(static organisation => organisation.Id, StringComparer.Ordinal);
        var byName = all.Where(static organisation => organisation.DivisionCode is not null)
            .ToLookup(static organisation => organisation.Name, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            foreach (var before in byName[change.Before].Where(before => before.LastYear <= change.LastYear
                && before.DivisionCode!.StartsWith(change.DivisionPrefix, StringComparison.Ordinal)))
            {
                foreach (var after in byName[change.After].Where(after => after.DivisionCode == before.DivisionCode
                    && (after.FirstYear >= change.FirstYear || change.Kind == Absorbed)))
                {
                    var (old, young) = (known[before.Id], known[after.Id]);
                    known[old.Id] = old with
                    {
                        SuccessorIds = old.SuccessorIds.Add(young.Id),
                        Succession = change.Kind,
                        SuccessionSource = change.Source,
                    };
                    known[young.Id] = young with { PredecessorIds = young.PredecessorIds.Add(old.Id) };
                }
            }
        }

        return [.. all.Select(organisation => known[organisation.Id])];
    }

    /// <summary>The name of the one that takes the other up was there before: 乡村振兴局 into 农业农村局.</summary>
    private const string Absorbed = "absorbed";

    private static IEnumerable<OrganisationDisclosure> RowsOf(string path)
    {
        using var reader = ParquetFileReader.Open(path);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var disclosures = reader.ReadStrings(group, "disclosure_id");
            var (organisations, names) = (reader.ReadStrings(group, "organisation_id"), reader.ReadStrings(group, "organisation_name"));
            var (codes, places) = (reader.ReadStrings(group, "division_code"), reader.ReadStrings(group, "division_name"));
            var (printed, unitCodes) = (reader.ReadStrings(group, "names_as_printed"), reader.ReadStrings(group, "unit_codes_as_printed"));
            var (departments, years) = (reader.ReadStrings(group, "unit_of_disclosure_id"), reader.ReadInt32s(group, "fiscal_year"));
            for (var row = 0; row < disclosures.Length; row++)
            {
                yield return new OrganisationDisclosure(disclosures[row]!, organisations[row]!, codes[row], places[row], names[row]!,
                    printed[row]?.Split(BetweenNames) ?? [], unitCodes[row]?.Split(' ') ?? [], departments[row], years[row]!.Value);
            }
        }
    }
}

/// <summary>What a disclosure tells of its issuer.</summary>
internal sealed record OrganisationDisclosure(
    string DisclosureId,
    string OrganisationId,
    string? DivisionCode,
    string? DivisionName,
    string Name,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> UnitCodes,
    string? UnitOfDisclosureId,
    int FiscalYear);
