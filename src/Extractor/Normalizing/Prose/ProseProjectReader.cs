using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Performance;

namespace Extractor.Normalizing.Prose;

/// <summary>
/// Reads the numbered projects under 项目支出: <c>3.办公用房修缮与维护（通用项目）预算 48.00 万元，主要用于…。较 2023 年预算减少
/// 1.00 万元，下降 2.0%，主要原因是…。</c>
/// </summary>
internal static class ProseProjectReader
{
    private const int LongestName = 60;

    public static ImmutableArray<ProjectMention> Read(ImmutableArray<ExtractedSection> sections, ImmutableArray<SectionMeaning> meanings)
    {
        var projects = ImmutableArray.CreateBuilder<ProjectMention>();
        for (var index = 0; index < sections.Length; index++)
        {
            if (meanings[index].SectionKey != "expenditure_detail")
            {
                continue;
            }

            var underProjects = Names(sections[index].HeadingAsPrinted);
            foreach (var paragraph in sections[index].Paragraphs)
            {
                var item = ItemText(paragraph.Text, out var start);
                if (item.IsEmpty)
                {
                    underProjects = Names(paragraph.Text) || underProjects && !paragraph.Text.StartsWith('（');
                }
                else if (underProjects && ReadItem(paragraph, start, sections[index].HeadingAsPrinted) is { } project)
                {
                    projects.Add(project);
                }
            }
        }

        return projects.ToImmutable();
    }

    /// <summary>A paragraph that opens the list of projects: （五）项目支出 1,612.29 万元，具体包括：.</summary>
    private static bool Names(string text) => text.Contains("项目支出", StringComparison.Ordinal);

    /// <summary>The text after <c>1.</c>, <c>1、</c>; empty where the paragraph starts with no such number.</summary>
    private static ReadOnlySpan<char> ItemText(string text, out int start)
    {
        start = 0;
        while (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        if (start is 0 or > 3 || start >= text.Length || text[start] is not ('.' or '．' or '、'))
        {
            return default;
        }

        start++;
        return start < text.Length && char.IsAsciiDigit(text[start]) ? default : text.AsSpan(start);
    }

    private static ProjectMention? ReadItem(ExtractedParagraph paragraph, int start, string heading)
    {
        var text = paragraph.Text;
        var figures = PrintedFigure.FindAll(text);
        if (figures.IsEmpty || figures[0].Unit != FigureUnit.Money)
        {
            return null;
        }

        var name = NameOf(text.AsSpan(start, figures[0].Start - start));
        if (name.Length is 0 or > LongestName || name.AsSpan().IndexOfAny("，。：；") >= 0)
        {
            return null;
        }

        decimal? change = null;
        decimal? percent = null;
        var previousEnd = figures[0].End;
        var reasonStart = -1;
        foreach (var figure in figures.AsSpan()[1..])
        {
            var lead = text[previousEnd..figure.Start];
            previousEnd = figure.End;
            var sign = Sentences.ChangeSign(lead);
            if (sign == 0)
            {
                continue;
            }

            if (figure.Unit == FigureUnit.Money && change is null && lead.Contains('较', StringComparison.Ordinal))
            {
                change = sign * figure.Value;
                reasonStart = figure.End;
            }
            else if (figure.Unit == FigureUnit.Percent && change is not null && percent is null)
            {
                percent = sign * figure.Value;
                reasonStart = figure.End;
            }
        }

        var (page, box) = Sentences.PlaceOf(paragraph, figures[0].Start);
        var project = new Project(
            name,
            ProjectSource.Prose,
            figures[0].Value,
            change,
            percent,
            SentenceAfter(text.AsSpan(figures[0].End), "主要用于", "主要包括", "用于"),
            reasonStart < 0 ? null : SentenceAfter(text.AsSpan(reasonStart), "主要原因是", "原因是", "主要是"),
            null,
            null,
            null,
            page,
            box);
        var printed = text.Substring(figures[0].Start, figures[0].Length);
        var unit = AmountUnit.Find(printed)?.Yuan ?? 1;
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : printed.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        var amount = new FormFigure(printed, figures[0].Value / unit, Math.Max(decimals, 0), unit, page, box);
        return new ProjectMention(project, 0, heading, amount, null, null, IsWholePeriod: false, IsForm: false);
    }

    private static string NameOf(ReadOnlySpan<char> lead)
    {
        var name = lead.Trim();
        foreach (var tail in (ReadOnlySpan<string>)["：", "为", "共", "预算数", "预算"])
        {
            if (name.EndsWith(tail, StringComparison.Ordinal) && name.Length > tail.Length)
            {
                name = name[..^tail.Length].TrimEnd();
            }
        }

        return name.ToString();
    }

    /// <summary>What follows the first of <paramref name="openings"/> in the text, up to the end of its sentence.</summary>
    private static string? SentenceAfter(ReadOnlySpan<char> text, params ReadOnlySpan<string> openings)
    {
        foreach (var opening in openings)
        {
            var found = text.IndexOf(opening, StringComparison.Ordinal);
            if (found >= 0)
            {
                var rest = text[(found + opening.Length)..];
                var end = rest.IndexOf('。');
                var sentence = (end < 0 ? rest : rest[..end]).Trim("：: ");
                return sentence.IsEmpty ? null : sentence.ToString();
            }
        }

        return null;
    }
}
