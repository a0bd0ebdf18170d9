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
        var expected = Expectations().Select(static row => new FailingCheck(
            row["sha256"], row["rule"], int.Parse(row["page"], CultureInfo.InvariantCulture), row["expected_as_printed"],
                decimal.Parse(row["found_yuan"], CultureInfo.InvariantCulture)));

        var failing = SharedDocuments.All.SelectMany(static document => document.Failing);

        Assert.Equal(Listed(expected), Listed(failing));
    }

    [Fact]
    public void Expectations_EveryRow_SaysWhatIsPrinted() => Assert.All(Expectations(), static row => Assert.NotEmpty(row["prints"]));

    private static IEnumerable<string> Listed(IEnumerable<FailingCheck> checks) => checks
        .Select(static check => string.Create(CultureInfo.InvariantCulture,
            $"{check.Hash} page {check.Page}: {check.Rule} of {check.ExpectedAsPrinted}, found {check.FoundYuan:F2}"))
        .Order(StringComparer.Ordinal);

    private static IReadOnlyList<MapRow> Expectations()
    {
        var path = Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", "contradictions.csv");
        var faults = new MapFaults();
        var rows = MapTable.Read(new MapFile("contradictions.csv", File.ReadAllText(path)), Columns, faults).Rows;
        faults.ThrowIfAny();
        return rows;
    }
}
