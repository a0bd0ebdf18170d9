namespace Extractor.Model.Documents;

/// <summary>
/// Numbers with a decimal point or thousands separators in a text: what the page ledger counts on the page and in what is published
/// by one and the same rule.
/// </summary>
public static class SeparatedNumbers
{
    /// <summary>The digits after a thousands separator.</summary>
    private const int Group = 3;

    /// <returns>From left to right. Dates and chapter numbers (2024.1.5) are among them, lists (1,2,3) are not.</returns>
    public static IEnumerable<Range> In(ReadOnlySpan<char> text)
    {
        List<Range>? found = null;
        var start = 0;
        while (start < text.Length)
        {
            if (!char.IsAsciiDigit(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            var isSeparated = false;
            while (end < text.Length)
            {
                if (char.IsAsciiDigit(text[end]))
                {
                    end++;
                    continue;
                }

                var digits = text[end] is '.' or ',' ? DigitsFrom(text, end + 1) : 0;
                if (digits == 0 || (text[end] == ',' && digits != Group))
                {
                    break;
                }

                isSeparated = true;
                end += 1 + digits;
            }

            if (isSeparated)
            {
                (found ??= []).Add(start..end);
            }

            start = end;
        }

        return found ?? Enumerable.Empty<Range>();
    }

    private static int DigitsFrom(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }
}
