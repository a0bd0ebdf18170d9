using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using Extractor.Site.Figures;
using Extractor.Site.Generating;

namespace Extractor.Site.Subjects;

/// <summary>
/// Who spends under a subject (科目): <c>data/subjects/functional.json</c> all subjects, <c>…/functional/2011308.json</c> one by year,
/// <c>…/2011308/2026-budget-department.json</c>
/// by place and the largest departments, <c>…-N.json</c> every row. Sums are those of the facts: every yuan once.
/// </summary>
internal sealed class SubjectIndex : IDisposable
{
    private static readonly string[] Classifications = ["functional", "department_economic"];

    private readonly string data;
    private readonly Accounts accounts;
    private readonly SpilledRows<SubjectSpending> rows;

    public SubjectIndex(string data, string spill, Accounts accounts)
    {
        this.data = data;
        this.accounts = accounts;
        rows = new SpilledRows<SubjectSpending>(Path.Combine(spill, "subjects"), static (writer, row) => row.Write(writer),
            SubjectSpending.Read);
    }

    private readonly SubjectRanking ranking = new();

    public SubjectNames Names { get; } = new();

    public void Add(DocumentRow document, Account account, DocumentFigures figures)
    {
        foreach (var (code, name) in figures.Names())
        {
            Names.Add(code, name);
        }

        AddSpending(document, account, Classifications[0], figures.Functional);
        AddSpending(document, account, Classifications[1], figures.Economic);
    }

    public void Complete()
    {
        foreach (var (subject, found) in rows.Groups())
        {
            var counted = found.Where(row => !accounts.IsRepeated(row.DocumentId)).ToList();
            new SubjectFiles(Path.Combine(data, "subjects"), subject, Names).Write(counted);
            ranking.Add(subject, counted);
        }

        ranking.Write(Path.Combine(data, "rankings"), Names);

        foreach (var classification in Classifications)
        {
            JsonFile.Write(Path.Combine(data, "subjects", classification + ".json"), json =>
            {
                json.WriteStartArray();
                foreach (var (_, code, documents) in Names.Uses.Where(use => use.Classification == classification))
                {
                    json.WriteStartArray();
                    json.WriteStringValue(code);
                    json.WriteStringValue(Names.NameOf(code));
                    json.WriteNumberValue(documents);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            });
        }
    }

    public void Dispose() => rows.Dispose();

    private void AddSpending(DocumentRow document, Account account, string classification,
        IEnumerable<SubjectFigure> spending)
    {
        var figures = spending
            .Where(static row => row.Code is not null)
            .SelectMany(static row => SubjectNames.LevelsOf(row.Code!).Select(code => (Code: code, row.Basis, row.Figure)))
            .GroupBy(static row => row.Code, StringComparer.Ordinal);
        foreach (var ofSubject in figures)
        {
            Names.AddUse(classification, ofSubject.Key);
            rows.Add($"{classification}/{ofSubject.Key}", new SubjectSpending(
                account.Year, account.Phase, account.Scope, document.DivisionCode, document.DivisionName, account.Department.Key,
                account.Department.Name, document.DocumentId, ofSubject.First().Basis,
                DocumentFigures.Sum(ofSubject.Select(static row => row.Figure))));
        }
    }
}
