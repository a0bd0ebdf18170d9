using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>The document against what the source definition asked for. The request never makes an identity, it is only compared.</summary>
internal static class RequestComparison
{
    /// <summary>
    /// Contradicted where the document says another division, year or issuer than was asked for; confirmed where it says at
    /// least one of them and says it so; unknown where it says none of what was asked.
    /// </summary>
    public static IdentityOutcome Of(DocumentRequest request, string? divisionCode, bool isNational, int? fiscalYear, string? departmentName)
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
    /// True where one name holds the other (财政局 in 深圳市财政局（本级）), false where they share less than half of their
    /// characters in sequence, null between: 水务局 and 水利局 may be one office under two names.
    /// </summary>
    internal static bool? SameIssuer(string requested, string printed)
    {
        var (left, right) = (Core(requested), Core(printed));
        if (left.Length == 0 || right.Length == 0)
        {
            return null;
        }

        if (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal))
        {
            return true;
        }

        var shared = LongestCommonSubsequence(left, right);
        return shared * 2 >= Math.Max(left.Length, right.Length) ? null : false;
    }

    private static string Core(string name) => IssuerName.WithoutScope(FoldedText.Of(name))
        .Replace("中国共产党", "中共", StringComparison.Ordinal);

    private static int LongestCommonSubsequence(string left, string right)
    {
        var previous = new int[right.Length + 1];
        foreach (var character in left)
        {
            var current = new int[right.Length + 1];
            for (var index = 0; index < right.Length; index++)
            {
                current[index + 1] = character == right[index] ? previous[index] + 1 : Math.Max(previous[index + 1], current[index]);
            }

            previous = current;
        }

        return previous[^1];
    }
}
