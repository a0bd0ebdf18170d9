using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Prose;

/// <summary>
/// Compares the figures that the narrative states with the totals of the tables. A statement that agrees with one of the
/// totals it can mean holds; one that agrees with none fails where it can mean a single amount, and is reported where it can mean
/// several. Words that the narrative uses of parts too (项目支出 of one unit) contradict only where the sentence speaks of the whole.
/// </summary>
internal static class ProseChecks
{
    public const string Rule = FindingRule.ProseAgreesWithTable;

    /// <param name="lines">Of the tables, whatever they show.</param>
    /// <param name="ofGovernment">
    /// Its prose speaks of 全市 and 本级, of 预算 and 执行 under one key: a statement that agrees with no total contradicts none.
    /// </param>
    public static void Run(
        ImmutableArray<StatedReading> stated, IReadOnlyList<LineDraft> lines, ImmutableArray<ExtractedTable> tables, DocumentLedger ledger,
            bool ofFinalAccounts = false, bool ofGovernment = false)
    {
        foreach (var reading in stated)
        {
            if (reading.Figure.AmountYuan is not { } amount)
            {
                continue;
            }

            var candidates = lines.Where(draft => Means(reading.Figure.FigureKey, draft.Line, ofFinalAccounts)).ToList();
            var agreeing = candidates.Find(draft => Agree(reading, draft, ofFinalAccounts));
            if (candidates.Count == 0 || (agreeing is null && (ofGovernment || !IsOfTheWhole(reading, stated))))
            {
                continue;
            }

            if (agreeing is null && candidates.Exists(draft => draft.Yuan != candidates[0].Yuan))
            {
                if (!candidates.Exists(draft => IsCutOrRaised(reading, amount, draft)))
                {
                    ledger.Findings.Add(Disagreement(reading.Figure, amount, [.. candidates.Select(static draft => draft.Line)]));
                }

                continue;
            }

            if (!ledger.Checks.State(Rule, reading.Figure.FigureKey, agreeing ?? candidates[0], amount, reading.HalfPlaceYuan))
            {
                ledger.Findings.Add(Contradiction(reading.Figure, amount, candidates[0].Line, tables));
            }
        }
    }

    /// <summary>
    /// 人员经费 is said of any unit or subject, income from a fund with or without what was carried over: such words only confirm. 项目支出 is
    /// that of the whole where it opens its sentence, or the whole budget does.
    /// </summary>
    private static bool IsOfTheWhole(StatedReading reading, ImmutableArray<StatedReading> stated)
    {
        if (reading.Figure.FigureKey is "personnel" or "public" or "general_public_revenue" or "government_fund_revenue")
        {
            return false;
        }

        if (reading.Figure.FigureKey != "project")
        {
            return true;
        }

        var opening = PrintedFigure.FindAll(reading.Figure.Sentence).Where(static figure => figure.Unit == FigureUnit.Money)
            .Select(static figure => (decimal?)figure.Value).FirstOrDefault();
        return reading.Figure.AmountYuan == opening || stated.Any(other => other.Figure.AmountYuan == opening &&
            other.Figure.FigureKey == "budget_expenditure" && other.Figure.Sentence == reading.Figure.Sentence);
    }

    /// <summary>Whether a line is a total that the figure key speaks of; final accounts print 预算数 and 决算数 side by side.</summary>
    private static bool Means(string figureKey, BudgetLine line, bool ofFinalAccounts)
    {
        if (!ofFinalAccounts)
        {
            return Means(figureKey, line);
        }

        var ofBudget = figureKey.EndsWith(StatedFigureReader.BudgetSuffix, StringComparison.Ordinal);
        return line.Phase == (ofBudget ? Phase.Budget : Phase.FinalAccounts) &&
            Means(ofBudget ? figureKey[..^StatedFigureReader.BudgetSuffix.Length] : figureKey, line);
    }

    /// <summary>The statement speaks of the line and gives its amount.</summary>
    public static bool Agree(StatedReading reading, LineDraft draft, bool ofFinalAccounts) =>
        IsSameAmount(reading, draft) && Means(reading.Figure.FigureKey, draft.Line, ofFinalAccounts);

    /// <summary>The stated figure is cut off or raised where it should be rounded: its last place alone is another.</summary>
    private static bool IsCutOrRaised(StatedReading reading, decimal amount, LineDraft draft) =>
        Math.Abs(draft.Yuan - amount) < 2 * reading.HalfPlaceYuan;

    /// <summary>The amounts agree as exactly as both are printed.</summary>
    public static bool IsSameAmount(StatedReading reading, LineDraft draft) =>
        reading.Figure.AmountYuan is { } amount && Math.Abs(draft.Yuan - amount) <= reading.HalfPlaceYuan + draft.HalfPlaceYuan;

    /// <summary>Whether a line is a total that the figure key speaks of.</summary>
    private static bool Means(string figureKey, BudgetLine line) =>
        line.Period == Period.Current && figureKey switch
        {
            "project" => line.Component == Component.Project && line.Fund == Fund.All && IsTotalOf(line, TableKey.ExpenditureSummary),
            "personnel" => line.Component == Component.Personnel && IsTotalOf(line, TableKey.GeneralPublicBasicExpenditure),
            "public" => line.Component == Component.Public && IsTotalOf(line, TableKey.GeneralPublicBasicExpenditure),
            _ => line.Component == Component.Total && MeansTotal(figureKey, line),
        };

    private static bool MeansTotal(string figureKey, BudgetLine line) =>
        figureKey switch
        {
            "budget_revenue" => IsSummaryTotal(line, Direction.Revenue),
            "budget_expenditure" => IsSummaryTotal(line, Direction.Expenditure),
            "current_year_revenue" => IsCurrentYearTotal(line, Direction.Revenue),
            "current_year_expenditure" => IsCurrentYearTotal(line, Direction.Expenditure),
            "three_public_total" or "three_public_overseas" or "three_public_reception" or "three_public_vehicle_total"
                or "three_public_vehicle_purchase" or "three_public_vehicle_operation" =>
                line.TableKey == TableKey.ThreePublic && line.Fund is (Fund.GeneralPublic or Fund.FiscalAppropriation or Fund.All)
                && line.ItemKey is { } item && figureKey.AsSpan("three_public_".Length).SequenceEqual(
                    item == ItemKeys.UnitTotal ? ItemKeys.Total : item),
            "operating_expenses" => IsTotalOf(line, TableKey.OperatingExpenses),
            "procurement_total" => IsTotalOf(line, TableKey.GovernmentProcurement),
            "general_public_expenditure" => IsTotalOf(line, TableKey.GeneralPublicExpenditure),
            "general_public_revenue" => IsRevenueOf(line, Fund.GeneralPublic),
            "government_fund_revenue" => IsRevenueOf(line, Fund.GovernmentFund),
            "government_fund_expenditure" => line.Direction == Direction.Expenditure && IsTotalOf(line, TableKey.GovernmentFundExpenditure),
            "state_capital_expenditure" => line.Direction == Direction.Expenditure && IsTotalOf(line, TableKey.StateCapitalExpenditure),
            _ => false,
        };

    private static bool IsSummaryTotal(BudgetLine line, Direction direction) =>
        line.TableKey == TableKey.RevenueExpenditureSummary && line.Direction == direction && line.Fund == Fund.All
        && ItemKeys.IsTotal(line.ItemKey);

    private static bool IsCurrentYearTotal(BudgetLine line, Direction direction) =>
        line.TableKey == TableKey.RevenueExpenditureSummary && line.Direction == direction && line.Fund == Fund.All &&
            line.ItemKey is ItemKeys.CurrentYearTotal;

    /// <summary>The year's own money of a fund, in the lists of both sides or in that of revenue.</summary>
    private static bool IsRevenueOf(BudgetLine line, Fund fund) =>
        line is { Direction: Direction.Revenue, ItemKey: not "carried_in", Qualifier: null } && line.Fund == fund &&
            (line.TableKey is TableKey.RevenueExpenditureSummary or TableKey.FiscalAppropriationSummary ||
                IsTotalOf(line, TableKey.RevenueSummary));

    private static bool IsTotalOf(BudgetLine line, TableKey key) =>
        line.TableKey == key && line.RowRole == RowRole.Total;

    private static Finding Contradiction(StatedFigure figure, decimal amount, BudgetLine line, ImmutableArray<ExtractedTable> tables)
    {
        var table = tables[line.TableOrdinal - 1];
        var title = table.TitleAsPrinted ?? table.NumberAsPrinted ?? line.TableOrdinal.ToString(CultureInfo.InvariantCulture);
        var stated = Yuan(amount);
        var printed = Yuan(line.AmountYuan);
        return new Finding(
            Rule,
            Severity.Warning,
            $"正文与表不符：第 {figure.PageNumber} 页“{figure.Sentence}”为 {stated} 元，表“{title}”（第 {line.PageNumber} 页）印为 " +
            $"{line.ValueAsPrinted} {line.UnitAsPrinted}（{printed} 元）。请对照两处原文。",
            $"The prose on page {figure.PageNumber} ('{figure.Sentence}') states {stated} yuan, table " +
            $"'{title}' on page {line.PageNumber} prints {line.ValueAsPrinted} {line.UnitAsPrinted} ({printed} yuan). Compare both places.",
            figure.PageNumber,
            figure.Box.Rounded(),
            printed,
            stated);
    }

    private static Finding Disagreement(StatedFigure figure, decimal amount, ImmutableArray<BudgetLine> lines)
    {
        var stated = Yuan(amount);
        var printed = string.Join(", ", lines.DistinctBy(static line => line.AmountYuan)
            .Select(static line => string.Create(CultureInfo.InvariantCulture, $"{Yuan(line.AmountYuan)} (p. {line.PageNumber})")));
        return new Finding(
            Rule,
            Severity.Warning,
            $"正文与各表均不符：第 {figure.PageNumber} 页“{figure.Sentence}”为 {stated} 元，各表所印为 {printed} 元。请对照各处原文。",
            $"The prose on page {figure.PageNumber} ('{figure.Sentence}') states {stated} yuan; the tables print {printed} yuan. " +
            "Compare the places.",
            figure.PageNumber,
            figure.Box.Rounded(),
            printed,
            stated);
    }

    private static string Yuan(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
