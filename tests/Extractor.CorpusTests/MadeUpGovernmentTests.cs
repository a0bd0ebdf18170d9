using System.Globalization;
using CsvHelper;
using Extractor.Model;
using Extractor.Publishing.Facts.Governments;

namespace Extractor.CorpusTests;

/// <summary>
/// <c>corpus/governments</c>: made-up documents after the forms of fifteen governments, with the truth that was written before they were
/// read.
/// </summary>
public sealed class MadeUpGovernmentTests
{
    private static readonly string Folder = Path.Combine(OwnCorpus.Folder, "governments");

    private static readonly Lazy<GovernmentExpectations> Expected = new(static () =>
        new GovernmentExpectations(Path.Combine(Folder, "expectations"), DocumentOf));

    public static TheoryData<string> Tables() => [.. Expected.Value.Tables];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Normalize_Table_IsWhatWasSet(string table) => Expected.Value.AssertTable(table);

    [Fact]
    public void Read_EveryDocument_IsWhatTheManifestSays()
    {
        using var text = new StreamReader(Path.Combine(Folder, "manifest.csv"));
        using var manifest = CsvReader.Create(text, new CsvReaderOptions());
        while (manifest.Read())
        {
            var identity = DocumentOf(Path.GetFileNameWithoutExtension(manifest["file"].ToString())).Identity;
            Assert.Equal((manifest["kind"].ToString(), manifest["division_code"].ToString(), manifest["fiscal_year"].ToString()),
                (SchemaName.Of(identity.Kind), identity.DivisionCode, identity.FiscalYear?.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>
    /// 普通教育 of the final accounts of 米易 and of 黄山 are the only sums that are set wrong: the county's and the one above it say so;
    /// of the city's, whose items have no 预算数, the one above it does, and it alone is accused.
    /// </summary>
    [Fact]
    public void Checks_OfEveryDocument_FailWhereASumWasPlanted()
    {
        var failing = SharedDocuments.MadeUpGovernments.SelectMany(static document => document.Failing.Select(check =>
            (document.File.Name, check.Rule, check.Page))).OrderBy(static check => check.Name, StringComparer.Ordinal);

        Assert.Equal(
            [
                ("huangshan-2024-final-accounts.pdf", "children_sum_to_parent", 4),
                .. Enumerable.Repeat(("miyi-2025-final-accounts.pdf", "children_sum_to_parent", 4), 2),
            ],
            failing);
        Assert.Equal(["普通教育"], DocumentOf("huangshan-2024-final-accounts").Lines
            .Where(static line => line.Proof == Extractor.Model.Budget.Proof.Contradicted)
            .Select(static line => line.SubjectNameAsPrinted));
    }

    /// <summary>What the city's budget gives to the county is what the county's final accounts print as their budget.</summary>
    [Fact]
    public void Figures_OfTheCityAndItsCounty_SayTheSame()
    {
        var given = FigureOf("panzhihua-2025-budget", "transfers_received", "510421", 2025);
        var received = FigureOf("miyi-2025-final-accounts", "transfers_received", "510421", 2025);

        Assert.Equal((1_240_470_000m, 1_240_470_000m), (given.Printed.Yuan, received.Printed.Yuan));
        Assert.Equal(3_730_070_000m, FigureOf("panzhihua-2025-budget", "transfers_given", "510400", 2025).Printed.Yuan);
    }

    [Fact]
    public void Facts_OfDebt_AreTheSumThatIsPrinted() => Assert.All(
        SharedDocuments.MadeUpGovernments.SelectMany(static document => document.Government?.DebtSums ?? []),
        static sum => Assert.True(sum.Reconciliation.Reconciles));

    private static GovernmentFigure FigureOf(string document, string name, string place, int year) =>
        DocumentOf(document).Government!.Figures.First(figure => figure.Name == name && figure.PlaceCode == place
            && figure.Year == year && figure.Phase == Extractor.Model.Budget.Phase.Budget);

    private static SharedDocument DocumentOf(string name) =>
        SharedDocuments.MadeUpGovernments.Single(document => document.File.Name == name + ".pdf");
}
