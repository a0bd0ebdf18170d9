namespace Extractor.CorpusTests;

/// <summary>
/// Tables of governments as people read them from the page: what each column means and, row by row, name, parent, place and amounts
/// (<c>Expectations/governments</c>). A blank is not asked, but a blank amount is one that the page does not print.
/// </summary>
public sealed class GovernmentExpectationTests
{
    private static readonly Lazy<GovernmentExpectations> Expected = new(static () => new GovernmentExpectations(
        Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", "governments"),
        static document => SharedDocuments.Governments.Single(found => found.Id.Value.StartsWith(document, StringComparison.Ordinal))));

    public static TheoryData<string> Tables() => [.. Expected.Value.Tables];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Normalize_TableOfAGovernment_IsWhatThePagePrints(string table)
    {
        Assert.SkipUnless(SharedFiles.Governments().Count > 0, "../shared/governments is not beside the repository");
        Expected.Value.AssertTable(table);
    }
}
