using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Extractor.Normalizing.Performance;

/// <summary>One indicator of a list that stands in a single cell.</summary>
internal readonly record struct ListedIndicator(string Level1, string Level2, string Level3, string Target);

/// <summary>
/// Takes apart a cell that holds all indicators of a project, as Guangzhou's budget system prints them:
/// <c>1、1－产出指标，11－数量指标，检查次数；实施周期指标值：≥4次，年度指标值：≥2次；2、2－效益指标，…</c>.
/// </summary>
internal static partial class IndicatorListText
{
    public static ImmutableArray<ListedIndicator> Read(string text) =>
        [.. Item().Matches(text).Select(static match => new ListedIndicator(
            match.Groups["one"].Value.Trim(), match.Groups["two"].Value.Trim(), match.Groups["three"].Value.Trim(), match.Groups["target"].Value.Trim()))];

    [GeneratedRegex(
        @"\d\s*[-－—–]\s*(?<one>[^,，;；\d]{2,12}?)\s*[,，]\s*\d+\s*[-－—–]\s*(?<two>[^,，;；\d]{2,14}?)\s*[,，]\s*(?<three>.+?)\s*[;；]\s*" +
        @"实施周期指标值\s*[:：](?:.*?)[,，]\s*年度指标值\s*[:：](?<target>.*?)(?=\s*[;；。]?\s*(?:\d+\s*[.、．]\s*\d\s*[-－—–]|$))",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Item();
}
