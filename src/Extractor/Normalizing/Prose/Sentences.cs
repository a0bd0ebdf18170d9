using Extractor.Model.Documents;
using Extractor.Model.Layout;

namespace Extractor.Normalizing.Prose;

/// <summary>What the words before a number say of it, and where a place of a paragraph stands on the page.</summary>
internal static class Sentences
{
    /// <summary>1 for an increase over the year before, -1 for a decrease, 0 where the words compare nothing.</summary>
    public static int ChangeSign(string lead)
    {
        var clause = LastClause(lead);
        var up = LastIndexOfAny(clause, "增加", "增长", "上升", "提高", "增幅");
        var down = LastIndexOfAny(clause, "减少", "下降", "降低", "减幅", "降幅");
        if (up < 0 && down < 0)
        {
            return 0;
        }

        // 对附属单位增加补助的支出 12 万元 compares nothing: the verb stands right before the number.
        var verb = Math.Max(up, down);
        return clause.Length - verb > 6 ? 0 : up > down ? 1 : -1;
    }

    private static int LastIndexOfAny(string text, params ReadOnlySpan<string> words)
    {
        var last = -1;
        foreach (var word in words)
        {
            last = Math.Max(last, text.LastIndexOf(word, StringComparison.Ordinal));
        }

        return last;
    }

    public static string LastClause(string lead)
    {
        var comma = lead.AsSpan().TrimEnd().LastIndexOfAny('，', ',', '：');
        return comma < 0 ? lead : lead[(comma + 1)..];
    }

    /// <summary>会议费, 面向中小企业: the clause names an expense of its own, which its heading does not mean.</summary>
    public static bool NamesAnotherExpense(string clause) =>
        clause.Contains("会议费", StringComparison.Ordinal) || clause.Contains("培训费", StringComparison.Ordinal) ||
        clause.Contains("中小", StringComparison.Ordinal) || clause.Contains("小微", StringComparison.Ordinal);

    /// <summary>The sentence that holds the characters from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static string Around(string text, int start, int end)
    {
        var first = text.AsSpan(0, start).LastIndexOfAny('。', '；', ';') + 1;
        var last = text.AsSpan(end).IndexOfAny('。', '；', ';');
        return text[first..(last < 0 ? text.Length : end + last)].Trim();
    }

    public static (int PageNumber, Box Box) PlaceOf(ExtractedParagraph paragraph, int index)
    {
        var line = paragraph.LineOffsets[0];
        foreach (var candidate in paragraph.LineOffsets)
        {
            if (candidate.Offset > index)
            {
                break;
            }

            line = candidate;
        }

        return (line.PageNumber, line.Box);
    }
}
