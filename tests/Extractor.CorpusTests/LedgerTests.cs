using Extractor.Extracting;
using Extractor.Model.Documents;
using Extractor.Normalizing;

namespace Extractor.CorpusTests;

/// <summary>The page ledger of whole documents: every page has one row, and both equations hold for it.</summary>
public sealed class LedgerTests
{
    private static readonly DocumentNormalizer Normalizer = new(ReferenceData.Load());

    public static TheoryData<string> Ids => OwnCorpus.Ids();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Ledger_OwnDocument_EveryPageBalances(string id)
    {
        var path = OwnCorpus.FileOf(id);
        var bytes = File.ReadAllBytes(path);
        var file = new FetchedFile(
            DocumentId.Of(bytes), path, Path.GetFileName(path), Path.GetFileName(path), bytes.Length, null, null, null,
            DocumentRequest.Unknown);

        var document = Normalizer.Normalize(DocumentExtractor.Extract(file, bytes, CancellationToken.None));

        Assert.Equal(document.Extracted.Pages.Select(static page => page.Number), document.Ledger.Select(static page => page.PageNumber));
        Assert.All(document.Ledger, static page => Assert.True(page.Balances, $"{page}"));
        Assert.Equal(
            document.Extracted.Pages.Select(static page => page.Printed.Text.Length),
            document.Ledger.Select(static page => page.Characters.CharactersPrinted));
        if (Poppler.IsInstalled)
        {
            Assert.Equal(
                Poppler.Layout(path).Select(static text => string.Join(' ', NumbersOf(text))),
                document.Extracted.Pages.Select(static page =>
                    string.Join(' ', page.Printed.Numbers.Select(static number => number.Text).Order(StringComparer.Ordinal))));
        }

        Assert.True(document.Ledger.Sum(static page => page.Amounts.InLines) * 10 >= document.Lines.Length * 9,
            "lines stand in cells whose printed numbers are booked to them");
        Assert.Equal(0, document.Ledger.Sum(static page => page.Amounts.Lost));
        Assert.Equal(0, document.Ledger.Sum(static page => page.Characters.Lost));
    }

    [Fact]
    public void Ledger_SharedDocuments_EveryPageBalances()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus is not beside the repository");
        Assert.Equal([], SharedDocuments.All.SelectMany(static document =>
            document.Unbalanced.Select(page => $"{document.File.Name} {page}")));
    }

    /// <summary>What an independent reader sees of them.</summary>
    private static IEnumerable<string> NumbersOf(string text) =>
        SeparatedNumbers.In(text).Select(range => text[range]).Order(StringComparer.Ordinal);
}
