using System.Globalization;
using System.Text.RegularExpressions;
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
    private static readonly string[] Columns = ["table", "row", "column", "value", "code", "name", "classification", "unit", "direction",
        "component", "fund", "period", "parent", "qualifier", "leaf", "item", "phase", "functional", "department_economic",
        "government_economic", "planted"];

    public static TheoryData<string, int> Provinces => new()
    {
        { "sichuan", 2024 }, { "henan", 2024 }, { "hubei", 2025 }, { "jiangxi", 2024 }, { "guizhou", 2025 }, { "liaoning", 2024 },
        { "bingtuan", 2024 }, { "gansu", 2025 }, { "guangxi", 2025 }, { "jilin", 2025 }, { "shanxi", 2025 }, { "xizang", 2025 },
        { "yunnan", 2024 }, { "hainan", 2025 }, { "glued", 2026 }, { "natures", 2025 }, { "nested", 2025 }, { "sources", 2025 },
        { "stacked", 2026 }, { "transposed", 2025 }, { "carried", 2026 }, { "footed", 2025 },
        { "compiled", 2025 }, { "executed", 2024 }, { "rightmost", 2026 }, { "spaced", 2025 }, { "staged", 2025 }, { "supplies", 2025 },
        { "banded", 2025 },
        { "annotated", 2025 }, { "assorted", 2024 }, { "continued", 2023 }, { "earmarked", 2025 }, { "paired", 2026 }, { "vacant", 2025 },
        { "exempted", 2025 }, { "grouped", 2025 }, { "quarterly", 2026 }, { "sideways", 2024 }, { "tiered", 2023 }, { "yearly", 2025 },
        { "balanced", 2026 }, { "halves", 2025 }, { "ledger", 2025 }, { "mingled", 2025 }, { "onerow", 2024 }, { "resized", 2024 },
        { "settled", 2023 },
        { "dated", 2025 }, { "foliated", 2026 }, { "lettered", 2025 }, { "sectioned", 2025 },
        { "elapsed", 2026 },
        { "duties", 2025 },
        { "ordos", 2023 },
    };

    /// <summary>Columns whose headings no map knows: their amounts are kept as cells.</summary>
    public static IReadOnlyDictionary<string, int> Unread { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["annotated"] = 29,
        ["bingtuan"] = 6,

        // 本年支出 / 合计 of two funds whose rows say which.
        ["duties"] = 14,

        // 过次页, 承前页
        ["foliated"] = 24,

        // 追加 and 核减 of 增减变动.
        ["onerow"] = 36,

        // 机构运行经费支出、国有资产占用情况及政府采购支出信息表 is of no one kind.
        ["ordos"] = 9,

        // Quarters that do not make the year in a row with a planted fault.
        ["quarterly"] = 92,
        ["sources"] = 12,
        ["stacked"] = 28,
        ["xizang"] = 5,
    };

    /// <summary>A planted fault reaches much of what they print.</summary>
    private static readonly string[] FewTables =
        ["balanced", "dated", "duties", "grouped", "ledger", "onerow", "quarterly", "sectioned", "sideways", "tiered", "yearly"];

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Normalize_FormOfAProvince_EveryAmountMeansWhatItDoes(string province, int year)
    {
        var lines = Read(province, year).Lines.ToDictionary(static line => (line.TableOrdinal, line.Row, line.Column));
        var byId = lines.Values.ToDictionary(static line => line.LineId, StringComparer.Ordinal);

        var truth = Truth(province);
        var faults = truth.Where(row => lines.ContainsKey(PlaceOf(row))).SelectMany(row =>
            FormMeaning.Differences(lines[PlaceOf(row)], byId, field => row[field])
                .Select(difference => $"{Place(row)} {row["name"]}: {difference} ({lines[PlaceOf(row)].Proof})"));

        Assert.Empty(faults);
        Assert.Equal(truth.Count - Unread.GetValueOrDefault(province), lines.Count);
        Assert.All(lines.Keys, place => Assert.Contains(truth, row => PlaceOf(row) == place));
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

        Assert.All(planted, place => Assert.Contains(failing, check => check.Contains(place)));
        Assert.All(failing, check => Assert.Contains(planted, place => check[0].TableOrdinal == place.Table));
        Assert.True(lines.Values.Count(static line => line.Proof == Proof.Proven) >=
            (FewTables.Contains(province) ? 0.7 : 0.93) * lines.Count, province);
    }

    private static (int Table, int Row, int Column) PlaceOf(MapRow row) =>
        (Number(row["table"]), Number(row["row"]), Number(row["column"]));

    private static string Place(MapRow row) => $"table {row["table"]} row {row["row"]} column {row["column"]}";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static NormalizedDocument Read(string province, int year) => TextTable.Normalize(
        year,
        province is "yunnan" or "executed" or "continued" or "tiered" or "ordos" ? DocumentKind.DepartmentFinalAccounts
            : DocumentKind.DepartmentBudget,
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
