using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Facts.Governments;

/// <summary>From the lines of one document of a government to its facts.</summary>
internal static class GovernmentFactsOfDocument
{
    /// <summary>In the order in which their rows are preferred.</summary>
    private static readonly ImmutableArray<TableKey> Tables =
    [
        TableKey.GeneralPublicRevenue, TableKey.GeneralPublicExpenditure, TableKey.GovernmentFundRevenue,
        TableKey.GovernmentFundExpenditure, TableKey.StateCapitalRevenue, TableKey.StateCapitalExpenditure,
        TableKey.SocialInsuranceRevenue, TableKey.SocialInsuranceExpenditure, TableKey.GeneralPublicSummary,
        TableKey.SocialInsuranceSummary,
    ];

    public static ImmutableArray<Fund> Funds { get; } =
        [Fund.GeneralPublic, Fund.GovernmentFund, Fund.StateCapital, Fund.SocialInsurance];

    /// <returns>Null for a document that is not of a government, or whose year or place is not known.</returns>
    public static GovernmentFacts? Of(PublishableDocument entry, NormalizedDocument document)
    {
        var identity = document.Identity;
        if (identity is not { FiscalYear: not null, DivisionCode: not null } || identity.Kind is not (DocumentKind.GovernmentBudget
            or DocumentKind.GovernmentFinalAccounts or DocumentKind.GovernmentExecution or DocumentKind.GovernmentDebt))
        {
            return null;
        }

        var lines = document.Lines.Where(static line => line is { Period: not Period.Change, AmountYear: not null }).ToList();
        var (books, transfers) = (BooksOf(lines), TransferTablesOf(lines));
        return new GovernmentFacts(entry.Id, identity, entry.SupersedesDocumentId,
            [.. books.Where(book => IsOwn(book.Scope.Phase, book.Scope.Year, identity))],
            Widest(transfers.Where(table => IsOwn(table.Scope.Phase, table.Scope.Year, identity))),
            GovernmentDebtFacts.SumsOf(document),
            new GovernmentFiguresOfDocument(identity, lines).Read(books, transfers, GovernmentDebtFacts.Of(document)));
    }

    /// <summary>
    /// What the document is there to say: a budget the year's budget and how the year before was executed, final accounts and execution
    /// reports their year. What it repeats of other years for comparison stands in the documents of those years.
    /// </summary>
    public static bool IsOwn(Phase phase, int year, DocumentIdentity identity) => identity.Kind switch
    {
        DocumentKind.GovernmentBudget => (phase == Phase.Budget && year == identity.FiscalYear)
            || (phase is Phase.Execution or Phase.Adjusted && year == identity.FiscalYear - 1),
        DocumentKind.GovernmentFinalAccounts => phase == Phase.FinalAccounts && year == identity.FiscalYear,
        DocumentKind.GovernmentExecution => phase == Phase.Execution && year == identity.FiscalYear,
        _ => false,
    };

    public static FactScope ScopeOf(BudgetLine line) =>
        new(line.AmountYear!.Value, line.Phase, line.GovernmentLevel, line.Fund, line.Direction);

    private static ImmutableArray<GovernmentBook> BooksOf(List<BudgetLine> lines) =>
    [
        .. lines.Where(static line => Tables.Contains(line.TableKey) && Funds.Contains(line.Fund) && line.PlaceName is null
                && line.Classification is Classification.Functional or Classification.Revenue)
            .GroupBy(ScopeOf)
            .OrderBy(static scope => scope.Key.ToString(), StringComparer.Ordinal)
            .Select(static scope => BookOf(scope.Key, ColumnsOf(scope)))
            .OfType<GovernmentBook>(),
    ];

    /// <summary>
    /// Of a table's columns of one scope the one without an item of its own, or the only one, or the one that is the sum of the others.
    /// </summary>
    private static IEnumerable<BookColumn> ColumnsOf(IEnumerable<BudgetLine> scope)
    {
        foreach (var table in scope.GroupBy(static line => line.TableOrdinal).OrderBy(static table => table.Key))
        {
            var columns = table.GroupBy(static line => line.Column).OrderBy(static column => column.Key)
                .Select(static column => (IsWhole: column.All(static line => line.ColumnItem is null),
                    IsOfYear: column.Any(static line => line.ItemKey == ItemKeys.CurrentYearTotal), Read: BookColumn.Of([.. column])))
                .ToList();
            var whole = columns.Where(static column => column.IsWhole).ToList();
            if ((whole.Count > 0 ? whole : columns) is [(_, _, { } only)])
            {
                // 支出合计 | 当年支出 | 结转下年: the year's own rows and total stand in a column of their own.
                var hasRows = only.Year.Length + only.Balancing.Length > 0;
                yield return hasRows ? only
                    : columns.Find(static column => column is { IsOfYear: true, Read.Year.Length: > 0 }).Read
                        ?? only.DividedInto(columns.Select(static column => column.Read).OfType<BookColumn>().Where(part => part != only));
            }
            else if (columns.Select(static column => column.Read).OfType<BookColumn>().ToList() is { Count: > 2 } read
                && read.Find(one => BookColumn.IsSum(one.Last, read.Where(other => other != one).Select(static other => other.Last)))
                    is { } sum)
            {
                yield return sum;
            }
        }
    }

    private static GovernmentBook? BookOf(FactScope scope, IEnumerable<BookColumn> columns)
    {
        var all = ReadBesideEachOther([.. columns]).OrderByDescending(static column => column.MakesItsYear)
            .ThenByDescending(static column => column.Year.Length)
            .ThenBy(static column => Tables.IndexOf(column.TableKey)).ThenBy(static column => column.Table).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var (ofYear, years) = Agreed(all.Select(static column => column.OfYear));
        var (ofAll, alls) = Agreed(all.Select(static column => column.OfAll));
        if (years > 1 || (alls > 1 && all.Count(static column => column.OfYear is not null) < 2))
        {
            // Two tables of one scope that print two totals: one of them is of something else, and nothing tells which.
            return new GovernmentBook(scope, null, [], ofYear, ofAll);
        }

        if (alls > 1)
        {
            // Of the year they say the same; 总计 is with 结转下年 in one and without it in the other.
            var made = all.Find(static column => column.OfYear is not null && column.Year.Length > 0);
            return new GovernmentBook(scope, made?.TableKey, made?.Year ?? [], ofYear, null);
        }

        var ofRows = all.Find(static column => column.Year.Length > 0);
        var beside = all.Find(column => column.Balancing.Length > 0 && column.OfAll is not null
            && BookColumn.IsMade(column.OfAll, column.Balancing.Concat(ofRows?.Year ?? [])))
            ?? all.Find(column => column.Balancing.Length > 0 && column == ofRows);
        return new GovernmentBook(scope, ofRows?.TableKey, [.. ofRows?.Year ?? [], .. beside?.Balancing ?? []], ofYear, ofAll);
    }

    /// <summary>
    /// 当年支出合计 of one table is 总计 where another one prints that amount beside the year's own; a 合计 that only repeats the year's own
    /// amount is no 总计 where another table has one.
    /// </summary>
    public static ImmutableArray<BookColumn> ReadBesideEachOther(ImmutableArray<BookColumn> columns)
    {
        var pairs = columns.Where(static column => column is { OfYear: { } year, OfAll: { } all } && !BookColumn.AreEqual(year, all))
            .ToList();
        return [.. columns.Select(column => column switch
        {
            { OfYear: { } only, OfAll: null } when pairs.Exists(pair => BookColumn.AreEqual(pair.OfAll!, only)) &&
                !pairs.Exists(pair => BookColumn.AreEqual(pair.OfYear!, only)) =>
                column with { OfYear = null, OfAll = only, Year = [], Balancing = [] },
            { OfYear: { } year, OfAll: { } same, Balancing.Length: 0 } when BookColumn.AreEqual(year, same) &&
                pairs.Exists(pair => BookColumn.AreEqual(pair.OfYear!, year)) => column with { OfAll = null },
            _ => column,
        })];
    }

    /// <summary>The total that all columns print, at its most precise; and how many different ones they do.</summary>
    private static (Traced? Total, int Different) Agreed(IEnumerable<Traced?> printed)
    {
        var totals = printed.OfType<Traced>().OrderBy(static total => total.Lines[0].RoundingYuan).ToList();
        var different = totals.Count == 0 ? 0 : totals.Exists(total => !BookColumn.AreEqual(total, totals[0])) ? 2 : 1;
        return (different == 1 ? totals[0] : null, different);
    }

    private static ImmutableArray<GovernmentTransfers> TransferTablesOf(List<BudgetLine> lines) =>
    [
        .. lines.Where(static line => line.TableKey == TableKey.TransferPayments)
            .GroupBy(static line => ScopeOf(line) with { Level = null })
            .OrderBy(static scope => scope.Key.ToString(), StringComparer.Ordinal)
            .SelectMany(static scope => scope.GroupBy(static line => line.TableOrdinal).OrderBy(static table => table.Key)
                .Select(table => TransfersOf(scope.Key, [.. table])).OfType<GovernmentTransfers>()),
    ];

    /// <summary>Of each scope the table that counts: one that adds up, the widest, the most detailed.</summary>
    private static ImmutableArray<GovernmentTransfers> Widest(IEnumerable<GovernmentTransfers> tables) =>
    [
        .. tables.GroupBy(static table => table.Scope).Select(static scope => scope
            .OrderByDescending(static transfers => transfers.Reconciliation.Reconciles)
            .ThenByDescending(static transfers => transfers.Printed.Yuan)
            .ThenByDescending(static transfers => transfers.Rows.Length).First()),
    ];

    /// <summary>The rows of one table and its 合计; a table by place and item has one row for each amount.</summary>
    private static GovernmentTransfers? TransfersOf(FactScope scope, ImmutableArray<BudgetLine> table)
    {
        var rows = table.Where(static line => line is { IsLeaf: true, Qualifier: null, RowRole: not RowRole.Total } && !IsTotal(line))
            .Select(static line => new GovernmentTransfer(line.PlaceCode, line.PlaceName, line.GovernmentLevel,
                line.Classification == Classification.Place ? line.ColumnItem : line.SubjectName ?? line.SubjectNameAsPrinted,
                Traced.Of(line)))
            .GroupBy(static row => row.Name)
            .Select(static group => group.First() with { Counted = Traced.Sum(group.Select(static row => row.Counted))! })
            .ToImmutableArray();
        var columns = rows.SelectMany(static row => row.Counted.Lines).Select(static line => line.Column).ToHashSet();
        var totals = table.Where(line => IsTotal(line) && columns.Contains(line.Column)).GroupBy(static line => line.Column).ToList();
        return rows.Length > 1 && totals.Count == columns.Count && totals.TrueForAll(static column => column.Count() == 1)
            && Traced.Sum(totals.Select(static column => Traced.Of(column.Single()))) is { Yuan: not 0 } printed
            ? new GovernmentTransfers(scope, rows, table.Where(line => IsTotal(line) && !columns.Contains(line.Column))
                .Select(Traced.Of).FirstOrDefault(total => BookColumn.IsSum(total, [printed])) ?? printed) : null;
    }

    private static bool IsTotal(BudgetLine line) => ItemKeys.IsTotal(line.ItemKey)
        || (line.Classification == Classification.Place && line.GovernmentLevel == GovernmentLevel.Whole);
}
