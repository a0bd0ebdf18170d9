using System.Collections.Immutable;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Sections;

/// <summary>One row of <c>pipelines/headings/sections.csv</c>: a heading that holds all the words has the key.</summary>
/// <param name="SectionKey">Of SCHEMA.md: overview, duties, …</param>
public sealed record SectionHeadingRule(string SectionKey, ImmutableArray<string> Words)
{
    private const string FileName = "pipelines/headings/sections.csv";
    private static readonly string[] Columns = ["section_key", "words", "note"];

    public static ImmutableArray<SectionHeadingRule> Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
            return [];
        }

        return
        [
            .. MapTable.Read(file, Columns, faults).Rows.Select(static row => new SectionHeadingRule(
                row["section_key"], [.. row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries)])),
        ];
    }

    public bool Matches(string heading)
    {
        foreach (var word in Words)
        {
            if (!heading.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
