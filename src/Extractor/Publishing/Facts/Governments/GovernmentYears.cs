using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Publishing.Facts.Governments;

/// <summary>Of the documents of a partition: each scope of a government once, from the document that says it best.</summary>
internal sealed class GovernmentYears
{
    private static readonly ImmutableArray<(string Suffix, Func<GovernmentBook, Traced?> Of)> Totals =
        [("", static book => book.OfYear), ("_total", static book => book.OfAll)];

    private GovernmentYears(ImmutableArray<GovernmentRow<GovernmentBook>> books,
        ImmutableArray<GovernmentRow<GovernmentTransfers>> transfers, ImmutableArray<GovernmentYear> years) =>
        (Books, Transfers, Years) = (books, transfers, years);

    public ImmutableArray<GovernmentRow<GovernmentBook>> Books { get; }

    public ImmutableArray<GovernmentRow<GovernmentTransfers>> Transfers { get; }

    /// <summary>One a place, year, phase and level.</summary>
    public ImmutableArray<GovernmentYear> Years { get; }

    public static GovernmentYears Of(IEnumerable<GovernmentFacts> documents)
    {
        var all = documents.OrderBy(static document => document.Identity.DivisionCode, StringComparer.Ordinal)
            .ThenBy(static document => document.Id).ToList();
        var superseded = all.Select(static document => document.Supersedes).OfType<DocumentId>().ToHashSet();
        all.RemoveAll(document => superseded.Contains(document.Id));
        ImmutableArray<GovernmentRow<GovernmentBook>> books =
        [
            .. all.SelectMany(static document => document.Books.Select(book =>
                    new GovernmentRow<GovernmentBook>(document, book.Scope, book.Reconciliation, book)))
                .GroupBy(static row => (row.Document.Identity.DivisionCode, row.Scope))
                .Select(static same => same.OrderByDescending(static row => row.Sum.Reconciles)
                    .ThenByDescending(static row => row.Item.Rows.Length).ThenBy(static row => row.Document.Id).First()),
        ];
        ImmutableArray<GovernmentRow<GovernmentTransfers>> transfers =
        [
            .. all.SelectMany(static document => document.Transfers.Select(item =>
                    new GovernmentRow<GovernmentTransfers>(document, item.Scope, item.Reconciliation, item)))
                .GroupBy(static row => (row.Document.Identity.DivisionCode, row.Scope))
                .Select(static same => same.OrderByDescending(static row => row.Sum.Reconciles)
                    .ThenByDescending(static row => row.Item.Printed.Yuan).ThenBy(static row => row.Document.Id).First()),
        ];
        MustAddUp(books);
        return new GovernmentYears(books, transfers, YearsOf(all, books, transfers));
    }

    public IEnumerable<GovernmentRow<GovernmentAmount>> Amounts(Direction direction) => Books
        .Where(row => row.Scope.Direction == direction)
        .SelectMany(static row => row.Item.Rows.Select(item =>
            new GovernmentRow<GovernmentAmount>(row.Document, row.Scope, row.Sum, item)));

    public IEnumerable<GovernmentRow<GovernmentTransfer>> TransferRows() => Transfers.SelectMany(static row =>
        row.Item.Rows.Select(item => new GovernmentRow<GovernmentTransfer>(row.Document, row.Scope, row.Sum, item)));

    public IEnumerable<GovernmentRow<Reconciliation>> Reconciliations() => Books
        .SelectMany(static row => row.Item.Sums.Select(sum => new GovernmentRow<Reconciliation>(row.Document, row.Scope, sum, sum)))
        .Concat(Transfers.Select(static row => new GovernmentRow<Reconciliation>(row.Document, row.Scope, row.Sum, row.Sum)));

    private static ImmutableArray<GovernmentYear> YearsOf(List<GovernmentFacts> documents,
        ImmutableArray<GovernmentRow<GovernmentBook>> books, ImmutableArray<GovernmentRow<GovernmentTransfers>> transfers)
    {
        var headlines = books.SelectMany(static row => Totals.Select(total => (row.Document, row.Scope.Year, row.Scope.Phase,
                row.Scope.Level, Name: $"{SchemaName.Of(row.Scope.Fund)}_{SchemaName.Of(row.Scope.Direction)}{total.Suffix}",
                Amount: total.Of(row.Item) is { } printed ? new GovernmentHeadline(printed.Yuan, printed.Lines[0].LineId) : null)))
            .Concat(transfers.Where(static row => row.Scope.Fund == Fund.GeneralPublic && row.Sum.Reconciles).Select(static row =>
                (row.Document, row.Scope.Year, row.Scope.Phase, row.Scope.Level,
                    Name: row.Scope.Direction == Direction.Revenue ? "transfers_received" : "transfers_given",
                    Amount: (GovernmentHeadline?)new GovernmentHeadline(row.Item.Printed.Yuan, row.Item.Printed.Lines[0].LineId))))
            .Concat(documents.SelectMany(static document => document.Debt.Select(fact => (Document: document, fact.Year, fact.Phase,
                fact.Level, Name: (fact.Category == "undivided" ? "" : fact.Category + "_") + "debt_" + fact.Measure,
                Amount: (GovernmentHeadline?)new GovernmentHeadline(fact.Yuan, fact.LineId)))));
        return
        [
            .. headlines.Where(static headline => headline.Amount is not null)
                .GroupBy(static headline => (headline.Document.Identity.DivisionCode, headline.Year, headline.Phase, headline.Level))
                .OrderBy(static year => year.Key.DivisionCode, StringComparer.Ordinal).ThenBy(static year => year.Key.Year)
                .ThenBy(static year => year.Key.Phase).ThenBy(static year => year.Key.Level)
                .Select(static year => new GovernmentYear(year.CountBy(static headline => headline.Document)
                    .OrderByDescending(static document => document.Value).ThenBy(static document => document.Key.Id).First().Key,
                    year.Key.Year, year.Key.Phase, year.Key.Level,
                    year.DistinctBy(static headline => headline.Name).ToImmutableSortedDictionary(
                        static headline => headline.Name, static headline => headline.Amount!, StringComparer.Ordinal))),
        ];
    }

    /// <summary>The guarantee, in every run: no subject stands twice in a scope, and the rows are what their reconciliation says.</summary>
    private static void MustAddUp(ImmutableArray<GovernmentRow<GovernmentBook>> books)
    {
        foreach (var (document, scope, _, book) in books)
        {
            if (book.Rows.GroupBy(static row => row.Name).FirstOrDefault(static group => group.Skip(1).Any()) is { } twice)
            {
                throw new PublishingException($"{book.Fact} of document {document.Id} has '{twice.Key}' of {scope} twice; nothing was " +
                    $"published. Report the file to the maintainers.");
            }

            foreach (var sum in book.Sums)
            {
                var made = book.Rows.Where(row => sum.Measure == GovernmentBook.AllColumns || !row.IsBalancing)
                    .Sum(static row => row.Counted.Yuan);
                if (made != sum.FactYuan)
                {
                    throw new PublishingException(string.Create(CultureInfo.InvariantCulture, $"{book.Fact} of document {document.Id} " +
                        $"adds up to {made} in {scope} where its reconciliation says {sum.FactYuan}; nothing was published. " +
                        $"Report the file to the maintainers."));
                }
            }
        }
    }
}
