using System.Globalization;
using Extractor.Normalizing.Maps;
using Extractor.Publishing.Facts;

namespace Extractor.CorpusTests;

/// <summary>
/// Debt of places that others took from the documents of <c>../shared/governments</c> (<c>debt.csv</c>), against our facts. What differs is
/// opened on its page and listed with its reason.
/// </summary>
public sealed class GovernmentDebtTests
{
    private static readonly string[] Columns = ["documents", "division_code", "division_name", "year", "figure", "value_100_million_yuan"];
    private static readonly string[] ListColumns = ["document", "division_code", "year", "figure", "page", "class", "reason"];

    /// <summary>Of 1,099 figures; of those that a table prints as debt.csv has them all are facts.</summary>
    private const int LeastEqual = 1001;

    [Fact]
    public void Debt_OfEveryFigureThatATablePrints_IsAFact()
    {
        Assert.SkipUnless(SharedFiles.Governments().Count > 0, "../shared/governments is not beside the repository");
        var facts = SharedDocuments.Governments.SelectMany(static document => document.Debt.Select(fact =>
            (Document: document.Id.Value[..12], Fact: fact))).ToList();
        var listed = Read(Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", "debt_differences.csv"),
            ListColumns);
        var figures = Read(Path.Combine(Path.GetDirectoryName(SharedFiles.Governments()[0].Path)!, "debt.csv"), Columns);

        var differing = figures.Where(figure => !IsFact(figure, facts)).ToList();

        Assert.Empty(differing.Where(figure => !listed.Exists(row => Lists(row, figure))).Select(static figure =>
            $"{figure["documents"]} {figure["division_name"]} {figure["year"]} {figure["figure"]} {figure["value_100_million_yuan"]}"));
        Assert.All(listed, row => Assert.Contains(differing, figure => Lists(row, figure)));
        Assert.True(figures.Count - differing.Count >= LeastEqual, $"{figures.Count - differing.Count} of {figures.Count}");
    }

    private static bool Lists(MapRow row, MapRow figure) => figure["documents"].Split(';').Contains(row["document"])
        && figure["year"] == row["year"] && row["division_code"] is var code && (code == "*" || code == figure["division_code"])
        && (row["figure"] == "*" || row["figure"] == figure["figure"]);

    /// <summary>To the places that the figure has; statutory debt is the sum of both categories, where each is rounded.</summary>
    private static bool IsFact(MapRow figure, List<(string Document, GovernmentDebtFact Fact)> facts)
    {
        var text = figure["value_100_million_yuan"];
        var value = decimal.Parse(text, CultureInfo.InvariantCulture) * 100_000_000;
        var half = 100_000_000m / 2 / (decimal)Math.Pow(10, text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.',
            StringComparison.Ordinal) - 1 : 0);
        var parts = figure["figure"].Split("_debt_");
        var documents = figure["documents"].Split(';');
        var found = facts.Where(fact => documents.Contains(fact.Document) && fact.Fact.Measure == parts[1]
            && fact.Fact.Year.ToString(CultureInfo.InvariantCulture) == figure["year"]
            && (fact.Fact.PlaceCode == figure["division_code"] || fact.Fact.PlaceName == figure["division_name"])).ToList();
        return found.GroupBy(static fact => (fact.Document, fact.Fact.Level)).Any(place => parts[0] == "statutory"
            ? place.Any(fact => fact.Fact.Category == "undivided" && Math.Abs(fact.Fact.Yuan - value) <= half)
                || (place.Count(static fact => fact.Fact.Category != "undivided") == 2
                    && Math.Abs(place.Where(static fact => fact.Fact.Category != "undivided").Sum(static fact => fact.Fact.Yuan) - value)
                        <= 2 * half)
            : place.Any(fact => fact.Fact.Category == parts[0] && Math.Abs(fact.Fact.Yuan - value) <= half));
    }

    private static List<MapRow> Read(string path, string[] columns)
    {
        var faults = new MapFaults();
        var rows = MapTable.Read(new MapFile(Path.GetFileName(path), File.ReadAllText(path)), columns, faults).Rows;
        faults.ThrowIfAny();
        return [.. rows];
    }
}
