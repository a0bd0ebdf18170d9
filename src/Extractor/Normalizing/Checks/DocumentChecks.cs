using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Normalizing.Governments;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Checks;

/// <summary>What the tables of one document must say of the same money.</summary>
internal sealed class DocumentChecks(ImmutableArray<TableLines> tables, DocumentLedger ledger, bool isOfGovernment)
{
    private readonly CheckBook book = ledger.Checks;

    /// <summary>Runs every sum and reports those that are missed.</summary>
    public void Run(ExtractedDocument document, HeadingMaps headings)
    {
        RunAll();
        book.SetNotApplicable(ToldAtTheirParts());
        var messages = new CheckFindings(document.Tables);
        Explain(new NotedReasons(document, headings), messages);
        var leftOut = new LeftOutRows(tables).Find(book.Failing);
        book.SetNotApplicable(leftOut.Keys.ToHashSet());
        var told = new HashSet<(int Table, int Row, int? Column, decimal Expected, decimal Actual)>();
        foreach (var (check, witness) in leftOut.Where(static pair => pair.Key.Whole.Line.Component == Component.Total))
        {
            if (told.Add(Place(check)))
            {
                ledger.Findings.Add(messages.LeftOut(check, witness));
            }
        }

        foreach (var check in book.Failing.Where(check => told.Add(Place(check))))
        {
            ledger.Findings.Add(check.Members is [var one, var other] && check.Rule is CheckRule.TableTotalsAgree
                or CheckRule.FunctionalEqualsEconomic && UnitReconciliation.AreUnitsApart(one, other)
                ? messages.UnitsApart(check)
                : messages.Missed(check));
        }
    }

    /// <summary>What the document explains is no contradiction; lists that fall short are told with the sentence.</summary>
    private void Explain(NotedReasons reasons, CheckFindings messages)
    {
        foreach (var check in book.Failing.ToList())
        {
            if (reasons.Of(check) is { } reason)
            {
                book.Explain(check, reason.Sentence);
                if (reason.Explains == NoteExplains.LeftOut)
                {
                    ledger.Findings.Add(messages.LeftOut(check, reason));
                }
            }
        }
    }

    /// <summary>
    /// Lists that miss their sum by just what some of their parts miss beside them, in their own rows: the contradiction is
    /// told there, and the other parts of the list are none.
    /// </summary>
    private HashSet<RunCheck> ToldAtTheirParts()
    {
        var across = book.Failing.Where(static check => check.Rule is CheckRule.FundsSumToTotal or CheckRule.ComponentsSumToTotal)
            .ToLookup(static check => check.Whole);
        return
        [
            .. from check in book.Failing
               where check.Rule is CheckRule.ChildrenSumToParent or CheckRule.LeavesSumToTotal
               let wrong = check.Members.Skip(1).SelectMany(member => across[member]).ToList()
               where wrong.Count > 0 && Math.Abs(check.Difference + wrong.Sum(static part => part.Difference)) <= check.Tolerance +
                   wrong.Sum(static part => part.Tolerance)
               select check,
        ];
    }

    /// <summary>Down the rows the same difference is told once: a total and its only fund print one figure in two columns.</summary>
    private static (int Table, int Row, int? Column, decimal Expected, decimal Actual) Place(RunCheck check) =>
        (check.Whole.Line.TableOrdinal,
         check.Whole.Line.Row,
         check.Rule is CheckRule.ChildrenSumToParent or CheckRule.LeavesSumToTotal ? null : check.Whole.Line.Column,
         check.Whole.Yuan,
         check.Actual);

    private void RunAll()
    {
        foreach (var table in tables)
        {
            foreach (var block in table.Blocks)
            {
                if (isOfGovernment)
                {
                    new GovernmentChecks(block, book).Run();
                }
                else
                {
                    new BlockChecks(block, book).Run();
                }
            }

            ThreePublicChecks.Run(table.ThreePublic, book);
            if (!isOfGovernment)
            {
                CheckTwoSides(table);
            }
        }

        if (isOfGovernment)
        {
            new GovernmentDocumentChecks(tables, book).Run();
            return;
        }

        CheckSummaries();
        CheckGeneralPublic();
    }

    /// <summary>收入总计 = 支出总计.</summary>
    private void CheckTwoSides(TableLines table)
    {
        if (table.Context.Kind.Balances &&
            table.Total(Direction.Revenue, table.Context.Fund) is { } revenue &&
                table.Total(Direction.Expenditure, table.Context.Fund) is { } expenditure)
        {
            book.Agree(CheckRule.RevenueEqualsExpenditure, revenue, expenditure);
        }
    }

    /// <summary>收支总表 = 收入总表 = 支出总表, each with or without what is carried over.</summary>
    private void CheckSummaries()
    {
        if (Only(TableKey.RevenueExpenditureSummary) is not { } summary)
        {
            return;
        }

        AddWithoutTotal(TableKey.RevenueSummary, Direction.Revenue, Fund.All, summary);
        AddWithoutTotal(TableKey.ExpenditureSummary, Direction.Expenditure, Fund.All, summary);
        if (Only(TableKey.RevenueSummary)?.Total(Direction.Revenue, Fund.All) is { } revenue)
        {
            AgreeWithEither(revenue, summary.Total(Direction.Revenue, Fund.All), summary.CurrentYearTotal(Direction.Revenue, Fund.All));
        }

        if (Only(TableKey.ExpenditureSummary)?.Total(Direction.Expenditure, Fund.All) is { } expenditure)
        {
            AgreeWithEither(expenditure, summary.Total(Direction.Expenditure, Fund.All),
                summary.CurrentYearTotal(Direction.Expenditure, Fund.All));
        }
    }

    /// <summary>
    /// A list that prints no total of its own is held against that of the summary, with or without what is carried over: that it
    /// agrees proves its rows, that it does not proves nothing.
    /// </summary>
    private void AddWithoutTotal(TableKey key, Direction direction, Fund fund, TableLines summary)
    {
        if (Only(key) is not { } table || table.Total(direction, fund) is not null)
        {
            return;
        }

        List<(LineDraft, int)> leaves = [.. table.All.Where(draft => draft.Line is
        {
            IsLeaf: true, Component: Component.Total, Period: Period.Current
        } && draft.Line.Fund == fund && draft.Line.Direction == direction).Select(static draft => (draft, 1))];
        if (leaves.Count > 1 && NearestTotal(leaves.Sum(static leaf => leaf.Item1.Yuan)) is { } whole)
        {
            book.Sum(CheckRule.LeavesSumToTotal, whole, leaves, isComplete: false);
        }

        LineDraft? NearestTotal(decimal sum) =>
            new[] { summary.Total(direction, fund), summary.CurrentYearTotal(direction, fund) }.OfType<LineDraft>()
                .MinBy(total => Math.Abs(total.Yuan - sum));
    }

    private void CheckGeneralPublic()
    {
        var functional = Only(TableKey.GeneralPublicExpenditure);
        var total = functional?.Total(Direction.Expenditure, Fund.GeneralPublic);
        if (Only(TableKey.FiscalAppropriationSummary) is { } fiscal)
        {
            AddWithoutTotal(TableKey.GeneralPublicExpenditure, Direction.Expenditure, Fund.GeneralPublic, fiscal);
        }

        if (total is not null && Only(TableKey.FiscalAppropriationSummary) is { } summary)
        {
            AgreeWithEither(total, summary.Total(Direction.Expenditure, Fund.GeneralPublic),
                summary.CurrentYearTotal(Direction.Expenditure, Fund.GeneralPublic), summary.All.Where(static draft => draft.Line is
                {
                    ItemKey: "carried_in", Fund: Fund.GeneralPublic, Direction: Direction.Revenue
                }).ToList() is [var only] ? only : null);
        }

        var basic = functional?.Total(Direction.Expenditure, Fund.GeneralPublic, Component.Basic);
        foreach (var table in tables.Where(static table =>
            table.Key == TableKey.GeneralPublicBasicExpenditure && !table.Context.IsNarrowedByTitle))
        {
            if (basic is not null && table.Total(Direction.Expenditure, Fund.GeneralPublic) is { } basicTotal)
            {
                book.Agree(CheckRule.TableTotalsAgree, basic, basicTotal);
            }
        }

        foreach (var table in tables.Where(static table => table.Key == TableKey.GeneralPublicEconomic))
        {
            foreach (var component in (ReadOnlySpan<Component>)[Component.Total, Component.Basic, Component.Project])
            {
                if (functional?.Total(Direction.Expenditure, Fund.GeneralPublic, component) is { } byFunction &&
                    table.Total(Direction.Expenditure, Fund.GeneralPublic, component) is { } byEconomy)
                {
                    book.Agree(CheckRule.FunctionalEqualsEconomic, byFunction, byEconomy);
                }
            }
        }
    }

    /// <summary>
    /// One of the two sums must be met, or the grand total with what its table carries over; where none is, the grand total is what was
    /// expected.
    /// </summary>
    private void AgreeWithEither(LineDraft actual, LineDraft? total, LineDraft? currentYear, LineDraft? carried = null)
    {
        foreach (var expected in new[] { total, currentYear }.OfType<LineDraft>())
        {
            if (Math.Abs(expected.Yuan - actual.Yuan) <= expected.HalfPlaceYuan + actual.HalfPlaceYuan)
            {
                book.Agree(CheckRule.TableTotalsAgree, expected, actual);
                return;
            }
        }

        if (total is not null && carried is not null && Math.Abs(total.Yuan - actual.Yuan - carried.Yuan) <=
            total.HalfPlaceYuan + actual.HalfPlaceYuan + carried.HalfPlaceYuan)
        {
            book.Sum(CheckRule.TableTotalsAgree, total, [(actual, 1), (carried, 1)], isComplete: false);
        }
        else if ((total ?? currentYear) is { } missed)
        {
            book.Agree(CheckRule.TableTotalsAgree, missed, actual);
        }
    }

    /// <summary>The table of a kind, where the document has one of it; of several nobody knows which is meant.</summary>
    private TableLines? Only(TableKey key)
    {
        var found = tables.Where(table => table.Key == key).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
