using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Maps;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>Holds a line against what the truth of a made-up form (<c>corpus/provinces</c>) asks of it.</summary>
internal static class FormMeaning
{
    /// <summary>
    /// What of the truth the line does not say; a blank is not asked, <c>-</c> is nothing, <c>;</c> parts what is right either way.
    /// </summary>
    /// <param name="lines">All lines of the document by id.</param>
    /// <param name="asked">The truth by column of its file.</param>
    public static IEnumerable<string> Differences(
        BudgetLine line, IReadOnlyDictionary<string, BudgetLine> lines, Func<string, string> asked)
    {
        var parent = line.ParentLineId is { } above ? lines[above] : null;
        (string What, string? Found)[] pairs =
        [
            ("value", line.ValueAsPrinted),
            ("direction", SchemaName.Of(line.Direction)),
            ("component", SchemaName.Of(line.Component)),
            ("fund", SchemaName.Of(line.Fund)),
            ("period", SchemaName.Of(line.Period)),
            ("unit", line.UnitName),
            ("classification", SchemaName.Of(line.Classification)),
            ("code", line.SubjectCode),
            ("name", line.SubjectNameAsPrinted ?? line.UnitName),
            ("parent", parent?.SubjectNameAsPrinted ?? parent?.UnitName),
            ("qualifier", line.Qualifier),
            ("leaf", line.IsLeaf ? "1" : "0"),
            ("item", line.ItemKey),
            ("phase", SchemaName.Of(line.Phase)),
            ("functional", line.FunctionalCode),
            ("department_economic", line.DepartmentEconomicCode),
            ("government_economic", line.GovernmentEconomicCode),
        ];
        return pairs.Where(pair => asked(pair.What).Length > 0 && !Folded(asked(pair.What)).Split(';').Contains(
                pair.Found is null ? "-" : Folded(pair.Found), StringComparer.Ordinal))
            .Select(pair => $"{pair.What} {pair.Found ?? "-"}, not {asked(pair.What)}");
    }

    public static string Folded(string text) => FoldedText.Of(text).Replace(" ", string.Empty, StringComparison.Ordinal);
}
