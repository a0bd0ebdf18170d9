using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Divisions;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>The place of a row as it prints it, and as the catalogue has it.</summary>
/// <param name="Of">Null where the catalogue has none of the name.</param>
internal readonly record struct RowPlace(string Printed, NamedPlace? Of)
{
    private static readonly WordSet OfWhich = ReadingWords.Of(WordList.OfWhich);

    /// <summary>The place alone of 其中：市本级及市辖区, （一）成都市, 哈尔滨市合计.</summary>
    public string Name
    {
        get
        {
            var name = OfWhich.BeginOf(Printed.AsSpan().TrimStart()) is { } begin
                ? Printed.TrimStart()[begin.Length..].TrimStart('\uff1a', ':', ' ')
                : Printed;
            name = Numbering.Of(name) is { Style: not NumberingStyle.None } numbered ? numbered.Rest : name;
            return PlaceNames.WithoutTotal(name);
        }
    }
}

/// <summary>
/// Of which place each row of a table is: by a column of its own, by its name, or by the row above that it is a part of. That a heading
/// says 地区 makes no place of a bond or of a project below 省本级: what the rows beside it are decides.
/// </summary>
internal sealed class RowPlaces(PlaceNames places, TableGrid grid)
{
    private static readonly WordSet Endings = ReadingWords.Of(WordList.PlaceEnding);
    private static readonly WordSet NotYetGiven = ReadingWords.Of(WordList.NotYetGiven);

    /// <summary>Of its own column, or of its name where the table is one by place; null where it is not.</summary>
    public RowPlace[]? Read(ImmutableArray<TableRow> rows, GovernmentColumn? placeColumn, GovernmentColumn? nameColumn)
    {
        if (placeColumn is not null)
        {
            var last = string.Empty;
            var result = new RowPlace[rows.Length];
            for (var row = 0; row < rows.Length; row++)
            {
                last = grid.Text(rows[row].Row, placeColumn.Meaning.Column) is { Length: > 0 } own ? own : last;
                result[row] = new RowPlace(last, places.ReadRow(last));
            }

            return result;
        }

        var read = rows.Select(row => new RowPlace(row.Label, places.ReadRow(row.Label))).ToArray();
        Division? city = null;
        for (var row = 0; row < read.Length; row++)
        {
            city = read[row].Of?.Division is { Level: DivisionLevel.Prefecture } above ? above : city;
            if (read[row].Of is { Division: null, IsOther: true } own)
            {
                // 市本级 below 郑州市.
                read[row] = read[row] with { Of = own with { Division = city } };
            }
        }

        var named = rows.Where(static row => row.Kind == RowKind.Detail && row.Label.Length > 0).ToList();
        var found = named.Count(row => places.Read(row.Label) is not null);
        return nameColumn?.Role == GovernmentColumnRole.Place ||
            (named.Count > 2 && found * 100 >= GovernmentTolerances.LeastPlaces * named.Count) ? read : null;
    }

    /// <summary>The rows with what names them, and the place of each; null for a row of which nothing tells one.</summary>
    /// <param name="byPlace">As read; null for a table that is by something else.</param>
    /// <param name="kind">What names the rows of such a table that name no place.</param>
    public (ImmutableArray<TableRow> Rows, RowPlace?[] Places) Settle(ImmutableArray<TableRow> rows, RowPlace[]? byPlace,
        bool hasOwnColumn, GovernmentTree tree, Classification? kind)
    {
        if (byPlace is null)
        {
            var listed = ListedBelow(rows, tree);
            return ([.. rows.Zip(listed, static (row, place) => place is null ? row
                : row with { Classification = Classification.Place, Subject = null })], listed);
        }

        if (hasOwnColumn)
        {
            return (rows, [.. byPlace.Cast<RowPlace?>()]);
        }

        var areNames = AreNames(rows, byPlace, tree);
        var otherwise = kind is Classification.Debt or Classification.Transfer or Classification.Project ? kind.Value
            : Classification.Place;
        return ([.. rows.Zip(areNames, (row, isName) => isName ? row : row with { Classification = otherwise })],
            [.. Enumerable.Range(0, rows.Length).Select(row => areNames[row] ? byPlace[row]
                : Above(rows[row], tree.Parents[row], byPlace, areNames, tree))]);
    }

    /// <summary>
    /// Whether the name of each row is that of a place: one of the catalogue, a sum, or one that stands among places; and not what is
    /// still to be given to places (待分配).
    /// </summary>
    private static bool[] AreNames(ImmutableArray<TableRow> rows, RowPlace[] read, GovernmentTree tree)
    {
        var among = Enumerable.Range(0, rows.Length).Where(row => rows[row].Kind == RowKind.Detail)
            .GroupBy(row => tree.Parents[row]).ToDictionary(static beside => beside.Key, beside =>
                beside.Count(row => read[row].Of is not null || Endings.EndOf(HeadingText.Of(rows[row].Label).Bare) is not null) * 100
                    >= GovernmentTolerances.LeastPlaces * beside.Count());
        return [.. Enumerable.Range(0, rows.Length).Select(row => rows[row].Kind != RowKind.Detail || read[row].Of is not null
            || (among[tree.Parents[row]] && !NotYetGiven.Matches(FoldedText.Of(rows[row].Label))))];
    }

    /// <summary>What is of no place of its own is of the nearest one above (the projects of 省本级); 待分配 is of none, nor of a level.</summary>
    private static RowPlace? Above(TableRow row, int above, RowPlace[] read, bool[] areNames, GovernmentTree tree)
    {
        if (NotYetGiven.Matches(FoldedText.Of(row.Label)))
        {
            return new RowPlace(string.Empty, new NamedPlace(null, null, true));
        }

        while (above >= 0 && (!areNames[above] || read[above].Of is null))
        {
            above = tree.Parents[above];
        }

        // 一般债务 below 全省合计 is of the whole province, a project there is of some place in it.
        return above >= 0 && (read[above].Of is { Level: not GovernmentLevel.Whole } || DebtFigure.IsCategory(FoldedText.Of(row.Label)))
            ? read[above] : null;
    }

    /// <summary>
    /// Rows of a table by something else that list places below a heading (专项转移支付分地区合计 above the counties): all parts of one
    /// row are places below the document's, most of them in the catalogue and the others called like one (喀左县).
    /// </summary>
    private RowPlace?[] ListedBelow(ImmutableArray<TableRow> rows, GovernmentTree tree)
    {
        var result = new RowPlace?[rows.Length];
        foreach (var beside in Enumerable.Range(0, rows.Length).GroupBy(row => tree.Parents[row]).Where(static beside => beside.Key >= 0))
        {
            var read = beside.Select(row => (Row: row, Place: places.Read(rows[row].Label))).ToList();
            var known = read.Count(static one => one.Place is { IsOther: true });
            if (known >= GovernmentTolerances.LeastListedPlaces && known * 100 >= GovernmentTolerances.LeastPlaces * read.Count &&
                read.TrueForAll(one => one.Place is { IsOther: true } || (one.Place is null &&
                    Endings.EndOf(HeadingText.Of(rows[one.Row].Label).Bare) is not null)))
            {
                read.ForEach(one => result[one.Row] = new RowPlace(rows[one.Row].Label, one.Place));
            }
        }

        return result;
    }
}
