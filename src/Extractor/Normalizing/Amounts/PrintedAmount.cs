using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Amounts;

/// <summary>What a cell of an amount column holds. Blank, dash, zero and unreadable are four things.</summary>
public enum AmountReading
{
    Blank,

    /// <summary>A dash or stroke: the publisher says that there is no figure. No value, not zero.</summary>
    Dash,

    Amount,

    /// <summary>A figure with a per cent sign.</summary>
    Percent,

    /// <summary>Words without a figure.</summary>
    Words,

    /// <summary>Digits that make no number, or a number with something else beside it.</summary>
    Unreadable,
}

/// <summary>An amount as printed, in its printed unit.</summary>
/// <param name="Decimals">Places printed after the point: its rounding is half a unit of the last one.</param>
public readonly partial record struct PrintedAmount(decimal Value, int Decimals)
{
    /// <summary>More digits than the published money can hold; such a cell is no amount.</summary>
    private const int MostDigits = 22;

    /// <summary>Of a note below the table, beside the figure that it explains (3e72ddc9f765 page 20).</summary>
    private static readonly char[] NoteMarks = [' ', '\u3000', '\n', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'];

    private static readonly WordSet NoAmount = ReadingWords.Of(WordList.NoAmount);

    /// <summary>
    /// Reads the text of one cell: full-width digits, thousands separators, marks of notes and the printed forms of minus are understood.
    /// </summary>
    public static AmountReading Read(string text, out PrintedAmount amount)
    {
        amount = default;
        text = text.Trim(NoteMarks) is { Length: > 0 } figure ? figure : text;
        var folded = FoldedText.Of(text).AsSpan();
        if (folded.IsEmpty)
        {
            return AmountReading.Blank;
        }

        if (folded.TrimStart("-/").IsEmpty || NoAmount.Matches(folded))
        {
            return AmountReading.Dash;
        }

        if (!folded.ContainsAnyInRange('0', '9'))
        {
            return AmountReading.Words;
        }

        var percent = folded[^1] == '%';
        if (percent)
        {
            folded = folded[..^1];
        }

        folded = folded.TrimStart("¥￥");
        if (folded.IsEmpty || HoldsTwoNumbers(text) || !TryParse(folded, out amount))
        {
            return AmountReading.Unreadable;
        }

        return percent ? AmountReading.Percent : AmountReading.Amount;
    }

    /// <summary>The text is a name and no figure, though it may hold digits: <c>1.公务用车购置费</c>.</summary>
    public static bool IsName(string text) =>
        Read(text, out _) is AmountReading.Words or AmountReading.Unreadable && text.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff');

    /// <summary>Two numbers with a blank between them are not one, unless the blanks divide the thousands: <c>1 234 567.89</c>.</summary>
    private static bool HoldsTwoNumbers(string text)
    {
        var isApart = false;
        for (var index = 1; index + 1 < text.Length && !isApart; index++)
        {
            isApart = char.IsWhiteSpace(text[index]) && char.IsDigit(text[index - 1]) && text.AsSpan(index).TrimStart() is [var next, ..] &&
                char.IsDigit(next);
        }

        return isApart && !ThousandsByBlanks().IsMatch(text) && !WrappedBeforeLastPlace().IsMatch(text);
    }

    /// <summary>
    /// 1378.4 / 1: a narrow cell breaks the line before the second place; no second amount is one digit beside one place.
    /// </summary>
    [GeneratedRegex(@"^[\-−－]?\d[\d,，]*[.．]\d\s\d$", RegexOptions.CultureInvariant)]
    private static partial Regex WrappedBeforeLastPlace();

    [GeneratedRegex(@"^[\-−－]?\d{1,3}(?:\s\d{3})+[.．]\d+$")]
    private static partial Regex ThousandsByBlanks();

    private static bool TryParse(ReadOnlySpan<char> text, out PrintedAmount amount)
    {
        amount = default;
        var negative = false;
        if (text[0] is '-' or '△' or '▲')
        {
            negative = true;
            text = text[1..];
        }
        else if (text[0] == '(' && text[^1] == ')' && text.ContainsAny('.', ','))
        {
            // An accountant's negative. A bare (3) is an ordinal and is left alone.
            negative = true;
            text = text[1..^1];
        }

        if (text.IsEmpty || !(char.IsAsciiDigit(text[0]) || text[0] == '.'))
        {
            return false;
        }

        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (fraction.ContainsAnyExceptInRange('0', '9') || (point >= 0 && fraction.IsEmpty) || !(whole.IsEmpty || IsWhole(whole)) ||
            text.Length > MostDigits)
        {
            return false;
        }

        var value = decimal.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        amount = new PrintedAmount(negative ? -value : value, fraction.Length);
        return true;
    }

    /// <summary>
    /// Digits alone, or digits in groups of three behind a first group. A spreadsheet format that sets one comma alone prints 117480,898;
    /// amounts have no three places behind a comma.
    /// </summary>
    private static bool IsWhole(ReadOnlySpan<char> whole)
    {
        if (!whole.Contains(','))
        {
            return !whole.ContainsAnyExceptInRange('0', '9');
        }

        var first = true;
        foreach (var range in whole.Split(','))
        {
            var group = whole[range];
            if (group.ContainsAnyExceptInRange('0', '9') || (first ? group.Length == 0 : group.Length != 3))
            {
                return false;
            }

            first = false;
        }

        return true;
    }
}
