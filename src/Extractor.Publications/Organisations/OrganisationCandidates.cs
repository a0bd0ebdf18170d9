using Extractor.Publications.Reading;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Organisations;

/// <summary>Two departments of one place of which one may follow the other: for a person to look up.</summary>
/// <param name="IsListed">Whether the reviewed list links them already.</param>
public sealed record OrganisationCandidate(
    string DivisionCode,
    string? DivisionName,
    string Before,
    int LastYear,
    string After,
    int FirstYear,
    bool IsListed);

/// <summary>What may be missing from the reviewed list of changes.</summary>
public static class OrganisationCandidates
{
    /// <summary>Words that nearly every department bears: sharing them says nothing.</summary>
    private static readonly string[] CommonWords =
        ["监督管理", "管理", "委员会", "人民政府", "办公室", "工作", "服务", "中心", "发展", "和"];

    /// <summary>
    /// Of one place, the one ends before the other begins, and their names share two letters in a row: 安全生产监督管理局 and
    /// 应急管理局 share none and are found only where the list has them.
    /// </summary>
    /// <exception cref="Extractor.Runs.OutputException">The folder holds no publication that can be read.</exception>
    public static IReadOnlyList<OrganisationCandidate> Of(string folder)
    {
        using var snapshot = PublishedSnapshot.Open(folder, OrganisationRow.Dataset);
        return Of(snapshot.Rows<OrganisationRow>("organisation_id", null));
    }

    public static IReadOnlyList<OrganisationCandidate> Of(IEnumerable<OrganisationRow> organisations)
    {
        var found = new List<OrganisationCandidate>();
        foreach (var place in organisations.Where(static row => row.DivisionCode is not null).GroupBy(static row => row.DivisionCode!)
            .OrderBy(static place => place.Key, StringComparer.Ordinal))
        {
            var ordered = place.OrderBy(static row => row.OrganisationName, StringComparer.Ordinal).ToList();
            found.AddRange(
                from before in ordered
                from after in ordered
                let isListed = before.SuccessorIds?.Split(' ').Contains(after.OrganisationId) == true
                where before != after && (isListed || (before.LastYear < after.FirstYear && ShareWords(before, after)))
                select new OrganisationCandidate(place.Key, before.DivisionName, before.OrganisationName, before.LastYear,
                    after.OrganisationName, after.FirstYear, isListed));
        }

        return found;
    }

    private static bool ShareWords(OrganisationRow one, OrganisationRow other)
    {
        var (first, second) = (Without(one.OrganisationName), Without(other.OrganisationName));
        return Enumerable.Range(0, Math.Max(0, first.Length - 1)).Any(start =>
            !first.AsSpan(start, 2).Contains(' ') && second.Contains(first.Substring(start, 2), StringComparison.Ordinal));
    }

    private static string Without(string name) =>
        CommonWords.Aggregate(name, static (rest, word) => rest.Replace(word, " ", StringComparison.Ordinal));
}
