using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Maps;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>
/// Whole budgets in the forms of provinces that no corpus holds, whose every amount's meaning is known: no line says anything else, and
/// only what was planted contradicts itself.
/// </summary>
public sealed partial class ProvinceFormTests
{
    private static readonly string[] Columns = ["table", "row", "column", "code", "name", "classification", "unit", "direction",
        "component", "fund", "period", "parent", "planted"];

    public static TheoryData<string, int> Provinces => new()
    {
        { "sichuan", 2024 }, { "henan", 2024 }, { "hubei", 2025 }, { "jiangxi", 2024 }, { "guizhou", 2025 }, { "liaoning", 2024 },
    };

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Normalize_FormOfAProvince_EveryAmountMeansWhatItDoes(string province, int year)
    {
        var lines = Read(province, year).Lines.ToDictionary(static line => (line.TableOrdinal, line.Row, line.Column));
        var byId = lines.Values.ToDictionary(static line => line.LineId, StringComparer.Ordinal);

        var faults = Truth(province).SelectMany(row => lines.TryGetValue(PlaceOf(row), out var line)
            ? Differences(row, line, line.ParentLineId is { } parent ? byId[parent] : null) : [$"{Place(row)}: no line"]);

        Assert.Empty(faults);
        Assert.Equal(Truth(province).Count, lines.Count);
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Normalize_FormOfAProvince_OnlyWhatWasPlantedContradictsItself(string province, int year)
    {
        var document = Read(province, year);
        var lines = document.Lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        var failing = document.Checks.Where(static check => check.Outcome == CheckOutcome.Fails)
            .Select(check => check.MemberLineIds.Select(member => lines[member])
                .Select(static line => (line.TableOrdinal, line.Row, line.Column)).ToList())
            .ToList();
        var planted = Truth(province).Where(static row => row["planted"] == "1").Select(PlaceOf).ToList();

        Assert.NotEmpty(planted);
        Assert.All(planted, place => Assert.Contains(failing, check => check.Contains(place)));
        Assert.All(failing, check => Assert.Contains(planted, place => check[0].TableOrdinal == place.Table));
        Assert.True(lines.Values.Count(static line => line.Proof == Proof.Proven) >= 0.93 * lines.Count, province);
    }

    private static IEnumerable<string> Differences(MapRow expected, BudgetLine line, BudgetLine? parent)
    {
        (string What, string Expected, string Found)[] pairs =
        [
            ("direction", expected["direction"], SchemaName.Of(line.Direction)),
            ("component", expected["component"], SchemaName.Of(line.Component)),
            ("fund", expected["fund"], SchemaName.Of(line.Fund)),
            ("period", expected["period"], SchemaName.Of(line.Period)),
            ("unit", expected["unit"], line.UnitName ?? string.Empty),
            ("classification", expected["classification"], expected["classification"].Length == 0 ? string.Empty
                : SchemaName.Of(line.Classification)),
            ("code", expected["code"], expected["code"].Length == 0 ? string.Empty : line.SubjectCode ?? string.Empty),
            ("name", Folded(expected["name"]), expected["name"].Length == 0 ? string.Empty : Folded(line.SubjectNameAsPrinted)),
            ("parent", Folded(expected["parent"]), expected["name"].Length == 0 ? string.Empty
                : Folded(parent?.SubjectNameAsPrinted ?? parent?.UnitName)),
        ];
        return pairs.Where(static pair => pair.Expected != pair.Found)
            .Select(pair => $"{Place(expected)} {expected["name"]}: {pair.What} {pair.Found}, not {pair.Expected} ({line.Proof})");
    }

    private static string Folded(string? text) =>
        FoldedText.Of(text ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static (int Table, int Row, int Column) PlaceOf(MapRow row) =>
        (Number(row["table"]), Number(row["row"]), Number(row["column"]));

    private static string Place(MapRow row) => $"table {row["table"]} row {row["row"]} column {row["column"]}";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static NormalizedDocument Read(string province, int year) => TextTable.Normalize(
        year,
        DocumentKind.DepartmentBudget,
        [.. Heading().Matches(File.ReadAllText(Path.Combine(Folder, province + ".txt"))).Select(static match =>
            TextTable.Parse(match.Groups["rows"].Value, match.Groups["title"].Value, match.Groups["unit"].Value))]);

    private static IReadOnlyList<MapRow> Truth(string province)
    {
        var faults = new MapFaults();
        var name = province + ".csv";
        var rows = MapTable.Read(new MapFile(name, File.ReadAllText(Path.Combine(Folder, name))), Columns, faults).Rows;
        faults.ThrowIfAny();
        return rows;
    }

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Normalizing", "Provinces");

    [GeneratedRegex(@"^# (?<title>.+?) \((?<unit>.+?)\)\n(?<rows>(?:(?!# ).*\n)+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
