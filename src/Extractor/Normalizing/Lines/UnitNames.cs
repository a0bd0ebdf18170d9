using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>Names of budget units (预算单位), for tables that print units, subjects and projects in one column.</summary>
internal static class UnitNames
{
    private static readonly WordSet Endings = ReadingWords.Of(WordList.UnitEnding);
    private static readonly WordSet Scopes = ReadingWords.Of(WordList.UnitScope);

    /// <summary>Groups of units by the way they are paid for.</summary>
    private static readonly WordSet WaysOfFunding = ReadingWords.Of(WordList.WayOfFunding);

    /// <summary>全额, 差额, 自收自支: the line sums units that are funded alike.</summary>
    public static bool IsWayOfFunding(string printed) => WaysOfFunding.Matches(FoldedText.Of(printed));

    /// <summary>The code and the name of <c>[242001]西安市人才服务中心</c> or <c>242001-…</c>; no code where none is printed.</summary>
    public static (string? Code, string Name) Split(string printed)
    {
        var folded = FoldedText.Of(printed);
        var start = folded.StartsWith('(') ? 1 : 0;
        var end = start;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]))
        {
            end++;
        }

        if (end - start < 3)
        {
            return (null, printed);
        }

        var rest = folded[end..].TrimStart(')', '-', '_', ':');
        return rest.Length == 0 ? (folded[start..end], string.Empty) : (folded[start..end], rest);
    }

    /// <summary>The name ends as names of authorities and institutions do.</summary>
    public static bool IsLike(string printed)
    {
        var name = FoldedText.Of(printed);
        while (name.EndsWith(')') && name.LastIndexOf('(') is > 0 and var open)
        {
            if (Scopes.Matches(name.AsSpan(open)))
            {
                return true;
            }

            name = name[..open];
        }

        return name.Length > 3 && !name.Contains(',', StringComparison.Ordinal) && !name.Contains('、', StringComparison.Ordinal) &&
            Endings.Matches(name);
    }
}
