using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>What a table title means; the reference type that the rules need.</summary>
public sealed record TitleMeaning(TableKey Key);

/// <summary>The reviewed maps of <c>pipelines/headings/</c>: titles, column headings and row names as publishers print them.</summary>
public sealed class HeadingMaps
{
    private const string Folder = "pipelines/headings/";

    private HeadingMaps(
        TableKinds kinds,
        HeadingRules<TitleMeaning> titles,
        HeadingRules<HeadingMeaning> columns,
        HeadingRules<RowMeaning> rows,
        HeadingRules<RowMeaning> revenueRows,
        HeadingRules<RowMeaning> threePublicItems,
        HeadingRules<NoteMeaning> notes,
        HeadingRules<TitleMeaning> governmentTitles,
        HeadingRules<GovernmentHeading> governmentColumns)
    {
        Kinds = kinds;
        Titles = titles;
        Columns = columns;
        Rows = rows;
        RevenueRows = revenueRows;
        ThreePublicItems = threePublicItems;
        Notes = notes;
        GovernmentTitles = governmentTitles;
        GovernmentColumns = governmentColumns;
    }

    /// <summary>What holds of every table of a kind.</summary>
    public TableKinds Kinds { get; }

    public HeadingRules<TitleMeaning> Titles { get; }

    public HeadingRules<HeadingMeaning> Columns { get; }

    /// <summary>Totals and carried-over money, on both sides of a table.</summary>
    public HeadingRules<RowMeaning> Rows { get; }

    /// <summary>Sources of money on the revenue side.</summary>
    public HeadingRules<RowMeaning> RevenueRows { get; }

    /// <summary>因公出国, 公务接待, 公务用车 in rows and columns of 三公 tables.</summary>
    public HeadingRules<RowMeaning> ThreePublicItems { get; }

    /// <summary>Sentences that tell why sums of the document differ.</summary>
    public HeadingRules<NoteMeaning> Notes { get; }

    /// <summary>Titles of tables in documents of whole governments, before <see cref="Titles"/>.</summary>
    public HeadingRules<TitleMeaning> GovernmentTitles { get; }

    /// <summary>Headings in documents of whole governments that name rows, or hold no money.</summary>
    public HeadingRules<GovernmentHeading> GovernmentColumns { get; }

    internal static HeadingMaps Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults) => new(
        new(Table(files, TableKinds.FileName, TableKinds.Columns, faults), Folder + TableKinds.FileName, faults),
        new(Table(files, "tables.csv", ["match", "title", "without", "table_key", "seen_in"], faults).SelectMany(row =>
            Title(row, faults))),
        new(Table(files, "columns.csv", ["match", "heading", "without", "role", "component", "fund", "classification", "item", "note"],
            faults).SelectMany(row => Column(row, faults))),
        RowRules(files, "rows.csv", faults),
        RowRules(files, "revenue_rows.csv", faults),
        RowRules(files, "three_public_items.csv", faults),
        new(Table(files, "notes.csv", ["match", "words", "without", "explains", "seen_in"], faults).SelectMany(row => Note(row, faults))),
        new(Table(files, "government_tables.csv", ["match", "title", "without", "table_key", "seen_in"], faults).SelectMany(row =>
            Title(row, faults))),
        new(Table(files, "government_columns.csv", ["match", "heading", "without", "role", "seen_in"], faults).SelectMany(row =>
            GovernmentColumn(row, faults))));

    private static ImmutableArray<MapRow> Table(IReadOnlyDictionary<string, MapFile> files, string name, ImmutableArray<string> columns,
        MapFaults faults)
    {
        if (files.TryGetValue(Folder + name, out var file))
        {
            return MapTable.Read(file, columns, faults).Rows;
        }

        faults.Add(Folder + name, 1, "the map is missing");
        return [];
    }

    private static HeadingRules<RowMeaning> RowRules(IReadOnlyDictionary<string, MapFile> files, string name, MapFaults faults) =>
        new(Table(files, name, ["match", "label", "without", "item", "role", "note"], faults).SelectMany(row => Row(row, faults)));

    private static IEnumerable<(HeadingPattern, TitleMeaning)> Title(MapRow row, MapFaults faults)
    {
        if (Pattern(row, "title", faults) is { } pattern)
        {
            if (SchemaName.TryParse<TableKey>(row["table_key"], out var key))
            {
                yield return (pattern, new TitleMeaning(key));
            }
            else
            {
                faults.Add(row, $"'{row["table_key"]}' is no table_key");
            }
        }
    }

    private static IEnumerable<(HeadingPattern, GovernmentHeading)> GovernmentColumn(MapRow row, MapFaults faults)
    {
        if (Pattern(row, "heading", faults) is { } pattern)
        {
            if (SchemaName.TryParse<GovernmentColumnRole>(row["role"], out var role))
            {
                yield return (pattern, new GovernmentHeading(role));
            }
            else
            {
                faults.Add(row, $"'{row["role"]}' is no role of a column of a government's table");
            }
        }
    }

    private static IEnumerable<(HeadingPattern, HeadingMeaning)> Column(MapRow row, MapFaults faults)
    {
        if (Pattern(row, "heading", faults) is not { } pattern)
        {
            yield break;
        }

        var isSum = row["role"] == "sum";
        var isNarrower = row["role"] == "narrower";
        var role = ColumnRole.Amount;
        if (!isSum && !isNarrower && !SchemaName.TryParse(row["role"], out role))
        {
            faults.Add(row, $"'{row["role"]}' is no role of a column");
        }

        yield return (pattern, new HeadingMeaning(
            role,
            row.Member<Component>("component", faults),
            row.Member<Fund>("fund", faults),
            row.Member<Classification>("classification", faults),
            row["item"].Length == 0 ? null : row["item"],
            isSum,
            isNarrower));
    }

    private static IEnumerable<(HeadingPattern, RowMeaning)> Row(MapRow row, MapFaults faults)
    {
        if (Pattern(row, "label", faults) is not { } pattern)
        {
            yield break;
        }

        RowKind? kind = row["role"] switch
        {
            "detail" => RowKind.Detail,
            "subtotal" => RowKind.Subtotal,
            "current" => RowKind.CurrentYearTotal,
            "carried" => RowKind.Carried,
            "total" => RowKind.Total,
            _ => null,
        };
        if (kind is null)
        {
            faults.Add(row, $"'{row["role"]}' is none of detail, subtotal, current, carried, total");
        }
        else
        {
            yield return (pattern, new RowMeaning(row["item"], kind.Value));
        }
    }

    private static IEnumerable<(HeadingPattern, NoteMeaning)> Note(MapRow row, MapFaults faults)
    {
        if (Pattern(row, "words", faults) is not { } pattern)
        {
            yield break;
        }

        if (SchemaName.TryParse<NoteExplains>(row["explains"], out var explains))
        {
            yield return (pattern, new NoteMeaning(explains));
        }
        else
        {
            faults.Add(row, $"'{row["explains"]}' is neither left_out nor rounding");
        }
    }

    private static HeadingPattern? Pattern(MapRow row, string column, MapFaults faults)
    {
        var words = row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var without = row["without"].Split('|', StringSplitOptions.RemoveEmptyEntries);
        switch (row["match"])
        {
            case "is" when words.Length == 1 && without.Length == 0:
            case "has" when words.Length > 0:
                return new HeadingPattern(row["match"] == "is", [.. words.Select(static word => FoldedText.Of(word))],
                    [.. without.Select(static word => FoldedText.Of(word))]);
            case "is" or "has":
                faults.Add(row, $"'{row[column]}' under {column}: one heading without spaces for 'is', words between spaces for 'has'");
                return null;
            default:
                faults.Add(row, $"'{row["match"]}' under match is neither 'is' nor 'has'");
                return null;
        }
    }
}
