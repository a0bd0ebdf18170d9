using System.Collections.Frozen;
using Extractor.Model.Budget;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Subjects;

/// <summary>A reviewed row of <c>aliases.csv</c>: what real documents print for a subject's name.</summary>
/// <param name="IsMisprint">A typing error, not another name.</param>
internal sealed record SubjectAlias(Classification Classification, string Code, string NameAsPrinted, bool IsMisprint, int Line)
{
    public const string FileName = "pipelines/subjects/aliases.csv";

    public static List<SubjectAlias> Read(IReadOnlyDictionary<string, MapFile> files, FrozenSet<string> sources, MapFaults faults)
    {
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
            return [];
        }

        var aliases = new List<SubjectAlias>();
        foreach (var row in MapTable.Read(file, ["classification", "code", "name_as_printed", "kind", "source", "year"], faults).Rows)
        {
            if (!Extractor.Model.SchemaName.TryParse<Classification>(row["classification"], out var classification))
            {
                faults.Add(row, $"'{row["classification"]}' is no classification of the contract");
                continue;
            }

            if (row["kind"] is not ("misprint" or "old_name" or "short_name" or "cut_name" or "local_name"))
            {
                faults.Add(row, $"kind '{row["kind"]}': write misprint, old_name, short_name, cut_name or local_name");
            }

            foreach (var id in row["source"].Split(';').Where(id => !sources.Contains(id)))
            {
                faults.Add(row, $"source '{id}' is not in pipelines/subjects/sources.csv");
            }

            aliases.Add(new SubjectAlias(classification, row["code"], row["name_as_printed"], row["kind"] == "misprint", row.Line));
        }

        return aliases;
    }
}
