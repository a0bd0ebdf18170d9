using System.Globalization;
using Extractor.Normalizing.Maps;
using Extractor.Publications.Audits;

namespace Extractor.CorpusTests;

/// <summary>
/// Leaves make the total that their table prints, but where the page itself falls short: each such group was looked at beside its page,
/// and a row of the list says what is printed there.
/// </summary>
public sealed class LeafSumTests
{
    private static readonly string[] Columns =
        ["sha256", "page", "table_key", "direction", "component", "fund", "period", "printed_yuan", "leaves_yuan", "prints"];

    [Fact]
    public void Leaves_OfEverySharedDocument_MakeTheirTotalsWhereTheirPagesDo()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus is not beside the repository");
        AreAsListed(SharedDocuments.All);
    }

    [Fact]
    public void Leaves_OfEveryFieldDocument_MakeTheirTotalsWhereTheirPagesDo()
    {
        Assert.SkipUnless(SharedFiles.Field().Count > 0, "../shared/field is not beside the repository");
        AreAsListed(SharedDocuments.Field);
    }

    [Fact]
    public void Leaves_OfEveryOwnDocument_MakeTheirTotalsWhereTheirPagesDo() => AreAsListed(
        FactsTests.OwnDocuments.Select(static document => document.Extracted.File.Id.Value),
        FactsTests.OwnDocuments.SelectMany(static document => PublishedLeafSums.ThatDiffer(document)));

    /// <summary>A reader of the data alone is told of each.</summary>
    [Fact]
    public void Leaves_ThatDoNotMakeTheirTotal_CarryADoubtOrAContradiction()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus is not beside the repository");

        Assert.DoesNotContain(
            SharedDocuments.All.Concat(SharedDocuments.Field).SelectMany(static document => document.LeafSums)
                .Concat(FactsTests.OwnDocuments.SelectMany(static document => PublishedLeafSums.ThatDiffer(document))),
            static sum => sum.State == LeafSumState.Unexplained);
    }

    [Fact]
    public void Expectations_EveryRow_SaysWhatIsPrinted() => Assert.All(Rows(), static row => Assert.NotEmpty(row["prints"]));

    private static void AreAsListed(IReadOnlyList<SharedDocument> documents) => AreAsListed(
        documents.Select(static document => document.Id.Value), documents.SelectMany(static document => document.LeafSums));

    private static void AreAsListed(IEnumerable<string> documents, IEnumerable<LeafSum> differing)
    {
        var hashes = documents.ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            Rows().Where(row => hashes.Contains(row["sha256"]))
                .Select(static row => string.Join(',', Columns[..^1].Select(column => row[column]))).Order(StringComparer.Ordinal),
            differing.Select(static sum => string.Create(CultureInfo.InvariantCulture,
                $"{sum.DocumentId},{sum.PageNumber},{sum.TableKey},{sum.Direction},{sum.Component},{sum.Fund},{sum.Period}," +
                $"{sum.PrintedYuan:F2},{sum.LeavesYuan:F2}")).Distinct().Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<MapRow> Rows()
    {
        const string Name = "leaf_sums.csv";
        var faults = new MapFaults();
        var rows = MapTable.Read(new MapFile(Name, File.ReadAllText(
            Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", Name))), Columns, faults).Rows;
        faults.ThrowIfAny();
        return rows;
    }
}
