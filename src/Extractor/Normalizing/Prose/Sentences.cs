using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Prose;

/// <summary>What the words before a number say of it, and where a place of a paragraph stands on the page.</summary>
internal static class Sentences
{
    private static readonly WordSet Increase = ReadingWords.Of(WordList.Increase);
    private static readonly WordSet Decrease = ReadingWords.Of(WordList.Decrease);
    private static readonly WordSet Reasons = ReadingWords.Of(WordList.ReasonOpening);

    /// <summary>Characters between the end of a change's sentence and the word that opens its reason (其, 增长的).</summary>
    private const int LongestBeforeReason = 8;

    private static readonly WordSet OtherExpenses = ReadingWords.Of(WordList.OtherExpense);

    /// <summary>1 for an increase over the year before, -1 for a decrease, 0 where the words compare nothing.</summary>
    public static int ChangeSign(string lead)
    {
        var clause = LastClause(lead);
        var up = Increase.LastIndexIn(clause);
        var down = Decrease.LastIndexIn(clause);
        if (up < 0 && down < 0)
        {
            return 0;
        }

        // 对附属单位增加补助的支出 12 万元 compares nothing: the verb stands right before the number.
        var verb = Math.Max(up, down);
        return clause.Length - verb > 6 ? 0 : up > down ? 1 : -1;
    }

    /// <summary>Where the last verb of a change begins in a clause; -1 without one.</summary>
    public static int VerbIn(string clause) => Math.Max(Increase.LastIndexIn(clause), Decrease.LastIndexIn(clause));

    /// <summary>
    /// The reason that the same sentence gives behind a change; null where it gives none before the next figure but a percentage.
    /// </summary>
    public static string? ReasonAfter(string text, int end)
    {
        var sentence = text.AsSpan(end);
        var stop = sentence.IndexOfAny('。', '；', ';');

        // 增长 4.2%。主要原因是…: the reason may be a sentence of its own, right behind.
        if (stop >= 0 && Reasons.FirstIndexIn(sentence[..stop]) < 0 && Reasons.FirstIndexIn(sentence[stop..]) is >= 0
            and <= LongestBeforeReason)
        {
            var next = sentence[(stop + 1)..].IndexOfAny('。', '；', ';');
            stop = next < 0 ? -1 : stop + 1 + next;
        }

        sentence = stop < 0 ? sentence : sentence[..stop];
        foreach (var opening in Reasons.Words)
        {
            if (sentence.IndexOf(opening.Text, StringComparison.Ordinal) is >= 0 and var found)
            {
                var reason = sentence[(found + opening.Text.Length)..].Trim("：: ");
                return reason.IsEmpty ? null : reason.ToString();
            }
        }

        return null;
    }

    public static string LastClause(string lead)
    {
        var comma = lead.AsSpan().TrimEnd().LastIndexOfAny('，', ',', '：');
        return comma < 0 ? lead : lead[(comma + 1)..];
    }

    /// <summary>会议费, 面向中小企业: the clause names an expense of its own, which its heading does not mean.</summary>
    public static bool NamesAnotherExpense(string clause) => OtherExpenses.Matches(clause);

    /// <summary>The sentence that holds the characters from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static string Around(string text, int start, int end)
    {
        var first = text.AsSpan(0, start).LastIndexOfAny('。', '；', ';') + 1;
        var last = text.AsSpan(end).IndexOfAny('。', '；', ';');
        return text[first..(last < 0 ? text.Length : end + last)].Trim();
    }
}
