using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>
/// One printed heading, taken apart: the year that stands in it, whether it is a “其中”, its unit, and the words that are left.
/// </summary>
/// <param name="Words">Folded, without year, 其中, numbering and unit: 预算数 for <c>2026年预算数（万元）</c>.</param>
/// <param name="Bare">The words without what stands in brackets: 事业收入 for <c>事业收入（不含教育收费）</c>.</param>
/// <param name="Year">A calendar year named in the heading; null without one.</param>
/// <param name="IsOfWhich">The heading begins with 其中: it is a part of the column before it.</param>
public readonly record struct HeadingText(string Words, string Bare, int? Year, bool IsOfWhich)
{
    private static readonly WordSet OfWhich = ReadingWords.Of(WordList.OfWhich);
    private static readonly WordSet ColumnNumbers = ReadingWords.Of(WordList.ColumnNumber);
    private static readonly WordSet YearWords = ReadingWords.Of(WordList.YearWord);
    private static readonly char[] Marks = ['*', '#', ':', ',', '、', '.'];

    public static HeadingText Of(string printed)
    {
        var folded = Translation.Without(FoldedText.Of(printed));
        var ofWhich = false;
        if (OfWhich.BeginOf(folded) is { } opening)
        {
            ofWhich = true;
            folded = folded[opening.Length..];
        }

        var year = TakeYear(ref folded);
        folded = Numbering.Of(folded).Rest;
        folded = AmountUnit.Without(folded).Trim(Marks);
        return new HeadingText(folded, WithoutBrackets(folded), year, ofWhich);
    }

    /// <summary>Column numbers (栏次 1 2 3, ** **) that some publishers print under the headings.</summary>
    public bool IsOrdinal => ColumnNumbers.Without(Words).AsSpan().TrimStart("0123456789=+-()").IsEmpty;

    /// <summary>All calendar years that a title or the headings over a column name.</summary>
    internal static IReadOnlyList<int> YearsIn(string printed)
    {
        var folded = FoldedText.Of(printed);
        var years = new List<int>();
        while (TakeYear(ref folded) is { } year)
        {
            years.Add(year);
        }

        return years;
    }

    /// <summary>Removes the first year (2026年, 2026年度, 2026) from <paramref name="folded"/>.</summary>
    private static int? TakeYear(ref string folded)
    {
        for (var index = 0; index + 4 <= folded.Length; index++)
        {
            if (!folded.AsSpan(index, 4).ContainsAnyExceptInRange('0', '9') && folded[index] == '2' && folded[index + 1] == '0' &&
                (index == 0 || !char.IsAsciiDigit(folded[index - 1])))
            {
                var end = index + 4;
                if (end < folded.Length && char.IsAsciiDigit(folded[end]))
                {
                    continue;
                }

                var year = int.Parse(folded.AsSpan(index, 4), System.Globalization.CultureInfo.InvariantCulture);
                end += YearWords.BeginOf(folded.AsSpan(end))?.Length ?? 0;
                folded = string.Concat(folded.AsSpan(0, index), folded.AsSpan(end));
                return year;
            }
        }

        return null;
    }

    private static string WithoutBrackets(string folded)
    {
        while (folded.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = folded.IndexOf(')', open);
            folded = close < 0 ? folded[..open] : string.Concat(folded.AsSpan(0, open), folded.AsSpan(close + 1));
        }

        return folded;
    }
}
