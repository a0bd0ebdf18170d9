using System.Globalization;
using Extractor.Site.Generating;

namespace Extractor.Site.Subjects;

/// <summary>
/// <c>data/rankings/YEAR-PHASE-SCOPE-subjects.json</c>: the items (项) of expenditure by function that most is spent under.
/// </summary>
internal sealed class SubjectRanking
{
    private const int Listed = 100;
    private const int DigitsOfItem = 7;
    private const string Functional = "functional/";

    private readonly Dictionary<(int Year, string Phase, string Scope), List<(string Code, decimal Yuan, int Documents)>> sums = [];

    /// <param name="subject">Classification and code: <c>functional/2080505</c>.</param>
    public void Add(string subject, IEnumerable<SubjectSpending> rows)
    {
        if (!subject.StartsWith(Functional, StringComparison.Ordinal) || subject.Length != Functional.Length + DigitsOfItem)
        {
            return;
        }

        foreach (var year in rows.GroupBy(static row => (row.Year, row.Phase, row.Scope)))
        {
            sums.TryAdd(year.Key, []);
            sums[year.Key].Add((subject[Functional.Length..], year.Sum(static row => row.Figure.Amount),
                year.Select(static row => row.DocumentId).Distinct(StringComparer.Ordinal).Count()));
        }
    }

    public void Write(string folder, SubjectNames names)
    {
        foreach (var ((year, phase, scope), subjects) in sums)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{year}-{phase}-{scope}-subjects.json");
            JsonFile.Write(Path.Combine(folder, name), json =>
            {
                json.WriteStartArray();
                foreach (var (code, yuan, documents) in subjects.OrderByDescending(static subject => subject.Yuan)
                    .ThenBy(static subject => subject.Code, StringComparer.Ordinal).Take(Listed))
                {
                    json.WriteStartArray();
                    json.WriteStringValue(code);
                    json.WriteStringValue(names.NameOf(code));
                    json.WriteNumberValue(yuan);
                    json.WriteNumberValue(documents);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            });
        }
    }
}
