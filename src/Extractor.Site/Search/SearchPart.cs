using System.Globalization;
using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using Extractor.Site.Generating;
using Extractor.Site.Subjects;

namespace Extractor.Site.Search;

/// <summary>
/// <c>data/search/</c>: departments, subjects, projects and passages of the narrative, found by the pairs of letters in them; amounts, by
/// words made of them.
/// </summary>
internal sealed class SearchPart : ISitePart, IDisposable
{
    /// <summary>Sections are found by passages of about this length, ending with a sentence.</summary>
    private const int LettersOfPassage = 280;

    /// <summary>Letters of a document's SHA-256 that it is found by.</summary>
    private const int LettersOfHash = 16;

    /// <summary>元; smaller amounts are too many and too alike.</summary>
    private const decimal SmallestAmount = 10_000;

    private readonly string folder;
    private readonly DepartmentIndex departmentsFound;
    private readonly SubjectNames subjectsFound;
    private readonly Pinyin pinyin = new();
    private readonly List<string> kinds = [];
    private readonly List<string> statuses = [];
    private readonly SearchList departments;
    private readonly SearchList subjects;
    private readonly SearchList projects;
    private readonly SearchList sections;
    private readonly SearchList documents;
    private readonly SearchList amounts;

    /// <param name="departmentsFound">Complete before this part is.</param>
    public SearchPart(string data, string spill, DepartmentIndex departmentsFound, SubjectNames subjectsFound)
    {
        folder = Path.Combine(data, "search");
        this.departmentsFound = departmentsFound;
        this.subjectsFound = subjectsFound;
        var waiting = Path.Combine(spill, "search");
        departments = new SearchList(folder, waiting, "departments", 50);
        subjects = new SearchList(folder, waiting, "subjects", 50);
        projects = new SearchList(folder, waiting, "projects", 40);
        sections = new SearchList(folder, waiting, "sections", 10);
        documents = new SearchList(folder, waiting, "documents", 50);
        amounts = new SearchList(folder, waiting, "amounts", 200, bytesOfPair: 16);
    }

    public void Add(PublishedDocument document)
    {
        var header = document.Header;
        var department = DepartmentName.Of(header);
        var year = header.FiscalYear?.ToString(CultureInfo.InvariantCulture);
        var entry = documents.Count;
        documents.Add([header.Title, header.DocumentId[..LettersOfHash], department?.Name, header.DivisionName, year], json =>
        {
            json.WriteStringValue(header.DocumentId);
            WriteNature(json, header);
        });
        AddAmounts(document, entry);
        // A project leads to the place that prints its amount, in a table before a sentence.
        foreach (var project in document.Projects.OrderBy(static project => project.AmountYuan is null)
            .ThenBy(static project => project.Source == "prose").DistinctBy(static project => project.ProjectName))
        {
            projects.Add([project.ProjectName, department?.Name, header.DivisionName, year], json =>
            {
                json.WriteStringValue(header.DocumentId);
                json.WriteNumberValue(project.PageNumber);
                json.WriteValue(project.AmountYuan);
                json.WriteEdges(project.Box);
                WriteNature(json, header);
            });
        }

        foreach (var section in document.Sections)
        {
            foreach (var passage in PassagesOf(section.Text))
            {
                sections.Add([section.HeadingAsPrinted, passage, department?.Name, header.DivisionName, year], json =>
                {
                    json.WriteStringValue(header.DocumentId);
                    json.WriteStringValue(section.SectionId);
                    json.WriteNumberValue(section.PageFirst);
                    WriteNature(json, header);
                });
            }
        }
    }

    public void Complete()
    {
        foreach (var department in departmentsFound.Found.OrderBy(static department => department.Documents)
            .ThenByDescending(static department => department.Key, StringComparer.Ordinal))
        {
            var read = (Name: pinyin.Of(department.Name), Place: pinyin.Of(department.DivisionName));
            departments.Add([department.Name, department.DivisionName, read.Name, read.Place, string.Join(' ', department.Years)], json =>
            {
                json.WriteStringValue(department.Key);
                json.WriteNumberValue(department.Documents);
                json.WriteValue(department.Year);
            });
        }

        foreach (var (classification, code, count) in subjectsFound.Uses.OrderByDescending(static use => use.Code.Length)
            .ThenByDescending(static use => use.Code, StringComparer.Ordinal))
        {
            subjects.Add([code, subjectsFound.NameOf(code), pinyin.Of(subjectsFound.NameOf(code))], json =>
            {
                json.WriteStringValue(classification);
                json.WriteNumberValue(count);
            });
        }

        var sizes = new[] { departments, subjects, documents, projects, sections, amounts }.Select(static list => list.Complete()).ToList();
        JsonFile.Write(Path.Combine(folder, "index.json"), json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("lists");
            foreach (var size in sizes)
            {
                json.WriteStartObject(size.Name);
                json.WriteNumber("items", size.Items);
                json.WriteNumber("itemsOfFile", size.ItemsOfFile);
                json.WriteNumber("shards", size.Shards);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            WriteNames("kinds", kinds);
            WriteNames("statuses", statuses);
            json.WriteEndObject();

            void WriteNames(string name, List<string> values)
            {
                json.WriteStartArray(name);
                values.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }
        });
    }

    public void Dispose()
    {
        departments.Dispose();
        subjects.Dispose();
        projects.Dispose();
        sections.Dispose();
        documents.Dispose();
        amounts.Dispose();
    }

    /// <summary>
    /// Amounts of the year that are sums or count in them, each once a document, and those that only a sentence states, by
    /// <see cref="AmountWords"/>.
    /// </summary>
    /// <param name="entry">Of the document in the list of documents, which knows the rest: there are a thousand amounts a document.</param>
    private void AddAmounts(PublishedDocument document, int entry)
    {
        var ordinals = document.Tables.ToDictionary(static table => table.TableId, static table => table.Ordinal, StringComparer.Ordinal);
        var known = new HashSet<decimal>();
        foreach (var line in document.Lines.Where(line => line.Period == "current" && (line.IsLeaf || line.RowRole == "total")
            && Math.Abs(line.AmountYuan) >= SmallestAmount && ordinals.ContainsKey(line.TableId) && known.Add(line.AmountYuan)))
        {
            amounts.Add(AmountWords.Of(Math.Abs(line.AmountYuan)), json =>
            {
                json.WriteNumberValue(entry);
                json.WriteNumberValue(ordinals[line.TableId]);
                json.WriteStringValue(line.LineId);
                json.WriteNumberValue(line.AmountYuan);
                json.WriteStringValue(line.SubjectName ?? line.SubjectNameAsPrinted);
            });
        }

        foreach (var figure in document.StatedFigures.Where(figure => figure is { Period: "current", AmountYuan: { } yuan }
            && Math.Abs(yuan) >= SmallestAmount && known.Add(yuan)))
        {
            amounts.Add(AmountWords.Of(Math.Abs(figure.AmountYuan!.Value)), json =>
            {
                json.WriteNumberValue(entry);
                json.WriteNumberValue(figure.PageNumber);
                json.WriteNullValue();
                json.WriteNumberValue(figure.AmountYuan.Value);
                json.WriteStringValue(figure.LabelAsPrinted ?? figure.Sentence);
                json.WriteEdges(figure.Box);
            });
        }
    }

    /// <summary>Kind and status by their places in <c>kinds</c> and <c>statuses</c> of the index.</summary>
    private void WriteNature(Utf8JsonWriter json, DocumentRow header)
    {
        json.WriteNumberValue(PlaceOf(kinds, header.Kind));
        json.WriteNumberValue(PlaceOf(statuses, header.Status));

        static int PlaceOf(List<string> known, string value)
        {
            if (!known.Contains(value))
            {
                known.Add(value);
            }

            return known.IndexOf(value);
        }
    }

    /// <summary>The text cut after sentences; once, empty, for a section without text, which is found by its heading.</summary>
    internal static IEnumerable<string> PassagesOf(string? text)
    {
        var rest = text ?? string.Empty;
        while (rest.Length > LettersOfPassage)
        {
            var end = rest.IndexOfAny(['。', '；', '\n'], LettersOfPassage / 2);
            if (end < 0 || end > LettersOfPassage * 2)
            {
                end = Math.Min(rest.Length, LettersOfPassage) - 1;
            }

            if (char.IsHighSurrogate(rest[end]))
            {
                end--;
            }

            yield return rest[..(end + 1)].Trim();
            rest = rest[(end + 1)..];
        }

        yield return rest.Trim();
    }
}
