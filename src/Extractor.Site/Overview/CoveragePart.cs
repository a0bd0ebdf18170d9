using System.Globalization;
using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Site.Departments;
using Extractor.Site.Documents;
using Extractor.Site.Generating;
using Extractor.Site.Reviews;

namespace Extractor.Site.Overview;

/// <summary>
/// <c>data/site.json</c>: how much there is and the latest run; <c>data/overview.json</c>: sums by province and year;
/// <c>data/coverage/PROVINCE.json</c>: what was expected and found, by division, department and year.
/// </summary>
internal sealed class CoveragePart(string data, PublicationReader publication, IReadOnlyList<ReviewDecision> decisions) : ISitePart
{
    /// <summary>The file of documents of which no place is known.</summary>
    private const string Nowhere = "none";

    private readonly Dictionary<string, Found> found = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> pages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> checks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> findings = new(StringComparer.Ordinal);
    private int tables;

    public void Add(PublishedDocument document)
    {
        var header = document.Header;
        found[header.DocumentId] = new Found(
            header.DocumentId, header.DivisionCode, header.DivisionName, header.DepartmentName, header.FiscalYear, header.Kind,
                header.Status, header.PageCount ?? 0,
            Proofs.Of(document.Lines), document.Findings.Count(static finding => finding.Severity != "note"));
        tables += document.Tables.Count;
        Count(pages, document.Pages.Select(static page => page.State));
        Count(checks, document.Checks.Select(static check => check.Outcome));
        Count(findings, document.Findings.Select(static finding => finding.Severity));
    }

    public void Complete()
    {
        var places = Places();
        foreach (var province in places.GroupBy(static place => place.Province).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            JsonFile.Write(Path.Combine(data, "coverage", province.Key + ".json"), json => WriteProvince(json, province));
        }

        JsonFile.Write(Path.Combine(data, "overview.json"), json => WriteOverview(json, places));
        JsonFile.Write(Path.Combine(data, "site.json"), WriteSite);
    }

    /// <summary>Every document that was expected or found, once.</summary>
    private List<Place> Places()
    {
        var places = new List<Place>();
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in publication.Coverage())
        {
            if (row.DocumentId is { } id && found.TryGetValue(id, out var document))
            {
                if (covered.Add(id))
                {
                    places.Add(Place.Of(document, row.Expected));
                }
            }
            else if (row.Expected)
            {
                places.Add(new Place(ProvinceOf(row.DivisionCode), row.DivisionCode, null, row.DepartmentName, row.FiscalYear, row.Kind,
                    Expected: true, null, row.ReasonMissing));
            }
        }

        places.AddRange(found.Values.Where(document => !covered.Contains(document.Id)).Select(static document =>
            Place.Of(document, expected: false)));
        return [.. places
            .OrderBy(static place => place.Province, StringComparer.Ordinal)
            .ThenBy(static place => place.Division, StringComparer.Ordinal)
            .ThenBy(static place => place.Department, StringComparer.Ordinal)
            .ThenBy(static place => place.Year)
            .ThenBy(static place => place.Kind, StringComparer.Ordinal)
            .ThenBy(static place => place.Document?.Id, StringComparer.Ordinal)];
    }

    private void WriteSite(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("documents", found.Count);
        json.WriteNumber("tables", tables);
        WriteCounts(json, "statuses", found.Values.GroupBy(static document => document.Status).OrderBy(static group =>
            group.Key, StringComparer.Ordinal).Select(static group => KeyValuePair.Create(group.Key, group.Count())));
        WriteCounts(json, "pages", pages);
        WriteCounts(json, "checks", checks);
        WriteCounts(json, "findings", findings);
        var fetches = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Count(fetches, publication.FetchOutcomes());
        WriteCounts(json, "fetches", fetches);
        json.WriteNumber("decisions", ReviewFile.Latest(decisions).Count);
        WriteProofs(json, found.Values.Aggregate(default(Proofs), static (sum, document) => sum + document.Proofs));
        if (publication.Runs().LastOrDefault() is { } run)
        {
            json.WriteStartObject("run");
            json.WriteString("id", run.RunId);
            json.WriteKnown("definition", run.Definition);
            json.WriteKnown("startedAt", Time(run.StartedAt));
            json.WriteKnown("finishedAt", Time(run.FinishedAt));
            json.WriteString("extractorVersion", run.ExtractorVersion);
            json.WriteNumber("new", run.DocumentsNew);
            json.WriteNumber("changed", run.DocumentsChanged);
            json.WriteNumber("unchanged", run.DocumentsUnchanged);
            json.WriteNumber("quarantined", run.DocumentsQuarantined);
            json.WriteKnown("exitCode", run.ExitCode);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteOverview(Utf8JsonWriter json, IReadOnlyList<Place> places)
    {
        json.WriteStartArray();
        foreach (var province in places.GroupBy(static place => place.Province))
        {
            json.WriteStartObject();
            json.WriteString("code", province.Key);
            json.WriteStartArray("years");
            foreach (var year in province.GroupBy(static place => place.Year).OrderBy(static group => group.Key ?? int.MaxValue))
            {
                json.WriteStartObject();
                json.WriteKnown("year", year.Key);
                json.WriteNumber("expected", year.Count(static place => place.Expected));
                json.WriteNumber("found", year.Count(static place => place.Document is not null));
                foreach (var status in new[] { "complete", "partial", "quarantined" })
                {
                    json.WriteNumber(status, year.Count(place => place.Document?.Status == status));
                }

                json.WriteNumber("missing", year.Count(static place => place.Document is null));
                WriteProofs(json, year.Aggregate(default(Proofs), static (sum, place) => sum + (place.Document?.Proofs ?? default)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProvince(Utf8JsonWriter json, IEnumerable<Place> places)
    {
        json.WriteStartArray();
        foreach (var division in places.GroupBy(static place => place.Division))
        {
            json.WriteStartObject();
            json.WriteKnown("code", division.Key);
            json.WriteKnown("name", division.Select(static place => place.DivisionName).FirstOrDefault(static name => name is not null));
            json.WriteStartArray("departments");
            foreach (var department in division.GroupBy(static place => place.Department))
            {
                json.WriteStartObject();
                json.WriteKnown("name", department.Key);
                if (department.Select(static place => place.Document).OfType<Found>().FirstOrDefault() is { } any)
                {
                    json.WriteKnown("key", DepartmentName.Of(any.Department, any.Division, any.DivisionName)?.Key);
                }

                json.WriteStartArray("documents");
                foreach (var place in department)
                {
                    WritePlace(json, place);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        json.WriteKnown("year", place.Year);
        json.WriteString("kind", place.Kind);
        json.WriteBoolean("expected", place.Expected);
        json.WriteString("state", place.Document?.Status ?? "missing");
        json.WriteKnown("reason", place.ReasonMissing);
        if (place.Document is { } document)
        {
            json.WriteString("id", document.Id);
            json.WriteNumber("pages", document.Pages);
            json.WriteNumber("findings", document.Findings);
            WriteProofs(json, document.Proofs);
        }

        json.WriteEndObject();
    }

    private static void WriteProofs(Utf8JsonWriter json, Proofs proofs)
    {
        json.WriteStartArray("proofs");
        json.WriteNumberValue(proofs.Proven);
        json.WriteNumberValue(proofs.Contradicted);
        json.WriteNumberValue(proofs.Unproven);
        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, int>> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }

    private static void Count(SortedDictionary<string, int> counts, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string ProvinceOf(string? divisionCode) => divisionCode is { Length: >= 2 } ? divisionCode[..2] : Nowhere;

    /// <summary>A document that was found.</summary>
    /// <param name="Findings">Errors and warnings.</param>
    private sealed record Found(
        string Id, string? Division, string? DivisionName, string? Department, int? Year, string Kind, string Status, int Pages,
            Proofs Proofs, int Findings);

    /// <summary>A document that was expected, found, or both.</summary>
    private sealed record Place(
        string Province, string? Division, string? DivisionName, string? Department, int? Year, string Kind, bool Expected, Found? Document,
            string? ReasonMissing)
    {
        public static Place Of(Found document, bool expected) => new(
            ProvinceOf(document.Division), document.Division, document.DivisionName, document.Department, document.Year, document.Kind,
                expected, document, null);
    }
}
