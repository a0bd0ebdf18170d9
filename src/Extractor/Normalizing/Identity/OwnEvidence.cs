using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>What the document itself says of who and what it is, before any file name is looked at.</summary>
/// <param name="IsSilent">It has no readable text at all: a scan.</param>
/// <param name="Place">The division named in the title beside the issuer (上海市普陀区2026年区级部门预算).</param>
/// <param name="TitlePlace">The title of a document without an issuer, in which a place may stand.</param>
/// <param name="LabelIssuer">The name under which the tables are filed, if it differs from <paramref name="Issuer"/>.</param>
/// <param name="Years">What tables and prose print, whatever was believed.</param>
internal sealed partial record OwnEvidence(
    bool IsSilent,
    DocumentKind Kind,
    DocumentScope? Scope,
    string? Title,
    string? Issuer,
    IdentityEvidence IssuerEvidence,
    string? Place,
    string? TitlePlace,
    int? FiscalYear,
    IdentityEvidence YearEvidence,
    int? CoverYear,
    string? LabelIssuer,
    FiscalYears Years)
{
    /// <summary>What tells that it is of a whole government; null where it is of a department or of nobody's budget.</summary>
    public GovernmentEvidence? Government { get; init; }

    public static OwnEvidence Of(ExtractedDocument document)
    {
        var years = FiscalYears.Of(document);
        if (document.Tables.IsEmpty && document.Pages.All(static page => page.Lines.IsEmpty))
        {
            return new OwnEvidence(true, DocumentKind.Other, null, null, null, IdentityEvidence.None, null, null, null,
                IdentityEvidence.None, null, null, years);
        }

        var openings = Opening.Of(document);
        var headline = openings.IsEmpty ? "" : FoldedText.Of(openings[0].Headline);
        var isOther = OtherHeadline().IsMatch(headline);
        var forms = new Lazy<BudgetForms>(() => BudgetForms.Of(document));
        var cover = openings
            .Select(static opening => DisclosureTitle.Read(new PrintedText(opening.Lines.Select(static line => line.Text))))
            .FirstOrDefault(static title => title is not null);
        cover ??= PerformanceTitle(openings);
        if (GovernmentEvidence.Of(document, openings, cover, forms, isOther) is { } government)
        {
            return new OwnEvidence(false, government.Kind, null, government.Title, null, IdentityEvidence.None, null, null,
                government.Year, government.YearEvidence, null, null, years)
            { Government = government };
        }

        if ((isOther || (cover is null && forms.Value.TargetForms + forms.Value.SelfEvaluationForms == 0)) && !forms.Value.AreDecisive)
        {
            return OtherDocument(document, openings.IsEmpty ? "" : openings[0].Headline, years, forms.Value);
        }

        return Disclosure(document, openings, cover, forms, years);
    }

    private static OwnEvidence Disclosure(
        ExtractedDocument document, ImmutableArray<Opening> openings, DisclosureTitle? cover, Lazy<BudgetForms> forms, FiscalYears years)
    {
        var labels = LabelReader.Read(document).ToList();
        var (label, labelPage) = MostCommon(labels);
        var coverLabel = openings.SelectMany(static opening => LabelReader.InLines(opening.Lines, opening.PageNumber))
            .Select(static found => found.Name).FirstOrDefault();
        var coverName = cover?.Issuer ?? coverLabel ?? (cover is null ? null : OrganLine(openings));
        var prose = new Lazy<ProseNames>(() => ProseNames.Of(document));
        if (coverName is null && label is not null && prose.Value.Issuer is { } longer && Agree(label, longer) &&
            longer.Length > label.Length)
        {
            // A form names the department that its unit belongs to; headings and sentences name the unit.
            label = longer;
        }

        var (issuer, evidence) = coverName is not null && (IssuerName.IsOrgan(FoldedText.Of(coverName)) || label is null)
            ? (coverName, IdentityEvidence.Cover)
            : label is not null ? (label, labelPage == 1 && coverName is not null ? IdentityEvidence.Cover : IdentityEvidence.Tables)
            : prose.Value.Issuer is { } said ? (said, IdentityEvidence.Prose)
            : ((string?)null, IdentityEvidence.None);
        var kind = cover?.Kind ?? KindByForms(forms.Value);
        var (year, yearEvidence) = YearOf(cover?.Year, years);
        var scope = kind == DocumentKind.Other ? null
            : cover?.Scope ?? (issuer is not null && IssuerName.IsOwnLevel(FoldedText.Of(issuer)) ? DocumentScope.Unit : prose.Value.Scope)
                ?? (labels.Any(static found => found.AsksForDepartment) ? DocumentScope.Department : null);
        return new OwnEvidence(
            false, kind, scope, cover?.Title, issuer, evidence, cover?.Place, null, year, yearEvidence, cover?.Year,
            label is not null && issuer is not null && !Agree(label, issuer) ? label : null, years);
    }

    /// <summary>广州市生态环境局2026年项目支出绩效目标表, 2024年…绩效自评报告: a form of the budget published on its own, or what came of it.</summary>
    private static DisclosureTitle? PerformanceTitle(ImmutableArray<Opening> openings)
    {
        var headline = openings.IsEmpty ? "" : openings[0].Headline;
        var folded = FoldedText.Of(headline);
        var year = DisclosureTitle.YearPattern().Match(folded);
        var isSelfEvaluation = folded.Contains("绩效自评", StringComparison.Ordinal);
        if (!year.Success || !(isSelfEvaluation || folded.Contains("绩效目标", StringComparison.Ordinal)))
        {
            return null;
        }

        var issuer = year.Index == 0 ? LeadingOrgan().Match(folded[year.Length..]).Groups["name"].Value : folded[..year.Index];
        return new DisclosureTitle(
            headline, IssuerName.Clean(issuer), null, DisclosureTitle.YearOf(year),
            isSelfEvaluation ? DocumentKind.PerformanceSelfEvaluation : DocumentKind.DepartmentBudget, null);
    }

    private static OwnEvidence OtherDocument(ExtractedDocument document, string headline, FiscalYears years, BudgetForms forms)
    {
        var folded = FoldedText.Of(headline);
        var year = DisclosureTitle.YearPattern().Match(folded);
        var inLines = document.Pages[0].Lines.Take(4).Select(static line => FoldedText.Of(line.Text)).Where(static line =>
            YearLine().IsMatch(line)).Select(static line => DisclosureTitle.YearPattern().Match(line)).FirstOrDefault();
        var fiscalYear = year.Success ? DisclosureTitle.YearOf(year) : inLines is { Success: true } ? DisclosureTitle.YearOf(inLines)
            : (int?)null;
        var issuer = LeadingOrgan().Match(YearPrefix().Replace(folded, "")) is { Success: true } leading &&
            IssuerName.IsPossible(leading.Groups["name"].Value)
            ? leading.Groups["name"].Value
            : document.Pages.Take(2).SelectMany(static page => LabelReader.InLines(page.Lines, page.Number)).Where(static label =>
                label.Strength >= 1).Select(static label => label.Name).FirstOrDefault()
                ?? Publisher(document);
        var signature = issuer is null ? Signature(document) : null;
        var kind = forms.SelfEvaluationForms > 0 || folded.Contains("绩效自评", StringComparison.Ordinal)
            ? DocumentKind.PerformanceSelfEvaluation : DocumentKind.Other;
        return new OwnEvidence(
            false, kind, null, headline.Length == 0 ? null : headline, issuer ?? signature,
            issuer is not null ? IdentityEvidence.Cover : signature is not null ? IdentityEvidence.Prose : IdentityEvidence.None, null,
                YearPrefix().Replace(folded, ""),
            fiscalYear, fiscalYear is null ? IdentityEvidence.None : IdentityEvidence.Cover, null, null, years);
    }

    /// <summary>中华人民共和国司法部 发布: a standard, a gazette.</summary>
    private static string? Publisher(ExtractedDocument document) => document.Pages[0].Lines
        .Select(static line => Published().Match(FoldedText.Of(line.Text)))
        .Where(static match => match.Success && IssuerName.IsOrgan(match.Groups["name"].Value))
        .Select(static match => match.Groups["name"].Value).FirstOrDefault();

    /// <summary>落款: the name of an organ, and below it a date.</summary>
    private static string? Signature(ExtractedDocument document)
    {
        var lines = document.Pages.TakeLast(3).SelectMany(static page => page.Lines).Select(static line => FoldedText.Of(line.Text))
            .ToList();
        for (var index = lines.Count - 1; index > 0; index--)
        {
            if (Date().IsMatch(lines[index]) && IssuerName.IsOrgan(lines[index - 1]))
            {
                return lines[index - 1];
            }
        }

        return null;
    }

    private static DocumentKind KindByForms(BudgetForms forms) =>
        forms.SelfEvaluationForms > forms.TargetForms ? DocumentKind.PerformanceSelfEvaluation
        : forms.FinalAccountsForms > forms.DepartmentForms ? DocumentKind.DepartmentFinalAccounts
        : DocumentKind.DepartmentBudget;

    /// <summary>The cover is believed unless tables and prose agree on another year: a cover is made from last year's.</summary>
    private static (int? Year, IdentityEvidence Evidence) YearOf(int? cover, FiscalYears years) =>
        cover is { } printed
            ? years.Tables is { } table && table == years.Prose && table != printed ? (table, IdentityEvidence.Tables)
                : (printed, IdentityEvidence.Cover)
            : years.Tables is { } titled ? (titled, IdentityEvidence.Tables)
            : years.Prose is { } said ? (said, IdentityEvidence.Prose)
            : (null, IdentityEvidence.None);

    private static (string? Name, int Page) MostCommon(List<IssuerLabel> labels)
    {
        if (labels.Count == 0)
        {
            return (null, 0);
        }

        // Weak labels (实施单位) count only where there is no other: forms repeat them for every unit.
        var strong = labels.Any(static label => label.Strength > 1) ? labels.Where(static label => label.Strength > 1) : labels;
        var name = strong
            .GroupBy(static label => FoldedText.Of(label.Name), StringComparer.Ordinal)
            .OrderByDescending(static group => group.Sum(static label => label.Strength)).ThenBy(static group => group.First().PageNumber)
                .First().First();
        return (name.Name, name.PageNumber);
    }

    /// <summary>A line of the cover that is nothing but the name of an organ.</summary>
    private static string? OrganLine(ImmutableArray<Opening> openings) => openings.Take(1)
        .SelectMany(static opening => opening.Lines).Select(static line => IssuerName.Clean(PrintedText.Of(line.Text)))
        .FirstOrDefault(static name => name is { Length: >= 4 } && !name.Contains('、', StringComparison.Ordinal) &&
            IssuerName.IsOrgan(FoldedText.Of(name)));

    private static bool Agree(string left, string right)
    {
        var (one, other) = (IssuerName.WithoutScope(FoldedText.Of(left)), IssuerName.WithoutScope(FoldedText.Of(right)));
        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);
    }

    /// <summary>Headlines of what is no disclosure, whatever it speaks of.</summary>
    [GeneratedRegex(@"(?:通知|公告|通告|通报|办法|意见|批复|函|请示|方案|规定|细则|总结|要点|计划|规划|标准|规范|清单|指南|流程图?|申请表|公报|决定|条例|评价结果|评价报告|审计报告|审计工作报告|审计结果|招聘.*|名单|" +
        @"运行情况报告|年度报表|年度报告|工作报告|思路|讲话|汇编|手册|目录)(?:\(.{0,20}\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherHeadline();

    /// <summary>The issuer at the head of a title: 惠州市民政局关于…的通知.</summary>
    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff]{2,30}?(?:局|委员会|办公室|办公厅|厅|人民政府|法院|检察院|街道办事处|[^内外全各一]部))(?![\u4e00-\u9fff]{0,3}(?:门|分|署))",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeadingOrgan();

    [GeneratedRegex(@"^20\d\d年度?", RegexOptions.CultureInvariant)]
    private static partial Regex YearPrefix();

    [GeneratedRegex(@"^\(?20\d\d年度?\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLine();

    [GeneratedRegex(@"^20\d\d年\d{1,2}月\d{1,2}日$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff]{4,30})发布$", RegexOptions.CultureInvariant)]
    private static partial Regex Published();
}
