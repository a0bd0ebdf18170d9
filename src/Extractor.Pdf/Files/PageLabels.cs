using System.Globalization;
using System.Text;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>Page labels (12.4.2): the numbers that are printed on pages, such as iv or A-3.</summary>
internal static class PageLabels
{
    /// <summary>Largest number that is written in letters or Roman figures.</summary>
    private const int MaximumLetters = 26 * 40;

    /// <summary>One for each page; null where the file has none.</summary>
    public static string[]? Read(PdfDictionary catalog, int pageCount)
    {
        if (catalog.GetDictionary("PageLabels") is not { } root)
        {
            return null;
        }

        var ranges = new SortedDictionary<int, PdfDictionary>();
        foreach (var (key, value) in NameTree.Read(root, "Nums"))
        {
            if (PdfDictionary.ToInteger(key, -1) is >= 0 and var first && first < pageCount &&
                PdfDictionary.ToDictionary(value) is { } range)
            {
                ranges[first] = range;
            }
        }

        var labels = new string[pageCount];
        PdfDictionary? current = null;
        var start = 0;
        for (var page = 0; page < pageCount; page++)
        {
            if (ranges.TryGetValue(page, out var next))
            {
                (current, start) = (next, page);
            }

            labels[page] = current is null
                ? (page + 1).ToString(CultureInfo.InvariantCulture)
                : current.GetString("P")?.ToText() + NumberOf(current, page - start);
        }

        return labels;
    }

    private static string NumberOf(PdfDictionary range, int offset)
    {
        var number = (long)Math.Max(range.GetInteger("St", 1), 1) + offset;
        return range.GetName("S") switch
        {
            null => string.Empty,
            "R" when number <= MaximumLetters => Roman((int)number),
            "r" when number <= MaximumLetters => Roman((int)number).ToLowerInvariant(),
            "A" when number <= MaximumLetters => Letters((int)number, 'A'),
            "a" when number <= MaximumLetters => Letters((int)number, 'a'),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Roman(int number)
    {
        ReadOnlySpan<(int Value, string Figure)> figures =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        ];
        var text = new StringBuilder();
        foreach (var (value, figure) in figures)
        {
            for (; number >= value; number -= value)
            {
                text.Append(figure);
            }
        }

        return text.ToString();
    }

    /// <summary>A to Z, then AA to ZZ, then AAA.</summary>
    private static string Letters(int number, char first) => new((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
