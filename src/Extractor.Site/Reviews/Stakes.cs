using Extractor.Publications.Documents;
using Extractor.Publications.Rows;

namespace Extractor.Site.Reviews;

/// <summary>
/// By how much the sums that a finding reports miss. A finding of a failed sum has the name of its rule and stands on its pages.
/// </summary>
internal sealed class Stakes
{
    private readonly ILookup<string, (int Page, decimal Yuan)> failed;
    private readonly Dictionary<string, int> findingsOfRule;

    public Stakes(PublishedDocument document)
    {
        var fails = document.Checks.Where(static check => check.Outcome == "fails").ToList();
        var first = fails.Count == 0 ? [] : document.CheckMembers.GroupBy(static member => member.CheckId, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().LineId, StringComparer.Ordinal);
        var pages = fails.Count == 0 ? [] : document.Lines.ToDictionary(static line => line.LineId, static line => line.PageNumber,
            StringComparer.Ordinal);
        failed = fails.ToLookup(static check => check.Rule, check => (first.TryGetValue(check.CheckId, out var line)
            ? pages.GetValueOrDefault(line) : 0, Math.Abs(check.DifferenceYuan)), StringComparer.Ordinal);
        findingsOfRule = document.Findings.CountBy(static finding => finding.Rule).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>元; null where it reports no sum.</summary>
    public decimal? Of(FindingRow finding)
    {
        var sums = failed[finding.Rule].Where(sum => findingsOfRule[finding.Rule] == 1 || sum.Page == finding.PageNumber).ToList();
        return sums.Count == 0 ? null : sums.Sum(static sum => sum.Yuan);
    }
}
