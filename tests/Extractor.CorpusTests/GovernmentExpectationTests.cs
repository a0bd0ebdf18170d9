using System.Globalization;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Maps;

namespace Extractor.CorpusTests;

/// <summary>
/// Tables of governments as people read them from the page: what each column means and, row by row, name, parent, place and amounts
/// (<c>Expectations/governments</c>). A blank is not asked, but a blank amount is one that the page does not print.
/// </summary>
public sealed class GovernmentExpectationTests
{
    /// <summary>Read as nothing rather than wrongly: the heading of 3eb22a3ff824 is one cell over all columns.</summary>
    private static readonly string[] Withheld = ["3eb22a3ff824 p1"];

    private static readonly string[] Columns =
    [
        "table", "document", "pages", "column", "heading", "amount_year", "phase", "government_level", "period", "direction",
        "item", "unit",
    ];

    private static readonly string[] Rows =
        ["table", "row", "name", "parent", "parent_row", "amount_year", "item", "place_code", "amounts"];

    public static TheoryData<string> Tables() => [.. Read("columns.csv", Columns).Select(static row => row["table"]).Distinct()];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Normalize_TableOfAGovernment_IsWhatThePagePrints(string table)
    {
        Assert.SkipUnless(SharedFiles.Governments().Count > 0, "../shared/governments is not beside the repository");
        var columns = Read("columns.csv", Columns).Where(row => row["table"] == table).ToList();
        var rows = Read("rows.csv", Rows).Where(row => row["table"] == table).ToList();
        var lines = LinesOf(columns, table);
        if (Withheld.Contains(table))
        {
            Assert.Empty(lines);
            return;
        }

        var printed = lines.GroupBy(static line => (line.PageNumber, line.TableOrdinal, line.Row)).OrderBy(static group => group.Key)
            .Take(rows.Count).ToList();
        var places = lines.Select(static line => line.Column).Distinct().Order().ToList();
        var all = LinesById(columns[0]["document"]);

        Assert.Equal(columns.Count, places.Count);
        Assert.Equal(rows.Select(static row => Folded(row["name"])), printed.Select(static group => Folded(NameOf(group.First()))));
        foreach (var (row, group) in rows.Zip(printed))
        {
            var amounts = row["amounts"].Split('|');
            Assert.Equal(amounts, places.Select(place => group.SingleOrDefault(line => line.Column == place)?.ValueAsPrinted ?? ""));
            Assert.All(group, line => Assert.Equal(Folded(row["parent"]), line.ParentLineId is { } above
                ? Folded(NameOf(all[above])) : ""));
            foreach (var line in group)
            {
                AssertMeaning(row, columns[places.IndexOf(line.Column)], line);
            }
        }
    }

    private static void AssertMeaning(MapRow row, MapRow column, BudgetLine line)
    {
        var year = row["amount_year"].Length > 0 ? row["amount_year"] : column["amount_year"];
        var item = row["item"].Length > 0 ? row["item"] : column["item"];
        Assert.Equal(year, line.AmountYear?.ToString(CultureInfo.InvariantCulture) ?? "");
        AssertAsked(column["phase"], SchemaName.Of(line.Phase));
        AssertAsked(column["government_level"], line.GovernmentLevel is { } level ? SchemaName.Of(level) : "");
        AssertAsked(column["period"], SchemaName.Of(line.Period));
        AssertAsked(column["direction"], SchemaName.Of(line.Direction));
        AssertAsked(column["unit"], line.UnitAsPrinted);
        AssertAsked(row["place_code"], line.PlaceCode ?? "");
        if (item.Length > 0)
        {
            Assert.Contains(Folded(item), new[] { line.ItemKey ?? "", Folded(line.ColumnItem ?? "") });
        }
    }

    private static void AssertAsked(string expected, string? read)
    {
        if (expected is not ("" or "?"))
        {
            Assert.Equal(expected, read);
        }
    }

    private static List<BudgetLine> LinesOf(List<MapRow> columns, string table)
    {
        var pages = columns[0]["pages"].Split('-').Select(static page => int.Parse(page, CultureInfo.InvariantCulture)).ToList();
        var isOneSide = Read("columns.csv", Columns).Any(row => row["document"] == columns[0]["document"] && row["table"] != table);
        return [.. LinesById(columns[0]["document"]).Values.Where(line => line.PageNumber >= pages[0] && line.PageNumber <= pages[^1] &&
            (!isOneSide || SchemaName.Of(line.Direction) == columns[0]["direction"]))];
    }

    private static Dictionary<string, BudgetLine> LinesById(string document) => SharedDocuments.Governments
        .Single(found => found.Id.Value.StartsWith(document, StringComparison.Ordinal)).Lines
        .ToDictionary(static line => line.LineId, StringComparer.Ordinal);

    private static string NameOf(BudgetLine line) => line.SubjectNameAsPrinted ?? line.PlaceName ?? "";

    private static string Folded(string text) => FoldedText.Of(text);

    internal static IReadOnlyList<MapRow> Read(string name, string[] columns)
    {
        var path = Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", "governments", name);
        var faults = new MapFaults();
        var rows = MapTable.Read(new MapFile(name, File.ReadAllText(path)), columns, faults).Rows;
        faults.ThrowIfAny();
        return rows;
    }
}
