namespace Extractor.Pdf.Objects;

/// <summary>
/// Reads numbers (7.3.3), and what some writers take for numbers as other readers do:
/// <list type="bullet">
/// <item>Several signs before a number count as one, and any minus makes it negative: <c>--5</c> is -5.</item>
/// <item>A second point starts another number: <c>1.2.3</c> is 1.2 and 0.3.</item>
/// <item>A minus within a number ends its value, and the rest of the number is dropped: <c>0-1</c> is 0, <c>1.5-7</c> is 1.5.</item>
/// <item>A sign or a point alone is 0; one before another regular character starts a keyword.</item>
/// <item>An exponent is understood although PDF has none: <c>1e-3</c>.</item>
/// <item>An integer beyond 9,223,372,036,854,775,799 is a real number.</item>
/// </list>
/// </summary>
internal static class NumberSyntax
{
    /// <summary>The largest mantissa to which a digit can be added.</summary>
    private const long MantissaLimit = (long.MaxValue - 9) / 10;

    private const int LargestExponent = 300;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <param name="start">Of a digit, sign or point.</param>
    /// <returns>Where the number ends; <paramref name="start"/> when there is none.</returns>
    public static int Read(ReadOnlySpan<byte> data, int start, out long integer, out double number, out bool isReal)
    {
        var position = start;
        var negative = false;
        while ((uint)position < (uint)data.Length && data[position] is (byte)'-' or (byte)'+')
        {
            negative |= data[position] == '-';
            position++;
        }

        long mantissa = 0;
        var droppedDigits = 0;
        var digitsStart = position;
        uint digit;
        while ((uint)position < (uint)data.Length && (digit = (uint)(data[position] - '0')) <= 9)
        {
            if (mantissa <= MantissaLimit)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else
            {
                droppedDigits++;
            }

            position++;
        }

        var digits = position - digitsStart;
        var fractionDigits = 0;
        isReal = droppedDigits > 0;
        if ((uint)position < (uint)data.Length && data[position] == '.')
        {
            isReal = true;
            var fractionStart = ++position;
            while ((uint)position < (uint)data.Length && (digit = (uint)(data[position] - '0')) <= 9)
            {
                if (mantissa <= MantissaLimit && droppedDigits == 0)
                {
                    mantissa = (mantissa * 10) + digit;
                    fractionDigits++;
                }

                position++;
            }

            digits += position - fractionStart;
        }

        if ((uint)position < (uint)data.Length)
        {
            var following = data[position];
            if (digits == 0)
            {
                if (CharacterClass.Of(following) == CharacterClass.Regular)
                {
                    integer = 0;
                    number = 0;
                    return start;
                }
            }
            else if (following is (byte)'-' or (byte)'e' or (byte)'E')
            {
                position = ReadOddTail(data, position, ref isReal, ref fractionDigits);
            }
        }

        if (digits == 0)
        {
            isReal = false;
        }

        if (!isReal)
        {
            integer = negative ? -mantissa : mantissa;
            number = integer;
            return position;
        }

        var value = Scale(mantissa, droppedDigits - fractionDigits);
        number = negative ? -value : value;
        integer = 0;
        return position;
    }

    /// <summary>Reads what may follow the digits of a number against the rules: a minus with digits, or an exponent.</summary>
    private static int ReadOddTail(ReadOnlySpan<byte> data, int position, ref bool isReal, ref int fractionDigits)
    {
        if (data[position] == '-')
        {
            while (position < data.Length && (data[position] is (byte)'-' or (byte)'.' || CharacterClass.IsDigit(data[position])))
            {
                position++;
            }

            return position;
        }

        var exponentStart = position + 1;
        var negative = false;
        if (exponentStart < data.Length && data[exponentStart] is (byte)'-' or (byte)'+')
        {
            negative = data[exponentStart] == '-';
            exponentStart++;
        }

        var end = exponentStart;
        var exponent = 0;
        while (end < data.Length && CharacterClass.IsDigit(data[end]))
        {
            exponent = Math.Min((exponent * 10) + (data[end] - '0'), 2 * LargestExponent);
            end++;
        }

        if (end == exponentStart)
        {
            return position;
        }

        isReal = true;
        fractionDigits -= negative ? -exponent : exponent;
        return end;
    }

    private static double Scale(long mantissa, int exponent)
    {
        if (exponent == 0 || mantissa == 0)
        {
            return mantissa;
        }

        if (exponent < 0 && exponent >= -22)
        {
            return mantissa / PowersOfTen[-exponent];
        }

        return exponent is > 0 and <= 22
            ? mantissa * PowersOfTen[exponent]
            : Math.Clamp(mantissa * Math.Pow(10, Math.Clamp(exponent, -LargestExponent, LargestExponent)), -1e300, 1e300);
    }
}
