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
