using System.Globalization;
using Extractor.Extracting;
using Extractor.Model.Documents;
using Extractor.Normalizing;

namespace Extractor.CorpusTests;

/// <summary>What is reported of the project's own documents, against the list of their flaws.</summary>
public sealed class OwnFindingsTests
{
    [Fact]
    public void Normalize_EveryOwnDocument_ReportsEveryFlawAndNothingElse()
    {
        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        var reported = new List<(string Id, int? Page, string Rule)>();
        foreach (var row in OwnCorpus.Index())
        {
            var bytes = File.ReadAllBytes(OwnCorpus.FileOf(row["id"]));
            var fetched = new FetchedFile(DocumentId.Of(bytes), row["file"], row["file"], row["file"], bytes.Length, null, null, null,
                DocumentRequest.Unknown);
            var document = normalizer.Normalize(DocumentExtractor.Extract(fetched, bytes, TestContext.Current.CancellationToken));
            reported.AddRange(document.Findings.SelectMany(finding => finding.Places.Select(place => (row["id"], place.PageNumber,
                finding.Rule))));
        }

        var flaws = OwnCorpus.Flaws().Where(static flaw => flaw["reported_as"].Length > 0).Select(static flaw =>
            (Id: flaw["id"], Page: (int?)OwnCorpus.PageOf(flaw), Rule: flaw["reported_as"]));
        Assert.Equal(flaws.Order(), reported.Order());
    }

    /// <summary>
    /// Misspelt words and clumsy sentences of running prose touch no name, code or figure of the data; they are listed only.
    /// </summary>
    [Fact]
    public void Flaws_NotReported_AreRoundingOrWordingAlone() =>
        Assert.All(OwnCorpus.Flaws().Where(static flaw => flaw["reported_as"].Length == 0), static flaw =>
            Assert.True(flaw["within_rounding"] == "yes" || flaw["kind"] == "wording",
                string.Create(CultureInfo.InvariantCulture, $"{flaw["id"]} page {flaw["page"]}: {flaw["place"]}")));
}
