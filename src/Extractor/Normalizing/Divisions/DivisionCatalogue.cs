using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Reference;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Divisions;

/// <summary>The codes of GB/T 2260, those in force and those withdrawn.</summary>
public sealed class DivisionCatalogue
{
    private const string FileName = "pipelines/divisions/divisions.csv";

    /// <summary>Characters before the kind in an abbreviated name: 迪庆州, 克孜勒苏州.</summary>
    private const int ShortestStem = 2;
    private const int LongestStem = 4;

    /// <summary>昌江县.</summary>
    private const int ShortestContraction = 3;

    /// <summary>管城区 for 管城回族区.</summary>
    private const int ShortestNationality = 2;

    private readonly Dictionary<string, Division> byCode;
    private readonly Dictionary<string, ImmutableArray<Division>> byName;
    private static readonly WordSet Kinds = ReadingWords.Of(WordList.DivisionKind);

    private readonly Dictionary<string, ImmutableArray<Division>> byShortName;
    private readonly Dictionary<string, Division?> byAbbreviation;
    private readonly HashSet<int> beginnings;

    /// <summary>Counties whose name may hold a nationality, by its first character.</summary>
    private readonly ILookup<char, Division> longCounties;
    private readonly int longestName;

    private DivisionCatalogue(IEnumerable<Division> divisions)
    {
        var all = divisions.ToList();
        byCode = all.ToDictionary(static division => division.Code, StringComparer.Ordinal);
        byName = all.GroupBy(static division => division.Name, StringComparer.Ordinal).ToDictionary(
            static group => group.Key,
            static group => group.OrderByDescending(static division => division.IsInForce).ThenBy(static division =>
                division.Code, StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
        byShortName = all.Where(static division => division.IsInForce && division.Level != DivisionLevel.County)
            .GroupBy(static division => ShortName(division.Name), StringComparer.Ordinal).ToDictionary(
            static group => group.Key,
            static group => group.OrderBy(static division => division.Code, StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
        byAbbreviation = Abbreviations(all);
        beginnings = [.. all.Where(static division => division.Name.Length >= 2).Select(static division => Beginning(division.Name))];
        longCounties = all.Where(static division => division is { IsInForce: true, Level: DivisionLevel.County } &&
            division.Name.Length >= ShortestContraction + ShortestNationality).ToLookup(static division => division.Name[0]);
        longestName = all.Count == 0 ? 0 : all.Max(static division => division.Name.Length);
    }

    internal static DivisionCatalogue Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
            return new DivisionCatalogue([]);
        }

        var divisions = new Dictionary<string, Division>(StringComparer.Ordinal);
        string[] columns = ["code", "name", "parent", "status", "valid_from", "valid_to", "successor_codes", "source", "note"];
        foreach (var row in MapTable.Read(file, columns, faults).Rows)
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
            if (!divisions.TryAdd(code, new Division(code, row["name"], level, row["parent"].Length == 0 ? null : row["parent"],
                status == "current")
            {
                ValidFrom = row.Year("valid_from", faults),
                ValidTo = row.Year("valid_to", faults),
                SuccessorCodes = [.. row["successor_codes"].Split([';', ' '], StringSplitOptions.RemoveEmptyEntries)],
            }))
            {
                faults.Add(row, $"code '{code}' stands twice");
            }
        }

        return new DivisionCatalogue(divisions.Values);
    }

    /// <summary>Every division, by code: what is published of the standard.</summary>
    public IEnumerable<DivisionOfStandard> Published => byCode.Values.OrderBy(static division => division.Code, StringComparer.Ordinal)
        .Select(static division => new DivisionOfStandard(division.Code, division.Name, SchemaName.Of(division.Level), division.ParentCode,
            division.IsInForce, division.ValidFrom, division.ValidTo, division.SuccessorCodes));

    /// <summary>The division with <paramref name="code"/>, in force or withdrawn; null where the standard has none.</summary>
    public Division? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>
    /// Every division called exactly <paramref name="name"/> (鼓楼区 stands in four cities): those in force before withdrawn ones, then by
    /// code.
    /// </summary>
    public ImmutableArray<Division> FindByName(string name) => byName.TryGetValue(name, out var found) ? found : [];

    /// <summary>
    /// The divisions whose full name begins at <paramref name="start"/>: those of the longest such name, withdrawn ones
    /// too; none where no name begins there.
    /// </summary>
    public ImmutableArray<Division> NamedAt(ReadOnlySpan<char> text, int start)
    {
        if (text.Length - start < 2 || !beginnings.Contains(Beginning(text[start..])))
        {
            return [];
        }

        var names = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(longestName, text.Length - start); length >= 2; length--)
        {
            if (names.TryGetValue(text.Slice(start, length), out var found))
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The provinces and prefectures whose name without its kind begins at <paramref name="start"/> (上海, 长沙, 内蒙古).</summary>
    public ImmutableArray<Division> ShortlyNamedAt(ReadOnlySpan<char> text, int start)
    {
        var names = byShortName.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(8, text.Length - start); length >= 2; length--)
        {
            if (names.TryGetValue(text.Slice(start, length), out var found))
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>迪庆州 for 迪庆藏族自治州 at <paramref name="start"/>, with its printed length; null where none or several are called so.</summary>
    public (Division Division, int Length)? AbbreviatedAt(ReadOnlySpan<char> text, int start)
    {
        var names = byAbbreviation.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestStem + 1, text.Length - start); length > ShortestStem; length--)
        {
            if (names.TryGetValue(text.Slice(start, length), out var found) && found is not null)
            {
                return (found, length);
            }
        }

        return null;
    }

    /// <summary>
    /// 昌江县 for 昌江黎族自治县, 喀左县 for 喀喇沁左翼蒙古族自治县: the one county of <paramref name="region"/> whose name is longer, has the
    /// characters of the printed one in their order and begins and ends like it; null where none or several do.
    /// </summary>
    public Division? Contracted(string name, Division region)
    {
        if (name.Length < ShortestContraction)
        {
            return null;
        }

        var found = longCounties[name[0]].Where(division => division.Name.Length >= name.Length + ShortestNationality &&
            division.Name[^1] == name[^1] && Holds(division.Name, name) && IsWithin(division, region)).Take(2).ToList();
        return found is [var only] ? only : null;
    }

    private static bool Holds(string name, string contracted)
    {
        var at = 0;
        foreach (var letter in name)
        {
            at += at < contracted.Length && contracted[at] == letter ? 1 : 0;
        }

        return at == contracted.Length;
    }

    /// <summary>True where <paramref name="division"/> lies in <paramref name="ancestor"/>, or is it.</summary>
    public bool IsWithin(Division division, Division ancestor)
    {
        ArgumentNullException.ThrowIfNull(ancestor);
        for (var place = division; place is not null; place = ParentOf(place))
        {
            if (place.Code == ancestor.Code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The division in the level above, skipping groupings that are no places; null for a province.</summary>
    public Division? ParentOf(Division division)
    {
        ArgumentNullException.ThrowIfNull(division);
        return division.ParentCode is not { } parent ? null
            : byCode.GetValueOrDefault(parent) ?? byCode.GetValueOrDefault(string.Concat(parent.AsSpan(0, 2), "0000"));
    }

    /// <summary>The beginnings of long names with their last character; null for one that several divisions have.</summary>
    private static Dictionary<string, Division?> Abbreviations(List<Division> divisions)
    {
        var names = new Dictionary<string, Division?>(StringComparer.Ordinal);
        var full = divisions.Select(static division => division.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var division in divisions.Where(static division => division.IsInForce))
        {
            for (var stem = ShortestStem; stem <= LongestStem && stem + 2 < division.Name.Length; stem++)
            {
                var name = division.Name[..stem] + division.Name[^1];
                names[name] = names.ContainsKey(name) || full.Contains(name) ? null : division;
            }
        }

        return names;
    }

    private static int Beginning(ReadOnlySpan<char> name) => (name[0] << 16) | name[1];

    /// <summary>深圳 for 深圳市, 广西 for 广西壮族自治区, 延边 for 延边朝鲜族自治州.</summary>
    private static string ShortName(string name)
    {
        return Kinds.EndOf(name) is { } kind && name.Length > kind.Length + 1 ? name[..^kind.Length] : name;
    }
}
