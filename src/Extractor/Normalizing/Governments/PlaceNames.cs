using Extractor.Model.Budget;
using Extractor.Normalizing.Divisions;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Identity;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>A place that a row or a column is of.</summary>
/// <param name="Division">Null where the catalogue has none of the name (新区, 开发区).</param>
/// <param name="Level">全市, 本级, 市县; null where the name is that of another place alone.</param>
/// <param name="IsOther">Not the document's own place: 长沙市, 长沙市本级 of 湖南省.</param>
internal readonly record struct NamedPlace(Division? Division, GovernmentLevel? Level, bool IsOther);

/// <summary>Reads names of places as tables by place print them: 南京, 南京市, 昆明市本级, 全省合计, 省本级.</summary>
internal sealed class PlaceNames(DivisionCatalogue divisions, string? divisionCode)
{
    /// <summary>A zone's name in a title has at most so many characters (横琴粤澳深度合作区 has nine).</summary>
    private const int LongestName = 20;

    /// <summary>单县.</summary>
    private const int ShortestName = 2;

    /// <summary>县（市、区）.</summary>
    private const string Marks = "()、,";

    private static readonly WordSet Kinds = ReadingWords.Of(WordList.DivisionKind);
    private static readonly WordSet Totals = ReadingWords.Of(WordList.Total);
    private static readonly WordSet Regions = ReadingWords.Of(WordList.WholeRegion);
    private static readonly WordSet LowerLevels = ReadingWords.Of(WordList.LowerLevel);
    private static readonly WordSet Districts = ReadingWords.Of(WordList.KindBelow, "own");
    private static readonly WordSet KindsBelow = new(
        [.. ReadingWords.Of(WordList.KindBelow).Words.Where(static word => word.Means != "own")]);
    private static readonly WordSet OwnLevels = ReadingWords.Of(WordList.OwnLevelOfPlace);

    private static readonly WordSet Zones = ReadingWords.Of(WordList.ZoneEnding);
    private static readonly WordSet Several = ReadingWords.Of(WordList.SeveralPlaces);

    private readonly Division? region = divisionCode is null ? null : divisions.Find(divisionCode);
    private readonly Dictionary<string, NamedPlace?> read = new(StringComparer.Ordinal);

    /// <summary>Of the document's place.</summary>
    public DivisionLevel? RegionLevel => region?.Level;

    /// <summary>Null where the text names no place.</summary>
    public NamedPlace? Read(string printed)
    {
        if (printed.Length is 0 or > 24)
        {
            return null;
        }

        if (!read.TryGetValue(printed, out var place))
        {
            read[printed] = place = Find(HeadingText.Of(printed).Words);
        }

        return place;
    }

    /// <summary>The same of the name of a row, which may be of all places below: 市县合计, 二、市（州）合计.</summary>
    public NamedPlace? ReadRow(string printed) => Read(printed) ??
        (AreBelow(Numbering.Of(HeadingText.Of(printed).Words).Rest)
            ? new NamedPlace(null, Model.Budget.GovernmentLevel.Lower, false) : null);

    /// <summary>
    /// 县（区）级, 各市县, 区县小计, 转贷市县: all places below the document's. 市区 is a part of a city, and 区级 its own level or that of one.
    /// </summary>
    public static bool AreBelow(string words)
    {
        var name = WithoutTotal(words);
        return LowerLevels.Matches(name) || NamesKinds(name);
    }

    /// <summary>Nothing but kinds of places below the provinces: two at least, or one of which 各 says that there are several.</summary>
    public static bool NamesKinds(string words)
    {
        var rest = string.Concat(words.Where(static letter => !Marks.Contains(letter)));
        var kinds = 0;
        if (Districts.Matches(words))
        {
            return false;
        }

        while (rest.Length > 0)
        {
            if (KindsBelow.BeginOf(rest) is not { } part)
            {
                return false;
            }

            kinds += KindsBelow.MeaningOf(part) == "level" ? 0 : 1;
            rest = rest[part.Length..];
        }

        return kinds > 1;
    }

    /// <summary>
    /// The place other than the document's that a title begins with, behind its year: 山东省 in a table of its city 威海市, 横琴粤澳深度合作区,
    /// which is in no catalogue; null where it begins with none.
    /// </summary>
    /// <param name="words">Folded, without the table's number.</param>
    public (string Name, Division? Division)? ReadTitle(string words)
    {
        var rest = DisclosureTitle.YearPattern().Match(words) is { Success: true, Index: 0 } year ? words[year.Length..] : words;
        for (var length = Math.Min(rest.Length, LongestName); length >= ShortestName; length--)
        {
            var name = rest[..length];
            if (Zones.EndOf(name) is { } zone && zone.Length + 1 < length && GovernmentTitle.LevelOf(name) is null &&
                !Several.Matches(name))
            {
                return (name, null);
            }

            if (region is not null && Read(name) is { IsOther: true, Level: null, Division: { } division } &&
                division.Name == name)
            {
                return (name, division);
            }
        }

        return null;
    }

    /// <summary>哈尔滨市合计: 哈尔滨市.</summary>
    public static string WithoutTotal(string name) =>
        Totals.EndOf(name) is { } total && total.Length < name.Length ? name[..^total.Length] : name;

    private NamedPlace? Find(string folded)
    {
        var name = WithoutTotal(folded);
        if (Regions.Matches(name))
        {
            return new NamedPlace(region, Model.Budget.GovernmentLevel.Whole, false);
        }

        if (OwnLevels.EndOf(name) is { } own)
        {
            var rest = name[..^own.Length];
            return rest.Length < 2 ? IsOfACity(rest) ? new NamedPlace(null, Model.Budget.GovernmentLevel.Own, true)
                    : new NamedPlace(region, Model.Budget.GovernmentLevel.Own, false)
                : Division(rest) is { } division ? new NamedPlace(division, Model.Budget.GovernmentLevel.Own, division != region)
                : rest.Length <= 4 ? new NamedPlace(region, Model.Budget.GovernmentLevel.Own, false) : null;
        }

        return Division(name) is not { } found ? null
            : new NamedPlace(found, found == region ? Model.Budget.GovernmentLevel.Whole : null, found != region);
    }

    /// <summary>市本级, 州本级 of a province's table: of the city that stands above it.</summary>
    private bool IsOfACity(string kind) => kind.Length > 0 && region is { Level: DivisionLevel.Province } province &&
        !province.Name.EndsWith(kind, StringComparison.Ordinal) &&
        Kinds.Words.Any(word => word.Text.EndsWith(kind, StringComparison.Ordinal));

    /// <summary>Within the document's region before elsewhere; in full, or without its kind.</summary>
    private Division? Division(string name)
    {
        if (name.Length < 2)
        {
            return null;
        }

        var named = divisions.FindByName(name).Where(static division => division.IsInForce && division.Name.Length >= 2).ToList();
        var within = named.FirstOrDefault(IsWithinRegion);
        if (within is not null || named.Count == 1)
        {
            return within ?? named[0];
        }

        foreach (var kind in Kinds.Words)
        {
            if (divisions.FindByName(name + kind.Text).FirstOrDefault(division => division.IsInForce &&
                IsWithinRegion(division)) is { } longer)
            {
                return longer;
            }
        }

        return divisions.AbbreviatedAt(name, 0) is { } brief && brief.Length == name.Length && IsWithinRegion(brief.Division)
            ? brief.Division : region is null ? null : divisions.Contracted(name, region);
    }

    private bool IsWithinRegion(Division division) => region is not null && divisions.IsWithin(division, region);
}
