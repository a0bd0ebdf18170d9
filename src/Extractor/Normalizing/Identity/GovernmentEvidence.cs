using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Governments;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>
/// What a document says of itself as a whole government's: by the title of the report on its cover, or by the titles of its tables
/// and contents. The congress before which it is laid and the bureau that prints it are not whose money it is.
/// </summary>
/// <param name="Title">As printed; null where only tables tell.</param>
/// <param name="Level">全市 or 本级 in the title; null where it names neither, or both.</param>
internal sealed partial record GovernmentEvidence(
    DocumentKind Kind, string? Title, int? Year, IdentityEvidence YearEvidence, GovernmentLevel? Level,
    ImmutableArray<GovernmentTitle> Titles)
{
    /// <summary>So many titles of governments' tables make a document a government's where no cover does.</summary>
    private const int Decisive = 3;

    /// <summary>Characters of a title line that can be the start of a report inside a gazette.</summary>
    private const int LongestLine = 40;

    /// <summary>Null where the document is not of a whole government.</summary>
    /// <param name="isNotice">The headline is that of a notice, a gazette or another text that only speaks of budgets.</param>
    public static GovernmentEvidence? Of(ExtractedDocument document, ImmutableArray<Opening> openings, DisclosureTitle? cover,
        Lazy<BudgetForms> forms, bool isNotice)
    {
        var isTitled = !isNotice && cover?.Kind is DocumentKind.GovernmentBudget or DocumentKind.GovernmentFinalAccounts;
        var isOfDepartment = cover is { Issuer: { } issuer } && !isTitled && IssuerName.IsOrgan(FoldedText.Of(issuer));
        var titles = TitlesOfTables(document);
        if (titles.Length < Decisive && !isOfDepartment)
        {
            titles = TitlesOfLines(document);
        }

        var own = titles.Count(static title => title.IsOfGovernmentOnly);
        var byTables = own >= Decisive && own > forms.Value.DepartmentForms + forms.Value.FinalAccountsForms;
        var report = isOfDepartment && !byTables ? null : Report(openings) ?? (forms.Value.AreDecisive ? null : ReportInside(document));
        if (!byTables && (isOfDepartment || (report is null && !isTitled && !IsOneForm(document, titles, forms.Value))))
        {
            return null;
        }

        var kind = report is { IsBudget: true } ? DocumentKind.GovernmentBudget
            : report is not null ? DocumentKind.GovernmentFinalAccounts
            : isTitled && titles.IsEmpty ? cover!.Kind
            : KindOf(titles, isTitled ? cover!.Kind : null);
        var (year, evidence) = report is { } told ? ((int?)told.Year, IdentityEvidence.Cover)
            : isTitled && cover!.Year is { } printed && kind == cover.Kind ? (printed, IdentityEvidence.Cover)
            : YearOf(titles, kind) is { } named ? (named, IdentityEvidence.Tables)
            : (null, IdentityEvidence.None);
        var title = report?.Title ?? (isTitled ? cover!.Title : null) ?? HeadlineOf(openings);
        return new GovernmentEvidence(kind, title, year, evidence,
            title is null ? null : GovernmentTitle.LevelOf(FoldedText.Of(title)), titles);
    }

    private static string? HeadlineOf(ImmutableArray<Opening> openings) =>
        openings.Select(static opening => opening.Headline).FirstOrDefault(static headline => headline.Length > 0);

    /// <summary>A file of one or a few tables, each of them a government's.</summary>
    private static bool IsOneForm(ExtractedDocument document, ImmutableArray<GovernmentTitle> titles, BudgetForms forms) =>
        titles.Count(static title => title.IsOfGovernmentOnly) is > 0 and var own &&
        own >= forms.DepartmentForms + forms.FinalAccountsForms &&
        document.Tables.Count(static table => table.TitleAsPrinted is not null) <= titles.Length;

    /// <summary>
    /// What most of the titles are: a budget has its tables of the year before beside it, final accounts have no budget of their own.
    /// </summary>
    private static DocumentKind KindOf(ImmutableArray<GovernmentTitle> titles, DocumentKind? titled)
    {
        var money = titles.Where(static title => !title.IsOfDebt).ToList();
        if (money.Count == 0 || titles.Length >= 3 * money.Count)
        {
            return DocumentKind.GovernmentDebt;
        }

        var settled = money.Count(static title => title.Phase == Phase.FinalAccounts);
        var planned = money.Count(static title => title.Phase is Phase.Budget or Phase.Adjusted);
        var executed = money.Count(static title => title.Phase == Phase.Execution);
        return settled > planned + executed ? DocumentKind.GovernmentFinalAccounts
            : planned > 0 || executed == 0 ? titled ?? DocumentKind.GovernmentBudget
            : titled ?? DocumentKind.GovernmentExecution;
    }

    /// <summary>Of the titles of the kind's own phase the year that most name; of two named as often the later.</summary>
    private static int? YearOf(ImmutableArray<GovernmentTitle> titles, DocumentKind kind)
    {
        Phase? phase = kind switch
        {
            DocumentKind.GovernmentBudget => Phase.Budget,
            DocumentKind.GovernmentFinalAccounts => Phase.FinalAccounts,
            DocumentKind.GovernmentExecution => Phase.Execution,
            _ => null,
        };
        var named = titles.Where(static title => title.Year is not null).ToList();
        var ofPhase = named.Where(title => phase is not null && title.Phase == phase).ToList();
        return (ofPhase.Count > 0 ? ofPhase : named).GroupBy(static title => title.Year!.Value)
            .OrderByDescending(static group => group.Count()).ThenByDescending(static group => group.Key)
            .Select(static group => (int?)group.Key).FirstOrDefault();
    }

    private static ImmutableArray<GovernmentTitle> TitlesOfTables(ExtractedDocument document) =>
        Distinct(document.Tables.Select(static table => table.TitleAsPrinted));

    /// <summary>Where tables have no captions, lines of contents and captions that stand elsewhere.</summary>
    private static ImmutableArray<GovernmentTitle> TitlesOfLines(ExtractedDocument document) =>
        Distinct(document.Tables.Select(static table => table.TitleAsPrinted)
            .Concat(document.Pages.SelectMany(static page => page.Lines).Select(static line => line.Text)
                .Where(static text => text.Contains('表', StringComparison.Ordinal))));

    private static ImmutableArray<GovernmentTitle> Distinct(IEnumerable<string?> texts) =>
        [.. texts.Select(GovernmentTitle.Read).OfType<GovernmentTitle>().Where(static title => title.Folded.Contains('表',
            StringComparison.Ordinal))
            .DistinctBy(static title => title.Folded)];

    private static ReportTitle? Report(ImmutableArray<Opening> openings) => openings
        .Select(static opening => ReportTitle.Read(new PrintedText(opening.Lines.Select(static line => line.Text))))
        .FirstOrDefault(static report => report is not null);

    /// <summary>A gazette prints the report among others: 关于…预算草案的报告 on lines of its own.</summary>
    private static ReportTitle? ReportInside(ExtractedDocument document)
    {
        foreach (var page in document.Pages)
        {
            for (var index = 0; index < page.Lines.Length; index++)
            {
                if (page.Lines[index].Text.Length <= LongestLine &&
                    page.Lines[index].Text.AsSpan().TrimStart().StartsWith("关", StringComparison.Ordinal) &&
                    ReportTitle.Read(new PrintedText(page.Lines.Skip(index).Take(3).Select(static line => line.Text)))
                        is { IsReport: true } report)
                {
                    return report;
                }
            }
        }

        return null;
    }

    /// <summary>The title of the report that a government lays before its congress.</summary>
    private sealed partial record ReportTitle(string Title, int Year, bool IsBudget, bool IsReport)
    {
        public static ReportTitle? Read(PrintedText text)
        {
            var folded = text.Folded;
            var match = BudgetReport().Match(folded);
            var isBudget = match.Success;
            match = isBudget ? match : AccountsReport().Match(folded);
            if (!match.Success || OfDepartment().IsMatch(match.Value) || GovernmentTitle.Read(match.Value) is { IsOfDebt: true })
            {
                return null;
            }

            var years = DisclosureTitle.YearPattern().Matches(match.Value);
            if (years.Count == 0)
            {
                return null;
            }

            var start = text.LineStartsBefore(match.Index + 1).Last();
            start = folded.LastIndexOf("关于", match.Index, StringComparison.Ordinal) is >= 0 and var about && match.Index - about <= 24
                ? about : start;
            return new ReportTitle(text.Printed(start, match.Index + match.Length), DisclosureTitle.YearOf(years[^1]), isBudget,
                match.Value.EndsWith("报告", StringComparison.Ordinal));
        }

        /// <summary>2025年威海市和市级预算执行情况与2026年威海市和市级预算草案的报告.</summary>
        [GeneratedRegex(@"(?:20\d\d|二[〇○零O][〇○零O一二三四五六七八九]{2})年度?[^。；]{0,24}?预算执行情况(?:和|与|及|暨|、|以及)[^。；]{0,12}?(?:20\d\d|二[〇○零O]" +
            @"[〇○零O一二三四五六七八九]{2})年度?[^。；]{0,24}?预算(?!审计|管理|绩效|单位)(?:\(?草案\)?)?(?:的?报告)?",
            RegexOptions.CultureInvariant)]
        private static partial Regex BudgetReport();

        /// <summary>关于我省2024年省级决算草案的报告, 2024年黑龙江省和省本级财政决算, 山东省2024年决算情况表.</summary>
        [GeneratedRegex(@"20\d\d年度?[^。；]{0,24}?(?:财政|本级|[省市县区州旗盟]级|政府)?决算(?:草案的?报告|\(?草案\)?|报表|情况表|$)", RegexOptions.CultureInvariant)]
        private static partial Regex AccountsReport();

        [GeneratedRegex(@"部门|单位|[局委厅院](?!员)(?:20\d\d|预算|决算)", RegexOptions.CultureInvariant)]
        private static partial Regex OfDepartment();
    }
}
