using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Extractor.Normalizing.Performance;

/// <summary>One indicator of a list that stands in a single cell.</summary>
internal readonly record struct ListedIndicator(string Level1, string Level2, string? Level3, string? Target);

/// <summary>
/// Takes apart a cell that holds all indicators of a project, as Guangzhou's budget system prints them:
/// <c>1、1－产出指标，11－数量指标，检查次数；实施周期指标值：≥4次，年度指标值：≥2次；2、2－效益指标，…</c>. The levels may be parted by ； too.
/// </summary>
internal static partial class IndicatorListText
{
    public static ImmutableArray<ListedIndicator> Read(string text)
    {
        var listed = ImmutableArray.CreateBuilder<ListedIndicator>();
        var head = Head().Match(text);
        while (head.Success)
        {
            var next = head.NextMatch();
            var body = NextNumber().Replace(text[(head.Index + head.Length)..(next.Success ? next.Index : text.Length)], string.Empty);
            var wholePeriod = WholePeriod().Match(body);
            var ofYear = OfYear().Match(body);
            var nameEnd = wholePeriod.Success ? wholePeriod.Index : ofYear.Success ? ofYear.Index : body.Length;
            var wholePeriodEnd = ofYear.Success ? ofYear.Index : body.Length;
            var target = ofYear.Success ? Trim(body[(ofYear.Index + ofYear.Length)..])
                : wholePeriod.Success ? Trim(body[(wholePeriod.Index + wholePeriod.Length)..wholePeriodEnd])
                : null;
            listed.Add(new ListedIndicator(head.Groups["one"].Value.Trim(), head.Groups["two"].Value.Trim(), Trim(body[..nameEnd]),
                target));
            head = next;
        }

        return listed.ToImmutable();
    }

    private static string? Trim(string text)
    {
        var trimmed = text.Trim(' ', ',', '，', ';', '；', '。');
        return trimmed.Length == 0 ? null : trimmed;
    }

    /// <summary>1－产出指标，11－数量指标，.</summary>
    [GeneratedRegex(@"\d\s*[-－—–]\s*(?<one>[^,，;；\d]{2,12}?)\s*[,，;；]\s*\d+\s*[-－—–]\s*(?<two>[^,，;；\d]{2,14}?)\s*[,，;；]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    /// <summary>The number of the item that follows.</summary>
    [GeneratedRegex(@"[;；。\s]*\d+\s*[.、．]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NextNumber();

    [GeneratedRegex(@"[;；,，。]?\s*实施周期指标值\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex WholePeriod();

    [GeneratedRegex(@"[;；,，。]?\s*年度指标值\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex OfYear();
}
