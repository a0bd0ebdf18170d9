using Extractor.Publishing.Facts.Governments;

namespace Extractor.CorpusTests;

/// <summary>The guarantee of the facts of governments, over every document of <c>../shared/governments</c>.</summary>
public sealed class GovernmentFactsTests
{
    /// <summary>Of a hundred printed totals of a scope so many are made by the rows of their fact.</summary>
    private const int LeastReconciled = 84;

    [Fact]
    public void Facts_OfEveryGovernment_AddUpOrSayWhatTheyLack()
    {
        Assert.SkipUnless(SharedFiles.Governments().Count > 0, "../shared/governments is not beside the repository");
        var books = SharedDocuments.Governments.SelectMany(static document => document.Government?.Books ?? []).ToList();

        Assert.All(books, static book =>
        {
            Assert.Distinct(book.Rows.Select(static row => row.Name));
            Assert.All(book.Sums, sum => Assert.Equal(sum.FactYuan, book.Rows
                .Where(row => sum.Measure == GovernmentBook.AllColumns || !row.IsBalancing).Sum(static row => row.Counted.Yuan)));
        });
        var sums = books.SelectMany(static book => book.Sums).ToList();
        var reconciled = sums.Count(static sum => sum.Reconciles);
        Assert.True(reconciled * 100 >= LeastReconciled * sums.Count, $"{reconciled} of {sums.Count}");
    }

    /// <summary>No scope of a place stands twice, however many of its files print it.</summary>
    [Fact]
    public void Years_OfAllGovernments_CountEachScopeOnce()
    {
        Assert.SkipUnless(SharedFiles.Governments().Count > 0, "../shared/governments is not beside the repository");
        var years = GovernmentYears.Of(
            SharedDocuments.Governments.Select(static document => document.Government).OfType<GovernmentFacts>());

        Assert.Distinct(years.Books.Select(static row => (row.Document.Identity.DivisionCode, row.Scope)));
        Assert.All(years.Figures().GroupBy(static row => row.Document), static document => Assert.Distinct(document.Select(static row =>
            (row.Figure.PlaceCode, row.Figure.Year, row.Figure.Phase, row.Figure.Level, row.Figure.Name))));
    }
}
