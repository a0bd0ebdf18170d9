using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>How a printed number in front of a row's name is written; the order is the usual nesting.</summary>
public enum NumberingStyle
{
    None,

    /// <summary>A. A、</summary>
    Letter,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>（一）</summary>
    ChineseInBrackets,

    /// <summary>1. 1、</summary>
    Arabic,

    /// <summary>(1)</summary>
    ArabicInBrackets,

    /// <summary>①</summary>
    Circled,
}

/// <summary>The number in front of a row's name, which often is all that shows how rows nest.</summary>
/// <param name="Ordinal">Its value: 3 for 三、; 0 without one.</param>
/// <param name="Rest">The folded name behind it.</param>
public readonly record struct Numbering(NumberingStyle Style, int Ordinal, string Rest)
{
    private const string Digits = "零一二三四五六七八九十";

    private static readonly char[] Marks = ['、', '.'];

    public static Numbering Of(string printed)
    {
        var text = Translation.Without(FoldedText.Of(printed));
        if (text.Length == 0)
        {
            return new Numbering(NumberingStyle.None, 0, text);
        }

        if (text[0] is >= '①' and <= '⑳')
        {
            return new Numbering(NumberingStyle.Circled, text[0] - '①' + 1, text[1..].TrimStart(Marks));
        }

        if (text[0] is >= 'A' and <= 'Z' && text.Length > 2 && text[1] is '、' or '.' && !char.IsAscii(text[2]))
        {
            return new Numbering(NumberingStyle.Letter, text[0] - 'A' + 1, text[2..]);
        }

        var inBrackets = text[0] == '(';
        var start = inBrackets ? 1 : 0;
        var length = LengthOf("0123456789", text.AsSpan(start));
        var arabic = length > 0;
        length = arabic ? length : LengthOf(Digits, text.AsSpan(start));
        var position = start + length;
        if (length is 0 or > 3 || position >= text.Length ||
            !(inBrackets ? text[position] == ')' : IsSeparated(text.AsSpan(position), arabic)))
        {
            return new Numbering(NumberingStyle.None, 0, text);
        }

        var number = text.AsSpan(start, length);
        return new Numbering(
            StyleOf(arabic, inBrackets),
            arabic ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : FromChinese(number),
            text[(position + 1)..].TrimStart(Marks));
    }

    private static NumberingStyle StyleOf(bool arabic, bool inBrackets) => (arabic, inBrackets) switch
    {
        (true, true) => NumberingStyle.ArabicInBrackets,
        (false, true) => NumberingStyle.ChineseInBrackets,
        (true, false) => NumberingStyle.Arabic,
        _ => NumberingStyle.Chinese,
    };

    private static int LengthOf(string digits, ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(digits) is >= 0 and var length ? length : text.Length;

    /// <summary>A mark stands behind the number, and it is no decimal point.</summary>
    private static bool IsSeparated(ReadOnlySpan<char> behind, bool arabic) =>
        behind[0] is '、' or '.' or ',' or '·' or ')' &&
        !(arabic && behind[0] == '.' && behind.Length > 1 && char.IsAsciiDigit(behind[1]));

    /// <summary>一 to 九十九.</summary>
    private static int FromChinese(ReadOnlySpan<char> number)
    {
        var ten = number.IndexOf('十');
        if (ten < 0)
        {
            return number.Length == 1 ? Digits.IndexOf(number[0], StringComparison.Ordinal) : 0;
        }

        var tens = ten == 0 ? 1 : Digits.IndexOf(number[0], StringComparison.Ordinal);
        var ones = ten + 1 < number.Length ? Digits.IndexOf(number[ten + 1], StringComparison.Ordinal) : 0;
        return (tens * 10) + ones;
    }
}
