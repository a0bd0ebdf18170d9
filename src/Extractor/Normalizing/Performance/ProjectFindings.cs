using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>What a person who joins projects by name, or counts their goals, should know.</summary>
internal static partial class ProjectFindings
{
    /// <summary>One project, one name: …专项 in one place and …专项资金 in another.</summary>
    public const string NameRule = FindingRule.ProjectNamesAgree;

    /// <summary>A numbered list of goals that leaves out a number.</summary>
    public const string ListRule = FindingRule.ListNumbersSkip;

    /// <summary>A list of fewer items may be no list.</summary>
    private const int LeastItems = 4;

    private const int ShortestName = 6;

    private static readonly WordSet Endings = ReadingWords.Of(WordList.ProjectNameEnding);

    public static ImmutableArray<Finding> Run(ImmutableArray<ProjectMention> mentions)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        CompareNames(mentions, findings);
        foreach (var mention in mentions)
        {
            if (mention.Project.Goal is { } goal && SkippedItem(goal) is { } skipped)
            {
                var number = skipped.ToString(CultureInfo.InvariantCulture);
                findings.Add(new Finding(
                    ListRule,
                    Severity.Note,
                    $"条目序号不连续：“{mention.Place}”项目“{mention.Project.ProjectName}”（第 {mention.Project.PageNumber} 页起）的目标没有第 {number} " +
                    $"条。请对照原页。",
                    $"The goals of '{mention.Project.ProjectName}' in '{mention.Place}' (from page " +
                    $"{mention.Project.PageNumber}) have no item {number}. Compare the page.",
                    mention.Project.PageNumber,
                    mention.Project.Box,
                    number,
                    null));
            }
        }

        return findings.ToImmutable();
    }

    /// <summary>The same amount under a name that only lacks its last word for money (资金, 专项资金, 经费, 项目).</summary>
    private static void CompareNames(ImmutableArray<ProjectMention> mentions, ImmutableArray<Finding>.Builder findings)
    {
        var names = mentions.Where(static mention => mention.Project.AmountYuan > 0 && !mention.IsWholePeriod)
            .GroupBy(static mention => FoldedText.Of(mention.Project.ProjectName), StringComparer.Ordinal).ToDictionary(static group =>
                group.Key, static group => group.ToList(), StringComparer.Ordinal);
        foreach (var (name, group) in names.Where(static pair => pair.Key.Length >= ShortestName).OrderBy(static pair =>
            pair.Key, StringComparer.Ordinal))
        {
            foreach (var ending in Endings.Words)
            {
                if (names.TryGetValue(name + ending.Text, out var longer) &&
                    group.Select(mention => (Mention: mention,
                        Other: longer.Find(other => other.Project.AmountYuan == mention.Project.AmountYuan &&
                        other.Project.Source != mention.Project.Source))).FirstOrDefault(static pair =>
                        pair.Other is not null) is { Mention: { } shorter, Other: { } other })
                {
                    findings.Add(new Finding(
                        NameRule,
                        Severity.Note,
                        $"同一项目名称不一致：第 {shorter.Project.PageNumber} 页“{shorter.Place}”作“{shorter.Project.ProjectName}”，第 " +
                        $"{other.Project.PageNumber} 页“{other.Place}”作“{other.Project.ProjectName}”，金额相同。两处名称均照印保留，统计项目数时请合并。",
                        $"'{shorter.Project.ProjectName}' in '{shorter.Place}' (page {shorter.Project.PageNumber}) is " +
                        $"'{other.Project.ProjectName}' in '{other.Place}' (page {other.Project.PageNumber}), with the same amount. Both " +
                        $"names are kept as printed; count them as one project.",
                        shorter.Project.PageNumber,
                        shorter.Project.Box,
                        other.Project.ProjectName,
                        shorter.Project.ProjectName));
                }
            }
        }
    }

    /// <summary>The one number that is missing from 1. … 2. … 3. …; null where none is, or the numbers make no list.</summary>
    private static int? SkippedItem(string text)
    {
        int last = 0, items = 0;
        int? skipped = null;
        foreach (var match in Item().EnumerateMatches(text))
        {
            var number = int.Parse(text.AsSpan(match.Index, match.Length).TrimStart("。；;！？ ")[..^1], NumberStyles.None,
                CultureInfo.InvariantCulture);
            if (number == last + 2 && skipped is null && items >= LeastItems && !Item(last + 1, text))
            {
                skipped = last + 1;
            }
            else if (number != last + 1)
            {
                return null;
            }

            last = number;
            items++;
        }

        return items >= LeastItems && last != skipped + 1 ? skipped : null;
    }

    /// <summary>The number stands in the text after all, behind a comma or a line's end.</summary>
    private static bool Item(int number, string text) =>
        text.Contains(number.ToString(CultureInfo.InvariantCulture) + ".", StringComparison.Ordinal) ||
            text.Contains(number.ToString(CultureInfo.InvariantCulture) + "、", StringComparison.Ordinal) ||
        text.Contains(number.ToString(CultureInfo.InvariantCulture) + "．", StringComparison.Ordinal);

    /// <summary>A number with its point at the beginning of a sentence.</summary>
    [GeneratedRegex("(?:^|[。；;！？])\\s*\\d{1,2}[.．、]", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
