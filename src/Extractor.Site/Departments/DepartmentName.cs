using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Extractor.Publications.Rows;

namespace Extractor.Site.Departments;

/// <summary>
/// A department (部门) by the place and the name that its documents print. Documents of the office itself (本级) and of the whole
/// department (汇总) are of one department; they differ in scope.
/// </summary>
/// <param name="Key">Place and a hash of the name: stands in addresses and names of files.</param>
/// <param name="Name">As printed, without 本级 and 汇总.</param>
/// <param name="Kind">What it is wherever it is: the name without place and without 局, 厅 or 委员会; 教育 of 广州市教育局.</param>
internal sealed partial record DepartmentName(string Key, string Name, string Kind)
{
    /// <summary>Null where no issuer is known.</summary>
    public static DepartmentName? Of(DocumentRow document) => Of(document.DepartmentName, document.DivisionCode, document.DivisionName);

    /// <inheritdoc cref="Of(DocumentRow)"/>
    public static DepartmentName? Of(string? printed, string? divisionCode, string? divisionName)
    {
        if (string.IsNullOrEmpty(printed))
        {
            return null;
        }

        var name = Extent().Replace(printed, string.Empty).Trim();
        if (name.Length == 0)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 6));
        return new DepartmentName(string.Create(CultureInfo.InvariantCulture, $"{divisionCode ?? "none"}-{hash}"), name,
            KindOf(name, divisionName));
    }

    private static string KindOf(string name, string? place)
    {
        var kind = Party().Replace(name, string.Empty);
        if (place is not null && kind.IndexOf(place, StringComparison.Ordinal) is >= 0 and var at)
        {
            kind = kind[(at + place.Length)..];
        }
        else if (place is { Length: > 2 } && kind.StartsWith(place[..^1], StringComparison.Ordinal))
        {
            kind = kind[(place.Length - 1)..];
        }

        kind = Committee().Replace(kind, string.Empty);
        kind = Government().Replace(kind, string.Empty);
        kind = Form().Replace(kind, string.Empty);
        return kind.Length >= 2 ? kind : name;
    }

    [GeneratedRegex("[（(](本级|机关|汇总|部门|本部)[）)]$")]
    private static partial Regex Extent();

    [GeneratedRegex("^(中国共产党|中共)")]
    private static partial Regex Party();

    /// <summary>The rest of 市委 after the place: 委宣传部, 委员会宣传部.</summary>
    [GeneratedRegex("^(委员会|委)(?=..)")]
    private static partial Regex Committee();

    [GeneratedRegex("^人民政府(?!办公)(?=..)")]
    private static partial Regex Government();

    [GeneratedRegex("(?<=..)(局|厅|委员会|委|办公室|办公厅)$")]
    private static partial Regex Form();
}
