using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Publishing.Facts;

/// <summary>
/// Names of departments without what two files of one department differ in: white space, the width of brackets, 本级 and 汇总 at
/// the end, 中国共产党 for 中共, and their own place before the name (深圳市龙岗区 in 440307). Nothing else is folded: a wrong merge is
/// worse than a missed one.
/// </summary>
internal static partial class OrganisationName
{
    /// <summary>党校 is a name, 局 is none.</summary>
    private const int ShortestName = 2;

    public static Organisation Of(string name, string? divisionCode, string? divisionName)
    {
        var folded = Fold(name, divisionName);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)).AsSpan(0, 6));
        return new Organisation(string.Create(CultureInfo.InvariantCulture, $"{divisionCode ?? "none"}-{hash}"), folded);
    }

    /// <summary>
    /// Without the place that the name begins with, where something is left: 深圳市公安局龙岗分局 begins with another one, and committees of the
    /// party are named by theirs (中共北京市委宣传部).
    /// </summary>
    public static string Fold(string name, string? divisionName)
    {
        var folded = Fold(name);
        var place = divisionName is { Length: >= 2 } && !Party().IsMatch(folded)
            ? folded.IndexOf(divisionName, StringComparison.Ordinal) : -1;
        if (place < 0 || (place > 0 && !Above().IsMatch(folded.AsSpan(0, place))))
        {
            return folded;
        }

        var rest = folded[(place + divisionName!.Length)..];
        return rest.Length < ShortestName ? folded : rest;
    }

    /// <summary>Empty where nothing of the name is left.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (!char.IsWhiteSpace(letter))
            {
                folded.Append(letter switch { '（' => '(', '）' => ')', _ => letter });
            }
        }

        var text = Extent().Replace(folded.ToString(), string.Empty);
        return Party().IsMatch(text) ? PartyCommittee().Replace(Party().Replace(text, "中共"), "委") : text;
    }

    /// <summary>Provinces and cities above a place, each whole.</summary>
    [GeneratedRegex("^(?:[^省市州盟区县]{2,8}(?:省|自治区|市|州|盟)){1,2}$")]
    private static partial Regex Above();

    [GeneratedRegex(@"\((本级|机关|汇总|部门|本部)\)$")]
    private static partial Regex Extent();

    [GeneratedRegex("^(中国共产党|中共)")]
    private static partial Regex Party();

    /// <summary>Of 中共北京市委员会宣传部, not of 中共北京市委员会 alone.</summary>
    [GeneratedRegex("(?<=[省市区县])委员会(?=..)")]
    private static partial Regex PartyCommittee();
}
