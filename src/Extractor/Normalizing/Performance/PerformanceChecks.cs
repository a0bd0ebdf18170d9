using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Prose;

namespace Extractor.Normalizing.Performance;

/// <summary>What the mentions of projects must agree on; a contradiction is reported with both places and never corrected.</summary>
internal static class PerformanceChecks
{
    /// <summary>执行率 = 支出数 ÷ 预算数.</summary>
    public const string RateRule = FindingRule.ExecutionRateIsExecutedOverBudget;

    /// <summary>One project, one amount, wherever it is mentioned.</summary>
    public const string AmountRule = FindingRule.ProjectAmountsAgree;

    /// <summary>The projects of a list make its printed total. In a self-evaluation they are lines, and their sums checks.</summary>
    public const string TotalRule = FindingRule.ProjectListSumsToTotal;

    public static ImmutableArray<Finding> Run(ImmutableArray<ProjectMention> mentions, ImmutableArray<PerformanceTable> lists,
        ImmutableArray<ProseProjectList> prose)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        CheckRates(mentions, findings);
        CheckAmounts(mentions, findings);
        foreach (var list in lists)
        {
            if (list is { Source: not ProjectSource.SelfEvaluation, Total: { Yuan: { } total } printed })
            {
                CheckTotal([.. list.Projects],
                    (list.Table.TitleAsPrinted ?? string.Empty, total, printed.HalfPlaceYuan, printed.PageNumber), findings);
            }
        }

        CheckProse(mentions, prose, findings);
        return findings.ToImmutable();
    }

    private static void CheckRates(ImmutableArray<ProjectMention> mentions, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var table in mentions.GroupBy(static mention => mention.TableOrdinal))
        {
            // Publishers drop zeros at the end: the figures of a column are as precise as its longest one.
            var budgetHalf = PrintedPrecision.HalfPlace(table.Max(static mention => mention.Amount?.Decimals ?? 0));
            var executedHalf = PrintedPrecision.HalfPlace(table.Max(static mention => mention.Executed?.Decimals ?? 0));
            foreach (var mention in table)
            {
                if (mention is not { Rate: { } rate, Executed: { } executed, Amount: { Value: > 0 } budget } ||
                    executed.UnitYuan != budget.UnitYuan)
                {
                    continue;
                }

                var quotient = executed.Value / budget.Value;
                var tolerance = PrintedPrecision.HalfPlace(rate.Decimals) + ((executedHalf + (rate.Value * budgetHalf)) / budget.Value);
                if (Math.Abs(quotient - rate.Value) > tolerance)
                {
                    var expected = Math.Round(quotient, Math.Min(rate.Decimals, 20)).ToString(CultureInfo.InvariantCulture);
                    findings.Add(new Finding(
                        RateRule,
                        Severity.Warning,
                        $"执行率与支出不符：表“{mention.Place}”第 {rate.PageNumber} 页，项目“{mention.Project.ProjectName}”执行率印为 {rate.Printed}，支出 " +
                        $"{executed.Printed} ÷ 预算 {budget.Printed} = {expected}，超出四舍五入允许的范围。请对照原页。",
                        $"Table '{mention.Place}', page {rate.PageNumber}, project '{mention.Project.ProjectName}' prints " +
                        $"the rate {rate.Printed}; executed {executed.Printed} over budget {budget.Printed} is {expected}, more apart " +
                        $"than rounding allows. Compare the page.",
                        rate.PageNumber,
                        rate.Box,
                        expected,
                        rate.Printed)
                    {
                        Cause = mention.Place,
                    });
                }
            }
        }
    }

    /// <summary>
    /// Prose, the list of key projects and the table of project expenditure; a name that one of them has more than once (in
    /// several units) is left out, and so are tasks of the department, which put projects together under the name of one.
    /// </summary>
    private static void CheckAmounts(ImmutableArray<ProjectMention> mentions, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var name in mentions.Where(static mention => IsComparable(mention)).GroupBy(static mention =>
            FoldedText.Of(mention.Project.ProjectName), StringComparer.Ordinal))
        {
            var sources = name.GroupBy(static mention => mention.Project.Source).OrderBy(static group =>
                group.Key == ProjectSource.KeyProjects).ThenBy(static group => group.Key).ToList();
            if (sources.Count < 2 || sources.Any(static source => source.Skip(1).Any()))
            {
                continue;
            }

            var expected = sources[0].First();
            foreach (var other in sources.Skip(1).Select(static source => source.First()))
            {
                var difference = other.Amount!.Yuan!.Value - expected.Amount!.Yuan!.Value;
                if (Math.Abs(difference) > other.Amount.HalfPlaceYuan + expected.Amount.HalfPlaceYuan)
                {
                    findings.Add(new Finding(
                        AmountRule,
                        Severity.Warning,
                        $"同一项目金额不一致：“{other.Project.ProjectName}”在“{other.Place}”（第 {other.Amount.PageNumber} 页）印为 " +
                        $"{other.Amount.Printed}，在“{expected.Place}”（第 {expected.Amount.PageNumber} 页）印为 {expected.Amount.Printed}，相差 " +
                        $"{Yuan(difference)} 元。请对照两处原文。",
                        $"'{other.Project.ProjectName}' is {other.Amount.Printed} in '{other.Place}' (page " +
                        $"{other.Amount.PageNumber}) and {expected.Amount.Printed} in '{expected.Place}' (page " +
                        $"{expected.Amount.PageNumber}), {Yuan(difference)} yuan apart. Compare both places.",
                        other.Amount.PageNumber,
                        other.Amount.Box,
                        expected.Amount.Printed,
                        other.Amount.Printed));
                }
            }
        }
    }

    private static bool IsComparable(ProjectMention mention) =>
        mention is
        {
            IsForm: false, IsWholePeriod: false, Amount.Yuan: not null, Project.Source: ProjectSource.Prose
            or ProjectSource.KeyProjects or ProjectSource.ProjectExpenditure
        };

    /// <summary>The projects that the prose lists, and a list of key projects that names the same ones, make 项目支出 as stated.</summary>
    private static void CheckProse(ImmutableArray<ProjectMention> mentions, ImmutableArray<ProseProjectList> prose,
        ImmutableArray<Finding>.Builder findings)
    {
        foreach (var list in prose)
        {
            if (list.Total is not { Yuan: { } stated } printed)
            {
                continue;
            }

            var total = ("项目支出", stated, printed.HalfPlaceYuan, printed.PageNumber);
            ProjectMention[] listed = [.. list.Projects];
            CheckTotal(listed, total, findings);
            ProjectMention[] key = [.. mentions.Where(static mention =>
                mention is { Project.Source: ProjectSource.KeyProjects, IsForm: false })];
            if (key.Length == listed.Length && Names(key).SetEquals(Names(listed)))
            {
                CheckTotal(key, total, findings);
            }
        }
    }

    private static HashSet<string> Names(ProjectMention[] mentions) =>
        mentions.Select(static mention => FoldedText.Of(mention.Project.ProjectName)).ToHashSet(StringComparer.Ordinal);

    private static void CheckTotal(
        ProjectMention[] list, (string Place, decimal Yuan, decimal HalfPlace, int PageNumber) total,
            ImmutableArray<Finding>.Builder findings)
    {
        if (list.Length == 0 || list.Any(static mention => mention.Amount?.Yuan is null))
        {
            return;
        }

        var sum = list.Sum(static mention => mention.Amount!.Yuan!.Value);
        var tolerance = total.HalfPlace + list.Sum(static mention => mention.Amount!.HalfPlaceYuan);
        if (Math.Abs(sum - total.Yuan) <= tolerance)
        {
            return;
        }

        var (first, last) = (list[0], list[^1]);
        findings.Add(new Finding(
            TotalRule,
            Severity.Warning,
            $"项目之和与总数不符：“{first.Place}”第 {first.Amount!.PageNumber} 至 {last.Amount!.PageNumber} 页的 {list.Length} 个项目合计 {Yuan(sum)} " +
            $"元，“{total.Place}”（第 {total.PageNumber} 页）为 {Yuan(total.Yuan)} 元，相差 {Yuan(sum - total.Yuan)} 元，超过四舍五入允许的 {Yuan(tolerance)} " +
            $"元。请对照原文。",
            $"The {list.Length} projects of '{first.Place}' (pages {first.Amount.PageNumber} to {last.Amount.PageNumber}) " +
            $"make {Yuan(sum)} yuan, '{total.Place}' (page {total.PageNumber}) states {Yuan(total.Yuan)}: {Yuan(sum - total.Yuan)} " +
            $"apart, where rounding allows {Yuan(tolerance)}. Compare the pages.",
            first.Amount.PageNumber,
            first.Amount.Box,
            Yuan(total.Yuan),
            Yuan(sum)));
    }

    private static string Yuan(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
