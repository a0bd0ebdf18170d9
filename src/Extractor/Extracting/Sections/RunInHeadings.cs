using System.Buffers;
using System.Collections.Immutable;
using Extractor.Extracting.Words;
using Extractor.Model.Documents;

namespace Extractor.Extracting.Sections;

/// <summary>
/// Headings that are printed in one paragraph with their text: <c>（二）政府采购情况。2026年政府采购预算…</c>. Sentences of a list are
/// numbered alike; what tells headings is that most numbered paragraphs of one list begin with the name of a matter, not with a sentence.
/// </summary>
internal static class RunInHeadings
{
    /// <summary>Marks and figures that a name has not.</summary>
    private static readonly SearchValues<char> NotOfNames = SearchValues.Create("，；：,;:0123456789");

    /// <summary>A longer beginning is a sentence.</summary>
    private const int LongestTitle = 20;

    /// <summary>A list has at least so many numbered paragraphs.</summary>
    private const int FewestItems = 2;

    /// <summary>What names of matters end with in explanations of budgets.</summary>
    private static readonly LayoutWords Endings = LayoutWords.Of(LayoutWordList.MatterEnding);

    /// <returns>The flow with these headings parted from their paragraphs.</returns>
    public static ImmutableArray<FlowItem> Part(ImmutableArray<FlowItem> flow)
    {
        var cuts = new Dictionary<int, int>();
        for (var depth = 2; depth <= 3; depth++)
        {
            FindCuts(flow, depth, cuts);
        }

        if (cuts.Count == 0)
        {
            return flow;
        }

        var parted = ImmutableArray.CreateBuilder<FlowItem>(flow.Length + cuts.Count);
        for (var index = 0; index < flow.Length; index++)
        {
            if (!cuts.TryGetValue(index, out var cut))
            {
                parted.Add(flow[index]);
                continue;
            }

            var paragraph = flow[index].Paragraph!;
            parted.Add(new FlowItem(First(paragraph, cut), 0));
            if (cut < paragraph.Text.Length)
            {
                parted.Add(new FlowItem(Rest(paragraph, cut), 0));
            }
        }

        return parted.ToImmutable();
    }

    /// <summary>Adds, for each numbered paragraph of a list of matters, the end of its name.</summary>
    private static void FindCuts(ImmutableArray<FlowItem> flow, int depth, Dictionary<int, int> cuts)
    {
        var list = new List<(int Index, int Cut)>();
        for (var index = 0; index <= flow.Length; index++)
        {
            var text = index < flow.Length ? flow[index].Paragraph?.Text : string.Empty;
            var number = text is null ? default : HeadingNumber.Read(text);
            if (number.Depth == depth)
            {
                list.Add((index, EndOfName(text, number.Length)));
            }
            else if (index == flow.Length || number.Depth > 0 && number.Depth < depth)
            {
                AddMatters(flow, list, cuts);
                list.Clear();
            }
        }
    }

    private static void AddMatters(ImmutableArray<FlowItem> flow, List<(int Index, int Cut)> list, Dictionary<int, int> cuts)
    {
        var names = list.Count(item => item.Cut > 0 && Endings.End(flow[item.Index].Paragraph!.Text.AsSpan(0, item.Cut - 1)));
        if (names < FewestItems || names * 2 < list.Count)
        {
            return;
        }

        foreach (var (index, cut) in list)
        {
            if (cut > 0)
            {
                cuts.TryAdd(index, cut);
            }
        }
    }

    /// <summary>
    /// The index after the full stop that ends a name of few words without figures; 0 where the paragraph begins otherwise.
    /// </summary>
    private static int EndOfName(string? text, int start)
    {
        var stop = text?.IndexOf('。', StringComparison.Ordinal) ?? -1;
        return stop > start && stop - start <= LongestTitle && !text.AsSpan(start, stop - start).ContainsAny(NotOfNames)
            ? stop + 1
            : 0;
    }

    private static NarrativeParagraph First(NarrativeParagraph paragraph, int cut)
    {
        var text = paragraph.Text[..cut];
        var lines = paragraph.Lines.Where(line => line.Offset < cut).ToImmutableArray();
        return paragraph with
        {
            Paragraph = new ExtractedParagraph(text, lines),
            PrintedText = text,
            IsRunIn = true,
        };
    }

    private static NarrativeParagraph Rest(NarrativeParagraph paragraph, int cut)
    {
        var first = 0;
        while (first + 1 < paragraph.Lines.Length && paragraph.Lines[first + 1].Offset <= cut)
        {
            first++;
        }

        var lines = paragraph.Lines[first..].Select(line => line with { Offset = Math.Max(0, line.Offset - cut) }).ToImmutableArray();
        var text = paragraph.Text[cut..];
        return paragraph with
        {
            Paragraph = new ExtractedParagraph(text, lines),
            PrintedText = text,
            IsFirstOfPage = false,
        };
    }
}
