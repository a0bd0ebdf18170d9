using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Model.Budget;
using Extractor.Normalizing.Divisions;
using Extractor.Normalizing.Identity;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// The title of a government's table taken apart: 2024年 | 自治区本级 | 政府性基金预算收入 | 完成情况表. Titles of departments' tables
/// and of tables without money are none.
/// </summary>
/// <param name="Folded">The title without number and white space.</param>
/// <param name="Subject">What it is about: a fund, transfer or debt.</param>
/// <param name="Year">The latest that it names; null where it names none.</param>
/// <param name="Phase">Null where it names none, or two years with a phase each: then the columns say it.</param>
/// <param name="Level">Null where it names none.</param>
/// <param name="NamesPlace">A place stands before the subject (2024年山东省一般公共预算收入).</param>
internal sealed partial record GovernmentTitle(string Folded, string Subject, int? Year, Phase? Phase, GovernmentLevel? Level,
    bool NamesPlace)
{
    /// <summary>A longer one is a sentence.</summary>
    private const int Longest = 60;

    /// <summary>转移支付 without 一般性 or 专项.</summary>
    private const string AnyTransfer = "any";

    private const int YearDigits = 4;

    /// <summary>Characters of the name of a place.</summary>
    private const int LongestPlace = 8;

    private static readonly WordSet Subjects = ReadingWords.Of(WordList.GovernmentSubject);
    private static readonly WordSet NotOfGovernment = ReadingWords.Of(WordList.NotOfGovernment);
    private static readonly WordSet Phases = ReadingWords.Of(WordList.GovernmentPhase);
    private static readonly WordSet FigurePhases = ReadingWords.Of(WordList.PhaseOfFigure);
    private static readonly WordSet Givers = ReadingWords.Of(WordList.LevelThatGives);
    private static readonly WordSet TransferKinds = ReadingWords.Of(WordList.TransferKind);
    private static readonly WordSet TransferGivers = ReadingWords.Of(WordList.TransferGiver);
    private static readonly WordSet TransferSides = ReadingWords.Of(WordList.TransferSide);
    private static readonly WordSet GivesTo = ReadingWords.Of(WordList.GivesTo);
    private static readonly WordSet YearEnds = ReadingWords.Of(WordList.GovernmentYearEnd);
    private static readonly WordSet Funds = ReadingWords.Of(WordList.GovernmentFundName);
    private static readonly WordSet Levels = ReadingWords.Of(WordList.GovernmentLevel);

    /// <summary>江苏省一般公共预算收入: the region is named, no level, and no other place that gives or receives.</summary>
    public bool NamesRegionAlone => NamesPlace && Level is null && !BothLevels().IsMatch(Folded) &&
        !GivesTo.Matches(Folded);

    /// <summary>
    /// It names the region alone, and other tables of its kind tell the region's own level apart from it: what the document is of says
    /// nothing of this table.
    /// </summary>
    public bool IsAboveOwn { get; init; }

    /// <summary>政府性基金和国有资本经营预算收入: the rows tell of which fund they are.</summary>
    public bool NamesSeveralFunds =>
        Funds.Words.Where(word => word.Matches(Folded)).Select(static word => word.Means).Distinct().Count() > 1;

    /// <summary>It speaks of debt.</summary>
    public bool IsOfDebt => Subject == "debt";

    /// <summary>
    /// 专项转移支付, 税收返还: the transfers of a table that is of some kinds alone; null where its title names all of them, or 转移支付 in
    /// general.
    /// </summary>
    public string? TransferPart => TransferPartOf(Folded);

    /// <summary>The same of a row that heads a list of places (专项转移支付分地区合计).</summary>
    public static string? TransferPartOf(string folded)
    {
        var named = TransferKinds.Words.Where(word => word.Means != AnyTransfer && word.Matches(folded)).ToList();
        var kinds = named.Select(static word => word.Means).Distinct().Count();
        var inGeneral = named.Aggregate(folded, static (rest, word) => rest.Replace(word.Text, "", StringComparison.Ordinal));
        return kinds is 0 or 3 || TransferKinds.Matches(inGeneral, AnyTransfer) ? null
            : string.Join('、', named.Select(static word => word.Text));
    }

    /// <summary>
    /// Transfers that the government gets: of 上级补助收入, or from a level above its own (中央对山东省 of the province, 省级对威海市 of the
    /// city), or where the rows of a title that tells neither are called 收入.
    /// </summary>
    /// <param name="own">Level of the document's place.</param>
    /// <param name="rows">Names of the rows, folded.</param>
    public bool IsOfTransfersReceived(DivisionLevel? own, IReadOnlyCollection<string> rows) =>
        TransferSides.MeaningOf(Folded) is { } side ? side == "received"
            : ComesFromAbove(Folded, own) ?? (rows.Any(static row => TransferSides.MeaningOf(row) == "received")
                && !rows.Any(static row => TransferSides.MeaningOf(row) == "given"));

    /// <summary>Whether a level above <paramref name="own"/> gives (中央对我省); null where the words name no giver.</summary>
    public static bool? ComesFromAbove(string folded, DivisionLevel? own) => TransferGivers.MeaningOf(folded) switch
    {
        "province" when own is { } level => DivisionLevel.Province < level,
        "prefecture" when own is { } level => DivisionLevel.Prefecture < level,
        "country" => true,
        _ => null,
    };

    /// <summary>
    /// Departments print no such table: debt, transfers and social insurance, or a level of government is named, or the money is that of a
    /// place and of nobody in it (略阳县2024年一般公共预算收入, not 略阳县教育局).
    /// </summary>
    public bool IsOfGovernmentOnly => Subject is "debt" or "transfer" or "social_insurance" || Level is not null || IsOfPlaceAlone;

    /// <summary>Nothing but a place and years stands before what it is about.</summary>
    private bool IsOfPlaceAlone { get; init; }

    /// <param name="printed">A caption, or a line of the contents.</param>
    public static GovernmentTitle? Read(string? printed)
    {
        if (string.IsNullOrEmpty(printed) || printed.Length > 2 * Longest)
        {
            return null;
        }

        var folded = WordsOf(printed);
        if (folded.Length > Longest || NotOfGovernment.Matches(folded) || Subjects.MeaningOf(folded) is not { } subject)
        {
            return null;
        }

        var years = DisclosureTitle.YearPattern().Matches(folded);
        int? year = years.Count > 0 ? years.Max(DisclosureTitle.YearOf)
            : YearEnds.FirstIndexIn(folded) == YearDigits && int.TryParse(folded.AsSpan(0, YearDigits), CultureInfo.InvariantCulture,
                out var ended) ? ended : null;
        var subjectAt = Subjects.FirstIndexIn(folded);
        var before = folded[..Math.Max(0, subjectAt)];
        var named = DisclosureTitle.YearPattern().Replace(before, string.Empty);
        return new GovernmentTitle(folded, subject, year, years.Count > 1 ? null : PhaseOf(folded), LevelOf(folded),
            Place().IsMatch(before))
        {
            IsOfPlaceAlone = named.Length is > 0 and <= LongestPlace && Place().Match(named).Length == named.Length,
        };
    }

    /// <summary>Folded, without the number of the table.</summary>
    public static string WordsOf(string printed) => Number().Replace(ContentsTail().Replace(FoldedText.Of(printed), ""), "");

    /// <summary>决算 before 执行 before 预算; the 预算 of 政府性基金预算 is part of the fund's name and tells nothing.</summary>
    public static Phase? PhaseOf(string folded) => PhaseNamed(PhaseWordOf(folded));

    /// <summary>预计 tells no phase by itself: of a year that ends it is what was executed, of the year to come the budget.</summary>
    public static bool IsExpected(string folded) => PhaseWordOf(folded) == "expected";

    /// <summary>What a row says at its end: 2023年末债务余额决算数, 债务限额(预算数).</summary>
    public static Phase? PhaseOfFigure(string folded) => PhaseNamed(FigurePhases.MeaningOf(folded.TrimEnd(')')));

    private static string? PhaseWordOf(string folded) => Phases.MeaningOf(FundName().Replace(folded, ""));

    private static Phase? PhaseNamed(string? word) => word switch
    {
        "final_accounts" => Model.Budget.Phase.FinalAccounts,
        "execution" => Model.Budget.Phase.Execution,
        "adjusted" => Model.Budget.Phase.Adjusted,
        "budget" => Model.Budget.Phase.Budget,
        _ => null,
    };

    /// <summary>
    /// The level that words name: 全省 and 本级 together (全市与市本级, 威海市和市级) name none. Who gives is not whose money it is: of
    /// 市级对区税收返还 and 省级对威海市转移支付 the receiver counts.
    /// </summary>
    public static GovernmentLevel? LevelOf(string folded)
    {
        if (Givers.FirstIndexIn(folded) is >= 0 and var giver)
        {
            folded = folded[giver..];
        }

        var isLower = Levels.Matches(folded, "lower");
        var isOwn = Levels.Matches(folded, "own");
        var isWhole = Levels.Matches(folded, "whole");
        return isLower ? GovernmentLevel.Lower
            : isOwn == isWhole || BothLevels().IsMatch(folded) ? null
            : isOwn ? GovernmentLevel.Own : GovernmentLevel.Whole;
    }

    /// <summary>表一:, 1-4, 2.15, 附表3、, 5-12024年: the number of a table before its title.</summary>
    [GeneratedRegex(@"^(?:(?:附?表|附件)[一二三四五六七八九十\d]{1,4}(?:[-.—]\d{1,2}){0,2}[:、.]?|\d{1,4}(?:[-.—]\d{1,2}){0,2}[:、.]?|[一二三四五六七八九十]{1,3}、|" +
        @"[(（][一二三四五六七八九十\d]{1,3}[)）])(?=[\u4e00-\u9fff]|20\d\d)(?<!20\d\d)(?!年)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>……12 behind a line of the contents; (3) or (代编预算) behind a title.</summary>
    [GeneratedRegex(@"[.…·⋯—-]{2,}.*$|[(（]\d+[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex ContentsTail();

    [GeneratedRegex(@"(?:一般公共(?:收入|支出|收支)?|公共财政|政府性基金|国有资本经营|社会保险基金?)预算", RegexOptions.CultureInvariant)]
    private static partial Regex FundName();

    /// <summary>银川市及市本级, 威海市和市级, 山东省及省本级.</summary>
    [GeneratedRegex(@"[省市县区州盟旗](?:和|与|及|、|暨)[^,，。]{0,6}?(?:本级|[省市县区州]级)", RegexOptions.CultureInvariant)]
    private static partial Regex BothLevels();

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,}[省市县区州盟旗](?:本级|级|全辖)?", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
