using System.Collections.Immutable;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Divisions;

/// <summary>The codes of GB/T 2260, those in force and those withdrawn.</summary>
public sealed class DivisionCatalogue
{
    private const string FileName = "pipelines/divisions/divisions.csv";

    private readonly Dictionary<string, Division> byCode;
    private readonly Dictionary<string, ImmutableArray<Division>> byName;

    private DivisionCatalogue(IEnumerable<Division> divisions)
    {
        var all = divisions.ToList();
        byCode = all.ToDictionary(static division => division.Code, StringComparer.Ordinal);
        byName = all.GroupBy(static division => division.Name, StringComparer.Ordinal).ToDictionary(
            static group => group.Key,
            static group => group.OrderBy(static division => division.Code, StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
    }

    internal static DivisionCatalogue Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
            return new DivisionCatalogue([]);
        }

        var divisions = new Dictionary<string, Division>(StringComparer.Ordinal);
        foreach (var row in MapTable.Read(file, ["code", "name", "parent", "status", "successor_codes", "source", "note"], faults).Rows)
        {
            var (code, status) = (row["code"], row["status"]);
            if (code.Length != 6 || !code.All(char.IsAsciiDigit))
            {
                faults.Add(row, $"code '{code}': write six digits");
                continue;
            }

            if (status is not ("current" or "former" or "statistical" or "grouping" or "former_grouping"))
            {
                faults.Add(row, $"status '{status}': write current, former, statistical, grouping or former_grouping");
            }

            if (status is "grouping" or "former_grouping" or "statistical")
            {
                continue;
            }

            var level = code.EndsWith("0000", StringComparison.Ordinal) ? DivisionLevel.Province
                : code.EndsWith("00", StringComparison.Ordinal) ? DivisionLevel.Prefecture : DivisionLevel.County;
            if (!divisions.TryAdd(code, new Division(code, row["name"], level, row["parent"].Length == 0 ? null : row["parent"], status == "current")))
            {
                faults.Add(row, $"code '{code}' stands twice");
            }
        }

        return new DivisionCatalogue(divisions.Values);
    }

    /// <summary>The division with <paramref name="code"/>, in force or withdrawn; null where the standard has none.</summary>
    public Division? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Every division called exactly <paramref name="name"/> (鼓楼区 stands in four cities), ordered by code.</summary>
    public ImmutableArray<Division> FindByName(string name) => byName.TryGetValue(name, out var found) ? found : [];

    /// <summary>The division in the level above, skipping groupings that are no places; null for a province.</summary>
    public Division? ParentOf(Division division)
    {
        ArgumentNullException.ThrowIfNull(division);
        return division.ParentCode is not { } parent ? null
            : byCode.GetValueOrDefault(parent) ?? byCode.GetValueOrDefault(string.Concat(parent.AsSpan(0, 2), "0000"));
    }
}
