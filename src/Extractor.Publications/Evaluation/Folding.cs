using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Publications.Evaluation;

/// <summary>Spellings that say the same: what is typed by a person is compared with what was read, not with how it was set.</summary>
internal static partial class Folding
{
    /// <summary>White space removed, full-width letters, digits and brackets as half-width ones, one kind of quotation mark.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('\u200B' or '\uFEFF'))
            {
                folded.Append(FoldLetter(letter));
            }
        }

        return folded.ToString();
    }

    /// <summary>Folded, and without the number before it: 一、 （一） 1. (1) 第一部分.</summary>
    public static string FoldWithoutNumber(string? text) => LeadingNumber().Replace(Fold(text), string.Empty);

    /// <summary>A folded name without the subject code in the same cell: [2040201]行政运行, 2040201-行政运行, 行政运行(2040201).</summary>
    public static string WithoutCode(string folded) => SubjectCode().Replace(folded, string.Empty);

    /// <summary>A printed amount: thousands separators, brackets for minus, a per cent sign. Null where it is none.</summary>
    public static decimal? Amount(string? text)
    {
        var folded = Fold(text).Replace(",", string.Empty, StringComparison.Ordinal).TrimEnd('%');
        var isNegative = folded.Length > 2 && folded[0] == '(' && folded[^1] == ')';
        return decimal.TryParse(isNegative ? folded[1..^1] : folded, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var amount)
            ? isNegative ? -amount : amount
            : null;
    }

    /// <summary>Yuan in one of a printed unit (万元: 10 000); null for units that are no money.</summary>
    public static decimal? YuanIn(string? unit) => Fold(unit) switch
    {
        "元" => 1m,
        "千元" => 1_000m,
        "万元" => 10_000m,
        "百万元" => 1_000_000m,
        "亿元" => 100_000_000m,
        _ => null,
    };

    private static char FoldLetter(char letter) => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - '\uFF01' + '!'),
        '\u201C' or '\u201D' or '\u201F' or '\u300C' or '\u300D' => '"',
        '\u2018' or '\u2019' => '\'',
        '\u3014' or '\u3010' => '[',
        '\u3015' or '\u3011' => ']',
        '\u2212' or '\u2013' or '\u2014' => '-',
        '\u00B7' or '\u2022' or '\u30FB' => '\u00B7',
        _ => letter,
    };

    [GeneratedRegex(@"^[\[(]?\d{2,7}[\])]?-?(?=\D)|[\[(]\d{2,7}[\])]$")]
    private static partial Regex SubjectCode();

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十\d]+部分[、.]?|[(（]?[一二三四五六七八九十百]+[)）、.]|[(（]\d+[)）]|\d+[.、])+")]
    private static partial Regex LeadingNumber();
}
