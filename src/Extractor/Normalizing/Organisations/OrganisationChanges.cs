using System.Collections.Immutable;
using Extractor.Model.Reference;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Organisations;

/// <summary>The reviewed changes of <c>pipelines/organisations</c>.</summary>
internal static class OrganisationChanges
{
    private const string FileName = "pipelines/organisations/changes.csv";
    private const string SourcesName = "pipelines/organisations/sources.csv";

    private static readonly ImmutableArray<string> Kinds = ["renamed", "reorganised", "merged", "absorbed"];
    private static readonly string[] Columns =
        ["before", "after", "kind", "division_prefix", "first_year", "last_year", "source", "note"];

    public static ImmutableArray<OrganisationChange> Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        if (!files.TryGetValue(FileName, out var file) || !files.TryGetValue(SourcesName, out var sourcesFile))
        {
            faults.Add(FileName, 1, "the map or its sources.csv is missing");
            return [];
        }

        var sources = MapTable.Read(sourcesFile, ["id", "source", "address"], faults).Rows.Select(static row => row["id"]).ToHashSet();
        var changes = ImmutableArray.CreateBuilder<OrganisationChange>();
        var seen = new HashSet<(string, string, string)>();
        foreach (var row in MapTable.Read(file, Columns, faults).Rows)
        {
            if (row.Year("first_year", faults) is not { } first || row.Year("last_year", faults) is not { } last || last < first)
            {
                faults.Add(row, "write the years in which the change may have come about, first_year not after last_year");
                continue;
            }

            if (!Kinds.Contains(row["kind"]) || !sources.Contains(row["source"]))
            {
                faults.Add(row,
                    $"kind '{row["kind"]}': renamed, reorganised, merged or absorbed; source '{row["source"]}': a row of sources.csv");
            }

            if (row["before"].Length == 0 || row["before"] == row["after"]
                || !seen.Add((row["before"], row["after"], row["division_prefix"])))
            {
                faults.Add(row, $"'{row["before"]}' to '{row["after"]}': both names are needed, and each change once");
            }

            changes.Add(new OrganisationChange(row["before"], row["after"], row["kind"], row["division_prefix"], first, last,
                row["source"]));
        }

        return changes.ToImmutable();
    }
}
