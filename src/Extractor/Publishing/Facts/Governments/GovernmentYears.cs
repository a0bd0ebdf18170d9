using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;

namespace Extractor.Publishing.Facts.Governments;

/// <summary>Of the documents of a partition: each scope of a government once, from the document that says it best.</summary>
internal sealed class GovernmentYears
{
    private GovernmentYears(ImmutableArray<GovernmentFacts> documents, ImmutableArray<GovernmentRow<GovernmentBook>> books,
        ImmutableArray<GovernmentRow<GovernmentTransfers>> transfers) => (this.documents, Books, Transfers) = (documents, books, transfers);

    private readonly ImmutableArray<GovernmentFacts> documents;

    public ImmutableArray<GovernmentRow<GovernmentBook>> Books { get; }

    public ImmutableArray<GovernmentRow<GovernmentTransfers>> Transfers { get; }

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
        return new GovernmentYears([.. all], books, transfers);
    }

    public IEnumerable<GovernmentRow<GovernmentAmount>> Amounts(Direction direction) => Books
        .Where(row => row.Scope.Direction == direction)
        .SelectMany(static row => row.Item.Rows.Select(item =>
            new GovernmentRow<GovernmentAmount>(row.Document, row.Scope, row.Sum, item)));

    public IEnumerable<GovernmentRow<GovernmentTransfer>> TransferRows() => Transfers.SelectMany(static row =>
        row.Item.Rows.Select(item => new GovernmentRow<GovernmentTransfer>(row.Document, row.Scope, row.Sum, item)));

    public IEnumerable<GovernmentRow<Reconciliation>> Reconciliations() => Books
        .SelectMany(static row => row.Item.Sums.Select(sum => new GovernmentRow<Reconciliation>(row.Document, row.Scope, sum, sum)))
        .Concat(Transfers.Select(static row => new GovernmentRow<Reconciliation>(row.Document, row.Scope, row.Sum, row.Sum)))
        .Concat(DebtReconciliations());

    /// <summary>Of debt every document speaks for itself, as its facts do.</summary>
    private IEnumerable<GovernmentRow<Reconciliation>> DebtReconciliations() => documents.SelectMany(static document =>
        document.DebtSums.Select(sum => new GovernmentRow<Reconciliation>(document, sum.Scope, sum.Reconciliation, sum.Reconciliation)));

    public IEnumerable<(GovernmentFacts Document, GovernmentFigure Figure)> Figures() =>
        documents.SelectMany(static document => document.Figures.Select(figure => (document, figure)));

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
