using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Model.Documents;

namespace Extractor.Normalizing.Identity;

/// <summary>
/// A title of a disclosure taken apart: 2026年 | 深圳市信访局 | 部门预算. The order of year and issuer differs from
/// publisher to publisher, and a line may break anywhere.
/// </summary>
/// <param name="Issuer">As printed; null where the title names none (Shanghai prints it on a line of its own below).</param>
/// <param name="Place">The division of 上海市普陀区2026年区级部门预算; null where the title does not start so.</param>
internal sealed partial record DisclosureTitle(
    string Title, string? Issuer, string? Place, int? Year, DocumentKind Kind, DocumentScope? Scope)
{
    /// <summary>The first disclosure title in <paramref name="text"/>; null where there is none.</summary>
    public static DisclosureTitle? Read(PrintedText text)
    {
        var folded = text.Folded;
        foreach (Match word in DisclosureWord().Matches(folded))
        {
            var before = word.Index;
            var year = LastYear(folded, before);
            var reading = year is { } found && before - (found.Index + found.Length) <= 60
                ? AfterYear(text, found, word)
                : WithoutYear(text, word);
            if (reading is not null)
            {
                return reading;
            }
        }

        return null;
    }

    /// <summary>Year, then the issuer or nothing, then the word: 2026年深圳市信访局部门预算, 西安市商务局2022年部门综合预算.</summary>
    private static DisclosureTitle? AfterYear(PrintedText text, Match year, Match word)
    {
        var folded = text.Folded;
        var between = folded[(year.Index + year.Length)..word.Index];
        var (level, kind, isGovernment) = Word(word);
        var issuerStart = year.Index + year.Length;
        var issuerEnd = word.Index;
        string? issuer = null;
        string? place = null;
        var start = year.Index;
        var qualifier = Qualifier().Match(between);
        if (qualifier.Success)
        {
            // 2026年市级单位预算, 2026年部门预算: what stands before the year is the issuer, or the place.
            isGovernment |= qualifier.Groups["government"].Success || (qualifier.Length > 0 && !word.Groups["level"].Success);
            var (beforeYear, beginning) = IssuerBefore(text, year.Index);
            if (beforeYear is not null && (isGovernment || qualifier.Groups["rank"].Success))
            {
                (place, start) = (beforeYear, beginning);
                issuer = IssuerName.IsOrgan(Maps.FoldedText.Of(beforeYear)) && !isGovernment ? beforeYear : null;
            }
            else if (beforeYear is not null)
            {
                (issuer, start) = (beforeYear, beginning);
            }
        }
        else
        {
            (issuer, var trailing) = TrimLevel(text.Printed(issuerStart, issuerEnd));
            level ??= trailing;
            if (issuer is null)
            {
                return null;
            }

        }

        return Compose(text, start, word, issuer, place, YearOf(year), level, kind, isGovernment);
    }

    private static DisclosureTitle? WithoutYear(PrintedText text, Match word)
    {
        var (level, kind, isGovernment) = Word(word);
        var (issuer, start) = IssuerBefore(text, word.Index);
        if (issuer is null || !(word.Groups["level"].Success || IssuerName.IsOrgan(Maps.FoldedText.Of(issuer))))
        {
            return null;
        }

        var year = YearAfter().Match(text.Folded, word.Index + word.Length);
        return Compose(text, start, word, issuer, null, year.Success ? YearOf(year) : null, level, kind, isGovernment);
    }

    private static DisclosureTitle? Compose(
        PrintedText text, int start, Match word, string? issuer, string? place, int? year, DocumentScope? level, DocumentKind kind,
            bool isGovernment)
    {
        if (issuer is not null)
        {
            (issuer, var trailing) = TrimLevel(issuer);
            level ??= trailing;
        }

        if (issuer is not null && GovernmentName().IsMatch(Maps.FoldedText.Of(issuer)))
        {
            // 龙岗区2026年预算公开 is the government's; 龙岗区2026年部门预算 names a place and no issuer.
            place ??= issuer;
            isGovernment |= !word.Groups["level"].Success;
            issuer = PlaceName().IsMatch(Maps.FoldedText.Of(issuer)) ? null : issuer;
        }
        else if (issuer is not null && IssuerName.IsOrgan(Maps.FoldedText.Of(issuer)))
        {
            isGovernment = false;
        }

        var end = word.Index + word.Length;
        if (!word.Groups["level"].Success && level is null && string.CompareOrdinal(text.Folded, end, "草案", 0, 2) == 0)
        {
            // 关于深圳市2025年预算执行情况和2026年预算草案的报告: a government's, whatever stands before the year.
            (isGovernment, start) = (true, 0);
        }

        var rest = Rest().Match(text.Folded, end);
        end = rest.Success && rest.Index == end ? end + rest.Length : end;
        if (!text.StartsLine(start) || SentenceGoesOn().IsMatch(text.Folded[end..text.EndOfLine(end)]))
        {
            return null;
        }

        var title = FileNumber().Replace(text.Printed(start, end), "");
        var folded = Maps.FoldedText.Of(title);
        kind = folded.Contains("自评", StringComparison.Ordinal) ? DocumentKind.PerformanceSelfEvaluation
            : !isGovernment ? kind
            : kind == DocumentKind.DepartmentFinalAccounts ? DocumentKind.GovernmentFinalAccounts : DocumentKind.GovernmentBudget;
        var name = issuer is null ? "" : Maps.FoldedText.Of(issuer);
        var scope = kind == DocumentKind.Other || kind.IsOfGovernment() ? null
            : IssuerName.IsOwnLevel(name) ? DocumentScope.Unit
            : IssuerName.IsSummary(name) ? DocumentScope.Department
            : level;
        return new DisclosureTitle(title, issuer, place, year, kind, scope);
    }

    private static (DocumentScope? Level, DocumentKind Kind, bool IsGovernment) Word(Match word) =>
        (word.Groups["level"].Value.Trim('(', ')') switch { "部门" => DocumentScope.Department, "单位" => DocumentScope.Unit, _ => null },
            word.Groups["phase"].Value == "决算" ? DocumentKind.DepartmentFinalAccounts : DocumentKind.DepartmentBudget,
            word.Groups["government"].Success && !word.Groups["level"].Success);

    /// <summary>北京市教育委员会部门 | 2026年度部门预算: the first 部门 belongs to no name.</summary>
    private static (string? Issuer, DocumentScope? Level) TrimLevel(string? printed)
    {
        var name = printed is null ? null : IssuerName.Clean(printed);
        return name switch
        {
            null => (null, null),
            _ when name.Length > 4 && name.EndsWith("部门", StringComparison.Ordinal) =>
                (IssuerName.Clean(name[..^2]), DocumentScope.Department),
            _ when name.Length > 4 && name.EndsWith("单位", StringComparison.Ordinal) => (IssuerName.Clean(name[..^2]), DocumentScope.Unit),
            _ => (name, null),
        };
    }

    /// <summary>The name that ends at <paramref name="end"/>: from the first line with which it is one.</summary>
    private static (string? Issuer, int Start) IssuerBefore(PrintedText text, int end)
    {
        foreach (var start in text.LineStartsBefore(end))
        {
            var lead = Lead().Match(text.Folded, start, end - start);
            var from = lead.Success ? start + lead.Length : start;
            var printed = text.Printed(from, end);
            if (printed.Length <= 50 && IssuerName.Clean(printed) is { } issuer)
            {
                return (issuer, from);
            }
        }

        return (null, end);
    }

    private static Match? LastYear(string folded, int before)
    {
        Match? last = null;
        foreach (Match year in YearPattern().Matches(folded))
        {
            if (year.Index + year.Length > before)
            {
                break;
            }

            last = year;
        }

        return last;
    }

    internal static int YearOf(Match year)
    {
        var digits = year.Groups["digits"].Value;
        return digits.Length > 0
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : year.Groups["words"].Value.Aggregate(0, static (sum, digit) =>
                (sum * 10) + "〇一二三四五六七八九".IndexOf(digit is '○' or '零' or 'O' or 'Ｏ' or '0' ? '〇' : digit, StringComparison.Ordinal));
    }

    /// <summary>A fiscal year: 2026年, 2026年度, 二〇二六年; no day or month, no end of a plan (2021—2035年, 2035年远景目标).</summary>
    [GeneratedRegex(@"(?<!\d|20\d\d年?[-~至到])(?:(?<digits>20[0-4]\d)|(?<words>二[〇○零O0][〇○零O0一二三四五六七八九]{2}))(?:年(?!\d{1,2}月|" +
        @"[一二三四五六七八九十]{1,2}月|初|底|末|以|前|后|至|远景|愿景)度?|(?=(?:部门|单位)?(?:综合)?(?:预算|决算)))", RegexOptions.CultureInvariant)]
    internal static partial Regex YearPattern();

    /// <summary>国家统计局部门预算（2026）, …部门预算公开（2026年）: the year after the word.</summary>
    [GeneratedRegex(@"\G.{0,10}?(?<!\d)(?<digits>20[0-4]\d)(?<words>)(?!\d)(?:年度?|\))", RegexOptions.CultureInvariant)]
    private static partial Regex YearAfter();

    /// <summary>部门预算, 单位决算, 部门综合预算 …; not 预算执行, 预算管理 and the like, which speak of budgets but are none.</summary>
    [GeneratedRegex(@"(?<level>部门|单位|\(部门\)|\(单位\))?(?<government>政府|财政|一般公共)?(?:综合|收支)?(?<phase>预算|决算)(?!执行|绩效管理|管理|编制(?!说明)|批复|调整|编审|" +
        @"改革|绩效评价|审查|评审|审计|指标|资金|法|工作|下达|安排|内|外|单位|收入|支出|数)", RegexOptions.CultureInvariant)]
    private static partial Regex DisclosureWord();

    /// <summary>What may stand between year and word besides a name: the rank of the budget, or that it is a government's.</summary>
    [GeneratedRegex(@"^(?<rank>[市区县省州旗]级|本级|[市区县省州]本级|镇级|街道)?(?<government>政府|财政|地方财政|地方)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"(?:人民政府|[市区县州省]政府|镇政府|乡政府|[省市县区州])(?:\(本级\)|本级)?$", RegexOptions.CultureInvariant)]
    private static partial Regex GovernmentName();

    [GeneratedRegex(@"(?:[省市县区州盟旗]|[省市县区州镇乡]政府)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceName();

    /// <summary>附件2：北京市公安局…: what stands before a name on its line.</summary>
    [GeneratedRegex(@"\G(?:附件|附表|附)[一二三四五六七八九十\d]*[-.\d]*[:、.]?|\G\d{1,2}[、.]_?", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    /// <summary>What follows on the line of a sentence that only speaks of a budget: a title ends.</summary>
    [GeneratedRegex(@"[，。；,;：:]|.{20}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceGoesOn();

    /// <summary>022-418024-重庆…: numbers of a file in a list.</summary>
    [GeneratedRegex(@"^(?:\d{3,}[-_]|\d{1,2}[.、])+", RegexOptions.CultureInvariant)]
    private static partial Regex FileNumber();

    /// <summary>What belongs to the title after the word.</summary>
    [GeneratedRegex(@"\G(?:项目|整体)?(?:支出)?(?:绩效目标|绩效自评)?(?:(?:信息)?公开|编制|情况|的?说明|报表|报告|草案|的报告|文本|\((?:草案|公开|汇总|本级|20\d\d年?度?)\)|及|和|(?:“|" +
        @"”)?三公经费预算|表)*", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();
}
