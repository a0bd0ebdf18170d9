using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Performance;

namespace Extractor.Normalizing.Prose;

/// <summary>The projects that the prose lists under one statement of 项目支出.</summary>
/// <param name="Total">The amount of that statement; null where it states none.</param>
internal sealed record ProseProjectList(ImmutableArray<ProjectMention> Projects, FormFigure? Total);

/// <summary>
/// Reads the numbered projects under 项目支出: <c>3.办公用房修缮与维护（通用项目）预算 48.00 万元，主要用于…。较 2023 年预算减少
/// 1.00 万元，下降 2.0%，主要原因是…。</c>
/// </summary>
internal sealed class ProseProjectReader(HeadingMaps headings)
{
    private const int LongestName = 60;

    /// <summary>What stands between the name of a project and its amount.</summary>
    private static readonly WordSet NameTails = ReadingWords.Of(WordList.ProjectNameTail);

    /// <summary>What may stand behind the name besides.</summary>
    private const string Punctuation = "：:，, \u3000\u00a0";

    private static readonly WordSet CutUnits = ReadingWords.Of(WordList.CutUnit);
    private static readonly WordSet Opening = ReadingWords.Of(WordList.ProjectExpenditure);
    private static readonly WordSet Purposes = ReadingWords.Of(WordList.PurposeOpening);
    private static readonly WordSet Reasons = ReadingWords.Of(WordList.ReasonOpening);
    private static readonly WordSet Comparisons = ReadingWords.Of(WordList.Comparison);

    public ImmutableArray<ProseProjectList> Read(ImmutableArray<ExtractedSection> sections, ImmutableArray<SectionMeaning> meanings)
    {
        var lists = ImmutableArray.CreateBuilder<ProseProjectList>();
        for (var index = 0; index < sections.Length; index++)
        {
            if (meanings[index].SectionKey == "expenditure_detail")
            {
                ReadSection(sections[index], lists);
            }
        }

        return lists.ToImmutable();
    }

    private void ReadSection(ExtractedSection section, ImmutableArray<ProseProjectList>.Builder lists)
    {
        var projects = ImmutableArray.CreateBuilder<ProjectMention>();
        FormFigure? total = null;
        var heading = section.HeadingAsPrinted ?? string.Empty;
        var underProjects = Names(heading);
        var isOpen = false;
        foreach (var paragraph in section.Paragraphs)
        {
            var start = ItemStart(paragraph.Text);
            if (start > 0)
            {
                isOpen = false;
                if (underProjects && ReadItem(paragraph, start, heading) is { } project)
                {
                    projects.Add(project);
                }
            }
            else if (Names(paragraph.Text) && !(isOpen && ReadsAsItem(paragraph)))
            {
                End();
                underProjects = true;
                total = TotalOf(paragraph);
                isOpen = paragraph.Text.TrimEnd() is [.., '：' or ':'];
            }
            else if (paragraph.Text.StartsWith('（'))
            {
                End();
                underProjects = isOpen = false;
            }
            else if (isOpen && ReadItem(paragraph, 0, heading) is { } only)
            {
                // A single project needs no number: 具体包括：/ 工程管理 697.69 万元，主要用于…
                projects.Add(only);
                isOpen = false;
            }
        }

        End();

        void End()
        {
            if (projects.Count > 0)
            {
                lists.Add(new ProseProjectList(projects.ToImmutable(), total));
            }

            projects.Clear();
            total = null;
        }
    }

    /// <summary>A paragraph that opens the list of projects: （五）项目支出 1,612.29 万元，具体包括：.</summary>
    private static bool Names(string text) => Opening.Matches(text);

    private bool ReadsAsItem(ExtractedParagraph paragraph) =>
        !paragraph.Text.StartsWith('（') && ReadItem(paragraph, 0, string.Empty) is not null;

    /// <summary>Where the text after <c>1.</c>, <c>1、</c> begins; 0 where the paragraph starts with no such number.</summary>
    private static int ItemStart(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        if (start is 0 or > 3 || start >= text.Length || text[start] is not ('.' or '．' or '、'))
        {
            return 0;
        }

        start++;
        return start < text.Length && char.IsAsciiDigit(text[start]) ? 0 : start;
    }

    private static FormFigure? TotalOf(ExtractedParagraph paragraph)
    {
        var after = Opening.FirstIndexIn(paragraph.Text);
        foreach (var figure in PrintedFigure.FindAll(paragraph.Text))
        {
            if (figure.Unit == FigureUnit.Money && figure.Start > after)
            {
                return FigureOf(paragraph, figure);
            }
        }

        return null;
    }

    private static FormFigure FigureOf(ExtractedParagraph paragraph, PrintedFigure figure)
    {
        var (_, page, box) = paragraph.LineAt(figure.Start);
        var printed = paragraph.Text.Substring(figure.Start, figure.Length);
        var unit = AmountUnit.Find(printed)?.Yuan ?? (CutUnits.Matches(printed) ? AmountUnit.TenThousand.Yuan : 1);
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : printed.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        return new FormFigure(printed, figure.Value / unit, Math.Max(decimals, 0), unit, page, box.Rounded());
    }

    private ProjectMention? ReadItem(ExtractedParagraph paragraph, int start, string heading)
    {
        var text = paragraph.Text;
        var figures = PrintedFigure.FindAll(text);
        if (figures.IsEmpty || figures[0].Unit != FigureUnit.Money)
        {
            return null;
        }

        var name = NameOf(text.AsSpan(start, figures[0].Start - start));
        if (name.Length is 0 or > LongestName || name.AsSpan().IndexOfAny("，。：；") >= 0 || NamesComponent(HeadingText.Of(name).Bare))
        {
            return null;
        }

        var change = ReadChange(text, figures);
        var amount = FigureOf(paragraph, figures[0]);
        var project = new Project(
            name,
            ProjectSource.Prose,
            figures[0].Value,
            change.Yuan,
            change.Percent,
            SentenceAfter(text.AsSpan(figures[0].End), Purposes),
            change.End < 0 ? null : SentenceAfter(text.AsSpan(change.End), Reasons),
            null,
            null,
            null,
            amount.PageNumber,
            amount.Box);
        return new ProjectMention(
            project, 0, heading, amount, null, null, IsWholePeriod: false, IsForm: false, change.Figure is { } printed
                ? FigureOf(paragraph, printed) : null);
    }

    /// <summary>人员经费, 项目支出: no project; 生态环境监测项目支出 is one.</summary>
    private bool NamesComponent(string name) =>
        headings.Columns.Find(name)?.Component is { } component &&
            (component != Component.Project || headings.Columns.FindWhole(name) is not null);

    /// <param name="End">Where the comparison ends, behind which its reason stands; -1 without one.</param>
    /// <param name="Figure">The amount as printed.</param>
    private readonly record struct Change(decimal? Yuan, decimal? Percent, int End, PrintedFigure? Figure);

    private static Change ReadChange(string text, ImmutableArray<PrintedFigure> figures)
    {
        var change = new Change(null, null, -1, null);
        var previousEnd = figures[0].End;
        foreach (var figure in figures.AsSpan()[1..])
        {
            var lead = text[previousEnd..figure.Start];
            previousEnd = figure.End;
            var sign = Sentences.ChangeSign(lead);
            if (sign == 0)
            {
                continue;
            }

            if (figure.Unit == FigureUnit.Money && change.Yuan is null && Comparisons.Matches(lead))
            {
                change = new Change(sign * figure.Value, null, figure.End, figure);
            }
            else if (figure.Unit == FigureUnit.Percent && change is { Yuan: not null, Percent: null })
            {
                change = change with { Percent = sign * figure.Value, End = figure.End };
            }
        }

        return change;
    }

    private static string NameOf(ReadOnlySpan<char> lead)
    {
        var name = lead.Trim().TrimEnd(Punctuation);
        while (NameTails.EndOf(name) is { } tail && name.Length > tail.Length)
        {
            name = name[..^tail.Length].TrimEnd(Punctuation);
        }

        return name.ToString();
    }

    /// <summary>What follows the first of <paramref name="openings"/> in the text, up to the end of its sentence.</summary>
    private static string? SentenceAfter(ReadOnlySpan<char> text, WordSet openings)
    {
        foreach (var opening in openings.Words)
        {
            var found = text.IndexOf(opening.Text, StringComparison.Ordinal);
            if (found >= 0)
            {
                var rest = text[(found + opening.Text.Length)..];
                var end = rest.IndexOf('。');
                var sentence = (end < 0 ? rest : rest[..end]).Trim("：: ");
                return sentence.IsEmpty ? null : sentence.ToString();
            }
        }

        return null;
    }
}
