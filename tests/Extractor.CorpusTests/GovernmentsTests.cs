using System.Globalization;
using Extractor.Model;
using Extractor.Normalizing.Maps;

namespace Extractor.CorpusTests;

/// <summary>
/// Documents of whole governments in <c>../shared/governments</c>, against a list that was compared with the picture of each first page,
/// with the titles as poppler reads them and with the manifest.
/// </summary>
public sealed class GovernmentsTests
{
    private static readonly string[] Columns = ["document", "kind", "division_code", "fiscal_year", "note"];

    [Fact]
    public void Read_EveryGovernment_IsWhatItIs()
    {
        Assert.SkipUnless(SharedFiles.Governments().Count > 0, "../shared/governments is not beside the repository");
        var faults = new MapFaults();
        var path = Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", "governments.csv");
        var expected = MapTable.Read(new MapFile("governments.csv", File.ReadAllText(path)), Columns, faults).Rows
            .ToDictionary(static row => row["document"], StringComparer.Ordinal);
        faults.ThrowIfAny();

        var differences = SharedDocuments.Governments.Select(document =>
        {
            var (identity, row) = (document.Identity, expected[document.Id.Value[..12]]);
            return (row["kind"], row["division_code"], row["fiscal_year"]) is var wanted &&
                (SchemaName.Of(identity.Kind), identity.DivisionCode ?? "", identity.FiscalYear?.ToString(CultureInfo.InvariantCulture)
                    ?? "")
                is var read && read == wanted ? null : $"{document.File.Name}: {read}, expected {wanted} ({row["note"]})";
        }).OfType<string>();

        Assert.Empty(differences);
        Assert.Equal(expected.Count, SharedDocuments.Governments.Count);
    }
}
