namespace Extractor.Tables.Text;

/// <summary>Kinds of characters that decide whether two of them are told apart by a space.</summary>
internal static class Characters
{
    /// <summary>
    /// Chinese, Japanese and Korean letters and the punctuation set with them (full width), which stand side by side
    /// without spaces.
    /// </summary>
    public static bool IsIdeographic(char letter) => letter is
        (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F')
        or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD840' and <= '\uDFFF') or (>= '\uAC00' and <= '\uD7A3')
        or '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\u2014' or '\u2026';

    /// <summary>A character of a printed amount.</summary>
    public static bool IsNumeric(char letter) => char.IsAsciiDigit(letter) || letter is '.' or ',' or '-' or '%' or '+';

    public static bool IsNumeric(ReadOnlySpan<char> text)
    {
        var hasDigit = false;
        foreach (var letter in text)
        {
            if (!IsNumeric(letter))
            {
                return false;
            }

            hasDigit |= char.IsAsciiDigit(letter);
        }

        return hasDigit;
    }

    /// <summary>
    /// A number as statistics of any country print it, without its spaces: also <c>$1,234</c>, <c>(1,234)</c> for less than nothing, and
    /// <c>12,5</c>. Brackets around a bare number are those of a list.
    /// </summary>
    public static bool IsFigure(ReadOnlySpan<char> text)
    {
        var bare = text.TrimStart("$€£¥￥");
        if (bare is ['(', .. var inner, ')'] && inner.IndexOfAny('.', ',') >= 0)
        {
            bare = inner;
        }

        var comma = bare.LastIndexOf(',');
        return IsOneNumber(bare) || (comma > 0 && bare[(comma + 1)..] is { Length: 1 or 2 } decimals && IsOneNumber(bare[..comma])
            && decimals.IndexOfAnyExceptInRange('0', '9') < 0 && bare[..comma].IndexOfAny('.', ',', '%') < 0);
    }

    /// <summary>One well-formed printed number: <c>-1,234.50</c>, <c>12.5%</c>, <c>2080505</c>.</summary>
    public static bool IsOneNumber(ReadOnlySpan<char> text)
    {
        var index = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var end = text.Length > 0 && text[^1] == '%' ? text.Length - 1 : text.Length;
        int digits = 0, group = -1;
        for (; index < end && text[index] != '.'; index++)
        {
            if (text[index] == ',')
            {
                if (group is not -1 and not 3 || (group == -1 && digits is 0 or > 3))
                {
                    return false;
                }

                group = 0;
            }
            else if (char.IsAsciiDigit(text[index]))
            {
                digits++;
                group += group >= 0 ? 1 : 0;
            }
            else
            {
                return false;
            }
        }

        if (group is not -1 and not 3)
        {
            return false;
        }

        if (index == end)
        {
            return digits > 0;
        }

        var decimals = text[(index + 1)..end];
        return decimals.Length > 0 && digits > 0 && decimals.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
