using System.Collections.Immutable;

namespace Extractor.Extracting.Sections;

/// <summary>What a heading opens.</summary>
internal enum HeadingRole
{
    /// <summary>A section of the narrative.</summary>
    Section,

    /// <summary>文字部分: all that follows is narrative; no section of its own.</summary>
    TextPart,

    /// <summary>表格部分, 第二部分 部门预算表: tables follow.</summary>
    TablesPart,
}

/// <summary>A paragraph that was recognised as a heading.</summary>
internal sealed record Heading(int Depth, HeadingRole Role);

/// <summary>
/// Tells headings from sentences and list items that are numbered alike, by number, length, punctuation, font, the
/// contents page, and what stands around them.
/// </summary>
internal static class HeadingFinder
{
    /// <summary>A longer numbered paragraph is a sentence.</summary>
    private const int LongestHeading = 50;

    /// <summary>A heading is set in a size at least this much bigger than the running text.</summary>
    private const float BiggerRatio = 1.1f;

    /// <returns>For each item of the flow, the heading that it is, or null.</returns>
    public static Heading?[] Find(ImmutableArray<FlowItem> flow, HashSet<string> contents)
    {
        var headings = new Heading?[flow.Length];
        var bodySize = BodySize(flow);
        for (var index = 0; index < flow.Length; index++)
        {
            if (flow[index].Paragraph is { } paragraph)
            {
                headings[index] = Read(paragraph, contents, bodySize);
            }
        }

        RemoveListItems(flow, headings, contents);
        RemoveSiblingsOfSentences(flow, headings, contents);
        return headings;
    }

    private static Heading? Read(NarrativeParagraph paragraph, HashSet<string> contents, float bodySize)
    {
        var text = paragraph.PrintedText;
        var number = HeadingNumber.Read(text);
        var title = number.Depth == 0 ? text.AsSpan() : text.AsSpan(number.Length).Trim();
        var bare = NarrativeText.WithoutSpaces(title);
        if (number.Depth is 1 or 2 && PartRole(bare, number.Depth) is { } role)
        {
            return new Heading(role == HeadingRole.TablesPart ? 1 : 0, role);
        }

        var inContents = contents.Contains(NarrativeText.WithoutSpaces(text));
        var isEmphasized = paragraph.IsBold || paragraph.FontSize > bodySize * BiggerRatio;
        if (number.Depth == 0)
        {
            return inContents && text.Length <= LongestHeading && (isEmphasized || paragraph.IsCentred)
                ? new Heading(1, HeadingRole.Section)
                : null;
        }

        if (bare.Length == 0 || bare.Length > LongestHeading || EndsSentence(bare))
        {
            return null;
        }

        return number.Depth switch
        {
            1 => new Heading(1, HeadingRole.Section),
            2 or 3 => HasSentenceInside(bare) && !inContents ? null : new Heading(number.Depth, HeadingRole.Section),
            _ => inContents && isEmphasized ? new Heading(number.Depth, HeadingRole.Section) : null,
        };
    }

    /// <summary>Whether a heading names the part of the document that holds the text, or the tables.</summary>
    private static HeadingRole? PartRole(string title, int depth)
    {
        if (title is "文字部分" or "文字说明" or "文字说明部分")
        {
            return HeadingRole.TextPart;
        }

        if (title is "表格部分" or "报表部分" or "附表" or "附件")
        {
            return HeadingRole.TablesPart;
        }

        return depth == 1 && (title.EndsWith('表') || title.EndsWith("表格", StringComparison.Ordinal)
                || title.EndsWith("报表", StringComparison.Ordinal) || title.EndsWith("附表）", StringComparison.Ordinal))
            ? HeadingRole.TablesPart
            : null;
    }

    private static bool EndsSentence(string text) => text is [.., '。' or '；' or '，' or '、' or ';' or ','];

    /// <summary>
    /// A numbered definition or sentence: <c>一、财政拨款收入：指…</c>; but <c>（一）收入预算总计 512,434.34 万元。包括：</c> opens a section.
    /// </summary>
    private static bool HasSentenceInside(string title)
    {
        var colon = title.AsSpan().IndexOfAny('：', ':');
        return colon >= 0 && colon < title.Length - 1 || title.Contains('。', StringComparison.Ordinal) && colon < 0;
    }

    /// <summary>
    /// Siblings that follow each other with nothing between them are a list (the names of units), not headings;
    /// what the contents page names stays.
    /// </summary>
    private static void RemoveListItems(ImmutableArray<FlowItem> flow, Heading?[] headings, HashSet<string> contents)
    {
        for (var index = 0; index < flow.Length; index++)
        {
            if (headings[index] is not { Role: HeadingRole.Section, Depth: >= 2 } heading)
            {
                continue;
            }

            var last = index;
            while (last + 1 < flow.Length && headings[last + 1] is { } next && next.Depth == heading.Depth)
            {
                last++;
            }

            // The last of a run has its text below it; a run of two or more before it is a list.
            for (var item = index; last - index >= 2 && item <= last; item++)
            {
                if (!contents.Contains(NarrativeText.WithoutSpaces(flow[item].Paragraph!.PrintedText)))
                {
                    headings[item] = null;
                }
            }

            index = last;
        }
    }

    /// <summary>
    /// （一） to （四） are sentences, so （五）项目支出 1,612.29 万元，具体包括： is one too: items of one list are of one sort.
    /// </summary>
    private static void RemoveSiblingsOfSentences(ImmutableArray<FlowItem> flow, Heading?[] headings, HashSet<string> contents)
    {
        var sentences = 0;
        var candidates = new List<int>();
        for (var index = 0; index <= flow.Length; index++)
        {
            var paragraph = index < flow.Length ? flow[index].Paragraph : null;
            var isHigher = index == flow.Length || headings[index] is { Depth: < 3 };
            if (isHigher)
            {
                if (sentences > candidates.Count)
                {
                    candidates.ForEach(candidate => headings[candidate] = null);
                }

                sentences = 0;
                candidates.Clear();
            }
            else if (headings[index] is { Depth: 3 })
            {
                if (!contents.Contains(NarrativeText.WithoutSpaces(paragraph!.PrintedText)) && !paragraph.IsBold)
                {
                    candidates.Add(index);
                }
            }
            else if (paragraph is not null && HeadingNumber.Read(paragraph.Text).Depth == 3)
            {
                sentences++;
            }
        }
    }

    /// <summary>The size that most characters of the narrative are set in, to half a point.</summary>
    private static float BodySize(ImmutableArray<FlowItem> flow)
    {
        var characters = new SortedDictionary<int, int>();
        foreach (var item in flow)
        {
            if (item.Paragraph is { } paragraph)
            {
                var size = (int)MathF.Round(paragraph.FontSize * 2);
                characters[size] = characters.GetValueOrDefault(size) + paragraph.Text.Length;
            }
        }

        var best = 0;
        var most = 0;
        foreach (var (size, count) in characters)
        {
            if (count > most)
            {
                (best, most) = (size, count);
            }
        }

        return best / 2f;
    }
}
