using System.Globalization;
using CsvHelper;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Maps;

namespace Extractor.Benchmarks.Forms;

/// <summary>What a made-up form says that one printed amount means: a row of <c>NAME.csv</c> of <c>corpus/provinces</c>.</summary>
internal sealed record FormTruth(IReadOnlyDictionary<string, string> Fields)
{
    public string Value => Fields["value"];

    public string Name => Fields["name"];

    public int Table => int.Parse(Fields["table"], CultureInfo.InvariantCulture);

    public int Row => int.Parse(Fields["row"], CultureInfo.InvariantCulture);

    public int Column => int.Parse(Fields["column"], CultureInfo.InvariantCulture);

    /// <summary>The figure is printed wrongly on purpose: sums through it fail.</summary>
    public bool IsPlanted => Fields["planted"] == "1";

    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<FormTruth> Read(string path)
    {
        using var text = new StreamReader(path);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        csv.Read();
        var names = csv.Current.ToArray();
        var rows = new List<FormTruth>();
        while (csv.Read())
        {
            rows.Add(new FormTruth(names.Zip(csv.Current.ToArray()).ToDictionary(static pair => pair.First, static pair => pair.Second,
                StringComparer.Ordinal)));
        }

        return [.. rows.OrderBy(static row => row.Table).ThenBy(static row => row.Row).ThenBy(static row => row.Column)];
    }

    /// <summary>
    /// What of the truth a line does not say; a blank is not asked, <c>-</c> is nothing, <c>;</c> parts what is right either way.
    /// </summary>
    public IEnumerable<string> Differences(BudgetLine line, IReadOnlyDictionary<string, BudgetLine> lines)
    {
        var parent = line.ParentLineId is { } above ? lines[above] : null;
        (string What, string? Found)[] pairs =
        [
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
        return pairs.Where(pair => Fields[pair.What].Length > 0 && !Folded(Fields[pair.What]).Split(';').Contains(
                pair.Found is null ? "-" : Folded(pair.Found), StringComparer.Ordinal))
            .Select(pair => $"{pair.What} {pair.Found ?? "-"}, not {Fields[pair.What]}");
    }

    public static string Folded(string text) => FoldedText.Of(text).Replace(" ", string.Empty, StringComparison.Ordinal);
}
