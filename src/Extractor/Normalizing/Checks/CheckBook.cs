using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Checks;

/// <summary>
/// Runs and keeps the sums of one document. A sum holds when its difference is no more than the rounding of the printed
/// figures allows: half a unit of the last printed place for each of them.
/// </summary>
internal sealed class CheckBook(DocumentId documentId, ImmutableArray<ExtractedTable> tables, ImmutableArray<Finding>.Builder findings)
{
    private readonly ImmutableArray<Check>.Builder checks = ImmutableArray.CreateBuilder<Check>();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> holding = new(StringComparer.Ordinal);
    private readonly HashSet<string> failing = new(StringComparer.Ordinal);

    public ImmutableArray<Check> Checks => checks.ToImmutable();

    /// <summary>Checks that <paramref name="parts"/> add up to <paramref name="whole"/>; a part of a negative sign is taken away.</summary>
    /// <param name="isComplete">False where the table shows amounts that could not be read as parts: then a difference proves nothing.</param>
    public CheckOutcome Sum(string rule, LineDraft whole, IReadOnlyList<(LineDraft Line, int Sign)> parts, bool isComplete = true)
    {
        var actual = 0m;
        var tolerance = whole.HalfPlaceYuan;
        foreach (var (line, sign) in parts)
        {
            actual += sign * line.Yuan;
            tolerance += line.HalfPlaceYuan;
        }

        return Add(rule, whole, actual, tolerance, [whole, .. parts.Select(static part => part.Line)], isComplete);
    }

    /// <summary>Checks that two figures that speak of the same money are the same.</summary>
    public CheckOutcome Agree(string rule, LineDraft expected, LineDraft actual) =>
        Add(rule, expected, actual.Yuan, expected.HalfPlaceYuan + actual.HalfPlaceYuan, [expected, actual], true);

    public Proof ProofOf(string lineId) =>
        failing.Contains(lineId) ? Proof.Contradicted : holding.Contains(lineId) ? Proof.Proven : Proof.Unproven;

    private CheckOutcome Add(string rule, LineDraft whole, decimal actual, decimal tolerance, ImmutableArray<LineDraft> members, bool isComplete)
    {
        var holds = Math.Abs(actual - whole.Yuan) <= tolerance;
        var outcome = holds ? CheckOutcome.Holds : isComplete ? CheckOutcome.Fails : CheckOutcome.NotApplicable;
        ImmutableArray<string> memberIds = [.. members.Select(static member => member.Line.LineId)];
        var id = StableId.Of([documentId.Value, "check", rule, .. memberIds]);
        if (!ids.Add(id))
        {
            return outcome;
        }

        checks.Add(new Check(id, rule, whole.Yuan, actual, tolerance, outcome, memberIds));
        if (outcome == CheckOutcome.NotApplicable)
        {
            return outcome;
        }

        (holds ? holding : failing).UnionWith(memberIds);
        if (!holds)
        {
            Report(rule, whole, actual, tolerance, members);
        }

        return outcome;
    }

    private void Report(string rule, LineDraft whole, decimal actual, decimal tolerance, ImmutableArray<LineDraft> members)
    {
        var line = whole.Line;
        var name = line.SubjectNameAsPrinted ?? line.SubjectCodeAsPrinted ?? line.ItemKey ?? "?";
        var title = TitleOf(line.TableOrdinal);
        var others = string.Join("；", members.Skip(1).Take(6).Select(member => DescribeZh(member, line)));
        var othersEn = string.Join("; ", members.Skip(1).Take(6).Select(member => DescribeEn(member, line)));
        if (members.Length > 7)
        {
            others += "…";
            othersEn += "…";
        }

        findings.Add(new Finding(
            rule,
            Severity.Warning,
            $"{RuleZh(rule)}：表“{title}”（第 {line.PageNumber} 页）“{name}”印为 {line.ValueAsPrinted} {line.UnitAsPrinted}（{Yuan(whole.Yuan)} 元），应与 {Yuan(actual)} 元相符，相差 {Yuan(actual - whole.Yuan)} 元，超过四舍五入允许的 {Yuan(tolerance)} 元。另一方：{others}。请对照原页。",
            $"{rule}: table '{title}' (page {line.PageNumber}), '{name}' prints {line.ValueAsPrinted} {line.UnitAsPrinted} ({Yuan(whole.Yuan)} yuan); the other side makes {Yuan(actual)} yuan, {Yuan(actual - whole.Yuan)} more than printed, where rounding allows {Yuan(tolerance)}. The other side: {othersEn}. Compare the pages.",
            line.PageNumber,
            line.Box,
            Yuan(whole.Yuan),
            Yuan(actual)));
    }

    private string TitleOf(int ordinal)
    {
        var table = tables.First(table => table.Ordinal == ordinal);
        return table.TitleAsPrinted ?? table.NumberAsPrinted ?? ordinal.ToString(CultureInfo.InvariantCulture);
    }

    private string DescribeZh(LineDraft member, BudgetLine whole)
    {
        var line = member.Line;
        var place = line.TableOrdinal == whole.TableOrdinal ? $"第 {line.PageNumber} 页" : $"表“{TitleOf(line.TableOrdinal)}”第 {line.PageNumber} 页";
        return $"{line.SubjectNameAsPrinted ?? line.SubjectCodeAsPrinted ?? line.ItemKey} {line.ValueAsPrinted}（{place}）";
    }

    private string DescribeEn(LineDraft member, BudgetLine whole)
    {
        var line = member.Line;
        var place = line.TableOrdinal == whole.TableOrdinal ? $"page {line.PageNumber}" : $"table '{TitleOf(line.TableOrdinal)}', page {line.PageNumber}";
        return $"{line.SubjectNameAsPrinted ?? line.SubjectCodeAsPrinted ?? line.ItemKey} {line.ValueAsPrinted} ({place})";
    }

    private static string RuleZh(string rule) => rule switch
    {
        CheckRule.ChildrenSumToParent => "下级之和与上级不符",
        CheckRule.LeavesSumToTotal => "明细之和与合计不符",
        CheckRule.ComponentsSumToTotal => "分项之和与合计不符",
        CheckRule.FundsSumToTotal => "各资金来源之和与合计不符",
        CheckRule.ChangeIsCurrentMinusPrior => "增减额不等于本年减上年",
        CheckRule.RevenueEqualsExpenditure => "收入总计与支出总计不符",
        CheckRule.TableTotalsAgree => "两表合计不符",
        CheckRule.FunctionalEqualsEconomic => "功能分类合计与经济分类合计不符",
        _ => rule,
    };

    private static string Yuan(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
