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
        departments.Add(document.Header, account, figures.TotalsWithStated);
        subjects.Add(document.Header, account, figures);
        rankings.Add(document, account, figures.TotalsWithStated);
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
        WriteRevenue(json, figures);
        WriteSubjects(json, "functional", figures.Functional);
        WriteSubjects(json, "economic", figures.Economic);
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

    private static void WriteRevenue(Utf8JsonWriter json, DocumentFigures figures)
    {
        json.WriteStartArray("revenue");
        foreach (var (name, isOfYear, figure) in figures.Revenue)
        {
            json.WriteStartArray();
            json.WriteStringValue(name);
            json.WriteNumberValue(isOfYear ? 1 : 0);
            json.WriteFigure(figure);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteSubjects(Utf8JsonWriter json, string name, IEnumerable<SubjectFigure> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            json.WriteStringValue(row.Code);
            json.WriteStringValue(row.Name);
            json.WriteStringValue(row.UnitName);
            json.WriteStringValue(row.Fund);
            json.WriteFigure(row.Figure);
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
