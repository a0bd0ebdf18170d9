using System.Globalization;
using Extractor.Extracting;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing;

namespace Extractor.CorpusTests;

/// <summary>
/// Proven means proven: every proven line of the own documents is changed and its row is taken out of its place, and each time a sum that
/// held is missed.
/// </summary>
public sealed class ProofTests
{
    /// <summary>Yuan by which an amount is changed: more than rounding allows in any of these tables of whole ten thousands.</summary>
    private const decimal Change = 1_000_000;

    public static TheoryData<string> Ids => OwnCorpus.Ids();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Prove_AmountOfAProvenLineChanged_ASumIsMissed(string id)
    {
        var document = Read(id);
        var holding = Holding(document);

        Assert.All(Proven(document), line => Assert.Contains(holding, check =>
            check.MemberLineIds.Contains(line.LineId) && Change > check.ToleranceYuan + Math.Abs(check.DifferenceYuan)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Prove_RowOfAProvenLineTakenFromItsPlace_ASumIsMissed(string id)
    {
        var document = Read(id);
        var lines = document.Lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        var rowsOfTables = document.Lines.GroupBy(static line => line.TableOrdinal)
            .ToDictionary(static table => table.Key, static table => table.Select(static line => line.Row).Distinct().Count());
        var noticed = new HashSet<(int, int)>();
        foreach (var check in Holding(document))
        {
            var members = check.MemberLineIds.Select(member => lines[member]).ToList();
            if (members.Count == 1 || members.Exists(member => PlaceOf(member) != PlaceOf(members[0])))
            {
                noticed.UnionWith(members.Where(member => Math.Abs(member.AmountYuan) > check.ToleranceYuan).Select(PlaceOf));
            }
        }

        var unnoticed = Proven(document).GroupBy(PlaceOf)
            .Where(row => rowsOfTables[row.Key.Table] > 1 && row.Any(static line => line.AmountYuan != 0) && !noticed.Contains(row.Key))
            .Select(row => string.Create(CultureInfo.InvariantCulture,
                $"page {row.First().PageNumber} {row.First().SubjectNameAsPrinted} {row.First().ValueAsPrinted}"));

        Assert.Empty(unnoticed);
    }

    /// <summary>A component, fund, unit, parent, direction or classification read for another: a sum that held is missed.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Prove_ProvenLineReadForAnother_ASumIsMissed(string id)
    {
        var swaps = LineSwaps.Of(Read(id));

        Assert.All(swaps, static swap => Assert.True(swap.IsNoticed, $"{swap.Kind}: {Describe(swap.Line)} for {Describe(swap.Other)}"));
    }

    /// <summary>
    /// Over the shared and field documents what no sum would notice is of the size of rounding: less than two in a thousand of each kind.
    /// </summary>
    [Fact]
    public void Prove_ProvenLinesOfSharedDocumentsReadForOthers_SumsAreMissed()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus is not beside the repository");
        var kinds = SharedDocuments.All.Concat(SharedDocuments.Field).SelectMany(static document => document.Swaps)
            .GroupBy(static kind => kind.Kind, StringComparer.Ordinal)
            .ToDictionary(static kind => kind.Key, static kind => (Tried: kind.Sum(static one => one.Tried),
                Unnoticed: kind.Sum(static one => one.Unnoticed)), StringComparer.Ordinal);
        foreach (var (kind, (tried, unnoticed)) in kinds)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: of {tried} swaps {unnoticed} would go unnoticed");
        }

        Assert.All(kinds, static kind => Assert.True(kind.Value.Unnoticed <= 0.002 * kind.Value.Tried, $"{kind.Key}: {kind.Value}"));
    }

    private static string Describe(BudgetLine line) => string.Create(CultureInfo.InvariantCulture,
        $"page {line.PageNumber} {line.SubjectNameAsPrinted} {line.Component} {line.Fund} {line.ValueAsPrinted}");

    private static List<Check> Holding(NormalizedDocument document) =>
        [.. document.Checks.Where(static check => check.Outcome == CheckOutcome.Holds)];

    private static IEnumerable<BudgetLine> Proven(NormalizedDocument document) =>
        document.Lines.Where(static line => line.Proof == Proof.Proven);

    private static (int Table, int Row) PlaceOf(BudgetLine line) => (line.TableOrdinal, line.Row);

    private static NormalizedDocument Read(string id)
    {
        var file = OwnCorpus.FileOf(id);
        var bytes = File.ReadAllBytes(file);
        var name = Path.GetFileName(file);
        var fetched = new FetchedFile(DocumentId.Of(bytes), name, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
        return new DocumentNormalizer(ReferenceData.Load()).Normalize(
            DocumentExtractor.Extract(fetched, bytes, TestContext.Current.CancellationToken));
    }
}
