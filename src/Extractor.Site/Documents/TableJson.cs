using System.Text.Json;
using Extractor.Publications.Rows;
using Extractor.Site.Generating;

namespace Extractor.Site.Documents;

/// <summary>One table with its cells, lines and checks, as <c>web/src/contract.ts</c> describes it: lists in place of names.</summary>
internal static class TableJson
{
    public static void Write(Utf8JsonWriter json, TableRow table, IEnumerable<CellRow> cells, TableIndex index)
    {
        json.WriteStartObject();
        json.WriteNumber("ordinal", table.Ordinal);
        WriteCells(json, cells);
        WriteLines(json, index.LinesOf(table.TableId), index);
        json.WriteStartArray("checks");
        foreach (var (check, members) in index.ChecksOf(table.Ordinal))
        {
            json.WriteStartArray();
            json.WriteStringValue(check.CheckId);
            json.WriteStringValue(check.Rule);
            json.WriteStringValue(check.Outcome);
            json.WriteValue(check.ExpectedYuan);
            json.WriteValue(check.ActualYuan);
            json.WriteValue(check.DifferenceYuan);
            json.WriteValue(check.ToleranceYuan);
            json.WriteStartArray();
            foreach (var member in members)
            {
                json.WriteNumberValue(member.Table);
                json.WriteNumberValue(member.Line);
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, IEnumerable<CellRow> cells)
    {
        var paths = new Numbering<string>();
        json.WriteStartArray("cells");
        foreach (var parts in PartsOfCells(cells))
        {
            var cell = parts[0];
            json.WriteStartArray();
            json.WriteNumberValue(cell.RowIndex);
            json.WriteNumberValue(cell.ColumnIndex);
            json.WriteNumberValue(cell.RowSpan);
            json.WriteNumberValue(cell.ColumnSpan);
            json.WriteNumberValue(cell.IsHeader ? 1 : 0);
            json.WriteNumberValue(cell.HeaderPath is null ? -1 : paths.Of(cell.HeaderPath));
            json.WriteStringValue(cell.Text);
            json.WriteStartArray();
            foreach (var part in parts)
            {
                json.WriteNumberValue(part.PageNumber);
                json.WriteEdges(part.Box);
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("paths");
        foreach (var path in paths.Values)
        {
            json.WriteStringValue(path);
        }

        json.WriteEndArray();
    }

    /// <summary>The parts of a cell follow each other.</summary>
    private static IEnumerable<List<CellRow>> PartsOfCells(IEnumerable<CellRow> cells)
    {
        List<CellRow>? parts = null;
        foreach (var cell in cells)
        {
            if (parts is not null && (parts[0].RowIndex != cell.RowIndex || parts[0].ColumnIndex != cell.ColumnIndex))
            {
                yield return parts;
                parts = null;
            }

            (parts ??= []).Add(cell);
        }

        if (parts is not null)
        {
            yield return parts;
        }
    }

    private static void WriteLines(Utf8JsonWriter json, IEnumerable<BudgetLineRow> lines, TableIndex index)
    {
        var meanings = new Numbering<LineMeaning>();
        var subjects = new Numbering<LineSubject>();
        json.WriteStartArray("lines");
        foreach (var line in lines)
        {
            json.WriteStartArray();
            json.WriteStringValue(line.LineId);
            json.WriteNumberValue(line.RowIndex);
            json.WriteNumberValue(line.ColumnIndex);
            json.WriteNumberValue(meanings.Of(new LineMeaning(line.Phase, line.Direction, line.Period, line.Classification, line.Component,
                line.Fund)));
            json.WriteNumberValue(subjects.Of(new LineSubject(
                line.SubjectCode, line.SubjectLevel, line.SubjectName, line.SubjectCodeAsPrinted, line.SubjectNameAsPrinted,
                    line.CodeEvidence, line.CatalogueEdition, line.ItemKey, line.UnitName)));
            json.WriteStringValue(line.RowRole);
            json.WriteNumberValue(line.IsLeaf ? 1 : 0);
            json.WriteNumberValue(line.AmountYuan);
            json.WriteStringValue(line.Proof);
            json.WriteStringValue(line.ValueAsPrinted);
            json.WriteStringValue(line.UnitAsPrinted);
            json.WriteNumberValue(line.ParentLineId is { } parent && index.Places.TryGetValue(parent, out var place) ? place.Line : -1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("meanings");
        foreach (var meaning in meanings.Values)
        {
            json.WriteStartObject();
            json.WriteString("phase", meaning.Phase);
            json.WriteString("direction", meaning.Direction);
            json.WriteString("period", meaning.Period);
            json.WriteString("classification", meaning.Classification);
            json.WriteString("component", meaning.Component);
            json.WriteString("fund", meaning.Fund);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("subjects");
        foreach (var subject in subjects.Values)
        {
            json.WriteStartObject();
            json.WriteKnown("code", subject.Code);
            json.WriteKnown("level", subject.Level);
            json.WriteKnown("name", subject.Name);
            json.WriteKnown("codeAsPrinted", subject.CodeAsPrinted);
            json.WriteKnown("nameAsPrinted", subject.NameAsPrinted);
            json.WriteString("evidence", subject.Evidence);
            json.WriteKnown("edition", subject.Edition);
            json.WriteKnown("item", subject.Item);
            json.WriteKnown("unit", subject.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What the amounts of a column have in common.</summary>
    private sealed record LineMeaning(string Phase, string Direction, string Period, string Classification, string Component, string Fund);

    /// <summary>What the amounts of a row have in common.</summary>
    private sealed record LineSubject(
        string? Code, string? Level, string? Name, string? CodeAsPrinted, string? NameAsPrinted, string Evidence, string? Edition,
            string? Item, string? Unit);

    /// <summary>Numbers values in the order in which they first come.</summary>
    private sealed class Numbering<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> numbers = [];
        private readonly List<T> values = [];

        public IReadOnlyList<T> Values => values;

        public int Of(T value)
        {
            if (!numbers.TryGetValue(value, out var number))
            {
                numbers[value] = number = values.Count;
                values.Add(value);
            }

            return number;
        }
    }
}
