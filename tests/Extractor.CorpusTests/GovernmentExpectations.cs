using System.Globalization;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Maps;

namespace Extractor.CorpusTests;

/// <summary>
/// What people say of tables of governments: <c>columns.csv</c>, what each amount column means, and <c>rows.csv</c>, row by row name,
/// parent, place and amounts. A blank is not asked, but a blank amount is one that the page does not print.
/// </summary>
internal sealed class GovernmentExpectations(string folder, Func<string, SharedDocument> documentOf)
{
    private static readonly string[] Columns =
    [
        "table", "document", "pages", "column", "heading", "amount_year", "phase", "government_level", "period", "direction",
        "item", "unit", "fund",
    ];

    private static readonly string[] Rows =
        ["table", "row", "name", "parent", "parent_row", "amount_year", "item", "place_code", "amounts"];

    private readonly ILookup<string, MapRow> columns = Read(folder, "columns.csv", Columns).ToLookup(static row => row["table"]);
    private readonly ILookup<string, MapRow> rows = Read(folder, "rows.csv", Rows).ToLookup(static row => row["table"]);

    public IEnumerable<string> Tables => columns.Select(static table => table.Key);

    public void AssertTable(string table)
    {
        var (columnsOf, rowsOf, lines) = (columns[table].ToList(), rows[table].ToList(), LinesOf(table));
        var printed = lines.GroupBy(static line => (line.PageNumber, line.TableOrdinal, line.Row)).OrderBy(static group => group.Key)
            .Take(rowsOf.Count).ToList();
        var places = lines.Select(static line => line.Column).Distinct().Order().ToList();
        var all = LinesById(columnsOf[0]["document"]);

        Assert.Equal(columnsOf.Count, places.Count);
        Assert.Equal(rowsOf.Select(static row => FoldedText.Of(row["name"])), printed.Select(static group => NameOf(group.First())));
        foreach (var (row, group) in rowsOf.Zip(printed))
        {
            var amounts = row["amounts"].Split('|');
            Assert.Equal(amounts, places.Select(place => group.SingleOrDefault(line => line.Column == place)?.ValueAsPrinted ?? ""));
            Assert.All(group, line => Assert.Equal(FoldedText.Of(row["parent"]), line.ParentLineId is { } above ? NameOf(all[above]) : ""));
            foreach (var line in group)
            {
                var column = places.IndexOf(line.Column);
                AssertMeaning(row, ItemOf(row, column), columnsOf[column], line);
            }
        }
    }

    public List<BudgetLine> LinesOf(string table)
    {
        var column = columns[table].First();
        var pages = column["pages"].Split('-').Select(static page => int.Parse(page, CultureInfo.InvariantCulture)).ToList();
        var isOneSide = columns.Any(other => other.Key != table && other.First()["document"] == column["document"]
            && other.First()["pages"] == column["pages"]);
        return [.. LinesById(column["document"]).Values.Where(line => line.PageNumber >= pages[0] && line.PageNumber <= pages[^1] &&
            (!isOneSide || SchemaName.Of(line.Direction) == column["direction"]))];
    }

    private Dictionary<string, BudgetLine> LinesById(string document) =>
        documentOf(document).Lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);

    /// <summary>A row has one item, or one for each column, parted as its amounts are.</summary>
    private static string ItemOf(MapRow row, int column) =>
        row["item"].Split('|') is { Length: > 1 } items ? items[column] : row["item"];

    private static void AssertMeaning(MapRow row, string itemOfRow, MapRow column, BudgetLine line)
    {
        var year = row["amount_year"].Length > 0 ? row["amount_year"] : column["amount_year"];
        var item = itemOfRow.Length > 0 ? itemOfRow : column["item"];
        Assert.Equal(year, line.AmountYear?.ToString(CultureInfo.InvariantCulture) ?? "");
        AssertAsked(column["phase"], SchemaName.Of(line.Phase));
        AssertAsked(column["government_level"], line.GovernmentLevel is { } level ? SchemaName.Of(level) : "");
        AssertAsked(column["period"], SchemaName.Of(line.Period));
        AssertAsked(column["direction"], SchemaName.Of(line.Direction));
        AssertAsked(column["unit"], line.UnitAsPrinted);
        AssertAsked(column["fund"], SchemaName.Of(line.Fund));
        AssertAsked(row["place_code"], line.PlaceCode ?? "");
        if (item.Length > 0)
        {
            Assert.Contains(FoldedText.Of(item), new[] { line.ItemKey ?? "", FoldedText.Of(line.ColumnItem ?? "") });
        }
    }

    private static void AssertAsked(string expected, string? read)
    {
        if (expected is not ("" or "?"))
        {
            Assert.Equal(expected, read);
        }
    }

    private static string NameOf(BudgetLine line) => FoldedText.Of(line.SubjectNameAsPrinted ?? line.PlaceName ?? "");

    private static IReadOnlyList<MapRow> Read(string folder, string name, string[] columns)
    {
        var faults = new MapFaults();
        var rows = MapTable.Read(new MapFile(name, File.ReadAllText(Path.Combine(folder, name))), columns, faults).Rows;
        faults.ThrowIfAny();
        return rows;
    }
}
