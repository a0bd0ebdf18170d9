using Extractor.Model.Budget;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>A subject code as a cell prints it, alone or with its name.</summary>
/// <param name="Digits">The code's digits.</param>
/// <param name="Name">The folded name that stands in the same cell; empty without one.</param>
internal readonly record struct PrintedCode(string Digits, string Name)
{
    private const int ShortestCode = 3, GroupCode = 5, LongestCode = 9;

    /// <summary>Reads <c>2011308</c>, <c>[2011308]招商引资</c>, <c>2011308-招商引资</c>, <c>2011308招商引资</c>, <c>招商引资（2011308）</c>.</summary>
    public static PrintedCode? Read(string printed)
    {
        var text = FoldedText.Of(printed);
        var bracketed = text.StartsWith('(');
        var start = bracketed ? 1 : 0;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (IsCode(text.AsSpan(start, end - start)))
        {
            if (!bracketed)
            {
                var name = text[end..];
                return name.Length > 0 && name[0] is '.' or ',' ? null
                    : new PrintedCode(text[start..end], name.TrimStart('-', '_', '、', ':', '.', '/'));
            }

            if (end < text.Length && text[end] == ')')
            {
                return new PrintedCode(text[start..end], text[(end + 1)..].TrimStart('-', '_', '、', ':'));
            }
        }

        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && IsCode(text.AsSpan(open + 1, text.Length - open - 2)))
        {
            return new PrintedCode(text[(open + 1)..^1], text[..open]);
        }

        return null;
    }

    /// <summary>The name in a cell that may print its code with it.</summary>
    public static string NameIn(string printed) => Read(printed) is { Name: { Length: > 0 } name } ? name : printed;

    /// <summary>The list that a code belongs to, by its first digits; null where it can be none.</summary>
    public static Classification? ClassificationOf(string digits) => digits[0] switch
    {
        '1' => Classification.Revenue,
        '2' => Classification.Functional,
        '3' => Classification.DepartmentEconomic,
        '5' => Classification.GovernmentEconomic,
        _ => null,
    };

    /// <summary>
    /// The digits that the list itself has: both economic lists end with the group (款), what a place divides further is a part of it.
    /// </summary>
    public static string Canonical(Classification list, string code) =>
        list is Classification.DepartmentEconomic or Classification.GovernmentEconomic && code.Length > GroupCode
            ? code[..GroupCode] : code;

    public static SubjectLevel LevelOf(string code) => code.Length switch
    {
        3 => SubjectLevel.Class,
        5 => SubjectLevel.Group,
        _ => SubjectLevel.Item,
    };

    private static bool IsCode(ReadOnlySpan<char> digits) =>
        digits.Length is >= ShortestCode and <= LongestCode && digits.Length % 2 == 1 &&
        digits[0] is '1' or '2' or '3' or '5' && !digits.ContainsAnyExceptInRange('0', '9');
}
