using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Publishing.Facts.Governments;

namespace Extractor.Publishing.Facts;

/// <summary>Debt of one place at the end of one year, once, with the line that prints it.</summary>
/// <param name="PlaceCode">The document's division where the row names no other place.</param>
/// <param name="Category">general, special, or undivided where the page prints only both together.</param>
/// <param name="Measure">limit or balance.</param>
internal sealed record GovernmentDebtFact(
    string? PlaceCode, string? PlaceName, GovernmentLevel? Level, int Year, string Category, string Measure, Phase Phase, decimal Yuan,
    string LineId)
{
    public (string? Code, string? Name, int Year, string Category, string Measure) PlaceAndMeasure =>
        (PlaceCode, PlaceName, Year, Category, Measure);
}

/// <summary>From the lines of tables of debt to one figure a place, year, category and measure.</summary>
internal static class GovernmentDebtFacts
{
    private const string Undivided = "undivided";
    private static readonly string[] Measures = ["limit", "balance"];

    public static ImmutableArray<GovernmentDebtFact> Of(NormalizedDocument document) =>
        Once(document.Lines.Select(line => FactOf(line, document.Identity)).OfType<GovernmentDebtFact>());

    /// <summary>一般债务 + 专项债务 of the document's own place against the sum that is printed beside them.</summary>
    public static ImmutableArray<GovernmentDebtSum> SumsOf(NormalizedDocument document)
    {
        var byId = document.Lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        return
        [
            .. document.Lines.Select(line => FactOf(line, document.Identity)).OfType<GovernmentDebtFact>()
                .Where(fact => fact.PlaceCode == document.Identity.DivisionCode)
                .GroupBy(static fact => (fact.Year, fact.Phase, fact.Level, fact.Measure))
                .OrderBy(static sum => sum.Key.Year).ThenBy(static sum => sum.Key.Phase).ThenBy(static sum => sum.Key.Level)
                .ThenBy(static sum => sum.Key.Measure, StringComparer.Ordinal)
                .Select(sum => SumOf(new FactScope(sum.Key.Year, sum.Key.Phase, sum.Key.Level, Fund.All, null), sum.Key.Measure,
                    [.. sum.DistinctBy(static fact => (fact.Category, fact.Yuan))], byId))
                .OfType<GovernmentDebtSum>(),
        ];
    }

    private static GovernmentDebtSum? SumOf(FactScope scope, string measure, ImmutableArray<GovernmentDebtFact> facts,
        Dictionary<string, BudgetLine> byId)
    {
        var parts = facts.Where(static fact => fact.Category != Undivided).ToList();
        if (parts.Count != 2 || parts[0].Category == parts[1].Category
            || facts.Where(static fact => fact.Category == Undivided).Take(2).ToList() is not [var whole])
        {
            return null;
        }

        var printed = Traced.Of(byId[whole.LineId]);
        return new GovernmentDebtSum(scope, new Reconciliation("fact_government_debt", $"general + special {measure}", printed,
            parts.Sum(static part => part.Yuan),
            parts.Append(whole).Sum(part => PrintedTotals.RoundingOf(byId[part.LineId]))));
    }

    /// <summary>
    /// Each figure once: the latest phase; both categories before their sum; and where a table says that a figure is the whole
    /// government's (全市), no row of the same place that leaves its level out, which repeats it or is a part of it (新增限额).
    /// </summary>
    internal static ImmutableArray<GovernmentDebtFact> Once(IEnumerable<GovernmentDebtFact> facts)
    {
        var read = facts
            .GroupBy(static fact => (fact.PlaceCode, fact.PlaceName, fact.Level, fact.Year, fact.Category, fact.Measure))
            .Select(static same => same.OrderByDescending(static fact => fact.Phase).First()).ToList();
        var divided = read.Where(static fact => fact.Category != Undivided).Select(KeyOf).ToHashSet();
        var whole = read.Where(static fact => fact.Level == GovernmentLevel.Whole).Select(static fact => fact.PlaceAndMeasure).ToHashSet();
        return [.. read.Where(fact => fact.Category != Undivided || !divided.Contains(KeyOf(fact)))
            .Where(fact => fact.Level is not null || !whole.Contains(fact.PlaceAndMeasure))
            .OrderBy(static fact => fact.PlaceCode, StringComparer.Ordinal).ThenBy(static fact => fact.PlaceName, StringComparer.Ordinal)
            .ThenBy(static fact => fact.Level).ThenBy(static fact => fact.Year).ThenBy(static fact => fact.Category, StringComparer.Ordinal)
            .ThenBy(static fact => fact.Measure, StringComparer.Ordinal)];
    }

    private static (string?, string?, GovernmentLevel?, int, string) KeyOf(GovernmentDebtFact fact) =>
        (fact.PlaceCode, fact.PlaceName, fact.Level, fact.Year, fact.Measure);

    private static GovernmentDebtFact? FactOf(BudgetLine line, DocumentIdentity identity)
    {
        if (line is not { ItemKey: { } item, AmountYear: { } year, Period: not Period.Change } ||
            item.IndexOf("debt_", StringComparison.Ordinal) is not (>= 0 and var at) || !Measures.Contains(item[(at + "debt_".Length)..]))
        {
            return null;
        }

        var isOther = line.PlaceName is not null;
        return new GovernmentDebtFact(isOther ? line.PlaceCode : identity.DivisionCode, isOther ? line.PlaceName : identity.DivisionName,
            line.GovernmentLevel, year, at == 0 ? Undivided : item[..(at - 1)], item[(at + "debt_".Length)..], line.Phase,
            line.AmountYuan, line.LineId);
    }
}
