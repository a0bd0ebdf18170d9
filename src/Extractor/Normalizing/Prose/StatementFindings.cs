using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Performance;

namespace Extractor.Normalizing.Prose;

/// <summary>Where the narrative contradicts itself, its tables or the rules of writing figures; reported, never corrected.</summary>
internal sealed class StatementFindings(ImmutableArray<ExtractedSection> sections, ImmutableArray<SectionMeaning> meanings)
{
    /// <summary>One change of one project, wherever the narrative tells it.</summary>
    public const string ChangeRule = FindingRule.ProseAgreesWithProse;

    /// <summary>机关运行经费 is the 公用经费 of offices: a part of it, or the same.</summary>
    public const string OperatingRule = FindingRule.OperatingExpensesWithinPublic;

    /// <summary>增长 100% of nothing.</summary>
    public const string ZeroBaseRule = FindingRule.PercentOfZeroBase;

    /// <summary>187.63万 for 187.63万元.</summary>
    public const string UnitRule = FindingRule.UnitCutShort;

    /// <summary>Figures that the narrative calls whole (取整) are printed with decimals.</summary>
    public const string WholeRule = FindingRule.FiguresWholeAsStated;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；：,;:");

    private static readonly WordSet CutUnits = ReadingWords.Of(WordList.CutUnit);
    private static readonly WordSet ChangeVerbs = ReadingWords.Of(WordList.ChangeVerb);
    private static readonly WordSet EnumeratorEndings = ReadingWords.Of(WordList.EnumeratorEnding);
    private static readonly WordSet WholeFigures = ReadingWords.Of(WordList.WholeFigures);

    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    public ImmutableArray<Finding> Run(ImmutableArray<StatedReading> stated, ImmutableArray<ProjectMention> projects,
        ImmutableArray<BudgetLine> lines)
    {
        CompareChanges(projects);
        CompareOperating(stated);
        FindZeroBase(projects);
        FindCutUnits(projects);
        CompareWhole(lines);
        return findings.ToImmutable();
    }

    /// <summary>上级下达资金减少35,603 万元 among the reasons of the whole, and the project's own paragraph.</summary>
    private void CompareChanges(ImmutableArray<ProjectMention> projects)
    {
        var byName = projects.Where(static project => project.Change is not null).GroupBy(static project =>
            FoldedText.Of(project.Project.ProjectName), StringComparer.Ordinal)
            .Where(static group => group.Count() == 1).ToDictionary(static group => group.Key, static group =>
                group.First(), StringComparer.Ordinal);
        foreach (var paragraph in Paragraphs("budget_overview"))
        {
            var previousEnd = 0;
            foreach (var figure in PrintedFigure.FindAll(paragraph.Text))
            {
                var lead = paragraph.Text[previousEnd..figure.Start];
                previousEnd = figure.End;
                if (figure.Unit != FigureUnit.Money || Sentences.ChangeSign(lead) is not (not 0 and var sign) ||
                    !byName.TryGetValue(SubjectOf(lead), out var project))
                {
                    continue;
                }

                var (told, own) = (sign * figure.Value, project.Project.PriorChangeYuan!.Value);
                if (Math.Abs(told - own) > figure.HalfPlace + project.Change!.HalfPlaceYuan)
                {
                    var (_, page, box) = paragraph.LineAt(figure.Start);
                    Add(
                        ChangeRule, Severity.Warning, page, box,
                        $"正文前后不符：第 {page} 页称“{project.Project.ProjectName}”{(sign > 0 ? "增加" : "减少")} {Yuan(Math.Abs(told))} 元，第 " +
                        $"{project.Change.PageNumber} 页“{project.Place}”为{(own > 0 ? "增加" : "减少")} {Yuan(Math.Abs(own))} 元。请对照两处原文。",
                        $"Page {page} says that '{project.Project.ProjectName}' changed by {Yuan(told)} yuan, " +
                        $"'{project.Place}' on page {project.Change.PageNumber} says {Yuan(own)}. Compare both places.",
                        Yuan(own), Yuan(told));
                }
            }
        }
    }

    /// <summary>二是上级下达资金减少: the words between the enumerator and the verb.</summary>
    private static string SubjectOf(string lead)
    {
        var clause = FoldedText.Of(lead.AsSpan(lead.AsSpan().LastIndexOfAny(ClauseEnds) + 1));
        var verb = ChangeVerbs.LastIndexIn(clause);
        clause = verb < 0 ? clause : clause[..verb];
        return clause.Length > 2 && EnumeratorEndings.BeginOf(clause.AsSpan(1)) is not null ? clause[2..] : clause;
    }

    private void CompareOperating(ImmutableArray<StatedReading> stated)
    {
        var operating = stated.FirstOrDefault(static reading =>
            reading.Figure is { FigureKey: "operating_expenses", AmountYuan: not null });
        var office = stated.FirstOrDefault(static reading => reading.Figure is { FigureKey: "public", AmountYuan: not null });
        if (operating is not null && office is not null &&
            operating.Figure.AmountYuan - office.Figure.AmountYuan > operating.HalfPlaceYuan + office.HalfPlaceYuan)
        {
            var (more, less) = (Yuan(operating.Figure.AmountYuan!.Value), Yuan(office.Figure.AmountYuan!.Value));
            Add(
                OperatingRule, Severity.Note, operating.Figure.PageNumber, operating.Figure.Box,
                $"机关运行经费大于公用经费：第 {operating.Figure.PageNumber} 页机关运行经费 {more} 元，第 {office.Figure.PageNumber} 页公用经费 {less} " +
                $"元。按定义前者是基本支出中的公用经费，可能口径不同，引用时请注明口径。",
                $"Operating expenses are {more} yuan on page {operating.Figure.PageNumber}, the public part of basic " +
                $"expenditure is {less} on page {office.Figure.PageNumber}; by definition they are a part of it. The department may " +
                $"count otherwise; say which of the two you quote.",
                less, more);
        }
    }

    private void FindZeroBase(ImmutableArray<ProjectMention> projects)
    {
        ProjectMention[] found = [.. projects.Where(static mention =>
            mention.Project is { PriorChangePercent: 100m, AmountYuan: > 0 and var amount, PriorChangeYuan: var change } &&
            change == amount)];
        if (found.Length > 0)
        {
            var names = string.Join('、', found.Select(static mention => mention.Project.ProjectName));
            var (page, box) = (found[0].Amount!.PageNumber, found[0].Amount!.Box);
            Add(
                ZeroBaseRule, Severity.Note, page, box,
                $"上年为零却称“增长 100%”：第 {page} 页起 {found.Length} 个项目（{names}）的增加额等于预算数，百分比没有意义，请勿引用。",
                $"From page {page} on {found.Length} projects ({names}) grew by the whole of their budget; 100 % of " +
                $"nothing says nothing and is not to be quoted.",
                null, "100%");
        }
    }

    private void FindCutUnits(ImmutableArray<ProjectMention> projects)
    {
        foreach (var figure in projects.SelectMany(static mention => new[] { mention.Amount, mention.Change }).OfType<FormFigure>()
            .Where(static figure => CutUnits.Matches(figure.Printed)))
        {
            Add(
                UnitRule, Severity.Note, figure.PageNumber, figure.Box,
                $"单位缺“元”字：第 {figure.PageNumber} 页印为“{figure.Printed}”，按万元读取，请对照原页。",
                $"Page {figure.PageNumber} prints '{figure.Printed}'; it is read as 万元. Compare the page.",
                figure.Printed + AmountUnit.One.Name, figure.Printed);
        }
    }

    private void CompareWhole(ImmutableArray<BudgetLine> lines)
    {
        if (lines.FirstOrDefault(static line => line.UnitAsPrinted == AmountUnit.TenThousand.Name &&
            line.ValueAsPrinted.Contains('.', StringComparison.Ordinal)) is not { } line)
        {
            return;
        }

        foreach (var paragraph in Paragraphs(null))
        {
            if (WholeFigures.FirstIndexIn(paragraph.Text) is >= 0 and var index)
            {
                var (_, page, box) = paragraph.LineAt(index);
                Add(
                    WholeRule, Severity.Note, page, box,
                    $"正文称数据取整，表中印有小数：第 {page} 页“{Sentences.Around(paragraph.Text, index, index)}”，第 {line.PageNumber} 页印为 " +
                    $"{line.ValueAsPrinted} 万元。按所印数字读取，无须处理。",
                    $"Page {page} says that figures are rounded to whole numbers, page {line.PageNumber} prints " +
                    $"{line.ValueAsPrinted} (ten thousand yuan). Figures are read as printed; nothing is to be done.",
                    null, line.ValueAsPrinted);
                return;
            }
        }
    }

    /// <param name="key">The section_key of their sections; null for all.</param>
    private IEnumerable<ExtractedParagraph> Paragraphs(string? key) =>
        sections.Where((_, index) => key is null || meanings[index].SectionKey == key).SelectMany(static section => section.Paragraphs);

    private void Add(string rule, Severity severity, int page, Box box, string zh, string en, string? expected, string? actual) =>
        findings.Add(new Finding(rule, severity, zh, en, page, box.Rounded(), expected, actual));

    private static string Yuan(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
