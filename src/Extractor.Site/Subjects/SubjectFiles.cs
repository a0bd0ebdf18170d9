using System.Globalization;
using System.Text.Json;
using Extractor.Site.Figures;
using Extractor.Site.Generating;

namespace Extractor.Site.Subjects;

/// <summary>The files of one subject, as <c>web/src/contract.ts</c> describes them.</summary>
/// <param name="folder"><c>data/subjects</c></param>
/// <param name="subject"><c>functional/2011308</c></param>
internal sealed class SubjectFiles(string folder, string subject, SubjectNames names)
{
    private const int RowsOfFile = 400;
    private const int MostDepartments = 40;

    public void Write(IReadOnlyList<SubjectSpending> rows)
    {
        var years = rows.GroupBy(static row => (row.Year, row.Phase, row.Scope)).OrderBy(static group => group.Key).ToList();
        var code = subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..];
        JsonFile.Write(Path.Combine(folder, subject + ".json"), json =>
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteKnown("name", names.NameOf(code));
            json.WriteStartArray("above");
            foreach (var above in SubjectNames.LevelsOf(code).Where(above => above != code))
            {
                WriteNamed(json, above);
            }

            json.WriteEndArray();
            json.WriteStartArray("below");
            foreach (var below in names.ChildrenOf(subject[..subject.IndexOf('/', StringComparison.Ordinal)], code))
            {
                WriteNamed(json, below);
            }

            json.WriteEndArray();
            json.WriteStartArray("years");
            foreach (var year in years)
            {
                json.WriteStartObject();
                json.WriteNumber("year", year.Key.Year);
                json.WriteString("phase", year.Key.Phase);
                json.WriteString("scope", year.Key.Scope);
                WriteSum(json, year);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        foreach (var year in years)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{year.Key.Year}-{year.Key.Phase}-{year.Key.Scope}");
            WriteYear(Path.Combine(folder, subject, name), [.. year
                .OrderBy(static row => row.DivisionCode, StringComparer.Ordinal)
                .ThenByDescending(static row => row.Figure.Amount)
                .ThenBy(static row => row.DocumentId, StringComparer.Ordinal)]);
        }
    }

    private void WriteNamed(Utf8JsonWriter json, string code)
    {
        json.WriteStartArray();
        json.WriteStringValue(code);
        json.WriteStringValue(names.NameOf(code));
        json.WriteEndArray();
    }

    private static void WriteYear(string path, IReadOnlyList<SubjectSpending> rows)
    {
        var files = rows.Count > MostDepartments ? rows.Chunk(RowsOfFile).ToList() : [];
        JsonFile.Write(path + ".json", json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("places");
            foreach (var place in rows.GroupBy(static row => row.DivisionCode))
            {
                json.WriteStartObject();
                json.WriteKnown("code", place.Key);
                json.WriteKnown("name", place.First().DivisionName);
                WriteSum(json, place);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("largest");
            foreach (var row in rows.OrderByDescending(static row => row.Figure.Amount).ThenBy(static row =>
                row.DocumentId, StringComparer.Ordinal).Take(MostDepartments))
            {
                WriteRow(json, row);
            }

            json.WriteEndArray();
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartArray();
                json.WriteStringValue(file[0].DivisionCode);
                json.WriteStringValue(file[^1].DivisionCode);
                json.WriteNumberValue(file.Length);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        for (var number = 0; number < files.Count; number++)
        {
            JsonFile.Write(string.Create(CultureInfo.InvariantCulture, $"{path}-{number + 1}.json"), json =>
            {
                json.WriteStartArray();
                foreach (var row in files[number])
                {
                    WriteRow(json, row);
                }

                json.WriteEndArray();
            });
        }
    }

    private static void WriteSum(Utf8JsonWriter json, IEnumerable<SubjectSpending> rows)
    {
        var all = rows.ToList();
        json.WriteNumber("amount", all.Sum(static row => row.Figure.Amount));
        json.WriteNumber("documents", all.Count);
        json.WriteNumber("contradicted", all.Count(static row => row.Figure.Proof == Proof.Contradicted));
        json.WriteNumber("unproven", all.Count(static row => row.Figure.Proof == Proof.Unproven));
        json.WriteStartObject("bases");
        foreach (var basis in all.GroupBy(static row => row.Basis).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(basis.Key, basis.Count());
        }

        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, SubjectSpending row)
    {
        json.WriteStartArray();
        json.WriteStringValue(row.DocumentId);
        json.WriteStringValue(row.Department);
        json.WriteStringValue(row.Name);
        json.WriteStringValue(row.DivisionCode);
        json.WriteStringValue(row.DivisionName);
        json.WriteStringValue(row.Basis);
        json.WriteFigure(row.Figure);
        json.WriteEndArray();
    }
}
