using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using Extractor.Site.Documents;
using Extractor.Site.Generating;
using Extractor.Site.Rankings;
using Extractor.Site.Subjects;

namespace Extractor.Site.Figures;

/// <summary>
/// <c>data/documents/ab/HASH/figures.json</c>: the budget or final accounts of a department in figures, which the pages of
/// departments and comparisons read.
/// </summary>
internal sealed class FiguresPart(string data, Accounts accounts, DepartmentIndex departments, SubjectIndex subjects,
    RankingIndex rankings) : ISitePart
{
    private const int MostProjects = 30;

    /// <summary>Where a project is told of, the best source first: the others tell of the same money.</summary>
    private static readonly string[] SourcesOfProjects = ["project_expenditure", "key_projects", "self_evaluation", "overall_performance",
        "prose"];

    public void Add(PublishedDocument document)
    {
        accounts.Add(document);
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
    }

    public void Complete()
    {
        departments.Complete();
        subjects.Complete();
        rankings.Complete();
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
        WriteProjects(json, document.Projects);
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

    private static void WriteProjects(Utf8JsonWriter json, IReadOnlyList<ProjectRow> projects)
    {
        var source = SourcesOfProjects.FirstOrDefault(source =>
            projects.Any(project => project.Source == source && project.AmountYuan is not null));
        if (source is null)
        {
            return;
        }

        var rows = projects
            .Where(project => project.Source == source && project.AmountYuan is not null)
            .DistinctBy(static project => (project.ProjectName, project.AmountYuan, project.PageNumber))
            .ToList();
        json.WriteStartObject("projects");
        json.WriteString("source", source);
        json.WriteNumber("count", rows.Count);
        json.WriteStartArray("largest");
        foreach (var project in rows.OrderByDescending(static project => project.AmountYuan).ThenBy(static project => project.PageNumber)
            .ThenBy(static project => project.ProjectName, StringComparer.Ordinal).Take(MostProjects))
        {
            json.WriteStartArray();
            json.WriteStringValue(project.ProjectName);
            json.WriteNumberValue(project.AmountYuan!.Value);
            json.WriteNumberValue(project.PageNumber);
            json.WriteEdges(project.Box);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
