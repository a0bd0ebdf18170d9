using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Site.Departments;
using Extractor.Site.Documents;
using Extractor.Site.Generating;
using Extractor.Site.Places;
using Extractor.Site.Rankings;
using Extractor.Site.Subjects;

namespace Extractor.Site.Figures;

/// <summary>
/// <c>data/documents/ab/HASH/figures.json</c>: the budget or final accounts of a department in figures, which the pages of
/// departments and comparisons read.
/// </summary>
internal sealed class FiguresPart(string data, Accounts accounts, DepartmentIndex departments, SubjectIndex subjects,
    RankingIndex rankings, PlaceIndex places) : ISitePart
{
    private const int MostProjects = 30;

    public void Add(PublishedDocument document)
    {
        accounts.Add(document);
        places.Add(document);
        if (Account.Of(document.Header) is not { } account)
        {
            departments.Add(document.Header, null, null);
            return;
        }

        var figures = new DocumentFigures(document, account.Phase);
        JsonFile.Write(Path.Combine(data, DocumentWriter.FolderOf(document.Header.DocumentId), "figures.json"), json =>
            Write(json, document, account, figures));
        departments.Add(document.Header, account, figures.Totals);
        subjects.Add(document.Header, account, figures);
        rankings.Add(document, account, figures.Totals);
        places.Add(document.Header, account, figures);
    }

    public void Complete()
    {
        departments.Complete();
        subjects.Complete();
        rankings.Complete();
        places.Complete();
    }

    private static void Write(Utf8JsonWriter json, PublishedDocument document, Account account, DocumentFigures figures)
    {
        json.WriteStartObject();
        json.WriteAccount(account, document.Header);
        json.WriteString("department", account.Department.Key);
        json.WriteString("name", account.Department.Name);
        json.WriteKnown("divisionCode", document.Header.DivisionCode);
        json.WriteKnown("divisionName", document.Header.DivisionName);
        json.WriteTotals(figures.Totals);
        StatedTotals.Write(json, document.StatedFigures, figures.Totals);
        WriteSummary(json, "revenue", figures);
        WriteSummary(json, "expenditure", figures);
        WriteBases(json, "functional", figures.Functional);
        WriteBases(json, "economic", figures.Economic);
        WriteSpending(json, figures);
        WriteProjects(json, document);
        json.WriteStartObject("names");
        foreach (var group in figures.Names().GroupBy(static name => name.Code, StringComparer.Ordinal).OrderBy(static group =>
            group.Key, StringComparer.Ordinal))
        {
            json.WriteString(group.Key, group.First().Name);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, string direction, DocumentFigures figures)
    {
        json.WriteStartArray(direction);
        foreach (var (line, figure) in figures.Summary(direction))
        {
            json.WriteStartObject();
            json.WriteString("name", line.SubjectNameAsPrinted ?? line.SubjectName ?? string.Empty);
            json.WriteKnown("code", line.SubjectCode);
            json.WriteKnown("item", line.ItemKey);
            json.WriteBoolean("leaf", line.IsLeaf);
            json.WritePropertyName("figure");
            json.WriteFigure(figure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBases(Utf8JsonWriter json, string name, IReadOnlyList<Basis> bases)
    {
        json.WriteStartArray(name);
        foreach (var basis in bases)
        {
            json.WriteStartObject();
            json.WriteString("table", basis.TableKey);
            json.WriteStartArray("rows");
            foreach (var row in basis.Rows)
            {
                json.WriteStartArray();
                json.WriteStringValue(row.Code);
                json.WriteStringValue(row.Name);
                json.WriteStringValue(row.UnitName);
                json.WriteFigure(row.Figure);
                json.WriteStringValue(row.ValueAsPrinted);
                json.WriteStringValue(row.UnitAsPrinted);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>支出 over all funds, every yuan once, by the deepest subject that is printed.</summary>
    private static void WriteSpending(Utf8JsonWriter json, DocumentFigures figures)
    {
        json.WriteStartArray("spending");
        foreach (var subject in figures.Spending.GroupBy(static row => row.Code, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray();
            json.WriteStringValue(subject.Key);
            json.WriteFigure(DocumentFigures.Sum(subject.Select(static row => row.Figure)));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Every project with its own money once; where it is told of more than once, the fact's page.</summary>
    private static void WriteProjects(Utf8JsonWriter json, PublishedDocument document)
    {
        var facts = document.Facts.Projects.Where(static fact => fact.TotalYuan is not null).ToList();
        if (facts.Count == 0)
        {
            return;
        }

        var places = document.Projects.GroupBy(static project => (project.ProjectId, project.PageNumber))
            .ToDictionary(static group => group.Key, static group => group.First().Box);
        json.WriteStartObject("projects");
        json.WriteStartArray("sources");
        foreach (var source in facts.SelectMany(static fact => fact.Sources.Split(' ')).CountBy(static source => source)
            .OrderByDescending(static source => source.Value).ThenBy(static source => source.Key, StringComparer.Ordinal))
        {
            json.WriteStringValue(source.Key);
        }

        json.WriteEndArray();
        json.WriteNumber("count", facts.Count);
        json.WriteNumber("sum", facts.Sum(static fact => fact.TotalYuan!.Value));
        json.WriteStartArray("largest");
        foreach (var fact in facts.OrderByDescending(static fact => fact.TotalYuan).ThenBy(static fact => fact.PageNumber)
            .ThenBy(static fact => fact.ProjectName, StringComparer.Ordinal).ThenBy(static fact => fact.FactKey, StringComparer.Ordinal)
            .Take(MostProjects))
        {
            json.WriteStartArray();
            json.WriteStringValue(fact.ProjectName);
            json.WriteNumberValue(fact.TotalYuan!.Value);
            json.WriteNumberValue(fact.PageNumber);
            if (places.TryGetValue((fact.ProjectId, fact.PageNumber), out var box))
            {
                json.WriteEdges(box);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
