namespace Extractor.Extracting.Sections;

/// <summary>The number that a heading starts with.</summary>
/// <param name="Depth">1 第一部分, 2 一、, 3 （一）, 4 1., 5 （1）; 0 where the text starts with no number.</param>
/// <param name="Value">The number itself: 3 for 三、.</param>
/// <param name="Length">Characters of the number with its punctuation.</param>
internal readonly record struct HeadingNumber(int Depth, int Value, int Length)
{
    private const int LongestNumber = 4;

    public static HeadingNumber Read(ReadOnlySpan<char> text)
    {
        var start = text.Length - text.TrimStart().Length;
        var rest = text[start..];
        if (rest.IsEmpty)
        {
            return default;
        }

        var number = rest[0] switch
        {
            '第' => ReadPart(rest),
            '（' or '(' => ReadBracketed(rest),
            _ => ReadPlain(rest),
        };
        return number.Depth == 0 ? default : number with { Length = number.Length + start };
    }

    /// <summary>第一部分, 第 一 部 分, 第一章.</summary>
    private static HeadingNumber ReadPart(ReadOnlySpan<char> text)
    {
        var index = SkipSpaces(text, 1);
        var length = ChineseNumberLength(text[index..]);
        if (length == 0)
        {
            return default;
        }

        var value = ChineseNumber(text.Slice(index, length));
        index = SkipSpaces(text, index + length);
        if (index < text.Length && text[index] is '部')
        {
            index = SkipSpaces(text, index + 1);
            return index < text.Length && text[index] is '分' ? new HeadingNumber(1, value, index + 1) : default;
        }

        return index < text.Length && text[index] is '章' ? new HeadingNumber(1, value, index + 1) : default;
    }

    private static HeadingNumber ReadBracketed(ReadOnlySpan<char> text)
    {
        var index = SkipSpaces(text, 1);
        var chinese = ChineseNumberLength(text[index..]);
        var digits = chinese > 0 ? 0 : DigitsLength(text[index..]);
        var length = chinese + digits;
        if (length == 0)
        {
            return default;
        }

        var value = chinese > 0 ? ChineseNumber(text.Slice(index, length)) : DigitNumber(text.Slice(index, length));
        index = SkipSpaces(text, index + length);
        return index < text.Length && text[index] is '）' or ')'
            ? new HeadingNumber(chinese > 0 ? 3 : 5, value, index + 1)
            : default;
    }

    private static HeadingNumber ReadPlain(ReadOnlySpan<char> text)
    {
        var chinese = ChineseNumberLength(text);
        if (chinese > 0)
        {
            var after = SkipSpaces(text, chinese);
            return after < text.Length && text[after] is '、' or '．' or '.'
                ? new HeadingNumber(2, ChineseNumber(text[..chinese]), after + 1)
                : default;
        }

        var digits = DigitsLength(text);
        if (digits is 0 or > 2)
        {
            return default;
        }

        // 1.5 is an amount, 1.办公费 is a heading.
        var dot = digits;
        return dot < text.Length && text[dot] is '.' or '．' or '、'
            && !(dot + 1 < text.Length && char.IsAsciiDigit(text[dot + 1]) && text[dot] is '.')
            ? new HeadingNumber(4, DigitNumber(text[..digits]), dot + 1)
            : default;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }

    private static int DigitsLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]) && length <= LongestNumber)
        {
            length++;
        }

        return length;
    }

    private static int ChineseNumberLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < LongestNumber && ChineseDigit(text[length]) >= 0)
        {
            length++;
        }

        return length;
    }

    private static int DigitNumber(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = value * 10 + (digit - '0');
        }

        return value;
    }

    /// <summary>一 to 九十九: 十二 is 12, 二十 is 20.</summary>
    private static int ChineseNumber(ReadOnlySpan<char> text)
    {
        var value = 0;
        var pending = 0;
        foreach (var character in text)
        {
            var digit = ChineseDigit(character);
            if (digit == 10)
            {
                value += (pending == 0 ? 1 : pending) * 10;
                pending = 0;
            }
            else
            {
                pending = digit;
            }
        }

        return value + pending;
    }

    private static int ChineseDigit(char character) => character switch
    {
        '〇' or '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => -1,
    };
}
