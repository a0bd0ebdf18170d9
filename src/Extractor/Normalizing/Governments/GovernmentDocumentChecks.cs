using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Checks;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Governments;

/// <summary>
/// What the tables of a government must say of the same money: 收入总计 = 支出总计, one total in all tables, general and special debt make
/// the whole of it, and no balance is above its limit.
/// </summary>
internal sealed class GovernmentDocumentChecks(ImmutableArray<TableLines> tables, CheckBook book)
{
    private const string Undivided = "";
    private static readonly ImmutableArray<string> Categories = [Undivided, "general_", "special_"];
    private static readonly ImmutableArray<string> Measures = ["debt_limit", "debt_balance"];

    private readonly record struct Scope(int? Year, Phase Phase, GovernmentLevel? Level, string? Place, Fund Fund);

    public void Run()
    {
        CheckBalances();
        CheckTotals();
        foreach (var table in tables.Where(static table => table.Key == TableKey.GovernmentDebt))
        {
            CheckDebt(table);
        }
    }

    /// <summary>
    /// 收入总计 = 支出总计 where one table prints both. Of two tables a difference proves nothing: one may be of another level that no word
    /// tells.
    /// </summary>
    private void CheckBalances()
    {
        var totals = Totals().Where(static draft => GovernmentTotal.IsOfAll(draft.Line.SubjectNameAsPrinted)).ToList();
        foreach (var scope in totals.GroupBy(static draft => ScopeOf(draft.Line)))
        {
            var revenue = scope.Where(static draft => draft.Line.Direction == Direction.Revenue).ToList();
            var expenditure = scope.Where(static draft => draft.Line.Direction == Direction.Expenditure).ToList();
            var besides = revenue.Where(draft => expenditure.Exists(other => other.Line.TableOrdinal == draft.Line.TableOrdinal)).ToList();
            foreach (var total in besides)
            {
                if (expenditure.Where(other => other.Line.TableOrdinal == total.Line.TableOrdinal).ToList() is [var other]
                    && besides.Count(same => same.Line.TableOrdinal == total.Line.TableOrdinal) == 1)
                {
                    CheckBalance(total, other);
                }
            }

            if (besides.Count == 0 && revenue is [var one] && expenditure is [var its])
            {
                book.Agree(CheckRule.RevenueEqualsExpenditure, one, its, isComplete: false);
            }
        }
    }

    /// <summary>
    /// 年终结余 printed below 支出总计 is what makes it 收入总计. Without it a budget balances; what was executed leaves money over, which
    /// only a row of 结转 shows.
    /// </summary>
    private void CheckBalance(LineDraft revenue, LineDraft expenditure)
    {
        var side = tables.SelectMany(static table => table.All).Where(draft =>
            draft.Line.TableOrdinal == expenditure.Line.TableOrdinal && draft.Line.Direction == Direction.Expenditure).ToList();
        var column = side.Where(draft => draft.Line.Column == expenditure.Line.Column).ToList();
        if (column.Where(draft => draft.Line.Row > expenditure.Line.Row).MinBy(static draft => draft.Line.Row) is { } below)
        {
            book.Sum(CheckRule.RevenueEqualsExpenditure, revenue, [(expenditure, 1), (below, 1)], isComplete: false);
            return;
        }

        var isWhole = side.TrueForAll(draft => draft.Line.Row <= expenditure.Line.Row)
            && (expenditure.Line.Phase is Phase.Budget or Phase.Adjusted
                || column.Exists(static draft => draft.Line is { ItemKey: "carried_out", AmountYuan: not 0 }));
        book.Agree(CheckRule.RevenueEqualsExpenditure, revenue, expenditure, isWhole);
    }

    /// <summary>One total in two tables of one scope: that they agree proves both.</summary>
    private void CheckTotals()
    {
        foreach (var scope in Totals().GroupBy(static draft => (ScopeOf(draft.Line), draft.Line.Direction)))
        {
            var first = scope.First();
            foreach (var other in scope.Skip(1).Where(other => other.Line.TableOrdinal != first.Line.TableOrdinal))
            {
                book.Agree(CheckRule.TableTotalsAgree, first, other, isComplete: false);
            }
        }
    }

    private IEnumerable<LineDraft> Totals() => tables.SelectMany(static table => table.All).Where(static draft => draft.Line is
    {
        ItemKey: ItemKeys.Total or ItemKeys.CurrentYearTotal,
        Period: not Period.Change,
        ColumnItem: null,
        Component: Component.Total,
        AmountYuan: not 0,
        Fund: not Fund.All,
    });

    private static Scope ScopeOf(BudgetLine line) => new(line.AmountYear, line.Phase, line.GovernmentLevel, line.PlaceName, line.Fund);

    /// <summary>Of one place and year of one table: general + special = whole, and each balance at most its limit.</summary>
    private void CheckDebt(TableLines table)
    {
        var places = table.All.Where(static draft => draft.Line is { ItemKey: not null, AmountYear: not null, Period: not Period.Change })
            .GroupBy(static draft => (draft.Line.PlaceName, draft.Line.PlaceCode, draft.Line.GovernmentLevel,
                draft.Line.AmountYear));
        foreach (var place in places)
        {
            var figures = place.GroupBy(static draft => draft.Line.ItemKey!, StringComparer.Ordinal)
                .Where(static item => item.Count() == 1).ToDictionary(static item => item.Key, static item => item.Single(),
                    StringComparer.Ordinal);
            foreach (var measure in Measures)
            {
                if (figures.TryGetValue(measure, out var whole) && figures.TryGetValue("general_" + measure, out var general)
                    && figures.TryGetValue("special_" + measure, out var special))
                {
                    book.Sum(CheckRule.DebtCategoriesSumToTotal, whole, [(general, 1), (special, 1)]);
                }
            }

            foreach (var category in Categories)
            {
                if (figures.TryGetValue(category + Measures[0], out var limit) &&
                    figures.TryGetValue(category + Measures[1], out var balance))
                {
                    book.AtMost(CheckRule.DebtWithinLimit, limit, balance);
                }
            }
        }
    }
}
