using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Extractor.Fetching;
using Extractor.Model.Documents;
using Extractor.Runs.Definitions;

namespace Extractor.Publications.Evaluation;

/// <summary>
/// Reads a folder of hand-verified figures: <c>index.csv</c> (id, file, sha256) and for each id the files
/// <c>ID.tables.csv</c>, <c>ID.lines.csv</c>, <c>ID.sections.csv</c>, <c>ID.stated.csv</c>, <c>ID.projects.csv</c>,
/// <c>ID.indicators.csv</c>, each of which may be missing.
/// </summary>
public static class GoldReader
{
    /// <exception cref="DefinitionException">A file is missing, has not the columns, or a value has the wrong form; all faults are
    /// listed.</exception>
    public static ImmutableArray<GoldDocument> Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var faults = new List<DefinitionFault>();
        var index = Rows(Path.Combine(folder, "index.csv"), faults);
        if (index is null && faults.Count == 0)
        {
            faults.Add(new DefinitionFault(Path.Combine(folder, "index.csv"), 0, "the index of the gold files is not there"));
        }

        var documents = (index ?? []).Select(row => Document(folder, row, faults)).OfType<GoldDocument>().ToImmutableArray();
        return faults.Count == 0 ? documents : throw new DefinitionException([.. faults]);
    }

    private static GoldDocument? Document(string folder, Row index, List<DefinitionFault> faults)
    {
        var name = index.Text("id");
        DocumentId id;
        try
        {
            id = new DocumentId(index.Text("sha256"));
        }
        catch (ArgumentException error)
        {
            index.Fault(error.Message);
            return null;
        }

        return new GoldDocument(
            name,
            index.Text("file"),
            id,
            Part("tables", static row => new GoldTable(row.Text("table_key"), row.Text("title_as_printed"), row.Number("first_page"),
                row.Number("last_page"), row.Text("unit_as_printed"))),
            Part("lines", static row => new GoldLine(row.Text("table_key"), row.Number("page"), row.Text("subject_code"), row.Text("label"),
                row.Text("column"), row.Text("amount_as_printed"))),
            Part("sections", static row =>
                new GoldSection(row.Text("heading_as_printed"), row.Number("depth"), row.Number("page"), row.Text("section_key"))),
            Part("stated", static row => new GoldStatement(row.Text("figure_key"), row.Text("value_as_printed"), row.Text("unit"),
                row.Number("page"), row.Text("sentence"))),
            Part("projects", static row =>
                new GoldProject(row.Text("project_name"), row.Text("amount_as_printed"), row.Text("unit"),
                row.Text("prior_change_as_printed"), row.Text("prior_change_percent"), row.Number("page"), row.Text("source"))),
            Part("indicators", static row =>
                new GoldIndicator(row.Text("project_name"), row.Text("level_1"), row.Text("level_2"), row.Text("level_3"),
                row.Text("target_value"), row.Number("page"), row.Optional("actual_value"))));

        ImmutableArray<T>? Part<T>(string part, Func<Row, T> read) =>
            Rows(Path.Combine(folder, $"{name}.{part}.csv"), faults) is { } rows ? [.. rows.Select(read)] : null;
    }

    /// <returns>Null where the file is not there.</returns>
    private static List<Row>? Rows(string path, List<DefinitionFault> faults)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var rows = new List<Row>();
        using var text = new StreamReader(path);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, Separator = ',', TrackLineNumbers = true });
        var columns = csv.Read() ? csv.Current.ToArray() : Array.Empty<string>();
        while (csv.Read())
        {
            rows.Add(new Row(path, (int)csv.LineNumber, columns, csv.Current.ToArray(), faults));
        }

        return rows;
    }

    private sealed record Row(string Path, int Line, string[] Columns, string[] Values, List<DefinitionFault> Faults)
    {
        public string Text(string column)
        {
            var index = Array.IndexOf(Columns, column);
            if (index >= 0)
            {
                return index < Values.Length ? Values[index].Trim() : string.Empty;
            }

            var fault = new DefinitionFault(Path, 1, $"the column '{column}' is missing; there are {string.Join(", ", Columns)}");
            if (!Faults.Contains(fault))
            {
                Faults.Add(fault);
            }

            return string.Empty;
        }

        /// <summary>Null where the file has no such column.</summary>
        public string? Optional(string column) => Array.IndexOf(Columns, column) < 0 ? null : Text(column);

        public int Number(string column)
        {
            var text = Text(column);
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Array.IndexOf(Columns, column) >= 0)
            {
                Fault($"'{column}' is '{text}'; a whole number is expected");
            }

            return number;
        }

        public void Fault(string message) => Faults.Add(new DefinitionFault(Path, Line, message));
    }
}
