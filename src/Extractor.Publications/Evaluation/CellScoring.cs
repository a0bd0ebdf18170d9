using System.Globalization;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Evaluation;

/// <summary>
/// The gold's amounts as cells: right when the amount stands, whole and alone, in a cell of a table with the right key,
/// in the row of its code or label. What the columns mean is not judged here, but for headers that name another component.
/// </summary>
internal static class CellScoring
{
    /// <summary>Words that tell a component, one of which stands in the header of its column or in the title of the table.</summary>
    private static readonly Dictionary<string, string[]> ComponentWords = new(StringComparer.Ordinal)
    {
        ["basic"] = ["基本"],
        ["project"] = ["项目", "专项"],
        ["personnel"] = ["人员"],
        ["public"] = ["公用"],
    };

    public static Score Of(IReadOnlyList<GoldLine> gold, IReadOnlyList<TableRow> tables, IReadOnlyList<CellRow> cells)
    {
        var keys = tables.ToDictionary(static table => table.TableId, static table => table.TableKey, StringComparer.Ordinal);
        var titles = tables.ToDictionary(static table => table.TableId, static table => table.TitleAsPrinted, StringComparer.Ordinal);
        var rows = cells.GroupBy(static cell => (cell.TableId, cell.RowIndex))
            .ToDictionary(static row => row.Key, static row => row.ToList());
        var amounts = cells.Where(static cell => !cell.IsHeader && Folding.Amount(cell.Text) is not null).ToList();
        var matching = Matching.Of(
            gold,
            amounts,
            static line => Bucket(line.TableKey, line.Page, line.Amount),
            cell => keys.TryGetValue(cell.TableId, out var key) ? Bucket(key, cell.PageNumber, cell.Text) : null,
            (line, cell) => Points(line, cell, rows));

        var score = matching.ToScore(gold.Count, index => Missed(gold[index], WhereElse(gold[index], cells, keys)), []);
        return score.With("header", from pair in matching.Pairs
                                    let line = gold[pair.Expected]
                                    let cell = amounts[pair.Published]
                                    where ComponentWords.ContainsKey(line.Column)
                                    select TellsComponent(cell.HeaderPath, line) || TellsComponent(titles[cell.TableId], line));
    }

    private static Difference Missed(GoldLine line, string elsewhere) =>
        new(line.Page, $"{line.TableKey} {line.SubjectCode} {line.Label} {line.Column} {line.Amount}{elsewhere}");

    private static int Points(GoldLine line, CellRow cell, Dictionary<(string TableId, int Row), List<CellRow>> rows)
    {
        // Of a two-sided table only the cells before the amount name it; the nearest one does.
        var named = rows[(cell.TableId, cell.RowIndex)].Where(other => other.ColumnIndex < cell.ColumnIndex).ToList();
        var code = line.SubjectCode.Length > 0 && named.Any(other => HasCode(other.Text, line.SubjectCode));
        var label = named.Any(other => HasLabel(other.Text, line.Label));
        var isThreePublic = line.TableKey == "three_public";
        var header = TellsComponent(cell.HeaderPath, line) ? 1 : 0;
        return code || label || isThreePublic ? 1 + header + (code ? 2 : 0) + (label ? 2 : 0) : 0;
    }

    private static bool TellsComponent(string? text, GoldLine line) =>
        text is not null && ComponentWords.TryGetValue(line.Column, out var words) &&
            words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static bool HasCode(string? text, string code)
    {
        var folded = Folding.Fold(text);
        return folded.Length > 0 && (folded.Contains(code, StringComparison.Ordinal) ||
            (folded.All(char.IsAsciiDigit) && code.EndsWith(folded, StringComparison.Ordinal)));
    }

    private static bool HasLabel(string? text, string label)
    {
        var expected = Folding.Fold(label.Split('>')[^1]);
        var folded = Folding.Fold(text);
        return expected.Length > 0 && (folded == expected || (expected.Length > 2 && folded.Contains(expected, StringComparison.Ordinal)));
    }

    private static string WhereElse(GoldLine line, IReadOnlyList<CellRow> cells, Dictionary<string, string> keys)
    {
        var expected = Folding.Fold(line.Amount);
        var other = cells.FirstOrDefault(cell =>
            cell.PageNumber == line.Page && Folding.Fold(cell.Text).Contains(expected, StringComparison.Ordinal));
        return other is null
            ? "; in no cell of the page"
            : $"; nearest: '{other.Text}' in table {other.TableId} ({keys.GetValueOrDefault(other.TableId)}) row {other.RowIndex} column " +
                $"{other.ColumnIndex}";
    }

    private static string Bucket(string key, int page, string? amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{key}|{page}|{Folding.Fold(amount)}");
}
