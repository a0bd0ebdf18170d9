using System.Globalization;
using Extractor.Normalizing.Maps;

namespace Extractor.CorpusTests;

/// <summary>
/// The sums of the shared real documents that do not hold, against a list of those in which the document contradicts itself:
/// each was looked at on its page. A line of the list says what is printed there.
/// </summary>
public sealed class ContradictionTests
{
    private static readonly string[] Columns = ["sha256", "rule", "page", "expected_as_printed", "found_yuan", "prints"];

    [Fact]
    public void Normalize_EverySharedDocument_ContradictsItselfWhereItsPagesDoAndNowhereElse()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus is not beside the repository");

        var failing = SharedDocuments.All.SelectMany(static document => document.Failing);

        Assert.Equal(Listed(Expected(SharedDocuments.All)), Listed(failing));
    }

    /// <summary>Pages that are known to be misread may fail or not until they are mended.</summary>
    [Fact]
    public void Normalize_EveryFieldDocument_ContradictsItselfWhereItsPagesDoAndNowhereElse()
    {
        Assert.SkipUnless(SharedFiles.Field().Count > 0, "../shared/field is not beside the repository");
        var misread = Rows("misread.csv", ["sha256", "page", "why"]).Select(static row =>
            (row["sha256"], int.Parse(row["page"], CultureInfo.InvariantCulture))).ToHashSet();

        var failing = SharedDocuments.Field.SelectMany(static document => document.Failing)
            .Where(check => !misread.Contains((check.Hash, check.Page)));

        Assert.Equal(Listed(Expected(SharedDocuments.Field)), Listed(failing));
    }

    [Fact]
    public void Normalize_EveryGovernment_ContradictsItselfWhereItsPagesDoAndNowhereElse()
    {
        Assert.SkipUnless(SharedFiles.Governments().Count > 0, "../shared/governments is not beside the repository");

        var failing = SharedDocuments.Governments.SelectMany(static document => document.Failing);

        Assert.Equal(Listed(Expected(SharedDocuments.Governments)), Listed(failing));
    }

    [Fact]
    public void Expectations_EveryRow_SaysWhatIsPrinted() =>
        Assert.All(Rows("contradictions.csv", Columns), static row => Assert.NotEmpty(row["prints"]));

    private static IEnumerable<string> Listed(IEnumerable<FailingCheck> checks) => checks
        .Select(static check => string.Create(CultureInfo.InvariantCulture,
            $"{check.Hash} page {check.Page}: {check.Rule} of {check.ExpectedAsPrinted}, found {check.FoundYuan:F2}"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<FailingCheck> Expected(IReadOnlyList<SharedDocument> documents)
    {
        var hashes = documents.Select(static document => document.Id.Value).ToHashSet(StringComparer.Ordinal);
        return Rows("contradictions.csv", Columns).Where(row => hashes.Contains(row["sha256"])).Select(static row => new FailingCheck(
            row["sha256"], row["rule"], int.Parse(row["page"], CultureInfo.InvariantCulture), row["expected_as_printed"],
                decimal.Parse(row["found_yuan"], CultureInfo.InvariantCulture)));
    }

    private static IReadOnlyList<MapRow> Rows(string name, string[] columns)
    {
        var path = Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", name);
        var faults = new MapFaults();
        var rows = MapTable.Read(new MapFile(name, File.ReadAllText(path)), columns, faults).Rows;
        faults.ThrowIfAny();
        return rows;
    }
}
