using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Model.Documents;

namespace Extractor.Fetching.Harvesting;

/// <summary>What links say of the documents behind them; what they do not say stays unknown.</summary>
internal static partial class LinkReading
{
    /// <summary>Characters of a name with year and kind; more is a text.</summary>
    private const int MostOfAName = 60;

    /// <param name="texts">The nearest first: the attachment's, then those of the pages that led to it.</param>
    public static DocumentHint HintOf(PublisherDefinition publisher, Listing? listing, string? landing, ImmutableArray<string> texts) =>
        new(
        landing,
        texts.FirstOrDefault(static text => text.Length > 0) ?? string.Empty,
        publisher.DivisionCode,
        DepartmentOf(publisher, listing, texts),
        listing?.FiscalYear ?? texts.Select(YearOf).FirstOrDefault(static year => year is not null),
        texts.Select(KindOf).FirstOrDefault(static kind => kind != DocumentKind.Other, DocumentKind.Other));

    /// <summary>A file of an archive says itself whose it is; where it does not, the link to the archive does.</summary>
    public static DocumentHint? HintOf(PublisherDefinition publisher, Visit visit, KeptDocument document)
    {
        if (visit.Hint is not { } hint || document.Entry is not { } entry)
        {
            return visit.Hint;
        }

        var name = entry[(entry.LastIndexOf('/') + 1)..];
        var own = HintOf(publisher, null, null, [name]);
        return hint with
        {
            Title = name,
            DepartmentName = own.DepartmentName ?? hint.DepartmentName,
            FiscalYear = own.FiscalYear ?? hint.FiscalYear,
            Kind = own.Kind == DocumentKind.Other ? hint.Kind : own.Kind,
        };
    }

    /// <summary>The day that an address carries: t20260212_1.html, /2026/3/2/; of a month the last day.</summary>
    public static DateOnly? DateOf(Uri address)
    {
        var path = address.AbsolutePath;
        if (Day().Match(path) is { Success: true } day && Date(day.Groups[1].Value, day.Groups[2].Value, day.Groups[3].Value) is { } found)
        {
            return found;
        }

        return Month().Match(path) is { Success: true } month && Date(month.Groups[1].Value, month.Groups[2].Value, "01") is { } first
            ? first.AddMonths(1).AddDays(-1)
            : null;
    }

    private static DateOnly? Date(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date) ? date : null;

    /// <summary>
    /// Whose document it is: the nearest text that names an issuer. One that is expected has its expected name; a unit below it (公安局幼儿园
    /// below 公安局) has its own, and is never taken for the department whose name it bears.
    /// </summary>
    private static string? DepartmentOf(PublisherDefinition publisher, Listing? listing, ImmutableArray<string> texts)
    {
        foreach (var text in texts.Where(static text => text.Length > 0))
        {
            var issuer = IssuerOf(text);
            var department = publisher.Expected.Departments
                .Where(department => issuer is null
                    ? StandsAlone(text, department) || StandsAlone(text, WithoutPlace(publisher, department))
                    : IsOf(publisher, issuer, department))
                .MaxBy(static department => department.Length);
            if (department is not null)
            {
                return department;
            }

            if (issuer is not null)
            {
                return listing?.DepartmentName is { } own && IsOf(publisher, issuer, own) ? own : issuer;
            }
        }

        return listing?.DepartmentName;
    }

    /// <summary>
    /// The name before the year or the kind of document, without numbers and brackets around it: 12-418004-重庆市地质调查院-2026年单位预算.
    /// Null where the text does not begin with the name of an office.
    /// </summary>
    internal static string? IssuerOf(string text)
    {
        var name = Leading().Replace(text, string.Empty);
        var end = Ending().Match(name);
        if (!end.Success)
        {
            return null;
        }

        // 2025年预算公开—某市第一中学
        var last = end.Index == 0 ? Last().Match(name).Groups[1].Value : name[..end.Index];
        name = Trailing().Replace(last, string.Empty);
        // The name of the row may stand before the heading of its table: 某市中心血站 某市卫生健康委员会所属单位2026年预算公开.
        return Office().IsMatch(name) ? name : name.Split(' ')[0] is var first && first.Length < name.Length && Office().IsMatch(first)
            ? first : null;
    }

    /// <summary>The department itself, with or without its place before it.</summary>
    private static bool IsOf(PublisherDefinition publisher, string issuer, string department) =>
        issuer == department || issuer == publisher.Name + department || publisher.Name + issuer == department
        || issuer == WithoutPlace(publisher, department) || issuer == $"市{WithoutPlace(publisher, department)}";

    private static string WithoutPlace(PublisherDefinition publisher, string department) =>
        department.StartsWith(publisher.Name, StringComparison.Ordinal) && department.Length > publisher.Name.Length + 1
            ? department[publisher.Name.Length..] : department;

    /// <summary>The name is in the text, and what follows does not make another name of it.</summary>
    private static bool StandsAlone(string text, string department)
    {
        var place = text.IndexOf(department, StringComparison.Ordinal);
        return place >= 0 && (place + department.Length == text.Length || After().IsMatch(text[(place + department.Length)..]));
    }

    /// <summary>Whether a text speaks of budgets and begins with nobody's name: 2025年部门预算公开, and not 各部门 or 县级部门.</summary>
    internal static bool NamesNobody(string text) =>
        Ending().Match(Leading().Replace(Plain(text), string.Empty)) is { Success: true, Index: 0 }
        && LinkWords.Say(LinkWordList.Subject, text) && !OfMany().IsMatch(text);

    /// <summary>Whether a text says whose budget or accounts it is of, and of which year.</summary>
    internal static bool IsWhole(string text) =>
        YearOf(text) is not null && KindOf(text) != DocumentKind.Other && IssuerOf(text) is not null;

    /// <summary>Whether a text says of which year and kind documents are.</summary>
    internal static bool IsOfAYear(string text) => YearOf(text) is not null && KindOf(text) != DocumentKind.Other;

    /// <summary>Whether a text says of what stands below it whose it is, of which year, or that it is of budgets.</summary>
    internal static bool IsTelling(string text) =>
        text.Length <= MostOfAName && (YearOf(text) is not null || LinkWords.Say(LinkWordList.Subject, text) || IssuerOf(text) is not null);

    /// <summary>Years in the figures of an address: ２０２４年, 二〇二四年, 二○二四年.</summary>
    internal static string Plain(string text) => WideDigit().Replace(
        YearInWords().Replace(text, static year => string.Concat(year.Value.Select(static figure =>
            "〇一二三四五六七八九".IndexOf(figure, StringComparison.Ordinal) is >= 0 and var value ? (char)('0' + value) : '0'))),
        static digit => $"{CharUnicodeInfo.GetDecimalDigitValue(digit.Value[0])}");

    /// <summary>Of 2024年预算执行情况和2025年预算草案 the year of the draft, else the first.</summary>
    private static int? YearOf(string text)
    {
        var plain = Plain(text);
        return (YearOfDraft().Match(plain) is { Success: true } draft ? draft : Year().Match(plain)) is { Success: true } match
            && RequestRules.TryParseFiscalYear(match.Groups[1].Value, out var year) ? year : null;
    }

    private static DocumentKind KindOf(string text)
    {
        if (text.Contains("自评", StringComparison.Ordinal))
        {
            return DocumentKind.PerformanceSelfEvaluation;
        }

        // 预决算 says nothing of which of the two; a department may call its own 财政预算.
        var isOfAccounts = Accounts().IsMatch(text);
        var isOfGovernment = OfGovernment().IsMatch(text) && (IssuerOf(text) is not { } issuer || Government().IsMatch(issuer));
        return isOfAccounts == text.Contains("预算", StringComparison.Ordinal) ? DocumentKind.Other
            : isOfAccounts ? isOfGovernment ? DocumentKind.GovernmentFinalAccounts : DocumentKind.DepartmentFinalAccounts
            : isOfGovernment ? DocumentKind.GovernmentBudget : DocumentKind.DepartmentBudget;
    }

    [GeneratedRegex(@"(?:^|[^预])决算")]
    private static partial Regex Accounts();

    [GeneratedRegex("(?:政府|财政)(?:总|收支)?[预决]算|(?<!部门|单位)总[预决]算|[省市县区州旗镇乡]级(?:收支)?[预决]算|[预决]算草案")]
    private static partial Regex OfGovernment();

    [GeneratedRegex("(?:政府|财政局|财政厅|代表大会|管理委员会|管委会)$")]
    private static partial Regex Government();

    [GeneratedRegex("各(?:部门|单位|预算)|[省市县区州旗](?:直|级|本级)(?:各|一级)?(?:部门|单位)|(?:所属|下属|二级)(?:预算)?单位")]
    private static partial Regex OfMany();

    [GeneratedRegex(@"(20\d\d)\s*年[^年]{0,10}预算[（(]?草案")]
    private static partial Regex YearOfDraft();

    [GeneratedRegex(@"(?:公开\s*[\-—–:：]+|(?:公开|预算|决算)\s*（)([^\-—–:：（）]+)）?$")]
    private static partial Regex Last();

    [GeneratedRegex("[０-９]")]
    private static partial Regex WideDigit();

    [GeneratedRegex(@"二[〇○零Ｏ０Oo][〇○零一二三四五六七八九Oo]{2}(?=\s*年)")]
    private static partial Regex YearInWords();

    [GeneratedRegex(@"^(?:20\d\d\s*年?度?|[\[【][^\]】]{1,8}[\]】]|附件\s*[\d一二三四五六七八九十]*|关于|公开|[\s\d.．、:：\-—_（()）【】\[\]·]+)*")]
    private static partial Regex Leading();

    [GeneratedRegex(@"20\d\d|部门(?=（?单位|预算|决算|整体|财政|收支|绩效)|单位|预算|决算|预决算|整体支出|绩效自评|三公|财政拨款|收支|\.\w{2,4}$|$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?:[及和与]其?(?:所属|下属|直属|二级)\w*)?(?:关于)?[\s\-—_]*(?:[（(\[【][^（()）\]】]*[）)\]】])?[\s\-—_的]*(?:本级|机关|汇总|系统)?[\s\-—_的:：]*$")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?:[\u4E00-\u9FFF（）()、·]{2,60}(?:局|委|委员会|办公室|办公厅|厅|部|院|校|学|园|站|所|队|处|馆|会|室|团|社|场|库|中心|政府|党校|" +
        "法院|检察院|支队|基地|公司|(?<![举主承协督开申代创])办)|[\u4E00-\u9FFF]{1,60}(?:[文残妇侨台]联|工商联|社科联|政协|人大|[科作美音]协))$")]
    private static partial Regex Office();

    [GeneratedRegex(@"^(?:\s|\d|[（(）)】\]]|本级|机关|部门|单位|预算|决算|的|$|[\-—_.,，。])")]
    private static partial Regex After();

    [GeneratedRegex(@"(?<!\d)(20\d\d)\s*(?:年|(?=部门|单位|财政|政府|预算|决算|预决算))")]
    private static partial Regex Year();

    [GeneratedRegex(@"/(?:[a-zA-Z](?=\d{8}_)|art/)?(20\d\d)/?(\d{1,2})/?(\d{1,2})[_/]")]
    private static partial Regex Day();

    [GeneratedRegex(@"/(20\d\d)/?(0[1-9]|1[0-2])/")]
    private static partial Regex Month();
}
