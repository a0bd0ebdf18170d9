namespace Extractor.Site.Search;

/// <summary>
/// What an amount is found by, alike here and in <c>web/src/pages/search/amounts.ts</c>: words of two letters, so that each is one pair.
/// They know the amount less exactly than the entry, which is asked for the rest.
/// </summary>
internal static class AmountWords
{
    private const char FirstOfHundreds = '\u4E00';
    private const char FirstOfLeading = '\uAC00';
    private const int Letters = 10_000;

    /// <summary>100 万元, a million: pages show sums from here on by their first four digits (8,403 万元, ¥84.03 m).</summary>
    private const decimal LeadingFrom = 1_000_000;

    /// <summary>Of the hundreds of yuan, which are the second decimal of 万元; and of the first four digits from a million on.</summary>
    /// <param name="yuan">Not below nought.</param>
    public static string[] Of(decimal yuan)
    {
        var hundreds = (long)(yuan / 100);
        var word = Word(FirstOfHundreds, hundreds / Letters % Letters, hundreds % Letters);
        if (yuan < LeadingFrom)
        {
            return [word];
        }

        var (digits, size) = ((long)yuan, 0);
        for (; digits >= Letters; size++)
        {
            digits /= 10;
        }

        return [word, Word(FirstOfLeading, size, digits)];
    }

    private static string Word(char first, long left, long right) => new([(char)(first + left), (char)(first + right)]);
}
