using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Checks;

/// <summary>Tells a person which printed figures do not agree, and where both stand.</summary>
internal sealed class CheckFindings(ImmutableArray<ExtractedTable> tables)
{
    /// <summary>Figures of the other side that a message names.</summary>
    private const int MostNamed = 6;

    public Finding Missed(RunCheck check)
    {
        var line = check.Whole.Line;
        return At(check, TableOf(line), new Finding(
            check.Rule,
            Severity.Warning,
            $"{RuleZh(check.Rule)}：{PlaceZh(line)}“{Name(line)}”印为 {line.ValueAsPrinted} {line.UnitAsPrinted}（{Yuan(line.AmountYuan)} " +
            $"元），另一方为 {Yuan(check.Actual)} 元，相差 {Yuan(check.Difference)} 元，超过四舍五入允许的 {Yuan(check.Tolerance)} " +
            $"元。另一方：{Others(check, static (name, value, page) => $"{name} {value}（第 {page} 页）", "；")}。请对照原页。",
            $"{RuleEn(check.Rule)}: {PlaceEn(line)}, '{Name(line)}' prints {line.ValueAsPrinted} {line.UnitAsPrinted} " +
            $"({Yuan(line.AmountYuan)} yuan), the other side makes {Yuan(check.Actual)} yuan; the difference of " +
            $"{Yuan(check.Difference)} is more than the {Yuan(check.Tolerance)} that rounding allows. The other side: " +
            $"{Others(check, static (name, value, page) => $"{name} {value} (page {page})", "; ")}. Compare the pages.",
            line.PageNumber,
            line.Box,
            Yuan(line.AmountYuan),
            Yuan(check.Actual)));
    }

    /// <summary>Two totals of the same money are ten thousand times apart.</summary>
    public Finding UnitsApart(RunCheck check)
    {
        var (line, other) = (check.Whole.Line, check.Members[1].Line);
        return At(check, TableOf(line), new Finding(
            FindingRule.UnitContradicted,
            Severity.Warning,
            $"金额单位疑误：{PlaceZh(line)}“{Name(line)}”印为 {line.ValueAsPrinted} {line.UnitAsPrinted}，{PlaceZh(other)}“{Name(other)}”印为 " +
            $"{other.ValueAsPrinted} {other.UnitAsPrinted}，相差一万倍，其中一表的单位印错。按所印单位发布，未作更正。请对照原页。",
            $"A unit is doubtful: {PlaceEn(line)}, '{Name(line)}' prints {line.ValueAsPrinted} {line.UnitAsPrinted}; {PlaceEn(other)}, " +
            $"'{Name(other)}' prints {other.ValueAsPrinted} {other.UnitAsPrinted}: ten thousand times apart, so one of the tables names " +
            $"the wrong unit. Published as printed. Compare the pages.",
            line.PageNumber,
            line.Box,
            $"{line.ValueAsPrinted} {line.UnitAsPrinted}",
            $"{other.ValueAsPrinted} {other.UnitAsPrinted}"));
    }

    /// <param name="reason">The document's own.</param>
    public Finding LeftOut(RunCheck check, NotedReason reason)
    {
        var line = check.Whole.Line;
        return At(check, reason.Sentence, new Finding(
            FindingRule.RowsLeftOut,
            Severity.Note,
            $"明细不全：{PlaceZh(line)}“{Name(line)}”印为 {line.ValueAsPrinted} {line.UnitAsPrinted}，所列明细合计 {Yuan(check.Actual)} 元，少 " +
            $"{Yuan(-check.Difference)} 元；第 {reason.PageNumber.ToString(CultureInfo.InvariantCulture)} 页说明：“{reason.Sentence}”。" +
            $"明细不能代替合计。",
            $"Rows were left out: {PlaceEn(line)}, '{Name(line)}' prints {line.ValueAsPrinted} {line.UnitAsPrinted}, the rows " +
            $"listed make {Yuan(check.Actual)} yuan, {Yuan(-check.Difference)} less; " +
            $"page {reason.PageNumber.ToString(CultureInfo.InvariantCulture)} " +
            $"explains: '{reason.Sentence}'. The rows cannot stand for the total.",
            line.PageNumber,
            line.Box,
            Yuan(line.AmountYuan),
            Yuan(check.Actual)));
    }

    /// <param name="witness">The other figure that misses the same amount, or the row whose class is missing.</param>
    public Finding LeftOut(RunCheck check, BudgetLine witness)
    {
        var line = check.Whole.Line;
        return At(check, TableOf(line), new Finding(
            FindingRule.RowsLeftOut,
            Severity.Warning,
            $"明细不全：{PlaceZh(line)}“{Name(line)}”印为 {line.ValueAsPrinted} {line.UnitAsPrinted}，所列明细合计 {Yuan(check.Actual)} 元，少 " +
            $"{Yuan(-check.Difference)} 元；{PlaceZh(witness)}“{Name(witness)}”{witness.ValueAsPrinted} 可为佐证：" +
            $"公开时略去了部分科目（或读取时漏行）。请对照原页。",
            $"Rows were left out: {PlaceEn(line)}, '{Name(line)}' prints {line.ValueAsPrinted} {line.UnitAsPrinted}, the rows " +
            $"listed make {Yuan(check.Actual)} yuan, {Yuan(-check.Difference)} less; " +
            $"{PlaceEn(witness)}, '{Name(witness)}' {witness.ValueAsPrinted}, " +
            $"bears it out: rows were left out of the publication (or lost in reading). Compare the pages.",
            line.PageNumber,
            line.Box,
            Yuan(line.AmountYuan),
            Yuan(check.Actual)));
    }

    /// <summary>The sums of one table that are missed are looked at together: mostly one row breaks them all.</summary>
    private string TableOf(BudgetLine line) => FindingPlaces.CauseOf(tables[line.TableOrdinal - 1]);

    private static Finding At(RunCheck check, string cause, Finding finding) =>
        (finding with { Cause = cause }).At(FindingPlaces.Of(check.Whole.Line, finding.Expected, finding.Actual, check.CheckId));

    private string Others(RunCheck check, Func<string, string, int, string> describe, string separator)
    {
        var whole = check.Whole.Line;
        var named = check.Members.Skip(1).Take(MostNamed).Select(member =>
        {
            var line = member.Line;
            var name = line.Row == whole.Row && line.TableOrdinal == whole.TableOrdinal ? Kind(line) : Name(line);
            return describe(line.TableOrdinal == whole.TableOrdinal ? name : $"{TitleOf(line.TableOrdinal)} {name}", line.ValueAsPrinted,
                line.PageNumber);
        });
        return string.Join(separator, named) + (check.Members.Length > MostNamed + 1 ? "…" : string.Empty);
    }

    private static string Name(BudgetLine line) => line.SubjectNameAsPrinted ?? line.SubjectCodeAsPrinted ?? line.ItemKey ??
        SchemaName.Of(line.RowRole);

    /// <summary>What tells the columns of one row apart: the heading as printed.</summary>
    private string Kind(BudgetLine line)
    {
        var paths = tables[line.TableOrdinal - 1].ColumnHeaderPaths;
        var path = line.Column < paths.Length ? paths[line.Column] : string.Empty;
        var heading = path[(path.LastIndexOf('/') + 1)..].Trim();
        return heading.Length > 0 ? heading : Name(line);
    }

    private string PlaceZh(BudgetLine line) =>
        $"表“{TitleOf(line.TableOrdinal)}”（第 {line.PageNumber.ToString(CultureInfo.InvariantCulture)} 页）";

    private string PlaceEn(BudgetLine line) =>
        $"table '{TitleOf(line.TableOrdinal)}' (page {line.PageNumber.ToString(CultureInfo.InvariantCulture)})";

    private string TitleOf(int ordinal)
    {
        var table = tables[ordinal - 1];
        return table.TitleAsPrinted ?? table.NumberAsPrinted ?? ordinal.ToString(CultureInfo.InvariantCulture);
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
        CheckRule.DebtCategoriesSumToTotal => "一般债务与专项债务之和与合计不符",
        CheckRule.DebtWithinLimit => "债务余额超过限额",
        CheckRule.FunctionalEqualsEconomic => "功能分类合计与经济分类合计不符",
        _ => $"算式不符",
    };

    private static string RuleEn(string rule) => rule switch
    {
        CheckRule.ChildrenSumToParent => "The parts do not add up to their parent",
        CheckRule.LeavesSumToTotal => "The rows do not add up to the total",
        CheckRule.ComponentsSumToTotal => "The components do not add up to the total",
        CheckRule.FundsSumToTotal => "The funds do not add up to the total",
        CheckRule.ChangeIsCurrentMinusPrior => "The change is not this year less the year before",
        CheckRule.RevenueEqualsExpenditure => "Revenue and expenditure differ",
        CheckRule.TableTotalsAgree => "Totals of two tables differ",
        CheckRule.DebtCategoriesSumToTotal => "General and special debt do not make the total",
        CheckRule.DebtWithinLimit => "A balance of debt is above its limit",
        CheckRule.FunctionalEqualsEconomic => "The totals by function and by economic class differ",
        _ => "A sum is missed",
    };

    private static string Yuan(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
