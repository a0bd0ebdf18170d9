using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>How a printed number in front of a row's name is written; the order is the usual nesting.</summary>
public enum NumberingStyle
{
    None,

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
        var text = FoldedText.Of(printed);
        if (text.Length == 0)
        {
            return new Numbering(NumberingStyle.None, 0, text);
        }

        if (text[0] is >= '①' and <= '⑳')
        {
            return new Numbering(NumberingStyle.Circled, text[0] - '①' + 1, text[1..].TrimStart(Marks));
        }

        var inBrackets = text[0] == '(';
        var position = inBrackets ? 1 : 0;
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        var arabic = position > start;
        if (!arabic)
        {
            while (position < text.Length && Digits.Contains(text[position], StringComparison.Ordinal))
            {
                position++;
            }
        }

        var number = text.AsSpan(start, position - start);
        if (number.IsEmpty || number.Length > 3 || position >= text.Length)
        {
            return new Numbering(NumberingStyle.None, 0, text);
        }

        var ordinal = arabic ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : FromChinese(number);
        if (inBrackets)
        {
            return text[position] == ')'
                ? new Numbering(arabic ? NumberingStyle.ArabicInBrackets : NumberingStyle.ChineseInBrackets, ordinal,
                    text[(position + 1)..].TrimStart(Marks))
                : new Numbering(NumberingStyle.None, 0, text);
        }

        var separated = text[position] is '、' or '.' or ',' or '·' or ')';
        if (!separated || (arabic && text[position] == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])))
        {
            return new Numbering(NumberingStyle.None, 0, text);
        }

        return new Numbering(arabic ? NumberingStyle.Arabic : NumberingStyle.Chinese, ordinal, text[(position + 1)..].TrimStart(Marks));
    }

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
