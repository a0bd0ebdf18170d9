using System.Collections.Immutable;
using Extractor.Extracting.Words;

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

    /// <summary>概况: a shorter line at the top of a page is no heading.</summary>
    private const int ShortestTitle = 2;

    /// <summary>So many paragraphs of prose before any table make a part one of text.</summary>
    private const int FewestSentences = 2;

    /// <summary>More digits than a year has, at the end of a line, are an amount.</summary>
    private const int LongFigure = 5;

    /// <summary>A heading is set in a size at least this much bigger than the running text.</summary>
    private const float BiggerRatio = 1.1f;

    private static readonly LayoutWords PartsOfText = LayoutWords.Of(LayoutWordList.PartOfText);
    private static readonly LayoutWords PartsOfTables = LayoutWords.Of(LayoutWordList.PartOfTables);
    private static readonly LayoutWords TableTitleEndings = LayoutWords.Of(LayoutWordList.TableTitleEnding);
    private static readonly LayoutWords AnnouncementEndings = LayoutWords.Of(LayoutWordList.AnnouncementEnding);

    /// <returns>For each item of the flow, the heading that it is, or null.</returns>
    public static Heading?[] Find(ImmutableArray<FlowItem> flow, ContentsList contents)
    {
        var headings = new Heading?[flow.Length];
        var bodySize = BodySize(flow);
        for (var index = 0; index < flow.Length; index++)
        {
            if (flow[index].Paragraph is { } paragraph)
            {
                headings[index] = Read(paragraph, contents, bodySize) ?? ReadTitle(flow, index, contents);
            }
        }

        KeepPartsOfText(flow, headings);

        RemoveListItems(flow, headings, contents);
        RemoveSiblingsOfSentences(flow, headings, contents);
        return headings;
    }

    private static Heading? Read(NarrativeParagraph paragraph, ContentsList contents, float bodySize)
    {
        var text = paragraph.PrintedText;
        var number = HeadingNumber.Read(text);
        if (paragraph.IsRunIn)
        {
            return new Heading(number.Depth, HeadingRole.Section);
        }

        var title = number.Depth == 0 ? text.AsSpan() : text.AsSpan(number.Length).Trim();
        var bare = NarrativeText.WithoutSpaces(title);
        if (number.Depth is 1 or 2 && PartRole(bare, number.Depth) is { } role)
        {
            return new Heading(role == HeadingRole.TablesPart ? 1 : 0, role);
        }

        var inContents = contents.Names(text);
        var isEmphasized = paragraph.IsBold || paragraph.FontSize > bodySize * BiggerRatio;
        var isHeading = number.Depth switch
        {
            0 => inContents && !ContentsLines.IsTitle(text) && text.Length <= LongestHeading && (isEmphasized || paragraph.IsCentred),
            1 => IsName(bare),
            2 or 3 => IsName(bare) && (inContents || !HasSentenceInside(bare)),
            _ => IsName(bare) && inContents && isEmphasized,
        };
        return isHeading ? new Heading(Math.Max(number.Depth, 1), HeadingRole.Section) : null;
    }

    /// <summary>Behind a number stands the name of a section, no sentence and no row of a table.</summary>
    private static bool IsName(string bare) =>
        bare.Length is > 0 and <= LongestHeading && !EndsSentence(bare) && !EndsWithFigure(bare);

    /// <summary>
    /// A heading without a number: the first line of its page, set apart from the text below it, and the contents list ends with its words
    /// or it is centred and set larger or bolder than that text. The title over the first text of a document is none.
    /// </summary>
    private static Heading? ReadTitle(ImmutableArray<FlowItem> flow, int index, ContentsList contents)
    {
        var paragraph = flow[index].Paragraph!;
        var text = paragraph.Text;
        if (!CanBeTitle(text) || index + 1 == flow.Length || flow[index + 1].Paragraph is not { } below ||
            below.PageFirst != paragraph.PageLast)
        {
            return null;
        }

        var isLarger = paragraph.FontSize > below.FontSize * BiggerRatio || paragraph.IsBold && !below.IsBold;
        var isApart = paragraph.IsCentred && !below.IsCentred;
        return contents.NamesEndOf(text) && contents.StandsBefore(paragraph.PageFirst) && (isLarger || isApart || paragraph.IsFirstOfPage)
            || paragraph.IsFirstOfPage && isLarger && isApart && paragraph.PageFirst > 1
                && (below.Text.Length > LongestHeading / 2 || HeadingNumber.Read(below.Text).Depth == 2)
            ? new Heading(1, HeadingRole.Section)
            : null;
    }

    private static bool CanBeTitle(string text) =>
        text.Length is >= ShortestTitle and <= LongestHeading && HeadingNumber.Read(text).Depth == 0 && !EndsSentence(text) &&
        !ContentsLines.IsTitle(text) && !text.AsSpan().ContainsAny("。：:") && !IsTableTitle(text);

    /// <summary>A part that is named for its tables and holds prose before any table is a part of the text: 第五部分 附件, a report.</summary>
    private static void KeepPartsOfText(ImmutableArray<FlowItem> flow, Heading?[] headings)
    {
        for (var index = 0; index < flow.Length; index++)
        {
            if (headings[index] is { Role: HeadingRole.TablesPart } && IsProseNext(flow, headings, index))
            {
                headings[index] = new Heading(HeadingNumber.Read(flow[index].Paragraph!.PrintedText).Depth, HeadingRole.Section);
            }
        }
    }

    private static bool IsProseNext(ImmutableArray<FlowItem> flow, Heading?[] headings, int part)
    {
        var sentences = 0;
        for (var index = part + 1; index < flow.Length && flow[index].Paragraph is { } paragraph; index++)
        {
            if (headings[index] is { Depth: 1 } or { Role: not HeadingRole.Section })
            {
                return false;
            }

            sentences += paragraph.Text.Length >= LongestHeading && paragraph.Text.Contains('。', StringComparison.Ordinal) ? 1 : 0;
            if (sentences == FewestSentences)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a heading names the part of the document that holds the text, or the tables.</summary>
    private static HeadingRole? PartRole(string title, int depth)
    {
        if (PartsOfText.Are(title))
        {
            return HeadingRole.TextPart;
        }

        if (PartsOfTables.Are(title))
        {
            return HeadingRole.TablesPart;
        }

        return depth == 1 && IsTableTitle(title) ? HeadingRole.TablesPart : null;
    }

    private static bool IsTableTitle(string title) => TableTitleEndings.End(title);

    private static bool EndsSentence(string text) => text is [.., '。' or '；' or '，' or '、' or ';' or ',']
        || AnnouncementEndings.End(text.AsSpan().TrimEnd("：:"));

    /// <summary>A row of a table whose lines were not found: 三、大中型水库移民后期扶持基金252204.</summary>
    private static bool EndsWithFigure(string text) => text.Length - text.AsSpan().TrimEnd("0123456789.,").Length >= LongFigure;

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
    private static void RemoveListItems(ImmutableArray<FlowItem> flow, Heading?[] headings, ContentsList contents)
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
                if (!contents.Names(flow[item].Paragraph!.PrintedText))
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
    private static void RemoveSiblingsOfSentences(ImmutableArray<FlowItem> flow, Heading?[] headings, ContentsList contents)
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
                if (!contents.Names(paragraph!.PrintedText) && !paragraph.IsBold && !paragraph.IsRunIn)
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
