using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>The document against what the source definition asked for. The request never makes an identity, it is only compared.</summary>
internal static partial class RequestComparison
{
    /// <summary>
    /// Contradicted where the document says another division, year or issuer than was asked for; confirmed where it says at
    /// least one of them and says it so; unknown where it says none of what was asked.
    /// </summary>
    public static IdentityOutcome Of(DocumentRequest request, string? divisionCode, bool isNational, int? fiscalYear,
        string? departmentName)
    {
        bool?[] parts =
        [
            request.DivisionCode is null ? null : isNational ? false : divisionCode is null ? null : divisionCode == request.DivisionCode,
            request.FiscalYear is null || fiscalYear is null ? null : fiscalYear == request.FiscalYear,
            request.DepartmentName is null || departmentName is null ? null : SameIssuer(request.DepartmentName, departmentName),
        ];
        return parts.Contains(false) ? IdentityOutcome.Contradicted
            : parts.Contains(true) ? IdentityOutcome.Confirmed
            : IdentityOutcome.Unknown;
    }

    /// <summary>
    /// True where one name holds the other, the kind of office left aside (财政局 in 深圳市财政局（本级）), or has the same
    /// words in another order; false where they share little; null between: 工业和信息化局 and 经济和信息化局 may be one
    /// office under two names, 教育局 and 体育局 are not.
    /// </summary>
    internal static bool? SameIssuer(string requested, string printed)
    {
        var (left, right) = (Core(requested), Core(printed));
        if (left.Length < 2 || right.Length < 2)
        {
            return null;
        }

        if (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal))
        {
            return true;
        }

        var shared = SharedCharacters(left, right);
        var longer = Math.Max(left.Length, right.Length);
        return shared == longer ? true : shared * 5 >= longer * 3 ? null : false;
    }

    private static string Core(string name)
    {
        var whole = IssuerName.WithoutScope(FoldedText.Of(name)).Replace("中国共产党", "中共", StringComparison.Ordinal);
        whole = Committee().Replace(whole, "委");
        var core = Office().Replace(whole, "");
        var place = Place().Match(core);
        return place.Success && core.Length - place.Length >= 2 ? core[place.Length..] : core;
    }

    private static int SharedCharacters(string left, string right)
    {
        var rest = right.ToList();
        return left.Count(rest.Remove);
    }

    [GeneratedRegex(@"(?:委员会办公室|办公室|办公厅|委员会|局|厅|部|委|署)$", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    /// <summary>市委员会 in full for 市委.</summary>
    [GeneratedRegex(@"(?<=中共.{1,10}[省市县区州])委员会", RegexOptions.CultureInvariant)]
    private static partial Regex Committee();

    /// <summary>深圳市, 上海市普陀区, 中共深圳市: what only says where.</summary>
    [GeneratedRegex(@"^(?:中共)?(?:[\u4e00-\u9fff]{2,7}?[省市县区州盟旗](?!政|委|场))+", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
