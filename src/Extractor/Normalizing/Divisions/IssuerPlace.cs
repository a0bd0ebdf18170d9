using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Model;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Divisions;

/// <summary>How the division of an issuer was settled.</summary>
public enum IssuerPlaceOutcome
{
    /// <summary>Nothing tells it.</summary>
    Unknown,

    Found,

    /// <summary>An organ of the state itself; GB/T 2260 codes begin at the province, so that it has no code.</summary>
    National,

    /// <summary>A development zone without a code of its own: the division is the one that it lies in.</summary>
    Zone,
}

/// <summary>The division that an issuer belongs to.</summary>
/// <param name="Division">Null for <see cref="IssuerPlaceOutcome.Unknown"/> and <see cref="IssuerPlaceOutcome.National"/>.</param>
/// <param name="Zone">The zone's name for <see cref="IssuerPlaceOutcome.Zone"/>; null otherwise.</param>
public sealed partial record IssuerPlace(IssuerPlaceOutcome Outcome, Division? Division, string? Zone)
{
    private static readonly WordSet TitleOpenings = ReadingWords.Of(WordList.TitleOpening);
    private static readonly WordSet Levels = ReadingWords.Of(WordList.DivisionLevel);
    private static readonly WordSet Prefectures = ReadingWords.Of(WordList.DivisionLevel, "prefecture");

    public static IssuerPlace None { get; } = new(IssuerPlaceOutcome.Unknown, null, null);

    /// <summary>
    /// Reads the place from the issuer's own name (深圳市龙岗区…), else from what the document mentions: 市教育局 and
    /// 鼓楼区财政局 need the text around them. Withdrawn divisions count only where no other one has the name.
    /// </summary>
    /// <param name="folded">The issuer's name, folded.</param>
    public static IssuerPlace Of(string folded, DivisionCatalogue divisions, PlaceMentions mentions)
    {
        ArgumentNullException.ThrowIfNull(folded);
        ArgumentNullException.ThrowIfNull(divisions);
        ArgumentNullException.ThrowIfNull(mentions);
        if (folded.Length == 0)
        {
            return None;
        }

        var start = Prefix().Match(folded).Length;
        var (division, end) = At(folded, start, divisions, mentions);
        if (division is null && (IsNational().IsMatch(folded) || Bodies().IsMatch(folded)))
        {
            for (start = 1; start < folded.Length && division is null; start++)
            {
                (division, end) = FullyAt(folded, start, divisions, mentions, minimumLength: 3);
            }

            if (division is null && IsNational().IsMatch(folded) &&
                (IsStateOrgan().IsMatch(folded) || Mentioned(folded, divisions, mentions) is null))
            {
                return ServedPlace(folded, divisions, mentions) ?? new IssuerPlace(IssuerPlaceOutcome.National, null, null);
            }
        }

        division ??= Mentioned(folded, divisions, mentions);
        if (division is null)
        {
            return None;
        }

        var zone = end > 0 ? ZoneName().Match(folded, end) : Match.Empty;
        return zone.Success
            ? new IssuerPlace(IssuerPlaceOutcome.Zone, division, zone.Value)
            : new IssuerPlace(IssuerPlaceOutcome.Found, division, null);
    }

    /// <summary>The place that a title without an issuer begins with: 2025年福州市物流业运行情况报告.</summary>
    /// <param name="folded">The title, folded, without the year.</param>
    public static IssuerPlace OfTitle(string folded, DivisionCatalogue divisions, PlaceMentions mentions)
    {
        ArgumentNullException.ThrowIfNull(folded);
        ArgumentNullException.ThrowIfNull(divisions);
        ArgumentNullException.ThrowIfNull(mentions);
        var start = TitleOpenings.BeginOf(folded)?.Length ?? 0;
        return FullyAt(folded, start, divisions, mentions, minimumLength: 3).Division is { } division
            ? new IssuerPlace(IssuerPlaceOutcome.Found, division, null) : None;
    }

    /// <summary>The place that begins at <paramref name="start"/>: province, prefecture and county as far as they are named.</summary>
    private static (Division? Division, int End) At(string folded, int start, DivisionCatalogue divisions, PlaceMentions mentions)
    {
        var full = FullyAt(folded, start, divisions, mentions, minimumLength: 2);
        if (full.Division is not null)
        {
            return full;
        }

        // 上海交通职业技术学院, 长沙职业教育基地: but for the four municipalities, whose names are no words, the short name
        // counts where the text names the division in full, too.
        var shortly = divisions.ShortlyNamedAt(folded, start)
            .Where(division => IsMunicipality(division) || mentions.Of(division.Name) > 0)
            .OrderByDescending(division => mentions.Of(division.Name)).FirstOrDefault();
        if (shortly is null)
        {
            return (null, 0);
        }

        var next = start + 2;
        while (next < folded.Length && next - start < shortly.Name.Length && folded[next] == shortly.Name[next - start])
        {
            next++;
        }

        return Deeper(folded, next, shortly, divisions);
    }

    private static bool IsMunicipality(Division division) =>
        division.Level == DivisionLevel.Province && Prefectures.EndOf(division.Name) is not null;

    private static (Division? Division, int End) FullyAt(string folded, int start, DivisionCatalogue divisions, PlaceMentions mentions,
        int minimumLength)
    {
        var named = divisions.NamedAt(folded, start);
        if (named.IsEmpty || named[0].Name.Length < minimumLength)
        {
            return (null, 0);
        }

        var end = start + named[0].Name.Length;
        named = named[0].IsInForce ? [.. named.Where(static division => division.IsInForce)] : named;
        var division = named.Length == 1 ? named[0] : MeantAmong(named, folded, end, divisions, mentions);
        return division is null ? (null, 0) : Deeper(folded, end, division, divisions);
    }

    private static (Division Division, int End) Deeper(string folded, int end, Division division, DivisionCatalogue divisions)
    {
        while (end < folded.Length)
        {
            var below = divisions.NamedAt(folded, end).FirstOrDefault(candidate =>
                candidate.Code != division.Code && divisions.IsWithin(candidate, division));
            if (below is null)
            {
                break;
            }

            (division, end) = (below, end + below.Name.Length);
        }

        return (division, end);
    }

    /// <summary>Of several divisions of one name the one whose city or province the name goes on with or the text mentions most.</summary>
    private static Division? MeantAmong(ImmutableArray<Division> named, string folded, int end, DivisionCatalogue divisions,
        PlaceMentions mentions)
    {
        var higher = named.OrderBy(static division => division.Level).ToList();
        if (higher[0].Level != higher[1].Level)
        {
            return higher[0];
        }

        var ranked = named
            .Select(division => (Division: division, Weight: divisions.ParentOf(division) is { } parent
                ? mentions.Of(parent.Name) + (divisions.ParentOf(parent) is { } province ? mentions.Of(province.Name) : 0) : 0))
            .OrderByDescending(static pair => pair.Weight).ToList();
        return ranked[0].Weight > ranked[1].Weight ? ranked[0].Division : null;
    }

    /// <summary>For 市教育局 and names without a place: the division of that level that the text speaks of most.</summary>
    private static Division? Mentioned(string folded, DivisionCatalogue divisions, PlaceMentions mentions)
    {
        var level = Levels.MeaningOf(folded) is { } named && SchemaName.TryParse<DivisionLevel>(named, out var parsed)
            ? parsed
            : (DivisionLevel?)null;
        var most = mentions.MostFrequent
            .Select(pair => (Named: divisions.FindByName(pair.Key).Where(division =>
                division.IsInForce && (level is null || division.Level == level)).ToImmutableArray(), pair.Value))
            .Where(static pair => !pair.Named.IsEmpty).Take(2).ToList();
        return most.Count == 0 || most[0].Value < 3 || (most.Count > 1 && most[0].Value < 2 * most[1].Value) ? null
            : most[0].Named.Length == 1 ? most[0].Named[0]
            : MeantAmong(most[0].Named, folded, 0, divisions, mentions);
    }

    /// <summary>国家统计局深圳调查队: a national organ's branch that names the city it serves.</summary>
    private static IssuerPlace? ServedPlace(string folded, DivisionCatalogue divisions, PlaceMentions mentions)
    {
        for (var start = 2; start < folded.Length - 2; start++)
        {
            var shortly = divisions.ShortlyNamedAt(folded, start).Where(division => mentions.Of(division.Name) > 0).ToImmutableArray();
            if (shortly.Length == 1)
            {
                return new IssuerPlace(IssuerPlaceOutcome.Found, shortly[0], null);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^原?(?:中国共产党|中共|共青团|中国共产主义青年团|中国民主同盟|中国国民党革命委员会|九三学社|民[盟革建进]|农工党|致公党|政协|中国人民政治协商会议)?", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?:国家|中华人民共和国|国务院|全国|最高人民|中央|中共中央|中国)", RegexOptions.CultureInvariant)]
    private static partial Regex IsNational();

    /// <summary>Organs of the state, as against 国家大剧院 and 中国电影博物馆, which a city keeps.</summary>
    [GeneratedRegex(@"^(?:国务院|中华人民共和国|中共中央|中央|最高人民|全国|国家.{0,20}(?:局|委员会|委|部|署|办公室)$|中国.{0,20}(?:局|委员会|联合会|协会|科学院|工程院)$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex IsStateOrgan();

    /// <summary>Names that begin with the body, not with the place: 中国民主促进会深圳市委员会, 台盟深圳市委.</summary>
    [GeneratedRegex(@"^(?:中国|台湾民主自治同盟|台盟|民主|农工)", RegexOptions.CultureInvariant)]
    private static partial Regex Bodies();

    [GeneratedRegex(@"\G(?:(?![局委办部院所厅会])[\u4e00-\u9fff]){1,10}?(?:新区|开发区|合作区|工业园区|园区|高新区|示范区|保税区|功能区|度假区|风景区|管理区|试验区|经开区)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName();
}
